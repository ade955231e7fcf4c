"""Confirmation: asked of a person at a terminal before a decision, and of nobody else."""

from __future__ import annotations

import os
import pty
import subprocess
from pathlib import Path

import pytest

from tests.ready import program
from tests.test_cli.conftest import answer, succeed
from tests.test_cli.told_history import BEFORE_MADE_UP, CLOSED

CASE = "evaluation-15-2025"
DECISION = ("case", "advance", CASE, "discontinued", "--on", "2026-03-02", "--doc", "closing_note=VM/93/2026")
MEETING = ("case", "advance", CASE, "group_met", "--on", "2026-03-02")


def at_a_terminal(*arguments: str, typed: str) -> tuple[int, str]:
    """Runs the program with a terminal for input and errors; gives the exit code and what the terminal showed."""
    ours, theirs = pty.openpty()
    os.write(ours, typed.encode())
    process = subprocess.Popen([*program("cli"), *arguments], stdin=theirs, stdout=subprocess.DEVNULL, stderr=theirs)
    code = process.wait(timeout=60)
    shown = os.read(ours, 100_000).decode() if typed else ""
    os.close(theirs)
    os.close(ours)
    return code, shown


@pytest.mark.parametrize(("typed", "code", "state"), [("y\n", 0, "discontinued"), ("n\n", 130, "assessment")])
def test_a_decision_is_confirmed_by_a_person(typed: str, code: int, state: str, database: Path) -> None:
    """At a terminal a decision is recorded only after a yes."""
    ended, shown = at_a_terminal(*DECISION, typed=typed)
    assert (ended, "Go on?" in shown) == (code, True)
    assert answer("case", "show", CASE)["state"] == state


@pytest.mark.parametrize("option", ["--yes", "--no-input", "--dry-run"])
def test_whoever_says_so_is_not_asked(option: str, database: Path) -> None:
    """With --yes or --no-input, or when nothing is stored anyway, there is no question."""
    ended, shown = at_a_terminal(*DECISION, option, typed="n\n")
    assert (ended, "Go on?" in shown) == (0, False)


def test_what_decides_nothing_is_not_asked_about(database: Path) -> None:
    """An ordinary act is recorded without a question."""
    ended, shown = at_a_terminal(*MEETING, typed="n\n")
    assert (ended, "Go on?" in shown) == (0, False)


def test_a_script_is_not_asked(database: Path) -> None:
    """Where no person sits there is nobody to ask."""
    succeed(*DECISION)
    assert answer("case", "show", CASE)["closed_on"] == "2026-03-02"


def test_a_closed_case_says_so(database: Path) -> None:
    """After its end a case has nothing next, no open task, and a closing day."""
    succeed(*DECISION)
    shown = answer("case", "show", CASE)
    assert (shown["next"], shown["state"]) == ([], "discontinued")
    assert {task["status"] for task in shown["tasks"]} == {"done", "cancelled"}
    assert "Closed: 2026-03-02" in succeed("case", "show", CASE).stdout
    assert "closed" in succeed("case", "next", CASE).stdout
    assert {one["case"] for one in answer("case", "list", "--closed", *BEFORE_MADE_UP)} == {*CLOSED, CASE}
