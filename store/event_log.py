"""The event log on SQLite: one append is one transaction, and the order comes from its lock.

Within `BEGIN IMMEDIATE`: has this command been recorded before? do the streams stand where the writer saw them? Then
the events are sealed upon the newest one, stored, and the projections brought along; one commit makes all of it
durable or none (architecture, sections 2 and 6).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    bindparam,
    cast,
    exists,
    func,
    insert,
    literal_column,
    null,
    select,
)
from sqlalchemy.types import LargeBinary

from engine.envelope import Envelope, decode, event_hash
from engine.errors import Fault, IntegrityBroken, OhjausError
from engine.ports import Appended, Clock, Command, Head, Write
from store.connection import Database, Result, compiled
from store.identity import Identity, read_identity
from store.schema import events
from store.sealing import Ground, Sealed, ensure_expected, ensure_same_command, ensure_sound, place, time_of

BATCH = 500
"""Events read at a time: enough to make the reading cheap, few enough to keep memory constant."""

TEXT_COLUMNS = ("stream", "event_id", "type", "effective_on", "recorded_at", "command_id")
"""The columns of text that index the canonical bytes, beside `position` and `version`."""


LOST = "connection-lost"
"""The code of the fault after which an append is tried once more; a file never gives it."""


class Follower(Protocol):
    """What is brought along in the transaction of an append: the projections."""

    def follow(self, appended: Sequence[Envelope], before: Head, after: Head) -> None:
        """Brings everything from `before` to `after`; an error undoes the append."""
        ...


class SqliteEventLog:
    """The log of one file; see `engine.ports.EventLog` for what each method promises."""

    def __init__(self, database: Database, *, clock: Clock, follower: Follower | None = None) -> None:
        self.database = database
        self._clock = clock
        self._follower = follower
        self.identity: Identity = read_identity(database)
        self._empty = Head(0, self.identity.anchor)

    def read_identity(self) -> Identity:
        """Reads the identity again, since the production mark may have been set meanwhile."""
        self.identity = read_identity(self.database)
        return self.identity

    def append(
        self,
        writes: Sequence[Write],
        command: Command,
        *,
        rehearse: bool = False,
        confirm: Callable[[datetime], None] | None = None,
    ) -> Appended:
        """Appends all drafts in one durable transaction, or none; a rehearsal takes the lock and rolls back.

        Raises:
            Conflict: `version-conflict` or `command-reused`.
            Fault: nothing was stored; or `perhaps-stored`, the server was lost before it said whether it was.
        """
        ensure_sound(writes)
        tried = _Tried()
        try:
            try:
                return self._append(writes, command, tried, rehearse=rehearse, confirm=confirm)
            except Fault as error:
                tried.looked = tried.looked and error.code != LOST
                if error.code != LOST or not self.database.regain():
                    raise
            # Whether the commit was made before the connection was lost is told by the command's own id.
            appended = self._append(writes, command, tried, rehearse=rehearse, confirm=confirm)
        except OhjausError as error:
            if tried.leaves_open(error):
                raise _perhaps_stored(command) from error
            raise
        return Appended(appended.events, replayed=appended.replayed and appended.events[0].event_id not in tried.ids)

    def _append(
        self,
        writes: Sequence[Write],
        command: Command,
        tried: _Tried,
        *,
        rehearse: bool,
        confirm: Callable[[datetime], None] | None,
    ) -> Appended:
        with self.database.writing(keep=not rehearse):
            ground, seen, versions = self._ground(writes, command.command_id)
            tried.looked, tried.sent = True, seen
            if seen:
                found = self.of_command(command.command_id)
                ensure_same_command(found, command)
                return Appended(found, replayed=True)
            recorded_at = time_of(ground, self._clock)
            if confirm is not None:
                confirm(recorded_at)
            ensure_expected(writes, versions)
            sealed = place(writes, command, ground, recorded_at, self._clock.kind)
            tried.ids.append(sealed[0].event.event_id)
            if len(sealed) == 1:
                self.database.change(INSERT, row_of(sealed[0]))
            else:
                self.database.change_many(INSERT, [row_of(one) for one in sealed])
            appended = tuple(one.event for one in sealed)
            if self._follower is not None:
                self._follower.follow(appended, ground.head, Head(appended[-1].position, sealed[-1].hash))
            tried.sent = not rehearse
        return Appended(appended)

    def stream(self, stream: str, *, after_version: int = 0) -> tuple[Envelope, ...]:
        """Gives the events of one stream in order, each of which still has the hash that it was sealed with.

        Raises:
            IntegrityBroken: `event-damaged`; nothing is decided or shown upon a case whose record was changed.
        """
        rows = self.database.run(_STREAM, {"stream": stream, "after": after_version})
        for stored, sealed_with in rows:
            if event_hash(stored) != sealed_with:
                raise IntegrityBroken(
                    "event-damaged",
                    f"The record of {stream} is not what was written: an event no longer has its hash.",
                    try_next="ohjaus audit verify",
                    details={"stream": stream},
                )
        return tuple([decode(stored) for stored, _ in rows])

    def read(self, *, after_position: int = 0, limit: int | None = None) -> Iterator[Envelope]:
        """Gives the events of the whole log in order, a batch at a time; what is appended meanwhile comes as well.

        Raises:
            IntegrityBroken: `database-damaged`, an event comes once more; in a damaged file pages may lead in a circle.
        """
        left = limit
        while left is None or left > 0:
            size = BATCH if left is None else min(BATCH, left)
            rows = self.database.run(_READ, {"after": after_position, "size": size})
            for (stored,) in rows:
                event = decode(stored)
                if event.position <= after_position:
                    raise IntegrityBroken(
                        "database-damaged",
                        f"The events do not come in their order: {event.position} comes after {after_position}. "
                        "Keep the file as it is and restore from a backup.",
                        try_next="ohjaus audit verify",
                        details={"position": event.position},
                    )
                after_position = event.position
                yield event
            if len(rows) < size:
                return
            left = None if left is None else left - size

    def of_command(self, command_id: str) -> tuple[Envelope, ...]:
        """Gives what a command recorded; empty when the id is new."""
        rows = self.database.run(_OF_COMMAND, {"command_id": command_id})
        return tuple([decode(stored) for (stored,) in rows])

    def version(self, stream: str) -> int:
        """Gives the number of events in a stream; 0 when there is none."""
        return int(self.database.run(_VERSION, {"stream": stream})[0][0] or 0)

    def head(self) -> Head:
        """Gives where the log stands."""
        rows = self.database.run(_HEAD)
        return Head(*rows[0]) if rows else self._empty

    def turn(self) -> AbstractContextManager[None]:
        """Lets nobody else append within the block, on a server; whoever was too late looks again and appends there.

        Raises:
            Fault: `log-busy`, the turn did not come in time; or the server is lost.
        """
        return self.database.turn()

    def hash_at(self, position: int) -> str | None:
        """Gives the hash of the event at `position`, of the identity at 0, and None beyond the head."""
        if position == 0:
            return self._empty.hash
        rows = self.database.run(_HASH_AT, {"position": position})
        return str(rows[0][0]) if rows else None

    def stored(self, *, after_position: int = 0) -> Iterator[Result]:
        """Gives batches of rows as stored, for verification: position, version, `TEXT_COLUMNS`, hash, canonical bytes.

        Text is given as its bytes, so that damaged text can be looked at as well.
        Each batch starts after the last position of the one before, whatever its events say.

        Raises:
            Refused: `part-only`, this login sees only a part of the events.
        """
        self.database.ensure_whole()
        while rows := self.database.run(_STORED, {"after": after_position, "size": BATCH}):
            yield rows
            reached = rows[-1][0]
            if reached <= after_position:
                # Only a damaged index gives rows that it was not asked for.
                return
            after_position = reached

    def _ground(self, writes: Sequence[Write], command_id: str) -> tuple[Ground, bool, dict[str, int]]:
        # One statement answers all that an append to one stream has to know.
        first = writes[0].stream
        row = self.database.first(_GROUND, {"command_id": command_id, "stream": first})
        position, newest_hash, recorded_at, seen, version, database_at = row or _NOTHING
        if position is None:
            empty = Ground(self._empty, None, database_at)
            return empty, False, dict.fromkeys((write.stream for write in writes), 0)
        versions = {first: version or 0}
        for write in writes[1:]:
            if write.stream not in versions:
                versions[write.stream] = self.version(write.stream)
        try:
            newest = datetime.fromisoformat(recorded_at)
        except (TypeError, ValueError):
            newest = None
        if newest is None or newest.tzinfo is None:
            raise IntegrityBroken("columns-differ", f"The time of event {position} cannot be read.")
        return Ground(Head(position, newest_hash), newest, database_at), bool(seen), versions


class _Tried:
    """What became of an append so far: the ids tried, whether a commit may have come through, and whether it is known.

    Under the lock the log says what earlier tries came to: `looked`. Whatever goes wrong before that leaves it open.
    """

    def __init__(self) -> None:
        self.ids: list[str] = []
        self.sent = self.looked = False

    def leaves_open(self, error: OhjausError) -> bool:
        """Tells whether it may have been stored although it ended in an error."""
        return self.sent and (error.code == LOST or not self.looked)


def _perhaps_stored(command: Command) -> Fault:
    return Fault(
        "perhaps-stored",
        "The connection to the database server was lost before it answered: what was to be recorded may have been "
        "stored. Give the same command again, under the same command id: what was recorded is found, and nothing is "
        "recorded twice.",
        details={"command_id": command.command_id},
    )


def position_of(database: Database) -> int:
    """Gives the position of a log's newest event, to who sees only a part of the events as well; 0 when it is empty."""
    rows = database.run(_HEAD)
    return int(rows[0][0]) if rows else 0


