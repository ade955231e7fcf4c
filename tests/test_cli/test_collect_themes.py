"""Themes: what several counties raise is found, kept apart for rescue services, taken up by somebody, and closed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_cli.conftest import answer, succeed
from tests.test_cli.filling import MONTH, fill, opened, refused, taken, workbook

LATER = ("--now", "2026-12-20")
ON = ("--on", "2026-12-15", *LATER)
THEME = "shared-theme-fi-2026"


@pytest.fixture
def answers(empty: Path, folder: Path) -> None:
    """Two counties late with one sub-task, two with a wish of rescue services about another, one alone with a third."""
    opened("Kainuu", "Lappi")
    common = {"HTT!D2": "late", "HTT!E2": "made up", "Observations!A2": "wish", "Observations!B2": "made up"}
    common |= {"Observations!D2": "ICT-A-2.1", "Observations!E2": "rescue services"}
    taken(
        fill(workbook(folder), {**common, "HTT!D3": "at risk", "HTT!E3": "made up"}),
        fill(workbook(folder, "Lappi", name="lappi.xlsx"), common),
    )
    succeed("collect", "end", "--month", MONTH, *ON)


def test_what_several_counties_raise_is_compiled_with_rescue_services_apart(answers: None) -> None:
    """One county alone raises no theme; nothing is opened unless it is asked for."""
    found = answer("collect", "compile", "--month", MONTH, *ON, "--highlight", "made up")
    name = "HTT-A-1.1 who appoints the preparatory body, and its members"
    assert found["themes"] == [{"name": name, "counties": ["20", "21"]}]
    assert [(one["name"].split()[0], one["counties"]) for one in found["rescue_themes"]] == [
        ("ICT-A-2.1", ["20", "21"])
    ]
    assert (found["raised"], answer("theme", "list")) == ([], [])
    event = answer("case", "history", "monthly-round-fi-2026")[-1]["data"]
    assert (event["position"], event["highlights"]) == (found["position"], ["made up"])


def test_themes_are_raised_in_the_same_act(answers: None) -> None:
    """With --raise each becomes a case that knows its counties and observations, and the compilation names it."""
    rehearsed = answer("collect", "compile", "--month", MONTH, *ON, "--raise", "--dry-run")
    found = answer("collect", "compile", "--month", MONTH, *ON, "--raise")
    assert (found["raised"], rehearsed["raised"]) == ([THEME, f"{THEME}-2"], [THEME, f"{THEME}-2"])
    assert [one["theme_case"] for one in (*found["themes"], *found["rescue_themes"])] == [THEME, f"{THEME}-2"]
    themes = answer("theme", "list")
    assert [(one["theme"], one["sector"], len(one["observations"])) for one in themes] == [
        (THEME, "both", 0),
        (f"{THEME}-2", "rescue", 2),
    ]
    events = answer("audit", "log")[-3:]
    assert len({event["command_id"] for event in events}) == 1
    again = answer("collect", "compile", "--month", MONTH, *ON, "--raise")
    assert (again["raised"], again["themes"]) == ([], found["themes"])
    assert answer("audit", "verify")["ok"] is True


def test_a_theme_is_taken_up_by_somebody_and_closed_with_its_outcome(empty: Path) -> None:
    """Raised by two, taken up with a day, closed; the list says who and when, and keeps the ended when asked."""
    raised = (
        "theme",
        "raise",
        "a made-up theme",
        "--county",
        "Kainuu",
        "--county",
        "Lapland",
        "--on",
        "2026-12-01",
        *LATER,
    )
    assert answer(*raised, "--sector", "rescue", "--what", "made up")["state"] == "raised"
    assert refused("theme", "raise", "x", "--county", "Kainuu", *ON, code=5)["code"] == "act-refused"
    taking = ("theme", "take-up", THEME, "--by", "SM", "--what", "made up", "--due", "2027-01-15", *ON)
    assert answer(*taking)["state"] == "taken_up"
    (one,) = answer("theme", "list", *LATER)
    assert (one["counties"], one["taken_up_by"], one["due"], one["age_days"]) == (["20", "21"], "SM", "2027-01-15", 19)
    assert answer("theme", "close", THEME, "--outcome", "made up", *ON)["state"] == "closed"
    assert answer("theme", "list") == []
    (closed,) = answer("theme", "list", "--all")
    assert (closed["outcome"], closed["closed_on"]) == ("made up", "2026-12-15")
    refused("theme", "take-up", THEME, "--by", "SM", "--what", "x", *ON, code=5)
    page = succeed("theme", "list", "--all", "--lang", "sv").stdout
    assert "Kajanaland, Lappland" in page


def test_only_a_theme_is_taken_up(empty: Path) -> None:
    """A case of another procedure is named as what it is; an unknown one with what is nearest."""
    opened("Kainuu")
    other = refused("theme", "close", "monthly-round-fi-2026", "--outcome", "x", *ON, code=9)
    assert other["code"] == "case-of-other-procedure"
    assert refused("theme", "close", THEME, "--outcome", "x", *ON, code=3)["code"] == "case-unknown"
