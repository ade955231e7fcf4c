"""The borrowing authority as in force from 1 January 2025: 611/2021 amended by 1056/2024.

What changed (`since_2021_07_01` has what was before):

- the authority must also cover contracts equivalent to investments (15 § 1 mom.);
- the figures of the joint municipal authorities of before 2023 serve no more.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure
from procedures.borrowing_authority import guards, moves, profile, questions, states
from procedures.borrowing_authority.moves_guarantee import GUARANTEEING
from procedures.declaring import guards_of, numbers_of
from procedures.statutes import AMENDMENT_2024, COUNTIES

_TRANSITIONS: Final = (
    *moves.calculating(
        guards.OWN_FIGURES,
        guards.EQUIVALENT_CONTRACTS_COVERED,
        basis=(COUNTIES("15 § 1–2 mom."), AMENDMENT_2024("15 § 1 mom.")),
    ),
    *moves.DECIDING,
    *moves.using(AMENDMENT_2024("15 § 1 mom.")),
    *GUARANTEEING,
    *moves.ENDING,
    *moves.REMEDIES,
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
    parameters=numbers_of(
        __package__,
        "repayment_divisor",
        "loan_service_ratio",
        "guarantee_change_principal_cents",
        "appeal_days",
        "treasury_rectification_days",
    ),
    basis=profile.BASIS,
    reactions=profile.REACTIONS,
    listens=profile.LISTENS,
    open_questions=questions.COMMON,
    one_open_case=False,
    one_case_per="financial_year",
    sources=(*profile.SOURCES, "https://www.finlex.fi/fi/laki/alkup/2024/20241056"),
)
