"""Facts of a red flag: raised, answered, plan B, escalated, cleared."""

from __future__ import annotations

from typing import Final

from pydantic import Field

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.fields import ActorCode, LongText, ShortText
from procedures.monthly_round.facts import Level
from procedures.roadmap.fields import CaseId, GroupId, SubtaskId


class Raised(Payload):
    """What the county will not reach, and what it needs."""

    what: LongText = Field(description="what is in danger of not being reached")
    need: LongText = Field(description="what support the county asks for")
    contact: ShortText = Field(description="the office or role to call in the county; no person's name")
    by_when: Day | None = Field(default=None, description="the day by which support is needed, where there is one")
    group: GroupId | None = Field(default=None, description="the preparation group that it concerns")
    task: SubtaskId | None = Field(default=None, description="the sub-task that it concerns")
    about_case: CaseId | None = Field(default=None, description="the procedure that it concerns, by its case")


class Answered(Payload):
    """What the State does, and whom to call."""

    support: LongText = Field(description="what support is given, or why none is")
    contact: ShortText = Field(description="the office or role to call in the ministry; no person's name")
    by: ActorCode | None = Field(default=None, description="the authority that gives the support, by code")
    support_by: Day | None = Field(default=None, description="the day by which the support is given, where one is set")


class SupportGiven(Payload):
    """What was promised has been done."""

    what: LongText = Field(description="what was done")


class AnswerInsufficient(Payload):
    """The answer does not help: the clock of the State starts again."""

    because: LongText = Field(description="what is still lacking")


class PlanBMade(Payload):
    """What is done if the goal is not reached; made anew, the earlier one no longer counts."""

    plan: LongText = Field(description="the plan in short")
    decided_by: Day | None = Field(default=None, description="the day by which it must be decided to use it")


class PlanBUsed(Payload):
    """The goal is not reached as meant, and the other way is taken."""

    because: LongText = Field(description="reason")


class Escalated(Payload):
    """The flag is taken to a higher level."""

    level: Level = Field(description="to whom it was taken")
    because: ShortText | None = Field(default=None, description="reason")


class Cleared(Payload):
    """The danger is over."""

    because: LongText = Field(description="why it is over")


class Withdrawn(Payload):
    """The flag was raised in error."""

    because: ShortText = Field(description="reason")


def _fact(fact_id: str, payload: type[Payload], fi: str, sv: str, en: str) -> Fact:
    return Fact(fact_id, Label(fi, sv, en), payload)


RAISED: Final = _fact("raised", Raised, "punainen lippu nostettu", "röd flagg hissad", "red flag raised")
ANSWERED: Final = _fact("answered", Answered, "punaiseen lippuun vastattu", "röd flagg besvarad", "red flag answered")
SUPPORT_GIVEN: Final = _fact(
    "support_given", SupportGiven, "luvattu tuki annettu", "utlovat stöd givet", "support given"
)
ANSWER_INSUFFICIENT: Final = _fact(
    "answer_insufficient",
    AnswerInsufficient,
    "vastaus todettu riittämättömäksi",
    "svaret konstaterat otillräckligt",
    "answer found insufficient",
)
PLAN_B_MADE: Final = _fact("plan_b_made", PlanBMade, "varasuunnitelma laadittu", "reservplan uppgjord", "plan B made")
PLAN_B_USED: Final = _fact(
    "plan_b_used", PlanBUsed, "varasuunnitelma otettu käyttöön", "reservplanen tagen i bruk", "plan B taken into use"
)
ESCALATED: Final = _fact(
    "escalated", Escalated, "punainen lippu viety ylemmälle tasolle", "röd flagg förd till högre nivå", "flag escalated"
)
CLEARED: Final = _fact("cleared", Cleared, "punainen lippu laskettu", "röd flagg halad", "red flag cleared")
WITHDRAWN: Final = _fact("withdrawn", Withdrawn, "punainen lippu peruttu", "röd flagg återtagen", "red flag withdrawn")
