"""What the clock has before it: everything planned, what of it has come, and on which day the next thing comes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from engine.errors import Fault
from engine.firing import Occurrence, due_by, planned, planned_after_passing
from store.due_list import DueList, DueRow, Named

if TYPE_CHECKING:
    from cli.wiring import Record
    from engine.table import Table

_AHEAD_DAYS = (2, 40, 400)
"""How far the next day is looked for, before everything is."""


class Agenda:
    """What is planned of the running deadlines of one record.

    Of cases under a declaration that this software does not hold it knows nothing; `unknown` keeps the fault of each,
    so that they hold up none of the others.
    """

    def __init__(self, record: Record) -> None:
        """Takes the record; it is read at each question."""
        record.opened.projections.ensure_current()
        self._list = DueList(record.opened.database)
        self._declarations = record.wiring.declarations
        self._tables: dict[str, Table | None] = {}
        self.unknown: dict[str, Fault] = {}

    def everything(self) -> Iterator[Occurrence]:
        """Gives everything that the clock will record, as far as it is known now."""
        return self._planned(self._list.everything())

    def come(self, today: date) -> tuple[Occurrence, ...]:
        """Gives what is to be recorded today and is not yet, in the order of its days."""
        come = [one for one in self._until(today) if one.planned_on <= today]
        return due_by(come, today, self._list.recorded([one.key for one in come]))

    def next_day(self, today: date) -> date | None:
        """Gives the next day after today on which something is to be recorded; None when nothing is known."""
        for ahead in _AHEAD_DAYS:
            last = _later(today, ahead)
            found = _first_after(today, self._until(last))
            # Beyond the last day looked at, what was read need not be all there is.
            if found is not None and found <= last:
                return found
        return _first_after(today, self.everything())

    def count_on(self, day: date) -> int:
        """Gives how many things are planned for a day to come."""
        return sum(one.planned_on == day for one in self._until(day))

    def is_recorded(self, key: str) -> bool:
        """True when some clock has recorded that occurrence."""
        return bool(self._list.recorded((key,)))

    def _until(self, last: date) -> Iterator[Occurrence]:
        """Gives at least everything planned on or before a day."""
        known = set(self._declarations.names)
        tables = [
            table for name in self._list.procedures() if name in known for table in self._declarations.versions(name)
        ]
        rules = [(table.procedure.id, rule) for table in tables for rule in table.deadlines.values()]
        due_until: dict[Named, date] = {}
        for procedure, rule in rules:
            # What is due in ninety days may have a reminder today.
            reach = _later(last, -min((0, *rule.reminders_days)))
            if reach > due_until.get((procedure, rule.id), last):
                due_until[procedure, rule.id] = reach
        rows = self._list.reaching(
            last,
            due_until=due_until,
            after_passing={(procedure, rule.id) for procedure, rule in rules if max((0, *rule.reminders_days)) > 0},
            windows=any(rule.opens is not None for _, rule in rules),
        )
        return self._planned(rows)

    def _planned(self, rows: Iterable[DueRow]) -> Iterator[Occurrence]:
        for row in rows:
            table = self._table(row.declaration)
            if table is not None:
                yield from planned(table, row.case_id, row, row.opened_on)
                yield from planned_after_passing(table, row.case_id, row, row.opened_on)

    def _table(self, declaration: str) -> Table | None:
        if declaration not in self._tables:
            try:
                self._tables[declaration] = self._declarations.pinned(declaration)
            except Fault as error:
                self._tables[declaration], self.unknown[declaration] = None, error
        return self._tables[declaration]


def all_planned(record: Record) -> Iterator[Occurrence]:
    """Gives everything that the clock will record of the deadlines that run now, as far as it is known now.

    Raises:
        Fault: `declaration-unknown`, after everything that is known.
    """
    agenda = Agenda(record)
    yield from agenda.everything()
    for error in agenda.unknown.values():
        raise error


def due_now(record: Record, today: date) -> tuple[Occurrence, ...]:
    """Gives what is to be recorded today and is not yet, in the order of its days; nothing of unknown declarations."""
    return Agenda(record).come(today)


def next_day(record: Record, today: date) -> date | None:
    """Gives the next day after today on which something is to be recorded; None when nothing is known."""
    return Agenda(record).next_day(today)


def _first_after(today: date, occurrences: Iterable[Occurrence]) -> date | None:
    return min((one.planned_on for one in occurrences if one.planned_on > today), default=None)


def _later(day: date, days: int) -> date:
    return day + timedelta(days=min(days, (date.max - day).days))
