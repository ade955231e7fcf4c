"""What came about between two moments: of one case, of one subject's cases, or of the whole archive.

A moment is a position of the log and, where it is asked for, a legal day: what was known then about that day. Two cases
are folded and laid beside each other; nothing is reckoned. Only the streams that something touched between the two
moments are read, one after the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeVar

from cli.audit.changes import (
    DeadlineChange,
    StandingChange,
    TaskChange,
    deadline_changes,
    standing_changes,
    task_changes,
)
from cli.audit.replay import steps_of
from cli.audit.why import Corrected, corrected_fields
from cli.case.refs import load
from engine.case import Case
from engine.correction_incidents import Incident, listed_incidents
from engine.correction_reading import CORRECTING
from engine.envelope import Deadline, Envelope, Standing, Task
from engine.errors import InputRejected, NotFound
from engine.request import AsOf
from engine.table import Table

if TYPE_CHECKING:
    from cli.wiring import Record


_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What was known up to a position, about what had happened in law by a day (None: by any day).

    `time` is the instant that was asked for, or that at which the position was recorded; None of the empty log.
    """

    position: int
    time: datetime | None
    in_force_on: date | None = None

    @property
    def as_of(self) -> AsOf:
        """The two axes of the moment."""
        return AsOf(known_at=self.position, in_force_on=self.in_force_on)


def ensure_in_order(start: Moment, end: Moment) -> None:
    """Makes sure that a difference runs forward on both axes.

    Raises:
        InputRejected: `diff-backwards`, it would run from a later moment to an earlier one.
    """
    later: tuple[object, object] | None = None
    if start.position > end.position:
        later = (start.position, end.position)
    elif start.time is not None and end.time is not None and start.time > end.time:
        later = (f"{start.time:%Y-%m-%dT%H:%MZ}", f"{end.time:%Y-%m-%dT%H:%MZ}")
    elif end.in_force_on is not None and (start.in_force_on is None or start.in_force_on > end.in_force_on):
        later = (start.in_force_on or "–", end.in_force_on)
    if later is not None:
        raise InputRejected(
            "diff-backwards",
            f"A difference runs from the earlier moment to the later, and {later[0]} is later than {later[1]}.",
            try_next="ohjaus audit diff --help",
            details={"from": later[0], "to": later[1]},
        )


@dataclass(frozen=True, slots=True)
class CaseDiff:
    """A case at two moments (None before: it was not known then), and the events that are known only at the later."""

    table: Table
    before: Case | None
    after: Case
    events: tuple[Envelope, ...]

    @property
    def opened(self) -> bool:
        """True when the case was opened between."""
        return self.before is None

    @property
    def closed(self) -> bool:
        """True when the case ended between."""
        return self.after.closed_on is not None and (self.before is None or self.before.closed_on is None)

    @property
    def reopened(self) -> bool:
        """True when a case that had ended is open again."""
        return self.after.closed_on is None and self.before is not None and self.before.closed_on is not None

    @property
    def moved(self) -> bool:
        """True when the case stands elsewhere."""
        return self.before is None or self.before.state != self.after.state

    @property
    def movers(self) -> tuple[int, ...]:
        """The positions of the events between that moved the case from its state."""
        between = {event.position for event in self.events}
        steps = steps_of(self.table, self.after.events)
        return tuple(step.event.position for step in steps if step.moves and step.event.position in between)

    @property
    def deadlines(self) -> tuple[DeadlineChange, ...]:
        """What became of the deadlines."""
        return tuple(deadline_changes(self.before, self.after.deadlines.values()))

    @property
    def tasks(self) -> tuple[TaskChange, ...]:
        """What became of the tasks."""
        return tuple(task_changes(self.before, self.after.tasks.values()))

    @property
    def standings(self) -> tuple[StandingChange, ...]:
        """What became of the legal statuses."""
        return tuple(standing_changes(self.before, self.after.standings.values()))

    @property
    def gone(self) -> tuple[Envelope, ...]:
        """The events of the earlier moment that, as is known at the later one, had not happened by its legal day."""
        kept = {event.position for event in self.after.events}
        return tuple(event for event in (self.before.events if self.before else ()) if event.position not in kept)

    @property
    def deadlines_gone(self) -> tuple[Deadline, ...]:
        """The deadlines that nothing set any more."""
        return _gone(self.before.deadlines if self.before else {}, self.after.deadlines)

    @property
    def tasks_gone(self) -> tuple[Task, ...]:
        """The tasks that nothing raised any more."""
        return _gone(self.before.tasks if self.before else {}, self.after.tasks)

    @property
    def standings_gone(self) -> tuple[Standing, ...]:
        """The legal statuses that nothing began any more."""
        return _gone(self.before.standings if self.before else {}, self.after.standings)

    @property
    def readings(self) -> tuple[Corrected, ...]:
        """The fields of acts known at both moments that read otherwise by what was corrected between."""
        before, after = self.before, self.after
        if before is None or before.superseded == after.superseded:
            return ()
        kept = {event.version for event in after.readings}
        return tuple(one for one in corrected_fields(before, after) if one.version in kept)

    @property
    def incidents(self) -> tuple[Incident, ...]:
        """The events that lost their footing between, and those that were settled between."""
        known = set(listed_incidents(self.before)) if self.before else set()
        return tuple(one for one in listed_incidents(self.after) if one not in known)

    def positions(self, carries: Callable[[Envelope], bool]) -> list[int]:
        """Gives the positions of the events between that a condition picks."""
        return [event.position for event in self.events if carries(event)]


