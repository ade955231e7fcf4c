"""`flag`: a county raises it, the State's clock starts, the answer stops it, and only the county lowers it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from engine.law import LANGUAGES
from tests.test_cli.conftest import answer, invoke, succeed

NOW = ("--now", "2026-11-20T12:00+02:00")
RAISE = ("flag", "raise", "Kainuu", "--what", "made up", "--need", "made up help", "--contact", "made-up office")


def flags(*options: str) -> dict[str, dict[str, Any]]:
    return {one["flag"]: one for one in answer("flag", "list", *options, *NOW)}


def test_the_list_says_how_the_states_clock_stands(database: Path) -> None:
    """The unanswered flag comes first, late by the internal target; the answered one is still up."""
    found = flags()
    assert list(found) == ["red-flag-06-2026", "red-flag-18-2026"]
    first, second = found.values()
    assert (first["answer_due"], first["overdue"], first["age_days"], first["answered_on"]) == (
        "2026-11-19",
        True,
        8,
        None,
    )
    assert (second["overdue"], second["answered_on"], second["support_by"], second["state"]) == (
        False,
        "2026-10-13",
        "2026-11-13",
        "answered",
    )
    assert list(flags("--unanswered")) == ["red-flag-06-2026"]
    assert list(flags("--county", "Mellersta Österbotten")) == ["red-flag-18-2026"]


def test_raising_a_flag_starts_the_clock(database: Path) -> None:
    """Five working days from the day it was raised, and a task for the ministry and one for the county."""
    recorded = answer(*RAISE, "--task", "ICT-A-2.2", "--on", "2026-11-18", *NOW)
    assert (recorded["case"], recorded["state"]) == ("red-flag-20-2026", "raised")
    assert {one["name"]: one["due"] for one in recorded["deadlines"]} == {"answer_flag": "2026-11-25"}
    assert {one["name"]: one["organisation"] for one in recorded["tasks"]} == {
        "answer_red_flag": "STM",
        "make_plan_b": "20",
    }
    event = recorded["events"][0]
    assert (event["data"]["task"], event["data"]["group"]) == ("ICT-A-2.2", "ICT")
    assert {item["task"] for item in answer("todo", "--subject", "Kainuu", "--procedure", "red_flag", *NOW)} == {
        "answer_red_flag",
        "make_plan_b",
    }


def test_an_answer_stops_the_clock_and_starts_that_of_the_support(database: Path) -> None:
    """The county's name is enough where only one of its flags waits."""
    recorded = answer(
        *("flag", "answer", "Satakunta", "--support", "made up", "--contact", "made-up unit"),
        *("--ministry", "sisäministeriö", "--support-by", "2026-12-15", *NOW),
    )
    assert (recorded["case"], recorded["state"]) == ("red-flag-06-2026", "answered")
    assert {one["name"]: one["status"] for one in recorded["deadlines"]} == {"answer_flag": "late", "support": "open"}
    one = flags()["red-flag-06-2026"]
    assert (one["ministry"], one["contact_state"], one["overdue"]) == ("SM", "made-up unit", False)


def test_a_plan_b_and_a_higher_level_are_recorded(database: Path) -> None:
    """The county's plan B and the escalation stand in the list with the flag."""
    succeed("flag", "plan-b", "06", "--plan", "made up", "--decided-by", "2027-01-15", *NOW)
    succeed("flag", "escalate", "06", "--to", "core_group", "--because", "made up", *NOW)
    one = flags()["red-flag-06-2026"]
    assert (one["plan_b"], one["plan_b_decided_by"], one["escalated_to"]) == ("made up", "2027-01-15", ["core_group"])


def test_only_the_county_lowers_its_flag(database: Path) -> None:
    """A ministry cannot clear it; the county can, and then it is out of the list that says which are up."""
    clear = ("flag", "clear", "red-flag-18-2026", "--because", "made up", "--on", "2026-11-19")
    refused = invoke(*clear, "--by", "stm", *NOW)
    assert (refused.exit_code, "officials of the county" in refused.stderr) == (5, True)
    assert answer(*clear, *NOW)["state"] == "cleared"
    assert (list(flags()), list(flags("--all"))) == (
        ["red-flag-06-2026"],
        ["red-flag-06-2026", "red-flag-18-2026"],
    )


