"""Deadlines by Act 150/1930: the sections one by one, known dates, and refusals in place of guesses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.calendar import Calendar, CalendarRangeError, DayOff
from engine.deadlines import (
    ComputedDay,
    DerivationStep,
    Unit,
    compute_period,
    day_or_next_working_day,
    roll_forward,
)
from engine.errors import InputRejected
from engine.law import Status
from procedures.calendar import finnish_calendar
from tests.doses import LONG
from tests.test_engine import independent_deadlines as independent

FINNISH = finnish_calendar()
COMPARED_UNITS = {
    Unit.DAYS: (120, 15),
    Unit.WEEKS: (20, 5),
    Unit.MONTHS: (36, 9),
    Unit.YEARS: (4, 3),
    Unit.WORKING_DAYS: (60, 15),
}
"""The longest period compared in each unit, and the stride of the amounts that an ordinary run takes.

No stride is a multiple of seven, so that each amount meets every weekday.
"""
BY_THE_ACT = [unit for unit in Unit if unit is not Unit.WORKING_DAYS]


def whys(computed: ComputedDay) -> list[str]:
    return [f"{step.on} {step.why}" for step in computed.derivation]


@pytest.mark.parametrize(
    ("set_on", "due"),
    [
        pytest.param(date(2028, 4, 30), date(2028, 5, 2), id="sunday-before-may-day"),
        pytest.param(date(2029, 9, 15), date(2029, 9, 17), id="saturday"),
        pytest.param(date(2026, 1, 25), date(2026, 1, 26), id="sunday"),
        pytest.param(date(2026, 8, 15), date(2026, 8, 17), id="half-year-data"),
        pytest.param(date(2026, 10, 31), date(2026, 11, 2), id="all-saints"),
        pytest.param(date(2026, 12, 24), date(2026, 12, 28), id="christmas-eve-to-sunday"),
        pytest.param(date(2026, 6, 30), date(2026, 6, 30), id="working-day"),
    ],
)
def test_a_set_day_moves_to_the_first_working_day_after(set_on: date, due: date) -> None:
    """5 § moves the day that a statute sets, past every day off in a row."""
    assert roll_forward(set_on, calendar=FINNISH).due == due


@pytest.mark.parametrize(
    ("start_on", "amount", "unit", "due"),
    [
        pytest.param(date(2026, 1, 31), 1, Unit.MONTHS, date(2026, 3, 2), id="month-without-day-31"),
        pytest.param(date(2026, 6, 5), 14, Unit.DAYS, date(2026, 6, 22), id="to-midsummer-eve"),
        pytest.param(date(2026, 6, 1), 30, Unit.DAYS, date(2026, 7, 1), id="thirty-days-from-service"),
        pytest.param(date(2026, 6, 5), 2, Unit.WEEKS, date(2026, 6, 22), id="same-weekday-moved"),
        pytest.param(date(2024, 2, 29), 1, Unit.YEARS, date(2025, 2, 28), id="leap-day"),
        pytest.param(date(2024, 2, 29), 4, Unit.YEARS, date(2028, 2, 29), id="leap-day-to-leap-day"),
        pytest.param(date(2026, 2, 28), 1, Unit.MONTHS, date(2026, 3, 30), id="number-not-month-end"),
        pytest.param(date(2026, 10, 31), 14, Unit.MONTHS, date(2027, 12, 31), id="over-the-year"),
        pytest.param(date(2026, 4, 1), 1, Unit.WORKING_DAYS, date(2026, 4, 2), id="maundy-thursday-works"),
        pytest.param(date(2026, 4, 2), 1, Unit.WORKING_DAYS, date(2026, 4, 7), id="past-easter"),
        pytest.param(date(2026, 12, 23), 3, Unit.WORKING_DAYS, date(2026, 12, 30), id="past-christmas"),
    ],
)
def test_a_period_ends_where_the_act_says(start_on: date, amount: int, unit: Unit, due: date) -> None:
    """2 § and 3 § give the last day, 5 § moves it; working days are counted over the same days off."""
    assert compute_period(start_on, amount, unit, calendar=FINNISH).due == due


@pytest.mark.parametrize(
    ("start_on", "amount", "unit", "due"),
    [
        pytest.param(date(2026, 7, 3), 14, Unit.DAYS, date(2026, 6, 19), id="stays-on-midsummer-eve"),
        pytest.param(date(2026, 3, 31), 1, Unit.MONTHS, date(2026, 2, 28), id="stays-on-saturday"),
        pytest.param(date(2024, 2, 29), 1, Unit.YEARS, date(2023, 2, 28), id="leap-day"),
        pytest.param(date(2026, 1, 7), 1, Unit.WORKING_DAYS, date(2026, 1, 5), id="before-epiphany"),
        pytest.param(date(2026, 4, 7), 2, Unit.WORKING_DAYS, date(2026, 4, 1), id="before-easter"),
    ],
)
def test_a_backward_period_is_counted_alike_and_not_moved(start_on: date, amount: int, unit: Unit, due: date) -> None:
    """4 § reverses the counting; whether 5 § would move the end is unsettled, so it stays."""
    assert compute_period(start_on, amount, unit, calendar=FINNISH, backward=True).due == due


def test_a_result_that_is_kept_is_that_of_its_own_calendar() -> None:
    """Two calendars of one version and range that differ in a day off are two, whichever was asked first."""
    first_on, last_on = date(2026, 6, 1), date(2026, 6, 30)
    working = Calendar("made-up-1", first_on, last_on, ())
    feast = Calendar("made-up-1", first_on, last_on, (DayOff(date(2026, 6, 3), "may_day"),))
    for calendars in ((working, feast, working), (feast, working, feast)):
        due = [compute_period(date(2026, 6, 1), 2, Unit.DAYS, calendar=one).due.day for one in calendars]
        assert due == [3 if one is working else 4 for one in calendars]
        moved = [roll_forward(date(2026, 6, 3), calendar=one).due.day for one in calendars]
        assert moved == due


def test_the_derivation_tells_each_move_with_its_section() -> None:
    """From service on 5 June the fourteen days end on Midsummer Eve, and three days off are passed."""
    by_5 = "150/1930 5 §"
    computed = compute_period(date(2026, 6, 5), 14, Unit.DAYS, calendar=FINNISH)
    counted = (("amount", "14"), ("unit", "days"), ("backward", "false"))
    assert computed == ComputedDay(
        date(2026, 6, 22),
        (
            DerivationStep(
                "start",
                date(2026, 6, 5),
                "150/1930 2 §: the start day is not counted",
                "start-not-counted",
            ),
            DerivationStep(
                "count",
                date(2026, 6, 19),
                "150/1930 2 §: 14 days after the start day",
                "days-counted",
                counted,
            ),
            *(
                DerivationStep(
                    "day_off",
                    date(2026, 6, day),
                    f"{by_5}: {name} is a day off; moved to the next working day",
                    "moved-from-day-off",
                    (("day_off", code),),
                )
                for day, name, code in (
                    (19, "Midsummer Eve", "midsummer_eve"),
                    (20, "Midsummer Day", "midsummer_day"),
                    (21, "Sunday", "sunday"),
                )
            ),
            DerivationStep(
                "due",
                date(2026, 6, 22),
                f"{by_5}: the act may be done on the first working day after",
                "first-working-day-after",
            ),
        ),
        "fi-2026.1",
    )
    assert computed.derivation[0].as_data() == {
        "step": "start",
        "date": "2026-06-05",
        "why": "150/1930 2 §: the start day is not counted",
    }


def test_the_derivation_tells_of_a_missing_day_number() -> None:
    """An agreement in force on 31 January gives a month to 28 February, a Saturday."""
    assert whys(compute_period(date(2026, 1, 31), 1, Unit.MONTHS, calendar=FINNISH)) == [
        "2026-01-31 150/1930 3 §: the period runs from this day",
        "2026-02-28 150/1930 3 §: 1 month after the start day; that month has no day 31, so its last day",
        "2026-02-28 150/1930 5 §: Saturday is a day off; moved to the next working day",
        "2026-03-01 150/1930 5 §: Sunday is a day off; moved to the next working day",
        "2026-03-02 150/1930 5 §: the act may be done on the first working day after",
    ]


@pytest.mark.parametrize(
    ("start_on", "code", "why"),
    [
        (date(2026, 7, 3), "backward-on-day-off", "although Midsummer Eve is a day off"),
        (date(2026, 7, 8), "backward-not-moved", "unsettled; not moved"),
    ],
)
def test_a_backward_period_warns_that_moving_it_is_unsettled(start_on: date, code: str, why: str) -> None:
    """The doubt about 5 § stands in the derivation, marked unsettled, and names a day off that it left."""
    computed = compute_period(start_on, 14, Unit.DAYS, calendar=FINNISH, backward=True)
    [warning] = [step for step in computed.derivation if step.step == "warning"]
    assert (warning.code, warning.status, warning.on) == (code, Status.UNSETTLED, computed.due)
    assert why in warning.why


def test_working_days_say_that_they_are_outside_the_act() -> None:
    """Act 150/1930 knows no working days: every step says so and is marked as practice."""
    derivation = compute_period(date(2026, 4, 2), 1, Unit.WORKING_DAYS, calendar=FINNISH).derivation
    assert [(step.status, "outside 150/1930" in step.why) for step in derivation] == [(Status.PRACTICE, True)] * 3


@pytest.mark.parametrize(
    ("year", "month", "due"),
    [(2026, 3, 5), (2026, 4, 7), (2026, 7, 6), (2026, 9, 7), (2026, 12, 7), (2027, 1, 5), (2028, 2, 7)],
)
def test_the_fifth_or_the_next_working_day(year: int, month: int, due: int) -> None:
    """An agreed day of the month passes the days off of 5 §; every step says that it is agreed."""
    computed = day_or_next_working_day(date(year, month, 5), calendar=FINNISH)
    assert computed.due == date(year, month, due)
    assert {(step.status, step.why.split(":")[0]) for step in computed.derivation} == {
        (Status.PRACTICE, "agreed, outside 150/1930")
    }
    assert all(step.code.startswith("agreed-") for step in computed.derivation)


@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("amount", [0, -1, pytest.param(-(10**5000), id="hugely-negative")])
def test_a_period_without_a_unit_is_refused(amount: int, unit: Unit) -> None:
    """A period of nothing or less is no period; backward counting is asked for by name."""
    with pytest.raises(InputRejected) as refusal:
        compute_period(date(2026, 1, 1), amount, unit, calendar=FINNISH)
    assert (refusal.value.code, refusal.value.details) == ("period-not-positive", {"unit": unit.value})


@pytest.mark.parametrize("backward", [False, True])
@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("amount", [40_000, 3_652_060, 10**12, pytest.param(10**5000, id="huge")])
def test_a_period_that_leaves_the_calendar_is_refused(amount: int, unit: Unit, backward: bool) -> None:
    """However long the period, the answer is a refusal that names the range, never an overflow."""
    with pytest.raises(CalendarRangeError, match="covers 1992-01-01 to 2100-12-31"):
        compute_period(date(2026, 1, 1), amount, unit, calendar=FINNISH, backward=backward)


@pytest.mark.parametrize("backward", [False, True])
@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("start_on", [date.min, date.max, date(1900, 1, 1), date(2150, 1, 1)])
def test_a_start_far_outside_the_calendar_is_refused(start_on: date, unit: Unit, backward: bool) -> None:
    """Where a single unit cannot lead into the calendar, nothing is computed."""
    with pytest.raises(CalendarRangeError):
        compute_period(start_on, 1, unit, calendar=FINNISH, backward=backward)


def test_a_start_before_the_calendar_counts_when_the_end_is_covered() -> None:
    """Days off matter where a period ends: one that began before the calendar's first year is computed."""
    assert compute_period(date(1985, 1, 1), 10, Unit.YEARS, calendar=FINNISH).due == date(1995, 1, 2)


