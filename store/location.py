"""Where a log may lie, and whether a file is one of ours; decided before a database library touches the file.

A foreign file is never opened as a database: its first hundred bytes say what it is. WAL needs memory shared between
all who use the file, so drives of another machine are refused (architecture, section 6).
"""

from __future__ import annotations

import errno
import os
import shlex
import stat
import sys
import threading
from collections import Counter
from functools import lru_cache
from pathlib import Path

from engine.errors import Fault, InputRejected, NotFound, Refused
from store.schema import APPLICATION_ID

DUMP = b"PGDMP"
"""With what a dump by PostgreSQL's own program begins, in its custom format."""
_MAGIC = b"SQLite format 3\x00"
_APPLICATION_ID_AT = slice(68, 72)
_HEADER_BYTES = 100
_FRACTIONS_AT, _FRACTIONS = slice(21, 24), bytes((64, 32, 32))
_TEXT_AT, _UTF8 = slice(56, 60), (bytes(4), bytes((0, 0, 0, 1)))
"""Text is UTF-8, or nothing is said of it, in a database that holds nothing."""

_SHOWN = 100
"""Letters that are shown of a name that is longer than any."""

_OTHERS = 0o077
_OTHERS_WRITE = 0o022

NETWORK_FILE_SYSTEMS = frozenset(
    (
        *("afs", "beegfs", "ceph", "cifs", "coda", "davfs", "gfs", "gfs2", "glusterfs", "gpfs", "lustre", "ncp"),
        *("ncpfs", "nfs", "nfs4", "ocfs2", "orangefs", "panfs", "prl_fs", "pvfs2", "smb", "smb2", "smb3", "smbfs"),
        *("vboxsf", "vmhgfs"),
    )
)
"""Names of file systems whose files another machine may change; with `fuse.` before them they count as well."""

_NETWORK_FUSE = frozenset(
    ("cephfs", "curlftpfs", "davfs2", "gvfsd-fuse", "rclone", "s3fs", "smbnetfs", "sshfs", "vmhgfs-fuse")
)

_held: Counter[tuple[int, int]] = Counter()
_held_lock = threading.Lock()


def hold(path: Path) -> tuple[int, int]:
    """Notes that this process has the file open as a database, and gives the key for `release`.

    Closing any handle of a file drops every POSIX lock that the process has on it, those of SQLite as well. So a file
    that is already open here is not looked into a second time by `refuse_foreign`.
    """
    found = path.stat()
    key = (found.st_dev, found.st_ino)
    with _held_lock:
        _held[key] += 1
    return key


def release(key: tuple[int, int]) -> None:
    """Notes that one connection of this process to the file is closed."""
    with _held_lock:
        _held[key] -= 1
        if not _held[key]:
            del _held[key]


def is_held(path: Path) -> bool:
    """Tells whether this process has the file open as a database."""
    try:
        found = path.stat()
    except OSError:
        return False
    with _held_lock:
        return (found.st_dev, found.st_ino) in _held


def takes_writing(path: Path) -> bool:
    """Tells whether the system lets us write the file and make its companions."""
    return all(os.access(one, os.W_OK) for one in (path, path.resolve().parent))


def can_be_written(path: Path) -> bool:
    """Tells whether the file and its folder can be written, and are not marked as written by nobody.

    The marks count for the administrator of a machine too, whom they do not bind.
    """
    marks = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
    return takes_writing(path) and all(one.stat().st_mode & marks for one in (path, path.parent))


