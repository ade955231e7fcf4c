"""Decree 462/2022 and 611/2021 115, 117 and 120 §: a financial year's data, and the figures read from them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from engine.case import Case
from procedures.evaluation.figures import gates
from procedures.evaluation.figures_input import Deficit, KeyFigures, YearFigures
from procedures.financial_data.items import ALL, DATA
from procedures.financial_data.recorded import (
    Origin,
    RecordedDeficit,
    estimated_years,
    recorded_deficit,
    recorded_development,
    recorded_plan,
    recorded_years,
)
from procedures.financial_data.since_2023_01_01 import DECLARATION
from procedures.preemptive_steering.criteria import criteria
from procedures.preemptive_steering.criteria_input import Development, Plan, SteeringFacts
from tests.book import but, on, table_of
from tests.story import Story, fact
from tests.test_procedures.evaluation_stories import at
from tests.test_procedures.financial_data_stories import ACTS, BEFORE_AUDIT, BOOK, EVERYTHING, KEY_FIGURES

TABLE = table_of(DECLARATION)


def opened_for(year: int, *, subject: str = "15", subject_kind: str = "county") -> Story:
    """The follow-up of a financial year, opened in the September before it; the first when the law came into force."""
    story = Story(TABLE, subject=subject, subject_kind=subject_kind)
    return story.given(fact("year_opened", max(date(year - 1, 9, 2), DECLARATION.in_force_from), year=year))


def with_accounts(year: int, **figures: Any) -> Case:
    """A year whose accounts' data were delivered with these figures."""
    return opened_for(year).given(fact("accounts_data_delivered", f"{year + 1}-04-14", figures)).opened


def test_every_day_of_a_financial_year() -> None:
    """From the budget at the end of the year before to the council's handling: eighteen days, set at the opening."""
    opened_for(2025).then(
        due={
            "budget": "2024-12-31",
            "budget_data": "2025-01-15",
            "first_quarter_data": "2025-04-30",
            "data_to_april": "2025-06-02",
            "data_to_may": "2025-06-30",
            "first_half_data": "2025-08-15",
            "data_to_july": "2025-09-01",
            "data_to_august": "2025-09-30",
            "three_quarters_data": "2025-10-31",
            "data_to_october": "2025-12-01",
            "data_to_november": "2025-12-31",
            "accounts_estimate": "2026-01-26",
            "accounts_completed": "2026-03-31",
            "accounts_data": "2026-04-15",
            "whole_year_data": "2026-04-15",
            "audit": "2026-06-01",
            "supplementary_data": "2026-06-01",
            "accounts_handling": "2026-06-30",
        }
    )


@pytest.mark.parametrize(
    ("year", "item", "due"),
    [
        (2025, "accounts_estimate", date(2026, 1, 26)),
        (2026, "first_half_data", date(2026, 8, 17)),
        (2026, "three_quarters_data", date(2026, 11, 2)),
    ],
)
def test_a_day_off_moves_the_day(year: int, item: str, due: date) -> None:
    """150/1930 5 §: Sunday 25.1.2026, Saturday 15.8.2026 and All Saints' Day 31.10.2026 move to the Monday after."""
    assert opened_for(year).deadline(item).due == due


@pytest.mark.parametrize(("subject", "subject_kind"), [("15", "county"), ("90", "city"), ("HUS", "joint_authority")])
def test_counties_helsinki_and_hus_deliver(subject: str, subject_kind: str) -> None:
    """120 § applies to Helsinki (615/2021 17 §), and to HUS by a reading of 69 §."""
    assert opened_for(2025, subject=subject, subject_kind=subject_kind).opened.state == "running"


def test_an_area_delivers_nothing() -> None:
    """A collaborative area has no finances of its own."""
    story = Story(TABLE, subject="I-S", subject_kind="collaborative_area")
    story.when(ACTS["opened"]).refused("subject-not-covered")


@pytest.mark.parametrize("item", DATA, ids=lambda item: str(item.id))
def test_what_is_late_is_recorded_late(item: Any) -> None:
    """A late delivery is never refused; its own day becomes late, the others run on."""
    story = opened_for(2025)
    late = story.when(fact(item.fact.id, "2026-08-03"))
    assert late.deadline(item.id).status == "late"
    assert (len(late.opened.open_deadlines), late.task(f"give_{item.id}").status) == (len(ALL) - 1, "done")


