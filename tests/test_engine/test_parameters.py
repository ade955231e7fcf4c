"""Statutory numbers by date: what is in force on a day, and an error with a name when nothing is."""

from __future__ import annotations

import tomllib
from datetime import date
from typing import Any

import pytest

from engine.errors import Refused
from engine.law import Label, Status
from engine.parameters import DatedValue, Parameter, Parameters, parse_parameters

TEXT = """
[patience_days]
unit = "days"
label = {fi = "maltti", sv = "tålamod", en = "patience"}
values = [
    {from = 2020-01-01, value = 30, basis = "0/2000 1 §", status = "statute"},
    {from = 2022-07-01, value = 14, basis = "0/2000 1 § (0/2022)", status = "secondary", until = 2024-12-31},
    {from = 2026-01-01, value = 7, basis = "0/2000 1 §", status = "unsettled"},
]

[share]
unit = "percent"
label = {fi = "osuus", sv = "andel", en = "share"}
values = [{from = 2020-01-01, value = "0.5", basis = "0/2000 2 §", status = "practice"}]

[yearly_days]
unit = "month_days"
label = {fi = "päivät", sv = "dagar", en = "days"}
values = [{from = 2020-01-01, value = ["03-15", "09-15"], basis = "0/2000 3 §", status = "statute"}]
"""


def document() -> dict[str, Any]:
    return tomllib.loads(TEXT)


NUMBERS = parse_parameters(document(), "example")


def test_the_text_gives_the_whole_number() -> None:
    """Name, unit, label and every value with its dates, section and status."""
    assert NUMBERS.by_name["patience_days"] == Parameter(
        "patience_days",
        "days",
        Label("maltti", "tålamod", "patience"),
        (
            DatedValue(30, date(2020, 1, 1), "0/2000 1 §", Status.STATUTE),
            DatedValue(14, date(2022, 7, 1), "0/2000 1 § (0/2022)", Status.SECONDARY, date(2024, 12, 31)),
            DatedValue(7, date(2026, 1, 1), "0/2000 1 §", Status.UNSETTLED),
        ),
    )


@pytest.mark.parametrize(
    ("day", "value"),
    [
        (date(2020, 1, 1), 30),
        (date(2022, 6, 30), 30),
        (date(2022, 7, 1), 14),
        (date(2022, 7, 2), 14),
        (date(2024, 12, 31), 14),
        (date(2026, 1, 1), 7),
        (date.max, 7),
    ],
)
def test_the_value_in_force_on_a_day(day: date, value: int) -> None:
    """On the day before a change the old value is in force, from the day of it the new one."""
    assert NUMBERS.on("patience_days", day).value == value


@pytest.mark.parametrize("day", [date.min, date(2019, 12, 31), date(2025, 1, 1), date(2025, 12, 31)])
def test_there_is_no_number_by_default(day: date) -> None:
    """Before the first value and between two that do not meet there is none; the error names number and day."""
    with pytest.raises(Refused) as caught:
        NUMBERS.on("patience_days", day)
    assert (caught.value.code, caught.value.basis, caught.value.details) == (
        "no-parameter-in-force",
        ("0/2000 1 §",),
        {"name": "example.patience_days", "day": day, "first": date(2020, 1, 1)},
    )


def test_a_number_that_is_not_declared_is_refused() -> None:
    """Asking for an unknown name says whose numbers were asked."""
    with pytest.raises(Refused) as caught:
        NUMBERS.on("impatience_days", date(2025, 1, 1))
    assert (caught.value.code, caught.value.message) == (
        "no-parameter",
        "example declares no number called impatience_days.",
    )


def test_values_are_whole_numbers_decimal_text_or_days() -> None:
    """A fraction is text and a list of days is a tuple; no float comes in."""
    assert (NUMBERS.on("share", date(2025, 1, 1)).value, NUMBERS.on("yearly_days", date(2025, 1, 1)).value) == (
        "0.5",
        ("03-15", "09-15"),
    )


def test_the_unit_of_a_number() -> None:
    """A number that is not declared has none."""
    assert (NUMBERS.unit("patience_days"), NUMBERS.unit("impatience_days")) == ("days", "")


def test_no_numbers_are_numbers_too() -> None:
    """A procedure without numbers is possible, and asking it is refused."""
    with pytest.raises(Refused):
        Parameters("empty").on("patience_days", date(2025, 1, 1))


@pytest.mark.parametrize("part", ["unit", "label", "values"])
def test_a_number_is_whole_or_not_at_all(part: str) -> None:
    """Unit, label and values are all needed."""
    text = document()
    del text["share"][part]
    with pytest.raises(ValueError, match=f"the parameter share lacks '{part}'"):
        parse_parameters(text, "example")


@pytest.mark.parametrize("part", ["from", "value", "basis", "status"])
def test_a_value_is_whole_or_not_at_all(part: str) -> None:
    """Day, value, section and status are all needed: a number without its source is none."""
    text = document()
    del text["share"]["values"][0][part]
    with pytest.raises(ValueError, match=f"the parameter share lacks '{part}'"):
        parse_parameters(text, "example")


@pytest.mark.parametrize(("part", "wrong"), [("value", 0.5), ("value", True), ("status", "rumour")])
def test_a_value_of_the_wrong_kind_is_no_value(part: str, wrong: object) -> None:
    """No floats, no truth values, no status that is not one of the four."""
    text = document()
    text["share"]["values"][0][part] = wrong
    with pytest.raises(ValueError, match=r"share|rumour"):
        parse_parameters(text, "example")


def test_a_label_speaks_all_three_languages() -> None:
    """A language that is missing is missed."""
    text = document()
    del text["share"]["label"]["sv"]
    with pytest.raises(ValueError, match="the parameter share lacks"):
        parse_parameters(text, "example")


@pytest.mark.parametrize("order", [(1, 0, 2), (0, 0, 1), ()])
def test_values_stand_in_the_order_of_their_days(order: tuple[int, ...]) -> None:
    """The oldest first, one for each day, and at least one."""
    text = document()
    values = text["patience_days"]["values"]
    text["patience_days"]["values"] = [values[number] for number in order]
    with pytest.raises(ValueError, match="the values of patience_days must begin on different days, oldest first"):
        parse_parameters(text, "example")


def test_numbers_can_be_part_of_what_is_hashed() -> None:
    """A declaration that holds numbers can be the key of a mapping; equal numbers are one key."""
    assert {NUMBERS: "a", parse_parameters(document(), "example"): "b"} == {NUMBERS: "b"}
