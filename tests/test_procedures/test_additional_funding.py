"""Additional funding (617/2021 11, 26, 30–31 §): what is particular to this law, told as stories."""

from __future__ import annotations

from datetime import date

import pytest

from engine.next_acts import open_questions
from tests.book import Book, but, on
from tests.story import Story, fact
from tests.test_procedures.additional_funding_stories import (
    ANNULLED,
    APPLIED_CENTS,
    GATE,
    GRANTED,
    GROUP,
    IN_2024,
    NEW,
    NEW_BOOK,
    OLD,
    OLD_BOOK,
    PREPARED,
    REJECTED,
    grant,
    prepared,
)

BOTH = (OLD_BOOK, NEW_BOOK)
ACTS = NEW_BOOK.acts


# Who can bring the matter.


@pytest.mark.parametrize("book", BOTH, ids=lambda book: book.table.procedure.declaration_id)
@pytest.mark.parametrize("role", ["vm", "stm", "sm"])
def test_each_of_three_ministries_can_make_the_initiative(book: Book, role: str) -> None:
    """26 § 1 mom.: VM, STM and SM each have the initiative, STM by 612/2021 28 § and SM by 613/2021 12 §."""
    told = fact("initiative_made", "2025-05-15", role=role, documents=("initiative",))
    story = book.opened().when(told).then(state="pending")
    assert story.event.act_of.organisation == role.upper()


def test_helsinki_can_apply_and_hus_cannot() -> None:
    """1 § 2 mom. covers Helsinki; HUS is paid from its members' funding, and the refusal says so."""
    applied = ACTS["application_made"]
    Story(NEW, subject="90", subject_kind="city").when(applied).then(state="pending")
    story = Story(NEW, subject="HUS", subject_kind="joint_authority").when(applied).refused("subject-not-covered")
    assert "617/2021 1 § 2 mom." in story.refusal.missing[0].basis


def test_a_county_can_have_several_matters_at_once() -> None:
    """Nothing limits a county to one application; it applied again for 2026 while others were pending."""
    Story(NEW, subject="11", open_cases=("additional_funding-11-2025",)).when(ACTS["application_made"]).then(
        state="pending"
    )


def test_an_application_needs_no_content() -> None:
    """The act prescribes none: an application without amount, year or reasons is on record, with an open question."""
    bare = fact("application_made", "2025-05-15", documents=("application",))
    story = Story(NEW, subject="14").when(bare).then(state="pending", tasks={"set_group_vm": "open"})
    assert {"application_content", "no_time_limits"} <= {one.id for one in open_questions(NEW, story.opened)}


# Preparation.


def test_the_four_each_have_their_task_until_they_name_representatives() -> None:
    """26 § 2 mom.: the three ministries and the county name; each one's task is its own."""
    story = NEW_BOOK.story("application_made", "preparation_group_set", "vm_named", "county_named")
    story.then(
        tasks={
            "set_group_vm": "done",
            "name_representatives_vm": "done",
            "name_representatives_stm": "open",
            "name_representatives_sm": "open",
            "name_representatives_county": "done",
            "begin_assessment": "open",
        }
    )
    story.when(ACTS["assessment_begun"]).refused("four_represented")


def test_a_side_that_names_nobody_does_not_stop_the_group() -> None:
    """26 § 2 mom.: whoever has named nobody is recorded, and may name its representatives while the group works."""
    story = NEW_BOOK.story("application_made", "preparation_group_set", "vm_named", "stm_named", "sm_named")
    begun = story.when(but(ACTS["assessment_begun"], without_representatives=["county"])).then(state="assessment")
    begun.when(on(ACTS["county_named"], "2025-06-30")).then(state="assessment")
    story.when(but(ACTS["assessment_begun"], without_representatives=["sm"])).refused("four_represented")


def test_the_assessment_answers_three_questions_from_one_overall_view() -> None:
    """26 § 2 mom.: an empty memorandum is refused for all four contents at once."""
    story = NEW_BOOK.story("application_made", *GROUP)
    empty = fact("memorandum_given", "2025-09-15", documents=("memorandum",))
    story.when(empty).refused(
        "entitlement_assessed", "amount_assessed", "conditions_assessed", "overall_assessment_made"
    )


def test_each_dissenting_side_is_on_record_and_stops_nothing() -> None:
    """The county's members and a ministry dissent, each for itself; the matter goes on."""
    of_ministry = fact("dissent_recorded", "2025-09-16", role="stm", about=["conditions"], documents=("dissent",))
    story = NEW_BOOK.story("application_made", *GROUP, "dissent_recorded", "memorandum_given").given(of_ministry)
    assert [event.act_of.role for event in story.opened.every("dissent_recorded")] == ["county", "stm"]
    story.when(ACTS["presented_to_government"]).then(state="presented")


