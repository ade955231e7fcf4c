"""How it stands with the firing: who is at work, what is due and not recorded, what comes next, what is in doubt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from cli.deadline.agenda import Agenda
from cli.schedule.doubts import Doubt, doubt_of
from store.clock_witness import MOST_OFF

if TYPE_CHECKING:
    from cli.wiring import Record
    from engine.firing import Occurrence
    from store.heartbeat import Heartbeat

SILENT_AFTER = timedelta(minutes=5)
"""A scheduler beats every minute; one that has not for so long is taken to be gone."""


@dataclass(frozen=True, slots=True)
class Beating:
    """A scheduler as seen now: `beating`, `doubtful`, `silent`, or `stopped` as it was asked to.

    `ahead` is one whose last sign bears a time that is yet to come: its clock was wrong, and nobody knows its `age`.
    """

    sign: Heartbeat
    age: timedelta | None
    state: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What was found at `now`. `next_on` is the next day after today on which something comes, `next_count` of it."""

    now: datetime
    schedulers: tuple[Beating, ...]
    due: tuple[Occurrence, ...]
    next_on: date | None
    next_count: int
    doubt: Doubt | None

    @property
    def beating(self) -> Beating | None:
        """The scheduler that beat last, if it still does; one that doubts its clock fires nothing."""
        return next((one for one in self.schedulers if one.state == "beating"), None)

    @property
    def doubtful(self) -> tuple[Beating, ...]:
        """The schedulers that are there and doubt their clock."""
        return tuple(one for one in self.schedulers if one.state == "doubtful")

    @property
    def ok(self) -> bool:
        """False when something is due and nobody is there to record it."""
        return not self.due or (self.beating is not None and self.doubt is None)


def standing_of(record: Record) -> Standing:
    """Looks at the signs of life, the clock and the agenda."""
    from store.heartbeat import Heartbeats

    now, today = record.wiring.clock.now(), record.wiring.clock.today()
    agenda = Agenda(record)
    next_on = agenda.next_day(today)
    signs = Heartbeats(record.opened.database).all()
    return Standing(
        now=now,
        # The newest first; what a wrong clock said is of no time at all.
        schedulers=tuple(sorted((_seen(sign, now) for sign in signs), key=lambda one: one.state == "ahead")),
        due=agenda.come(today),
        next_on=next_on,
        next_count=0 if next_on is None else agenda.count_on(next_on),
        doubt=doubt_of(record),
    )


def _seen(sign: Heartbeat, now: datetime) -> Beating:
    age = now - sign.beat_at
    if age < -MOST_OFF:
        # A beat from the future says nothing of the present.
        return Beating(sign, None, "ahead")
    if sign.stopped_at is not None:
        return Beating(sign, age, "stopped")
    if age > SILENT_AFTER:
        return Beating(sign, age, "silent")
    return Beating(sign, age, "doubtful" if sign.doubt else "beating")
