"""Carrying a whole log from one place to another, from a file to a server and back, byte for byte.

The copy bears the same identity, so it has the same anchor, positions, hashes and tree, and what witnesses signed of
the one holds for the other. Each event is checked against the chain before it is written, and the copy is read once
more when it stands. It is there whole or not at all; projections are made again, signs of life are left behind.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

from engine.errors import Diagnosis, Fault, InputRejected, IntegrityBroken, NotFound, Refused
from engine.ports import Clock, Head
from engine.projection import Projection
from store import location
from store.connection import Database, open_database
from store.event_log import INSERT, TEXT_COLUMNS, SqliteEventLog
from store.evidence.archive import pass_over
from store.identity import Identity, read_identity
from store.integrity import Chain
from store.migrate import create_as
from store.open_log import open_log
from store.place import Place, Server, ensure_driver, is_taken
from store.projections.tables import kept_table
from store.tidying import take_away

Row = dict[str, str | int | bytes]


@dataclass(frozen=True, slots=True)
class Copied:
    """What was carried: which log it is, how many events, and the hashes at which both ends stand."""

    identity: Identity
    events: int
    head: str
    root: str


def copy_log(
    source: SqliteEventLog,
    target: Place,
    clock: Clock,
    projections: Sequence[Projection],
    *,
    beforehand: Callable[[], None] = lambda: None,
) -> Copied:
    """Carries everything that `source` holds at this moment to `target`, where nothing may stand yet.

    On a server the events stand there at once and the rest is made afterwards; a copy that ended between is finished.

    What the copy cannot be without is made by `beforehand`: called once the source was found whole, while nothing is
    at the target. It reads what is kept beside the log later than the log is read, so that it lacks nobody of it.

    Raises:
        Refused: `log-exists`.
        IntegrityBroken: the source is not what was written, or the copy is not what the source is.
        Fault: the disk or the server does not let us; nothing stands at the target.
    """
    with source.database.snapshot():
        identity = read_identity(source.database)
        passed = pass_over(source)
        _refuse(passed.chain.first_fault or passed.tree_fault)
        beforehand()
        if isinstance(target, Server):
            ensure_driver()
            from store.postgres.creation import create  # noqa: PLC0415 - a log in a file needs no driver

            tables = tuple(map(kept_table, projections))
            if not begun(source, target, clock, projections):
                create(target, identity, tables, events=_events(source, identity))
            found = _finished(target, clock, projections)
        else:
            found = _to_file(source, identity, target, clock, projections)
    head = Head(passed.size, source.hash_at(passed.size) or "")
    if found != (identity, head, passed.root):
        raise IntegrityBroken("copy-differs", f"The copy in {target} is not what the log is. Do not use it.")
    return Copied(identity, passed.size, head.hash, passed.root.hex())


def begun(source: SqliteEventLog, target: Server, clock: Clock, projections: Sequence[Projection]) -> bool:
    """Tells whether the same log stands on a server and ends with the same event: a copy that may not be finished."""
    if not is_taken(target):
        return False
    try:
        with open_log(target, clock, projections, read_only=True) as opened:
            same = opened.identity.anchor == source.identity.anchor
            return same and opened.log.head() == source.head()
    except (Refused, IntegrityBroken):
        # Whatever it is, it is not what this software has just copied.
        return False


def earlier_copy(source: SqliteEventLog, target: Server, clock: Clock, projections: Sequence[Projection]) -> int | None:
    """Gives with which event a copy of the same log on a server ends that has not seen all that the log has by now.

    None when something else stands there, or a log that went on by itself.
    """
    try:
        with open_log(target, clock, projections, read_only=True) as opened:
            head = opened.log.head()
            same = opened.identity.anchor == source.identity.anchor and head.position < source.head().position
            return head.position if same and source.hash_at(head.position) == head.hash else None
    except (NotFound, Refused, InputRejected, IntegrityBroken):
        return None


def is_finished(target: Server, clock: Clock, projections: Sequence[Projection]) -> bool:
    """Tells whether the projections of a log on a server follow its events."""
    with open_log(target, clock, projections, read_only=True) as opened:
        return all(one.state not in ("behind", "astray") for one in opened.projections.standings())


def _to_file(
    source: SqliteEventLog, identity: Identity, path: Path, clock: Clock, projections: Sequence[Projection]
) -> tuple[Identity, Head, bytes]:
    if os.path.lexists(path):
        raise _taken(path)
    location.refuse_network_drive(path)
    # A name of its own: what a copy that was killed left behind does not stand in the way of the next one.
    draft = path.with_name(f".{path.name}.{uuid4()}.copy")
    try:
        try:
            create_as(draft, identity, tuple(map(kept_table, projections)))
        except Fault as error:
            raise _named(error, draft, path) from error
        with closing(open_database(draft)) as database, database.writing():
            write_rows(database, _events(source, identity))
        found = _finished(draft, clock, projections)
        try:
            # A link never covers what somebody put there meanwhile.
            path.hardlink_to(draft)
        except FileExistsError as error:
            raise _taken(path) from error
        except OSError as error:
            raise Fault(
                "cannot-create", f"No log can be made at {path}: {error.strerror}.", details={"path": str(path)}
            ) from error
    finally:
        take_away(draft, *location.companions(draft))
    return found


def _finished(target: Place, clock: Clock, projections: Sequence[Projection]) -> tuple[Identity, Head, bytes]:
    """Makes the copy's projections, reads it as a whole, and gives what it is."""
    with open_log(target, clock, projections) as opened:
        passed = pass_over(opened.log)
        _refuse(passed.chain.first_fault or passed.tree_fault)
        return opened.identity, opened.log.head(), passed.root


def _events(source: SqliteEventLog, identity: Identity) -> Iterator[Row]:
    return chained((row for batch in source.stored() for row in batch), identity, _refuse)


def chained(
    stored: Iterable[tuple[Any, ...]], identity: Identity, refuse: Callable[[Diagnosis | None], None]
) -> Iterator[Row]:
    """Gives stored rows as they are to be written elsewhere, each held against the chain first.

    A row is what `SqliteEventLog.stored` gives; `refuse` is told of what is wrong with it, or of None.
    """
    chain = Chain(identity.anchor)
    for row in stored:
        refuse(chain.fault(*row))
        position, version, *texts, digest, canonical = row
        named: Row = {name: bytes(text).decode() for name, text in zip(TEXT_COLUMNS, texts, strict=True)}
        yield named | {
            "position": position,
            "version": version,
            "canonical": canonical,
            "hash": bytes(digest).decode(),
        }


def write_rows(database: Database, rows: Iterator[Row]) -> None:
    """Writes rows of events into a log that is empty yet, inside `writing` only."""
    for batch in _batches(rows):
        database.change_many(INSERT, batch)


def _batches(rows: Iterator[Row], size: int = 500) -> Iterator[list[Row]]:
    batch: list[Row] = []
    for row in rows:
        batch.append(row)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def _refuse(fault: Diagnosis | None) -> None:
    if fault is not None:
        raise IntegrityBroken(
            fault.code, f"{fault.text} Nothing was copied.", try_next="ohjaus audit verify", details=fault.details
        )


def _named(error: Fault, draft: Path, path: Path) -> Fault:
    """Gives a fault of the draft as one of the place that the user named."""
    if error.code != "cannot-create":
        return error
    return Fault(error.code, error.message.replace(str(draft), str(path)), details={"path": str(path)})


def _taken(path: Path) -> Refused:
    return Refused(
        "log-exists", f"There is something at {path} already. It was left as it is.", details={"path": str(path)}
    )
