"""The moves of a round, from its plan to the conclusions.

The law asks for the negotiation and the yearly evaluation only. So a meeting can follow the setting of the round at
once: request, material and picture are how it is done, and nothing that the law makes a condition.
"""

from __future__ import annotations

from typing import Final

from engine.declaration import Kind, Meets, State, Transition
from engine.law import Basis, Status
from procedures.collaborative_negotiation import documents as doc
from procedures.collaborative_negotiation import facts as fact
from procedures.collaborative_negotiation import guards as guard
from procedures.collaborative_negotiation import states
from procedures.collaborative_negotiation.deadlines import (
    ASSESSMENT_WINDOW,
    GOVERNMENT_CONFIRMATION,
    MATERIAL_REPLY,
    MEETING_DAY,
)
from procedures.collaborative_negotiation.tasks import DELIVER_MATERIAL, FOLLOW_MANDATE, GIVE_AREA_ASSESSMENT
from procedures.roles import GOVERNMENT, PARTY_OF_CASE, STM, THL
from procedures.statutes import MIDTERM_SESSION_2025, SERVICES

_YEARLY: Final[tuple[Basis, ...]] = (SERVICES("37 § 4 mom."),)
_CUSTOMARY: Final[tuple[Basis, ...]] = (SERVICES("37 § 4 mom.", Status.PRACTICE),)
_ORDERED: Final[tuple[Basis, ...]] = (MIDTERM_SESSION_2025("6 ja 7 kohta", Status.PRACTICE),)


def _setting(*sources: State) -> Transition:
    return Transition(
        fact=fact.ROUND_SET,
        sources=sources,
        target=states.ROUND_SET,
        by=(STM,),
        kind=Kind.ACT,
        basis=_YEARLY,
        guards=(guard.OF_THE_ROUND, guard.DAYS_SET, guard.MATERIAL_BEFORE_MEETING),
        starts=(MEETING_DAY,),
        tasks=(GIVE_AREA_ASSESSMENT,),
    )


def _mandating(*sources: State) -> Transition:
    return Transition(
        fact=fact.MANDATE_RECORDED,
        sources=sources,
        target=None if sources else states.PLANNED,
        by=(GOVERNMENT,),
        kind=Kind.ACT,
        basis=_ORDERED,
        guards=(guard.OF_THE_ROUND, guard.MANDATE_SAYS_SOMETHING, guard.ORDERED_ALREADY),
        documents=(doc.MANDATE,),
        starts=(ASSESSMENT_WINDOW, GOVERNMENT_CONFIRMATION),
        tasks=(FOLLOW_MANDATE,),
    )


SETTING: Final = (
    _setting(),
    _mandating(),
    Transition(
        fact=fact.ROUND_PLANNED,
        sources=(),
        target=states.PLANNED,
        by=(STM, GOVERNMENT),
        kind=Kind.ACT,
        basis=_CUSTOMARY,
        starts=(ASSESSMENT_WINDOW,),
    ),
    _setting(states.PLANNED),
    _mandating(*states.BEFORE_MEMO),
    Transition(
        fact=fact.MEETING_RESCHEDULED,
        sources=states.BEFORE_MEETING,
        target=None,
        by=(STM,),
        kind=Kind.ACT,
        basis=_CUSTOMARY,
        cancels=(MEETING_DAY,),
        starts=(MEETING_DAY,),
    ),
)


def _delivering(*, last: bool) -> Transition:
    return Transition(
        fact=fact.MATERIAL_DELIVERED,
        sources=(states.MATERIAL_REQUESTED, states.SITUATION_DESCRIBED, states.NEGOTIATED, states.MEMO_DRAWN_UP),
        target=None,
        by=(PARTY_OF_CASE,),
        kind=Kind.ACT,
        basis=_CUSTOMARY,
        documents=(doc.MATERIAL,),
        meets=(Meets(MATERIAL_REPLY),) if last else (),
        when=guard.LAST_MATERIAL if last else None,
    )


PREPARING: Final = (
    Transition(
        fact=fact.MATERIAL_REQUESTED,
        sources=(states.ROUND_SET,),
        target=states.MATERIAL_REQUESTED,
        by=(STM,),
        kind=Kind.ACT,
        basis=_CUSTOMARY,
        guards=(guard.REPLY_DAY_STATED,),
        documents=(doc.MATERIAL_REQUEST,),
        starts=(MATERIAL_REPLY,),
        tasks=(DELIVER_MATERIAL,),
    ),
    _delivering(last=True),
    _delivering(last=False),
    Transition(
        fact=fact.AREA_ASSESSMENT_GIVEN,
        sources=(*states.BEFORE_MEETING, states.NEGOTIATED, states.MEMO_DRAWN_UP, states.GOVERNMENT_ASSESSMENT),
        target=None,
        by=(THL,),
        kind=Kind.ACT,
        basis=(SERVICES("30 § 1 mom."),),
        documents=(doc.AREA_ASSESSMENT,),
    ),
    Transition(
        fact=fact.SITUATION_DESCRIBED,
        sources=(states.ROUND_SET, states.MATERIAL_REQUESTED),
        target=states.SITUATION_DESCRIBED,
        by=(STM,),
        kind=Kind.ACT,
        basis=_CUSTOMARY,
        documents=(doc.SITUATION_PICTURE,),
    ),
)


def _meeting(*sources: State) -> Transition:
    return Transition(
        fact=fact.MEETING_HELD,
        sources=sources,
        target=None if states.NEGOTIATED in sources else states.NEGOTIATED,
        by=(STM,),
        kind=Kind.ACT,
        basis=_YEARLY,
        guards=(guard.ATTENDANCE_STATED, guard.LED_BY_MINISTRY),
        meets=(Meets(MEETING_DAY),),
    )


def _evaluating(*, complete: bool) -> Transition:
    return Transition(
        fact=fact.AGREEMENT_EVALUATED,
        sources=(states.NEGOTIATED,),
        target=None,
        by=(STM,),
        kind=Kind.ACT,
        basis=_YEARLY,
        guards=(guard.ASPECT_NAMED,),
        meets=(Meets(ASSESSMENT_WINDOW),) if complete else (),
        when=guard.ALL_EVALUATED_NOW if complete else None,
    )


NEGOTIATING: Final = (
    _meeting(*states.BEFORE_MEETING),
    _meeting(states.NEGOTIATED),
    _evaluating(complete=True),
    _evaluating(complete=False),
    Transition(
        fact=fact.MEMO_DRAWN_UP,
        sources=(states.NEGOTIATED,),
        target=states.MEMO_DRAWN_UP,
        by=(STM,),
        kind=Kind.ACT,
        basis=_CUSTOMARY,
        guards=(
            guard.MEMBERS_TOOK_PART,
            guard.VM_TOOK_PART,
            guard.SM_TOOK_PART,
            guard.EVALUATED,
            guard.ASPECTS_EVALUATED,
            guard.THEMES_HANDLED,
        ),
        documents=(doc.MEMO,),
    ),
)
