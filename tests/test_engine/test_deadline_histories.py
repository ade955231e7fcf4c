"""Whatever happens to a running time in whatever order: no day is lost, none counts twice, and the record is sound."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.deadline_life import consumed_days, frozen_days
from engine.deadline_standing import holds, stands_still
from engine.envelope import Deadline, Envelope
from engine.errors import Refused
from procedures.calendar import finnish_calendar
from tests.doses import drawn
from tests.story import day
from tests.test_engine.dragon_desk import OPENED_ON, Desk, suspended

MANY = settings(max_examples=drawn(long=2000), deadline=None)
STARTED_ON = day(OPENED_ON)
WATCHED = ("decision_due", "flight_due", "fee_due")

acts = st.one_of(
    st.tuples(st.just("suspended"), st.sampled_from(["freeze", "restart", "run_on"]), st.sampled_from("ab")),
    st.tuples(st.just("resumed"), st.just(""), st.sampled_from("ab")),
    st.tuples(st.just("extended"), st.integers(-5, 60), st.just("asked for")),
    st.tuples(st.just("cancelled"), st.just(""), st.just("made up")),
    st.tuples(st.just("tick"), st.just(""), st.just("")),
)
histories = st.lists(st.tuples(st.sampled_from(WATCHED), acts, st.integers(0, 25), st.integers(0, 12)), max_size=14)


def offer(desk: Desk, name: str, act: tuple[str, Any, str], on: date) -> None:
    """Offers an act; what is refused is left out."""
    kind, how, why = act
    if kind == "tick":
        desk.ticks(desk.clock.today())
        return
    more: dict[str, Any] = {"suspended": {"mode": how}}.get(kind, {})
    if kind == "extended":
        more = {"due": (desk.deadline(name).due + timedelta(days=how)).isoformat()}
    # The calendar refuses under a code of its own what it does not reach; everything else names what is missing.
    with suppress(Refused):
        desk.about(kind, on, name, why=why, **more)


def live(history: list[tuple[str, tuple[str, Any, str], int, int]]) -> Desk:
    """The desk after a history of acts, each some days after the one before, or recorded some days afterwards."""
    desk = Desk()
    for name, act, later, back in history:
        desk.on(desk.clock.today() + timedelta(days=later))
        offer(desk, name, act, max(desk.clock.today() - timedelta(days=back), STARTED_ON))
    return desk


def carried(events: tuple[Envelope, ...]) -> dict[tuple[str, int], list[Deadline]]:
    """Every value that each deadline ever had, in order."""
    found: dict[tuple[str, int], list[Deadline]] = {}
    for event in events:
        for one in event.deadlines:
            found.setdefault((one.name, one.generation), []).append(one)
    return found


def counted(deadline: Deadline, on: date) -> int:
    """The days used up, counted one by one: each on which nothing held the time, from nothing where it began anew."""
    used, today = 0, deadline.started_on
    last = min(on, deadline.closed_on or on)
    held = [entry for entry in deadline.ledger if holds(entry)]
    restarts = {entry.until for entry in held if entry.mode == "restart"}
    while today < last:
        today += timedelta(days=1)
        used += not any(entry.since < today and (entry.until is None or today <= entry.until) for entry in held)
        used = 0 if today in restarts else used
    return used


@given(histories)
@MANY
def test_the_days_used_up_are_those_that_ran(history: list[Any]) -> None:
    """On any day, also before the newest act: elapsed less frozen, never negative, counted here one by one."""
    desk = live(history)
    for deadline in desk.case.deadlines.values():
        for days in range(0, 200, 9):
            on = deadline.started_on + timedelta(days=days)
            assert consumed_days(deadline, on) == counted(deadline, on) >= 0


@given(histories)
@MANY
def test_nothing_is_taken_away(history: list[Any]) -> None:
    """No act makes a last day earlier or forgets what was in the ledger; what stands still says so."""
    for values in carried(live(history).events).values():
        for before, after in pairwise(values):
            assert after.due >= before.due
            assert [one.since for one in after.ledger[: len(before.ledger)]] == [one.since for one in before.ledger]
        for one in values:
            if one.closed_on is None:
                assert (one.status == "suspended") == stands_still(one)


@given(histories)
@MANY
def test_every_such_history_is_sound(history: list[Any]) -> None:
    """It is accepted again event by event, folds at once as it grew, and each occurrence stands in it once."""
    desk = live(history)
    desk.ticks(desk.clock.today() + timedelta(days=400))
    assert len(desk.keys) == len(set(desk.keys))
    assert all(event.effective_on <= desk.clock.today() for event in desk.events)
    assert [one for one in desk.case.open_deadlines if one.status == "open" and one.due < desk.clock.today()] == []
    desk.ensure_sound()


@given(st.lists(st.tuples(st.integers(1, 60), st.integers(0, 40)), max_size=6))
@MANY
def test_frozen_days_are_the_union_of_all_suspensions(spans: list[tuple[int, int]]) -> None:
    """Three months that end on 6 August, and a day more for each on which at least one suspension held them."""
    desk, union = Desk(), set()
    happenings = []
    for number, (since, length) in enumerate(spans):
        union |= {since + offset for offset in range(1, length + 1)}
        happenings += [(since, 0, f"reason {number}"), (since + length, 1, f"reason {number}")]
    for at, ends, why in sorted(happenings):
        on = (STARTED_ON + timedelta(days=at)).isoformat()
        if ends:
            desk.about("resumed", on, why=why)
        else:
            suspended(desk, on, why)
    found = desk.deadline()
    assert found.due == finnish_calendar().next_working_day(date(2024, 8, 6) + timedelta(days=len(union)))
    assert frozen_days(found.ledger) == len(union)
    assert (found.status, {one.due_after is None for one in found.ledger} <= {False}) == ("open", True)
