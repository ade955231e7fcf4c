"""The time limits of changing an authority.

The law sets none for the application, the group or the decision: none is invented. A decision may set days for reports.
"""

from __future__ import annotations

from typing import Final

from engine.counting import DeadlineKind, Period, Stated
from engine.declaration import DeadlineRule
from engine.law import Label, Status
from procedures.statutes import COUNTIES, COURT_PROCEDURE

GROUP_TERM: Final = DeadlineRule(
    "group_term",
    Label(
        "valmisteluryhmän toimikausi päättyy",
        "beredningsgruppens mandattid går ut",
        "end of the preparation group's term",
    ),
    DeadlineKind.AGREED,
    Stated("term_ends_on"),
    (
        COUNTIES(
            "15 § 4 mom.",
            Status.PRACTICE,
            Label(
                "laissa ei säädetä toimikaudesta; valtiovarainministeriö asettaa sen",
                "mandattiden regleras inte i lag; finansministeriet bestämmer den",
                "the law sets no term; the Ministry of Finance does",
            ),
        ),
    ),
    reminders_days=(-30, -7),
)
CONDITION_REPORT: Final = DeadlineRule(
    "condition_report",
    Label("raportti ehtojen toteutumisesta", "rapport om uppfyllandet av villkoren", "report on the conditions"),
    DeadlineKind.AGREED,
    Stated("next_report_on"),
    (
        COUNTIES(
            "15 § 3 mom.",
            Status.PRACTICE,
            Label(
                "raportoinnin päivät ovat päätöksen, eivät lain",
                "dagarna för rapporteringen följer av beslutet, inte av lagen",
                "the days of reporting are the decision's, not the law's",
            ),
        ),
    ),
    reminders_days=(-14, -3),
)
GOVERNMENT_APPEAL: Final = DeadlineRule(
    "government_appeal",
    Label(
        "valitus valtioneuvoston päätöksestä korkeimpaan hallinto-oikeuteen",
        "besvär över statsrådets beslut hos högsta förvaltningsdomstolen",
        "appeal against the Government's decision to the Supreme Administrative Court",
    ),
    DeadlineKind.PERIOD,
    Period("appeal_days"),
    (COUNTIES("138 § 3 mom."), COURT_PROCEDURE("8 §"), COURT_PROCEDURE("13 §")),
    reminders_days=(-10, -3),
    outlives_case=True,
)
