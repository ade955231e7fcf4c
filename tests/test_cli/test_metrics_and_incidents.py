"""`metrics write`, `incident bundle` and the log of operations: told is how it stands, never what was recorded."""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from engine.errors import Fault
from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_cli.test_schedule_command import SIGN, leave

CASE = "evaluation-15-2025"
HIDDEN = "made-up words that nobody else is to read"
SAMPLE = re.compile(r'(ohjaus_[a-z_]+)(?:\{((?:[a-z_]+="[^"\n]*",?)+)\})? (-?[0-9.e+]+)')


def measures(path: Path) -> dict[str, list[float]]:
    """Reads the text format strictly: help and type before the samples of each measure."""
    found: dict[str, list[float]] = {}
    declared: set[str] = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# TYPE "):
            declared.add(line.split()[2])
        elif not line.startswith("# HELP "):
            match = SAMPLE.fullmatch(line)
            assert match, line
            assert match[1] in declared
            found.setdefault(match[1], []).append(float(match[3]))
    return found


def test_the_measures_are_those_of_the_log(database: Path, folder: Path) -> None:
    """Position, open cases, overdue deadlines and size are what the lists and the file say."""
    succeed("metrics", "write", "--out", "ohjaus.prom")
    found = measures(folder / "ohjaus.prom")
    assert found["ohjaus_up"] == [1]
    assert found["ohjaus_head_position"] == [answer("audit", "verify")["events"]]
    assert sum(found["ohjaus_cases_open"]) == len(answer("case", "list", "--open"))
    assert found["ohjaus_deadlines_overdue"] == [len(answer("deadline", "list", "--overdue"))]
    assert found["ohjaus_database_bytes"] == [database.stat().st_size]
    assert found["ohjaus_projections_behind"] == [0]


def test_what_nobody_has_seen_is_counted(database: Path, folder: Path) -> None:
    """Events after the newest checkpoint are unwitnessed; a log that was rolled back contradicts it."""
    succeed("audit", "key", "init", "--name", "registry")
    succeed("db", "backup", "--out", "kept.db")
    succeed("case", "note", CASE, "A made-up note")
    succeed("audit", "checkpoint", "--out", "checkpoints")
    succeed("case", "note", CASE, "Another made-up note")
    succeed("metrics", "write", "--out", "before.prom")
    succeed("db", "restore", "kept.db", "--yes")
    succeed("metrics", "write", "--out", "after.prom")
    before, after = measures(folder / "before.prom"), measures(folder / "after.prom")
    assert (before["ohjaus_unwitnessed_events"], before["ohjaus_checkpoints_contradicting"]) == ([1], [0])
    assert after["ohjaus_checkpoints_contradicting"] == [1]
    assert {one["name"]: one["outcome"] for one in answer("doctor")["checks"]}["witness"] == "contradicting"


def test_a_sign_of_life_from_the_future_rings_the_alarm(database: Path, folder: Path) -> None:
    """A scheduler whose clock was ahead is not at work, and nobody knows how long it has been silent."""
    leave(database, SIGN, days=-400)
    succeed("metrics", "write", "--out", "alone.prom")
    leave(database, replace(SIGN, scheduler="castle:8"), minutes=2)
    succeed("metrics", "write", "--out", "beside.prom")
    alone, beside = measures(folder / "alone.prom"), measures(folder / "beside.prom")
    assert (alone["ohjaus_schedulers_beating"], beside["ohjaus_schedulers_beating"]) == ([0], [1])
    assert alone["ohjaus_scheduler_beat_age_seconds"][0] > 365 * 86_400
    assert 120 <= beside["ohjaus_scheduler_beat_age_seconds"][0] < 300


def test_a_log_that_does_not_open_is_told_as_down(folder: Path, database: Path) -> None:
    """The file takes the place of the earlier one, and the program ends with the error."""
    succeed("metrics", "write", "--out", "ohjaus.prom")
    database.chmod(0o644)
    assert invoke("metrics", "write", "--out", "ohjaus.prom").exit_code == 5
    found = measures(folder / "ohjaus.prom")
    assert (found["ohjaus_up"], "ohjaus_head_position" in found) == ([0], False)


def unpacked(path: Path) -> dict[str, Any]:
    with zipfile.ZipFile(path) as packed:
        contents = {name: packed.read(name) for name in packed.namelist()}
    told = json.loads(contents.pop("manifest.json"))
    failed = {name for name, content in contents.items() if "failed" in json.loads(content)}
    assert {one["file"] for one in told["left_out"]} == failed
    assert told["files"] == {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}
    return {name.removesuffix(".json"): json.loads(content) for name, content in contents.items()}


def test_a_bundle_holds_what_is_asked_for_first(database: Path, folder: Path) -> None:
    """Versions, heads, verification, the newest events and the machine; readable by its owner only."""
    made = answer("incident", "bundle", "--out", "incident.zip")
    found = unpacked(folder / "incident.zip")
    verified = answer("audit", "verify")
    assert (made["position"], made["verdict"], made["left_out"]) == (verified["events"], verified["verdict"], [])
    assert (found["heads"]["head"], found["heads"]["root"]) == (verified["head"], verified["tree"]["root"])
    assert found["verification"]["ok"]
    assert found["newest-events"][-1]["hash"] == verified["head"]
    assert found["versions"]["packages"]["ohjaus"]
    assert (folder / "incident.zip").stat().st_mode & 0o777 == 0o600


