"""Tasks that an act raises (those of a state stand with the state)."""

from __future__ import annotations

from typing import Final

from engine.declaration import TaskRule
from engine.law import Label, Status
from procedures.roles import PARTY_OF_CASE, STM, THL
from procedures.statutes import MIDTERM_SESSION_2025, SERVICES

DELIVER_MATERIAL: Final = TaskRule(
    "deliver_material",
    Label(
        "toimita yhteistyösopimus ja selvitys sen toimeenpanosta",
        "lämna samarbetsavtalet och en redogörelse för dess genomförande",
        "deliver the agreement and an account of its implementation",
    ),
    PARTY_OF_CASE,
    (SERVICES("37 § 4 mom.", Status.PRACTICE),),
    deadline="material_reply",
    done_by=("material_delivered",),
)
GIVE_AREA_ASSESSMENT: Final = TaskRule(
    "give_area_assessment",
    Label(
        "toimita yhteistyöaluetta koskeva asiantuntija-arvio",
        "lämna expertbedömningen av samarbetsområdet",
        "give the expert assessment of the collaborative area",
    ),
    THL,
    (SERVICES("30 § 1 mom."),),
    done_by=("area_assessment_given",),
)
FOLLOW_MANDATE: Final = TaskRule(
    "follow_mandate",
    Label(
        "arvioi ja käsittele neuvottelussa, mitä hallitus on määrännyt",
        "bedöm och behandla i förhandlingen det som regeringen har bestämt",
        "evaluate and handle in the negotiation what the Government ordered",
    ),
    STM,
    (MIDTERM_SESSION_2025("6 ja 7 kohta", Status.PRACTICE),),
    deadline="assessment_window",
    done_by=("memo_drawn_up",),
)
