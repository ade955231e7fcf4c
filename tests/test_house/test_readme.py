"""README's two commands are the ones that are checked."""

from __future__ import annotations

import re

from tests.test_house.tree import ROOT


def first_screen() -> str:
    """What stands before the first section."""
    return (ROOT / "README.md").read_text(encoding="utf-8").split("\n## ", maxsplit=1)[0]


def commands() -> list[str]:
    """The lines inside the fences of README's first screen."""
    fenced = re.findall(r"^```\w*\n(.*?)^```", first_screen(), flags=re.DOTALL | re.MULTILINE)
    return [line for block in fenced for line in block.splitlines() if line]


def test_the_first_screen_is_a_sentence_and_two_commands() -> None:
    """README opens with what this is, in one sentence, then how to see it run and how to test it."""
    title, sentence, *_ = [line for line in first_screen().splitlines() if line]
    assert title.startswith("# ohjaus")
    assert re.fullmatch(r"[^.]+\.", sentence)
    install_and_show, run_tests = commands()
    assert install_and_show.endswith(".venv/bin/ohjaus demo")
    assert run_tests == ".venv/bin/python -m pytest"


def test_the_commands_of_readme_are_those_of_the_check() -> None:
    """Both commands stand verbatim in .ci/run, each on a line of its own and in README's order."""
    run = [line.strip() for line in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()]
    assert [line for line in run if line in commands()] == commands()
