"""The HUS organising agreement as in force from 1 August 2024: 615/2021 11 § amended by 471/2024.

What changed (`since_2023_01_01` has what was before): it is followed up in the negotiations of HUS with three
ministries (611/2021 13 a §), no longer with the Ministry of Social Affairs and Health alone.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure, TransitionalRule
from engine.law import Label, Status
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
from procedures.roles import SM, STM, VM
from procedures.statutes import COUNTIES, UUSIMAA_2024

_LAW: Final = profile.law((VM, STM, SM), COUNTIES("13 a §"), UUSIMAA_2024("11 § 2 mom."))
_STAGES: Final = stages_of(_LAW)
_TRANSITIONS: Final = transitions(_LAW, _STAGES)
_FOLLOW_UP_CHANGED: Final = TransitionalRule(
    id="follow_up_with_three_ministries",
    label=Label(
        "vireillä oleva sopimus seurataan 1.8.2024 alkaen 13 a §:n neuvottelussa",
        "ett anhängigt avtal följs upp i förhandlingen enligt 13 a § från 1.8.2024",
        "an agreement that is open is followed up in the negotiation of 13 a § from 1 August 2024",
    ),
    version_from=date(2023, 1, 1),
    basis=(
        UUSIMAA_2024(
            "voimaantulosäännös",
            Status.UNSETTLED,
            Label(
                "laissa ei ole siirtymäsäännöstä; muutos koskee vuosittaista seurantaa, joka jatkuu",
                "lagen har ingen övergångsbestämmelse; ändringen gäller den årliga uppföljningen, som fortgår",
                "the act has no transitional provision; it amends the yearly follow-up, which goes on",
            ),
        ),
    ),
)

DECLARATION: Final = Procedure(
    id=profile.PROCEDURE,
    label=profile.LABEL,
    description=profile.DESCRIPTION,
    in_force_from=date(2024, 8, 1),
    in_force_until=None,
    ministry="STM",
    subject_kinds=("joint_authority",),
    roles=(*profile.ROLES, VM, SM),
    states=_STAGES.all,
    transitions=_TRANSITIONS,
    guards=guards_of(_TRANSITIONS),
    parameters=numbers(__package__),
    basis=profile.BASIS,
    reactions=(earlier_agreements(profile.PROCEDURE, STARTED, _LAW),),
    listens=(*hearing_of_objectives(_LAW), hearing_of_decision(_LAW)),
    transitional=(_FOLLOW_UP_CHANGED,),
    open_questions=questions(_LAW),
    one_open_case=False,
    partners=profile.parties_of,
    sources=(*profile.SOURCES, "https://www.finlex.fi/fi/laki/alkup/2024/20240471"),
)
