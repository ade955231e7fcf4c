"""Changing a borrowing authority: cumulative criteria, four in the group, conditions and what follows from them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, Final

import pytest

from engine.check import check
from engine.declarations import Declarations
from engine.next_acts import open_questions
from engine.table import Table
from procedures.borrowing_authority_change import since_2021_07_01, since_2025_01_01
from procedures.history import PlannedAct, plan, read_history, real_history
from tests.book import Book, but, on
from tests.story import Story, fact, reporting
from tests.test_procedures.borrowing_authority_change_stories import (
    APPOINTED,
    ASSESSED,
    BOOKS,
    BOTH,
    CHANGED,
    MILLION,
    NAMED,
    NEW,
    NEW_BOOK,
    OLD,
    OLD_BOOK,
    acts,
)

DECLARED: Final = Declarations((since_2021_07_01.DECLARATION, since_2025_01_01.DECLARATION))
every_book = pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.table.procedure.declaration_id)


def test_the_declarations_have_no_fault() -> None:
    """The checker reports nothing on either version."""
    assert [check(table.procedure) for table in BOTH] == [(), ()]


def test_the_amendment_changed_exactly_this() -> None:
    """Since 1.1.2025 an unmet condition is a criterion of 13 b §, which the ministry weighs; nothing else changed."""
    old, new = OLD.procedure, NEW.procedure
    facts = ({one.id for one in old.facts}, {one.id for one in new.facts})
    guards = ({one.id for one in old.guards}, {one.id for one in new.guards})
    assert (facts[0] - facts[1], facts[1] - facts[0]) == (set(), {"preemptive_weighed"})
    assert (guards[0] - guards[1], guards[1] - guards[0]) == (
        set(),
        {"evidently_unmet", "no_substitute", "preemptive_weighed"},
    )
    assert (old.states, old.deadlines) == (new.states, new.deadlines)


@pytest.mark.parametrize("opening", ["application_made", "initiative_made"])
@pytest.mark.parametrize("role", [None, "vm", "stm", "sm"])
def test_who_may_bring_it_about(opening: str, role: str | None) -> None:
    """15 § 3 mom.: the county applies, each of the three ministries may take the initiative, and nobody else's act."""
    told = acts(NEW)[opening]
    offered = fact(told.fact, told.on, told.data, role=role, documents=told.documents)
    story = Story(NEW, subject="15", subject_kind="county").when(offered)
    if opening == "application_made" and role is not None:
        story.refused("wrong-actor")
    else:
        story.then(state="pending")


def test_a_decision_to_apply_is_not_yet_an_application() -> None:
    """The county executive decides; the group is set for an application that has been made."""
    story = NEW_BOOK.story("application_decided").then(state="to_be_lodged", tasks={"lodge_application": "open"})
    story.when(NEW_BOOK.acts["group_appointed"]).refused("wrong-state", "four_represented")
    story.given(NEW_BOOK.acts["application_made"]).then(state="pending")


@pytest.mark.parametrize(("subject", "kind", "covered"), [("HUS", "joint_authority", True), ("90", "city", False)])
def test_hus_is_covered_and_helsinki_is_not(subject: str, kind: str, covered: bool) -> None:
    """615/2021: 15 § reaches HUS and not Helsinki."""
    story = Story(NEW, subject=subject, subject_kind=kind).when(acts(NEW)["application_made"])
    if covered:
        story.then(state="pending")
    else:
        story.refused("subject-not-covered")


@every_book
def test_several_cases_can_run_at_once(book: Book) -> None:
    """A county may apply for two financial years, or twice for one; the law bars neither."""
    story = Story(book.table, subject="15", subject_kind="county", open_cases=("borrowing_authority_change-15-2023",))
    story.when(book.acts["application_made"]).then(state="pending")


@every_book
def test_all_four_must_be_represented(book: Book) -> None:
    """15 § 4 mom.: the three ministries and the county, named one by one or with the appointment."""
    members = [{"organisation": one} for one in ("VM", "STM", "SM", "county")]
    story = book.story("application_made")
    for lacking in range(4):
        fewer = [member for number, member in enumerate(members) if number != lacking]
        story.when(but(book.acts["group_appointed"], members=fewer)).refused("four_represented")
    story.when(but(book.acts["group_appointed"], members=members)).then(state="group_appointed")


@every_book
def test_each_naming_does_ones_own_task(book: Book) -> None:
    """The four share one fact; the county's naming leaves the ministries' tasks open."""
    story = book.story("application_made", "county_named")
    named = {role: story.task(f"name_representatives_{role}").status for role in ("vm", "stm", "sm", "county")}
    assert named == {"vm": "open", "stm": "open", "sm": "open", "county": "done"}


