"""Facts of a shared theme: raised, joined by more counties, taken up, handed over, closed."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import Field

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.fields import ActorCode, LongText, ShortText
from procedures.roadmap.fields import CaseId, Month, Sector

Codes = Annotated[tuple[ActorCode, ...], Field(max_length=60)]
Cases = Annotated[tuple[CaseId, ...], Field(max_length=300)]


class Raised(Payload):
    """What several counties have in common."""

    name: ShortText = Field(description="what it is about, in a few words")
    description: LongText | None = Field(default=None, description="what the counties say of it")
    sector: Sector = Field(default="both", description="health and social services, rescue services, or both")
    counties: Codes = Field(description="the counties that raised it, by code; at least two")
    observations: Cases = Field(default=(), description="the observations it rests on, by case")
    month: Month | None = Field(default=None, description="the month in whose round it was found")


class CountiesJoined(Payload):
    """More counties raise it, or more observations belong to it."""

    counties: Codes = Field(default=(), description="counties that raise it as well, by code")
    observations: Cases = Field(default=(), description="further observations, by case")


class TakenUp(Payload):
    """Somebody does for all of them what each would otherwise do alone."""

    by: ActorCode = Field(description="who takes it up, by code")
    what: LongText = Field(description="what is done")
    due_on: Day | None = Field(default=None, description="the day by which, where one is set")


class HandedOver(Payload):
    """Another authority goes on with it."""

    to: ActorCode = Field(description="who goes on, by code")
    because: ShortText | None = Field(default=None, description="reason")
    due_on: Day | None = Field(default=None, description="the day by which, where one is set")


class ProgressTold(Payload):
    """How it goes."""

    text: LongText = Field(description="what has been done")


class LeftToCounties(Payload):
    """It is not taken up nationally."""

    because: LongText = Field(description="reason")


class Closed(Payload):
    """It is settled, or over."""

    outcome: LongText = Field(description="what came of it")


class Merged(Payload):
    """It goes on as part of another theme."""

    into: CaseId = Field(description="the theme it goes on in, by case")


def _fact(fact_id: str, payload: type[Payload], fi: str, sv: str, en: str) -> Fact:
    return Fact(fact_id, Label(fi, sv, en), payload)


RAISED: Final = _fact("raised", Raised, "yhteinen asia nostettu", "gemensam fråga upptagen", "shared theme raised")
COUNTIES_JOINED: Final = _fact(
    "counties_joined",
    CountiesJoined,
    "alueita tai havaintoja liitetty asiaan",
    "områden eller iakttagelser fogade till frågan",
    "counties or observations joined to the theme",
)
TAKEN_UP: Final = _fact(
    "taken_up",
    TakenUp,
    "asiaan tartuttu kansallisesti",
    "frågan tagen till nationell behandling",
    "theme taken up nationally",
)
HANDED_OVER: Final = _fact(
    "handed_over", HandedOver, "yhteinen asia siirretty toiselle", "frågan överförd till en annan", "theme handed over"
)
PROGRESS_TOLD: Final = _fact(
    "progress_told",
    ProgressTold,
    "yhteisen asian eteneminen kerrottu",
    "frågans framskridande berättat",
    "progress told",
)
LEFT_TO_COUNTIES: Final = _fact(
    "left_to_counties",
    LeftToCounties,
    "yhteinen asia jätetty alueille",
    "frågan lämnad åt områdena",
    "theme left to the counties",
)
CLOSED: Final = _fact("closed", Closed, "yhteinen asia päätetty", "den gemensamma frågan avslutad", "theme closed")
MERGED: Final = _fact(
    "merged", Merged, "yhdistetty toiseen asiaan", "sammanförd med en annan fråga", "merged into another theme"
)
