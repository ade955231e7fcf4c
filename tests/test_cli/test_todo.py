"""`todo`: whose turn it is in all cases at once, and what many parties have alike told in one line."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from cli.case.parties import in_one_line
from cli.frame.invocation import Invocation
from procedures.directory import directory
from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_cli.told_history import EVALUATIONS, LATE_IN_JUNE_2026

KEYS = {"case", "procedure", "subject", "task", "role", "organisation", "party", "due", "days_left", "basis"}
NOW = ("--now", "2026-06-15")
ROUND = "situation-round-fi-2021"
PICTURE = ("todo", "--procedure", "situation_round", *NOW)
ANSWERED = ("case", "advance", ROUND, "answer_given", "--on", "2026-06-01")


def test_every_open_task_is_listed_with_its_day(database: Path) -> None:
    """Each open case stands in the list; what is due first comes first, what has no day last, the oldest first."""
    items = answer("todo", *NOW)
    assert all(item.keys() >= {*KEYS, "raised_on"} for item in items)
    assert {item["case"] for item in items} == {case["case"] for case in answer("case", "list", "--open")}
    order = [(item["due"] is None, item["due"] or item["raised_on"]) for item in items]
    assert order == sorted(order)
    of_evaluations = answer("todo", "--procedure", "evaluation", *NOW)
    assert {item["case"] for item in of_evaluations} == set(EVALUATIONS)
    first = of_evaluations[0]
    assert (first["case"], first["role"], first["due"], first["days_left"]) == (
        "evaluation-15-2025",
        "evaluation_group",
        "2026-06-12",
        -3,
    )


def test_the_list_is_cut_by_role_subject_and_lateness(database: Path) -> None:
    """One sees one's own tasks: by `--role`, or by the role of `--as`."""
    late = answer("todo", *NOW, "--overdue")
    assert {item["case"] for item in late} == {*LATE_IN_JUNE_2026, "evaluation-15-2025"}
    assert all(item["days_left"] < 0 for item in late)
    of_evaluations = ("--procedure", "evaluation", "--overdue")
    assert [item["case"] for item in answer("todo", *NOW, *of_evaluations)] == ["evaluation-15-2025"]
    of_lapland = answer("todo", *NOW, "--subject", "Lappi")
    about_it = {item["case"] for item in of_lapland if item["subject"] == "21"}
    owed = {(item["case"], item["organisation"]) for item in of_lapland if item["subject"] != "21"}
    assert about_it == {"evaluation-21-2025", "county-return-21-2026-2"}
    # What it owes as a party of cases about the whole state stands in its list as well, and nobody else's does.
    states = ("national-objectives-fi-2025", "service-information-fi-2025", "situation-round-fi-2021")
    assert owed == {(case_id, "21") for case_id in states}
    group = answer("todo", *NOW, "--role", "evaluation_group")
    assert group == answer("todo", *NOW, "--as", "evaluation_group")
    assert {item["role"] for item in group} == {"evaluation_group"}
    assert answer("todo", *NOW, "--role", "nobody") == []


def test_nothing_to_do_is_said(empty: Path) -> None:
    """An empty list is a sentence for a person and `[]` for a script."""
    assert "Nothing is to be done" in invoke("todo").stderr
    assert succeed("todo", "--format", "json").stdout == "[]\n"


def test_the_list_agrees_with_the_cases(database: Path) -> None:
    """What is to be done over all cases is what each case says of itself."""
    tasks = {(item["case"], item["task"], item["organisation"]) for item in answer("todo") if item["task"]}
    of_cases = {
        (case["case"], task["name"], task["organisation"])
        for case in answer("case", "list")
        for task in answer("case", "show", case["case"])["tasks"]
        if task["status"] == "open"
    }
    assert tasks == of_cases


def test_a_script_sees_each_party(database: Path) -> None:
    """For programs each county, Helsinki and HUS has its own task; what one authority has to do has no party."""
    items = answer(*PICTURE)
    steered = [actor.code for actor in directory().steered()]
    assert [item["party"] for item in items if item["task"] == "give_picture"] == steered
    assert {(item["organisation"], item["party"]) for item in items if item["task"] != "give_picture"} == {
        ("STM", None)
    }


