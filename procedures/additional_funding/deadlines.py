"""The time limits of a matter of additional funding. Numbers stand in parameters.toml.

The law sets none for applying, preparing or deciding, and none for reporting on conditions: none is invented.
"""

from __future__ import annotations

from typing import Final

from engine.counting import DeadlineKind, NextOf, Period, Stated
from engine.declaration import DeadlineRule
from engine.law import Label, Status
from procedures.statutes import ADMINISTRATION, COURT_PROCEDURE, FUNDING, FUNDING_AMENDMENT_2022

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
        FUNDING(
            "26 § 2 mom.",
            Status.PRACTICE,
            Label(
                "laissa ei säädetä toimikaudesta",
                "mandattiden regleras inte i lag",
                "the law sets no term",
            ),
        ),
    ),
    reminders_days=(-30, -7),
)
PAYMENT: Final = DeadlineRule(
    "payment",
    Label(
        "maksu seuraavan kuukausierän yhteydessä",
        "utbetalning i samband med följande betalningspost",
        "payment with the next monthly instalment",
    ),
    DeadlineKind.FIXED,
    NextOf("instalment_days"),
    (FUNDING("26 § 3 mom."), FUNDING("25 § 2 mom."), FUNDING_AMENDMENT_2022("25 § 2 mom.")),
    reminders_days=(-7, 1),
)
CONDITIONS_REPORT: Final = DeadlineRule(
    "conditions_report",
    Label("raportti ehtojen toteutumisesta", "rapport om uppfyllandet av villkoren", "report on the conditions"),
    DeadlineKind.AGREED,
    Stated("report_by"),
    (
        FUNDING(
            "11 § 2 mom.",
            Status.PRACTICE,
            Label(
                "päivän asettaa päätös; laissa ei säädetä raportoinnista",
                "dagen bestäms i beslutet; lagen reglerar inte rapporteringen",
                "the decision sets the day; the law does not speak of reports",
            ),
        ),
    ),
    reminders_days=(-30, -7),
)
RECTIFICATION_REQUEST: Final = DeadlineRule(
    "rectification_request",
    Label(
        "oikaisuvaatimus valtioneuvostolle",
        "begäran om omprövning hos statsrådet",
        "request for rectification to the Government",
    ),
    DeadlineKind.PERIOD,
    Period("rectification_months"),
    (FUNDING("30 §"), ADMINISTRATION("59 § 2 mom.")),
    reminders_days=(-30, -7),
    outlives_case=True,
)
APPEAL: Final = DeadlineRule(
    "appeal",
    Label(
        "valitus oikaisuvaatimuspäätöksestä",
        "besvär över omprövningsbeslutet",
        "appeal against the decision on the request for rectification",
    ),
    DeadlineKind.PERIOD,
    Period("appeal_days"),
    (FUNDING("31 §"), COURT_PROCEDURE("13 § 2 mom.")),
    reminders_days=(-10, -3),
    outlives_case=True,
)
