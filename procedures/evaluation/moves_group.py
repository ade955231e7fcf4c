"""Moves of the evaluation group, from its members to its proposals, common to both versions of the law."""

from __future__ import annotations

from typing import Final

from engine.declaration import Guard, Kind, Meets, TaskRule, Transition
from engine.law import Basis, Label, Status
from procedures.evaluation import documents as doc
from procedures.evaluation import facts_group as fact
from procedures.evaluation import guards_group as guard
from procedures.evaluation import states
from procedures.evaluation.deadlines import GROUP_TERM
from procedures.evaluation.tasks import NOTE_PARTIAL_PROPOSALS
from procedures.roles import COUNCIL, COUNTY, EVALUATION_GROUP, SM, STM, VM
from procedures.statutes import COUNTIES, DIVISION, in_place_of

_PARTIAL: Final[tuple[Basis, ...]] = (
    COUNTIES(
        "122 § 3 mom.",
        Status.PRACTICE,
        Label(
            "laki ei tunne osaehdotuksia; ryhmät ovat antaneet niitä 2025–2026",
            "lagen känner inte till delförslag; grupperna har gett sådana 2025–2026",
            "the law knows no partial proposals; groups have given them in 2025–2026",
        ),
    ),
)

APPOINTING: Final = (
    Transition(
        fact=fact.MEMBERS_NAMED,
        sources=(states.STARTED, states.GROUP_APPOINTED, states.ASSESSMENT),
        target=None,
        by=(VM, STM, SM, COUNTY),
        kind=Kind.ACT,
        basis=(COUNTIES("122 § 2 mom."),),
    ),
    Transition(
        fact=fact.CHAIR_CONSULTED,
        sources=(states.STARTED,),
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=(COUNTIES("122 § 2 mom."),),
    ),
    Transition(
        fact=fact.GROUP_APPOINTED,
        sources=(states.STARTED,),
        target=states.GROUP_APPOINTED,
        by=(VM,),
        kind=Kind.DECISION,
        basis=(COUNTIES("122 § 2 mom."),),
        guards=(
            guard.FOUR_HAVE_MEMBERS,
            guard.COUNTY_HEARD_ON_CHAIR,
            guard.CHAIR_INDEPENDENT,
            guard.TERM_ENDS_LATER,
        ),
        documents=(doc.APPOINTMENT_DECISION,),
        starts=(GROUP_TERM,),
    ),
    Transition(
        fact=fact.GROUP_TERM_CHANGED,
        sources=(states.GROUP_APPOINTED, states.ASSESSMENT),
        target=None,
        by=(VM,),
        kind=Kind.DECISION,
        basis=(COUNTIES("122 § 2 mom.", Status.PRACTICE),),
        guards=(guard.TERM_ENDS_LATER,),
        documents=(doc.APPOINTMENT_DECISION,),
        starts=(GROUP_TERM,),
        cancels=(GROUP_TERM,),
    ),
)


def assessing(*tasks: TaskRule) -> tuple[Transition, ...]:
    """Gives the moves of the group's work; `tasks` are those that this version of the law gives the group."""
    return (
        Transition(
            fact=fact.ASSESSMENT_BEGUN,
            sources=(states.GROUP_APPOINTED,),
            target=states.ASSESSMENT,
            by=(EVALUATION_GROUP,),
            kind=Kind.ACT,
            basis=(COUNTIES("122 § 3 mom."),),
            tasks=tasks,
        ),
        Transition(
            fact=fact.GROUP_MET,
            sources=(states.ASSESSMENT,),
            target=None,
            by=(EVALUATION_GROUP,),
            kind=Kind.ACT,
            basis=(COUNTIES("122 § 3 mom.", Status.PRACTICE),),
        ),
        Transition(
            fact=fact.PARTIAL_PROPOSAL_GIVEN,
            sources=(states.ASSESSMENT,),
            target=None,
            by=(EVALUATION_GROUP,),
            kind=Kind.ACT,
            basis=_PARTIAL,
            documents=(doc.PARTIAL_PROPOSAL,),
            tasks=(NOTE_PARTIAL_PROPOSALS,),
        ),
        Transition(
            fact=fact.PARTIAL_PROPOSALS_NOTED,
            sources=(states.ASSESSMENT, states.PROPOSALS_GIVEN),
            target=None,
            by=(COUNCIL,),
            kind=Kind.ACT,
            basis=_PARTIAL,
            guards=(guard.PARTIAL_GIVEN,),
            documents=(doc.COUNCIL_MINUTES,),
        ),
        Transition(
            fact=fact.PARTIAL_PROPOSALS_DECIDED,
            sources=(states.ASSESSMENT, states.PROPOSALS_GIVEN),
            target=None,
            by=(COUNCIL,),
            kind=Kind.DECISION,
            basis=_PARTIAL,
            guards=(guard.PARTIAL_GIVEN, guard.PARTIAL_DECISION_SAID),
            documents=(doc.COUNCIL_DECISION,),
        ),
        Transition(
            fact=fact.DIVISION_PROPOSAL_HANDLED,
            sources=(states.ASSESSMENT,),
            target=None,
            by=(EVALUATION_GROUP,),
            kind=Kind.ACT,
            basis=(COUNTIES("122 § 3 mom."), DIVISION("6 § 3 mom."), in_place_of("6 §")),
            guards=(guard.DIVISION_OUTCOME_SAID,),
            documents=(doc.GROUP_MINUTES,),
        ),
    )


def proposing(*guards: Guard) -> Transition:
    """Gives the group's final proposals; `guards` are what this version of the law asks of them besides."""
    return Transition(
        fact=fact.PROPOSALS_GIVEN,
        sources=(states.ASSESSMENT,),
        target=states.PROPOSALS_GIVEN,
        by=(EVALUATION_GROUP,),
        kind=Kind.ACT,
        basis=(COUNTIES("122 § 3 mom."),),
        guards=(guard.COVERS_FINANCES, guard.COVERS_SERVICE_CAPACITY, *guards),
        documents=(doc.REPORT,),
        meets=(Meets(GROUP_TERM),),
    )