def refuse_foreign(path: Path) -> None:
    """Makes sure that `path` is an ohjaus log as far as its first bytes tell, and changes nothing.

    Raises:
        NotFound: `no-log`, nothing is there.
        InputRejected: `not-a-log`, something else is there; `path-unreachable`, no disk takes such a name.
        Fault: `cannot-open`, the machine does not let us look.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise not_a_log(path, "it is not a file")
        with _held_lock:
            if (found.st_dev, found.st_ino) in _held:
                return
            with path.open("rb") as file:
                header = file.read(_HEADER_BYTES)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotFound(
            "no-log", f"There is no log at {path}.", try_next="ohjaus init", details={"path": str(path)}
        ) from error
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            shown = f"{str(path)[:_SHOWN]}…"
            raise InputRejected(
                "path-unreachable",
                f"{shown} cannot be looked at: {error.strerror}.",
                details={"path": shown, "reason": str(error.strerror)},
            ) from error
        raise Fault(
            "cannot-open", f"{path} cannot be opened: {error.strerror}.", details={"path": str(path)}
        ) from error
    _refuse_header(path, header)


def _refuse_header(path: Path, header: bytes) -> None:
    if not header:
        raise not_a_log(path, "it is empty")
    if header.startswith(DUMP):
        raise not_a_log(path, "it is a dump", try_next=f"ohjaus db restore {shlex.quote(str(path))} --db NEW.db")
    if not header.startswith(_MAGIC):
        raise not_a_log(path, "it is no SQLite database")
    if header[_APPLICATION_ID_AT] != APPLICATION_ID.to_bytes(4, "big"):
        raise not_a_log(path, "it is the database of another program")
    if len(header) < _HEADER_BYTES or header[_FRACTIONS_AT] != _FRACTIONS or header[_TEXT_AT] not in _UTF8:
        raise not_a_log(path, "its header contradicts itself")


def refuse_open_mode(path: Path, *, read_only: bool = False) -> None:
    """Makes sure that nobody but the owner may read or write the log and its companions.

    A copy that is only read where nothing can be written may be readable by others: a disc shows its files to all.

    Raises:
        Refused: `file-too-open`, with the command that closes it.
    """
    if os.name != "posix":
        return
    others = _OTHERS
    if read_only and not can_be_written(path.resolve()):
        # On a drive that takes no writing the marks of who may write mean nothing.
        others = 0 if os.statvfs(path).f_flag & os.ST_RDONLY else _OTHERS_WRITE
    loose = [one for one in (path, *companions(path)) if one.exists() and one.stat().st_mode & others]
    if loose:
        command = "chmod 600 " + " ".join(shlex.quote(str(one)) for one in loose)
        raise Refused(
            "file-too-open",
            f"The log can be read or written by others than its owner. Close it first: {command}",
            try_next=command,
            details={"path": str(path), "mode": f"{stat.S_IMODE(loose[0].stat().st_mode):04o}"},
        )


def companions(path: Path) -> tuple[Path, Path]:
    """Gives the two files that SQLite keeps beside the log while it is open; a link's are beside what it leads to."""
    real = path.resolve()
    return real.with_name(real.name + "-wal"), real.with_name(real.name + "-shm")


def refuse_journal(path: Path) -> None:
    """Makes sure that no rollback journal lies beside the log: SQLite would write its pages over the log's.

    A log is kept with a WAL and never has one.

    Raises:
        Refused: `journal-beside`.
    """
    real = path.resolve()
    journal = real.with_name(real.name + "-journal")
    if journal.exists() and journal.stat().st_size:
        raise Refused(
            "journal-beside",
            f"A rollback journal lies beside the log: {journal}. A log of ours never makes one, and opening the log "
            "would write what it holds over the log. Keep both files, move the journal elsewhere, and verify the log.",
            try_next="ohjaus audit verify",
            details={"path": str(path), "journal": str(journal)},
        )


def refuse_network_drive(path: Path) -> None:
    """Makes sure that the log lies on a drive of this machine, as far as the system tells (Linux; UNC names elsewhere).

    Raises:
        Refused: `network-drive`.
    """
    real = path.resolve()
    kind = "network share" if str(real).startswith("\\\\") else None
    if sys.platform.startswith("linux"):
        try:
            # Mount points may hold any bytes.
            mounts = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape")
        except OSError:
            mounts = ""
        kind = network_file_system(str(real), mounts)
    if kind is not None:
        raise Refused(
            "network-drive",
            f"{path} lies on a network drive ({kind}), where it would not be safe. Choose a drive of this machine.",
            details={"path": str(path), "file_system": kind},
        )


@lru_cache(maxsize=64)
def network_file_system(path: str, mountinfo: str) -> str | None:
    """Gives the name of the network file system that `path` lies on by the text of `/proc/self/mountinfo`, or None.

    Plan 9 (`9p`) is counted only when it leads to another machine or to the host beneath a guest: it is also what some
    sandboxes call their own root.
    """
    deepest, found = -1, None
    for line in mountinfo.splitlines():
        mount, _, rest = line.partition(" - ")
        fields, kinds = mount.split(), rest.split()
        if len(fields) < 5 or not kinds:  # noqa: PLR2004 - the mount point is the fifth field of proc(5)
            continue
        point = _unescaped(fields[4])
        inside = path == point or path.startswith(point.rstrip("/") + "/")
        # Of two mounts on one point the later one covers the earlier.
        if inside and len(point) >= deepest:
            deepest, found = len(point), _network_kind(kinds[0], rest)
    return found


def _network_kind(kind: str, options: str) -> str | None:
    if kind in NETWORK_FILE_SYSTEMS:
        return kind
    if kind == "9p" and any(mark in options for mark in ("trans=tcp", "trans=rdma", "aname=drvfs")):
        return kind
    name, _, inner = kind.partition(".")
    if name == "fuse" and (inner in NETWORK_FILE_SYSTEMS or inner in _NETWORK_FUSE):
        return kind
    return None


def _unescaped(field: str) -> str:
    for code, sign in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        field = field.replace(code, sign)
    return field


def not_a_log(path: object, why: str, *, try_next: str | None = None) -> InputRejected:
    """Gives the refusal of something that is no log."""
    return InputRejected(
        "not-a-log",
        f"{path} is not an ohjaus log: {why}. It was left as it is.",
        try_next=try_next,
        details={"path": str(path), "why": why},
    )
