"""Pre-emptive financial steering, 611/2021 13 b §: who takes part, what the document holds, whose days are its days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.check import check
from engine.counting import Stated
from engine.declaration import Kind
from engine.errors import InputRejected, Refused
from engine.law import Status
from engine.next_acts import open_questions
from procedures.evaluation.figures import Gate
from procedures.preemptive_steering.criteria import criteria
from procedures.preemptive_steering.criteria_input import read_steering_facts
from tests.book import but, on
from tests.doses import drawn
from tests.story import Story, fact
from tests.test_procedures.preemptive_steering_stories import (
    ACTS,
    ATTENDED,
    BOOKS,
    DAYS,
    DRAWN_UP,
    PUBLISHED,
    STARTED,
    TABLE,
    of_county,
    reported_without_criterion,
)

BOOK = BOOKS[0]
ON = date(2025, 6, 17)


def test_the_declaration_has_no_fault() -> None:
    """The checker, which reports everything at once, reports nothing."""
    assert check(TABLE.procedure) == ()


@pytest.mark.parametrize(
    ("subject", "kind"), [("15", "county"), ("HUS", "joint_authority"), ("90", "city"), ("01", "county")]
)
def test_counties_hus_and_helsinki_can_be_steered(subject: str, kind: str) -> None:
    """615/2021 2 § 4 mom. and 17 § 2 mom. apply 13 b § to HUS and Helsinki as well."""
    Story(TABLE, subject=subject, subject_kind=kind).when(ACTS["criterion_noted"]).then(state="criterion_noted")


def test_helsinki_carries_the_question_of_its_accounts() -> None:
    """That the criteria are read against the separated tasks is a reading, shown in Helsinki's cases only."""
    helsinki = Story(TABLE, subject="90", subject_kind="city").given(ACTS["criterion_noted"])
    assert "helsinki_accounts" in {one.id for one in open_questions(TABLE, helsinki.opened)}
    county = of_county("criterion_noted")
    assert "helsinki_accounts" not in {one.id for one in open_questions(TABLE, county.opened)}


def test_the_two_other_ministries_always_take_part() -> None:
    """13 b § 2 mom.: without either of them the negotiations do not begin."""
    held = but(ACTS["negotiation_held"], attended=["15"])
    of_county(*STARTED).when(held).refused("stm_attended", "sm_attended")


def test_a_later_meeting_may_be_smaller_but_never_without_the_county() -> None:
    """They take part in the procedure: of later meetings, also on the follow-up, it is recorded who was there."""
    alone, without_county = (but(ACTS["negotiation_continued"], attended=[one]) for one in ("15", "STM"))
    negotiating = of_county(*STARTED, "negotiation_held")
    negotiating.when(alone).then(state="negotiating")
    negotiating.when(without_county).refused("county_attended")
    of_county(*PUBLISHED).when(on(alone, "2026-01-15")).then(state="published", due={"reporting_day": DAYS[0]})


def test_unmet_measures_that_were_assessed_carry_the_start() -> None:
    """13 b § 1 mom. 2: found met when weighed after a notice, criterion 2 is one on which the start may rely."""
    started = but(ACTS["started"], relied_on=["2"])
    assessed = of_county("criterion_noted").when(ACTS["unmet_measures_assessed"])
    assessed.when(started).then(state="started")
    unmet = but(ACTS["unmet_measures_assessed"], met=False)
    of_county("criterion_noted").when(unmet).when(started).refused("relied_on_noted")


@pytest.mark.parametrize(
    ("data", "refused"),
    [
        ({"criteria": ["1a"], "margin_percent": "99.9"}, False),
        ({"criteria": ["1a"], "margin_percent": "100"}, True),
        ({"criteria": ["1b"], "loan_service_ratio": "0.99"}, False),
        ({"criteria": ["1b"], "loan_service_ratio": "1"}, True),
        ({"criteria": ["1b"], "margin_percent": "120", "loan_service_ratio": "-0.2"}, False),
    ],
)
def test_a_recorded_figure_is_below_its_threshold(data: dict[str, Any], refused: bool) -> None:
    """13 b § 1 mom. 1: under 100 per cent, or under one; the figure of a criterion not claimed does not matter."""
    told = fact("criterion_noted", "2025-06-02", {"accounts_year": 2024, **data}, documents=("monitoring_note",))
    story = Story(TABLE, subject="15").when(told)
    story.refused("figures_below") if refused else story.then(state="criterion_noted")


def test_hus_is_steered_with_all_of_uusimaa() -> None:
    """13 b § 4 mom.: the four counties and Helsinki also take part; in a county's own negotiation they need not."""
    negotiated = BOOK.story(*STARTED).when(ACTS["negotiation_held"])
    negotiated.then(state="negotiating", tasks={**negotiated.aspects["tasks"], "take_part_stm": "done"})
    without_helsinki = but(ACTS["negotiation_held"], attended=[one for one in ATTENDED if one != "90"])
    BOOK.story(*STARTED).when(without_helsinki).refused("uusimaa_attended")
    assert of_county(*STARTED, "negotiation_held").opened.state == "negotiating"


