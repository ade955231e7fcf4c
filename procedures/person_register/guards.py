"""Conditions of the register of persons: nobody is erased twice."""

from __future__ import annotations

from typing import Final

from engine.declaration import Guard, Offer
from engine.law import Label
from procedures.person_register.basis import OURS


def _not_erased(offer: Offer) -> bool:
    """Holds unless the same reference was erased before."""
    if offer.case is None:
        return True
    return all(event.data["reference"] != offer.payload.reference for event in offer.case.every("person_erased"))


NOT_ERASED: Final = Guard(
    "not_erased_before",
    Label("henkilöä ei ole jo poistettu", "personen har inte redan raderats", "the person has not been erased already"),
    (OURS,),
    _not_erased,
    reads_payload=True,
)
