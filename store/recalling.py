"""Reading again, for whoever follows the log from its beginning and cannot keep all of it, what has passed already."""

from __future__ import annotations

from sqlalchemy import bindparam, select

from engine.envelope import Envelope, decode
from store.connection import compiled
from store.event_log import SqliteEventLog
from store.schema import events


class Recalled:
    """The events of a log by their stream or their id; within a snapshot those of its moment (`engine.acceptance`)."""

    def __init__(self, log: SqliteEventLog) -> None:
        self._log = log

    def stream(self, stream: str) -> tuple[Envelope, ...]:
        """Gives the events of a stream in order.

        Raises:
            IntegrityBroken: `event-damaged`.
        """
        return self._log.stream(stream)

    def event(self, event_id: str) -> Envelope | None:
        """Gives the event with an id, or None when there is none.

        Raises:
            IntegrityBroken: `event-unreadable`.
        """
        rows = self._log.database.run(_OF_ID, {"event_id": event_id})
        return decode(rows[0][0]) if rows else None


_OF_ID = compiled(select(events.c.canonical).where(events.c.event_id == bindparam("event_id")))
