"""The council term (611/2021 23 § 1 mom.): the days on which it begins and ends."""

from __future__ import annotations

from datetime import date, timedelta

from engine.declaration import Guard, Offer
from engine.law import Label
from procedures.collaborative_agreement.agreement_law import Bases


def _term_by_law(offer: Offer) -> bool:
    """Holds when the term begins on the law's day and lasts as many years as the law says."""
    begins = str(offer.parameters.on("council_term_begins", offer.law_on).value)
    years = int(str(offer.parameters.on("council_term_years", offer.law_on).value))
    first: date = offer.payload.council_term_from
    if f"{first:%m-%d}" != begins:
        return False
    last = first.replace(year=first.year + years) - timedelta(days=1)
    return bool(last == offer.payload.council_term_until)


def term_by_law(basis: Bases) -> Guard:
    """Gives the condition on the days of a council term."""
    return Guard(
        "term_by_law",
        Label(
            "valtuustokausi alkaa ja päättyy laissa säädettyinä päivinä",
            "fullmäktigeperioden börjar och slutar på de dagar som lagen anger",
            "the council term begins and ends on the days of the law",
        ),
        basis,
        _term_by_law,
        reads_payload=True,
    )
