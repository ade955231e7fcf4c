"""What may follow what in the register of indicators."""

from __future__ import annotations

from typing import Final

from engine.declaration import Fact, Guard, Kind, Meets, Transition
from procedures.indicators import facts, guards, states
from procedures.indicators.guards import INDICATORS
from procedures.indicators.states import IN_USE
from procedures.roles import SM, STM, THL, VM

_KEEPERS: Final = (VM, STM, SM, THL)


def _noted(fact: Fact, *conditions: Guard) -> Transition:
    return Transition(
        fact=fact, sources=(IN_USE,), target=None, by=_KEEPERS, kind=Kind.ACT, basis=(INDICATORS,), guards=conditions
    )


_OF_A_VALUE: Final = (guards.IS_FOLLOWED, guards.UNIT_AS_TAKEN_IN, guards.DAY_OF_SOURCE, guards.VALUE_OR_WHY_NOT)

TRANSITIONS: Final = (
    Transition(
        fact=facts.REGISTER_OPENED,
        sources=(),
        target=IN_USE,
        by=_KEEPERS,
        kind=Kind.ACT,
        basis=(INDICATORS,),
        starts=(states.REVIEW,),
    ),
    _noted(facts.TAKEN_IN, guards.SOURCE_NAMED, guards.FOLLOWS_SOMETHING, guards.NOT_FOLLOWED_YET),
    _noted(facts.VALUE_RECORDED, *_OF_A_VALUE, guards.NO_VALUE_YET),
    _noted(facts.VALUE_CORRECTED, *_OF_A_VALUE, guards.VALUE_THERE),
    _noted(facts.INDICATOR_DROPPED, guards.IS_FOLLOWED),
    Transition(
        fact=facts.REFRESHED,
        sources=(IN_USE,),
        target=None,
        by=_KEEPERS,
        kind=Kind.ACT,
        basis=(INDICATORS,),
        meets=(Meets(states.REVIEW),),
        starts=(states.REVIEW,),
    ),
    Transition(
        fact=facts.REGISTER_CLOSED,
        sources=(IN_USE,),
        target=states.CLOSED,
        by=_KEEPERS,
        kind=Kind.ACT,
        basis=(INDICATORS,),
    ),
)
