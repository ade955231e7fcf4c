"""The logs in memory and on SQLite keep the contract of the port."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from engine.ports import EventLog
from store.event_log import SqliteEventLog
from store.memory_log import MemoryEventLog
from store.open_log import OpenLog
from tests.contracts.builders import SetClock
from tests.contracts.event_log import Acknowledged, EventLogContract, Race
from tests.test_store import processes
from tests.test_store.writer import append_until_recorded


class TestMemoryEventLog(EventLogContract):
    @pytest.fixture
    def log(self, clock: SetClock) -> MemoryEventLog:
        return MemoryEventLog(clock=clock)

    @pytest.fixture
    def race(self, log: MemoryEventLog) -> Race:
        return lambda writers, times, streams: in_threads(log, writers, times, streams)


class TestSqliteEventLog(EventLogContract):
    @pytest.fixture
    def log(self, opened: OpenLog) -> SqliteEventLog:
        return opened.log

    @pytest.fixture
    def race(self, path: Path) -> Race:
        if not hasattr(os, "fork"):
            pytest.skip("this system starts no processes by forking; the writers of the race need that")
        return lambda writers, times, streams: processes.race(path, writers, times, streams)


class TestSqliteEventLogSharedByThreads(EventLogContract):
    """One open log may be shared by the threads of a process."""

    @pytest.fixture
    def log(self, opened: OpenLog) -> SqliteEventLog:
        return opened.log

    @pytest.fixture
    def race(self, log: SqliteEventLog) -> Race:
        return lambda writers, times, streams: in_threads(log, writers, times, streams)


def in_threads(log: EventLog, writers: int, times: int, streams: int) -> list[Acknowledged]:
    def write(writer: int) -> list[Acknowledged]:
        told = []
        for number in range(times):
            command_id, stream = f"w{writer}-{number}", f"kite-{(writer + number) % streams}"
            told.append(Acknowledged(command_id, stream, *append_until_recorded(log, command_id, stream)))
        return told

    with ThreadPoolExecutor(writers) as pool:
        return [one for told in pool.map(write, range(writers)) for one in told]
