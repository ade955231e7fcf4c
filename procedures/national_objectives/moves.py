"""The moves of a set of national objectives, in their order (611/2021 12 a § and 13 § 2 mom. 3 kohta)."""

from __future__ import annotations

from typing import Final

from engine.declaration import (
    Fact,
    Guard,
    Kind,
    Meets,
    Role,
    StandingRule,
    State,
    Transition,
)
from engine.law import Basis, Label, Status
from procedures.national_objectives import deadlines as due
from procedures.national_objectives import documents as doc
from procedures.national_objectives import facts_confirming as fact
from procedures.national_objectives import facts_in_force as later
from procedures.national_objectives import guards_confirming as made
from procedures.national_objectives import guards_in_force as guard
from procedures.national_objectives import states
from procedures.national_objectives.tasks import DUTIES, FOLLOW_UP_YEARLY, STEERED
from procedures.roles import ADVISORY_BOARD, GOVERNMENT, HUS, SM, STM, VM
from procedures.statutes import COUNTIES, RESCUE, RESCUE_2024, SERVICES, SERVICES_2024, UUSIMAA

_BOARD: Final = COUNTIES("13 § 2 mom. 3 kohta")
_SILENT: Final = Label(
    "laki ei säädä, kuka ja miten", "lagen reglerar inte vem och hur", "the law does not say who does it and how"
)

OBJECTIVES_IN_FORCE: Final = StandingRule(
    "objectives_in_force",
    Label("valtakunnalliset tavoitteet voimassa", "riksomfattande mål i kraft", "national objectives in force"),
    (COUNTIES("12 a § 1 mom."),),
)


def _practice(section: str) -> Basis:
    return COUNTIES(section, Status.PRACTICE, _SILENT)


CONFIRMING: Final = (
    Transition(
        fact=fact.PREPARATION_BEGUN,
        sources=(),
        target=states.PREPARATION,
        by=(VM,),
        kind=Kind.ACT,
        basis=(COUNTIES("12 a §"), COUNTIES("11 § 1 mom."), SERVICES("21 §"), _practice("12 a § 1 mom.")),
    ),
    Transition(
        fact=fact.BOARD_PROPOSED,
        sources=(states.PREPARATION, states.AT_BOARD, *states.VALID),
        target=None,
        by=(ADVISORY_BOARD,),
        kind=Kind.ACT,
        basis=(_BOARD,),
    ),
    Transition(
        fact=fact.BROUGHT_TO_BOARD,
        sources=(states.PREPARATION,),
        target=states.AT_BOARD,
        by=(VM,),
        kind=Kind.ACT,
        basis=(_BOARD,),
        documents=(doc.DRAFT,),
        starts=(due.BOARD_HANDLING,),
    ),
    Transition(
        fact=fact.BOARD_HANDLED,
        sources=(states.AT_BOARD,),
        target=None,
        by=(ADVISORY_BOARD,),
        kind=Kind.ACT,
        basis=(_BOARD, SERVICES("22 §"), RESCUE("8 §")),
        guards=(made.QUORATE,),
        documents=(doc.BOARD_MINUTES,),
        meets=(Meets(due.BOARD_HANDLING),),
    ),
    Transition(
        fact=fact.RETURNED_TO_PREPARATION,
        sources=(states.AT_BOARD,),
        target=states.PREPARATION,
        by=(VM,),
        kind=Kind.ACT,
        basis=(_practice("12 a § 1 mom."),),
        cancels=(due.BOARD_HANDLING,),
    ),
    Transition(
        fact=fact.CONFIRMED,
        sources=(states.AT_BOARD,),
        target=states.CONFIRMED,
        by=(GOVERNMENT,),
        kind=Kind.DECISION,
        basis=(COUNTIES("12 a § 1–3 mom."),),
        guards=(made.BOARD_HAS_HANDLED, made.OBJECTIVES_NAMED, *made.LAID_DOWN, *made.CONSIDERED),
        documents=(doc.GOVERNMENT_DECISION,),
        starts=(due.NEXT_CONFIRMATION, due.ENTRY_INTO_FORCE),
        cancels=(due.BOARD_HANDLING,),
        tasks=DUTIES,
    ),
    Transition(
        fact=fact.ENTERED_INTO_FORCE,
        sources=(states.CONFIRMED,),
        target=states.IN_FORCE,
        by=(VM,),
        kind=Kind.ACT,
        basis=(
            COUNTIES("12 a § 1 mom."),
            SERVICES_2024("voimaantulosäännös 2 mom."),
            RESCUE_2024("voimaantulosäännös 2 mom."),
        ),
        guards=(made.ITS_DAY_HAS_COME,),
        meets=(Meets(due.ENTRY_INTO_FORCE),),
        starts=(due.YEARLY_FOLLOW_UP,),
        begins=(OBJECTIVES_IN_FORCE,),
        tasks=(FOLLOW_UP_YEARLY,),
    ),
    Transition(
        fact=fact.PREPARATION_DISCONTINUED,
        sources=(states.PREPARATION, states.AT_BOARD),
        target=states.DISCONTINUED,
        by=(VM,),
        kind=Kind.ACT,
        basis=(_practice("12 a § 1 mom."),),
        documents=(doc.CLOSING_NOTE,),
    ),
)

