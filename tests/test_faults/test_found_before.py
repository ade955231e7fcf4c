"""What the injected faults have found before, each as a test of its own."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from engine.errors import Fault, IntegrityBroken
from store import integrity
from store.connection import SqliteDatabase, open_database
from store.open_log import create_log, open_log
from store.projections.standard import STANDARD
from tests.contracts.builders import SetClock, command
from tests.faults.failing import FOR_GOOD, lines_of
from tests.faults.layer import compiled
from tests.faults.ledger import CannotRun
from tests.test_cli.conftest import copy_with_persons, filled, invoke, stand_in
from tests.test_store.writer import both_streams

__all__ = ["filled"]


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A log without events, in a folder of its own, with nothing of the machine's settings."""
    stand_in(monkeypatch, tmp_path)
    create_log(tmp_path / "kites.db", SetClock())
    return tmp_path / "kites.db"


def no_memory(*_: object, **__: object) -> sqlite3.Connection:
    """What opening a database does without memory."""
    raise MemoryError


def test_a_forged_checkpoint_is_told_as_one(database: Path) -> None:
    """A checkpoint whose text was changed after it was signed is a sentence with its code, and no fault of ours."""
    for words in (("key", "init"), ("checkpoint", "--out", "kept.note")):
        assert invoke("audit", *words, "--db", str(database)).exit_code == 0
    kept = database.with_name("kept.note")
    kept.write_text(kept.read_text(encoding="utf-8").replace("\n0\n", "\n7\n", 1), encoding="utf-8")
    result = invoke("audit", "verify", "--checkpoints", "kept.note", "--db", str(database))
    assert (result.exit_code, "[note-signature-false]" in result.stdout) == (7, True), result.stdout + result.stderr


