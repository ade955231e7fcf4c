"""Linking two cases by hand: what one is to the other, said in both, without effect in law.

A reaction links cases where a procedure declares so (`engine.reactions`). What no declaration can know, such as two
cases that rest on the same letter, a person records: the case register shows by metadata what belongs together
(906/2019 26 §; that this covers links made by hand is practice).
"""

from __future__ import annotations

from typing import Final

from pydantic import Field

from engine.case_register import INFORMATION_MANAGEMENT, REGISTRY
from engine.declaration import Fact, Guard, Kind, Offer, Payload, Relation, Transition
from engine.law import Label, Status

RELATED: Final = Relation("related", Label("liittyvä asia", "anknytande ärende", "related case"))
CONTINUES: Final = Relation("continues", Label("aiempi asia", "tidigare ärende", "earlier case"))
CONTINUED_BY: Final = Relation("continued_by", Label("jatkoasia", "fortsatt ärende", "later case"))
PART_OF: Final = Relation("part_of", Label("kokonaisuus", "helhet", "the whole that it is a part of"))
HAS_PART: Final = Relation("has_part", Label("osa-asia", "delärende", "a part of it"))

COUNTERPARTS: Final = {
    one.id: other.id
    for one, other in (
        (RELATED, RELATED),
        (CONTINUES, CONTINUED_BY),
        (CONTINUED_BY, CONTINUES),
        (PART_OF, HAS_PART),
        (HAS_PART, PART_OF),
    )
}
"""What the first case is to the second, for what the second is to the first."""

BY_HAND: Final = {one.id: one for one in (RELATED, CONTINUES, CONTINUED_BY, PART_OF, HAS_PART)}
"""The relations that a person may state, by id: what the other case is to this one."""


class LinkStated(Payload):
    """Another case belongs with this one; the same is recorded there at the same time."""

    case: str = Field(min_length=1, max_length=200, description="the other case")
    relation: str = Field(description=f"what the other case is to this one: {', '.join(BY_HAND)}")
    why: str | None = Field(default=None, max_length=2000, description="why they belong together; no personal data")


LINK_STATED: Final = Fact(
    "link_stated",
    Label("asia liitetty toiseen", "ärendet kopplat till ett annat", "case linked to another"),
    LinkStated,
)

_BASIS: Final = (INFORMATION_MANAGEMENT("26 §", Status.PRACTICE),)


def _known(offer: Offer) -> bool:
    """Holds when the relation is one that a person may state."""
    return offer.payload.relation in BY_HAND


def _another(offer: Offer) -> bool:
    """Holds when the other case is not this one."""
    return offer.case is None or offer.payload.case != offer.case.case_id


def _new(offer: Offer) -> bool:
    """Holds when this case does not bear the link yet."""
    links = offer.case.links if offer.case else ()
    return (offer.payload.case, offer.payload.relation) not in {(link.case, link.relation) for link in links}


RELATION_KNOWN: Final = Guard(
    "relation-known",
    Label(
        f"suhde on jokin näistä: {', '.join(BY_HAND)}",
        f"relationen är någon av dessa: {', '.join(BY_HAND)}",
        f"the relation is one of {', '.join(BY_HAND)}",
    ),
    _BASIS,
    _known,
    reads_payload=True,
)
ANOTHER_CASE: Final = Guard(
    "another-case",
    Label(
        "asia liitetään toiseen asiaan eikä itseensä",
        "ärendet kopplas till ett annat ärende och inte till sig självt",
        "a case is linked to another, not to itself",
    ),
    _BASIS,
    _another,
    reads_payload=True,
)
NOT_YET_LINKED: Final = Guard(
    "not-yet-linked",
    Label(
        "näitä asioita ei ole vielä liitetty toisiinsa tällä tavalla",
        "ärendena har ännu inte kopplats till varandra på detta sätt",
        "the cases are not yet linked in this way",
    ),
    _BASIS,
    _new,
    reads_payload=True,
)

LINKING: Final = (
    Transition(
        fact=LINK_STATED,
        sources=(),
        target=None,
        by=(REGISTRY,),
        kind=Kind.ACT,
        basis=_BASIS,
        guards=(RELATION_KNOWN, ANOTHER_CASE, NOT_YET_LINKED),
    ),
)
