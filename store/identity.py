"""Which log this is: said once when it is made, and the anchor from which its chain of hashes starts.

The `previous_hash` of the first event is the hash of the identity's canonical bytes, so a chain belongs to one log and
cannot be carried over to another.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import uuid4

from sqlalchemy import bindparam, insert, select, update

from engine.envelope import canonical, event_hash
from engine.errors import IntegrityBroken
from engine.ports import Clock
from store.connection import Database, compiled
from store.schema import FORMAT, log_identity


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """The identity of a log. `production` may go from False to True, never back; it is no part of the anchor."""

    log_id: str
    created_at: str
    format: int
    production: bool = False

    @property
    def anchor(self) -> str:
        """The hash that stands before the first event."""
        return event_hash(
            canonical({"created_at": self.created_at, "format": self.format, "log_id": self.log_id}),
        )

    def as_rows(self) -> dict[str, str]:
        """Gives the identity as the table keeps it."""
        return {
            "log_id": self.log_id,
            "created_at": self.created_at,
            "format": str(self.format),
            "production": "yes" if self.production else "no",
        }


def new_identity(clock: Clock, *, production: bool = False) -> Identity:
    """Gives the identity of a log that is made now."""
    created_at = clock.now().isoformat(timespec="microseconds")
    return Identity(log_id=str(uuid4()), created_at=created_at, format=FORMAT, production=production)


def read_identity(database: Database) -> Identity:
    """Reads who the log says it is.

    Raises:
        IntegrityBroken: `identity-broken`, a part of it is missing or unreadable.
    """
    return identity_of(dict(database.run(_ALL)))


def mark_production(database: Database) -> None:
    """Marks the log as production, for good: from then on no injected clock is accepted."""
    with database.writing():
        database.change(_MARK, {"name_is": "production", "value_from": "no", "value_to": "yes"})


def identity_of(rows: Mapping[str, str]) -> Identity:
    """Gives the identity that the rows of its table say, by name.

    Raises:
        IntegrityBroken: `identity-broken`, a part of it is missing or unreadable.
    """
    try:
        return Identity(
            log_id=rows["log_id"],
            created_at=rows["created_at"],
            format=int(rows["format"]),
            production=rows["production"] == "yes",
        )
    except (KeyError, ValueError) as error:
        raise IntegrityBroken("identity-broken", "The log does not say which log it is.") from error


_ALL = compiled(select(log_identity.c.name, log_identity.c.value))
IDENTIFY = compiled(insert(log_identity))
"""The statement that says one part of the identity, when a log is made."""

_MARK = compiled(
    update(log_identity)
    .where(log_identity.c.name == bindparam("name_is"), log_identity.c.value == bindparam("value_from"))
    .values(value=bindparam("value_to"))
)
