"""Service by 434/2003 and 13/2003: which day it is, by which number, and what is not settled about it."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta

import pytest

from engine.calendar import CalendarRangeError
from engine.deadlines import DerivationStep, Unit, compute_period
from engine.errors import Refused
from engine.law import Status
from engine.parameters import parse_parameters
from engine.service import ServiceManner, served_on
from procedures.administration import numbers
from procedures.calendar import finnish_calendar

FINNISH = finnish_calendar()
LETTER, ARRIVAL = ServiceManner.ORDINARY_LETTER, ServiceManner.AUTHORITY_ARRIVAL
MESSAGE = ServiceManner.ELECTRONIC_ORDINARY


@pytest.mark.parametrize(
    ("manner", "sent_on", "served"),
    [
        (ARRIVAL, date(2026, 5, 29), date(2026, 5, 29)),
        (LETTER, date(2026, 5, 29), date(2026, 6, 5)),
        (MESSAGE, date(2026, 5, 29), date(2026, 6, 1)),
        (MESSAGE, date(2026, 5, 28), date(2026, 5, 31)),
        (MESSAGE, date(2024, 2, 27), date(2024, 3, 1)),
    ],
)
def test_service_takes_effect_on_the_day_of_its_manner(manner: ServiceManner, sent_on: date, served: date) -> None:
    """An authority is served on arrival; a letter serves on the 7th, an electronic message on the 3rd day."""
    assert served_on(sent_on, manner, numbers=numbers(), calendar=FINNISH).due == served


@pytest.mark.parametrize(
    ("manner", "served", "why", "nth_day"),
    [
        (ARRIVAL, date(2025, 6, 2), "an authority is served on the day the letter arrives", "0"),
        (
            LETTER,
            date(2025, 6, 9),
            "an ordinary letter is held to be served on day 7 from sending, unless otherwise shown",
            "7",
        ),
    ],
)
def test_the_step_names_the_section_of_the_number(manner: ServiceManner, served: date, why: str, nth_day: str) -> None:
    """A translation finds the section and the number beside the sentence."""
    basis = "434/2003 59 § 2 mom."
    code = f"served-{manner.replace('_', '-')}"
    details = (("basis", basis), ("nth_day", nth_day))
    assert served_on(date(2025, 6, 2), manner, numbers=numbers(), calendar=FINNISH).derivation == (
        DerivationStep("service", served, f"{basis}: {why}", code, details, Status.STATUTE),
    )


def test_an_electronic_message_starts_its_thirty_days_when_it_is_served() -> None:
    """Sent on Friday 29 May 2026, served on Monday 1 June, the time ends on Wednesday 1 July."""
    served = served_on(date(2026, 5, 29), MESSAGE, numbers=numbers(), calendar=FINNISH)
    [step] = served.derivation
    assert step.on == date(2026, 6, 1)
    assert step.why.startswith("13/2003 19 § 2 mom.: an electronic message is held to be served on day 3 from sending")
    assert compute_period(served.due, 30, Unit.DAYS, calendar=FINNISH).due == date(2026, 7, 1)


def test_service_on_a_day_off_is_not_moved_and_says_so() -> None:
    """A letter sent on a Sunday is served on a Sunday; that 5 § does not move it is marked unsettled."""
    served = served_on(date(2026, 5, 24), LETTER, numbers=numbers(), calendar=FINNISH)
    assert [(step.code, step.on, step.status) for step in served.derivation] == [
        ("served-ordinary-letter", date(2026, 5, 31), Status.STATUTE),
        ("service-not-moved", date(2026, 5, 31), Status.UNSETTLED),
    ]


def test_a_number_whose_section_may_have_changed_is_marked() -> None:
    """The third day of 13/2003 is not confirmed beyond what was read; the step carries the number's status."""
    served = served_on(date(2026, 5, 29), MESSAGE, numbers=numbers(), calendar=FINNISH)
    assert (served.due, served.derivation[0].status) == (date(2026, 6, 1), Status.UNSETTLED)


@pytest.mark.parametrize(
    ("manner", "sent_on"),
    [(LETTER, date(2003, 12, 31)), (ARRIVAL, date(2003, 12, 31)), (MESSAGE, date(2003, 1, 31))],
)
def test_before_the_acts_there_is_no_number(manner: ServiceManner, sent_on: date) -> None:
    """The day before an act came into force is refused; on the day itself its number counts."""
    with pytest.raises(Refused) as refused:
        served_on(sent_on, manner, numbers=numbers(), calendar=FINNISH)
    assert refused.value.code == "no-parameter-in-force"
    assert served_on(sent_on + timedelta(days=1), manner, numbers=numbers(), calendar=FINNISH).due > sent_on


@pytest.mark.parametrize("sent_on", [date(2100, 12, 25), date.max])
def test_service_beyond_the_calendar_is_refused(sent_on: date) -> None:
    """Whether the served day is a day off is not known there."""
    with pytest.raises(CalendarRangeError):
        served_on(sent_on, LETTER, numbers=numbers(), calendar=FINNISH)


def test_the_numbers_come_from_outside() -> None:
    """Another number in force gives another day and another sentence: none is written in the rules."""
    made_up = parse_parameters(
        tomllib.loads("""
        [ordinary_letter_days]
        unit = "days"
        label = {fi = "keksitty", sv = "påhittad", en = "made up"}
        values = [{from = 2030-01-01, value = 5, basis = "0/2000 1 §", status = "practice"}]
        """),
        "example",
    )
    served = served_on(date(2030, 1, 7), LETTER, numbers=made_up, calendar=FINNISH)
    assert (served.due, served.derivation[0].status) == (date(2030, 1, 12), Status.PRACTICE)
    assert served.derivation[0].why.startswith("0/2000 1 §: an ordinary letter is held to be served on day 5 ")


def test_each_manner_has_its_number_in_days() -> None:
    """No manner lacks a number and no number of days a manner; what an authority receives is served the same day."""
    declared = numbers().by_name
    in_days = {name: one.unit for name, one in declared.items() if one.unit == "days"}
    assert {manner.parameter: "days" for manner in ServiceManner} == in_days
    assert {dated.value for dated in declared[ARRIVAL.parameter].values} == {0}
