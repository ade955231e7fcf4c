"""Who holds the lock of appends, for whoever waited for it in vain.

Any login of the database may ask for an advisory lock and keep it: the server has no right that would forbid it. So
that nobody has to guess, the fault says whose session it was; an administrator can end that session.
"""

from __future__ import annotations

import psycopg

from engine.errors import Fault, OhjausError
from store.postgres.connecting import Driver
from store.postgres.layout import LOCK

BUSY = "log-busy"


def told_by_whom(fault: OhjausError, driver: Driver) -> OhjausError:
    """Gives the fault of a busy log with the logins that hold the lock, where the server tells; any other as it is."""
    if fault.code != BUSY or driver.closed:
        return fault
    try:
        held_by = ", ".join(f"{login} ({process})" for login, process in driver.execute(_HOLDERS).fetchall())
    except psycopg.Error:
        return fault
    if not held_by:
        # Whoever held it has just let go.
        return fault
    return Fault(
        BUSY,
        f"The log is busy: for as long as we wait, the turn was held by the login {held_by}. Nothing was stored; try "
        "again. Where one session holds it for long, an administrator ends it.",
        details={**fault.details, "held_by": held_by},
    )


_HOLDERS = f"""
    SELECT coalesce(a.usename::text, '-'), l.pid
    FROM pg_catalog.pg_locks l LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
    WHERE l.locktype = 'advisory' AND l.granted AND l.pid <> pg_catalog.pg_backend_pid()
        AND l.database = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database())
        AND l.classid = '{LOCK >> 32}' AND l.objid = '{LOCK & 0xFFFFFFFF}' AND l.objsubid = '1'
    ORDER BY l.pid LIMIT 3
""".encode()  # noqa: S608 - the numbers are ours
