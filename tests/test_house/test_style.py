"""One style and one reading of the types, checked by the tools that pyproject.toml sets up."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.test_house.tree import ROOT


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["mypy", "--no-error-summary"], id="types"),
        pytest.param(["ruff", "check", "--quiet", "--output-format=concise"], id="rules"),
        pytest.param(["ruff", "format", "--check", "--quiet", "--output-format=concise"], id="format"),
    ],
)
def test_the_tree_is_clean(arguments: list[str]) -> None:
    """The types hold strictly, no rule is broken and every file is formatted."""
    outcome = subprocess.run([sys.executable, "-m", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
