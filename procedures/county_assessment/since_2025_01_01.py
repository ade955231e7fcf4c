"""One county against the five preconditions of the reform, and how it is steered after that.

The five (catalogue of `reform_programme`) are assessed with evidence and assessor, the pace of the reform is judged,
and the county is supported individually where it is too slow, or steered less where that is not needed. The assessment
goes on as long as the programme; a special procedure that begins about the county asks for it anew.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure
from engine.law import Label
from engine.parameters import Parameters
from procedures.county_assessment import questions, states
from procedures.county_assessment.guards import PRECONDITIONS, SUPPORT
from procedures.county_assessment.moves import LISTENS, TRANSITIONS
from procedures.declaring import guards_of
from procedures.roles import SM, STM, VM

DECLARATION: Final = Procedure(
    id="county_assessment",
    label=Label(
        "alueen etenemisen arviointi", "bedömning av områdets framskridande", "assessment of the county's progress"
    ),
    description=Label(
        "Reformin eteneminen hyvinvointialueella viittä edellytystä vasten; yksilöllinen tuki tai kevennys.",
        "Reformens framskridande i välfärdsområdet mot fem förutsättningar, och individuellt stöd eller lättnad.",
        "The county's progress against five preconditions, and individual support or lighter steering.",
    ),
    in_force_from=date(2025, 1, 1),
    in_force_until=None,
    ministry="VM",
    subject_kinds=("county", "city", "joint_authority"),
    roles=(VM, STM, SM),
    states=states.STATES,
    transitions=TRANSITIONS,
    guards=guards_of(TRANSITIONS),
    parameters=Parameters("county_assessment"),
    basis=(PRECONDITIONS, SUPPORT),
    open_questions=questions.QUESTIONS,
    listens=LISTENS,
)
