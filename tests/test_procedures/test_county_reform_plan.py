"""A county's reform plan: content agreed with it, held against the four sub-goals, mended, followed."""

from __future__ import annotations

from engine.check import check
from procedures.county_reform_plan.facts import PLAN_GOALS
from procedures.county_reform_plan.since_2025_01_01 import DECLARATION
from procedures.reform_programme.catalogue import programme
from tests.book import but
from tests.story import fact
from tests.test_procedures.county_reform_plan_stories import ACTS, BOOKS, LATE_PLAN

(BOOK,) = BOOKS
AGREED = BOOK.story("need_assessment_begun", "need_found", "content_proposed", "content_agreed")


def test_the_declaration_is_sound() -> None:
    """The checker finds no fault in it."""
    assert check(DECLARATION) == ()


def test_a_plan_is_held_against_the_sub_goals_of_goal_two() -> None:
    """They are the programme's own: 2.1 to 2.4 of table 2."""
    assert tuple(goal.id for goal in programme().children("R2")) == PLAN_GOALS


def test_the_content_is_agreed_by_the_county() -> None:
    """A ministry proposes, the county agrees; a ministry cannot agree in its place."""
    proposed = BOOK.story("need_assessment_begun", "need_found", "content_proposed")
    assert [task.organisation for task in proposed.opened.open_tasks if task.name == "agree_content"] == ["20"]
    alone = fact("content_agreed", "2025-08-25", role="vm", content=["staff"])
    proposed.when(alone).refused("wrong-actor")


def test_a_plan_after_its_day_is_late_and_received() -> None:
    """Being late keeps nobody from giving the plan."""
    late = AGREED.when(LATE_PLAN).then(state="under_assessment")
    assert late.deadline("reform_plan").status == "late"


def test_an_insufficient_plan_goes_back_with_a_new_day() -> None:
    """The first day is met; the second runs until the mended plan is given."""
    back = AGREED.given(ACTS["plan_received"]).when(ACTS["found_insufficient"])
    back.then(state="plan_awaited", due={"reform_plan": "2026-02-27"})
    assert back.deadline("reform_plan", 1).status == "met"
    mended = back.when(ACTS["mended_plan"]).then(state="under_assessment")
    assert mended.deadline("reform_plan", 2).status == "met"


def test_each_sub_goal_is_named_once() -> None:
    """Naming one twice instead of another does not do; an unknown one is refused with the nearest."""
    received = AGREED.given(ACTS["plan_received"])
    against = [{"goal": goal, "meets": True} for goal in ("R2.1", "R2.2", "R2.3", "R2.3")]
    sufficient = fact("plan_found_sufficient", "2026-03-16", against=against)
    received.when(sufficient).refused("against_all_four")
    unknown = received.when(but(sufficient, against=[{"goal": "R2.5", "meets": True}]))
    assert "Did you mean" in unknown.rejected("data-invalid").refusal.message


def test_progress_is_on_the_common_scale() -> None:
    """At risk needs a reason; the county may report it itself; each report sets the day of the next."""
    followed = AGREED.given(
        ACTS["plan_received"], ACTS["found_insufficient"], ACTS["mended_plan"], ACTS["found_sufficient"]
    )
    own = fact("progress_recorded", "2026-06-12", role="county_organ", state="on_schedule")
    followed.when(own).then(state="in_follow_up", due={})
    recorded = followed.when(ACTS["progress_recorded"]).then(due={"plan_progress": "2026-12-15"})
    assert recorded.task("record_progress").status == "done"
