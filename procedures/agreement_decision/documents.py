"""The documents on which the acts of the procedure rest."""

from __future__ import annotations

from typing import Final

from engine.declaration import DocumentRule
from engine.law import Basis, Label, Status
from procedures.statutes import ADMINISTRATION, CONSTITUTION, COURT_PROCEDURE, SERVICES, UUSIMAA

_PREPARED: Final = (SERVICES("38 § 2 mom."), SERVICES("39 § 6 mom."), UUSIMAA("12 § 2 mom."))
_LASTING: Final = (SERVICES("38 § 3 mom."), SERVICES("39 § 6 mom."), UUSIMAA("12 § 3 mom."))


def _document(kind: str, label: Label, *basis: Basis) -> DocumentRule:
    return DocumentRule(kind, label, basis)


EVIDENCE: Final = _document(
    "evidence",
    Label("selvitys perusteesta", "utredning om grunden", "evidence of the ground"),
    SERVICES("38 § 1 mom."),
    SERVICES("39 § 6 mom."),
    UUSIMAA("12 § 1 mom."),
    ADMINISTRATION("31 §"),
)
DRAFT: Final = _document("draft", Label("päätösluonnos", "beslutsutkast", "draft decision"), *_PREPARED)
HEARING_LETTER: Final = _document(
    "hearing_letter",
    Label("kuulemiskirje", "brev om hörande", "hearing letter"),
    *_PREPARED,
    ADMINISTRATION("36 §"),
)
OPINION: Final = _document("opinion", Label("lausunto", "utlåtande", "opinion"), *_PREPARED)
HEARING_SUMMARY: Final = _document(
    "hearing_summary",
    Label("lausuntoyhteenveto", "sammandrag av utlåtandena", "summary of the opinions"),
    SERVICES(
        "38 § 2 mom.",
        Status.PRACTICE,
        Label("laki ei säädä yhteenvedosta", "sammandraget regleras inte i lag", "the law prescribes no summary"),
    ),
)
GOVERNMENT_DECISION: Final = _document(
    "government_decision",
    Label(
        "valtioneuvoston yleisistunnon päätös",
        "beslut av statsrådets allmänna sammanträde",
        "decision of the Government plenary session",
    ),
    CONSTITUTION("67 § 1 mom."),
    ADMINISTRATION("43–45 §"),
    ADMINISTRATION("47 §"),
)
PROOF_OF_SERVICE: Final = _document(
    "proof_of_service",
    Label("tiedoksiantotodistus", "delgivningsbevis", "proof of service"),
    ADMINISTRATION("54 §"),
    ADMINISTRATION("60 §"),
)
APPEAL: Final = _document("appeal", Label("valituskirjelmä", "besvärsskrift", "appeal"), COURT_PROCEDURE("13 § 2 mom."))
JUDGMENT: Final = _document(
    "judgment", Label("tuomioistuimen päätös", "domstolens beslut", "decision of the court"), COURT_PROCEDURE("80–81 §")
)
COURT_ORDER: Final = _document(
    "court_order",
    Label("tuomioistuimen määräys", "domstolens förordnande", "order of the court"),
    COURT_PROCEDURE("123 § 1 mom."),
)
AGREEMENT: Final = _document("agreement", Label("hyväksytty sopimus", "godkänt avtal", "approved agreement"), *_LASTING)
