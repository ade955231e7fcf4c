"""From a declared deadline rule to a deadline as it is recorded: the due day, its derivation, and what it used."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from engine.calendar import Calendar
from engine.case import Case
from engine.counting import AgreedDay, Counting, DeadlineKind, NextOf, Period, SetDay, Stated
from engine.deadlines import (
    ComputedDay,
    DerivationStep,
    Unit,
    compute_period,
    day_or_next_working_day,
    roll_forward,
)
from engine.declaration import DeadlineRule
from engine.envelope import Deadline
from engine.errors import InputRejected
from engine.parameters import DatedValue, Parameters


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What a deadline is computed from: the fact's day and data, the dated numbers, the day whose law applies."""

    on: date
    data: dict[str, Any]
    parameters: Parameters
    law_on: date
    calendar: Calendar


def set_deadline(
    rule: DeadlineRule, case: Case | None, reckoning: Reckoning
) -> tuple[Deadline, dict[str, date]] | None:
    """Gives the open deadline that `rule` starts and the parameters it used, or None when the fact states no day.

    Raises:
        Refused: a number is not in force on the day, or the calendar does not reach the due day.
    """
    used: dict[str, date] = {}
    started_on, computed = _compute(rule.counting, reckoning, used)
    if computed is None:
        return None
    known = (number for name, number in (case.deadlines if case else ()) if name == rule.id)
    generation = 1 + max(known, default=0)
    deadline = Deadline(
        name=rule.id,
        generation=generation,
        kind=str(rule.kind),
        due=computed.due,
        started_on=started_on,
        rule=_describe(rule.counting, reckoning),
        basis=rule.cited,
        law_status=str(min_status(rule)),
        calendar=computed.calendar,
        status="open",
        derivation=computed.recorded,
        opens_on=_opens_on(rule, reckoning, used),
        suspension=str(rule.suspension) if rule.suspension else None,
    )
    return deadline, used


def _opens_on(rule: DeadlineRule, reckoning: Reckoning, used: dict[str, date]) -> date | None:
    if rule.opens is None:
        return None
    first = _compute(rule.opens, reckoning, used)[1]
    if first is None:
        return None
    # 5 § of the Act moves the last day for an act; the day on which a time begins stays where it is.
    counted = [step.on for step in first.derivation if step.step in ("count", "set_day", "stated")]
    return counted[-1] if counted else first.due


def min_status(rule: DeadlineRule) -> str:
    """Gives the least certain status among the rule's bases; a target of our own is never more than practice."""
    order = ("statute", "secondary", "practice", "unsettled")
    worst = max((order.index(basis.status) for basis in rule.basis), default=len(order) - 1)
    if rule.kind in (DeadlineKind.WITHOUT_DELAY, DeadlineKind.POLITICAL):
        worst = max(worst, order.index("practice"))
    return order[worst]


def _compute(counting: Counting, reckoning: Reckoning, used: dict[str, date]) -> tuple[date, ComputedDay | None]:
    if isinstance(counting, Stated):
        return reckoning.on, _stated(counting, reckoning)
    if isinstance(counting, AgreedDay):
        day = _day(reckoning.data.get(counting.field))
        agreed = None if day is None else day_or_next_working_day(day, calendar=reckoning.calendar)
        return reckoning.on, agreed
    dated = reckoning.parameters.on(counting.parameter, reckoning.law_on)
    used[f"{reckoning.parameters.owner}.{counting.parameter}"] = dated.in_force_from
    if isinstance(counting, Period):
        return _period(counting, dated, reckoning)
    if isinstance(counting, SetDay):
        return reckoning.on, _set_day(counting, dated, reckoning)
    return _next_of(counting, dated, reckoning)


def _stated(counting: Stated, reckoning: Reckoning) -> ComputedDay | None:
    day = _day(reckoning.data.get(counting.field))
    if day is None:
        return None
    step = DerivationStep("stated", day, f"the day that the document states ({counting.field})", "stated")
    return ComputedDay(day, (step,), reckoning.calendar.version)


def _period(counting: Period, dated: DatedValue, reckoning: Reckoning) -> tuple[date, ComputedDay]:
    started_on = (_day(reckoning.data.get(counting.after)) if counting.after else None) or reckoning.on
    unit = Unit(reckoning.parameters.unit(counting.parameter))
    amount = int(str(dated.value))
    return started_on, compute_period(started_on, amount, unit, calendar=reckoning.calendar, backward=counting.backward)


def _set_day(counting: SetDay, dated: DatedValue, reckoning: Reckoning) -> ComputedDay:
    year = _year(reckoning.data.get(counting.year_after)) if counting.year_after else None
    day = _in_year((year or reckoning.on.year) + counting.years_later, str(dated.value))
    return roll_forward(day, calendar=reckoning.calendar)


def _next_of(counting: NextOf, dated: DatedValue, reckoning: Reckoning) -> tuple[date, ComputedDay]:
    started_on = (_day(reckoning.data.get(counting.after)) if counting.after else None) or reckoning.on
    days = dated.value if isinstance(dated.value, tuple) else (str(dated.value),)
    candidates = sorted(_in_year(year, day) for year in (started_on.year, started_on.year + 1) for day in days)
    first = next(day for day in candidates if day > started_on)
    return started_on, roll_forward(first, calendar=reckoning.calendar)


def _day(value: object) -> date | None:
    if value is None or isinstance(value, date):
        return value
    return date.fromisoformat(str(value))


def _year(value: object) -> int | None:
    if value is None or isinstance(value, int):
        return value
    return date.fromisoformat(str(value)).year


def _in_year(year: int, month_day: str) -> date:
    try:
        month, day = (int(part) for part in month_day.split("-"))
        if (month, day) == (
            2,
            29,
        ):  # a yearly day that exists in every fourth year only ends the month otherwise
            return date(year, 3, 1) - timedelta(days=1)
        return date(year, month, day)
    except ValueError as error:
        raise InputRejected("no-such-day", f"There is no {month_day} in the year {year}: {error}.") from error


def _describe(counting: Counting, reckoning: Reckoning) -> str:
    if isinstance(counting, Stated):
        return f"stated in {counting.field}"
    if isinstance(counting, AgreedDay):
        return f"stated in {counting.field}, or the next working day"
    dated = reckoning.parameters.on(counting.parameter, reckoning.law_on)
    value = " / ".join(dated.value) if isinstance(dated.value, tuple) else dated.value
    if isinstance(counting, Period):
        direction = " before" if counting.backward else ""
        unit = reckoning.parameters.unit(counting.parameter).replace("_", " ")
        return f"{value} {unit}{direction} from {counting.after or 'the legal day of the fact'}"
    if isinstance(counting, SetDay):
        later = f", {counting.years_later} year(s) later" if counting.years_later else ""
        return f"set day {value}{later}"
    return f"next of {value}"
