"""Facts of the register of persons: begun, its key store replaced, a person erased. No fact holds a name."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field, StringConstraints

from engine.declaration import Fact, Payload
from engine.law import Label
from procedures.fields import LongText

Reference = Annotated[str, StringConstraints(pattern=r"^p-[0-9a-f]{24}$")]

Ground = Literal["not_necessary", "consent_withdrawn", "objected", "unlawful", "legal_obligation"]
"""The grounds of art. 17(1)(a)–(e) of the regulation, in their order."""


class RegisterBegun(Payload):
    """From here on persons are recorded by reference, and their names stand in the key store alone."""

    earlier_names: bool = Field(description="whether earlier events of the log hold names as they are")


class KeyStoreReplaced(Payload):
    """A new key store took the place of one that is lost; whom earlier references stand for is not known any more."""

    because: LongText = Field(description="what became of the earlier one; no person's name")


class PersonErased(Payload):
    """The key of a person, and with it the name, is to be destroyed; references in the log stay as they are."""

    reference: Reference = Field(description="the reference of the person in this log")
    ground: Ground = Field(description="the ground of art. 17(1)")
    reason: LongText = Field(description="why, and why no duty to keep forbids it; no person's name")


class RegisterEnded(Payload):
    """The log is not written any more, and its key store is no longer kept."""

    because: LongText = Field(description="why; no person's name")


REGISTER_BEGUN: Final = Fact(
    "register_begun",
    Label("henkilöt kirjataan viitteinä", "personer registreras med referens", "persons are recorded by reference"),
    RegisterBegun,
    publicity="internal",
)
KEY_STORE_REPLACED: Final = Fact(
    "key_store_replaced",
    Label("avainvarasto korvattu uudella", "nyckellagret ersatt med ett nytt", "key store replaced by a new one"),
    KeyStoreReplaced,
    publicity="internal",
)
PERSON_ERASED: Final = Fact(
    "person_erased",
    Label("henkilö poistettu", "person raderad", "person erased"),
    PersonErased,
    publicity="internal",
)
REGISTER_ENDED: Final = Fact(
    "register_ended",
    Label("henkilörekisteri päättynyt", "personregistret avslutat", "register of persons ended"),
    RegisterEnded,
    publicity="internal",
)
