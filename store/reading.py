"""How a log is read without a trace: live beside its writers, still where nothing can be written, or from a copy.

SQLite reads a database in WAL mode with the help of two files beside it, `-wal` and `-shm`, and makes them where they
are missing. On read-only media it cannot, and must not where the owner said that nobody writes. Three manners follow
(ADR 0019):

`live`   the folder can be written: `mode=ro`, with the locks that writers expect; nothing is left beside the file;
`still`  it cannot, and no WAL lies beside it: an immutable file, no lock, no companion, and every look is followed by a
         glance whether the file is still the one that was opened;
`copy`   it cannot, but a WAL lies beside it. `immutable` would leave out what was committed there, so both are copied
         into a private folder and the copy is read.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from engine.errors import Fault, Refused
from store import location
from store.faults import DRIVER_ERRORS

COPY_CAP_BYTES = 2 * 1024**3
"""The largest log, with its WAL, that is copied in order to be read."""

_TRIES = 3
_CHUNK_BYTES = 1024 * 1024

Stamp = tuple[int, int, int] | None
"""Which file it is, its size and when it was last written; None when there is none."""


class Manner(StrEnum):
    """How a log is read."""

    LIVE = "live"
    STILL = "still"
    COPY = "copy"


@dataclass(frozen=True, slots=True)
class Access:
    """The file that is opened for a log, with what has to be watched meanwhile and cleared away afterwards."""

    manner: Manner
    file: Path
    stamp: Stamp = None
    folder: Path | None = None
    lone: bool = False

    @property
    def address(self) -> str:
        """The file as SQLite's address of it, which lets it read and nothing else."""
        still = "&immutable=1" if self.manner is Manner.STILL else ""
        return f"{self.file.as_uri()}?mode=ro{still}"

    def ensure_unmoved(self) -> None:
        """Makes sure that a file read without locks is still the one that was opened.

        Raises:
            Fault: `log-moved-on`, somebody else wrote to it; what was read may be half of one moment, half of another.
        """
        if self.manner is Manner.STILL and stamp_of(self.file) != self.stamp:
            raise Fault(
                "log-moved-on",
                f"{self.file} was written while it was read as a still copy. Nothing was stored; read it again.",
                details={"path": str(self.file)},
            )

    def clear_away(self) -> None:
        """Takes away what the reading left, once its connection is closed."""
        if self.folder is not None:
            shutil.rmtree(self.folder, ignore_errors=True)
        elif self.lone:
            _tidy(self.file)


def begin(path: Path) -> Access:
    """Decides how the log at `path` is read, and makes the copy if one is needed.

    Raises:
        Refused: `snapshot-too-big`.
        Fault: `log-busy`, it never stood still for a copy; `cannot-open`, `cannot-copy`.
    """
    real = path.resolve()
    wal = location.companions(real)[0]
    if location.is_held(real) or location.can_be_written(real):
        return Access(Manner.LIVE, real, lone=not wal.exists())
    stamp = stamp_of(real)
    if not _size(stamp_of(wal)):
        return Access(Manner.STILL, real, stamp)
    return _copied(real, wal)


def stamp_of(path: Path) -> Stamp:
    """Gives by what a change of a file is known."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


def _size(stamp: Stamp) -> int:
    return stamp[1] if stamp else 0


def _copied(real: Path, wal: Path) -> Access:
    """Copies a log and its WAL as they stand together, into a folder that only we may enter."""
    wanted = _size(stamp_of(real)) + _size(stamp_of(wal))
    try:
        # 0700, and the files in it 0600.
        folder = Path(tempfile.mkdtemp(prefix="ohjaus-"))
    except OSError as error:
        raise _not_copied(real, error) from error
    try:
        _refuse_too_big(real, wanted, shutil.disk_usage(folder).free)
        copy = folder / "copy.db"
        for _ in range(_TRIES):
            before = stamp_of(real), stamp_of(wal)
            _copy(real, copy)
            _copy(wal, location.companions(copy)[0])
            if (stamp_of(real), stamp_of(wal)) == before:
                return Access(Manner.COPY, copy.resolve(), folder=folder)
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise _not_copied(real, error) from error
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    shutil.rmtree(folder, ignore_errors=True)
    raise Fault("log-busy", f"{real} is being written to, and never stood still for a copy to be read. Try again.")


def _refuse_too_big(real: Path, wanted: int, free: int) -> None:
    if wanted > min(COPY_CAP_BYTES, free):
        raise Refused(
            "snapshot-too-big",
            f"A WAL lies beside {real}, which cannot be written here, so both would have to be copied to be read: "
            f"{wanted} bytes, and at most {min(COPY_CAP_BYTES, free)} can be. Copy both files to a folder of your own "
            "with room enough, and read them there.",
            details={"path": str(real), "bytes": wanted, "at_most_bytes": min(COPY_CAP_BYTES, free)},
        )


def _copy(source: Path, target: Path) -> None:
    handle = os.open(target, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
    with source.open("rb") as read, os.fdopen(handle, "wb") as written:
        shutil.copyfileobj(read, written, _CHUNK_BYTES)


def _not_copied(real: Path, error: OSError) -> Fault:
    return Fault(
        "cannot-copy",
        f"{real} has to be copied to be read here, and cannot be: {error.strerror}.",
        details={"path": str(real)},
    )


def _tidy(file: Path) -> None:
    """Lets SQLite take away an empty WAL that only our reading had it make.

    A connection that may not write cannot: taking it away needs a lock that only writers may hold. With nothing in the
    WAL there is nothing that this connection could write, and if another one is at work SQLite leaves both be.
    """
    stamp = stamp_of(location.companions(file)[0])
    if stamp is None or _size(stamp):
        return
    with suppress(*DRIVER_ERRORS), closing(sqlite3.connect(f"{file.as_uri()}?mode=rw", uri=True, timeout=0)) as driver:
        driver.execute("PRAGMA query_only = 1")
        # Reads the header alone, and nothing of the schema.
        driver.execute("PRAGMA schema_version").fetchall()