def test_any_one_criterion_suffices_and_the_start_names_it() -> None:
    """13 b § 1 mom.: the start relies on a criterion that was noted, and on none that was not."""
    noted = of_county("criterion_noted")
    noted.when(ACTS["started"]).then(state="started")
    noted.when(but(ACTS["started"], relied_on=["1b"])).refused("relied_on_noted")
    noted.when(but(ACTS["started"], relied_on=[])).refused("relied_on_noted")


def test_reporting_may_be_silent_on_the_criterion() -> None:
    """What is known from published reporting alone can leave the criterion open; a start then has nothing to name."""
    silent = Story(TABLE, subject="15").given(reported_without_criterion())
    assert silent.events[0].unreported == ("criterion_named",)
    silent.when(ACTS["started"]).refused("relied_on_noted")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ({"criteria": ["1b"], "accounts_year": 2025}, "accounts_ended"),
        ({"criteria": ["2"], "unmet_in": ["evaluation"], "evidently_unmet": True}, "unmet_without_substitute"),
        ({"criteria": ["2"], "evidently_unmet": True, "substitute_decided": False}, "requirement_named"),
        ({"criteria": ["3"]}, "plan_defect_named"),
        ({"criteria": ["4"]}, "development_named"),
    ],
)
def test_each_criterion_rests_on_what_the_section_asks(data: dict[str, Any], code: str) -> None:
    """A criterion without its own facts is not noted."""
    told = fact("criterion_noted", "2025-06-02", data, documents=("monitoring_note",))
    Story(TABLE, subject="15").when(told).refused(code)


def test_the_document_holds_all_that_the_section_lists() -> None:
    """13 b § 3 mom.: an empty document lacks each mandatory content, named one by one."""
    empty = but(ACTS["document_drawn_up"], contents=[], reporting_days=[], next_report_by=None, views_of=["STM", "SM"])
    of_county(*STARTED, "negotiation_held").when(empty).refused(
        "matters_stated",
        "outcome_stated",
        "finance_recommendations_stated",
        "service_recommendations_stated",
        "follow_up_stated",
        "timetable_stated",
    )


def test_the_document_is_published_at_an_address() -> None:
    """Publication in the public network is mandatory; without it there is no follow-up state."""
    drawn_up = of_county(*DRAWN_UP)
    drawn_up.when(but(ACTS["document_published"], address=None)).refused("address_given")
    published = drawn_up.when(ACTS["document_published"]).then(state="published", due={"reporting_day": DAYS[0]})
    assert published.task("decide_on_measures").status == "open"


def test_each_day_of_the_timetable_becomes_a_deadline_in_its_turn() -> None:
    """The document's days follow each other: a report answers one and names the next, and none is invented."""
    story = of_county(*PUBLISHED).when(ACTS["first_reported"]).then(state="follow_up", due={"reporting_day": DAYS[1]})
    assert (story.deadline("reporting_day").status, story.deadline("reporting_day").kind) == ("met", "agreed")
    story = story.given(ACTS["second_reported"])
    last = replace(on(ACTS["second_reported"], "2026-09-01"), data={"answers": DAYS[2]})
    story.when(last).then(due={}, state="follow_up")
    assert story.when(last).deadline("reporting_day", 3).status == "late"


def test_a_day_off_does_not_move_an_agreed_day() -> None:
    """The timetable is the document's: Saturday 31.1.2026 stays where it was agreed."""
    saturday = but(ACTS["document_drawn_up"], reporting_days=["2026-01-31"], next_report_by="2026-01-31")
    of_county(*STARTED, "negotiation_held").when(saturday).then(due={"reporting_day": "2026-01-31"})


@pytest.mark.parametrize(
    "days", [["2026-04-30", "2026-01-30"], ["2026-01-30", "2026-01-30"], ["2025-11-20"], ["2025-01-30"]]
)
def test_the_timetable_runs_forward(days: list[str]) -> None:
    """Its days follow each other, all of them after the document's own."""
    told = but(ACTS["document_drawn_up"], reporting_days=days, next_report_by=days[0])
    of_county(*STARTED, "negotiation_held").when(told).refused("timetable_stated")


def test_a_changed_timetable_takes_the_place_of_the_first() -> None:
    """The old day is cancelled, and reports follow the new days."""
    story = of_county(*PUBLISHED, "first_reported", "second_reported", "timetable_changed")
    assert story.deadline("reporting_day", 3).status == "cancelled"
    assert story.aspects["due"] == {"reporting_day": date(2026, 9, 30)}
    story.when(ACTS["last_reported"]).then(due={}, state="follow_up")


