"""The register of indicators: other authorities' figures by id, source, day and unit, and which objective they follow.

One case is the register. An indicator is never ours: it is taken in with the publisher and its id there, and each value
is what the source published, written out, with the day. What the source lacks is recorded as lacking.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure
from engine.law import Label
from engine.parameters import Parameters
from procedures.declaring import guards_of
from procedures.indicators import questions, states
from procedures.indicators.guards import INDICATORS
from procedures.indicators.moves import TRANSITIONS
from procedures.roles import SM, STM, THL, VM

DECLARATION: Final = Procedure(
    id="indicators",
    label=Label("seurantaindikaattorit", "uppföljningsindikatorer", "register of indicators"),
    description=Label(
        "Muiden julkaisemat indikaattorit, joilla tavoitteita seurataan: tunnus, lähde, päivä, arvo ja yksikkö.",
        "Indikatorer som andra publicerar och med vilka målen följs upp: id, källa, dag, värde och enhet.",
        "Indicators published by others, by which objectives are followed: id, source, day, value and unit.",
    ),
    in_force_from=date(2025, 1, 1),
    in_force_until=None,
    ministry="VM",
    subject_kinds=("state",),
    roles=(VM, STM, SM, THL),
    states=states.STATES,
    transitions=TRANSITIONS,
    guards=guards_of(TRANSITIONS),
    parameters=Parameters("indicators"),
    basis=(INDICATORS,),
    open_questions=questions.QUESTIONS,
)
