"""Signs of life beside the record: written over, forgotten in time, and no part of anything that is verified."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from engine.errors import Fault, Refused
from store import integrity, migrate
from store.connection import open_database
from store.heartbeat import Heartbeat, Heartbeats, Mark
from store.open_log import OpenLog, open_log
from store.schema import EXPECTED_REVISION
from tests.contracts.builders import SetClock, command, opening, write

NOON = datetime(2031, 6, 21, 12, tzinfo=UTC)
BEAT = Heartbeat(
    scheduler="castle:7",
    kind="run",
    software="0.1.0",
    started_at=NOON - timedelta(hours=1),
    beat_at=NOON,
    fired=3,
    boot="the first start",
    next_at=NOON + timedelta(days=1),
    trusted=Mark(NOON, 4000.25),
)


def test_a_sign_is_written_over_the_last_one(opened: OpenLog) -> None:
    """Each scheduler has one sign, the newest; the newest of all comes first, and nothing of it is lost."""
    heartbeats = Heartbeats(opened.database)
    later = replace(BEAT, beat_at=NOON + timedelta(minutes=1), fired=4, next_at=None, stopped_at=NOON)
    doubting = replace(BEAT, scheduler="cave:1", doubt="set", doubted=Mark(NOON, 4001.5), trusted=None)
    for sign in (BEAT, doubting, later):
        heartbeats.beat(sign)
    assert heartbeats.all() == (later, doubting)


def test_what_beat_long_ago_is_forgotten(opened: OpenLog) -> None:
    """Schedulers that are gone do not pile up; those who beat at that very moment are kept."""
    heartbeats = Heartbeats(opened.database)
    old = replace(BEAT, scheduler="ruin:1", beat_at=NOON - timedelta(days=31))
    heartbeats.beat(old)
    heartbeats.beat(BEAT, forget_before=NOON)
    assert heartbeats.all() == (BEAT,)


def test_a_sign_that_cannot_be_read_is_left_out(opened: OpenLog) -> None:
    """Somebody who writes into the file by hand stops no scheduler."""
    heartbeats = Heartbeats(opened.database)
    heartbeats.beat(BEAT)
    for number, moment in enumerate(("yesterday", "2031-06-21T12:00:00")):
        heartbeats.beat(replace(BEAT, scheduler=f"cellar:{number}"))
        opened.database.run("UPDATE heartbeats SET beat_at = ? WHERE scheduler = ?", (moment, f"cellar:{number}"))
    assert heartbeats.all() == (BEAT,)


def test_a_sign_is_no_part_of_what_is_verified(opened: OpenLog) -> None:
    """Events, chain and projections are as they were, and the schema is the declared one."""
    opened.log.append([write("kite-1", 0, opening())], command("c1"))
    before = opened.log.head()
    Heartbeats(opened.database).beat(BEAT)
    assert opened.log.head() == before
    assert integrity.check_chain(opened.log) == integrity.Report("chain", 1)
    assert integrity.check_schema(opened.database, opened.projections.projections).ok
    assert integrity.check_projections(opened.projections).ok


def test_whoever_reads_only_leaves_no_sign(path: Path, clock: SetClock) -> None:
    """A log that is open for reading takes none."""
    with open_log(path, clock, read_only=True) as opened, pytest.raises(Fault) as caught:
        Heartbeats(opened.database).beat(BEAT)
    assert caught.value.code == "read-only"


def test_the_database_tells_its_own_time(opened: OpenLog) -> None:
    """It comes as an instant in UTC and does not run backwards."""
    heartbeats = Heartbeats(opened.database)
    first, second = heartbeats.database_now(), heartbeats.database_now()
    assert (first.utcoffset(), first <= second) == (timedelta(0), True)


def test_a_log_without_the_table_is_upgraded_and_keeps_its_events(path: Path, clock: SetClock) -> None:
    """A log of the first revision is refused with what to do; upgraded, it is what is made today."""
    with open_log(path, clock) as opened:
        opened.log.append([write("kite-1", 0, opening())], command("c1"))
        head = opened.log.head()
    with closing(sqlite3.connect(path)) as driver, driver:
        driver.execute("DROP TABLE heartbeats")
        driver.execute("DROP TABLE security_log")
        driver.execute("UPDATE alembic_version SET version_num = '0001'")
    with pytest.raises(Refused) as caught:
        open_log(path, clock)
    assert (caught.value.code, caught.value.try_next) == ("log-older", "ohjaus db upgrade")
    assert migrate.upgrade(path) == ("0002", "0003", "0004")
    with closing(open_database(path)) as database:
        assert migrate.applied(database) == EXPECTED_REVISION
    with open_log(path, clock) as opened:
        assert opened.log.head() == head
        Heartbeats(opened.database).beat(BEAT)
        assert Heartbeats(opened.database).all() == (BEAT,)
        assert integrity.check_schema(opened.database, opened.projections.projections).ok


def test_a_kind_of_its_own_is_refused(opened: OpenLog) -> None:
    """The table knows schedulers that run and single ticks, and nothing else."""
    with pytest.raises(Fault):
        Heartbeats(opened.database).beat(replace(BEAT, kind="stroll"))
