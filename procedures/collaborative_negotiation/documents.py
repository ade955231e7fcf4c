"""The documents of a round. The law prescribes none of them: they are how it is done."""

from __future__ import annotations

from typing import Final

from engine.declaration import DocumentRule
from engine.law import Label, Status
from procedures.statutes import ADMINISTRATION, MIDTERM_SESSION_2025, SERVICES

_PRACTICE: Final = SERVICES(
    "37 § 4 mom.",
    Status.PRACTICE,
    Label("laki ei säädä asiakirjasta", "handlingen regleras inte i lag", "the law prescribes no such document"),
)

MANDATE: Final = DocumentRule(
    "mandate",
    Label("hallituksen kirjaus", "regeringens anteckning", "the Government's entry"),
    (MIDTERM_SESSION_2025("6 ja 7 kohta", Status.PRACTICE),),
)
MATERIAL_REQUEST: Final = DocumentRule(
    "material_request",
    Label("aineistopyyntö", "begäran om material", "request for material"),
    (_PRACTICE, ADMINISTRATION("33 §")),
)
MATERIAL: Final = DocumentRule(
    "material",
    Label(
        "yhteistyösopimus ja selvitys sen toimeenpanosta",
        "samarbetsavtalet och redogörelse för dess genomförande",
        "the cooperation agreement and an account of its implementation",
    ),
    (_PRACTICE,),
)
AREA_ASSESSMENT: Final = DocumentRule(
    "area_assessment",
    Label(
        "yhteistyöaluetta koskeva asiantuntija-arvio",
        "expertbedömning av samarbetsområdet",
        "expert assessment of the collaborative area",
    ),
    (SERVICES("30 § 1 mom."),),
)
SITUATION_PICTURE: Final = DocumentRule(
    "situation_picture",
    Label("alueen tilannekuva", "lägesbild av området", "picture of the area's situation"),
    (_PRACTICE,),
)
MEMO: Final = DocumentRule(
    "memo",
    Label("neuvottelumuistio", "förhandlingspromemoria", "memo of the negotiation"),
    (_PRACTICE,),
)
CONCLUSIONS: Final = DocumentRule(
    "conclusions",
    Label("johtopäätökset", "slutsatser", "conclusions"),
    (_PRACTICE,),
)
