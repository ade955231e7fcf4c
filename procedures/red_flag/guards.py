"""Conditions of a red flag: there is a plan B before it is used, and a day that is set lies ahead."""

from __future__ import annotations

from typing import Final

from engine.declaration import Guard, Offer
from engine.law import Label
from procedures.red_flag.states import FLAG


def _plan_b_made(offer: Offer) -> bool:
    """Holds when a plan B was made."""
    return offer.case is not None and offer.case.has("plan_b_made")


def _support_ahead(offer: Offer) -> bool:
    """Holds when no day is set for the support, or one that has not passed."""
    day = offer.payload.support_by
    return day is None or day >= offer.on


PLAN_B_MADE: Final = Guard(
    "plan_b_is_made",
    Label("varasuunnitelma on laadittu", "en reservplan har gjorts upp", "a plan B was made"),
    (FLAG,),
    _plan_b_made,
)
SUPPORT_AHEAD: Final = Guard(
    "support_ahead",
    Label(
        "tuelle luvattu päivä ei ole ohi",
        "den utlovade dagen för stödet har inte passerat",
        "the day promised for the support has not passed",
    ),
    (FLAG,),
    _support_ahead,
    reads_payload=True,
)
