"""The time limits of the board: all are days that a document states; the statute and the decree set none."""

from __future__ import annotations

from typing import Final

from engine.counting import DeadlineKind, Stated
from engine.declaration import DeadlineRule
from engine.law import Basis, Label, Status
from procedures.statutes import ADVISORY_BOARD_DECREE, COUNTIES

NOMINATION_REPLY: Final = DeadlineRule(
    "nomination_reply",
    Label("jäsenten nimeäminen", "utseende av medlemmar", "naming of members"),
    DeadlineKind.AGREED,
    Stated("reply_by"),
    (COUNTIES("13 § 3 mom.", Status.PRACTICE),),
    reminders_days=(-7, 1),
)


def term(*basis: Basis) -> DeadlineRule:
    """Gives the end of the board's term, on its legal basis."""
    return DeadlineRule(
        "term",
        Label("toimikauden päättyminen", "mandatperiodens utgång", "end of the term"),
        DeadlineKind.AGREED,
        Stated("term_ends_on"),
        basis,
        reminders_days=(-180, -60, -14),
    )


TERM_BY_STATUTE: Final = term(COUNTIES("13 § 3–4 mom.", Status.PRACTICE))
TERM: Final = term(ADVISORY_BOARD_DECREE("2 §"))
MEETING_DAY: Final = DeadlineRule(
    "meeting_day",
    Label("kokouspäivä", "sammanträdesdag", "day of the meeting"),
    DeadlineKind.AGREED,
    Stated("meeting_on"),
    (ADVISORY_BOARD_DECREE("3 § 1 mom."),),
    reminders_days=(-14, -3),
)
