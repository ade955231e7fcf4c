"""Conditions of the register: known forums, a reason for what ends, an office and no person to call."""

from __future__ import annotations

from typing import Final

from engine.case import Case
from engine.declaration import Guard, Offer
from engine.law import Label, Status
from procedures.cooperation_forums.catalogue import forums
from procedures.statutes import STEERING_REFORM

FORUMS: Final = STEERING_REFORM("taulukko 2; taulukko 3, 2.2", Status.PRACTICE)
CONTACTS: Final = STEERING_REFORM("taulukko 1", Status.PRACTICE)

_ENDING: Final = frozenset({"merged", "ended"})


def forums_now(case: Case) -> frozenset[str]:
    """Gives the ids of the forums in use: the catalogue's and those added, without those ended or merged."""
    named = {forum.id for forum in forums().forums} | {str(event.data["forum"]) for event in case.every("forum_added")}
    gone = {str(event.data["forum"]) for event in case.every("forum_assessed") if event.data["follows"] in _ENDING}
    return frozenset(named - gone)


def contacts_now(case: Case) -> frozenset[tuple[str, str]]:
    """Gives the organisations and matters for which an office is named."""
    events = [*case.every("contact_set"), *case.every("contact_removed")]
    named: set[tuple[str, str]] = set()
    for event in sorted(events, key=lambda event: event.version):
        contact = (str(event.data["organisation"]), str(event.data["matter"]))
        (named.add if event.type.endswith(".contact_set") else named.discard)(contact)
    return frozenset(named)


def _forum_in_use(offer: Offer) -> bool:
    """Holds when the forum is in the register and has not ended."""
    return offer.case is not None and offer.payload.forum in forums_now(offer.case)


def _forum_new(offer: Offer) -> bool:
    """Holds when the register has no forum of that id."""
    return offer.case is not None and offer.payload.forum not in forums_now(offer.case)


def _change_explained(offer: Offer) -> bool:
    """Holds when a forum that does not stay as it is has a reason, and a merged one names where it goes."""
    payload = offer.payload
    if payload.follows == "merged" and payload.merged_into is None:
        return False
    return payload.follows == "kept" or payload.reason is not None


def _office_named(offer: Offer) -> bool:
    """Holds when an office of the catalogue or a title is named."""
    return offer.payload.office is not None or offer.payload.title is not None


def _contact_known(offer: Offer) -> bool:
    """Holds when an office is named for that organisation and matter."""
    contact = (offer.payload.organisation, offer.payload.matter)
    return offer.case is not None and contact in contacts_now(offer.case)


FORUM_IN_USE: Final = Guard(
    "forum_in_use",
    Label("foorumi on luettelossa ja käytössä", "forumet finns i förteckningen", "the forum is in the register"),
    (FORUMS,),
    _forum_in_use,
    reads_payload=True,
)
FORUM_NEW: Final = Guard(
    "forum_new",
    Label(
        "luettelossa ei ole tämännimistä foorumia",
        "förteckningen har inget forum med detta id",
        "the register has no forum of that id",
    ),
    (FORUMS,),
    _forum_new,
    reads_payload=True,
)
CHANGE_EXPLAINED: Final = Guard(
    "change_explained",
    Label(
        "muutoksen syy on kirjattu, ja yhdistettävästä foorumista kerrotaan, mihin se yhdistetään",
        "skälet till ändringen har antecknats, och för ett forum som slås ihop anges med vilket",
        "the reason for the change is written, and a merged forum says into which one",
    ),
    (FORUMS,),
    _change_explained,
    reads_payload=True,
)
OFFICE_NAMED: Final = Guard(
    "office_named",
    Label(
        "yhteystaho on tehtävä tai yksikkö, ja se on nimetty",
        "kontakten är en befattning eller en enhet, och den har angetts",
        "the contact is an office or a unit, which is named",
    ),
    (CONTACTS,),
    _office_named,
    reads_payload=True,
)
CONTACT_KNOWN: Final = Guard(
    "contact_known",
    Label("yhteystaho on luettelossa", "kontakten finns i förteckningen", "the contact is in the register"),
    (CONTACTS,),
    _contact_known,
    reads_payload=True,
)
