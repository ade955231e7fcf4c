"""Counting time by Act 150/1930 (laki säädettyjen määräaikain laskemisesta), each result with its derivation.

2 §: the start day is not counted. 3 §: weeks, months and years end on the same weekday or day number, or on
the last day of the month that has no such number. 4 §: backward likewise. 5 §: a last or set day that is a
day off lets the act be done on the first working day after. What lies outside the Act says so: working
days, agreed days.

Pure functions over dates in Europe/Helsinki; the days off come in as a `Calendar`.

Example:
    Served on 5 June 2026, 14 days end on Midsummer Eve, so the act may be done on the Monday after.

    >>> from engine.calendar import parse_calendar
    >>> june = parse_calendar('''
    ... version: example-1
    ... covers: 2026-06-01 2026-06-30
    ... source: Act 150/1930, 5 §
    ... 2026-06-19 midsummer_eve
    ... 2026-06-20 midsummer_day
    ... ''')
    >>> computed = compute_period(date(2026, 6, 5), 14, Unit.DAYS, calendar=june)
    >>> for step in computed.derivation:
    ...     print(step.on, step.why)
    2026-06-05 150/1930 2 §: the start day is not counted
    2026-06-19 150/1930 2 §: 14 days after the start day
    2026-06-19 150/1930 5 §: Midsummer Eve is a day off; moved to the next working day
    2026-06-20 150/1930 5 §: Midsummer Day is a day off; moved to the next working day
    2026-06-21 150/1930 5 §: Sunday is a day off; moved to the next working day
    2026-06-22 150/1930 5 §: the act may be done on the first working day after
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from engine.calendar import Calendar, CalendarRangeError
from engine.errors import InputRejected
from engine.law import Status

if TYPE_CHECKING:
    from engine.envelope import DerivationRecord

_ONE_DAY: Final = timedelta(days=1)
_LONGEST: Final = date.max.toordinal()
"""More units than this lead outside every calendar, and need not be counted to know it."""
_KEPT: Final = 1_000
"""How many results are kept: the counties' periods begin on the same days, and each is asked for more than once."""
_AGREED: Final = "agreed, outside 150/1930"
_WORKING: Final = "outside 150/1930, which knows no working days"