@pytest.mark.parametrize(
    ("necessary_for", "no_other_cover", "refused"),
    [
        (["continuity_of_services"], True, set()),
        (["services_required_by_law"], True, set()),
        ([], True, {"necessity_found"}),
        (["continuity_of_services"], False, {"no_other_cover"}),
        ([], None, {"necessity_found", "no_other_cover"}),
    ],
)
def test_the_criteria_are_cumulative(necessary_for: list[str], no_other_cover: bool | None, refused: set[str]) -> None:
    """15 § 3 mom.: either necessity will do, and the need must not be coverable in any other way."""
    changed = but(NEW_BOOK.acts["changed"], necessary_for=necessary_for, no_other_cover=no_other_cover)
    story = NEW_BOOK.story(*ASSESSED).when(changed)
    if refused:
        story.refused(*refused)
    else:
        story.then(state="follow_up")


def test_a_refusal_names_the_criterion_that_is_not_met() -> None:
    """The Government changes the authority when the criteria are met: it cannot refuse for no reason."""
    story = NEW_BOOK.story(*ASSESSED)
    story.when(but(NEW_BOOK.acts["refused"], unmet=[])).refused("unmet_named")
    refused = story.given(NEW_BOOK.acts["refused"]).then(state="refused", due={})
    refused.given(NEW_BOOK.acts["served"]).then(due={"government_appeal": "2026-03-18"})


@pytest.mark.parametrize(
    ("before", "granted", "refused"),
    [
        (APPOINTED, 90 * MILLION, False),
        (APPOINTED, 90 * MILLION + 1, True),
        (("application_made", "application_completed", *NAMED, "group_appointed"), 80 * MILLION, False),
        (("application_made", "application_completed", *NAMED, "group_appointed"), 80 * MILLION + 1, True),
    ],
)
def test_no_more_is_granted_than_was_asked_for(before: tuple[str, ...], granted: int, refused: bool) -> None:
    """The newest application counts; less may be granted, to the cent."""
    story = NEW_BOOK.story(*before, "assessment_given").when(but(NEW_BOOK.acts["changed"], granted_cents=granted))
    if refused:
        story.refused("granted_not_above_sought")
    else:
        story.then(state="follow_up")


def test_an_initiative_without_an_amount_sets_no_bound() -> None:
    """A ministry's initiative need not name an amount; then the Government's is not compared with any."""
    initiative = but(NEW_BOOK.acts["initiative_made"], amount_cents=None)
    story = NEW_BOOK.opened().given(initiative, *(NEW_BOOK.acts[name] for name in ASSESSED[1:]))
    story.when(but(NEW_BOOK.acts["changed"], granted_cents=500 * MILLION)).then(state="follow_up")


def test_the_decision_can_say_what_was_asked_for() -> None:
    """Where no application on record names an amount, that of the decision is the bound."""
    silent = but(NEW_BOOK.acts["application_made"], amount_cents=None)
    story = NEW_BOOK.opened().given(silent, *(NEW_BOOK.acts[name] for name in ASSESSED[1:]))
    changed = but(NEW_BOOK.acts["changed"], applied_cents=60 * MILLION)
    story.when(changed).refused("granted_not_above_sought")
    story.when(but(changed, granted_cents=60 * MILLION)).then(state="follow_up")


def test_the_group_assesses_conditions_size_and_terms() -> None:
    """15 § 4 mom.: each of them, on an overall assessment; what is lacking is said, each by itself."""
    NEW_BOOK.story(*APPOINTED).when(fact("assessment_given", "2026-01-15", documents=("assessment",))).refused(
        "necessity_assessed",
        "other_cover_assessed",
        "size_assessed",
        "terms_assessed",
        "overall_assessment",
    )


def test_a_group_may_find_no_need_at_all() -> None:
    """That the investment is not necessary, that no authority and no terms are needed, is an assessment too."""
    none = but(
        NEW_BOOK.acts["assessment_given"],
        necessary_for=[],
        necessity_assessed=True,
        no_other_cover=False,
        amount_cents=0,
        terms=[],
        terms_assessed=True,
    )
    NEW_BOOK.story(*APPOINTED).when(none).then(state="assessed")


@every_book
def test_dissent_is_on_record_and_bars_nothing(book: Book) -> None:
    """A county that wants more records its dissent; the Government decides all the same."""
    story = book.story(*ASSESSED, "dissent_recorded").then(state="assessed")
    story.when(book.acts["changed"]).then(state="follow_up")


@every_book
def test_a_change_meets_the_gate_and_is_to_be_weighed(book: Book) -> None:
    """123 § 1 mom. 4: the criterion shows, VM weighs whether to start; the case cannot be closed before it has."""
    story = book.story(*CHANGED).then(standings={"gate_e4_met"})
    assert (story.task("weigh_evaluation").status, story.task("weigh_evaluation").organisation) == ("open", "VM")
    story.when(book.acts["conditions_fulfilled"]).refused("evaluation_weighed")
    weighed = story.given(book.acts["evaluation_weighed"])
    assert weighed.task("weigh_evaluation").status == "done"
    weighed.when(book.acts["conditions_fulfilled"]).then(state="closed", standings={"gate_e4_met"})


