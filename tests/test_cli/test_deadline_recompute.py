"""`deadline recompute`: a change of the calendar, listed, and recorded deadline by deadline."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cli.deadline.coming import About
from cli.deadline.recomputing import carry_out, plans
from cli.frame.clocks import day_of
from cli.frame.invocation import Invocation
from engine.acceptance import Judge
from engine.calendar import Calendar, DayOff
from procedures.calendar import finnish_calendar
from tests.test_cli.conftest import answer, invoke, succeed

OLD = finnish_calendar()
AREAS = tuple(f"collaborative-agreement-{area}-2025" for area in ("e-s", "i-s", "l-s", "p-s", "s-s"))
AREA = AREAS[0]
OBJECTIVES = "national-objectives-fi-2025"
STATED = ("--section", "0/2000 4 §", "--why", "made-up reason")


def with_days_off(version: str, *days: str) -> Calendar:
    """The pinned calendar with more days off, as when a holiday is enacted."""
    more = (DayOff(date.fromisoformat(day), "independence_day") for day in days)
    return replace(OLD, version=version, days_off=tuple(sorted((*OLD.days_off, *more))))


NEW = with_days_off("made-up-2", "2025-12-31", "2029-05-28")
"""New Year's Eve 2025 and Monday 28 May 2029 become days off: the first agreements and the next objectives move."""


