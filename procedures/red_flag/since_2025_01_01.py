"""A red flag, by the counties' feedback in the roadmap of 30 June 2021.

The feedback asks for a known way to raise a flag when a county is not going to reach its goal, for a plan B, and for
somebody to call. It names no time: the State's clock is an internal target of this software, marked as such. A county
can have several flags up at once. Only the county lowers a flag; a promise of support does not.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure
from engine.law import Label
from procedures.declaring import guards_of, numbers_of
from procedures.red_flag import questions, states
from procedures.red_flag.moves import TRANSITIONS
from procedures.red_flag.states import FLAG
from procedures.roles import COUNTY_OFFICIALS, SM, STM, VM

DECLARATION: Final = Procedure(
    id="red_flag",
    label=Label("punainen lippu", "röd flagg", "red flag"),
    description=Label(
        "Alue kertoo, ettei se saavuta tavoitetta ilman tukea; valtio vastaa, ja alueella on varasuunnitelma.",
        "Ett område säger att det inte når målet utan stöd; staten svarar, och området har en reservplan.",
        "A county says that it will not reach the goal without support; the State answers, and there is a plan B.",
    ),
    in_force_from=date(2025, 1, 1),
    in_force_until=None,
    ministry="STM",
    subject_kinds=("county", "city", "joint_authority"),
    roles=(STM, VM, SM, COUNTY_OFFICIALS),
    states=states.STATES,
    transitions=TRANSITIONS,
    guards=guards_of(TRANSITIONS),
    parameters=numbers_of(__package__, "answer_target"),
    basis=(FLAG,),
    open_questions=questions.QUESTIONS,
    one_open_case=False,
)
