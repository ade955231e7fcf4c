"""Where a board can stand, and whose turn it is there."""

from __future__ import annotations

from typing import Final

from engine.declaration import State, TaskRule
from engine.law import Label, Status
from procedures.roles import GOVERNMENT, VM
from procedures.statutes import COUNTIES

PREPARATION: Final = State(
    "preparation",
    Label("asettaminen valmisteilla", "tillsättandet under beredning", "being prepared"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "set_board",
            Label("aseta neuvottelukunta", "tillsätt delegationen", "set the advisory board"),
            GOVERNMENT,
            (COUNTIES("13 § 3 mom."),),
        ),
    ),
)
ACTING: Final = State(
    "acting",
    Label("toimikausi käynnissä", "mandatperioden pågår", "term running"),
    status=Status.PRACTICE,
    tasks=(
        TaskRule(
            "prepare_next_board",
            Label(
                "valmistele seuraavan neuvottelukunnan asettaminen ja päätä asia toimikauden päättyessä",
                "bered tillsättandet av följande delegation och avsluta ärendet när mandatperioden går ut",
                "prepare the next board and close the case when the term ends",
            ),
            VM,
            (COUNTIES("13 § 1 mom."), COUNTIES("13 § 3 mom.")),
            deadline="term",
        ),
    ),
)
TERM_ENDED: Final = State(
    "term_ended",
    Label("toimikausi päättynyt", "mandatperioden upphört", "term ended"),
    final=True,
    status=Status.PRACTICE,
)
NOT_SET: Final = State("not_set", Label("ei asetettu", "inte tillsatt", "not set"), final=True, status=Status.PRACTICE)
STATES: Final = (PREPARATION, ACTING, TERM_ENDED, NOT_SET)
