"""The programme of the reform, by the development proposal of 2025: goal tree, measures, assumptions, risks, reports.

One case is one programme, and it runs as long as the programme does. What it is about stands in the catalogue beside
(`catalogue.py`); the case holds what became of it. A failed assumption takes the whole plan to be assessed anew, as the
proposal says, and meanwhile everything else goes on. The chain of reports is core group, permanent secretaries,
ministerial group; each report says as of which position of the log it showed which pages.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure
from engine.law import Label
from engine.parameters import Parameters
from procedures.declaring import guards_of
from procedures.reform_programme import questions, states
from procedures.reform_programme.guards import FOLLOW_UP, PLANS, PREFACE
from procedures.reform_programme.moves import TRANSITIONS
from procedures.roles import CORE_GROUP, MINISTERIAL_GROUP, PERMANENT_SECRETARIES, SM, STM, VM

DECLARATION: Final = Procedure(
    id="reform_programme",
    label=Label("reformin kehittämisohjelma", "reformens utvecklingsprogram", "programme of the reform"),
    description=Label(
        "Hyvinvointialuereformin etenemisen ja ohjauksen kehittämisohjelma: tavoitepuu, toimenpiteet, olettamat, "
        "riskit ja raportointi.",
        "Programmet för att utveckla reformens framskridande och styrningen: målträd, åtgärder, antaganden, risker och "
        "rapportering.",
        "The programme that develops the reform and its steering: goal tree, measures, assumptions, risks, reports.",
    ),
    in_force_from=date(2025, 1, 1),
    in_force_until=None,
    ministry="VM",
    subject_kinds=("state",),
    roles=(CORE_GROUP, VM, STM, SM, PERMANENT_SECRETARIES, MINISTERIAL_GROUP),
    states=states.STATES,
    transitions=TRANSITIONS,
    guards=guards_of(TRANSITIONS),
    parameters=Parameters("reform_programme"),
    basis=(PREFACE, PLANS, FOLLOW_UP),
    open_questions=questions.QUESTIONS,
)
