"""What the clock will record until a day, of the deadlines that run now or ran as of a moment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from cli.frame.as_of import cases_as_of, seen_from
from cli.screen.shapes import Labels, Shape, day
from engine.deadline_acts import OF_THE_CLOCK, PASSED
from engine.deadline_standing import RUNNING
from engine.firing import Occurrence, due_by, planned, planned_after_passing

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.wiring import Record
    from engine.envelope import Deadline
    from engine.table import Table
    from store.queries import CaseRow, DeadlineRow

_RECORDING = frozenset(f"case.{move.fact.id}" for move in OF_THE_CLOCK)


@dataclass(frozen=True, slots=True)
class About:
    """Whose deadlines are asked for; None lets everything through."""

    subject: str | None = None
    procedure: str | None = None

    @classmethod
    def of(cls, run: Invocation, subject: str | None, procedure: str | None) -> About:
        """Gives what was asked for, its references understood.

        Raises:
            NotFound: the subject or the procedure is not known.
        """
        from cli.case.refs import procedure_id, subject_code

        return cls(subject_code(run.wiring, subject), procedure_id(run.wiring, procedure) if procedure else None)

    def covers(self, subject: str, procedure: str) -> bool:
        """Tells whether a case is asked about."""
        return self.subject in (None, subject) and self.procedure in (None, procedure)


@dataclass(frozen=True, slots=True)
class _Running:
    """An open deadline with the case that it belongs to."""

    case_id: str
    opened_on: date
    table: Table
    deadline: Deadline | DeadlineRow


def coming(run: Invocation, record: Record, about: About, last: date) -> list[Shape]:
    """Gives everything that the clock will record by `last`, in the order of its days."""
    today = seen_from(run, record)[2]
    recorded: set[str] = set()
    running = list(_then(run, record, about, recorded) if run.asks_for_the_past else _now(record, about, recorded))
    found = {one.key: (one, of) for of in running for one in _planned(of)}
    ahead = sorted(one for one, _ in found.values() if one.planned_on <= last and one.key not in recorded)
    # What has come already is said as the tick would record it: given, or overtaken.
    at_once = {one.key: one for one in due_by(ahead, today, frozenset(recorded))}
    return [_shape(run, at_once.get(one.key, one), found[one.key][1]) for one in ahead]


def ending_on(run: Invocation, record: Record, about: About, last: date) -> list[Shape]:
    """Gives the times whose last day is `last`; that they have passed is recorded a day later."""
    if last == date.max:
        return []
    later = coming(run, record, about, last + timedelta(days=1))
    return [row for row in later if row["fact"] == PASSED.id and row["due"] == last.isoformat()]


def _planned(of: _Running) -> Iterator[Occurrence]:
    yield from planned(of.table, of.case_id, of.deadline, of.opened_on)
    yield from planned_after_passing(of.table, of.case_id, of.deadline, of.opened_on)


def _now(record: Record, about: About, recorded: set[str]) -> Iterator[_Running]:
    queries, declarations = record.queries, record.wiring.declarations
    with record.opened.database.snapshot():
        # Of one moment: a case that is opened meanwhile is in none of them.
        recorded |= queries.occurrence_keys()
        cases = {row.case_id: row for row in queries.case_list(subject=about.subject, procedure=about.procedure)}
        deadlines = queries.deadline_list(subject=about.subject, procedure=about.procedure)
    for deadline in deadlines:
        case = cases[deadline.case_id]
        yield _Running(case.case_id, case.opened_on, declarations.pinned(case.declaration), deadline)


def _then(run: Invocation, record: Record, about: About, recorded: set[str]) -> Iterator[_Running]:
    for table, case in cases_as_of(record, run.as_of):
        if not about.covers(case.subject, case.opening.procedure):
            continue
        recorded.update(str(event.data["key"]) for event in case.events if event.type in _RECORDING)
        for deadline in case.deadlines.values():
            if deadline.status in RUNNING:
                yield _Running(case.case_id, case.opened_on, table, deadline)


def _shape(run: Invocation, one: Occurrence, of: _Running) -> Shape:
    return {
        "planned_on": one.planned_on.isoformat(),
        "case": one.case_id,
        "deadline": one.deadline,
        "generation": one.generation,
        "due": one.due.isoformat(),
        "opens_on": day(of.deadline.opens_on),
        "fact": one.fact,
        "offset_days": one.offset_days,
        "overtaken_by": one.overtaken_by,
        "key": one.key,
        "label": Labels(of.table, run.language).deadline(one.deadline),
    }


class Cases:
    """The cases of a record by their ids; the list is read once, and anew when a case is not in it yet."""

    def __init__(self, run: Invocation, record: Record) -> None:
        """Takes the record, and the language for labels."""
        self._run = run
        self._record = record
        self._rows: dict[str, CaseRow] = {}
        self._labels: dict[str, Labels] = {}

    def row(self, case_id: str) -> CaseRow:
        """Gives a case as the list has it."""
        if case_id not in self._rows:
            self._rows = {row.case_id: row for row in self._record.queries.case_list()}
        return self._rows[case_id]

    def labels(self, case_id: str) -> Labels:
        """Gives the labels of the declaration to which a case is pinned."""
        declaration = self.row(case_id).declaration
        if declaration not in self._labels:
            table = self._record.wiring.declarations.pinned(declaration)
            self._labels[declaration] = Labels(table, self._run.language)
        return self._labels[declaration]
