"""What is to be done over all open cases: open tasks, and running deadlines that no task carries.

Of a closed case only what a correction has left to be settled is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from cli.case.refs import procedure_id, subject_code
from cli.frame.as_of import cases_as_of, seen_from
from cli.screen.shapes import Labels, Shape, day
from engine.correction_incidents import SETTLE_TASK
from engine.envelope import Deadline, Task
from engine.table import Table

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.wiring import Record
    from store.queries import DeadlineRow, TaskRow

    _Task = Task | TaskRow
    _Deadline = Deadline | DeadlineRow


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


@dataclass(frozen=True, slots=True)
class _Open:
    """An open case with what waits in it, read from the projections or folded from the log."""

    case_id: str
    procedure: str
    declaration: str
    subject: str
    state: str
    tasks: Sequence[_Task]
    deadlines: Sequence[_Deadline]


def to_do(run: Invocation, record: Record, sought: Sought) -> list[Shape]:
    """Gives what is to be done as data: the earliest due first, then what has no day, the oldest first."""
    today = seen_from(run, record)[2]
    cases = _past(run, record, sought) if run.asks_for_the_past else _of_one_moment(record, sought)
    items = [item for case in cases for item in _of_case(run, case, today) if sought.role in (None, item["role"])]
    return sorted(items, key=lambda item: (item["due"] or "9999", item["raised_on"] or "", item["case"]))


def _of_one_moment(record: Record, sought: Sought) -> list[_Open]:
    # What is recorded meanwhile belongs to none of the lists that are put together here.
    with record.opened.database.snapshot():
        return list(_now(record, sought))


def _now(record: Record, sought: Sought) -> Iterator[_Open]:
    queries = record.queries
    tasks: dict[str, list[_Task]] = {}
    for task in queries.task_list(procedure=sought.procedure, subject=sought.subject):
        tasks.setdefault(task.case_id, []).append(task)
    owed: dict[str, set[str | None]] = {}
    if sought.subject is not None:
        # What it owes as a party of a case about somebody else, such as the whole state.
        for task in queries.task_list(procedure=sought.procedure, organisation=sought.subject):
            if task.subject != sought.subject:
                tasks.setdefault(task.case_id, []).append(task)
                owed.setdefault(task.case_id, set()).add(task.deadline)
    deadlines: dict[str, list[_Deadline]] = {}
    for deadline in queries.deadline_list(procedure=sought.procedure, subject=sought.subject):
        deadlines.setdefault(deadline.case_id, []).append(deadline)
    for case_id, names in owed.items():
        deadlines[case_id] = [one for one in queries.deadline_list(case_id=case_id) if one.name in names]
    for row in queries.case_list(procedure=sought.procedure):
        if row.case_id not in tasks and sought.subject not in (None, row.subject):
            continue
        if row.closed_on is not None:
            tasks[row.case_id] = _to_settle(tasks.get(row.case_id, ()))
            deadlines.pop(row.case_id, None)
        yield _Open(
            row.case_id,
            row.procedure,
            row.declaration,
            row.subject,
            row.state,
            tasks.get(row.case_id, ()),
            deadlines.get(row.case_id, ()),
        )


def _past(run: Invocation, record: Record, sought: Sought) -> Iterator[_Open]:
    for _, case in cases_as_of(record, run.as_of):
        opening = case.opening
        about = sought.subject in (None, opening.subject)
        mine = [task for task in case.open_tasks if about or task.organisation == sought.subject]
        waiting: list[_Task] = [*mine] if case.closed_on is None else _to_settle(mine)
        if sought.procedure in (None, opening.procedure) and (waiting or (about and case.closed_on is None)):
            running = [one for one in case.open_deadlines if about and one.status != "suspended"]
            running = running if case.closed_on is None else []
            yield _Open(
                case.case_id,
                opening.procedure,
                case.declaration,
                opening.subject,
                case.state,
                waiting,
                running,
            )


def _to_settle(tasks: Iterable[_Task]) -> list[_Task]:
    return [task for task in tasks if task.name == SETTLE_TASK]


def _of_case(run: Invocation, case: _Open, today: date) -> Iterator[Shape]:
    table = run.wiring.declarations.pinned(case.declaration)
    labels = Labels(table, run.language)
    about = {
        "case": case.case_id,
        "procedure": case.procedure,
        "subject": case.subject,
        "subject_name": run.wiring.directory.by_code(case.subject).name.text(run.language),
        "state": case.state,
        "state_label": labels.state(case.state),
    }
    waited: set[tuple[str, int]] = set()
    for task in case.tasks:
        deadline = next((one for one in case.deadlines if one.name == task.deadline), None)
        if deadline is not None:
            waited.add((deadline.name, deadline.generation))
        yield about | _of_task(labels, task, deadline, today)
    for deadline in case.deadlines:
        if (deadline.name, deadline.generation) not in waited:
            yield about | _of_deadline(labels, _meeting(table, case.state, deadline.name), deadline, today)


def _of_task(labels: Labels, task: _Task, deadline: _Deadline | None, today: date) -> Shape:
    return {
        "task": task.name,
        "label": labels.task(task.name),
        "role": task.role,
        "whose": labels.role(task.role),
        "organisation": task.organisation,
        "party": task.organisation if labels.is_of_parties(task.name) else None,
        "basis": task.basis,
        "raised_on": day(task.raised_on),
        "deadline": deadline.name if deadline else None,
        "due": day(deadline.due) if deadline else None,
        "days_left": (deadline.due - today).days if deadline else None,
    }


def _of_deadline(labels: Labels, role: str | None, deadline: _Deadline, today: date) -> Shape:
    return {
        "task": None,
        "label": labels.deadline(deadline.name),
        "role": role,
        "whose": labels.role(role) if role else None,
        "organisation": None,
        "party": None,
        "basis": deadline.basis,
        "raised_on": day(deadline.started_on),
        "deadline": deadline.name,
        "due": day(deadline.due),
        "days_left": (deadline.due - today).days,
    }


def _meeting(table: Table, state: str, name: str) -> str | None:
    """Gives the role that may do what meets a deadline from a state, or None when nothing there meets it."""
    for move in table.from_state(state):
        if any(meets.deadline.id == name for meets in move.meets):
            return move.by[0].id
    return None