@every_book
def test_who_names_nobody_does_not_hold_up_the_group(book: Book) -> None:
    """15 § 4 mom.: the four name their representatives; that one of them has not is recorded with the appointment."""
    story = book.story("application_made", *NAMED[:3])
    told = book.acts["group_appointed"]
    story.when(told).refused("four_represented")
    story.when(but(told, without_representatives=["county"])).then(state="group_appointed")


@every_book
def test_only_whoever_brought_the_matter_takes_it_back(book: Book) -> None:
    """A ministry cannot take back the county's application, nor the county a ministry's initiative."""
    applied, started = book.story("application_made"), book.story("initiative_made")
    applied.when(book.acts["initiative_withdrawn"]).refused("brought_by_ministry")
    started.when(book.acts["withdrawn"]).refused("brought_by_county")
    applied.when(book.acts["withdrawn"]).then(state="withdrawn")
    started.when(book.acts["initiative_withdrawn"]).then(state="withdrawn")


def test_the_clock_starts_no_evaluation() -> None:
    """Whether to start is the ministry's to weigh: a change moves no other case and decides nothing."""
    assert [(one.to, one.task) for one in NEW.procedure.listens] == [
        ("borrowing_authority.confirmed", None),
        ("evaluation.start_decided", None),
    ]


def test_an_unmet_condition_is_weighed_for_pre_emptive_steering_since_2025() -> None:
    """13 b § 1 mom. 2: evident, and without substitute measures; then VM has to weigh it before the end."""
    story = NEW_BOOK.story(*CHANGED, "evaluation_weighed", "condition_unmet")
    assert story.task("weigh_preemptive").status == "open"
    story.when(NEW_BOOK.acts["conditions_fulfilled"]).refused("preemptive_weighed")
    weighed = story.given(NEW_BOOK.acts["preemptive_weighed"])
    weighed.when(NEW_BOOK.acts["conditions_fulfilled"]).then(state="closed")
    again = weighed.given(on(NEW_BOOK.acts["condition_unmet"], "2026-11-05"))
    again.when(NEW_BOOK.acts["conditions_fulfilled"]).refused("preemptive_weighed")


def test_before_2025_an_unmet_condition_had_no_consequence() -> None:
    """The law attached nothing to it: it is noted, raises no task and bars no end."""
    silent = but(OLD_BOOK.acts["condition_unmet"], evident=None, no_substitute=None)
    story = OLD_BOOK.story(*CHANGED, "evaluation_weighed").given(silent)
    assert "weigh_preemptive" not in {task.name for task in story.opened.tasks.values()}
    story.when(OLD_BOOK.acts["conditions_fulfilled"]).then(state="closed")


def test_without_conditions_there_is_nothing_to_report_on() -> None:
    """A change without conditions asks no report of the county; the weighing stays."""
    bare = NEW_BOOK.story(*ASSESSED, "changed_without_conditions")
    assert {task.name for task in bare.opened.open_tasks} == {"serve_decision", "weigh_evaluation", "follow_conditions"}
    bound = NEW_BOOK.story(*CHANGED).then(due={"condition_report": "2026-06-30"})
    assert {"report_on_conditions", "fulfil_conditions"} <= {task.name for task in bound.opened.open_tasks}


def test_reports_go_on_as_long_as_a_next_one_is_agreed() -> None:
    """Each report answers the open day and sets the next one, if there is one."""
    story = NEW_BOOK.story(*CHANGED, "report_given").then(due={"condition_report": "2026-09-30"})
    assert (story.deadline("condition_report").status, story.task("report_on_conditions", 2).status) == ("met", "open")
    last = story.given(NEW_BOOK.acts["last_report_given"])
    assert [task.name for task in last.opened.open_tasks if task.name == "report_on_conditions"] == []


@every_book
def test_an_appeal_goes_to_the_supreme_administrative_court(book: Book) -> None:
    """808/2019 8 §: a decision of the Government; referred back, it comes before the Government again."""
    story = book.story(*ASSESSED, "refused", "served", "appeal_made")
    assert story.task("judge_appeal").organisation == "KHO"
    story.when(book.acts["appeal_dismissed"]).then(state="refused")
    story.when(book.acts["appeal_referred_back"]).then(state="assessed")
    story.when(book.acts["became_final"]).refused("no_appeal_pending")