class Unit(StrEnum):
    """The units in which a period is set; working days are not known to Act 150/1930."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"
    WORKING_DAYS = "working_days"


@dataclass(frozen=True, slots=True)
class DerivationStep:
    """One step on the way to a due date.

    `step` is the kind of step: service, start, count, set_day, stated, day_off, warning or due. `on` is the day it
    speaks of. `why` is an English sentence with the section; `code` and `details` carry what a translation
    of it needs.
    """

    step: str
    on: date
    why: str
    code: str
    details: tuple[tuple[str, str], ...] = ()
    status: Status = Status.STATUTE

    def as_data(self) -> dict[str, str]:
        """Gives the step as it is printed and recorded."""
        return {"step": self.step, "date": self.on.isoformat(), "why": self.why}


@dataclass(frozen=True)
class ComputedDay:
    """A due date, how it came about, and the version of the calendar that it was computed with."""

    due: date
    derivation: tuple[DerivationStep, ...]
    calendar: str

    @cached_property
    def recorded(self) -> tuple[DerivationRecord, ...]:
        """The derivation as it is recorded."""
        from engine.envelope import DerivationRecord  # noqa: PLC0415 - who only counts days records nothing

        return tuple(DerivationRecord(step=step.step, date=step.on, why=step.why) for step in self.derivation)


def compute_period(
    start_on: date, amount: int, unit: Unit, *, calendar: Calendar, backward: bool = False
) -> ComputedDay:
    """Computes the last day for an act in a period of `amount` units that starts on `start_on`.

    With `backward` the period runs towards the past, and its end is never moved: whether 5 § applies to it is
    open, and the derivation warns of that.

    Raises:
        InputRejected: `amount` is below 1.
        CalendarRangeError: the period ends outside the calendar.

    Example:
        A month from 31 January ends on the last day of February, here a Saturday.

        >>> winter = Calendar("example-1", date(2026, 1, 1), date(2026, 3, 31), ())
        >>> compute_period(date(2026, 1, 31), 1, Unit.MONTHS, calendar=winter).due
        datetime.date(2026, 3, 2)
        >>> compute_period(date(2026, 3, 28), 1, Unit.MONTHS, calendar=winter, backward=True).due
        datetime.date(2026, 2, 28)
    """
    return _period(start_on, amount, unit, calendar, backward)


@lru_cache(_KEPT)
def _period(start_on: date, amount: int, unit: Unit, calendar: Calendar, backward: bool) -> ComputedDay:  # noqa: FBT001
    if amount < 1:
        raise InputRejected(
            "period-not-positive",
            f"A period in {unit.replace('_', ' ')} has at least one of them.",
            try_next="give an amount of 1 or more; a period towards the past is marked as backward",
            details={"unit": str(unit)},
        )
    if amount > _LONGEST:
        raise CalendarRangeError(f"A period from {start_on} ends", calendar)
    if unit is Unit.WORKING_DAYS:
        return _count_working_days(start_on, amount, calendar, backward=backward)
    counted = (_start(start_on, unit), _count(start_on, amount, unit, calendar, backward=backward))
    if not backward:
        return _moved(counted, calendar)
    ends_on = counted[-1].on
    return ComputedDay(ends_on, (*counted, *_left_backward(ends_on, calendar)), calendar.version)


def roll_forward(day: date, *, calendar: Calendar) -> ComputedDay:
    """Computes the last day for an act that statute sets for `day`: 5 § moves a set day like a period's end.

    Raises:
        CalendarRangeError: `day` or the working day after it is outside the calendar.

    Example:
        30 April 2028 is a Sunday, and the Monday after it is May Day.

        >>> from engine.calendar import DayOff
        >>> spring = Calendar("example-1", date(2028, 4, 1), date(2028, 5, 31),
        ...                   (DayOff(date(2028, 5, 1), "may_day"),))
        >>> roll_forward(date(2028, 4, 30), calendar=spring).due
        datetime.date(2028, 5, 2)
    """
    return _set_day(day, calendar)


@lru_cache(_KEPT)
def _set_day(day: date, calendar: Calendar) -> ComputedDay:
    return _moved((DerivationStep("set_day", day, "the day that the statute sets", "set-day"),), calendar)


def day_or_next_working_day(day: date, *, calendar: Calendar) -> ComputedDay:
    """Computes an agreed date such as "the 5th or the next working day"; the days off are those of 5 §.

    Raises:
        CalendarRangeError: the day or the working day after it is outside the calendar.

    Example:
        Good Friday to Easter Monday pass before the next working day.

        >>> from engine.calendar import DayOff
        >>> spring = Calendar("example-1", date(2026, 4, 1), date(2026, 4, 30), (
        ...     DayOff(date(2026, 4, 3), "good_friday"), DayOff(date(2026, 4, 6), "easter_monday")))
        >>> day_or_next_working_day(date(2026, 4, 3), calendar=spring).due
        datetime.date(2026, 4, 7)
    """
    agreed = _outside_act("set_day", day, f"{_AGREED}: this day or the next working day", "agreed-day")
    return _moved((agreed,), calendar, statutory=False)


def days_on(start_on: date, days: int, calendar: Calendar) -> date:
    """Gives the day that lies `days` days after `start_on`, or before it where negative.

    Raises:
        CalendarRangeError: that day is outside the calendar.
    """
    ordinal = start_on.toordinal() + days
    if not calendar.first_on.toordinal() <= ordinal <= calendar.last_on.toordinal():
        raise CalendarRangeError(f"A period from {start_on} ends", calendar)
    return date.fromordinal(ordinal)


def _start(start_on: date, unit: Unit) -> DerivationStep:
    why, code = "150/1930 3 §: the period runs from this day", "start-of-period"
    if unit is Unit.DAYS:
        why, code = "150/1930 2 §: the start day is not counted", "start-not-counted"
    return DerivationStep("start", start_on, why, code)


def _count(start_on: date, amount: int, unit: Unit, calendar: Calendar, *, backward: bool) -> DerivationStep:
    signed = -amount if backward else amount
    section = ("2, 4 §" if backward else "2 §") if unit is Unit.DAYS else ("3, 4 §" if backward else "3 §")
    span = f"150/1930 {section}: {_quantity(amount, unit)} {'before' if backward else 'after'} the start day"
    details = (("amount", str(amount)), ("unit", str(unit)), ("backward", str(backward).lower()))
    if unit is Unit.DAYS:
        return DerivationStep("count", days_on(start_on, signed, calendar), span, "days-counted", details)
    if unit is Unit.WEEKS:
        ends_on = days_on(start_on, 7 * signed, calendar)
        return DerivationStep("count", ends_on, f"{span}, the same weekday", "same-weekday", details)
    months = signed if unit is Unit.MONTHS else 12 * signed
    ends_on = _months_on(start_on, months, calendar)
    why, code = f"{span}, the same day of the month", "same-day-number"
    if ends_on.day != start_on.day:
        why, code = f"{span}; that month has no day {start_on.day}, so its last day", "last-day-of-month"
    return DerivationStep("count", ends_on, why, code, details)


def _moved(steps: tuple[DerivationStep, ...], calendar: Calendar, *, statutory: bool = True) -> ComputedDay:
    """Moves the last step's day past the days off: by 5 § where `statutory`, else by the agreement."""
    rule, status, kind = ("150/1930 5 §", Status.STATUTE, "") if statutory else (_AGREED, Status.PRACTICE, "agreed-")
    passed: list[DerivationStep] = []
    ends_on = steps[-1].on
    due = calendar.next_working_day(ends_on)
    while ends_on < due and (named := calendar.day_off(ends_on)) is not None:
        why = f"{rule}: {named.name.en} is a day off; moved to the next working day"
        details = (("day_off", named.code),)
        passed.append(DerivationStep("day_off", ends_on, why, f"{kind}moved-from-day-off", details, status))
        ends_on += _ONE_DAY
    why, code = f"{rule}: a working day, not moved", "not-moved"
    if passed:
        why, code = f"{rule}: the act may be done on the first working day after", "first-working-day-after"
    last = DerivationStep("due", due, why, kind + code, status=status)
    return ComputedDay(due, (*steps, *passed, last), calendar.version)


