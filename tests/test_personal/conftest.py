"""A command line of its own for each test, and two made-up persons at its keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.test_cli.conftest import stand_in, succeed

FIRST, SECOND = "made-up-eero", "made-up-aino"
UNTIL = ("--on", "2026-08-17", "--by-when", "2026-09-15")
CASE = "steering-negotiation-21-2026"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the command runs."""
    stand_in(monkeypatch, tmp_path)
    return tmp_path


@pytest.fixture
def sits(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Puts a person at the keyboard, by the name that the operating system tells."""

    def put(name: str) -> None:
        monkeypatch.setattr("cli.frame.identity.os_user", lambda: name)

    put(FIRST)
    return put


@pytest.fixture
def log(folder: Path, sits: Callable[[str], None], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new log with one case, in which both persons have recorded something."""
    path = folder / "log.db"
    monkeypatch.setenv("OHJAUS_DB", str(path))
    succeed("init")
    succeed("case", "start", "steering_negotiation", "--subject", "Lappi", "--on", "2026-08-17", "--set", "year=2026")
    succeed("flag", "raise", "Lappi", "--what", "made up", "--need", "made up", "--contact", "made-up office", *UNTIL)
    sits(SECOND)
    succeed("case", "note", CASE, "a made-up note")
    sits(FIRST)
    return path
