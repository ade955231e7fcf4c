"""A step of the calendar: whose it is, by when, on which section, the task that waits and the fact that does it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from engine.counting import Counting, DeadlineKind, SetDay
from engine.declaration import DeadlineRule, Fact, Role, TaskRule
from engine.law import Basis, Label
from procedures.steering_year.facts import Received, StepId


@dataclass(frozen=True)
class Step:
    """One thing of a year. Its deadline bears its id, as does its task; `fact` is what does it."""

    id: StepId
    fact: Fact
    task_label: Label
    by: Role
    counting: Counting
    basis: tuple[Basis, ...]
    kind: DeadlineKind = DeadlineKind.FIXED
    reminders_days: tuple[int, ...] = (-7, 1)
    opens: Counting | None = None

    @cached_property
    def deadline(self) -> DeadlineRule:
        """The day by which it is due."""
        return DeadlineRule(
            self.id,
            self.fact.label,
            self.kind,
            self.counting,
            self.basis,
            reminders_days=self.reminders_days,
            opens=self.opens,
        )

    @cached_property
    def task(self) -> TaskRule:
        """The task that waits until it is done."""
        return TaskRule(self.id, self.task_label, self.by, self.basis, deadline=self.id, done_by=(self.fact.id,))


def awaited(
    step_id: StepId,
    what: Label,
    by: Role,
    parameter: str,
    *basis: Basis,
    kind: DeadlineKind = DeadlineKind.FIXED,
) -> Step:
    """Gives the step that something has come from everybody by a day of the year; its fact is `…_received`."""
    received = Label(f"kaikilta saatu: {what.fi}", f"mottaget av alla: {what.sv}", f"received from all: {what.en}")
    return Step(
        step_id,
        Fact(f"{step_id}_received", received, Received),
        Label(
            f"seuraa, että kaikilta on saatu: {what.fi}",
            f"följ upp att alla har lämnat: {what.sv}",
            f"see that this has come from all: {what.en}",
        ),
        by,
        SetDay(parameter, year_after="year"),
        basis,
        kind,
    )
