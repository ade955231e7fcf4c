"""The list of cases: from the projection when it is asked as of now, folded from the log when asked of the past."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from cli.case.refs import ensure_state, procedure_id, subject_code
from cli.frame.as_of import cases_as_of, seen_from
from cli.screen.shapes import Shape, day

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.wiring import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which cases are wanted; None lets everything through."""

    procedure: str | None
    subject: str | None
    state: str | None
    is_open: bool | None
    overdue: bool

    @classmethod
    def of(
        cls,
        run: Invocation,
        procedure: str | None,
        subject: str | None,
        *,
        state: str | None,
        is_open: bool | None,
        overdue: bool,
    ) -> Wanted:
        """Gives what was asked for, its references understood.

        Raises:
            NotFound: a procedure, subject or state is not known.
        """
        if state is not None:
            # To know every state every declaration is loaded, which takes longer than the list itself.
            ensure_state(run.wiring.declarations.all(), state)
        return cls(
            procedure=procedure_id(run.wiring, procedure) if procedure is not None else None,
            subject=subject_code(run.wiring, subject),
            state=state,
            is_open=is_open,
            overdue=overdue,
        )


@dataclass(frozen=True, slots=True)
class _Row:
    case_id: str
    procedure: str
    declaration: str
    subject: str
    state: str
    version: int
    opened_on: date
    closed_on: date | None
    diary_number: str | None
    next_due: date | None


def listed(run: Invocation, record: Record, wanted: Wanted) -> list[Shape]:
    """Gives the wanted cases as data, the oldest first."""
    today = seen_from(run, record)[2]
    rows = _past(run, record, wanted, today) if run.asks_for_the_past else _now(record, wanted, today)
    return [_shape(run, row, today) for row in rows]


def _now(record: Record, wanted: Wanted, today: date) -> Iterator[_Row]:
    rows = record.queries.case_list(
        procedure=wanted.procedure,
        subject=wanted.subject,
        state=wanted.state,
        is_open=wanted.is_open,
        overdue_on=today if wanted.overdue else None,
    )
    for row in rows:
        yield _Row(
            row.case_id,
            row.procedure,
            row.declaration,
            row.subject,
            row.state,
            row.version,
            row.opened_on,
            row.closed_on,
            row.diary_number,
            row.next_due,
        )


def _past(run: Invocation, record: Record, wanted: Wanted, today: date) -> Iterator[_Row]:
    found = []
    for _, case in cases_as_of(record, run.as_of):
        running = [deadline.due for deadline in case.open_deadlines if deadline.status != "suspended"]
        next_due = min(running, default=None)
        found.append(
            _Row(
                case.case_id,
                case.opening.procedure,
                case.declaration,
                case.subject,
                case.state,
                case.version,
                case.opened_on,
                case.closed_on,
                case.diary_number,
                next_due,
            )
        )
    for row in sorted(found, key=lambda row: (row.opened_on, row.case_id)):
        if _is_wanted(row, wanted, today):
            yield row


def _is_wanted(row: _Row, wanted: Wanted, today: date) -> bool:
    return (
        wanted.procedure in (None, row.procedure)
        and wanted.subject in (None, row.subject)
        and wanted.state in (None, row.state)
        and (wanted.is_open is None or wanted.is_open == (row.closed_on is None))
        and (not wanted.overdue or (row.next_due is not None and row.next_due < today))
    )


def _shape(run: Invocation, row: _Row, today: date) -> Shape:
    table = run.wiring.declarations.pinned(row.declaration)
    state = table.states.get(row.state)
    return {
        "case": row.case_id,
        "procedure": row.procedure,
        "declaration": row.declaration,
        "subject": row.subject,
        "subject_name": run.wiring.directory.by_code(row.subject).name.text(run.language),
        "state": row.state,
        "state_label": state.label.text(run.language) if state else row.state,
        "version": row.version,
        "opened_on": day(row.opened_on),
        "closed_on": day(row.closed_on),
        "diary_number": row.diary_number,
        "next_due": day(row.next_due),
        "overdue": row.next_due is not None and row.next_due < today,
    }