FOLLOWING_UP: Final = (
    Transition(
        fact=later.YEARLY_FOLLOW_UP_DONE,
        sources=states.VALID,
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=(COUNTIES("12 a § 4 mom."),),
        guards=(guard.WITH_STM, guard.WITH_SM, guard.FINDINGS_FIT),
        documents=(doc.FOLLOW_UP,),
        meets=(Meets(due.YEARLY_FOLLOW_UP),),
        starts=(due.YEARLY_FOLLOW_UP,),
        tasks=(FOLLOW_UP_YEARLY,),
    ),
)


def _reviewing(what: Fact, role: Role, *basis: Basis) -> Transition:
    return Transition(
        fact=what,
        sources=(states.CONFIRMED, *states.VALID),
        target=None,
        by=(role,),
        kind=Kind.ACT,
        basis=basis,
    )


REVIEWING: Final = (
    _reviewing(later.SERVICE_STRATEGY_REVIEWED, STEERED, SERVICES("11 § 1 mom.")),
    _reviewing(later.SERVICE_LEVEL_REVIEWED, STEERED, RESCUE("6 § 1–2 mom.")),
    _reviewing(later.INVESTMENT_PARTS_REVIEWED, STEERED, SERVICES("25 § 1 mom."), RESCUE("11 § 1 mom.")),
    _reviewing(later.HUS_STRATEGY_REVIEWED, HUS, SERVICES("11 § 1 mom."), UUSIMAA("2 § 5 mom.")),
    _reviewing(later.HUS_INVESTMENT_PART_REVIEWED, HUS, SERVICES("25 § 1 mom."), UUSIMAA("2 § 5 mom.")),
)


def _starting_amendment(
    what: Fact, sources: tuple[State, ...], target: State | None, by: tuple[Role, ...], *guards: Guard
) -> Transition:
    return Transition(
        fact=what,
        sources=sources,
        target=target,
        by=by,
        kind=Kind.ACT,
        basis=(COUNTIES("12 a § 4 mom."),),
        guards=guards,
        documents=(doc.PROPOSAL if what is later.AMENDMENT_PROPOSED else doc.INITIATIVE,),
    )


_SETTLED: Final = (states.IN_FORCE, states.AMENDED, states.KEPT)
_PENDING: Final = (states.AMENDMENT_PENDING,)
_MINISTRIES: Final = (VM, STM, SM)

AMENDING: Final = (
    *(
        _starting_amendment(
            later.AMENDMENT_PROPOSED,
            sources,
            target,
            (STEERED,),
            guard.PROPOSERS_ARE_PARTIES,
            guard.OBJECTIVES_FIT,
        )
        for sources, target in ((_SETTLED, states.AMENDMENT_PENDING), (_PENDING, None))
    ),
    *(
        _starting_amendment(later.AMENDMENT_INITIATED, sources, target, _MINISTRIES, guard.OBJECTIVES_FIT)
        for sources, target in ((_SETTLED, states.AMENDMENT_PENDING), (_PENDING, None))
    ),
    Transition(
        fact=later.INITIATIVES_HANDLED,
        sources=_PENDING,
        target=None,
        by=(ADVISORY_BOARD,),
        kind=Kind.ACT,
        basis=(_BOARD,),
        guards=(made.QUORATE,),
        documents=(doc.BOARD_MINUTES,),
    ),
    Transition(
        fact=later.AMENDED,
        sources=_PENDING,
        target=states.AMENDED,
        by=(GOVERNMENT,),
        kind=Kind.DECISION,
        basis=(COUNTIES("12 a § 1–4 mom."),),
        guards=(guard.INITIATIVES_WERE_HANDLED, made.CHANGE_SAID, *made.LAID_DOWN, *made.CONSIDERED),
        documents=(doc.AMENDING_DECISION,),
        tasks=DUTIES,
    ),
    Transition(
        fact=later.KEPT,
        sources=_PENDING,
        target=states.KEPT,
        by=(GOVERNMENT, VM),
        kind=Kind.DECISION,
        basis=(
            COUNTIES("12 a § 4 mom."),
            COUNTIES("12 a § 4 mom.", Status.UNSETTLED, _SILENT),
        ),
        guards=(guard.INITIATIVES_WERE_HANDLED,),
        documents=(doc.KEEPING_DECISION,),
    ),
)
REPLACING: Final = (
    Transition(
        fact=later.SUCCESSOR_CONFIRMED,
        sources=states.VALID,
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=(_practice("12 a § 1 mom."),),
        documents=(doc.GOVERNMENT_DECISION,),
        meets=(Meets(due.NEXT_CONFIRMATION),),
    ),
    Transition(
        fact=later.REPLACED,
        sources=states.VALID,
        target=states.REPLACED,
        by=(VM,),
        kind=Kind.ACT,
        basis=(_practice("12 a § 1 mom."),),
        guards=(guard.SUCCESSOR_WAS_CONFIRMED,),
    ),
)

TRANSITIONS: Final = (*CONFIRMING, *FOLLOWING_UP, *REVIEWING, *AMENDING, *REPLACING)
