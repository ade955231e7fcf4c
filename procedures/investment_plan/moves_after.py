"""Moves after the decisions: carrying the plan out, the budget, the end, remedies, common to all versions."""

from __future__ import annotations

from typing import Final

from engine.declaration import Guard, Kind, Meets, State, TaskRule, Transition
from engine.law import Label, Status
from procedures.investment_plan import documents as doc
from procedures.investment_plan import facts_parts as fact
from procedures.investment_plan import guards_parts as guard
from procedures.investment_plan import states
from procedures.investment_plan.deadlines import MINISTRY_APPEAL
from procedures.roles import ADMINISTRATIVE_COURT, COUNCIL, COUNTY, SM, STM
from procedures.statutes import ADMINISTRATION, COUNTIES, COURT_PROCEDURE, RESCUE, SERVICES

_JUDGE_APPEAL: Final = TaskRule(
    "judge_appeal",
    Label("ratkaise valitus", "avgör besvären", "decide the appeal"),
    ADMINISTRATIVE_COURT,
    (COURT_PROCEDURE("8 §"),),
    done_by=("appeal_decided",),
    outlives_case=True,
)
_ENDING: Final = SERVICES(
    "26 §",
    Status.PRACTICE,
    Label(
        "laki ei säädä, milloin asia päättyy",
        "lagen reglerar inte när ärendet avslutas",
        "the law does not say when the case ends",
    ),
)
_APPEALABLE: Final = (states.REJECTED, states.DELIVERED, *states.UNDER_DECISION, states.APPROVED, states.CLOSED)
"""The time to appeal outlives the case: Helsinki's ends with the last approval."""

CARRYING_OUT: Final = (
    Transition(
        fact=fact.INVESTMENT_STARTED,
        sources=(*states.UNDER_DECISION, states.APPROVED),
        target=None,
        by=(COUNTY,),
        kind=Kind.ACT,
        basis=(SERVICES("25 § 2 mom."), RESCUE("11 § 5 mom."), COUNTIES("48 §")),
        guards=(guard.PART_APPROVED, guard.NOT_BEFORE_FIRST_YEAR, guard.ITEM_IN_FIRST_YEAR),
    ),
    Transition(
        fact=fact.BUDGET_ADOPTED,
        sources=(*states.UNDER_DECISION, states.APPROVED),
        target=None,
        by=(COUNCIL,),
        kind=Kind.DECISION,
        basis=(COUNTIES("115 § 4 mom."),),
        guards=(guard.BUDGET_FOLLOWS_PLAN,),
        documents=(doc.BUDGET,),
    ),
    Transition(
        fact=fact.FOLLOW_UP_ENDED,
        sources=(states.APPROVED,),
        target=states.CLOSED,
        by=(STM,),
        kind=Kind.ACT,
        basis=(_ENDING,),
        guards=(guard.FIRST_YEAR_OVER, guard.NO_APPEAL_PENDING),
        documents=(doc.CLOSING_NOTE,),
    ),
)


def _judging(sources: tuple[State, ...], target: State | None, when: Guard | None, *tasks: TaskRule) -> Transition:
    return Transition(
        fact=fact.APPEAL_DECIDED,
        sources=sources,
        target=target,
        by=(ADMINISTRATIVE_COURT,),
        kind=Kind.DECISION,
        basis=(COURT_PROCEDURE("8 §"),),
        documents=(doc.JUDGMENT,),
        tasks=tasks,
        when=when,
    )


REMEDIES: Final = (
    Transition(
        fact=fact.DECISION_SERVED,
        sources=_APPEALABLE,
        target=None,
        by=(STM, SM),
        kind=Kind.ACT,
        basis=(ADMINISTRATION("54 § 1 mom."), COURT_PROCEDURE("13 §")),
        starts=(MINISTRY_APPEAL,),
    ),
    Transition(
        fact=fact.NO_REMEDY_SOUGHT,
        sources=_APPEALABLE,
        target=None,
        by=(COUNTY,),
        kind=Kind.ACT,
        basis=(COURT_PROCEDURE("13 §", Status.PRACTICE),),
        cancels=(MINISTRY_APPEAL,),
    ),
    Transition(
        fact=fact.APPEAL_MADE,
        sources=_APPEALABLE,
        target=None,
        by=(COUNTY,),
        kind=Kind.ACT,
        basis=(
            COUNTIES("138 § 3 mom."),
            SERVICES("60 § 2 mom."),
            RESCUE("20 § 2 mom."),
            COURT_PROCEDURE("8 §"),
            COURT_PROCEDURE("13 §"),
        ),
        documents=(doc.APPEAL,),
        meets=(Meets(MINISTRY_APPEAL, generation_field="generation"),),
        tasks=(_JUDGE_APPEAL,),
    ),
    _judging((states.REJECTED,), states.DELIVERED, guard.REJECTION_RETURNED),
    _judging(states.UNDER_DECISION, None, guard.part_returned("health_and_social"), states.DECIDE_HEALTH_PART),
    _judging((states.DECIDING,), None, guard.part_returned("rescue"), states.DECIDE_RESCUE_PART),
    _judging(_APPEALABLE, None, None),
)


def discontinuing(awaited: State) -> Transition:
    """Gives the end of a case that leads to no plan, from any state before the plan is whole."""
    return Transition(
        fact=fact.DISCONTINUED,
        sources=(awaited, states.DELIVERED, states.REJECTED, *states.UNDER_DECISION),
        target=states.DISCONTINUED,
        by=(STM,),
        kind=Kind.DECISION,
        basis=(_ENDING,),
        documents=(doc.CLOSING_NOTE,),
    )
