"""Changing the authority as in force from 1 July 2021 to 31 December 2024: 611/2021 as given.

15 § came into force with the act (616/2021 1 §); 122–124 § applied from 1 January 2023. What 1056/2024 brought (see
`since_2025_01_01`) is not here: an unmet condition was no criterion of any procedure.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure
from procedures.borrowing_authority_change import moves, moves_after, profile, questions, states
from procedures.declaring import guards_of, numbers_of

_TRANSITIONS: Final = (
    *moves.OPENING,
    *moves.PREPARING,
    *moves.DECIDING,
    *moves_after.FOLLOWING,
    moves_after.unmet(),
    *moves_after.ending(),
    *moves_after.REMEDIES,
)

DECLARATION: Final = Procedure(
    id=profile.PROCEDURE,
    label=profile.LABEL,
    description=profile.DESCRIPTION,
    in_force_from=date(2021, 7, 1),
    in_force_until=date(2024, 12, 31),
    ministry="VM",
    subject_kinds=profile.SUBJECT_KINDS,
    roles=profile.ROLES,
    states=states.STATES,
    transitions=_TRANSITIONS,
    guards=guards_of(_TRANSITIONS),
    parameters=numbers_of(__package__, "appeal_days"),
    basis=profile.BASIS,
    listens=profile.LISTENS,
    open_questions=(questions.AMENDMENT_REACHES_OPEN_CASES, questions.GATE_BEFORE_2023, *questions.COMMON),
    one_open_case=False,
    sources=profile.SOURCES,
)
