"""`audit prove`: a case's events proved without the rest of the log, and checked without this software."""

from __future__ import annotations

import json
import shutil
import sys
import zipfile
from pathlib import Path
from subprocess import run as run_program
from typing import Any

import pytest

from engine.envelope import event_hash
from store.evidence.checkpoint import parse_checkpoint
from store.evidence.note import open_note, parse_verifier
from store.evidence.tree import verify_consistency, verify_inclusion
from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_cli.test_audit_verify import CASE, forge, meddling

OPENING = ("steering_negotiation", "--subject", "Lappi", "--on", "2026-08-17", "--set", "year=2026")


@pytest.fixture
def key(database: Path) -> str:
    """The public key of whoever signs."""
    return str(answer("audit", "key", "init")["vkey"])


def check_alone(bundle: Path, *arguments: str) -> tuple[int, str]:
    """Runs the program inside a bundle as somebody without this software would."""
    program = bundle / "verify_ohjaus.py"
    done = run_program(
        [sys.executable, "-I", str(program), str(bundle), *arguments], capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


def test_every_event_of_the_case_is_proved_against_the_signed_root(key: str) -> None:
    """Each event's bytes have the leaf's hash, and its path leads to the root that the note signs."""
    found = answer("audit", "prove", CASE)
    note, _ = open_note(found["note"].encode(), [parse_verifier(key)])
    checkpoint = parse_checkpoint(note.text)
    history = answer("case", "history", CASE)
    assert [one["position"] for one in found["events"]] == [one["position"] for one in history]
    assert (found["size"], found["root"]) == (checkpoint.size, checkpoint.root.hex())
    for one in found["events"]:
        leaf, path = bytes.fromhex(one["leaf"]), [bytes.fromhex(step) for step in one["path"]]
        assert event_hash(one["canonical"].encode()) == one["leaf"]
        assert verify_inclusion(leaf, one["position"] - 1, checkpoint.size, path, checkpoint.root)


def test_a_bundle_is_checked_without_the_software(key: str, folder: Path) -> None:
    """The folder and the ZIP hold the same files; the program inside finds them whole with the key that is named."""
    succeed("audit", "prove", CASE, "--out", "proof")
    assert check_alone(folder / "proof", "--key", key)[0] == 0
    stranger = str(answer("audit", "key", "init", "--name", "example.org/stranger")["vkey"])
    assert check_alone(folder / "proof", "--key", stranger)[0] == 1
    succeed("audit", "prove", CASE, "--out", "proof.zip", "--sign-with", key.split("+", 1)[0])
    with zipfile.ZipFile(folder / "proof.zip") as archive:
        assert set(archive.namelist()) == {path.name for path in (folder / "proof").iterdir()}
        archive.extractall(folder / "unpacked")
    assert check_alone(folder / "unpacked", "--key", key)[0] == 0


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("events.jsonl", b"VM", b"VN"),
        ("proofs.jsonl", b'"path":["', b'"path":["0'),
        ("checkpoint.note", b"production no", b"production yes"),
        ("manifest.json", b'"events":', b'"events":1'),
        ("key.txt", b"ohjaus", b"ohjaaja"),
        ("README.txt", b"--key", b"--kay"),
    ],
)
def test_a_changed_bundle_is_not_whole(key: str, folder: Path, name: str, old: bytes, new: bytes) -> None:
    """A word changed in any file of the bundle is found without this software."""
    succeed("audit", "prove", CASE, "--out", "proof")
    file = folder / "proof" / name
    content = file.read_bytes()
    assert old in content
    file.write_bytes(content.replace(old, new, 1))
    code, said = check_alone(folder / "proof", "--key", key)
    assert (code in (1, 2), "Traceback" in said) == (True, False)


def test_nothing_of_other_cases_is_disclosed(key: str, folder: Path) -> None:
    """No other case's id, and none of its events' text, stands in the bundle."""
    succeed("audit", "prove", CASE, "--out", "proof")
    disclosed = b"".join(path.read_bytes() for path in (folder / "proof").iterdir() if path.suffix != ".py")
    log = answer("audit", "log")
    own = json.dumps([one for one in log if one["stream"] == CASE])
    others = {one["stream"] for one in log if one["stream"] != CASE and one["stream"] not in own}
    assert len(others) > 5
    assert [case for case in others if case.encode() in disclosed] == []
    assert [one["event_id"] for one in log if one["stream"] != CASE and one["event_id"].encode() in disclosed] == []


