"""Facts of a steering year: opened, its rounds planned and opened, what came in, closed.

What comes in is a fact of the day on which the last of it came, whenever it is recorded: late then means that somebody
was late, and not that the ministry looked late.
"""

from __future__ import annotations

from typing import Final, Literal

from pydantic import Field

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.fields import ActorCode, Count, LongText, ShortText, Year

StepId = Literal[
    "budget_data",
    "accounts_estimate",
    "accounts_completed",
    "accounts_data",
    "whole_year_data",
    "first_quarter_data",
    "rescue_reports",
    "supplementary_data",
    "audit",
    "data_to_april",
    "data_to_may",
    "accounts_handling",
    "regional_assessments",
    "measures_reports",
    "first_half_data",
    "data_to_july",
    "national_assessment",
    "data_to_august",
    "service_assessments",
    "three_quarters_data",
    "data_to_october",
    "data_to_november",
    "budgets",
    "investment_proposals",
    "financial_year",
    "service_round",
    "rescue_round",
    "collaborative_round",
    "negotiation_round",
    "objectives",
    "council_term",
]
"""Every step of the calendar: what comes in, which rounds are opened, and what falls on every fourth year."""


class YearOpened(Payload):
    """The calendar of a year is taken into use."""

    year: Year = Field(description="the calendar year")
    objectives_by: Day | None = Field(
        default=None,
        description="the day by which the national objectives are to be confirmed anew, if it is this year",
    )


class Received(Payload):
    """What was awaited has come from everybody; or those from whom nothing came are named."""

    missing: tuple[ActorCode, ...] = Field(
        default=(), max_length=40, description="those from whom nothing came, by code"
    )
    remark: ShortText | None = Field(default=None, description="remark")


class RoundPlanned(Payload):
    """When a round is to be opened and done: a window. Planned again, the earlier one no longer counts."""

    opens_on: Day = Field(description="the first day of the window")
    until: Day = Field(description="its last day")
    because: ShortText | None = Field(default=None, description="on what the days rest, such as an entry agreed")


class RoundOpened(Payload):
    """The cases of a round are open."""

    cases: Count | None = Field(default=None, description="how many cases were opened")
    remark: ShortText | None = Field(default=None, description="remark")


class Noted(Payload):
    """A day of every fourth year has come, and what it asks for is under way."""

    remark: ShortText | None = Field(default=None, description="remark")


class YearClosed(Payload):
    """The year is over, or everything in it is done; what was not is named."""

    missing: tuple[StepId, ...] = Field(default=(), max_length=40, description="the steps that were not taken")
    grounds: LongText | None = Field(default=None, description="grounds as stated")


class YearDiscontinued(Payload):
    """The calendar was opened in error."""

    grounds: LongText | None = Field(default=None, description="grounds as stated")


YEAR_OPENED: Final = Fact(
    "year_opened", Label("ohjausvuosi avattu", "styråret inlett", "steering year opened"), YearOpened
)
YEAR_CLOSED: Final = Fact(
    "year_closed", Label("ohjausvuosi päätetty", "styråret avslutat", "steering year closed"), YearClosed
)
YEAR_DISCONTINUED: Final = Fact(
    "year_discontinued",
    Label(
        "ohjausvuosi päätetty virheellisesti avattuna",
        "styråret avslutat som inlett av misstag",
        "steering year ended as opened in error",
    ),
    YearDiscontinued,
)
