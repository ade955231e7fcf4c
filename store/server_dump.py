"""A dump by the server's own program as a backup: written, read back event by event, and laid out as a log in a file.

A dump is not a log that can be asked anything. So what it holds is laid out as one, in a file beside it that goes away
again, and that file is verified like every backup: chain, tree, and what the projections make of it. It holds what a
file of the record does not: the server's security log, schedulers' signs of life, triggers, functions and who may what.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from engine.errors import IntegrityBroken
from engine.ports import Clock
from engine.projection import Projection
from store import location
from store.backup import (
    Sound,
    create_private,
    draft_in,
    ensure_everything,
    name_of,
    publish,
    refuse,
    refuse_existing,
    sha256_of,
    verified,
)
from store.connection import open_database
from store.copying import chained, write_rows
from store.event_log import TEXT_COLUMNS, SqliteEventLog
from store.faults import DRIVER_ERRORS, translate
from store.identity import identity_of
from store.migrate import create_as, newer
from store.open_log import open_log
from store.place import Server, ensure_driver, open_place
from store.projections.tables import kept_table
from store.schema import EXPECTED_REVISION

SUFFIX = ".dump"

_COLUMNS = ("position", "version", *TEXT_COLUMNS, "hash", "canonical")


def ensure_able() -> None:
    """Makes sure that a dump can be written and read here.

    Raises:
        Fault: `postgres-missing`, `dump-programs-missing`.
    """
    ensure_driver()
    from store.postgres.dumping import ensure_programs  # noqa: PLC0415 - a log in a file needs no driver

    ensure_programs()


def is_dump(path: Path) -> bool:
    """Tells whether a file is a dump by the server's program; whatever cannot be read is none."""
    try:
        # Opening a pipe waits for whoever writes into it, perhaps for ever.
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(len(location.DUMP)) == location.DUMP
    except OSError:
        return False


def dump_log(server: Server, out: Path, clock: Clock, projections: Sequence[Projection]) -> Sound:
    """Dumps the log on a server to `out`, mode 0600, and gives what it holds once that was read back.

    In a folder it gets a name that tells the log and the position. Nothing that is there is written over.

    Raises:
        NotFound: `no-log`.
        Refused: `file-exists`, `network-drive`, `part-only`.
        IntegrityBroken: `backup-unsound`, the dump is not whole; it was not kept.
        Fault: `postgres-missing`, `dump-programs-missing`, `dump-failed`; the disk does not let us. Nothing is at
            `out` then.
    """
    ensure_able()
    from store.postgres import dumping  # noqa: PLC0415 - a log in a file needs no driver

    inside = out.is_dir()
    if not inside:
        refuse_existing(out)
    location.refuse_network_drive(out)
    with closing(open_place(server, read_only=True)) as database:
        database.ensure_whole()
        source = SqliteEventLog(database, clock=clock)
        identity, before = source.identity, source.head()
    folder = out if inside else out.parent
    with draft_in(folder, suffix=SUFFIX) as draft, draft_in(folder) as laid:
        create_private(draft, told=out)
        dumping.write(server, draft)
        try:
            lacking = dumping.lacking(draft)
            if lacking:
                raise dumping.unsound(draft, f"It would not make again: {', '.join(lacking)}.")
            lay_out(draft, laid, clock, projections)
            found = verified(laid, clock, projections)
            ensure_everything(found, identity, before)
        except IntegrityBroken as error:
            # The draft goes away: what is to be looked at is the log that gave it.
            error.try_next = "ohjaus audit verify"
            raise
        target = out / name_of(found, SUFFIX) if inside else out
        publish(draft, target)
    return replace(found, path=target, size_bytes=target.stat().st_size, sha256=sha256_of(target))


def lay_out(dump: Path, target: Path, clock: Clock, projections: Sequence[Projection]) -> None:
    """Makes a log in a file of what a dump holds, of this software's own schema, with projections made anew.

    Raises:
        Refused: `log-exists`; `log-newer`, the dump is of a later version's log.
        IntegrityBroken: `backup-unsound`, the dump is cut or changed, or of no log.
        Fault: `postgres-missing`, `dump-programs-missing`; the disk does not let us.
    """
    ensure_able()
    from store.postgres import dumping  # noqa: PLC0415 - a log in a file needs no driver

    dumping.ensure_readable(dump)
    found = dumping.held(dump)
    if found.revision > EXPECTED_REVISION:
        raise newer(dump, found.revision)
    try:
        identity = identity_of(found.identity)
    except IntegrityBroken as error:
        raise dumping.unsound(dump, "It does not say which log it is of.") from error
    create_as(target, identity, tuple(map(kept_table, projections)))
    with draft_in(target.parent) as scratch, closing(open_database(target)) as database, database.writing():
        rows = chained(
            _in_order(dump, scratch), identity, lambda fault: refuse(dump, fault, try_next=dumping.looking_at(dump))
        )
        write_rows(database, rows)
    # Opening for writing makes the projections.
    open_log(target, clock, projections).close()


def _in_order(dump: Path, scratch: Path) -> Iterator[tuple[Any, ...]]:
    """Gives the rows of the events by position: a server dumps them as they lie, which may be in another order."""
    from store.postgres import dumping  # noqa: PLC0415 - a log in a file needs no driver

    held = ", ".join(f"{name} {'INTEGER' if name in _COLUMNS[:2] else 'BLOB'} NOT NULL" for name in _COLUMNS)
    create_private(scratch, told=scratch)
    try:
        with closing(sqlite3.connect(scratch, isolation_level=None)) as driver:
            # Nothing of this outlives the moment.
            for setting in ("journal_mode = OFF", "synchronous = OFF"):
                driver.execute(f"PRAGMA {setting}")
            driver.execute(f"CREATE TABLE rows ({held}, PRIMARY KEY (position)) STRICT")
            driver.execute("BEGIN")
            driver.executemany(
                f"INSERT INTO rows VALUES ({', '.join('?' for _ in _COLUMNS)})",  # noqa: S608 - the names are ours
                (_row(dump, row) for row in dumping.events(dump)),
            )
            yield from driver.execute("SELECT * FROM rows ORDER BY position")
    except sqlite3.IntegrityError as error:
        raise dumping.unsound(dump, "Two events stand at one position, or a part of one is missing.") from error
    except DRIVER_ERRORS as error:
        raise translate(error) from error


def _row(dump: Path, row: dict[str, bytes | None]) -> tuple[int | bytes | None, ...]:
    from store.postgres import dumping  # noqa: PLC0415 - a log in a file needs no driver

    try:
        position, version = (int(row[name] or b"") for name in _COLUMNS[:2])
        rest = [row[name] for name in _COLUMNS[2:]]
    except (KeyError, ValueError) as error:
        raise dumping.unsound(dump, "An event does not say where it stands.") from error
    return (position, version, *rest)
