"""Backups: a whole copy of a log in a file of its own, made while others write, and read through before it counts.

A log is never copied as a file: what was committed stands partly in the WAL beside it, and a copy without that lacks
the newest events and looks sound. SQLite's backup API copies the pages of one moment instead. A log on a server is
carried over event by event (`store.copying`). Either way the copy is a log like any other and is verified as one:
pages, schema, chain, evidence tree and kept tables. It holds every event that was acknowledged before it began.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from engine.errors import Diagnosis, Fault, IntegrityBroken, Refused
from engine.ports import Clock, Head
from engine.projection import Projection
from store import location
from store.connection import Database, SqliteDatabase, open_database
from store.copying import copy_log
from store.event_log import SqliteEventLog
from store.evidence.archive import Passed, pass_over
from store.evidence.checkpoint import schema_fingerprint
from store.faults import DRIVER_ERRORS, translate
from store.identity import Identity
from store.integrity import check_projections, check_schema
from store.migrate import EXPECTED_REVISION, applied, refuse_other_revision
from store.place import Place, open_place
from store.projections.tables import kept_table
from store.projections.upkeep import Upkeep
from store.tidying import take_away

SUFFIX = ".db"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """A file of a log that was read through and found whole.

    `judged` is False for a log of an older schema, of which pages, chain and tree alone were checked. `sha256` is of
    the file's bytes, by which a further copy of it is checked without this software.
    """

    path: Path
    identity: Identity
    head: Head
    root: bytes
    newest_at: datetime | None
    revision: str
    judged: bool
    schema: str
    passed: Passed
    size_bytes: int
    sha256: str


def back_up(place: Place, out: Path, clock: Clock, projections: Sequence[Projection]) -> Sound:
    """Writes a backup of the log at `place` to `out`, mode 0600, and gives what it holds once that was verified.

    In a folder it gets a name that tells the log and the position. Nothing that is there is written over.

    Raises:
        NotFound: `no-log`.
        Refused: `file-exists`, `network-drive`, `log-newer`.
        IntegrityBroken: `backup-unsound`, the copy is not whole; it was not kept.
        Fault: the disk does not let us; nothing stands at `out`.
    """
    inside = out.is_dir()
    if isinstance(place, Path):
        location.refuse_foreign(place)
        refuse_own(place, out)
    if not inside:
        refuse_existing(out)
    location.refuse_network_drive(out)
    with closing(open_place(place, read_only=True)) as database, draft_in(out if inside else out.parent) as draft:
        source = SqliteEventLog(database, clock=clock)
        before = source.head()
        if isinstance(database, SqliteDatabase):
            copy_pages(database.driver, draft, told=out)
        else:
            copy_log(source, draft, clock, projections)
        found = verified(draft, clock, projections)
        ensure_everything(found, source.identity, before)
        target = out / name_of(found, SUFFIX) if inside else out
        publish(draft, target)
    return replace(found, path=target)


def verified(path: Path, clock: Clock, projections: Sequence[Projection], *, sizes: Collection[int] = ()) -> Sound:
    """Reads the file of a log through and gives what it holds; `sizes` are those at which its root is asked for.

    Raises:
        NotFound: `no-log`.
        InputRejected: `not-a-log`.
        Refused: `file-too-open`, `log-newer`.
        IntegrityBroken: `backup-unsound`, with the first fault.
    """
    with closing(open_database(path, read_only=True)) as database, database.snapshot():
        revision = applied(database)
        if revision > EXPECTED_REVISION:
            refuse_other_revision(database)
        judged = revision == EXPECTED_REVISION
        log = SqliteEventLog(database, clock=clock)
        # Pages, chain and tree are the same in every revision; the rest is for after an older log's upgrade.
        refuse(path, check_schema(database, projections).first_fault if judged else _page_fault(database))
        passed = pass_over(log, sizes=sizes)
        refuse(path, passed.chain.first_fault or passed.tree_fault)
        if judged:
            upkeep = Upkeep(log, tuple(map(kept_table, projections)))
            refuse(path, check_projections(upkeep).first_fault)
        head = log.head()
        newest = next(log.read(after_position=head.position - 1), None) if head.position else None
        schema = schema_fingerprint(database)
    return Sound(
        path=path,
        identity=log.identity,
        head=head,
        root=passed.root,
        newest_at=newest.recorded_at if newest else None,
        revision=revision,
        judged=judged,
        schema=schema,
        passed=passed,
        size_bytes=path.stat().st_size,
        sha256=sha256_of(path),
    )


@contextmanager
def draft_in(folder: Path, *, suffix: str = SUFFIX) -> Iterator[Path]:
    """Yields a name that nobody else uses; whatever stands there at the end of the block is taken away."""
    draft = folder / f".ohjaus-{uuid4()}{suffix}"
    try:
        yield draft
    finally:
        take_away(draft, *location.companions(draft))


def copy_pages(source: sqlite3.Connection, draft: Path, *, told: Path) -> None:
    """Copies the pages of one moment into a new file that only its owner may read, while others write on.

    `told` is the place that the user named, for which the draft is.

    Raises:
        Fault: the disk does not let us.
    """
    create_private(draft, told=told)
    try:
        with closing(sqlite3.connect(draft, isolation_level=None)) as target:
            # All in one step: SQLite begins again, and may never end, when somebody writes between two.
            source.backup(target, pages=-1)
    except DRIVER_ERRORS as error:
        raise translate(error) from error
    except OSError as error:
        raise _cannot_create(told, error) from error


def create_private(draft: Path, *, told: Path) -> None:
    """Makes a new and empty file that only its owner may read; `told` is the place that the user named.

    Raises:
        Fault: the disk does not let us.
    """
    try:
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError as error:
        raise _cannot_create(told, error) from error


def publish(draft: Path, target: Path) -> None:
    """Gives a finished file its name, durably; what is there already is never covered.

    Raises:
        Refused: `file-exists`.
        Fault: the disk does not let us.
    """
    try:
        _sync(draft)
        # A link fails where something stands; a rename would replace it.
        target.hardlink_to(draft)
        _sync(target.parent)
    except FileExistsError as error:
        raise _exists(target) from error
    except OSError as error:
        raise _cannot_create(target, error) from error


def refuse_existing(path: Path) -> None:
    """Makes sure that nothing is at `path`.

    Raises:
        Refused: `file-exists`.
    """
    if os.path.lexists(path):
        raise _exists(path)


def refuse_own(log: Path, path: Path) -> None:
    """Makes sure that a file to be written is not the log, nor one that SQLite keeps beside it.

    Raises:
        Refused: `export-over-log`.
    """
    try:
        own = path.resolve() in (log.resolve(), *location.companions(log))
    except (OSError, RuntimeError):
        # A link that leads to itself names no file: neither is the other.
        own = False
    if own:
        raise Refused(
            "export-over-log",
            f"{path} is the log itself, or belongs to it. Nothing was written.",
            try_next="name another place",
            details={"path": str(path)},
        )


def ensure_everything(found: Sound, identity: Identity, before: Head) -> None:
    """Makes sure that the copy is of this log and holds all that was there before it began.

    Raises:
        IntegrityBroken: `backup-unsound`.
    """
    # The mark of production may have been set meanwhile; it is no part of the anchor.
    same = found.identity.anchor == identity.anchor
    holds = found.head.position > before.position or found.head == before
    if not same or not holds:
        said = f"it is to hold event {before.position} of {identity.log_id}"
        refuse(found.path, Diagnosis("backup-differs", "head", f"The copy is not of the log: {said}."))


def refuse(path: Path, fault: Diagnosis | None, *, try_next: str = "ohjaus audit verify") -> None:
    """Makes sure that nothing was found wrong with what is to be a backup.

    Raises:
        IntegrityBroken: `backup-unsound`, with what was found.
    """
    if fault is not None:
        raise IntegrityBroken(
            "backup-unsound",
            f"{path.name} is not whole: {fault.where}: {fault.text} It does not serve as a backup.",
            try_next=try_next,
            details={"path": str(path), "fault": fault.code, "where": fault.where, "text": fault.text},
        )


def _page_fault(database: Database) -> Diagnosis | None:
    found = str(database.run("PRAGMA integrity_check(1)")[0][0])
    return None if found == "ok" else Diagnosis("pages-damaged", "pages", f"The pages contradict each other: {found}.")


def name_of(found: Sound, suffix: str) -> str:
    """Gives the name that a backup gets in a folder."""
    return f"ohjaus-{found.identity.log_id[:8]}-{found.head.position:09d}{suffix}"


def sha256_of(path: Path) -> str:
    """Gives the SHA-256 of a file's bytes, as hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _exists(path: Path) -> Refused:
    return Refused(
        "file-exists",
        f"There is something at {path} already. It was left as it is.",
        try_next="name another place",
        details={"path": str(path)},
    )


def _cannot_create(path: Path, error: OSError) -> Fault:
    return Fault("cannot-create", f"{path} cannot be written: {error.strerror}.", details={"path": str(path)})


def _sync(path: Path) -> None:
    if os.name != "posix" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
