"""Joint messages of the steering ministries, by the order of the message of 7 December 2015 and the proposal of 2025.

No statute orders them. The message of 2015 went from its drafters to the project group, to the ministerial group and
back to the project group for approval; the proposal of 2025 adds that joint key messages are updated regularly.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure
from engine.law import Label
from engine.parameters import Parameters
from procedures.declaring import guards_of
from procedures.joint_message import questions, states
from procedures.joint_message.moves import TRANSITIONS
from procedures.roles import MINISTERIAL_GROUP, PROJECT_GROUP, SM, STM, VM

DECLARATION: Final = Procedure(
    id="joint_message",
    label=Label(
        "ministeriöiden yhteinen viesti", "ministeriernas gemensamma budskap", "joint message of the ministries"
    ),
    description=Label(
        "Ohjaavien ministeriöiden yhteinen viesti alueille: luonnoksesta projektiryhmän ja ministeriryhmän kautta "
        "julkaisuun ja säännölliseen päivitykseen.",
        "De styrande ministeriernas gemensamma budskap till områdena: från utkast via projektgruppen och "
        "ministergruppen till publicering och regelbunden uppdatering.",
        "A joint message of the steering ministries to the regions: from a draft through the project group and the "
        "ministerial group to publication and regular update.",
    ),
    in_force_from=date(2015, 1, 1),
    in_force_until=None,
    ministry="VM",
    subject_kinds=("state",),
    roles=(VM, STM, SM, PROJECT_GROUP, MINISTERIAL_GROUP),
    states=states.STATES,
    transitions=TRANSITIONS,
    guards=guards_of(TRANSITIONS),
    parameters=Parameters("joint_message"),
    basis=(states.MESSAGE_OF_2015, states.KEY_MESSAGES),
    open_questions=questions.QUESTIONS,
    one_open_case=False,
)
