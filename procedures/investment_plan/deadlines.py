"""The time limits of an investment plan. The law sets no day for the ministries' decisions, but for the first plan."""

from __future__ import annotations

from typing import Final

from engine.counting import DeadlineKind, Period, SetDay
from engine.declaration import DeadlineRule
from engine.law import Label
from procedures.statutes import COUNTIES, COURT_PROCEDURE, IMPLEMENTATION, RESCUE, SERVICES

PROPOSAL_DUE: Final = DeadlineRule(
    "proposal_due",
    Label(
        "investointisuunnitelmaa koskeva esitys",
        "förslag till investeringsplan",
        "proposal for an investment plan",
    ),
    DeadlineKind.FIXED,
    SetDay("proposal_day", year_after="plan_year"),
    (COUNTIES("16 § 2 mom."),),
    reminders_days=(-60, -14),
)
FIRST_PROPOSAL_DUE: Final = DeadlineRule(
    "first_proposal_due",
    Label(
        "ensimmäistä investointisuunnitelmaa koskeva esitys",
        "förslag till den första investeringsplanen",
        "proposal for the first investment plan",
    ),
    DeadlineKind.FIXED,
    SetDay("proposal_day", year_after="plan_year"),
    (IMPLEMENTATION("61 § 2 mom."),),
    reminders_days=(-60, -14),
)
FIRST_HEALTH_DECISION: Final = DeadlineRule(
    "first_health_decision",
    Label(
        "päätös ensimmäisestä sosiaali- ja terveydenhuollon osasuunnitelmasta",
        "beslut om den första delplanen för social- och hälsovården",
        "decision on the first health and social partial plan",
    ),
    DeadlineKind.FIXED,
    SetDay("first_decisions_day", year_after="plan_year"),
    (IMPLEMENTATION("61 § 2 mom."),),
    reminders_days=(-30, -7),
)
FIRST_RESCUE_DECISION: Final = DeadlineRule(
    "first_rescue_decision",
    Label(
        "päätös ensimmäisestä pelastustoimen osasuunnitelmasta",
        "beslut om den första delplanen för räddningsväsendet",
        "decision on the first rescue partial plan",
    ),
    DeadlineKind.FIXED,
    SetDay("first_decisions_day", year_after="plan_year"),
    (IMPLEMENTATION("61 § 2 mom."),),
    reminders_days=(-30, -7),
)
MINISTRY_APPEAL: Final = DeadlineRule(
    "ministry_appeal",
    Label(
        "valitus ministeriön päätöksestä hallinto-oikeuteen",
        "besvär över ministeriets beslut hos förvaltningsdomstolen",
        "appeal against the ministry's decision to the administrative court",
    ),
    DeadlineKind.PERIOD,
    Period("appeal_days"),
    (
        COUNTIES("138 § 3 mom."),
        SERVICES("60 § 2 mom."),
        RESCUE("20 § 2 mom."),
        COURT_PROCEDURE("8 §"),
        COURT_PROCEDURE("13 §"),
    ),
    reminders_days=(-10, -3),
    outlives_case=True,
)
