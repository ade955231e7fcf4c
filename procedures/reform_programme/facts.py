"""Facts of the programme: begun, measures and goals followed, assumptions judged, risks assessed, reports given."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Final, Literal

from pydantic import Field

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.fields import ActorCode, LongText, ShortText
from procedures.known_ids import known_id
from procedures.picture_scale import StateReport
from procedures.reform_programme.catalogue import ids_of

GoalId = Annotated[str, known_id("goal", partial(ids_of, "goals"))]
MeasureId = Annotated[str, known_id("measure", partial(ids_of, "measures"))]
ActionId = Annotated[str, known_id("first-stage action", partial(ids_of, "actions"))]
AssumptionId = Annotated[str, known_id("assumption", partial(ids_of, "assumptions"))]
RiskId = Annotated[str, known_id("risk", partial(ids_of, "risks"))]

Stage = Literal["not_started", "under_way", "done", "dropped"]
Judgement = Literal["holds", "wavering", "failed"]
RiskLevel = Literal["low", "medium", "high"]
Page = Literal["overview", "county", "procedures", "goals", "themes", "method"]
LinkKind = Literal["case", "measure", "action", "objective", "commitment", "indicator", "theme", "subtask"]


class Proposed(Payload):
    """The proposal of the programme is there."""

    catalogue: Literal["programme_2025"] = Field(
        default="programme_2025", description="the catalogue of goals, measures, assumptions and risks"
    )
    horizon_on: Day | None = Field(default=None, description="the day until which the programme is meant to last")


class FirstStageLined(Payload):
    """The permanent secretaries say with which actions the programme begins."""

    actions: tuple[ActionId, ...] = Field(
        default=("action-1", "action-2", "action-3", "action-4", "action-5"),
        max_length=20,
        description="the first-stage actions that begin",
    )
    next_report_on: Day | None = Field(default=None, description="the day of the first report to them")


class MeasurePlanned(Payload):
    """Who answers for a measure and when it is done; a later plan takes the place of an earlier one."""

    measure: MeasureId = Field(description="id of the measure, such as N1.4-6")
    owners: tuple[ActorCode, ...] = Field(default=(), max_length=10, description="who answers for it, by code")
    unit: ShortText | None = Field(default=None, description="unit or office that answers for it")
    starts_on: Day | None = Field(default=None, description="the day on which it begins")
    due_on: Day | None = Field(default=None, description="the day by which it is to be done")
    because: LongText | None = Field(default=None, description="why an earlier plan changes")


class MeasureStateSet(StateReport):
    """Where a measure stands."""

    measure: MeasureId = Field(description="id of the measure, such as N1.4-6")
    stage: Stage | None = Field(default=None, description="how far it has come")
    evidence: ShortText | None = Field(default=None, description="where it can be seen")


class ActionStateSet(StateReport):
    """Where a first-stage action stands."""

    action: ActionId = Field(description="id of the first-stage action, such as action-4")
    stage: Stage | None = Field(default=None, description="how far it has come")
    evidence: ShortText | None = Field(default=None, description="where it can be seen")


class GoalAssessed(StateReport):
    """How far a goal or sub-goal has been reached."""

    goal: GoalId = Field(description="id of the goal, such as R2.1")
    evidence: ShortText | None = Field(default=None, description="what it rests on")


class GoalLinked(Payload):
    """Something is tied to a goal, or no longer."""

    goal: GoalId = Field(description="id of the goal, such as R2.1")
    kind: LinkKind = Field(description="what is tied to it")
    target: ShortText = Field(description="its id or number: of the case, measure, objective, commitment, indicator …")
    remark: ShortText | None = Field(default=None, description="remark")


class AssumptionJudged(Payload):
    """Whether an assumption of the programme still holds."""

    assumption: AssumptionId = Field(description="id of the assumption, such as assumption-3")
    judgement: Judgement = Field(description="whether it holds, wavers or has failed")
    reason: LongText | None = Field(default=None, description="reason in words; wavering and failed need one")
    reassess_by: Day | None = Field(
        default=None, description="where it failed: the day by which the plan is to be assessed anew"
    )


class PlanReassessed(Payload):
    """The plan was assessed anew because assumptions had failed."""

    assumptions: tuple[AssumptionId, ...] = Field(
        min_length=1, max_length=20, description="the failed assumptions for which it was assessed, by id"
    )
    outcome: Literal["plan_kept", "plan_changed"] = Field(description="whether the plan stays as it is")
    grounds: LongText = Field(description="what was found")
    changed: tuple[MeasureId, ...] = Field(
        default=(), max_length=100, description="the measures that are planned anew or dropped, by id"
    )


class RiskAssessed(Payload):
    """How large a risk is, whose it is and how it is kept in check."""

    risk: RiskId = Field(description="id of the risk, such as risk-2")
    level: RiskLevel = Field(description="how large it is: low, medium or high")
    owner: ActorCode | None = Field(default=None, description="who answers for it, by code")
    unit: ShortText | None = Field(default=None, description="unit or office that answers for it")
    control: LongText | None = Field(default=None, description="how it is kept in check")
    reason: LongText | None = Field(default=None, description="what the level rests on")


class ReportGiven(Payload):
    """A report up the chain, with what it showed."""

    shown_position: int | None = Field(
        default=None, ge=1, le=10**15, description="position of the log as of which the picture was shown"
    )
    shown_as_of: Day | None = Field(default=None, description="the day whose picture was shown")
    pages: tuple[Page, ...] = Field(default=(), max_length=6, description="the pages of the picture that were shown")
    checkpoint: ShortText | None = Field(default=None, description="checkpoint of the log, where one was named")
    summary: LongText | None = Field(default=None, description="what was said besides")
    asked: LongText | None = Field(default=None, description="what decision was asked for")
    next_report_on: Day | None = Field(default=None, description="the day of the next report, if one is agreed")


class LineGiven(Payload):
    """What those who were reported to said of it."""

    line: LongText = Field(description="what they decided or asked for")


class Completed(Payload):
    """Every measure is done or dropped."""

    remark: ShortText | None = Field(default=None, description="remark")


class Ended(Payload):
    """The programme ends before every measure is settled."""

    because: LongText = Field(description="why it ends")


def _fact(fact_id: str, payload: type[Payload], fi: str, sv: str, en: str) -> Fact:
    return Fact(fact_id, Label(fi, sv, en), payload)


PROPOSED: Final = _fact(
    "programme_proposed",
    Proposed,
    "kehittämisehdotus annettu",
    "utvecklingsförslaget lämnat",
    "development proposal given",
)
FIRST_STAGE_LINED: Final = _fact(
    "first_stage_lined",
    FirstStageLined,
    "ensivaiheen toimenpiteet linjattu",
    "riktlinjer för de första åtgärderna givna",
    "first-stage actions lined out",
)
MEASURE_PLANNED: Final = _fact(
    "measure_planned",
    MeasurePlanned,
    "toimenpiteen vastuu ja aikataulu sovittu",
    "åtgärdens ansvar och tidtabell avtalade",
    "owner and schedule of a measure agreed",
)
MEASURE_STATE_SET: Final = _fact(
    "measure_state_set",
    MeasureStateSet,
    "toimenpiteen tilanne kirjattu",
    "åtgärdens läge antecknat",
    "state of a measure set",
)
ACTION_STATE_SET: Final = _fact(
    "action_state_set",
    ActionStateSet,
    "ensivaiheen toimenpiteen tilanne kirjattu",
    "läget för en åtgärd i det första skedet antecknat",
    "state of a first-stage action set",
)
GOAL_ASSESSED: Final = _fact(
    "goal_assessed", GoalAssessed, "tavoitteen toteutumista arvioitu", "målets uppnående bedömt", "goal assessed"
)
GOAL_LINKED: Final = _fact(
    "goal_linked", GoalLinked, "tavoitteeseen liitetty", "kopplat till ett mål", "linked with a goal"
)
GOAL_UNLINKED: Final = _fact(
    "goal_unlinked", GoalLinked, "irrotettu tavoitteesta", "kopplingen till ett mål upphävd", "unlinked from a goal"
)
ASSUMPTION_JUDGED: Final = _fact(
    "assumption_judged", AssumptionJudged, "olettamaa arvioitu", "antagandet bedömt", "assumption judged"
)
PLAN_REASSESSED: Final = _fact(
    "plan_reassessed",
    PlanReassessed,
    "kehittämissuunnitelma arvioitu uudelleen",
    "utvecklingsplanen omprövad",
    "plan assessed anew",
)
RISK_ASSESSED: Final = _fact("risk_assessed", RiskAssessed, "riski arvioitu", "risken bedömd", "risk assessed")
REPORTED_TO_SECRETARIES: Final = _fact(
    "reported_to_secretaries",
    ReportGiven,
    "raportoitu kansliapäälliköille",
    "rapporterat till kanslicheferna",
    "reported to the permanent secretaries",
)
REPORTED_TO_MINISTERS: Final = _fact(
    "reported_to_ministers",
    ReportGiven,
    "raportoitu ministerityöryhmälle",
    "rapporterat till ministerarbetsgruppen",
    "reported to the ministerial group",
)
LINE_GIVEN: Final = _fact("line_given", LineGiven, "linjaus annettu", "riktlinje given", "line given")
COMPLETED: Final = _fact(
    "programme_completed", Completed, "ohjelma toteutettu", "programmet genomfört", "programme completed"
)
ENDED: Final = _fact("programme_ended", Ended, "ohjelma päätetty", "programmet avslutat", "programme ended")