def test_each_delivery_is_a_task_of_its_own() -> None:
    """The county owes the data, the council the budget; the accounts come in their turn."""
    story = opened_for(2025)
    assert {task.role for task in story.opened.open_tasks} == {"county", "council"}
    assert len(story.opened.open_tasks) == len(DATA) + 2
    assert story.given(ACTS["budget_data"]).task("give_budget_data").status == "done"
    for state, turn in (("accounts_completed", "auditor"), ("audited", "council")):
        story = story.given(ACTS[state])
        assert story.opened.open_tasks[-1].role == turn


@pytest.mark.parametrize(
    ("name", "last_day"),
    [("first_quarter_data", "2025-03-31"), ("data_to_november", "2025-11-30"), ("whole_year_data", "2025-12-31")],
)
def test_data_come_after_their_period(name: str, last_day: str) -> None:
    """On the last day of a period its data cannot be there yet; the day after they can."""
    story = opened_for(2025)
    story.when(on(ACTS[name], last_day)).refused("period_ended")
    story.given(on(ACTS[name], date.fromordinal(date.fromisoformat(last_day).toordinal() + 1).isoformat()))


def test_the_estimate_of_the_accounts_may_come_before_the_year_is_over() -> None:
    """462/2022 3 § 5 kohta: on 25 January at the latest; it is an estimate, so nothing forbids December."""
    story = opened_for(2025).given(on(ACTS["accounts_estimate"], "2025-12-18"))
    assert story.deadline("accounts_estimate").status == "met"


def test_the_line_of_the_accounts() -> None:
    """117 §: the executive draws up, the auditor audits, and after that the council handles the accounts."""
    story = opened_for(2025)
    story.when(ACTS["audited"]).refused("wrong-state")
    story = story.given(ACTS["accounts_completed"])
    story.when(ACTS["handled"]).refused("wrong-state")
    story.given(ACTS["audited"]).when(ACTS["handled"]).then(state="accounts_handled")


def test_a_complete_year_ends_with_the_council() -> None:
    """When everything has come, the council's handling of the accounts ends the follow-up."""
    BOOK.story(*EVERYTHING[:-1]).when(ACTS["handled"]).then(state="closed", closed_on="2026-06-15", due={})


def test_what_is_still_missing_keeps_the_year_open() -> None:
    """Data that have not come by then can come later; at the end what never came is named."""
    story = BOOK.story(*(name for name in EVERYTHING if name != "data_to_may"))
    story.then(state="accounts_handled", due={"data_to_may": "2025-06-30"})
    story.when(but(ACTS["closed"], missing=None)).refused("missing_named")
    late = story.given(on(ACTS["data_to_may"], "2026-08-03"))
    late.when(but(ACTS["closed"], missing=None)).then(state="closed")
    story.when(ACTS["closed"]).then(state="closed")


def test_the_state_treasury_can_set_a_time_for_correcting() -> None:
    """2 §: who finds an error says so; the day is the State Treasury's, and the corrected content meets it."""
    noted = BOOK.story(*BEFORE_AUDIT, "error_noted")
    noted.when(ACTS["corrected"]).refused("meets_its_day")
    story = noted.given(ACTS["correction_day_set"])
    assert (story.deadline("correction").due, story.task("correct_data").status) == (date(2026, 5, 20), "open")
    done = story.given(ACTS["corrected"])
    assert (done.deadline("correction").status, done.task("correct_data").status) == ("met", "done")


def test_one_correction_does_not_do_another() -> None:
    """Two errors in different data: after the first correction the task is still there for the second."""
    story = BOOK.story(*BEFORE_AUDIT, "error_noted", "other_error_noted", "correction_day_set", "corrected")
    assert [task.name for task in story.opened.open_tasks if task.name == "correct_data"] == ["correct_data"]
    after = story.given(ACTS["other_corrected"])
    assert not any(task.name == "correct_data" for task in after.opened.open_tasks)


