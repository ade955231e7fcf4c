"""Facts of a monthly round: opened, answered by each county, discussed, compiled, reported, closed."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field, StringConstraints

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.fields import ActorCode, Count, LongText, ShortText

Month = Annotated[str, StringConstraints(pattern=r"^20\d\d-(0[1-9]|1[0-2])$")]
"""A month, written 2021-08."""

Scope = Literal["critical", "all"]
"""Which sub-tasks of the roadmap the counties are asked about."""

Level = Literal[
    "coordination_group",
    "reform_steering_group",
    "ministerial_group",
    "regional_section",
    "core_group",
    "permanent_secretaries",
]
"""To whom the compilation is reported: four levels of 2021, and two of the proposal of 2025."""


class RoundOpened(Payload):
    """For which month, by when, and about what."""

    month: Month = Field(description="the month of the round, such as 2021-08")
    due_on: Day | None = Field(default=None, description="the day by which the counties answer")
    other_day_because: ShortText | None = Field(
        default=None, description="why the due day is not the one agreed for every month"
    )
    scope: Scope | None = Field(default=None, description="whether all sub-tasks are asked about or the critical ones")


class DueDayChanged(Payload):
    """The counties get another day."""

    due_on: Day = Field(description="the new day by which the counties answer")
    because: ShortText | None = Field(default=None, description="reason")


class AnswerGiven(Payload):
    """A county's picture of its own situation; a later one takes the place of an earlier one."""

    party: ActorCode = Field(description="the county that answers")
    subtasks: Count | None = Field(default=None, description="how many sub-tasks the answer speaks of")
    changed: Count | None = Field(default=None, description="how many of them changed since the round before")
    observations: Count | None = Field(default=None, description="how many observations it raises")
    wishes: Count | None = Field(default=None, description="how many wishes it raises")
    risks: Count | None = Field(default=None, description="how many risks it raises")
    remark: LongText | None = Field(default=None, description="the county's own summary")


class AnswerWaived(Payload):
    """A county need not answer this time: the rhythm follows its needs."""

    party: ActorCode = Field(description="the county that need not answer")
    because: ShortText | None = Field(default=None, description="reason")


class CollectionEnded(Payload):
    """The answers are in, or the day has passed."""

    remark: ShortText | None = Field(default=None, description="remark")


class DiscussionHeld(Payload):
    """A county's picture was talked through with it."""

    party: ActorCode = Field(description="the county whose picture was discussed")
    form: Literal["monthly", "wider_negotiation"] = Field(
        default="monthly", description="the monthly hour, or the wider negotiation led by the ministries"
    )
    ministries: tuple[Literal["VM", "STM", "SM"], ...] = Field(
        default=(), max_length=3, description="the ministries that took part"
    )
    confirmed: bool | None = Field(default=None, description="whether the discussion confirmed the picture")
    remark: LongText | None = Field(default=None, description="what the discussion added")


class Compiled(Payload):
    """The picture of the whole country, and of whom it says nothing."""

    missing: tuple[ActorCode, ...] = Field(
        default=(), max_length=60, description="the counties that gave no answer, by code"
    )
    themes: tuple[ShortText, ...] = Field(default=(), max_length=60, description="themes that several counties raised")
    rescue_themes: tuple[ShortText, ...] = Field(
        default=(), max_length=60, description="themes of rescue services, compiled apart"
    )


class Reported(Payload):
    """The compilation was reported."""

    level: Level = Field(description="to whom it was reported")
    remark: ShortText | None = Field(default=None, description="remark")


class RoundClosed(Payload):
    """The round is over."""

    remark: ShortText | None = Field(default=None, description="remark")


class RoundCancelled(Payload):
    """No picture is made this month."""

    because: ShortText | None = Field(default=None, description="reason")


def _fact(fact_id: str, payload: type[Payload], fi: str, sv: str, en: str) -> Fact:
    return Fact(fact_id, Label(fi, sv, en), payload)


ROUND_OPENED: Final = _fact(
    "round_opened", RoundOpened, "tilannekuvakierros avattu", "lägesbildsrundan inledd", "round opened"
)
DUE_DAY_CHANGED: Final = _fact(
    "due_day_changed", DueDayChanged, "määräpäivää muutettu", "sista dagen ändrad", "due day changed"
)
ANSWER_GIVEN: Final = _fact(
    "answer_given", AnswerGiven, "alueen tilannekuva annettu", "områdets lägesbild lämnad", "county's picture given"
)
ANSWER_WAIVED: Final = _fact(
    "answer_waived",
    AnswerWaived,
    "alue vapautettu kierroksesta",
    "området befriat från rundan",
    "county excused from the round",
)
COLLECTION_ENDED: Final = _fact(
    "collection_ended", CollectionEnded, "vastausten kokoaminen päättynyt", "insamlingen avslutad", "collection ended"
)
DISCUSSION_HELD: Final = _fact(
    "discussion_held", DiscussionHeld, "tilannekuvakeskustelu käyty", "lägesbildssamtalet fört", "discussion held"
)
COMPILED: Final = _fact(
    "compiled", Compiled, "valtakunnallinen koonti tehty", "den nationella sammanställningen gjord", "picture compiled"
)
REPORTED: Final = _fact("reported", Reported, "koonti raportoitu", "sammanställningen rapporterad", "picture reported")
ROUND_CLOSED: Final = _fact("round_closed", RoundClosed, "kierros päätetty", "rundan avslutad", "round closed")
ROUND_CANCELLED: Final = _fact(
    "round_cancelled", RoundCancelled, "kierros peruttu", "rundan inställd", "round cancelled"
)
