"""What somebody with the file in hand may try, and by which check each is refused or revealed.

`Attacker` is a plain SQLite connection without any of our settings, as a person with a database tool has it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest

from engine.envelope import Envelope, canonical, decode, event_hash
from engine.errors import IntegrityBroken, OhjausError
from store import integrity
from store.open_log import OpenLog, open_log
from store.schema import SQLITE_TRIGGERS
from tests.contracts.builders import SetClock, closing, command, deadline, draft, opening, task, write
from tests.doses import LONG

PLACES = 97 if LONG else 41
"""How many places of the file are overwritten; single bits are flipped by the thousand in `test_bit_flips`."""


@pytest.fixture
def filled(path: Path, clock: SetClock) -> Path:
    """A log with two cases and six events."""
    with open_log(path, clock) as opened:
        opened.log.append([write("kite-1", 0, opening(deadlines=(deadline(),), tasks=(task(),)))], command("c1"))
        opened.log.append([write("kite-1", 1, draft()), write("kite-2", 0, opening("98"))], command("c2"))
        clock.tick(hours=1)
        opened.log.append([write("kite-2", 1, draft(), draft()), write("kite-1", 2, closing())], command("c3"))
    return path


@contextmanager
def attacker(path: Path, *, disarmed: bool = False) -> Iterator[sqlite3.Connection]:
    """A plain connection; `disarmed` takes the triggers away for the time of the attack and puts them back after it."""
    driver = sqlite3.connect(path, isolation_level=None)
    try:
        for name in SQLITE_TRIGGERS if disarmed else ():
            driver.execute(f"DROP TRIGGER {name}")
        yield driver
        for sql in SQLITE_TRIGGERS.values() if disarmed else ():
            driver.execute(sql)
    finally:
        driver.close()


@pytest.mark.parametrize("when", ["yesterday", "2031-06-21T09:00:00"])
def test_nothing_is_appended_upon_an_event_without_a_time(filled: Path, clock: SetClock, when: str) -> None:
    """A newest event whose time is none, or lacks its zone, is damage: said so, and nothing is stored."""
    with attacker(filled, disarmed=True) as driver:
        driver.execute("UPDATE events SET recorded_at = ? WHERE position = 6", (when,))
    with open_log(filled, clock) as opened, pytest.raises(IntegrityBroken) as broken:
        opened.log.append([write("kite-9", 0, opening("97"))], command("c9"))
    assert broken.value.code == "columns-differ"


def test_a_table_whose_name_is_no_text_is_refused(filled: Path, clock: SetClock) -> None:
    """One flipped bit in the schema can make bytes of a name: the log is refused as damaged, and nothing stumbles."""
    with attacker(filled) as driver:
        driver.execute("PRAGMA writable_schema = 1")
        driver.execute("UPDATE sqlite_master SET name = CAST(name AS BLOB) WHERE name = 'heartbeats'")
    with pytest.raises(IntegrityBroken) as broken:
        open_log(filled, clock)
    assert broken.value.code == "schema-changed"


def codes(path: Path, clock: SetClock) -> dict[str, str | None]:
    """What each check finds first, by the name of the check."""
    with open_log(path, clock, read_only=True) as opened:
        return {
            report.name: report.first_fault.code if report.first_fault else None
            for report in (
                integrity.check_chain(opened.log),
                integrity.check_schema(opened.database, opened.projections.projections),
                integrity.check_projections(opened.projections),
            )
        }


SOUND = {"chain": None, "schema": None, "projections": None}
COPY = "position, stream, version, event_id, type, effective_on, recorded_at, command_id, canonical, hash"


def test_a_log_that_nobody_touched_is_sound(filled: Path, clock: SetClock) -> None:
    """Every check passes on a log as it was written."""
    assert codes(filled, clock) == SOUND


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events SET type = 'kite.lost' WHERE position = 2",
        "UPDATE events SET position = 99 WHERE position = 6",
        "DELETE FROM events WHERE position = 6",
        "DELETE FROM events",
        f"INSERT OR REPLACE INTO events SELECT {COPY} FROM events WHERE position = 6",
        f"REPLACE INTO events SELECT {COPY.replace('position', '7', 1)} FROM events WHERE position = 6",
        f"INSERT INTO events SELECT {COPY} FROM events WHERE position = 6 ON CONFLICT DO UPDATE SET type = 'x'",
        f"INSERT OR IGNORE INTO events SELECT {COPY} FROM events WHERE position = 6",
        f"INSERT INTO events SELECT {COPY.replace('position', '9', 1)} FROM events WHERE position = 6",
        "UPDATE log_identity SET value = 'another' WHERE name = 'log_id'",
        "UPDATE log_identity SET name = 'production', value = 'yes' WHERE name = 'log_id'",
        "DELETE FROM log_identity WHERE name = 'production'",
        "INSERT OR REPLACE INTO log_identity VALUES ('log_id', 'another')",
        "INSERT INTO log_identity VALUES ('log_id', 'x') ON CONFLICT DO UPDATE SET value = 'another'",
    ],
)
def test_what_is_recorded_cannot_be_changed_by_a_statement(filled: Path, clock: SetClock, statement: str) -> None:
    """Even a connection without our settings is refused by the triggers, and nothing has changed."""
    before = filled_rows(filled)
    with attacker(filled) as driver, pytest.raises(sqlite3.IntegrityError):
        driver.execute(statement)
    assert filled_rows(filled) == before
    assert codes(filled, clock) == SOUND


def filled_rows(path: Path) -> list[object]:
    with attacker(path) as driver:
        return (
            driver.execute("SELECT * FROM events").fetchall() + driver.execute("SELECT * FROM log_identity").fetchall()
        )


def test_the_production_mark_goes_one_way(opened: OpenLog) -> None:
    """A log may become production, again without effect, and never stops being so."""
    marks = [opened.identity.production]
    for _ in range(2):
        opened.mark_production()
        marks.append(opened.identity.production)
    assert marks == [False, True, True]
    assert isinstance(opened.database.path, Path)
    with attacker(opened.database.path) as driver, pytest.raises(sqlite3.IntegrityError):
        driver.execute("UPDATE log_identity SET value = 'no' WHERE name = 'production'")


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("stream", "'kite-9'"),
        ("version", "7"),
        ("event_id", "'another'"),
        ("type", "'kite.lost'"),
        ("effective_on", "'2031-06-22'"),
        ("recorded_at", "'2031-06-22T09:00:00.000000+00:00'"),
        ("command_id", "'c9'"),
        ("hash", "replace(hash, substr(hash, 1, 1), 'g')"),
        ("canonical", "CAST(replace(CAST(canonical AS TEXT), '999/2031', '998/2031') AS BLOB)"),
        ("canonical", "CAST(CAST(canonical AS TEXT) || ' ' AS BLOB)"),
        ("canonical", "x''"),
    ],
)
@pytest.mark.parametrize("position", [1, 3, 6], ids=["first", "middle", "last"])
def test_a_changed_column_is_revealed(filled: Path, clock: SetClock, column: str, value: str, position: int) -> None:
    """A change of any column of any event shows in the chain, though the triggers stand as before."""
    with attacker(filled, disarmed=True) as driver:
        driver.execute(f"UPDATE events SET {column} = {value} WHERE position = ?", (position,))
    with open_log(filled, clock, read_only=True) as opened:
        report = integrity.check_chain(opened.log)
        assert report.first_fault is not None
        assert (report.checked, report.first_fault.where) == (position - 1, f"event {position}")
        assert report.first_fault.code in {"columns-differ", "hash-differs"}
        assert integrity.check_schema(opened.database, opened.projections.projections).ok


def test_every_single_bit_of_an_event_counts(filled: Path, clock: SetClock) -> None:
    """Whichever bit of an event's bytes is flipped, the chain reveals it."""
    with attacker(filled) as driver:
        (stored,) = driver.execute("SELECT canonical FROM events WHERE position = 3").fetchone()
        for name in SQLITE_TRIGGERS:
            driver.execute(f"DROP TRIGGER {name}")
        with open_log(filled, clock, read_only=True) as opened:
            for number in range(0, len(stored) * 8, 7):
                flipped = bytearray(stored)
                flipped[number // 8] ^= 1 << number % 8
                driver.execute("UPDATE events SET canonical = ? WHERE position = 3", (bytes(flipped),))
                report = integrity.check_chain(opened.log)
                assert (report.checked, report.ok) == (2, False)


def test_a_changed_event_with_a_new_hash_breaks_the_chain(filled: Path, clock: SetClock) -> None:
    """Whoever changes an event and its hash is found out by the event after it."""
    with attacker(filled, disarmed=True) as driver:
        stored = driver.execute("SELECT canonical FROM events WHERE position = 3").fetchone()[0]
        changed = stored.replace(b"999/2031", b"998/2031")
        driver.execute("UPDATE events SET canonical = ?, hash = ? WHERE position = 3", (changed, event_hash(changed)))
    assert codes(filled, clock)["chain"] == "chain-broken"


def test_bytes_that_say_the_same_in_another_spelling_are_revealed(filled: Path, clock: SetClock) -> None:
    """A last event stored in a form that is not canonical is found, though hash and links are right."""
    with attacker(filled, disarmed=True) as driver:
        stored = driver.execute("SELECT canonical FROM events WHERE position = 6").fetchone()[0]
        spelled = stored.replace(b'"type":', b'"type": ')
        driver.execute("UPDATE events SET canonical = ?, hash = ? WHERE position = 6", (spelled, event_hash(spelled)))
    assert codes(filled, clock)["chain"] == "not-canonical"


def test_a_missing_event_is_revealed(filled: Path, clock: SetClock) -> None:
    """An event taken out of the middle leaves a gap."""
    with attacker(filled, disarmed=True) as driver:
        driver.execute("DELETE FROM events WHERE position = 3")
    assert codes(filled, clock)["chain"] == "position-gap"


def test_a_cut_tail_is_revealed_by_the_projections(filled: Path, clock: SetClock) -> None:
    """A log without its newest events is a sound chain, but what is kept beside it has seen more; writing stops."""
    with attacker(filled, disarmed=True) as driver:
        driver.execute("DELETE FROM events WHERE position > 3")
    assert codes(filled, clock) == {"chain": None, "schema": None, "projections": "projection-astray"}
    with pytest.raises(IntegrityBroken) as caught:
        open_log(filled, clock)
    assert caught.value.code == "projection-astray"


def test_a_rewritten_history_is_revealed_by_the_projections(filled: Path, clock: SetClock) -> None:
    """Whoever changes an event and seals everything after it anew is found out by the hash that projections noted."""
    with attacker(filled, disarmed=True) as driver:
        rows = driver.execute("SELECT position, canonical FROM events ORDER BY position").fetchall()
        previous = decode(rows[0][1]).previous_hash
        for position, stored in rows:
            event = msgspec.structs.replace(decode(stored), previous_hash=previous)
            if position == 3:
                event = msgspec.structs.replace(event, basis=("998/2031 1 §",))
            forged = canonical(event)
            previous = event_hash(forged)
            driver.execute("UPDATE events SET canonical = ?, hash = ? WHERE position = ?", (forged, previous, position))
    assert codes(filled, clock) == {"chain": None, "schema": None, "projections": "projection-astray"}


def test_events_of_another_log_are_revealed(filled: Path, clock: SetClock, tmp_path: Path) -> None:
    """A whole chain carried into another log does not follow that log's identity."""
    other = tmp_path / "other.db"
    with attacker(filled) as driver:
        driver.execute("VACUUM INTO ?", (str(other),))
    other.chmod(0o600)
    with attacker(other, disarmed=True) as driver:
        driver.execute("UPDATE log_identity SET value = 'another' WHERE name = 'log_id'")
    assert codes(other, clock)["chain"] == "chain-broken"


@pytest.mark.parametrize("name", SQLITE_TRIGGERS)
def test_a_dropped_trigger_is_revealed_and_stops_writing(filled: Path, clock: SetClock, name: str) -> None:
    """A trigger that is missing shows in the schema, and the log is not opened for writing without it."""
    with attacker(filled) as driver:
        driver.execute(f"DROP TRIGGER {name}")
    assert codes(filled, clock) == {**SOUND, "schema": "schema-missing"}
    with pytest.raises(IntegrityBroken, match="Nothing is written"):
        open_log(filled, clock)


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("CREATE TRIGGER spy AFTER INSERT ON events BEGIN DELETE FROM projections; END", "schema-extra"),
        ("CREATE TRIGGER spy AFTER UPDATE ON projection_cases BEGIN DELETE FROM projections; END", "schema-extra"),
        ("CREATE VIEW spy AS SELECT 1", "schema-extra"),
        ("CREATE TABLE spy (a)", "schema-extra"),
        ("CREATE INDEX spy ON events (type)", "schema-extra"),
        ("DROP INDEX ix_events_command_id", "schema-missing"),
        ("DROP TABLE projection_cases", "schema-missing"),
        ("ALTER TABLE events ADD COLUMN note TEXT", "schema-differs"),
        ("ALTER TABLE projection_tasks ADD COLUMN note TEXT", "schema-differs"),
    ],
)
def test_another_schema_is_revealed(filled: Path, clock: SetClock, statement: str, code: str) -> None:
    """Whatever is added to the schema, taken from it or changed in it shows."""
    with attacker(filled) as driver:
        driver.execute(statement)
    assert codes(filled, clock)["schema"] == code