def test_a_kept_checkpoint_proves_what_it_saw(key: str, folder: Path) -> None:
    """Against a checkpoint of then, what came later is named as not proved; who saw nothing proves nothing."""
    succeed("audit", "checkpoint", "--out", "kept")
    (note,) = (folder / "kept").iterdir()
    succeed("case", "note", CASE, "made-up note")
    found = answer("audit", "prove", CASE, "--checkpoint", str(note))
    newest = answer("case", "history", CASE)[-1]["position"]
    assert (found["note"], found["unwitnessed"]) == (note.read_text(), [newest])
    assert newest not in [one["position"] for one in found["events"]]
    opened = answer("case", "start", *OPENING)
    result = invoke("audit", "prove", opened["case"], "--checkpoint", str(note))
    assert (result.exit_code, "event-unwitnessed" in result.stderr) == (5, True)


def test_a_bundle_proves_that_the_log_only_grew(key: str, folder: Path) -> None:
    """With an older checkpoint the path from its root to the new one is there, and holds."""
    older = answer("audit", "checkpoint", "--out", "kept")
    succeed("case", "note", CASE, "made-up note")
    found = answer("audit", "prove", CASE, "--older", "kept", "--out", "proof")
    growth: dict[str, Any] = json.loads((folder / "proof" / "consistency.json").read_bytes())
    assert growth == found["consistency"]
    assert growth["from"] == {"size": older["size"], "root": older["root"]}
    old, new = growth["from"], growth["to"]
    assert verify_consistency(
        old["size"],
        bytes.fromhex(old["root"]),
        new["size"],
        bytes.fromhex(new["root"]),
        [bytes.fromhex(step) for step in growth["path"]],
    )
    assert (folder / "proof" / "older.note").read_text() == older["note"]
    assert check_alone(folder / "proof", "--key", key)[0] == 0


def test_a_checkpoint_that_the_log_contradicts_proves_nothing(database: Path, key: str, folder: Path) -> None:
    """A rewritten log does not borrow the signature over what it was; an unknown key lends none."""
    succeed("audit", "checkpoint", "--out", "kept")
    (note,) = (folder / "kept").iterdir()
    forge(database, b'"term_ends_on":"2026-06-12"', b'"term_ends_on":"2026-06-13"')
    result = invoke("audit", "prove", CASE, "--checkpoint", str(note))
    assert (result.exit_code, "checkpoint-root-differs" in result.stderr) == (7, True)
    shutil.rmtree(folder / "config")
    result = invoke("audit", "prove", CASE, "--checkpoint", str(note))
    assert (result.exit_code, "note-key-unknown" in result.stderr) == (7, True)


def test_a_damaged_log_proves_nothing(database: Path, key: str, folder: Path) -> None:
    """Damage in another case's event is damage of the tree: nothing is written."""
    with meddling(database) as driver:
        trigger = driver.execute("SELECT sql FROM sqlite_master WHERE name = 'events_not_changed'").fetchone()[0]
        driver.execute("DROP TRIGGER events_not_changed")
        driver.execute("UPDATE events SET canonical = x'7b7d' WHERE position = 1 AND stream <> ?", (CASE,))
        driver.execute(trigger)
    result = invoke("audit", "prove", CASE, "--out", "proof")
    assert (result.exit_code, (folder / "proof").exists()) == (7, False)


def test_a_rehearsed_proof_writes_nothing_and_nothing_is_written_over(key: str, folder: Path) -> None:
    """--dry-run leaves no bundle; what is at the place already stays."""
    assert answer("audit", "prove", CASE, "--out", "proof", "--dry-run")["files"] == {}
    assert not (folder / "proof").exists()
    (folder / "proof").mkdir()
    assert invoke("audit", "prove", CASE, "--out", "proof").exit_code == 5
    assert list((folder / "proof").iterdir()) == []


def test_an_unknown_case_is_not_found(key: str) -> None:
    """A mistyped case is met with the nearest one (3)."""
    result = invoke("audit", "prove", "evaluation-15-2052")
    assert (result.exit_code, CASE in result.stderr) == (3, True)
