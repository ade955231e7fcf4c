"""Moves of the preparation, of the Government's decision and of what follows it (614/2021 10–11, 18, 20 §)."""

from __future__ import annotations

from typing import Final

from engine.declaration import DeadlineRule, Guard, Kind, Meets, StandingRule, TaskRule, Transition
from engine.law import Label, Status
from procedures.division_inquiry import documents as doc
from procedures.division_inquiry import facts_decision as fact
from procedures.division_inquiry import guards_decision as guard
from procedures.division_inquiry import guards_timing as timing
from procedures.division_inquiry import states
from procedures.division_inquiry.deadlines import APPEAL
from procedures.roles import GOVERNMENT, SUPREME_ADMINISTRATIVE_COURT, VM
from procedures.statutes import COURT_PROCEDURE, DIVISION

CEASING_COUNTY: Final = StandingRule(
    "ceasing_county",
    Label(
        "lakkaavan hyvinvointialueen viranomaisen toimivallan rajoitus",
        "begränsning av behörigheten för myndigheter i välfärdsområden som upplöses",
        "restriction of the powers of a county that ceases",
    ),
    (DIVISION("18 §"), DIVISION("21 §")),
)
JUDGE_APPEAL: Final = TaskRule(
    "judge_appeal",
    Label("käsittele valitus kiireellisenä", "behandla besvären skyndsamt", "handle the appeal urgently"),
    SUPREME_ADMINISTRATIVE_COURT,
    (DIVISION("20 § 2 mom."),),
    done_by=("appeal_dismissed", "decision_annulled"),
)
_DECIDED: Final = (states.CHANGE_DECIDED, states.CHANGE_REJECTED)

PREPARING: Final = (
    Transition(
        fact=fact.HEARD_ON_CHANGE,
        sources=(states.PREPARATION,),
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=(DIVISION("10 § 3 mom."),),
        documents=(doc.HEARING,),
    ),
    Transition(
        fact=fact.EFFECTS_CLARIFIED,
        sources=(states.PREPARATION,),
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=(DIVISION("10 § 3 mom."),),
        documents=(doc.EFFECTS_NOTE,),
    ),
    Transition(
        fact=fact.NAME_OPINION_OBTAINED,
        sources=(states.PREPARATION,),
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=(DIVISION("10 § 3 mom."),),
        documents=(doc.NAME_OPINION,),
    ),
)


def planning(
    starts: DeadlineRule, *guards: Guard, cancels: tuple[DeadlineRule, ...], when: Guard | None = None
) -> Transition:
    """Gives the planning of the effect, which sets the day by which the decision must be made."""
    return Transition(
        fact=fact.EFFECT_PLANNED,
        sources=(states.PREPARATION,),
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=(DIVISION("11 § 1 mom.", Status.PRACTICE), DIVISION("11 § 2 mom.", Status.PRACTICE)),
        guards=(timing.AT_NEW_YEAR, *guards),
        cancels=cancels,
        starts=(starts,),
        when=when,
    )


def deciding(*guards: Guard, meets: tuple[DeadlineRule, ...]) -> tuple[Transition, ...]:
    """Gives the Government's two decisions; `guards` are what this version of the law asks of a change besides."""

    def changing(when: Guard | None, begins: tuple[StandingRule, ...]) -> Transition:
        return Transition(
            fact=fact.DIVISION_DECIDED,
            sources=(states.PREPARATION,),
            target=states.CHANGE_DECIDED,
            by=(GOVERNMENT,),
            kind=Kind.DECISION,
            basis=(DIVISION("10 §"), DIVISION("11 §")),
            guards=(
                guard.UNIFORM_AREA,
                guard.IMPROVEMENT,
                guard.LANGUAGES_CONSIDERED,
                guard.MERGER_BASED,
                guard.MERGER_AGREED,
                guard.HEARD_ON_CHANGE,
                guard.EFFECTS_CLARIFIED,
                guard.NAME_OPINION,
                timing.AT_NEW_YEAR,
                timing.AFTER_ELECTIONS,
                *guards,
            ),
            documents=(doc.GOVERNMENT_DECISION,),
            meets=tuple(Meets(rule) for rule in meets),
            begins=begins,
            when=when,
        )

    return (
        changing(guard.IS_MERGER, (CEASING_COUNTY,)),
        changing(None, ()),
        Transition(
            fact=fact.LEFT_UNCHANGED,
            sources=(states.PREPARATION,),
            target=states.CHANGE_REJECTED,
            by=(GOVERNMENT,),
            kind=Kind.DECISION,
            basis=(DIVISION("10 § 1 mom."), DIVISION("11 § 3 mom."), DIVISION("20 § 1 mom.")),
            documents=(doc.GOVERNMENT_DECISION,),
        ),
    )


