"""What the driver raises, said in our words: one translation, used wherever a database is touched.

No sentence carries SQL, values or the driver's own text. Whatever is translated here happened before a commit was
confirmed, so each sentence may say that nothing was stored; in the one doubtful case, a failing sync, trying again with
the same command id is safe, because a command is recorded once.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing

from engine.errors import Fault, InputRejected, IntegrityBroken, OhjausError

DRIVER_ERRORS = (sqlite3.Error, MemoryError, UnicodeError)
"""What may come out of the driver: its own errors, a lack of memory, and text that is none."""

_PRIMARY = 0xFF
"""An extended result code carries its family in the lowest byte."""

_UNREAD = (sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_CORRUPTFS)
_ERROR_CODE = re.compile(r"error code=(\d+)")
"""How a check of the pages names the reason why it did not get one."""

_UNREADABLE = ("decode to UTF-8", "unsupported file format", "no such column", "no such table")

_PAGES_A_ROUND, _ROUNDS = 256, 32
"""How much is copied at most to see whether it can be: 32 MiB of pages of 4 KiB."""


def is_busy(error: BaseException) -> bool:
    """Gives True when another connection stands in the way, and waiting helps."""
    return _code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def claims_damage(error: BaseException) -> bool:
    """Gives True when SQLite calls a page damaged; it does so as well when the disk did not give it the page."""
    return _code(error) == sqlite3.SQLITE_CORRUPT


def is_too_big(error: BaseException) -> bool:
    """Gives True when a value was longer than any may be; when reading, that is a damaged length."""
    return _code(error) == sqlite3.SQLITE_TOOBIG


def was_unread(driver: sqlite3.Connection) -> bool:
    """Tells, of pages that were called damaged, whether the disk did not give them.

    Looked through once more, they are whole, or the driver says for a page that it could not be read. Pages that are
    there and contradict each other are damaged.
    """
    try:
        rows = driver.execute("PRAGMA integrity_check(1)").fetchall()
    except sqlite3.Error as error:
        # Not even the schema can be looked through; copying does not ask what stands on a page.
        return _code(error) == sqlite3.SQLITE_IOERR or _cannot_be_copied(driver)
    except DRIVER_ERRORS:
        return False
    said = str(rows[0][0]) if rows else ""
    missed = _ERROR_CODE.search(said)
    return said == "ok" or (missed is not None and int(missed[1]) & _PRIMARY == sqlite3.SQLITE_IOERR)


def _cannot_be_copied(driver: sqlite3.Connection) -> bool:
    copied = 0

    def enough(_status: int, _remaining: int, _total: int) -> None:
        nonlocal copied
        copied += 1
        if copied == _ROUNDS:
            raise StopIteration

    try:
        with closing(sqlite3.connect(":memory:")) as nowhere:
            driver.backup(nowhere, pages=_PAGES_A_ROUND, progress=enough)
    except sqlite3.Error as error:
        return _code(error) == sqlite3.SQLITE_IOERR
    except (StopIteration, MemoryError):
        pass
    return False


def unread(error: BaseException) -> Fault:
    """Gives the fault of a disk that did not give what is on it."""
    return Fault(
        "disk-unreadable",
        "The disk could not be read. Nothing was stored; the file itself may be whole: check the disk and try again.",
        details=_details(error),
    )


def damaged(error: BaseException) -> IntegrityBroken:
    """Gives the fault of a file whose content cannot be what was written."""
    return IntegrityBroken(
        "database-damaged",
        "The database file is damaged. Nothing was stored; keep the file as it is and restore from a backup.",
        try_next="ohjaus audit verify",
        details=_details(error),
    )


def translate(error: BaseException) -> OhjausError:
    """Gives our error for one of the driver's, of SQLAlchemy's around it, or of the machine's memory."""
    if isinstance(error, OhjausError):
        return error
    if isinstance(error, MemoryError):
        return Fault("out-of-memory", "The machine ran out of memory. Nothing was stored; try again.")
    if isinstance(error, UnicodeEncodeError):
        return InputRejected("not-text", "A text holds half a character, which cannot be recorded. Nothing was stored.")
    code = _code(error)
    if getattr(_origin(error), "sqlite_errorcode", None) in _UNREAD:
        return unread(error)
    details = _details(error)
    told = str(_origin(error))
    # None has a code of its own: text that is none, a header that names a schema no software has written, and a table
    # or column that has another name than every log has.
    unreadable = isinstance(error, UnicodeError) or any(words in told for words in _UNREADABLE)
    if unreadable or code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return damaged(error)
    if code == sqlite3.SQLITE_CONSTRAINT:
        return IntegrityBroken(
            "append-refused", "The log refused a row that does not continue it. Nothing was stored.", details=details
        )
    found, text = _FAULTS.get(
        code, ("storage-failed", "The database refused what was asked of it. Nothing was stored.")
    )
    return Fault(found, text, details=details)


_FAULTS: dict[int | None, tuple[str, str]] = {
    sqlite3.SQLITE_BUSY: (
        "log-busy",
        "The log is busy: another program kept writing to it for as long as we wait. Nothing was stored; try again.",
    ),
    sqlite3.SQLITE_LOCKED: (
        "log-busy",
        "The log is busy: another program kept writing to it for as long as we wait. Nothing was stored; try again.",
    ),
    sqlite3.SQLITE_FULL: ("disk-full", "The disk is full. Nothing was stored; make room and try again."),
    sqlite3.SQLITE_IOERR: (
        "io-error",
        "The disk could not be read or written. Nothing was stored; check the disk and try again.",
    ),
    sqlite3.SQLITE_READONLY: ("read-only", "The log cannot be written here, only read. Nothing was stored."),
    sqlite3.SQLITE_CANTOPEN: ("cannot-open", "The database file cannot be opened. Nothing was stored."),
    sqlite3.SQLITE_PERM: ("cannot-open", "The database file cannot be opened. Nothing was stored."),
    sqlite3.SQLITE_NOMEM: ("out-of-memory", "The machine ran out of memory. Nothing was stored; try again."),
    sqlite3.SQLITE_TOOBIG: ("too-big", "What was to be recorded is too big for one event. Nothing was stored."),
}


def _details(error: BaseException) -> dict[str, str]:
    return {"driver": getattr(_origin(error), "sqlite_errorname", type(_origin(error)).__name__)}


def _origin(error: BaseException) -> BaseException:
    # SQLAlchemy keeps the driver's exception in `orig`; its own text would show the statement.
    return getattr(error, "orig", None) or error


def _code(error: BaseException) -> int | None:
    code = getattr(_origin(error), "sqlite_errorcode", None)
    return code & _PRIMARY if isinstance(code, int) else None
