"""What the clock has to record of the deadlines of a case: reminders, windows that open, times that have passed.

Pure. Each occurrence has one key, and the key is the id of the command by which it is recorded: however many clocks
run, the log takes it once. A day is over when it has ended in Helsinki; nothing is recorded early. After a pause
everything comes in the order of its days, and a reminder that a later one has overtaken is recorded as skipped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Protocol

from engine.deadline_acts import OPENED, PASSED, REMINDED, SKIPPED
from engine.table import Table

_ONE_DAY = timedelta(days=1)


class Running(Protocol):
    """A deadline as the tick reads it, from the case or from the list of deadlines."""

    @property
    def name(self) -> str:
        """Its name."""
        ...

    @property
    def generation(self) -> int:
        """Which of that name."""
        ...

    @property
    def due(self) -> date:
        """The last day."""
        ...

    @property
    def started_on(self) -> date:
        """The day on which it started."""
        ...

    @property
    def status(self) -> str:
        """What has become of it."""
        ...

    @property
    def opens_on(self) -> date | None:
        """The first day of a window."""
        ...


@dataclass(frozen=True, slots=True, order=True)
class Occurrence:
    """Something that the clock records on `planned_on`, the first day on which it may: in the order of those days."""

    planned_on: date
    case_id: str
    deadline: str
    generation: int
    due: date
    fact: str
    offset_days: int | None = None
    overtaken_by: str | None = None

    @property
    def key(self) -> str:
        """The occurrence's own name, the same for every clock: case, deadline, what is recorded, and of which day."""
        what = self.fact if self.offset_days is None else f"reminder{self.offset_days:+d}"
        return f"{self.case_id}:{self.deadline}#{self.generation}:{what}@{self.due.isoformat()}"

    @property
    def data(self) -> dict[str, Any]:
        """The data of the fact that records it."""
        found: dict[str, Any] = {
            "deadline": self.deadline,
            "generation": self.generation,
            "due": self.due.isoformat(),
            "planned_on": self.planned_on.isoformat(),
            "key": self.key,
        }
        if self.offset_days is not None:
            found["offset_days"] = self.offset_days
        if self.overtaken_by is not None:
            found["overtaken_by"] = self.overtaken_by
        return found


def planned(table: Table, case_id: str, deadline: Running, opened_on: date) -> Iterator[Occurrence]:
    """Gives everything that the clock will record of a running deadline, as it stands, the earliest first."""
    if deadline.status != "open":
        return
    found = []
    about = (case_id, deadline.name, deadline.generation, deadline.due)
    if deadline.opens_on is not None:
        found.append(Occurrence(max(deadline.opens_on, opened_on), *about, fact=OPENED.id))
    rule = table.deadlines.get(deadline.name)
    for offset in rule.reminders_days if rule else ():
        day = deadline.due + offset * _ONE_DAY
        # What should have been said before the deadline was set is not said at all.
        if day >= deadline.started_on:
            found.append(Occurrence(max(day, opened_on), *about, fact=REMINDED.id, offset_days=offset))
    found.append(Occurrence(max(deadline.due + _ONE_DAY, opened_on), *about, fact=PASSED.id))
    yield from sorted(found)


def planned_after_passing(table: Table, case_id: str, deadline: Running, opened_on: date) -> Iterator[Occurrence]:
    """Gives the reminders that come after a time has passed, while what was to be done is not."""
    if deadline.status != "passed":
        return
    rule = table.deadlines.get(deadline.name)
    for offset in rule.reminders_days if rule else ():
        if offset > 0:
            day = max(deadline.due + offset * _ONE_DAY, opened_on)
            yield Occurrence(
                day, case_id, deadline.name, deadline.generation, deadline.due, fact=REMINDED.id, offset_days=offset
            )


def due_by(occurrences: Iterable[Occurrence], today: date, recorded: frozenset[str]) -> tuple[Occurrence, ...]:
    """Gives what is to be recorded by `today` and is not yet, in the order of its days.

    Of several reminders of one deadline that have all come, only the newest is given; the others are skipped, each
    naming the one that overtook it. A time that has passed overtakes the reminders before it.
    """
    come = sorted(one for one in occurrences if one.planned_on <= today and one.key not in recorded)
    newest: dict[tuple[str, str, int], Occurrence] = {}
    for one in come:
        newest[one.case_id, one.deadline, one.generation] = one
    return tuple(_skipped(one, newest[one.case_id, one.deadline, one.generation]) for one in come)


def _skipped(one: Occurrence, newest: Occurrence) -> Occurrence:
    if one.fact != REMINDED.id or one.key == newest.key or newest.planned_on <= one.planned_on:
        return one
    return Occurrence(
        one.planned_on,
        one.case_id,
        one.deadline,
        one.generation,
        one.due,
        fact=SKIPPED.id,
        offset_days=one.offset_days,
        overtaken_by=newest.key,
    )
