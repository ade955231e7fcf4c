"""Facts of a grant: given, revoked, and its end looked at."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import Field, StringConstraints

from engine.declaration import Day, Fact, Payload
from engine.law import Label
from procedures.access_rights.facts import PersonRef
from procedures.fields import ActorCode, LongText

_Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,59}$")]


class GrantAdded(Payload):
    """A person gets a right. Without organisation or procedure it holds for every one."""

    person: PersonRef = Field(description="who gets it, by reference")
    role: _Id = Field(description="the role: one of a procedure, or a technical one")
    valid_from: Day = Field(description="the first day")
    valid_until: Day | None = Field(default=None, description="the last day; none: until it is revoked")
    organisation: ActorCode | None = Field(default=None, description="whose acts it covers; none: every organisation's")
    procedure: _Id | None = Field(default=None, description="in which procedure; none: in every one")
    may_delegate: bool = Field(default=False, description="whether another may act for this person by it")
    reads_secret: bool = Field(default=False, description="whether it opens what is secret")
    principal: PersonRef | None = Field(default=None, description="of the role delegate: for whom the person may act")


class GrantRevoked(Payload):
    """The right is taken back, at once."""

    person: PersonRef = Field(description="who had it, by reference")
    reason: LongText = Field(description="why; no personal data")


class GrantLapsed(Payload):
    """The last day has passed and an administrator has looked at it: the right is not renewed in this case."""

    remark: LongText | None = Field(default=None, description="remark; no personal data")


GRANT_ADDED: Final = Fact(
    "grant_added", Label("käyttöoikeus annettu", "behörighet beviljad", "right granted"), GrantAdded
)
GRANT_REVOKED: Final = Fact(
    "grant_revoked", Label("käyttöoikeus peruutettu", "behörighet återkallad", "right revoked"), GrantRevoked
)
GRANT_LAPSED: Final = Fact(
    "grant_lapsed", Label("käyttöoikeus rauennut", "behörighet förfallen", "right lapsed"), GrantLapsed
)