@pytest.mark.parametrize(
    ("arguments", "code", "exit_code"),
    [
        (("answer", "red-flag-18-2026", "--support", "x", "--contact", "y"), "act-refused", 5),
        (("answer", "Keski-Pohjanmaa", "--support", "x", "--contact", "y"), "no-flag-up", 3),
        (("answer", "nobody", "--support", "x", "--contact", "y"), "case-unknown", 3),
        (("answer", "evaluation-15-2025", "--support", "x", "--contact", "y"), "case-of-other-procedure", 9),
        (("clear", "Kainuu", "--because", "x"), "no-flag-up", 3),
        (("raise", "Kainu", "--what", "x", "--need", "y", "--contact", "z"), "unknown-actor", 3),
        (("raise", "STM", "--what", "x", "--need", "y", "--contact", "z"), "act-refused", 5),
        (("raise", "Kainuu", "--what", "x", "--need", "y", "--contact", "z", "--task", "X-1"), "roadmap-unknown", 3),
        (("raise", "Kainuu", "--what", "x", "--need", "y", "--contact", "z", "--case", "no-such"), "case-unknown", 3),
        (("raise", "Kainuu", "--what", "VALUE", "--need", "y", "--contact", "z"), "placeholder-left", 9),
        (("answer", "06", "--support", "x", "--contact", "y", "--support-by", "2026-11-01"), "act-refused", 5),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(
    database: Path, arguments: tuple[str, ...], code: str, exit_code: int
) -> None:
    """Each refusal has its code and leaves the log as it was."""
    before = database.read_bytes()
    refused = invoke("flag", *arguments, *NOW)
    assert (refused.exit_code, f"[{code}]" in refused.stderr) == (exit_code, True), refused.stderr
    assert database.read_bytes() == before


def test_a_county_with_two_flags_must_name_one(database: Path) -> None:
    """Nothing is guessed: both ids are named."""
    succeed(*RAISE, *NOW)
    succeed(*RAISE, *NOW)
    refused = invoke("flag", "answer", "Kainuu", "--support", "x", "--contact", "y", *NOW)
    assert (refused.exit_code, "[flag-ambiguous]" in refused.stderr) == (9, True)
    assert "red-flag-20-2026, red-flag-20-2026-2" in refused.stderr


def test_whom_to_call_comes_from_the_register_of_contacts(database: Path) -> None:
    """Until the State has answered, the list names the office that the register has for red flags."""
    start = ("case", "start", "cooperation_forums", "--subject", "FI", "--on", "2026-11-02", *NOW)
    case_id = answer(*start)["case"]
    contact = ("--set", "organisation=STM", "--set", "matter=red_flags", "--set", "title=made-up steering unit")
    succeed("case", "advance", case_id, "contact_set", "--on", "2026-11-03", *contact, *NOW)
    assert flags()["red-flag-06-2026"]["contact_state"] == "made-up steering unit"
    assert "Satakunta: hallintojohtaja; STM: made-up steering unit" in succeed("flag", "list", *NOW).stdout


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_speaks_three_languages(database: Path, language: str) -> None:
    """That the answer is late is said in words."""
    said = {"fi": "vastauksen piti tulla 19.11.2026", "sv": "svaret skulle komma 19.11.2026", "en": "answer was due"}
    assert said[language] in succeed("flag", "list", "--lang", language, *NOW).stdout


def test_the_past_has_the_flags_of_then(database: Path) -> None:
    """Before it was raised the second flag is not there, and the first was not answered on its second day."""
    then = {one["flag"]: one for one in answer("flag", "list", "--in-force-on", "2026-10-09")}
    assert {name: (one["state"], one["age_days"]) for name, one in then.items()} == {"red-flag-18-2026": ("raised", 1)}


def test_no_flag_is_a_sentence_and_an_empty_list(empty: Path) -> None:
    """A script gets `[]`, a person a sentence."""
    assert answer("flag", "list") == []
    assert "No red flag is up" in invoke("flag", "list").stderr
