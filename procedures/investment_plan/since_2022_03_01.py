"""The first investment plan: 611/2021 16 §, 612/2021 25–26 § and 613/2021 11 §, in force from 1 March 2022.

616/2021 61 § 2 mom. ruled the first plan, and reads here (see `since_2023_01_01` for the yearly one):

- the proposal was due on 1 October 2022 and covered the financial years 2023–2026;
- the ministries had to decide by 31 December 2022;
- the objectives were confirmed by the end of 2022 and the agreements of 36 § made later still (616/2021 1 §), so the
  proposal of October need not rest on them;
- no yearly reports held a preliminary proposal yet: 612/2021 29 § and 613/2021 13 § came into force in 2023.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure
from procedures.declaring import guards_of, numbers_of
from procedures.investment_plan import guards, guards_parts, moves, moves_after, moves_parts, profile, questions
from procedures.investment_plan.deadlines import FIRST_HEALTH_DECISION, FIRST_PROPOSAL_DUE, FIRST_RESCUE_DECISION
from procedures.investment_plan.states import states
from procedures.statutes import IMPLEMENTATION

_WORDING: Final = moves.Wording(
    due=FIRST_PROPOSAL_DUE,
    years=guards.YEARS_OF_FIRST_PLAN,
    basis=moves.FIRST_PLAN,
    contents=(guards.EFFECTS_OF_FIRST_PLAN,),
    health_decision=(FIRST_HEALTH_DECISION,),
    rescue_decision=(FIRST_RESCUE_DECISION,),
)
_TRANSITIONS: Final = (
    *moves.awaiting(_WORDING, preliminary=False),
    *moves.delivering(_WORDING),
    *moves.checking(_WORDING),
    *moves_parts.deciding(
        (FIRST_HEALTH_DECISION,), (FIRST_RESCUE_DECISION,), objectives=guards_parts.NO_OBJECTIVES_GROUND
    ),
    *moves.starting_anew(_WORDING),
    *moves_after.CARRYING_OUT,
    moves_after.discontinuing(_WORDING.awaited),
    *moves_after.REMEDIES,
)

DECLARATION: Final = Procedure(
    id=profile.PROCEDURE,
    label=profile.LABEL,
    description=profile.DESCRIPTION,
    in_force_from=date(2022, 3, 1),
    in_force_until=date(2022, 12, 31),
    ministry="STM",
    subject_kinds=profile.SUBJECT_KINDS,
    roles=profile.ROLES,
    states=states(FIRST_PROPOSAL_DUE.id),
    transitions=_TRANSITIONS,
    guards=guards_of(_TRANSITIONS),
    parameters=numbers_of(
        __package__, "proposal_day", "first_decisions_day", "plan_years", "plan_begins_after", "appeal_days"
    ),
    basis=(*profile.BASIS, IMPLEMENTATION("61 § 2 mom.")),
    listens=profile.LISTENS,
    open_questions=(questions.FIRST_DAYS_OFF, *questions.COMMON),
    one_open_case=False,
    one_case_per="plan_year",
    sources=profile.SOURCES,
)
