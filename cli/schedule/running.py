"""A scheduler at work: what it does each time the alarm clock wakes it.

It opens the log anew each time, so that it never fires into a file that was moved away, restored or upgraded meanwhile,
and it reads its clock anew. What goes wrong is told and tried again at the next waking; it ends by itself only where
another try could not help.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from cli.deadline.ticking import Fired, tick
from cli.schedule.doubts import doubt_of
from cli.schedule.life import Life
from engine.errors import Fault, OhjausError

if TYPE_CHECKING:
    from cli.wiring import Record
    from engine.envelope import RecordedBy

BUSY, DOUBTFUL = "log-busy", "clock-doubtful"
_FINAL = ("log-newer", "now-on-production")
"""What no waiting changes: this software is too old for the log, or the log takes no injected clock."""
_SOON = timedelta(seconds=5)


class Telling(Protocol):
    """Where a scheduler tells what it does."""

    def fired(self, record: Record, one: Fired) -> None:
        """Tells that something stands in the log."""
        ...

    def ticked(self, *, fired: int, next_at: datetime | None, position: int) -> None:
        """Tells that everything that had come is recorded."""
        ...

    def failed(self, error: OhjausError) -> None:
        """Tells what kept it from firing: a doubt about the clock, a busy log, or a fault."""
        ...


class Scheduler:
    """One scheduler; any number of them may work on one log."""

    def __init__(
        self,
        open_record: Callable[[], AbstractContextManager[Record]],
        recorded_by: RecordedBy | Callable[[], RecordedBy],
        telling: Telling,
        *,
        ask_again: Callable[[], None] = lambda: None,
        stopped: Callable[[], bool],
    ) -> None:
        """Takes how to open the log with a clock that is read then, who records, and how to know that it is to stop.

        Who records can be asked at each tick: an identity that expires does not last as long as this process.
        `ask_again` is called before that is asked of whoever is to record something now: a login may have been ended.
        """
        self.life = Life.of_this_process()
        self._open_record = open_record
        self._recorded_by = recorded_by
        self._telling = telling
        self._ask_again = ask_again
        self._stopped = stopped
        self._has_opened = False

    def tick(self) -> datetime | None:
        """Fires what has come and gives the moment at which to be woken next, if one is known.

        Raises:
            OhjausError: the log cannot be opened at all, or never again by this process.
        """
        opened = False
        try:
            with self._open_record() as record:
                opened = self._has_opened = True
                return self._fire(record)
        except OhjausError as error:
            if error.code in _FINAL or not (self._has_opened or error.code == BUSY):
                raise
            self._telling.failed(error)
            # Waiting for a busy log took its time already.
            return datetime.now(UTC) + _SOON if error.code == BUSY else None
        except Exception as error:
            if not opened:
                raise
            self._telling.failed(Fault("unexpected", _incident(error)))
            return None

    def farewell(self) -> None:
        """Leaves a last sign of life, by which others know that it ended as it was asked to."""
        if not self._has_opened:
            return
        try:
            with self._open_record() as record:
                self.life.beat(record, doubt_of(record), stopping=True)
        except OhjausError as error:
            self._telling.failed(error)

    def _fire(self, record: Record) -> datetime | None:
        before = self.life.fired
        # Whoever's login has run out is told so though nothing is due.
        self._who()
        firing = tick(record, self._who_now, self.life)
        for one in firing:
            self._telling.fired(record, one)
            if self._stopped():
                # Closed here, the tick does nothing more.
                firing.close()
        self._telling.ticked(
            fired=self.life.fired - before, next_at=self.life.next_at, position=record.log.head().position
        )
        return self.life.next_at

    def _who(self) -> RecordedBy:
        return self._recorded_by() if callable(self._recorded_by) else self._recorded_by

    def _who_now(self) -> RecordedBy:
        self._ask_again()
        return self._who()


def _incident(error: Exception) -> str:
    """Names what happened and where, as `cli.frame.failure` does for a command; nobody is shown a traceback."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f" {'/'.join(frames[-1].filename.split('/')[-2:])}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{where}"
