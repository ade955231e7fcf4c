"""What may follow what in a problem of self-government."""

from __future__ import annotations

from typing import Final

from engine.declaration import Kind, Meets, Transition
from procedures.roles import PARTY_OF_CASE, SM, STM, VM
from procedures.self_government_problem import facts, guards, states
from procedures.self_government_problem.guards import PROBLEMS
from procedures.self_government_problem.states import OWNED, RAISED, RESOLVED

_MINISTRIES: Final = (VM, STM, SM)

TRANSITIONS: Final = (
    Transition(
        fact=facts.PROBLEM_RAISED,
        sources=(),
        target=RAISED,
        by=(PARTY_OF_CASE,),
        kind=Kind.ACT,
        basis=(PROBLEMS,),
    ),
    Transition(fact=facts.PROBLEM_NOTICED, sources=(), target=RAISED, by=_MINISTRIES, kind=Kind.ACT, basis=(PROBLEMS,)),
    Transition(
        fact=facts.COUNTY_JOINED,
        sources=(RAISED, OWNED),
        target=None,
        by=(PARTY_OF_CASE,),
        kind=Kind.ACT,
        basis=(PROBLEMS,),
        guards=(guards.NEW_TO_IT,),
    ),
    Transition(
        fact=facts.OWNER_NAMED,
        sources=(RAISED, OWNED),
        target=OWNED,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(PROBLEMS,),
        cancels=(states.RESOLUTION,),
        starts=(states.RESOLUTION,),
    ),
    Transition(
        fact=facts.HANDLED_TOGETHER,
        sources=(RAISED, OWNED),
        target=None,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(PROBLEMS,),
        guards=(guards.WITH_A_COUNTY,),
    ),
    Transition(
        fact=facts.RESOLVED,
        sources=(OWNED,),
        target=RESOLVED,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(PROBLEMS,),
        guards=(guards.WAS_HANDLED_TOGETHER,),
        meets=(Meets(states.RESOLUTION),),
    ),
    Transition(
        fact=facts.REOPENED, sources=(RESOLVED,), target=OWNED, by=_MINISTRIES, kind=Kind.ACT, basis=(PROBLEMS,)
    ),
    Transition(
        fact=facts.CLOSED,
        sources=(RESOLVED,),
        target=states.CLOSED,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(PROBLEMS,),
    ),
    Transition(
        fact=facts.DROPPED,
        sources=(RAISED, OWNED),
        target=states.DROPPED,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(PROBLEMS,),
    ),
)
