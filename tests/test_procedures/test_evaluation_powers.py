"""124 §: the restriction of the county's powers from the start to its confirmed end, and the ministry's remedies."""

from __future__ import annotations

from datetime import date

import pytest

from engine.table import Table
from tests.story import Story
from tests.test_procedures.evaluation_stories import BOTH, acts, at, but, on, tell


@pytest.mark.parametrize("table", BOTH)
def test_the_restriction_begins_with_the_decision_to_start(table: Table) -> None:
    """Not with the criteria or the hearing, but on the day of the decision, and it outlasts group and council."""
    story = tell(at("criteria_met", table), "county_heard", table=table)
    assert story.aspects["standings"] == set()
    story = tell(story, "start_decided", table=table)
    assert story.standing("restriction_of_powers").since == story.event.effective_on
    assert at("notified_to_vm", table).aspects["standings"] == {"restriction_of_powers"}


@pytest.mark.parametrize("table", BOTH)
def test_the_restriction_ends_on_the_day_that_the_ministry_confirms(table: Table) -> None:
    """That no investigator is appointed gives the ministry the task to confirm; the confirmed day is the last."""
    story = at("follow_up", table)
    assert (story.aspects["standings"], story.task("confirm_restriction_end").status) == (
        {"restriction_of_powers"},
        "open",
    )
    story = tell(story, "restriction_ended", table=table)
    assert story.standing("restriction_of_powers").until == story.event.effective_on
    assert story.task("confirm_restriction_end").status == "done"
    story.when(acts(table)["restriction_ended"]).refused("restriction_is_on")


def test_an_end_that_has_not_come_cannot_be_confirmed() -> None:
    """A decision on the investigator's proposal is not on record while none was appointed."""
    story = at("follow_up")
    story.when(but(acts()["restriction_ended"], ground="decision_on_proposal")).refused("end_has_come")
    story.when(but(acts()["restriction_ended"], ground="measures_ended")).then(standings=set())
    back = tell(at("investigator_appointed"), "division_left_unchanged")
    ended = on(but(acts()["restriction_ended"], ground="decision_on_proposal"), "2027-12-01")
    back.when(ended).then(state="follow_up", standings=set())


def test_a_decision_after_the_end_is_not_restricted_one_before_it_is() -> None:
    """What counts is the day on which the county decided, also when it is served later."""
    story = tell(at("follow_up"), "restriction_ended")
    served = acts()["restricted_decision_served"]
    story.when(on(but(served, decided_on="2026-09-16", served_on="2026-09-17"), "2026-09-17")).refused("restriction_on")
    story.when(on(but(served, decided_on="2026-09-15", served_on="2026-09-17"), "2026-09-17")).then(state="follow_up")


def test_a_decision_without_stated_urgency_is_recorded_all_the_same() -> None:
    """That it was made is what the ministry's remedies are for."""
    story = at("group_appointed").when(but(acts()["restricted_decision_served"], urgency_grounds=None))
    story.then(state="group_appointed")
    assert story.task("consider_remedy").role == "vm"


def test_a_decision_can_contradict_only_proposals_that_were_given() -> None:
    """“Contrary to the proposals” needs proposals, partial ones at least."""
    served = on(
        but(acts()["restricted_decision_served"], kind="contrary_to_proposals", served_on="2026-01-12"), "2026-01-12"
    )
    story = at("assessment")
    story.when(served).refused("proposals_to_contradict")
    tell(story, "partial_proposal_given").when(served).then(state="assessment")


def test_each_decision_served_starts_its_own_periods() -> None:
    """Two decisions, two generations; a request meets the one that it names."""
    first = acts()["restricted_decision_served"]
    second = on(but(first, decided_on="2025-11-10", served_on="2025-11-11"), "2025-11-11")
    story = at("group_appointed").given(first, second)
    assert [story.deadline("rectification_request", one).due.day for one in (1, 2)] == [19, 25]
    story = story.given(but(acts()["rectification_requested"], generation=2))
    assert [story.deadline("rectification_request", one).status for one in (1, 2)] == ["open", "met"]
    story.when(but(acts()["rectification_requested"], generation=3)).refused("rectification_of_known")


def test_the_councils_decision_is_appealed_directly() -> None:
    """139–140 §: no rectification of a council's decision."""
    story = tell(at("group_appointed"), "council_decision_served")
    story.when(acts()["rectification_requested"]).refused("rectifiable")
    story.when(acts()["appeal_made"]).then(state="group_appointed")


def test_another_organs_decision_is_first_rectified_then_appealed() -> None:
    """The appeal is made against the decision on the request, within 30 days of its service."""
    story = tell(at("group_appointed"), "restricted_decision_served")
    story.when(acts()["appeal_made"]).refused("appealable")
    story = tell(story, "rectification_requested")
    assert (story.task("decide_rectification").organisation, story.task("consider_remedy").status) == ("15", "done")
    story = tell(story, "rectification_decided")
    assert story.deadline("county_appeal", 2).due == date(2025, 12, 31)
    tell(story, "appeal_after_rectification").then(state="group_appointed")


def test_the_courts_decide_and_leave_may_be_sought() -> None:
    """140 and 147 §: administrative court, then the Supreme Administrative Court with leave, within 30 days."""
    story = tell(at("assessment"), "council_decision_served")
    story = tell(story, "appeal_made", "restricted_decision_judged")
    assert story.aspects["due"]["further_appeal"] == date(2026, 5, 11)
    story = tell(story, "further_appeal_made")
    assert story.deadline("further_appeal").status == "met"
    assert story.task("judge_further_appeal").organisation == "KHO"
    tell(story, "further_appeal_judged").then(state="assessment")


def test_the_ministry_may_leave_a_decision_as_it_is() -> None:
    """Then nobody has anything to do about it; the periods pass by themselves."""
    story = tell(at("group_appointed"), "restricted_decision_served", "no_remedy_sought")
    assert (story.task("consider_remedy").status, story.deadline("rectification_request").status) == ("done", "open")


@pytest.mark.parametrize("name", ["restricted_decision_served", "restriction_ended"])
def test_before_the_start_there_is_no_restriction(name: str) -> None:
    """While criteria are only noted, nothing restricts the county."""
    story: Story = at("criteria_met").when(acts()[name])
    assert "wrong-state" in {one.code for one in story.refusal.missing}


def test_the_time_for_a_remedy_outlives_the_case() -> None:
    """The end of the case takes no remedy away: its time runs on, it can be used, and it is judged (139-147 §)."""
    served = on(but(acts()["council_decision_served"], decided_on="2026-08-28", served_on="2026-09-01"), "2026-09-01")
    ended = tell(at("follow_up"), "restriction_ended").given(on(served, "2026-09-16"))
    closed = ended.given(on(acts()["discontinued"], "2026-09-17"))
    assert closed.opened.closed_on == date(2026, 9, 17)
    assert {one.name: str(one.due) for one in closed.opened.open_deadlines} == {
        "county_appeal": "2026-10-01",
        "rectification_request": "2026-09-15",
    }
    assert [task.name for task in closed.opened.open_tasks] == ["consider_remedy"]
    appealed = closed.given(on(acts()["appeal_made"], "2026-10-01"))
    appealed.then(state="discontinued", due={"rectification_request": "2026-09-15"})
