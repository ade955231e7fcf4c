"""The commitments of the Government's mid-term session of 23 April 2025, with the register of its twelve entries.

The ministerial group on sustainable wellbeing agreed them in that session.

One case is one session. Another session has entries and days of its own, so it gets its own register and its own
version of this declaration. The dates are political: no statute sets them, and nothing is counted or shifted.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure
from engine.law import Label
from engine.parameters import Parameters
from procedures.declaring import guards_of
from procedures.government_commitment import questions, states
from procedures.government_commitment.guards import SESSION
from procedures.government_commitment.moves import TRANSITIONS
from procedures.roles import GOVERNMENT, MINISTERIAL_GROUP, SM, STM, VM

DECLARATION: Final = Procedure(
    id="government_commitment",
    label=Label("hallituksen kirjaukset", "regeringens skrivningar", "commitments of the Government"),
    description=Label(
        "Hallituksen riihessä hyvinvointialueista sovitut kirjaukset ja niiden toteutuminen.",
        "De skrivningar om välfärdsområdena som regeringen kommit överens om vid sin halvtidsöversyn, och hur de "
        "genomförs.",
        "What the Government agreed on the counties in one session, and what became of each entry.",
    ),
    in_force_from=date(2025, 4, 23),
    in_force_until=None,
    ministry="STM",
    subject_kinds=("state",),
    roles=(MINISTERIAL_GROUP, GOVERNMENT, STM, VM, SM),
    states=states.STATES,
    transitions=TRANSITIONS,
    guards=guards_of(TRANSITIONS),
    parameters=Parameters("government_commitment"),
    basis=(SESSION,),
    open_questions=questions.QUESTIONS,
)
