"""Moves beside the main line while 124 § restricts the county's powers: service, remedies, end of the restriction."""

from __future__ import annotations

from typing import Final

from engine.declaration import Kind, Meets, Transition
from engine.law import Status
from procedures.evaluation import documents as doc
from procedures.evaluation import facts_powers as fact
from procedures.evaluation import guards_after as guard
from procedures.evaluation import states
from procedures.evaluation.deadlines import COUNTY_APPEAL, FURTHER_APPEAL, RECTIFICATION_REQUEST
from procedures.evaluation.moves_start import RESTRICTION_OF_POWERS
from procedures.evaluation.tasks import (
    CONSIDER_APPEAL,
    CONSIDER_REMEDY,
    DECIDE_RECTIFICATION,
    JUDGE_APPEAL,
    JUDGE_FURTHER_APPEAL,
)
from procedures.roles import ADMINISTRATIVE_COURT, COUNTY, SUPREME_ADMINISTRATIVE_COURT, VM
from procedures.statutes import COUNTIES, COURT_PROCEDURE

_DURING: Final = states.UNDER_RESTRICTION
_AND_AFTER: Final = (*_DURING, states.CLOSED, states.DIVISION_DECIDED, states.DISCONTINUED)
"""Remedies run on when the case has ended: their time limits are the statute's and not the case's."""

BESIDE_THE_LINE: Final = (
    Transition(
        fact=fact.RESTRICTED_DECISION_SERVED,
        sources=_DURING,
        target=None,
        by=(COUNTY,),
        kind=Kind.ACT,
        basis=(COUNTIES("124 § 2 mom."),),
        guards=(guard.RESTRICTION_ON, guard.SERVED_ALREADY, guard.PROPOSALS_TO_CONTRADICT),
        documents=(doc.RESTRICTED_DECISION,),
        starts=(RECTIFICATION_REQUEST, COUNTY_APPEAL),
        tasks=(CONSIDER_REMEDY,),
    ),
    Transition(
        fact=fact.NO_REMEDY_SOUGHT,
        sources=_AND_AFTER,
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=(COUNTIES("124 § 3 mom.", Status.PRACTICE),),
        guards=(guard.DECISION_KNOWN,),
    ),
    Transition(
        fact=fact.RECTIFICATION_REQUESTED,
        sources=_AND_AFTER,
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=(COUNTIES("124 § 3 mom."), COUNTIES("139 §"), COUNTIES("143 §")),
        guards=(guard.RECTIFICATION_OF_KNOWN, guard.RECTIFIABLE),
        documents=(doc.RECTIFICATION_REQUEST,),
        meets=(Meets(RECTIFICATION_REQUEST, generation_field="generation"),),
        tasks=(DECIDE_RECTIFICATION,),
    ),
    Transition(
        fact=fact.RECTIFICATION_DECIDED,
        sources=_AND_AFTER,
        target=None,
        by=(COUNTY,),
        kind=Kind.DECISION,
        basis=(COUNTIES("139 §"), COUNTIES("140 § 1 mom.")),
        guards=(guard.REQUEST_KNOWN,),
        documents=(doc.RECTIFICATION_DECISION,),
        starts=(COUNTY_APPEAL,),
        tasks=(CONSIDER_APPEAL,),
    ),
    Transition(
        fact=fact.APPEAL_MADE,
        sources=_AND_AFTER,
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=(COUNTIES("124 § 3 mom."), COUNTIES("140 §"), COUNTIES("143 §")),
        guards=(guard.APPEAL_OF_KNOWN, guard.APPEALABLE),
        documents=(doc.APPEAL,),
        meets=(Meets(COUNTY_APPEAL, generation_field="generation"),),
        tasks=(JUDGE_APPEAL,),
    ),
    Transition(
        fact=fact.RESTRICTED_DECISION_JUDGED,
        sources=_AND_AFTER,
        target=None,
        by=(ADMINISTRATIVE_COURT,),
        kind=Kind.DECISION,
        basis=(COUNTIES("140 §"),),
        guards=(guard.APPEAL_KNOWN,),
        documents=(doc.JUDGMENT,),
        starts=(FURTHER_APPEAL,),
    ),
    Transition(
        fact=fact.FURTHER_APPEAL_MADE,
        sources=_AND_AFTER,
        target=None,
        by=(VM, COUNTY),
        kind=Kind.ACT,
        basis=(COUNTIES("124 § 3 mom."), COUNTIES("147 §"), COURT_PROCEDURE("13 §")),
        guards=(guard.FURTHER_APPEAL_OF_KNOWN,),
        documents=(doc.APPEAL,),
        meets=(Meets(FURTHER_APPEAL, generation_field="generation"),),
        tasks=(JUDGE_FURTHER_APPEAL,),
    ),
    Transition(
        fact=fact.FURTHER_APPEAL_JUDGED,
        sources=_AND_AFTER,
        target=None,
        by=(SUPREME_ADMINISTRATIVE_COURT,),
        kind=Kind.DECISION,
        basis=(COUNTIES("147 §"),),
        guards=(guard.FURTHER_APPEAL_KNOWN,),
        documents=(doc.JUDGMENT,),
    ),
    Transition(
        fact=fact.RESTRICTION_ENDED,
        sources=(states.FOLLOW_UP,),
        target=None,
        by=(VM,),
        kind=Kind.ACT,
        basis=(COUNTIES("124 § 1 mom.", Status.UNSETTLED),),
        guards=(guard.RESTRICTION_IS_ON, guard.END_HAS_COME),
        documents=(doc.CONFIRMATION,),
        ends=(RESTRICTION_OF_POWERS,),
    ),
)
