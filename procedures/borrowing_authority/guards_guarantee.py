"""Conditions of the State guarantee, and what of an authority outlasts its financial year (611/2021 17–18 §)."""

from __future__ import annotations

from typing import Any, Final

from engine.case import Case
from engine.declaration import Guard, Offer
from engine.law import Label, Status
from procedures.borrowing_authority.guards import ceiling_cents, number, sum_cents
from procedures.statutes import COUNTIES

_DECIDING: Final = (
    "guarantee_change_approved",
    "guarantee_change_approved_by_government",
    "guarantee_change_refused",
    "guarantee_change_refused_by_government",
)
_UNDONE: Final = ("annulled", "referred_back")


def running_guarantees(case: Case) -> tuple[str, ...]:
    """Gives the names of the loans that the State guarantees still."""
    ended = {event.data["loan"] for event in case.every("guarantee_ended")}
    return tuple(event.data["loan"] for event in case.every("guarantee_granted") if event.data["loan"] not in ended)


def _pending_request(case: Case | None, loan: str) -> dict[str, Any] | None:
    """Gives the newest request about a loan that is not yet decided."""
    if case is None:
        return None
    asked = [event for event in case.every("guarantee_change_requested") if event.data["loan"] == loan]
    decided = [event for name in _DECIDING for event in case.every(name) if event.data["loan"] == loan]
    return asked[-1].data if len(asked) > len(decided) else None


def _for_the_government(offer: Offer, request: dict[str, Any]) -> bool:
    limit = number(offer, "guarantee_change_principal_cents")
    return bool(request["principal_cents"] >= limit or request["exceptionally_significant"])


def _guarantee_within_authority(offer: Offer) -> bool:
    """Holds when all guarantees, with this one, stay within the authority."""
    case = offer.case
    return case is not None and bool(
        sum_cents(case, "guarantee_granted") + offer.payload.amount_cents <= ceiling_cents(case)
    )


def _supplementary_if_collateral(offer: Offer) -> bool:
    """Holds unless the loan has a security and the guarantee is not said to be supplementary."""
    return offer.payload.loan_has_collateral is not True or offer.payload.form == "supplementary"


def _budget_authorisation(offer: Offer) -> bool:
    """Holds when the guarantees are said to stay within Parliament's authorisation."""
    return offer.payload.within_budget_authorisation is True


def _guarantee_runs(offer: Offer) -> bool:
    """Holds when the State guarantees the loan named."""
    return offer.case is not None and offer.payload.loan in running_guarantees(offer.case)


def _change_is_requested(offer: Offer) -> bool:
    """Holds when a change of the loan named is asked for and not yet decided."""
    return _pending_request(offer.case, offer.payload.loan) is not None


def _treasury_decides(offer: Offer) -> bool:
    """Holds unless the change asked for is one that the Government decides."""
    request = _pending_request(offer.case, offer.payload.loan)
    return request is None or not _for_the_government(offer, request)


def _government_decides(offer: Offer) -> bool:
    """Holds unless the change asked for is one that the State Treasury decides."""
    request = _pending_request(offer.case, offer.payload.loan)
    return request is None or _for_the_government(offer, request)


def _rectification_pending(offer: Offer) -> bool:
    """Holds when rectification is requested in the loan named and not yet decided."""
    if offer.case is None:
        return False
    asked, decided = (
        [event for event in offer.case.every(name) if event.data["loan"] == offer.payload.loan]
        for name in ("rectification_requested", "rectification_decided")
    )
    return len(asked) > len(decided)


def _binding(case: Case) -> bool:
    appeals = len(case.every("appeal_made")) > len(case.every("appeal_decided"))
    requests = len(case.every("rectification_requested")) > len(case.every("rectification_decided"))
    return appeals or requests or bool(running_guarantees(case))


def _something_remains(offer: Offer) -> bool:
    """Holds when a guarantee runs, a remedy is pending, or less was drawn than investments were started for."""
    case = offer.case
    if case is None:
        return False
    started = sum(
        event.data["amount_cents"] for event in case.every("authority_used") if event.data["kind"] == "investment"
    )
    return _binding(case) or sum_cents(case, "loan_drawn") < started


def _nothing_remains(offer: Offer) -> bool:
    """Holds when no guarantee runs and no remedy is pending; a loan left undrawn binds nobody."""
    return offer.case is not None and not _binding(offer.case)


def _of_the_treasury(offer: Offer) -> bool:
    """Holds when the decision served is the State Treasury's."""
    return bool(offer.payload.decision == "loan_change_by_treasury")


def _decision_undone(offer: Offer) -> bool:
    """Holds when the court annulled the decision or referred it back."""
    return offer.payload.outcome in _UNDONE


