"""The HUS organising agreement as in force from 1 January 2023 until 31 July 2024 (615/2021 9–12 §; 616/2021 48 §).

It is followed up in the negotiations of HUS with the Ministry of Social Affairs and Health (612/2021 24 §); what
changed on 1 August 2024 is in `since_2024_08_01`.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure
from procedures.collaborative_agreement.connections import (
    earlier_agreements,
    hearing_of_decision,
    hearing_of_objectives,
)
from procedures.collaborative_agreement.stages import stages_of
from procedures.declaring import guards_of, numbers
from procedures.hus_agreement import profile
from procedures.hus_agreement.moves import STARTED, transitions
from procedures.hus_agreement.questions import questions
from procedures.roles import STM
from procedures.statutes import SERVICES

_LAW: Final = profile.law((STM,), SERVICES("24 §"))
_STAGES: Final = stages_of(_LAW)
_TRANSITIONS: Final = transitions(_LAW, _STAGES)

DECLARATION: Final = Procedure(
    id=profile.PROCEDURE,
    label=profile.LABEL,
    description=profile.DESCRIPTION,
    in_force_from=date(2023, 1, 1),
    in_force_until=date(2024, 7, 31),
    ministry="STM",
    subject_kinds=("joint_authority",),
    roles=profile.ROLES,
    states=_STAGES.all,
    transitions=_TRANSITIONS,
    guards=guards_of(_TRANSITIONS),
    parameters=numbers(__package__),
    basis=profile.BASIS,
    reactions=(earlier_agreements(profile.PROCEDURE, STARTED, _LAW),),
    listens=(*hearing_of_objectives(_LAW), hearing_of_decision(_LAW)),
    open_questions=questions(_LAW),
    one_open_case=False,
    partners=profile.parties_of,
    sources=profile.SOURCES,
)
