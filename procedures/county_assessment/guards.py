"""Conditions of the assessment: evidence and assessor, all five before the pace, support for the slow."""

from __future__ import annotations

from typing import Final

from engine.case import Case
from engine.declaration import Guard, Offer
from engine.law import Label, Status
from procedures.picture_scale import worst_explained
from procedures.reform_programme.catalogue import ids_of
from procedures.statutes import STEERING_REFORM

PRECONDITIONS: Final = STEERING_REFORM("esipuhe, kohta 1; luku 2, liite 2", Status.PRACTICE)
SUPPORT: Final = STEERING_REFORM("esipuhe, kohta 1; taulukko 3, 2.4", Status.PRACTICE)


def unassessed(case: Case) -> frozenset[str]:
    """Gives the preconditions of which nothing has been said yet."""
    return ids_of("preconditions") - {str(event.data["precondition"]) for event in case.every("precondition_assessed")}


def pace_now(case: Case) -> str | None:
    """Gives the pace as it was last judged, or None before that."""
    newest = case.last("pace_judged")
    return None if newest is None else str(newest.data["pace"])


def _evidence_named(offer: Offer) -> bool:
    """Holds when the evidence is named, or when the county gave no information."""
    return offer.payload.evidence is not None or offer.payload.state == "no_information"


def _assessor_named(offer: Offer) -> bool:
    """Holds when the office or unit that assessed is named."""
    return offer.payload.assessor is not None


def _all_five_assessed(offer: Offer) -> bool:
    """Holds when each of the five preconditions has been assessed, or is said to lack information."""
    return offer.case is not None and not unassessed(offer.case)


def _slowness_explained(offer: Offer) -> bool:
    """Holds unless the pace is called too slow without saying in what and why."""
    payload = offer.payload
    return payload.pace != "too_slow" or (bool(payload.because_of) and payload.reason is not None)


def _too_slow(offer: Offer) -> bool:
    """Holds when the pace was last judged too slow."""
    return offer.case is not None and pace_now(offer.case) == "too_slow"


def _fast_enough(offer: Offer) -> bool:
    """Holds when the pace was last judged fast enough."""
    return offer.case is not None and pace_now(offer.case) == "fast_enough"


def _pace_known(offer: Offer) -> bool:
    """Holds when the pace has been judged."""
    return offer.case is not None and pace_now(offer.case) is not None


WORST_EXPLAINED: Final = worst_explained(PRECONDITIONS)
EVIDENCE_NAMED: Final = Guard(
    "evidence_named",
    Label(
        "arvion perusta on kerrottu, tai tietoa ei ole",
        "bedömningens grund har angetts, eller så saknas uppgift",
        "it is said what the assessment rests on, or that there is no information",
    ),
    (PRECONDITIONS,),
    _evidence_named,
    reads_payload=True,
)
ASSESSOR_NAMED: Final = Guard(
    "assessor_named",
    Label("arvion tekijä (yksikkö) on nimetty", "bedömaren (enheten) har angetts", "the assessing office is named"),
    (PRECONDITIONS,),
    _assessor_named,
    reads_payload=True,
)
ALL_FIVE_ASSESSED: Final = Guard(
    "all_five_assessed",
    Label(
        "kaikki viisi edellytystä on arvioitu",
        "alla fem förutsättningar har bedömts",
        "all five preconditions have been assessed",
    ),
    (PRECONDITIONS,),
    _all_five_assessed,
)
SLOWNESS_EXPLAINED: Final = Guard(
    "slowness_explained",
    Label(
        "liian hitaan etenemisen kohde ja syy on kirjattu",
        "det har antecknats i vilket avseende och varför takten är för långsam",
        "it is written down in what, and why, the pace is too slow",
    ),
    (SUPPORT,),
    _slowness_explained,
    reads_payload=True,
)
TOO_SLOW: Final = Guard(
    "too_slow",
    Label(
        "eteneminen on viimeksi arvioitu liian hitaaksi",
        "takten har senast bedömts vara för långsam",
        "the pace was last judged too slow",
    ),
    (SUPPORT,),
    _too_slow,
)
FAST_ENOUGH: Final = Guard(
    "fast_enough",
    Label(
        "eteneminen on viimeksi arvioitu riittäväksi",
        "takten har senast bedömts vara tillräcklig",
        "the pace was last judged fast enough",
    ),
    (SUPPORT,),
    _fast_enough,
)
PACE_KNOWN: Final = Guard(
    "pace_known",
    Label("etenemisvauhti on arvioitu", "takten har bedömts", "the pace has been judged"),
    (SUPPORT,),
    _pace_known,
)
