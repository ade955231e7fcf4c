"""What the clock has to record of the deadlines of a case: reminders, windows that open, times that have passed.

Pure. Each occurrence has one key, and the key is the id of the command by which it is recorded: however many clocks
run, the log takes it once. A day is over when it has ended in Helsinki; nothing is recorded early. After a pause
everything comes in the order of its days, and a reminder that a later one has overtaken is recorded as skipped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Protocol

from engine.deadline_acts import OPENED, PASSED, REMINDED, SKIPPED
from engine.deadline_standing import holds, occurrence_key
from engine.envelope import LedgerEntry
from engine.table import Table


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

    @property
    def ledger(self) -> Sequence[LedgerEntry]:
        """What happened to it since it was set."""
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
    opens_on: date | None = None

    @property
    def key(self) -> str:
        """The occurrence's own name, the same for every clock: case, deadline, what is recorded, and of which day.

        A window opens once for each of its first days, wherever its last day is moved; all else speaks of the last day.
        """
        what = self.fact if self.offset_days is None else f"reminder{self.offset_days:+d}"
        return occurrence_key(self.case_id, self.deadline, self.generation, what, self.opens_on or self.due)

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
    """Gives everything that the clock will record of a running deadline, as it stands, the earliest first.

    `opened_on` is the day on which the case was opened: nothing is recorded of a day before it, nor of one before the
    deadline started, nor before an act gave it the last day that it has.
    """
    if deadline.status != "open":
        return
    since = _stands_since(deadline, opened_on)
    about = (case_id, deadline.name, deadline.generation, deadline.due)
    found = [*_reminders(table, case_id, deadline, since)]
    if deadline.opens_on is not None:
        opens_on = deadline.opens_on
        found.append(Occurrence(max(opens_on, since), *about, fact=OPENED.id, opens_on=opens_on))
    after = _days_from(deadline.due, 1)
    if after is not None:
        found.append(Occurrence(max(after, since), *about, fact=PASSED.id))
    yield from sorted(found)


def planned_after_passing(table: Table, case_id: str, deadline: Running, opened_on: date) -> Iterator[Occurrence]:
    """Gives the reminders that come after a time has passed, while what was to be done is not."""
    if deadline.status == "passed":
        since = _stands_since(deadline, opened_on)
        yield from (one for one in _reminders(table, case_id, deadline, since) if (one.offset_days or 0) > 0)


def _reminders(table: Table, case_id: str, deadline: Running, since: date) -> Iterator[Occurrence]:
    """Gives the declared reminders; what should have been said before the last day was known is not said at all."""
    rule = table.deadlines.get(deadline.name)
    for offset in rule.reminders_days if rule else ():
        day = _days_from(deadline.due, offset)
        if day is not None and day >= since:
            yield Occurrence(
                day, case_id, deadline.name, deadline.generation, deadline.due, fact=REMINDED.id, offset_days=offset
            )


def _stands_since(deadline: Running, opened_on: date) -> date:
    """Gives the day since which the deadline has the last day that it has."""
    # A time counted back from a day ends before its start, and began to matter when it was set.
    started_on = deadline.started_on if deadline.started_on <= deadline.due else opened_on
    changed = (entry for entry in deadline.ledger if entry.kind != "suspended" or holds(entry))
    return max([opened_on, started_on, *(entry.until or entry.since for entry in changed)])


def _days_from(day: date, days: int) -> date | None:
    """Gives the day so many days later, or earlier; None where no date can hold it, which therefore never comes."""
    ordinal = day.toordinal() + days
    return date.fromordinal(ordinal) if date.min.toordinal() <= ordinal <= date.max.toordinal() else None


def due_by(occurrences: Iterable[Occurrence], today: date, recorded: frozenset[str]) -> tuple[Occurrence, ...]:
    """Gives what is to be recorded by `today` and is not yet, in the order of its days.

    Of several reminders of one deadline that have all come, only the newest is given; the others are skipped, each
    naming the one that overtook it. A time that has passed overtakes the reminders before it.
    """
    come = sorted(one for one in occurrences if one.planned_on <= today and one.key not in recorded)
    newest = {(one.case_id, one.deadline, one.generation): one for one in come if one.fact != OPENED.id}
    return tuple(_or_skipped(one, newest.get((one.case_id, one.deadline, one.generation))) for one in come)


def _or_skipped(one: Occurrence, newest: Occurrence | None) -> Occurrence:
    if one.fact != REMINDED.id or newest is None or newest.planned_on <= one.planned_on:
        return one
    return replace(one, fact=SKIPPED.id, overtaken_by=newest.key)
