"""What a correction changes of a case: the difference between two walks, laid on the case as it stands.

A deadline that ends on another day is moved, one that was met too: on the corrected day the act may be late. What the
corrected history does not set is cancelled; what it sets again runs again. Each is carried whole, with its ledger.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import TypeVar

import msgspec

from engine.case import Case
from engine.envelope import Deadline, LedgerEntry, Standing, Task

_Key = TypeVar("_Key")


@dataclass(frozen=True, slots=True)
class Moving:
    """Why and when a deadline is moved: on the day of the correction, of which event, and on which section."""

    on: date
    version: int
    section: str

    @property
    def why(self) -> str:
        """The reason as the ledger keeps it."""
        return f"correction of version {self.version}"


def deadlines_changed(stands: Case, read: Case, corrected: Case, moving: Moving) -> tuple[Deadline, ...]:
    """Gives the deadlines that differ between the case as it reads and as it would, laid on it as it stands."""
    return tuple(_deadlines(stands, read, corrected, moving))


def _deadlines(stands: Case, read: Case, corrected: Case, moving: Moving) -> Iterator[Deadline]:
    for key in _differing(read.deadlines, corrected.deadlines):
        now, known = corrected.deadlines.get(key), stands.deadlines.get(key)
        if now is not None:
            laid = _laid(known, now, moving)
            if laid != known:
                yield laid
        elif known is not None and known.status != "cancelled":
            yield msgspec.structs.replace(known, status="cancelled", closed_on=moving.on)


def _laid(known: Deadline | None, now: Deadline, moving: Moving) -> Deadline:
    if known is None:
        return now
    moved = [entry for entry in known.ledger if entry.kind == "moved"]
    ledger = sorted([*now.ledger, *moved], key=attrgetter("since"))
    if known.due != now.due:
        entry = LedgerEntry(
            kind="moved",
            since=moving.on,
            due_before=known.due,
            due_after=now.due,
            section=moving.section,
            why=moving.why,
        )
        ledger.append(entry)
    return msgspec.structs.replace(now, ledger=tuple(ledger))


def tasks_changed(stands: Case, read: Case, corrected: Case, on: date) -> tuple[Task, ...]:
    """Gives the tasks that differ, as the corrected history has them; what it does not raise is cancelled."""
    changed = []
    for key in _differing(read.tasks, corrected.tasks):
        now, known = corrected.tasks.get(key), stands.tasks.get(key)
        if now is not None and now != known:
            changed.append(now)
        elif now is None and known is not None and known.status != "cancelled":
            changed.append(msgspec.structs.replace(known, status="cancelled", closed_on=on))
    return tuple(changed)


def standings_changed(stands: Case, read: Case, corrected: Case, on: date) -> tuple[Standing, ...]:
    """Gives the standings that differ; one that the corrected history does not begin ends with the correction."""
    changed = []
    for name in _differing(read.standings, corrected.standings):
        now, known = corrected.standings.get(name), stands.standings.get(name)
        if now is not None and now != known:
            changed.append(now)
        elif now is None and known is not None and known.until is None:
            changed.append(msgspec.structs.replace(known, until=on))
    return tuple(changed)


def _differing(was: Mapping[_Key, object], now: Mapping[_Key, object]) -> list[_Key]:
    """Gives the keys under which the two differ, in the order in which they first stand."""
    return [key for key in dict.fromkeys((*was, *now)) if was.get(key) != now.get(key)]
