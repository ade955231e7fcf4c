"""How a deadline of a case stands: which one is meant, whether its time stands still, whether it is over.

Pure; reads what was recorded and changes nothing.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.case import Case
from engine.correction_reading import root_version
from engine.declaration import Suspending
from engine.envelope import Deadline, Envelope, LedgerEntry

RUNNING: Final = ("open", "passed", "suspended")
"""The statuses of a deadline of which something is still to come."""


def meant(case: Case | None, name: str, generation: int | None) -> Deadline | None:
    """Gives the running deadline that is meant: of a name the newest that runs, or the generation named."""
    running = [one for one in (case.deadlines.values() if case else ()) if one.name == name and one.status in RUNNING]
    found = [one for one in running if generation in (None, one.generation)]
    return max(found, key=lambda one: one.generation, default=None)


def setting(case: Case, deadline: Deadline) -> Envelope:
    """Gives the event that set a deadline of the case, as it reads now: the first that carries it.

    Where a correction was the first, the act that it corrects set it.
    """
    mark = (deadline.name, deadline.generation)
    first = next(event for event in case.events if any((one.name, one.generation) == mark for one in event.deadlines))
    version = root_version(first)
    return next((event for event in case.readings if event.version == version), first)


def holds(entry: LedgerEntry) -> bool:
    """True of a suspension during which the time does not run, ended or not."""
    return entry.kind == "suspended" and entry.mode != str(Suspending.RUN_ON)


def running_suspensions(deadline: Deadline) -> tuple[LedgerEntry, ...]:
    """Gives the suspensions that have not ended, the first recorded first, those that run on included."""
    return tuple(entry for entry in deadline.ledger if entry.kind == "suspended" and entry.until is None)


def stands_still(deadline: Deadline) -> bool:
    """True while at least one suspension keeps the time from running."""
    return any(holds(entry) for entry in running_suspensions(deadline))


def ending(deadline: Deadline, why: str) -> LedgerEntry | None:
    """Gives the suspension that ends: the one of that reason, or the only one that runs; None when it is not clear."""
    running = running_suspensions(deadline)
    named = [entry for entry in running if entry.why == why]
    if named:
        return named[0]
    return running[0] if len(running) == 1 else None


def is_over(deadline: Deadline, on: date) -> bool:
    """True when the last day is behind on a day: an act on that day is late. A time that stands still is not over."""
    held = any(holds(entry) and entry.since <= on for entry in running_suspensions(deadline))
    return on > deadline.due and not held


def occurrence_key(case_id: str, deadline: str, generation: int, what: str, day: date) -> str:
    """Gives the name of something that the clock records, the same for every clock and once for ever.

    Example:
        >>> occurrence_key("evaluation-15-2025", "appeal", 1, "reminder-3", date(2026, 3, 31))
        'evaluation-15-2025:appeal#1:reminder-3@2026-03-31'
    """
    return f"{case_id}:{deadline}#{generation}:{what}@{day.isoformat()}"
