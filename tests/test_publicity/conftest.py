"""The command line of `tests.test_cli`, with a demo log in which something secret was planted everywhere."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from tests.once import made_once
from tests.test_cli.conftest import DEMO, copy_with_persons, filled, folder, stand_in
from tests.test_publicity.planting import plant

__all__ = ["filled", "folder"]


@pytest.fixture(scope="session")
def planted(filled: Path) -> Path:
    """The demo log with secrets in it, made once in a run; tests work on copies of it."""

    def plant_in(place: Path) -> None:
        copy_with_persons(filled, place / DEMO)
        with pytest.MonkeyPatch.context() as patch:
            stand_in(patch, place)
            patch.setenv("OHJAUS_DB", str(place / DEMO))
            plant()

    return made_once("planted", plant_in) / DEMO


@pytest.fixture
def database(planted: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of that log, named by the environment."""
    path = folder / "demo.db"
    copy_with_persons(planted, path)
    shutil.copy(Path(str(files("procedures") / "real_history.toml")), folder / "history.toml")
    monkeypatch.setenv("OHJAUS_DB", str(path))
    return path
