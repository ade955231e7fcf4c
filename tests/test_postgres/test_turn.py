"""Turns on a server: whoever was too late looks again and appends while nobody else can, in the order of asking."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest

from cli.messages import Words
from engine.errors import Conflict, Fault
from engine.law import LANGUAGES
from store.open_log import OpenLog, open_log
from store.postgres.address import Server
from store.postgres.database import PostgresDatabase
from store.postgres.layout import LOCK
from tests.contracts.builders import SetClock, command, draft, opening, write

WAITING = b"SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
WAIT_SECONDS = 30


def begin(opened: OpenLog) -> None:
    """The stream that they write to."""
    opened.log.append([write("kite-1", 0, opening())], command("c1"))


def append(opened: OpenLog, version: int, command_id: str) -> int:
    """Appends one event to it, and gives the event's position."""
    return opened.log.append([write("kite-1", version, draft())], command(command_id)).events[0].position


def let_queue(server: Server, so_many: int) -> None:
    """Waits until so many wait for the lock of appends."""
    latest = time.monotonic() + WAIT_SECONDS
    with psycopg.connect(server.conninfo, autocommit=True) as driver:
        while driver.execute(WAITING).fetchone() != (so_many,):
            assert time.monotonic() < latest, "nobody queues"
            time.sleep(0.01)


def test_nobody_else_appends_in_a_turn(server: Server, opened: OpenLog, clock: SetClock) -> None:
    """Others wait as long as asked, and are then told that the log is busy; after the turn they write."""
    begin(opened)
    with open_log(server, clock, patience_seconds=0.1) as other:
        with opened.log.turn():
            with pytest.raises(Fault) as caught:
                append(other, 1, "c2")
            assert append(opened, opened.log.version("kite-1"), "c3") == 2
        assert caught.value.code == "log-busy"
        assert append(other, 2, "c2") == 3


def test_turns_come_in_the_order_of_asking(server: Server, opened: OpenLog, clock: SetClock) -> None:
    """Who asked for a turn before another one appends finds what it has seen, and the other one comes too late."""
    begin(opened)

    def in_its_turn(late: OpenLog) -> int:
        with late.log.turn():
            return append(late, late.log.version("kite-1"), "in its turn")

    with ThreadPoolExecutor(2) as others, open_log(server, clock) as late, open_log(server, clock) as quick:
        with opened.log.turn():
            first = others.submit(in_its_turn, late)
            let_queue(server, 1)
            second = others.submit(append, quick, 1, "quick")
            let_queue(server, 2)
        assert first.result(WAIT_SECONDS) == 2
        with pytest.raises(Conflict) as caught:
            second.result(WAIT_SECONDS)
    assert caught.value.code == "version-conflict"


@pytest.mark.parametrize("lock", ["pg_advisory_lock", "pg_advisory_xact_lock"])
def test_whoever_waits_in_vain_is_told_by_whom(server: Server, opened: OpenLog, clock: SetClock, lock: str) -> None:
    """Given a session that asks for the lock by hand and keeps it, an append and a turn name its login and process."""
    begin(opened)
    with (
        psycopg.connect(server.conninfo) as holding,
        open_log(server, clock, patience_seconds=0.1) as other,
    ):
        holding.execute(f"SELECT {lock}({LOCK})".encode())
        held_by = f"{holding.info.user} ({holding.info.backend_pid})"
        with pytest.raises(Fault) as append_caught:
            append(other, 1, "c2")
        with pytest.raises(Fault) as turn_caught, other.log.turn():
            pass
        for fault in (append_caught.value, turn_caught.value):
            assert (fault.code, fault.details["held_by"]) == ("log-busy", held_by)
            assert all(held_by in Words(language).error(fault) for language in LANGUAGES)
        holding.rollback()
        holding.execute(b"SELECT pg_advisory_unlock_all()")
        assert append(other, 1, "c2") == 2


@pytest.mark.parametrize("gone", ["closed", "killed"])
def test_a_turn_ends_with_its_session(gone: str, server: Server, opened: OpenLog, clock: SetClock) -> None:
    """Whoever goes away in the middle of a turn holds up nobody, and can go on without it."""
    begin(opened)
    with open_log(server, clock) as other:
        assert isinstance(other.database, PostgresDatabase)
        with other.log.turn():
            if gone == "closed":
                other.close()
            else:
                with psycopg.connect(server.conninfo, autocommit=True) as driver:
                    driver.execute("SELECT pg_terminate_backend(%s)", [other.database.driver.info.backend_pid])
            assert append(opened, 1, "c2") == 2
            if gone == "killed":
                assert append(other, 2, "c3") == 3


def test_the_server_minds_a_session_that_falls_silent_in_its_turn(opened: OpenLog) -> None:
    """Within a turn a session may be idle for a minute, outside for as long as it likes."""
    database = opened.database
    assert isinstance(database, PostgresDatabase)
    if database.driver.info.server_version < 140_000:
        pytest.skip("NOT PUT TO THE TEST: PostgreSQL 13 lets idle sessions be")

    def allowed() -> object:
        return database.run("SHOW idle_session_timeout")[0][0]

    before = allowed()
    with opened.log.turn():
        assert allowed() == "1min"
    assert allowed() == before
