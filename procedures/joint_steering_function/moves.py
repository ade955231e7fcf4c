"""What may follow what in the joint steering function."""

from __future__ import annotations

from typing import Final

from engine.declaration import Fact, Guard, Kind, Meets, State, Transition
from procedures.joint_steering_function import facts, guards, states
from procedures.joint_steering_function.guards import PILOT
from procedures.joint_steering_function.states import EVALUATED, EVALUATING, PILOTING, PREPARING
from procedures.roles import SM, STM, VM

_MINISTRIES: Final = (VM, STM, SM)
_RUNNING: Final = (PILOTING, EVALUATING, EVALUATED)
_ALL: Final = (PREPARING, *_RUNNING)


def _noted(fact: Fact, sources: tuple[State, ...], *conditions: Guard) -> Transition:
    return Transition(
        fact=fact, sources=sources, target=None, by=_MINISTRIES, kind=Kind.ACT, basis=(PILOT,), guards=conditions
    )


TRANSITIONS: Final = (
    Transition(fact=facts.PILOT_PREPARED, sources=(), target=PREPARING, by=(VM,), kind=Kind.ACT, basis=(PILOT,)),
    _noted(facts.MEMBER_NAMED, _ALL),
    _noted(facts.MEMBER_LEFT, _ALL, guards.IS_MEMBER),
    Transition(
        fact=facts.PILOT_STARTED,
        sources=(PREPARING,),
        target=PILOTING,
        by=(VM,),
        kind=Kind.ACT,
        basis=(PILOT,),
        guards=(guards.THREE_MINISTRIES,),
        starts=(states.EVALUATION_DUE,),
    ),
    _noted(facts.MATTER_ASSIGNED, _RUNNING, guards.NOT_WITH_IT_YET),
    _noted(facts.MATTER_TAKEN_BACK, _RUNNING, guards.WITH_IT),
    _noted(facts.EXPERIENCE_RECORDED, _RUNNING),
    Transition(
        fact=facts.EVALUATION_BEGUN,
        sources=(PILOTING,),
        target=EVALUATING,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(PILOT,),
    ),
    Transition(
        fact=facts.EVALUATED,
        sources=(EVALUATING,),
        target=EVALUATED,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(PILOT,),
        meets=(Meets(states.EVALUATION_DUE),),
    ),
    Transition(
        fact=facts.ESTABLISHED,
        sources=(EVALUATED,),
        target=states.ESTABLISHED,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(PILOT,),
    ),
    Transition(
        fact=facts.PILOT_ENDED,
        sources=_ALL,
        target=states.ENDED,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(PILOT,),
        guards=(guards.NO_MATTERS_LEFT,),
    ),
)