@pytest.mark.parametrize(
    ("language", "whose"),
    [
        ("fi", "asian osapuoli: Itä-Uusimaa, Keski-Uusimaa, Länsi-Uusimaa ja 20 muuta"),
        ("sv", "part i ärendet: Östra Nyland, Mellersta Nyland, Västra Nyland och 20 till"),
        ("en", "party of the case: East Uusimaa, Central Uusimaa, West Uusimaa and 20 more"),
    ],
)
def test_a_person_reads_the_parties_in_one_line(database: Path, language: str, whose: str) -> None:
    """What twenty-three have to do alike is one line with the first names and how many more."""
    lines = [line.split("\t") for line in succeed(*PICTURE, "--lang", language).stdout.splitlines()]
    assert len(lines) == 2
    assert [line[3] for line in lines].count(whose) == 1


def test_parties_that_have_acted_are_no_longer_named(database: Path) -> None:
    """Whoever has answered drops out of the line; the last one left is named too, not only called a party."""
    rest = [actor.code for actor in directory().steered()]
    for code in ("01", "02", "HUS"):
        succeed(*ANSWERED, "--set", f"party={code}")
        rest.remove(code)
    assert [item["party"] for item in answer(*PICTURE) if item["party"]] == rest
    assert "party of the case: West Uusimaa, Vantaa and Kerava, Southwest Finland and 17 more" in turn()
    for code in rest[:-1]:
        succeed(*ANSWERED, "--set", f"party={code}")
    assert (rest[-1], "party of the case: Helsinki" in turn()) == ("90", True)
    succeed(*ANSWERED, "--set", "party=90")
    assert turn() == ["Ministry of Social Affairs and Health"]


def turn() -> list[str]:
    """Whose turn the list says it is in the round."""
    return [line.split("\t")[3] for line in succeed(*PICTURE).stdout.splitlines()]


@pytest.mark.parametrize(
    ("language", "turn_of"),
    [
        ("fi", "Vuorossa: asian osapuoli (Itä-Uusimaa, Keski-Uusimaa, Länsi-Uusimaa ja 20 muuta): "),
        ("sv", "I tur: part i ärendet (Östra Nyland, Mellersta Nyland, Västra Nyland och 20 till): "),
        ("en", "Whose turn: party of the case (East Uusimaa, Central Uusimaa, West Uusimaa and 20 more): "),
    ],
)
def test_a_case_says_in_one_line_which_parties_have_the_turn(database: Path, language: str, turn_of: str) -> None:
    """`case show` has one line for the parties and one for the ministry."""
    field = turn_of.partition(":")[0]
    lines = [line for line in succeed("case", "show", ROUND, "--lang", language).stdout.splitlines() if field in line]
    assert [line.startswith(turn_of) for line in lines] == [True, False]


def test_recording_and_replaying_name_the_parties_once(database: Path) -> None:
    """A task of each party is one line: when it is recorded, and in a replay where it is raised and where it waits."""
    started = succeed(
        "case",
        "start",
        "situation_round",
        "--subject",
        "FI",
        "--on",
        "2026-05-04",
        "--set",
        "month=2026-05",
        "--set",
        "due_on=2026-05-05",
    )
    replayed = succeed("audit", "replay", ROUND)
    for page, places in ((started.stdout, 1), (replayed.stdout, 2)):
        parties = re.findall(r"party of the case.*", page)
        assert len(parties) == places
        assert all("East Uusimaa, Central Uusimaa, West Uusimaa and 20 more" in line for line in parties)


def test_two_deadlines_of_one_day_are_two_lines() -> None:
    """Only what parties have alike is put together: deadlines that fall on one day each keep their line."""
    item: dict[str, Any] = {"case": "made-up-fi-2026", "task": None, "role": None, "due": "2026-12-31"}
    items = [item | {"deadline": name, "whose": None, "party": None} for name in ("entry_9", "entry_10")]
    assert in_one_line(Invocation({}), items) == items
