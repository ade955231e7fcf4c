"""Times as people are told them: in Helsinki, wherever they stand; data for programs stays in UTC."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from store.security_log import Entry, note
from tests.test_cli.conftest import answer, database, filled, succeed

__all__ = ["database", "filled"]

NOW = "2031-11-02T22:30:00+00:00"
TOLD = {"fi": "3.11.2031 00:30", "sv": "3.11.2031 00:30", "en": "2031-11-03 00:30"}


@pytest.fixture
def noted(database: Path) -> Path:
    """A log whose newest event was recorded after midnight in Helsinki, and a backup from before."""
    succeed("db", "backup", "--out", "before.db")
    succeed("case", "note", "evaluation-15-2025", "A made-up note", "--now", NOW)
    return database


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_backup_tells_its_newest_event_in_helsinki(noted: Path, language: str) -> None:
    """On its page, and on that of restoring it."""
    told = succeed("db", "backup", "--out", "kept.db", "--lang", language).stdout
    restored = succeed("db", "restore", "kept.db", "--db", "tried.db", "--lang", language).stdout
    for page in (told, restored):
        assert (TOLD[language] in page, "22:30" in page) == (True, False), page


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_what_would_be_lost_is_dated_in_helsinki(noted: Path, language: str) -> None:
    """What restoring an earlier backup would lose is dated as the history dates it."""
    told = " ".join(succeed("db", "restore", "before.db", "--dry-run", "--lang", language).stdout.split())
    assert (TOLD[language] in told, "22:30" in told) == (True, False), told


def test_data_stays_in_utc(noted: Path) -> None:
    """A program reads what it always read."""
    assert answer("db", "backup", "--out", "kept.db")["newest_at"] == NOW
    assert answer("db", "restore", "before.db", "--dry-run")["target"]["first_at"].startswith("2031-11-02T22:30:00")


def test_the_security_log_is_told_in_helsinki(database: Path) -> None:
    """A line of it is shown as every other page shows an instant."""
    at = datetime.fromisoformat(NOW)
    note(database, Entry(at=at, person="made-up", identity="asserted:os-user", kind="denied", what="case note"))
    told = succeed("audit", "security").stdout
    assert ("2031-11-03 00:30" in told, "22:30" in told) == (True, False)
    assert answer("audit", "security")[0]["at"] == "2031-11-02T22:30:00Z"
