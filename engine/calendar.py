"""Days off on which an act need not be done at an authority, as a pinned calendar with a version.

Act 150/1930, 5 §: a church holiday, Sunday, Independence Day, May Day, Christmas Eve, Midsummer Eve or
ordinary Saturday moves the last day for an act to the first working day after it. The church holidays are
those of the Church Act (652/2023, 6 §). The named days are data, read from text by `parse_calendar`;
Saturdays and Sundays follow from the date. A day that the data does not cover is refused: no day is a
working day by ignorance.

Example:
    >>> june = parse_calendar('''
    ... version: example-1
    ... covers: 2026-06-01 2026-06-30
    ... source: Act 150/1930, 5 §
    ... 2026-06-19 midsummer_eve
    ... 2026-06-20 midsummer_day
    ... ''')
    >>> june.next_working_day(date(2026, 6, 19))
    datetime.date(2026, 6, 22)
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from engine.errors import Fault, Refused
from engine.law import Label

NAMES: Final[dict[str, Label]] = {
    "new_years_day": Label("uudenvuodenpäivä", "nyårsdagen", "New Year's Day"),
    "epiphany": Label("loppiainen", "trettondagen", "Epiphany"),
    "good_friday": Label("pitkäperjantai", "långfredagen", "Good Friday"),
    "easter_sunday": Label("pääsiäispäivä", "påskdagen", "Easter Sunday"),
    "easter_monday": Label("toinen pääsiäispäivä", "annandag påsk", "Easter Monday"),
    "may_day": Label("vapunpäivä", "första maj", "May Day"),
    "ascension_day": Label("helatorstai", "Kristi himmelsfärdsdag", "Ascension Day"),
    "pentecost": Label("helluntaipäivä", "pingstdagen", "Pentecost"),
    "midsummer_eve": Label("juhannusaatto", "midsommarafton", "Midsummer Eve"),
    "midsummer_day": Label("juhannuspäivä", "midsommardagen", "Midsummer Day"),
    "all_saints_day": Label("pyhäinpäivä", "alla helgons dag", "All Saints' Day"),
    "independence_day": Label("itsenäisyyspäivä", "självständighetsdagen", "Independence Day"),
    "christmas_eve": Label("jouluaatto", "julafton", "Christmas Eve"),
    "christmas_day": Label("joulupäivä", "juldagen", "Christmas Day"),
    "second_christmas_day": Label("tapaninpäivä", "annandag jul", "Second Christmas Day"),
    "sunday": Label("sunnuntai", "söndag", "Sunday"),
    "saturday": Label("arkilauantai", "helgfri lördag", "Saturday"),
}
"""The kinds of days off of 150/1930, 5 §, by the code that stands in the calendar data."""

_BY_WEEKDAY: Final = {5: "saturday", 6: "sunday"}
_HEADER_KEYS: Final = ("version", "covers", "source")
_ONE_DAY: Final = timedelta(days=1)


class CalendarRangeError(Refused):
    """A day lies outside the years for which the days off are known."""

    def __init__(self, message: str, calendar: Calendar) -> None:
        covered = f"{calendar.first_on} to {calendar.last_on}"
        super().__init__(
            "calendar-range",
            f"{message} outside calendar {calendar.version}, which covers {covered}.",
            basis=("150/1930 5 §",),
            try_next=f"choose dates that keep within {covered}",
            details={
                "calendar": calendar.version,
                "first_on": calendar.first_on.isoformat(),
                "last_on": calendar.last_on.isoformat(),
            },
        )


@dataclass(frozen=True, slots=True, order=True)
class DayOff:
    """One day off and what it is; `code` is a key of `NAMES`."""

    on: date
    code: str

    @property
    def name(self) -> Label:
        """The day's name in Finnish, Swedish and English."""
        return NAMES[self.code]


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days off of the years from `first_on` to `last_on`, both inclusive, under one version.

    `days_off` holds the named days in order of date, one for each day; Saturdays and Sundays need no entry.

    Raises:
        Fault: the named days are out of order, repeated, out of range or of an unknown code.
    """

    version: str
    first_on: date
    last_on: date
    days_off: tuple[DayOff, ...]
    source: str = ""
    _named: dict[date, DayOff] = field(init=False, repr=False, compare=False)

    def __hash__(self) -> int:
        """Hashes by version and range: what is reckoned by a calendar is kept by it, and it has hundreds of days."""
        return hash((self.version, self.first_on, self.last_on))

    def __post_init__(self) -> None:
        previous_on = self.first_on - _ONE_DAY
        for named in self.days_off:
            if not previous_on < named.on <= self.last_on:
                raise _malformed(f"{named.on} is out of order, repeated or out of range")
            if named.code not in NAMES:
                raise _malformed(f"{named.on} has the unknown code {named.code!r}")
            previous_on = named.on
        object.__setattr__(self, "_named", {named.on: named for named in self.days_off})

    def day_off(self, on: date) -> DayOff | None:
        """Gives the day off that `on` is, a named day before a Saturday or Sunday, or None for a working day.

        Raises:
            CalendarRangeError: `on` is not covered.

        Example:
            >>> christmas = Calendar("example-1", date(2026, 12, 1), date(2026, 12, 31),
            ...                      (DayOff(date(2026, 12, 26), "second_christmas_day"),))
            >>> christmas.day_off(date(2026, 12, 26))
            DayOff(on=datetime.date(2026, 12, 26), code='second_christmas_day')
            >>> christmas.day_off(date(2026, 12, 27)).name.en
            'Sunday'
        """
        if not self.is_day_off(on):
            return None
        return self._named.get(on) or DayOff(on, _BY_WEEKDAY[on.weekday()])

    def is_day_off(self, on: date) -> bool:
        """Tells whether 150/1930, 5 § lets an act that is due on `on` be done later.

        Raises:
            CalendarRangeError: `on` is not covered.

        Example:
            >>> april = Calendar("example-1", date(2026, 4, 1), date(2026, 4, 30),
            ...                  (DayOff(date(2026, 4, 3), "good_friday"),))
            >>> april.is_day_off(date(2026, 4, 2)), april.is_day_off(date(2026, 4, 3))
            (False, True)
        """
        if not self.first_on <= on <= self.last_on:
            raise CalendarRangeError(f"{on} lies", self)
        return on in self._named or on.weekday() in _BY_WEEKDAY

    def next_working_day(self, on: date) -> date:
        """Gives the first working day not before `on`: `on` itself where it is one.

        Raises:
            CalendarRangeError: `on` or a day that must be passed is not covered.

        Example:
            >>> may = Calendar("example-1", date(2026, 5, 1), date(2026, 5, 31),
            ...                (DayOff(date(2026, 5, 1), "may_day"),))
            >>> may.next_working_day(date(2026, 5, 1))
            datetime.date(2026, 5, 4)
        """
        while self.is_day_off(on):
            if on >= self.last_on:
                raise CalendarRangeError(f"The first working day after {on} lies", self)
            on += _ONE_DAY
        return on


def parse_calendar(text: str) -> Calendar:
    """Gives the calendar written in `text`.

    Header lines are `key: value` with `version`, `covers` (first and last day) and `source`; every other
    line is a day and its code. Empty lines and lines that begin with `#` say nothing.

    Raises:
        Fault: a line cannot be read, or the header is incomplete.

    Example:
        >>> autumn = parse_calendar('''
        ... version: example-1
        ... covers: 2026-10-01 2026-11-30
        ... source: Act 150/1930, 5 §
        ... 2026-10-31 all_saints_day
        ... ''')
        >>> autumn.next_working_day(date(2026, 10, 31))
        datetime.date(2026, 11, 2)
    """
    header: dict[str, str] = {}
    days_off: list[DayOff] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line or line[0] == "#":
            continue
        key, colon, value = line.partition(": ")
        if colon:
            if key not in _HEADER_KEYS or key in header:
                raise _malformed(f"line {number}: {key!r} is no header or stands twice")
            header[key] = value.strip()
            continue
        day, _, code = line.partition(" ")
        days_off.append(DayOff(_day(day, f"line {number}"), code))
    missing = [key for key in _HEADER_KEYS if key not in header]
    if missing:
        raise _malformed(f"the header lacks {', '.join(missing)}")
    first, _, last = header["covers"].partition(" ")
    return Calendar(
        version=header["version"],
        first_on=_day(first, "covers"),
        last_on=_day(last, "covers"),
        days_off=tuple(days_off),
        source=header["source"],
    )


def _day(text: str, where: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise _malformed(f"{where}: {text!r} is not a day") from error


def _malformed(what: str) -> Fault:
    return Fault(
        "calendar-malformed",
        f"The calendar data cannot be read: {what}.",
        try_next="restore the calendar file of this version",
        details={"what": what},
    )
