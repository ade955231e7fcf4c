"""`audit key` and `audit checkpoint`: a key that stays secret, and a log that never signs against what it signed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cli.audit.witnessing import keys_folder
from engine.law import LANGUAGES
from store.evidence.keys import key_file, write_key
from store.evidence.note import new_signer
from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_cli.test_audit_verify import cut, forge, meddling

KEPT = "kept"


def files_below(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_a_key_is_made_once_and_its_secret_stays_in_its_file(database: Path, folder: Path) -> None:
    """The private key stands in the settings folder, 0600, named as the log; no answer and no database holds it."""
    made = answer("audit", "key", "init")
    path = Path(made["file"])
    assert made["name"] == f"ohjaus/{answer('audit', 'verify')['log']}"
    assert (path.stat().st_mode & 0o777, path.is_relative_to(folder / "config")) == (0o600, True)
    secret = path.read_text().strip().split("+", 4)[4]
    said = [invoke("audit", "key", *rest).output for rest in (["show"], ["show", "-v"], ["init"])]
    assert not any(secret in text for text in [*said, str(made)])
    assert secret.encode() not in database.read_bytes()
    again = invoke("audit", "key", "init")
    assert (again.exit_code, "key-exists" in again.stderr) == (5, True)
    assert path.read_text().strip().endswith(secret)


def test_the_public_key_is_shown_for_others_to_take(database: Path) -> None:
    """`key show` gives the verifier key of the note format, the same as when it was made."""
    assert answer("audit", "key", "show")["keys"] == []
    made = answer("audit", "key", "init", "--name", "example.org/registry")
    shown = answer("audit", "key", "show")["keys"]
    assert [(one["name"], one["vkey"], one["signs"]) for one in shown] == [("example.org/registry", made["vkey"], True)]
    assert made["vkey"] in succeed("audit", "key", "show").stdout


@pytest.mark.parametrize(
    "name",
    [*("a name", "a+b", "", " ", "..", ".", "../../../../esc", "k1/", "/k1", "a//b", "a/.", "é", "a\x1b[2Jb", "a\n"),
     *("\u202ek", "\u3164")],
)  # fmt: skip
def test_a_key_with_an_odd_name_is_refused(database: Path, folder: Path, name: str) -> None:
    """What is no plain name would be a path, or would not survive being written into a note."""
    # when
    said = {language: invoke("audit", "key", "init", f"--name={name}", "--lang", language) for language in LANGUAGES}
    # then: each language says the rule and what to type instead, and nothing was written
    assert {result.exit_code for result in said.values()} == {9}
    assert all("[key-name-odd]" in result.stderr for result in said.values())
    assert all("--name example.org/registry" in result.stderr for result in said.values())
    assert "0–9" in said["fi"].stderr
    assert not (folder / "config" / "ohjaus" / "keys").exists()


@pytest.mark.parametrize("name", ["k1", "example.org/registry", "a_b", "a-b.2", "...a"])
def test_a_key_with_a_plain_name_is_made(database: Path, name: str) -> None:
    """Letters, digits, dots, underscores and hyphens, parted by slashes."""
    assert answer("audit", "key", "init", "--name", name)["name"] == name


def test_two_names_never_share_a_file(database: Path) -> None:
    """The file of `a/b` is that of `a_b` too: the second of them is refused with the name of the first."""
    # given
    made = answer("audit", "key", "init", "--name", "a/b")
    # when
    results = [invoke("audit", "key", "init", "--name", "a_b", *more) for more in ((), ("--dry-run",))]
    # then
    assert [(result.exit_code, "[key-name-alike]" in result.stderr) for result in results] == [(5, True)] * 2
    assert all("a/b" in result.stderr for result in results)
    assert [one["vkey"] for one in answer("audit", "key", "show")["keys"]] == [made["vkey"]]
    again = invoke("audit", "key", "init", "--name", "a/b")
    assert (again.exit_code, "[key-exists]" in again.stderr) == (5, True)
    # and nothing is signed with the one where the other was meant
    meant = invoke("audit", "checkpoint", "--sign-with", "a_b")
    assert (meant.exit_code, "[key-missing]" in meant.stderr) == (3, True)
    assert answer("audit", "checkpoint", "--sign-with", "a/b")["key"] == "a/b"


def test_a_public_key_that_was_handed_over_is_left_where_it_is(database: Path) -> None:
    """What somebody else signed is checked by it: a key of that name is not made over it, nor rehearsed."""
    own = Path(answer("audit", "key", "init", "--name", "ours")["file"])
    handed = own.with_name("registry.vkey")
    handed.write_text("made-up key of another office", encoding="utf-8")
    for more in ((), ("--dry-run",)):
        refused = invoke("audit", "key", "init", "--name", "registry", *more)
        assert (refused.exit_code, "[key-exists]" in refused.stderr, str(handed) in refused.stderr) == (5, True, True)
    assert handed.read_text(encoding="utf-8") == "made-up key of another office"
    assert not handed.with_suffix(own.suffix).exists()


def test_a_key_whose_name_is_odd_is_still_read(database: Path) -> None:
    """Keys that were made before under such a name sign and are believed as they were."""
    # given
    kept = new_signer("../k1/")
    write_key(key_file(keys_folder(), kept.name), kept)
    # then
    assert answer("audit", "checkpoint", "--sign-with", "../k1/")["key"] == "../k1/"
    assert [one["name"] for one in answer("audit", "key", "show")["keys"]] == ["../k1/"]


def test_a_rehearsed_key_and_checkpoint_leave_no_trace(database: Path, folder: Path) -> None:
    """With --dry-run nothing is written, and nothing that could be mistaken for a signature is shown."""
    before = files_below(folder)
    assert answer("audit", "key", "init", "--dry-run")["vkey"] is None
    assert files_below(folder) == before
    succeed("audit", "key", "init")
    before = files_below(folder)
    assert answer("audit", "checkpoint", "--out", KEPT, "--dry-run")["note"] is None
    assert files_below(folder) == before


def test_a_key_that_others_may_read_does_not_sign(database: Path) -> None:
    """A key opened to others is refused with the command that closes it."""
    path = Path(answer("audit", "key", "init")["file"])
    path.chmod(0o644)
    result = invoke("audit", "checkpoint")
    assert (result.exit_code, "key-too-open" in result.stderr, "chmod 600" in result.stderr) == (5, True, True)


def test_without_a_key_the_way_to_one_is_said(database: Path) -> None:
    """Signing without a key is not found (3), with the command that makes one."""
    result = invoke("audit", "checkpoint", "--out", KEPT)
    assert (result.exit_code, "ohjaus audit key init" in result.stderr) == (3, True)


def test_of_several_keys_the_one_named_as_the_log_signs(database: Path) -> None:
    """Where no key bears the log's name, one of several has to be chosen."""
    for name in ("example.org/a", "example.org/b"):
        succeed("audit", "key", "init", "--name", name)
    assert invoke("audit", "checkpoint").exit_code == 5
    assert answer("audit", "checkpoint", "--sign-with", "example.org/b")["key"] == "example.org/b"
    own = answer("audit", "key", "init")["name"]
    assert answer("audit", "checkpoint")["key"] == own


