"""Facts of the rights of a log: turned on, and a first administrator withdrawn."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field, StringConstraints

from engine.declaration import Fact, Payload
from engine.law import Label
from procedures.fields import LongText, ShortText

PersonRef = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
"""A reference to a person, as the record holds it: never the person's name."""


class RightsEnabled(Payload):
    """From now on nobody records anything that no grant covers."""

    administrators: tuple[PersonRef, ...] = Field(
        min_length=1, max_length=10, description="the first administrators, by their references"
    )
    identity_at_least: Literal["asserted", "authenticated"] = Field(
        default="asserted", description="how well an identity must be established"
    )
    issuers: tuple[ShortText, ...] = Field(
        default=(), max_length=10, description="the issuers of identities that are trusted, each as ISSUER#CLIENT_ID"
    )


class AdministratorWithdrawn(Payload):
    """A first administrator gives rights no more."""

    person: PersonRef = Field(description="the administrator, by reference")
    reason: LongText = Field(description="why; no personal data")


class TermsEnded(Payload):
    """Other terms are to hold, such as another issuer: rights stay on, and a new case says on which terms."""

    reason: LongText = Field(description="why; no personal data")


RIGHTS_ENABLED: Final = Fact(
    "rights_enabled",
    Label("käyttöoikeudet otettu käyttöön", "behörigheter tagna i bruk", "rights turned on"),
    RightsEnabled,
)
ADMINISTRATOR_WITHDRAWN: Final = Fact(
    "administrator_withdrawn",
    Label(
        "ensimmäisen pääkäyttäjän oikeus peruutettu",
        "den första administratörens rätt återkallad",
        "first administrator withdrawn",
    ),
    AdministratorWithdrawn,
)
TERMS_ENDED: Final = Fact(
    "terms_ended",
    Label("ehdot päättyneet uusien tieltä", "villkoren upphört för nya villkor", "terms ended for new ones"),
    TermsEnded,
)
