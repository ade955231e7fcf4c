"""One deadline of one case, explained: `explain evaluation-15-2025:group_term`.

The rule, the section, the number of the law and its day, the act that set it, how its day was reckoned, what has
happened to it since, and what would meet it: all as recorded, as of the moment that is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from cli.audit.changes import DeadlineChange
from cli.audit.replay import Step, steps_of
from cli.audit.telling import Seen
from cli.case.refs import load
from cli.frame.as_of import seen_from
from cli.screen.shapes import Labels
from engine.case import Case
from engine.deadline_standing import RUNNING
from engine.envelope import Deadline, Task
from engine.errors import NotFound
from engine.law import Label
from engine.table import Table

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.rules.glossary import Entry
    from cli.wiring import Record


@dataclass(frozen=True, slots=True)
class Explained:
    """A deadline with the case it belongs to, and every step of the case that set it or changed it, in order.

    `runs` are all deadlines of its name, itself among them; `met_by` the labels of the facts that meet it, and `waits`
    the tasks that are to be done by it.
    """

    code: str
    table: Table
    case: Case
    labels: Labels
    deadline: Deadline
    changes: tuple[tuple[Step, DeadlineChange], ...]
    runs: tuple[Deadline, ...]
    met_by: tuple[Label, ...]
    waits: tuple[Task, ...]
    entry: Entry | None
    seen: Seen

    @property
    def set_by(self) -> Step:
        """The step that set it."""
        return self.changes[0][0]


def running_deadline(run: Invocation, record: Record, reference: re.Match[str]) -> Explained:
    """Gives the deadline that is meant: of several runs the newest that runs, or the newest.

    Raises:
        NotFound: there is no such case, or it has no such deadline as of then; the nearest names are given.
    """
    name, number = reference["name"], reference["number"]
    table, case = load(record, reference["case"], run.as_of)
    runs = tuple(one for (known, _), one in sorted(case.deadlines.items()) if known == name)
    deadline = _meant(runs, number)
    if deadline is None:
        raise _unknown(case, name, number)
    changes = tuple(_changes(table, case, deadline))
    own = changes[0][0].table
    moves = (move for move in table.procedure.transitions for meets in move.meets if meets.deadline.id == deadline.name)
    return Explained(
        code=f"{case.case_id}:{deadline.name}#{deadline.generation}",
        table=own,
        case=case,
        labels=Labels(own, run.language, run.wiring.declarations),
        deadline=deadline,
        changes=changes,
        runs=runs,
        met_by=tuple(dict.fromkeys(move.fact.label for move in moves)),
        waits=tuple(task for task in case.open_tasks if task.deadline == deadline.name),
        entry=_declared(run, own, deadline.name),
        seen=Seen(*seen_from(run, record)),
    )


def _meant(runs: tuple[Deadline, ...], number: str | None) -> Deadline | None:
    if number is not None:
        return next((one for one in runs if one.generation == int(number)), None)
    running = [one for one in runs if one.status in RUNNING]
    return next(reversed(running or list(runs)), None)


def _unknown(case: Case, name: str, number: str | None) -> NotFound:
    known = sorted({known for known, _ in case.deadlines})
    near = tuple(f"{case.case_id}:{one}" for one in get_close_matches(name, known, n=3, cutoff=0.4) or known[:3])
    sought = name if number is None else f"{name}#{number}"
    return NotFound(
        "deadline-unknown",
        f"{case.case_id} has no deadline called {sought!r}.",
        nearest=near,
        try_next=f"ohjaus deadline list --case {case.case_id}",
        details={"case": case.case_id, "deadline": sought},
    )


def _changes(table: Table, case: Case, deadline: Deadline) -> Iterator[tuple[Step, DeadlineChange]]:
    key = (deadline.name, deadline.generation)
    for step in steps_of(table, case.events):
        for change in step.deadlines:
            if (change.after.name, change.after.generation) == key:
                yield step, change


def _declared(run: Invocation, table: Table, name: str) -> Entry | None:
    """Gives what the declaration says of the rule; None when no version of it knows the rule."""
    from cli.rules.glossary import glossary

    entries = glossary(run.wiring.declarations).get(name, ())
    procedure = table.procedure.id
    mine = (one for one in entries if one.kind == "deadline")
    return next((one for one in mine if any(d.partition("@")[0] == procedure for d in one.declarations)), None)
