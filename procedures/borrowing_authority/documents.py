"""The documents on which the acts of a borrowing authority rest."""

from __future__ import annotations

from typing import Final

from engine.declaration import DocumentRule
from engine.law import Basis, Label, Status
from procedures.statutes import ADMINISTRATION, COUNTIES, COURT_PROCEDURE

_PRACTICE: Final = Label(
    "laki ei säädä asiakirjasta", "handlingen regleras inte i lag", "the law prescribes no such document"
)


def _document(kind: str, label: Label, *basis: Basis) -> DocumentRule:
    return DocumentRule(kind, label, basis)


CALCULATION: Final = _document(
    "calculation",
    Label(
        "laskelma lainanottovaltuudesta",
        "beräkning av fullmakten att uppta lån",
        "calculation of the borrowing authority",
    ),
    COUNTIES("15 § 2 mom.", Status.PRACTICE, _PRACTICE),
)
PROPOSAL: Final = _document(
    "proposal",
    Label("esitys valtioneuvostolle", "förslag till statsrådet", "proposal to the Government"),
    COUNTIES("15 § 1 mom."),
)
GOVERNMENT_DECISION: Final = _document(
    "government_decision",
    Label("valtioneuvoston päätös", "statsrådets beslut", "decision of the Government"),
    COUNTIES("15 § 1 mom."),
    ADMINISTRATION("43 §"),
)
CHANGE_DECISION: Final = _document(
    "change_decision",
    Label(
        "valtioneuvoston päätös lainanottovaltuuden muuttamisesta",
        "statsrådets beslut om ändring av fullmakten att uppta lån",
        "decision of the Government on changing the borrowing authority",
    ),
    COUNTIES("15 § 3 mom."),
)
GUARANTEE_DECISION: Final = _document(
    "guarantee_decision",
    Label("takauspäätös", "beslut om statsborgen", "decision on the guarantee"),
    COUNTIES("17 § 1 mom."),
    ADMINISTRATION("43 §"),
)
GUARANTEE_REQUEST: Final = _document(
    "guarantee_request",
    Label("muutospyyntö", "begäran om ändring", "request for the change"),
    COUNTIES("18 § 2 mom.", Status.PRACTICE, _PRACTICE),
)
GUARANTEE_CHANGE: Final = _document(
    "guarantee_change",
    Label("päätös lainan muutoksesta", "beslut om ändring i lånet", "decision on the change of the loan"),
    COUNTIES("18 § 2 mom."),
    ADMINISTRATION("43 §"),
)
SECURITY_CONSENT: Final = _document(
    "security_consent",
    Label("valtioneuvoston suostumus", "statsrådets samtycke", "consent of the Government"),
    COUNTIES("17 § 1 mom."),
)
RECTIFICATION_REQUEST: Final = _document(
    "rectification_request",
    Label("oikaisuvaatimus", "begäran om omprövning", "request for rectification"),
    ADMINISTRATION("49 e §"),
)
RECTIFICATION_DECISION: Final = _document(
    "rectification_decision",
    Label("oikaisuvaatimuspäätös", "omprövningsbeslut", "decision on the request for rectification"),
    ADMINISTRATION("49 g §"),
)
APPEAL: Final = _document("appeal", Label("valituskirjelmä", "besvärsskrift", "appeal"), COURT_PROCEDURE("13 §"))
JUDGMENT: Final = _document(
    "judgment", Label("tuomioistuimen päätös", "domstolens beslut", "decision of the court"), COURT_PROCEDURE("8 §")
)
CLOSING_NOTE: Final = _document(
    "closing_note",
    Label("päättämismuistio", "avslutningspromemoria", "closing note"),
    COUNTIES("15 §", Status.PRACTICE, _PRACTICE),
)
