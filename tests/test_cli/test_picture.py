"""The picture itself: what it rests on, how it names a state, that silence is one, and that the past stays put."""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from cli.frame.invocation import Invocation
from cli.picture.made import picture_in
from cli.picture.marks import Status
from cli.picture.model import Picture
from cli.picture.rules import RULES, rules_on, versions
from cli.wiring import Record
from engine.law import LANGUAGES
from engine.rights import Access
from procedures.directory import directory
from procedures.roadmap.catalogue import roadmap
from tests.doses import LONG
from tests.grants import SOMEBODY, in_force
from tests.pages.once import begun_log, story_log
from tests.pages.story import NOW, SILENT_IN_NOVEMBER, SILENT_IN_OCTOBER
from tests.test_cli.conftest import answer, invoke, succeed


def seen(**given: str) -> Picture:
    """The picture of the story, with these options."""
    run = Invocation({})
    run.given = {"db": str(story_log()), "now": NOW, **given}
    with run.record() as record:
        return picture_in(run, record)


@cache
def shown(*further: str) -> Any:
    """What `picture show` answers over the story."""
    return answer("picture", "show", "--db", str(story_log()), "--now", NOW, *further)


def county(code: str) -> Any:
    return next(one for one in shown()["counties"] if one["subject"] == code)


def test_the_picture_says_as_of_when_it_is_and_on_whose_answers_it_rests() -> None:
    """Position, time, day and hash of the log; of how many of the 23, and who is missing since when."""
    picture = shown()
    head = answer("audit", "log", "--db", str(story_log()))[-1]
    assert picture["as_of"] == {
        "position": head["position"],
        "time": head["recorded_at"],
        "in_force_on": "2026-11-22",
        "head": head["hash"],
    }
    assert picture["based_on"] == {
        "reported": 19,
        "expected": 23,
        "missing": ["12", "17", "21", "HUS"],
        "silent_days": {"12": 51, "17": 51, "21": None, "HUS": None},
    }


def test_all_of_the_23_stand_in_it() -> None:
    """Nobody is left out of the counties, and the counts add up to all."""
    picture = shown()
    assert [one["subject"] for one in picture["counties"]] == [one.code for one in directory().steered()]
    assert sum(one["count"] for one in picture["counts"]) == 23


def test_an_empty_log_is_no_information_and_never_green(empty: Path) -> None:
    """A log without a single event gives a whole picture in which nothing is known."""
    picture = answer("picture", "show", "--now", NOW)
    assert {one["overall"]["status"] for one in picture["counties"]} == {"no_information"}
    assert picture["based_on"]["reported"] == 0
    lines = [line for chapter in picture["goals"] for line in chapter["lines"]]
    assert {line["mark"]["status"] for line in lines} == {"no_information"}
    assert (picture["as_of"]["position"], picture["as_of"]["time"]) == (0, None)
    assert len(picture["as_of"]["head"]) == 64


@pytest.mark.parametrize("code", SILENT_IN_NOVEMBER)
def test_silence_is_a_state_with_an_age(code: str) -> None:
    """Who let the day for answering pass has no information, whatever it said the month before."""
    reported = county(code)["reported"]
    assert reported["status"] == "no_information"
    answered_in_october = code not in SILENT_IN_OCTOBER
    assert (reported["since"], reported["age_days"]) == (
        ("2026-10-02", 51) if answered_in_october else ("2026-11-05", 17)
    )


def test_a_silent_county_is_not_green_for_being_on_time_elsewhere() -> None:
    """The state of a county is what asks for more attention: its log, or its silence."""
    assert county("12")["derived"]["status"] == "not_applicable"
    assert county("12")["overall"]["status"] == "no_information"
    assert county("21")["overall"]["status"] == "at_risk"


def test_what_the_log_and_a_county_say_is_shown_side_by_side() -> None:
    """Where they differ on one case both marks stand, and the difference opens the agenda."""
    one = county("01")
    case = next(line for line in one["cases"] if line["case"] == "evaluation-01-2025")
    assert (case["mark"]["status"], case["mark"]["provenance"]) == ("at_risk", "derived")
    assert (case["told"]["status"], case["told"]["provenance"]) == ("on_schedule", "reported")
    assert one["differs"]
    assert "evaluation" in one["agenda"][0]


def test_a_discussed_answer_says_so() -> None:
    """What a confirmed return holds was discussed; what a newer answer says was reported."""
    october = seen(known_at="2026-10-20T00:00")
    assert october.county("02").reported.provenance == "discussed"
    assert seen().county("02").reported.provenance == "reported"


def marks_in(value: Any) -> list[dict[str, Any]]:
    """Every mark of the picture's data, however deep it stands."""
    if isinstance(value, dict):
        own = [value] if {"status", "rule", "evidence"} <= value.keys() else []
        return own + [mark for inner in value.values() for mark in marks_in(inner)]
    return [mark for inner in value for mark in marks_in(inner)] if isinstance(value, list) else []


