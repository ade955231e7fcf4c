"""Moves from the calculation to the end of the authority, common to both versions of the law."""

from __future__ import annotations

from typing import Final

from engine.declaration import Guard, Kind, Meets, TaskRule, Transition
from engine.law import Basis, Label, Status
from procedures.borrowing_authority import documents as doc
from procedures.borrowing_authority import facts as fact
from procedures.borrowing_authority import guards as guard
from procedures.borrowing_authority import states
from procedures.borrowing_authority.deadlines import GOVERNMENT_APPEAL, TREASURY_RECTIFICATION
from procedures.borrowing_authority.guards_guarantee import (
    DECISION_UNDONE,
    NOTHING_REMAINS,
    OF_THE_TREASURY,
    SOMETHING_REMAINS,
)
from procedures.roles import COUNTY, GOVERNMENT, STATE_TREASURY, SUPREME_ADMINISTRATIVE_COURT, VM
from procedures.statutes import ADMINISTRATION, COUNTIES, COURT_PROCEDURE

RECORD_CHANGE: Final = TaskRule(
    "record_change",
    Label(
        "merkitse lainanottovaltuuden muutos tai se, että se koskee toista tilikautta",
        "anteckna ändringen av fullmakten eller att den gäller en annan räkenskapsperiod",
        "record the change of the authority, or that it concerns another financial year",
    ),
    VM,
    (COUNTIES("15 § 3 mom."),),
    done_by=("change_recorded",),
)
SERVE_DECISION: Final = TaskRule(
    "serve_decision",
    Label("anna päätös tiedoksi", "delge beslutet", "serve the decision"),
    VM,
    (ADMINISTRATION("54 § 1 mom."),),
    done_by=("decision_served",),
)
_JUDGE_APPEAL: Final = TaskRule(
    "judge_appeal",
    Label("ratkaise valitus", "avgör besvären", "decide the appeal"),
    SUPREME_ADMINISTRATIVE_COURT,
    (COURT_PROCEDURE("8 §"),),
    done_by=("appeal_decided",),
    outlives_case=True,
)
_LATER_DRAWING: Final = COUNTIES(
    "15 § 1 mom.",
    Status.PRACTICE,
    Label(
        "valtuus kattaa aloitettavan investoinnin kokonaan; lainan voi nostaa myöhempinäkin vuosina",
        "fullmakten täcker hela den investering som påbörjas; lånet kan tas upp även senare år",
        "the authority covers a started investment whole; the loan may be drawn in later years",
    ),
)
_ENDING: Final = COUNTIES(
    "15 § 1 mom.",
    Status.PRACTICE,
    Label(
        "laki ei säädä, milloin asia päättyy",
        "lagen reglerar inte när ärendet avslutas",
        "the law does not say when the case ends",
    ),
)


def calculating(*guards: Guard, basis: tuple[Basis, ...]) -> tuple[Transition, ...]:
    """Gives the calculation that opens a case, and a later one; `guards` are what this version of the law asks."""
    every = (guard.SAME_FINANCIAL_YEAR, guard.CALCULATION_COMPLETE, guard.FORMULA_FOLLOWED, *guards)
    return tuple(
        Transition(
            fact=fact.AUTHORITY_CALCULATED,
            sources=sources,
            target=target,
            by=(VM,),
            kind=Kind.ACT,
            basis=basis,
            guards=every,
            documents=(doc.CALCULATION,),
        )
        for sources, target in (((), states.CALCULATED), ((states.CALCULATED,), None))
    )


DECIDING: Final = (
    Transition(
        fact=fact.COUNTY_HEARD,
        sources=(states.CALCULATED,),
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=(ADMINISTRATION("34 §", Status.UNSETTLED),),
    ),
    Transition(
        fact=fact.PROPOSAL_MADE,
        sources=(states.CALCULATED,),
        target=states.PROPOSED,
        by=(VM,),
        kind=Kind.ACT,
        basis=(COUNTIES("15 § 1 mom."),),
        documents=(doc.PROPOSAL,),
    ),
    Transition(
        fact=fact.CONFIRMED,
        sources=(states.PROPOSED,),
        target=states.CONFIRMED,
        by=(GOVERNMENT,),
        kind=Kind.DECISION,
        basis=(COUNTIES("15 § 1 mom."), COUNTIES("12 §")),
        guards=(
            guard.OF_ONE_COUNTY,
            guard.AMOUNT_SAID,
            guard.LOWER_ONLY_EXCEPTIONALLY,
            guard.NOT_ABOVE_FORMULA,
        ),
        documents=(doc.GOVERNMENT_DECISION,),
        tasks=(SERVE_DECISION,),
    ),
    Transition(
        fact=fact.JOINT_DECISION_MADE,
        sources=(states.PROPOSED,),
        target=states.JOINTLY_DECIDED,
        by=(GOVERNMENT,),
        kind=Kind.DECISION,
        basis=(COUNTIES("15 § 1 mom."), COUNTIES("12 §")),
        guards=(guard.OF_WHOLE_STATE, guard.EVERY_COUNTY_HAS_AMOUNT),
        documents=(doc.GOVERNMENT_DECISION,),
    ),
    Transition(
        fact=fact.DISCONTINUED,
        sources=(states.CALCULATED, states.PROPOSED),
        target=states.DISCONTINUED,
        by=(VM,),
        kind=Kind.DECISION,
        basis=(_ENDING,),
        documents=(doc.CLOSING_NOTE,),
    ),
)

