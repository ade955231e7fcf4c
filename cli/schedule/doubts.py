"""Doubts about the clock: when it cannot be right, nothing is fired.

What fires too late is made up for; what fires too early stands in the record for ever. A clock has three witnesses.
The newest event: the clock cannot stand behind it; the first that is of a later time is named, for it may have been
recorded by a clock that was ahead. The database's own clock: they cannot differ. And the seconds that the machine has
counted since a scheduler's clock was last trusted: a clock that leapt was set, by a person, by a service, or with a
machine that stood still.

A doubt ends when the clock is right again. A clock that leapt and has then gone on steadily for as long as it leapt, at
most for a day, is taken to have been put right: otherwise a machine that was held for an hour would never fire again.
The first tick after the machine has started has no count to go by, only the newest event.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from cli.frame.clocks import SystemClock
from engine.errors import Fault
from store.clock_witness import MOST_OFF, shown

if TYPE_CHECKING:
    from cli.frame.machine import Reading
    from cli.wiring import Record
    from engine.envelope import Envelope
    from engine.ports import EventLog
    from store.heartbeat import Heartbeat, Mark

BEHIND, DATABASE, SET = "behind", "database", "set"

_DRIFT = 0.001
"""How far a clock that nobody sets may go wrong, as a part of the time that passes: twice what NTP will slew."""
_LONGEST_PROBATION = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why the clock cannot be right: it says `clock`, its witness says `witness`.

    Of a clock that stands behind, `event` is the first that bears a later time.
    """

    reason: str
    clock: datetime
    witness: datetime
    event: Envelope | None = None

    def fault(self, record: Record) -> Fault:
        """Gives the doubt as the error that stops the firing."""
        says = f"The clock of this machine says {shown(self.clock)}, but "
        against = {
            BEHIND: f"the newest event was recorded at {shown(self.witness)}",
            DATABASE: f"that of the database {shown(self.witness)}",
            SET: f"by the seconds counted since it was last trusted it is {shown(self.witness)}: it was set",
        }
        of = self.event_shown(record)
        first = f" The first event of a later time is number {of['position']}" if of else ""
        if "case" in of:
            first += f" of the log, in {of['case']}, recorded by {of['recorded_by']}"
        return Fault(
            "clock-doubtful",
            f"{says}{against[self.reason]}.{first}{'.' if first else ''} Nothing is fired until that is settled.",
            try_next="ohjaus schedule status",
            details={"reason": self.reason, "now": self.clock, "witness": self.witness, **of},
        )

    def event_shown(self, record: Record) -> dict[str, str | int]:
        """Gives the event that bears a later time: its position, and its case and recorder to whoever sees the case."""
        event = self.event
        if event is None:
            return {}
        if not record.veil.sees(event.stream):
            return {"position": event.position}
        return {"position": event.position, "case": event.stream, "recorded_by": event.recorded_by.person}


def doubt_of(record: Record) -> Doubt | None:
    """Gives what speaks against the clock of this invocation, or None when it may be trusted.

    An injected clock is somebody's own word and is held only against the newest event.
    """
    from store.heartbeat import Heartbeats

    clock = record.wiring.clock
    now = clock.now()
    head = record.log.head()
    read = record.opened.log.read(after_position=max(head.position - 1, 0), limit=1)
    newest = next((one.recorded_at for one in read), None)
    if newest is not None and now < newest - MOST_OFF:
        return Doubt(BEHIND, now, newest, _first_later(record.opened.log, head.position, now + MOST_OFF))
    if not isinstance(clock, SystemClock):
        return None
    heartbeats = Heartbeats(record.opened.database)
    told = heartbeats.database_now()
    if abs(clock.now() - told) > MOST_OFF:
        return Doubt(DATABASE, now, told)
    return was_set(clock.reading, heartbeats.all())


def _first_later(log: EventLog, head: int, than: datetime) -> Envelope | None:
    """Gives the first event recorded later than an instant; times of recording never go back, so it is soon found."""

    def recorded_at(position: int) -> datetime:
        return next((one.recorded_at for one in log.read(after_position=position - 1, limit=1)), than)

    before = bisect_right(range(1, head + 1), than, key=recorded_at)
    return next(iter(log.read(after_position=before, limit=1)), None)


def was_set(reading: Reading, beats: Iterable[Heartbeat]) -> Doubt | None:
    """Gives the doubt when the clock is not where the count of seconds puts it, by the newest trusted reading."""
    of_this_boot = [one for one in beats if one.boot == reading.boot]
    trusted = [one.trusted for one in of_this_boot if one.trusted and one.trusted.seconds <= reading.seconds]
    last = max(trusted, key=lambda mark: mark.seconds, default=None)
    if last is None or goes_on(last, reading):
        return None
    expected = _carried(last, reading)
    probation = min(abs(reading.at - expected), _LONGEST_PROBATION)
    for one in of_this_boot:
        # What was doubted before the clock was last trusted is another story.
        since = one.doubted if one.doubt == SET else None
        if since is not None and last.seconds < since.seconds <= reading.seconds:
            steady = timedelta(seconds=reading.seconds - since.seconds)
            if goes_on(since, reading) and steady >= probation:
                return None
    return Doubt(SET, reading.at, expected)


def goes_on(mark: Mark, reading: Reading) -> bool:
    """True when the clock has gone on from an earlier reading as the seconds did, give or take what clocks drift."""
    elapsed = reading.seconds - mark.seconds
    return abs(reading.at - _carried(mark, reading)) <= MOST_OFF + timedelta(seconds=abs(elapsed) * _DRIFT)


def _carried(mark: Mark, reading: Reading) -> datetime:
    return mark.at + timedelta(seconds=reading.seconds - mark.seconds)
