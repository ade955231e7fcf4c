"""The interim evaluation: an independent group, three ministries' answers, no measure forgotten, and the real one."""

from __future__ import annotations

from datetime import date

from engine.check import check
from engine.declarations import Declarations
from procedures.history import plan, real_history
from procedures.interim_evaluation.since_2025_01_01 import DECLARATION
from tests.book import but, on
from tests.story import Told
from tests.test_procedures.interim_evaluation_stories import ACTS, BOOKS

(BOOK,) = BOOKS
EVALUATING = ("commissioned", "expert_group_set")
ANSWERED = (*EVALUATING, "report_published", "vm_position", "stm_position", "sm_position")


def test_the_declaration_is_sound() -> None:
    """The checker finds no fault in it."""
    assert check(DECLARATION) == ()


def test_a_changed_day_takes_the_place_of_the_first() -> None:
    """The first day is cancelled, the new one runs, and neither is counted or shifted."""
    changed = BOOK.story(*EVALUATING, "report_day_changed").then(due={"report": "2025-10-31"})
    assert changed.deadline("report", 1).status == "cancelled"
    assert changed.deadline("report", 2).kind == "political"
    changed.when(on(ACTS["report_published"], "2025-11-03")).then(deadlines={"report": "late"})


def test_each_ministry_does_its_own_task() -> None:
    """The position of one leaves the others' turns open."""
    reported = BOOK.story(*EVALUATING, "report_published", "stm_position")
    assert sorted(task.name for task in reported.opened.open_tasks) == [
        "decide_follow_up",
        "give_position_sm",
        "give_position_vm",
    ]


def test_nothing_is_decided_before_all_three_have_answered() -> None:
    """Measures and the decision to take none both wait; one ministry answering three times is no three."""
    reported = BOOK.story(*EVALUATING, "report_published", "vm_position", "vm_position", "vm_position")
    for name in ("follow_up_decided", "nothing_follows"):
        reported.when(ACTS[name]).refused("three_positions")
        reported.when(but(ACTS[name], without_positions_of=["STM"])).refused("three_positions")
    BOOK.story(*ANSWERED).when(ACTS["nothing_follows"]).then(state="without_follow_up")


def test_a_silent_ministry_is_named_and_stops_nothing() -> None:
    """Whose position is not waited for is said by code; one that has answered cannot be called silent."""
    reported = BOOK.story(*EVALUATING, "report_published", "vm_position", "stm_position")
    reported.when(but(ACTS["follow_up_decided"], without_positions_of=["SM"])).then(state="in_follow_up")
    reported.when(but(ACTS["follow_up_decided"], without_positions_of=["SM", "VM"])).refused("three_positions")


def test_open_measures_go_on_somewhere() -> None:
    """The case ends when no measure is open, or when it is said where the open ones go on."""
    followed = BOOK.story(*ANSWERED, "follow_up_decided").given(but(ACTS["follow_up_reported"], measures_open=1))
    followed.when(ACTS["closed"]).refused("measures_accounted_for")
    followed.when(but(ACTS["closed"], handed_over_to="made-up programme")).then(state="closed")


def test_the_real_evaluation_as_reported() -> None:
    """It started on 1 May 2025; its report, due by the end of the year, came on 10 December; no answers are known."""
    acts, _ = plan(real_history(), Declarations((DECLARATION,)))
    story = BOOK.opened()
    for planned in acts:
        act = planned.act
        told = Told(
            fact=act.fact,
            on=act.on,
            data=act.data,
            documents=act.documents,
            precision=act.precision,
            unreported=act.unreported,
        )
        story = story.given(told)
    commissioned, group, report = story.events
    assert (commissioned.effective_on, commissioned.data["project"]) == (date(2025, 5, 1), "STM042:00/2025")
    assert (group.precision, group.data["independent"], group.unreported) == ("by", True, ())
    assert report.effective_on == date(2025, 12, 10)
    due = story.deadline("report")
    assert (due.due, due.status) == (date(2025, 12, 31), "met")
    story.then(state="reported")
