"""`case link`: two cases are linked by hand, in both of them or in neither."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.test_cli.conftest import answer, invoke, succeed

CASE, OTHER = "evaluation-15-2025", "borrowing-authority-change-15-2026"
LATER, EARLIER = "county-return-15-2026-2", "county-return-15-2026"


def links(case_id: str) -> list[tuple[str, str]]:
    return [(one["case"], one["relation"]) for one in answer("case", "show", case_id)["links"]]


def test_both_cases_name_each_other(database: Path) -> None:
    """What the other is to the first is said in the first, the counterpart in the second, by one command."""
    answer("case", "link", LATER, EARLIER, "--relation", "continues", "--why", "made-up reason")
    assert links(LATER)[-1] == (EARLIER, "continues")
    assert links(EARLIER)[-1] == (LATER, "continued_by")
    first, second = (answer("case", "history", one)[-1] for one in (LATER, EARLIER))
    assert (first["type"], second["type"]) == ("case.link_stated", "case.link_stated")
    assert first["command_id"] == second["command_id"]
    assert answer("audit", "verify")["ok"] is True


def test_the_link_is_shown_in_the_readers_language(database: Path) -> None:
    """A person reads what the other case is, not the code of the relation."""
    succeed("case", "link", CASE, OTHER)
    assert f"{OTHER} (anknytande ärende)" in succeed("case", "show", CASE, "--lang", "sv").stdout


@pytest.mark.parametrize(
    ("given", "code", "exit_code"),
    [
        ((CASE, CASE), "linked-to-itself", 9),
        ((CASE, OTHER, "--relation", "cousin"), "relation-unknown", 9),
        ((CASE, "evaluation-99-2025"), "case-unknown", 3),
        (("evaluation-99-2025", CASE), "case-unknown", 3),
    ],
)
def test_a_senseless_link_is_refused_and_nothing_is_stored(
    database: Path, given: tuple[str, ...], code: str, exit_code: int
) -> None:
    """Neither case gets an event."""
    before = len(answer("audit", "log"))
    result = invoke("case", "link", *given, "--format", "json")
    assert (result.exit_code, json.loads(result.stdout)["error"]["code"]) == (exit_code, code)
    assert len(answer("audit", "log")) == before


def test_the_same_link_is_stated_once(database: Path) -> None:
    """Again it is refused in both; another relation between the same two is another link."""
    succeed("case", "link", CASE, OTHER)
    again = invoke("case", "link", CASE, OTHER, "--format", "json")
    assert (again.exit_code, json.loads(again.stdout)["error"]["missing"][0]["code"]) == (5, "not-yet-linked")
    succeed("case", "link", CASE, OTHER, "--relation", "part_of")
    assert links(OTHER)[-1] == (CASE, "has_part")


def test_a_dry_run_links_nothing(database: Path) -> None:
    """It shows what would be recorded."""
    before = links(CASE)
    succeed("case", "link", CASE, OTHER, "--dry-run")
    assert links(CASE) == before
