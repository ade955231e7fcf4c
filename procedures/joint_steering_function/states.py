"""Where the joint steering function can stand, whose turn it is there, and its day. All of it is practice."""

from __future__ import annotations

from typing import Final

from engine.counting import DeadlineKind, Stated
from engine.declaration import DeadlineRule, State, TaskRule
from engine.law import Label, Status
from procedures.joint_steering_function.guards import PILOT
from procedures.roles import VM

EVALUATION_DUE: Final = DeadlineRule(
    "pilot_evaluation",
    Label("pilotin arviointi", "utvärdering av piloten", "evaluation of the pilot"),
    DeadlineKind.AGREED,
    Stated("evaluate_by"),
    (PILOT,),
    reminders_days=(-30, 0),
)


def _state(state_id: str, label: Label, task_id: str, task: Label, *, deadline: str | None = None) -> State:
    return State(
        state_id,
        label,
        status=Status.PRACTICE,
        tasks=(TaskRule(task_id, task, VM, (PILOT,), deadline=deadline),),
    )


PREPARING: Final = _state(
    "preparing",
    Label("pilottia valmistellaan", "piloten bereds", "pilot being prepared"),
    "start_pilot",
    Label("käynnistä pilotti", "inled piloten", "start the pilot"),
)
PILOTING: Final = _state(
    "piloting",
    Label("pilotti käynnissä", "piloten pågår", "pilot under way"),
    "begin_evaluation",
    Label(
        "aloita pilotin arviointi saatujen kokemusten pohjalta",
        "inled utvärderingen av piloten utifrån erfarenheterna",
        "begin to evaluate the pilot from what was learned",
    ),
    deadline="pilot_evaluation",
)
EVALUATING: Final = _state(
    "evaluating",
    Label("pilottia arvioidaan", "piloten utvärderas", "pilot being evaluated"),
    "evaluate_pilot",
    Label(
        "arvioi pilotti ja ohjausosastojen roolit",
        "utvärdera piloten och styravdelningarnas roller",
        "evaluate the pilot and the roles of the steering departments",
    ),
    deadline="pilot_evaluation",
)
EVALUATED: Final = _state(
    "evaluated",
    Label("pilotti arvioitu", "piloten utvärderad", "pilot evaluated"),
    "decide_on_function",
    Label(
        "päätä, vakiinnutetaanko yhteinen ohjaustoiminto",
        "besluta om den gemensamma styrfunktionen ska etableras",
        "decide whether the joint steering function stays",
    ),
)
ESTABLISHED: Final = State(
    "established", Label("vakiinnutettu", "etablerad", "established"), final=True, status=Status.PRACTICE
)
ENDED: Final = State(
    "ended", Label("pilotti päättynyt", "piloten avslutad", "pilot over"), final=True, status=Status.PRACTICE
)
STATES: Final = (PREPARING, PILOTING, EVALUATING, EVALUATED, ESTABLISHED, ENDED)
