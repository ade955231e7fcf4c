"""The documents on which the acts of a round rest."""

from __future__ import annotations

from typing import Final

from engine.declaration import DocumentRule
from engine.law import Basis, Label, Status
from procedures.statutes import COUNTIES, RESCUE, SERVICES

_PRACTICE: Final = Label(
    "laki ei säädä asiakirjasta", "handlingen regleras inte i lag", "the law prescribes no such document"
)


def _document(kind: str, label: Label, *basis: Basis) -> DocumentRule:
    return DocumentRule(kind, label, basis)


def _customary(section: str) -> Basis:
    return COUNTIES(section, Status.PRACTICE, _PRACTICE)


MATERIAL_REQUEST: Final = _document(
    "material_request",
    Label("aineistopyyntö", "begäran om material", "request for material"),
    _customary("13 a § 4 mom."),
)
SERVICES_REPORT: Final = _document(
    "services_report",
    Label(
        "selvitys sosiaali- ja terveydenhuollon ja talouden tilasta",
        "redogörelse för social- och hälsovården och det ekonomiska läget",
        "report on health and social services and finances",
    ),
    SERVICES("29 § 2 mom."),
)
RESCUE_REPORT: Final = _document(
    "rescue_report",
    Label(
        "selvitys pelastustoimen palveluista ja talouden tilasta",
        "redogörelse för räddningsväsendets tjänster och det ekonomiska läget",
        "report on rescue services and finances",
    ),
    RESCUE("13 § 2 mom."),
)
SERVICES_ASSESSMENT: Final = _document(
    "services_assessment",
    Label(
        "Terveyden ja hyvinvoinnin laitoksen asiantuntija-arvio",
        "expertbedömning av Institutet för hälsa och välfärd",
        "expert assessment of the Institute for Health and Welfare",
    ),
    SERVICES("30 § 1 mom."),
)
RESCUE_ASSESSMENT: Final = _document(
    "rescue_assessment",
    Label(
        "pelastustoimen asiantuntija-arvio",
        "expertbedömning av räddningsväsendet",
        "expert assessment of rescue services",
    ),
    RESCUE("14 § 1 mom."),
)
OTHER_ASSESSMENT: Final = _document(
    "other_assessment",
    Label("muun viranomaisen arvio", "annan myndighets utvärdering", "assessment of another authority"),
    COUNTIES("13 a § 4 mom."),
)
PICTURE: Final = _document(
    "picture", Label("tilannekuva", "lägesbild", "picture of the situation"), _customary("13 a § 4 mom.")
)
INVITATION: Final = _document("invitation", Label("kutsu", "kallelse", "invitation"), _customary("13 a § 1 mom."))
DRAFT: Final = _document(
    "draft",
    Label("luonnos neuvotteluasiakirjaksi", "utkast till förhandlingsdokument", "draft of the negotiation document"),
    _customary("13 a § 5 mom."),
)
NEGOTIATION_DOCUMENT: Final = _document(
    "negotiation_document",
    Label("neuvotteluasiakirja", "förhandlingsdokument", "negotiation document"),
    COUNTIES("13 a § 5 mom."),
)
COUNTY_REPORT: Final = _document(
    "county_report",
    Label("vuosittainen selvitys", "årlig redogörelse", "county report"),
    SERVICES("29 § 2 mom."),
    RESCUE("13 § 2 mom."),
)
CLOSING_NOTE: Final = _document(
    "closing_note", Label("päättämismuistio", "avslutningspromemoria", "closing note"), _customary("13 a § 1 mom.")
)
