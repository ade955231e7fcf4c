"""Where the register of forums and contacts can stand, and when it is looked through. All of it is practice."""

from __future__ import annotations

from typing import Final

from engine.counting import DeadlineKind, Stated
from engine.declaration import DeadlineRule, State, TaskRule
from engine.law import Label, Status
from procedures.cooperation_forums.guards import FORUMS
from procedures.roles import VM

REVIEW: Final = DeadlineRule(
    "forum_review",
    Label(
        "foorumien ja yhteystahojen tarkistaminen",
        "granskning av forum och kontakter",
        "forums and contacts to be looked through",
    ),
    DeadlineKind.AGREED,
    Stated("review_on"),
    (FORUMS,),
    reminders_days=(-14, 0),
)
IN_USE: Final = State(
    "in_use",
    Label("luettelo käytössä", "förteckningen i bruk", "register in use"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "keep_forums",
            Label(
                "profiloi verkostot, arvioi foorumien toimivuus ja pidä yhteystahot ajan tasalla",
                "profilera nätverken, bedöm forumens funktion och håll kontakterna aktuella",
                "profile the networks, assess the forums and keep the contacts up to date",
            ),
            VM,
            (FORUMS,),
            deadline="forum_review",
        ),
    ),
)
CLOSED: Final = State("closed", Label("päättynyt", "avslutad", "closed"), final=True, status=Status.PRACTICE)
STATES: Final = (IN_USE, CLOSED)