def test_a_database_is_not_opened_without_memory(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no memory to open a file with, that is said."""
    monkeypatch.setattr("sqlite3.connect", no_memory)
    with pytest.raises(Fault) as caught:
        open_database(database)
    assert caught.value.code == "out-of-memory"


def test_a_schema_is_not_compared_without_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor is memory taken for granted where the declared schema is made to be compared."""
    monkeypatch.setattr("sqlite3.connect", no_memory)
    with pytest.raises(Fault) as caught:
        integrity.declared_schema(STANDARD)
    assert caught.value.code == "out-of-memory"


def test_a_log_is_not_made_without_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where memory runs out while a log is made, that is said, and nothing is left behind."""
    monkeypatch.setattr("sqlite3.connect", no_memory)
    with pytest.raises(Fault) as caught:
        create_log(tmp_path / "kites.db", SetClock())
    assert (caught.value.code, list(tmp_path.iterdir())) == ("out-of-memory", [])


@pytest.mark.parametrize("times", [1, FOR_GOOD])
def test_a_disk_that_is_not_read_is_not_called_damaged(times: int, tmp_path: Path) -> None:
    """SQLite calls a page damaged that the disk did not give; we look again, and say that the disk was not read."""
    try:
        library = compiled(tmp_path)
    except CannotRun as reason:
        pytest.skip(f"FAILING READS WERE NOT PUT TO THE TEST: {reason}")
    (tmp_path / "append").mkdir()
    told = list(lines_of(tmp_path / "append", library, "append", 100, f"EIO:{times}:2:6"))
    assert [one["broken"] for one in told if one["broken"]] == []
    codes = {one["told"] for one in told}
    assert "disk-unreadable" in codes
    assert "database-damaged" not in codes


def damaged(path: Path, *, page: int, at: int) -> None:
    """Overwrites sixty bytes of a page."""
    content = bytearray(path.read_bytes())
    here = 4096 * (page - 1) + at
    content[here : here + 60] = b"\xee" * 60
    path.write_bytes(content)


def test_a_page_that_is_damaged_is_called_so(database: Path) -> None:
    """Looking again does not take damage for a disk that was not read."""
    with open_log(database, SetClock()) as opened:
        for number in range(40):
            opened.log.append(both_streams(0, number), command(f"0-{number}"))
    with sqlite3.connect(database) as driver:
        (root,) = driver.execute("SELECT rootpage FROM sqlite_master WHERE name = 'events'").fetchone()
    driver.close()
    damaged(database, page=root, at=0)
    with pytest.raises(IntegrityBroken) as caught, open_log(database, SetClock(), read_only=True) as opened:
        list(opened.log.read())
    assert caught.value.code == "database-damaged"


def test_a_header_that_no_software_writes_is_damage(database: Path) -> None:
    """A schema format that does not exist is said to be damage, and not a fault of the machine."""
    content = bytearray(database.read_bytes())
    content[44:48] = (200).to_bytes(4, "big")
    database.write_bytes(content)
    with pytest.raises(IntegrityBroken) as caught:
        open_database(database)
    assert caught.value.code == "database-damaged"


def test_a_length_beyond_any_is_damage(database: Path) -> None:
    """A damaged length in a record makes SQLite speak of something too big; nothing that big was ever recorded."""
    with closing(open_database(database)) as opened:
        asked = "SELECT zeroblob(2000000000)"
        with pytest.raises(IntegrityBroken) as read:
            opened.run(asked)
        with pytest.raises(Fault) as recorded, opened.writing():
            opened.run(asked)
    assert (read.value.code, recorded.value.code) == ("database-damaged", "too-big")


def test_a_column_of_another_name_is_damage(database: Path) -> None:
    """A changed letter in the file's own list of tables is told as damage, and not as a fault of the machine."""
    with closing(sqlite3.connect(database)) as changed:
        changed.execute("ALTER TABLE projections RENAME COLUMN position TO posit1on")
    result = invoke("case", "list", "--db", str(database))
    assert (result.exit_code, "[database-damaged]" in result.stderr) == (7, True), result.stderr


def test_a_writer_asks_again_and_again_for_its_turn(database: Path) -> None:
    """Whoever has waited long asks as often as whoever came just now; else some of many never came to their turn."""
    with open_log(database, SetClock()) as opened, closing(sqlite3.connect(database, isolation_level=None)) as other:
        assert isinstance(opened.database, SqliteDatabase)
        asked: list[str] = []

        def ask(statement: str) -> None:
            asked.append(statement)
            # The other one lets go when it has been asked for the fifth time.
            if asked.count("BEGIN IMMEDIATE") == 5 and other.in_transaction:
                other.execute("ROLLBACK")

        opened.database.driver.set_trace_callback(ask)
        other.execute("BEGIN IMMEDIATE")
        opened.log.append(both_streams(0, 0), command("0-0"))
    assert asked.count("BEGIN IMMEDIATE") >= 5


def test_a_kept_row_that_no_event_gives_is_told(database: Path) -> None:
    """A list of cases does not stumble over a damaged row of what is kept beside the log; it says that it is one."""
    with open_log(database, SetClock()) as opened:
        opened.log.append(both_streams(0, 0), command("0-0"))
    with closing(sqlite3.connect(database, isolation_level=None)) as driver:
        driver.execute("UPDATE projection_cases SET opened_on = 'no day'")
    result = invoke("case", "list", "--db", str(database))
    assert (result.exit_code, "[projection-unreadable]" in result.stderr) == (7, True), result.stderr
    with open_log(database, SetClock(), read_only=True) as opened, pytest.raises(IntegrityBroken) as caught:
        opened.index.cases_in("kite")
    assert caught.value.code == "projection-unreadable"


def test_a_kept_right_that_no_event_gives_is_told(database: Path) -> None:
    """Nor does the index of rights, for one person, for administrators, for all, or for whether they are on."""
    with open_log(database, SetClock()) as opened:
        opened.log.append(both_streams(0, 0), command("0-0"))
    with closing(sqlite3.connect(database, isolation_level=None)) as driver:
        driver.execute(
            "INSERT INTO projection_grants (grant_id, person, role, valid_from, issuers, position) VALUES "
            "('made-up', 'made-up', 'administrator', 'no day', NULL, 1), ('made-up', '', NULL, NULL, 'no list', 1)"
        )
    with open_log(database, SetClock(), read_only=True) as opened:
        asked = (
            opened.grants.every,
            opened.grants.administrators,
            lambda: opened.grants.of("made-up"),
            opened.grants.enabled,
        )
        for ask in asked:
            with pytest.raises(IntegrityBroken) as caught:
                ask()
            assert caught.value.code == "projection-unreadable"


def test_a_damaged_key_store_is_told_without_what_stands_in_it(database: Path, filled: Path) -> None:
    """Text that is none, in the key store of persons, is damage; nothing of it comes into the sentence."""
    copy_with_persons(filled, database.with_name("demo.db"))
    with closing(sqlite3.connect(database.with_name("demo.db.persons"), isolation_level=None)) as driver:
        driver.execute("UPDATE persons SET spoken = CAST(x'ff6b65707420' || 'secret' AS TEXT)")
    result = invoke("person", "check", "--db", "demo.db")
    assert (result.exit_code, "[persons-damaged]" in result.stderr) == (7, True), result.stderr
    assert "secret" not in result.stderr + result.stdout


def schema_of(persons: Path) -> str:
    with closing(sqlite3.connect(persons)) as driver:
        return str(driver.execute("SELECT sql FROM sqlite_master WHERE name = 'persons'").fetchone()[0])


def declare(persons: Path, sql: str) -> None:
    with closing(sqlite3.connect(persons, isolation_level=None)) as driver:
        driver.execute("PRAGMA writable_schema = 1")
        driver.execute("UPDATE sqlite_master SET sql = ? WHERE name = 'persons'", (sql,))


@pytest.mark.parametrize("column", ["reference", "key", "looked_up", "spoken", "sealed", "created_at"])
def test_a_person_of_another_kind_than_any_is_damage(column: str, database: Path, filled: Path) -> None:
    """What a damaged page gives for text or bytes may be a number, or the one for the other."""
    copy_with_persons(filled, database.with_name("demo.db"))
    persons = database.with_name("demo.db.persons")
    other = "x'70'" if column not in ("key", "sealed") else "'made up'"
    # The table takes nothing of another kind: as on a damaged page it gets there past the table's own watch.
    declared = schema_of(persons)
    declare(persons, declared.replace(" STRICT", ""))
    with closing(sqlite3.connect(persons, isolation_level=None)) as driver:
        driver.execute(f"UPDATE persons SET {column} = {other}")
    declare(persons, declared)
    for words in (("person", "check"), ("person", "list"), ("case", "history", "evaluation-15-2025")):
        result = invoke(*words, "--db", "demo.db")
        assert "[unexpected]" not in result.stderr, result.stderr
        assert (result.exit_code, "[persons-damaged]" in result.stderr) in ((7, True), (0, False)), result.stderr


@pytest.mark.parametrize("words", [("case", "list"), ("audit", "security"), ("audit", "verify"), ("doctor", "--gate")])
def test_a_log_of_a_name_that_no_disk_takes_is_refused(words: tuple[str, ...], database: Path) -> None:
    """The name is what is wrong, and not the machine; it is shown in part."""
    del database
    result = invoke(*words, "--db", "9" * 400)
    assert result.exit_code in (8, 9), result.stderr
    assert ("path-unreachable" in result.stderr + result.stdout, "9" * 200 in result.stderr) == (True, False)
