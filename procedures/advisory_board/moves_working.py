"""The moves of the board's work; `decree` says whether decree 25/2025 with its rules on convening and quorum holds."""

from __future__ import annotations

from typing import Final

from engine.declaration import Kind, Meets, Transition
from engine.law import Status
from procedures.advisory_board import documents as doc
from procedures.advisory_board import facts_working as fact
from procedures.advisory_board import guards_working as guard
from procedures.advisory_board import states
from procedures.advisory_board.deadlines import MEETING_DAY
from procedures.advisory_board.tasks import CALL_MEETING, HANDLE_INITIATIVE
from procedures.roles import ADVISORY_BOARD, ADVISORY_BOARD_CHAIR, ADVISORY_BOARD_MEMBERS, VM
from procedures.statutes import ADVISORY_BOARD_DECREE, COUNTIES

_ACTING: Final = (states.ACTING,)

CONVENING: Final = (
    Transition(
        fact=fact.MEETING_REQUESTED,
        sources=_ACTING,
        target=None,
        by=(ADVISORY_BOARD_MEMBERS,),
        kind=Kind.ACT,
        basis=(ADVISORY_BOARD_DECREE("3 § 1 mom."),),
        guards=(guard.ENOUGH_ASK, guard.MATTER_STATED),
        tasks=(CALL_MEETING,),
    ),
    Transition(
        fact=fact.MEETING_CALLED,
        sources=_ACTING,
        target=None,
        by=(ADVISORY_BOARD_CHAIR,),
        kind=Kind.ACT,
        basis=(ADVISORY_BOARD_DECREE("3 § 1 mom."),),
        guards=(guard.CALLED_BY_RIGHT,),
        starts=(MEETING_DAY,),
    ),
    Transition(
        fact=fact.MEETING_HELD,
        sources=_ACTING,
        target=None,
        by=(ADVISORY_BOARD,),
        kind=Kind.ACT,
        basis=(ADVISORY_BOARD_DECREE("3 § 1 mom."), ADVISORY_BOARD_DECREE("5 §")),
        guards=(
            guard.WAS_CALLED,
            guard.HOLD_SEATS,
            guard.CHAIR_PRESENT,
            guard.HALF_OF_MINISTRIES,
            guard.HALF_OF_REGIONS,
        ),
        documents=(doc.MINUTES,),
        meets=(Meets(MEETING_DAY, which="oldest"),),
    ),
    Transition(
        fact=fact.MEETING_WITHOUT_QUORUM,
        sources=_ACTING,
        target=None,
        by=(ADVISORY_BOARD,),
        kind=Kind.ACT,
        basis=(ADVISORY_BOARD_DECREE("3 § 1 mom."), ADVISORY_BOARD_DECREE("5 §")),
        guards=(guard.WAS_CALLED, guard.HOLD_SEATS, guard.NO_QUORUM),
        documents=(doc.MINUTES,),
        meets=(Meets(MEETING_DAY, which="oldest"),),
    ),
)
MEETING_BEFORE_DECREE: Final = Transition(
    fact=fact.MEETING_HELD,
    sources=_ACTING,
    target=None,
    by=(ADVISORY_BOARD,),
    kind=Kind.ACT,
    basis=(COUNTIES("13 §", Status.UNSETTLED),),
    documents=(doc.MINUTES,),
)


def handling(*, decree: bool) -> tuple[Transition, ...]:
    """Gives the moves by which matters, proposals and initiatives are handled at meetings."""
    at_meeting = (guard.AT_QUORATE_MEETING if decree else guard.AT_MEETING,)

    def handled(*, more: bool) -> Transition:
        return Transition(
            fact=fact.INITIATIVE_HANDLED,
            sources=_ACTING,
            target=None,
            by=(ADVISORY_BOARD,),
            kind=Kind.ACT,
            basis=(COUNTIES("13 § 2 mom. 3 kohta"), COUNTIES("12 a § 4 mom.")),
            guards=(guard.INITIATIVE_WAITS, *at_meeting),
            tasks=(HANDLE_INITIATIVE,) if more else (),
            when=guard.MORE_INITIATIVES if more else None,
        )

    return (
        Transition(
            fact=fact.MATTER_HANDLED,
            sources=_ACTING,
            target=None,
            by=(ADVISORY_BOARD,),
            kind=Kind.ACT,
            basis=(COUNTIES("13 § 2 mom."),),
            guards=at_meeting,
        ),
        Transition(
            fact=fact.OBJECTIVES_PROPOSAL_MADE,
            sources=_ACTING,
            target=None,
            by=(ADVISORY_BOARD,),
            kind=Kind.ACT,
            basis=(COUNTIES("13 § 2 mom. 3 kohta"),),
            guards=at_meeting,
        ),
        Transition(
            fact=fact.INITIATIVE_RECEIVED,
            sources=_ACTING,
            target=None,
            by=(VM,),
            kind=Kind.ACT,
            basis=(COUNTIES("13 § 2 mom. 3 kohta"), COUNTIES("12 a § 4 mom.")),
            guards=(guard.MAKER_ENTITLED,),
            documents=(doc.INITIATIVE,),
            tasks=(HANDLE_INITIATIVE,),
        ),
        handled(more=True),
        handled(more=False),
    )
