"""Changing the counties as in force from 1 July 2021 to 14 December 2025: 614/2021, chapter 2.

The decision is made by the end of June of the year before the effect, or, when county elections fall in that year, by
the end of the year before the election year. The division into regions changes with the counties.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure
from procedures.declaring import guards_of, numbers_of
from procedures.division_inquiry import connections, profile, questions, states
from procedures.division_inquiry.deadlines import DECISION_BEFORE_ELECTIONS, DECISION_BEFORE_SUMMER
from procedures.division_inquiry.guards_opening import TRANSFER_ACCOUNTED
from procedures.division_inquiry.guards_timing import (
    DECIDED_BEFORE_SUMMER,
    ELECTIONS_BEFORE,
    ELECTIONS_SAID,
    REGIONS_DECIDED,
)
from procedures.division_inquiry.moves_decision import AFTER, PREPARING, deciding, planning
from procedures.division_inquiry.moves_inquiry import OPENING, ORDERING, inquiring
from procedures.statutes import COUNTIES, DIVISION

_DEADLINES: Final = (DECISION_BEFORE_SUMMER, DECISION_BEFORE_ELECTIONS)
_TRANSITIONS: Final = (
    *OPENING,
    *ORDERING,
    *inquiring(TRANSFER_ACCOUNTED),
    *PREPARING,
    planning(DECISION_BEFORE_ELECTIONS, ELECTIONS_SAID, cancels=_DEADLINES, when=ELECTIONS_BEFORE),
    planning(DECISION_BEFORE_SUMMER, ELECTIONS_SAID, cancels=_DEADLINES),
    *deciding(ELECTIONS_SAID, DECIDED_BEFORE_SUMMER, REGIONS_DECIDED, meets=_DEADLINES),
    *AFTER,
)

DECLARATION: Final = Procedure(
    id=profile.PROCEDURE,
    label=profile.LABEL,
    description=profile.DESCRIPTION,
    in_force_from=date(2021, 7, 1),
    in_force_until=date(2025, 12, 14),
    ministry="VM",
    subject_kinds=profile.SUBJECT_KINDS,
    roles=profile.ROLES,
    states=states.STATES,
    transitions=_TRANSITIONS,
    guards=guards_of(_TRANSITIONS),
    parameters=numbers_of(
        __package__, "residents_share", "decision_day", "decision_day_before_elections", "appeal_days"
    ),
    basis=(DIVISION("5–11 §"), COUNTIES("122 § 4 mom.")),
    reactions=connections.REACTIONS,
    listens=connections.LISTENS,
    open_questions=questions.COMMON,
    one_open_case=False,
    sources=profile.SOURCES,
)
