"""The documents on which the steps of an agreement rest."""

from __future__ import annotations

from typing import Final

from engine.declaration import DocumentRule
from engine.law import Label
from procedures.collaborative_agreement.agreement_law import Bases
from procedures.statutes import ADMINISTRATION, COUNTIES

COUNCIL_DECISION: Final = DocumentRule(
    "council_decision",
    Label("valtuuston päätös", "fullmäktiges beslut", "decision of the council"),
    (COUNTIES("145 § 1 mom."), ADMINISTRATION("43 §")),
)
JUDGMENT: Final = DocumentRule(
    "judgment",
    Label("tuomioistuimen päätös", "domstolens beslut", "decision of the court"),
    (COUNTIES("140 § 1 mom."),),
)


def universities_letter(basis: Bases) -> DocumentRule:
    """Gives the letter by which universities are asked."""
    return DocumentRule(
        "universities_letter",
        Label(
            "kuulemiskirje korkeakouluille", "brev om hörande till högskolorna", "hearing letter to the universities"
        ),
        basis,
    )


def opinion_request(basis: Bases) -> DocumentRule:
    """Gives the request for the ministry's opinion."""
    return DocumentRule(
        "opinion_request", Label("lausuntopyyntö", "begäran om utlåtande", "request for an opinion"), basis
    )


def draft(basis: Bases) -> DocumentRule:
    """Gives the draft of the agreement."""
    return DocumentRule("draft", Label("sopimusluonnos", "utkast till avtal", "draft agreement"), basis)


def agreement(basis: Bases) -> DocumentRule:
    """Gives the agreement itself."""
    return DocumentRule("agreement", Label("sopimus", "avtal", "agreement"), basis)


def stm_opinion(basis: Bases) -> DocumentRule:
    """Gives the ministry's opinion."""
    return DocumentRule("stm_opinion", Label("lausunto", "utlåtande", "opinion"), basis)


def amendment_proposal(basis: Bases) -> DocumentRule:
    """Gives a party's proposal for an amendment."""
    return DocumentRule("amendment_proposal", Label("muutosesitys", "ändringsförslag", "amendment proposal"), basis)


def initiative(basis: Bases) -> DocumentRule:
    """Gives the ministry's initiative for an amendment."""
    return DocumentRule("initiative", Label("aloite", "initiativ", "initiative"), basis)


def government_decision(basis: Bases) -> DocumentRule:
    """Gives the decision of the Government."""
    return DocumentRule(
        "government_decision",
        Label("valtioneuvoston päätös", "statsrådets beslut", "decision of the Government"),
        basis,
    )
