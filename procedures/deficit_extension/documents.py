"""The documents of an application for more time. The bill's own list, if it has one, is not known."""

from __future__ import annotations

from typing import Final

from engine.declaration import DocumentRule
from engine.law import Label
from procedures.deficit_extension.law import bill, taken_from
from procedures.statutes import ADMINISTRATION, COUNTIES, COURT_PROCEDURE

APPLICATION: Final = DocumentRule("application", Label("hakemus", "ansökan", "application"), (bill(),))
ECONOMIC_PLAN: Final = DocumentRule(
    "economic_plan",
    Label(
        "aluevaltuuston hyväksymä taloussuunnitelma",
        "ekonomiplan som välfärdsområdesfullmäktige godkänt",
        "economic plan approved by the council",
    ),
    (bill(), taken_from(COUNTIES, "115 §")),
)
HEARING_LETTER: Final = DocumentRule(
    "hearing_letter",
    Label("kuulemiskirje", "brev om hörande", "hearing letter"),
    (taken_from(ADMINISTRATION, "36 §"),),
)
VM_DECISION: Final = DocumentRule(
    "vm_decision",
    Label("valtiovarainministeriön päätös", "finansministeriets beslut", "decision of the Ministry of Finance"),
    (bill(), taken_from(ADMINISTRATION, "43 §")),
)
APPEAL: Final = DocumentRule(
    "appeal", Label("valituskirjelmä", "besvärsskrift", "appeal"), (taken_from(COURT_PROCEDURE, "13 § 2 mom."),)
)
JUDGMENT: Final = DocumentRule(
    "judgment",
    Label("hallinto-oikeuden päätös", "förvaltningsdomstolens beslut", "decision of the court"),
    (taken_from(COURT_PROCEDURE, "8 § 1 mom."),),
)
ACCOUNTS: Final = DocumentRule(
    "accounts", Label("tilinpäätös", "bokslut", "accounts"), (taken_from(COUNTIES, "117 §"),)
)
