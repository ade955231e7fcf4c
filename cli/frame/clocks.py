"""Where the time comes from, and how people write it. Dates are those of Europe/Helsinki, instants are kept in UTC."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cli.frame.machine import THIS_MACHINE, Machine, Reading
from engine.errors import Fault, InputRejected

ZONE = "Europe/Helsinki"
EARLIEST_YEAR, LATEST_YEAR = 1900, 9990
"""Beyond these years an instant may fall out of the calendar when it is put into another time zone."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


@cache
def helsinki() -> ZoneInfo:
    """Gives the time zone in which legal days are counted.

    Raises:
        Fault: this machine has no time zone data.
    """
    try:
        return ZoneInfo(ZONE)
    except ZoneInfoNotFoundError as error:
        raise Fault(
            "time-zone-lacking",
            f"This machine has no data for the time zone {ZONE}.",
            try_next="install the package tzdata",
        ) from error


def day_of(instant: datetime) -> date:
    """Gives the date on which an instant falls in Europe/Helsinki."""
    return instant.astimezone(helsinki()).date()


def start_of(day: date) -> datetime:
    """Gives the instant, in UTC, at which a day begins in Europe/Helsinki; a day may have 23 or 25 hours."""
    return datetime.combine(day, time.min, tzinfo=helsinki()).astimezone(UTC)


@dataclass(slots=True)
class SystemClock:
    """The clock of the machine, read once and carried on by its count of seconds: nobody sets it in between."""

    kind: str = "system"
    machine: Machine = THIS_MACHINE
    reading: Reading = field(init=False)

    def __post_init__(self) -> None:
        """Reads the machine."""
        self.reading = self.machine.read()

    def now(self) -> datetime:
        """Gives the present instant in UTC."""
        return self.reading.at + timedelta(seconds=self.machine.seconds() - self.reading.seconds)

    def today(self) -> date:
        """Gives the present date in Europe/Helsinki."""
        return day_of(self.now())


@dataclass(slots=True)
class InjectedClock:
    """A clock that stands at one instant, for tests and rehearsals; the record says so."""

    at: datetime
    kind: str = "injected"

    def now(self) -> datetime:
        """Gives the instant at which it stands, in UTC."""
        return self.at.astimezone(UTC)

    def today(self) -> date:
        """Gives the date of that instant in Europe/Helsinki."""
        return day_of(self.at)


def parse_day(text: str, what: str) -> date:
    """Reads a date written `YYYY-MM-DD`.

    Raises:
        InputRejected: it is none.
    """
    try:
        if not _DAY.fullmatch(text):
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError as error:
        raise InputRejected(
            "date-invalid",
            f"{what}: {text!r} is no date; write it as 2026-01-31.",
            details={"what": what, "given": text},
        ) from error


def parse_instant(text: str, what: str, *, end_of_day: bool = False) -> datetime:
    """Reads an instant (RFC 3339; without offset it is Helsinki time); a bare date means its first or its last moment.

    Raises:
        InputRejected: it is none.
    """
    try:
        if not _DAY.match(text):
            raise ValueError(text)
        if _DAY.fullmatch(text):
            moment = time.max if end_of_day else time.min
            instant = datetime.combine(date.fromisoformat(text), moment, tzinfo=helsinki())
        else:
            instant = datetime.fromisoformat(text)
        if not EARLIEST_YEAR <= instant.year <= LATEST_YEAR:
            raise ValueError(text)
        return (instant if instant.tzinfo else instant.replace(tzinfo=helsinki())).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise InputRejected(
            "time-invalid",
            f"{what}: {text!r} is no time; write it as 2026-01-31, 2026-01-31T12:00 or 2026-01-31T12:00+02:00.",
            details={"what": what, "given": text},
        ) from error
