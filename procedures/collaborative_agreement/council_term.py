"""The council term: four years from 1 June of the election year (611/2021 23 § 1 mom.).

The first one is of its own length: 1 March 2022 until 31 May 2025 (616/2021 16 § 1 mom.).
"""

from __future__ import annotations

from datetime import date

from engine.declaration import Guard, Offer
from engine.errors import Refused
from engine.law import Label
from procedures.collaborative_agreement.agreement_law import Bases


def _term_by_law(offer: Offer) -> bool:
    """Holds when the term begins and ends on the days that the law in force on its first day sets."""
    first: date = offer.payload.council_term_from
    last: date = offer.payload.council_term_until
    try:
        begins = offer.parameters.on("council_term_begins", first).value
        ends = offer.parameters.on("council_term_ends", first).value
        years = int(str(offer.parameters.on("council_term_years", first).value))
    except Refused:  # there were no councils before the first term
        return False
    return (f"{first:%m-%d}", f"{last:%m-%d}", last.year - first.year) == (begins, ends, years)


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
