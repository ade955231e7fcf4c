"""A command line of its own for each test: no settings of the machine, a copy of the demo log, a folder to stand in."""

from __future__ import annotations

import json
import shutil
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from cli.main import ohjaus
from store.personal.file import beside
from tests.once import made_once

DEMO, EMPTY = "demo.db", "empty.db"
VARIABLES = ("DB", "LANG", "FORMAT", "COLOR", "AS", "PERSONS")


def invoke(*arguments: str, text: str | None = None) -> Result:
    """Runs the command line in this process, without a terminal."""
    return CliRunner().invoke(ohjaus, list(arguments), input=text)


def succeed(*arguments: str) -> Result:
    """Runs the command line and makes sure that it exits with 0."""
    result = invoke(*arguments)
    assert result.exit_code == 0, (result.exit_code, result.stdout, result.stderr)
    return result


def answer(*arguments: str) -> Any:
    """Gives what a command answers as JSON."""
    return json.loads(succeed(*arguments, "--format", "json").stdout)


def copy_with_persons(log: Path, path: Path) -> None:
    """Puts a copy of a log nobody writes to in a place, with the key store of its persons."""
    for source, target in ((log, path), (beside(log), beside(path))):
        shutil.copy(source, target)
        target.chmod(0o600)


@pytest.fixture(scope="session")
def filled() -> Path:
    """A log with the published history, made once in a run; tests read it or work on copies of it."""
    return made_once("demo", _fill) / DEMO


def _fill(folder: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        stand_in(patch, folder)
        succeed("demo", "--db", str(folder / DEMO), "--format", "json")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the command runs; settings, data and environment are the test's own."""
    stand_in(monkeypatch, tmp_path)
    return tmp_path


def stand_in(patch: pytest.MonkeyPatch, folder: Path) -> None:
    """Lets the command line run in a folder, with settings, data and environment of its own."""
    patch.chdir(folder)
    for name in VARIABLES:
        patch.delenv(f"OHJAUS_{name}", raising=False)
    for name in ("NO_COLOR", "LC_ALL", "LC_MESSAGES", "COLUMNS"):
        patch.delenv(name, raising=False)
    patch.setenv("LANG", "en_GB.UTF-8")
    patch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
    patch.setenv("XDG_DATA_HOME", str(folder / "data"))
    patch.setenv("XDG_STATE_HOME", str(folder / "state"))


@pytest.fixture
def database(filled: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the demo log, named by the environment."""
    path = folder / "demo.db"
    copy_with_persons(filled, path)
    # The history file that the examples of `import` speak of.
    shutil.copy(Path(str(files("procedures") / "real_history.toml")), folder / "history.toml")
    monkeypatch.setenv("OHJAUS_DB", str(path))
    return path


def _begin(folder: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        stand_in(patch, folder)
        succeed("init", "--db", str(folder / EMPTY))


@pytest.fixture
def empty(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A log without events, named by the environment."""
    path = folder / "empty.db"
    copy_with_persons(made_once("empty", _begin) / EMPTY, path)
    monkeypatch.setenv("OHJAUS_DB", str(path))
    return path