def test_every_mark_explains_itself() -> None:
    """Each has a known rule with its version and a reason; what is late or at risk names the events behind it."""
    events = {event["position"]: event for event in answer("audit", "log", "--db", str(story_log()))}
    marks = marks_in(shown())
    assert len(marks) > 12_000
    assert {mark["rule"].partition("@")[0] for mark in marks} <= set(RULES)
    assert {mark["rule"].partition("@")[2] for mark in marks} == {"1"}
    assert [mark for mark in marks if not mark["reason"]] == []
    worst = [mark for mark in marks if mark["status"] in ("at_risk", "late")]
    assert worst
    assert [mark for mark in worst if not any(one["positions"] for one in mark["evidence"])] == []
    for mark in worst:
        for one in mark["evidence"]:
            assert {events[position]["stream"] for position in one["positions"]} == {one["case"]}


def test_every_sub_task_of_the_roadmap_stands_in_each_county() -> None:
    """What a county has not spoken of is counted as no information, so that no total hides it."""
    tasks = [task for group in county("01")["groups"] for task in group["tasks"]]
    assert {task["number"] for task in tasks} == set(roadmap().subtasks)
    told = [task for task in tasks if task["mark"]["status"] != "no_information"]
    assert len(told) == 12
    for group in county("01")["groups"]:
        assert sum(group["counts"].values()) == len(group["tasks"])


def test_changes_are_counted_from_the_round_that_was_confirmed_last() -> None:
    """Two that answered in October and are silent now have worsened since; the counts say by how many."""
    picture = shown()
    assert (picture["round"]["confirmed_month"], picture["round"]["confirmed_on"]) == ("2026-10", "2026-10-16")
    worsened = {one["subject"]: one["before"] for one in picture["counties"] if one["change"] == "worsened"}
    assert worsened == {"12": "on_schedule", "17": "on_schedule"}
    silent = next(one for one in picture["counts"] if one["status"] == "no_information")
    assert silent["count"] - silent["before"] == 2


def test_the_projections_and_the_log_alone_give_one_picture() -> None:
    """Made through the projections or folded from the log, the picture is equal in every value."""
    assert seen() == seen(known_at=NOW)


def test_a_picture_as_known_last_month_is_the_one_that_was_made_last_month(tmp_path: Path) -> None:
    """What was recorded since changes nothing in it: same values, same words, same bytes of every page."""
    from tests.pages.story import build_from

    build_from(begun_log(), tmp_path / "then", "--now", "2026-10-25T12:00", "--lang", "sv")
    build_from(story_log(), tmp_path / "now", "--known-at", "2026-10-25T12:00", "--lang", "sv")
    then, now = (
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in (tmp_path / "then", tmp_path / "now")
    )
    assert then.keys() == now.keys()
    assert [path for path in then if then[path] != now[path]] == []


def test_a_picture_of_an_earlier_legal_day_knows_nothing_that_had_not_happened() -> None:
    """On a day before the rounds there is no round, and no decision of a later day."""
    picture = seen(in_force_on="2025-07-01")
    assert picture.round.month is None
    assert {one.reported.status for one in picture.counties} == {Status.NO_INFORMATION}
    lines = [line for one in picture.counties for line in one.cases]
    assert lines
    assert all(line.since.isoformat() <= "2025-07-01" for line in lines)


@pytest.mark.parametrize(
    ("day", "status", "rule"),
    [
        ("2026-06-13", Status.LATE, "deadline-passed@1"),
        ("2026-06-12", Status.AT_RISK, "deadline-near@1"),
        ("2026-05-29", Status.AT_RISK, "deadline-near@1"),
        ("2026-05-28", Status.AT_RISK, "waiting-long@1"),
    ],
)
def test_a_deadline_makes_a_case_late_the_day_after_it(day: str, status: Status, rule: str) -> None:
    """The group's term ends on 12 June 2026: near from two weeks before, past on the thirteenth."""
    case = next(one for one in seen(in_force_on=day).county("15").cases if one.case_id == "evaluation-15-2025")
    assert (case.mark.status, case.mark.rule) == (status, rule)


def test_a_red_flag_shows_how_long_the_state_has_not_answered() -> None:
    """The open flag is overdue and waits; the answered one does not."""
    flags = {flag["subject"]: flag for flag in shown()["flags"]}
    assert (flags["15"]["answered_on"], flags["15"]["age_days"], flags["15"]["overdue"]) == (None, 20, True)
    assert flags["20"]["answered_on"] == "2026-11-06"
    assert county("20")["support_asked"]


def test_kinds_of_observations_are_never_mixed() -> None:
    """A note, a wish and a risk stay what they are, each with its answer or the age of the silence."""
    found = {(one["subject"], one["kind"]): one["age_days"] for one in shown()["observations"]}
    assert set(found) == {("01", "note"), ("15", "risk"), ("15", "wish"), ("08", "wish"), ("21", "risk")}
    assert [one["answered_on"] for one in shown()["observations"] if one["kind"] == "note"] == ["2026-10-09"]


