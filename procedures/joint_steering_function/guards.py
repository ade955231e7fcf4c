"""Conditions of the joint steering function: three ministries, one matter once, an evaluation before it stays."""

from __future__ import annotations

from typing import Final

from engine.case import Case
from engine.declaration import Guard, Offer
from engine.law import Label, Status
from procedures.statutes import STEERING_REFORM

PILOT: Final = STEERING_REFORM("esipuhe, kohta 4; taulukko 3, 1.4", Status.PRACTICE)
MINISTRIES: Final = frozenset({"VM", "STM", "SM"})


def members_now(case: Case) -> frozenset[tuple[str, str | None]]:
    """Gives who takes part: organisation and, where named, unit."""
    events = [*case.every("member_named"), *case.every("member_left")]
    members: set[tuple[str, str | None]] = set()
    for event in sorted(events, key=lambda event: event.version):
        organisation, unit = str(event.data["organisation"]), event.data["unit"]
        if event.type.endswith(".member_named"):
            members.add((organisation, unit))
        else:
            members = {one for one in members if one[0] != organisation or unit not in (None, one[1])}
    return frozenset(members)


def matters_now(case: Case) -> frozenset[str]:
    """Gives the matters that are with the joint function."""
    events = [*case.every("matter_assigned"), *case.every("matter_taken_back")]
    held: set[str] = set()
    for event in sorted(events, key=lambda event: event.version):
        (held.add if event.type.endswith(".matter_assigned") else held.discard)(str(event.data["matter"]))
    return frozenset(held)


def _three_ministries(offer: Offer) -> bool:
    """Holds when each of the three ministries takes part."""
    return offer.case is not None and {organisation for organisation, _ in members_now(offer.case)} >= MINISTRIES


def _is_member(offer: Offer) -> bool:
    """Holds when the one that leaves takes part."""
    if offer.case is None:
        return False
    payload = offer.payload
    named = members_now(offer.case)
    return any(one == payload.organisation and payload.unit in (None, unit) for one, unit in named)


def _not_with_it_yet(offer: Offer) -> bool:
    """Holds when the joint function does not have the matter yet."""
    return offer.case is not None and offer.payload.matter not in matters_now(offer.case)


def _with_it(offer: Offer) -> bool:
    """Holds when the joint function has the matter."""
    return offer.case is not None and offer.payload.matter in matters_now(offer.case)


def _no_matters_left(offer: Offer) -> bool:
    """Holds when every matter has been taken back."""
    return offer.case is not None and not matters_now(offer.case)


THREE_MINISTRIES: Final = Guard(
    "three_ministries",
    Label(
        "valtiovarainministeriö, sosiaali- ja terveysministeriö ja sisäministeriö osallistuvat",
        "finansministeriet, social- och hälsovårdsministeriet och inrikesministeriet deltar",
        "the three ministries take part",
    ),
    (PILOT,),
    _three_ministries,
)
IS_MEMBER: Final = Guard(
    "is_member",
    Label("pois jäävä on osallistuja", "den som avgår är deltagare", "the one that leaves takes part"),
    (PILOT,),
    _is_member,
    reads_payload=True,
)
NOT_WITH_IT_YET: Final = Guard(
    "not_with_it_yet",
    Label(
        "asiakokonaisuus ei ole vielä yhteisellä toiminnolla",
        "ärendehelheten är inte ännu hos den gemensamma funktionen",
        "the joint function does not have the matter yet",
    ),
    (PILOT,),
    _not_with_it_yet,
    reads_payload=True,
)
WITH_IT: Final = Guard(
    "with_it",
    Label(
        "asiakokonaisuus on yhteisellä toiminnolla",
        "ärendehelheten är hos den gemensamma funktionen",
        "the joint function has the matter",
    ),
    (PILOT,),
    _with_it,
    reads_payload=True,
)
NO_MATTERS_LEFT: Final = Guard(
    "no_matters_left",
    Label(
        "jokainen asiakokonaisuus on otettu takaisin",
        "varje ärendehelhet har återtagits",
        "every matter has been taken back",
    ),
    (PILOT,),
    _no_matters_left,
)
