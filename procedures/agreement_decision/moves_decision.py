"""The decision in three variants, its service and carrying out, appeals, and what takes the decision's place."""

from __future__ import annotations

from typing import Final

from engine.declaration import Guard, Kind, Meets, StandingRule, TaskRule, Transition
from engine.law import Basis, Label, Status
from procedures.agreement_decision import documents as doc
from procedures.agreement_decision import facts_decision as fact
from procedures.agreement_decision import guards_decision as guard
from procedures.agreement_decision import standings, states
from procedures.agreement_decision.deadlines import APPEAL
from procedures.agreement_decision.guards_preparing import (
    ABOUT_AREA,
    ABOUT_HUS,
    CONTENT_SAID,
    MATTERS_EXIST,
    WITHIN_THE_GROUND,
)
from procedures.roles import GOVERNMENT, PARTY_OF_CASE, STM, SUPREME_ADMINISTRATIVE_COURT
from procedures.statutes import ADMINISTRATION, CONSTITUTION, COURT_PROCEDURE, SERVICES, UUSIMAA

_LASTING: Final[tuple[Basis, ...]] = (SERVICES("38 § 3 mom."), SERVICES("39 § 6 mom."), UUSIMAA("12 § 3 mom."))
_AND_AFTER: Final = (*states.IN_FORCE, states.REPLACED)
"""Appeals run on when the case has ended: their time limit is the statute's and not the case's."""

JUDGE_APPEAL: Final = TaskRule(
    "judge_appeal",
    Label("ratkaise valitus", "avgör besvären", "decide the appeal"),
    SUPREME_ADMINISTRATIVE_COURT,
    (COURT_PROCEDURE("8 § 1 mom."), COURT_PROCEDURE("81 §")),
    done_by=("appeal_dismissed", "decision_partly_quashed", "decision_quashed"),
    outlives_case=True,
)


def _deciding(basis: tuple[Basis, ...], standing: StandingRule, when: Guard | None = None) -> Transition:
    return Transition(
        fact=fact.DECIDED,
        sources=(states.HEARD,),
        target=states.DECIDED,
        by=(GOVERNMENT,),
        kind=Kind.DECISION,
        basis=(*basis, CONSTITUTION("67 § 1 mom."), ADMINISTRATION("43–45 §"), ADMINISTRATION("47 §")),
        guards=(CONTENT_SAID, MATTERS_EXIST, WITHIN_THE_GROUND),
        documents=(doc.GOVERNMENT_DECISION,),
        begins=(standing,),
        when=when,
    )


def _serving(*, last: bool) -> Transition:
    return Transition(
        fact=fact.DECISION_SERVED,
        sources=(states.DECIDED,),
        target=states.SERVED if last else None,
        by=(STM,),
        kind=Kind.ACT,
        basis=(ADMINISTRATION("54 §"), ADMINISTRATION("60 §")),
        guards=(guard.CONCERNED, guard.NOT_SERVED_BEFORE, guard.SERVED_AFTER_DECISION),
        documents=(doc.PROOF_OF_SERVICE,),
        starts=(APPEAL,),
        when=guard.LAST_SERVICE if last else None,
    )


DECIDING: Final = (
    _deciding(
        (SERVICES("38 § 1 mom."), SERVICES("38 § 3 mom."), SERVICES("60 § 3 mom.")),
        standings.BINDING_DESPITE_APPEAL,
        ABOUT_AREA,
    ),
    _deciding(
        (UUSIMAA("12 § 1 mom."), UUSIMAA("12 § 3 mom."), UUSIMAA("27 § 4 mom.")),
        standings.ENFORCEABLE_BEFORE_FINAL,
        ABOUT_HUS,
    ),
    _deciding((SERVICES("39 § 6 mom."),), standings.AWAITING_FINALITY),
    _serving(last=True),
    _serving(last=False),
    Transition(
        fact=fact.IMPLEMENTATION_BEGUN,
        sources=states.IN_FORCE,
        target=None,
        by=(PARTY_OF_CASE,),
        kind=Kind.ACT,
        basis=(*_LASTING, COURT_PROCEDURE("122 §", Status.UNSETTLED)),
        guards=(guard.NOT_PROHIBITED, guard.ENFORCEABLE),
    ),
    Transition(
        fact=fact.BECAME_FINAL,
        sources=(states.SERVED,),
        target=None,
        by=(STM,),
        kind=Kind.ACT,
        basis=(COURT_PROCEDURE("13 § 2 mom."), COURT_PROCEDURE("122 § 1 mom.")),
        guards=(guard.TIME_OVER, guard.APPEALS_DECIDED, guard.NOT_FINAL_YET),
        begins=(standings.LEGALLY_FINAL,),
        ends=standings.INTERIM,
    ),
)


