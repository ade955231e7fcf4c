"""Moves of the decision and of the remedies against it (617/2021 11, 26, 30 and 31 §)."""

from __future__ import annotations

from typing import Final

from engine.declaration import Guard, Kind, Meets, StandingRule, Transition
from engine.law import Basis, Label
from procedures.additional_funding import documents as doc
from procedures.additional_funding import facts_decision as fact
from procedures.additional_funding import guards_decision as guard
from procedures.additional_funding import tasks
from procedures.additional_funding.deadlines import APPEAL, CONDITIONS_REPORT, PAYMENT, RECTIFICATION_REQUEST
from procedures.additional_funding.guards_after import GATE
from procedures.additional_funding.states import States
from procedures.roles import COUNTY, GOVERNMENT, SUPREME_ADMINISTRATIVE_COURT, VM
from procedures.statutes import ADMINISTRATION, COUNTIES, COURT_PROCEDURE, FUNDING

EVALUATION_GATE: Final = StandingRule(
    GATE,
    Label(
        "arviointimenettelyn edellytys täyttyy lisärahoituksen perusteella",
        "förutsättningen för utvärderingsförfarande är uppfylld på grund av tilläggsfinansieringen",
        "the criterion for the evaluation procedure is met because of additional funding (gate E4)",
    ),
    (COUNTIES("123 § 1 mom. 4 kohta"),),
    outlives_case=True,
)

_PREPARED: Final[tuple[Guard, ...]] = (guard.GROUP_WAS_SET, guard.ASSESSMENT_GIVEN, guard.PRESENTED)
_GRANTING: Final[tuple[Guard, ...]] = (
    *_PREPARED,
    guard.REQUEST_BEHIND_REVERSAL,
    guard.AMOUNT_STATED,
    guard.GRANTED_WITHIN_APPLIED,
    guard.SERVICES_NAMED,
    guard.CONDITION_KINDS_NAMED,
    guard.APPROPRIATION_NAMED,
)
_SERVING: Final = (ADMINISTRATION("54 § 1 mom."), ADMINISTRATION("59 § 2 mom."))
_REQUESTING: Final = (FUNDING("30 §"), ADMINISTRATION("49 g §"))
_APPEALING: Final = (FUNDING("31 §"), ADMINISTRATION("49 b §"), COURT_PROCEDURE("8 § 1 mom."))


def deciding(states: States, *consequences: Basis) -> tuple[Transition, ...]:
    """Gives the Government's decision; `consequences` are what else the law of the time attaches to a grant.

    A grant stands once with the gate to the evaluation procedure and once without: Helsinki is not evaluated, a county
    already under evaluation needs no weighing, and until the end of 2024 one grant alone was not enough.
    """
    basis = (FUNDING("11 §"), FUNDING("26 § 1 mom."), *consequences)
    return (
        _granting(states, (*basis, COUNTIES("123 § 1 mom. 4 kohta")), gate=True),
        _granting(states, basis, gate=False),
        Transition(
            fact=fact.REJECTED,
            sources=states.undecided,
            target=states.rejected,
            by=(GOVERNMENT,),
            kind=Kind.DECISION,
            basis=(FUNDING("11 § 1 mom."), FUNDING("26 § 1 mom.")),
            guards=(*_PREPARED, guard.GROUNDS_STATED),
            documents=(doc.GOVERNMENT_DECISION,),
            tasks=(tasks.SERVE_DECISION,),
        ),
    )


def _granting(states: States, basis: tuple[Basis, ...], *, gate: bool) -> Transition:
    return Transition(
        fact=fact.GRANTED,
        sources=(*states.undecided, states.rejected),
        target=states.granted,
        by=(GOVERNMENT,),
        kind=Kind.DECISION,
        basis=basis,
        guards=_GRANTING,
        documents=(doc.GOVERNMENT_DECISION,),
        starts=(PAYMENT, CONDITIONS_REPORT),
        when=guard.EVALUATION_CAN_BE_STARTED if gate else None,
        begins=(EVALUATION_GATE,) if gate else (),
        tasks=(tasks.SERVE_DECISION, tasks.WEIGH_EVALUATION) if gate else (tasks.SERVE_DECISION,),
    )


