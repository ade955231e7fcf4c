"""Coming to a server: the settings of a session, waiting for a server that restarts, and what is refused.

A session's settings are set and read back, as on SQLite. Three more are the server's own and only looked at: without
`fsync` and `full_page_writes` nothing is safe in it, and its text must be UTF-8.
"""

from __future__ import annotations

import random
import time
from collections.abc import Mapping
from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict
from psycopg.pq import PGconn, Ping

from engine.errors import Fault
from store.postgres.address import Server
from store.postgres.faults import is_lost, translate
from store.postgres.layout import KEPT, RECORD

Driver = psycopg.Connection[tuple[Any, ...]]

PATIENCE_SECONDS = 30.0
"""How long an administrator's session waits for its turn."""

OLDEST_SERVER = 130_000
"""PostgreSQL 13, as the server counts its versions."""

SILENCE_SECONDS = 3.0
"""How long somebody who comes to a server that does not answer at all goes on knocking."""

_WRITING = ("read-write", "primary")
"""What an address asks of its servers that wants the one that takes writing."""
_UNFIT = ("session is read-only", "server is in hot standby mode")
"""What libpq says of a server that it has left for that; of several the last one it came to may have been silent."""
_COMMITS = ("on", "remote_write", "remote_apply")
_DEFAULTS: Mapping[str, str | int] = {
    "connect_timeout": 10,
    "keepalives_idle": 20,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "application_name": "ohjaus",
}
"""What an address may say otherwise; a dead network is noticed within a minute."""


def settings(patience_seconds: float, *, read_only: bool) -> dict[str, str]:
    """Gives the settings that must be in force in a session, by PostgreSQL's names."""
    return {
        "search_path": f"{RECORD}, {KEPT}, pg_temp",
        "lock_timeout": str(round(patience_seconds * 1000)),
        "statement_timeout": "0",
        "default_transaction_isolation": "read committed",
        "default_transaction_read_only": "on" if read_only else "off",
        "row_security": "on",
        "standard_conforming_strings": "on",
        "check_function_bodies": "on",
        "quote_all_identifiers": "off",
        "TimeZone": "UTC",
    }


def connect(server: Server, patience_seconds: float, *, read_only: bool, again: bool = False) -> Driver:
    """Opens a session with its settings; `again` waits for a server that was there, as long as our patience lasts.

    Raises:
        Fault: `server-silent`, `server-refused`, `no-primary`, `setting-not-in-force`, `postgres-too-old`.
    """
    driver = _reach(server, patience_seconds, again=again)
    try:
        _apply(driver, patience_seconds, read_only=read_only)
    except psycopg.Error as error:
        driver.close()
        raise translate(error) from error
    except BaseException:
        driver.close()
        raise
    return driver


def find_only_the_servers_own(driver: Driver) -> None:
    """Lets names in a session mean what the server brings and nothing else, until its end.

    For an administrator: a function that the application's login puts where we look for its tables would run with all
    rights, and may be put there while we wait for the lock. Whatever such a session runs names our schemas itself.
    """
    driver.execute(b"SET search_path TO pg_catalog, pg_temp")


def pause(attempt: int) -> None:
    """Waits before the next attempt, longer each time, and not as long as others who wait for the same."""
    time.sleep(random.uniform(0.3, 1.0) * min(1.0, 0.02 * 2**attempt))  # noqa: S311 - jitter is no secret


def _reach(server: Server, patience_seconds: float, *, again: bool) -> Driver:
    try:
        stated = conninfo_to_dict(server.conninfo)
    except psycopg.Error as error:
        raise _refused(server, "") from error
    conninfo = psycopg.conninfo.make_conninfo("", **{**_DEFAULTS, **stated, "client_encoding": "UTF8"})
    began, attempt = time.monotonic(), 0
    while True:
        try:
            return psycopg.connect(conninfo, autocommit=True)
        except psycopg.OperationalError as error:
            waited, ping = time.monotonic() - began, Ping(PGconn.ping(conninfo.encode()))
            patient = patience_seconds if again or ping == Ping.REJECT else min(SILENCE_SECONDS, patience_seconds)
            reason = _reason(error)
            # Servers that are there and let us in, but none as the address wants it: one may be about to take over.
            there = ping == Ping.OK or any(words in str(error) for words in _UNFIT)
            unfit = there and not reason and stated.get("target_session_attrs") in _WRITING
            if ping == Ping.OK and not unfit and not (again and is_lost(error) and waited < SILENCE_SECONDS):
                raise _refused(server, reason) from error
            if waited >= patient:
                raise (_no_primary(server) if unfit else _silent(server)) from error
        pause(attempt)
        attempt += 1


def _apply(driver: Driver, patience_seconds: float, *, read_only: bool) -> None:
    if driver.info.server_version < OLDEST_SERVER:
        raise Fault("postgres-too-old", "The server's PostgreSQL is too old; 13 or newer is needed.")
    wanted = settings(patience_seconds, read_only=read_only)
    # Until our own search path holds, the database's holds, which its owner sets: not even a type is named here.
    setting = ", ".join("pg_catalog.set_config(%s, %s, false)" for _ in wanted)
    driver.execute(f"SELECT {setting}".encode(), [word for pair in wanted.items() for word in pair])
    names = ["fsync", "full_page_writes", "server_encoding", "synchronous_commit", *wanted]
    found: dict[str, str] = dict(driver.execute(_SETTINGS, [names]).fetchall())
    if found["synchronous_commit"] not in _COMMITS:
        driver.execute("SET synchronous_commit = on")
    for name, value in {**wanted, "fsync": "on", "full_page_writes": "on", "server_encoding": "UTF8"}.items():
        if found.get(name) != value:
            raise Fault(
                "setting-not-in-force",
                f"The database did not take the setting {name} = {value}, without which nothing is safe in it.",
                details={"setting": name, "wanted": value},
            )


def _reason(error: psycopg.Error) -> str:
    # The last line is the server's own word (no such database, no such role, wrong password); it holds no secret.
    lines = [line.strip() for line in str(error).splitlines() if "FATAL:" in line]
    return lines[-1].partition("FATAL:")[2].strip() if lines else ""


def _refused(server: Server, reason: str) -> Fault:
    return Fault(
        "server-refused",
        f"The database server did not let us in at {server}{': ' if reason else '.'}{reason}",
        try_next="ohjaus doctor",
        details={"server": str(server), "reason": reason},
    )


def _no_primary(server: Server) -> Fault:
    return Fault(
        "no-primary",
        f"None of the servers at {server} takes writing now: each follows another one, or is set to be only read. So "
        "it is while another one takes over, for example; try again in a moment.",
        details={"server": str(server)},
    )


def _silent(server: Server) -> Fault:
    return Fault(
        "server-silent",
        f"No database server answers at {server}. Try again when it is there.",
        details={"server": str(server)},
    )


_SETTINGS = b"SELECT name, setting FROM pg_catalog.pg_settings WHERE name = ANY (%s)"
