"""The programme of the reform: reasons for what is not well, a plan taken back when an assumption fails, reports."""

from __future__ import annotations

from datetime import date

import pytest

from engine.check import check
from procedures.reform_programme.guards import awaiting_reassessment, links_now, unsettled_measures
from procedures.reform_programme.since_2025_01_01 import DECLARATION
from procedures.reform_programme.values import MeasureStanding, measures_on
from procedures.roadmap.fields import PictureState
from tests.book import but, on
from tests.story import Story, fact
from tests.test_procedures.reform_programme_stories import ACTS, BOOKS, MEASURES

(BOOK,) = BOOKS
RUNNING = BOOK.story("programme_proposed", "first_stage_lined")


def test_the_declaration_is_sound() -> None:
    """The checker finds no fault in it."""
    assert check(DECLARATION) == ()


def test_the_permanent_secretaries_begin_it() -> None:
    """The proposal waits for their line; the ministries that gave it cannot line it out themselves."""
    proposed = BOOK.story("programme_proposed")
    assert [(task.name, task.body) for task in proposed.opened.open_tasks] == [
        ("line_first_stage", "permanent_secretaries")
    ]
    proposed.when(but(ACTS["first_stage_lined"])).then(
        state="in_execution",
        data={
            "actions": ["action-1", "action-2", "action-3", "action-4", "action-5"],
            "next_report_on": "2025-06-02",
        },
    )


@pytest.mark.parametrize(
    ("act", "field", "wrong", "near"),
    [
        ("measure_planned", "measure", "N1.4-66", "N1.4-6"),
        ("action_state_set", "action", "action-9", "action-4"),
        ("goal_assessed", "goal", "r2.1", "R2.1"),
        ("wavering", "assumption", "assumption-6", "assumption-3"),
        ("risk_assessed", "risk", "risc-2", "risk-2"),
    ],
)
def test_an_id_that_the_catalogue_lacks_is_refused_with_the_nearest(
    act: str, field: str, wrong: str, near: str
) -> None:
    """Nothing is recorded under an id that means nothing, and the refusal names what may have been meant."""
    told = RUNNING.when(but(ACTS[act], **{field: wrong})).rejected("data-invalid")
    assert f"'{wrong}'" in told.refusal.message
    assert "Did you mean" in told.refusal.message
    assert near.rsplit("-", 1)[0] in told.refusal.message


@pytest.mark.parametrize("state", ["at_risk", "late"])
def test_the_two_worst_states_need_a_reason(state: str) -> None:
    """At risk and late are refused without one; on schedule, no information and not applicable stand without."""
    bare = but(ACTS["measure_late"], state=state, reason=None)
    RUNNING.when(bare).refused("worst_explained")
    for other in ("on_schedule", "no_information", "not_applicable"):
        RUNNING.when(but(bare, state=other)).then(state="in_execution")


def test_a_colour_is_no_state() -> None:
    """Only the five states of the scale are taken."""
    RUNNING.when(but(ACTS["measure_late"], state="green")).rejected("data-invalid")


def test_support_can_be_asked_in_any_state() -> None:
    """Asking for support stands beside the state and is kept with it."""
    asked = RUNNING.when(but(ACTS["measure_late"], state="on_schedule", reason=None))
    assert (asked.event.data["state"], asked.event.data["support_asked"]) == ("on_schedule", True)


def test_a_failed_assumption_takes_the_plan_to_be_assessed_anew() -> None:
    """Wavering changes nothing; failing makes it the core group's turn to assess the plan, with a day if stated."""
    wavering = RUNNING.when(ACTS["wavering"]).then(state="in_execution")
    failed = wavering.when(ACTS["failed"]).then(state="under_reassessment")
    assert failed.deadline("reassessment").due.isoformat() == "2025-06-13"
    assert (failed.task("reassess_plan").status, failed.task("reassess_plan").body) == ("open", "core_group")
    assert awaiting_reassessment(failed.opened) == {"assumption-3"}
    after = failed.when(ACTS["reassessed"]).then(state="in_execution")
    assert (after.deadline("reassessment").status, after.task("reassess_plan").status) == ("met", "done")
    assert awaiting_reassessment(after.opened) == frozenset()


def test_the_programme_goes_on_while_it_is_assessed_anew() -> None:
    """Measures are followed and reports given all the same; it is only not completed meanwhile."""
    failed = RUNNING.given(ACTS["failed"])
    failed.when(ACTS["risk_assessed"]).then(state="under_reassessment")
    reported = failed.when(ACTS["reported_to_secretaries"]).then(state="under_reassessment")
    assert reported.task("report_while_reassessing").status == "done"
    failed.when(ACTS["programme_completed"]).refused("wrong-state", "every_measure_settled")


def test_all_that_failed_is_assessed_at_once() -> None:
    """Two failed assumptions are both named; one that holds again after it failed still waits for its assessment."""
    both = RUNNING.given(ACTS["failed"], ACTS["failed_too"])
    recovered = both.given(but(on(ACTS["still_holds"], "2025-05-20"), assumption="assumption-5"))
    for story in (both, recovered):
        story.when(ACTS["reassessed"]).refused("failed_named")
        story.when(but(ACTS["reassessed"], assumptions=["assumption-5", "assumption-3"])).then(state="in_execution")


def test_a_later_failure_opens_it_again() -> None:
    """The same assumption can fail once more, and the plan is assessed anew again."""
    again = RUNNING.given(ACTS["failed"], ACTS["reassessed"]).when(on(ACTS["failed"], "2025-09-01"))
    again.then(state="under_reassessment")
    assert awaiting_reassessment(again.opened) == {"assumption-3"}


