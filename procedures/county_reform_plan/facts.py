"""Facts of a county's reform plan: need assessed, content agreed, plan received, assessed, followed."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.fields import LongText, ShortText, Year
from procedures.known_ids import known_id
from procedures.picture_scale import StateReport

PLAN_GOALS: Final = ("R2.1", "R2.2", "R2.3", "R2.4")
"""The sub-goals of the programme against which a plan is assessed."""

PlanGoalId = Annotated[str, known_id("sub-goal of reform plans", lambda: PLAN_GOALS)]
Content = Literal[
    "balancing_of_finances",
    "service_network",
    "operating_model",
    "organisation_and_leadership",
    "staff",
    "commitment",
    "schedule",
    "effects_in_money",
    "follow_up",
]


class NeedAssessmentBegun(Payload):
    """Whether the county needs a reform plan is looked at."""

    ground: Literal["in_preemptive_steering", "in_evaluation", "at_risk"] = Field(
        description="in which special procedure the county is, or that it is at risk of one"
    )
    case: ShortText | None = Field(default=None, description="the case of that procedure")


class NeedFound(Payload):
    """A plan is needed."""

    because: LongText = Field(description="why it is needed")


class NoNeedFound(Payload):
    """No plan is needed."""

    because: LongText = Field(description="why it is not needed")


class ContentProposed(Payload):
    """What the ministries propose as the content of the plan."""

    content: tuple[Content, ...] = Field(min_length=1, max_length=9, description="what the plan is to hold")
    remark: LongText | None = Field(default=None, description="the content in words")


class ContentAgreed(Payload):
    """The county agrees with the ministries on the content of the plan."""

    content: tuple[Content, ...] = Field(min_length=1, max_length=9, description="what the plan is to hold")
    plan_due_on: Day | None = Field(default=None, description="the day by which the plan is given")
    remark: LongText | None = Field(default=None, description="the content in words")


class PlanReceived(Payload):
    """The county gives its plan."""

    horizon_year: Year | None = Field(default=None, description="the year to which it reaches")
    decided_by: Literal["council", "executive", "officials"] | None = Field(
        default=None, description="which organ of the county approved it"
    )


class Against(Payload):
    """The plan against one of the four sub-goals."""

    goal: PlanGoalId = Field(description="id of the sub-goal: R2.1, R2.2, R2.3 or R2.4")
    meets: bool = Field(description="whether the plan meets it")
    remark: LongText | None = Field(default=None, description="in words")


class FoundSufficient(Payload):
    """The plan is sufficient."""

    against: tuple[Against, ...] = Field(default=(), max_length=4, description="the plan against the four sub-goals")
    next_progress_on: Day | None = Field(default=None, description="the day by which progress is looked at")


class FoundInsufficient(Payload):
    """The plan is not sufficient."""

    against: tuple[Against, ...] = Field(default=(), max_length=4, description="the plan against the four sub-goals")
    because: LongText = Field(description="what is lacking")
    plan_due_on: Day | None = Field(default=None, description="the day by which it is mended")


class ProgressRecorded(StateReport):
    """How the plan goes on, for the shared picture."""

    evidence: ShortText | None = Field(default=None, description="where it can be seen")
    next_progress_on: Day | None = Field(default=None, description="the day by which progress is looked at next")


class ThlConsidered(Payload):
    """THL considers the progress of the plan in its own assessment."""

    year: Year = Field(description="the year of the assessment")
    finding: LongText | None = Field(default=None, description="what it finds")


class Carried(Payload):
    """The plan has been carried out."""

    remark: LongText | None = Field(default=None, description="remark")


class Discontinued(Payload):
    """The plan is not needed or not made any more."""

    because: LongText = Field(description="why it ends")


def _fact(fact_id: str, payload: type[Payload], fi: str, sv: str, en: str) -> Fact:
    return Fact(fact_id, Label(fi, sv, en), payload)


NEED_ASSESSMENT_BEGUN: Final = _fact(
    "need_assessment_begun",
    NeedAssessmentBegun,
    "reformisuunnitelman tarpeen arviointi aloitettu",
    "bedömningen av behovet av en reformplan inledd",
    "assessing the need of a reform plan begun",
)
NEED_FOUND: Final = _fact(
    "need_found", NeedFound, "reformisuunnitelma tarpeen", "en reformplan behövs", "reform plan needed"
)
NO_NEED_FOUND: Final = _fact(
    "no_need_found", NoNeedFound, "reformisuunnitelma ei tarpeen", "ingen reformplan behövs", "reform plan not needed"
)
CONTENT_PROPOSED: Final = _fact(
    "content_proposed",
    ContentProposed,
    "reformisuunnitelman sisältöä ehdotettu",
    "reformplanens innehåll föreslaget",
    "content of the reform plan proposed",
)
CONTENT_AGREED: Final = _fact(
    "content_agreed",
    ContentAgreed,
    "reformisuunnitelman sisällöstä sovittu",
    "reformplanens innehåll avtalat",
    "content of the reform plan agreed",
)
PLAN_RECEIVED: Final = _fact(
    "plan_received", PlanReceived, "reformisuunnitelma annettu", "reformplanen lämnad", "reform plan received"
)
FOUND_SUFFICIENT: Final = _fact(
    "plan_found_sufficient",
    FoundSufficient,
    "reformisuunnitelma arvioitu riittäväksi",
    "reformplanen bedömd som tillräcklig",
    "reform plan found sufficient",
)
FOUND_INSUFFICIENT: Final = _fact(
    "plan_found_insufficient",
    FoundInsufficient,
    "reformisuunnitelma arvioitu riittämättömäksi",
    "reformplanen bedömd som otillräcklig",
    "reform plan found insufficient",
)
PROGRESS_RECORDED: Final = _fact(
    "progress_recorded",
    ProgressRecorded,
    "reformisuunnitelman eteneminen kirjattu",
    "reformplanens framskridande antecknat",
    "progress of the reform plan recorded",
)
THL_CONSIDERED: Final = _fact(
    "thl_considered",
    ThlConsidered,
    "eteneminen otettu huomioon THL:n arvioinnissa",
    "framskridandet beaktat i THL:s bedömning",
    "progress considered in THL's assessment",
)
CARRIED_OUT: Final = _fact(
    "plan_carried_out", Carried, "reformisuunnitelma toteutettu", "reformplanen genomförd", "reform plan carried out"
)
DISCONTINUED: Final = _fact(
    "plan_discontinued",
    Discontinued,
    "reformisuunnitelmasta luovuttu",
    "reformplanen har fått förfalla",
    "plan dropped",
)
