"""Facts of the assessment of a county: preconditions assessed, pace judged, support given or steering lightened."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Final, Literal

from pydantic import Field

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.fields import LongText, ShortText
from procedures.known_ids import known_id
from procedures.picture_scale import StateReport
from procedures.reform_programme.catalogue import ids_of

PreconditionId = Annotated[str, known_id("precondition", partial(ids_of, "preconditions"))]
Pace = Literal["fast_enough", "too_slow", "no_information"]
Ground = Literal["economy", "preconditions"]
SupportForm = Literal[
    "preemptive_steering", "evaluation", "individual_negotiation", "reform_plan", "peer_support", "expert_support"
]


class AssessmentOpened(Payload):
    """The county's progress is assessed from now on."""

    ground: Literal["programme", "special_procedure", "county_asked", "other"] | None = Field(
        default=None, description="why it is opened"
    )
    review_on: Day | None = Field(default=None, description="the day by which the pace is to be judged")


class PreconditionAssessed(StateReport):
    """One of the five preconditions of the reform in this county."""

    precondition: PreconditionId = Field(description="id of the precondition, such as reform_plan")
    evidence: LongText | None = Field(default=None, description="what the assessment rests on")
    assessed_on: Day | None = Field(default=None, description="the day whose situation was assessed, if not this one")
    assessor: ShortText | None = Field(default=None, description="office or unit that assessed it; no person's name")


class PaceJudged(Payload):
    """Whether the reform goes on fast enough in this county."""

    pace: Pace = Field(description="fast enough, too slow, or no information")
    because_of: tuple[Ground, ...] = Field(
        default=(), max_length=2, description="in what it is too slow: the economy, or the preconditions"
    )
    reason: LongText | None = Field(default=None, description="reason in words; too slow needs one")
    review_on: Day | None = Field(default=None, description="the day by which it is judged next")


class SupportStarted(Payload):
    """The State gives the county individual support."""

    forms: tuple[SupportForm, ...] = Field(min_length=1, max_length=6, description="in which forms it is given")
    contact: ShortText | None = Field(default=None, description="office or unit to call; no person's name")
    remark: LongText | None = Field(default=None, description="remark")


class SteeringLightened(Payload):
    """The county is steered less, because it needs less."""

    what: LongText = Field(description="what is left out or done less often")
    reason: LongText | None = Field(default=None, description="why it is not needed")


class Returned(Payload):
    """Back to ordinary steering."""

    reason: LongText | None = Field(default=None, description="why")


class AssessmentEnded(Payload):
    """The county is assessed no more."""

    because: LongText = Field(description="why it ends")


def _fact(fact_id: str, payload: type[Payload], fi: str, sv: str, en: str) -> Fact:
    return Fact(fact_id, Label(fi, sv, en), payload)


ASSESSMENT_OPENED: Final = _fact(
    "assessment_opened",
    AssessmentOpened,
    "alueen etenemisen arviointi avattu",
    "bedömningen av områdets framskridande inledd",
    "assessment of the county's progress opened",
)
PRECONDITION_ASSESSED: Final = _fact(
    "precondition_assessed",
    PreconditionAssessed,
    "reformin edellytys arvioitu",
    "förutsättning för reformen bedömd",
    "precondition of the reform assessed",
)
PACE_JUDGED: Final = _fact(
    "pace_judged",
    PaceJudged,
    "reformin etenemisvauhti arvioitu",
    "reformens takt bedömd",
    "pace of the reform judged",
)
SUPPORT_STARTED: Final = _fact(
    "support_started",
    SupportStarted,
    "yksilöllinen tuki aloitettu",
    "individuellt stöd inlett",
    "individual support started",
)
SUPPORT_ENDED: Final = _fact(
    "support_ended", Returned, "yksilöllinen tuki päättynyt", "individuellt stöd avslutat", "individual support ended"
)
STEERING_LIGHTENED: Final = _fact(
    "steering_lightened", SteeringLightened, "ohjausta kevennetty", "styrningen lättad", "steering lightened"
)
LIGHTENING_ENDED: Final = _fact(
    "lightening_ended",
    Returned,
    "ohjauksen kevennys päättynyt",
    "lättnaden av styrningen avslutad",
    "lightening ended",
)
ORDINARY_STEERING_KEPT: Final = _fact(
    "ordinary_steering_kept",
    Returned,
    "tavanomainen ohjaus todettu riittäväksi",
    "sedvanlig styrning konstaterad tillräcklig",
    "ordinary steering found enough",
)
ASSESSMENT_ENDED: Final = _fact(
    "assessment_ended",
    AssessmentEnded,
    "alueen etenemisen arviointi päätetty",
    "bedömningen av områdets framskridande avslutad",
    "assessment of the county's progress ended",
)
