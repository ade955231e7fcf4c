"""Reading the kept projections: cases, deadlines, tasks and the matrix, as typed rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from typing import Any, TypeVar

import msgspec
from sqlalchemy import ColumnElement, Integer, Select, and_, bindparam, false, func, literal_column, select

from engine.envelope import DerivationRecord, LedgerEntry
from engine.ports import CaseSummary
from store.connection import Database, Result, Values, compiled
from store.kept_rows import as_folded
from store.projections.cases import CASES, summary
from store.projections.deadlines import DEADLINES
from store.projections.occurrences import OCCURRENCES
from store.projections.subject_matrix import SUBJECT_MATRIX
from store.projections.tables import declared
from store.projections.tasks import TASKS
from store.statement import Statement

RUNNING = ("open", "passed")
"""Deadlines that still wait for their act; a suspended one waits for nothing until it runs again."""


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case in a list. `next_due` is the earliest day that a running deadline of it is due, past or to come."""

    case_id: str
    procedure: str
    declaration: str
    subject: str
    ministry: str
    diary_number: str | None
    state: str
    version: int
    opened_on: date
    moved_on: date
    closed_on: date | None
    position: int
    next_due: date | None


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """A deadline in a list; subject and procedure are None when it does not belong to a case."""

    case_id: str
    name: str
    generation: int
    kind: str
    due: date
    started_on: date
    status: str
    closed_on: date | None
    rule: str
    basis: str
    law_status: str
    calendar: str
    subject: str | None
    procedure: str | None
    position: int
    derivation: tuple[DerivationRecord, ...]
    opens_on: date | None
    ledger: tuple[LedgerEntry, ...]


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task in a list; subject and procedure are None when it does not belong to a case."""

    case_id: str
    name: str
    generation: int
    role: str
    organisation: str
    body: str | None
    basis: str
    raised_on: date
    status: str
    deadline: str | None
    closed_on: date | None
    subject: str | None
    procedure: str | None
    position: int


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """Where one subject stands in one procedure; `state` and `since` are those of the newest case."""

    subject: str
    procedure: str
    cases: int
    open_cases: int
    newest_case: str
    newest_opened_on: date
    state: str
    since: date
    position: int


class SqliteCaseIndex:
    """The index of cases; see `engine.ports.CaseIndex`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def cases_of(self, subject: str, procedure: str | None = None) -> tuple[CaseSummary, ...]:
        """Gives the cases about a subject, the oldest first."""
        if procedure is None:
            rows = self._database.run(_CASES_OF, {"subject_is": subject})
        else:
            rows = self._database.run(_CASES_OF_PROCEDURE, {"subject_is": subject, "procedure_is": procedure})
        return _summaries(rows)

    def cases_in(self, procedure: str) -> tuple[CaseSummary, ...]:
        """Gives the cases of a procedure, the oldest first."""
        rows = self._database.run(_CASES_IN, {"procedure_is": procedure})
        return _summaries(rows)


def _summaries(rows: Result) -> tuple[CaseSummary, ...]:
    with as_folded():
        return tuple(summary(dict(zip(_CASE_COLUMNS, row, strict=True))) for row in rows)


