"""What may follow what while a red flag is up."""

from __future__ import annotations

from typing import Final

from engine.declaration import Kind, Meets, Transition
from procedures.red_flag import facts, guards, states
from procedures.red_flag.states import FLAG
from procedures.roles import COUNTY_OFFICIALS, SM, STM, VM

_MINISTRIES: Final = (STM, VM, SM)
_UP: Final = (states.RAISED, states.ANSWERED)

TRANSITIONS: Final = (
    Transition(
        fact=facts.RAISED,
        sources=(),
        target=states.RAISED,
        by=(COUNTY_OFFICIALS,),
        kind=Kind.ACT,
        basis=(FLAG,),
        starts=(states.ANSWER,),
        tasks=(states.MAKE_PLAN_B,),
    ),
    Transition(
        fact=facts.ANSWERED,
        sources=(states.RAISED,),
        target=states.ANSWERED,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(FLAG,),
        guards=(guards.SUPPORT_AHEAD,),
        meets=(Meets(states.ANSWER),),
        cancels=(states.SUPPORT,),
        starts=(states.SUPPORT,),
    ),
    Transition(
        fact=facts.SUPPORT_GIVEN,
        sources=(states.ANSWERED,),
        target=None,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(FLAG,),
        meets=(Meets(states.SUPPORT),),
    ),
    Transition(
        fact=facts.ANSWER_INSUFFICIENT,
        sources=(states.ANSWERED,),
        target=states.RAISED,
        by=(COUNTY_OFFICIALS,),
        kind=Kind.ACT,
        basis=(FLAG,),
        starts=(states.ANSWER,),
    ),
    Transition(
        fact=facts.PLAN_B_MADE,
        sources=_UP,
        target=None,
        by=(COUNTY_OFFICIALS,),
        kind=Kind.ACT,
        basis=(FLAG,),
    ),
    Transition(
        fact=facts.PLAN_B_USED,
        sources=_UP,
        target=None,
        by=(COUNTY_OFFICIALS,),
        kind=Kind.ACT,
        basis=(FLAG,),
        guards=(guards.PLAN_B_MADE,),
    ),
    Transition(
        fact=facts.ESCALATED,
        sources=_UP,
        target=None,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(FLAG,),
    ),
    Transition(
        fact=facts.CLEARED,
        sources=_UP,
        target=states.CLEARED,
        by=(COUNTY_OFFICIALS,),
        kind=Kind.ACT,
        basis=(FLAG,),
    ),
    Transition(
        fact=facts.WITHDRAWN,
        sources=(states.RAISED,),
        target=states.WITHDRAWN,
        by=(COUNTY_OFFICIALS,),
        kind=Kind.ACT,
        basis=(FLAG,),
    ),
)
