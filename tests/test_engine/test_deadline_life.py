"""What can happen to a running time: suspended, resumed, extended, cancelled, and met by an act all the same.

The decision of the made-up permit is due three months after Monday 6 May 2024, on Tuesday 6 August 2024.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from engine.counting import AgreedDay, Period
from engine.deadline_life import consumed_days, frozen_days
from engine.deadline_standing import is_over
from engine.declaration import Suspending
from tests.story import day
from tests.test_engine import sample_procedure as sample
from tests.test_engine.dragon_desk import HEARD, INSPECTED, Desk, entry, suspended


def due_after(desk: Desk, since: str, until: str, *, mode: str = "freeze", name: str = "decision_due") -> date:
    """The last day after one suspension."""
    suspended(desk, since, mode=mode, name=name)
    return desk.about("resumed", until, name).due


def test_a_frozen_time_is_given_back_the_days_that_it_stood_still() -> None:
    """Ten days of standing still make the last day ten days later, and the ledger and the derivation say why."""
    desk = Desk()
    suspended(desk, "2024-06-03")
    assert (desk.deadline().status, desk.deadline().due) == ("suspended", date(2024, 8, 6))
    found = desk.about("resumed", "2024-06-13")
    assert (found.status, found.due) == ("open", date(2024, 8, 16))
    assert found.ledger == (entry("2024-06-03", "2024-06-13", due_after="2024-08-16", mode="freeze"),)
    assert [(step.step, step.date) for step in found.derivation[-3:]] == [
        ("resume", date(2024, 6, 13)),
        ("count", date(2024, 8, 16)),
        ("due", date(2024, 8, 16)),
    ]
    desk.ensure_sound()


def test_a_restarted_time_begins_anew() -> None:
    """Three months again, from the day on which it runs again; a yearly day is the next one after it."""
    desk = Desk()
    assert due_after(desk, "2024-06-03", "2024-06-13", mode="restart") == date(2024, 9, 13)
    assert desk.deadline().derivation[-4].step == "restart"
    assert due_after(desk, "2024-09-02", "2024-09-20", mode="restart", name="flight_due") == date(2025, 3, 17)
    desk.ensure_sound()


def test_a_stated_time_that_begins_anew_is_as_long_as_it_was() -> None:
    """The neighbour had from 13 May to 1 September, 111 days, and has them again; a Sunday moves to the Monday."""
    desk = Desk()
    desk.does("neighbours_heard", "2024-05-13", **HEARD)
    assert due_after(desk, "2024-08-01", "2024-08-05", mode="restart", name="answer_due") == date(2024, 11, 25)
    desk.ensure_sound()


def test_a_time_that_runs_on_keeps_its_day_and_the_clock_keeps_watching() -> None:
    """It is not suspended in effect: it stays open, passes on its day, and the ledger still tells of it."""
    desk = Desk()
    suspended(desk, "2024-06-03", mode="run_on")
    assert desk.deadline().status == "open"
    assert ("decision_due deadline_passed", "2024-08-07") in desk.ticks("2024-08-07")
    found = desk.about("resumed", "2024-08-08")
    assert (found.status, found.due) == ("passed", date(2024, 8, 6))
    assert found.ledger == (entry("2024-06-03", "2024-08-08", due_after="2024-08-06", mode="run_on"),)
    desk.ensure_sound()


def test_what_is_declared_need_not_be_stated() -> None:
    """Where the law says what a suspension does, the act may be silent, and may not say otherwise."""
    rule = replace(sample.DECISION_DUE, suspension=Suspending.RESTART)
    desk = Desk(sample.with_everywhere(sample.DECISION_DUE, rule))
    assert desk.about("suspended", "2024-06-03").ledger[0].mode == "restart"
    other = {"deadline": "decision_due", "section": "-", "why": "other", "mode": "freeze"}
    assert desk.refuses("deadline_suspended", "2024-06-04", **other) == {"suspension_as_declared"}
    desk.ensure_sound()


def test_suspensions_that_overlap_merge() -> None:
    """3 to 17 and 10 to 24 June are 21 days; the first that ends does not let the time run."""
    desk = Desk()
    suspended(desk, "2024-06-03", "first")
    suspended(desk, "2024-06-10", "second")
    still = desk.about("resumed", "2024-06-17", why="first")
    assert (still.status, still.due, still.ledger[0].due_after) == ("suspended", date(2024, 8, 6), None)
    found = desk.about("resumed", "2024-06-24", why="second")
    assert (found.status, found.due, frozen_days(found.ledger)) == ("open", date(2024, 8, 27), 21)
    assert [one.due_after for one in found.ledger] == [date(2024, 8, 27)] * 2
    desk.ensure_sound()


def test_suspensions_one_after_the_other_count_once_each() -> None:
    """What was given back is not given again, neither after one suspension nor after two that were settled together."""
    desk = Desk()
    assert due_after(desk, "2024-06-03", "2024-06-13") == date(2024, 8, 16)
    suspended(desk, "2024-07-01", "first")
    suspended(desk, "2024-07-02", "second")
    desk.about("resumed", "2024-07-03", why="first")
    assert desk.about("resumed", "2024-07-05", why="second").due == date(2024, 8, 20)
    assert due_after(desk, "2024-07-08", "2024-07-10") == date(2024, 8, 22)
    assert frozen_days(desk.deadline().ledger) == 16
    desk.ensure_sound()


def test_a_suspension_recorded_afterwards_adds_only_days_that_were_not_given_back() -> None:
    """3 to 17 June was settled; then somebody records that from 10 to 20 June something else stood in the way."""
    desk = Desk()
    assert due_after(desk, "2024-06-03", "2024-06-17") == date(2024, 8, 20)
    assert due_after(desk, "2024-06-10", "2024-06-20") == date(2024, 8, 23)
    desk.ensure_sound()


def test_a_time_that_restarts_and_freezes_runs_anew_when_the_last_holds_no_more() -> None:
    """The one that began anew ended on 17 June; the other held the time until the 24th."""
    desk = Desk()
    suspended(desk, "2024-06-03", "first", "restart")
    suspended(desk, "2024-06-10", "second")
    desk.about("resumed", "2024-06-17", why="first")
    found = desk.about("resumed", "2024-06-24", why="second")
    assert found.due == date(2024, 9, 24)
    assert [consumed_days(found, day(on)) for on in ("2024-06-03", "2024-06-16", "2024-06-24", "2024-06-30")] == [
        28,
        28,
        0,
        6,
    ]
    desk.ensure_sound()


def test_days_are_added_to_the_counted_end_and_not_to_the_working_day_after_it() -> None:
    """Three months from 10 May end on Saturday the 10th: a day more is Sunday, and Monday the 12th stays the last."""
    desk = Desk(opened_on="2024-05-10")
    assert desk.deadline().due == date(2024, 8, 12)
    assert due_after(desk, "2024-06-03", "2024-06-04") == date(2024, 8, 12)
    assert due_after(desk, "2024-06-05", "2024-06-06") == date(2024, 8, 12)
    assert due_after(desk, "2024-06-10", "2024-06-11") == date(2024, 8, 13)
    desk.ensure_sound()


def test_no_time_ends_before_it_runs_again() -> None:
    """Suspended on the Sunday that only 5 § had added, the last day is the one on which it runs again, or later."""
    assert due_after(Desk(opened_on="2024-05-10"), "2024-08-11", "2024-08-13") == date(2024, 8, 13)
    assert due_after(Desk(opened_on="2024-05-10"), "2024-08-12", "2024-08-24") == date(2024, 8, 26)


def test_working_days_are_given_back_as_working_days() -> None:
    """Ten working days from Monday 3 June end on the 17th; from a Friday to a Tuesday two of them stood still."""
    desk = Desk()
    desk.does("neighbours_heard", "2024-05-13", **HEARD)
    desk.does("inspection_held", "2024-06-03", **INSPECTED)
    assert desk.deadline("report_due").due == date(2024, 6, 17)
    assert due_after(desk, "2024-06-07", "2024-06-11", name="report_due") == date(2024, 6, 19)
    assert due_after(desk, "2024-06-14", "2024-06-16", name="report_due") == date(2024, 6, 19)
    desk.ensure_sound()


def test_an_agreed_day_moves_as_agreed_days_do() -> None:
    """Given back four days, Friday 30 August becomes Tuesday; given five more, Sunday becomes Monday by agreement."""
    agreed = replace(sample.ANSWER_DUE, counting=AgreedDay("reply_by"))
    desk = Desk(sample.with_everywhere(sample.ANSWER_DUE, agreed))
    desk.does("neighbours_heard", "2024-05-13", **{**HEARD, "reply_by": "2024-08-30"})
    assert due_after(desk, "2024-06-03", "2024-06-07", name="answer_due") == date(2024, 9, 3)
    assert due_after(desk, "2024-06-10", "2024-06-15", name="answer_due") == date(2024, 9, 9)
    assert desk.deadline("answer_due").derivation[-1].why.startswith("agreed, outside 150/1930")
    desk.ensure_sound()


def test_a_time_counted_back_from_a_day_stays_where_that_day_puts_it() -> None:
    """Three months before an inspection on 2 December: it can be suspended before it starts, and ends as it did."""
    rule = replace(sample.REPORT_DUE, counting=Period("decision_months", after="inspected_on", backward=True))
    for mode in Suspending:
        desk = Desk(sample.with_everywhere(sample.REPORT_DUE, rule))
        desk.does("neighbours_heard", "2024-05-13", **HEARD)
        desk.does("inspection_held", "2024-06-03", **{**INSPECTED, "inspected_on": "2024-12-02"})
        assert due_after(desk, "2024-06-10", "2024-06-20", mode=mode, name="report_due") == date(2024, 9, 2)
        assert consumed_days(desk.deadline("report_due"), date(2024, 9, 2)) == 0
        desk.ensure_sound()


def test_an_extension_states_a_later_day_and_its_section_everywhere() -> None:
    """The section stands in the event's basis, in the ledger and in the derivation."""
    desk = Desk()
    event = desk.does(
        "deadline_extended",
        "2024-07-01",
        deadline="decision_due",
        due="2024-09-30",
        section="0/2000 4 § 2 mom.",
        why="asked for by the keeper",
    )
    assert event.basis == ("0/2000 4 § 2 mom.", "434/2003 23 §")
    found = desk.deadline()
    assert (found.status, found.due) == ("open", date(2024, 9, 30))
    told = {"kind": "extended", "section": "0/2000 4 § 2 mom.", "why": "asked for by the keeper"}
    assert found.ledger == (entry("2024-07-01", None, due_after="2024-09-30", **told),)
    assert found.derivation[-1].why == "0/2000 4 § 2 mom.: asked for by the keeper"
    desk.ensure_sound()


