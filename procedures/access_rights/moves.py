"""What may happen to the rights of a log."""

from __future__ import annotations

from typing import Final

from engine.case import Case
from engine.declaration import Guard, Kind, Offer, Transition
from engine.law import Label
from procedures.access_rights import facts
from procedures.access_rights.states import ACCESS, ADMINISTRATOR, ENDED, ON


def first_administrators(case: Case) -> frozenset[str]:
    """Gives the first administrators that were not withdrawn, by reference in small letters."""
    withdrawn = {str(event.data["person"]).casefold() for event in case.every("administrator_withdrawn")}
    named = {str(person).casefold() for person in case.readings[0].data["administrators"]}
    return frozenset(named - withdrawn)


def _is_one(offer: Offer) -> bool:
    """Holds when the person is a first administrator that was not withdrawn."""
    return offer.case is not None and offer.payload.person.casefold() in first_administrators(offer.case)


def _each_once(offer: Offer) -> bool:
    """Holds when nobody is named twice."""
    named = [person.casefold() for person in offer.payload.administrators]
    return len(set(named)) == len(named)


IS_FIRST: Final = Guard(
    "is_first_administrator",
    Label(
        "henkilö on ensimmäisiä pääkäyttäjiä, eikä hänen oikeuttaan ole peruutettu",
        "personen hör till de första administratörerna och rätten är inte återkallad",
        "the person is one of the first administrators and was not withdrawn",
    ),
    (ACCESS,),
    _is_one,
    reads_payload=True,
)
EACH_ONCE: Final = Guard(
    "administrators_once",
    Label(
        "kukin pääkäyttäjä nimetään kerran",
        "varje administratör nämns en gång",
        "each administrator is named once",
    ),
    (ACCESS,),
    _each_once,
    reads_payload=True,
)

TRANSITIONS: Final = (
    Transition(
        fact=facts.RIGHTS_ENABLED,
        sources=(),
        target=ON,
        by=(ADMINISTRATOR,),
        kind=Kind.ACT,
        basis=(ACCESS,),
        guards=(EACH_ONCE,),
    ),
    Transition(
        fact=facts.ADMINISTRATOR_WITHDRAWN,
        sources=(ON, ENDED),
        target=None,
        by=(ADMINISTRATOR,),
        kind=Kind.ACT,
        basis=(ACCESS,),
        guards=(IS_FIRST,),
    ),
    Transition(
        fact=facts.TERMS_ENDED, sources=(ON,), target=ENDED, by=(ADMINISTRATOR,), kind=Kind.ACT, basis=(ACCESS,)
    ),
)
