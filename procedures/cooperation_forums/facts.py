"""Facts of the register of forums and contacts: taken into use, profiled, assessed, added, ended; offices to call."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field, StringConstraints

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.cooperation_forums.catalogue import office_ids
from procedures.fields import ActorCode, LongText, ShortText
from procedures.known_ids import known_id

ForumId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,59}$")]
OfficeId = Annotated[str, known_id("office", office_ids)]
Matter = Literal[
    "everything", "monthly_round", "finances", "health_and_social_services", "rescue_services", "data", "red_flags"
]


class RegisterOpened(Payload):
    """The register is kept from now on; it holds the forums of the catalogue."""

    catalogue: Literal["forums_2025"] = Field(default="forums_2025", description="the catalogue of forums and offices")
    review_on: Day | None = Field(default=None, description="the day by which it is looked through")


class ForumAdded(Payload):
    """A forum that the catalogue lacks."""

    forum: ForumId = Field(description="short id of the forum")
    name: ShortText = Field(description="its name")
    purpose: ShortText = Field(description="what it is for")
    owner: ActorCode | None = Field(default=None, description="who answers for it, by code")


class ForumProfiled(Payload):
    """What a forum is: about substance, or steering, for what and whose."""

    forum: ForumId = Field(description="id of the forum")
    profile: Literal["substance", "steering"] = Field(description="a network of substance, or one that steers")
    purpose: ShortText | None = Field(default=None, description="what it is for, where that changes")
    owner: ActorCode | None = Field(default=None, description="who answers for it, by code")
    unit: ShortText | None = Field(default=None, description="unit or office; no person's name")


class ForumAssessed(Payload):
    """How well a forum works, and what follows."""

    forum: ForumId = Field(description="id of the forum")
    works: Literal["well", "partly", "badly"] = Field(description="how well it serves its purpose")
    follows: Literal["kept", "changed", "merged", "ended"] = Field(description="what becomes of it")
    merged_into: ForumId | None = Field(default=None, description="id of the forum into which it is merged")
    reason: LongText | None = Field(default=None, description="reason in words")


class ContactSet(Payload):
    """Whom to call: an office, not a person; a later one for the same matter takes its place."""

    organisation: ActorCode = Field(description="the county, ministry or agency, by code")
    matter: Matter = Field(default="everything", description="in what matter")
    office: OfficeId | None = Field(default=None, description="id of an office of the catalogue")
    title: ShortText | None = Field(default=None, description="title or unit, where the catalogue has none; no name")
    address: ShortText | None = Field(default=None, description="shared mailbox or exchange of the organisation")


class ContactRemoved(Payload):
    """Nobody is to be called in this matter any more."""

    organisation: ActorCode = Field(description="the county, ministry or agency, by code")
    matter: Matter = Field(default="everything", description="in what matter")


class Reviewed(Payload):
    """The register was looked through."""

    remark: LongText | None = Field(default=None, description="what was found")
    review_on: Day | None = Field(default=None, description="the day by which it is looked through next")


class RegisterClosed(Payload):
    """The register is kept no more."""

    because: LongText = Field(description="why, and where it goes on")


def _fact(fact_id: str, payload: type[Payload], fi: str, sv: str, en: str) -> Fact:
    return Fact(fact_id, Label(fi, sv, en), payload)


REGISTER_OPENED: Final = _fact(
    "forum_register_opened",
    RegisterOpened,
    "yhteistyöfoorumien luettelo avattu",
    "förteckningen över samarbetsforum inledd",
    "register of forums opened",
)
FORUM_ADDED: Final = _fact("forum_added", ForumAdded, "foorumi lisätty", "forum tillagt", "forum added")
FORUM_PROFILED: Final = _fact(
    "forum_profiled", ForumProfiled, "foorumi profiloitu", "forum profilerat", "forum profiled"
)
FORUM_ASSESSED: Final = _fact(
    "forum_assessed",
    ForumAssessed,
    "foorumin toimivuus arvioitu",
    "forumets funktion bedömd",
    "forum assessed",
)
CONTACT_SET: Final = _fact("contact_set", ContactSet, "yhteystaho kirjattu", "kontakt antecknad", "contact set")
CONTACT_REMOVED: Final = _fact(
    "contact_removed", ContactRemoved, "yhteystaho poistettu", "kontakt borttagen", "contact removed"
)
REVIEWED: Final = _fact(
    "forum_register_reviewed",
    Reviewed,
    "foorumien ja yhteystahojen luettelo tarkistettu",
    "förteckningen över forum och kontakter granskad",
    "register of forums and contacts looked through",
)
REGISTER_CLOSED: Final = _fact(
    "forum_register_closed",
    RegisterClosed,
    "yhteistyöfoorumien luettelo päätetty",
    "förteckningen över samarbetsforum avslutad",
    "register of forums closed",
)
