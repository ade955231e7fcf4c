"""The moves of a round, in their order (611/2021 13 a §)."""

from __future__ import annotations

from typing import Final

from engine.declaration import Fact, Guard, Kind, Meets, State, TaskRule, Transition
from engine.law import Basis, Label, Status
from procedures.roles import SM, STM, VM
from procedures.statutes import COUNTIES, RESCUE, SERVICES
from procedures.steering_negotiation import deadlines as due
from procedures.steering_negotiation import documents as doc
from procedures.steering_negotiation import facts_document as after
from procedures.steering_negotiation import facts_round as fact
from procedures.steering_negotiation import guards_document as made
from procedures.steering_negotiation import guards_round as guard
from procedures.steering_negotiation import states
from procedures.steering_negotiation.tasks import (
    ANSWER_RECOMMENDATIONS,
    GIVE_RESCUE_REPORT,
    GIVE_SERVICES_REPORT,
    NEGOTIATED_WITH,
    STALE_REFERENCE,
)

_ROUND: Final = Label(
    "laki ei säädä kierroksen vaiheista",
    "omgångens skeden regleras inte i lag",
    "the law does not prescribe the stages of the round",
)
_RECEIVING: Final = (
    states.MATERIAL_REQUESTED,
    states.PICTURE_READY,
    states.INVITED,
    states.NEGOTIATED,
    states.DRAFT_WITH_COUNTY,
)
"""Material that comes late is still taken, until the document is confirmed."""
_MATERIAL: Final = COUNTIES("13 a § 4 mom.")


def _practice(section: str) -> Basis:
    return COUNTIES(section, Status.PRACTICE, _ROUND)


def _asking(*tasks: TaskRule, when: Guard | None) -> Transition:
    return Transition(
        fact=fact.MATERIAL_REQUESTED,
        sources=(states.PLANNED,),
        target=states.MATERIAL_REQUESTED,
        by=(VM,),
        kind=Kind.ACT,
        basis=(_practice("13 a § 4 mom."),),
        documents=(doc.MATERIAL_REQUEST,),
        starts=(due.SERVICES_REPORT, due.RESCUE_REPORT) if when is None else (due.SERVICES_REPORT,),
        tasks=tasks,
        when=when,
    )


PREPARING: Final = (
    Transition(
        fact=fact.PLANNED,
        sources=(),
        target=states.PLANNED,
        by=(VM,),
        kind=Kind.ACT,
        basis=(COUNTIES("13 a § 1 mom."),),
    ),
    Transition(
        fact=fact.THEMES_AGREED,
        sources=states.BEFORE_THE_NEGOTIATION,
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=(_practice("13 a § 1 mom."),),
    ),
    _asking(GIVE_SERVICES_REPORT, when=guard.IS_HUS),
    _asking(GIVE_SERVICES_REPORT, GIVE_RESCUE_REPORT, when=None),
    Transition(
        fact=fact.SERVICES_REPORT_RECEIVED,
        sources=_RECEIVING,
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=(_MATERIAL, SERVICES("29 § 2 mom.")),
        documents=(doc.SERVICES_REPORT,),
        meets=(Meets(due.SERVICES_REPORT),),
    ),
    Transition(
        fact=fact.RESCUE_REPORT_RECEIVED,
        sources=_RECEIVING,
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=(_MATERIAL, RESCUE("13 § 2 mom.")),
        guards=(guard.ORGANISES_RESCUE,),
        documents=(doc.RESCUE_REPORT,),
        meets=(Meets(due.RESCUE_REPORT),),
    ),
    Transition(
        fact=fact.SERVICES_ASSESSMENT_RECEIVED,
        sources=_RECEIVING,
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=(_MATERIAL, SERVICES("30 §")),
        documents=(doc.SERVICES_ASSESSMENT,),
    ),
    Transition(
        fact=fact.RESCUE_ASSESSMENT_RECEIVED,
        sources=_RECEIVING,
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=(_MATERIAL, RESCUE("14 §")),
        guards=(guard.ORGANISES_RESCUE, guard.SUPERVISOR_OF_THE_DAY),
        documents=(doc.RESCUE_ASSESSMENT,),
    ),
    Transition(
        fact=fact.OTHER_ASSESSMENT_RECEIVED,
        sources=_RECEIVING,
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=(_MATERIAL,),
        documents=(doc.OTHER_ASSESSMENT,),
    ),
    Transition(
        fact=fact.PICTURE_COMPLETED,
        sources=(states.MATERIAL_REQUESTED,),
        target=states.PICTURE_READY,
        by=(VM,),
        kind=Kind.ACT,
        basis=(_MATERIAL,),
        guards=(
            guard.SERVICES_REPORT_USED,
            guard.RESCUE_REPORT_USED,
            guard.SERVICES_ASSESSMENT_USED,
            guard.RESCUE_ASSESSMENT_USED,
            guard.INVESTMENT_PROPOSAL_USED,
            guard.LACKING_EXPLAINED,
        ),
        documents=(doc.PICTURE,),
    ),
)


def _inviting(source: State, target: State | None) -> Transition:
    return Transition(
        fact=fact.INVITED,
        sources=(source,),
        target=target,
        by=(VM,),
        kind=Kind.ACT,
        basis=(_practice("13 a § 1 mom."),),
        guards=(guard.UUSIMAA_INVITED,),
        documents=(doc.INVITATION,),
        cancels=(due.NEGOTIATION_DAY,) if target is None else (),
        starts=(due.NEGOTIATION_DAY,),
    )


