"""`audit verify`: a whole record is said to be whole, and no damage passes for that or ends in a traceback."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from io import StringIO
from pathlib import Path

import pytest

from cli.screen.progress import bar, with_progress
from tests.doses import LONG
from tests.test_cli.conftest import answer, invoke, succeed

CHECKS = ("chain", "tree", "projections", "deadlines", "acceptance", "schema")
POSITIONS = 3000 if LONG else 30
"""Bytes that are flipped; far more are looked at, more cheaply, in `tests.test_store.test_bit_flips`."""
CASE = "evaluation-15-2025"
CHUNKS = 6
MASKS = (0x01, 0x80, 0xFF)


@contextmanager
def meddling(path: Path) -> Iterator[sqlite3.Connection]:
    """Gives a connection that no rule of ours restrains, and leaves no companion file behind."""
    with closing(sqlite3.connect(path, isolation_level=None)) as driver:
        yield driver
        driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def fault_of(check: str) -> tuple[int, dict[str, object]]:
    """Runs the verification and gives its exit code and the first fault of one check."""
    result = invoke("audit", "verify", "--format", "json")
    return result.exit_code, json.loads(result.stdout)[check]["first_fault"]


def test_a_whole_record_is_said_to_be_whole(database: Path) -> None:
    """Every check looked at something and found nothing; checkpoints that were not given are null."""
    found = answer("audit", "verify")
    assert found["ok"] is True
    assert {name: found[name]["ok"] for name in CHECKS} == dict.fromkeys(CHECKS, True)
    assert all(found[name]["checked"] > 0 and found[name]["first_fault"] is None for name in CHECKS)
    assert (found["checkpoints"], found["wal"]["ok"], found["verdict"]) == (None, True, "unwitnessed")
    assert found["events"] == found["chain"]["checked"] == found["acceptance"]["checked"] == found["tree"]["size"]
    assert found["tree"]["root"] == found["tree"]["noted_root"]


def test_an_empty_log_is_whole(empty: Path) -> None:
    """A log without events has nothing that could be wrong with it."""
    found = answer("audit", "verify")
    assert (found["events"], found["ok"]) == (0, True)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_person_reads_the_verdict_first(database: Path, language: str) -> None:
    """The first line says whether the record is whole, and of which file."""
    first = succeed("audit", "verify", "--lang", language).stdout.splitlines()[0]
    said = {"fi": "EHJÄ, TODISTAMATTA", "sv": "HEL, OBEVITTNAD", "en": "WHOLE, UNWITNESSED"}
    assert first == f"{said[language]}: {database}"


def test_a_changed_event_breaks_the_chain(database: Path) -> None:
    """An event edited past the triggers is found, named and shown readably, with exit code 7."""
    position = answer("case", "history", CASE)[0]["position"]
    with meddling(database) as driver:
        driver.execute("DROP TRIGGER events_not_changed")
        changed = "UPDATE events SET canonical = CAST(replace(canonical, 'E4', 'E5') AS BLOB) WHERE position = ?"
        driver.execute(changed, (position,))
    code, fault = fault_of("chain")
    assert (code, fault["where"]) == (7, f"event {position}")
    result = invoke("audit", "verify")
    assert result.exit_code == 7
    assert "BROKEN" in result.stdout.splitlines()[0]
    assert f"event {position}" in result.stdout


@pytest.mark.parametrize(
    "arguments",
    [("case", "show", CASE), ("case", "note", CASE, "made-up note"), ("audit", "replay", CASE)],
    ids=["show", "note", "replay"],
)
def test_nothing_is_shown_or_recorded_upon_a_changed_history(database: Path, arguments: tuple[str, ...]) -> None:
    """A case whose stored events were changed is neither read as if nothing had happened nor added to."""
    newest = answer("audit", "log")[-1]["position"]
    with meddling(database) as driver:
        guards = driver.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        driver.execute("DROP TRIGGER events_not_changed")
        driver.execute(
            "UPDATE events SET canonical = CAST(replace(canonical, '2025-09-09', '2025-09-08') AS BLOB) "
            "WHERE stream = ?",
            (CASE,),
        )
        driver.execute(next(sql for (sql,) in guards if "events_not_changed" in sql))
    result = invoke(*arguments)
    assert (result.exit_code, result.stdout) == (7, "")
    assert "event-damaged" in result.stderr
    with meddling(database) as driver:
        assert driver.execute("SELECT max(position) FROM events").fetchone() == (newest,)


def test_a_dropped_trigger_is_found(database: Path) -> None:
    """A log without its guards is not sound although every event is."""
    with meddling(database) as driver:
        driver.execute("DROP TRIGGER events_not_deleted")
    code, fault = fault_of("schema")
    assert (code, fault["where"]) == (7, "events_not_deleted")


def test_a_cut_tail_is_found(database: Path) -> None:
    """The newest event taken away betrays itself by the projections, which have seen it."""
    with meddling(database) as driver:
        trigger = driver.execute("SELECT sql FROM sqlite_master WHERE name = 'events_not_deleted'").fetchone()[0]
        driver.execute("DROP TRIGGER events_not_deleted")
        driver.execute("DELETE FROM events WHERE position = (SELECT max(position) FROM events)")
        driver.execute(trigger)
    code, fault = fault_of("projections")
    assert (code, fault["code"]) == (7, "projection-astray")


def test_a_projection_that_lies_is_found(database: Path) -> None:
    """A row of a kept list that the log does not give is a divergence, told with its values."""
    with meddling(database) as driver:
        driver.execute("UPDATE projection_cases SET state = 'closed' WHERE case_id = 'evaluation-15-2025'")
    code, fault = fault_of("projections")
    assert (code, fault["code"]) == (7, "projection-differs")
    assert "evaluation-15-2025" in str(fault["text"])


def test_a_history_that_the_rules_refuse_is_found(database: Path) -> None:
    """A chain forged from end to end is whole in itself; judged again by the rules it is not."""
    forge(database, b'"term_ends_on":"2026-06-12"', b'"term_ends_on":"2026-06-13"')
    found = json.loads(invoke("audit", "verify", "--format", "json").stdout)
    assert (found["chain"]["ok"], found["deadlines"]["ok"], found["ok"]) == (True, False, False)
    assert found["deadlines"]["first_fault"]["code"] == "differs:deadlines"
    told = f"DIVERGES: {found['deadlines']['faults']} found, {found['deadlines']['checked']} looked at"
    assert told in invoke("audit", "verify").stdout


def test_what_the_rules_refuse_is_told_to_who_verifies(database: Path) -> None:
    """Which condition a recorded event lacks, in the reader's language; not how to record it rightly."""
    forge(database, b'"unreported":["county_heard"]', b'"unreported":["document:start_decision"]')
    shown = invoke("audit", "verify", "--lang", "fi")
    assert (shown.exit_code, "ei olisi voitu kirjata. Siltä puuttuu: " in shown.stdout) == (7, True)
    assert "hyvinvointialuetta on kuultu.  [act-refused]" in shown.stdout


