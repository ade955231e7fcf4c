"""What README tells a newcomer to type, typed."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from tests.test_cli.conftest import invoke

README = Path(__file__).parents[2] / "README.md"
REFUSED = "no_investigator_decided"


def commands() -> list[list[str]]:
    """The commands of ours below README's first screen, as their arguments, in order."""
    below = README.read_text("utf-8").split("\n## ", 1)[1]
    lines = [line for line in below.splitlines() if line.startswith(".venv/bin/ohjaus ")]
    return [shlex.split(line)[1:] for line in lines]


def test_a_newcomer_can_type_what_readme_says(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each command works in turn on the database that README names; the wrong step is refused and stores nothing."""
    monkeypatch.setenv("OHJAUS_DB", "demo.db")
    seen = commands()
    assert len(seen) >= 7
    for arguments in seen:
        result = invoke(*arguments)
        assert result.exit_code == (5 if REFUSED in arguments else 0), (arguments, result.stderr)
    assert (folder / "demo.db").exists()
