"""The investment plan as in force from 1 January 2025: 611/2021 amended by 1056/2024.

What changed (`since_2023_01_01` has what was before): the borrowing authority must also cover contracts equivalent to
investments (15 § 1 mom.), so they are counted in when the proposal is compared with it. Whether conflict with the
national objectives became a ground on 1 January 2026 (HE 129/2025 vp) is not confirmed, and so marked.
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
    due=PROPOSAL_DUE,
    years=guards.YEARS_OF_PLAN,
    basis=moves.YEARLY_PLAN,
    contents=moves.OF_PARTS,
    of_check=(guards.EQUIVALENT_CONTRACTS_COUNTED,),
)
_TRANSITIONS: Final = (
    *moves.awaiting(_WORDING, preliminary=True),
    *moves.delivering(_WORDING),
    *moves.checking(_WORDING),
    *moves_parts.deciding((), (), objectives=guards_parts.OBJECTIVES_GROUND_IN_FORCE),
    *moves.starting_anew(_WORDING),
    *moves_after.CARRYING_OUT,
    moves_after.discontinuing(_WORDING.awaited),
    *moves_after.REMEDIES,
)

DECLARATION: Final = Procedure(
    id=profile.PROCEDURE,
    label=profile.LABEL,
    description=profile.DESCRIPTION,
    in_force_from=date(2025, 1, 1),
    in_force_until=None,
    ministry="STM",
    subject_kinds=profile.SUBJECT_KINDS,
    roles=profile.ROLES,
    states=states(PROPOSAL_DUE.id),
    transitions=_TRANSITIONS,
    guards=guards_of(_TRANSITIONS),
    parameters=numbers_of(__package__, "proposal_day", "plan_years", "plan_begins_after", "appeal_days"),
    basis=profile.BASIS,
    listens=profile.LISTENS,
    open_questions=(
        questions.OBJECTIVES_GROUND,
        questions.PLAN_DATES_BILL,
        questions.DAYS_OFF,
        *questions.COMMON,
    ),
    one_open_case=False,
    one_case_per="plan_year",
    sources=(
        *profile.SOURCES,
        "https://www.finlex.fi/fi/laki/alkup/2024/20241056",
        "https://www.eduskunta.fi/valtiopaivaasiakirjat/HE+129/2025",
    ),
)
