"""The guide to personal data, typed as it stands, and what it says of the reference."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.personal import reference_for
from tests.test_cli.conftest import invoke, succeed
from tests.test_house.tree import ROOT
from tests.test_personal.conftest import FIRST, SECOND

GUIDE = (ROOT / "docs" / "personal-data.md").read_text(encoding="utf-8")


def typed() -> list[list[str]]:
    """What is to be typed, in order."""
    return [shlex.split(one.removeprefix("$ ohjaus ")) for one in GUIDE.splitlines() if one.startswith("$ ohjaus ")]


def test_every_command_of_the_guide_does_what_it_says(
    folder: Path, sits: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """From a new log to an erased person, each command in its turn."""
    monkeypatch.setenv("OHJAUS_DB", str(folder / "registry.db"))
    for words in typed():
        result = invoke(*words)
        assert result.exit_code == 0, (words, result.stdout, result.stderr)
        if words[0] == "flag":
            sits(SECOND)
            succeed("flag", "clear", "Lappi", "--because", "made up", "--on", "2026-08-18")
            sits(FIRST)
    assert SECOND not in succeed("person", "list").stdout
    assert FIRST not in (folder / "own.ics").read_text(encoding="utf-8")


def test_the_test_vector_holds() -> None:
    """The reference in the guide is made of the key and the name that it names."""
    (vector,) = re.findall(r"^Test vector: .*`([a-z-]+)` give `(p-[0-9a-f]{24})`", GUIDE, re.MULTILINE)
    assert reference_for(bytes(32), vector[0]) == vector[1]


def test_every_code_of_the_guide_is_explained() -> None:
    """Whoever meets one can ask for it."""
    for code in re.findall(r"\(`(persons-[a-z]+)`\)", GUIDE):
        assert succeed("explain", code).stdout
