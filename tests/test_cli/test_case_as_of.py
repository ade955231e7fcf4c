"""The two as-of axes: what was known then, and what had happened by then."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_cli.told_history import LATE_IN_JUNE_2026

CASE = "evaluation-15-2025"


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2025-06-17", "started"),
        ("2025-08-30", "started"),
        ("2025-08-31", "group_appointed"),
        ("2025-09-08", "group_appointed"),
        ("2025-09-09", "assessment"),
    ],
)
def test_a_case_stands_as_it_did_in_law_on_a_day(day: str, state: str, database: Path) -> None:
    """`--in-force-on` shows what had happened by that day, that day included."""
    assert answer("case", "show", CASE, "--in-force-on", day)["state"] == state


def test_a_case_that_was_not_open_yet_is_not_found(database: Path) -> None:
    """The day before the opening there was no case."""
    result = invoke("case", "show", CASE, "--in-force-on", "2025-06-16")
    assert (result.exit_code, "case-not-yet" in result.stderr) == (3, True)


def test_a_case_stands_as_it_was_known_at_a_position(database: Path) -> None:
    """`--known-at` with a position leaves out what was recorded later."""
    events = answer("case", "history", CASE)
    shown = answer("case", "show", CASE, "--known-at", str(events[1]["position"]))
    assert (shown["version"], shown["as_of"]["position"]) == (2, events[1]["position"])


def test_a_case_stands_as_it_was_known_at_a_time(database: Path) -> None:
    """`--known-at` with an instant: a note that was recorded later was not known."""
    before = answer("case", "note", CASE, "first made-up note", "--now", "2100-01-01T10:00Z")
    answer("case", "note", CASE, "second made-up note", "--now", "2100-01-01T12:00Z")
    shown = answer("case", "show", CASE, "--known-at", "2100-01-01T11:00Z")
    assert (shown["version"], shown["as_of"]["position"]) == (before["version"], before["position"])
    assert answer("case", "show", CASE, "--known-at", "2100-01-01")["version"] == before["version"] + 1


def test_before_everything_nothing_was_known(database: Path) -> None:
    """Known at position 0 there is no case, and lists are empty."""
    assert invoke("case", "show", CASE, "--known-at", "0").exit_code == 3
    assert answer("case", "list", "--known-at", "0") == []
    assert answer("todo", "--known-at", "2020-01-01") == []


def test_a_list_of_the_past_is_filtered_alike(database: Path) -> None:
    """The list as of a day knows only what had happened, and takes the same filters."""
    opened = [one["case"] for one in answer("case", "list") if one["opened_on"] <= "2025-06-16"]
    assert [one["case"] for one in answer("case", "list", "--in-force-on", "2025-06-16")] == opened
    assert answer("case", "list", "--in-force-on", "2025-06-16", "--procedure", "evaluation") == []
    assert answer("case", "list", "--in-force-on", "2015-11-29") == []
    listed = answer("case", "list", "--in-force-on", "2025-08-30", "--state", "started", "--subject", "15")
    assert [(one["case"], one["next_due"]) for one in listed] == [(CASE, None)]


def test_the_past_and_now_agree_where_they_meet(database: Path) -> None:
    """As of the newest position the list folded from the log is the list that is kept."""
    newest = answer("audit", "log")[-1]["position"]
    kept = answer("case", "list", "--subject", "15", "--now", "2026-12-15")
    folded = answer("case", "list", "--subject", "15", "--known-at", str(newest), "--in-force-on", "2026-12-15")
    assert folded == kept


def test_lateness_is_judged_on_the_day_looked_from(database: Path) -> None:
    """Seen from the day after its end the group's term is late, whatever today is."""

    def late(day: str) -> set[str]:
        return {one["case"] for one in answer("case", "list", "--overdue", "--in-force-on", day)}

    assert late("2026-06-12") == set(LATE_IN_JUNE_2026)
    assert late("2026-06-13") == {*LATE_IN_JUNE_2026, CASE}


@pytest.mark.parametrize(
    "option",
    [("--known-at", "yesterday"), ("--in-force-on", "17.6.2025"), ("--known-at", "2025-13-01"), ("--known-at", "-1")],
)
def test_a_time_that_is_none_is_refused(option: tuple[str, str], database: Path) -> None:
    """What is neither a time nor a position is rejected as input."""
    result = invoke("case", "show", CASE, *option)
    assert result.exit_code == 9, result.stderr


def test_a_person_sees_from_where_they_look(database: Path) -> None:
    """A page of the past says so."""
    assert "As of: position" in succeed("case", "show", CASE, "--in-force-on", "2025-09-09").stdout


def test_a_history_of_a_day_names_each_event_where_others_between_had_not_happened(database: Path) -> None:
    """A note of an early day that was recorded last is the note, and nothing else, in the history of that day."""
    answer("case", "note", CASE, "a made-up note", "--on", "2025-06-20")
    lines = succeed("case", "history", CASE, "--in-force-on", "2025-06-20").stdout.splitlines()
    versions = [one["version"] for one in answer("case", "history", CASE, "--in-force-on", "2025-06-20")]
    assert (versions[-1] > len(versions), "made-up note" in lines[len(versions) - 1]) == (True, True)
