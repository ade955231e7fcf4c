"""The time limits around more time to cover a deficit. When it must be applied for is not known, and none is set."""

from __future__ import annotations

from typing import Final

from engine.counting import DeadlineKind, Period, Stated
from engine.declaration import DeadlineRule
from engine.law import Label
from procedures.deficit_extension.law import bill, taken_from
from procedures.statutes import ADMINISTRATION, COUNTIES, COURT_PROCEDURE

HEARING_REPLY: Final = DeadlineRule(
    "hearing_reply",
    Label("vastaus kuulemiskirjeeseen", "svar på brevet om hörande", "reply to the hearing letter"),
    DeadlineKind.AGREED,
    Stated("reply_by"),
    (taken_from(ADMINISTRATION, "33 §"),),
    reminders_days=(-3, 1),
)
COVER_DEFICIT: Final = DeadlineRule(
    "cover_deficit",
    Label("alijäämä katettava", "underskottet ska täckas", "deficit to be covered"),
    DeadlineKind.AGREED,
    Stated("cover_by"),
    (bill(), taken_from(COUNTIES, "115 § 2 mom.")),
    reminders_days=(-365, -90),
)
APPEAL: Final = DeadlineRule(
    "appeal",
    Label("valitus hallinto-oikeuteen", "besvär hos förvaltningsdomstolen", "appeal to the administrative court"),
    DeadlineKind.PERIOD,
    Period("appeal_days"),
    (taken_from(COURT_PROCEDURE, "13 § 2 mom."),),
    reminders_days=(-10, -3),
    outlives_case=True,
)