@pytest.fixture
def enacted(database: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The demo log, made by the pinned calendar, under a later one."""
    under(NEW, monkeypatch)
    return database


def under(calendar: Calendar, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets the command line work by another calendar from here on."""
    monkeypatch.setattr("procedures.calendar.finnish_calendar", lambda: calendar)


def recomputed(*given: str) -> dict[str, Any]:
    """What `deadline recompute` answers."""
    return dict(answer("deadline", "recompute", *given))


def events() -> int:
    """How many events the log holds."""
    with Invocation({}).record() as record:
        return record.log.head().position


def ensure_sound(*calendars: Calendar) -> None:
    """Makes sure that the whole history is accepted again, each event by the calendar of which it speaks."""
    held = {one.version: one for one in calendars}
    with Invocation({}).record() as record:
        judge = Judge(
            record.wiring.declarations,
            subjects=record.wiring.subjects,
            calendars=held.__getitem__,
            day_of=day_of,
        )
        found = judge.judge_all(record.log.read())
    assert [one.text for one in (*found.refused, *found.reckoned_otherwise)] == []
    assert found.deadlines > 0


def moves(found: dict[str, Any]) -> list[tuple[str, str, str, str]]:
    """Of each move the case, the deadline, and the two last days."""
    return [(one["case"], one["deadline"], one["from"], one["to"]) for one in found["moves"]]


MOVED = [
    *((area, "first_agreement", "2025-12-31", "2026-01-02") for area in AREAS),
    (OBJECTIVES, "next_confirmation", "2029-05-28", "2029-05-29"),
]


def test_what_would_move_is_listed_and_nothing_stored(enacted: Path) -> None:
    """Each deadline that moves stands with its days, the two calendars and how the new day came about."""
    before, found = events(), recomputed("--dry-run")
    assert (found["calendar"], found["rehearsed"], found["left"]) == ("made-up-2", True, [])
    assert moves(found) == MOVED
    assert {(one["why"], one["applied"]) for one in found["moves"]} == {("calendar fi-2026.1 → made-up-2", None)}
    last = found["moves"][-1]
    assert [(step["step"], step["date"]) for step in last["derivation"]] == [
        ("start", "2025-05-28"),
        ("count", "2029-05-28"),
        ("day_off", "2029-05-28"),
        ("due", "2029-05-29"),
    ]
    running = [one for one in answer("deadline", "list") if one["status"] == "open"]
    assert found["stay"] == len(running) - len(MOVED)
    assert events() == before


def test_each_move_is_an_event_of_its_case(enacted: Path) -> None:
    """Recorded, each deadline has its new day and a line in its ledger, and nothing else has changed."""
    before, was = events(), {(one["case"], one["name"]): one for one in answer("deadline", "list")}
    found = recomputed()
    assert (moves(found), {one["applied"] for one in found["moves"]}) == (MOVED, {True})
    assert events() == before + len(MOVED)
    now = {(one["case"], one["name"]): one for one in answer("deadline", "list")}
    changed = {key for key, one in now.items() if {**one, "days_left": 0} != {**was[key], "days_left": 0}}
    assert changed == {(case, name) for case, name, _, _ in MOVED}
    moved = now[OBJECTIVES, "next_confirmation"]
    assert (moved["due"], moved["calendar"], moved["status"]) == ("2029-05-29", "made-up-2", "open")
    assert [(one["kind"], one["due_before"], one["due_after"]) for one in moved["ledger"]] == [
        ("moved", "2029-05-28", "2029-05-29")
    ]
    newest = answer("case", "history", OBJECTIVES)[-1]
    assert (newest["type"], newest["calendar"]) == ("case.deadline_moved", "made-up-2")
    ensure_sound(OLD, NEW)


def test_repeating_adds_nothing(enacted: Path) -> None:
    """What was moved is reckoned by the calendar in force; the second time there is nothing to move."""
    recomputed()
    before, again = events(), recomputed()
    assert (again["moves"], again["left"], again["stay"] > 0, events()) == ([], [], True, before)


def test_two_at_once_record_each_move_once(enacted: Path) -> None:
    """Both have made their plan before either records: the second finds each move recorded, also on another day."""
    run = Invocation({})
    with run.record(write=True) as record:
        planned = [plan for plan in plans(record, About()) if plan.after is not None]
        first = [carry_out(run, record, plan) for plan in planned]
        head = record.log.head()
        second = [carry_out(run, record, plan) for plan in planned]
        assert record.log.head() == head
    assert [plan.applied for plan in first] == [True] * len(MOVED)
    assert [plan.applied for plan in second] == [False] * len(MOVED)
    later = Invocation({})
    later.given["now"] = "2045-01-01T12:00:00+02:00"
    with later.record(write=True) as record:
        third = [carry_out(later, record, plan) for plan in planned]
        assert record.log.head() == head
    assert [plan.applied for plan in third] == [False] * len(MOVED)
    ensure_sound(OLD, NEW)


def test_what_was_recorded_meanwhile_is_looked_at_anew(enacted: Path) -> None:
    """Between the plan and the recording somebody notes something, and somebody extends: one moves, one is left."""
    run = Invocation({})
    with run.record(write=True) as record:
        planned = {plan.case_id: plan for plan in plans(record, About()) if plan.after is not None}
    succeed("case", "note", OBJECTIVES, "made-up note")
    until = ("--on", "2026-01-01", "--until", "2027-12-31")
    succeed("case", "extend", AREA, "first_agreement", *until, *STATED)
    with run.record(write=True) as record:
        found = {case: carry_out(run, record, planned[case]) for case in (OBJECTIVES, AREA)}
    assert (found[OBJECTIVES].applied, found[OBJECTIVES].left) == (True, None)
    assert (found[AREA].applied, found[AREA].left) == (None, "extended")
    ensure_sound(OLD, NEW)


def test_what_a_person_has_touched_is_left_and_said(enacted: Path) -> None:
    """Suspended, resumed or extended since it was set: listed with the reason, and left as it is."""
    on, mode = ("--on", "2025-12-31"), ("--mode", "run_on")
    runs_on, had_run_on, extended, held = AREAS[:4]
    for area in (runs_on, had_run_on):
        succeed("case", "suspend", area, "first_agreement", *on, *mode, *STATED)
    succeed("case", "resume", had_run_on, "first_agreement", *on, "--why", "made-up reason")
    succeed("case", "extend", extended, "first_agreement", *on, "--until", "2026-06-30", *STATED)
    succeed("case", "suspend", held, "first_agreement", *on, "--mode", "freeze", *STATED)
    found = recomputed()
    assert [
        (one["case"], one["reason"]) for one in sorted(found["left"], key=lambda one: AREAS.index(one["case"]))
    ] == [
        (runs_on, "had_been_suspended"),
        (had_run_on, "had_been_suspended"),
        (extended, "extended"),
        (held, "suspended"),
    ]
    assert {one["case"] for one in found["moves"]} == {AREAS[4], OBJECTIVES}
    assert all(one["text"] for one in found["left"])
    ensure_sound(OLD, NEW)


def test_a_calendar_that_does_not_reach_the_day_refuses_aloud(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A day outside the new calendar cannot be reckoned: that deadline is left, said, and the exit code is 5."""
    under(
        replace(NEW, last_on=date(2028, 12, 31), days_off=tuple(d for d in NEW.days_off if d.on.year < 2029)),
        monkeypatch,
    )
    result = invoke("deadline", "recompute", "--format", "json")
    found = json.loads(result.stdout)
    (left,) = found["left"]
    assert (result.exit_code, left["case"], left["reason"]) == (5, OBJECTIVES, "refused")
    assert "2028-12-31" in left["text"]
    assert {one["case"] for one in found["moves"]} == set(AREAS)


def test_a_second_change_moves_what_the_first_had_moved(enacted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The holiday is repealed by a third calendar: everything goes back, and the ledger tells both."""
    recomputed()
    third = replace(OLD, version="made-up-3")
    under(third, monkeypatch)
    back = recomputed()
    assert moves(back) == [(case, name, to, before) for case, name, before, to in MOVED]
    (area,) = answer("deadline", "list", "--case", AREA, "--procedure", "collaborative_agreement")[:1]
    assert [one["due_after"] for one in area["ledger"]] == ["2026-01-02", "2025-12-31"]
    ensure_sound(OLD, NEW, third)


def test_a_narrowed_recomputation(enacted: Path) -> None:
    """By procedure and by subject; an unknown one is not found."""
    assert moves(recomputed("--dry-run", "--procedure", "national_objectives")) == MOVED[-1:]
    assert [case for case, *_ in moves(recomputed("--subject", "E-S"))] == [AREA]
    assert len(recomputed("--dry-run")["moves"]) == len(MOVED) - 1
    assert invoke("deadline", "recompute", "--subject", "Atlantis").exit_code == 3


def test_under_the_calendar_of_the_record_there_is_nothing_to_do(database: Path) -> None:
    """By the pinned calendar, which made every day, nothing is looked at."""
    assert recomputed() == {"calendar": OLD.version, "rehearsed": False, "moves": [], "left": [], "stay": 0}
    text = succeed("deadline", "recompute").stdout
    assert "Each of them was reckoned by this calendar already." in text.splitlines()


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("en", ["Running deadlines by calendar made-up-2", "6 deadlines would move:", "Nothing was stored."]),
        ("fi", ["Kuluvat määräajat kalenterin made-up-2 mukaan", "6 määräaikaa siirtyisi:", "Mitään ei tallennettu."]),
        (
            "sv",
            ["Löpande tidsfrister enligt kalendern made-up-2", "6 tidsfrister skulle flyttas:", "Ingenting sparades."],
        ),
    ],
)
def test_a_person_reviews_the_list(enacted: Path, language: str, lines: list[str]) -> None:
    """Heading, each move with its days and its derivation in the reader's language, and the command that records."""
    text = succeed("deadline", "recompute", "--dry-run", "--lang", language).stdout
    told = text.splitlines()
    assert [line for line in lines if line not in told] == []
    dates = {"en": "Mon 2029-05-28 → Tue 2029-05-29", "fi": "ma 28.5.2029 → ti 29.5.2029"}
    assert f"  {dates.get(language, 'må 28.5.2029 → ti 29.5.2029')}" in told
    assert any("ohjaus deadline recompute" in line for line in told)
    reason = {"en": "Independence Day is a day off", "fi": "itsenäisyyspäivä on vapaapäivä", "sv": "är en ledig dag"}
    assert reason[language] in text


def test_a_plan_has_the_same_id_for_whoever_asks(enacted: Path) -> None:
    """Deadline and calendars make the id of the command, nothing else."""
    with Invocation({}).record() as record:
        ids = [plan.command_id for plan in plans(record, About()) if plan.case_id == OBJECTIVES]
    assert ids == [f"recompute:{OBJECTIVES}:next_confirmation#1:fi-2026.1→made-up-2"]
