"""The pilot of the three ministries' joint, virtual steering function (measure 1.4 of table 3; first-stage action 4).

The Ministry of Finance leads its start. Members are ministries and their units; matters are assigned to it and taken
back, what is learned is recorded, and the pilot is evaluated before anything stays. It decides nothing by itself.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure
from engine.law import Label
from engine.parameters import Parameters
from procedures.declaring import guards_of
from procedures.joint_steering_function import questions, states
from procedures.joint_steering_function.guards import PILOT
from procedures.joint_steering_function.moves import TRANSITIONS
from procedures.roles import SM, STM, VM

DECLARATION: Final = Procedure(
    id="joint_steering_function",
    label=Label("yhteinen ohjaustoiminto", "gemensam styrfunktion", "joint steering function"),
    description=Label(
        "Kolmen ministeriön yhteisen virtuaalisen ohjaustoiminnon pilotti: osallistujat, asiakokonaisuudet, kokemukset "
        "ja arviointi.",
        "Piloten för de tre ministeriernas gemensamma virtuella styrfunktion: deltagare, ärendehelheter, erfarenheter "
        "och utvärdering.",
        "The pilot of the three ministries' joint virtual steering function: members, matters, evaluation.",
    ),
    in_force_from=date(2025, 1, 1),
    in_force_until=None,
    ministry="VM",
    subject_kinds=("state",),
    roles=(VM, STM, SM),
    states=states.STATES,
    transitions=TRANSITIONS,
    guards=guards_of(TRANSITIONS),
    parameters=Parameters("joint_steering_function"),
    basis=(PILOT,),
    open_questions=questions.QUESTIONS,
)
