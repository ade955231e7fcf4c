"""Changing the authority as in force from 1 January 2025: 611/2021 amended by 1056/2024.

What changed (`since_2021_07_01` has what was before): measures required by the decision that are evidently not being
carried out, and for which the county has decided on no substitute, are a criterion of pre-emptive financial steering
(13 b § 1 mom. 2); the ministry weighs that before the case can be closed.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure
from procedures.borrowing_authority_change import guards, moves, moves_after, profile, questions, states
from procedures.declaring import guards_of, numbers_of
from procedures.statutes import AMENDMENT_2024, COUNTIES

_TRANSITIONS: Final = (
    *moves.OPENING,
    *moves.PREPARING,
    *moves.DECIDING,
    *moves_after.FOLLOWING,
    moves_after.unmet(
        guards.EVIDENTLY_UNMET,
        guards.NO_SUBSTITUTE,
        basis=(COUNTIES("13 b § 1 mom. 2 kohta"), AMENDMENT_2024("13 b §")),
        tasks=(moves_after.WEIGH_PREEMPTIVE,),
    ),
    moves_after.PREEMPTIVE_WEIGHED,
    *moves_after.ending(guards.PREEMPTIVE_WEIGHED),
    *moves_after.REMEDIES,
)

DECLARATION: Final = Procedure(
    id=profile.PROCEDURE,
    label=profile.LABEL,
    description=profile.DESCRIPTION,
    in_force_from=date(2025, 1, 1),
    in_force_until=None,
    ministry="VM",
    subject_kinds=profile.SUBJECT_KINDS,
    roles=profile.ROLES,
    states=states.STATES,
    transitions=_TRANSITIONS,
    guards=guards_of(_TRANSITIONS),
    parameters=numbers_of(__package__, "appeal_days"),
    basis=profile.BASIS,
    listens=profile.LISTENS,
    open_questions=questions.COMMON,
    one_open_case=False,
    sources=(*profile.SOURCES, "https://www.finlex.fi/fi/laki/alkup/2024/20241056"),
)