def test_the_programme_says_what_it_knows_and_what_not() -> None:
    """Each entry of the catalogues stands in its chapter; told ones have their state, the others none."""
    chapters = {chapter["id"]: chapter["lines"] for chapter in shown()["goals"]}
    assert {name: len(lines) for name, lines in chapters.items()} == {
        "objectives": 12,
        "actions": 5,
        "tree": 2,
        "measures": 70,
        "assumptions": 5,
        "risks": 7,
        "commitments": 12,
    }
    assumptions = [(line["mark"]["status"], line["judgement"]) for line in chapters["assumptions"]]
    assert assumptions[:4] == [
        ("on_schedule", "holds"),
        ("on_schedule", "holds"),
        ("at_risk", "wavering"),
        ("no_information", "–"),
    ]
    late = [line["number"] for line in chapters["commitments"] if line["mark"]["status"] == "late"]
    assert late == ["6", "9", "10"]


def test_the_public_profile_leaves_out_what_is_not_public_and_counts_it(database: Path) -> None:
    """A note of the ministry's own does not reach the public's picture; that something was left out does."""
    noted = ("case", "advance", "evaluation-01-2025", "noted", "--on", "2026-03-01", "--as", "vm")
    invoke(*noted, "--set", "text=for our eyes")
    from cli.picture.gather import gather, public_only

    run = Invocation({})
    run.given = {"db": str(database), "now": NOW}
    with run.record() as record:
        material = gather(run, record)
        internal = sum(event.publicity != "public" for one in material.known for event in one.case.events)
        public = public_only(material, record.wiring.declarations)
    assert internal
    assert public.left_out == internal
    assert {event.publicity for one in public.known for event in one.case.events} == {"public"}
    answered = answer("picture", "show", "--profile", "public", "--now", NOW)
    assert (answered["profile"], answered["left_out"]) == ("public", internal)
    assert "for our eyes" not in json.dumps(answered)


@pytest.mark.parametrize(("county", "part"), [("15", True), (None, False)])
def test_a_picture_by_who_sees_a_part_says_so(
    county: str | None, part: bool, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On every page and in the data: what is hidden from whoever made it must not look as if it were missing."""
    right = in_force("county" if county else "registry", county)
    access = Access(person=SOMEBODY, enabled=True, grants=(right,))
    monkeypatch.setattr(Record, "access", lambda _: access)
    assert answer("picture", "show", "--now", NOW)["part"] is part
    succeed("picture", "build", "--out", "pages", "--lang", "en", "--now", NOW)
    pages = [page.read_text(encoding="utf-8") for page in Path("pages/en").glob("*.html")]
    assert pages
    assert {"may be hidden, and not missing" in page for page in pages} == {part}
    # Where reading begins, and not at the foot alone.
    assert {"may be hidden, and not missing" in page.partition("<h2")[0] for page in pages} == {part}
    empty = [said for page in pages for said in re.findall(r'<p class="empty">([^<]*)</p>', page)]
    assert empty
    assert {"whoever made the picture" in said for said in empty} == {part}
    assert any("have answered" in page for page in pages) is not part


WIDE = LANGUAGES if LONG else LANGUAGES[:1]
"""The languages that are seen on a wide terminal as well as on a narrow one."""


@pytest.mark.parametrize(
    ("language", "width"), [*((language, "80") for language in LANGUAGES), *((language, "120") for language in WIDE)]
)
def test_a_terminal_shows_it_within_its_width(language: str, width: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The picture and a county fit into 80 and 120 columns in each language; only commands may be longer."""
    monkeypatch.setenv("COLUMNS", width)
    for further in ((), ("--county", "15")):
        told = succeed(
            *("picture", "show", *further, "--db", str(story_log()), "--now", NOW),
            *("--format", "table", "--color", "never", "--lang", language, "-q"),
        ).stdout
        assert max(map(len, told.splitlines())) <= int(width)
        assert "■" in told


def test_a_county_is_named_as_people_name_it() -> None:
    """Code, slug and names mean the same page; whoever is none of the 23 has none."""
    named = [shown("--county", ref)["subject"] for ref in ("15", "keskisuomi", "Mellersta Finland", "Central Finland")]
    assert named == ["15"] * 4
    unknown = invoke("picture", "show", "--county", "VM", "--db", str(story_log()), "--format", "json")
    assert (unknown.exit_code, json.loads(unknown.stdout)["error"]["code"]) == (3, "picture-county-unknown")
    lacking = invoke(
        *("picture", "build", "--out", "x", "--profile", "county", "--db", str(story_log()), "--format", "json")
    )
    assert (lacking.exit_code, json.loads(lacking.stdout)["error"]["code"]) == (9, "picture-county-missing")


def test_the_rules_are_dated_and_the_newest_that_was_in_force_counts() -> None:
    """Each version says from when it holds; before the first there is none."""
    from engine.errors import Fault

    assert rules_on(date(2026, 11, 22)) == versions()[-1]
    with pytest.raises(Fault, match="picture's rules"):
        rules_on(date(1999, 1, 1))
