"""What a correction is judged by beside its own case: what its act caused elsewhere, and whose opening it repeats."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

import msgspec

from engine.assess import Act, Caused, Circumstances
from engine.case import Case
from engine.correction_acts import CLERICAL_ERROR_CORRECTED, DECISION_CORRECTED, SUPERSEDING
from engine.correction_target import Target, target_of
from engine.envelope import Envelope
from engine.table import Table

SUPERSEDING_FACTS: Final = frozenset(move.fact.id for move in SUPERSEDING)
"""The facts by which an act takes the place of another: nothing else looks at more than its own case."""
_WITH_VALUES: Final = (CLERICAL_ERROR_CORRECTED.id, DECISION_CORRECTED.id)


def seen_beside(
    table: Table,
    case: Case,
    act: Act,
    circumstances: Circumstances,
    *,
    caused_by: Callable[[Envelope], Iterable[Caused]],
    same_cases: Callable[[Act], tuple[str, ...]],
    kind_of: Callable[[str], str],
) -> Circumstances:
    """Gives the circumstances of an act, those that only a correction looks at among them.

    `caused_by` finds what an act has caused in other cases, `same_cases` the cases whose opening states the same, and
    `kind_of` the kind of an actor.

    Raises:
        NotFound: no actor has the code that is named as the court.
    """
    target = _named(table, case, act.data) if act.fact in SUPERSEDING_FACTS else None
    if target is None:
        return circumstances
    stated = _opening_as_stated(target, act)
    same = () if stated is None or table.procedure.one_case_per is None else same_cases(stated)
    court = act.data.get("court")
    return msgspec.structs.replace(
        circumstances,
        caused=tuple(caused_by(target.root)),
        same_cases=same,
        court_kind=None if court is None else kind_of(str(court)),
    )


def caused_elsewhere(root: Envelope, of_command: Iterable[Envelope]) -> tuple[Caused, ...]:
    """Gives the events of other cases that an act caused, of those that its command recorded."""
    return tuple(
        Caused(event.stream, event.version, event.type)
        for event in of_command
        if event.causation_id == root.event_id and event.stream != root.stream
    )


def _named(table: Table, case: Case, data: Mapping[str, Any]) -> Target | None:
    try:
        return target_of(table, case, int(str(data.get("supersedes"))))
    except ValueError:
        return None


def _opening_as_stated(target: Target, act: Act) -> Act | None:
    """Gives the opening of a case as a correction of it states it; None where the correction is of something else."""
    if not target.opens or target.reading is None or act.fact not in _WITH_VALUES:
        return None
    values = act.data.get("values")
    stated = {**target.reading.data, **values} if isinstance(values, Mapping) else target.reading.data
    return msgspec.structs.replace(act, data=stated)