def test_an_error_can_be_found_after_the_year_has_ended() -> None:
    """The council's handling closes the year, not the duty to correct."""
    closed = BOOK.story(*EVERYTHING)
    noted = closed.given(on(ACTS["error_noted"], "2026-09-01"), on(ACTS["correction_day_set"], "2026-09-02"))
    corrected = noted.when(on(ACTS["corrected"], "2026-09-25"))
    corrected.then(state="closed")
    assert corrected.deadline("correction").status == "late"


def test_the_key_figures_are_read_with_their_origin() -> None:
    """The accounts' data tell the figures of the group; the event they came from is named."""
    case = BOOK.story(*BEFORE_AUDIT).opened
    (year,) = recorded_years([case]).values()
    assert year.figures == YearFigures(
        annual_margin=Decimal("12300000.00"),
        depreciation=Decimal("20000000.00"),
        interest=Decimal("1500000.00"),
        loans=Decimal("300000000.00"),
        additional_funding=Decimal(0),
    )
    delivered = case.every("accounts_data_delivered")[0]
    assert year.came_from == Origin("story-15", delivered.version, delivered.position, "accounts_data_delivered")
    assert {number: one.year for number, one in recorded_years([case]).items()} == {2025: 2025}


def test_a_correction_takes_the_place_of_what_was_delivered() -> None:
    """The last recorded content counts, whole: a figure that it leaves out is no longer known."""
    story = BOOK.story(*BEFORE_AUDIT, "error_noted", "correction_day_set", "corrected")
    corrected = recorded_years([story.opened])[2025]
    assert (corrected.figures.annual_margin, corrected.came_from.fact) == (
        Decimal("11900000.00"),
        "corrected_data_delivered",
    )
    again = story.given(fact("corrected_data_delivered", "2026-06-01", product="accounts_data", loans_cents=100))
    assert recorded_years([again.opened])[2025].figures == YearFigures(loans=Decimal("1.00"))
    other = story.given(fact("corrected_data_delivered", "2026-06-01", product="budget_data"))
    assert recorded_years([other.opened]) == recorded_years([story.opened])


def test_an_estimate_is_no_account() -> None:
    """The estimate of the accounts is kept apart: no criterion rests on it."""
    case = opened_for(2025).given(fact("accounts_estimate_delivered", "2026-01-22", KEY_FIGURES)).opened
    assert recorded_years([case]) == {}
    assert estimated_years([case])[2025].figures.depreciation == Decimal("20000000.00")


def test_the_gates_of_an_evaluation_can_be_counted_from_the_record() -> None:
    """123 § 1 mom. 2 kohta: two years in a row, read from two cases, make gate E2."""
    cases = [
        with_accounts(2023, annual_margin_cents=14_00, depreciation_cents=20_00),
        with_accounts(2024, annual_margin_cents=12_30, depreciation_cents=20_00),
    ]
    figures = {year: one.figures for year, one in recorded_years(cases).items()}
    margin = gates(KeyFigures(subject="15", years=figures), date(2025, 6, 17))[1]
    assert (margin.id, margin.met) == ("E2", True)


def test_cases_of_other_procedures_are_passed_by() -> None:
    """Whoever has all cases of a county can hand them all over."""
    assert recorded_years([at("started").opened]) == {}
    assert recorded_deficit([at("started").opened]) is None
    assert (recorded_plan([]), recorded_development([])) == (None, None)


def deficit_of(*cases: Case) -> Deficit | None:
    """The deficit that the record tells."""
    found = recorded_deficit(cases)
    return found.deficit if found else None


def test_the_deficit_of_the_newest_accounts() -> None:
    """115 § 2 mom.: the first year of deficit starts the clock, and a later deficit has none of its own."""
    first, second = with_accounts(2023, accumulated_cents=-100_00), with_accounts(2024, accumulated_cents=-250_00)
    assert deficit_of(first, second) == Deficit(first_year=2023, uncovered=Decimal("250.00"))
    assert deficit_of(second) == Deficit(uncovered=Decimal("250.00"))
    surplus = with_accounts(2023, accumulated_cents=5_00)
    assert deficit_of(surplus, second) == Deficit(first_year=2024, uncovered=Decimal("250.00"))
    covered = with_accounts(2025, accumulated_cents=0)
    assert deficit_of(first, second, covered) == Deficit(uncovered=Decimal(0))
    assert deficit_of(with_accounts(2024)) is None


