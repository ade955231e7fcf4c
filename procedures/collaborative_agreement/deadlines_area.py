"""The time limits that only the agreement of a collaborative area has."""

from __future__ import annotations

from typing import Final

from engine.counting import DeadlineKind, Period, Stated
from engine.declaration import DeadlineRule
from engine.law import Label, Status
from procedures.statutes import AGREEMENT_DECREE, COUNTIES, SERVICES

DELIVERY: Final = DeadlineRule(
    "delivery",
    Label(
        "sopimus toimitettava sosiaali- ja terveysministeriölle",
        "avtalet ska lämnas in till social- och hälsovårdsministeriet",
        "agreement to be delivered to the ministry",
    ),
    DeadlineKind.PERIOD,
    Period("delivery_months"),
    (SERVICES("37 § 3 mom."), AGREEMENT_DECREE("1 § 3 mom.")),
    reminders_days=(-14, -3),
)
COUNCIL_TERM: Final = DeadlineRule(
    "council_term",
    Label(
        "valtuustokauden sopimus tehtävä",
        "fullmäktigeperiodens avtal ska ingås",
        "agreement of the council term to be made",
    ),
    DeadlineKind.FIXED,
    Stated("council_term_until"),
    (
        SERVICES(
            "36 § 1 mom.",
            Status.UNSETTLED,
            Label(
                "laki sanoo ”valtuustokausittain” eikä anna päivää kauden sisällä",
                "lagen säger ”för varje fullmäktigeperiod” och ger ingen dag inom perioden",
                "the law says “per council term” and gives no day inside it",
            ),
        ),
        COUNTIES("23 § 1 mom."),
    ),
    reminders_days=(-365, -180, -60),
)
