"""The moves of an application for more time: applied, considered, decided, and what follows a decision."""

from __future__ import annotations

from typing import Final

from engine.declaration import Kind, Meets, Transition
from procedures.deficit_extension import documents as doc
from procedures.deficit_extension import facts as fact
from procedures.deficit_extension import guards as guard
from procedures.deficit_extension import states
from procedures.deficit_extension.deadlines import APPEAL, COVER_DEFICIT, HEARING_REPLY
from procedures.deficit_extension.law import announcement, bill, taken_from
from procedures.roles import ADMINISTRATIVE_COURT, COUNCIL, COUNTY, VM
from procedures.statutes import ADMINISTRATION, COUNTIES, COURT_PROCEDURE

_HEARING: Final = (taken_from(ADMINISTRATION, "34 §"), taken_from(ADMINISTRATION, "36 §"))
_APPEALING: Final = (taken_from(COURT_PROCEDURE, "8 § 1 mom."), taken_from(COURT_PROCEDURE, "13 § 2 mom."))

_APPLYING: Final = (
    Transition(
        fact=fact.APPLICATION_MADE,
        sources=(),
        target=states.PENDING,
        by=(COUNTY,),
        kind=Kind.ACT,
        basis=(bill(),),
        documents=(doc.APPLICATION,),
        tasks=(states.APPROVE_PLAN,),
    ),
    Transition(
        fact=fact.ECONOMIC_PLAN_APPROVED,
        sources=states.UNDECIDED,
        target=None,
        by=(COUNCIL,),
        kind=Kind.DECISION,
        basis=(bill(), taken_from(COUNTIES, "115 §")),
        documents=(doc.ECONOMIC_PLAN,),
    ),
    Transition(
        fact=fact.CONSIDERATION_BEGUN,
        sources=(states.PENDING,),
        target=states.CONSIDERATION,
        by=(VM,),
        kind=Kind.ACT,
        basis=(bill(),),
    ),
    Transition(
        fact=fact.HEARING_LETTER_SENT,
        sources=(states.CONSIDERATION,),
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=_HEARING,
        documents=(doc.HEARING_LETTER,),
        starts=(HEARING_REPLY,),
        tasks=(states.REPLY,),
    ),
    Transition(
        fact=fact.COUNTY_HEARD,
        sources=(states.CONSIDERATION,),
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=_HEARING,
        documents=(doc.HEARING_LETTER,),
        meets=(Meets(HEARING_REPLY),),
    ),
)
_DECIDING: Final = (
    Transition(
        fact=fact.GRANTED,
        sources=(states.CONSIDERATION,),
        target=states.GRANTED,
        by=(VM,),
        kind=Kind.DECISION,
        basis=(bill(), announcement(), taken_from(COUNTIES, "115 § 2 mom.")),
        guards=(
            guard.PLAN_APPROVED,
            guard.NECESSARY,
            guard.YEAR_ALLOWED,
            guard.END_OF_YEAR,
            guard.HEARD_UNLESS_AS_APPLIED,
        ),
        documents=(doc.VM_DECISION,),
        starts=(COVER_DEFICIT,),
        tasks=(states.SERVE_DECISION,),
    ),
    Transition(
        fact=fact.REJECTED,
        sources=(states.CONSIDERATION,),
        target=states.REJECTED,
        by=(VM,),
        kind=Kind.DECISION,
        basis=(bill(),),
        guards=(guard.COUNTY_HEARD, guard.REASONS_STATED),
        documents=(doc.VM_DECISION,),
        tasks=(states.SERVE_DECISION,),
    ),
    Transition(
        fact=fact.WITHDRAWN,
        sources=states.UNDECIDED,
        target=states.WITHDRAWN,
        by=(COUNTY,),
        kind=Kind.ACT,
        basis=(bill(),),
    ),
    Transition(
        fact=fact.DISCONTINUED,
        sources=states.UNDECIDED,
        target=states.DISCONTINUED,
        by=(VM,),
        kind=Kind.DECISION,
        basis=(bill(),),
    ),
)
_REMEDIES: Final = (
    Transition(
        fact=fact.DECISION_SERVED,
        sources=states.DECIDED,
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=(taken_from(ADMINISTRATION, "54 § 1 mom."),),
        guards=(guard.TO_BE_SERVED,),
        starts=(APPEAL,),
        tasks=(states.CONSIDER_APPEAL,),
    ),
    Transition(
        fact=fact.NO_REMEDY_SOUGHT,
        sources=states.DECIDED,
        target=None,
        by=(COUNTY,),
        kind=Kind.ACT,
        basis=_APPEALING,
        cancels=(APPEAL,),
    ),
    Transition(
        fact=fact.APPEAL_MADE,
        sources=states.DECIDED,
        target=None,
        by=(COUNTY,),
        kind=Kind.ACT,
        basis=_APPEALING,
        guards=(guard.NOT_APPEALED,),
        documents=(doc.APPEAL,),
        meets=(Meets(APPEAL),),
        tasks=(states.JUDGE_APPEAL,),
    ),
    Transition(
        fact=fact.APPEAL_DISMISSED,
        sources=states.DECIDED,
        target=None,
        by=(ADMINISTRATIVE_COURT,),
        kind=Kind.DECISION,
        basis=_APPEALING,
        guards=(guard.APPEAL_PENDING,),
        documents=(doc.JUDGMENT,),
    ),
    Transition(
        fact=fact.DECISION_ANNULLED,
        sources=states.DECIDED,
        target=states.CONSIDERATION,
        by=(ADMINISTRATIVE_COURT,),
        kind=Kind.DECISION,
        basis=_APPEALING,
        guards=(guard.APPEAL_PENDING,),
        documents=(doc.JUDGMENT,),
        cancels=(COVER_DEFICIT,),
    ),
)
_ENDING: Final = (
    Transition(
        fact=fact.DEFICIT_COVERED,
        sources=(states.GRANTED,),
        target=states.CLOSED,
        by=(VM,),
        kind=Kind.ACT,
        basis=(taken_from(COUNTIES, "115 § 2 mom."),),
        guards=(guard.NO_APPEAL_PENDING,),
        documents=(doc.ACCOUNTS,),
        meets=(Meets(COVER_DEFICIT),),
    ),
    Transition(
        fact=fact.DEFICIT_LEFT_UNCOVERED,
        sources=(states.GRANTED,),
        target=states.CLOSED,
        by=(VM,),
        kind=Kind.ACT,
        basis=(taken_from(COUNTIES, "115 § 2 mom."), taken_from(COUNTIES, "123 § 1 mom. 1 kohta")),
        guards=(guard.NO_APPEAL_PENDING, guard.TIME_IS_OVER),
        documents=(doc.ACCOUNTS,),
    ),
    Transition(
        fact=fact.CLOSED,
        sources=(states.REJECTED,),
        target=states.CLOSED,
        by=(VM,),
        kind=Kind.ACT,
        basis=(bill(),),
        guards=(guard.NO_APPEAL_PENDING, guard.REMEDY_TIME_OVER),
    ),
)
TRANSITIONS: Final = (*_APPLYING, *_DECIDING, *_REMEDIES, *_ENDING)
