"""The documents on which the acts of changing an authority rest."""

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


EXECUTIVE_DECISION: Final = _document(
    "executive_decision",
    Label("hyvinvointialueen päätös hakea muutosta", "områdets beslut att ansöka", "county's decision to apply"),
    COUNTIES("15 § 3 mom.", Status.PRACTICE, _PRACTICE),
)
APPLICATION: Final = _document("application", Label("hakemus", "ansökan", "application"), COUNTIES("15 § 3 mom."))
INITIATIVE: Final = _document("initiative", Label("aloite", "initiativ", "initiative"), COUNTIES("15 § 3 mom."))
APPOINTMENT: Final = _document(
    "appointment_decision",
    Label("asettamispäätös", "tillsättningsbeslut", "appointment decision"),
    COUNTIES("15 § 4 mom."),
)
ASSESSMENT: Final = _document(
    "assessment",
    Label("valmisteluryhmän muistio", "beredningsgruppens promemoria", "memorandum of the preparation group"),
    COUNTIES("15 § 4 mom.", Status.PRACTICE, _PRACTICE),
)
DISSENT: Final = _document(
    "dissent",
    Label("eriävä mielipide", "avvikande åsikt", "dissenting opinion"),
    COUNTIES("15 § 4 mom.", Status.PRACTICE, _PRACTICE),
)
GOVERNMENT_DECISION: Final = _document(
    "government_decision",
    Label("valtioneuvoston päätös", "statsrådets beslut", "decision of the Government"),
    COUNTIES("15 § 3 mom."),
    ADMINISTRATION("43 §"),
)
REPORT: Final = _document(
    "report",
    Label("hyvinvointialueen raportti", "välfärdsområdets rapport", "report of the county"),
    COUNTIES("15 § 3 mom.", Status.PRACTICE, _PRACTICE),
)
SUBSTITUTE_DECISION: Final = _document(
    "substitute_decision",
    Label("päätös korvaavista toimenpiteistä", "beslut om kompenserande åtgärder", "decision on substitute measures"),
    COUNTIES("15 § 3 mom.", Status.PRACTICE, _PRACTICE),
)
VM_NOTE: Final = _document(
    "vm_note",
    Label("valtiovarainministeriön muistio", "finansministeriets promemoria", "note of the Ministry of Finance"),
    COUNTIES("15 § 3 mom.", Status.PRACTICE, _PRACTICE),
)
APPEAL: Final = _document("appeal", Label("valituskirjelmä", "besvärsskrift", "appeal"), COURT_PROCEDURE("13 §"))
JUDGMENT: Final = _document(
    "judgment", Label("tuomioistuimen päätös", "domstolens beslut", "decision of the court"), COURT_PROCEDURE("8 §")
)
