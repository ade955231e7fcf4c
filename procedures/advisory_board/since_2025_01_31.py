"""The advisory board as in force from 31 January 2025: 611/2021 13 § and government decree 25/2025.

What the decree brought (`since_2024_08_01` has what was before): the seats and who holds them, personal deputies, the
term by decision of the Government, convening, the secretary-general, sections, the quorum, and replacement members.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure, TransitionalRule
from engine.law import Label, Status
from procedures.advisory_board import profile, questions, states
from procedures.advisory_board.moves_setting import STAFFING, ending, setting
from procedures.advisory_board.moves_working import CONVENING, handling
from procedures.declaring import guards_of, numbers_of
from procedures.roles import (
    ADVISORY_BOARD,
    ADVISORY_BOARD_CHAIR,
    ADVISORY_BOARD_MEMBERS,
    GOVERNMENT,
    PARTY_OF_CASE,
    VM,
)
from procedures.statutes import ADVISORY_BOARD_DECREE, COUNTIES, STEERING_2024, UUSIMAA

_TRANSITIONS: Final = (
    *setting(decree=True),
    *CONVENING,
    *handling(decree=True),
    *STAFFING,
    *ending(decree=True),
)

DECLARATION: Final = Procedure(
    id=profile.PROCEDURE,
    label=profile.LABEL,
    description=profile.DESCRIPTION,
    in_force_from=date(2025, 1, 31),
    in_force_until=None,
    ministry="VM",
    subject_kinds=("state",),
    roles=(VM, GOVERNMENT, ADVISORY_BOARD, ADVISORY_BOARD_CHAIR, ADVISORY_BOARD_MEMBERS, PARTY_OF_CASE),
    states=states.STATES,
    transitions=_TRANSITIONS,
    guards=guards_of(_TRANSITIONS),
    parameters=numbers_of(
        __package__,
        "chairs",
        "other_members",
        "members_of_vm",
        "members_of_stm",
        "members_of_sm",
        "members_of_tem",
        "members_of_okm",
        "quorum_percent",
        "requesting_percent",
    ),
    basis=(COUNTIES("13 §"), STEERING_2024("13 §"), ADVISORY_BOARD_DECREE("1–7 §"), UUSIMAA("17 § 2 mom.")),
    reactions=profile.REACTIONS,
    open_questions=(
        questions.MINISTRY_MEMBERS,
        questions.CHAIR_REPLACED,
        questions.DECREE_AND_EARLIER,
        *questions.COMMON,
    ),
    one_open_case=False,
    listens=profile.LISTENS,
    transitional=(
        TransitionalRule(
            id="decree_reaches_board",
            label=Label(
                "asetus koskee sen voimaan tullessa toimivaa neuvottelukuntaa",
                "förordningen gäller den delegation som verkar när den träder i kraft",
                "the decree reaches the board that acts when it comes into force",
            ),
            version_from=date(2024, 8, 1),
            basis=(
                ADVISORY_BOARD_DECREE(
                    "7 §",
                    Status.UNSETTLED,
                    Label(
                        "siirtymäsäännöstä ei ole; sanamuoto ei tee poikkeusta",
                        "övergångsbestämmelse saknas; ordalydelsen gör inget undantag",
                        "there is no transition clause; the wording makes no exception",
                    ),
                ),
            ),
        ),
    ),
    partners=profile.partners,
    sources=(
        "https://www.finlex.fi/fi/laki/alkup/2021/20210611",
        "https://www.finlex.fi/fi/laki/alkup/2024/20240468",
        "https://www.finlex.fi/fi/laki/alkup/2024/20240471",
        "https://www.finlex.fi/fi/laki/alkup/2025/20250025",
    ),
)