def test_a_refusal_becomes_final_the_day_after_the_time_to_appeal() -> None:
    """Served on 16.2.2026, appealable through 18.3.2026."""
    unserved = NEW_BOOK.story(*ASSESSED, "refused")
    unserved.when(fact("became_final", "2026-06-01")).refused("appeal_time_over")
    story = unserved.given(NEW_BOOK.acts["served"])
    story.when(fact("became_final", "2026-03-18")).refused("appeal_time_over")
    story.when(fact("became_final", "2026-03-19")).then(state="closed")


def test_an_annulled_change_meets_no_gate() -> None:
    """When the court refers a change back, the criterion that it met ends with it."""
    story = NEW_BOOK.story(*CHANGED, "served", "appeal_made").when(NEW_BOOK.acts["appeal_referred_back"])
    story.then(state="assessed", standings=set())


@every_book
def test_no_move_has_a_time_limit_of_its_own_making(book: Book) -> None:
    """The law sets no time for application, group or decision; the only number of law is the time to appeal."""
    assert {*book.table.procedure.parameters.by_name} == {"appeal_days"}
    assert "no_time_limits" in {one.id for one in open_questions(book.table, book.story("application_made").opened)}


def test_what_reporting_leaves_open_can_stay_open() -> None:
    """A press release on a change says nothing of the group: the conditions are marked, and stay visible."""
    told = fact("changed", "2026-02-12", granted_cents=MILLION, documents=(reporting("government_decision"),))
    story = NEW_BOOK.story(*ASSESSED)
    story.when(told).refused("necessity_found", "no_other_cover")
    silent = ("necessity_found", "no_other_cover")
    assert story.when(replace(told, unreported=silent)).event.unreported == silent


# Published history


def acts_of(rows: str | None = None, declared: Declarations = DECLARED) -> list[PlannedAct]:
    """What a history tells of changes; without rows, the real one."""
    document = real_history() if rows is None else read_history(rows.encode())
    return list(plan(document, declared)[0])


def test_the_real_rows_become_two_cases() -> None:
    """Pohjois-Pohjanmaa decided to apply for 255.1 million; Keski-Suomi's authority was changed by 69 million."""
    told = [(one.subject, one.act.fact, one.act.on, one.act.precision, one.implied) for one in acts_of()]
    applied, changed = date(2025, 8, 19), date(2026, 2, 12)
    assert told == [
        ("19", "application_decided", applied, "exact", False),
        ("15", "application_made", changed, "by", True),
        ("15", "group_appointed", changed, "by", True),
        ("15", "assessment_given", changed, "by", True),
        ("15", "changed", changed, "by", False),
    ]
    data = {one.act.fact: dict(one.act.data) for one in acts_of()}
    assert data["application_decided"] == {"financial_year": 2026, "amount_cents": 25_510_000_000}
    assert data["changed"] == {
        "financial_year": 2026,
        "granted_cents": 69 * MILLION,
        "conditions": ["the council commits itself to the economic targets of the evaluation programme"],
    }


@pytest.mark.parametrize(
    ("what", "facts"),
    [
        ("Lappi applies for a change of its borrowing authority for 2026", ["application_made"]),
        ("The preparation group is set", ["application_made", "group_appointed"]),
        (
            "Government rejects Lappi's application to change its borrowing authority for 2026",
            ["application_made", "group_appointed", "assessment_given", "refused"],
        ),
        ("Lappi's executive considers whether to apply for more borrowing authority", []),
        ("Government will change Lappi's borrowing authority for 2026", []),
    ],
)
def test_other_words_of_the_same_kind(what: str, facts: list[str]) -> None:
    """Other counties and other stages are told alike; what is only weighed or planned is not."""
    rows = (
        f'[[fact]]\nprocedure = "borrowing_authority"\nsubject = "21"\nwhat = "{what}"\n'
        'on = 2025-09-09\nsource = "https://example.invalid/news"\n'
    )
    assert [one.act.fact for one in acts_of(rows)] == facts


def stories_of_real_rows() -> dict[str, Any]:
    """Where the real cases stand, by subject."""
    found: dict[str, Story] = {}
    for one in acts_of():
        act = one.act
        story = found.get(one.subject, Story(NEW, subject=one.subject, subject_kind="county"))
        told = fact(
            act.fact,
            act.on,
            act.data,
            documents=act.documents,
            precision=act.precision,
            unreported=act.unreported,
        )
        found[one.subject] = story.given(told)
    return {subject: story.opened.state for subject, story in found.items()}


def test_the_real_cases_stand_where_public_reporting_left_them() -> None:
    """One application is still to be made, as far as is known; one change is being followed."""
    assert stories_of_real_rows() == {"19": "to_be_lodged", "15": "follow_up"}


@pytest.mark.parametrize("table", BOTH)
def test_every_open_state_says_whose_turn_it_is(table: Table) -> None:
    """No open state is without a task."""
    assert [state.id for state in table.procedure.states if not state.final and not state.tasks] == []
