"""Moves of pre-emptive financial steering, from a criterion to the end (611/2021 13 b §)."""

from __future__ import annotations

from typing import Final

from engine.declaration import Kind, Meets, State, TaskRule, Transition
from engine.law import Basis, Label, Status
from procedures.preemptive_steering import documents as doc
from procedures.preemptive_steering import facts as fact
from procedures.preemptive_steering import guards_document as about_document
from procedures.preemptive_steering import guards_start as guard
from procedures.preemptive_steering import states
from procedures.preemptive_steering.deadlines import REPORTING_DAY
from procedures.roles import COUNTY, COUNTY_ORGAN, VM
from procedures.statutes import COUNTIES, FUNDING, UUSIMAA

_NOT_BINDING: Final = COUNTIES(
    "13 b § 3 mom.",
    Status.SECONDARY,
    Label(
        "hyvinvointialue päättää itse toimenpiteistä; suositukset eivät sido (HaVM 26/2024)",
        "välfärdsområdet beslutar självt om åtgärderna; rekommendationerna är inte bindande (FvUB 26/2024)",
        "the county decides itself on measures; the recommendations do not bind (HaVM 26/2024)",
    ),
)
_NO_PROVISION: Final = COUNTIES(
    "13 b §",
    Status.PRACTICE,
    Label(
        "laki ei säädä, miten menettely päättyy",
        "lagen reglerar inte hur förfarandet avslutas",
        "the law does not say how the procedure ends",
    ),
)
_EACH_MEETING: Final = COUNTIES(
    "13 b § 2 mom.",
    Status.UNSETTLED,
    Label(
        "muut ministeriöt osallistuvat menettelyyn; laki ei vaadi niitä jokaiseen kokoukseen",
        "de andra ministerierna deltar i förfarandet; lagen kräver dem inte vid varje möte",
        "the other ministries take part in the procedure; the law does not ask for them at every meeting",
    ),
)
_MONITORING: Final[tuple[Basis, ...]] = (COUNTIES("13 b § 1 mom."), COUNTIES("11 §"), COUNTIES("120 §"))
DECIDE_ON_MEASURES: Final = TaskRule(
    "decide_on_measures",
    Label(
        "päätä toimenpiteistä (suositukset eivät sido)",
        "besluta om åtgärder (rekommendationerna är inte bindande)",
        "decide on measures (the recommendations do not bind)",
    ),
    COUNTY_ORGAN,
    (_NOT_BINDING,),
    done_by=("measures_decided",),
)


def _noting(*sources: State) -> Transition:
    return Transition(
        fact=fact.CRITERION_NOTED,
        sources=sources,
        target=None if sources else states.CRITERION_NOTED,
        by=(VM,),
        kind=Kind.ACT,
        basis=_MONITORING,
        guards=(
            guard.CRITERION_NAMED,
            guard.ACCOUNTS_ENDED,
            guard.FIGURES_BELOW,
            guard.REQUIREMENT_NAMED,
            guard.UNMET_WITHOUT_SUBSTITUTE,
            guard.PLAN_DEFECT_NAMED,
            guard.DEVELOPMENT_NAMED,
        ),
        documents=(doc.MONITORING_NOTE,),
    )


_STARTING: Final = (
    _noting(),
    _noting(*states.OPEN),
    Transition(
        fact=fact.UNMET_MEASURES_ASSESSED,
        sources=states.OPEN,
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=(
            COUNTIES("13 b § 1 mom. 2 kohta"),
            COUNTIES("15 § 3 mom."),
            FUNDING("26 § 1 mom."),
            COUNTIES("122 §"),
        ),
    ),
    Transition(
        fact=fact.STARTED,
        sources=(states.CRITERION_NOTED,),
        target=states.STARTED,
        by=(VM,),
        kind=Kind.DECISION,
        basis=(COUNTIES("13 b § 1 mom."),),
        guards=(guard.RELIED_ON_NOTED,),
        documents=(doc.START_NOTICE,),
    ),
    Transition(
        fact=fact.START_DECLINED,
        sources=(states.CRITERION_NOTED,),
        target=states.NOT_STARTED,
        by=(VM,),
        kind=Kind.DECISION,
        basis=(COUNTIES("13 b § 1 mom."),),
        documents=(doc.DECLINE_NOTE,),
    ),
)

