"""What the made-up permit to keep a dragon is told in: its act, its numbers, who acts, and each fact with its shape."""

from __future__ import annotations

import tomllib
from datetime import date
from typing import Any

from pydantic import Field

from engine.declaration import SUBJECT, Fact, Payload, Role
from engine.law import Label, Statute
from engine.parameters import parse_parameters

DRAGON_ACT = Statute("0/2000", Label("lohikäärmelaki", "draklagen", "dragon act"))

PARAMETERS = parse_parameters(
    tomllib.loads("""
[decision_months]
unit = "months"
label = {fi = "ratkaisuaika", sv = "tid för beslut", en = "time for the decision"}
values = [
    {from = 2020-01-01, value = 3, basis = "0/2000 4 §", status = "statute"},
    {from = 2025-01-01, value = 2, basis = "0/2000 4 §", status = "statute"},
]

[report_working_days]
unit = "working_days"
label = {fi = "kertomuksen aika", sv = "tid för berättelsen", en = "time for the report"}
values = [{from = 2020-01-01, value = 10, basis = "0/2000 6 §", status = "practice"}]

[fee_day]
unit = "month_day"
label = {fi = "maksun eräpäivä", sv = "avgiftens förfallodag", en = "day of the fee"}
values = [{from = 2020-01-01, value = "06-30", basis = "0/2000 9 §", status = "statute"}]

[flight_days]
unit = "month_days"
label = {fi = "lentonäytöspäivät", sv = "dagar för flyguppvisning", en = "days of the flight display"}
values = [{from = 2020-01-01, value = ["03-15", "09-15"], basis = "0/2000 10 §", status = "statute"}]

[heads_most]
unit = "count"
label = {fi = "päiden enimmäismäärä", sv = "högsta antal huvuden", en = "most heads"}
values = [{from = 2020-01-01, value = 3, basis = "0/2000 2 §", status = "statute"}]
"""),
    "dragon_permit",
)

KEEPER = Role("keeper", Label("pitäjä", "hållare", "keeper"), organisation=SUBJECT)
COUNCIL = Role("council", Label("neuvosto", "råd", "council"), organisation="DRAGONS", body="council")
CLOCK = Role("clock", Label("kello", "klocka", "clock"), organisation="@ministry")


class ApplicationLodged(Payload):
    """The application."""

    name: str = Field(min_length=1, description="the dragon's name")
    heads: int = Field(ge=1, description="how many heads it has")
    hatched_on: date | None = Field(default=None, description="when it hatched")


class NeighboursHeard(Payload):
    """Schema 3; the first knew one neighbour, the second no day for the answer."""

    neighbours: tuple[str, ...] = Field(min_length=1, description="who was heard")
    reply_by: date | None = Field(default=None, description="the day by which an answer was asked for")


class InspectionHeld(Payload):
    """An inspection."""

    inspected_on: date = Field(description="the day of the inspection")
    fire_proof: bool = Field(description="whether the cave is fire-proof")


class ReportGiven(Payload):
    """The inspector's report."""

    generation: int = Field(ge=1, description="which inspection the report is about")


class Nothing(Payload):
    """A fact that says nothing but its day."""


def to_several_neighbours(data: dict[str, Any]) -> dict[str, Any]:
    """From 1 to 2: a single neighbour becomes a list of one."""
    return {"neighbours": [data.pop("neighbour")], **data}


def to_a_day_for_the_answer(data: dict[str, Any]) -> dict[str, Any]:
    """From 2 to 3: no day was asked for."""
    return {**data, "reply_by": None}


APPLICATION_LODGED = Fact(
    "application_lodged", Label("hakemus jätetty", "ansökan inlämnad", "application lodged"), ApplicationLodged
)
NEIGHBOURS_HEARD = Fact(
    "neighbours_heard",
    Label("naapureita kuultu", "grannar hörda", "neighbours heard"),
    NeighboursHeard,
    schema=3,
    upcasts=(to_several_neighbours, to_a_day_for_the_answer),
)
HEARING_TIME_PASSED = Fact(
    "hearing_time_passed", Label("kuulemisaika päättynyt", "hörandetiden ute", "hearing time passed"), Nothing
)
INTERIM_KEEPING_ALLOWED = Fact(
    "interim_keeping_allowed", Label("väliaikainen lupa", "tillfälligt tillstånd", "interim keeping allowed"), Nothing
)
INTERIM_KEEPING_ENDED = Fact(
    "interim_keeping_ended",
    Label("väliaikainen lupa päättyi", "tillståndet upphörde", "interim keeping ended"),
    Nothing,
)
INSPECTION_HELD = Fact(
    "inspection_held", Label("tarkastus pidetty", "inspektion hållen", "inspection held"), InspectionHeld
)
REPORT_GIVEN = Fact("report_given", Label("kertomus annettu", "berättelse given", "report given"), ReportGiven)
FEE_PAID = Fact("fee_paid", Label("maksu suoritettu", "avgift betald", "fee paid"), Nothing)
REMITTED = Fact("remitted", Label("palautettu valmisteluun", "återremitterad", "remitted"), Nothing)
PERMIT_GRANTED = Fact("permit_granted", Label("lupa myönnetty", "tillstånd beviljat", "permit granted"), Nothing)
PERMIT_DENIED = Fact("permit_denied", Label("lupa evätty", "tillstånd avslaget", "permit denied"), Nothing)
DRAGON_FLOWN = Fact("dragon_flown", Label("lohikäärme lensi", "draken flög", "dragon flown"), Nothing)
