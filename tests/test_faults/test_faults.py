"""Each fault that is injected on purpose, in a small dose; the seed is printed, and OHJAUS_SEED repeats it."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.__main__ import main
from tests.faults.acts import whole
from tests.faults.cutting import LOG, cuts, recorded
from tests.faults.layer import ROOT
from tests.faults.ledger import CannotRun, Dose, Outcome, Row, entry, summary
from tests.faults.rows import BY_NAME
from tests.ready import program

SEED = int(os.environ.get("OHJAUS_SEED", random.SystemRandom().randrange(10**6)))
TESTS_BY_THEMSELVES = {"kill", "deadlines", "downtime", "damage", "golden", "backups", "rights"}
"""Rows that are tests of the ordinary run, and run in it as such."""

BY_HYPOTHESIS = {name for name in BY_NAME if name.startswith("fuzz-")}
"""Rows of generated inputs, which Hypothesis brings in the ordinary run (`test_entrances.py`)."""

IN_THE_LONG_RUN = {"lost-connection", "race-postgres", "file-size"}
"""Rows that are proved in the ordinary run by tests of the server, or cost more than a small dose may."""


ELSEWHERE = TESTS_BY_THEMSELVES | BY_HYPOTHESIS | IN_THE_LONG_RUN


@pytest.mark.parametrize("name", [name for name in BY_NAME if name not in ELSEWHERE])
def test_what_is_promised_holds_under_the_fault(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever is injected: nothing acknowledged is lost, nothing half done, nothing invalid stored."""
    found = entry(BY_NAME[name], Dose(SEED, tmp_path))
    with capsys.disabled():
        sys.stdout.write(f"\n{name}: {found['outcome']}, {found['times']} times, seed {SEED}\n")
    if found["outcome"] == "not run":
        pytest.skip(f"THE ROW {name} WAS NOT PUT TO THE TEST: {found['seen']['reason']}")
    assert found["broken"] == [], found["repeat"]
    assert found["times"] > 0


def test_a_disk_that_is_not_synced_is_seen_to_lose(tmp_path: Path) -> None:
    """The power cuts tell: with the syncs of the write-ahead log left out, acknowledged commands are missing."""
    dose = Dose(SEED, tmp_path)
    try:
        before, ops = recorded(tmp_path, 10)
    except CannotRun as reason:
        pytest.skip(f"POWER CUTS WERE NOT PUT TO THE TEST: {reason}")
    unsynced = [op for op in ops if (op.kind, op.name) != ("s", f"{LOG}-wal")]
    lost = 0
    for _, acknowledged, files in cuts(before, unsynced, dose):
        (tmp_path / "after").mkdir(exist_ok=True)
        for name in (LOG, f"{LOG}-wal", f"{LOG}-shm"):
            (tmp_path / "after" / name).unlink(missing_ok=True)
        for name, content in files.items():
            (tmp_path / "after" / name).write_bytes(content)
            (tmp_path / "after" / name).chmod(0o600)
        lost += whole(tmp_path / "after" / LOG, acknowledged, acknowledged=False) is not None
        if lost:
            return
    pytest.fail(f"no cut lost anything, seed {SEED}")


def lost_something(dose: Dose) -> Outcome:
    """A row that does not hold."""
    return Outcome(times=3, seen={"found": 2}, broken=[f"one is missing, seed {dose.seed}"])


def test_the_ledger_says_what_was_injected_and_how_to_do_it_again(tmp_path: Path) -> None:
    """A line holds row, fault, count, seed and outcome; what failed is told with the command that repeats it."""
    told = entry(Row("made-up", "nothing is lost", "a made-up fault", lost_something), Dose(7, tmp_path, long=True))
    told["seconds"] = 0.0
    assert told == {
        "row": "made-up",
        "promise": "nothing is lost",
        "injected": "a made-up fault",
        "times": 3,
        "seed": 7,
        "outcome": "broken",
        "seen": {"found": 2},
        "broken": ["one is missing, seed 7"],
        "seconds": 0.0,
        "repeat": "python -m tests.faults --long --only made-up --seed 7",
    }
    assert summary([told]).splitlines()[2:] == [
        "| made-up | a made-up fault | 3 | 7 | broken | found 2 | 0.0 |",
        "",
        "made-up: one is missing, seed 7",
        "  again: python -m tests.faults --long --only made-up --seed 7",
    ]


def test_a_row_of_generated_inputs_stops_by_the_clock(tmp_path: Path) -> None:
    """A limit of minutes ends the row after the batch that runs, and the ledger says how far it came."""
    ledger = tmp_path / "ledger.jsonl"
    words = ["--long", "--only", "fuzz-settings", "--minutes", "0.001", "--seed", "5", "--ledger", str(ledger)]
    command = [*program("tests.faults"), *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (told,) = map(json.loads, ledger.read_text(encoding="utf-8").splitlines())
    assert (told["times"], told["seen"]["stopped by the clock, wanted"]) == (100, 100_000)


def test_the_rows_are_run_from_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One row with a seed: its line is added to the ledger and its summary printed."""
    ledger = tmp_path / "ledger.jsonl"
    assert main(["--only", "locked", "--seed", "11", "--ledger", str(ledger)]) == 0
    (told,) = map(json.loads, ledger.read_text(encoding="utf-8").splitlines())
    assert (told["row"], told["seed"], told["outcome"], told["times"]) == ("locked", 11, "kept", 5)
    assert "| locked |" in capsys.readouterr().out
