"""What may follow what in a county's return. An answer after the discussion opens the picture again."""

from __future__ import annotations

from typing import Final

from engine.declaration import Kind, Meets, Transition
from procedures.county_return import facts, guards, states
from procedures.county_return.guards import FEEDBACK, PICTURE, ROUND
from procedures.roles import COUNTY_OFFICIALS, SM, STM, VM

_MINISTRIES: Final = (STM, VM, SM)

ANSWERING: Final = (
    Transition(
        fact=facts.TEMPLATE_ISSUED,
        sources=(),
        target=states.ISSUED,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(ROUND,),
        starts=(states.ANSWER,),
    ),
    Transition(
        fact=facts.TEMPLATE_REISSUED,
        sources=(states.ISSUED, states.ANSWERED, states.DISCUSSED),
        target=None,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(ROUND,),
    ),
    Transition(
        fact=facts.ANSWERED,
        sources=(states.ISSUED, states.ANSWERED, states.DISCUSSED),
        target=states.ANSWERED,
        by=(COUNTY_OFFICIALS,),
        kind=Kind.ACT,
        basis=(ROUND, PICTURE),
        guards=(guards.REASONS_GIVEN, guards.EACH_ONCE, guards.SOMETHING_SAID, guards.OWN_WORKBOOK),
        meets=(Meets(states.ANSWER),),
    ),
    Transition(
        fact=facts.CONFLICTS_RESOLVED,
        sources=(states.ISSUED, states.ANSWERED, states.DISCUSSED),
        target=None,
        by=(*_MINISTRIES, COUNTY_OFFICIALS),
        kind=Kind.ACT,
        basis=(ROUND,),
        guards=(guards.REASONS_GIVEN, guards.EACH_ONCE),
    ),
)

ENDING: Final = (
    Transition(
        fact=facts.DISCUSSED,
        sources=(states.ISSUED, states.ANSWERED, states.DISCUSSED),
        target=states.DISCUSSED,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(ROUND, FEEDBACK),
        guards=(guards.AGENDA_STATED, guards.CHANGES_REASONED),
    ),
    Transition(
        fact=facts.CONFIRMED,
        sources=(states.DISCUSSED,),
        target=states.CONFIRMED,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(ROUND,),
        guards=(guards.ANSWERED_BEFORE,),
    ),
    Transition(
        fact=facts.CLOSED_UNANSWERED,
        sources=(states.ISSUED, states.DISCUSSED),
        target=states.UNANSWERED,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(ROUND, PICTURE),
        guards=(guards.SILENT,),
    ),
    Transition(
        fact=facts.EXCUSED,
        sources=(states.ISSUED,),
        target=states.EXCUSED,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(FEEDBACK,),
    ),
    Transition(
        fact=facts.WITHDRAWN,
        sources=(states.ISSUED,),
        target=states.WITHDRAWN,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(ROUND,),
    ),
)

TRANSITIONS: Final = (*ANSWERING, *ENDING)
