"""Moves from the application or initiative to the presentation (617/2021 26 § 1–2 mom.)."""

from __future__ import annotations

from typing import Final

from engine.declaration import Fact, Guard, Kind, Meets, Transition
from engine.law import Basis, Status
from procedures.additional_funding import documents as doc
from procedures.additional_funding import facts_preparation as fact
from procedures.additional_funding import guards_preparation as guard
from procedures.additional_funding.deadlines import GROUP_TERM
from procedures.additional_funding.responsibilities import Division, Share
from procedures.additional_funding.states import States
from procedures.roles import COUNTY, PREPARATION_GROUP, SM, STM, VM
from procedures.statutes import ADMINISTRATION, FUNDING, RESCUE, SERVICES

_GROUP: Final = FUNDING("26 § 2 mom.")
_CONTENTS: Final[tuple[Guard, ...]] = (
    guard.ENTITLEMENT_ASSESSED,
    guard.AMOUNT_ASSESSED,
    guard.CONDITIONS_ASSESSED,
    guard.OVERALL_ASSESSMENT_MADE,
)


def openings(states: States) -> tuple[Transition, ...]:
    """Gives the two ways to bring the matter: the county's application, or the initiative of one of the ministries."""
    return (
        Transition(
            fact=fact.APPLICATION_MADE,
            sources=(),
            target=states.pending,
            by=(COUNTY,),
            kind=Kind.ACT,
            basis=(FUNDING("26 § 1 mom."), FUNDING("11 § 1 mom.")),
            documents=(doc.APPLICATION,),
        ),
        Transition(
            fact=fact.INITIATIVE_MADE,
            sources=(),
            target=states.pending,
            by=(VM, STM, SM),
            kind=Kind.ACT,
            basis=(FUNDING("26 § 1 mom."), SERVICES("28 §"), RESCUE("12 §")),
            documents=(doc.INITIATIVE,),
        ),
    )


def grouping(states: States, division: Division) -> tuple[Transition, ...]:
    """Gives the setting of the group and the naming of those who represent the four sides in it."""
    return (
        Transition(
            fact=fact.APPLICATION_SUPPLEMENTED,
            sources=states.undecided,
            target=None,
            by=(COUNTY,),
            kind=Kind.ACT,
            basis=(ADMINISTRATION("22 § 3 mom."),),
            guards=(guard.APPLICATION_ON_RECORD,),
            documents=(doc.SUPPLEMENT,),
        ),
        Transition(
            fact=fact.PREPARATION_GROUP_SET,
            sources=(states.pending, states.returned),
            target=states.group_set,
            by=division.group.ministries,
            kind=Kind.DECISION,
            basis=(division.group.basis,),
            documents=(doc.GROUP_APPOINTMENT,),
            starts=(GROUP_TERM,),
        ),
        Transition(
            fact=fact.REPRESENTATIVES_NAMED,
            sources=(states.group_set, states.assessment),
            target=None,
            by=(VM, STM, SM, COUNTY),
            kind=Kind.ACT,
            basis=(_GROUP,),
        ),
        Transition(
            fact=fact.ASSESSMENT_BEGUN,
            sources=(states.group_set,),
            target=states.assessment,
            by=(PREPARATION_GROUP,),
            kind=Kind.ACT,
            basis=(_GROUP,),
            guards=(guard.FOUR_REPRESENTED,),
        ),
    )


def assessing(states: States, division: Division) -> tuple[Transition, ...]:
    """Gives what the ministries prepare, the group's assessment, dissent from it, and the presentation."""
    return (
        _part(fact.ENTITLEMENT_PREPARED, states, division.entitlement),
        _part(fact.AMOUNT_PREPARED, states, division.amount),
        _part(fact.CONDITIONS_PREPARED, states, division.conditions),
        Transition(
            fact=fact.MEMORANDUM_GIVEN,
            sources=(states.assessment,),
            target=states.assessed,
            by=(PREPARATION_GROUP,),
            kind=Kind.ACT,
            basis=(_GROUP,),
            guards=_CONTENTS,
            documents=(doc.MEMORANDUM,),
            meets=(Meets(GROUP_TERM),),
        ),
        Transition(
            fact=fact.DISSENT_RECORDED,
            sources=(states.assessment, states.assessed),
            target=None,
            by=(COUNTY, VM, STM, SM),
            kind=Kind.ACT,
            basis=(FUNDING("26 § 2 mom.", Status.PRACTICE),),
            documents=(doc.DISSENT,),
        ),
        Transition(
            fact=fact.PRESENTED_TO_GOVERNMENT,
            sources=(states.assessed, states.returned),
            target=states.presented,
            by=division.presentation.ministries,
            kind=Kind.ACT,
            basis=(division.presentation.basis,),
            documents=(doc.PRESENTATION,),
        ),
    )


def withdrawing(states: States) -> tuple[Transition, ...]:
    """Gives the two ways to take the matter back before it is decided."""
    practice: tuple[Basis, ...] = (FUNDING("26 § 1 mom.", Status.PRACTICE),)
    return (
        Transition(
            fact=fact.WITHDRAWN,
            sources=states.undecided,
            target=states.withdrawn,
            by=(COUNTY,),
            kind=Kind.ACT,
            basis=practice,
            guards=(guard.APPLICATION_ON_RECORD,),
        ),
        Transition(
            fact=fact.INITIATIVE_WITHDRAWN,
            sources=states.undecided,
            target=states.withdrawn,
            by=(VM, STM, SM),
            kind=Kind.ACT,
            basis=practice,
            guards=(guard.INITIATIVE_ON_RECORD,),
        ),
    )


def _part(prepared: Fact, states: States, share: Share) -> Transition:
    return Transition(
        fact=prepared,
        sources=(states.assessment,),
        target=None,
        by=share.ministries,
        kind=Kind.ACT,
        basis=(share.basis, _GROUP),
    )
