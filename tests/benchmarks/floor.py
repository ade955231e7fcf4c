"""The floor: plain sqlite3 doing the least that could be called the same, with the same durable settings."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from pathlib import Path

EVENT = {
    "data": {"amount_cents": 2_600_000_00, "on": "2025-10-30", "text": "x" * 200},
    "effective_on": "2025-10-30",
    "recorded_by": {"person": "nobody@example.invalid", "role": "vm"},
    "stream": "made-up-99-2025",
    "type": "made_up.happened",
}
"""A made-up event of about 400 bytes, the size that the published figures of other stores used."""


def connect(path: Path) -> sqlite3.Connection:
    """Opens a database with the settings that make a commit durable, and one table of events."""
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    database.execute(
        "CREATE TABLE IF NOT EXISTS events (position INTEGER PRIMARY KEY, stream TEXT, version INTEGER,"
        " event_id TEXT UNIQUE, type TEXT, recorded_at TEXT, command_id TEXT, canonical BLOB, hash TEXT,"
        " UNIQUE (stream, version))"
    )
    return database


def append(database: sqlite3.Connection, *, first: int, count: int, a_transaction: int, streams: int = 21) -> int:
    """Inserts `count` events, `a_transaction` of them in each durable transaction."""
    body = json.dumps(EVENT).encode()
    for start in range(first, first + count, a_transaction):
        database.execute("BEGIN IMMEDIATE")
        database.executemany(
            "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (number, f"s{number % streams}", number, str(number), "t", "2025-10-30", str(number), body, "0" * 64)
                for number in range(start, min(start + a_transaction, first + count))
            ],
        )
        database.execute("COMMIT")
    return count


def read_and_decode(database: sqlite3.Connection, stream: str | None = None) -> int:
    """Reads events, of one stream or of the whole table, and decodes each with the standard library."""
    rows: Iterable[tuple[bytes]] = (
        database.execute("SELECT canonical FROM events WHERE stream = ? ORDER BY version", (stream,))
        if stream
        else database.execute("SELECT canonical FROM events ORDER BY position")
    )
    return sum(1 for (body,) in rows if json.loads(body))
