"""`audit security` over lines that no program of ours wrote: the others are shown, and the exit code says it."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.test_cli.conftest import invoke, stand_in, succeed

LONG = "x" * 1_000


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A log whose security log holds a line with a long text, one with rubbish, and another sound one."""
    stand_in(monkeypatch, tmp_path)
    monkeypatch.setenv("OHJAUS_DB", str(tmp_path / "log.db"))
    succeed("init")
    with closing(sqlite3.connect(tmp_path / "log.db", isolation_level=None)) as driver:
        for at, what in (("2031-06-21T09:00:00+00:00", LONG), ("rubbish", "y"), ("2031-06-21T10:00:00+00:00", "z")):
            driver.execute(
                "INSERT INTO security_log (number, at, person, identity, kind, what, details) "
                "SELECT coalesce(max(number), 0) + 1, ?, 'made-up-eero', 'x', 'denied', ?, '{}' FROM security_log",
                (at, what),
            )
    return tmp_path / "log.db"


def test_the_others_are_shown_and_the_exit_code_is_that_of_damage(log: Path) -> None:
    """In its place stands a line of which only the number is told; nothing fails for good."""
    found = invoke("audit", "security", "--format", "json")
    assert found.exit_code == 7
    assert [(one["number"], one["readable"], one["what"]) for one in json.loads(found.stdout)] == [
        (3, True, "z"),
        (2, False, None),
        (1, True, LONG),
    ]
    assert ("security-log-damaged" in found.stderr, "ohjaus db check" in found.stderr) == (True, True)
    assert succeed("audit", "security", "--limit", "1").exit_code == 0


@pytest.mark.parametrize(
    ("language", "unread", "cut"),
    [
        ("fi", "ei voi lukea", "(800 merkkiä lisää)"),
        ("sv", "kan inte läsas", "(800 tecken till)"),
        ("en", "cannot be read", "(800 more characters)"),
    ],
)
@pytest.mark.parametrize("form", ["table", "plain"])
def test_it_is_told_to_people(log: Path, form: str, language: str, unread: str, cut: str) -> None:
    """In three languages, and a long text is cut with how much was left out."""
    found = invoke("audit", "security", "--format", form, "--lang", language)
    shown = " ".join(found.stdout.split())
    assert (found.exit_code, unread in shown, LONG in shown) == (7, True, False), found.stdout
    assert cut.replace(" ", "") in shown.replace(" ", "")
