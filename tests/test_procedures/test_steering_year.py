"""A steering year: its days, the rounds that are opened in it, what only every fourth year brings, and its end."""

from __future__ import annotations

from datetime import date, timedelta
from typing import get_args

import pytest

from engine.check import check
from engine.deadline_standing import RUNNING
from engine.firing import Occurrence, due_by, planned, planned_after_passing
from engine.law import LANGUAGES, Status
from procedures.declaring import numbers
from procedures.register import declarations
from procedures.steering_year.facts import StepId
from procedures.steering_year.guards import STEPS, lacking
from procedures.steering_year.rounds import ROUNDS
from procedures.steering_year.since_2024_08_01 import DECLARATION
from tests.book import but
from tests.story import Story, fact
from tests.test_procedures.steering_year_stories import ACTS, AWAITED_IDS, BOOKS

(BOOK,) = BOOKS
OF_2026 = BOOK.story("opened_2026")
OF_2029 = BOOK.story("opened_2029")


def test_the_declaration_is_sound() -> None:
    """The checker finds no fault in it."""
    assert check(DECLARATION) == ()


def test_every_step_that_can_be_named_is_declared() -> None:
    """What can be named as missing is exactly what the year holds."""
    assert sorted(get_args(StepId)) == sorted(step.id for step in STEPS)


def test_the_days_of_2026() -> None:
    """Each day of act or decree, a Saturday or Sunday moved to the next working day; no round has a day by law."""
    OF_2026.then(
        due={
            "budget_data": "2026-01-15",
            "accounts_estimate": "2026-01-26",
            "accounts_completed": "2026-03-31",
            "accounts_data": "2026-04-15",
            "whole_year_data": "2026-04-15",
            "first_quarter_data": "2026-04-30",
            "rescue_reports": "2026-04-30",
            "supplementary_data": "2026-06-01",
            "audit": "2026-06-01",
            "data_to_april": "2026-06-01",
            "data_to_may": "2026-06-30",
            "accounts_handling": "2026-06-30",
            "regional_assessments": "2026-06-30",
            "measures_reports": "2026-06-30",
            "first_half_data": "2026-08-17",
            "data_to_july": "2026-08-31",
            "national_assessment": "2026-09-15",
            "data_to_august": "2026-09-30",
            "service_assessments": "2026-11-02",
            "three_quarters_data": "2026-11-02",
            "data_to_october": "2026-11-30",
            "data_to_november": "2026-12-31",
            "budgets": "2026-12-31",
            "investment_proposals": "2026-12-31",
        }
    )


@pytest.mark.parametrize(
    ("year", "step", "due"),
    [
        (2028, "first_quarter_data", "2028-05-02"),
        (2029, "national_assessment", "2029-09-17"),
        (2027, "data_to_april", "2027-05-31"),
    ],
)
def test_days_off_move_the_days(year: int, step: str, due: str) -> None:
    """30 April 2028 is a Sunday before May Day, 15 September 2029 a Saturday, and 31 May 2027 a working day."""
    story = BOOK.opened().given(fact("year_opened", f"{year}-01-03", year=year))
    assert story.deadline(step).due == date.fromisoformat(due)


def test_a_year_can_be_opened_before_it_begins() -> None:
    """Opened in December, its days are those of the year that it is about."""
    early = BOOK.opened().given(fact("year_opened", "2025-12-08", year=2026))
    assert early.deadline("budget_data").due == date(2026, 1, 15)
    BOOK.opened().when(fact("year_opened", "2027-01-04", year=2026)).refused("year_near")


def test_what_the_law_does_not_set_is_marked_so() -> None:
    """Days of act or decree are statute; the assessments' October, the councils' day and every window are not."""
    marked = {step.id: {basis.status for basis in step.basis} for step in STEPS}
    by_law = {step_id for step_id, statuses in marked.items() if statuses == {Status.STATUTE}}
    assert by_law == set(AWAITED_IDS) - {"service_assessments"}
    assert marked["objectives"] == {Status.UNSETTLED}
    assert OF_2026.deadline("service_assessments").law_status == "practice"


def test_the_days_are_those_of_the_procedures_to_which_they_belong() -> None:
    """No number of another procedure is written down again: a change there is a change here."""
    for owner in ("financial_data", "rescue_information", "investment_plan"):
        known = numbers(f"procedures.{owner}").by_name
        shared = [name for name in DECLARATION.parameters.by_name if name in known]
        assert shared
        assert all(DECLARATION.parameters.by_name[name] == known[name] for name in shared)


def test_each_ministry_has_its_own_tasks() -> None:
    """Each step and each round waits for one ministry; opening a round is a task from the first day, planned or not."""
    whose = {task.name: task.organisation for task in OF_2026.opened.open_tasks}
    assert {one.opening.id: whose[one.opening.id] for one in ROUNDS} == {
        "financial_year": "VM",
        "service_round": "STM",
        "rescue_round": "SM",
        "collaborative_round": "STM",
        "negotiation_round": "VM",
    }
    assert (whose["budget_data"], whose["rescue_reports"], whose["service_assessments"]) == ("VM", "SM", "STM")
    assert set(whose) >= set(AWAITED_IDS)


OPENED: dict[str, str] = {
    "financial_year": "financial_data",
    "service_round": "service_information",
    "rescue_round": "rescue_information",
    "collaborative_round": "collaborative_negotiation",
    "negotiation_round": "steering_negotiation",
}
"""The procedure whose cases the opening of a round opens."""


