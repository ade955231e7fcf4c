"""What a projection is: a pure fold from events to rows of one table; the store runs, keeps, rebuilds and compares it.

A projection is disposable: everything in it can be made again from the log. It stands in `store` where it knows only
the envelope, in `procedures` where it knows a procedure, and never knows a database (ADR 0007).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, Protocol

import msgspec

from engine.envelope import Envelope

ColumnType = Literal["text", "integer", "date"]
Value = str | int | None
"""What a cell holds; a date is its ISO text, so that rows compare and sort alike in memory and in any database."""

Row = Mapping[str, Value]
Key = tuple[str | int, ...]


class Put(msgspec.Struct, frozen=True):
    """Writes the named columns of the row at `key`; a row that is not there yet is made, with null in the others."""

    key: Key
    values: Row


class Drop(msgspec.Struct, frozen=True):
    """Takes the row at `key` away, if it is there."""

    key: Key


class Rows(Protocol):
    """The projection's own rows as they stand before the event."""

    def get(self, key: Key) -> Row | None:
        """Gives the row at `key`, key columns included, or None."""
        ...

    def of(self, projection: str) -> Rows:
        """Gives the rows of another projection that the same log keeps, as they stand before the event as well."""
        ...


class Projection(Protocol):
    """A table folded from events. `version` rises whenever the fold or the columns change, and forces a rebuild."""

    name: str
    version: int
    key: Sequence[str]
    columns: Mapping[str, ColumnType]
    """All columns, the key's among them, in the order of the table."""
    indexes: Sequence[Sequence[str]]

    def apply(self, event: Envelope, rows: Rows) -> Iterable[Put | Drop]:
        """Gives the changes that `event` makes; pure."""
        ...
