"""How long `doctor` speaks of one thing: what there is much of is counted, and it is said how all of it is seen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.test_cli.conftest import answer, database, filled, succeed

__all__ = ["database", "filled"]

COUNTED = {"fi": r"(\d+) versiota; `ohjaus", "sv": r"(\d+) versioner; `ohjaus", "en": r"(\d+) versions; `ohjaus"}


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_declarations_are_counted(database: Path, language: str) -> None:
    """Given some fifty versions of procedures, people are told how many there are; a program has each by its name."""
    found = next(one for one in answer("doctor")["checks"] if one["name"] == "declarations")
    names = found["details"]["names"].split(", ")
    told = " ".join(succeed("doctor", "--lang", language).stdout.split())
    counted = re.search(COUNTED[language], told)
    assert counted is not None
    assert (int(counted[1]), [one for one in names if one in told]) == (len(names), [])
    succeed("procedure", "list")
