"""What may follow what in a grant."""

from __future__ import annotations

from typing import Final

from engine.declaration import Kind, Transition
from procedures.access_rights.states import ACCESS, ADMINISTRATOR
from procedures.grant import facts, guards, states

TRANSITIONS: Final = (
    Transition(
        fact=facts.GRANT_ADDED,
        sources=(),
        target=states.GIVEN,
        by=(ADMINISTRATOR,),
        kind=Kind.ACT,
        basis=(ACCESS,),
        guards=(guards.DAYS_IN_ORDER, guards.PRINCIPAL_NAMED, guards.ADMINISTRATOR_WHOLE, guards.DELEGATE_PLAIN),
        starts=(states.VALIDITY,),
    ),
    Transition(
        fact=facts.GRANT_REVOKED,
        sources=(states.GIVEN,),
        target=states.REVOKED,
        by=(ADMINISTRATOR,),
        kind=Kind.ACT,
        basis=(ACCESS,),
        guards=(guards.OF_THE_HOLDER,),
        cancels=(states.VALIDITY,),
    ),
    Transition(
        fact=facts.GRANT_LAPSED,
        sources=(states.GIVEN,),
        target=states.LAPSED,
        by=(ADMINISTRATOR,),
        kind=Kind.ACT,
        basis=(ACCESS,),
        guards=(guards.IS_OVER,),
        cancels=(states.VALIDITY,),
    ),
)
