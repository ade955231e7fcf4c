"""`audit verify --checkpoints`: what no check inside the file can find, found by what somebody else kept."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from store.personal.file import beside
from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_cli.test_audit_verify import CASE, cut, forge, write


def witnessed(*more: str) -> tuple[int, dict[str, Any]]:
    """Verifies against the checkpoints that were kept."""
    result = invoke("audit", "verify", "--checkpoints", "kept", "--format", "json", *more)
    return result.exit_code, json.loads(result.stdout)


def keep_checkpoint() -> dict[str, Any]:
    """Makes a key unless there is one, and keeps a checkpoint."""
    invoke("audit", "key", "init")
    made: dict[str, Any] = answer("audit", "checkpoint", "--out", "kept")
    return made


def test_a_log_that_agrees_with_its_checkpoint_is_witnessed(database: Path) -> None:
    """Whole, lawful and seen by somebody: the strongest of the four verdicts, with the age of what was seen."""
    made = keep_checkpoint()
    code, found = witnessed()
    checkpoints = found["checkpoints"]
    assert (code, found["verdict"], checkpoints["ok"], checkpoints["checked"]) == (0, "witnessed", True, 1)
    assert (checkpoints["witnessed_at"], checkpoints["witnessed_events"]) == (made["time"], found["events"])
    assert (checkpoints["unwitnessed_events"], checkpoints["age_seconds"] >= 0) == (0, True)
    assert [note["signed_by"] for note in checkpoints["notes"]] == [[made["key"]]]


def test_what_came_after_the_newest_checkpoint_is_said_to_be_unwitnessed(database: Path) -> None:
    """An old checkpoint agrees with a log that grew; how much nobody has seen since is counted."""
    made = keep_checkpoint()
    succeed("case", "note", CASE, "made-up note")
    code, found = witnessed()
    assert (code, found["verdict"], found["ok"]) == (0, "unwitnessed", True)
    assert (found["checkpoints"]["witnessed_events"], found["checkpoints"]["unwitnessed_events"]) == (made["size"], 1)
    later = invoke("audit", "verify", "--checkpoints", "kept", "--now", "2040-01-01T00:00:00Z")
    assert (later.exit_code, " days ago" in later.stdout) == (0, True)
    earlier = invoke("audit", "verify", "--checkpoints", "kept", "--now", "2020-01-01T00:00:00Z")
    assert (earlier.exit_code, "which this clock has not reached" in earlier.stdout) == (0, True)


def test_a_log_that_was_rolled_back_is_found_by_its_checkpoint_alone(database: Path) -> None:
    """The end cut off together with all that had noted it: whole in itself, and rolled back to who kept a note."""
    keep_checkpoint()
    cut(database, 90)
    alone = answer("audit", "verify")
    assert (alone["ok"], alone["verdict"], alone["events"]) == (True, "unwitnessed", 90)
    code, found = witnessed()
    assert (code, found["verdict"], found["chain"]["ok"]) == (7, "rolled-back", True)
    assert found["checkpoints"]["first_fault"]["code"] == "checkpoint-log-shorter"
    assert invoke("audit", "verify", "--checkpoints", "kept").stdout.startswith("ROLLED BACK: ")


def test_a_log_restored_from_an_old_backup_is_rolled_back(database: Path, folder: Path) -> None:
    """An old copy put in the place of the file is a sound log, and an older one."""
    backup = database.read_bytes()
    succeed("case", "note", CASE, "made-up note")
    keep_checkpoint()
    write(database, backup)
    code, found = witnessed()
    assert (code, found["verdict"], answer("audit", "verify")["ok"]) == (7, "rolled-back", True)


def test_a_rewritten_log_whose_rules_hold_is_found_by_its_checkpoint_alone(database: Path) -> None:
    """A text changed that no rule looks at, and every hash after it made anew: only a checkpoint remembers."""
    succeed("case", "note", CASE, "made-up note")
    keep_checkpoint()
    forge(database, b"made-up note", b"forged-up note")
    assert answer("audit", "verify")["ok"] is True
    code, found = witnessed()
    assert (code, found["verdict"], found["checkpoints"]["first_fault"]["code"]) == (
        7,
        "damaged",
        "checkpoint-root-differs",
    )


def test_a_log_exchanged_for_another_is_found(database: Path) -> None:
    """A sound log of another identity is not the one that was witnessed; which is which is told."""
    origin = keep_checkpoint()["origin"]
    database.unlink()
    beside(database).unlink()
    succeed("demo", "--db", str(database))
    code, found = witnessed()
    fault = found["checkpoints"]["first_fault"]
    assert (code, fault["code"], fault["details"]["expected"]) == (7, "checkpoint-foreign", origin)


def test_a_checkpoint_is_believed_only_of_a_known_key(database: Path, folder: Path) -> None:
    """Another key that is named, none at all, or a note that was edited: each is told apart, with exit code 7."""
    made = keep_checkpoint()
    other = answer("audit", "key", "init", "--name", "example.org/other", "--format", "json")
    assert witnessed("--key", made["vkey"])[0] == 0
    code, found = witnessed("--key", other["vkey"])
    assert (code, found["checkpoints"]["first_fault"]["code"]) == (7, "note-key-unknown")
    note = Path(made["file"])
    note.write_text(note.read_text().replace("production no", "production yes"))
    code, found = witnessed()
    assert (code, found["checkpoints"]["first_fault"]["code"]) == (7, "note-signature-false")
    note.write_text("nothing of the kind")
    code, found = witnessed()
    assert (code, found["checkpoints"]["first_fault"]["code"]) == (7, "note-malformed")
    shutil.rmtree(folder / "config")
    note.write_text(made["note"])
    code, found = witnessed()
    assert (code, found["checkpoints"]["first_fault"]["code"]) == (7, "note-key-unknown")


def test_a_key_may_be_named_by_its_file_or_lie_in_the_folder_of_keys(database: Path, folder: Path) -> None:
    """An auditor saves the authority's public key once, and needs to name it no more."""
    made = keep_checkpoint()
    shutil.rmtree(folder / "config")
    (folder / "authority.vkey").write_text(made["vkey"] + "\n")
    assert witnessed("--key", "authority.vkey")[0] == 0
    keys = folder / "config" / "ohjaus" / "keys"
    keys.mkdir(parents=True)
    shutil.copy(folder / "authority.vkey", keys)
    assert witnessed()[0] == 0


def test_without_checkpoints_where_they_should_be_nothing_is_verified(database: Path, folder: Path) -> None:
    """An empty folder is no witness that agrees: not found (3). A key that is none is rejected (9)."""
    (folder / "kept").mkdir()
    assert invoke("audit", "verify", "--checkpoints", "kept").exit_code == 3
    keep_checkpoint()
    assert invoke("audit", "verify", "--checkpoints", "kept", "--key", "no key").exit_code == 9


@pytest.mark.parametrize(
    ("language", "said"), [("fi", "anna myös --checkpoints"), ("en", "give --checkpoints as well")]
)
def test_a_key_without_checkpoints_is_said_to_be_for_nothing(language: str, said: str, empty: Path) -> None:
    """Whoever names a key and no checkpoint is not left to believe that something was held against it."""
    result = invoke("audit", "verify", "--key", "made-up", "--lang", language)
    assert (result.exit_code, said in result.stderr) == (2, True)