def test_a_decision_without_preparation_is_refused_for_every_step_that_is_missing() -> None:
    """Group, assessment and presentation come before the Government's decision."""
    NEW_BOOK.story("application_made").when(ACTS["rejected"]).refused("group_was_set", "assessment_given", "presented")


# The amount.


@pytest.mark.parametrize(("cents", "refused"), [(APPLIED_CENTS, False), (APPLIED_CENTS + 1, True)])
def test_no_more_is_granted_than_applied_for(cents: int, refused: bool) -> None:
    """The amount applied for is the limit, to the cent."""
    story = NEW_BOOK.story(*PREPARED).when(but(ACTS["granted"], granted_cents=cents))
    if refused:
        story.refused("granted_within_applied")
    else:
        story.then(state="granted")


def test_a_supplement_raises_what_is_applied_for() -> None:
    """What the county last applied for counts."""
    raised = but(ACTS["application_supplemented"], applied_cents=APPLIED_CENTS + 100)
    names = ("application_made", *GROUP, "memorandum_given", "presented_to_government")
    story = NEW_BOOK.story(*names).given(on(raised, "2025-10-03"))
    story.when(but(ACTS["granted"], granted_cents=APPLIED_CENTS + 100)).then(state="granted")


def test_on_an_initiative_nothing_is_applied_for_and_nothing_limits_the_amount() -> None:
    """A ministry's initiative names no limit; the group and the Government find the amount."""
    names = ("initiative_made", *GROUP, "memorandum_given", "presented_to_government")
    story = NEW_BOOK.story(*names).when(but(ACTS["granted"], granted_cents=99 * APPLIED_CENTS))
    story.then(state="granted")


def test_conditions_are_of_the_kinds_that_the_law_knows() -> None:
    """11 § 2 mom. and 13 b §: effectiveness, quality, quantity, efficiency, targeted measures; nothing else is data."""
    kinds = ["effectiveness", "quality", "quantity", "efficiency", "targeted_measures"]
    story = NEW_BOOK.story(*PREPARED)
    story.when(but(ACTS["granted"], conditions=[{"kind": kind} for kind in kinds])).then(state="granted")
    story.when(but(ACTS["granted"], conditions=[{"kind": "goodwill"}])).rejected("data-invalid")


# Payment.


@pytest.mark.parametrize(
    ("decided", "due"),
    [
        ("2025-10-30", "2025-11-03"),  # 1 November 2025 is All Saints' Day, a Saturday
        ("2025-12-18", "2026-01-02"),
        ("2026-04-20", "2026-05-04"),  # 1 May is a Friday
        ("2026-06-01", "2026-07-01"),
    ],
)
def test_payment_is_due_with_the_next_instalment(decided: str, due: str) -> None:
    """26 § 3 mom.: with the instalment of the next month, on its first working day at the latest."""
    story = NEW_BOOK.story(*PREPARED).when(grant(decided)).then(state="granted")
    assert story.deadline("payment").due == date.fromisoformat(due)
    assert story.task("pay").organisation == "PALKEET"


def test_a_changed_decision_is_paid_with_the_next_instalment_too() -> None:
    """What the Government adds upon the request is paid in the same way."""
    story = NEW_BOOK.story(
        *GRANTED, "paid", "rectification_requested", "decision_amended", "served_on_request", "difference_paid"
    )
    assert (story.deadline("payment", 2).due, story.deadline("payment", 2).status) == (date(2026, 3, 2), "met")
    more = but(on(ACTS["difference_paid"], "2026-03-03"), amount_cents=1)
    story.when(more).refused("paid_as_granted")


# Rectification and appeal.


@pytest.mark.parametrize(
    ("served", "due"),
    [("2024-10-08", "2025-01-08"), ("2025-10-31", "2026-02-02"), ("2025-11-30", "2026-03-02")],
)
def test_rectification_is_requested_within_three_months_of_notice(served: str, due: str) -> None:
    """30 §: the first is the day that a county was told in 2024; others end on a Saturday and move to Monday."""
    decided = "2024-10-03" if served.startswith("2024") else "2025-10-30"
    story = prepared(OLD, IN_2024).given(on(ACTS["rejected"], decided), on(ACTS["decision_served"], served))
    assert story.deadline("rectification_request").due == date.fromisoformat(due)


def test_a_late_request_is_recorded_as_late() -> None:
    """Lateness is for the Government to judge, which can refuse to take the request up."""
    late = on(ACTS["rectification_requested"], "2026-02-03")
    story = NEW_BOOK.story(*REJECTED).given(late)
    assert story.deadline("rectification_request").status == "late"
    refusal = but(on(ACTS["rectification_rejected"], "2026-03-01"), handling="inadmissible")
    story.when(refusal).then(state="rejected")


