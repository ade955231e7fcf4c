"""Finding the few events of certain types in a long log, without reading the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import bindparam, select

from engine.envelope import Envelope, decode
from store.connection import Database, compiled
from store.schema import events


def events_of_types(database: Database, types: Iterable[str], *, after_position: int = 0) -> Iterator[Envelope]:
    """Yields the events of these types after a position, type by type and then in their order."""
    for name in sorted(types):
        for (stored,) in database.run(_OF_TYPE, {"type_is": name, "after": after_position}):
            yield decode(stored)


_c = events.c
_OF_TYPE = compiled(
    select(_c.canonical).where(_c.type == bindparam("type_is"), _c.position > bindparam("after")).order_by(_c.position)
)