def index_of(event: Envelope) -> dict[str, str | int]:
    """Gives what the index columns of an event must hold; `recorded_at` has one width, so that it sorts as text."""
    return {
        "position": event.position,
        "version": event.version,
        **dict(zip(TEXT_COLUMNS, texts_of(event), strict=True)),
    }


def texts_of(event: Envelope) -> tuple[str, ...]:
    """Gives what the index columns of text must hold, in the order of `TEXT_COLUMNS`."""
    return (
        event.stream,
        event.event_id,
        event.type,
        event.effective_on.isoformat(),
        event.recorded_at.isoformat(timespec="microseconds"),
        event.command_id,
    )


def row_of(sealed: Sealed) -> dict[str, str | int | bytes]:
    """Gives the whole row of a sealed event."""
    row: dict[str, str | int | bytes] = {**index_of(sealed.event)}
    row["canonical"], row["hash"] = sealed.canonical, sealed.hash
    return row


_c = events.c
_newest = select(_c.position, _c.hash).where(_c.position == select(func.max(_c.position)).scalar_subquery())
_earlier, _same, _newer = (events.alias(name) for name in ("earlier", "same", "newer"))

INSERT = compiled(insert(events))
"""The statement that stores one event."""

# On a server somebody may see only a part of the events, and still has to know where the whole log stands.
_HEAD = compiled(_newest, postgres="SELECT head_position, head_hash FROM ohjaus.newest()")
_stands: tuple[ColumnElement[Any], ...] = (
    _c.position,
    _c.hash,
    _c.recorded_at,
    exists().where(_earlier.c.command_id == bindparam("command_id")),
    select(func.max(_same.c.version)).where(_same.c.stream == bindparam("stream")).scalar_subquery(),
)
_is_newest = _c.position == select(func.max(_newer.c.position)).scalar_subquery()
# A file has no clock but the writer's; a server tells its own, of an empty log as well.
_GROUND = compiled(
    select(*_stands, null()).where(_is_newest),
    postgres=select(*_stands, func.pg_catalog.clock_timestamp()).select_from(
        select(literal_column("1")).subquery("one").outerjoin(events, _is_newest)
    ),
)
_NOTHING = (None,) * 6
"""What is told of a file without any event."""

