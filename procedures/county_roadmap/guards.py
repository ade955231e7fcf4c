"""Conditions of a county's roadmap: a judgement does not contradict itself, and a rhythm fits its name."""

from __future__ import annotations

from typing import Final

from engine.declaration import Guard, Offer
from engine.law import Label, Status
from procedures.statutes import ROADMAP_2021

READING: Final = ROADMAP_2021("huomioita hyödyntämiseen", Status.PRACTICE)
FEEDBACK: Final = ROADMAP_2021("palaute", Status.PRACTICE)


def _consistent(offer: Offer) -> bool:
    """Holds when something is judged, and nothing is called both critical and not critical."""
    payload = offer.payload
    judged = (*payload.critical, *payload.not_critical, *payload.start_first)
    return bool(judged) and not set(payload.critical) & set(payload.not_critical)


def _rhythm_fits(offer: Offer) -> bool:
    """Holds when a lighter rhythm says every how many months, at least two, and no other rhythm does."""
    payload = offer.payload
    if payload.rhythm == "lighter":
        return payload.every_months is not None and payload.every_months > 1
    return payload.every_months is None


CONSISTENT: Final = Guard(
    "consistent",
    Label(
        "jotakin on arvioitu, eikä sama osatehtävä ole sekä kriittinen että ei-kriittinen",
        "något har bedömts, och ingen deluppgift är både kritisk och icke-kritisk",
        "something is judged, and no sub-task is both critical and not critical",
    ),
    (READING,),
    _consistent,
    reads_payload=True,
)
RHYTHM_FITS: Final = Guard(
    "rhythm_fits",
    Label(
        "kevennetty rytmi kertoo, monenko kuukauden välein vastataan (vähintään kaksi)",
        "en glesare rytm anger med hur många månaders mellanrum svar lämnas (minst två)",
        "a lighter rhythm says every how many months the county answers (two at least)",
    ),
    (FEEDBACK,),
    _rhythm_fits,
    reads_payload=True,
)
