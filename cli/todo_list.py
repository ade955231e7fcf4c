"""What is to be done over all open cases: open tasks, and running deadlines that no task carries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from cli.as_of import cases_as_of, seen_from
from cli.case_refs import procedure_id, subject_code
from cli.shapes import Labels, Shape, day
from engine.case import Case
from engine.envelope import Deadline, Task
from engine.table import Table

if TYPE_CHECKING:
    from cli.invocation import Invocation
    from cli.wiring import Record


@dataclass(frozen=True, slots=True)
class Sought:
    """Whose tasks are sought, and where; None lets everything through."""

    role: str | None
    procedure: str | None
    subject: str | None

    @classmethod
    def of(cls, run: Invocation, role: str | None, procedure: str | None, subject: str | None) -> Sought:
        """Gives what was asked for, its references understood.

        Raises:
            NotFound: a procedure or subject is not known.
        """
        return cls(
            role,
            procedure_id(run.wiring, procedure) if procedure is not None else None,
            subject_code(run.wiring, subject),
        )


def to_do(run: Invocation, record: Record, sought: Sought) -> list[Shape]:
    """Gives what is to be done as data: the earliest due first, then what has no day, the oldest first."""
    today = seen_from(run, record)[2]
    items = [
        item
        for table, case in _open_cases(run, record, sought)
        for item in _of_case(run, table, case, today)
        if sought.role in (None, item["role"])
    ]
    return sorted(items, key=lambda item: (item["due"] or "9999", item["raised_on"] or "", item["case"]))


def _open_cases(run: Invocation, record: Record, sought: Sought) -> Iterator[tuple[Table, Case]]:
    if run.asks_for_the_past:
        for table, case in cases_as_of(record, run.as_of):
            wanted = sought.procedure in (None, case.opening.procedure) and sought.subject in (None, case.subject)
            if wanted and case.closed_on is None:
                yield table, case
        return
    rows = record.opened.queries.case_list(procedure=sought.procedure, subject=sought.subject, is_open=True)
    for row in rows:
        yield record.registrar.load(row.case_id)


def _of_case(run: Invocation, table: Table, case: Case, today: date) -> Iterable[Shape]:
    labels = Labels(table, run.language)
    waited: set[tuple[str, int]] = set()
    for task in case.open_tasks:
        deadline = next((one for one in case.open_deadlines if one.name == task.deadline), None)
        if deadline is not None:
            waited.add((deadline.name, deadline.generation))
        yield _of_task(run, labels, case, task, deadline, today)
    for deadline in case.open_deadlines:
        if (deadline.name, deadline.generation) not in waited and deadline.status != "suspended":
            yield _of_deadline(run, labels, table, case, deadline, today)


def _of_task(run: Invocation, labels: Labels, case: Case, task: Task, deadline: Deadline | None, today: date) -> Shape:
    return {
        **_about(run, labels, case),
        "task": task.name,
        "label": labels.task(task.name),
        "role": task.role,
        "whose": labels.role(task.role),
        "organisation": task.organisation,
        "basis": task.basis,
        "raised_on": day(task.raised_on),
        "deadline": deadline.name if deadline else None,
        "due": day(deadline.due) if deadline else None,
        "days_left": (deadline.due - today).days if deadline else None,
    }


def _of_deadline(run: Invocation, labels: Labels, table: Table, case: Case, deadline: Deadline, today: date) -> Shape:
    move = next(
        (one for one in table.from_state(case.state) if any(meets.deadline.id == deadline.name for meets in one.meets)),
        None,
    )
    role = move.by[0] if move is not None else None
    return {
        **_about(run, labels, case),
        "task": None,
        "label": labels.deadline(deadline.name),
        "role": role.id if role else None,
        "whose": role.label.text(run.language) if role else None,
        "organisation": None,
        "basis": deadline.basis,
        "raised_on": day(deadline.started_on),
        "deadline": deadline.name,
        "due": day(deadline.due),
        "days_left": (deadline.due - today).days,
    }


def _about(run: Invocation, labels: Labels, case: Case) -> Shape:
    return {
        "case": case.case_id,
        "procedure": case.opening.procedure,
        "subject": case.subject,
        "subject_name": run.wiring.directory.by_code(case.subject).name.text(run.language),
        "state": case.state,
        "state_label": labels.state(case.state),
    }
