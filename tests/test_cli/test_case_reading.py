"""`case list`, `case show`, `case next` and `case history` against the published history."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest

from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_cli.told_history import ALL_CASES, BEFORE_MADE_UP, CLOSED, EVALUATIONS, LATE_IN_JUNE_2026

CASE = "evaluation-15-2025"
BEFORE_THE_TERM = ("--now", "2026-06-11T12:00+03:00")
AFTER_THE_TERM = ("--now", "2026-06-15T12:00+03:00")
DEADLINE_KEYS = {
    "case",
    "name",
    "due",
    "started_on",
    "rule",
    "basis",
    "calendar",
    "status",
    "generation",
    "derivation",
}


def test_the_list_has_the_shape_of_the_contract(database: Path) -> None:
    """Each case is listed with the keys that scripts rely on, the oldest first."""
    listed = answer("case", "list")
    keys = {"case", "procedure", "subject", "state", "version", "opened_on", "next_due"}
    assert all(one.keys() >= keys for one in listed)
    assert len(listed) == ALL_CASES
    assert listed == sorted(listed, key=lambda one: (one["opened_on"], one["case"]))
    evaluations = {one["case"]: one for one in listed if one["procedure"] == "evaluation"}
    assert tuple(evaluations) == EVALUATIONS
    keski_suomi = evaluations[CASE]
    assert (keski_suomi["subject"], keski_suomi["state"], keski_suomi["opened_on"], keski_suomi["next_due"]) == (
        "15",
        "assessment",
        "2025-06-17",
        "2026-06-12",
    )


@pytest.mark.parametrize(
    ("options", "cases"),
    [
        ((*BEFORE_MADE_UP, "--subject", "Östra Nyland"), ["evaluation-01-2025"]),
        (("--subject", "21"), ["evaluation-21-2025", "county-return-21-2026", "county-return-21-2026-2"]),
        (("--state", "group_appointed"), ["evaluation-01-2025"]),
        ((*BEFORE_MADE_UP, "--closed"), [*CLOSED]),
        (("--procedure", "evaluation", "--open", "--subject", "lappi"), ["evaluation-21-2025"]),
        (("--procedure", "hyvinvointialueen arviointimenettely", "--subject", "Lappi"), ["evaluation-21-2025"]),
        ((*BEFORE_THE_TERM, "--overdue", "--procedure", "evaluation"), []),
        ((*AFTER_THE_TERM, "--overdue", "--procedure", "evaluation"), [CASE]),
        ((*BEFORE_THE_TERM, "--overdue"), [*LATE_IN_JUNE_2026]),
        ((*AFTER_THE_TERM, "--overdue"), [*LATE_IN_JUNE_2026[:3], CASE, *LATE_IN_JUNE_2026[3:]]),
        (("--subject", "Sisä-Suomi"), ["collaborative-agreement-s-s-2025", "collaborative-negotiation-s-s-2026"]),
        (("--subject", "FI", "--open", "--procedure", "legislation"), ["legislation-fi-2026-2"]),
    ],
)
def test_the_list_is_filtered(options: tuple[str, ...], cases: list[str], database: Path) -> None:
    """By subject in any language, by state, by procedure, by open or closed, by what is overdue."""
    assert [one["case"] for one in answer("case", "list", *options)] == cases


@pytest.mark.parametrize(
    "options", [("--subject", "Uusimaa"), ("--procedure", "evaluatoin"), ("--state", "assesment"), ("--subject", "")]
)
def test_a_filter_that_means_nothing_is_refused(options: tuple[str, ...], database: Path) -> None:
    """An unknown county, procedure or state exits with 3 rather than with an empty list."""
    assert invoke("case", "list", *options).exit_code == 3


def test_an_empty_list_is_an_empty_list(empty: Path) -> None:
    """No cases are `[]` for a script and a sentence for a person."""
    assert succeed("case", "list", "--format", "json").stdout == "[]\n"
    assert succeed("case", "list", "--format", "jsonl").stdout == ""
    plain = succeed("case", "list")
    assert (plain.stdout, "no such cases" in plain.stderr) == ("", True)


def test_a_list_as_csv_opens_anywhere(database: Path) -> None:
    """The header names the keys, and each case is one row."""
    rows = list(csv.DictReader(io.StringIO(succeed("case", "list", "--format", "csv").stdout)))
    listed = answer("case", "list")
    assert [(row["case"], row["subject"]) for row in rows] == [(one["case"], one["subject"]) for one in listed]
    assert [row["subject"] for row in rows if row["procedure"] == "evaluation"] == ["01", "15", "21"]


def test_a_list_is_plain_when_piped(database: Path) -> None:
    """Without a terminal a list is tab-separated lines, and next commands stand beside it on standard error."""
    result = succeed("case", "list", "--subject", "15", "--lang", "fi")
    assert result.stdout == (
        "evaluation-15-2025\tKeski-Suomi\tarviointi käynnissä\t2025-06-17\t2026-06-12\n"
        "additional-funding-15-2026\tKeski-Suomi\tvireillä\t2026-01-11\t\n"
        "borrowing-authority-change-15-2026\tKeski-Suomi\tmuutettu, ehtojen seuranta\t2026-02-12\t\n"
        "county-return-15-2026\tKeski-Suomi\tvastaus vahvistettu\t2026-09-21\t\n"
        "county-return-15-2026-2\tKeski-Suomi\ttyökirja alueella\t2026-10-26\t2026-11-05\n"
    )
    assert "ohjaus case show evaluation-15-2025" in result.stderr


def test_a_case_has_the_shape_of_the_contract(database: Path) -> None:
    """`case show` gives every key that scripts rely on, each of its kind."""
    shown = answer("case", "show", CASE, *AFTER_THE_TERM)
    assert shown.keys() >= {
        "case",
        "procedure",
        "declaration",
        "subject",
        "state",
        "state_label",
        "version",
        "opened_on",
        "closed_on",
        "parties",
        "next",
        "deadlines",
        "tasks",
        "documents",
        "unsettled",
    }
    assert (shown["subject"], shown["state"], shown["closed_on"]) == ("15", "assessment", None)
    assert shown["declaration"] == "evaluation@2025-01-01"
    (deadline,) = shown["deadlines"]
    assert deadline.keys() >= DEADLINE_KEYS
    assert (deadline["name"], deadline["due"], deadline["status"]) == ("group_term", "2026-06-12", "open")
    assert all(step.keys() == {"step", "date", "why"} for step in deadline["derivation"])
    assert shown["as_of"]["time"] == "2026-06-15T09:00:00Z"
    assert [one["name"] for one in shown["standings"]] == ["restriction_of_powers"]
    assert {one["code"] for one in shown["unreported"]} >= {"county_heard", "chair_independent"}
    assert all(one["is_reporting"] for one in shown["documents"])


def test_what_comes_next_has_the_shape_of_the_contract(database: Path) -> None:
    """`case next` gives the `next` of `case show`: what, whose, of which kind, allowed or what is missing, by when."""
    acts = answer("case", "next", CASE)
    assert acts == answer("case", "show", CASE)["next"]
    by_fact = {act["fact"]: act for act in acts}
    keys = {"fact", "label", "by", "kind", "allowed", "missing", "basis", "due"}
    assert all(act.keys() >= keys for act in acts)
    given = by_fact["proposals_given"]
    assert (given["allowed"], given["due"], given["by"]) == (False, "2026-06-12", ["evaluation_group"])
    assert [one["code"] for one in given["missing"]] == ["division_proposal_handled"]
    assert all(one.keys() == {"code", "text", "basis"} for one in given["missing"])
    assert by_fact["group_met"]["allowed"] is True


def test_each_next_act_comes_with_its_command(database: Path) -> None:
    """The command of an act names the case, the act, a day and what the act must bring with it."""
    acts = {act["fact"]: act for act in answer("case", "next", CASE, "--now", "2026-03-02")}
    assert acts["division_proposal_handled"]["command"] == (
        f"ohjaus case advance {CASE} division_proposal_handled --on 2026-03-02 --doc group_minutes=DIARY"
    )


def test_a_database_named_by_an_option_stands_in_the_commands(database: Path) -> None:
    """A next command can be pasted as it is: it names the database where an option named it."""
    shown = succeed("case", "show", CASE, "--db", str(database)).stdout
    assert f"ohjaus case next {CASE} --db {database}" in shown


def test_what_is_unsettled_is_shown_where_the_case_stands(database: Path) -> None:
    """Open questions that bear on the state, the next acts and the standings come with what is done meanwhile."""
    unsettled = {one["id"]: one for one in answer("case", "show", CASE)["unsettled"]}
    assert all(one.keys() >= {"id", "question", "meanwhile", "basis"} for one in unsettled.values())
    assert any("restriction" in one["question"] for one in unsettled.values())


def test_the_first_lines_answer_what_is_asked(database: Path) -> None:
    """Which case, where it stands, whose turn it is, on which section, and by when: overdue is said in days."""
    lines = succeed("case", "show", CASE, *AFTER_THE_TERM).stdout.splitlines()
    assert lines[0] == "evaluation-15-2025 · evaluation procedure of a wellbeing services county · Central Finland (15)"
    assert lines[1] == "Stands: assessment under way, since 2025-09-09"
    assert lines[3] == "Whose turn: evaluation group (VM): give the proposals for measures (611/2021 122 § 3 mom.)"
    assert lines[4] == "By when: Fri 2026-06-12, 3 days late (end of the group's term)"
    assert lines[5].startswith("In force: restriction of the county's powers, since 2025-06-17")
    assert lines[-1].startswith("Next: ohjaus case history")


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ("2026-06-11", "Fri 2026-06-12, 1 day left"),
        ("2026-06-12", "Fri 2026-06-12, today"),
        ("2026-06-13", "Fri 2026-06-12, 1 day late"),
    ],
)
def test_the_day_before_of_and_after_a_deadline(now: str, said: str, database: Path) -> None:
    """The day itself is not late; the day after is, by one."""
    assert f"By when: {said}" in succeed("case", "show", CASE, "--now", now).stdout


def test_more_detail_shows_how_a_deadline_was_reckoned(database: Path) -> None:
    """With -v each step of a deadline's derivation stands under it."""
    step = answer("case", "show", CASE)["deadlines"][0]["derivation"][0]
    assert step["why"] in succeed("case", "show", CASE, "-v").stdout
    assert step["why"] not in succeed("case", "show", CASE).stdout


