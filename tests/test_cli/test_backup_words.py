"""What is said of a log, a backup and a place when something stands in the way: which of them, and what to do now."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.test_cli.conftest import answer, invoke, succeed

CASE = "evaluation-15-2025"


def refused(*arguments: str) -> tuple[int, str, str]:
    """The exit code, the code and the sentence of what is refused."""
    result = invoke(*arguments, "--format", "json")
    error = json.loads(result.stdout)["error"]
    return result.exit_code, error["code"], error["message"]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_two_losses_are_two_sentences(language: str, database: Path, folder: Path) -> None:
    """What the log has more and what a checkpoint saw more stand beside each other as sentences do."""
    succeed("db", "backup", "--out", "kept.db")
    succeed("case", "note", CASE, "a made-up note")
    succeed("audit", "key", "init", "--name", "made-up")
    succeed("audit", "checkpoint", "--out", "checkpoints")
    _, code, message = refused("db", "restore", "kept.db", "--lang", language)
    assert (code, ".," in message, ".." in message) == ("restore-loses", False, False)


def test_a_backup_that_is_not_whole_is_named_in_what_to_do(database: Path, folder: Path) -> None:
    """Not the place where it was to go, which may hold nothing at all."""
    succeed("db", "backup", "--out", "kept.db")
    with closing(sqlite3.connect(folder / "kept.db", isolation_level=None)) as driver:
        driver.execute("DROP TRIGGER events_not_changed")
        driver.execute("UPDATE events SET canonical = CAST(canonical || ' ' AS BLOB) WHERE position = 3")
    result = invoke("db", "restore", "kept.db", "--db", "tried.db")
    assert (result.exit_code, "backup-unsound" in result.stderr) == (7, True)
    assert "Try: ohjaus audit verify --db kept.db" in result.stderr


@pytest.mark.parametrize("rehearsed", [(), ("--dry-run",)], ids=["made", "rehearsed"])
def test_a_log_that_stands_there_is_called_a_log(rehearsed: tuple[str, ...], folder: Path) -> None:
    """Its key store stands there too, and is not what is in the way."""
    succeed("init", "--db", "there.db")
    code, found, message = refused("init", "--db", "there.db", *rehearsed)
    assert (code, found, "there.db already" in message) == (5, "log-exists", True)


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (("db", "backup", "--out", "b.db", "--db", "loop.db"), "cannot-open"),
        (("db", "restore", "demo.db", "--db", "loop.db"), "cannot-open"),
        (("db", "copy", "loop.db", "b.db"), "cannot-open"),
        (("db", "copy", "demo.db", "loop.db"), "log-exists"),
        (("db", "backup", "--out", "loop.db"), "file-exists"),
        (("init", "--db", "loop.db"), "log-exists"),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, tuple) else one,
)
def test_a_link_that_leads_to_itself_is_told(
    arguments: tuple[str, ...], found: str, database: Path, folder: Path
) -> None:
    """As what cannot be opened, or as something that stands there."""
    (folder / "loop.db").symlink_to("loop.db")
    before = {one.name for one in folder.iterdir()}
    assert refused(*arguments)[1] == found
    assert {one.name for one in folder.iterdir()} == before


def test_names_that_stand_beside_the_place_of_a_backup_are_left_alone(database: Path, folder: Path) -> None:
    """No backup is made beside them, and they are not brought up to those of the log."""
    there = folder / "kept.db.persons"
    succeed("db", "backup", "--out", "kept.db", "--with-persons")
    (folder / "kept.db").unlink()
    before = there.read_bytes()
    assert refused("db", "backup", "--out", "kept.db", "--with-persons")[1] == "persons-exist"
    assert (there.read_bytes(), (folder / "kept.db").exists()) == (before, False)


def test_the_readers_of_several_counties_are_made_at_once(database: Path) -> None:
    """Each county that is named has its role, whichever stands first."""
    printed = " ".join(answer("db", "init-roles", "--county", "15", "--county", "19")["statements"])
    assert ('"ohjaus_subject_15"' in printed, '"ohjaus_subject_19"' in printed) == (True, True)
