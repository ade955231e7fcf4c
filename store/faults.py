"""What the driver raises, said in our words: one translation, used wherever a database is touched.

No sentence carries SQL, values or the driver's own text. Whatever is translated here happened before a commit was
confirmed, so each sentence may say that nothing was stored; in the one doubtful case, a failing sync, trying again with
the same command id is safe, because a command is recorded once.
"""

from __future__ import annotations

import sqlite3

from engine.errors import Fault, InputRejected, IntegrityBroken, OhjausError

DRIVER_ERRORS = (sqlite3.Error, MemoryError, UnicodeError)
"""What may come out of the driver: its own errors, a lack of memory, and text that is none."""

_PRIMARY = 0xFF
"""An extended result code carries its family in the lowest byte."""


def is_busy(error: BaseException) -> bool:
    """Gives True when another connection stands in the way, and waiting helps."""
    return _code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def translate(error: BaseException) -> OhjausError:
    """Gives our error for one of the driver's, of SQLAlchemy's around it, or of the machine's memory."""
    if isinstance(error, OhjausError):
        return error
    if isinstance(error, MemoryError):
        return Fault("out-of-memory", "The machine ran out of memory. Nothing was stored; try again.")
    if isinstance(error, UnicodeEncodeError):
        return InputRejected("not-text", "A text holds half a character, which cannot be recorded. Nothing was stored.")
    code = _code(error)
    details = {"driver": getattr(_origin(error), "sqlite_errorname", type(_origin(error)).__name__)}
    unreadable = isinstance(error, UnicodeError) or "decode to UTF-8" in str(_origin(error))
    if unreadable or code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return IntegrityBroken(
            "database-damaged",
            "The database file is damaged. Nothing was stored; keep the file as it is and restore from a backup.",
            try_next="ohjaus audit verify",
            details=details,
        )
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


def _origin(error: BaseException) -> BaseException:
    # SQLAlchemy keeps the driver's exception in `orig`; its own text would show the statement.
    return getattr(error, "orig", None) or error


def _code(error: BaseException) -> int | None:
    code = getattr(_origin(error), "sqlite_errorcode", None)
    return code & _PRIMARY if isinstance(code, int) else None