AFTER: Final = (
    Transition(
        fact=fact.DECISION_PUBLISHED,
        sources=(states.CHANGE_DECIDED,),
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=(DIVISION("11 § 3 mom."),),
        documents=(doc.STATUTE_BOOK,),
        starts=(APPEAL,),
    ),
    Transition(
        fact=fact.REJECTION_SERVED,
        sources=(states.CHANGE_REJECTED,),
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=(DIVISION("11 § 3 mom."),),
        documents=(doc.NOTICE,),
        starts=(APPEAL,),
    ),
    Transition(
        fact=fact.APPEAL_MADE,
        sources=_DECIDED,
        target=None,
        by=(SUPREME_ADMINISTRATIVE_COURT,),
        kind=Kind.ACT,
        basis=(DIVISION("20 § 1 mom."), DIVISION("20 § 2 mom."), COURT_PROCEDURE("8 §")),
        documents=(doc.APPEAL,),
        tasks=(JUDGE_APPEAL,),
    ),
    Transition(
        fact=fact.ENFORCEMENT_FORBIDDEN,
        sources=(states.CHANGE_DECIDED,),
        target=None,
        by=(SUPREME_ADMINISTRATIVE_COURT,),
        kind=Kind.DECISION,
        basis=(DIVISION("20 § 3 mom."),),
        guards=(guard.APPEAL_PENDING,),
        documents=(doc.COURT_DECISION,),
    ),
    Transition(
        fact=fact.APPEAL_DISMISSED,
        sources=(states.CHANGE_DECIDED,),
        target=states.DIVISION_CHANGED,
        by=(SUPREME_ADMINISTRATIVE_COURT,),
        kind=Kind.DECISION,
        basis=(DIVISION("20 § 2 mom."), DIVISION("20 § 3 mom.")),
        guards=(guard.APPEAL_PENDING,),
        documents=(doc.COURT_DECISION,),
        when=guard.IN_EFFECT_AND_LAST_APPEAL,
    ),
    Transition(
        fact=fact.APPEAL_DISMISSED,
        sources=_DECIDED,
        target=None,
        by=(SUPREME_ADMINISTRATIVE_COURT,),
        kind=Kind.DECISION,
        basis=(DIVISION("20 § 2 mom."),),
        guards=(guard.APPEAL_PENDING,),
        documents=(doc.COURT_DECISION,),
    ),
    Transition(
        fact=fact.DECISION_ANNULLED,
        sources=_DECIDED,
        target=states.PREPARATION,
        by=(SUPREME_ADMINISTRATIVE_COURT,),
        kind=Kind.DECISION,
        basis=(DIVISION("20 § 2 mom.", Status.UNSETTLED),),
        guards=(guard.APPEAL_PENDING,),
        documents=(doc.COURT_DECISION,),
        ends=(CEASING_COUNTY,),
    ),
    Transition(
        fact=fact.CHANGE_TOOK_EFFECT,
        sources=(states.CHANGE_DECIDED,),
        target=states.DIVISION_CHANGED,
        by=(VM,),
        kind=Kind.ACT,
        basis=(DIVISION("11 § 2 mom."),),
        guards=(timing.EFFECT_HAS_COME, guard.NOT_IN_EFFECT),
        ends=(CEASING_COUNTY,),
        when=guard.NO_APPEAL_PENDING,
    ),
    Transition(
        fact=fact.CHANGE_TOOK_EFFECT,
        sources=(states.CHANGE_DECIDED,),
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=(DIVISION("11 § 2 mom."), DIVISION("20 § 3 mom.")),
        guards=(timing.EFFECT_HAS_COME, guard.NOT_IN_EFFECT, guard.ENFORCEMENT_ALLOWED),
        ends=(CEASING_COUNTY,),
    ),
    Transition(
        fact=fact.REJECTION_BECAME_FINAL,
        sources=(states.CHANGE_REJECTED,),
        target=states.LEFT_UNCHANGED,
        by=(VM,),
        kind=Kind.ACT,
        basis=(DIVISION("20 §", Status.PRACTICE),),
        guards=(guard.APPEAL_TIME_OVER, guard.NO_APPEAL_PENDING),
    ),
    Transition(
        fact=fact.DISCONTINUED,
        sources=states.UNDECIDED,
        target=states.DISCONTINUED,
        by=(VM,),
        kind=Kind.DECISION,
        basis=(DIVISION("6 §", Status.PRACTICE),),
        documents=(doc.CLOSING_NOTE,),
    ),
)