def test_the_government_decides_the_request_and_the_court_is_the_supreme_one() -> None:
    """30 §: the authority that decided; 31 § with 808/2019 8 §: from the Government to the highest court, 30 days."""
    story = NEW_BOOK.story(*REJECTED, "rectification_requested")
    assert story.task("decide_request").organisation == "VN"
    appealed = story.given(*(ACTS[name] for name in ("rectification_rejected", "served_on_request", "appeal_made")))
    assert appealed.deadline("appeal").started_on == date(2026, 2, 13)
    assert appealed.deadline("appeal").due == date(2026, 3, 16)
    assert appealed.task("judge_appeal").organisation == "KHO"


def test_there_is_no_appeal_past_the_request() -> None:
    """434/2003 49 b §: what can be rectified cannot be appealed, and the decision on the request only once."""
    story = NEW_BOOK.story(*REJECTED)
    story.when(on(ACTS["appeal_made"], "2025-11-10")).refused("appealable")
    story.given(ACTS["rectification_requested"]).when(ACTS["appeal_made"]).refused("appealable")
    appealed = NEW_BOOK.story(
        *REJECTED, "rectification_requested", "rectification_rejected", "served_on_request", "appeal_made"
    )
    appealed.when(on(ACTS["appeal_made"], "2026-03-11")).refused("appealable")


def test_a_rejection_is_reversed_only_upon_a_request() -> None:
    """49 g §: on the county's request the Government can change its decision into a grant, with all that follows."""
    NEW_BOOK.story(*REJECTED).when(ACTS["granted_on_request"]).refused("request_behind_reversal")
    story = NEW_BOOK.story(*REJECTED, "rectification_requested", "granted_on_request")
    story.then(state="granted", standings={GATE})
    assert story.task("decide_request").status == "done"
    served = story.given(ACTS["served_on_request"])
    assert "appeal" in {deadline.name for deadline in served.opened.open_deadlines}


def test_an_annulled_decision_is_made_anew() -> None:
    """The court returns the matter: it is presented again, a new decision can be rectified again."""
    story = NEW_BOOK.story(*ANNULLED)
    assert (story.opened.state, story.task("prepare_anew_vm").status) == ("returned", "open")
    story.when(on(ACTS["granted_anew"], "2026-11-01")).refused("presented")
    again = story.given(*(ACTS[name] for name in ("presented_anew", "granted_anew", "served_anew")))
    assert again.deadline("rectification_request", 2).due == date(2027, 2, 22)


def test_an_annulled_grant_opens_no_gate_any_more() -> None:
    """The grant on which the criterion rested is gone."""
    asked = ("rectification_requested", "rectification_rejected", "served_on_request", "appeal_made")
    story = NEW_BOOK.story(*GRANTED, *asked).then(standings={GATE})
    story.when(ACTS["decision_annulled"]).then(state="returned", standings=set())


def test_the_case_stays_open_while_a_remedy_can_be_sought() -> None:
    """On the last day of the three months the case cannot be closed yet, on the day after it can."""
    story = NEW_BOOK.story(*REJECTED)
    story.when(on(ACTS["closed"], "2026-02-02")).refused("remedy_time_over")
    story.when(on(ACTS["closed"], "2026-02-03")).then(state="closed")


# Conditions, and what follows when they are not carried out.


def test_an_unmet_condition_is_a_criterion_of_13_b_only_when_evident_and_without_substitute() -> None:
    """13 b § 1 mom. 2: both limbs; the task to consider the procedure goes to VM, and nothing starts by itself."""
    story = NEW_BOOK.story(*GRANTED, "paid", "substitute_measures_decided")
    silent = fact("condition_unmet", "2026-05-20", documents=("follow_up_note",), condition=1)
    story.when(silent).refused("evident", "no_substitute")
    unmet = story.when(ACTS["condition_unmet"]).then(state="follow_up")
    assert unmet.task("weigh_preemptive").done_by == ("preemptive_weighed",)
    assert "611/2021 13 b § 1 mom. 2 kohta" in unmet.event.basis


def test_before_2025_an_unmet_condition_has_no_consequence_of_its_own() -> None:
    """There was no 13 b §: the finding is on record as practice, and raises nothing."""
    story = OLD_BOOK.story(*GRANTED, "paid").when(OLD_BOOK.acts["condition_unmet"])
    assert ("weigh_preemptive", 1) not in story.opened.tasks
    assert story.event.basis == ("617/2021 11 § 2 mom.",)


def test_a_report_can_set_the_day_of_the_next() -> None:
    """The law sets no reports: the decision's day is met, and the next one is what the report says."""
    story = NEW_BOOK.story(*GRANTED, "paid", "conditions_reported")
    assert [story.deadline("conditions_report", number).status for number in (1, 2)] == ["met", "open"]
    assert story.deadline("conditions_report", 2).due == date(2026, 10, 30)
