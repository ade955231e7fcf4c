"""The options that every act of the programme's commands takes: its day, whose act it is, and its command id."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import click

from cli.frame.command import option
from engine.law import Label

_F = TypeVar("_F", bound=Callable[..., Any])

STATES = ("on_schedule", "at_risk", "late", "no_information", "not_applicable")
"""The scale of the situational picture (`procedures.roadmap.fields.PictureState`), which help must not load."""
PAGES = ("overview", "county", "procedures", "goals", "themes", "method")


@dataclass(frozen=True, slots=True)
class When:
    """When something happened (None: today), whose act it is, and under which command id it is recorded."""

    on: str | None = None
    by: str | None = None
    command_id: str | None = None


def when_of(given: Mapping[str, Any]) -> When:
    """Gives it as the options of `when_options` were given."""
    return When(given["on"], given["by"], given["command_id"])


_OPTIONS: tuple[tuple[tuple[str, ...], dict[str, Any], Label], ...] = (
    (
        ("--on",),
        {"metavar": "DATE"},
        Label(
            "päivä, jona se tapahtui; tämä päivä, jos ei anneta",
            "dagen då det skedde; i dag om ingen anges",
            "the day it happened; today if left out",
        ),
    ),
    (
        ("--by",),
        {"metavar": "ROLE"},
        Label("kenen toimi se on", "vems åtgärd det är", "whose act it is, where several may do it"),
    ),
    (
        ("--command-id",),
        {"metavar": "ID"},
        Label(
            "kirjauksen tunnus; sama tunnus uudelleen ei kirjaa toista kertaa",
            "registreringens id; samma id igen registrerar inte en gång till",
            "id of this recording; the same id again records nothing more",
        ),
    ),
)


def when_options(function: _F) -> _F:
    """Adds the options of an act, which the command gets as keywords for `When`."""
    for names, settings, about in reversed(_OPTIONS):
        function = option(*names, about=about, **settings)(function)
    return function


def reason_option(function: _F) -> _F:
    """Adds the written reason of a state or a judgement."""
    return option(
        "--reason",
        metavar="TEXT",
        about=Label(
            "syy sanoin; riskissä ja myöhässä tarvitsevat sen",
            "skälet i ord; i riskzonen och försenad kräver det",
            "the reason in words; at risk and late need one",
        ),
    )(function)


def report_options(function: _F) -> _F:
    """Adds what a report on the scale of the picture says beside its state."""
    for added in reversed((reason_option, _evidence, _support, _discussed)):
        function = added(function)
    return function


def _evidence(function: _F) -> _F:
    return option(
        "--evidence",
        metavar="TEXT",
        about=Label("mistä sen näkee", "var det kan ses", "where it can be seen"),
    )(function)


def _support(function: _F) -> _F:
    return option(
        "--support-asked",
        is_flag=True,
        about=Label("tukea pyydetään", "stöd efterfrågas", "support is asked"),
    )(function)


def _discussed(function: _F) -> _F:
    return option(
        "--discussed",
        is_flag=True,
        about=Label(
            "todettu yhdessä keskustelussa, ei vain ilmoitettu",
            "konstaterat i ett gemensamt samtal, inte endast uppgivet",
            "found together in a discussion, not only reported",
        ),
    )(function)


def state_argument() -> Callable[[_F], _F]:
    """Declares the argument that says where something stands on the scale of the picture."""
    from cli.frame.command import argument

    return argument(
        "state",
        metavar="STATE",
        type=click.Choice(STATES),
        about=Label(
            "missä se on: on_schedule, at_risk, late, no_information tai not_applicable",
            "var det står: on_schedule, at_risk, late, no_information eller not_applicable",
            "where it stands: on_schedule, at_risk, late, no_information or not_applicable",
        ),
    )