_VERSION = compiled(select(func.max(_c.version)).where(_c.stream == bindparam("stream")))
_STREAM = compiled(
    select(_c.canonical, _c.hash)
    .where(_c.stream == bindparam("stream"), _c.version > bindparam("after"))
    .order_by(_c.version)
)
_READ = compiled(
    select(_c.canonical)
    .where(_c.position > bindparam("after"))
    .order_by(_c.position)
    .limit(bindparam("size", type_=Integer))
    .offset(literal_column("0"))
)
_OF_COMMAND = compiled(select(_c.canonical).where(_c.command_id == bindparam("command_id")).order_by(_c.position))
_HASH_AT = compiled(
    select(_c.hash).where(_c.position == bindparam("position")),
    postgres="SELECT found FROM ohjaus.hash_at(%(position)s) found WHERE found IS NOT NULL",
)


def _stored(bytes_of: Callable[[ColumnElement[str]], ColumnElement[bytes]]) -> Select[Any]:
    return (
        select(
            _c.position,
            _c.version,
            *(bytes_of(_c[name]).label(f"{name}_bytes") for name in TEXT_COLUMNS),
            bytes_of(_c.hash).label("hash_bytes"),
            _c.canonical,
        )
        .where(_c.position > bindparam("after"))
        .order_by(_c.position)
        .limit(bindparam("size", type_=Integer))
        .offset(literal_column("0"))
    )


_STORED = compiled(
    _stored(lambda text: cast(text, LargeBinary)),
    postgres=_stored(lambda text: func.convert_to(text, literal_column("'UTF8'"))),
)
