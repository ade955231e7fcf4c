"""The national objectives as in force from 1 August 2024: 611/2021 12 a §, added by 468/2024.

One set of objectives is one case about the whole state. The next set is prepared while this one is in force, so two
cases may be open. The parties are the counties and Helsinki, each with duties of its own.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure
from procedures.declaring import guards_of, numbers_of
from procedures.national_objectives import profile, questions, states
from procedures.national_objectives.moves import TRANSITIONS
from procedures.national_objectives.tasks import partners

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
    parameters=numbers_of("procedures.national_objectives", "confirmation_period"),
    basis=profile.BASIS,
    reactions=profile.REACTIONS,
    listens=profile.LISTENS,
    open_questions=questions.QUESTIONS,
    one_open_case=False,
    partners=partners,
    sources=profile.SOURCES,
)
