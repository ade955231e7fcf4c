"""The borrowing authority as in force from 1 July 2021 to 31 December 2024: 611/2021 as given, 616/2021 61 § 1 mom.

15 and 17–18 § came into force with the act (616/2021 1 §), so that the Government could decide in June 2022 for 2023.
What 1056/2024 changed (see `since_2025_01_01`) reads here:

- the wording does not say that the authority must cover contracts equivalent to investments;
- the authority for 2023 rests on the figures of the joint municipal authorities that passed to the county.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure
from engine.law import Label, Status
from procedures.borrowing_authority import guards, moves, profile, questions, states
from procedures.borrowing_authority.moves_guarantee import GUARANTEEING
from procedures.declaring import guards_of, numbers_of
from procedures.statutes import COUNTIES, IMPLEMENTATION

_OF_CONTRACTS: Final = COUNTIES(
    "15 § 1 mom.",
    Status.PRACTICE,
    Label(
        "investointia vastaavat sopimukset luettiin valtuuteen; sanamuodossa niitä ei ollut",
        "avtal som motsvarar investeringar räknades in; de fanns inte i ordalydelsen",
        "contracts equivalent to investments were counted in; the wording did not mention them",
    ),
)
_TRANSITIONS: Final = (
    *moves.calculating(guards.FIRST_YEAR_FIGURES, basis=(COUNTIES("15 § 1–2 mom."), IMPLEMENTATION("61 § 1 mom."))),
    *moves.DECIDING,
    *moves.using(_OF_CONTRACTS),
    *GUARANTEEING,
    *moves.ENDING,
    *moves.REMEDIES,
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
    parameters=numbers_of(
        __package__,
        "repayment_divisor",
        "loan_service_ratio",
        "first_financial_year",
        "guarantee_change_principal_cents",
        "appeal_days",
        "treasury_rectification_days",
    ),
    basis=(*profile.BASIS, IMPLEMENTATION("61 § 1 mom.")),
    reactions=profile.REACTIONS,
    listens=profile.LISTENS,
    open_questions=(
        questions.AMENDMENT_REACHES_OPEN_CASES,
        questions.CONTRACTS_BEFORE_2025,
        questions.FIRST_YEAR,
        *questions.COMMON,
    ),
    one_open_case=False,
    one_case_per="financial_year",
    sources=profile.SOURCES,
)
