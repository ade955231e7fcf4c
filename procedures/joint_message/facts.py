"""Facts of a joint message of the ministries."""

from __future__ import annotations

from typing import Final, Literal

from pydantic import Field

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.fields import LongText, ShortText

Ministry = Literal["VM", "STM", "SM"]
Channel = Literal["web", "newsletter", "press_release", "event", "letter"]


class Drafted(Payload):
    """What the message is about and whose it is."""

    theme: ShortText | None = Field(default=None, description="what the message is about, in short")
    ministries: tuple[Ministry, ...] = Field(
        default=(), max_length=3, description="the ministries whose joint view it states"
    )
    audience: ShortText | None = Field(default=None, description="whom it is for, such as the counties")


class Handled(Payload):
    """A group handled the draft."""

    remark: LongText | None = Field(default=None, description="what the group said of it")


class ReturnedForDrafting(Payload):
    """The draft goes back."""

    reason: LongText | None = Field(default=None, description="what is to be changed")


class Approved(Payload):
    """The message is approved."""

    remark: LongText | None = Field(default=None, description="changes made on approval")


class PublishedMessage(Payload):
    """The message is made available."""

    channels: tuple[Channel, ...] = Field(default=(), max_length=5, description="where it is published")
    address: ShortText | None = Field(default=None, description="where it can be read")
    review_on: Day | None = Field(default=None, description="the day agreed for looking at it again")


class Updated(Payload):
    """The published message is brought up to date."""

    what: LongText | None = Field(default=None, description="what changed in it")
    channels: tuple[Channel, ...] = Field(default=(), max_length=5, description="where the new text is published")
    review_on: Day | None = Field(default=None, description="the day agreed for looking at it again")


class KeptAsItIs(Payload):
    """The message was looked at and still holds."""

    review_on: Day | None = Field(default=None, description="the day agreed for looking at it again")


class Superseded(Payload):
    """Another message takes its place."""

    by: ShortText | None = Field(default=None, description="the message that takes its place: case or name")


class Dropped(Payload):
    """The message is not given, or is taken back."""

    reason: LongText | None = Field(default=None, description="reason as stated")


def _fact(fact_id: str, payload: type[Payload], fi: str, sv: str, en: str) -> Fact:
    return Fact(fact_id, Label(fi, sv, en), payload)


DRAFTED: Final = _fact("drafted", Drafted, "viesti luonnosteltu", "budskapet utarbetat", "message drafted")
PROJECT_GROUP_HANDLED: Final = _fact(
    "project_group_handled",
    Handled,
    "käsitelty projektiryhmässä",
    "behandlat i projektgruppen",
    "handled by the project group",
)
MINISTERIAL_GROUP_HANDLED: Final = _fact(
    "ministerial_group_handled",
    Handled,
    "käsitelty ministeriryhmässä",
    "behandlat i ministergruppen",
    "handled by the ministerial group",
)
RETURNED_FOR_DRAFTING: Final = _fact(
    "returned_for_drafting",
    ReturnedForDrafting,
    "palautettu valmisteluun",
    "återsänt för beredning",
    "returned for drafting",
)
APPROVED: Final = _fact("approved", Approved, "viesti hyväksytty", "budskapet godkänt", "message approved")
PUBLISHED: Final = _fact("published", PublishedMessage, "viesti julkaistu", "budskapet publicerat", "message published")
UPDATED: Final = _fact("updated", Updated, "viesti päivitetty", "budskapet uppdaterat", "message updated")
KEPT_AS_IT_IS: Final = _fact(
    "kept_as_it_is",
    KeptAsItIs,
    "viesti tarkistettu ja pidetty ennallaan",
    "budskapet granskat och bibehållet",
    "message looked at and kept",
)
SUPERSEDED: Final = _fact(
    "superseded", Superseded, "viesti korvattu uudella", "budskapet ersatt med ett nytt", "message superseded"
)
DROPPED: Final = _fact("dropped", Dropped, "viestistä luovuttu", "budskapet har fått förfalla", "message dropped")
