"""Moves after a grant: payment, the conditions and their follow-up, what VM weighs, and closing."""

from __future__ import annotations

from typing import Final

from engine.declaration import Guard, Kind, Meets, Transition
from engine.law import Basis, Label, Status
from procedures.additional_funding import documents as doc
from procedures.additional_funding import facts_after as fact
from procedures.additional_funding import guards_after as guard
from procedures.additional_funding.deadlines import CONDITIONS_REPORT, PAYMENT
from procedures.additional_funding.states import States
from procedures.additional_funding.tasks import WEIGH_PREEMPTIVE
from procedures.roles import COUNCIL, COUNTY, PAYMENT_CENTRE, VM
from procedures.statutes import COUNTIES, FUNDING

_NO_PROVISION: Final = Label(
    "laissa ei säädetä ehtojen seurannasta",
    "lagen reglerar inte uppföljningen av villkoren",
    "the law does not speak of following the conditions",
)
_FOLLOWING: Final = FUNDING("11 § 2 mom.", Status.PRACTICE, _NO_PROVISION)
_CRITERION: Final = COUNTIES("13 b § 1 mom. 2 kohta")
_REMEDIES_OVER: Final[tuple[Guard, ...]] = (guard.NO_REMEDY_PENDING, guard.REMEDY_TIME_OVER)


def paying(states: States) -> tuple[Transition, ...]:
    """Gives the payment with the next instalment, and the payment of what a changed decision adds."""
    return tuple(
        Transition(
            fact=fact.PAID,
            sources=(source,),
            target=target,
            by=(PAYMENT_CENTRE,),
            kind=Kind.ACT,
            basis=(FUNDING("26 § 3 mom."), FUNDING("25 § 2 mom.")),
            guards=(guard.PAID_AS_GRANTED,),
            meets=(Meets(PAYMENT),),
        )
        for source, target in ((states.granted, states.follow_up), (states.follow_up, None))
    )


def following(states: States) -> tuple[Transition, ...]:
    """Gives the county's reports, the ministry's finding that conditions are fulfilled, and what it weighs."""
    return (
        Transition(
            fact=fact.CONDITIONS_REPORTED,
            sources=states.with_grant,
            target=None,
            by=(COUNTY,),
            kind=Kind.ACT,
            basis=(_FOLLOWING,),
            guards=(guard.CONDITION_SET,),
            documents=(doc.CONDITIONS_REPORT,),
            meets=(Meets(CONDITIONS_REPORT),),
            starts=(CONDITIONS_REPORT,),
        ),
        Transition(
            fact=fact.CONDITIONS_FULFILLED,
            sources=states.with_grant,
            target=None,
            by=(VM,),
            kind=Kind.ACT,
            basis=(_FOLLOWING,),
            guards=(guard.CONDITION_SET,),
            documents=(doc.FOLLOW_UP_NOTE,),
        ),
        Transition(
            fact=fact.EVALUATION_WEIGHED,
            sources=states.with_grant,
            target=None,
            by=(VM,),
            kind=Kind.ACT,
            basis=(COUNTIES("123 § 1 mom. 4 kohta", Status.PRACTICE),),
            guards=(guard.GATE_MET,),
        ),
    )


def unmet_without_consequence(states: States) -> tuple[Transition, ...]:
    """Gives the finding that a condition is unmet as it was until the end of 2024: the law attached nothing to it."""
    return (_unmet(states, (_FOLLOWING,)),)


def unmet_with_consequence(states: States) -> tuple[Transition, ...]:
    """Gives the finding since 2025, when it became a criterion of pre-emptive financial steering, and what bars it."""
    return (
        Transition(
            fact=fact.SUBSTITUTE_MEASURES_DECIDED,
            sources=states.with_grant,
            target=None,
            by=(COUNTY, COUNCIL),
            kind=Kind.DECISION,
            basis=(_CRITERION,),
            guards=(guard.CONDITION_SET,),
            documents=(doc.COUNTY_DECISION,),
        ),
        _unmet(states, (_CRITERION, _FOLLOWING), guard.EVIDENT, guard.NO_SUBSTITUTE),
        Transition(
            fact=fact.PREEMPTIVE_WEIGHED,
            sources=states.with_grant,
            target=None,
            by=(VM,),
            kind=Kind.ACT,
            basis=(COUNTIES("13 b § 1 mom. 2 kohta", Status.PRACTICE),),
            guards=(guard.UNMET_NOTED,),
        ),
    )


def _unmet(states: States, basis: tuple[Basis, ...], *guards: Guard) -> Transition:
    return Transition(
        fact=fact.CONDITION_UNMET,
        sources=states.with_grant,
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=basis,
        guards=(guard.CONDITION_SET, *guards),
        documents=(doc.FOLLOW_UP_NOTE,),
        tasks=(WEIGH_PREEMPTIVE,) if guards else (),
    )


def closing(states: States, *guards: Guard) -> tuple[Transition, ...]:
    """Gives the end of the matter; `guards` are what the law of the time asks for besides, once there is a grant."""
    ending = FUNDING("26 §", Status.PRACTICE)
    after_grant = (guard.CONDITIONS_SETTLED, guard.EVALUATION_WAS_WEIGHED, *guards)
    return tuple(
        Transition(
            fact=fact.CLOSED,
            sources=(source,),
            target=states.closed,
            by=(VM,),
            kind=Kind.ACT,
            basis=(ending,),
            guards=(*asked, *_REMEDIES_OVER),
            documents=(doc.CLOSING_NOTE,),
        )
        for source, asked in ((states.follow_up, after_grant), (states.rejected, ()))
    )
