"""The time limits of the evaluation: the day before, of and after, by Act 150/1930 and the pinned calendar."""

from __future__ import annotations

from datetime import date

import pytest

from engine.table import Table
from tests.test_procedures.evaluation_stories import BOTH, NEW, OLD, acts, at, but, on, tell


@pytest.mark.parametrize(
    ("given_on", "status"),
    [("2026-06-11", "met"), ("2026-06-12", "met"), ("2026-06-13", "late"), ("2026-08-03", "late")],
)
def test_the_groups_proposals_meet_its_term(given_on: str, status: str) -> None:
    """Due on the last day of the term, 12.6.2026; after it they are recorded as late, never blocked."""
    story = tell(at("assessment"), "division_proposal_handled")
    story = story.when(on(acts()["proposals_given"], given_on)).then(state="proposals_given")
    deadline = story.deadline("group_term")
    assert (deadline.due, deadline.kind, deadline.law_status, deadline.status) == (
        date(2026, 6, 12),
        "agreed",
        "practice",
        status,
    )


@pytest.mark.parametrize(
    ("requested_on", "status"), [("2025-11-18", "met"), ("2025-11-19", "met"), ("2025-11-20", "late")]
)
def test_rectification_is_requested_within_14_days_of_service(requested_on: str, status: str) -> None:
    """143 §: served on Wednesday 5.11.2025, 14 days end on Wednesday 19.11.2025."""
    story = tell(at("group_appointed"), "restricted_decision_served")
    assert story.aspects["due"]["rectification_request"] == date(2025, 11, 19)
    story = story.when(on(acts()["rectification_requested"], requested_on)).then(state="group_appointed")
    assert story.deadline("rectification_request").status == status


@pytest.mark.parametrize(
    ("appealed_on", "status"), [("2025-12-04", "met"), ("2025-12-05", "met"), ("2025-12-06", "late")]
)
def test_an_appeal_is_made_within_30_days_of_service(appealed_on: str, status: str) -> None:
    """143 §: served on Wednesday 5.11.2025, 30 days end on Friday 5.12.2025."""
    story = tell(at("group_appointed"), "council_decision_served")
    assert story.aspects["due"]["county_appeal"] == date(2025, 12, 5)
    story = story.when(on(acts()["appeal_made"], appealed_on)).then(state="group_appointed")
    assert story.deadline("county_appeal").status == status


def test_a_period_that_ends_on_a_day_off_ends_on_the_next_working_day() -> None:
    """Served on 5.6.2026, 14 days end on Midsummer Eve, so Monday 22.6.2026 is in time."""
    served = but(acts()["restricted_decision_served"], decided_on="2026-06-04", served_on="2026-06-05")
    story = at("assessment").given(on(served, "2026-06-05"))
    assert story.aspects["due"]["rectification_request"] == date(2026, 6, 22)


def test_without_a_stated_day_of_service_the_period_runs_from_the_act() -> None:
    """`served_on` left out: the day of the act is the day of service."""
    served = but(acts()["restricted_decision_served"], decided_on=None, served_on=None)
    story = at("group_appointed").given(on(served, "2025-11-05"))
    assert story.aspects["due"]["rectification_request"] == date(2025, 11, 19)


@pytest.mark.parametrize("table", BOTH)
@pytest.mark.parametrize(("month_day", "status"), [("06-29", "met"), ("06-30", "met"), ("07-01", "late")])
def test_the_account_of_the_measures_is_due_at_the_end_of_june(table: Table, month_day: str, status: str) -> None:
    """122 § 3 mom.: by 30 June of the year after the financial year, under both versions of the law."""
    year = 2026 if table is OLD else 2027
    told = on(acts(table)["measures_report_given"], f"{year}-{month_day}")
    story = at("follow_up", table).given(told)
    assert (story.deadline("measures_report").due, story.deadline("measures_report").status) == (
        date(year, 6, 30),
        status,
    )
    assert story.deadline("measures_report", 2).due.year == year + 1


def test_the_next_account_follows_the_due_day_and_not_the_day_of_a_late_one() -> None:
    """An account of 2026 given as late as January 2028 leaves the next one due on 30.6.2028."""
    story = at("follow_up").given(on(acts()["measures_report_given"], "2028-01-10"))
    assert story.deadline("measures_report", 2).due == date(2028, 6, 30)


def test_quarterly_reports_follow_each_other_through_the_year() -> None:
    """Half-year, three quarters, accounts, first quarter: each report sets the next, early or late; dates unsettled."""
    story = at("follow_up")
    assert story.deadline("interim_report").law_status == "unsettled"
    dues, given_on = [], ["2026-08-14", "2026-11-09", "2027-04-15", "2027-04-20"]
    for generation, day in enumerate(given_on, start=1):
        due = story.deadline("interim_report", generation).due
        dues.append((due.isoformat(), day > due.isoformat()))
        report = but(acts()["interim_report_given"], reports_after=due.isoformat())
        story = story.given(on(report, day))
        assert story.deadline("interim_report", generation).status == ("late" if day > due.isoformat() else "met")
    assert dues == [("2026-08-17", False), ("2026-11-02", True), ("2027-04-15", False), ("2027-04-30", False)]
    assert story.aspects["due"]["interim_report"] == date(2027, 8, 16)
    assert story.task("report_quarterly", 5).status == "open"


def test_a_quarterly_report_says_which_due_day_it_answers() -> None:
    """Otherwise an early report would set the same day again."""
    report = but(acts()["interim_report_given"], reports_after="2026-10-31")
    at("follow_up").when(report).refused("interim_report_placed")
    at("follow_up").when(but(report, reports_after=None)).refused("interim_report_placed")


def test_before_2025_nothing_was_due_quarterly() -> None:
    """Under the law as given, the council's decision starts the yearly account and the budget only."""
    assert set(at("council_decided", OLD).aspects["due"]) == {"measures_report", "measures_in_budget"}
    assert set(at("council_decided", NEW).aspects["due"]) == {"measures_report", "measures_in_budget", "interim_report"}


@pytest.mark.parametrize(
    ("adopted_on", "status"), [("2026-12-30", "met"), ("2026-12-31", "met"), ("2027-01-01", "late")]
)
def test_the_budget_carries_out_the_measures(adopted_on: str, status: str) -> None:
    """115 § 1 mom.: adopted by the end of the year; the next budget is due a year later."""
    story = at("follow_up").given(on(acts()["budget_adopted"], adopted_on))
    assert (story.deadline("measures_in_budget").due, story.deadline("measures_in_budget").status) == (
        date(2026, 12, 31),
        status,
    )
    assert story.deadline("measures_in_budget", 2).due == date(2027, 12, 31)


@pytest.mark.parametrize("table", BOTH)
def test_the_law_sets_no_time_for_group_and_council(table: Table) -> None:
    """Nothing runs while the group is being appointed, nor while the council handles the proposals."""
    assert at("started", table).aspects["due"] == {}
    assert at("proposals_given", table).aspects["due"] == {}