def test_the_county_decides_for_itself() -> None:
    """The recommendations do not bind: a decision that follows none of them is recorded, and nothing comes of it."""
    decided = of_county(*PUBLISHED).when(but(ACTS["measures_decided"], extent="none"))
    decided.then(state="published", standings=set())
    assert decided.task("decide_on_measures").status == "done"


@pytest.mark.parametrize("outcome", ["followed", "partly_followed", "not_followed"])
def test_the_three_outcomes_close_the_case_alike(outcome: str) -> None:
    """The law attaches no sanction: whatever came of the recommendations, the procedure ends the same way."""
    of_county(*PUBLISHED).when(but(ACTS["steering_closed"], outcome=outcome)).then(
        state="closed", closed_on="2026-11-02", due={}
    )


def test_how_the_procedure_ends_is_marked_as_practice() -> None:
    """There is no provision on the end, and the case says so."""
    ending = [move for move in TABLE.procedure.transitions if move.target is not None and move.target.final]
    assert {basis.status for move in ending for basis in move.basis if move.fact.id != "start_declined"} == {
        Status.PRACTICE
    }
    questions = {one.id for one in open_questions(TABLE, of_county(*PUBLISHED, "first_reported").opened)}
    assert "end_of_procedure" in questions


def test_the_section_sets_no_time_limit() -> None:
    """Its only numbers are the two thresholds, and the only deadline is the day that the document itself states."""
    assert set(TABLE.procedure.parameters.by_name) == {"margin_ratio", "loan_service_ratio"}
    assert [rule.counting for rule in TABLE.procedure.deadlines] == [Stated("next_report_by")]


def test_no_move_is_the_clocks() -> None:
    """Each act is somebody's; the clock neither decides nor moves the case."""
    assert [move.fact.id for move in TABLE.procedure.transitions if move.kind is Kind.CLOCK] == []


def test_unmet_measures_raise_a_task_and_decide_nothing() -> None:
    """Noted in a grant or an authority, they make the ministry weigh criterion 2 in the open case (13 b § 1 mom. 2)."""
    heard = {one.to: one.task for one in TABLE.procedure.listens}
    assert {to for to, task in heard.items() if task is not None} == {
        "additional_funding.condition_unmet",
        "borrowing_authority_change.condition_unmet",
    }
    assert {to for to, task in heard.items() if task is None} == {
        "evaluation.measures_report_given",
        "evaluation.interim_report_given",
        "evaluation.start_decided",
    }
    assert {task.done_by for task in heard.values() if task} == {("unmet_measures_assessed",)}


def found(on: date = ON, **known: Any) -> dict[str, Gate]:
    """The criteria by their ids, of a county of which this is known."""
    return {one.id: one for one in criteria(read_steering_facts({"subject": "15", **known}), on)}


def test_what_is_not_known_is_not_assessable() -> None:
    """Without data no criterion is met or unmet, and each says what is missing."""
    unknown = dict.fromkeys(("1a", "1b", "2", "3", "4"), (None, True))
    assert {name: (one.met, bool(one.missing)) for name, one in found().items()} == unknown


@pytest.mark.parametrize(
    ("margin", "funding", "met", "line"),
    [
        ("19.99", "0", True, "2024: 19.99 / 20 = 99.95 % < 100 %"),
        ("20", "0", False, "2024: 20 / 20 = 100 % ≥ 100 %"),
        ("21", "1.5", True, "2024: (21 − 1.5) / 20 = 97.5 % < 100 %"),
    ],
)
def test_1a_is_one_set_of_accounts_below_a_hundred_per_cent(margin: str, funding: str, met: bool, line: str) -> None:
    """The margin stands without the additional funding; exactly 100 % is not below it."""
    year = {"annual_margin": margin, "depreciation": "20", "additional_funding": funding}
    one = found(years={"2024": year})["1a"]
    assert (one.met, one.calculation, one.threshold) == (met, (line,), "< 100 %")


def test_1a_takes_the_newest_ended_year() -> None:
    """An older year or the running one does not count."""
    years = {
        "2023": {"annual_margin": "1", "depreciation": "20"},
        "2024": {"annual_margin": "30", "depreciation": "20"},
        "2025": {"annual_margin": "1", "depreciation": "20"},
    }
    assert found(years=years)["1a"].met is False
    assert found(date(2026, 6, 17), years=years)["1a"].met is True


@pytest.mark.parametrize(("margin", "met"), [("9.99", True), ("10", False)])
def test_1b_is_a_loan_service_ratio_below_one(margin: str, met: bool) -> None:
    """(margin + interest) ÷ (interest + loans ÷ 10), on the newest accounts."""
    one = found(years={"2024": {"annual_margin": margin, "interest": "2", "loans": "100"}})["1b"]
    assert (one.met, one.threshold) == (met, "< 1")


