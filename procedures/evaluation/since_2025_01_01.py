"""The evaluation procedure as in force from 1 January 2025: 611/2021 amended by 1056/2024, 615/2021 by 1057/2024.

What changed (`since_2023_01_01` has what was before):

- E4 asks for a changed borrowing authority or additional funding, once;
- the group must handle a proposal to change the county before it gives its proposals;
- the county reports on the measures quarterly besides, and in the negotiation of 13 a §;
- when measures are not carried out and 123 § is met again, a division inquiry needs no new evaluation;
- the initiative of the Ministry of Social Affairs and Health reaches HUS.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Kind, Meets, Procedure, Transition
from procedures.declaring import guards_of
from procedures.evaluation import documents as doc
from procedures.evaluation import profile, questions, states
from procedures.evaluation.deadlines import INTERIM_REPORT
from procedures.evaluation.facts_after import INTERIM_REPORT_GIVEN, MEASURES_REPORTED_IN_NEGOTIATION
from procedures.evaluation.guards_after import INQUIRY_NEEDED, INTERIM_REPORT_PLACED
from procedures.evaluation.guards_group import DIVISION_PROPOSAL_HANDLED
from procedures.evaluation.guards_start import AUTHORITY_OR_GRANT
from procedures.evaluation.moves_after import (
    DIVIDING,
    FOLLOWING,
    NEED_WITHOUT_EVALUATION,
    WITH_MEASURES,
    council,
    hearing_on_division,
    investigating,
)
from procedures.evaluation.moves_group import APPOINTING, assessing, proposing
from procedures.evaluation.moves_powers import BESIDE_THE_LINE
from procedures.evaluation.moves_start import STARTING, openings
from procedures.evaluation.numbers import numbers_of
from procedures.evaluation.tasks import HANDLE_DIVISION_PROPOSAL, REPORT_QUARTERLY
from procedures.roles import COUNTY
from procedures.statutes import AMENDMENT_2024, COUNTIES

_REPORTING: Final = (
    Transition(
        fact=INTERIM_REPORT_GIVEN,
        sources=WITH_MEASURES,
        target=None,
        by=(COUNTY,),
        kind=Kind.ACT,
        basis=(COUNTIES("122 § 3 mom."), AMENDMENT_2024("122 § 3 mom.")),
        guards=(INTERIM_REPORT_PLACED,),
        documents=(doc.INTERIM_REPORT,),
        meets=(Meets(INTERIM_REPORT, which="oldest"),),
        starts=(INTERIM_REPORT,),
        tasks=(REPORT_QUARTERLY,),
    ),
    Transition(
        fact=MEASURES_REPORTED_IN_NEGOTIATION,
        sources=WITH_MEASURES,
        target=None,
        by=(COUNTY,),
        kind=Kind.ACT,
        basis=(COUNTIES("122 § 3 mom."), COUNTIES("13 a §")),
    ),
)

_TRANSITIONS: Final = (
    *openings(AUTHORITY_OR_GRANT),
    *STARTING,
    *APPOINTING,
    *assessing(HANDLE_DIVISION_PROPOSAL),
    proposing(DIVISION_PROPOSAL_HANDLED),
    *council((INTERIM_REPORT,), (REPORT_QUARTERLY,)),
    *FOLLOWING,
    *_REPORTING,
    NEED_WITHOUT_EVALUATION,
    hearing_on_division(states.NOTIFIED_TO_VM, states.FOLLOW_UP),
    investigating(states.NOTIFIED_TO_VM),
    investigating(states.FOLLOW_UP, INQUIRY_NEEDED),
    *DIVIDING,
    *BESIDE_THE_LINE,
)

EVALUATION: Final = Procedure(
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
        "rectification_days",
        "appeal_days",
        "further_appeal_days",
        "measures_report_day",
        "budget_day",
        "interim_report_days",
        "consecutive_accounts",
        "first_accounts_year",
        "additional_funding_grants",
        "endangered_years",
        "endangered_window",
    ),
    basis=profile.BASIS,
    reactions=profile.REACTIONS,
    open_questions=(
        questions.GRANTS_BEFORE_2025,
        questions.QUARTERLY_DAYS,
        questions.ROUND_OF_2025,
        *questions.COMMON,
    ),
    sources=(
        *profile.SOURCES,
        "https://www.finlex.fi/fi/laki/alkup/2024/20241056",
        "https://www.finlex.fi/fi/laki/alkup/2024/20241057",
    ),
    formerly=("c5992993ea6ebfb9932119d964464681511cba9e1c8f2ee7f9e66be40b3b563f",),
)
