"""The time limits that agreements of counties share. Numbers stand in the parameters.toml of each procedure.

The law sets no time for the hearings: whoever asks states the day. It sets none for the councils either.
"""

from __future__ import annotations

from typing import Final

from engine.counting import DeadlineKind, Period, SetDay, Stated
from engine.declaration import DeadlineRule
from engine.law import Label, Status
from procedures.collaborative_agreement.agreement_law import Bases
from procedures.collaborative_agreement.guards_drafting import BY_ANALOGY
from procedures.statutes import ADMINISTRATION, COUNTIES

_REPLY_TIME: Final = (ADMINISTRATION("33 §", Status.PRACTICE, BY_ANALOGY),)

UNIVERSITIES_REPLY: Final = DeadlineRule(
    "universities_reply",
    Label("korkeakoulujen vastaus", "högskolornas svar", "reply of the universities"),
    DeadlineKind.AGREED,
    Stated("reply_by"),
    _REPLY_TIME,
    reminders_days=(-7, 1),
)
STM_REPLY: Final = DeadlineRule(
    "stm_reply",
    Label(
        "sosiaali- ja terveysministeriön lausunto",
        "social- och hälsovårdsministeriets utlåtande",
        "opinion of the Ministry of Social Affairs and Health",
    ),
    DeadlineKind.AGREED,
    Stated("reply_by"),
    _REPLY_TIME,
    reminders_days=(-14, -3, 1),
)
COUNTY_APPEAL: Final = DeadlineRule(
    "county_appeal",
    Label(
        "aluevalitus valtuuston päätöksestä",
        "välfärdsområdesbesvär över fullmäktiges beslut",
        "county appeal against the council's decision",
    ),
    DeadlineKind.PERIOD,
    Period("appeal_days", after="deemed_informed_on"),
    (COUNTIES("140 § 1 mom."), COUNTIES("143 §"), COUNTIES("145 § 3 mom.")),
    outlives_case=True,
)
"""There is no request for rectification against a council's decision (611/2021 139 §)."""


def first_agreement(basis: Bases) -> DeadlineRule:
    """Gives the day by which the law wants the first agreement."""
    return DeadlineRule(
        "first_agreement",
        Label("ensimmäinen sopimus hyväksyttävä", "första avtalet ska godkännas", "first agreement due"),
        DeadlineKind.FIXED,
        SetDay("first_agreement_day", year_after="due_year"),
        basis,
        reminders_days=(-180, -60, -14),
    )
