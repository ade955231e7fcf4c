"""One right of one person, by the information management act in force since 1 January 2020 (906/2019 16 §).

One case is one right; its id is the id of the grant, which every event recorded by it names. The right ends with its
last day, whether or not anything is recorded then; the clock records that the day has passed, and an administrator
closes the case.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure
from engine.law import Label
from engine.parameters import Parameters
from procedures.access_rights.states import ACCESS, ADMINISTRATOR
from procedures.declaring import guards_of
from procedures.grant import questions, states
from procedures.grant.moves import TRANSITIONS

DECLARATION: Final = Procedure(
    id="grant",
    label=Label("käyttöoikeus", "behörighet", "right"),
    description=Label(
        "Henkilön oikeus kirjata lokiin: rooli, organisaatio, menettely ja voimassaolo.",
        "En persons rätt att anteckna i loggen: roll, organisation, förfarande och giltighetstid.",
        "A person's right to record in the log: role, organisation, procedure and validity.",
    ),
    in_force_from=date(2020, 1, 1),
    in_force_until=None,
    ministry="VM",
    subject_kinds=("state",),
    roles=(ADMINISTRATOR,),
    states=states.STATES,
    transitions=TRANSITIONS,
    guards=guards_of(TRANSITIONS),
    parameters=Parameters("grant"),
    basis=(ACCESS,),
    open_questions=questions.QUESTIONS,
    one_open_case=False,
)