@pytest.mark.parametrize("due", ["2024-08-06", "2024-08-05", "2024-07-01"])
def test_an_extension_is_later(due: str) -> None:
    """The same day or an earlier one is no extension."""
    stated = {"deadline": "decision_due", "due": due, "section": "-", "why": "made up"}
    assert Desk().refuses("deadline_extended", "2024-07-01", **stated) == {"extension_is_later"}


def test_an_extension_beyond_the_calendar_is_refused() -> None:
    """Of the last day that a date can hold nobody knows whether it is a working day."""
    stated = {"deadline": "decision_due", "due": "9999-12-31", "section": "-", "why": "made up"}
    assert Desk().refuses("deadline_extended", "2024-07-01", **stated) == {"calendar-range"}


def test_a_time_that_has_passed_runs_again_when_it_is_extended() -> None:
    """And passes again on its new day, once."""
    desk = Desk()
    desk.ticks("2024-08-07")
    assert desk.deadline().status == "passed"
    assert desk.about("extended", "2024-08-09", due="2024-08-30").status == "open"
    passed = [one for one in desk.ticks_until("2024-09-02") if one[0] == "decision_due deadline_passed"]
    assert passed == [("decision_due deadline_passed", "2024-08-31")]
    desk.ensure_sound()


def test_a_suspension_takes_nothing_from_an_extension() -> None:
    """Frozen days come on top of the stated day; a time that begins anew keeps the extension where it is longer."""
    desk = Desk()
    suspended(desk, "2024-06-03")
    assert desk.about("extended", "2024-06-10", due="2024-12-02").status == "suspended"
    assert desk.about("resumed", "2024-06-13").due == date(2024, 12, 12)
    assert due_after(desk, "2024-07-01", "2024-07-05", mode="restart") == date(2024, 12, 12)
    assert desk.deadline().derivation[-1].why == "a suspension takes no day away"
    desk.ensure_sound()


