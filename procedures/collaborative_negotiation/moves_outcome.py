"""The ends of a round: three conclusions as separate facts, and what becomes of the third."""

from __future__ import annotations

from typing import Final

from engine.declaration import Kind, Meets, Transition
from engine.law import Status
from procedures.collaborative_negotiation import documents as doc
from procedures.collaborative_negotiation import facts_outcome as fact
from procedures.collaborative_negotiation import guards_outcome as guard
from procedures.collaborative_negotiation import states
from procedures.collaborative_negotiation.deadlines import GOVERNMENT_CONFIRMATION
from procedures.roles import GOVERNMENT, STM
from procedures.statutes import MIDTERM_SESSION_2025, SERVICES

_ORDERED: Final = MIDTERM_SESSION_2025("6 kohta", Status.PRACTICE)

CONCLUDING: Final = (
    Transition(
        fact=fact.CONCLUDED_NO_CHANGE,
        sources=(states.MEMO_DRAWN_UP,),
        target=states.NO_CHANGE_NEEDED,
        by=(STM,),
        kind=Kind.ACT,
        basis=(SERVICES("37 § 4 mom."),),
        documents=(doc.CONCLUSIONS,),
    ),
    Transition(
        fact=fact.CONCLUDED_AMENDMENT,
        sources=(states.MEMO_DRAWN_UP,),
        target=states.AMENDMENT_NEEDED,
        by=(STM,),
        kind=Kind.ACT,
        basis=(SERVICES("37 § 4 mom."),),
        guards=(guard.INITIATOR_NAMED, guard.PROPOSERS_ARE_MEMBERS),
        documents=(doc.CONCLUSIONS,),
    ),
    Transition(
        fact=fact.CONCLUDED_GOVERNMENT_ASSESSMENT,
        sources=(states.MEMO_DRAWN_UP,),
        target=states.GOVERNMENT_ASSESSMENT,
        by=(STM,),
        kind=Kind.ACT,
        basis=(SERVICES("38 § 1–2 mom."), SERVICES("37 § 4 mom.")),
        guards=(guard.GROUND_NAMED,),
        documents=(doc.CONCLUSIONS,),
    ),
    Transition(
        fact=fact.DECISION_PREPARATION_BEGUN,
        sources=(states.GOVERNMENT_ASSESSMENT,),
        target=states.CONFIRMATION_BY_DECISION,
        by=(STM,),
        kind=Kind.ACT,
        basis=(SERVICES("38 § 2 mom."), _ORDERED),
        guards=(guard.GROUND_FOR_DECISION,),
        meets=(Meets(GOVERNMENT_CONFIRMATION),),
    ),
    Transition(
        fact=fact.LEGISLATION_CHOSEN,
        sources=(states.GOVERNMENT_ASSESSMENT,),
        target=states.CONFIRMATION_BY_LEGISLATION,
        by=(GOVERNMENT,),
        kind=Kind.ACT,
        basis=(_ORDERED,),
        meets=(Meets(GOVERNMENT_CONFIRMATION),),
    ),
    Transition(
        fact=fact.CONFIRMATION_NOT_NEEDED,
        sources=(states.GOVERNMENT_ASSESSMENT,),
        target=states.NO_CONFIRMATION,
        by=(GOVERNMENT, STM),
        kind=Kind.ACT,
        basis=(SERVICES("38 § 1 mom."), _ORDERED),
        meets=(Meets(GOVERNMENT_CONFIRMATION),),
    ),
    Transition(
        fact=fact.ROUND_CANCELLED,
        sources=states.CANCELLABLE,
        target=states.CANCELLED,
        by=(STM,),
        kind=Kind.ACT,
        basis=(SERVICES("37 § 4 mom.", Status.PRACTICE),),
    ),
)