def test_a_trigger_that_was_made_harmless_is_revealed(filled: Path, clock: SetClock) -> None:
    """A trigger with the right name and another body is not the declared one."""
    with attacker(filled) as driver:
        driver.execute("DROP TRIGGER events_not_deleted")
        driver.execute("CREATE TRIGGER events_not_deleted BEFORE DELETE ON events BEGIN SELECT 1; END")
    assert codes(filled, clock)["schema"] == "schema-differs"


def test_a_copied_table_is_revealed(filled: Path, clock: SetClock) -> None:
    """A table that was copied and put in the place of the original has lost its triggers and its declaration."""
    with attacker(filled) as driver:
        driver.execute("CREATE TABLE events2 AS SELECT * FROM events")
        driver.execute("DROP TABLE events")
        driver.execute("ALTER TABLE events2 RENAME TO events")
    assert codes(filled, clock)["schema"] in {"schema-missing", "schema-differs"}


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE projection_cases SET state = 'lost' WHERE case_id = 'kite-2'", "case_id kite-2: state is 'lost'"),
        ("DELETE FROM projection_cases WHERE case_id = 'kite-1'", "case_id kite-1 is missing"),
        (
            "INSERT INTO projection_tasks (case_id, name, generation) VALUES ('kite-1', 'hide', 1)",
            "case_id kite-1, name hide, generation 1 is kept, but the log does not give it",
        ),
        ("UPDATE projection_deadlines SET due = '2099-01-01'", "due is '2099-01-01', the log gives '2031-06-21'"),
    ],
)
def test_a_changed_projection_is_revealed_and_told(filled: Path, clock: SetClock, statement: str, told: str) -> None:
    """A kept row that is not what the log says is told readably, and made right by a rebuild."""
    with attacker(filled) as driver:
        driver.execute(statement)
    with open_log(filled, clock) as opened:
        report = integrity.check_projections(opened.projections)
        assert report.first_fault is not None
        assert told in report.first_fault.text
        opened.projections.rebuild()
        assert integrity.check_projections(opened.projections).ok


