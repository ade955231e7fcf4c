"""The log on a server keeps the contract of the port, as the one in memory and the one in a file do.

In an ordinary run its racing writers append 20 times each; with OHJAUS_LONG=1 as often as over a file.
"""

from __future__ import annotations

import pytest

from store.event_log import SqliteEventLog
from store.open_log import OpenLog
from store.postgres.address import Server
from store.postgres.database import PostgresDatabase
from tests.contracts.event_log import Acknowledged, EventLogContract, Race
from tests.doses import LONG
from tests.test_store import processes
from tests.test_store.test_event_log_contract import in_threads


class TestEventLogOnAServer(EventLogContract):
    appends_a_writer = EventLogContract.appends_a_writer if LONG else 20

    @pytest.fixture
    def log(self, opened: OpenLog) -> SqliteEventLog:
        return opened.log

    @pytest.fixture
    def race(self, server: Server) -> Race:
        return lambda writers, times, streams: processes.race(server, writers, times, streams)


def test_one_open_log_may_be_shared_by_threads(opened: OpenLog) -> None:
    """Four threads over one session lose nothing: what each was told is what the log holds."""
    told = in_threads(opened.log, 4, 10, 3)
    stored = [Acknowledged(one.command_id, one.stream, one.version, one.position) for one in opened.log.read()]
    assert sorted(told, key=lambda one: one.position) == stored
    assert [one.position for one in stored] == list(range(1, 41))


def test_a_session_that_answers_no_more_is_left_behind(opened: OpenLog) -> None:
    """What is broken off in the middle of an answer leaves its session busy: the next append takes another one."""
    database = opened.database
    assert isinstance(database, PostgresDatabase)
    session = database.driver

    def broken_off() -> None:
        with database.writing():
            session.pgconn.send_query(b"SELECT pg_sleep(0.3)")
            raise ConnectionAbortedError("made up")

    with pytest.raises(ConnectionAbortedError):
        broken_off()
    assert session.closed
    assert in_threads(opened.log, 1, 1, 1)[0].position == 1
