"""`risk` and `assumption`: what the programme watches; a failed assumption opens a re-assessment of the plan."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from engine.law import LANGUAGES
from tests.test_cli.conftest import answer, invoke, succeed

NOW = ("--now", "2026-11-20T12:00+02:00")
CASE = "reform-programme-fi-2026"
FAILED = ("assumption", "set", "3", "failed", "--reason", "made up", "--reassess-by", "2027-01-29", *NOW)


def risks() -> dict[str, dict[str, Any]]:
    return {one["id"]: one for one in answer("risk", "list", *NOW)}


def assumptions() -> dict[str, dict[str, Any]]:
    return {one["id"]: one for one in answer("assumption", "list", *NOW)}


def test_the_lists_hold_what_the_programme_watches(database: Path) -> None:
    """Seven risks and five assumptions; what nobody has judged says so."""
    assert (len(risks()), len(assumptions())) == (7, 5)
    assert {name: one["level"] for name, one in risks().items() if one["level"]} == {
        "risk-2": "high",
        "risk-5": "medium",
    }
    assert {name: one["judgement"] for name, one in assumptions().items() if one["judgement"]} == {
        "assumption-2": "holds",
        "assumption-3": "wavering",
    }
    assert "○ not assessed" in succeed("risk", "list", *NOW).stdout
    assert [one["id"] for one in answer("risk", "list", "--level", "high", *NOW)] == ["risk-2"]


def test_a_risk_has_a_level_an_owner_and_a_control(database: Path) -> None:
    """What is recorded last is what counts; its number is enough to name it."""
    succeed("risk", "set", "7", "low", "--owner", "STM", "--control", "made up", "--on", "2026-11-19", *NOW)
    one = risks()["risk-7"]
    assert (one["level"], one["owner"], one["control"], one["assessed_on"]) == ("low", "STM", "made up", "2026-11-19")


@pytest.mark.parametrize(
    ("given", "lacking"),
    [
        ((), "--owner VALUE --control VALUE"),
        (("--owner", "VM"), "--control VALUE"),
        (("--control", "made up"), "--owner VALUE"),
    ],
)
def test_a_high_risk_is_somebodys(database: Path, given: tuple[str, ...], lacking: str) -> None:
    """The refusal proposes the same command with what lacks, and nothing that was said already."""
    refused = invoke("risk", "set", "risk-4", "high", *given, "--on", "2026-11-19", *NOW)
    proposed = next(line for line in refused.stderr.splitlines() if line.startswith("Try: "))
    assert (refused.exit_code, proposed.startswith("Try: ohjaus risk set risk-4 high")) == (5, True)
    assert proposed.endswith(f"--on 2026-11-19 {lacking}")


def test_a_placeholder_is_never_recorded(database: Path) -> None:
    """A proposed command that was pasted as it stood is refused, whatever option was left open."""
    for option in ("--owner", "--control", "--unit"):
        refused = invoke("risk", "set", "risk-4", "low", option, "VALUE", *NOW)
        assert (refused.exit_code, "[placeholder-left]" in refused.stderr) == (9, True)


def test_a_wavering_assumption_needs_a_reason_and_opens_nothing(database: Path) -> None:
    """Wavering is a warning: the programme goes on as it was."""
    refused = invoke("assumption", "set", "4", "wavering", "--on", "2026-11-19", *NOW)
    proposed = "ohjaus assumption set assumption-4 wavering --on 2026-11-19 --reason VALUE"
    assert (refused.exit_code, proposed in refused.stderr) == (5, True)
    recorded = answer("assumption", "set", "4", "wavering", "--reason", "made up", *NOW)
    assert recorded["state"] == "in_execution"
    assert not any(one["awaiting_reassessment"] for one in assumptions().values())


def test_a_failed_assumption_opens_a_reassessment(database: Path) -> None:
    """The plan is to be assessed anew by the day that was set: a task in `todo`, and a deadline that runs."""
    recorded = answer(*FAILED)
    assert recorded["state"] == "under_reassessment"
    one = assumptions()["assumption-3"]
    assert (one["judgement"], one["awaiting_reassessment"], one["reassess_by"]) == ("failed", True, "2027-01-29")
    todo = {item["task"]: item["due"] for item in answer("todo", "--procedure", "reform_programme", *NOW)}
    assert todo["reassess_plan"] == "2027-01-29"
    assert "ohjaus plan reassess plan_kept --grounds VALUE" in invoke("assumption", "list", *NOW).stderr


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_task_is_told_in_three_languages(database: Path, language: str) -> None:
    """Whoever reads the list of things to do sees what waits, in the language asked for."""
    succeed(*FAILED)
    said = {
        "fi": "arvioi kehittämissuunnitelma uudelleen",
        "sv": "ompröva utvecklingsplanen",
        "en": "assess the plan anew",
    }
    page = succeed("todo", "--procedure", "reform_programme", "--lang", language, *NOW).stdout
    assert said[language] in page


def test_the_reassessment_settles_what_has_failed(database: Path) -> None:
    """It names the failed assumptions by itself; then the programme goes on and the deadline is met."""
    succeed(*FAILED)
    succeed("assumption", "set", "5", "failed", "--reason", "made up", *NOW)
    grounds = ("--grounds", "made up", "--changed", "N3.1-1")
    other = invoke("plan", "reassess", "plan_changed", *grounds, "--assumption", "5", *NOW)
    assert (other.exit_code, "Try: ohjaus plan reassess plan_changed" in other.stderr) == (5, True)
    recorded = answer("plan", "reassess", "plan_changed", *grounds, *NOW)
    data = recorded["events"][0]["data"]
    assert (recorded["state"], data["assumptions"], data["changed"]) == (
        "in_execution",
        ["assumption-3", "assumption-5"],
        ["N3.1-1"],
    )
    assert {one["status"] for one in recorded["deadlines"] if one["name"] == "reassessment"} == {"met"}
    assert not any(one["awaiting_reassessment"] for one in assumptions().values())
    again = invoke("plan", "reassess", "plan_kept", "--grounds", "made up", *NOW)
    assert (again.exit_code, "[nothing-to-reassess]" in again.stderr) == (5, True)


def test_the_past_shows_what_was_judged_then(database: Path) -> None:
    """Before the judgement of 20 October nothing was known of the assumptions."""
    before = answer("assumption", "list", "--in-force-on", "2026-10-19")
    assert {one["judgement"] for one in before} == {None}
    day_after = answer("assumption", "list", "--in-force-on", "2026-10-21")
    assert {one["id"]: one["judgement"] for one in day_after if one["judgement"]}["assumption-3"] == "wavering"


@pytest.mark.parametrize("noun", ["risk", "assumption"])
def test_an_unknown_one_is_met_with_the_nearest(database: Path, noun: str) -> None:
    """A number that is not there is refused, and where the list is."""
    values = {"risk": "low", "assumption": "holds"}
    refused = invoke(noun, "set", "8", values[noun], *NOW)
    assert (refused.exit_code, "[programme-unknown]" in refused.stderr) == (3, True)
    assert f"Try: ohjaus {noun} list" in refused.stderr


def test_an_empty_log_lists_the_catalogue(empty: Path) -> None:
    """Without a programme the entries are there and nothing is known of them."""
    assert {one["level"] for one in answer("risk", "list")} == {None}
    assert {one["judgement"] for one in answer("assumption", "list")} == {None}
