"""What the shell completes: cases, the facts that may follow, counties and procedures; silently nothing otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from cli.frame.invocation import Invocation
from cli.main import ohjaus
from tests.test_cli.conftest import succeed


def offered(arguments: list[str], incomplete: str) -> list[str]:
    complete = ShellComplete(ohjaus, {"obj": Invocation({})}, "ohjaus", "_OHJAUS_COMPLETE")
    return [str(item.value) for item in complete.get_completions(arguments, incomplete)]


@pytest.mark.parametrize(
    ("arguments", "incomplete", "among"),
    [
        (["case", "show"], "evaluation-1", "evaluation-15-2025"),
        (["case", "advance", "evaluation-15-2025"], "group", "group_met"),
        (["case", "start"], "ev", "evaluation"),
        (["case", "list", "--subject"], "lap", "lappi"),
        (["actor", "show"], "itau", "itauusimaa"),
        ([], "ca", "case"),
        (["case"], "adv", "advance"),
    ],
)
def test_what_is_known_is_completed(arguments: list[str], incomplete: str, among: str, database: Path) -> None:
    """Ids, facts, counties, procedures and the commands themselves."""
    assert among in offered(arguments, incomplete)


def test_a_fact_that_cannot_follow_is_not_offered(database: Path) -> None:
    """Only the acts of the case's state are completed, with those that every case has."""
    facts = offered(["case", "advance", "evaluation-15-2025"], "")
    assert ("start_decided" in facts, "proposals_given" in facts, "noted" in facts) == (False, True, True)


def test_without_a_record_nothing_is_offered(folder: Path) -> None:
    """Completion never fails loudly."""
    assert offered(["case", "show"], "") == []
    assert offered(["case", "advance", "nothing-99-2025"], "") == []


def test_the_database_of_the_option_is_asked(filled: Path) -> None:
    """`--db` before the noun is honoured while completing."""
    assert "evaluation-15-2025" in offered(["--db", str(filled), "case", "show"], "")


def test_the_shell_gets_its_answer_from_the_command_itself(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked as a shell asks, the command answers with completions and nothing else."""
    monkeypatch.setenv("_OHJAUS_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "ohjaus case show evaluation-1")
    monkeypatch.setenv("COMP_CWORD", "3")
    assert succeed().stdout == "plain,evaluation-15-2025\n"
