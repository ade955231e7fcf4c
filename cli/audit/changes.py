"""What became of the deadlines, tasks and standings of a case between two moments of it.

Nothing is reckoned: two recorded values are laid beside each other, and the difference is given a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from engine.case import Case
from engine.envelope import Deadline, Envelope, LedgerEntry, Standing, Task

DeadlineKind = Literal[
    "set", "met", "late", "passed", "suspended", "resumed", "reopened", "extended", "moved", "cancelled", "changed"
]
TaskKind = Literal["raised", "done", "cancelled", "reopened"]
StandingKind = Literal["begun", "ended", "changed"]

DEADLINE_KINDS: tuple[DeadlineKind, ...] = (
    "set",
    "met",
    "late",
    "passed",
    "suspended",
    "resumed",
    "reopened",
    "extended",
    "moved",
    "cancelled",
    "changed",
)
TASK_KINDS: tuple[TaskKind, ...] = ("raised", "done", "cancelled", "reopened")
STANDING_KINDS: tuple[StandingKind, ...] = ("begun", "ended", "changed")

_OPEN = "open"
_ENDS: tuple[DeadlineKind, ...] = ("met", "late", "cancelled")


@dataclass(frozen=True, slots=True)
class DeadlineChange:
    """A deadline before and after; None before says that there was none of it yet."""

    before: Deadline | None
    after: Deadline

    @property
    def kind(self) -> DeadlineKind:
        """What happened to it, in one word; of several things the one that says where it stands now."""
        before, after = self.before, self.after
        if before is None or before.status != after.status:
            return _by_status(before, after)
        newest = self.entries[-1].kind if self.entries else ""
        if before.due != after.due:
            return "extended" if newest == "extended" else "moved"
        return "suspended" if newest == after.status == "suspended" else "changed"

    @property
    def entries(self) -> tuple[LedgerEntry, ...]:
        """What its ledger says of the change, the oldest first."""
        known = self.before.ledger if self.before else ()
        return tuple(entry for entry in self.after.ledger if entry not in known)

    @property
    def ends(self) -> bool:
        """True when it runs no longer."""
        return self.kind in _ENDS


def _by_status(before: Deadline | None, after: Deadline) -> DeadlineKind:
    if after.status == _OPEN:
        if before is None:
            return "set"
        return "resumed" if before.status == "suspended" else "reopened"
    kinds: dict[str, DeadlineKind] = {
        "met": "met",
        "late": "late",
        "passed": "passed",
        "suspended": "suspended",
        "cancelled": "cancelled",
    }
    return kinds.get(after.status, "changed")


@dataclass(frozen=True, slots=True)
class TaskChange:
    """A task before and after; None before says that nobody had it yet."""

    before: Task | None
    after: Task

    @property
    def kind(self) -> TaskKind:
        """What happened to it, in one word."""
        if self.after.status == _OPEN:
            return "raised" if self.before is None else "reopened"
        return "done" if self.after.status == "done" else "cancelled"


@dataclass(frozen=True, slots=True)
class StandingChange:
    """A legal status before and after; None before says that it was never on."""

    before: Standing | None
    after: Standing

    @property
    def kind(self) -> StandingKind:
        """What happened to it, in one word."""
        was_on = self.before is not None and self.before.until is None
        is_on = self.after.until is None
        if is_on == was_on:
            return "changed" if self.before is not None else "ended"
        return "begun" if is_on else "ended"


def deadline_changes(before: Case | None, after: Iterable[Deadline]) -> Iterator[DeadlineChange]:
    """Yields the deadlines of `after` that are not as they were before."""
    known = before.deadlines if before else {}
    for deadline in after:
        was = known.get((deadline.name, deadline.generation))
        if was != deadline:
            yield DeadlineChange(was, deadline)


def task_changes(before: Case | None, after: Iterable[Task]) -> Iterator[TaskChange]:
    """Yields the tasks of `after` whose turn began or ended since."""
    known = before.tasks if before else {}
    for task in after:
        was = known.get((task.name, task.generation))
        if was is None or was.status != task.status:
            yield TaskChange(was, task)


def standing_changes(before: Case | None, after: Iterable[Standing]) -> Iterator[StandingChange]:
    """Yields the legal statuses of `after` that are not as they were before."""
    known = before.standings if before else {}
    for standing in after:
        was = known.get(standing.name)
        if was != standing:
            yield StandingChange(was, standing)


def carriers(events: Iterable[Envelope]) -> dict[tuple[str, str, int], list[int]]:
    """Gives, for each deadline, task and standing, the positions of the events that carry it."""
    found: dict[tuple[str, str, int], list[int]] = {}
    for event in events:
        keys = [("deadline", one.name, one.generation) for one in event.deadlines]
        keys += [("task", one.name, one.generation) for one in event.tasks]
        keys += [("standing", one.name, 0) for one in event.standings]
        for key in dict.fromkeys(keys):
            found.setdefault(key, []).append(event.position)
    return found
