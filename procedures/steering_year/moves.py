"""What may follow what in a steering year. Its steps can be taken in any order; the clock takes none of them."""

from __future__ import annotations

from typing import Final

from engine.declaration import Guard, Kind, Meets, Transition
from procedures.roles import VM
from procedures.steering_year import facts, guards, states
from procedures.steering_year.awaited import AWAITED
from procedures.steering_year.rounds import FOURTH_YEAR, OBJECTIVES, ROUNDS, Round
from procedures.steering_year.steps import Step

_EVERY_YEAR: Final = (*AWAITED, OBJECTIVES)


def _opening(*more: Step, when: Guard | None = None) -> Transition:
    """Gives the opening of a year: the deadlines of what has a day, a task for each step and each round to plan."""
    starts = dict.fromkeys(step.deadline for step in (*_EVERY_YEAR, *more))
    tasks = (step.task for step in (*AWAITED, *(one.opening for one in ROUNDS), *more))
    return Transition(
        fact=facts.YEAR_OPENED,
        sources=(),
        target=states.RUNNING,
        by=(VM,),
        kind=Kind.ACT,
        basis=guards.BASIS,
        guards=(guards.YEAR_NEAR, guards.OBJECTIVES_IN_THE_YEAR),
        starts=tuple(starts),
        tasks=(*(one.planning for one in ROUNDS), *tasks),
        when=when,
    )


def _taken(step: Step) -> Transition:
    return Transition(
        fact=step.fact,
        sources=(states.RUNNING,),
        target=None,
        by=(step.by,),
        kind=Kind.ACT,
        basis=step.basis,
        meets=(Meets(step.deadline),),
    )


def _planned(one: Round) -> Transition:
    return Transition(
        fact=one.planned,
        sources=(states.RUNNING,),
        target=None,
        by=(one.opening.by,),
        kind=Kind.ACT,
        basis=one.opening.basis,
        guards=(guards.WINDOW_IN_ORDER, guards.WINDOW_OF_THE_YEAR),
        cancels=(one.opening.deadline,),
        starts=(one.opening.deadline,),
    )


CLOSING: Final = (
    Transition(
        fact=facts.YEAR_CLOSED,
        sources=(states.RUNNING,),
        target=states.CLOSED,
        by=(VM,),
        kind=Kind.ACT,
        basis=guards.BASIS,
        guards=(guards.DONE_OR_OVER, guards.MISSING_NAMED),
    ),
    Transition(
        fact=facts.YEAR_DISCONTINUED,
        sources=(states.RUNNING,),
        target=states.DISCONTINUED,
        by=(VM,),
        kind=Kind.ACT,
        basis=guards.BASIS,
    ),
)
TRANSITIONS: Final = (
    _opening(*FOURTH_YEAR, when=guards.TERM_BEGINS),
    _opening(),
    *map(_planned, ROUNDS),
    *map(_taken, guards.STEPS),
    *CLOSING,
)