@pytest.mark.parametrize(("day", "backward"), [(date(2100, 12, 31), False), (date(1992, 1, 1), True)])
def test_working_days_stop_at_the_edge_of_the_calendar(day: date, backward: bool) -> None:
    """Counting working days never steps over the last day that the calendar knows."""
    inward = timedelta(days=10 if backward else -10)
    with pytest.raises(CalendarRangeError, match="working days"):
        compute_period(day + inward, 10, Unit.WORKING_DAYS, calendar=FINNISH, backward=backward)


@pytest.mark.parametrize("day", [date(1991, 12, 31), date(2101, 1, 1), date.min, date.max])
@pytest.mark.parametrize("move", [roll_forward, day_or_next_working_day])
def test_a_day_outside_the_calendar_is_not_moved_but_refused(move: Callable[..., ComputedDay], day: date) -> None:
    """Whether such a day is a day off is not known, be it set by statute or agreed."""
    with pytest.raises(CalendarRangeError):
        move(day, calendar=FINNISH)


@given(
    start_on=st.dates(date(1992, 1, 1), date(2090, 12, 31)),
    amount=st.integers(1, 120),
    unit=st.sampled_from(BY_THE_ACT),
)
def test_a_forward_deadline_is_never_a_day_off_nor_early(start_on: date, amount: int, unit: Unit) -> None:
    """The due day is a working day, not before the counted end, with nothing but days off between the two."""
    if unit is Unit.YEARS:
        amount = amount % 9 + 1
    end = independent.period_end(start_on, amount, unit)
    computed = compute_period(start_on, amount, unit, calendar=FINNISH)
    assert not FINNISH.is_day_off(computed.due)
    assert computed.due >= end > start_on
    passed = [end + timedelta(days=n) for n in range((computed.due - end).days)]
    assert all(FINNISH.is_day_off(day) for day in passed)
    assert [step.on for step in computed.derivation if step.step == "day_off"] == passed
    assert computed.derivation[-1].on == computed.due


