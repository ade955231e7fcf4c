"""The operations guide, typed as it stands, from a machine without a log to the bundle of an incident."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.test_cli.conftest import copy_with_persons, invoke, succeed
from tests.test_house.tree import ROOT

GUIDE = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
MARK = re.compile(r"\s+# exit (\d+)$")


def typed() -> list[tuple[list[str], int]]:
    """What is to be typed, in order, each with the exit code that it ends with."""
    found = []
    for line in GUIDE.splitlines():
        if line.startswith("$ ohjaus "):
            mark = MARK.search(line)
            command = line[: mark.start()] if mark else line
            found.append((shlex.split(command.removeprefix("$ ohjaus ")), int(mark.group(1)) if mark else 0))
    return found


def test_every_command_of_the_guide_does_what_it_says(
    filled: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One machine, watching, backup, restore, a new key, an upgrade and an incident, each command in its turn."""
    database = folder / "registry.db"
    monkeypatch.setenv("OHJAUS_DB", str(database))
    commands = typed()
    assert len(commands) > 25
    for words, code in commands:
        result = invoke(*words)
        assert result.exit_code == code, (words, result.stdout, result.stderr)
        if words[0] == "init":
            # The registry has some history by then.
            copy_with_persons(filled, database)
    assert {one.name for one in folder.iterdir()} >= {
        "backups",
        "checkpoints",
        "copy.db",
        "incident.zip",
        "ohjaus.prom",
    }


def test_every_measure_of_the_guide_is_written(database: Path, folder: Path) -> None:
    """The table of alarms names measures that there are."""
    named = set(re.findall(r"^\| `(ohjaus_\w+)`", GUIDE, re.MULTILINE))
    succeed("audit", "key", "init", "--name", "registry")
    succeed("audit", "checkpoint", "--out", "checkpoints")
    succeed("db", "backup", "--out", "backups/")
    succeed("deadline", "tick")
    succeed("metrics", "write", "--out", "all.prom", "--checkpoints", "checkpoints", "--backups", "backups")
    written = set(re.findall(r"^(ohjaus_\w+)", (folder / "all.prom").read_text(), re.MULTILINE))
    assert named - written == set()
