"""Conditions after a grant: payment, the conditions, what VM weighs, and closing (617/2021 26 §, 611/2021 13 b §)."""

from __future__ import annotations

from typing import Final

from engine.declaration import Guard, Offer
from engine.law import Label, Status
from procedures.additional_funding import decisions
from procedures.statutes import ADMINISTRATION, COUNTIES, FUNDING

GATE: Final = "evaluation_gate_met"
"""The standing that a grant begins when the evaluation procedure can be started because of it."""

_REMEDIES: Final = ("rectification_request", "appeal")
_CRITERION: Final = COUNTIES("13 b § 1 mom. 2 kohta")
_CLOSING: Final = FUNDING(
    "26 §",
    Status.PRACTICE,
    Label(
        "laissa ei säädetä asian päättämisestä",
        "lagen reglerar inte hur ärendet avslutas",
        "the law does not say how the matter is closed",
    ),
)


def _paid_as_granted(offer: Offer) -> bool:
    """Holds when no more is paid than granted, earlier payments included; where an amount is unknown, always."""
    granted = decisions.granted_cents(offer.case)
    if granted is None or offer.payload.amount_cents is None:
        return True
    earlier = offer.case.every("paid") if offer.case else ()
    return sum(event.data["amount_cents"] or 0 for event in earlier) + int(offer.payload.amount_cents) <= granted


def _condition_set(offer: Offer) -> bool:
    """Holds when the decision has conditions, and the one that is numbered among them."""
    number = getattr(offer.payload, "condition", None)
    return len(decisions.conditions_of(offer.case)) >= (number or 1)


def _evident(offer: Offer) -> bool:
    """Holds when it is said to be evident that the condition is not being carried out."""
    return offer.payload.evident is True


def _no_substitute(offer: Offer) -> bool:
    """Holds when no measures were decided in place of those that the condition requires."""
    number = offer.payload.condition
    decided = offer.case.every("substitute_measures_decided") if offer.case else ()
    return not any(number is None or event.data["condition"] in (None, number) for event in decided)


def _gate_met(offer: Offer) -> bool:
    """Holds when the evaluation procedure can be started because of the grant."""
    return offer.case is not None and any(one.name == GATE for one in offer.case.active_standings)


def _unmet_noted(offer: Offer) -> bool:
    """Holds when a condition was noted as unmet."""
    return offer.case is not None and offer.case.has("condition_unmet")


def _conditions_settled(offer: Offer) -> bool:
    """Holds when nothing is granted on conditions that were not noted as fulfilled or unmet."""
    noted = offer.case is not None and (offer.case.has("conditions_fulfilled") or offer.case.has("condition_unmet"))
    return noted or not decisions.conditions_of(offer.case)


def _evaluation_was_weighed(offer: Offer) -> bool:
    """Holds unless the evaluation procedure can be started and VM has not weighed that since the newest grant."""
    return not _gate_met(offer) or decisions.follows(offer.case, ("evaluation_weighed",), ("granted",))


def _preemptive_was_weighed(offer: Offer) -> bool:
    """Holds unless a condition was noted as unmet and VM has not weighed what follows since."""
    return not _unmet_noted(offer) or decisions.follows(offer.case, ("preemptive_weighed",), ("condition_unmet",))


def _no_remedy_pending(offer: Offer) -> bool:
    """Holds when neither a request for rectification nor an appeal awaits its decision."""
    return not decisions.request_awaits(offer.case) and not decisions.appeal_awaits(offer.case)


def _remedy_time_over(offer: Offer) -> bool:
    """Holds when the decision stands: given up, judged, or served and the time to seek a remedy is over."""
    case = offer.case
    if decisions.follows(case, ("no_remedy_sought", "appeal_dismissed"), decisions.DECISIONS):
        return True
    running = [one for one in (case.open_deadlines if case else ()) if one.name in _REMEDIES and one.due >= offer.on]
    return decisions.follows(case, ("decision_served",), decisions.DECISIONS) and not running


