"""What may follow what in a month's round."""

from __future__ import annotations

from typing import Final

from engine.declaration import Kind, Meets, Transition
from procedures.monthly_round import facts, guards, states
from procedures.monthly_round.guards import PICTURE, ROUND
from procedures.roles import SM, STM, VM

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
        fact=facts.COLLECTION_ENDED,
        sources=(states.COLLECTING,),
        target=states.DISCUSSING,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(ROUND,),
        guards=(guards.EVERYBODY_NAMED, guards.DAY_COME_OR_ALL_IN),
        meets=(Meets(states.ANSWERS),),
    ),
)
"""The due day of the round is that of its collection; whether a county kept it, that county's return says."""

AFTER_COLLECTING: Final = (
    Transition(
        fact=facts.THEMES_COMPILED,
        sources=(states.DISCUSSING, states.CONFIRMED),
        target=None,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(ROUND, PICTURE),
        guards=(guards.THEMES_OF_SEVERAL,),
    ),
    Transition(
        fact=facts.ROUND_CONFIRMED,
        sources=(states.DISCUSSING,),
        target=states.CONFIRMED,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(ROUND, PICTURE),
        guards=(guards.EVERYBODY_NAMED,),
    ),
    Transition(
        fact=facts.REPORTED,
        sources=(states.CONFIRMED,),
        target=None,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(ROUND,),
        guards=(guards.THEMES_COMPILED,),
        documents=(states.COMPILATION,),
    ),
    Transition(
        fact=facts.ROUND_CLOSED,
        sources=(states.CONFIRMED,),
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
