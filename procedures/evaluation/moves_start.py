"""Moves from the criteria to the decision on starting, common to both versions of the law."""

from __future__ import annotations

from typing import Final

from engine.declaration import Guard, Kind, Meets, StandingRule, Transition
from engine.law import Basis, Label, Status
from procedures.evaluation import documents as doc
from procedures.evaluation import facts_start as fact
from procedures.evaluation import guards_start as guard
from procedures.evaluation import states
from procedures.evaluation.deadlines import HEARING_REPLY
from procedures.evaluation.tasks import NOTIFY_OF_INITIATIVE, REPLY_TO_HEARING
from procedures.roles import STM, VM
from procedures.statutes import ADMINISTRATION, COUNTIES, SERVICES

RESTRICTION_OF_POWERS: Final = StandingRule(
    "restriction_of_powers",
    Label(
        "viranomaisen toimivallan rajoitus",
        "begränsning av myndigheternas behörighet",
        "restriction of the county's powers",
    ),
    (COUNTIES("124 § 1 mom."),),
)

_HEARING: Final = (ADMINISTRATION("34 §", Status.SECONDARY), ADMINISTRATION("36 §", Status.SECONDARY))


def openings(authority_or_funding: Guard, *of_initiative: Guard) -> tuple[Transition, ...]:
    """Gives the two ways to open a case, and the same facts in a case that the other one has opened.

    `authority_or_funding` is gate E4 as this version of the law has it.
    """
    criteria: tuple[Basis, ...] = (COUNTIES("122 § 1 mom."), COUNTIES("123 § 1 mom."))
    noting = (
        guard.GATE_NOTED,
        guard.DEFICIT_LATE,
        guard.ACCOUNTS_IN_A_ROW,
        authority_or_funding,
        guard.INITIATIVE_BEHIND,
    )
    initiating = (guard.INITIATIVE_GROUND, guard.ENDANGERED_LONG_ENOUGH, *of_initiative)
    initiative: tuple[Basis, ...] = (SERVICES("27 §"), COUNTIES("122 § 1 mom."))
    return (
        Transition(
            fact=fact.CRITERIA_NOTED,
            sources=(),
            target=states.CRITERIA_MET,
            by=(VM,),
            kind=Kind.ACT,
            basis=criteria,
            guards=noting,
            documents=(doc.CALCULATION,),
        ),
        Transition(
            fact=fact.INITIATIVE_MADE,
            sources=(),
            target=states.CRITERIA_MET,
            by=(STM,),
            kind=Kind.ACT,
            basis=initiative,
            guards=initiating,
            documents=(doc.INITIATIVE,),
            tasks=(NOTIFY_OF_INITIATIVE,),
        ),
        Transition(
            fact=fact.CRITERIA_NOTED,
            sources=(states.CRITERIA_MET,),
            target=None,
            by=(VM,),
            kind=Kind.ACT,
            basis=criteria,
            guards=noting,
            documents=(doc.CALCULATION,),
        ),
        Transition(
            fact=fact.INITIATIVE_MADE,
            sources=(states.CRITERIA_MET,),
            target=None,
            by=(STM,),
            kind=Kind.ACT,
            basis=initiative,
            guards=initiating,
            documents=(doc.INITIATIVE,),
            tasks=(NOTIFY_OF_INITIATIVE,),
        ),
    )


STARTING: Final = (
    Transition(
        fact=fact.INITIATIVE_NOTIFIED,
        sources=(states.CRITERIA_MET,),
        target=None,
        by=(STM,),
        kind=Kind.ACT,
        basis=(SERVICES("27 § 1 mom."),),
        guards=(guard.INITIATIVE_WAS_MADE,),
        documents=(doc.INITIATIVE_NOTICE,),
    ),
    Transition(
        fact=fact.HEARING_LETTER_SENT,
        sources=(states.CRITERIA_MET,),
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=_HEARING,
        documents=(doc.HEARING_LETTER,),
        starts=(HEARING_REPLY,),
        tasks=(REPLY_TO_HEARING,),
    ),
    Transition(
        fact=fact.COUNTY_HEARD,
        sources=(states.CRITERIA_MET,),
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=_HEARING,
        documents=(doc.HEARING_LETTER,),
        meets=(Meets(HEARING_REPLY),),
    ),
    Transition(
        fact=fact.START_DECIDED,
        sources=(states.CRITERIA_MET,),
        target=states.STARTED,
        by=(VM,),
        kind=Kind.DECISION,
        basis=(COUNTIES("122 § 1 mom."), COUNTIES("123 § 1 mom."), COUNTIES("124 § 1 mom.")),
        guards=(guard.GATE_OR_INITIATIVE, guard.COUNTY_KNOWS_OF_INITIATIVE, guard.COUNTY_HEARD),
        documents=(doc.START_DECISION,),
        begins=(RESTRICTION_OF_POWERS,),
    ),
    Transition(
        fact=fact.START_DECLINED,
        sources=(states.CRITERIA_MET,),
        target=states.NOT_STARTED,
        by=(VM,),
        kind=Kind.DECISION,
        basis=(COUNTIES("122 § 1 mom."), COUNTIES("123 § 1 mom.")),
        documents=(doc.DECLINE_DECISION,),
    ),
)
