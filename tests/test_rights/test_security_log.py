"""The security log: lines are added in order and never changed; a denial leaves one and nothing else."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from engine.errors import Fault
from store import integrity
from store.connection import open_database
from store.open_log import create_log, open_log
from store.security_log import Entry, Line, note, note_in, read
from tests.test_rights.desk import CECILIA, DAVID, DayClock

AT = datetime(2027, 3, 1, 12, tzinfo=UTC)


def entry(person: str = CECILIA, code: str = "act-not-granted") -> Entry:
    """A denial of a made-up person."""
    return Entry(
        at=AT,
        person=person,
        identity="asserted:made-up",
        kind="denied",
        what="case advance",
        about="evaluation-15-2025",
        code=code,
        details={"fact": "group_met"},
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An empty log."""
    made = tmp_path / "log.db"
    create_log(made, DayClock())
    return made


def lines(path: Path, **wanted: Any) -> list[Line]:
    """What stands in the security log, the newest first."""
    with closing(open_database(path, read_only=True)) as database:
        return list(read(database, **wanted))


def test_what_is_noted_is_read_again_whole(path: Path) -> None:
    """The newest first, numbered from 1 without gaps; by person and by kind."""
    for one in (entry(), entry(DAVID)):
        note(path, one)
    assert lines(path) == [Line(2, entry(DAVID)), Line(1, entry())]
    assert lines(path, person=DAVID) == [Line(2, entry(DAVID))]
    assert lines(path, kind="secret-read") == []


@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE security_log SET person = 'x'",
        "DELETE FROM security_log",
        "INSERT OR REPLACE INTO security_log SELECT * FROM security_log",
        "INSERT INTO security_log SELECT 9, at, person, identity, kind, what, about, code, '', '' FROM security_log",
    ],
)
def test_a_line_is_never_changed_nor_put_out_of_order(path: Path, attack: str) -> None:
    """Triggers stand in the way of every other program that keeps them."""
    note(path, entry())
    with closing(sqlite3.connect(path)) as driver, pytest.raises(sqlite3.IntegrityError):
        driver.execute(attack)
    assert lines(path) == [Line(1, entry())]


def test_a_kind_of_its_own_is_refused(path: Path) -> None:
    """The table knows four kinds of lines."""
    with closing(sqlite3.connect(path)) as driver, pytest.raises(sqlite3.IntegrityError):
        driver.execute("INSERT INTO security_log VALUES (1, 'a', 'b', 'c', 'gossip', 'd', NULL, NULL, NULL, '{}')")


def test_a_note_is_no_event_and_leaves_the_record_as_it_is(path: Path) -> None:
    """Neither the head nor a projection moves, and the schema is as declared."""
    with open_log(path, DayClock()) as opened:
        head = opened.log.head()
    note(path, entry())
    with open_log(path, DayClock()) as opened:
        assert opened.log.head() == head
        assert integrity.check_schema(opened.database, opened.projections.projections).ok
        assert integrity.check_projections(opened.projections).ok


def test_what_cannot_be_written_is_said(path: Path) -> None:
    """A secret that cannot be noted is not shown, so the caller has to learn it."""
    path.chmod(0o600)
    with closing(open_database(path, read_only=True)) as database, pytest.raises(Fault):
        note_in(database, entry())
