"""Where the register of indicators can stand, and when it is brought up to date. All of it is practice."""

from __future__ import annotations

from typing import Final

from engine.counting import DeadlineKind, Stated
from engine.declaration import DeadlineRule, State, TaskRule
from engine.law import Label, Status
from procedures.indicators.guards import INDICATORS
from procedures.roles import VM

REVIEW: Final = DeadlineRule(
    "indicator_review",
    Label("indikaattorien päivittäminen", "uppdatering av indikatorerna", "indicators to be refreshed"),
    DeadlineKind.AGREED,
    Stated("review_on"),
    (INDICATORS,),
    reminders_days=(-14, 0),
)
IN_USE: Final = State(
    "in_use",
    Label("luettelo käytössä", "förteckningen i bruk", "register in use"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "keep_indicators",
            Label(
                "määrittele tavoitteiden seurantaindikaattorit ja päivitä arvot lähteistä",
                "definiera indikatorerna för uppföljning av målen och uppdatera värdena från källorna",
                "define the indicators of the objectives and bring values up to date from the sources",
            ),
            VM,
            (INDICATORS,),
            deadline="indicator_review",
        ),
    ),
)
CLOSED: Final = State("closed", Label("päättynyt", "avslutad", "closed"), final=True, status=Status.PRACTICE)
STATES: Final = (IN_USE, CLOSED)
