"""Appending on PostgreSQL by one writer and by sixteen, beside plain psycopg under one advisory lock.

Each writer is a process of its own that begins when it is told to. The server is the one that `OHJAUS_TEST_POSTGRES`
names, or an embedded one; without either there are no rows.

`python -m tests.benchmarks.server ADDRESS ours|plain NAME TIMES` is one writer.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

from store.open_log import create_log, open_log
from store.postgres.address import parse_server
from tests.benchmarks import floor
from tests.benchmarks.measure import Row, Timed, rates, timed
from tests.contracts.builders import SetClock, command, draft, opening, write
from tests.test_postgres.server import VARIABLE, Embedded, binaries
from tests.test_store.processes import ROOT

_APPENDS = 640
_WRITERS = (1, 16)
_LOCK = 99


def rows(folder: Path, *, rounds: int, events: int) -> Iterator[Row]:
    """Yields a row for each number of writers; each round is in a database of its own."""
    del folder, events
    with _administration() as address:
        for writers in _WRITERS if address else ():
            names = (f"kites_{os.getpid()}_{writers}_{number}" for number in count())
            ours = _raced(address, "ours", writers, names)
            found = rates(rounds, ours=ours, psycopg=_raced(address, "plain", writers, names))
            told = f"append on PostgreSQL, {writers} writer{'s' if writers > 1 else ''}"
            yield Row(told, "events/s", found.pop("ours"), found, "none; psycopg is the floor")


@contextmanager
def _administration() -> Iterator[str]:
    named, place = os.environ.get(VARIABLE), binaries()
    if named or place is None:
        yield named or ""
        return
    server = Embedded(place)
    try:
        yield server.address
    finally:
        server.close()


def _raced(administration: str, kind: str, writers: int, names: Iterator[str]) -> Timed:
    def once() -> tuple[int, float]:
        name = next(names)
        with psycopg.connect(administration, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
            address = urlunsplit(urlsplit(administration)._replace(path=f"/{name}"))
            try:
                _prepare(address, kind)
                return _race(address, kind, writers)
            finally:
                connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())

    return once


def _race(address: str, kind: str, writers: int) -> tuple[int, float]:
    times = str(_APPENDS // writers)
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.benchmarks.server", address, kind, f"w{number}", times],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(writers)
    ]
    for one in started:
        assert one.stdout is not None
        assert one.stdout.readline() == "ready\n"

    def run() -> int:
        for one in started:
            assert one.stdin is not None
            one.stdin.write("go\n")
            one.stdin.flush()
        for one in started:
            assert one.stdout is not None
            assert one.stdout.readline() == "done\n"
        return _APPENDS // writers * writers

    found = timed(run)
    for one in started:
        one.communicate()
    return found


def _prepare(address: str, kind: str) -> None:
    if kind == "ours":
        create_log(parse_server(address), SetClock())
        return
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(
            b"CREATE TABLE events (position BIGINT PRIMARY KEY, stream TEXT, version BIGINT, event_id TEXT UNIQUE,"
            b" type TEXT, recorded_at TEXT, command_id TEXT, canonical BYTEA, hash TEXT, UNIQUE (stream, version))"
        )


def _begin() -> None:
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()


def _append(address: str, name: str, times: int) -> None:
    """Appends one event a command to a stream of its own, with chain, checks and projections."""
    with open_log(parse_server(address), SetClock()) as opened:
        opened.log.append([write(name, 0, opening())], command(name))
        _begin()
        for number in range(times):
            opened.log.append([write(name, number + 1, draft())], command(f"{name}-{number}"))


def _insert(address: str, name: str, times: int) -> None:
    """Inserts as many rows with gapless positions, and does nothing else."""
    body = json.dumps(floor.EVENT).encode()
    with psycopg.connect(address, autocommit=True) as connection:
        _begin()
        for number in range(times):
            with connection.transaction():
                connection.execute(b"SELECT pg_advisory_xact_lock(%s)", [_LOCK])
                found = connection.execute(b"SELECT coalesce(max(position), 0) + 1 FROM events").fetchone()
                assert found is not None
                told = (found[0], name, number, f"{name}-{number}", "t", "2025-10-30", name, body, "0" * 64)
                connection.execute(b"INSERT INTO events VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)", told)


if __name__ == "__main__":
    work = {"ours": _append, "plain": _insert}[sys.argv[2]]
    work(sys.argv[1], sys.argv[3], int(sys.argv[4]))
    sys.stdout.write("done\n")
