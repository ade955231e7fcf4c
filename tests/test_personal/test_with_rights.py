"""Persons and rights together: grants are for references, a denial names nobody in the log, a lost store locks it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.personal import is_reference
from store.personal.file import beside
from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_personal.conftest import CASE, FIRST, SECOND

STRANGER = "made-up-stranger"


@pytest.fixture
def granted(log: Path) -> Path:
    """The log with rights on; the first person administers them, the second records for a ministry."""
    succeed("grant", "enable", "--administrator", FIRST)
    succeed("grant", "add", SECOND.upper(), "--role", "vm", "--organisation", "VM")
    return log


def test_a_right_is_granted_to_a_reference(granted: Path, sits: Callable[[str], None]) -> None:
    """By name, in capitals even, it is given to whom the key store knows, who may then record."""
    held = [event["data"] for event in answer("audit", "log") if event["type"] == "grant.grant_added"]
    assert all(is_reference(str(one["person"])) for one in held)
    assert held[-1]["person"] == answer("person", "show", SECOND)["reference"]
    sits(SECOND)
    succeed("case", "note", CASE, "a made-up note")


def test_a_denial_leaves_no_name_in_the_log(granted: Path, sits: Callable[[str], None]) -> None:
    """Whoever was never seen before is registered, so that the line says by reference who it was."""
    sits(STRANGER)
    assert invoke("case", "note", CASE, "a made-up note").exit_code == 3
    assert all(STRANGER.encode() not in file.read_bytes() for file in granted.parent.glob("log.db*"))
    sits(FIRST)
    denied = answer("audit", "security")[-1]
    assert (is_reference(denied["person"]), denied["person_name"]) == (True, STRANGER)


def test_a_lost_key_store_locks_a_log_with_rights_until_it_is_back(granted: Path) -> None:
    """A new one would know nobody who holds a right: it is not made."""
    kept = beside(granted).read_bytes()
    beside(granted).unlink()
    result = invoke("person", "protect", "--new-store", "--format", "json")
    assert (result.exit_code, json.loads(result.stdout)["error"]["code"]) == (5, "persons-after-rights")
    beside(granted).write_bytes(kept)
    beside(granted).chmod(0o600)
    assert answer("person", "check")["ok"]


def test_a_ministry_erases_and_an_administrator_of_rights_does_not(granted: Path, sits: Callable[[str], None]) -> None:
    """Whoever gives rights records nothing else (906/2019 16 §): the controller's act is a ministry's."""
    reference = answer("person", "show", SECOND)["reference"]
    why = ("--ground", "unlawful", "--reason", "made-up reason")
    assert invoke("person", "erase", SECOND, *why).exit_code == 4
    succeed("grant", "add", STRANGER, "--role", "registry")
    sits(STRANGER)
    assert invoke("person", "erase", SECOND, *why).exit_code == 4
    sits(SECOND)
    assert answer("person", "erase", reference, *why)["replayed"] is False


def test_who_gives_rights_is_not_erased_before_that_right_is_taken_back(
    granted: Path, sits: Callable[[str], None]
) -> None:
    """Else nobody could be the last administrator any more, by whichever command it is recorded."""
    why = ("--ground", "unlawful", "--reason", "made-up reason")
    reference = answer("person", "show", FIRST)["reference"]
    sits(SECOND)
    refused = invoke("person", "erase", FIRST, *why)
    assert (refused.exit_code, "[person-administers]" in refused.stderr) == (5, True)
    assert f"ohjaus grant revoke access-rights-fi-2026 --person {reference}" in refused.stderr
    assert answer("person", "check")["erased"] == 0
    sits(FIRST)
    succeed("grant", "add", STRANGER, "--role", "administrator")
    succeed("grant", "add", STRANGER, "--role", "registry")
    sits(STRANGER)
    succeed("grant", "revoke", "access-rights-fi-2026", "--person", FIRST, "--reason", "made up", "--yes")
    succeed("grant", "add", FIRST, "--role", "log_auditor")
    sits(SECOND)
    said = succeed("person", "erase", FIRST, *why).stdout
    assert "still holds 1 right, which nobody can use any more: grant-fi-2026-4" in said
    (register,) = answer("case", "list", "--procedure", "person-register")
    other = answer("person", "show", STRANGER)["reference"]
    data = ("--set", f"reference={other}", "--set", "ground=unlawful", "--set", "reason=made up")
    by_hand = invoke("case", "advance", register["case"], "person_erased", "--on", register["opened_on"], *data)
    assert (by_hand.exit_code, "[person-administers]" in by_hand.stderr) == (5, True)


def test_nobody_gives_themself_a_name_once_rights_are_on(granted: Path, sits: Callable[[str], None]) -> None:
    """By a name rights are given: an administrator or a ministry notes it, and people how to reach them."""
    sits(STRANGER)
    for whom in (FIRST, STRANGER):
        invoke("case", "note", CASE, "a made-up note")
        denied = invoke("person", "describe", whom, "--name", "Made-up Minister")
        assert (denied.exit_code, "[person-not-yours]" in denied.stderr) == (4, True)
    succeed("person", "describe", STRANGER, "--contact", "made-up office")
    sits(SECOND)
    succeed("person", "describe", STRANGER, "--name", "Made-up Stranger")
    sits(FIRST)
    assert answer("audit", "security")[0]["code"] == "person-not-yours"
    assert answer("person", "show", STRANGER)["name"] == "Made-up Stranger"


def test_a_name_is_not_what_somebody_else_is_identified_by(log: Path) -> None:
    """A right given to that login would go to whoever is called so."""
    for name in (SECOND, SECOND.upper(), "db:made_up_login", "oidc:made-up.example#1", f"p-{'0' * 24}"):
        refused = invoke("person", "describe", FIRST, "--name", name)
        assert (refused.exit_code, "[person-name-taken]" in refused.stderr) == (9, True)
    assert answer("person", "show", FIRST)["name"] is None
