"""The documents on which the acts of a round rest."""

from __future__ import annotations

from typing import Final

from engine.declaration import DocumentRule
from engine.law import Label, Status
from procedures.statutes import RESCUE

COUNTY_REPORT: Final = DocumentRule(
    "county_report",
    Label("hyvinvointialueen selvitys", "välfärdsområdets redogörelse", "county report"),
    (RESCUE("13 § 2 mom."),),
)
EXPERT_ASSESSMENT: Final = DocumentRule(
    "expert_assessment",
    Label("asiantuntija-arvio", "expertbedömning", "expert assessment"),
    (RESCUE("14 § 1 mom."),),
)
NATIONAL_ASSESSMENT: Final = DocumentRule(
    "national_assessment",
    Label("valtakunnallinen asiantuntija-arvio", "riksomfattande expertbedömning", "national expert assessment"),
    (RESCUE("14 § 2 mom."),),
)
NATIONAL_REPORT: Final = DocumentRule(
    "national_report",
    Label("valtakunnallinen selvitys", "riksomfattande redogörelse", "national report"),
    (RESCUE("15 §"),),
)
CLOSING_NOTE: Final = DocumentRule(
    "closing_note",
    Label("päättämismuistio", "avslutningspromemoria", "closing note"),
    (
        RESCUE(
            "15 §",
            Status.PRACTICE,
            Label(
                "laki ei säädä asiakirjasta", "handlingen regleras inte i lag", "the law prescribes no such document"
            ),
        ),
    ),
)
