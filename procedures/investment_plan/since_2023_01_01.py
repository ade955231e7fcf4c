"""The investment plan as in force from 1 January 2023 to 31 December 2024: the acts as given.

What was special to the first plan is in `since_2022_03_01`; what 1056/2024 changed is in `since_2025_01_01`.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure
from procedures.declaring import guards_of, numbers_of
from procedures.investment_plan import guards, guards_parts, moves, moves_after, moves_parts, profile, questions
from procedures.investment_plan.deadlines import PROPOSAL_DUE
from procedures.investment_plan.states import states

_WORDING: Final = moves.Wording(
    due=PROPOSAL_DUE, years=guards.YEARS_OF_PLAN, basis=moves.YEARLY_PLAN, contents=moves.OF_PARTS
)
_TRANSITIONS: Final = (
    *moves.awaiting(_WORDING, preliminary=True),
    *moves.delivering(_WORDING),
    *moves.checking(_WORDING),
    *moves_parts.deciding((), (), objectives=guards_parts.NO_OBJECTIVES_GROUND),
    *moves.starting_anew(_WORDING),
    *moves_after.CARRYING_OUT,
    moves_after.discontinuing(_WORDING.awaited),
    *moves_after.REMEDIES,
)

DECLARATION: Final = Procedure(
    id=profile.PROCEDURE,
    label=profile.LABEL,
    description=profile.DESCRIPTION,
    in_force_from=date(2023, 1, 1),
    in_force_until=date(2024, 12, 31),
    ministry="STM",
    subject_kinds=profile.SUBJECT_KINDS,
    roles=profile.ROLES,
    states=states(PROPOSAL_DUE.id),
    transitions=_TRANSITIONS,
    guards=guards_of(_TRANSITIONS),
    parameters=numbers_of(__package__, "proposal_day", "plan_years", "plan_begins_after", "appeal_days"),
    basis=profile.BASIS,
    listens=profile.LISTENS,
    open_questions=(questions.AMENDMENT_REACHES_OPEN_CASES, questions.DAYS_OFF, *questions.COMMON),
    one_open_case=False,
    one_case_per="plan_year",
    sources=profile.SOURCES,
)
