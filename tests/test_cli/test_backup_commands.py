"""`db backup` and `db restore` as an administrator types them: what is made, what would be lost, who is asked."""

from __future__ import annotations

import json
import os
import pty
import subprocess
from pathlib import Path

import pytest

from tests.ready import program
from tests.test_cli.conftest import answer, invoke, succeed

CASE = "evaluation-15-2025"


def position(path: Path | str) -> int:
    return int(answer("audit", "verify", "--db", str(path))["events"])


def note(text: str) -> None:
    succeed("case", "note", CASE, f"A made-up note: {text}")


@pytest.fixture
def kept(database: Path, folder: Path) -> Path:
    """A backup of the demo log, after which one note more was recorded."""
    succeed("db", "backup", "--out", "kept.db")
    note("after the backup")
    return folder / "kept.db"


def test_a_backup_tells_what_it_holds(database: Path, folder: Path) -> None:
    """Position, head and root are those that verification finds, in the log and in the copy."""
    made = answer("db", "backup", "--out", "kept.db")
    log, copy = answer("audit", "verify"), answer("audit", "verify", "--db", "kept.db")
    told = (made["position"], made["head"], made["root"], made["verified"])
    assert told == (log["events"], log["head"], log["tree"]["root"], True)
    # The write-ahead log and the names of persons stay with the log; neither is copied here.
    apart = {"wal": None, "persons": None}
    assert {**copy, **apart} == {**log, **apart}
    assert (folder / "kept.db").stat().st_mode & 0o777 == 0o600


def test_a_rehearsal_writes_nothing(database: Path, folder: Path) -> None:
    """With --dry-run it is told where the backup would go."""
    made = answer("db", "backup", "--out", "kept.db", "--dry-run")
    assert (made["rehearsed"], made["verified"], (folder / "kept.db").exists()) == (True, False, False)


def test_what_would_be_lost_is_told_and_nothing_is_done(kept: Path, database: Path) -> None:
    """A rehearsal names the events, their times and their case."""
    before = position(database)
    found = answer("db", "restore", str(kept), "--dry-run")
    target = found["target"]
    assert (found["loses"], found["restored"], found["kept"]) == (True, False, None)
    assert (target["state"], target["lost"], target["cases"]) == ("ahead", 1, [CASE])
    assert position(database) == before


@pytest.mark.parametrize("options", [(), ("--no-input",)])
def test_a_script_that_does_not_say_yes_is_refused(options: tuple[str, ...], kept: Path, database: Path) -> None:
    """Where no person sits there, a loss takes --yes; the refusal says what would be lost."""
    before = position(database)
    result = invoke("db", "restore", str(kept), "--format", "json", *options)
    error = json.loads(result.stdout)["error"]
    assert (result.exit_code, error["code"]) == (5, "restore-loses")
    assert CASE in error["message"]
    assert position(database) == before


def test_with_yes_the_backup_stands_there_and_the_log_beside_it(kept: Path, database: Path) -> None:
    """What stood there is kept, whole, under the name that is told."""
    before = position(database)
    found = answer("db", "restore", str(kept), "--yes")
    assert found["restored"]
    assert (position(database), position(found["kept"])) == (before - 1, before)


def at_a_terminal(*arguments: str, typed: str) -> int:
    ours, theirs = pty.openpty()
    os.write(ours, typed.encode())
    process = subprocess.Popen([*program("cli"), *arguments], stdin=theirs, stdout=subprocess.DEVNULL, stderr=theirs)
    code = process.wait(timeout=120)
    os.close(theirs)
    os.close(ours)
    return code


@pytest.mark.parametrize(("typed", "code", "lost"), [("{id}\n", 0, 1), ("{short}\n", 0, 1), ("yes\n", 130, 0)])
def test_a_person_types_the_id_of_the_log(typed: str, code: int, lost: int, kept: Path, database: Path) -> None:
    """A yes is typed too easily for what cannot be undone."""
    before = position(database)
    log_id = answer("db", "restore", str(kept), "--dry-run")["backup"]["log_id"]
    ended = at_a_terminal("db", "restore", str(kept), typed=typed.format(id=log_id, short=log_id[:8]))
    assert (ended, before - position(database)) == (code, lost)


