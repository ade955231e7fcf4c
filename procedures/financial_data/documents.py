"""The documents on which acts of a financial year rest; the data themselves arrive in the State Treasury's resource."""

from __future__ import annotations

from typing import Final

from engine.declaration import DocumentRule
from engine.law import Label, Status
from procedures.statutes import COUNTIES, MUNICIPALITIES

BUDGET: Final = DocumentRule(
    "budget",
    Label("talousarvio ja -suunnitelma", "budget och ekonomiplan", "budget and plan"),
    (COUNTIES("115 § 1 mom."), MUNICIPALITIES("110 § 1 mom.")),
)
ACCOUNTS: Final = DocumentRule(
    "accounts",
    Label("tilinpäätös", "bokslut", "accounts"),
    (COUNTIES("117 § 2 mom."), MUNICIPALITIES("113 § 2 mom.")),
)
AUDIT_REPORT: Final = DocumentRule(
    "audit_report",
    Label("tilintarkastuskertomus", "revisionsberättelse", "audit report"),
    (COUNTIES("130 § 1 mom."), MUNICIPALITIES("125 § 1 mom.")),
)
COUNCIL_DECISION: Final = DocumentRule(
    "council_decision",
    Label("valtuuston päätös", "fullmäktiges beslut", "decision of the council"),
    (COUNTIES("117 § 1 mom."), MUNICIPALITIES("113 § 1 mom.")),
)
CLOSING_NOTE: Final = DocumentRule(
    "closing_note",
    Label("päättämismuistio", "avslutningspromemoria", "closing note"),
    (
        COUNTIES(
            "11 §",
            Status.PRACTICE,
            Label(
                "laki ei säädä asiakirjasta", "handlingen regleras inte i lag", "the law prescribes no such document"
            ),
        ),
    ),
)
