"""Moves after the group's proposals: council, ministry, division and end, common to both versions of the law."""

from __future__ import annotations

from typing import Final

from engine.declaration import DeadlineRule, Guard, Kind, Meets, State, TaskRule, Transition
from engine.law import Basis, Label, Status
from procedures.evaluation import documents as doc
from procedures.evaluation import facts_after as fact
from procedures.evaluation import guards_after as guard
from procedures.evaluation import states
from procedures.evaluation.deadlines import MEASURES_IN_BUDGET, MEASURES_REPORT
from procedures.evaluation.tasks import (
    APPOINT_INVESTIGATOR,
    BUDGET_MEASURES,
    CONFIRM_RESTRICTION_END,
    REPORT_MEASURES,
)
from procedures.roles import COUNCIL, COUNTY, GOVERNMENT, VM
from procedures.statutes import COUNTIES, DIVISION, in_place_of

WITH_MEASURES: Final = (
    states.COUNCIL_DECIDED,
    states.NOTIFIED_TO_VM,
    states.FOLLOW_UP,
    states.INVESTIGATOR_APPOINTED,
)
"""The states in which the council's measures are carried out and reported on."""

_APPOINTING: Final[tuple[Basis, ...]] = (COUNTIES("122 § 4 mom."), DIVISION("8 § 1 mom."), in_place_of("8 §"))
_ENDING: Final[tuple[Basis, ...]] = (
    COUNTIES(
        "122 § 4 mom.",
        Status.PRACTICE,
        Label(
            "laki ei säädä, miten menettely päättyy",
            "lagen reglerar inte hur förfarandet avslutas",
            "the law does not say how the procedure ends",
        ),
    ),
)


def council(starts: tuple[DeadlineRule, ...] = (), tasks: tuple[TaskRule, ...] = ()) -> tuple[Transition, ...]:
    """Gives the council's decision and its notice; `starts` and `tasks` are what this version of the law adds."""
    return (
        Transition(
            fact=fact.COUNCIL_DECIDED,
            sources=(states.PROPOSALS_GIVEN,),
            target=states.COUNCIL_DECIDED,
            by=(COUNCIL,),
            kind=Kind.DECISION,
            basis=(COUNTIES("122 § 3 mom."),),
            guards=(guard.COUNCIL_CONTENT_SAID, guard.EVERY_PROPOSAL_HANDLED),
            documents=(doc.COUNCIL_DECISION,),
            starts=(MEASURES_IN_BUDGET, MEASURES_REPORT, *starts),
            tasks=(BUDGET_MEASURES, REPORT_MEASURES, *tasks),
        ),
        Transition(
            fact=fact.DECISION_NOTIFIED,
            sources=(states.COUNCIL_DECIDED,),
            target=states.NOTIFIED_TO_VM,
            by=(COUNTY,),
            kind=Kind.ACT,
            basis=(COUNTIES("122 § 3 mom."),),
            documents=(doc.NOTICE,),
        ),
    )


FOLLOWING: Final = (
    Transition(
        fact=fact.NO_INVESTIGATOR_DECIDED,
        sources=(states.NOTIFIED_TO_VM,),
        target=states.FOLLOW_UP,
        by=(VM,),
        kind=Kind.DECISION,
        basis=(COUNTIES("122 § 4 mom."),),
        documents=(doc.VM_DECISION,),
        tasks=(CONFIRM_RESTRICTION_END,),
    ),
    Transition(
        fact=fact.BUDGET_ADOPTED,
        sources=WITH_MEASURES,
        target=None,
        by=(COUNCIL,),
        kind=Kind.DECISION,
        basis=(COUNTIES("115 § 1 mom."), COUNTIES("122 § 3 mom.")),
        documents=(doc.BUDGET,),
        meets=(Meets(MEASURES_IN_BUDGET, which="oldest"),),
        starts=(MEASURES_IN_BUDGET,),
        tasks=(BUDGET_MEASURES,),
    ),
    Transition(
        fact=fact.MEASURES_REPORT_GIVEN,
        sources=WITH_MEASURES,
        target=None,
        by=(COUNTY,),
        kind=Kind.ACT,
        basis=(COUNTIES("122 § 3 mom."),),
        guards=(guard.MEASURES_REPORT_PLACED,),
        documents=(doc.ACTIVITY_REPORT,),
        meets=(Meets(MEASURES_REPORT, which="oldest"),),
        starts=(MEASURES_REPORT,),
        tasks=(REPORT_MEASURES,),
    ),
    Transition(
        fact=fact.MEASURES_COMPLETED,
        sources=(states.FOLLOW_UP,),
        target=states.CLOSED,
        by=(VM,),
        kind=Kind.DECISION,
        basis=_ENDING,
        documents=(doc.CLOSING_NOTE,),
    ),
    Transition(
        fact=fact.DISCONTINUED,
        sources=states.OPEN,
        target=states.DISCONTINUED,
        by=(VM,),
        kind=Kind.DECISION,
        basis=_ENDING,
        documents=(doc.CLOSING_NOTE,),
    ),
)


def hearing_on_division(*sources: State) -> Transition:
    """Gives the hearing of those whom a change of the division would concern."""
    return Transition(
        fact=fact.COUNTIES_HEARD_ON_DIVISION,
        sources=sources,
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=(DIVISION("8 § 1 mom."), in_place_of("8 §")),
        documents=(doc.DIVISION_HEARING,),
    )


def investigating(source: State, *guards: Guard) -> Transition:
    """Gives the appointment of an investigator from `source`, which turns on the hearing and on `guards`."""
    return Transition(
        fact=fact.INVESTIGATOR_APPOINTED,
        sources=(source,),
        target=states.INVESTIGATOR_APPOINTED,
        by=(VM,),
        kind=Kind.DECISION,
        basis=_APPOINTING,
        guards=(*guards, guard.COUNTIES_HEARD_ON_DIVISION),
        documents=(doc.INVESTIGATOR_APPOINTMENT,),
    )


DIVIDING: Final = (
    Transition(
        fact=fact.DIVISION_DECISION_MADE,
        sources=(states.INVESTIGATOR_APPOINTED,),
        target=states.DIVISION_DECIDED,
        by=(GOVERNMENT,),
        kind=Kind.DECISION,
        basis=(DIVISION("10 §"), in_place_of("10 §")),
        documents=(doc.GOVERNMENT_DECISION,),
    ),
    Transition(
        fact=fact.DIVISION_LEFT_UNCHANGED,
        sources=(states.INVESTIGATOR_APPOINTED,),
        target=states.FOLLOW_UP,
        by=(GOVERNMENT, VM),
        kind=Kind.DECISION,
        basis=(DIVISION("9 § 2 mom."), DIVISION("10 §"), in_place_of("9–10 §")),
        documents=(doc.INQUIRY_RESULT,),
        tasks=(CONFIRM_RESTRICTION_END,),
    ),
)

NEED_WITHOUT_EVALUATION: Final = Transition(
    fact=fact.DIVISION_INQUIRY_NEEDED,
    sources=(states.FOLLOW_UP,),
    target=None,
    by=(VM,),
    kind=Kind.DECISION,
    basis=(COUNTIES("122 § 4 mom."), COUNTIES("123 § 1 mom.")),
    guards=(guard.MEASURES_UNFULFILLED, guard.CRITERIA_MET_AGAIN),
    documents=(doc.VM_DECISION,),
    tasks=(APPOINT_INVESTIGATOR,),
)
"""Since 1.1.2025 only: the need for a division inquiry, decided without a new evaluation."""
