"""What the clock records of running times: each thing once, on its day or after it, in the order of the days.

The decision of the made-up permit is due on Tuesday 6 August 2024 and has reminders 14 days before it and on the day.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.counting import Period, SetDay
from engine.declaration import Procedure
from engine.errors import Conflict, Refused
from engine.firing import Occurrence
from tests.doses import drawn
from tests.story import day
from tests.test_engine import sample_procedure as sample
from tests.test_engine.dragon_desk import HEARD, INSPECTED, Desk, helsinki_day, suspended, with_day_off

OF_THE_DECISION = [
    ("decision_due reminder_given -14", "2024-07-23"),
    ("decision_due reminder_given +0", "2024-08-06"),
    ("decision_due deadline_passed", "2024-08-07"),
]


def reminding(*offsets: int) -> Procedure:
    """The sample with other reminders of its decision."""
    return sample.with_everywhere(sample.DECISION_DUE, replace(sample.DECISION_DUE, reminders_days=offsets))


def with_window() -> Procedure:
    """The sample with a window: the flight display may be held from the end of June to 16 September."""
    return sample.with_everywhere(sample.FLIGHT_DUE, replace(sample.FLIGHT_DUE, opens=SetDay("fee_day")))


def of_decision(fired: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [one for one in fired if one[0].startswith("decision_due")]


def test_each_thing_is_recorded_on_its_day() -> None:
    """A reminder on its day, the passing on the day after the last; and both days stand in the record."""
    desk = Desk()
    assert of_decision(desk.ticks_until("2024-09-01")) == OF_THE_DECISION
    passed = next(event for event in desk.events if event.type == "case.deadline_passed")
    assert (passed.data["due"], passed.effective_on) == ("2024-08-06", date(2024, 8, 7))
    assert helsinki_day(passed.recorded_at) == date(2024, 8, 7)
    desk.ensure_sound()


def test_what_is_planned_has_keys_that_are_unique_and_stay() -> None:
    """Planned again on another day, in due order, the same things bear the same keys."""
    desk = Desk(reminding(-30, -7, 0, 7))
    plan = desk.planned
    assert len({one.key for one in plan}) == len(plan)
    assert [one for one in plan if one.deadline == "decision_due"] == sorted(
        one for one in plan if one.deadline == "decision_due"
    )
    assert desk.on("2024-07-30").planned == plan
    assert plan[0].key == "dragon-permit-99-2024:decision_due#1:reminder-30@2024-08-06"


def test_after_a_pause_everything_comes_in_the_order_of_its_days() -> None:
    """The reminders are overtaken by the passing and recorded as skipped, each naming what came instead."""
    desk = Desk()
    assert of_decision(desk.ticks("2024-10-01")) == [
        ("decision_due reminder_skipped -14", "2024-07-23"),
        ("decision_due reminder_skipped +0", "2024-08-06"),
        ("decision_due deadline_passed", "2024-08-07"),
    ]
    skipped = [event for event in desk.events if event.type == "case.reminder_skipped"]
    assert {event.data["overtaken_by"] for event in skipped} == {desk.keys[2]}
    assert {helsinki_day(event.recorded_at) for event in skipped} == {date(2024, 10, 1)}
    desk.ensure_sound()


def test_the_newest_reminder_still_makes_sense() -> None:
    """Of three that came while no clock ran, two are skipped; the newest is given, on a later day than it was due."""
    desk = Desk(reminding(-30, -14, -7, 0))
    assert of_decision(desk.ticks("2024-08-01")) == [
        ("decision_due reminder_skipped -30", "2024-07-07"),
        ("decision_due reminder_skipped -14", "2024-07-23"),
        ("decision_due reminder_given -7", "2024-07-30"),
    ]
    assert desk.ticks("2024-08-01") == []
    desk.ensure_sound()


def test_reminders_go_on_after_the_time_has_passed() -> None:
    """Three and ten days late; once the decision is made nothing more is said."""
    desk = Desk(reminding(0, 3, 10))
    desk.ticks("2024-08-08")
    assert of_decision(desk.ticks("2024-08-10")) == [("decision_due reminder_given +3", "2024-08-09")]
    desk.does("permit_denied", "2024-08-12")
    assert of_decision(desk.ticks("2024-09-01")) == []
    desk.ensure_sound()


def test_nothing_is_said_of_a_day_before_the_deadline_was_set() -> None:
    """A reminder of a hundred days before lies before the opening; one of 92 days falls on it."""
    plan = [one.offset_days for one in Desk(reminding(-100, -93, -92, -14)).planned if one.deadline == "decision_due"]
    assert plan == [-92, -14, None]


def test_an_extension_plans_anew_and_says_nothing_of_days_before_it() -> None:
    """Extended on 1 August to the 12th: 14 days before that is past, its last day and its passing are to come."""
    desk = Desk()
    desk.ticks("2024-08-01")
    desk.about("extended", "2024-08-01", due="2024-08-12")
    assert of_decision(desk.ticks_until("2024-09-01")) == [
        ("decision_due reminder_given +0", "2024-08-12"),
        ("decision_due deadline_passed", "2024-08-13"),
    ]
    desk.ensure_sound()


def test_a_time_that_stands_still_is_silent() -> None:
    """From 1 July to 1 September nothing is recorded; then the 14 days before the new last day are counted."""
    desk = Desk()
    suspended(desk, "2024-07-01")
    assert of_decision(desk.ticks_until("2024-08-31")) == []
    assert desk.about("resumed", "2024-09-01").due == date(2024, 10, 7)
    assert of_decision(desk.ticks_until("2024-10-10")) == [
        ("decision_due reminder_given -14", "2024-09-23"),
        ("decision_due reminder_given +0", "2024-10-07"),
        ("decision_due deadline_passed", "2024-10-08"),
    ]
    desk.ensure_sound()


def test_a_time_whose_end_was_recorded_stays_passed_where_a_suspension_leaves_its_day() -> None:
    """Recorded afterwards, from one day to the same day: nothing is given back, and nothing is recorded twice."""
    desk = Desk()
    desk.ticks("2024-08-10")
    suspended(desk, "2024-08-05")
    assert desk.about("resumed", "2024-08-05").status == "passed"
    assert of_decision(desk.ticks("2024-09-01")) == []
    desk.ensure_sound()


def test_a_deadline_counted_back_from_a_day_to_come_is_reminded_of() -> None:
    """Three months before an inspection on 2 December: its reminder lies before the day from which it is counted."""
    rule = replace(
        sample.REPORT_DUE,
        counting=Period("decision_months", after="inspected_on", backward=True),
        reminders_days=(-14,),
    )
    desk = Desk(sample.with_everywhere(sample.REPORT_DUE, rule))
    desk.does("neighbours_heard", "2024-05-13", **HEARD)
    desk.does("inspection_held", "2024-06-03", **{**INSPECTED, "inspected_on": "2024-12-02"})
    assert [(one.planned_on, one.fact) for one in desk.planned if one.deadline == "report_due"] == [
        (date(2024, 8, 19), "reminder_given"),
        (date(2024, 9, 3), "deadline_passed"),
    ]


def test_a_last_day_that_never_ends_is_never_over() -> None:
    """Somebody stated the last day that a date can hold; the clock has nothing to say of it and does not stumble."""
    rule = replace(sample.ANSWER_DUE, reminders_days=(-14, 1))
    desk = Desk(sample.with_everywhere(sample.ANSWER_DUE, rule))
    desk.does("neighbours_heard", "2024-05-13", **{**HEARD, "reply_by": "9999-12-31"})
    assert [one.planned_on for one in desk.planned if one.deadline == "answer_due"] == [date(9999, 12, 17)]
    assert desk.deadline("answer_due").status == "open"


def test_a_window_opens_once_and_closes() -> None:
    """It opens on its first day; when its last day is moved, or a calendar changes, it does not open again."""
    desk = Desk(with_window(), calendars=(with_day_off("2024-09-16", version="second"),))
    opens_on = desk.deadline("flight_due").opens_on
    assert opens_on is not None
    assert desk.ticks(opens_on - timedelta(days=1)) == []
    assert ("flight_due window_opened", opens_on.isoformat()) in desk.ticks(opens_on)
    desk.under("second").about("moved", "2024-07-15", "flight_due", calendar="second", due="2024-09-17")
    desk.about("extended", "2024-07-20", "flight_due", due="2024-09-30")
    fired = [one for one in desk.ticks_until("2024-10-02") if one[0].startswith("flight_due")]
    assert fired == [("flight_due deadline_passed", "2024-10-01")]
    desk.ensure_sound()


def test_a_window_that_was_open_before_its_case_opens_with_it() -> None:
    """The permit was applied for in August: the window is recorded on that day, not on one before the case."""
    desk = Desk(with_window(), opened_on="2024-08-05")
    assert ("flight_due window_opened", "2024-08-05") in desk.ticks("2024-08-05")


def test_a_window_that_stands_still_does_not_open() -> None:
    """Suspended in June and resumed in July, it is recorded as open on the day on which it runs again."""
    desk = Desk(with_window())
    suspended(desk, "2024-06-03", name="flight_due")
    assert desk.ticks_until("2024-07-09") == []
    desk.about("resumed", "2024-07-10", "flight_due")
    assert ("flight_due window_opened", "2024-07-10") in desk.ticks("2024-07-10")
    desk.ensure_sound()


def occurrence(desk: Desk, fact: str, offset: int | None = None) -> Occurrence:
    return next(
        one for one in desk.planned if one.deadline == "decision_due" and one.fact == fact and one.offset_days == offset
    )


CLAIMS: dict[str, tuple[str, int | None, dict[str, Any], set[str]]] = {
    "passed on the last day": ("deadline_passed", None, {"planned_on": "2024-08-06"}, {"deadline_is_over"}),
    "a reminder before its day": ("reminder_given", -14, {"planned_on": "2024-07-22"}, {"reminder_day"}),
    "a reminder of another distance": ("reminder_given", -14, {"offset_days": -15}, {"reminder_day"}),
    "another last day": ("reminder_given", 0, {"due": "2024-08-05"}, {"day_has_come"}),
    "another deadline's key": ("deadline_passed", None, {"key": "made up"}, {"deadline_is_over"}),
    "another generation": ("deadline_passed", None, {"generation": 2}, {"deadline_runs"}),
}


@pytest.mark.parametrize("name", CLAIMS)
def test_no_clock_records_what_has_not_come(name: str) -> None:
    """Whatever a clock claims of the day, the key or the deadline: it is compared with what stands."""
    fact, offset, changed, codes = CLAIMS[name]
    desk = Desk()
    one = occurrence(desk, fact, offset)
    desk.on("2024-08-10")
    assert desk.refuses(fact, changed.get("planned_on", one.planned_on), **{**one.data, **changed}) == codes


def test_no_clock_opens_what_is_no_window() -> None:
    """A deadline without a first day has none that could come; nor is a day recorded before it was to be."""
    desk = Desk()
    one = occurrence(desk, "deadline_passed")
    desk.on("2024-08-10")
    assert desk.refuses("window_opened", "2024-08-07", **one.data) == {"window_begins"}
    assert desk.refuses(one.fact, "2024-08-07", **{**one.data, "planned_on": "2024-08-08"}) == {"day_has_come"}


def test_no_clock_records_a_day_to_come() -> None:
    """On the eve of a reminder the act itself lies in the future."""
    desk = Desk().on("2024-07-22")
    with pytest.raises(Refused) as refused:
        desk.fires(occurrence(desk, "reminder_given", -14))
    assert [one.code for one in refused.value.missing] == ["in-the-future"]


@pytest.mark.parametrize(
    ("act", "data", "codes"),
    [
        ("extended", {"due": "2024-09-30"}, {"day_has_come", "deadline_is_over"}),
        ("suspended", {"mode": "freeze"}, {"deadline_is_over"}),
        ("cancelled", {}, {"deadline_runs"}),
    ],
)
def test_what_was_planned_of_a_deadline_that_changed_since_is_refused(
    act: str, data: dict[str, Any], codes: set[str]
) -> None:
    """A clock that looked before somebody acted finds that its plan no longer stands."""
    desk = Desk()
    one = occurrence(desk, "deadline_passed")
    desk.about(act, "2024-08-05", **data)
    desk.on("2024-08-10")
    assert desk.refuses(one.fact, one.planned_on, **one.data) == codes


def test_nothing_is_recorded_twice() -> None:
    """The same command again gives what it gave; under another it is refused; told otherwise, it is a conflict."""
    desk = Desk().on("2024-08-10")
    one = occurrence(desk, "reminder_given", 0)
    first = desk.fires(one)
    assert desk.fires(one) == first
    assert desk.refuses(one.fact, one.planned_on, **one.data) == {"recorded_once"}
    skipped = replace(one, fact="reminder_skipped", overtaken_by="another")
    with pytest.raises(Conflict):
        desk.fires(skipped)
    assert desk.refuses("reminder_skipped", one.planned_on, **skipped.data) == {"recorded_once"}


INSTANTS = {
    "spring": ("2026-01-30", ["2026-03-27 22:00", "2026-03-28 22:00", "2026-03-29 21:00", "2026-03-30 21:00"]),
    "autumn": ("2026-08-26", ["2026-10-23 21:00", "2026-10-24 21:00", "2026-10-25 22:00", "2026-10-26 22:00"]),
}
"""When the days from two before the last one to the one after it begin in Helsinki, in UTC: 29 March 2026 has 23 hours
and 25 October has 25."""


@pytest.mark.parametrize("name", INSTANTS)
def test_a_day_begins_in_helsinki_also_when_the_clocks_change(name: str) -> None:
    """A second before midnight there is nothing to record; at midnight there is, whatever the distance to UTC."""
    opened_on, begins = INSTANTS[name]
    desk = Desk(reminding(-2, -1, 0), opened_on=opened_on)
    for text, last in zip(
        begins, ("reminder_given -2", "reminder_given -1", "reminder_given +0", "deadline_passed"), strict=True
    ):
        midnight = datetime.fromisoformat(text).replace(tzinfo=UTC)
        assert of_decision(desk.ticks(midnight - timedelta(seconds=1))) == []
        fired = of_decision(desk.ticks(midnight))
        assert fired == [(f"decision_due {last}", helsinki_day(midnight).isoformat())]
    desk.ensure_sound()


def test_the_hour_that_comes_twice_brings_nothing_twice() -> None:
    """Half past three of 25 October 2026 comes at 00:30 and at 01:30 UTC; its reminder comes once."""
    desk = Desk(reminding(-1), opened_on="2026-08-26")
    assert len(of_decision(desk.ticks(datetime(2026, 10, 25, 0, 30, tzinfo=UTC)))) == 1
    assert desk.ticks(datetime(2026, 10, 25, 1, 30, tzinfo=UTC)) == []


offsets = st.lists(st.integers(-60, 30), unique=True, max_size=5).map(tuple)


@given(offsets, st.lists(st.integers(1, 45), min_size=1, max_size=8), st.integers(0, 4))
@settings(max_examples=drawn(long=1500), deadline=None)
def test_a_clock_that_rests_loses_nothing(reminders: tuple[int, ...], rests: list[int], met_after: int) -> None:
    """Whenever it runs, the same things stand in the record as if it had run every day; only more of them skipped."""
    daily, restful = Desk(reminding(*reminders)), Desk(reminding(*reminders))
    today = restful.clock.today()
    for number, rest in enumerate(rests):
        daily.ticks_until((today + timedelta(days=rest)).isoformat())
        today += timedelta(days=rest)
        fired = restful.ticks(today)
        assert [on for _, on in fired] == sorted(on for _, on in fired)
        assert all(day(on) <= today for _, on in fired)
        assert sorted(restful.keys) == sorted(daily.keys)
        if number == met_after:
            for desk in (daily, restful):
                desk.does("permit_denied", today)
    assert {event.data.get("offset_days") for event in daily.events if event.type == "case.reminder_skipped"} == set()
    restful.ensure_sound()