def test_a_checkpoint_says_where_the_log_stands(database: Path, folder: Path) -> None:
    """The file holds origin, size and root on the format's lines, and what `verify` says of the same log."""
    succeed("audit", "key", "init")
    made = answer("audit", "checkpoint", "--out", KEPT)
    found = answer("audit", "verify")
    note = (folder / KEPT / f"{found['events']}.note").read_text()
    assert note == made["note"]
    assert note.split("\n")[0] == made["origin"] == f"ohjaus/{found['log']}"
    assert (made["size"], made["root"], made["chain"]) == (found["events"], found["tree"]["root"], found["head"])
    assert str(folder) not in note


def test_the_note_itself_is_printed_where_no_file_is_named(database: Path) -> None:
    """Onto the screen comes the note and nothing else, so that it can be sent on."""
    succeed("audit", "key", "init")
    printed, note = succeed("audit", "checkpoint").stdout, answer("audit", "checkpoint")["note"]
    # The two were signed one after the other: all but the time and the signature is the same.
    assert printed.split("\n")[:5] == note.split("\n")[:5]
    assert printed.count("\n\n") == 1


def test_a_log_that_did_not_grow_needs_no_second_checkpoint(database: Path, folder: Path) -> None:
    """The checkpoint of the same size is left as it is; after another event there are two."""
    succeed("audit", "key", "init")
    first = answer("audit", "checkpoint", "--out", KEPT)
    note = Path(first["file"]).read_text()
    again = answer("audit", "checkpoint", "--out", KEPT)
    assert (first["made"], again["made"], Path(first["file"]).read_text()) == (True, False, note)
    succeed("case", "note", "evaluation-15-2025", "made-up note")
    assert answer("audit", "checkpoint", "--out", KEPT)["made"] is True
    assert len(list((folder / KEPT).iterdir())) == 2