def _left_backward(ends_on: date, calendar: Calendar) -> tuple[DerivationStep, DerivationStep]:
    named = calendar.day_off(ends_on)
    why = "150/1930 4-5 §: whether 5 § moves the end of a backward period is unsettled; not moved"
    code, details = "backward-not-moved", (("day_off", named.code if named else ""),)
    if named is not None:
        why += f", although {named.name.en} is a day off: act on a working day before it to be safe"
        code = "backward-on-day-off"
    warning = DerivationStep("warning", ends_on, why, code, details, Status.UNSETTLED)
    return warning, DerivationStep("due", ends_on, "150/1930 4 §: the period ends here", "backward-end")


def _count_working_days(start_on: date, amount: int, calendar: Calendar, *, backward: bool) -> ComputedDay:
    step = -_ONE_DAY if backward else _ONE_DAY
    # Checked before the walk, so that it never runs past the last day that a date can hold.
    days_on(start_on, -amount if backward else amount, calendar)
    day, left = start_on, amount
    while left:
        if day == (calendar.first_on if backward else calendar.last_on):
            raise CalendarRangeError(f"A period in working days from {start_on} ends", calendar)
        day += step
        left -= not calendar.is_day_off(day)
    counted = f"{_quantity(amount, Unit.WORKING_DAYS)} {'before' if backward else 'after'} the start day"
    details = (("amount", str(amount)), ("unit", str(Unit.WORKING_DAYS)), ("backward", str(backward).lower()))
    steps = (
        _outside_act("start", start_on, f"{_WORKING}: the start day is not counted", "working-days-start"),
        _outside_act("count", day, f"{_WORKING}: {counted}, days off as in 5 §", "working-days-counted", details),
        _outside_act("due", day, f"{_WORKING}: ends on a working day by itself", "working-days-end"),
    )
    return ComputedDay(day, steps, calendar.version)


def _outside_act(step: str, on: date, why: str, code: str, details: tuple[tuple[str, str], ...] = ()) -> DerivationStep:
    return DerivationStep(step, on, why, code, details, Status.PRACTICE)


def _months_on(start_on: date, months: int, calendar: Calendar) -> date:
    year, month_index = divmod(start_on.year * 12 + start_on.month - 1 + months, 12)
    if not calendar.first_on.year <= year <= calendar.last_on.year:
        raise CalendarRangeError(f"A period from {start_on} ends", calendar)
    month = month_index + 1
    return date(year, month, min(start_on.day, _days_in(year, month)))


def _days_in(year: int, month: int) -> int:
    december = 12
    return 31 if month == december else (date(year, month + 1, 1) - _ONE_DAY).day


def _quantity(amount: int, unit: Unit) -> str:
    name = unit.replace("_", " ")
    return f"{amount} {name.removesuffix('s') if amount == 1 else name}"
