"""The deadlines that `deadline list` gives: from the kept list or, as of a moment, from the cases as they stood."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from cli.case.refs import load, procedure_id, subject_code
from cli.deadline.ledger_words import life_lines
from cli.deadline.recorded_words import derivation_lines
from cli.deadline.spans import span_days
from cli.frame.as_of import cases_as_of, seen_from
from cli.frame.language import said
from cli.screen.page import Column, Page
from cli.screen.shapes import Labels, Shape, deadline_shape
from engine.deadline_standing import RUNNING
from engine.envelope import Deadline

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.wiring import Record
    from store.queries import DeadlineRow

WAITING = ("open", "passed")
"""A deadline that stands still waits for nothing until it runs again: it is neither near nor overdue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which deadlines are asked for; None lets everything through."""

    overdue: bool = False
    within: str | None = None
    case_id: str | None = None
    subject: str | None = None
    procedure: str | None = None
    status: str | None = None


def rows_of(run: Invocation, record: Record, wanted: Wanted) -> list[Shape]:
    """Gives the deadlines asked for: those that run first, the earliest due first.

    Raises:
        NotFound: there is no such case, subject or procedure.
        InputRejected: `--within` is no span.
    """
    subject = subject_code(run.wiring, wanted.subject)
    procedure = procedure_id(run.wiring, wanted.procedure) if wanted.procedure else None
    case_id = load(record, wanted.case_id, run.as_of)[1].case_id if wanted.case_id else None
    today = seen_from(run, record)[2]
    rows = _then(run, record, today) if run.asks_for_the_past else _kept(record, today)
    until = today + timedelta(days=span_days(wanted.within)) if wanted.within else None
    chosen = [
        {**row, "days_left": _days_left(row, today)}
        for row in rows
        if case_id in (None, row["case"])
        and subject in (None, row["subject"])
        and procedure in (None, row["procedure"])
        and wanted.status in (None, row["status"])
        and _in_time(row, today, until, overdue=wanted.overdue)
    ]
    return sorted(chosen, key=lambda row: (row["status"] not in RUNNING, row["due"], row["case"], row["name"]))


def _days_left(row: Mapping[str, Any], today: date) -> int | None:
    """Gives the days until the last day, negative behind it; None for a time that does not run."""
    return (date.fromisoformat(row["due"]) - today).days if row["status"] in WAITING else None


def _in_time(row: Mapping[str, Any], today: date, until: date | None, *, overdue: bool) -> bool:
    if not overdue and until is None:
        return True
    if row["status"] not in WAITING:
        return False
    due = date.fromisoformat(row["due"])
    return (overdue and due < today) or (until is not None and today <= due <= until)


def _kept(record: Record, today: date) -> Iterator[Shape]:
    for row in record.queries.deadline_list(statuses=None):
        label = _label(record, row.procedure, row.name)
        shape = deadline_shape(row.case_id, _deadline(row), label, seen_on=today)
        yield shape | {"subject": row.subject, "procedure": row.procedure}


def _deadline(row: DeadlineRow) -> Deadline:
    """Gives a deadline as its case holds it; the list leaves out what the law says of a suspension."""
    kept = (name for name in Deadline.__struct_fields__ if name != "suspension")
    return Deadline(**{name: getattr(row, name) for name in kept})


def _then(run: Invocation, record: Record, today: date) -> Iterator[Shape]:
    for table, case in cases_as_of(record, run.as_of):
        labels = Labels(table, run.language)
        for deadline in case.deadlines.values():
            shape = deadline_shape(case.case_id, deadline, labels.deadline(deadline.name), seen_on=today)
            yield shape | {"subject": case.subject, "procedure": case.opening.procedure}


def _label(record: Record, procedure: str | None, name: str) -> str:
    versions = record.wiring.declarations.versions(procedure) if procedure is not None else ()
    rules = (table.deadlines.get(name) for table in reversed(versions))
    return next((said(rule.label) for rule in rules if rule is not None), name)


def shown_for_people(run: Invocation, row: Mapping[str, Any]) -> Shape:
    """Gives a row as a person reads it: the status as a word."""
    return {**row, "status": run.words.term("deadline_status", row["status"])}


def columns(run: Invocation, rows: Sequence[Shape]) -> Sequence[Column]:
    """Gives the columns that a person sees; a table in which every deadline runs has no use for their status."""
    words = run.words
    status = (Column("status", words("deadline.column.status")),)
    return (
        Column("due", words("deadline.column.due"), date=True),
        Column("days_left", words("deadline.column.days_left"), right=True),
        *(() if run.out.form == "table" and all(row["status"] == "open" for row in rows) else status),
        Column("case", words("deadline.column.case")),
        Column("label", words("deadline.column.name"), wrap=True),
        Column("basis", words("deadline.column.basis"), wrap=True),
    )


def details(run: Invocation, rows: Sequence[Shape], today: date, page: Page) -> None:
    """Adds, for each deadline, how its day came about and what has happened to it since."""
    for row in rows:
        told = [*life_lines(run.words, row, today), *derivation_lines(run.words, row["derivation"])]
        page.item(f"{row['case']} · {row['label']} [{row['name']}]", under=told)
