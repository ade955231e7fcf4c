"""A second computation of Act 150/1930, written from the sections alone and sharing nothing with the engine.

It finds Easter by the almanac's golden number and paschal full moon, builds the set of days off for a span of
years, and steps day by day. Plain on purpose: what both computations agree on is hardly a slip of one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from functools import cache

FIRST_YEAR, LAST_YEAR = 1992, 2100


def easter_sunday(year: int) -> date:
    """Gives the Sunday after the paschal full moon of the Gregorian calendar."""
    golden_number = year % 19 + 1
    century = year // 100 + 1
    dropped_leap_days = 3 * century // 4 - 12
    moon_correction = (8 * century + 5) // 25 - 5
    epact = (11 * golden_number + 20 + moon_correction - dropped_leap_days) % 30
    if epact == 24 or (epact == 25 and golden_number > 11):
        epact += 1
    full_moon_in_march = 44 - epact
    if full_moon_in_march < 21:
        full_moon_in_march += 30
    day = date(year, 3, 1) + timedelta(days=full_moon_in_march)
    while day.isoweekday() != 7:
        day += timedelta(days=1)
    return day


def the_saturday(first: date) -> date:
    """Gives the Saturday among the seven days that begin on `first`."""
    return next(day for day in (first + timedelta(days=n) for n in range(7)) if day.isoweekday() == 6)


def named_days_off(year: int) -> set[date]:
    """Gives the church holidays of 652/2023, 6 § and the further named days of 150/1930, 5 §."""
    easter = easter_sunday(year)
    midsummer = the_saturday(date(year, 6, 20))
    church = {date(year, 12, 25), date(year, 12, 26), date(year, 1, 1), date(year, 1, 6)}
    church |= {easter + timedelta(days=n) for n in (-2, 0, 1, 39, 49)}
    church |= {midsummer, the_saturday(date(year, 10, 31))}
    return church | {date(year, 12, 6), date(year, 5, 1), date(year, 12, 24), midsummer - timedelta(days=1)}


@cache
def days_off() -> frozenset[date]:
    """Gives every day off of the covered years, Saturdays and Sundays included."""
    found = {day for year in range(FIRST_YEAR, LAST_YEAR + 1) for day in named_days_off(year)}
    day = date(FIRST_YEAR, 1, 1)
    while day.year <= LAST_YEAR:
        if day.isoweekday() > 5:
            found.add(day)
        day += timedelta(days=1)
    return frozenset(found)


@cache
def working_days() -> list[date]:
    """Gives every working day of the covered years in order."""
    span = date(LAST_YEAR, 12, 31) - date(FIRST_YEAR, 1, 1)
    every_day = (date(FIRST_YEAR, 1, 1) + timedelta(days=n) for n in range(span.days + 1))
    return [day for day in every_day if day not in days_off()]


def period_end(start: date, amount: int, unit: str) -> date:
    """Gives the unmoved end of a period by 2–4 §; a negative amount runs backward."""
    if unit == "days":
        return start + timedelta(days=amount)
    if unit == "weeks":
        return start + timedelta(weeks=amount)
    month, year = start.month + amount * (12 if unit == "years" else 1), start.year
    while month > 12:
        month, year = month - 12, year + 1
    while month < 1:
        month, year = month + 12, year - 1
    for number in range(start.day, 27, -1):
        try:
            return date(year, month, number)
        except ValueError:
            continue
    return date(year, month, start.day)


def due(start: date, amount: int, unit: str) -> date:
    """Gives the last day for the act; a negative amount runs backward and is not moved."""
    if unit == "working_days":
        days = working_days()
        return days[bisect_right(days, start) + amount - 1 if amount > 0 else bisect_left(days, start) + amount]
    end = period_end(start, amount, unit)
    while amount > 0 and end in days_off():
        end += timedelta(days=1)
    return end
