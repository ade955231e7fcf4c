"""The day of recording: what is judged by a day is judged by the one on which it is recorded, whatever a clock says.

The log gives an event the later of the clock's time and the newest event's, and knows it only under its lock: midnight
may pass while somebody waits there, and a clock may stand behind what others recorded. What was judged by an earlier
day is then judged again, so that nothing stands in the record that whoever verifies it would not accept.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo

from engine.ports import Clock


class RecordingDay:
    """The day in Helsinki by which a registrar judges; it never goes back, as times of recording do not."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._reached: date | None = None

    def today(self) -> date:
        """Gives the day on which something would be recorded now, as far as is known without the lock."""
        today = self._clock.today()
        return today if self._reached is None else max(today, self._reached)

    def is_later(self, judged_on: date, recorded_at: datetime) -> bool:
        """Says whether an event is recorded on a later day than it was judged by; from now on that day counts."""
        day = recorded_at.astimezone(_helsinki()).date()
        if day > judged_on:
            self._reached = day
        return day > judged_on


@cache
def _helsinki() -> ZoneInfo:
    return ZoneInfo("Europe/Helsinki")