def remedies(states: States) -> tuple[Transition, ...]:
    """Gives service of the decision, the request for rectification and what is decided on it, and the appeal."""
    return (*_serving(states), *_rectifying(states), *_appealing(states))


def _serving(states: States) -> tuple[Transition, ...]:
    return (
        Transition(
            fact=fact.DECISION_SERVED,
            sources=states.decided,
            target=None,
            by=(VM,),
            kind=Kind.ACT,
            basis=_SERVING,
            guards=(guard.TO_BE_SERVED,),
            starts=(APPEAL,),
            when=guard.ON_REQUEST,
            tasks=(tasks.CONSIDER_APPEAL,),
        ),
        Transition(
            fact=fact.DECISION_SERVED,
            sources=states.decided,
            target=None,
            by=(VM,),
            kind=Kind.ACT,
            basis=_SERVING,
            guards=(guard.TO_BE_SERVED,),
            starts=(RECTIFICATION_REQUEST,),
            tasks=(tasks.CONSIDER_RECTIFICATION,),
        ),
        Transition(
            fact=fact.NO_REMEDY_SOUGHT,
            sources=states.decided,
            target=None,
            by=(COUNTY,),
            kind=Kind.ACT,
            basis=(FUNDING("30–31 §"),),
            cancels=(RECTIFICATION_REQUEST, APPEAL),
        ),
    )


def _rectifying(states: States) -> tuple[Transition, ...]:
    return (
        Transition(
            fact=fact.RECTIFICATION_REQUESTED,
            sources=states.decided,
            target=None,
            by=(COUNTY,),
            kind=Kind.ACT,
            basis=(FUNDING("30 §"), ADMINISTRATION("49 d §")),
            guards=(guard.RECTIFIABLE,),
            documents=(doc.RECTIFICATION_REQUEST,),
            meets=(Meets(RECTIFICATION_REQUEST),),
            tasks=(tasks.DECIDE_REQUEST,),
        ),
        Transition(
            fact=fact.RECTIFICATION_REJECTED,
            sources=states.decided,
            target=None,
            by=(GOVERNMENT,),
            kind=Kind.DECISION,
            basis=_REQUESTING,
            guards=(guard.REQUEST_MADE,),
            documents=(doc.RECTIFICATION_DECISION,),
            tasks=(tasks.SERVE_DECISION,),
        ),
        Transition(
            fact=fact.DECISION_AMENDED,
            sources=states.with_grant,
            target=None,
            by=(GOVERNMENT,),
            kind=Kind.DECISION,
            basis=_REQUESTING,
            guards=(guard.REQUEST_MADE, guard.GRANTED_WITHIN_APPLIED, guard.CONDITION_KINDS_NAMED),
            documents=(doc.RECTIFICATION_DECISION,),
            starts=(PAYMENT,),
            tasks=(tasks.SERVE_DECISION, tasks.PAY_CHANGED_AMOUNT),
        ),
    )


def _appealing(states: States) -> tuple[Transition, ...]:
    return (
        Transition(
            fact=fact.APPEAL_MADE,
            sources=states.decided,
            target=None,
            by=(COUNTY,),
            kind=Kind.ACT,
            basis=_APPEALING,
            guards=(guard.APPEALABLE,),
            documents=(doc.APPEAL,),
            meets=(Meets(APPEAL),),
            tasks=(tasks.JUDGE_APPEAL,),
        ),
        Transition(
            fact=fact.APPEAL_DISMISSED,
            sources=states.decided,
            target=None,
            by=(SUPREME_ADMINISTRATIVE_COURT,),
            kind=Kind.DECISION,
            basis=_APPEALING,
            guards=(guard.APPEAL_PENDING,),
            documents=(doc.JUDGMENT,),
        ),
        Transition(
            fact=fact.DECISION_ANNULLED,
            sources=states.decided,
            target=states.returned,
            by=(SUPREME_ADMINISTRATIVE_COURT,),
            kind=Kind.DECISION,
            basis=_APPEALING,
            guards=(guard.APPEAL_PENDING,),
            documents=(doc.JUDGMENT,),
            cancels=(PAYMENT, CONDITIONS_REPORT),
            ends=(EVALUATION_GATE,),
        ),
    )
