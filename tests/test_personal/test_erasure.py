"""Erasing a person: recorded first, then gone for good, and no proof is the worse for it."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from store.personal.file import beside
from tests.ready import program
from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_house.tree import ROOT
from tests.test_personal.conftest import CASE, FIRST, SECOND

WHY = ("--ground", "unlawful", "--reason", "made-up reason")


def raw(folder: Path) -> bytes:
    """Every byte of every file in a folder, those in archives unpacked."""
    return b"".join(_contents(folder))


def _contents(folder: Path) -> Iterator[bytes]:
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            yield file.read_bytes()
            if zipfile.is_zipfile(file):
                with zipfile.ZipFile(file) as archive:
                    yield from (archive.read(name) for name in archive.namelist())


def key_of(log: Path, reference: str) -> bytes:
    """The key of a person, as the key store holds it."""
    import sqlite3

    driver = sqlite3.connect(beside(log))
    (key,) = driver.execute("SELECT key FROM persons WHERE reference = ?", [reference]).fetchone()
    driver.close()
    return bytes(key)


def test_an_erased_person_is_gone_from_every_view(log: Path) -> None:
    """The reference stays, the name is nowhere: not in a view, not in the file, not in its WAL."""
    reference = answer("person", "show", SECOND)["reference"]
    key = key_of(log, reference)
    done = answer("person", "erase", SECOND, *WHY)
    assert (done["reference"], done["replayed"]) == (reference, False)
    kept = raw(log.parent)
    assert (key in kept, SECOND.encode() in kept) == (False, False)
    told = succeed("case", "history", CASE).stdout
    assert (SECOND in told, f"erased person {reference}" in told) == (False, True)
    assert answer("case", "history", CASE)[1]["recorded_by"]["person"] == reference
    assert answer("case", "history", CASE)[1]["recorded_by"]["person_name"] is None
    assert answer("person", "show", reference)["events"] == 1
    assert invoke("person", "show", SECOND).exit_code == 3


def test_the_erasure_is_an_event_without_a_name(log: Path) -> None:
    """It holds the reference, the ground, the reason and who did it, on article 17 of the regulation."""
    reference = answer("person", "show", SECOND)["reference"]
    own = answer("person", "show", FIRST)["reference"]
    succeed("person", "erase", SECOND, *WHY)
    begun, erased = answer("audit", "log")[-2:]
    assert begun["type"] == "person_register.register_begun"
    assert erased["type"] == "person_register.person_erased"
    assert erased["data"] == {"reference": reference, "ground": "unlawful", "reason": "made-up reason"}
    assert erased["recorded_by"]["person"] == own
    assert "(EU) 2016/679 17 art." in erased["basis"]


def test_who_was_erased_and_acts_again_is_somebody_new(log: Path, sits: Callable[[str], None]) -> None:
    """Nothing leads from the new reference to the old one."""
    old = answer("person", "show", SECOND)["reference"]
    succeed("person", "erase", SECOND, *WHY)
    sits(SECOND)
    succeed("case", "note", CASE, "another made-up note")
    assert answer("person", "show", SECOND)["reference"] != old
    assert answer("person", "show", SECOND)["events"] == 1


def test_erasing_the_same_reference_again_answers_the_same(log: Path) -> None:
    """Nothing more is recorded."""
    reference = answer("person", "show", SECOND)["reference"]
    first = answer("person", "erase", reference, *WHY)
    again = answer("person", "erase", reference, *WHY)
    assert again == {**first, "replayed": True}
    assert [event["type"] for event in answer("audit", "log")].count("person_register.person_erased") == 1


def test_erasing_a_name_again_under_the_same_id_answers_the_same(log: Path) -> None:
    """The name leads nowhere any more, and the id does; somebody else is not erased under it."""
    first = answer("person", "erase", SECOND, *WHY, "--command-id", "made-up-id")
    again = answer("person", "erase", SECOND, *WHY, "--command-id", "made-up-id")
    assert again == {**first, "replayed": True}
    assert invoke("person", "erase", SECOND, *WHY, "--command-id", "another-id").exit_code == 3
    other = invoke("person", "erase", FIRST, *WHY, "--command-id", "made-up-id")
    assert (other.exit_code, "command-reused" in other.stderr) == (6, True), other.stderr


def test_a_person_taken_away_without_a_record_is_found(log: Path) -> None:
    """Given a row that somebody deleted, when the key store is checked, it is not sound, and it is said of whom."""
    reference = answer("person", "show", SECOND)["reference"]
    assert answer("person", "check")["lost"] == []
    with closing(sqlite3.connect(beside(log))) as driver, driver:
        driver.execute("DELETE FROM persons WHERE reference = ?", [reference])
    found = invoke("person", "check", "--format", "json")
    assert (found.exit_code, json.loads(found.stdout)["lost"]) == (7, [reference])
    for language, words in (("fi", "avainvaraston aikana"), ("sv", "nyckellagret"), ("en", "since the key store")):
        assert words in invoke("person", "check", "--lang", language).stdout


def test_a_rehearsal_destroys_nothing(log: Path) -> None:
    """Neither the log nor the key store changes."""
    before = beside(log).read_bytes()
    head = answer("audit", "log")[-1]["hash"]
    done = answer("person", "erase", SECOND, *WHY, "--dry-run")
    assert (done["rehearsed"], done["position"]) == (True, None)
    assert (beside(log).read_bytes(), answer("audit", "log")[-1]["hash"]) == (before, head)


@pytest.mark.parametrize("words", [(), ("--ground", "unlawful"), ("--ground", "made-up", "--reason", "made-up")])
def test_a_ground_and_a_reason_are_asked_for(log: Path, words: tuple[str, ...]) -> None:
    """Without them nobody is erased: the law may demand that the name is kept."""
    assert invoke("person", "erase", SECOND, *words).exit_code == 2
    assert answer("person", "check")["kept"] == 2


def test_every_proof_holds_as_before(log: Path, folder: Path) -> None:
    """Verification, a checkpoint and bundles from before and after agree, and the stand-alone program says the same."""
    key = answer("audit", "key", "init", "--name", "made-up")["vkey"]
    succeed("audit", "checkpoint", "--out", "kept")
    note = next((folder / "kept").glob("*.note"))
    succeed("audit", "prove", CASE, "--checkpoint", str(note), "--out", "before")
    before = answer("audit", "verify", "--checkpoints", "kept", "--key", key)
    succeed("person", "erase", SECOND, *WHY)
    succeed("audit", "prove", CASE, "--checkpoint", str(note), "--out", "after")
    after = answer("audit", "verify", "--checkpoints", "kept", "--key", key)
    assert (before["ok"], after["ok"]) == (True, True)
    assert (folder / "before" / "events.jsonl").read_bytes() == (folder / "after" / "events.jsonl").read_bytes()
    for name in ("before", "after"):
        program = folder / name / "verify_ohjaus.py"
        done = subprocess.run([sys.executable, program, folder / name, "--key", key], capture_output=True, check=False)
        assert done.returncode == 0, done.stdout


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="nobody can be killed with SIGKILL on this system")
@pytest.mark.parametrize("then", [("case", "list"), ("case", "note", CASE, "a made-up note"), ("person", "list")])
def test_an_erasure_that_was_cut_off_is_finished(log: Path, then: tuple[str, ...]) -> None:
    """Killed between its record and its end, it is done by the next command that opens the log, whichever that is."""
    reference = answer("person", "show", SECOND)["reference"]
    key = key_of(log, reference)
    command = [*program("tests.test_personal.cut_off"), FIRST, SECOND]
    killed = subprocess.run(command, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert key in raw(log.parent)
    told = succeed(*then).stdout
    assert SECOND not in told
    assert key not in raw(log.parent)
    assert answer("person", "check")["erased"] == 1
    assert answer("person", "erase", reference, *WHY)["replayed"]


def test_a_key_store_put_back_from_before_forgets_again(log: Path) -> None:
    """A copy made before the erasure still holds the key; opening the log with it destroys that one too."""
    reference = answer("person", "show", SECOND)["reference"]
    key, older = key_of(log, reference), beside(log).read_bytes()
    succeed("person", "erase", SECOND, *WHY)
    beside(log).write_bytes(older)
    assert key in raw(log.parent)
    assert SECOND not in succeed("case", "history", CASE).stdout
    assert key not in raw(log.parent)


def test_no_export_holds_a_name(log: Path, folder: Path) -> None:
    """Whatever leaves the log holds references: every export, the pages, the calendar, a bundle of an incident."""
    out = folder / "out"
    out.mkdir()
    succeed("audit", "key", "init", "--name", "made-up")
    succeed("audit", "checkpoint", "--out", str(out / "kept"))
    note = next((out / "kept").glob("*.note"))
    for kind in ("ocel", "xes", "csv", "jsonl", "parquet", "cloudevents"):
        assert invoke("audit", "export", "--format", kind, "--out", str(out / f"log.{kind}")).exit_code in (0, 1), kind
    succeed("audit", "export", "--format", "bundle", "--checkpoint", str(note), "--out", str(out / "bundle.zip"))
    succeed("picture", "build", "--out", str(out / "picture"))
    succeed("incident", "bundle", "--out", str(out / "incident.zip"))
    succeed("metrics", "write", "--out", str(out / "all.prom"))
    succeed("deadline", "export", "--person", FIRST, "--out", str(out / "deadlines.ics"))
    (out / "log.json").write_text(json.dumps(answer("audit", "log")), encoding="utf-8")
    assert {name for name in (FIRST, SECOND) if name.encode() in raw(out)} == set()
    reference = answer("person", "show", FIRST)["reference"].encode()
    assert reference in raw(out)