_NEGOTIATING: Final = (
    Transition(
        fact=fact.MATERIALS_DELIVERED,
        sources=(states.STARTED, states.NEGOTIATING),
        target=None,
        by=(COUNTY,),
        kind=Kind.ACT,
        basis=(COUNTIES("13 b § 1 mom.", Status.PRACTICE), COUNTIES("120 § 1 mom.")),
        documents=(doc.MATERIALS,),
    ),
    Transition(
        fact=fact.NEGOTIATION_HELD,
        sources=(states.STARTED,),
        target=states.NEGOTIATING,
        by=(VM,),
        kind=Kind.ACT,
        basis=(COUNTIES("13 b § 1–2 mom."), COUNTIES("13 b § 4 mom."), UUSIMAA("2 § 4 mom."), UUSIMAA("17 § 2 mom.")),
        guards=(guard.COUNTY_ATTENDED, guard.STM_ATTENDED, guard.SM_ATTENDED, guard.UUSIMAA_ATTENDED),
        documents=(doc.AGENDA,),
    ),
    Transition(
        fact=fact.NEGOTIATION_HELD,
        sources=(states.NEGOTIATING, states.DOCUMENT_DRAWN_UP, states.PUBLISHED, states.FOLLOW_UP),
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=(COUNTIES("13 b § 1 mom."), _EACH_MEETING),
        guards=(guard.COUNTY_ATTENDED,),
        documents=(doc.AGENDA,),
    ),
    Transition(
        fact=fact.SITUATION_PICTURE_NOTED,
        sources=(states.NEGOTIATING,),
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=(COUNTIES("13 b § 1 mom.", Status.PRACTICE),),
    ),
    Transition(
        fact=fact.DOCUMENT_DRAWN_UP,
        sources=(states.NEGOTIATING,),
        target=states.DOCUMENT_DRAWN_UP,
        by=(VM,),
        kind=Kind.ACT,
        basis=(COUNTIES("13 b § 3 mom."),),
        guards=(
            about_document.MATTERS_STATED,
            about_document.OUTCOME_STATED,
            about_document.FINANCE_RECOMMENDATIONS_STATED,
            about_document.SERVICE_RECOMMENDATIONS_STATED,
            about_document.FOLLOW_UP_STATED,
            about_document.TIMETABLE_STATED,
            about_document.FIRST_DAY_STATED,
            about_document.VIEWS_RECONCILED,
        ),
        documents=(doc.STEERING_DOCUMENT,),
        starts=(REPORTING_DAY,),
    ),
    Transition(
        fact=fact.DOCUMENT_PUBLISHED,
        sources=(states.DOCUMENT_DRAWN_UP,),
        target=states.PUBLISHED,
        by=(VM,),
        kind=Kind.ACT,
        basis=(COUNTIES("13 b § 3 mom."),),
        guards=(about_document.ADDRESS_GIVEN,),
        documents=(doc.STEERING_DOCUMENT,),
        tasks=(DECIDE_ON_MEASURES,),
    ),
)


def _reporting(*sources: State, target: State | None) -> Transition:
    return Transition(
        fact=fact.FOLLOW_UP_REPORTED,
        sources=sources,
        target=target,
        by=(COUNTY,),
        kind=Kind.ACT,
        basis=(COUNTIES("13 b § 3 mom."),),
        guards=(about_document.REPORT_PLACED, about_document.NEXT_DAY_BY_DOCUMENT),
        documents=(doc.FOLLOW_UP_REPORT,),
        meets=(Meets(REPORTING_DAY, which="oldest"),),
        starts=(REPORTING_DAY,),
    )


_FOLLOWING: Final = (
    Transition(
        fact=fact.MEASURES_DECIDED,
        sources=(states.DOCUMENT_DRAWN_UP, states.PUBLISHED, states.FOLLOW_UP),
        target=None,
        by=(COUNTY_ORGAN,),
        kind=Kind.DECISION,
        basis=(_NOT_BINDING,),
        guards=(about_document.DECISION_SAID,),
        documents=(doc.MEASURES_DECISION,),
    ),
    _reporting(states.DOCUMENT_DRAWN_UP, target=None),
    _reporting(states.PUBLISHED, states.FOLLOW_UP, target=states.FOLLOW_UP),
    Transition(
        fact=fact.TIMETABLE_CHANGED,
        sources=(states.PUBLISHED, states.FOLLOW_UP),
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=(COUNTIES("13 b § 3 mom.", Status.PRACTICE),),
        guards=(about_document.TIMETABLE_STATED, about_document.FIRST_DAY_STATED),
        documents=(doc.STEERING_DOCUMENT,),
        cancels=(REPORTING_DAY,),
        starts=(REPORTING_DAY,),
    ),
    Transition(
        fact=fact.RECOMMENDATIONS_ASSESSED,
        sources=(states.PUBLISHED, states.FOLLOW_UP),
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=(COUNTIES("13 b § 3 mom.", Status.PRACTICE),),
    ),
)

_ENDING: Final = (
    Transition(
        fact=fact.STEERING_CLOSED,
        sources=(states.PUBLISHED, states.FOLLOW_UP),
        target=states.CLOSED,
        by=(VM,),
        kind=Kind.DECISION,
        basis=(_NO_PROVISION,),
        guards=(about_document.OUTCOME_SAID,),
        documents=(doc.CLOSING_NOTE,),
    ),
    Transition(
        fact=fact.MOVED_TO_OTHER_PROCEDURE,
        sources=states.UNDER_WAY,
        target=states.MOVED,
        by=(VM,),
        kind=Kind.DECISION,
        basis=(_NO_PROVISION,),
        guards=(about_document.PROCEDURE_NAMED,),
        documents=(doc.CLOSING_NOTE,),
    ),
    Transition(
        fact=fact.DISCONTINUED,
        sources=states.OPEN,
        target=states.DISCONTINUED,
        by=(VM,),
        kind=Kind.DECISION,
        basis=(_NO_PROVISION,),
        documents=(doc.CLOSING_NOTE,),
    ),
)

TRANSITIONS: Final = (*_STARTING, *_NEGOTIATING, *_FOLLOWING, *_ENDING)
