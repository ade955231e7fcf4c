"""Where the rights of a log can stand: on these terms, or on newer ones. They are not turned off again."""

from __future__ import annotations

from typing import Final

from engine.declaration import Role, State, TaskRule
from engine.law import Label, Status
from procedures.statutes import INFORMATION_MANAGEMENT

ADMINISTRATOR: Final = Role(
    "administrator",
    Label("käyttöoikeuksien pääkäyttäjä", "administratör för behörigheter", "administrator of rights"),
    "FI",
)
"""Gives and takes rights, and records nothing else."""

ACCESS: Final = INFORMATION_MANAGEMENT("16 §")
"""Rights follow what a task needs, and are kept current."""

ON: Final = State(
    "on",
    Label("käytössä", "i bruk", "on"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "keep_rights_current",
            Label("pidä käyttöoikeudet ajan tasalla", "håll behörigheterna uppdaterade", "keep the rights current"),
            ADMINISTRATOR,
            (ACCESS,),
        ),
    ),
)
ENDED: Final = State(
    "ended", Label("ehdot päättyneet", "villkoren upphört", "terms ended"), final=True, status=Status.PRACTICE
)
"""Rights stay on by these terms until a new case says other ones."""
STATES: Final = (ON, ENDED)
