"""Lines of the security log that no program of ours wrote: told in their place, and the others are read."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from engine.errors import IntegrityBroken
from store.connection import open_database
from store.open_log import create_log
from store.security_log import Entry, Line, Unread, look, note, read
from tests.contracts.builders import SetClock

ENTRY = Entry(
    at=datetime(2031, 6, 21, 9, tzinfo=UTC),
    person="made-up-eero",
    identity="asserted:made-up",
    kind="denied",
    what="case advance",
)
RUBBISH = {
    "at no moment": {"at": "yesterday"},
    "at without a time zone": {"at": "2031-06-21T09:00:00"},
    "at before all time": {"at": "0001-01-01T00:00:00+14:00"},
    "details no JSON": {"details": "{"},
    "details no object": {"details": "[]"},
    "details no text": {"details": '{"a": 1}'},
    "details half a character": {"details": '{"a": "\\ud800"}'},
    "details endless": {"details": "[" * 100_000},
    "kind unknown": {"kind": "gossip"},
    "text that is none": {"person": b"\xff\xfe"},
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A log with one line of its own."""
    made = tmp_path / "log.db"
    create_log(made, SetClock())
    note(made, ENTRY)
    return made


def spoil(path: Path, **values: str | bytes) -> None:
    """Adds a line past the program, as whoever may write the file can."""
    row = {"at": "2031-06-21T09:00:00+00:00", "kind": "denied", "person": "made-up-aino", "details": "{}"} | values
    with closing(sqlite3.connect(path, isolation_level=None)) as driver:
        driver.execute("PRAGMA ignore_check_constraints = 1")
        driver.execute(
            "INSERT INTO security_log (number, at, person, identity, kind, what, details) "
            "SELECT max(number) + 1, :at, CAST(:person AS TEXT), 'x', :kind, 'y', :details FROM security_log",
            row,
        )


@pytest.mark.parametrize("values", RUBBISH.values(), ids=RUBBISH)
def test_a_line_that_cannot_be_read_stands_in_its_place(path: Path, values: dict[str, str | bytes]) -> None:
    """It is told by its number, between the lines before and after it; whoever wants all of them readable is told."""
    spoil(path, **values)
    note(path, ENTRY)
    with closing(open_database(path, read_only=True)) as database:
        assert look(database) == (Line(3, ENTRY), Unread(2), Line(1, ENTRY))
        assert look(database, limit=1) == read(database, limit=1) == (Line(3, ENTRY),)
        assert look(database, person=ENTRY.person) == (Line(3, ENTRY), Line(1, ENTRY))
        with pytest.raises(IntegrityBroken) as broken:
            read(database)
    assert (broken.value.code, broken.value.details) == ("security-log-damaged", {"numbers": "2"})


def test_of_many_such_lines_some_are_named(path: Path) -> None:
    """The sentence does not grow with them."""
    for _ in range(25):
        spoil(path, at="never")
    with closing(open_database(path, read_only=True)) as database, pytest.raises(IntegrityBroken) as broken:
        read(database)
    assert str(broken.value.details["numbers"]).endswith(", 7 + 5")
