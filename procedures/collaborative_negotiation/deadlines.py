"""The time limits of a round: none is the statute's. They are agreed, or the Government set them politically."""

from __future__ import annotations

from typing import Final

from engine.counting import DeadlineKind, Stated
from engine.declaration import DeadlineRule
from engine.law import Label, Status
from procedures.statutes import ADMINISTRATION, MIDTERM_SESSION_2025, SERVICES

_NO_DAY: Final = Label(
    "laissa ei säädetä kuukaudesta eikä päivästä: ”vuosittain”",
    "lagen anger varken månad eller dag: ”årligen”",
    "the law names neither month nor day: “yearly”",
)

MATERIAL_REPLY: Final = DeadlineRule(
    "material_reply",
    Label("aineiston toimittaminen", "lämnande av materialet", "delivery of the material"),
    DeadlineKind.AGREED,
    Stated("reply_by"),
    (SERVICES("37 § 4 mom.", Status.PRACTICE, _NO_DAY), ADMINISTRATION("33 §")),
    reminders_days=(-7, 1),
)
MEETING_DAY: Final = DeadlineRule(
    "meeting_day",
    Label("neuvottelupäivä", "förhandlingsdag", "day of the negotiation"),
    DeadlineKind.AGREED,
    Stated("meeting_on"),
    (SERVICES("37 § 4 mom.", Status.PRACTICE, _NO_DAY),),
    reminders_days=(-14, -3),
)
ASSESSMENT_WINDOW: Final = DeadlineRule(
    "assessment_window",
    Label(
        "sosiaali- ja terveysministeriön arvio neuvotteluissa",
        "social- och hälsovårdsministeriets bedömning i förhandlingarna",
        "the ministry's evaluation in the negotiations",
    ),
    DeadlineKind.POLITICAL,
    Stated("assess_by"),
    (MIDTERM_SESSION_2025("6 kohta", Status.PRACTICE),),
    reminders_days=(-30, -7),
)
GOVERNMENT_CONFIRMATION: Final = DeadlineRule(
    "government_confirmation",
    Label(
        "valtioneuvoston vahvistus tarvittaessa",
        "statsrådets bekräftelse vid behov",
        "confirmation by the Government where needed",
    ),
    DeadlineKind.POLITICAL,
    Stated("confirm_by"),
    (MIDTERM_SESSION_2025("6 kohta", Status.PRACTICE),),
    reminders_days=(-30, -7),
)
