"""`goal`: the tree with states, owners and links; what is reported and what the log gives, side by side."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from engine.law import LANGUAGES
from procedures.reform_programme.catalogue import programme
from tests.test_cli.conftest import answer, invoke, succeed

NOW = ("--now", "2026-11-20T12:00+02:00")
CASE = "reform-programme-fi-2026"


def flat(goals: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for one in goals:
        yield one
        yield from flat(one["children"])


def goal(goal_id: str, *options: str) -> dict[str, Any]:
    found: dict[str, Any] = answer("goal", "show", goal_id, *NOW, *options)
    return found


def test_the_tree_holds_every_goal_with_its_measures(database: Path) -> None:
    """Every goal of the catalogue stands once, in its order, with the measures under it."""
    tree = answer("goal", "tree", *NOW)
    assert (tree["programme"], tree["programme_state"]) == (CASE, "in_execution")
    held = list(flat(tree["goals"]))
    assert sorted(one["id"] for one in held) == sorted(one.id for one in programme().goals)
    assert {one["id"]: one["measures"] for one in held if one["level"] == "sub_goal"} == {
        one.id: [measure.id for measure in programme().measures_of(one.id)] for one in programme().sub_goals
    }
    roots = {one["id"]: len(one["measures"]) for one in tree["goals"]}
    assert roots == {"R": 28, "N": 42}


def test_a_goal_stands_where_the_worst_of_its_measures_stands(database: Path) -> None:
    """N3.1 is at risk by one of its four measures, N2.1 late because a day has passed, whatever was reported."""
    shown = {
        one["id"]: (one["state"], one["derived"], one["reported"], one["measures_told"])
        for one in flat(answer("goal", "tree", *NOW)["goals"])
    }
    assert shown["N3.1"] == ("at_risk", "at_risk", None, 1)
    assert shown["N2.1"] == ("late", "late", None, 1)
    assert shown["N"][0] == "late"
    assert shown["R1.1"] == ("no_information", None, None, 0)


def test_what_was_reported_stands_beside_what_the_log_gives(database: Path) -> None:
    """An assessment does not hide the measures, nor they it: the worse of the two is where the goal stands."""
    succeed("goal", "assess", "N3.1", "on_schedule", "--on", "2026-11-19", "--discussed", *NOW)
    found = goal("N3.1")
    assert (found["reported"], found["provenance"], found["reported_on"]) == ("on_schedule", "discussed", "2026-11-19")
    assert (found["derived"], found["state"]) == ("at_risk", "at_risk")
    page = succeed("goal", "show", "N3.1", *NOW).stdout
    assert "Stands: ▲ at risk · by its measures ▲ at risk; discussed 2026-11-19: ● on schedule; told of 1 of 4" in page


def test_links_come_from_the_catalogues_and_from_people(database: Path) -> None:
    """A national objective tied by hand stands beside those that the catalogue knows, until it is untied."""
    tied = {(one["kind"], one["target"]): one["from"] for one in goal("N3.1")["links"]}
    assert tied["objective", "7"] == "tied"
    assert (tied["objective", "9"], tied["procedure", "monthly_round"]) == ("catalogue", "catalogue")
    succeed("goal", "unlink", "N3.1", "objective", "7", *NOW)
    assert ("objective", "7") not in {(one["kind"], one["target"]) for one in goal("N3.1")["links"]}
    succeed("goal", "link", "N3.1", "case", "red-flag-06-2026", "--remark", "made up", *NOW)
    assert ("case", "red-flag-06-2026") in {(one["kind"], one["target"]) for one in goal("N3.1")["links"]}


@pytest.mark.parametrize(
    ("link", "code", "exit_code", "proposed"),
    [
        (("objective", "99"), "act-refused", 5, "ohjaus goal show N3.1"),
        (("case", "no-such-case"), "case-unknown", 3, "ohjaus case list"),
        (("theme", "red-flag-06-2026"), "case-of-other-procedure", 9, "ohjaus procedure show red_flag"),
    ],
)
def test_what_is_linked_must_be_there(
    database: Path, link: tuple[str, str], code: str, exit_code: int, proposed: str
) -> None:
    """What the catalogues or the record do not hold is not linked, and the refusal says where to look."""
    refused = invoke("goal", "link", "N3.1", *link, *NOW)
    assert (refused.exit_code, f"[{code}]" in refused.stderr) == (exit_code, True)
    assert f"Try: {proposed}" in refused.stderr


@pytest.mark.parametrize(
    ("reference", "meant"), [("n3.1", "N3.1"), ("3.5", None), ("3.4", None), ("1.5", "N1.5"), ("N", "N"), ("R9", None)]
)
def test_a_goal_is_named_by_id_or_by_a_number_that_is_not_used_twice(
    database: Path, reference: str, meant: str | None
) -> None:
    """Small letters do; a number that both the counties' and the national goals have is refused with both."""
    result = invoke("goal", "show", reference, "--format", "json")
    if meant is None:
        assert (result.exit_code, "[programme-unknown]" in result.stderr) == (3, True)
        assert ("Did you mean: R3.4, N3.4" in result.stderr) is (reference == "3.4")
    else:
        assert answer("goal", "show", reference)["id"] == meant


