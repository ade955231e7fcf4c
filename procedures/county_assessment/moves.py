"""What may follow what in the assessment of a county."""

from __future__ import annotations

from typing import Final

from engine.declaration import Fact, Guard, Kind, Listening, Meets, Relation, State, Transition
from engine.law import Basis, Label
from procedures.county_assessment import facts, guards, states
from procedures.county_assessment.guards import PRECONDITIONS, SUPPORT
from procedures.county_assessment.states import ASSESSING, ENDED, LIGHTENED, ORDINARY, RUNNING, SUPPORTED
from procedures.roles import SM, STM, VM

_MINISTRIES: Final = (VM, STM, SM)


def _steered(fact: Fact, sources: tuple[State, ...], target: State, *conditions: Guard) -> Transition:
    """Gives a move by which the county is steered otherwise."""
    return Transition(
        fact=fact,
        sources=sources,
        target=target,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(SUPPORT,),
        guards=conditions,
    )


TRANSITIONS: Final = (
    Transition(
        fact=facts.ASSESSMENT_OPENED,
        sources=(),
        target=ASSESSING,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(PRECONDITIONS,),
        starts=(states.REVIEW,),
    ),
    Transition(
        fact=facts.PRECONDITION_ASSESSED,
        sources=RUNNING,
        target=None,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(PRECONDITIONS,),
        guards=(guards.WORST_EXPLAINED, guards.EVIDENCE_NAMED, guards.ASSESSOR_NAMED),
    ),
    Transition(
        fact=facts.PACE_JUDGED,
        sources=RUNNING,
        target=None,
        by=_MINISTRIES,
        kind=Kind.ACT,
        basis=(PRECONDITIONS, SUPPORT),
        guards=(guards.ALL_FIVE_ASSESSED, guards.SLOWNESS_EXPLAINED),
        meets=(Meets(states.REVIEW),),
        starts=(states.REVIEW,),
    ),
    _steered(facts.SUPPORT_STARTED, (ASSESSING, ORDINARY, LIGHTENED), SUPPORTED, guards.TOO_SLOW),
    _steered(facts.STEERING_LIGHTENED, (ASSESSING, ORDINARY), LIGHTENED, guards.FAST_ENOUGH),
    _steered(facts.ORDINARY_STEERING_KEPT, (ASSESSING,), ORDINARY, guards.PACE_KNOWN),
    _steered(facts.SUPPORT_ENDED, (SUPPORTED,), ORDINARY),
    _steered(facts.LIGHTENING_ENDED, (LIGHTENED,), ORDINARY),
    _steered(facts.ASSESSMENT_ENDED, RUNNING, ENDED),
)


def _hears(listening_id: str, event: str, label: Label, *basis: Basis) -> Listening:
    return Listening(
        id=listening_id,
        to=event,
        causing=Relation(f"{listening_id}_begun", label),
        reached=Relation(
            "assessment_of_county",
            Label(
                "alueen etenemisen arviointi",
                "bedömning av områdets framskridande",
                "assessment of the county's progress",
            ),
        ),
        basis=basis,
        task=states.ASSESS_AGAIN,
    )


LISTENS: Final = (
    _hears(
        "preemptive_steering",
        "preemptive_steering.started",
        Label(
            "ennakollinen talouden ohjauksen menettely",
            "förebyggande ekonomistyrning",
            "pre-emptive financial steering",
        ),
        SUPPORT,
    ),
    _hears(
        "evaluation_procedure",
        "evaluation.start_decided",
        Label("arviointimenettely", "utvärderingsförfarande", "evaluation procedure"),
        SUPPORT,
    ),
)
"""Individual support is given also through these two procedures, so their beginning asks for a new assessment."""
