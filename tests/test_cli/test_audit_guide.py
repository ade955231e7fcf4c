"""The auditor's guide, typed as it stands: ours by the product, the rest on a machine that has nothing but Python."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cli.audit.export.columns import COLUMNS
from cli.audit.export_commands import FORMATS
from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_house.tree import ROOT

GUIDE = (ROOT / "docs" / "audit-guide.md").read_text(encoding="utf-8")
EXPORTS = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")
BARE = shutil.which("python3", path=os.defpath) or sys.executable
"""An interpreter without any environment of ours."""


def commands(text: str) -> list[list[str]]:
    """What is to be typed, in order."""
    return [shlex.split(line.removeprefix("$ ")) for line in text.splitlines() if line.startswith("$ ")]


def typed(words: list[str], folder: Path) -> tuple[int, str]:
    """Exit code and answer of a command of the guide."""
    if words[0] == "ohjaus":
        result = invoke(*words[1:])
        return result.exit_code, result.stdout + result.stderr
    assert words[0] == "python3"
    done = subprocess.run([BARE, *words[1:]], cwd=folder, env={}, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def desk(database: Path, folder: Path) -> str:
    """What the auditor has: a copy of the database, a checkpoint from earlier on, and the key as it was told."""
    succeed("audit", "key", "init", "--name", "authority")
    succeed("audit", "checkpoint", "--out", "kept.note")
    succeed("case", "note", "evaluation-15-2025", "A made-up note")
    shutil.copy(database, folder / "record.db")
    (folder / "record.db").chmod(0o600)
    return str(answer("audit", "key", "show")["keys"][0]["vkey"])


def test_every_command_of_the_guide_works(desk: str, folder: Path) -> None:
    """Each in turn, from the export to the proof; what is whole is said to be."""
    typed_commands = commands(GUIDE)
    assert len(typed_commands) > 12
    for words in typed_commands:
        filled = [desk if word == "$KEY" else word for word in words]
        code, said = typed(filled, folder)
        assert code == 0, (filled, said)
        if words[0] == "python3" and "zipfile" not in words:
            assert said.endswith("WHOLE as far as it was checked\n")
    assert "the log only grew since its checkpoint at " in said_with(desk, folder, "--older", "kept.note")


def said_with(key: str, folder: Path, *given: str) -> str:
    return typed(["python3", "record/verify_ohjaus.py", "record", "--key", key, *given], folder)[1]


def test_the_guide_finds_a_history_that_was_rewritten(desk: str, folder: Path) -> None:
    """An event changed in the unpacked export is found on the bare machine, with the code that the guide names."""
    succeed("audit", "export", "--format", "bundle", "--out", "record")
    events = folder / "record" / "events.jsonl"
    events.write_bytes(events.read_bytes().replace(b"2025-06-17", b"2025-06-18", 1))
    code, said = typed(["python3", "record/verify_ohjaus.py", "record", "--key", desk], folder)
    assert (code, "BROKEN" in said, said.endswith("NOT WHOLE\n")) == (1, True, True)


def test_the_guide_shows_what_only_a_checkpoint_finds(desk: str, folder: Path) -> None:
    """A log that was cut and exported anew is whole in itself; the checkpoint that was kept betrays it."""
    succeed("audit", "export", "--format", "bundle", "--out", "record", "--checkpoint", "kept.note")
    succeed("audit", "checkpoint", "--out", "later.note")
    assert typed(["python3", "record/verify_ohjaus.py", "record", "--key", desk], folder)[0] == 0
    code, said = typed(["python3", "record/verify_ohjaus.py", "record", "--key", desk, "--older", "later.note"], folder)
    assert (code, "BROKEN       growth" in said) == (1, True)


def test_the_document_names_every_format_and_column() -> None:
    """Formats and columns stand in docs/exports.md as the program has them, the columns in their order."""
    rows = [line.split("|")[1].strip().strip("`") for line in EXPORTS.splitlines() if line.startswith("| `")]
    assert set(FORMATS) <= set(rows)
    assert ", ".join(f"`{column.name}`" for column in COLUMNS) + "." in EXPORTS