def _gone(before: Mapping[_Key, _Value], after: Mapping[_Key, _Value]) -> tuple[_Value, ...]:
    return tuple(value for key, value in before.items() if key not in after)


def case_diff(record: Record, reference: str, start: Moment, end: Moment) -> CaseDiff | None:
    """Gives what came about in one case, or None when nothing did.

    Raises:
        NotFound: there is no such case, or it was not known even at the later moment.
    """
    table, after = load(record, reference, end.as_of)
    before = _known(record, after.case_id, start)
    known = {event.position for event in before.events} if before else set()
    events = tuple(event for event in after.events if event.position not in known)
    if before is not None and not events and before == after:
        return None
    return CaseDiff(table, before, after, events)


def case_diffs(
    record: Record,
    start: Moment,
    end: Moment,
    *,
    subject: str | None = None,
    watched: Callable[[Iterator[Envelope], int], Iterator[Envelope]] | None = None,
) -> Iterator[CaseDiff]:
    """Yields what came about in each case, in the order in which the cases were first touched.

    `watched` may wrap the events that are read, of which it is told how many there are, to show how far that is.
    """
    after = start.position if start.in_force_on == end.in_force_on else 0
    events = record.log.read(after_position=after)
    seen: set[str] = set()
    for event in watched(events, end.position - after) if watched else events:
        if event.position > end.position:
            return
        if event.stream in seen or not _touches(event, start, end):
            continue
        seen.add(event.stream)
        found = _of_stream(record, event.stream, start, end)
        if found is not None and subject in (None, found.after.subject):
            yield found


def _touches(event: Envelope, start: Moment, end: Moment) -> bool:
    # What a correction says is heard on the day of the act that it corrects, whatever its own day is.
    return event.type in CORRECTING or (end.as_of.admits(event) and not start.as_of.admits(event))


def _of_stream(record: Record, case_id: str, start: Moment, end: Moment) -> CaseDiff | None:
    try:
        return case_diff(record, case_id, start, end)
    except NotFound as error:
        if error.code != "case-not-yet":
            raise
        return None  # Nothing of it is known before its opening, though something was recorded.


def _known(record: Record, case_id: str, moment: Moment) -> Case | None:
    if moment.position == 0:
        return None
    try:
        return load(record, case_id, moment.as_of)[1]
    except NotFound as error:
        if error.code != "case-not-yet":
            raise
        return None
