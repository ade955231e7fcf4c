"""The alarm clock of the scheduler: APScheduler wakes it when something comes due, and it never sleeps over a minute.

The only module that knows APScheduler (ADR 0005), which does nothing here but ring: its memory store holds one job, to
ring at the next moment. What is due is asked of the log each time. So nothing is lost with this process, nothing is
written that could be run later, and a second alarm clock does no harm.

The minute is counted by the machine's seconds, not by its clock: a clock that is set back does not put the alarm off.
An interval of APScheduler is not used, because a clock that leaps ahead by years would be walked through minute by
minute.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from queue import Empty, SimpleQueue

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.date import DateTrigger

LONGEST_SLEEP_SECONDS = 60.0


class AlarmClock:
    """Calls its work at once, then at each moment that the work names and at least every minute, until it is stopped.

    The work is done in the thread that runs the clock, one call at a time: a stop comes after the call under way.
    """

    def __init__(self, *, longest_sleep_seconds: float = LONGEST_SLEEP_SECONDS) -> None:
        """Takes the longest time between two calls."""
        self._longest_sleep_seconds = longest_sleep_seconds
        # Of all that can wake a thread, this alone may be rung by a signal handler that interrupts the one who waits.
        self._bell: SimpleQueue[None] = SimpleQueue()
        self._stopped = False

    @property
    def stopped(self) -> bool:
        """True when it was told to stop."""
        return self._stopped

    def stop(self) -> None:
        """Lets it end after the call under way; may be called from a signal handler and from any thread."""
        self._stopped = True
        self._ring()

    def run(self, work: Callable[[], datetime | None], *, for_seconds: float | None = None) -> None:
        """Calls `work` until stopped or until the time is up; it gives the next moment to be called at, if it knows."""
        ends = None if for_seconds is None else time.monotonic() + for_seconds
        alarms = BackgroundScheduler(
            timezone=UTC,
            jobstores={"default": MemoryJobStore()},
            executors={"default": ThreadPoolExecutor(max_workers=1)},
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )
        alarms.start()
        try:
            while not self.stopped:
                moment = work()
                if moment is not None:
                    alarms.add_job(self._ring, DateTrigger(moment, UTC), id="wake", replace_existing=True)
                self._sleep(self._longest_sleep_seconds if ends is None else ends - time.monotonic())
                if ends is not None and time.monotonic() >= ends:
                    return
        finally:
            alarms.shutdown()

    def _ring(self) -> None:
        self._bell.put(None)

    def _sleep(self, most_seconds: float) -> None:
        with suppress(Empty):
            self._bell.get(timeout=max(min(self._longest_sleep_seconds, most_seconds), 0))
        # However often it rang, there is one call to make.
        while not self._bell.empty():
            self._bell.get()
