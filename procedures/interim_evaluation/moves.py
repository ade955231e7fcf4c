"""What may follow what in an interim evaluation."""

from __future__ import annotations

from typing import Final

from engine.declaration import Kind, Meets, Transition
from procedures.interim_evaluation import facts, guards, states
from procedures.interim_evaluation.guards import FOLLOW_UP, PROJECT, REFORM
from procedures.roles import EXPERT_GROUP, SM, STM, VM

_MINISTRIES: Final = (STM, VM, SM)

TRANSITIONS: Final = (
    Transition(
        fact=facts.COMMISSIONED,
        sources=(),
        target=states.COMMISSIONED,
        by=_MINISTRIES,
        kind=Kind.DECISION,
        basis=(PROJECT, REFORM),
        guards=(guards.REPORT_DAY_NAMED,),
        documents=(states.ASSIGNMENT,),
        starts=(states.REPORT_DUE,),
    ),
    Transition(
        fact=facts.EXPERT_GROUP_SET,
        sources=(states.COMMISSIONED,),
        target=states.EVALUATING,
        by=_MINISTRIES,
        kind=Kind.DECISION,
        basis=(PROJECT,),
        guards=(guards.INDEPENDENT,),
    ),
    Transition(
        fact=facts.REPORT_DAY_CHANGED,
        sources=(states.COMMISSIONED, states.EVALUATING),
        target=None,
        by=_MINISTRIES,
        kind=Kind.DECISION,
        basis=(PROJECT,),
        guards=(guards.DAY_AHEAD,),
        cancels=(states.REPORT_DUE,),
        starts=(states.REPORT_DUE,),
    ),
    Transition(
        fact=facts.REPORT_PUBLISHED,
        sources=(states.EVALUATING,),
        target=states.REPORTED,
        by=(EXPERT_GROUP,),
        kind=Kind.ACT,
        basis=(PROJECT,),
        documents=(states.REPORT,),
        meets=(Meets(states.REPORT_DUE),),
    ),
    Transition(
        fact=facts.POSITION_GIVEN,
        sources=(states.REPORTED, states.IN_FOLLOW_UP),
        target=None,
        by=(VM, STM, SM),
        kind=Kind.ACT,
        basis=(FOLLOW_UP,),
        documents=(states.POSITION,),
    ),
    Transition(
        fact=facts.FOLLOW_UP_DECIDED,
        sources=(states.REPORTED,),
        target=states.IN_FOLLOW_UP,
        by=_MINISTRIES,
        kind=Kind.DECISION,
        basis=(FOLLOW_UP,),
        guards=(guards.THREE_POSITIONS,),
    ),
    Transition(
        fact=facts.FOLLOW_UP_REPORTED,
        sources=(states.IN_FOLLOW_UP,),
        target=None,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(FOLLOW_UP,),
    ),
    Transition(
        fact=facts.CLOSED,
        sources=(states.IN_FOLLOW_UP,),
        target=states.CLOSED,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(FOLLOW_UP,),
        guards=(guards.MEASURES_ACCOUNTED_FOR,),
    ),
    Transition(
        fact=facts.NOTHING_FOLLOWS,
        sources=(states.REPORTED,),
        target=states.WITHOUT_FOLLOW_UP,
        by=_MINISTRIES,
        kind=Kind.DECISION,
        basis=(FOLLOW_UP,),
        guards=(guards.THREE_POSITIONS,),
    ),
    Transition(
        fact=facts.DISCONTINUED,
        sources=(states.COMMISSIONED, states.EVALUATING),
        target=states.DISCONTINUED,
        by=_MINISTRIES,
        kind=Kind.DECISION,
        basis=(PROJECT,),
    ),
)
