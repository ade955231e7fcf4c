"""`projection list`, `check` and `rebuild`: what is kept beside the log can be held against it and made again."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_cli.told_history import ALL_CASES


def meddle(path: Path, statement: str) -> None:
    """Changes the database past all rules."""
    with closing(sqlite3.connect(path, isolation_level=None)) as driver:
        driver.execute(statement)


def test_the_list_says_how_far_each_reaches(database: Path) -> None:
    """After a write every projection stands at the newest position."""
    head = len(answer("audit", "log"))
    found = answer("projection", "list")
    assert {"cases", "deadlines", "tasks"} <= {one["name"] for one in found}
    assert {(one["position"], one["head"], one["state"]) for one in found} == {(head, head, "current")}


def test_a_true_projection_passes(database: Path) -> None:
    """All are compared, or those named."""
    assert answer("projection", "check")["ok"] is True
    assert [one["name"] for one in answer("projection", "check", "cases")["projections"]] == ["cases"]
    assert invoke("projection", "check", "nothing").exit_code == 3


def test_a_lie_is_found_and_made_good(database: Path) -> None:
    """A changed row ends with 7 and is told; a rebuild makes the list true again and leaves the log as it is."""
    log = answer("audit", "log")
    meddle(database, "DELETE FROM projection_cases WHERE case_id = 'evaluation-21-2025'")
    result = invoke("projection", "check", "--format", "json")
    assert result.exit_code == 7
    wrong = [one for one in json.loads(result.stdout)["projections"] if not one["ok"]]
    assert [(one["name"], "evaluation-21-2025" in one["difference"]) for one in wrong] == [("cases", True)]
    assert "ohjaus projection rebuild" in invoke("projection", "check").stdout
    assert answer("projection", "rebuild", "cases")["rebuilt"] == ["cases"]
    assert answer("projection", "check")["ok"] is True
    assert answer("audit", "log") == log


def test_a_projection_that_was_lost_is_made_again(database: Path) -> None:
    """Where even the notes are gone, reading refuses with the command that helps, and the command helps."""
    kept = answer("case", "list")
    meddle(database, "DELETE FROM projections")
    refused = invoke("case", "list")
    assert (refused.exit_code, "ohjaus projection rebuild" in refused.stderr) == (5, True)
    assert invoke("projection", "check").exit_code == 7
    succeed("projection", "rebuild")
    assert answer("case", "list") == kept
    assert len(kept) == ALL_CASES


def test_a_rehearsed_rebuild_changes_nothing(database: Path) -> None:
    """`--dry-run` names what would be made again."""
    meddle(database, "UPDATE projection_cases SET state = 'started'")
    assert "cases" in answer("projection", "rebuild", "--dry-run")["rebuilt"]
    assert invoke("projection", "check").exit_code == 7


def test_the_past_cannot_be_rebuilt(database: Path) -> None:
    """A command that writes takes no as-of option."""
    assert invoke("projection", "rebuild", "--known-at", "3").exit_code == 2
