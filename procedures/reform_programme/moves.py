"""What may follow what in the programme."""

from __future__ import annotations

from typing import Final

from engine.declaration import Fact, Guard, Kind, Meets, State, Transition
from engine.law import Basis
from procedures.reform_programme import facts, guards, states
from procedures.reform_programme.guards import ASSUMPTIONS, FOLLOW_UP, PLANS, PREFACE, RISKS
from procedures.reform_programme.states import IN_EXECUTION, PROPOSED, RUNNING, UNDER_REASSESSMENT
from procedures.roles import CORE_GROUP, MINISTERIAL_GROUP, PERMANENT_SECRETARIES, SM, STM, VM

_MINISTRIES: Final = (CORE_GROUP, VM, STM, SM)
_ANY: Final = (PROPOSED, *RUNNING)


def _noted(fact: Fact, basis: Basis, *conditions: Guard, sources: tuple[State, ...] = RUNNING) -> Transition:
    """Gives the move by which something is noted and the programme goes on as it was."""
    return Transition(
        fact=fact, sources=sources, target=None, by=_MINISTRIES, kind=Kind.ACT, basis=(basis,), guards=conditions
    )


def _judged(target: State | None, *, failed: bool) -> Transition:
    return Transition(
        fact=facts.ASSUMPTION_JUDGED,
        sources=RUNNING,
        target=target,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(ASSUMPTIONS,),
        guards=(guards.JUDGEMENT_EXPLAINED,),
        when=guards.HAS_FAILED if failed else None,
        starts=(states.REASSESSMENT,) if failed else (),
    )


_BEGINNING: Final = (
    Transition(
        fact=facts.PROPOSED,
        sources=(),
        target=PROPOSED,
        by=(VM, STM),
        kind=Kind.ACT,
        basis=(PREFACE,),
        documents=(states.PROPOSAL,),
    ),
    Transition(
        fact=facts.FIRST_STAGE_LINED,
        sources=(PROPOSED,),
        target=IN_EXECUTION,
        by=(PERMANENT_SECRETARIES,),
        kind=Kind.ACT,
        basis=(PREFACE,),
        starts=(states.NEXT_REPORT,),
    ),
)
_FOLLOWING: Final = (
    _noted(facts.MEASURE_PLANNED, PLANS, guards.SOMEONE_ANSWERS, guards.DAYS_IN_ORDER, sources=_ANY),
    _noted(facts.MEASURE_STATE_SET, FOLLOW_UP, guards.WORST_EXPLAINED, guards.DONE_SHOWN, guards.DROPPED_EXPLAINED),
    _noted(facts.ACTION_STATE_SET, PREFACE, guards.WORST_EXPLAINED, guards.DONE_SHOWN, guards.DROPPED_EXPLAINED),
    _noted(facts.GOAL_ASSESSED, PLANS, guards.WORST_EXPLAINED),
    _noted(facts.GOAL_LINKED, PLANS, guards.TARGET_KNOWN, sources=_ANY),
    _noted(facts.GOAL_UNLINKED, PLANS, guards.LINKED_BEFORE, sources=_ANY),
    _noted(facts.RISK_ASSESSED, RISKS, guards.HIGH_RISK_OWNED, sources=_ANY),
    _judged(UNDER_REASSESSMENT, failed=True),
    _judged(None, failed=False),
    Transition(
        fact=facts.PLAN_REASSESSED,
        sources=(UNDER_REASSESSMENT,),
        target=IN_EXECUTION,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(ASSUMPTIONS,),
        guards=(guards.FAILED_NAMED,),
        meets=(Meets(states.REASSESSMENT),),
    ),
)
_REPORTING: Final = (
    Transition(
        fact=facts.REPORTED_TO_SECRETARIES,
        sources=RUNNING,
        target=None,
        by=(CORE_GROUP,),
        kind=Kind.ACT,
        basis=(FOLLOW_UP,),
        guards=(guards.SHOWN_NAMED,),
        meets=(Meets(states.NEXT_REPORT),),
        starts=(states.NEXT_REPORT,),
    ),
    Transition(
        fact=facts.REPORTED_TO_MINISTERS,
        sources=RUNNING,
        target=None,
        by=(PERMANENT_SECRETARIES,),
        kind=Kind.ACT,
        basis=(FOLLOW_UP,),
        guards=(guards.SHOWN_NAMED, guards.THROUGH_THE_CHAIN),
    ),
    Transition(
        fact=facts.LINE_GIVEN,
        sources=RUNNING,
        target=None,
        by=(PERMANENT_SECRETARIES, MINISTERIAL_GROUP),
        kind=Kind.ACT,
        basis=(FOLLOW_UP,),
    ),
)
_ENDING: Final = (
    Transition(
        fact=facts.COMPLETED,
        sources=(IN_EXECUTION,),
        target=states.COMPLETED,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(FOLLOW_UP,),
        guards=(guards.EVERY_MEASURE_SETTLED,),
    ),
    Transition(
        fact=facts.ENDED,
        sources=_ANY,
        target=states.ENDED,
        by=(PERMANENT_SECRETARIES, MINISTERIAL_GROUP),
        kind=Kind.ACT,
        basis=(FOLLOW_UP,),
    ),
)
TRANSITIONS: Final = (*_BEGINNING, *_FOLLOWING, *_REPORTING, *_ENDING)
