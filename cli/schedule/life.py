"""A scheduler's life as others see it: its name, what it has fired, and the sign that it leaves at each tick."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from cli.frame.clocks import SystemClock, start_of
from cli.schedule.doubts import SET, Doubt, goes_on
from engine.errors import Fault

if TYPE_CHECKING:
    from cli.frame.machine import Reading
    from cli.wiring import Record
    from store.heartbeat import Heartbeat, Mark

_KEPT = timedelta(days=30)
"""How long the sign of a scheduler that is gone is kept."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A log and a day at which everything that had come was recorded: while both are the same, nothing more is due."""

    head: str
    today: date


@dataclass(slots=True)
class Life:
    """One scheduler: a process that runs on, or the ticks that something outside calls on this machine."""

    scheduler: str
    kind: str
    started_at: datetime | None = None
    fired: int = 0
    next_at: datetime | None = None
    seen: Seen | None = None

    @classmethod
    def of_this_process(cls) -> Life:
        """Gives the life of a process that runs on."""
        return cls(f"{platform.node()}:{os.getpid()}", "run")

    @classmethod
    def of_a_tick(cls) -> Life:
        """Gives the life that all single ticks of this machine share, so that their signs do not pile up."""
        return cls(f"{platform.node()}:tick", "tick")

    def look_ahead(self, next_day: Callable[[date], date | None], seen: Seen, *, all_done: bool) -> None:
        """Notes what was seen, and when something comes next; a single tick is over, and nobody wakes it then."""
        if self.kind == "run":
            next_on = next_day(seen.today)
            self.next_at = None if next_on is None else start_of(next_on)
        self.seen = seen if all_done else None

    def beat(self, record: Record, doubt: Doubt | None, *, stopping: bool = False) -> bool:
        """Leaves a sign of life; gives False when the log is too busy for it, which harms nothing.

        An injected clock leaves none: a rehearsal does not keep a log alive.
        """
        from importlib.metadata import version

        from store.heartbeat import Heartbeat, Heartbeats, Mark

        clock = record.wiring.clock
        if not isinstance(clock, SystemClock):
            return True
        now, reading = clock.now(), clock.reading
        if self.started_at is None or self.started_at > now:
            # It began by a clock that was ahead, and was put right since.
            self.started_at = reading.at
        heartbeats = Heartbeats(record.opened.database)
        before = next((one for one in heartbeats.all() if one.scheduler == self.scheduler), None)
        here = Mark(reading.at, reading.seconds)
        sign = Heartbeat(
            scheduler=self.scheduler,
            kind=self.kind,
            software=version("ohjaus"),
            started_at=self.started_at,
            beat_at=now,
            fired=self.fired,
            boot=reading.boot,
            next_at=self.next_at,
            stopped_at=now if stopping else None,
            trusted=here if doubt is None else _trusted(before, reading),
        )
        if doubt is not None:
            sign = replace(sign, doubt=doubt.reason, doubted=_doubted(before, reading) or here)
        try:
            # A clock in doubt is not to say what is long ago.
            heartbeats.beat(sign, forget_before=None if doubt else now - _KEPT)
        except Fault:
            return False
        return True


def _trusted(before: Heartbeat | None, reading: Reading) -> Mark | None:
    """Gives what was trusted last, which a doubt leaves as it was."""
    return before.trusted if before is not None and before.boot == reading.boot else None


def _doubted(before: Heartbeat | None, reading: Reading) -> Mark | None:
    """Gives the beginning of a doubt that lasts: the clock leapt once and has gone on steadily since."""
    if before is None or before.doubt != SET or before.boot != reading.boot or before.doubted is None:
        return None
    return before.doubted if goes_on(before.doubted, reading) else None
