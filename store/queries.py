"""Reading the kept projections: cases, deadlines, tasks and the matrix, as typed rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, TypeVar

import msgspec
from sqlalchemy import ColumnElement, Select, and_, bindparam, func, select

from engine.envelope import DerivationRecord, LedgerEntry
from engine.ports import CaseSummary
from store.connection import Database, Result, compiled
from store.kept_rows import as_folded
from store.projections.cases import CASES, summary
from store.projections.deadlines import DEADLINES
from store.projections.occurrences import OCCURRENCES
from store.projections.subject_matrix import SUBJECT_MATRIX
from store.projections.tables import declared
from store.projections.tasks import TASKS

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
        rows = self._rows(CaseRow, _case_rows().where(_cases.case_id == case_id))
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
        wanted = _equal({_cases.procedure: procedure, _cases.subject: subject, _cases.state: state})
        if is_open is not None:
            wanted.append(_cases.closed_on.is_(None) if is_open else _cases.closed_on.is_not(None))
        if overdue_on is not None:
            late = and_(_deadlines.case_id == _cases.case_id, _deadlines.status.in_(RUNNING))
            wanted.append(select(_DEADLINES).where(late, _deadlines.due < overdue_on.isoformat()).exists())
        statement = _case_rows().where(*wanted).order_by(_cases.opened_on, _cases.case_id)
        return self._rows(CaseRow, _limited(statement, limit))

    def cases_ended_since(self, day: date) -> tuple[str, ...]:
        """Gives the ids of the cases that are open or ended on a day or later, the one recorded last at the end."""
        ended = _cases.closed_on.is_(None) | (_cases.closed_on >= day.isoformat())
        found = self._found(select(_cases.case_id).where(ended).order_by(_cases.position))
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
        wanted = _equal({_deadlines.case_id: case_id, _deadlines.subject: subject, _deadlines.procedure: procedure})
        if statuses is not None:
            wanted.append(_deadlines.status.in_(statuses))
        if due_until is not None:
            wanted.append(_deadlines.due <= due_until.isoformat())
        order = (_deadlines.due, _deadlines.case_id, _deadlines.name, _deadlines.generation)
        statement = select(*_columns(_deadlines, DeadlineRow)).where(*wanted).order_by(*order)
        found = self._found(_limited(statement, limit))
        with as_folded():
            for row in found:
                row["derivation"] = msgspec.json.decode(row["derivation"])
                row["ledger"] = msgspec.json.decode(row["ledger"])
            return tuple(msgspec.convert(row, DeadlineRow) for row in found)

    def occurrence_keys(self) -> frozenset[str]:
        """Gives the keys of what the clock has recorded of deadlines that still run."""
        running = (
            _deadlines.case_id == _occurrences.case_id,
            _deadlines.name == _occurrences.deadline,
            _deadlines.generation == _occurrences.generation,
            _deadlines.status.in_(RUNNING),
        )
        return frozenset(row["key"] for row in self._found(select(_occurrences.key).where(*running)))

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
        wanted = _equal(
            {
                _tasks.role: role,
                _tasks.organisation: organisation,
                _tasks.case_id: case_id,
                _tasks.subject: subject,
                _tasks.procedure: procedure,
            }
        )
        if statuses is not None:
            wanted.append(_tasks.status.in_(statuses))
        order = (_tasks.raised_on, _tasks.case_id, _tasks.name, _tasks.generation)
        statement = select(*_columns(_tasks, TaskRow)).where(*wanted).order_by(*order)
        return self._rows(TaskRow, _limited(statement, limit))

    def matrix(self, *, subject: str | None = None, procedure: str | None = None) -> tuple[MatrixRow, ...]:
        """Gives where each subject stands in each procedure that it ever met, by subject and procedure."""
        wanted = _equal({_matrix.subject: subject, _matrix.procedure: procedure})
        statement = select(*_columns(_matrix, MatrixRow)).where(*wanted).order_by(_matrix.subject, _matrix.procedure)
        return self._rows(MatrixRow, statement)

    def _rows(self, kind: type[_Row], statement: Select[Any]) -> tuple[_Row, ...]:
        with as_folded():
            return tuple(msgspec.convert(row, kind) for row in self._found(statement))

    def _found(self, statement: Select[Any]) -> list[dict[str, Any]]:
        # SQLAlchemy's names are a kind of text of their own.
        names = [str(column.name) for column in statement.selected_columns]
        return [dict(zip(names, row, strict=True)) for row in self._database.select(statement)]


_Row = TypeVar("_Row")

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


def _columns(columns: Any, kind: type) -> list[Any]:  # noqa: ANN401 - SQLAlchemy's collection of columns has no public type
    return [columns[field.name] for field in fields(kind)]


def _case_rows() -> Select[Any]:
    running = and_(_deadlines.case_id == _cases.case_id, _deadlines.status.in_(RUNNING))
    next_due = select(func.min(_deadlines.due)).where(running).scalar_subquery().label("next_due")
    return select(*(_cases[field.name] for field in fields(CaseRow) if field.name != "next_due"), next_due)


def _equal(wanted: Mapping[ColumnElement[Any], str | None]) -> list[ColumnElement[bool]]:
    return [column == value for column, value in wanted.items() if value is not None]


def _limited(statement: Select[Any], limit: int | None) -> Select[Any]:
    return statement if limit is None else statement.limit(limit)
