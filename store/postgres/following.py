"""A server that follows another one: how far it has come, and that nothing is written there.

What a replica does not know is what it has not received. So it is told how much it has received and not applied, when
the newest change that it applied was made, and whether anything still comes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import psycopg

from engine.errors import Fault, Refused
from store.postgres.address import Server
from store.postgres.connecting import Driver
from store.postgres.faults import translate


@dataclass(frozen=True, slots=True, kw_only=True)
class Following:
    """How a replica follows its primary.

    `pending_bytes` were received and are not yet applied. `age_seconds` is how long ago the newest change that was
    applied was made; None when none was since the replica started. `primary` is where the changes come from, as far as
    this login may know.
    """

    connected: bool
    pending_bytes: int
    age_seconds: int | None
    primary: str | None

    @property
    def state(self) -> str:
        """`current`, as far as the replica can tell; `behind`; or `cut-off`, when nothing comes any more."""
        return "cut-off" if not self.connected else "behind" if self.pending_bytes else "current"


def following(driver: Driver) -> Following | None:
    """Tells how the server follows another one; None when it follows none."""
    # A server says this by itself when a session begins and when it changes; before version 14 it has to be asked.
    if driver.info.parameter_status("in_hot_standby") == "off":
        return None
    try:
        row: tuple[Any, ...] | None = driver.execute(_STANDING).fetchone()
    except psycopg.Error as error:
        raise translate(error) from error
    if row is None or not row[0]:
        return None
    _, connected, pending, age, host, port = row
    return Following(
        connected=bool(connected),
        pending_bytes=max(0, int(pending or 0)),
        age_seconds=None if age is None else max(0, round(age)),
        primary=f"{host}:{port}" if host else None,
    )


def refuse_reader(driver: Driver, server: Server) -> None:
    """Makes sure that the server takes writing.

    Raises:
        Refused: `replica`, it follows another one.
        Fault: `read-only`, it is set so.
    """
    found = following(driver)
    if found is not None:
        database = urlsplit(str(server)).path
        raise Refused(
            "replica",
            f"{server} is a replica: it follows another server and is only read. Nothing was stored; write to the "
            "server that it follows.",
            try_next=f"ohjaus --db postgresql://{found.primary or 'USER@HOST'}{database or '/DATABASE'} db check",
            details={"server": str(server)},
        )
    row = driver.execute(b"SELECT pg_catalog.current_setting('transaction_read_only')").fetchone()
    if row is not None and row[0] == "on":
        raise Fault("read-only", f"{server} cannot be written, only read. Nothing was stored.")


_STANDING = b"""
    SELECT pg_catalog.pg_is_in_recovery(), r.pid IS NOT NULL,
        pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_last_wal_receive_lsn(), pg_catalog.pg_last_wal_replay_lsn()),
        extract(epoch FROM pg_catalog.clock_timestamp() - pg_catalog.pg_last_xact_replay_timestamp())::float8,
        r.sender_host, r.sender_port
    FROM (SELECT) one LEFT JOIN pg_catalog.pg_stat_wal_receiver r ON true
"""