GUARANTEE_WITHIN_AUTHORITY: Final = Guard(
    "guarantee_within_authority",
    Label(
        "takaus on lainanottovaltuuden puitteissa",
        "borgen ryms inom fullmakten att uppta lån",
        "the guarantee stays within the borrowing authority",
    ),
    (COUNTIES("17 § 1 mom."),),
    _guarantee_within_authority,
    reads_payload=True,
)
SUPPLEMENTARY_IF_COLLATERAL: Final = Guard(
    "supplementary_if_collateral",
    Label(
        "takaus myönnetään täytetakauksena, jos lainalle on asetettu vakuus",
        "borgen beviljas som fyllnadsborgen om säkerhet har ställts för lånet",
        "the guarantee is supplementary where a security has been given for the loan",
    ),
    (COUNTIES("17 § 1 mom."),),
    _supplementary_if_collateral,
    reads_payload=True,
)
BUDGET_AUTHORISATION: Final = Guard(
    "budget_authorisation",
    Label(
        "takaukset pysyvät eduskunnan talousarviossa myöntämän valtuuden rajoissa",
        "borgensförbindelserna ryms inom den fullmakt som riksdagen beviljat i samband med statsbudgeten",
        "guarantees stay within what Parliament authorised in the State budget",
    ),
    (COUNTIES("17 § 3 mom."),),
    _budget_authorisation,
    reads_payload=True,
)
GUARANTEE_RUNS: Final = Guard(
    "guarantee_runs",
    Label(
        "lainalla on voimassa oleva valtiontakaus",
        "statsborgen för lånet är i kraft",
        "the State guarantees the loan",
    ),
    (COUNTIES("18 §"),),
    _guarantee_runs,
    reads_payload=True,
)
CHANGE_IS_REQUESTED: Final = Guard(
    "change_is_requested",
    Label(
        "muutosta lainaan on pyydetty eikä siitä ole päätetty",
        "ändring i lånet har begärts och är inte avgjord",
        "a change of the loan is requested and not yet decided",
    ),
    (COUNTIES("18 § 2 mom."),),
    _change_is_requested,
    reads_payload=True,
)
TREASURY_DECIDES: Final = Guard(
    "treasury_decides",
    Label(
        "pääomaa on jäljellä alle 20 miljoonaa euroa eikä muutos ole poikkeuksellisen merkittävä",
        "det återstående kapitalet är mindre än 20 miljoner euro och ändringen inte exceptionellt betydande",
        "less than EUR 20 million of principal remains and the change is not exceptionally significant",
    ),
    (COUNTIES("18 § 2 mom."),),
    _treasury_decides,
    reads_payload=True,
)
GOVERNMENT_DECIDES: Final = Guard(
    "government_decides",
    Label(
        "pääomaa on jäljellä vähintään 20 miljoonaa euroa tai muutos on poikkeuksellisen merkittävä",
        "det återstående kapitalet är minst 20 miljoner euro eller ändringen exceptionellt betydande",
        "at least EUR 20 million of principal remains or the change is exceptionally significant",
    ),
    (COUNTIES("18 § 2 mom."),),
    _government_decides,
    reads_payload=True,
)
RECTIFICATION_PENDING: Final = Guard(
    "rectification_pending",
    Label(
        "lainaa koskeva oikaisuvaatimus on ratkaisematta",
        "en begäran om omprövning som gäller lånet är oavgjord",
        "a request for rectification about the loan is not decided yet",
    ),
    (COUNTIES("149 § 1 mom."),),
    _rectification_pending,
    reads_payload=True,
)
SOMETHING_REMAINS: Final = Guard(
    "something_remains",
    Label(
        "aloitettujen investointien lainaa on nostamatta, valtiontakaus on voimassa tai muutoksenhaku vireillä",
        "lån för påbörjade investeringar är inte upptagna, statsborgen är i kraft eller ändringssökande är anhängigt",
        "loans of started investments are undrawn, a State guarantee runs or a remedy is pending",
    ),
    (COUNTIES("15 § 1 mom.", Status.PRACTICE), COUNTIES("18 § 1 mom.")),
    _something_remains,
)
NOTHING_REMAINS: Final = Guard(
    "nothing_remains",
    Label(
        "valtiontakauksia ei ole voimassa eikä muutoksenhakua vireillä",
        "ingen statsborgen är i kraft och inget ändringssökande är anhängigt",
        "no State guarantee runs and no remedy is pending",
    ),
    (COUNTIES("18 § 1 mom."), COUNTIES("15 §", Status.PRACTICE)),
    _nothing_remains,
)
OF_THE_TREASURY: Final = Guard(
    "of_the_treasury",
    Label("päätös on Valtiokonttorin", "beslutet är Statskontorets", "the decision is the State Treasury's"),
    (COUNTIES("149 §"),),
    _of_the_treasury,
    reads_payload=True,
)
DECISION_UNDONE: Final = Guard(
    "decision_undone",
    Label(
        "tuomioistuin on kumonnut päätöksen tai palauttanut asian",
        "domstolen har upphävt beslutet eller återförvisat ärendet",
        "the court annulled the decision or referred it back",
    ),
    (COUNTIES("138 § 3 mom."),),
    _decision_undone,
    reads_payload=True,
)
