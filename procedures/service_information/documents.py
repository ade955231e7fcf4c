"""The documents on which the acts of a round rest."""

from __future__ import annotations

from typing import Final

from engine.declaration import DocumentRule
from engine.law import Basis, Label, Status
from procedures.service_information.law import ACCOUNT_OF_SUPERVISOR, ACCOUNTS_OF_AGENCIES, ACCOUNTS_OF_FORMER
from procedures.statutes import SERVICES

_CUSTOMARY: Final = Label(
    "laki ei säädä asiakirjasta", "handlingen regleras inte i lag", "the law prescribes no such document"
)


def _document(kind: str, label: Label, *basis: Basis) -> DocumentRule:
    return DocumentRule(kind, label, basis)


LETTER: Final = _document(
    "yearly_letter",
    Label("ministeriön vuosikirje", "ministeriets årsbrev", "ministry's yearly letter"),
    SERVICES("29 § 4 mom.", Status.PRACTICE, _CUSTOMARY),
)
COUNTY_REPORT: Final = _document(
    "county_report",
    Label("hyvinvointialueen selvitys", "välfärdsområdets redogörelse", "county report"),
    SERVICES("29 § 2 mom."),
)
ACCOUNT_OF_VALVIRA: Final = _document(
    "account_of_equality",
    Label("selvitys yhdenvertaisesta toteutumisesta", "redogörelse för jämlikheten", "account of equality"),
    *ACCOUNTS_OF_FORMER,
)
ACCOUNT_OF_AGENCY: Final = _document(ACCOUNT_OF_VALVIRA.kind, ACCOUNT_OF_VALVIRA.label, *ACCOUNTS_OF_AGENCIES)
SUPERVISORY_ACCOUNT: Final = _document(ACCOUNT_OF_VALVIRA.kind, ACCOUNT_OF_VALVIRA.label, *ACCOUNT_OF_SUPERVISOR)
EXPERT_ASSESSMENT: Final = _document(
    "expert_assessment",
    Label("asiantuntija-arvio", "expertbedömning", "expert assessment"),
    SERVICES("30 § 1 mom."),
)
NATIONAL_REPORT: Final = _document(
    "national_report",
    Label("valtakunnallinen selvitys", "riksomfattande redogörelse", "national report"),
    SERVICES("31 §"),
)
CLOSING_NOTE: Final = _document(
    "closing_note",
    Label("päättämismuistio", "avslutningspromemoria", "closing note"),
    SERVICES("31 §", Status.PRACTICE, _CUSTOMARY),
)
