"""Facts of an observation: raised, answered, asked further, closed."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import Field

from engine.declaration import Fact, Payload
from engine.law import Label
from procedures.county_return.said import ObservationKind
from procedures.fields import ActorCode, LongText, ShortText
from procedures.roadmap.fields import CaseId, GroupId, Month, Sector, SubtaskId


class Raised(Payload):
    """What the county observes. A note, a wish and a risk are never one: what is two things is raised twice."""

    kind: ObservationKind = Field(description="note, wish or risk")
    text: LongText = Field(description="what the county observes")
    group: GroupId | None = Field(default=None, description="the preparation group that it concerns")
    task: SubtaskId | None = Field(default=None, description="the sub-task that it concerns")
    sector: Sector = Field(default="both", description="health and social services, rescue services, or both")
    month: Month | None = Field(default=None, description="the month in whose round it was raised")
    return_case: CaseId | None = Field(default=None, description="the return that holds it")
    line: Annotated[int, Field(ge=1, le=10_000)] | None = Field(
        default=None, description="its number among the observations of that return, from 1"
    )


class Answered(Payload):
    """What the State says to it."""

    text: LongText = Field(description="the answer")
    by: ActorCode | None = Field(default=None, description="the authority whose answer it is, by code")
    will_act: bool | None = Field(default=None, description="whether something will be done, where that is known")


class AskedFurther(Payload):
    """The answer does not answer it."""

    text: LongText = Field(description="what remains unanswered")


class Closed(Payload):
    """The matter is settled with its answer."""

    remark: ShortText | None = Field(default=None, description="remark")


class Withdrawn(Payload):
    """The county takes it back: raised in error, of another kind, or no longer so."""

    because: ShortText = Field(description="reason")


def _fact(fact_id: str, payload: type[Payload], fi: str, sv: str, en: str) -> Fact:
    return Fact(fact_id, Label(fi, sv, en), payload)


RAISED: Final = _fact("raised", Raised, "havainto nostettu", "iakttagelsen framförd", "observation raised")
ANSWERED: Final = _fact("answered", Answered, "havaintoon vastattu", "iakttagelsen besvarad", "observation answered")
ASKED_FURTHER: Final = _fact(
    "asked_further", AskedFurther, "vastausta pyydetty tarkentamaan", "svaret begärt preciserat", "asked further"
)
CLOSED: Final = _fact("closed", Closed, "havainto päätetty", "iakttagelsen avslutad", "observation closed")
WITHDRAWN: Final = _fact("withdrawn", Withdrawn, "havainto peruttu", "iakttagelsen återtagen", "observation withdrawn")