def compared_periods(year: int, *, every: bool) -> Iterator[tuple[date, int, Unit]]:
    """Gives start days and periods of one year: every amount, or one in a stride that shifts with the day."""
    for ordinal in range(date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal()):
        for unit, (longest, stride) in COMPARED_UNITS.items():
            first, step = (1, 1) if every else (1 + ordinal % stride, stride)
            for amount in range(first, longest + 1, step):
                yield date.fromordinal(ordinal), amount, unit


@pytest.mark.parametrize("year", range(2024, 2036))
def test_a_second_computation_agrees(year: int) -> None:
    """From each day of 2024-2035, forward and backward, an independent computation gives the same due date.

    The ordinary run takes a spread sample; OHJAUS_LONG=1 takes all of 1-120 days, 1-36 months and so on.
    """
    differing = [
        (start_on, amount, unit)
        for start_on, amount, unit in compared_periods(year, every=LONG)
        for sign in (1, -1)
        if compute_period(start_on, amount, unit, calendar=FINNISH, backward=sign < 0).due
        != independent.due(start_on, sign * amount, unit.value)
    ]
    assert differing == []


def test_the_sample_of_the_ordinary_run_is_spread() -> None:
    """Each start day is compared in each unit, and each period meets every weekday at least 40 times."""
    sample = [period for year in range(2024, 2036) for period in compared_periods(year, every=False)]
    days = (date(2036, 1, 1) - date(2024, 1, 1)).days
    assert len({(start_on, unit) for start_on, _, unit in sample}) == days * len(Unit)
    met = Counter((unit, amount, start_on.weekday()) for start_on, amount, unit in sample)
    assert len(met) == 7 * sum(longest for longest, _ in COMPARED_UNITS.values())
    assert min(met.values()) >= 40