def test_a_forged_state_is_found_and_stumbled_over_by_nobody(database: Path) -> None:
    """A state that no declaration knows is a finding of the judge, never a traceback."""
    forge(database, b'"state":"started"', b'"state":"stopped"')
    found = invoke("audit", "verify", "--format", "json")
    assert found.exit_code == 7
    assert json.loads(found.stdout)["acceptance"]["ok"] is False


def forge(path: Path, old: bytes, new: bytes) -> None:
    """Rewrites the log as a whole: every event after the change gets new hashes, and the projections are made again."""
    from engine.envelope import canonical, decode, event_hash

    with meddling(path) as driver:
        names = [name for (name,) in driver.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]
        sql = [driver.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()[0] for name in names]
        for name in names:
            driver.execute(f"DROP TRIGGER {name}")
        previous = None
        for position, stored in driver.execute("SELECT position, canonical FROM events ORDER BY position").fetchall():
            changed = stored.replace(old, new)
            if previous is not None:
                changed = changed.replace(decode(changed).previous_hash.encode(), previous.encode())
            assert canonical(decode(changed)) == changed
            previous = event_hash(changed)
            values = (changed, previous, position)
            driver.execute("UPDATE events SET canonical = ?, hash = ? WHERE position = ?", values)
        driver.execute("UPDATE projections SET hash = ?", (previous,))
        for statement in sql:
            driver.execute(statement)
    succeed("projection", "rebuild")


def cut(path: Path, kept: int) -> None:
    """Cuts the log after `kept` events, and makes everything that had noted more agree with it."""
    with meddling(path) as driver:
        trigger = driver.execute("SELECT sql FROM sqlite_master WHERE name = 'events_not_deleted'").fetchone()[0]
        driver.execute("DROP TRIGGER events_not_deleted")
        driver.execute("DELETE FROM events WHERE position > ?", (kept,))
        driver.execute(trigger)
        (head,) = driver.execute("SELECT hash FROM events WHERE position = ?", (kept,)).fetchone()
        driver.execute("UPDATE projections SET position = ?, hash = ?", (kept, head))
    succeed("projection", "rebuild")


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_no_flipped_byte_passes_for_a_whole_record(filled: Path, folder: Path, chunk: int) -> None:
    """Whatever single byte of the file is flipped: it is found, or the logical content is what it was."""
    whole = filled.read_bytes()
    content = succeed("audit", "log", "--format", "json", "--db", str(filled)).stdout
    path = folder / "flipped.db"
    for number in range(chunk, POSITIONS, CHUNKS):
        place = number * len(whole) // POSITIONS + (number * 7919) % (len(whole) // POSITIONS)
        damaged = bytearray(whole)
        damaged[place] ^= MASKS[number % len(MASKS)]
        write(path, bytes(damaged))
        ensure_found_or_unchanged(path, content, f"byte {place}")


@pytest.mark.parametrize("kept", [100, 4096, 8192, 40_000, 100_000])
def test_a_truncated_file_is_found(filled: Path, folder: Path, kept: int) -> None:
    """A file cut short is damaged, not merely shorter."""
    path = folder / "cut.db"
    write(path, filled.read_bytes()[:kept])
    result = invoke("audit", "verify", "--format", "json", "--db", str(path))
    assert (result.exit_code, json.loads(result.stdout)["ok"]) == (7, False)


