"""What may follow what in a county's reform plan."""

from __future__ import annotations

from typing import Final

from engine.declaration import Kind, Meets, Transition
from procedures.county_reform_plan import facts, guards, states
from procedures.county_reform_plan.guards import PLAN
from procedures.county_reform_plan.states import (
    CONTENT_OPEN,
    IN_FOLLOW_UP,
    NEED_OPEN,
    OPEN_STATES,
    PLAN_AWAITED,
    UNDER_ASSESSMENT,
)
from procedures.roles import COUNTY_ORGAN, SM, STM, THL, VM

_MINISTRIES: Final = (VM, STM, SM)

TRANSITIONS: Final = (
    Transition(
        fact=facts.NEED_ASSESSMENT_BEGUN,
        sources=(),
        target=NEED_OPEN,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(PLAN,),
    ),
    Transition(
        fact=facts.NEED_FOUND,
        sources=(NEED_OPEN,),
        target=CONTENT_OPEN,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(PLAN,),
    ),
    Transition(
        fact=facts.NO_NEED_FOUND,
        sources=(NEED_OPEN,),
        target=states.NOT_NEEDED,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(PLAN,),
    ),
    Transition(
        fact=facts.CONTENT_PROPOSED,
        sources=(CONTENT_OPEN,),
        target=None,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(PLAN,),
    ),
    Transition(
        fact=facts.CONTENT_AGREED,
        sources=(CONTENT_OPEN,),
        target=PLAN_AWAITED,
        by=(COUNTY_ORGAN,),
        kind=Kind.ACT,
        basis=(PLAN,),
        guards=(guards.CONTENT_WAS_PROPOSED,),
        starts=(states.PLAN_DUE,),
    ),
    Transition(
        fact=facts.PLAN_RECEIVED,
        sources=(PLAN_AWAITED,),
        target=UNDER_ASSESSMENT,
        by=(COUNTY_ORGAN,),
        kind=Kind.ACT,
        basis=(PLAN,),
        documents=(states.PLAN_DOCUMENT,),
        meets=(Meets(states.PLAN_DUE),),
    ),
    Transition(
        fact=facts.FOUND_SUFFICIENT,
        sources=(UNDER_ASSESSMENT,),
        target=IN_FOLLOW_UP,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(PLAN,),
        guards=(guards.AGAINST_ALL_FOUR, guards.ALL_MET),
        starts=(states.PROGRESS_DUE,),
    ),
    Transition(
        fact=facts.FOUND_INSUFFICIENT,
        sources=(UNDER_ASSESSMENT,),
        target=PLAN_AWAITED,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(PLAN,),
        guards=(guards.AGAINST_ALL_FOUR, guards.SOME_UNMET),
        starts=(states.PLAN_DUE,),
    ),
    Transition(
        fact=facts.PROGRESS_RECORDED,
        sources=(IN_FOLLOW_UP,),
        target=None,
        by=(*_MINISTRIES, COUNTY_ORGAN),
        kind=Kind.ACT,
        basis=(PLAN,),
        guards=(guards.WORST_EXPLAINED,),
        meets=(Meets(states.PROGRESS_DUE),),
        starts=(states.PROGRESS_DUE,),
    ),
    Transition(
        fact=facts.THL_CONSIDERED,
        sources=(IN_FOLLOW_UP,),
        target=None,
        by=(THL,),
        kind=Kind.ACT,
        basis=(PLAN,),
    ),
    Transition(
        fact=facts.CARRIED_OUT,
        sources=(IN_FOLLOW_UP,),
        target=states.CARRIED_OUT,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(PLAN,),
    ),
    Transition(
        fact=facts.DISCONTINUED,
        sources=OPEN_STATES,
        target=states.DISCONTINUED,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(PLAN,),
    ),
)
