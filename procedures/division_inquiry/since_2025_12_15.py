"""Changing the counties as in force from 15 December 2025: the act on the division into counties (HE 91/2025).

What is known to have changed (`since_2021_07_01` has what was before):

- the decision is made at least one year before it has effect, whether or not elections fall in between;
- the division into regions no longer changes with the counties;
- dividing a county needs an economic account as well.

The act's text was not read. The rest is taken over from 614/2021 and cited as what stands in its place (`restated`).
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure, TransitionalRule
from engine.law import Label, Status
from procedures.declaring import guards_of, numbers_of
from procedures.division_inquiry import connections, profile, questions, states
from procedures.division_inquiry.deadlines import DECISION_A_YEAR_BEFORE
from procedures.division_inquiry.guards_decision import CHANGE_IS_DECIDED
from procedures.division_inquiry.guards_opening import TRANSFER_OR_DIVISION_ACCOUNTED
from procedures.division_inquiry.guards_timing import DECIDED_A_YEAR_BEFORE
from procedures.division_inquiry.moves_decision import AFTER, PREPARING, deciding, planning
from procedures.division_inquiry.moves_inquiry import OPENING, ORDERING, inquiring
from procedures.division_inquiry.restated import restated
from procedures.division_inquiry.since_2021_07_01 import DECLARATION as BEFORE
from procedures.statutes import COUNTIES, DIVISION_2025

_TRANSITIONS: Final = restated(
    (
        *OPENING,
        *ORDERING,
        *inquiring(TRANSFER_OR_DIVISION_ACCOUNTED),
        *PREPARING,
        planning(DECISION_A_YEAR_BEFORE, cancels=(DECISION_A_YEAR_BEFORE,)),
        *deciding(DECIDED_A_YEAR_BEFORE, meets=(DECISION_A_YEAR_BEFORE,)),
        *AFTER,
    )
)
_PENDING_CASES: Final = TransitionalRule(
    id="pending_inquiries",
    label=Label(
        "15.12.2025 vireillä olleet asiat",
        "ärenden som var anhängiga den 15.12.2025",
        "cases pending on 15 December 2025",
    ),
    version_from=BEFORE.in_force_from,
    basis=(
        DIVISION_2025(
            "",
            Status.UNSETTLED,
            Label(
                "siirtymäsäännöstä ei tunneta",
                "övergångsbestämmelsen är inte känd",
                "the transitional provision is not known",
            ),
        ),
    ),
    unless=restated(CHANGE_IS_DECIDED),
)

DECLARATION: Final = Procedure(
    id=profile.PROCEDURE,
    label=profile.LABEL,
    description=profile.DESCRIPTION,
    in_force_from=date(2025, 12, 15),
    in_force_until=None,
    ministry="VM",
    subject_kinds=profile.SUBJECT_KINDS,
    roles=profile.ROLES,
    states=restated(states.STATES),
    transitions=_TRANSITIONS,
    guards=guards_of(_TRANSITIONS),
    parameters=numbers_of(__package__, "residents_share", "decision_lead", "appeal_days"),
    basis=(DIVISION_2025("", Status.SECONDARY), COUNTIES("122 § 4 mom.")),
    reactions=restated(connections.REACTIONS),
    listens=restated(connections.LISTENS),
    open_questions=(questions.NEW_ACT, *questions.COMMON),
    one_open_case=False,
    sources=(
        *profile.SOURCES,
        (
            "https://vm.fi/-/hyvinvointialuejakolaki-ja-maakuntajakolaki-seka-muutokset-hyvin-vointialuelakiin-"
            "valtuustoryhmien-tukemisesta-ja-luottamushenkiloi-den-palkkioista-voimaan?languageId=fi_FI"
        ),
        "https://www.eduskunta.fi/FI/vaski/Mietinto/Sivut/HaVM_22+2025.aspx",
    ),
    transitional=(_PENDING_CASES,),
)