def test_a_file_that_is_there_is_not_written_over(database: Path, folder: Path) -> None:
    """A named file stays what it is."""
    succeed("audit", "key", "init")
    (folder / "mine.note").write_text("a made-up letter")
    result = invoke("audit", "checkpoint", "--out", "mine.note")
    assert (result.exit_code, (folder / "mine.note").read_text()) == (5, "a made-up letter")


@pytest.mark.parametrize("way", ["the folder", "the key's memory"])
def test_a_log_that_was_rolled_back_is_not_signed(database: Path, folder: Path, way: str) -> None:
    """What was signed before is known from the folder, and from beside the key where the folder is new."""
    succeed("audit", "key", "init")
    succeed("audit", "checkpoint", "--out", KEPT)
    cut(database, 90)
    if way == "the folder":
        shutil.copytree(folder / KEPT, folder / "given")
        for memory in (folder / "config").rglob("*.signed"):
            memory.unlink()
    result = invoke("audit", "checkpoint", "--out", "given")
    assert (result.exit_code, "checkpoint-log-shorter" in result.stderr) == (7, True)


def test_a_log_that_was_rewritten_is_not_signed(database: Path) -> None:
    """A new chain over a changed past is whole in itself, and contradicts what the key signed."""
    succeed("audit", "key", "init")
    succeed("audit", "checkpoint")
    forge(database, b'"term_ends_on":"2026-06-12"', b'"term_ends_on":"2026-06-13"')
    result = invoke("audit", "checkpoint")
    assert (result.exit_code, "checkpoint-root-differs" in result.stderr) == (7, True)


def test_a_damaged_log_is_not_signed(database: Path) -> None:
    """A log with a changed event, or without one of its triggers, gets no checkpoint."""
    succeed("audit", "key", "init")
    with meddling(database) as driver:
        trigger = driver.execute("SELECT sql FROM sqlite_master WHERE name = 'events_not_changed'").fetchone()[0]
        driver.execute("DROP TRIGGER events_not_changed")
        assert invoke("audit", "checkpoint").exit_code == 7
        driver.execute("UPDATE events SET effective_on = '2020-01-01' WHERE position = 50")
        driver.execute(trigger)
    result = invoke("audit", "checkpoint")
    assert (result.exit_code, "columns-differ" in result.stderr) == (7, True)


def test_a_folder_of_another_logs_checkpoints_is_refused(database: Path, folder: Path) -> None:
    """Two logs do not share a folder: a checkpoint there that is of another log is a contradiction."""
    succeed("audit", "key", "init", "--name", "example.org/registry")
    succeed("audit", "checkpoint", "--out", KEPT)
    succeed("init", "--db", "other.db")
    result = invoke("audit", "checkpoint", "--out", KEPT, "--db", "other.db")
    assert (result.exit_code, "checkpoint-foreign" in result.stderr) == (7, True)
