"""The register of forums of cooperation with purpose and owner, and of the offices to call (tables 1–3).

One case is the register. Forums of the catalogue are in it from the start; they are profiled, assessed, ended, and
others added. Contacts are offices of a county or ministry and matters, never persons.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure
from engine.law import Label
from engine.parameters import Parameters
from procedures.cooperation_forums import questions, states
from procedures.cooperation_forums.guards import CONTACTS, FORUMS
from procedures.cooperation_forums.moves import TRANSITIONS
from procedures.declaring import guards_of
from procedures.roles import SM, STM, VM

DECLARATION: Final = Procedure(
    id="cooperation_forums",
    label=Label("yhteistyöfoorumit ja yhteystahot", "samarbetsforum och kontakter", "forums and contacts"),
    description=Label(
        "Ohjauksen verkostot ja foorumit tarkoituksineen ja omistajineen sekä yhteystahot alueilla ja ministeriöissä.",
        "Styrningens nätverk och forum med syfte och ägare samt kontakter i områdena och ministerierna.",
        "Networks and forums of the steering with purpose and owner, and whom to call in counties and ministries.",
    ),
    in_force_from=date(2025, 1, 1),
    in_force_until=None,
    ministry="VM",
    subject_kinds=("state",),
    roles=(VM, STM, SM),
    states=states.STATES,
    transitions=TRANSITIONS,
    guards=guards_of(TRANSITIONS),
    parameters=Parameters("cooperation_forums"),
    basis=(FORUMS, CONTACTS),
    open_questions=questions.QUESTIONS,
)
