"""The time limits of the evaluation procedure. Numbers stand in parameters.toml.

The law sets no time for appointing the group, for the group's work or for the council's handling: none is invented.
"""

from __future__ import annotations

from typing import Final

from engine.counting import DeadlineKind, NextOf, Period, SetDay, Stated
from engine.declaration import DeadlineRule
from engine.law import Label, Status
from procedures.statutes import ADMINISTRATION, AMENDMENT_2024, COUNTIES, COURT_PROCEDURE, FINANCE_DATA

HEARING_REPLY: Final = DeadlineRule(
    "hearing_reply",
    Label("vastaus kuulemiskirjeeseen", "svar på brevet om hörande", "reply to the hearing letter"),
    DeadlineKind.AGREED,
    Stated("reply_by"),
    (ADMINISTRATION("33 §", Status.SECONDARY), ADMINISTRATION("36 §", Status.SECONDARY)),
    reminders_days=(-3, 1),
)
GROUP_TERM: Final = DeadlineRule(
    "group_term",
    Label("arviointiryhmän toimikausi päättyy", "utvärderingsgruppens mandattid går ut", "end of the group's term"),
    DeadlineKind.AGREED,
    Stated("term_ends_on"),
    (
        COUNTIES(
            "122 § 2 mom.",
            Status.PRACTICE,
            Label(
                "laissa ei säädetä toimikaudesta; valtiovarainministeriö asettaa sen",
                "mandattiden regleras inte i lag; finansministeriet bestämmer den",
                "the law sets no term; the Ministry of Finance does",
            ),
        ),
    ),
    reminders_days=(-90, -30, -7),
)
RECTIFICATION_REQUEST: Final = DeadlineRule(
    "rectification_request",
    Label(
        "oikaisuvaatimus (muun toimielimen kuin valtuuston päätös)",
        "begäran om omprövning (annat organs beslut än fullmäktiges)",
        "request for rectification (decision of another organ than the council)",
    ),
    DeadlineKind.PERIOD,
    Period("rectification_days", after="served_on"),
    (COUNTIES("124 § 3 mom."), COUNTIES("139 §"), COUNTIES("143 §")),
    reminders_days=(-7, -1),
    outlives_case=True,
)
COUNTY_APPEAL: Final = DeadlineRule(
    "county_appeal",
    Label(
        "aluevalitus (valtuuston päätös tai oikaisuvaatimukseen annettu päätös)",
        "välfärdsområdesbesvär (fullmäktiges beslut eller beslut med anledning av begäran om omprövning)",
        "county appeal (decision of the council, or on a request for rectification)",
    ),
    DeadlineKind.PERIOD,
    Period("appeal_days", after="served_on"),
    (COUNTIES("124 § 3 mom."), COUNTIES("140 §"), COUNTIES("143 §")),
    reminders_days=(-10, -3),
    outlives_case=True,
)
FURTHER_APPEAL: Final = DeadlineRule(
    "further_appeal",
    Label(
        "jatkovalitus korkeimpaan hallinto-oikeuteen",
        "fortsatta besvär hos högsta förvaltningsdomstolen",
        "further appeal to the Supreme Administrative Court",
    ),
    DeadlineKind.PERIOD,
    Period("further_appeal_days", after="served_on"),
    (COUNTIES("147 §"), COURT_PROCEDURE("13 §")),
    reminders_days=(-10, -3),
    outlives_case=True,
)
MEASURES_REPORT: Final = DeadlineRule(
    "measures_report",
    Label(
        "selvitys toimenpiteistä valtiovarainministeriölle",
        "redogörelse för åtgärderna till finansministeriet",
        "account of the measures to the Ministry of Finance",
    ),
    DeadlineKind.FIXED,
    SetDay("measures_report_day", year_after="reports_after", years_later=1),
    (COUNTIES("122 § 3 mom."),),
    reminders_days=(-30, -7),
)
MEASURES_IN_BUDGET: Final = DeadlineRule(
    "measures_in_budget",
    Label(
        "toimenpiteet toteuttava talousarvio ja -suunnitelma",
        "budget och ekonomiplan som genomför åtgärderna",
        "budget and plan that carry out the measures",
    ),
    DeadlineKind.FIXED,
    SetDay("budget_day", year_after="budget_year"),
    (COUNTIES("115 § 1 mom."), COUNTIES("122 § 3 mom.")),
    reminders_days=(-60, -14),
)
INTERIM_REPORT: Final = DeadlineRule(
    "interim_report",
    Label(
        "neljännesvuosiraportti toimenpiteistä",
        "kvartalsrapport om åtgärderna",
        "quarterly report on the measures",
    ),
    DeadlineKind.RECURRING,
    NextOf("interim_report_days", after="reports_after"),
    (
        COUNTIES("122 § 3 mom."),
        AMENDMENT_2024("122 § 3 mom."),
        FINANCE_DATA(
            "3 §",
            Status.UNSETTLED,
            Label(
                "laki sanoo vain ”neljännesvuosittain”; päivät ovat talousasetuksen päiviä",
                "lagen säger endast ”kvartalsvis”; dagarna är de som gäller för ekonomiska uppgifter",
                "the law says only “quarterly”; the days are those on which data on finances are delivered",
            ),
        ),
    ),
    reminders_days=(-14, -3),
)