def test_a_cancelled_time_runs_no_more() -> None:
    """The section stands in the event's basis; nothing can be done to the deadline afterwards, and no clock speaks."""
    desk = Desk()
    found = desk.about("cancelled", "2024-07-01")
    assert (found.status, found.closed_on) == ("cancelled", date(2024, 7, 1))
    assert desk.events[-1].basis == ("0/2000 4 §", "434/2003 23 §")
    assert [fired for fired in desk.ticks("2024-09-01") if fired[0].startswith("decision_due")] == []
    stated = {"deadline": "decision_due", "section": "-", "why": "made up", "mode": "freeze"}
    assert desk.refuses("deadline_suspended", "2024-07-02", **stated) == {"deadline_runs"}
    desk.ensure_sound()


@pytest.mark.parametrize(
    ("before", "on", "status"),
    [
        ("nothing", "2024-08-06", "met"),
        ("nothing", "2024-08-07", "late"),
        ("suspended", "2024-08-05", "met"),
        ("passed", "2024-08-07", "late"),
        ("extended", "2024-09-30", "met"),
        ("extended", "2024-10-01", "late"),
    ],
)
def test_an_act_that_meets_a_deadline_is_never_blocked(before: str, on: str, status: str) -> None:
    """Suspended, passed or extended: the act is recorded, in time or late by the last day that stands."""
    desk = Desk()
    if before == "suspended":
        suspended(desk, "2024-06-03")
    if before == "passed":
        desk.ticks("2024-08-07")
    if before == "extended":
        desk.about("extended", "2024-07-01", due="2024-09-30")
    desk.does("permit_denied", on)
    assert (desk.deadline().status, desk.deadline().closed_on) == (status, day(on))
    desk.ensure_sound()


def test_a_time_that_stands_still_is_not_over() -> None:
    """From the day on which something held it no day is too late; a suspension that it does not heed holds nothing."""
    desk, other = Desk(), Desk()
    suspended(desk, "2024-08-05")
    suspended(other, "2024-08-05", mode="run_on")
    assert not is_over(desk.deadline(), date(2024, 12, 24))
    assert [is_over(other.deadline(), day(on)) for on in ("2024-08-06", "2024-08-07")] == [False, True]