@pytest.mark.parametrize(
    ("measures", "met"),
    [
        ([], False),
        ([{"required_in": "evaluation", "evidently_unmet": True, "substitute_decided": False}], True),
        ([{"required_in": "evaluation", "evidently_unmet": True, "substitute_decided": True}], False),
        ([{"required_in": "additional_funding", "evidently_unmet": False}], False),
        ([{"required_in": "additional_funding", "evidently_unmet": True}], None),
        (
            [
                {"required_in": "evaluation", "decided_on": "2025-07-01", "evidently_unmet": True},
                {"required_in": "borrowing_authority_change", "evidently_unmet": False},
            ],
            False,
        ),
    ],
)
def test_2_asks_for_both_limbs(measures: list[dict[str, Any]], met: bool | None) -> None:
    """Evidently unmet and nothing decided instead; what was required later than the day does not count yet."""
    assert found(required_measures=measures)["2"].met is met


@pytest.mark.parametrize(
    ("plan", "met"),
    [
        ({"itemised": True, "compliant": True}, False),
        ({"itemised": False}, True),
        ({"compliant": False}, True),
        ({"itemised": True}, None),
        ({"itemised": True, "compliant": True, "cover_by": "2026-12-31", "accumulated": {"2026": "-0.1"}}, True),
        ({"itemised": True, "compliant": True, "cover_by": "2026-12-31", "accumulated": {"2026": "0"}}, False),
    ],
)
def test_3_is_a_plan_without_measures_or_against_115(plan: dict[str, Any], met: bool | None) -> None:
    """Either limb suffices; a plan that leaves a deficit at the cover day is against 115 § 2 mom. by itself."""
    assert found(plan=plan)["3"].met is met


@pytest.mark.parametrize(
    ("development", "met"),
    [
        ({"assessable": False}, True),
        ({"budgeted_result": "-5", "forecast_result": "-5"}, False),
        ({"budgeted_result": "-5", "forecast_result": "-25"}, None),
        ({"budgeted_result": "-5", "forecast_result": "-25", "essentially_weaker": True}, True),
        ({"budgeted_result": "-5", "forecast_result": "-6", "essentially_weaker": False}, False),
        ({}, None),
    ],
)
def test_4_leaves_the_essential_to_the_ministry(development: dict[str, Any], met: bool | None) -> None:
    """The difference is calculated; that it is essential is stated, as the law has no threshold."""
    assert found(development=development)["4"].met is met


def test_before_2025_there_was_no_such_procedure() -> None:
    """13 b § is in force from 1.1.2025; the day before has no threshold, and the refusal says when one begins."""
    with pytest.raises(Refused) as refused:
        found(date(2024, 12, 31))
    assert (refused.value.code, refused.value.details["first"]) == ("no-parameter-in-force", date(2025, 1, 1))


@pytest.mark.parametrize(
    ("document", "where"),
    [
        ({"years": {"2024": {"annual_margin": 12.3}}}, "years.2024.annual_margin"),
        ({"plan": {"accumulated": {"2026": 1.5}}}, "plan.accumulated.2026"),
        ({"development": {"assessable": "yes"}}, "development.assessable"),
        ({"required_measures": [{"required_in": "letter"}]}, "required_measures.0.required_in"),
        ({"opinion": "good"}, "opinion"),
    ],
)
def test_facts_of_the_wrong_kind_are_refused_by_field(document: dict[str, Any], where: str) -> None:
    """Floats, unknown fields and words for true and false never reach the calculation."""
    with pytest.raises(InputRejected) as rejected:
        read_steering_facts({"subject": "15", **document})
    assert rejected.value.code == "steering-facts-invalid"
    assert where in rejected.value.message


def test_a_criterion_is_plain_data_in_three_languages() -> None:
    """Each gives its label, threshold, sections and status as data, in the shape of an evaluation's gates."""
    data = found(years={"2024": {"annual_margin": "18", "depreciation": "20"}})["1a"].as_data()
    assert (data["id"], data["met"], data["threshold_from"], data["status"]) == ("1a", True, "2025-01-01", "statute")
    assert data["basis"] == ["611/2021 13 b § 1 mom. 1 kohta", "611/2021 123 § 2 mom."]
    assert set(data["label"]) == {"fi", "sv", "en"}


@settings(max_examples=drawn(), deadline=None)
@given(margin=st.integers(-(10**12), 10**12), depreciation=st.integers(1, 10**12))
def test_1a_agrees_with_whole_numbers(margin: int, depreciation: int) -> None:
    """Below 100 % means margin < depreciation, in cents, with no rounding anywhere."""
    one = found(years={"2024": {"annual_margin_cents": margin, "depreciation_cents": depreciation}})["1a"]
    assert one.met is (margin < depreciation)
