"""The rights of a log, by the information management act in force since 1 January 2020 (906/2019 16 §).

One case a log, about the State. Whoever opens it turns rights on and names the first administrators; from then on each
right is a case of `grant`.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure
from engine.law import Label
from engine.parameters import Parameters
from procedures.access_rights import questions, states
from procedures.access_rights.moves import TRANSITIONS
from procedures.declaring import guards_of

DECLARATION: Final = Procedure(
    id="access_rights",
    label=Label("lokin käyttöoikeudet", "behörigheter i loggen", "rights in the log"),
    description=Label(
        "Käyttöoikeuksien käyttöönotto: ensimmäiset pääkäyttäjät ja henkilöllisyyden vaadittu varmuus.",
        "Ibruktagande av behörigheter: de första administratörerna och hur säker en identitet måste vara.",
        "Turning rights on: the first administrators, and how well an identity must be established.",
    ),
    in_force_from=date(2020, 1, 1),
    in_force_until=None,
    ministry="VM",
    subject_kinds=("state",),
    roles=(states.ADMINISTRATOR,),
    states=states.STATES,
    transitions=TRANSITIONS,
    guards=guards_of(TRANSITIONS),
    parameters=Parameters("access_rights"),
    basis=(states.ACCESS,),
    open_questions=questions.QUESTIONS,
)