REMEDIES: Final = (
    Transition(
        fact=fact.DECISION_SERVED,
        sources=states.IN_USE,
        target=None,
        by=(STATE_TREASURY,),
        kind=Kind.ACT,
        basis=(ADMINISTRATION("54 § 1 mom."), COUNTIES("149 §")),
        starts=(TREASURY_RECTIFICATION,),
        when=OF_THE_TREASURY,
    ),
    Transition(
        fact=fact.DECISION_SERVED,
        sources=states.IN_USE,
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=(ADMINISTRATION("54 § 1 mom."), COURT_PROCEDURE("13 §")),
        starts=(GOVERNMENT_APPEAL,),
    ),
    Transition(
        fact=fact.NO_REMEDY_SOUGHT,
        sources=states.IN_USE,
        target=None,
        by=(COUNTY,),
        kind=Kind.ACT,
        basis=(COURT_PROCEDURE("13 §", Status.PRACTICE),),
        cancels=(GOVERNMENT_APPEAL, TREASURY_RECTIFICATION),
    ),
    Transition(
        fact=fact.APPEAL_MADE,
        sources=states.IN_USE,
        target=None,
        by=(COUNTY,),
        kind=Kind.ACT,
        basis=(COUNTIES("138 § 3 mom."), COURT_PROCEDURE("8 §"), COURT_PROCEDURE("13 §")),
        documents=(doc.APPEAL,),
        meets=(Meets(GOVERNMENT_APPEAL, generation_field="generation"),),
        tasks=(_JUDGE_APPEAL,),
    ),
    Transition(
        fact=fact.APPEAL_DECIDED,
        sources=states.IN_USE,
        target=states.CALCULATED,
        by=(SUPREME_ADMINISTRATIVE_COURT,),
        kind=Kind.DECISION,
        basis=(COURT_PROCEDURE("8 §"),),
        documents=(doc.JUDGMENT,),
        when=DECISION_UNDONE,
    ),
    Transition(
        fact=fact.APPEAL_DECIDED,
        sources=states.IN_USE,
        target=None,
        by=(SUPREME_ADMINISTRATIVE_COURT,),
        kind=Kind.DECISION,
        basis=(COURT_PROCEDURE("8 §"),),
        documents=(doc.JUDGMENT,),
    ),
)


def using(*of_contracts: Basis) -> tuple[Transition, ...]:
    """Gives the use of the authority; `of_contracts` is what this version of the law says of equivalent contracts."""
    return (
        Transition(
            fact=fact.CHANGE_RECORDED,
            sources=states.OPEN,
            target=None,
            by=(VM,),
            kind=Kind.ACT,
            basis=(COUNTIES("15 § 3 mom."),),
            documents=(doc.CHANGE_DECISION,),
        ),
        Transition(
            fact=fact.AUTHORITY_USED,
            sources=(states.CONFIRMED,),
            target=None,
            by=(COUNTY,),
            kind=Kind.ACT,
            basis=(COUNTIES("15 § 1 mom."), *of_contracts),
            guards=(guard.IN_PLAN, guard.USE_WITHIN_AUTHORITY),
        ),
        Transition(
            fact=fact.LOAN_DRAWN,
            sources=states.IN_USE,
            target=None,
            by=(COUNTY,),
            kind=Kind.ACT,
            basis=(COUNTIES("15 § 1 mom."), COUNTIES("115 § 3 mom."), _LATER_DRAWING),
            guards=(guard.LOANS_WITHIN_AUTHORITY,),
        ),
    )


ENDING: Final = (
    Transition(
        fact=fact.FINANCIAL_YEAR_ENDED,
        sources=(states.CONFIRMED,),
        target=states.YEAR_ENDED,
        by=(VM,),
        kind=Kind.ACT,
        basis=(COUNTIES("15 § 1 mom."), COUNTIES("117 § 1 mom."), _LATER_DRAWING),
        guards=(guard.YEAR_IS_OVER,),
        when=SOMETHING_REMAINS,
    ),
    Transition(
        fact=fact.FINANCIAL_YEAR_ENDED,
        sources=(states.CONFIRMED,),
        target=states.ENDED,
        by=(VM,),
        kind=Kind.ACT,
        basis=(COUNTIES("15 § 1 mom."), COUNTIES("117 § 1 mom."), _ENDING),
        guards=(guard.YEAR_IS_OVER,),
    ),
    Transition(
        fact=fact.FOLLOW_UP_ENDED,
        sources=(states.YEAR_ENDED,),
        target=states.ENDED,
        by=(VM,),
        kind=Kind.ACT,
        basis=(_ENDING,),
        guards=(NOTHING_REMAINS,),
        documents=(doc.CLOSING_NOTE,),
    ),
)
