"""Conditions of a shared theme: it is shared, its day lies ahead, and what joins it is new."""

from __future__ import annotations

from typing import Final

from engine.case import Case
from engine.declaration import Guard, Offer
from engine.law import Label, Status
from procedures.statutes import ROADMAP_2021

FEEDBACK: Final = ROADMAP_2021("palaute", Status.PRACTICE)
THEMES: Final = ROADMAP_2021("läpileikkaavat teemat", Status.PRACTICE)
_SEVERAL: Final = 2


def counties_of(case: Case) -> frozenset[str]:
    """Gives the counties that raised a theme, those that joined it later among them."""
    said = (*case.every("raised"), *case.every("counties_joined"))
    return frozenset(str(code) for event in said for code in event.data["counties"])


def observations_of(case: Case) -> frozenset[str]:
    """Gives the observations on which a theme rests, by case."""
    said = (*case.every("raised"), *case.every("counties_joined"))
    return frozenset(str(one) for event in said for one in event.data["observations"])


def _several(offer: Offer) -> bool:
    """Holds when at least two different counties raise it."""
    return len(set(offer.payload.counties)) >= _SEVERAL


def _something_new(offer: Offer) -> bool:
    """Holds when a county or an observation is named that did not belong to the theme before."""
    case, payload = offer.case, offer.payload
    if case is None:
        return False
    return bool(set(payload.counties) - counties_of(case) or set(payload.observations) - observations_of(case))


def _due_ahead(offer: Offer) -> bool:
    """Holds when no day is set, or one that has not passed."""
    return offer.payload.due_on is None or offer.payload.due_on >= offer.on


SEVERAL: Final = Guard(
    "several",
    Label(
        "asian on nostanut vähintään kaksi aluetta",
        "frågan har tagits upp av minst två områden",
        "at least two counties raise it",
    ),
    (THEMES,),
    _several,
    reads_payload=True,
)
SOMETHING_NEW: Final = Guard(
    "something_new",
    Label(
        "asiaan liitetään alue tai havainto, joka ei siihen vielä kuulu",
        "till frågan fogas ett område eller en iakttagelse som ännu inte hör till den",
        "a county or an observation joins that did not belong to it yet",
    ),
    (THEMES,),
    _something_new,
    reads_payload=True,
)
DUE_AHEAD: Final = Guard(
    "due_ahead",
    Label("asetettu päivä ei ole ohi", "den satta dagen har inte passerat", "the day that is set has not passed"),
    (FEEDBACK,),
    _due_ahead,
    reads_payload=True,
)