PAID_AS_GRANTED: Final = Guard(
    "paid_as_granted",
    Label(
        "maksetaan enintään myönnetty määrä",
        "högst det beviljade beloppet betalas ut",
        "no more is paid than was granted",
    ),
    (FUNDING("26 § 3 mom."),),
    _paid_as_granted,
    reads_payload=True,
)
CONDITION_SET: Final = Guard(
    "condition_set",
    Label(
        "päätöksessä on asetettu kyseinen ehto", "villkoret har ställts i beslutet", "the decision has that condition"
    ),
    (FUNDING("11 § 2 mom."),),
    _condition_set,
    reads_payload=True,
)
EVIDENT: Final = Guard(
    "evident",
    Label(
        "on ilmeistä, että edellytetyt toimenpiteet eivät ole toteutumassa",
        "det är uppenbart att de förutsatta åtgärderna inte kommer att bli genomförda",
        "it is evident that the required measures are not being carried out",
    ),
    (_CRITERION,),
    _evident,
    reads_payload=True,
)
NO_SUBSTITUTE: Final = Guard(
    "no_substitute",
    Label(
        "hyvinvointialue ei ole tehnyt päätöstä korvaavista toimenpiteistä",
        "välfärdsområdet har inte fattat beslut om kompenserande åtgärder",
        "the county has not decided on substitute measures",
    ),
    (_CRITERION,),
    _no_substitute,
    reads_payload=True,
)
GATE_MET: Final = Guard(
    "gate_met",
    Label(
        "arviointimenettely voidaan käynnistää lisärahoituksen perusteella",
        "ett utvärderingsförfarande kan inledas på grund av tilläggsfinansieringen",
        "the evaluation procedure can be started because of the grant",
    ),
    (COUNTIES("123 § 1 mom. 4 kohta"),),
    _gate_met,
)
UNMET_NOTED: Final = Guard(
    "unmet_noted",
    Label(
        "ehto on todettu toteutumattomaksi",
        "ett villkor har konstaterats vara ouppfyllt",
        "a condition was noted as unmet",
    ),
    (_CRITERION,),
    _unmet_noted,
)
CONDITIONS_SETTLED: Final = Guard(
    "conditions_settled",
    Label(
        "ehtojen toteutuminen on todettu",
        "det har konstaterats om villkoren är uppfyllda",
        "it was noted whether the conditions are fulfilled",
    ),
    (_CLOSING,),
    _conditions_settled,
)
EVALUATION_WAS_WEIGHED: Final = Guard(
    "evaluation_was_weighed",
    Label(
        "arviointimenettelyn käynnistämistä on harkittu",
        "inledande av utvärderingsförfarande har övervägts",
        "the start of the evaluation procedure was weighed",
    ),
    (_CLOSING, COUNTIES("123 § 1 mom. 4 kohta")),
    _evaluation_was_weighed,
)
PREEMPTIVE_WAS_WEIGHED: Final = Guard(
    "preemptive_was_weighed",
    Label(
        "ennakollista talouden ohjauksen menettelyä on harkittu",
        "förebyggande förfarande för ekonomisk styrning har övervägts",
        "pre-emptive financial steering was weighed",
    ),
    (_CLOSING, _CRITERION),
    _preemptive_was_weighed,
)
NO_REMEDY_PENDING: Final = Guard(
    "no_remedy_pending",
    Label(
        "oikaisuvaatimusta tai valitusta ei ole vireillä",
        "ingen begäran om omprövning och inga besvär är anhängiga",
        "no request for rectification and no appeal is pending",
    ),
    (_CLOSING, FUNDING("30–31 §")),
    _no_remedy_pending,
)
REMEDY_TIME_OVER: Final = Guard(
    "remedy_time_over",
    Label(
        "päätös on annettu tiedoksi ja aika hakea siihen muutosta on päättynyt, tai muutosta ei haeta",
        "beslutet har delgetts och tiden för att söka ändring har gått ut, eller ändring söks inte",
        "the decision was served and the time to seek a remedy is over, or none is sought",
    ),
    (_CLOSING, FUNDING("30 §"), ADMINISTRATION("54 § 1 mom.")),
    _remedy_time_over,
)