def test_a_high_risk_has_an_owner_and_a_control() -> None:
    """A medium one may wait for them; a high one may not."""
    for lacking in ("owner", "control"):
        RUNNING.when(but(ACTS["risk_assessed"], **{lacking: None})).refused("high_risk_owned")
        RUNNING.when(but(ACTS["risk_assessed"], level="medium", **{lacking: None})).then(state="in_execution")


def test_a_report_says_what_it_showed() -> None:
    """Position of the log and pages are recorded with it, and the day of the next report runs on from it."""
    reported = RUNNING.when(ACTS["reported_to_secretaries"])
    reported.then(due={"next_report": "2025-09-01"})
    assert reported.deadline("next_report", 1).status == "met"
    assert (reported.event.data["shown_position"], reported.event.data["pages"]) == (4902, ["overview", "goals"])
    RUNNING.when(but(ACTS["reported_to_secretaries"], pages=[])).refused("shown_named")


def test_the_ministers_see_what_the_permanent_secretaries_have_seen() -> None:
    """The chain is core group, permanent secretaries, ministers: a newer position goes to the secretaries first."""
    reported = RUNNING.given(ACTS["reported_to_secretaries"])
    reported.when(but(ACTS["reported_to_ministers"], shown_position=4903)).refused("through_the_chain")
    reported.when(ACTS["reported_to_ministers"]).then(state="in_execution")
    told = reported.when(
        fact("reported_to_ministers", "2025-06-03", role="core_group", shown_position=1, pages=["overview"])
    )
    told.refused("wrong-actor")


def test_what_is_tied_to_a_goal_must_exist() -> None:
    """Objectives, commitments, measures, actions and sub-tasks are looked up; a case id is only kept."""
    for kind, target in (
        ("objective", "7"),
        ("commitment", "6"),
        ("measure", "R2.1-1"),
        ("action", "action-1"),
        ("subtask", "HTT-A-1.1"),
        ("case", "case-1"),
    ):
        linked = but(ACTS["goal_linked"], kind=kind, target=target)
        RUNNING.when(linked).then(state="in_execution")
    for kind, target in (("objective", "13"), ("measure", "R9"), ("subtask", "HTT")):
        RUNNING.when(but(ACTS["goal_linked"], kind=kind, target=target)).refused("target_known")


def test_a_link_is_undone_once() -> None:
    """What was tied is there until it is undone; then there is nothing left to undo."""
    linked = RUNNING.given(ACTS["goal_linked"])
    assert links_now(linked.opened) == {("N1.1", "commitment", "6")}
    unlinked = linked.given(ACTS["goal_unlinked"])
    assert links_now(unlinked.opened) == frozenset()
    unlinked.when(ACTS["goal_unlinked"]).refused("linked_before")


def test_it_is_completed_when_all_seventy_are_settled() -> None:
    """Sixty-nine do not do; a later state without a stage leaves the stage as it was; dropped counts with a reason."""
    all_but_one = RUNNING.given(*(ACTS[f"done_{measure}"] for measure in MEASURES[1:]))
    assert unsettled_measures(all_but_one.opened) == {MEASURES[0]}
    all_but_one.when(ACTS["programme_completed"]).refused("every_measure_settled")
    dropped = but(ACTS[f"done_{MEASURES[0]}"], stage="dropped", state="not_applicable", reason="made-up reason")
    restated = fact("measure_state_set", "2026-11-03", measure=MEASURES[1], state="on_schedule")
    all_but_one.given(dropped, restated).when(ACTS["programme_completed"]).then(state="completed")


def standing(story: Story, measure: str, day: str) -> MeasureStanding:
    """Where a measure stands on a day."""
    return {one.measure.id: one for one in measures_on(story.case, date.fromisoformat(day))}[measure]


@pytest.mark.parametrize(
    ("told", "day", "derived"),
    [
        ((), "2027-01-01", None),
        (("measure_planned",), "2026-12-31", None),
        (("measure_planned",), "2027-01-01", "late"),
        (("measure_planned", "done_N1.4-6"), "2027-01-01", "on_schedule"),
    ],
)
def test_what_the_log_says_of_a_measure(told: tuple[str, ...], day: str, derived: PictureState | None) -> None:
    """Late from the day after its day, on schedule once done; without a day the log alone says nothing."""
    assert standing(RUNNING.given(*(ACTS[name] for name in told)), "N1.4-6", day).derived == derived


def test_reported_and_derived_stand_side_by_side() -> None:
    """A measure can be reported on schedule and be late by its day; nobody overwrites the other."""
    rosy = fact("measure_state_set", "2025-05-12", measure="N1.4-6", state="on_schedule", stage="under_way")
    seen = standing(RUNNING.given(ACTS["measure_planned"], rosy), "N1.4-6", "2027-01-01")
    assert seen.reported is not None
    assert (seen.reported.data["state"], seen.derived) == ("on_schedule", "late")
    assert (seen.owners, seen.due_on, seen.stage) == (("VM",), date(2026, 12, 31), "under_way")


def test_every_measure_stands_somewhere_before_anything_was_said() -> None:
    """All seventy are there with what the catalogue knows; nothing is reported, and only what is dated can be late."""
    silent = measures_on(None, date(2026, 1, 1))
    assert [one.measure.id for one in silent] == list(MEASURES)
    assert {one.reported for one in silent} == {None}
    assert {one.measure.id: one.derived for one in silent if one.derived} == {"N1.1-1": "late"}
    dropped = but(ACTS["done_N1.1-1"], stage="dropped", state="not_applicable", reason="made-up reason")
    assert standing(RUNNING.given(dropped), "N1.1-1", "2026-12-01").derived == "not_applicable"
