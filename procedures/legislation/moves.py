"""What may follow what on the way of a change of law."""

from __future__ import annotations

from typing import Final

from engine.declaration import Kind, Meets, Transition
from engine.law import Status
from procedures.legislation import facts, guards, states
from procedures.roles import GOVERNMENT, PARLIAMENT, PARLIAMENT_COMMITTEE, PRESIDENT, SM, STM, VM
from procedures.statutes import CONSTITUTION, PARLIAMENT_PROCEDURE

_PRACTICE: Final = CONSTITUTION("70 §", Status.PRACTICE)
_HANDLED: Final = (CONSTITUTION("72 §"), PARLIAMENT_PROCEDURE("53 §"))

PREPARING: Final = (
    Transition(
        fact=facts.BILL_GIVEN,
        sources=(),
        target=states.IN_PARLIAMENT,
        by=(GOVERNMENT,),
        kind=Kind.DECISION,
        basis=(CONSTITUTION("39 §"), CONSTITUTION("70 §")),
        guards=(guards.BILL_NAMED,),
        documents=(states.BILL,),
    ),
    Transition(
        fact=facts.ANNOUNCED,
        sources=(),
        target=states.IN_PREPARATION,
        by=(GOVERNMENT, VM, STM, SM),
        kind=Kind.ACT,
        basis=(_PRACTICE,),
    ),
    Transition(
        fact=facts.BILL_GIVEN,
        sources=(states.IN_PREPARATION,),
        target=states.IN_PARLIAMENT,
        by=(GOVERNMENT,),
        kind=Kind.DECISION,
        basis=(CONSTITUTION("39 §"), CONSTITUTION("70 §")),
        guards=(guards.BILL_NAMED,),
        documents=(states.BILL,),
    ),
)
"""A change comes into the register with its bill, or before it when it is announced."""

IN_PARLIAMENT: Final = (
    Transition(
        fact=facts.SUPPLEMENTARY_BILL_GIVEN,
        sources=(states.IN_PARLIAMENT,),
        target=None,
        by=(GOVERNMENT,),
        kind=Kind.DECISION,
        basis=(CONSTITUTION("71 §"),),
        guards=(guards.BEFORE_REPORT,),
        documents=(states.BILL,),
    ),
    Transition(
        fact=facts.COMMITTEE_REPORTED,
        sources=(states.IN_PARLIAMENT, states.RETURNED),
        target=None,
        by=(PARLIAMENT_COMMITTEE,),
        kind=Kind.ACT,
        basis=(CONSTITUTION("72 § 1 mom."), CONSTITUTION("78 §")),
        documents=(states.COMMITTEE_REPORT,),
    ),
    Transition(
        fact=facts.ADOPTED,
        sources=(states.IN_PARLIAMENT,),
        target=states.AWAITING_CONFIRMATION,
        by=(PARLIAMENT,),
        kind=Kind.DECISION,
        basis=_HANDLED,
        guards=(guards.REPORT_GIVEN, guards.SECOND_READING_DAY),
        documents=(states.REPLY,),
    ),
    Transition(
        fact=facts.REJECTED,
        sources=(states.IN_PARLIAMENT,),
        target=states.BILL_REJECTED,
        by=(PARLIAMENT,),
        kind=Kind.DECISION,
        basis=_HANDLED,
        guards=(guards.REPORT_GIVEN, guards.SECOND_READING_DAY),
        documents=(states.REPLY,),
    ),
    Transition(
        fact=facts.BILL_WITHDRAWN,
        sources=(states.IN_PARLIAMENT,),
        target=states.WITHDRAWN,
        by=(GOVERNMENT,),
        kind=Kind.DECISION,
        basis=(CONSTITUTION("71 §"), PARLIAMENT_PROCEDURE("19 §")),
    ),
    Transition(
        fact=facts.LAPSED,
        sources=(states.IN_PREPARATION, states.IN_PARLIAMENT, states.RETURNED),
        target=states.COME_TO_NOTHING,
        by=(PARLIAMENT, GOVERNMENT),
        kind=Kind.ACT,
        basis=(CONSTITUTION("49 § 1 mom."), CONSTITUTION("77 § 2 mom.")),
        guards=(guards.LAPSE_GROUND,),
    ),
)

CONFIRMING: Final = (
    Transition(
        fact=facts.DELIVERED_FOR_CONFIRMATION,
        sources=(states.AWAITING_CONFIRMATION,),
        target=None,
        by=(PARLIAMENT,),
        kind=Kind.ACT,
        basis=(CONSTITUTION("77 § 1 mom."),),
        starts=(states.CONFIRMATION,),
    ),
    Transition(
        fact=facts.COURT_OPINION_GIVEN,
        sources=(states.AWAITING_CONFIRMATION,),
        target=None,
        by=(PRESIDENT,),
        kind=Kind.ACT,
        basis=(CONSTITUTION("77 § 1 mom."),),
    ),
    Transition(
        fact=facts.CONFIRMED,
        sources=(states.AWAITING_CONFIRMATION,),
        target=states.TO_BE_PUBLISHED,
        by=(PRESIDENT,),
        kind=Kind.DECISION,
        basis=(CONSTITUTION("77 § 1 mom."), CONSTITUTION("58 §")),
        meets=(Meets(states.CONFIRMATION),),
    ),
    Transition(
        fact=facts.NOT_CONFIRMED,
        sources=(states.AWAITING_CONFIRMATION,),
        target=states.RETURNED,
        by=(PRESIDENT,),
        kind=Kind.DECISION,
        basis=(CONSTITUTION("77 § 2 mom."), CONSTITUTION("78 §")),
        meets=(Meets(states.CONFIRMATION),),
    ),
    Transition(
        fact=facts.ADOPTED_AGAIN,
        sources=(states.RETURNED,),
        target=states.TO_BE_PUBLISHED,
        by=(PARLIAMENT,),
        kind=Kind.DECISION,
        basis=(CONSTITUTION("77 § 2 mom."), CONSTITUTION("78 §")),
        guards=(guards.REPORT_GIVEN,),
        documents=(states.REPLY,),
    ),
)

INTO_FORCE: Final = (
    Transition(
        fact=facts.PUBLISHED,
        sources=(states.TO_BE_PUBLISHED,),
        target=states.AWAITING_ENTRY,
        by=(GOVERNMENT,),
        kind=Kind.ACT,
        basis=(CONSTITUTION("79 § 2 mom."),),
        guards=(guards.NUMBER_NAMED, guards.ENTRY_DAY_STATED),
        documents=(states.STATUTE_BOOK,),
    ),
    Transition(
        fact=facts.ENTERED_INTO_FORCE,
        sources=(states.AWAITING_ENTRY,),
        target=states.IN_FORCE,
        by=(VM, GOVERNMENT),
        kind=Kind.ACT,
        basis=(CONSTITUTION("79 § 3 mom."),),
        guards=(guards.ENTRY_DAY_COME,),
    ),
)

BESIDE: Final = (
    Transition(
        fact=facts.STATEMENT_GIVEN,
        sources=states.OPEN,
        target=None,
        by=(GOVERNMENT, VM, STM, SM),
        kind=Kind.ACT,
        basis=(_PRACTICE,),
    ),
    Transition(
        fact=facts.CONCERNS_NOTED,
        sources=states.OPEN,
        target=None,
        by=(VM, STM, SM),
        kind=Kind.ACT,
        basis=(_PRACTICE,),
    ),
)
"""What is said and found of a change on its way moves it nowhere."""

TRANSITIONS: Final = (*PREPARING, *IN_PARLIAMENT, *CONFIRMING, *INTO_FORCE, *BESIDE)