def _dismissing(*, more: bool) -> Transition:
    return Transition(
        fact=fact.APPEAL_DISMISSED,
        sources=(*_AND_AFTER, states.QUASHED),
        target=None,
        by=(SUPREME_ADMINISTRATIVE_COURT,),
        kind=Kind.DECISION,
        basis=(COURT_PROCEDURE("81 §"),),
        guards=(guard.APPEAL_PENDING,),
        documents=(doc.JUDGMENT,),
        tasks=(JUDGE_APPEAL,) if more else (),
        when=guard.MORE_PENDING if more else None,
    )


def _quashing_partly(*, more: bool) -> Transition:
    return Transition(
        fact=fact.DECISION_PARTLY_QUASHED,
        sources=_AND_AFTER,
        target=None,
        by=(SUPREME_ADMINISTRATIVE_COURT,),
        kind=Kind.DECISION,
        basis=(COURT_PROCEDURE("81 §"),),
        guards=(guard.APPEAL_PENDING,),
        documents=(doc.JUDGMENT,),
        tasks=(JUDGE_APPEAL,) if more else (),
        when=guard.MORE_PENDING if more else None,
    )


APPEALING: Final = (
    Transition(
        fact=fact.APPEALED,
        sources=_AND_AFTER,
        target=None,
        by=(PARTY_OF_CASE,),
        kind=Kind.ACT,
        basis=(
            SERVICES("60 § 2 mom."),
            UUSIMAA("27 § 4 mom."),
            COURT_PROCEDURE("8 § 1 mom."),
            COURT_PROCEDURE("13 §"),
        ),
        guards=(guard.OWN_SERVICE,),
        documents=(doc.APPEAL,),
        meets=(Meets(APPEAL, generation_field="generation"),),
        tasks=(JUDGE_APPEAL,),
    ),
    Transition(
        fact=fact.IMPLEMENTATION_PROHIBITED,
        sources=states.IN_FORCE,
        target=None,
        by=(SUPREME_ADMINISTRATIVE_COURT,),
        kind=Kind.DECISION,
        basis=(SERVICES("60 § 3 mom."), UUSIMAA("27 § 4 mom."), COURT_PROCEDURE("123 § 1 mom.")),
        guards=(guard.SOME_APPEAL_PENDING, guard.NOT_PROHIBITED),
        documents=(doc.COURT_ORDER,),
        begins=(standings.IMPLEMENTATION_BARRED,),
    ),
    Transition(
        fact=fact.PROHIBITION_LIFTED,
        sources=states.IN_FORCE,
        target=None,
        by=(SUPREME_ADMINISTRATIVE_COURT,),
        kind=Kind.DECISION,
        basis=(COURT_PROCEDURE("123 § 1 mom."),),
        guards=(guard.PROHIBITED,),
        documents=(doc.COURT_ORDER,),
        ends=(standings.IMPLEMENTATION_BARRED,),
    ),
    _dismissing(more=True),
    _dismissing(more=False),
    _quashing_partly(more=True),
    _quashing_partly(more=False),
    Transition(
        fact=fact.DECISION_QUASHED,
        sources=states.IN_FORCE,
        target=states.QUASHED,
        by=(SUPREME_ADMINISTRATIVE_COURT,),
        kind=Kind.DECISION,
        basis=(COURT_PROCEDURE("81 §"),),
        guards=(guard.APPEAL_PENDING,),
        documents=(doc.JUDGMENT,),
    ),
)

REPLACING: Final = (
    Transition(
        fact=fact.REPLACED_BY_AGREEMENT,
        sources=states.IN_FORCE,
        target=states.REPLACED,
        by=(STM,),
        kind=Kind.ACT,
        basis=(*_LASTING, SERVICES("37 § 3 mom."), UUSIMAA("10 § 3 mom.")),
        documents=(doc.AGREEMENT,),
    ),
    Transition(
        fact=fact.REPLACED_BY_DECISION,
        sources=states.IN_FORCE,
        target=states.REPLACED,
        by=(STM,),
        kind=Kind.ACT,
        basis=(
            SERVICES(
                "38 § 3 mom.",
                Status.UNSETTLED,
                Label(
                    "laki tuntee vain uuden sopimuksen",
                    "lagen känner endast ett nytt avtal",
                    "the law knows only a new agreement",
                ),
            ),
        ),
        documents=(doc.GOVERNMENT_DECISION,),
    ),
)
