"""Where a grant can stand, and its last day."""

from __future__ import annotations

from typing import Final

from engine.counting import DeadlineKind, Stated
from engine.declaration import DeadlineRule, State, TaskRule
from engine.law import Label, Status
from procedures.access_rights.states import ACCESS, ADMINISTRATOR

VALIDITY: Final = DeadlineRule(
    "validity",
    Label("käyttöoikeuden viimeinen päivä", "behörighetens sista dag", "last day of the right"),
    DeadlineKind.AGREED,
    Stated("valid_until"),
    (ACCESS,),
    reminders_days=(-14,),
)
"""The right ends with that day by itself; that the clock records its passing, and somebody looks at it, comes after."""

GIVEN: Final = State(
    "given",
    Label("annettu", "beviljad", "given"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "look_at_right",
            Label(
                "tarkista, tarvitaanko käyttöoikeutta yhä",
                "kontrollera om behörigheten fortfarande behövs",
                "see whether the right is still needed",
            ),
            ADMINISTRATOR,
            (ACCESS,),
            deadline="validity",
        ),
    ),
)
REVOKED: Final = State("revoked", Label("otettu pois", "återkallad", "revoked"), final=True, status=Status.PRACTICE)
LAPSED: Final = State(
    "lapsed", Label("voimassaolo päättynyt", "giltighetstiden ute", "lapsed"), final=True, status=Status.PRACTICE
)
STATES: Final = (GIVEN, REVOKED, LAPSED)
