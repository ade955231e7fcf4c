"""A case walked through step by step: what `audit replay` shows.

Nothing is computed anew: a step is the case before an event, the event, and the case after it, as recorded.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cli.audit.changes import (
    DeadlineChange,
    StandingChange,
    TaskChange,
    deadline_changes,
    standing_changes,
    task_changes,
)
from engine.case import Case, unfold
from engine.correction_reading import superseded_version
from engine.envelope import Deadline, Envelope, Standing, Task
from engine.errors import NotFound
from engine.table import Table


@dataclass(frozen=True, slots=True)
class Step:
    """One event of a case, between the case before it (None: this opened it) and the case after it.

    `table` is the declaration under which the event was recorded.
    """

    table: Table
    before: Case | None
    event: Envelope
    after: Case

    @property
    def state_before(self) -> str | None:
        """Where the case stood before the event; None when there was no case yet."""
        return self.before.state if self.before else None

    @property
    def moves(self) -> bool:
        """True when the event took the case to another state."""
        return self.state_before != self.after.state

    @property
    def supersedes(self) -> int | None:
        """The version of the event that this one takes the place of."""
        return superseded_version(self.event)

    @property
    def deadlines(self) -> tuple[DeadlineChange, ...]:
        """What became of the deadlines."""
        return tuple(deadline_changes(self.before, self.event.deadlines))

    @property
    def tasks(self) -> tuple[TaskChange, ...]:
        """What became of the tasks."""
        return tuple(task_changes(self.before, self.event.tasks))

    @property
    def standings(self) -> tuple[StandingChange, ...]:
        """What became of the legal statuses."""
        return tuple(standing_changes(self.before, self.event.standings))

    @property
    def deadlines_set(self) -> tuple[Deadline, ...]:
        """The deadlines that the event started."""
        return tuple(one.after for one in self.deadlines if one.kind == "set")

    @property
    def deadlines_closed(self) -> tuple[Deadline, ...]:
        """The deadlines that run no longer since the event: met, met late or cancelled."""
        return tuple(one.after for one in self.deadlines if one.ends)

    @property
    def tasks_raised(self) -> tuple[Task, ...]:
        """What someone has to do since the event."""
        return tuple(one.after for one in self.tasks if one.kind in ("raised", "reopened"))

    @property
    def tasks_closed(self) -> tuple[Task, ...]:
        """What no longer waits to be done since the event."""
        return tuple(one.after for one in self.tasks if one.kind in ("done", "cancelled"))

    @property
    def standings_begun(self) -> tuple[Standing, ...]:
        """The legal statuses that the event began."""
        return tuple(one.after for one in self.standings if one.kind == "begun")

    @property
    def standings_ended(self) -> tuple[Standing, ...]:
        """The legal statuses that the event ended."""
        return tuple(one.after for one in self.standings if one.kind == "ended")


def steps_of(table: Table, events: Iterable[Envelope]) -> tuple[Step, ...]:
    """Gives every step of a case's history, in order, each under the law it was recorded under."""
    return tuple(
        Step(table.version(event.declaration), before, event, after) for before, event, after in unfold(table, events)
    )


def part_of(
    case: Case,
    steps: Sequence[Step],
    *,
    step: int | None = None,
    from_version: int | None = None,
    limit: int | None = None,
) -> tuple[Step, ...]:
    """Gives one step, or the steps from a version on, at most `limit` of them.

    Raises:
        NotFound: `step-unknown`, the case has no event of that version, or had none as of then.
    """
    if step is not None:
        found = tuple(one for one in steps if one.event.version == step)
        if not found:
            raise NotFound(
                "step-unknown",
                f"{case.case_id} has no event number {step} as of then; the last one is number {case.version}.",
                try_next=f"ohjaus audit replay {case.case_id}",
                details={"case": case.case_id, "step": step, "last": case.version},
            )
        return found
    chosen = tuple(one for one in steps if one.event.version >= (from_version or 1))
    return chosen if limit is None else chosen[:limit]
