"""The documents on which the acts of an investment plan rest."""

from __future__ import annotations

from typing import Final

from engine.declaration import DocumentRule
from engine.law import Basis, Label, Status
from procedures.statutes import ADMINISTRATION, COUNTIES, COURT_PROCEDURE, RESCUE, SERVICES

_PRACTICE: Final = Label(
    "laki ei säädä asiakirjasta", "handlingen regleras inte i lag", "the law prescribes no such document"
)


def _document(kind: str, label: Label, *basis: Basis) -> DocumentRule:
    return DocumentRule(kind, label, basis)


COUNTY_REPORT: Final = _document(
    "county_report",
    Label(
        "vuosittainen selvitys, johon alustava esitys sisältyy",
        "årlig redogörelse som innehåller det preliminära förslaget",
        "yearly county report that holds the preliminary proposal",
    ),
    SERVICES("29 § 2 mom."),
    RESCUE("13 § 2 mom."),
)
PROPOSAL: Final = _document(
    "proposal",
    Label("investointisuunnitelmaa koskeva esitys", "förslag till investeringsplan", "proposal for an investment plan"),
    COUNTIES("16 § 2 mom."),
)
REPLACEMENT: Final = _document(
    "replacement",
    Label("korvaava osasuunnitelma", "ersättande delplan", "replacement of the partial plan"),
    SERVICES("26 § 5 mom."),
)
CHECK: Final = _document(
    "authority_check",
    Label(
        "vertailu lainanottovaltuuteen",
        "jämförelse med fullmakten att uppta lån",
        "comparison with the borrowing authority",
    ),
    SERVICES("26 § 1 mom.", Status.PRACTICE, _PRACTICE),
)
STM_DECISION: Final = _document(
    "stm_decision",
    Label(
        "sosiaali- ja terveysministeriön päätös",
        "social- och hälsovårdsministeriets beslut",
        "decision of the Ministry of Social Affairs and Health",
    ),
    SERVICES("26 § 1–2 mom."),
    ADMINISTRATION("43 §"),
)
SM_DECISION: Final = _document(
    "sm_decision",
    Label("sisäministeriön päätös", "inrikesministeriets beslut", "decision of the Ministry of the Interior"),
    RESCUE("11 § 2 mom."),
    ADMINISTRATION("43 §"),
)
BUDGET: Final = _document(
    "budget",
    Label("talousarvio ja -suunnitelma", "budget och ekonomiplan", "budget and plan"),
    COUNTIES("115 § 4 mom."),
)
APPEAL: Final = _document("appeal", Label("valituskirjelmä", "besvärsskrift", "appeal"), COURT_PROCEDURE("13 §"))
JUDGMENT: Final = _document(
    "judgment", Label("tuomioistuimen päätös", "domstolens beslut", "decision of the court"), COURT_PROCEDURE("8 §")
)
CLOSING_NOTE: Final = _document(
    "closing_note",
    Label("päättämismuistio", "avslutningspromemoria", "closing note"),
    SERVICES("26 §", Status.PRACTICE, _PRACTICE),
)
