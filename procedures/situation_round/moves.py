"""What may follow what in a monthly round."""

from __future__ import annotations

from typing import Final

from engine.declaration import Kind, Meets, Transition
from procedures.roles import PARTY_OF_CASE, SM, STM, VM
from procedures.situation_round import facts, guards, states
from procedures.situation_round.guards import PICTURE, ROUND

_MINISTRIES: Final = (STM, VM, SM)

COLLECTING: Final = (
    Transition(
        fact=facts.ROUND_OPENED,
        sources=(),
        target=states.COLLECTING,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(ROUND, PICTURE),
        guards=(guards.DUE_DAY_AGREED,),
        starts=(states.ANSWERS,),
    ),
    Transition(
        fact=facts.DUE_DAY_CHANGED,
        sources=(states.COLLECTING,),
        target=None,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(ROUND,),
        guards=(guards.DUE_DAY_AHEAD,),
        cancels=(states.ANSWERS,),
        starts=(states.ANSWERS,),
    ),
    Transition(
        fact=facts.ANSWER_GIVEN,
        sources=(states.COLLECTING,),
        target=None,
        by=(PARTY_OF_CASE,),
        kind=Kind.ACT,
        basis=(ROUND,),
        guards=(guards.NOT_CONFIRMED_YET,),
        when=guards.LAST_ANSWER,
        meets=(Meets(states.ANSWERS),),
    ),
    Transition(
        fact=facts.ANSWER_GIVEN,
        sources=(states.COLLECTING, states.DISCUSSING),
        target=None,
        by=(PARTY_OF_CASE,),
        kind=Kind.ACT,
        basis=(ROUND,),
        guards=(guards.NOT_CONFIRMED_YET,),
    ),
    Transition(
        fact=facts.ANSWER_WAIVED,
        sources=(states.COLLECTING,),
        target=None,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(ROUND,),
        guards=(guards.IN_THE_ROUND,),
        when=guards.LAST_ANSWER,
        meets=(Meets(states.ANSWERS),),
    ),
    Transition(
        fact=facts.ANSWER_WAIVED,
        sources=(states.COLLECTING, states.DISCUSSING),
        target=None,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(ROUND,),
        guards=(guards.IN_THE_ROUND,),
    ),
    Transition(
        fact=facts.COLLECTION_ENDED,
        sources=(states.COLLECTING,),
        target=states.DISCUSSING,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(ROUND,),
        guards=(guards.DAY_COME_OR_ALL_IN,),
        cancels=(states.ANSWERS,),
    ),
)
"""The due day is kept when the last county answers; where some never do, it ends with the collection."""

AFTER_COLLECTING: Final = (
    Transition(
        fact=facts.DISCUSSION_HELD,
        sources=(states.COLLECTING, states.DISCUSSING),
        target=None,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(ROUND,),
        guards=(guards.IN_THE_ROUND, guards.CONFIRMS_AN_ANSWER),
    ),
    Transition(
        fact=facts.COMPILED,
        sources=(states.DISCUSSING,),
        target=states.COMPILED,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(ROUND, PICTURE),
        guards=(guards.MISSING_NAMED,),
        documents=(states.COMPILATION,),
    ),
    Transition(
        fact=facts.REPORTED,
        sources=(states.COMPILED,),
        target=None,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(ROUND,),
    ),
    Transition(
        fact=facts.ROUND_CLOSED,
        sources=(states.COMPILED,),
        target=states.CLOSED,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(ROUND,),
        guards=(guards.REPORTED_ONCE,),
    ),
    Transition(
        fact=facts.ROUND_CANCELLED,
        sources=(states.COLLECTING, states.DISCUSSING),
        target=states.CANCELLED,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(ROUND,),
    ),
)

TRANSITIONS: Final = (*COLLECTING, *AFTER_COLLECTING)
