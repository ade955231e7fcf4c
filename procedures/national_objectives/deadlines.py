"""The days of the national objectives. Only the time between two confirmations is the law's."""

from __future__ import annotations

from typing import Final

from engine.counting import DeadlineKind, Period, Stated
from engine.declaration import DeadlineRule
from engine.law import Label, Status
from procedures.statutes import COUNTIES

NEXT_CONFIRMATION: Final = DeadlineRule(
    "next_confirmation",
    Label(
        "seuraavat tavoitteet vahvistettava viimeistään",
        "följande mål ska fastställas senast",
        "the next objectives are to be confirmed",
    ),
    DeadlineKind.PERIOD,
    Period("confirmation_period"),
    (
        COUNTIES("12 a § 1 mom."),
        COUNTIES(
            "12 a § 1 mom.",
            Status.UNSETTLED,
            Label(
                "laki sanoo vain ”vähintään joka neljäs vuosi”; neljä vuotta lasketaan vahvistamispäätöksestä",
                "lagen säger endast ”minst vart fjärde år”; fyra år räknas från beslutet om fastställande",
                "the law says only “at least every fourth year”; four years are counted from the decision",
            ),
        ),
    ),
    reminders_days=(-730, -365, -90),
)
BOARD_HANDLING: Final = DeadlineRule(
    "board_handling",
    Label(
        "hyvinvointialueneuvottelukunnan käsittely",
        "behandlingen i välfärdsområdesdelegationen",
        "handling by the advisory board",
    ),
    DeadlineKind.AGREED,
    Stated("handled_by"),
    (COUNTIES("13 § 2 mom. 3 kohta", Status.PRACTICE),),
    reminders_days=(-14, -3),
)
ENTRY_INTO_FORCE: Final = DeadlineRule(
    "entry_into_force",
    Label("tavoitteiden voimaantulo", "målens ikraftträdande", "entry into force of the objectives"),
    DeadlineKind.AGREED,
    Stated("enters_into_force_on"),
    (
        COUNTIES(
            "12 a § 1 mom.",
            Status.PRACTICE,
            Label(
                "päivä todetaan valtioneuvoston päätöksessä",
                "dagen anges i statsrådets beslut",
                "the Government's decision states the day",
            ),
        ),
    ),
    reminders_days=(-7,),
)
YEARLY_FOLLOW_UP: Final = DeadlineRule(
    "yearly_follow_up",
    Label(
        "tavoitteiden vuosittainen seuranta ja arviointi",
        "årlig uppföljning och utvärdering av målen",
        "yearly follow-up and evaluation of the objectives",
    ),
    DeadlineKind.AGREED,
    Stated("next_follow_up_by"),
    (
        COUNTIES(
            "12 a § 4 mom.",
            Status.PRACTICE,
            Label(
                "laissa on vain ”vuosittain”; valtiovarainministeriö ilmoittaa päivän",
                "lagen säger endast ”årligen”; finansministeriet anger dagen",
                "the law says only “yearly”; the Ministry of Finance states the day",
            ),
        ),
    ),
    reminders_days=(-60, -14),
)