def write(path: Path, content: bytes) -> None:
    """Puts a file of these bytes at `path`, without companions of an earlier one."""
    for companion in ("-wal", "-shm"):
        path.with_name(path.name + companion).unlink(missing_ok=True)
    path.write_bytes(content)
    path.chmod(0o600)


def ensure_found_or_unchanged(path: Path, content: str, what: str) -> None:
    """Makes sure that a damaged file is found to be so, or that all it says is what it said."""
    result = invoke("audit", "verify", "--format", "json", "--db", str(path))
    assert isinstance(result.exception, SystemExit | None), (what, result.exception)
    assert "Traceback" not in result.output, what
    if result.exit_code == 7:
        assert json.loads(result.stdout)["ok"] is False, what
        return
    assert result.exit_code == 0, (what, result.output)
    assert invoke("audit", "log", "--format", "json", "--db", str(path)).stdout == content, what


def test_a_log_whose_first_bytes_are_gone_is_damaged_and_a_foreign_file_is_no_log(database: Path, folder: Path) -> None:
    """What bears our marks and does not open is broken (7); what never was a log is rejected as input (9)."""
    content = bytearray(database.read_bytes())
    content[:16] = bytes(16)
    write(database, bytes(content))
    assert invoke("audit", "verify").exit_code == 7
    foreign = folder / "letter.txt"
    foreign.write_text("Hyvä vastaanottaja")
    foreign.chmod(0o600)
    assert invoke("audit", "verify", "--db", str(foreign)).exit_code == 9
    assert invoke("audit", "verify", "--db", str(folder / "nothing.db")).exit_code == 3


def test_verifying_changes_nothing(database: Path) -> None:
    """A read leaves the file as it is, byte by byte."""
    before = database.read_bytes()
    succeed("audit", "verify")
    assert database.read_bytes() == before


class Screen(StringIO):
    """Takes what is written, as a terminal would."""

    def isatty(self) -> bool:
        return True


class Seconds:
    """A stopwatch that runs half a second between two looks at it."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += 0.5
        return self.now


def test_progress_shows_only_on_a_terminal_and_only_after_a_second() -> None:
    """Nothing is drawn in a pipe; on a terminal a bar appears once the work lasts, and is wiped at the end."""
    pipe, screen, quick = StringIO(), Screen(), Screen()
    assert list(with_progress(range(5), 5, label="verifying", stream=pipe, seconds=Seconds())) == [0, 1, 2, 3, 4]
    assert list(with_progress(range(5), 5, label="verifying", stream=screen, seconds=Seconds())) == [0, 1, 2, 3, 4]
    assert list(with_progress(range(5), 5, label="verifying", stream=quick, seconds=lambda: 0.0)) == [0, 1, 2, 3, 4]
    assert pipe.getvalue() == quick.getvalue() == ""
    assert screen.getvalue().startswith("\r" + bar(1, 5, "verifying"))
    assert screen.getvalue().endswith("\r\x1b[K")


def test_progress_counts_what_each_item_stands_for() -> None:
    """Where a batch passes at a time, the bar counts its events."""
    screen = Screen()
    assert list(with_progress(range(5), 50, label="verifying", each=10, stream=screen, seconds=Seconds())) == [
        *range(5)
    ]
    assert screen.getvalue().startswith("\r" + bar(10, 50, "verifying"))


def test_changed_bytes_break_the_tree_as_well_as_the_chain(database: Path) -> None:
    """The tree over the stored bytes is held against the tree over the noted hashes, both told."""
    with meddling(database) as driver:
        driver.execute("DROP TRIGGER events_not_changed")
        driver.execute("UPDATE events SET canonical = CAST(replace(canonical, ':', ': ') AS BLOB) WHERE position = 40")
    found = json.loads(invoke("audit", "verify", "--format", "json").stdout)
    assert found["tree"]["first_fault"]["details"]["position"] == 40
    assert found["tree"]["root"] != found["tree"]["noted_root"]
    assert found["chain"]["first_fault"]["details"]["case"]
    assert (found["acceptance"]["ok"], found["projections"]["ok"], found["verdict"]) == (None, None, "damaged")


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_first_divergence_is_told_readably(database: Path, language: str) -> None:
    """Event, case, what is recorded and what it should have been stand below each other, dates as the language has."""
    forge(database, b'"term_ends_on":"2026-06-12"', b'"term_ends_on":"2026-06-13"')
    shown = invoke("audit", "verify", "--lang", language).stdout
    days = ("2026-06-12", "2026-06-13") if language == "en" else ("12.6.2026", "13.6.2026")
    wanted = {"fi": ("Kirjattu", "Olisi pitänyt olla"), "sv": ("Registrerat", "Borde ha varit")}
    recorded, expected = wanted.get(language, ("Recorded", "Expected"))
    assert f"{recorded}: {days[0]}\n{expected}: {days[1]}\n" in shown
    assert f": {CASE}\n" in shown
    assert "deadlines[group_term].due" in shown
