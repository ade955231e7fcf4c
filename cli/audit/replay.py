"""A case walked through step by step, and the answer to "which event set this value": what `audit replay` shows.

Nothing is computed anew: a step is the case before an event, the event, and the case after it, as recorded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from engine.case import Case, payload_of, unfold
from engine.envelope import Deadline, Envelope, Standing, Task
from engine.errors import NotFound
from engine.table import Table

_STARTED = "open"


@dataclass(frozen=True, slots=True)
class Step:
    """One event of a case, between the case before it (None: this opened it) and the case after it."""

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
    def deadlines_set(self) -> tuple[Deadline, ...]:
        """The deadlines that the event started."""
        return tuple(deadline for deadline in self.event.deadlines if deadline.status == _STARTED)

    @property
    def deadlines_closed(self) -> tuple[Deadline, ...]:
        """The deadlines that the event met, cancelled or otherwise took off the running ones."""
        return tuple(deadline for deadline in self.event.deadlines if deadline.status != _STARTED)

    @property
    def tasks_raised(self) -> tuple[Task, ...]:
        """What someone has to do since the event."""
        return tuple(task for task in self.event.tasks if task.status == _STARTED)

    @property
    def tasks_closed(self) -> tuple[Task, ...]:
        """What no longer waits to be done since the event."""
        return tuple(task for task in self.event.tasks if task.status != _STARTED)

    @property
    def standings_begun(self) -> tuple[Standing, ...]:
        """The legal statuses that the event began."""
        return tuple(standing for standing in self.event.standings if standing.until is None)

    @property
    def standings_ended(self) -> tuple[Standing, ...]:
        """The legal statuses that the event ended."""
        return tuple(standing for standing in self.event.standings if standing.until is not None)


def steps_of(table: Table, events: Iterable[Envelope]) -> tuple[Step, ...]:
    """Gives every step of a case's history, in order."""
    return tuple(Step(before, event, after) for before, event, after in unfold(table, events))


@dataclass(frozen=True, slots=True)
class Setting:
    """An event that gave a field its value."""

    value: Any
    event: Envelope


@dataclass(frozen=True, slots=True)
class Why:
    """Every event that gave a field a value, the oldest first; the last one gave it the value it has."""

    field: str
    settings: tuple[Setting, ...]

    @property
    def newest(self) -> Setting:
        """The event that set the value as it stands."""
        return self.settings[-1]


def why(table: Table, steps: Iterable[Step], field: str) -> Why:
    """Gives the events that set `field`: `state`, a deadline, task or standing by name, or `fact.field` of the data.

    A deadline or task that ran several times is asked for as `name#2`; without a number all its runs answer.

    Raises:
        NotFound: no event of the case ever set such a field.
    """
    by_field: dict[str, list[Setting]] = {}
    for step in steps:
        for name, value in _set_by(table, step):
            by_field.setdefault(name, []).append(Setting(value, step.event))
    found = by_field.get(field)
    if found is None:
        near = tuple(get_close_matches(field, by_field, n=3, cutoff=0.5))
        raise NotFound(
            "field-never-set",
            f"No event of this case set anything called {field!r}."
            + (f" Did you mean {', '.join(near)}?" if near else ""),
            nearest=near,
            details={"field": field, "known": tuple(sorted(by_field))},
        )
    return Why(field, tuple(found))


def _set_by(table: Table, step: Step) -> Iterator[tuple[str, Any]]:
    event = step.event
    if step.moves:
        yield "state", step.after.state
    if step.before is None or step.before.diary_number != step.after.diary_number:
        yield "diary_number", step.after.diary_number
    if event.opening is not None:
        for name in ("subject", "ministry", "ground"):
            yield name, getattr(event.opening, name)
    for deadline in event.deadlines:
        yield from _numbered(deadline.name, deadline.generation, {"due": deadline.due, "status": deadline.status})
    for task in event.tasks:
        yield from _numbered(task.name, task.generation, {"status": task.status})
    for standing in event.standings:
        yield standing.name, {"since": standing.since, "until": standing.until}
    fact = event.type.partition(".")[2]
    for name, value in payload_of(table, event).items():
        yield f"{fact}.{name}", value


def _numbered(name: str, generation: int, value: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    yield name, value
    yield f"{name}#{generation}", value