class Queries:
    """The lists that people and schedulers ask for. A filter that is None lets everything through."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def case(self, case_id: str) -> CaseRow | None:
        """Gives one case, or None when it is not known."""
        rows = self._rows(CaseRow, _case(), {"case_id": case_id})
        return rows[0] if rows else None

    def case_list(
        self,
        *,
        procedure: str | None = None,
        subject: str | None = None,
        state: str | None = None,
        is_open: bool | None = None,
        overdue_on: date | None = None,
        limit: int | None = None,
    ) -> tuple[CaseRow, ...]:
        """Gives cases, the oldest first; `overdue_on` keeps those with a running deadline due before that day."""
        wanted = _given(procedure=procedure, subject=subject, state=state)
        cut = _given(overdue_on=overdue_on, limit=limit)
        return self._rows(CaseRow, _case_list(tuple(wanted), is_open, tuple(cut)), {**wanted, **cut})

    def cases_ended_since(self, day: date) -> tuple[str, ...]:
        """Gives the ids of the cases that are open or ended on a day or later, the one recorded last at the end."""
        found = self._found(_ended_since(), {"day": day.isoformat()})
        return tuple(row["case_id"] for row in found)

    def deadline_list(
        self,
        *,
        statuses: Sequence[str] | None = RUNNING,
        due_until: date | None = None,
        case_id: str | None = None,
        subject: str | None = None,
        procedure: str | None = None,
        limit: int | None = None,
    ) -> tuple[DeadlineRow, ...]:
        """Gives deadlines in due order, those due on `due_until` included; by default the running ones."""
        wanted = _given(case_id=case_id, subject=subject, procedure=procedure)
        cut = _given(due_until=due_until, limit=limit)
        among = _numbered(statuses)
        asked = _deadline_list(tuple(wanted), None if statuses is None else tuple(among), tuple(cut))
        found = self._found(asked, {**wanted, **among, **cut})
        with as_folded():
            for row in found:
                row["derivation"] = msgspec.json.decode(row["derivation"])
                row["ledger"] = msgspec.json.decode(row["ledger"])
            return tuple(msgspec.convert(row, DeadlineRow) for row in found)

    def occurrence_keys(self) -> frozenset[str]:
        """Gives the keys of what the clock has recorded of deadlines that still run."""
        return frozenset(row["key"] for row in self._found(_occurrence_keys(), {}))

    def task_list(
        self,
        *,
        statuses: Sequence[str] | None = ("open",),
        role: str | None = None,
        organisation: str | None = None,
        case_id: str | None = None,
        subject: str | None = None,
        procedure: str | None = None,
        limit: int | None = None,
    ) -> tuple[TaskRow, ...]:
        """Gives tasks, the oldest first; by default the open ones."""
        wanted = _given(role=role, organisation=organisation, case_id=case_id, subject=subject, procedure=procedure)
        cut = _given(limit=limit)
        among = _numbered(statuses)
        asked = _task_list(tuple(wanted), None if statuses is None else tuple(among), tuple(cut))
        return self._rows(TaskRow, asked, {**wanted, **among, **cut})

    def matrix(self, *, subject: str | None = None, procedure: str | None = None) -> tuple[MatrixRow, ...]:
        """Gives where each subject stands in each procedure that it ever met, by subject and procedure."""
        wanted = _given(subject=subject, procedure=procedure)
        return self._rows(MatrixRow, _matrix_rows(tuple(wanted)), wanted)

    def _rows(self, kind: type[_Row], asked: _Asked, values: Values) -> tuple[_Row, ...]:
        with as_folded():
            return tuple(msgspec.convert(row, kind) for row in self._found(asked, values))

    def _found(self, asked: _Asked, values: Values) -> list[dict[str, Any]]:
        return [dict(zip(asked.names, row, strict=True)) for row in self._database.run(asked.statement, values)]


_Row = TypeVar("_Row")
_Names = tuple[str, ...]

_CASES, _DEADLINES = declared(CASES), declared(DEADLINES)
_cases, _deadlines = _CASES.c, _DEADLINES.c
_tasks, _matrix = declared(TASKS).c, declared(SUBJECT_MATRIX).c
_occurrences = declared(OCCURRENCES).c

_CASE_COLUMNS = tuple(str(column.name) for column in _CASES.columns)
_about = select(_CASES).where(_cases.subject == bindparam("subject_is")).order_by(_cases.opened_on, _cases.case_id)
# Asked at every opening and under the log's lock, so they are put together once.
_CASES_OF = compiled(_about)
_CASES_OF_PROCEDURE = compiled(_about.where(_cases.procedure == bindparam("procedure_is")))
_CASES_IN = compiled(
    select(_CASES).where(_cases.procedure == bindparam("procedure_is")).order_by(_cases.opened_on, _cases.case_id)
)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A query in words, with the names of the columns that it gives.

    One command asks a few of them and a scheduler the same ones all day, while to put one into words takes longer than
    to answer it: each is made once in a process for the filters that it has, and the values are handed in.
    """

    statement: Statement
    names: tuple[str, ...]


def _asked(statement: Select[Any]) -> _Asked:
    # SQLAlchemy's names are a kind of text of their own.
    return _Asked(compiled(statement), tuple(str(column.name) for column in statement.selected_columns))