def test_the_history_gives_whole_envelopes(database: Path) -> None:
    """Each event comes whole, with its hash and with what took its place, which is nothing yet."""
    events = answer("case", "history", CASE)
    assert [event["version"] for event in events] == list(range(1, len(events) + 1))
    assert all(event["superseded_by"] is None for event in events)
    assert all(len(event["hash"]) == 64 for event in events)
    first = events[0]
    assert first["type"] == "evaluation.criteria_noted"
    assert first["recorded_by"]["identity"] == "asserted:os-user"
    assert first["opening"]["subject"] == "15"


def test_a_case_is_meant_in_capitals_too(database: Path) -> None:
    """People type ids as they like."""
    assert answer("case", "show", " Evaluation-15-2025 ")["case"] == CASE


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize(
    ("arguments", "keys"),
    [
        (("case", "list"), ("case", "opened_on", "next_due", "state_label", "subject_name")),
        (("todo",), ("case", "due", "label")),
        (("deadline", "list"), ("case", "due", "basis", "label")),
        (("procedure", "list"), ("declaration", "in_force_from", "in_force_until", "label")),
        (("audit", "log"), ("stream", "effective_on")),
    ],
)
def test_no_list_tears_a_word(
    arguments: tuple[str, ...], keys: tuple[str, ...], width: int, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every id, date and word of every row stands whole in the list, at 80 columns as at 120."""
    monkeypatch.setenv("COLUMNS", str(width))
    shown = set(re.split(r"[\s;]+", succeed(*arguments, "--format", "table").stdout))
    values = {str(one[key]) for one in answer(*arguments) for key in keys if one.get(key)}
    torn = {word for value in values for word in re.split(r"[\s;]+", value) if word not in shown}
    assert (len(values) > 30, torn) == (True, set())


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_tables_keep_ids_and_dates_whole(
    width: int, language: str, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At 80 and at 120 columns nothing is wider than the terminal but an address, and no id, date or section breaks."""
    monkeypatch.setenv("COLUMNS", str(width))
    for arguments in (["case", "list"], ["todo"], ["case", "history", CASE], ["case", "show", CASE]):
        shown = succeed(*arguments, "--format", "table", "--lang", language).stdout
        laid_out, _, commands = shown.rpartition("\n\n")
        lines = [line for line in laid_out.splitlines() if not line.lstrip().startswith("https://")]
        assert max(map(len, lines)) <= width
        assert not re.search(r"^\s*(§|mom\.|\d+ mom\.)", laid_out, re.MULTILINE), "a citation is torn"
        assert all(line == line.rstrip() for line in shown.splitlines())
        assert commands.splitlines()[1].startswith("  ohjaus ")
    listed = succeed("case", "list", "--format", "table", "--lang", language).stdout
    assert "evaluation-15-2025" in listed
    assert ("2026-06-12" if language == "en" else "12.6.2026") in listed
