"""The moves of the board's beginning, members, term and end; `decree` says whether decree 25/2025 is in force."""

from __future__ import annotations

from typing import Final

from engine.declaration import Guard, Kind, Meets, State, Transition
from engine.law import Basis, Status
from procedures.advisory_board import documents as doc
from procedures.advisory_board import facts_setting as fact
from procedures.advisory_board import guards_members as members
from procedures.advisory_board import guards_setting as guard
from procedures.advisory_board import states
from procedures.advisory_board.deadlines import NOMINATION_REPLY, TERM, TERM_BY_STATUTE
from procedures.advisory_board.guards_working import AT_QUORATE_MEETING
from procedures.advisory_board.tasks import (
    NAME_MEMBER,
    NAME_MEMBER_BY_STATUTE,
    NAME_REPLACEMENT,
    NAME_SECRETARY_GENERAL,
)
from procedures.roles import ADVISORY_BOARD, GOVERNMENT, PARTY_OF_CASE, VM
from procedures.statutes import ADVISORY_BOARD_DECREE, COUNTIES, RESCUE_2024, SERVICES_2024, STEERING_2024

_SET: Final[tuple[Basis, ...]] = (COUNTIES("13 § 3 mom."),)
_OF_DECREE: Final = (
    guard.CHAIR_FROM_VM,
    guard.VICE_CHAIRS_FROM_STM_AND_SM,
    guard.MINISTRY_MEMBERS_AS_DECREED,
    guard.ONE_FROM_EACH_REGION,
    guard.NUMBER_OF_OTHERS,
    guard.DEPUTY_FOR_EACH,
    guard.NO_DEPUTY_FOR_CHAIRS,
    guard.OPERATIONS_LED,
    guard.term_stated(decree=True),
)
_OF_STATUTE: Final = (
    guard.MINISTRIES_REPRESENTED,
    guard.REGIONS_REPRESENTED,
    guard.term_stated(decree=False),
)


def _nominating(*, decree: bool, last: bool) -> Transition:
    return Transition(
        fact=fact.MEMBER_NAMED,
        sources=(states.PREPARATION,),
        target=None,
        by=(PARTY_OF_CASE,),
        kind=Kind.ACT,
        basis=(ADVISORY_BOARD_DECREE("1 § 2 mom."),) if decree else (COUNTIES("13 § 3 mom.", Status.PRACTICE),),
        guards=(guard.DEPUTY_NAMED,) if decree else (),
        meets=(Meets(NOMINATION_REPLY),) if last else (),
        when=guard.LAST_NOMINATION if last else None,
    )


def _setting(*sources: State, decree: bool) -> Transition:
    conditions: tuple[Guard, ...] = _OF_DECREE if decree else _OF_STATUTE
    return Transition(
        fact=fact.BOARD_SET,
        sources=sources,
        target=states.ACTING,
        by=(GOVERNMENT,),
        kind=Kind.DECISION,
        basis=(*_SET, *((ADVISORY_BOARD_DECREE("1–2 §"),) if decree else ())),
        guards=conditions,
        documents=(doc.SETTING_DECISION,),
        cancels=(NOMINATION_REPLY,) if sources else (),
        starts=(TERM if decree else TERM_BY_STATUTE,),
        tasks=(NAME_SECRETARY_GENERAL,) if decree else (),
    )