NEGOTIATING: Final = (
    _inviting(states.PICTURE_READY, states.INVITED),
    _inviting(states.INVITED, None),
    Transition(
        fact=fact.NEGOTIATED,
        sources=(states.INVITED,),
        target=states.NEGOTIATED,
        by=(VM,),
        kind=Kind.ACT,
        basis=(COUNTIES("13 a § 1–2 mom."),),
        guards=(
            guard.VM_ATTENDED,
            guard.STM_ATTENDED,
            guard.SM_ATTENDED,
            guard.SUBJECT_ATTENDED,
            guard.UUSIMAA_ATTENDED,
            guard.RESPONSIBILITY_HANDLED,
            guard.OBJECTIVES_HANDLED,
            guard.COSTS_HANDLED,
            guard.COST_CONTROL_HANDLED,
            guard.NATIONAL_OBJECTIVES_REGARDED,
            guard.HUS_AGREEMENT_FOLLOWED,
        ),
        meets=(Meets(due.NEGOTIATION_DAY),),
    ),
    Transition(
        fact=fact.ROUND_DISCONTINUED,
        sources=states.BEFORE_THE_NEGOTIATION,
        target=states.DISCONTINUED,
        by=(VM,),
        kind=Kind.ACT,
        basis=(_practice("13 a § 1 mom."),),
        documents=(doc.CLOSING_NOTE,),
    ),
)


def _weighing(what: Fact, *guards: Guard) -> Transition:
    return Transition(
        fact=what,
        sources=(states.NEGOTIATED, states.DRAFT_WITH_COUNTY),
        target=None,
        by=(VM, STM, SM),
        kind=Kind.ACT,
        basis=(COUNTIES("13 a § 3 mom."),),
        guards=guards,
    )


def _drafting(source: State, target: State | None, *tasks: TaskRule) -> Transition:
    return Transition(
        fact=after.DRAFT_SENT,
        sources=(source,),
        target=target,
        by=(VM,),
        kind=Kind.ACT,
        basis=(COUNTIES("13 a § 5 mom."),),
        guards=(made.RECOMMENDATIONS_WEIGHED,),
        documents=(doc.DRAFT,),
        cancels=(due.DRAFT_COMMENTS,) if target is None else (),
        starts=(due.DRAFT_COMMENTS,),
        tasks=tasks,
    )


DOCUMENTING: Final = (
    _weighing(after.RECOMMENDATIONS_GIVEN, made.RECOMMENDATION_SAID, made.RECOMMENDATION_NUMBERS_NEW),
    _weighing(after.RECOMMENDATIONS_FOUND_UNNEEDED),
    _drafting(states.NEGOTIATED, states.DRAFT_WITH_COUNTY),
    _drafting(states.DRAFT_WITH_COUNTY, None, states.COMMENT_ON_DRAFT),
    Transition(
        fact=after.DRAFT_COMMENTED,
        sources=(states.DRAFT_WITH_COUNTY,),
        target=None,
        by=(NEGOTIATED_WITH,),
        kind=Kind.ACT,
        basis=(COUNTIES("13 a § 5 mom."),),
        meets=(Meets(due.DRAFT_COMMENTS),),
    ),
    Transition(
        fact=after.DOCUMENT_CONFIRMED,
        sources=(states.DRAFT_WITH_COUNTY,),
        target=states.CONFIRMED,
        by=(VM,),
        kind=Kind.ACT,
        basis=(COUNTIES("13 a § 5 mom."),),
        guards=(
            made.MATTERS_STATED,
            made.RESULTS_STATED,
            made.RECOMMENDATIONS_STATED,
            made.DRAWN_UP_WITH_COUNTY,
        ),
        documents=(doc.NEGOTIATION_DOCUMENT,),
        cancels=(due.DRAFT_COMMENTS,),
    ),
    Transition(
        fact=after.PUBLISHED,
        sources=(states.CONFIRMED,),
        target=states.PUBLISHED,
        by=(VM,),
        kind=Kind.ACT,
        basis=(COUNTIES("13 a § 5 mom."),),
        guards=(made.IN_THE_PUBLIC_NETWORK,),
    ),
)


def _answering(*tasks: TaskRule, when: Guard | None) -> Transition:
    return Transition(
        fact=after.RECOMMENDATIONS_ANSWERED,
        sources=(states.FOLLOW_UP,),
        target=None,
        by=(NEGOTIATED_WITH,),
        kind=Kind.ACT,
        basis=(SERVICES("29 § 2 mom.", Status.UNSETTLED, STALE_REFERENCE), RESCUE("13 § 2 mom.")),
        guards=(made.ANSWERS_SAID, made.ANSWERS_FIT),
        documents=(doc.COUNTY_REPORT,),
        meets=(Meets(due.ANSWERS),) if when is not None else (),
        tasks=tasks,
        when=when,
    )


FOLLOWING: Final = (
    Transition(
        fact=after.FOLLOW_UP_BEGUN,
        sources=(states.PUBLISHED,),
        target=states.FOLLOW_UP,
        by=(VM,),
        kind=Kind.ACT,
        basis=(_practice("13 a § 3 mom."),),
        guards=(made.SOMETHING_TO_FOLLOW,),
        starts=(due.ANSWERS,),
        tasks=(ANSWER_RECOMMENDATIONS,),
    ),
    _answering(when=made.ALL_ANSWERED),
    _answering(ANSWER_RECOMMENDATIONS, when=None),
    Transition(
        fact=after.ROUND_CONCLUDED,
        sources=(states.PUBLISHED, states.FOLLOW_UP),
        target=states.CLOSED,
        by=(VM,),
        kind=Kind.ACT,
        basis=(_practice("13 a § 2 mom."),),
        guards=(made.NOTHING_UNANSWERED, made.CARRIED_OVER_KNOWN),
    ),
)

TRANSITIONS: Final = (*PREPARING, *NEGOTIATING, *DOCUMENTING, *FOLLOWING)
