"""What may follow what in the register of forums and contacts."""

from __future__ import annotations

from typing import Final

from engine.declaration import Fact, Guard, Kind, Meets, Transition
from engine.law import Basis
from procedures.cooperation_forums import facts, guards, states
from procedures.cooperation_forums.guards import CONTACTS, FORUMS
from procedures.cooperation_forums.states import IN_USE
from procedures.roles import SM, STM, VM

_MINISTRIES: Final = (VM, STM, SM)


def _noted(fact: Fact, basis: Basis, *conditions: Guard) -> Transition:
    return Transition(
        fact=fact, sources=(IN_USE,), target=None, by=_MINISTRIES, kind=Kind.ACT, basis=(basis,), guards=conditions
    )


TRANSITIONS: Final = (
    Transition(
        fact=facts.REGISTER_OPENED,
        sources=(),
        target=IN_USE,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(FORUMS, CONTACTS),
        starts=(states.REVIEW,),
    ),
    _noted(facts.FORUM_ADDED, FORUMS, guards.FORUM_NEW),
    _noted(facts.FORUM_PROFILED, FORUMS, guards.FORUM_IN_USE),
    _noted(facts.FORUM_ASSESSED, FORUMS, guards.FORUM_IN_USE, guards.CHANGE_EXPLAINED),
    _noted(facts.CONTACT_SET, CONTACTS, guards.OFFICE_NAMED),
    _noted(facts.CONTACT_REMOVED, CONTACTS, guards.CONTACT_KNOWN),
    Transition(
        fact=facts.REVIEWED,
        sources=(IN_USE,),
        target=None,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(FORUMS,),
        meets=(Meets(states.REVIEW),),
        starts=(states.REVIEW,),
    ),
    Transition(
        fact=facts.REGISTER_CLOSED,
        sources=(IN_USE,),
        target=states.CLOSED,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(FORUMS,),
    ),
)