def test_a_stated_first_year_counts_before_what_can_be_inferred() -> None:
    """The county states since when the deficit stands; the other accounts are then not needed."""
    second = with_accounts(2024, accumulated_cents=-250_00, deficit_first_year=2023)
    event = second.every("accounts_data_delivered")[0]
    assert recorded_deficit([second]) == RecordedDeficit(
        Deficit(first_year=2023, uncovered=Decimal("250.00")),
        (Origin("story-15", event.version, event.position, "accounts_data_delivered"),),
    )


def test_the_plan_of_the_newest_budget() -> None:
    """13 b § 1 mom. 3 kohta: what the plan says of itself, and what the ministry has found in it since."""
    story = BOOK.story("opened", "budget_adopted")
    found = recorded_plan([story.opened])
    assert found is not None
    accumulated = {2025: Decimal("-36300000.00"), 2026: Decimal("-12000000.00")}
    assert (found.year, found.plan) == (
        2025,
        Plan(itemised=True, cover_by=date(2026, 12, 31), accumulated=accumulated),
    )
    assessed = recorded_plan([story.given(ACTS["budget_assessed"]).opened])
    assert assessed is not None
    assert (assessed.plan.itemised, assessed.plan.compliant) == (False, True)
    assert [origin.fact for origin in assessed.came_from] == ["budget_adopted", "budget_assessed"]


def test_a_budget_adopted_anew_is_not_what_the_ministry_found() -> None:
    """A finding is about the budget before it; after a new one it no longer counts."""
    story = BOOK.story("opened", "budget_adopted", "budget_data", "budget_assessed")
    anew = recorded_plan([story.given(but(on(ACTS["budget_adopted"], "2025-05-12"), itemised=None)).opened])
    assert anew is not None
    assert (anew.plan.itemised, anew.plan.compliant) == (None, None)


def test_the_development_is_that_of_the_latest_period() -> None:
    """13 b § 1 mom. 4 kohta: the budgeted result against the latest forecast, and the ministry's own judgement."""
    told = ("opened", "budget_adopted", "budget_data", "first_quarter_data", "three_quarters_data")
    story = BOOK.story(*told)
    found = recorded_development([story.opened])
    assert found is not None
    assert found.development == Development(
        budgeted_result=Decimal("-3000000.00"), forecast_result=Decimal("-8000000.00")
    )
    corrected = fact(
        "corrected_data_delivered", "2025-11-03", product="first_quarter_data", forecast_result_cents=-1_00
    )
    later = recorded_development([story.given(corrected, ACTS["development_assessed"]).opened])
    assert later is not None
    assert later.development == Development(
        budgeted_result=Decimal("-3000000.00"),
        forecast_result=Decimal("-8000000.00"),
        essentially_weaker=True,
        assessable=True,
    )
    assert [origin.fact for origin in later.came_from] == [
        "budget_data_delivered",
        "three_quarters_data_delivered",
        "development_assessed",
    ]


def test_the_estimate_of_the_accounts_is_the_latest_forecast() -> None:
    """Once the year has ended, its estimate tells more than the forecast of its third quarter."""
    story = BOOK.story("opened", "budget_adopted", "three_quarters_data", "accounts_estimate")
    found = recorded_development([story.opened])
    assert found is not None
    assert found.development.forecast_result == Decimal("-7500000.00")


def test_the_criteria_of_pre_emptive_steering_can_be_judged_from_the_record() -> None:
    """13 b § 1 mom.: with accounts, plan and development recorded, criteria 1a, 1b, 3 and 4 can be told."""
    case = BOOK.story(*BEFORE_AUDIT[:3], "budget_assessed", "development_assessed", "accounts_data").opened
    plan, development = recorded_plan([case]), recorded_development([case])
    assert plan is not None
    assert development is not None
    known = SteeringFacts(
        subject="15",
        years={year: one.figures for year, one in recorded_years([case]).items()},
        plan=plan.plan,
        development=development.development,
    )
    assert {one.id: one.met for one in criteria(known, date(2026, 6, 1))} == {
        "1a": True,
        "1b": True,
        "2": None,
        "3": True,
        "4": True,
    }