@cache
def _case() -> _Asked:
    return _asked(_case_rows().where(_cases.case_id == bindparam("case_id")))


@cache
def _case_list(equal: _Names, is_open: bool | None, cut: _Names) -> _Asked:  # noqa: FBT001 - a cache counts by position
    wanted = _equal(_cases, equal)
    if is_open is not None:
        wanted.append(_cases.closed_on.is_(None) if is_open else _cases.closed_on.is_not(None))
    if "overdue_on" in cut:
        late = and_(_deadlines.case_id == _cases.case_id, _RUNS, _deadlines.due < bindparam("overdue_on"))
        wanted.append(select(_DEADLINES).where(late).exists())
    return _asked(_limited(_case_rows().where(*wanted).order_by(_cases.opened_on, _cases.case_id), cut))


@cache
def _ended_since() -> _Asked:
    ended = _cases.closed_on.is_(None) | (_cases.closed_on >= bindparam("day"))
    return _asked(select(_cases.case_id).where(ended).order_by(_cases.position))


@cache
def _deadline_list(equal: _Names, among: _Names | None, cut: _Names) -> _Asked:
    wanted = _equal(_deadlines, equal)
    if among is not None:
        wanted.append(_deadlines.status.in_(map(bindparam, among)) if among else false())
    if "due_until" in cut:
        wanted.append(_deadlines.due <= bindparam("due_until"))
    order = (_deadlines.due, _deadlines.case_id, _deadlines.name, _deadlines.generation)
    return _asked(_limited(select(*_columns(_deadlines, DeadlineRow)).where(*wanted).order_by(*order), cut))


@cache
def _occurrence_keys() -> _Asked:
    running = (
        _deadlines.case_id == _occurrences.case_id,
        _deadlines.name == _occurrences.deadline,
        _deadlines.generation == _occurrences.generation,
        _RUNS,
    )
    return _asked(select(_occurrences.key).where(*running))


@cache
def _task_list(equal: _Names, among: _Names | None, cut: _Names) -> _Asked:
    wanted = _equal(_tasks, equal)
    if among is not None:
        wanted.append(_tasks.status.in_(map(bindparam, among)) if among else false())
    order = (_tasks.raised_on, _tasks.case_id, _tasks.name, _tasks.generation)
    return _asked(_limited(select(*_columns(_tasks, TaskRow)).where(*wanted).order_by(*order), cut))


@cache
def _matrix_rows(equal: _Names) -> _Asked:
    statement = select(*_columns(_matrix, MatrixRow)).where(*_equal(_matrix, equal))
    return _asked(statement.order_by(_matrix.subject, _matrix.procedure))


_RUNS = _deadlines.status.in_([literal_column(f"'{status}'") for status in RUNNING])
"""The two words are written out: they are ours, and never input."""


def _columns(columns: Any, kind: type) -> list[Any]:  # noqa: ANN401 - SQLAlchemy's collection of columns has no public type
    return [columns[field.name] for field in fields(kind)]


def _case_rows() -> Select[Any]:
    running = and_(_deadlines.case_id == _cases.case_id, _RUNS)
    next_due = select(func.min(_deadlines.due)).where(running).scalar_subquery().label("next_due")
    return select(*(_cases[field.name] for field in fields(CaseRow) if field.name != "next_due"), next_due)


def _given(**wanted: str | int | date | None) -> dict[str, str | int]:
    """Gives the values of the filters that are not None, as the database takes them."""
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in wanted.items()
        if value is not None
    }


def _numbered(statuses: Sequence[str] | None) -> dict[str, str]:
    return {f"status_{number}": status for number, status in enumerate(statuses or ())}


def _equal(columns: Any, names: _Names) -> list[ColumnElement[bool]]:  # noqa: ANN401 - as above
    return [columns[name] == bindparam(name) for name in names]


def _limited(statement: Select[Any], cut: _Names) -> Select[Any]:
    if "limit" not in cut:
        return statement
    # Left to itself SQLAlchemy has SQLite told the offset as well, as one more value.
    return statement.limit(bindparam("limit", type_=Integer)).offset(literal_column("0"))
