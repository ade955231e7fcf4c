"""What may follow what on the way of a joint message."""

from __future__ import annotations

from typing import Final

from engine.declaration import Kind, Meets, Transition
from procedures.joint_message import facts, guards, states
from procedures.joint_message.states import KEY_MESSAGES, MESSAGE_OF_2015
from procedures.roles import MINISTERIAL_GROUP, PROJECT_GROUP, SM, STM, VM

_MINISTRIES: Final = (VM, STM, SM)

TRANSITIONS: Final = (
    Transition(
        fact=facts.DRAFTED,
        sources=(),
        target=states.DRAFTED,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(MESSAGE_OF_2015, KEY_MESSAGES),
        guards=(guards.JOINT,),
        documents=(states.DRAFT,),
    ),
    Transition(
        fact=facts.PROJECT_GROUP_HANDLED,
        sources=(states.DRAFTED,),
        target=states.IN_PROJECT_GROUP,
        by=(PROJECT_GROUP,),
        kind=Kind.ACT,
        basis=(MESSAGE_OF_2015,),
    ),
    Transition(
        fact=facts.MINISTERIAL_GROUP_HANDLED,
        sources=(states.IN_PROJECT_GROUP,),
        target=states.IN_MINISTERIAL_GROUP,
        by=(MINISTERIAL_GROUP,),
        kind=Kind.ACT,
        basis=(MESSAGE_OF_2015,),
    ),
    Transition(
        fact=facts.RETURNED_FOR_DRAFTING,
        sources=(states.IN_PROJECT_GROUP, states.IN_MINISTERIAL_GROUP),
        target=states.DRAFTED,
        by=(PROJECT_GROUP, MINISTERIAL_GROUP),
        kind=Kind.ACT,
        basis=(MESSAGE_OF_2015,),
    ),
    Transition(
        fact=facts.APPROVED,
        sources=(states.IN_MINISTERIAL_GROUP,),
        target=states.APPROVED,
        by=(PROJECT_GROUP,),
        kind=Kind.DECISION,
        basis=(MESSAGE_OF_2015,),
        documents=(states.MESSAGE,),
    ),
    Transition(
        fact=facts.PUBLISHED,
        sources=(states.APPROVED,),
        target=states.PUBLISHED,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(MESSAGE_OF_2015,),
        guards=(guards.CHANNEL_NAMED,),
        starts=(states.REVIEW,),
    ),
    Transition(
        fact=facts.UPDATED,
        sources=(states.PUBLISHED,),
        target=None,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(KEY_MESSAGES,),
        guards=(guards.CHANNEL_NAMED,),
        documents=(states.MESSAGE,),
        meets=(Meets(states.REVIEW),),
        starts=(states.REVIEW,),
    ),
    Transition(
        fact=facts.KEPT_AS_IT_IS,
        sources=(states.PUBLISHED,),
        target=None,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(KEY_MESSAGES,),
        meets=(Meets(states.REVIEW),),
        starts=(states.REVIEW,),
    ),
    Transition(
        fact=facts.SUPERSEDED,
        sources=(states.PUBLISHED,),
        target=states.SUPERSEDED,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(KEY_MESSAGES,),
    ),
    Transition(
        fact=facts.DROPPED,
        sources=(*states.IN_DRAFT, states.PUBLISHED),
        target=states.DROPPED,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(MESSAGE_OF_2015,),
    ),
)
