"""What PostgreSQL's driver raises, said in our words; as in `store.faults`, no sentence carries SQL or values."""

from __future__ import annotations

import psycopg

from engine.errors import Fault, InputRejected, IntegrityBroken, OhjausError, Refused

DRIVER_ERRORS = (psycopg.Error, MemoryError, UnicodeError)
"""What may come out of the driver: its own errors, a lack of memory, and text that is none."""

LOST, CONFLICT = "connection-lost", "replica-conflict"
INTERRUPTIONS = (LOST, CONFLICT)
"""Codes that say nothing of the log: whoever was reading was interrupted, and reads again."""

_LOST_STATES = ("57P01", "57P02", "57P03", "57P04", "57P05", "25P03", "25P04")
"""The server ends, starts or let go of us; 08… besides."""

_BUSY = (
    "log-busy",
    "The log is busy: others kept writing to it for as long as we wait. Nothing was stored; try again.",
)
_BROKEN_OFF = (
    CONFLICT,
    (
        "The replica broke off the reading, to apply what its primary had changed meanwhile. Nothing is wrong with the "
        "log; try again. A replica whose setting hot_standby_feedback is on seldom does so."
    ),
)
_FAULTS: dict[str, tuple[str, str]] = {
    "55P03": _BUSY,
    # No session of ours asks for an isolation that fails so by itself; a replica does it to whoever reads too long.
    "40001": _BROKEN_OFF,
    "40P01": _BUSY,
    "25006": ("read-only", "The log cannot be written here, only read. Nothing was stored."),
    "53100": ("disk-full", "The server's disk is full. Nothing was stored; make room and try again."),
    "53200": ("out-of-memory", "The server ran out of memory. Nothing was stored; try again."),
    "53300": ("server-full", "The server takes no more connections for now; try again."),
    "58030": ("io-error", "The server's disk could not be read or written. Nothing was stored; look at the server."),
    "54000": ("too-big", "What was to be recorded is too big for one event. Nothing was stored."),
    "22021": ("not-text", ""),
    "22P05": ("not-text", ""),
}


def is_lost(error: BaseException) -> bool:
    """Gives True when the connection was lost, or the server is on its way down or up."""
    state = getattr(error, "sqlstate", None) or ""
    if state in _LOST_STATES or state.startswith("08"):
        return True
    # Without a state it is libpq that speaks: it found nobody at the other end any more.
    return isinstance(error, psycopg.OperationalError) and not state


def is_short(error: BaseException) -> bool:
    """Gives True when the server was lost, or lacks room, memory or connections: nothing is wrong with the question."""
    return is_lost(error) or (getattr(error, "sqlstate", None) or "").startswith("53")


def is_conflict(error: BaseException) -> bool:
    """Gives True when a replica broke off a reading, so that it could go on following."""
    return getattr(error, "sqlstate", None) == "40001"


def lost() -> Fault:
    """Gives the fault of a connection that was lost."""
    return Fault(
        LOST,
        # Whoever sent a commit knows so, and says more than this (`store.event_log`).
        "The connection to the database server was lost; try again.",
    )


def translate(error: BaseException) -> OhjausError:
    """Gives our error for one of the driver's, of SQLAlchemy's around it, or of the machine's memory."""
    error = getattr(error, "orig", None) or error
    if isinstance(error, OhjausError):
        return error
    if isinstance(error, MemoryError):
        return Fault("out-of-memory", "The machine ran out of memory. Nothing was stored; try again.")
    state = getattr(error, "sqlstate", None) or ""
    details = {"driver": state or type(error).__name__}
    if is_lost(error):
        return lost()
    if isinstance(error, UnicodeError) or (isinstance(error, psycopg.DataError) and not state):
        return _not_text()
    if state.startswith("XX0"):
        return IntegrityBroken(
            "database-damaged",
            "The database is damaged. Nothing was stored; keep it as it is and restore from a backup.",
            try_next="ohjaus audit verify",
            details=details,
        )
    if state == "42501":
        return Refused(
            "database-rights",
            "The database does not give this login the right to do that. Nothing was stored.",
            try_next="ohjaus doctor",
            details=details,
        )
    if state.startswith("23"):
        return IntegrityBroken(
            "append-refused", "The log refused a row that does not continue it. Nothing was stored.", details=details
        )
    found, text = _FAULTS.get(
        state, ("storage-failed", "The database refused what was asked of it. Nothing was stored.")
    )
    return _not_text() if found == "not-text" else Fault(found, text, details=details)


def _not_text() -> InputRejected:
    return InputRejected("not-text", "A text holds a character that cannot be recorded. Nothing was stored.")
