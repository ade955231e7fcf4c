"""What the injected faults have found before, each as a test of its own."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from engine.errors import Fault
from store import integrity
from store.connection import open_database
from store.open_log import create_log
from store.projections.standard import STANDARD
from tests.contracts.builders import SetClock
from tests.test_cli.conftest import invoke, stand_in


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A log without events, in a folder of its own, with nothing of the machine's settings."""
    stand_in(monkeypatch, tmp_path)
    create_log(tmp_path / "kites.db", SetClock())
    return tmp_path / "kites.db"


def no_memory(*_: object, **__: object) -> sqlite3.Connection:
    """What opening a database does without memory."""
    raise MemoryError


def test_a_forged_checkpoint_is_told_as_one(database: Path) -> None:
    """A checkpoint whose text was changed after it was signed is a sentence with its code, and no fault of ours."""
    for words in (("key", "init"), ("checkpoint", "--out", "kept.note")):
        assert invoke("audit", *words, "--db", str(database)).exit_code == 0
    kept = database.with_name("kept.note")
    kept.write_text(kept.read_text(encoding="utf-8").replace("\n0\n", "\n7\n", 1), encoding="utf-8")
    result = invoke("audit", "verify", "--checkpoints", "kept.note", "--db", str(database))
    assert (result.exit_code, "[note-signature-false]" in result.stdout) == (7, True), result.stdout + result.stderr


def test_a_database_is_not_opened_without_memory(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no memory to open a file with, that is said."""
    monkeypatch.setattr("sqlite3.connect", no_memory)
    with pytest.raises(Fault) as caught:
        open_database(database)
    assert caught.value.code == "out-of-memory"


def test_a_schema_is_not_compared_without_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor is memory taken for granted where the declared schema is made to be compared."""
    monkeypatch.setattr("sqlite3.connect", no_memory)
    with pytest.raises(Fault) as caught:
        integrity.declared_schema(STANDARD)
    assert caught.value.code == "out-of-memory"
