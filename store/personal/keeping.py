"""What a key store keeps, wherever it stands: a row for each person, and nothing but a reference of who was erased."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple, Protocol

from engine.errors import Fault, IntegrityBroken, Refused

FORMAT = "1"
"""The format of the rows; another one is not read."""


class Fixed(NamedTuple):
    """What was said once when the store was made: of which log it is, its secret, and when."""

    log_id: str
    secret: bytes
    created_at: str


class Row(NamedTuple):
    """A person: the key, what the row is found by, and everything else sealed under the key."""

    reference: str
    key: bytes
    looked_up: str
    spoken: str
    sealed: bytes
    created_at: str


class Contents(NamedTuple):
    """Everything that a key store holds: what a new one begins with."""

    fixed: Fixed
    rows: tuple[Row, ...] = ()
    erased: Mapping[str, str] = MappingProxyType({})


class Keeping(Protocol):
    """A key store; each change is one durable transaction. What it takes away is gone from where it stood."""

    @property
    def fixed(self) -> Fixed:
        """What was said when it was made."""
        ...

    @property
    def place(self) -> str:
        """Where it stands, as it may be shown."""
        ...

    def looked_up(self, digest: str) -> Row | None:
        """Gives the person that is found by this."""
        ...

    def spoken(self, digest: str) -> tuple[Row, ...]:
        """Gives the persons that a typed name may mean, the oldest first."""
        ...

    def of_reference(self, reference: str) -> Row | None:
        """Gives the person of a reference."""
        ...

    def rows(self) -> tuple[Row, ...]:
        """Gives every person, the oldest first."""
        ...

    def erased(self) -> Mapping[str, str]:
        """Gives the references of who was erased, with when."""
        ...

    def add(self, row: Row) -> bool:
        """Adds a person; gives False when the person is there already, and changes nothing."""
        ...

    def seal_anew(self, reference: str, sealed: bytes) -> None:
        """Replaces what is sealed of a person."""
        ...

    def erase(self, references: Mapping[str, str]) -> None:
        """Takes persons away, key and all, and notes the references with when; one that is not there is only noted."""
        ...

    def close(self) -> None:
        """Closes the store; closing again does nothing."""
        ...


def fixed_of(said: Mapping[str, str], place: str) -> Fixed:
    """Gives what a store says of itself.

    Raises:
        IntegrityBroken: `persons-damaged`, a part is missing, or it is of a format that nobody knows.
    """
    try:
        if said["format"] != FORMAT:
            raise damaged(place, f"its format is {said['format']}, not {FORMAT}")
        return Fixed(said["log_id"], bytes.fromhex(said["secret"]), said["created_at"])
    except (KeyError, ValueError) as error:
        raise damaged(place, "it does not say of which log it is") from error


def saying(fixed: Fixed) -> dict[str, str]:
    """Gives what a store says of itself as its rows."""
    return {
        "format": FORMAT,
        "log_id": fixed.log_id,
        "secret": fixed.secret.hex(),
        "created_at": fixed.created_at,
    }


def damaged(place: str, why: str) -> IntegrityBroken:
    """Gives the error of a key store that is not what was written."""
    return IntegrityBroken(
        "persons-damaged",
        f"The key store of persons at {place} cannot be used: {why}. The log and its proofs are not touched by that.",
        try_next="ohjaus person check",
        details={"path": place, "why": why},
    )


def unusable(place: str, why: str, *, driver: str | None = None) -> Fault:
    """Gives the fault of a key store that the machine or the server does not let us use.

    `driver` is what the machine or the server said itself: for the log of operations, never for the reader.
    """
    return Fault(
        "persons-unusable",
        f"The key store of persons at {place} cannot be used now: {why}. Nothing was stored.",
        try_next="ohjaus doctor",
        details={"path": place, "why": why, **({} if driver is None else {"driver": driver})},
    )


def taken(place: str) -> Refused:
    """Gives the refusal to make a key store where something stands."""
    return Refused(
        "persons-exist",
        f"Something stands at {place} already. It was left as it is.",
        try_next="ohjaus person check",
        details={"path": place},
    )