def test_the_past_knows_what_was_known_then(database: Path) -> None:
    """Before anything was reported the tree holds the goals and says that nothing is known."""
    before = answer("goal", "tree", "--in-force-on", "2026-08-01")
    assert before["programme"] is None
    assert {one["state"] for one in flat(before["goals"]) if one["level"] == "sub_goal"} <= {"no_information", "late"}
    after = answer("goal", "tree", "--in-force-on", "2026-10-20")
    states = {one["id"]: one["state"] for one in flat(after["goals"])}
    assert (after["programme"], states["N3.1"], states["N2.1"]) == (CASE, "at_risk", "on_schedule")


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_programme_the_catalogue_is_shown(empty: Path, language: str) -> None:
    """An empty log shows the tree, says that no programme is recorded, and how one begins."""
    page = succeed("goal", "tree", "--lang", language, *NOW).stdout
    assert "case start reform_programme --subject FI --on DATE --doc development_proposal=DIARY" in page
    assert "N1.4" in page


def test_nothing_is_recorded_without_a_programme(empty: Path) -> None:
    """A record needs an open programme, which begins with a document: it is not opened by the way."""
    refused = invoke("goal", "assess", "N3.1", "on_schedule")
    assert (refused.exit_code, "[programme-not-begun]" in refused.stderr) == (5, True)
    assert "Try: ohjaus case start reform_programme --subject FI --on DATE" in refused.stderr
    assert answer("audit", "log") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_reason_is_asked_for_in_the_same_words(database: Path, language: str) -> None:
    """The refusal proposes the very command that was typed, with the option that lacks."""
    refused = invoke("goal", "assess", "R1.1", "late", "--on", "2026-11-19", "--lang", language, *NOW)
    assert refused.exit_code == 5
    assert "ohjaus goal assess R1.1 late --on 2026-11-19 --reason VALUE" in refused.stderr
    left = invoke("goal", "assess", "R1.1", "late", "--reason", "VALUE", *NOW)
    assert (left.exit_code, "[placeholder-left]" in left.stderr) == (9, True)


@pytest.mark.parametrize(
    "arguments",
    [
        ("goal", "tree"),
        ("goal", "show", "N3.1"),
        ("plan", "list"),
        ("plan", "list", "--county", "Kainuu"),
        ("risk", "list"),
        ("assumption", "list"),
        ("flag", "list"),
    ],
)
def test_what_ends_an_answer_can_be_pasted(database: Path, arguments: tuple[str, ...]) -> None:
    """A next command works as it stands, or is refused for what only a person can fill in, and for nothing else."""
    page = succeed(*arguments, "--format", "table", *NOW).stdout
    commands = [shlex.split(line)[1:] for line in page.splitlines() if line.startswith("  ohjaus ")]
    assert commands
    for command in commands:
        tried = invoke(*command, *NOW)
        assert ("[placeholder-left]" in tried.stderr) is ("VALUE" in command), (command, tried.stderr)
        assert tried.exit_code == (9 if "VALUE" in command else 0), (command, tried.stderr)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [80, 120])
def test_the_pages_fit_the_terminal(database: Path, monkeypatch: pytest.MonkeyPatch, language: str, width: int) -> None:
    """No line is wider than the terminal but what is there to be copied."""
    monkeypatch.setenv("COLUMNS", str(width))
    for arguments in (("goal", "tree"), ("goal", "show", "N3.1"), ("plan", "list"), ("flag", "list")):
        page = succeed(*arguments, "--lang", language, "--format", "table", *NOW).stdout
        wide = [line for line in page.splitlines() if len(line) > width and not line.startswith("  ohjaus ")]
        assert wide == [], arguments