def test_a_round_is_cases_of_a_procedure_that_a_person_opens_for_a_year() -> None:
    """Each has a procedure whose cases are opened for a year; its task names the round and no command."""
    assert set(OPENED) == {one.opening.id for one in ROUNDS}
    for name in OPENED.values():
        usual = declarations().versions(name)[-1].openings[0]
        assert "year" in usual.fact.payload.model_fields
    labels = [step.task_label.text(language) for step in STEPS for language in LANGUAGES]
    assert [label for label in labels if "ohjaus " in label or "start-all" in label] == []


def test_the_round_of_march_and_april_2026_is_a_window() -> None:
    """It opens on 1 March, though a Sunday, and closes at the end of April; the negotiations are opened in it."""
    story = OF_2026.given(ACTS["collaborative_round_planned_2026"])
    window = story.deadline("collaborative_round")
    assert (window.opens_on, window.due, window.kind) == (date(2026, 3, 1), date(2026, 4, 30), "political")
    assert story.task("plan_collaborative_round").status == "done"
    story.when(ACTS["collaborative_round_opened_2026"]).then(state="running")
    after = story.given(ACTS["collaborative_round_opened_2026"])
    assert (after.deadline("collaborative_round").status, after.task("collaborative_round").status) == ("met", "done")


def test_a_round_planned_again_has_the_later_window() -> None:
    """The earlier one no longer counts; a round of the winter may end in the next year."""
    again = but(ACTS["negotiation_round_planned_2026"], opens_on="2026-10-01", until="2027-01-29")
    story = OF_2026.given(ACTS["negotiation_round_planned_2026"], again)
    assert story.deadline("negotiation_round", 1).status == "cancelled"
    assert story.deadline("negotiation_round", 2).due == date(2027, 1, 29)
    assert "negotiation_round" in lacking(story.case)


def test_a_round_may_be_opened_without_a_plan() -> None:
    """Nothing is late then, and nothing is left to plan."""
    story = OF_2026.given(ACTS["negotiation_round_opened_2026"])
    assert "negotiation_round" not in {name for name, _ in story.opened.deadlines}
    assert story.task("plan_negotiation_round").status == "done"


def test_every_fourth_year_brings_more() -> None:
    """2025, 2029 and 2033 have the councils' new term; the objectives' day stands where it is stated."""
    assert "council_term" not in {task.name for task in OF_2026.opened.open_tasks}
    assert OF_2029.deadline("council_term").due == date(2029, 6, 1)
    assert OF_2029.deadline("objectives").due == date(2029, 5, 28)
    first = BOOK.opened().given(fact("year_opened", "2025-01-07", year=2025))
    assert {"council_term", "objectives"} <= {task.name for task in first.opened.open_tasks}
    assert "objectives" not in {name for name, _ in first.opened.deadlines}


def test_somebody_s_silence_is_named() -> None:
    """What came late is late by the day on which the last came, and from whom nothing came is in the record."""
    story = OF_2026.when(fact("budget_data_received", "2026-01-20", missing=["15", "21"]))
    story.then(state="running", data={"missing": ["15", "21"], "remark": None})
    assert story.deadline("budget_data").status == "late"
    OF_2026.when(fact("budget_data_received", "2026-01-20", missing=["no such"])).rejected("data-invalid")


def test_a_step_that_a_year_does_not_need_is_dropped_on_a_section() -> None:
    """No county is in an evaluation procedure: the deadline is cancelled, and nobody need name the step at the end."""
    dropped = OF_2026.given(
        fact("deadline_cancelled", "2026-06-01", deadline="measures_reports", section="611/2021 122 §", why="made up")
    )
    assert lacking(OF_2026.case) - lacking(dropped.case) == {"measures_reports"}


def test_the_year_ends_when_all_is_done_or_it_is_over() -> None:
    """On 31 December something missing keeps it open; in January it closes, and what was missing is named."""
    names = BOOK.ways["year_over"]
    running = BOOK.story(*names[:-1])
    running.when(but(ACTS["closed_over"], missing=["budget_data", "service_round"])).then(state="closed")
    early = fact("year_closed", "2026-12-31", missing=["budget_data", "service_round"])
    running.when(early).refused("done_or_over")
    done = BOOK.story(*BOOK.ways["everything_done"])
    assert (done.opened.state, lacking(done.case)) == ("closed", frozenset())
    assert {task.status for task in done.opened.tasks.values()} == {"done"}


def coming(story: Story) -> list[Occurrence]:
    case = story.opened
    return [
        one
        for deadline in case.deadlines.values()
        if deadline.status in RUNNING
        for plan in (planned, planned_after_passing)
        for one in plan(BOOK.table, case.case_id, deadline, case.opened_on)
    ]


def test_a_clock_alone_goes_through_the_year_and_takes_no_step() -> None:
    """Day by day it reminds, opens windows and records what has passed: no task is done, no case opened or ended."""
    story = OF_2026.given(*(ACTS[f"{one.planned.id}_2026"] for one in ROUNDS))
    waiting, recorded, today = story.opened.open_tasks, set[str](), date(2026, 1, 12)
    while today <= date(2027, 1, 31):
        for one in due_by(coming(story), today, frozenset(recorded)):
            story = story.on_the_day(today).given(fact(one.fact, one.planned_on, one.data))
            recorded.add(one.key)
        today += timedelta(days=1)
    case = story.opened
    assert (case.state, case.open_tasks) == ("running", waiting)
    assert {one.status for one in case.deadlines.values()} == {"passed"}
    windows = [event.effective_on for event in case.events if event.type == "case.window_opened"]
    assert windows == [date(2026, 3, 1)] * len(ROUNDS)
