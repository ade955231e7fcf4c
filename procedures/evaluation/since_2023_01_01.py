"""The evaluation procedure as in force from 1 January 2023 to 31 December 2024: 611/2021 as given.

What 1056/2024 changed (see `since_2025_01_01`) reads here:

- E4 asks for a changed borrowing authority, or for additional funding granted twice within three financial years;
- the group may, but need not, handle a proposal to change the county;
- the county accounts for the measures once a year, by the end of June;
- there is no way from the follow-up to a division inquiry without a new evaluation;
- the initiative of the Ministry of Social Affairs and Health does not reach HUS.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure
from procedures.declaring import guards_of
from procedures.evaluation import profile, questions, states
from procedures.evaluation.guards_start import AUTHORITY_OR_TWO_GRANTS, NOT_A_JOINT_AUTHORITY
from procedures.evaluation.moves_after import DIVIDING, FOLLOWING, council, hearing_on_division, investigating
from procedures.evaluation.moves_group import APPOINTING, assessing, proposing
from procedures.evaluation.moves_powers import BESIDE_THE_LINE
from procedures.evaluation.moves_start import STARTING, openings
from procedures.evaluation.numbers import numbers_of

_TRANSITIONS: Final = (
    *openings(AUTHORITY_OR_TWO_GRANTS, NOT_A_JOINT_AUTHORITY),
    *STARTING,
    *APPOINTING,
    *assessing(),
    proposing(),
    *council(),
    *FOLLOWING,
    hearing_on_division(states.NOTIFIED_TO_VM),
    investigating(states.NOTIFIED_TO_VM),
    *DIVIDING,
    *BESIDE_THE_LINE,
)

EVALUATION: Final = Procedure(
    id=profile.PROCEDURE,
    label=profile.LABEL,
    description=profile.DESCRIPTION,
    in_force_from=date(2023, 1, 1),
    in_force_until=date(2024, 12, 31),
    ministry="VM",
    subject_kinds=profile.SUBJECT_KINDS,
    roles=profile.ROLES,
    states=states.STATES,
    transitions=_TRANSITIONS,
    guards=guards_of(_TRANSITIONS),
    parameters=numbers_of(
        "rectification_days",
        "appeal_days",
        "further_appeal_days",
        "measures_report_day",
        "budget_day",
        "consecutive_accounts",
        "first_accounts_year",
        "additional_funding_grants",
        "additional_funding_window",
        "endangered_years",
        "endangered_window",
    ),
    basis=profile.BASIS,
    reactions=profile.REACTIONS,
    open_questions=(questions.AMENDMENT_REACHES_OPEN_CASES, *questions.COMMON),
    sources=profile.SOURCES,
    formerly=("fb0a9914e9a54b7158e8e049e8e8024e690b7e58b1e8833973e24cbac1954745",),
)
