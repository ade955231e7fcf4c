"""The only time limits of the procedure: the days of the document's own reporting timetable (13 b § 3 mom.)."""

from __future__ import annotations

from typing import Final

from engine.counting import DeadlineKind, Stated
from engine.declaration import DeadlineRule
from engine.law import Label, Status
from procedures.statutes import COUNTIES

_TIMETABLE: Final = (
    COUNTIES("13 b § 3 mom."),
    COUNTIES(
        "13 b § 3 mom.",
        Status.PRACTICE,
        Label(
            "laissa ei säädetä raportointipäiviä; ne ovat asiakirjan omat",
            "lagen anger inga rapporteringsdagar; de är dokumentets egna",
            "the law sets no reporting days; they are the document's own",
        ),
    ),
)
REPORTING_DAY: Final = DeadlineRule(
    "reporting_day",
    Label(
        "asiakirjan mukainen raportointipäivä",
        "rapporteringsdag enligt dokumentet",
        "reporting day by the document",
    ),
    DeadlineKind.AGREED,
    Stated("next_report_by"),
    _TIMETABLE,
    reminders_days=(-14, -3),
)
