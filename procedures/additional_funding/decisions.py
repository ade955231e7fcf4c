"""What stands decided in a case, read from its events: the newest decision, what was granted, what awaits an answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from engine.case import Case
from engine.envelope import Envelope

FIRST_INSTANCE: Final = ("granted", "rejected")
"""Decisions on the matter itself."""

ON_REQUEST: Final = ("rectification_rejected", "decision_amended")
"""Decisions that only a request for rectification leads to; a rejected application can also be granted upon one."""

DECISIONS: Final = (*FIRST_INSTANCE, *ON_REQUEST)


def newest(case: Case | None, *facts: str) -> Envelope | None:
    """Gives the newest event of any of the facts, or None."""
    found = [event for fact in facts for event in (case.every(fact) if case else ())]
    return max(found, key=lambda event: event.version, default=None)


def follows(case: Case | None, facts: Iterable[str], before: Iterable[str]) -> bool:
    """Says whether one of `facts` has happened after the newest of `before`, or without any of them."""
    later, earlier = newest(case, *facts), newest(case, *before)
    return later is not None and (earlier is None or later.version > earlier.version)


def decided_on_request(case: Case | None) -> bool:
    """Says whether the newest decision was made on a request for rectification."""
    decision = newest(case, *DECISIONS)
    if case is None or decision is None:
        return False
    before = [
        event
        for fact in (*FIRST_INSTANCE, "rectification_requested", "decision_annulled")
        for event in case.every(fact)
        if event.version < decision.version
    ]
    last = max(before, key=lambda event: event.version, default=None)
    return last is not None and last.type.endswith(".rectification_requested")


def request_awaits(case: Case | None) -> bool:
    """Says whether a request for rectification awaits its decision."""
    return follows(case, ("rectification_requested",), (*DECISIONS, "decision_annulled"))


def appeal_awaits(case: Case | None) -> bool:
    """Says whether an appeal awaits its judgment."""
    return follows(case, ("appeal_made",), ("appeal_dismissed", "decision_annulled"))


def conditions_of(case: Case | None) -> tuple[Any, ...]:
    """Gives the conditions that hold now: those of the newest decision that states any."""
    stated = _stated(case, "conditions", "granted", "decision_amended")
    return tuple(stated) if isinstance(stated, list | tuple) else ()


def granted_cents(case: Case | None) -> int | None:
    """Gives the amount granted as it holds now, or None where no decision states it."""
    stated = _stated(case, "granted_cents", "granted", "decision_amended")
    return None if stated is None else int(str(stated))


def applied_cents(case: Case | None) -> int | None:
    """Gives the amount applied for as it was last stated, or None: on an initiative nothing is applied for."""
    stated = _stated(case, "applied_cents", "application_made", "application_supplemented")
    return None if stated is None else int(str(stated))


def _stated(case: Case | None, field: str, *facts: str) -> object:
    """Gives what the newest of the facts that states the field says in it."""
    found = [event for fact in facts for event in (case.every(fact) if case else ()) if event.data[field] is not None]
    newest_stated = max(found, key=lambda event: event.version, default=None)
    return None if newest_stated is None else newest_stated.data[field]
