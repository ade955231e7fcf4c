"""The interim evaluation of the reform, set by three ministries as project STM042:00/2025.

From assignment to follow-up: an independent group of experts reports by the day of the assignment, each ministry gives
its position, and what follows from it is agreed and followed. No statute orders it.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure
from engine.law import Label
from engine.parameters import Parameters
from procedures.declaring import guards_of
from procedures.interim_evaluation import questions, states
from procedures.interim_evaluation.guards import PROJECT, REFORM
from procedures.interim_evaluation.moves import TRANSITIONS
from procedures.roles import EXPERT_GROUP, SM, STM, VM

DECLARATION: Final = Procedure(
    id="interim_evaluation",
    label=Label("väliarviointi", "mellanutvärdering", "interim evaluation of the reform"),
    description=Label(
        "Hyvinvointialueuudistuksen väliarviointi: toimeksianto, riippumaton asiantuntijaryhmä, raportti, "
        "ministeriöiden kannat ja jatkotoimet.",
        "Mellanutvärdering av välfärdsområdesreformen: uppdrag, oberoende expertgrupp, rapport, ministeriernas "
        "ställningstaganden och fortsatta åtgärder.",
        "Interim evaluation of the reform: assignment, independent group of experts, report, positions of the "
        "ministries, and what follows.",
    ),
    in_force_from=date(2025, 1, 1),
    in_force_until=None,
    ministry="STM",
    subject_kinds=("state",),
    roles=(STM, VM, SM, EXPERT_GROUP),
    states=states.STATES,
    transitions=TRANSITIONS,
    guards=guards_of(TRANSITIONS),
    parameters=Parameters("interim_evaluation"),
    basis=(PROJECT, REFORM),
    open_questions=questions.QUESTIONS,
)