def test_a_projection_that_was_set_back_is_made_again(filled: Path, clock: SetClock) -> None:
    """A projection that stands behind is reported when read, and rebuilt when the log is opened for writing."""
    with open_log(filled, clock, read_only=True) as opened:
        first = next(opened.log.read())
    with attacker(filled) as driver:
        driver.execute(
            "UPDATE projections SET position = 1, hash = ? WHERE name = 'tasks'", (event_hash(canonical(first)),)
        )
    assert codes(filled, clock)["projections"] == "projection-behind"
    open_log(filled, clock).close()
    assert codes(filled, clock) == SOUND


def test_damage_anywhere_in_the_file_is_found_or_harmless(filled: Path, clock: SetClock) -> None:
    """Whatever bytes are overwritten: a check or the opening tells it in our words, or every event reads as before."""
    sound = filled.read_bytes()
    before = events_of(filled, clock)
    outcomes = set()
    for offset in range(100, len(sound), len(sound) // PLACES):
        damaged = bytearray(sound)
        damaged[offset : offset + 8] = bytes(255 - byte for byte in damaged[offset : offset + 8])
        filled.write_bytes(damaged)
        try:
            found = codes(filled, clock) != SOUND
        except IntegrityBroken:
            found = True
        outcomes.add("found" if found else "harmless" if events_of(filled, clock) == before else "silent")
        for companion in filled.parent.glob("kites.db-*"):
            companion.unlink()
    assert outcomes == {"found", "harmless"}


def events_of(path: Path, clock: SetClock) -> list[Envelope]:
    with open_log(path, clock, read_only=True) as opened:
        return list(opened.log.read())


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("ATTACH ':memory:' AS other", "storage-failed"),
        ("SELECT load_extension('other')", "storage-failed"),
        ("WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r", "storage-failed"),
        ("CREATE VIRTUAL TABLE spy USING fts5 (a)", "storage-failed"),
        ("SELECT zeroblob(100000000)", "database-damaged"),
        ("CREATE TABLE spy (a)", "read-only"),
        ("INSERT INTO heartbeats (scheduler) VALUES ('x')", "read-only"),
    ],
)
def test_a_reading_connection_can_do_no_more_than_read(
    filled: Path, clock: SetClock, statement: str, code: str
) -> None:
    """Whatever somebody brings a reader to ask: nothing is attached, loaded, made or written, and nothing runs on."""
    before = filled.read_bytes()
    with open_log(filled, clock, read_only=True) as opened:
        with pytest.raises(OhjausError) as caught:
            opened.database.run(statement)
        assert caught.value.code == code
    assert filled.read_bytes() == before
