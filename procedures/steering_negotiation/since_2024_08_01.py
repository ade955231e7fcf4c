"""The joint negotiation as in force from 1 August 2024: 611/2021 13 a §, added by 468/2024.

There is one case for each year and county. The one of a year may still be followed up while the next has begun, so
several may be open at once. The act sets no time limit, so no number is declared.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure
from engine.parameters import Parameters
from procedures.declaring import guards_of
from procedures.steering_negotiation import profile, questions, states
from procedures.steering_negotiation.moves import TRANSITIONS

DECLARATION: Final = Procedure(
    id=profile.PROCEDURE,
    label=profile.LABEL,
    description=profile.DESCRIPTION,
    in_force_from=date(2024, 8, 1),
    in_force_until=None,
    ministry="VM",
    subject_kinds=profile.SUBJECT_KINDS,
    roles=profile.ROLES,
    states=states.STATES,
    transitions=TRANSITIONS,
    guards=guards_of(TRANSITIONS),
    parameters=Parameters(profile.PROCEDURE),
    basis=profile.BASIS,
    reactions=profile.REACTIONS,
    listens=profile.LISTENS,
    open_questions=questions.QUESTIONS,
    one_open_case=False,
    one_case_per="year",
    sources=profile.SOURCES,
)
