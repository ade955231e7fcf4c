"""The examples in the program's own words are true.

Pytest could look for them by itself: it would import every module of the program for it, in each of its workers.
"""

from __future__ import annotations

import doctest
import importlib

import pytest

from tests.test_house.tree import ROOMS, ROOT, project_files, read

PROMPT = ">>> "
WITH_EXAMPLES = [
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for room in ROOMS
    for path in sorted((ROOT / room).rglob("*.py"))
    if PROMPT in path.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("module", WITH_EXAMPLES)
def test_what_a_docstring_shows_is_what_happens(module: str) -> None:
    """Each example gives what is written below it."""
    shown = doctest.testmod(importlib.import_module(module), optionflags=doctest.NORMALIZE_WHITESPACE)
    assert shown.attempted > 0
    assert shown.failed == 0


def test_no_test_hides_an_example() -> None:
    """Nobody looks for examples in the docstrings of tests, so there are none."""
    own = "tests/test_house/test_examples.py"
    assert [
        path.as_posix()
        for path in project_files()
        if path.parts[0] == "tests" and path.suffix == ".py" and path.as_posix() != own and PROMPT in read(path)
    ] == []
