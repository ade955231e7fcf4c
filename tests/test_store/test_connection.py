"""The settings that the promises rest on, waiting for one's turn, and faults in our own words."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from engine.errors import Fault, IntegrityBroken, OhjausError
from store.connection import SqliteDatabase, settings
from store.faults import translate
from store.open_log import OpenLog, open_log
from tests.contracts.builders import SetClock, command, draft, opening, write

SAFE = {
    "trusted_schema": 0,
    "cell_size_check": 1,
    "synchronous": 2,
    "fullfsync": 1,
    "checkpoint_fullfsync": 1,
    "busy_timeout": 30000,
    "foreign_keys": 1,
    "recursive_triggers": 1,
}


@pytest.mark.parametrize(
    ("read_only", "expected"),
    [
        # A writer asks for its turn again and again instead of leaving the driver to wait.
        (False, {**SAFE, "busy_timeout": 20, "journal_mode": "wal", "query_only": 0}),
        (True, {**SAFE, "query_only": 1, "temp_store": 2}),
    ],
    ids=["writing", "reading"],
)
def test_every_setting_is_in_force(
    path: Path, clock: SetClock, expected: dict[str, object], *, read_only: bool
) -> None:
    """What must be set is read back from the connection itself; how the log is written is its writers' business."""
    with open_log(path, clock, read_only=read_only) as opened:
        found = {name: opened.database.run(f"PRAGMA {name}")[0][0] for name in settings(30, read_only=read_only)}
    assert found == expected


def test_a_setting_that_is_not_taken_is_a_fault(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database that does not take a setting is not used."""
    monkeypatch.setattr("store.connection.settings", lambda patience_seconds, *, read_only: {"synchronous": 7})
    with pytest.raises(Fault) as caught:
        SqliteDatabase(path)
    assert caught.value.code == "setting-not-in-force"


def test_a_log_in_another_journal_mode_is_set_right(path: Path, clock: SetClock) -> None:
    """A log that somebody took out of WAL comes back to it."""
    driver = sqlite3.connect(path)
    driver.execute("PRAGMA journal_mode = delete")
    driver.close()
    with open_log(path, clock) as opened:
        assert opened.database.run("PRAGMA journal_mode") == [("wal",)]


def test_a_log_that_is_only_read_is_not_written(path: Path, clock: SetClock) -> None:
    """An append to a log that was opened for reading is refused, and SQLite itself would refuse as well."""
    with open_log(path, clock, read_only=True) as opened:
        with pytest.raises(Fault) as caught:
            opened.log.append([write("kite-1", 0, opening())], command("c1"))
        assert caught.value.code == "read-only"
        with pytest.raises(Fault) as caught:
            opened.database.run("DELETE FROM projections")
        assert caught.value.code == "read-only"


def test_a_writer_waits_for_its_turn_and_then_gives_up(path: Path, clock: SetClock) -> None:
    """When another writer does not let go, the append ends with a clear fault and nothing stored; then it works."""
    other = sqlite3.connect(path, isolation_level=None)
    with open_log(path, clock, patience_seconds=0.05) as opened:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Fault) as caught:
            opened.log.append([write("kite-1", 0, opening())], command("c1"))
        other.execute("ROLLBACK")
        other.close()
        assert (caught.value.code, opened.log.head().position) == ("log-busy", 0)
        assert not opened.log.append([write("kite-1", 0, opening())], command("c1")).replayed


def test_a_full_disk_stores_nothing_and_later_works_again(opened: OpenLog) -> None:
    """When the file may not grow the append ends with a clear fault, reading works, and so does the next append."""
    opened.log.append([write("kite-1", 0, opening())], command("c1"))
    (pages,) = opened.database.run("PRAGMA page_count")[0]
    opened.database.run(f"PRAGMA max_page_count = {pages}")
    large = draft(data={"text": "x" * 100_000})
    with pytest.raises(Fault) as caught:
        opened.log.append([write("kite-1", 1, large)], command("c2"))
    assert (caught.value.code, opened.log.version("kite-1")) == ("disk-full", 1)
    opened.database.run("PRAGMA max_page_count = 1000000")
    assert opened.log.append([write("kite-1", 1, large)], command("c2")).events[0].position == 2


def test_an_append_inside_an_append_is_a_fault(opened: OpenLog) -> None:
    """The inner append is refused before it could end the outer one, which goes on."""
    with opened.database.writing():
        with pytest.raises(Fault, match="inside another"):
            opened.log.append([write("kite-1", 0, opening())], command("c1"))
        assert isinstance(opened.database, SqliteDatabase)
        assert opened.database.driver.in_transaction


def test_an_error_of_a_projection_undoes_the_append(opened: OpenLog, monkeypatch: pytest.MonkeyPatch) -> None:
    """When what is brought along fails, the event is not stored either."""
    opened.log.append([write("kite-1", 0, opening())], command("c1"))
    broken = draft("case.diary_number_assigned", data={})
    with pytest.raises(KeyError):
        opened.log.append([write("kite-1", 1, broken)], command("c2"))
    assert (opened.log.version("kite-1"), opened.projections.compare()[0].equal) == (1, True)


def driver_error(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("near SELECT: secret statement")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "expected", "kind"),
    [
        (sqlite3.SQLITE_BUSY, "log-busy", Fault),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "log-busy", Fault),
        (sqlite3.SQLITE_LOCKED, "log-busy", Fault),
        (sqlite3.SQLITE_FULL, "disk-full", Fault),
        (sqlite3.SQLITE_IOERR, "io-error", Fault),
        (sqlite3.SQLITE_IOERR_FSYNC, "io-error", Fault),
        (sqlite3.SQLITE_IOERR_READ, "disk-unreadable", Fault),
        (sqlite3.SQLITE_IOERR_CORRUPTFS, "disk-unreadable", Fault),
        (sqlite3.SQLITE_READONLY, "read-only", Fault),
        (sqlite3.SQLITE_CANTOPEN, "cannot-open", Fault),
        (sqlite3.SQLITE_NOMEM, "out-of-memory", Fault),
        (sqlite3.SQLITE_TOOBIG, "too-big", Fault),
        (sqlite3.SQLITE_CORRUPT, "database-damaged", IntegrityBroken),
        (sqlite3.SQLITE_NOTADB, "database-damaged", IntegrityBroken),
        (sqlite3.SQLITE_CONSTRAINT_TRIGGER, "append-refused", IntegrityBroken),
        (sqlite3.SQLITE_ERROR, "storage-failed", Fault),
    ],
)
def test_each_failure_has_a_code_and_says_that_nothing_was_stored(
    code: int, expected: str, kind: type[OhjausError]
) -> None:
    """The driver's error and SQLAlchemy's around it give the same: our code, our words, no statement."""
    error = driver_error(code)
    for raised in (error, OperationalError("SELECT secret", {}, error)):
        found = translate(raised)
        assert (found.code, type(found)) == (expected, kind)
        assert "Nothing was stored" in found.message
        assert "SELECT" not in found.message + str(found.details)


def test_our_own_errors_and_memory_are_translated_too() -> None:
    """What is ours already stays as it is; a lack of memory is a fault like the others."""
    ours = Fault("append-empty", "ours")
    assert (translate(ours), translate(MemoryError()).code) == (ours, "out-of-memory")
