"""Moves after the Government's decision: conditions and reports, consequences, remedies."""

from __future__ import annotations

from typing import Final

from engine.declaration import Guard, Kind, Meets, State, TaskRule, Transition
from engine.law import Basis, Label, Status
from procedures.borrowing_authority_change import documents as doc
from procedures.borrowing_authority_change import facts_after as fact
from procedures.borrowing_authority_change import guards as guard
from procedures.borrowing_authority_change import states
from procedures.borrowing_authority_change.deadlines import CONDITION_REPORT, GOVERNMENT_APPEAL
from procedures.borrowing_authority_change.moves import GATE_E4_MET, REPORT_ON_CONDITIONS
from procedures.roles import COUNCIL, COUNTY, SUPREME_ADMINISTRATIVE_COURT, VM
from procedures.statutes import ADMINISTRATION, AMENDMENT_2024, COUNTIES, COURT_PROCEDURE

WEIGH_PREEMPTIVE: Final = TaskRule(
    "weigh_preemptive",
    Label(
        "harkitse ennakollista talouden ohjauksen menettelyä (13 b § 1 mom. 2 kohta)",
        "överväg ett förebyggande förfarande för ekonomisk styrning (13 b § 1 mom. 2 punkten)",
        "consider pre-emptive financial steering (13 b § criterion 2)",
    ),
    VM,
    (COUNTIES("13 b § 1 mom. 2 kohta"), AMENDMENT_2024("13 b §")),
    done_by=("preemptive_weighed",),
)
_JUDGE_APPEAL: Final = TaskRule(
    "judge_appeal",
    Label("ratkaise valitus", "avgör besvären", "decide the appeal"),
    SUPREME_ADMINISTRATIVE_COURT,
    (COURT_PROCEDURE("8 §"),),
    done_by=("appeal_decided",),
    outlives_case=True,
)
_FOLLOWING: Final = COUNTIES(
    "15 § 3–4 mom.",
    Status.PRACTICE,
    Label(
        "laki mainitsee ehdot, ei niiden seurantaa",
        "lagen nämner villkoren, inte uppföljningen av dem",
        "the law mentions the conditions, not how they are followed",
    ),
)


def unmet(*guards: Guard, basis: tuple[Basis, ...] = (), tasks: tuple[TaskRule, ...] = ()) -> Transition:
    """Gives the note of an unmet condition; `guards`, `basis` and `tasks` are what 13 b § adds from 2025."""
    return Transition(
        fact=fact.CONDITION_UNMET,
        sources=(states.FOLLOW_UP,),
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=(*basis, _FOLLOWING),
        guards=guards,
        documents=(doc.VM_NOTE,),
        tasks=tasks,
    )


PREEMPTIVE_WEIGHED: Final = Transition(
    fact=fact.PREEMPTIVE_WEIGHED,
    sources=(states.FOLLOW_UP,),
    target=None,
    by=(VM,),
    kind=Kind.ACT,
    basis=(COUNTIES("13 b § 1 mom. 2 kohta", Status.PRACTICE),),
)
"""Since 1.1.2025 only."""


def _reporting(tasks: tuple[TaskRule, ...] = (), when: Guard | None = None) -> Transition:
    return Transition(
        fact=fact.REPORT_GIVEN,
        sources=(states.FOLLOW_UP,),
        target=None,
        by=(COUNTY,),
        kind=Kind.ACT,
        basis=(_FOLLOWING,),
        documents=(doc.REPORT,),
        meets=(Meets(CONDITION_REPORT),),
        starts=(CONDITION_REPORT,),
        tasks=tasks,
        when=when,
    )


FOLLOWING: Final = (
    _reporting((REPORT_ON_CONDITIONS,), guard.REPORTS_AGAIN),
    _reporting(),
    Transition(
        fact=fact.SUBSTITUTE_DECIDED,
        sources=(states.FOLLOW_UP,),
        target=None,
        by=(COUNCIL, COUNTY),
        kind=Kind.DECISION,
        basis=(_FOLLOWING,),
        documents=(doc.SUBSTITUTE_DECISION,),
    ),
    Transition(
        fact=fact.EVALUATION_WEIGHED,
        sources=(states.FOLLOW_UP,),
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=(COUNTIES("123 § 1 mom. 4 kohta", Status.PRACTICE),),
    ),
)


def _judging(target: State | None, when: Guard | None) -> Transition:
    return Transition(
        fact=fact.APPEAL_DECIDED,
        sources=states.DECIDED,
        target=target,
        by=(SUPREME_ADMINISTRATIVE_COURT,),
        kind=Kind.DECISION,
        basis=(COURT_PROCEDURE("8 §"),),
        documents=(doc.JUDGMENT,),
        ends=(GATE_E4_MET,) if target else (),
        when=when,
    )


REMEDIES: Final = (
    Transition(
        fact=fact.DECISION_SERVED,
        sources=states.DECIDED,
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=(ADMINISTRATION("54 § 1 mom."), COURT_PROCEDURE("13 §")),
        starts=(GOVERNMENT_APPEAL,),
    ),
    Transition(
        fact=fact.NO_REMEDY_SOUGHT,
        sources=states.DECIDED,
        target=None,
        by=(COUNTY,),
        kind=Kind.ACT,
        basis=(COURT_PROCEDURE("13 §", Status.PRACTICE),),
        cancels=(GOVERNMENT_APPEAL,),
    ),
    Transition(
        fact=fact.APPEAL_MADE,
        sources=states.DECIDED,
        target=None,
        by=(COUNTY,),
        kind=Kind.ACT,
        basis=(COUNTIES("138 § 3 mom."), COURT_PROCEDURE("8 §"), COURT_PROCEDURE("13 §")),
        documents=(doc.APPEAL,),
        meets=(Meets(GOVERNMENT_APPEAL, generation_field="generation"),),
        tasks=(_JUDGE_APPEAL,),
    ),
    _judging(states.ASSESSED, guard.DECISION_UNDONE),
    _judging(None, None),
    Transition(
        fact=fact.BECAME_FINAL,
        sources=(states.REFUSED,),
        target=states.CLOSED,
        by=(VM,),
        kind=Kind.ACT,
        basis=(COURT_PROCEDURE("13 §"),),
        guards=(guard.APPEAL_TIME_OVER, guard.NO_APPEAL_PENDING),
    ),
)


def ending(*guards: Guard) -> tuple[Transition, ...]:
    """Gives the ends of the follow-up; `guards` are what this version of the law adds to the weighing."""
    every = (guard.EVALUATION_WEIGHED, *guards, guard.NO_APPEAL_PENDING)
    return tuple(
        Transition(
            fact=one,
            sources=(states.FOLLOW_UP,),
            target=states.CLOSED,
            by=(VM,),
            kind=Kind.DECISION,
            basis=(_FOLLOWING,),
            guards=every,
            documents=(doc.VM_NOTE,),
        )
        for one in (fact.CONDITIONS_FULFILLED, fact.FOLLOW_UP_ENDED)
    )