def setting(*, decree: bool) -> tuple[Transition, ...]:
    """Gives the moves by which a board is prepared and set."""
    return (
        _setting(decree=decree),
        Transition(
            fact=fact.NOMINATIONS_REQUESTED,
            sources=(),
            target=states.PREPARATION,
            by=(VM,),
            kind=Kind.ACT,
            basis=(COUNTIES("13 § 3 mom.", Status.PRACTICE),),
            starts=(NOMINATION_REPLY,),
            tasks=(NAME_MEMBER if decree else NAME_MEMBER_BY_STATUTE,),
        ),
        _nominating(decree=decree, last=True),
        _nominating(decree=decree, last=False),
        _setting(states.PREPARATION, decree=decree),
        Transition(
            fact=fact.NOT_SET,
            sources=(states.PREPARATION,),
            target=states.NOT_SET,
            by=(VM, GOVERNMENT),
            kind=Kind.ACT,
            basis=(COUNTIES("13 § 3 mom.", Status.PRACTICE),),
        ),
        Transition(
            fact=fact.EARLIER_BOARD_ENDED,
            sources=(states.ACTING,),
            target=None,
            by=(VM,),
            kind=Kind.ACT,
            basis=(
                STEERING_2024("voimaantulosäännös 2 mom."),
                SERVICES_2024("voimaantulosäännös 3 mom."),
                RESCUE_2024("voimaantulosäännös 3 mom."),
            ),
            guards=(members.NOT_ENDED_BEFORE,),
        ),
    )


def ending(*, decree: bool) -> tuple[Transition, ...]:
    """Gives the moves by which the term is changed and ends."""
    rule = TERM if decree else TERM_BY_STATUTE
    basis = (ADVISORY_BOARD_DECREE("2 §"),) if decree else (COUNTIES("13 § 3–4 mom.", Status.PRACTICE),)
    return (
        Transition(
            fact=fact.TERM_CHANGED,
            sources=(states.ACTING,),
            target=None,
            by=(GOVERNMENT,),
            kind=Kind.DECISION,
            basis=basis,
            documents=(doc.TERM_DECISION,),
            cancels=(rule,),
            starts=(rule,),
        ),
        Transition(
            fact=fact.TERM_ENDED,
            sources=(states.ACTING,),
            target=states.TERM_ENDED,
            by=(VM,),
            kind=Kind.ACT,
            basis=basis,
            guards=(members.end_has_come(decree=decree),),
            meets=(Meets(rule),),
        ),
    )


def _replacing(*, more: bool) -> Transition:
    return Transition(
        fact=fact.REPLACEMENT_NAMED,
        sources=(states.ACTING,),
        target=None,
        by=(VM,),
        kind=Kind.DECISION,
        basis=(ADVISORY_BOARD_DECREE("6 §"),),
        guards=(members.DEPARTURE_KNOWN, members.NOT_REPLACED_BEFORE, members.PROPOSED_BY_SAME),
        documents=(doc.APPOINTMENT,),
        tasks=(NAME_REPLACEMENT,) if more else (),
        when=members.MORE_SEATS_FREE if more else None,
    )


STAFFING: Final = (
    Transition(
        fact=fact.SECRETARY_GENERAL_NAMED,
        sources=(states.ACTING,),
        target=None,
        by=(VM,),
        kind=Kind.DECISION,
        basis=(ADVISORY_BOARD_DECREE("3 § 2 mom."),),
        documents=(doc.APPOINTMENT,),
    ),
    Transition(
        fact=fact.SECTION_SET,
        sources=(states.ACTING,),
        target=None,
        by=(ADVISORY_BOARD,),
        kind=Kind.ACT,
        basis=(ADVISORY_BOARD_DECREE("4 §"),),
        guards=(AT_QUORATE_MEETING,),
    ),
    Transition(
        fact=fact.EXPERTS_CALLED,
        sources=(states.ACTING,),
        target=None,
        by=(ADVISORY_BOARD,),
        kind=Kind.ACT,
        basis=(ADVISORY_BOARD_DECREE("3 § 3 mom."),),
    ),
    Transition(
        fact=fact.MEMBER_LEFT,
        sources=(states.ACTING,),
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=(ADVISORY_BOARD_DECREE("6 §"),),
        tasks=(NAME_REPLACEMENT,),
    ),
    _replacing(more=True),
    _replacing(more=False),
)
"""What only the decree provides for: secretary-general, sections, experts, replacement members."""