def test_a_bundle_holds_neither_data_nor_names_nor_secrets(
    database: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was recorded, who recorded it and what an address hides stay where they are."""
    person = "made-up-login-99"
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.setenv(name, person)
    monkeypatch.setenv("PGPASSWORD", HIDDEN)
    succeed("case", "note", CASE, HIDDEN)
    succeed("incident", "bundle", "--out", "incident.zip")
    # Nobody is to wait here for a server that is not.
    monkeypatch.setattr("store.postgres.connecting.SILENCE_SECONDS", 0)
    monkeypatch.setenv("OHJAUS_DB", "postgresql://kite:not-to-be-told@castle.invalid/kites")
    succeed("incident", "bundle", "--out", "server.zip")
    for name in ("incident.zip", "server.zip"):
        text = json.dumps(unpacked(folder / name))
        assert [hidden for hidden in (HIDDEN, person, "not-to-be-told") if hidden in text] == []


@pytest.mark.parametrize("content", [None, b"SQLite format 3\x00" + bytes(5000)])
def test_a_bundle_is_made_of_a_log_that_does_not_open(content: bytes | None, database: Path, folder: Path) -> None:
    """What fails is told in its place by its code, and the rest is gathered."""
    if content is None:
        database.unlink()
    else:
        database.write_bytes(content)
    made = answer("incident", "bundle", "--out", "incident.zip")
    found = unpacked(folder / "incident.zip")
    code = "no-log" if content is None else "not-a-log"
    assert made["failed"] == found["heads"]["failed"]["code"] == code
    assert {"file": "newest-events.json", "code": code} in made["left_out"]
    told = succeed("incident", "bundle", "--out", "again.zip", "--lang", "en").stdout
    assert f"newest-events.json could not be gathered [{code}]." in told
    assert f"ohjaus explain {code}" in told
    assert found["versions"]["python"]
    assert found["machine"]["platform"]


def test_a_changed_event_is_told_by_code_and_place(database: Path, folder: Path) -> None:
    """A byte changed in the file is in the bundle as a finding, without the words around it."""
    content = database.read_bytes()
    database.write_bytes(content.replace(b'"type":"evaluation.', b'"type":"evaluatiom.', 1))
    answer("incident", "bundle", "--out", "incident.zip")
    chain = unpacked(folder / "incident.zip")["verification"]["checks"]["chain"]
    assert (chain["ok"], sorted(chain["first_fault"])) == (False, ["code", "where"])


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines() if line.startswith("{")]


def test_the_log_of_operations_names_cases_and_events(database: Path) -> None:
    """With -v each event that is recorded is told by its ids on standard error, and nothing of what it holds."""
    result = succeed("-v", "case", "note", CASE, HIDDEN, "--format", "json")
    recorded = [line for line in lines(result.stderr) if line["event"] == "event recorded"]
    newest = answer("audit", "log", CASE)[-1]
    assert [(one["case"], one["event_id"], one["type"]) for one in recorded] == [
        (CASE, newest["event_id"], newest["type"])
    ]
    assert len({line["run"] for line in lines(result.stderr)}) == 1
    assert HIDDEN not in result.stderr


def test_what_the_clock_records_and_what_fails_is_told(database: Path) -> None:
    """Each firing is told by its event; a failure by its code and exit code."""
    fired = lines(succeed("-v", "deadline", "tick", "--format", "json").stderr)
    assert sum(line["event"] == "event recorded" for line in fired) > 0
    failed = lines(invoke("-v", "case", "show", "no-such-case").stderr)[-1]
    assert (failed["event"], failed["code"], failed["exit_code"]) == ("failed", "case-unknown", 3)


def test_a_rehearsal_records_nothing_and_tells_of_nothing(database: Path) -> None:
    """With --dry-run no event is said to have been recorded."""
    told = lines(succeed("-v", "case", "note", CASE, HIDDEN, "--dry-run").stderr)
    assert [line for line in told if line["event"] == "event recorded"] == []


def test_a_silent_server_is_waited_for_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Six parts of a bundle ask the log; the first that finds nobody speaks for the others."""
    waits: list[str] = []

    def silent(server: object) -> Fault:
        waits.append(str(server))
        return Fault("server-silent", "Nobody answers.", details={"server": str(server)})

    monkeypatch.setattr("store.postgres.connecting.SILENCE_SECONDS", 0)
    monkeypatch.setattr("store.postgres.connecting._silent", silent)
    monkeypatch.setenv("OHJAUS_DB", "postgresql://kite@castle.invalid/kites")
    assert answer("incident", "bundle", "--out", "incident.zip")["failed"] == "server-silent"
    assert len(waits) == 1
    found = unpacked(folder / "incident.zip")
    failed = [name for name, part in found.items() if isinstance(part, dict) and "failed" in part]
    assert failed == ["checkpoints", "heads", "newest-events", "verification"]
    assert ("log", "closed") in {(one["name"], one["outcome"]) for one in found["doctor"]}