def test_a_checkpoint_tells_what_no_log_there_can(kept: Path, database: Path, folder: Path) -> None:
    """Where nothing stands, only what was signed elsewhere knows that the log once had more."""
    assert not answer("db", "restore", str(kept), "--dry-run", "--db", "again.db")["loses"]
    succeed("audit", "key", "init", "--name", "registry")
    succeed("audit", "checkpoint", "--out", "checkpoints")
    key = answer("audit", "key", "show")["keys"][0]["vkey"]
    # One's own key remembers what it signed; without it, the notes that others keep do.
    remembered = answer("db", "restore", str(kept), "--dry-run", "--db", "again.db")
    (folder / "config").rename(folder / "elsewhere")
    forgotten = answer("db", "restore", str(kept), "--dry-run", "--db", "again.db")
    told = answer(
        "db", "restore", str(kept), "--dry-run", "--db", "again.db", "--checkpoints", "checkpoints", "--key", key
    )
    assert [one["checkpoints"]["lost"] for one in (remembered, forgotten, told)] == [1, 0, 1]
    assert [one["loses"] for one in (remembered, forgotten, told)] == [True, False, True]


def test_a_backup_that_contradicts_a_checkpoint_is_no_backup(kept: Path, database: Path) -> None:
    """Of the same length and with another history: it is refused whoever says yes."""
    succeed("db", "restore", str(kept), "--db", "other.db")
    succeed("person", "protect", "--new-store", "--db", "other.db")
    succeed("case", "note", CASE, "Another made-up note", "--db", "other.db")
    succeed("audit", "key", "init", "--name", "registry")
    succeed("audit", "checkpoint", "--out", "checkpoints")
    succeed("db", "backup", "--out", "forged.db", "--db", "other.db")
    result = invoke("db", "restore", "forged.db", "--yes", "--checkpoints", "checkpoints", "--format", "json")
    assert (result.exit_code, json.loads(result.stdout)["error"]["code"]) == (7, "checkpoint-root-differs")


def test_a_damaged_backup_is_found_before_anything_is_touched(kept: Path, database: Path) -> None:
    """A byte changed in the file of a backup makes it none."""
    content = kept.read_bytes()
    kept.write_bytes(content.replace(b"evaluation.", b"evaluatiom.", 1))
    before = database.read_bytes()
    assert invoke("db", "restore", str(kept), "--yes").exit_code == 7
    assert database.read_bytes() == before


@pytest.mark.parametrize(("language", "said"), [("fi", "on vaurioitunut"), ("sv", "är skadad"), ("en", "is damaged")])
def test_damage_is_told_in_the_language_and_of_which_file_it_is(
    language: str, said: str, kept: Path, database: Path, folder: Path
) -> None:
    """Of the log that stands there, and of the backup: neither is told in the words of the other."""
    content = bytearray(database.read_bytes())
    for at in range(4096, len(content), 4096):
        content[at : at + 64] = b"k" * 64
    for name in ("damaged.db", "worn.db"):
        (folder / name).write_bytes(content)
        (folder / name).chmod(0o600)
    there = invoke("db", "restore", str(kept), "--db", "damaged.db", "--lang", language)
    assert (there.exit_code, said in there.stderr) == (5, True)
    assert ("The database" in there.stderr) == (language == "en")
    worn = invoke("db", "restore", "worn.db", "--db", "again.db", "--lang", language)
    assert (worn.exit_code, "[backup-unsound]" in worn.stderr, "worn.db" in worn.stderr) == (7, True, True)
    assert "audit verify --db worn.db" in worn.stderr


def test_a_log_on_a_server_is_restored_by_copying(kept: Path) -> None:
    """A backup is not put over a log on a server; the command that carries it there is named."""
    result = invoke("db", "restore", str(kept), "--db", "postgresql://kite@castle.invalid/kites", "--format", "json")
    error = json.loads(result.stdout)["error"]
    assert (result.exit_code, error["code"], "ohjaus db copy" in error["try"]) == (5, "restore-on-server", True)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_pages_say_what_was_done(language: str, kept: Path, database: Path) -> None:
    """In each language a backup and a lossy restore are told with the next command."""
    backup = succeed("db", "backup", "--out", f"{language}.db", "--lang", language).stdout
    restored = succeed("db", "restore", str(kept), "--yes", "--lang", language).stdout
    assert "ohjaus audit verify" in backup
    assert CASE in restored
    assert "replaced-" in restored
