"""The documents on which the acts rest (614/2021 6–11, 20 §)."""

from __future__ import annotations

from typing import Final

from engine.declaration import DocumentRule
from engine.law import Basis, Label, Status
from procedures.statutes import ADMINISTRATION, COURT_PROCEDURE, DIVISION

_NOT_PRESCRIBED: Final = Label(
    "laki ei säädä asiakirjasta", "handlingen regleras inte i lag", "the law prescribes no such document"
)


def _document(kind: str, fi: str, sv: str, en: str, *basis: Basis) -> DocumentRule:
    return DocumentRule(kind, Label(fi, sv, en), basis)


def _customary(section: str) -> Basis:
    return DIVISION(section, Status.PRACTICE, _NOT_PRESCRIBED)


CHANGE_PROPOSAL: Final = _document(
    "change_proposal",
    "esitys hyvinvointialueen muuttamisesta",
    "framställning om ändring av välfärdsområden",
    "proposal for a change",
    DIVISION("6 § 1 mom."),
    DIVISION("7 § 1 mom."),
)
COUNCIL_DECISIONS: Final = _document(
    "council_decisions",
    "aluevaltuustojen yhtäpitävät päätökset",
    "fullmäktiges överensstämmande beslut",
    "identical decisions of the councils",
    DIVISION("7 § 2 mom."),
)
MERGER_ACCOUNT: Final = _document(
    "merger_account",
    "yhdistymiseen liittyvä selvitys",
    "utredning som hör till sammanslagningen",
    "account of the merger",
    DIVISION("7 § 2 mom."),
)
INQUIRY_PROPOSAL: Final = _document(
    "inquiry_proposal",
    "esitys aluejakoselvityksen toimittamisesta",
    "framställning om en utredning om områdesindelningen",
    "proposal for an inquiry",
    DIVISION("8 § 2 mom."),
)
INITIATIVE: Final = _document(
    "initiative", "aloite", "initiativ", "initiative", DIVISION("8 § 2 mom. 1 kohta"), _customary("8 §")
)
HEARING: Final = _document(
    "hearing",
    "kuulemisen asiakirjat",
    "handlingar om hörandet",
    "documents of the hearing",
    DIVISION("8 § 1 mom."),
    DIVISION("10 § 3 mom."),
)
APPOINTMENT: Final = _document(
    "investigator_appointment",
    "aluejakoselvittäjän asettamispäätös",
    "beslut om tillsättande av områdesindelningsutredare",
    "appointment of the investigator",
    DIVISION("8 § 1 mom."),
    ADMINISTRATION("43 §"),
)
VM_DECISION: Final = _document(
    "vm_decision",
    "valtiovarainministeriön päätös",
    "finansministeriets beslut",
    "decision of the Ministry of Finance",
    DIVISION("8 § 1 mom."),
    ADMINISTRATION("43 §"),
)
INVESTIGATORS_PROPOSAL: Final = _document(
    "investigators_proposal",
    "aluejakoselvittäjän ehdotus",
    "områdesindelningsutredarens förslag",
    "investigator's proposal",
    DIVISION("9 § 1 mom."),
    DIVISION("9 § 2 mom."),
)
INQUIRY_RESULT: Final = _document(
    "inquiry_result", "selvityksen tulos", "utredningens resultat", "result of the inquiry", _customary("9 § 2 mom.")
)
OPINION: Final = _document(
    "opinion", "valtuuston lausunto", "fullmäktiges utlåtande", "council's opinion", DIVISION("9 § 3 mom.")
)
EFFECTS_NOTE: Final = _document(
    "effects_note",
    "selvitys vaikutuksista aluejakoihin",
    "utredning om verkningarna för områdesindelningar",
    "note on the effects on divisions",
    DIVISION("10 § 3 mom."),
)
NAME_OPINION: Final = _document(
    "name_opinion",
    "Kotimaisten kielten keskuksen lausunto",
    "utlåtande av Institutet för de inhemska språken",
    "opinion of the Institute for the Languages of Finland",
    DIVISION("10 § 3 mom."),
)
GOVERNMENT_DECISION: Final = _document(
    "government_decision",
    "valtioneuvoston päätös",
    "statsrådets beslut",
    "decision of the Government",
    DIVISION("10 § 1 mom."),
    ADMINISTRATION("43 §"),
)
STATUTE_BOOK: Final = _document(
    "statute_book",
    "julkaisu Suomen säädöskokoelmassa",
    "publicering i Finlands författningssamling",
    "publication in the Statute Book",
    DIVISION("11 § 3 mom."),
)
NOTICE: Final = _document(
    "notice",
    "tiedoksianto esityksen tekijälle",
    "delgivning till den som gjort framställningen",
    "notice to whoever made the proposal",
    DIVISION("11 § 3 mom."),
)
APPEAL: Final = _document(
    "appeal",
    "valitus",
    "besvär",
    "appeal",
    DIVISION("20 § 1 mom."),
    COURT_PROCEDURE("13 §"),
)
COURT_DECISION: Final = _document(
    "court_decision",
    "korkeimman hallinto-oikeuden ratkaisu",
    "högsta förvaltningsdomstolens avgörande",
    "decision of the Supreme Administrative Court",
    DIVISION("20 § 2 mom."),
)
CLOSING_NOTE: Final = _document(
    "closing_note", "päättämismuistio", "avslutningspromemoria", "closing note", _customary("6 §")
)
