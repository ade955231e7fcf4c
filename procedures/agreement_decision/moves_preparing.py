"""The moves from the ground to the hearing of everyone concerned, and the ends without a decision."""

from __future__ import annotations

from typing import Final

from engine.declaration import Guard, Kind, Meets, Transition
from engine.law import Basis
from procedures.agreement_decision import documents as doc
from procedures.agreement_decision import facts_preparing as fact
from procedures.agreement_decision import guards_preparing as guard
from procedures.agreement_decision import states
from procedures.agreement_decision.deadlines import HEARING_REPLY
from procedures.roles import GOVERNMENT, MINISTERIAL_GROUP, PARTY_OF_CASE, STM
from procedures.statutes import ADMINISTRATION, SERVICES, UUSIMAA

_POWER: Final[tuple[Basis, ...]] = (SERVICES("38 § 1 mom."), SERVICES("39 § 6 mom."), UUSIMAA("12 § 1 mom."))
_PREPARED: Final[tuple[Basis, ...]] = (SERVICES("38 § 2 mom."), SERVICES("39 § 6 mom."), UUSIMAA("12 § 2 mom."))


def _replying(*, last: bool) -> Transition:
    return Transition(
        fact=fact.PARTY_REPLIED,
        sources=(states.HEARING, states.HEARD),
        target=None,
        by=(PARTY_OF_CASE,),
        kind=Kind.ACT,
        basis=(*_PREPARED, ADMINISTRATION("36 §")),
        documents=(doc.OPINION,),
        meets=(Meets(HEARING_REPLY),) if last else (),
        when=guard.LAST_REPLY if last else None,
    )


def _recording(basis: Basis, ground: Guard, when: Guard | None = None) -> Transition:
    return Transition(
        fact=fact.GROUND_RECORDED,
        sources=(),
        target=states.GROUND_RECORDED,
        by=(STM,),
        kind=Kind.ACT,
        basis=(basis,),
        guards=(guard.FITS_SUBJECT, guard.GROUND_NAMED, ground, guard.MATTERS_NAMED, guard.MATTERS_EXIST),
        documents=(doc.EVIDENCE,),
        when=when,
    )


PREPARING: Final = (
    _recording(SERVICES("38 § 1 mom."), guard.GROUND_OF_38, guard.FOR_AREA),
    _recording(UUSIMAA("12 § 1 mom."), guard.GROUND_OF_12, guard.FOR_HUS),
    _recording(SERVICES("39 § 6 mom."), guard.GROUND_OF_39),
    Transition(
        fact=fact.DRAFT_PREPARED,
        sources=(states.GROUND_RECORDED, states.HEARD),
        target=states.DRAFTED,
        by=(STM,),
        kind=Kind.ACT,
        basis=_PREPARED,
        guards=(guard.MATTERS_EXIST,),
        documents=(doc.DRAFT,),
    ),
    Transition(
        fact=fact.HEARING_REQUESTED,
        sources=(states.DRAFTED,),
        target=states.HEARING,
        by=(STM,),
        kind=Kind.ACT,
        basis=(*_PREPARED, ADMINISTRATION("36 §")),
        guards=(guard.EVERY_PARTY_ASKED, guard.REPLY_DAY_STATED),
        documents=(doc.HEARING_LETTER,),
        starts=(HEARING_REPLY,),
    ),
    Transition(
        fact=fact.REPLY_TIME_EXTENDED,
        sources=(states.HEARING,),
        target=None,
        by=(STM,),
        kind=Kind.ACT,
        basis=(ADMINISTRATION("33 § 2 mom."),),
        guards=(guard.REPLY_DAY_LATER,),
        cancels=(HEARING_REPLY,),
        starts=(HEARING_REPLY,),
    ),
    _replying(last=True),
    _replying(last=False),
    Transition(
        fact=fact.PARTIES_HEARD,
        sources=(states.HEARING,),
        target=states.HEARD,
        by=(STM,),
        kind=Kind.ACT,
        basis=_PREPARED,
        guards=(guard.REPLIED_OR_TIME_OVER,),
        documents=(doc.HEARING_SUMMARY,),
        cancels=(HEARING_REPLY,),
    ),
    Transition(
        fact=fact.MINISTERIALLY_HANDLED,
        sources=(states.HEARD,),
        target=None,
        by=(MINISTERIAL_GROUP,),
        kind=Kind.ACT,
        basis=(states.AS_USUAL,),
    ),
    Transition(
        fact=fact.AGREEMENT_REACHED,
        sources=states.PREPARING,
        target=states.AGREEMENT_REACHED,
        by=(STM,),
        kind=Kind.ACT,
        basis=(SERVICES("36 § 1 mom."), SERVICES("39 § 1 mom."), UUSIMAA("9 § 1 mom.")),
        documents=(doc.AGREEMENT,),
    ),
    Transition(
        fact=fact.NOT_PURSUED,
        sources=states.PREPARING,
        target=states.NOT_PURSUED,
        by=(STM, GOVERNMENT),
        kind=Kind.ACT,
        basis=_POWER,
    ),
)
