"""The advisory board as in force from 1 August 2024 to 30 January 2025: 611/2021 13 § as amended by 468/2024 alone.

One board replaced three (that of the counties' economy and administration, and those of health and social services and
of rescue, whose terms end when this one is set). The statute asks for representation and leaves composition, term and
sections to a decree, which came with 31 January 2025 (see `since_2025_01_31`): until then no rule on seats, convening
or quorum was in force.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure
from procedures.advisory_board import profile, questions, states
from procedures.advisory_board.moves_setting import ending, setting
from procedures.advisory_board.moves_working import MEETING_BEFORE_DECREE, handling
from procedures.declaring import guards_of, numbers_of
from procedures.roles import ADVISORY_BOARD, GOVERNMENT, PARTY_OF_CASE, VM
from procedures.statutes import COUNTIES, STEERING_2024, UUSIMAA

_TRANSITIONS: Final = (
    *setting(decree=False),
    MEETING_BEFORE_DECREE,
    *handling(decree=False),
    *ending(decree=False),
)

DECLARATION: Final = Procedure(
    id=profile.PROCEDURE,
    label=profile.LABEL,
    description=profile.DESCRIPTION,
    in_force_from=date(2024, 8, 1),
    in_force_until=date(2025, 1, 30),
    ministry="VM",
    subject_kinds=("state",),
    roles=(VM, GOVERNMENT, ADVISORY_BOARD, PARTY_OF_CASE),
    states=states.STATES,
    transitions=_TRANSITIONS,
    guards=guards_of(_TRANSITIONS),
    parameters=numbers_of(__package__),
    basis=(COUNTIES("13 §"), STEERING_2024("13 §"), UUSIMAA("17 § 2 mom.")),
    reactions=profile.REACTIONS,
    open_questions=(questions.RULES_BEFORE_DECREE, *questions.COMMON),
    one_open_case=False,
    listens=profile.LISTENS,
    partners=profile.partners,
    sources=(
        "https://www.finlex.fi/fi/laki/alkup/2021/20210611",
        "https://www.finlex.fi/fi/laki/alkup/2024/20240468",
        "https://www.finlex.fi/fi/laki/alkup/2024/20240471",
    ),
)
