"""The time limits of the procedure: the day that the hearing letter states, and the time to appeal."""

from __future__ import annotations

from typing import Final

from engine.counting import DeadlineKind, Period, Stated
from engine.declaration import DeadlineRule
from engine.law import Label
from procedures.statutes import ADMINISTRATION, COURT_PROCEDURE, SERVICES, UUSIMAA

HEARING_REPLY: Final = DeadlineRule(
    "hearing_reply",
    Label("lausunto päätösluonnoksesta", "utlåtande om beslutsutkastet", "opinion on the draft decision"),
    DeadlineKind.AGREED,
    Stated("reply_by"),
    (ADMINISTRATION("33 §"), ADMINISTRATION("36 §")),
    reminders_days=(-7, 1),
)
APPEAL: Final = DeadlineRule(
    "appeal",
    Label(
        "valitus korkeimpaan hallinto-oikeuteen",
        "besvär hos högsta förvaltningsdomstolen",
        "appeal to the Supreme Administrative Court",
    ),
    DeadlineKind.PERIOD,
    Period("appeal_days", after="served_on"),
    (
        COURT_PROCEDURE("13 § 2 mom."),
        COURT_PROCEDURE("8 § 1 mom."),
        SERVICES("60 § 2 mom."),
        UUSIMAA("27 § 4 mom."),
    ),
    reminders_days=(-10, -3),
    outlives_case=True,
)
