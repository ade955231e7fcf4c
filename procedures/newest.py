"""The newest event of a fact for each thing that it can be about, in cases that follow many things at once."""

from __future__ import annotations

from collections.abc import Mapping

from engine.case import Case
from engine.envelope import Envelope


def newest_by(case: Case | None, fact_id: str, field: str) -> Mapping[str, Envelope]:
    """Gives the newest event of a fact by the value of a field, such as `measure_state_set` by `measure`."""
    return {str(event.data[field]): event for event in (case.every(fact_id) if case else ())}
