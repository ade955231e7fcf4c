"""The scheduler: when it wakes, and what it makes of a pause, a busy log and a damaged case."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from cli.clock import AlarmClock
from cli.deadline.ticking import tick
from cli.frame.clocks import InjectedClock, start_of
from cli.schedule.running import Scheduler
from engine.assess import Act
from engine.declarations import Declarations
from engine.envelope import Opening
from engine.errors import IntegrityBroken
from engine.request import Request
from store.connection import PATIENCE_SECONDS
from store.schema import SQLITE_TRIGGERS
from tests.doses import LONG
from tests.test_cli.library import (
    LENT_ON,
    LIBRARIAN,
    LOAN,
    SPRING,
    TODAY,
    MadeUpMachine,
    Told,
    days,
    lend,
    library,
    recorded,
    scheduler_of,
    signs,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def machine() -> MadeUpMachine:
    return MadeUpMachine(SPRING)


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def scheduler(path: Path, machine: MadeUpMachine, told: Told) -> Scheduler:
    return scheduler_of(path, machine, told)


# When it wakes.


def test_it_is_woken_at_the_moment_that_is_named() -> None:
    """The work is called at once, and again when its moment has come, long before the longest sleep is over."""
    alarm, calls = AlarmClock(longest_sleep_seconds=600), list[datetime]()
    moment = datetime.now(UTC) + timedelta(milliseconds=50)

    def work() -> datetime | None:
        calls.append(datetime.now(UTC))
        if len(calls) == 2:
            alarm.stop()
        return moment

    alarm.run(work, for_seconds=300)
    assert (len(calls), calls[0] < moment <= calls[1]) == (2, True)


@pytest.mark.parametrize("moment", [None, datetime(9000, 1, 1, tzinfo=UTC)], ids=["nothing is planned", "far away"])
def test_it_never_sleeps_longer_than_it_may(moment: datetime | None) -> None:
    """Without a moment, or with one that a clock set back has put off, it wakes all the same."""
    alarm, calls = AlarmClock(longest_sleep_seconds=0.01), list[int]()

    def work() -> datetime | None:
        calls.append(1)
        if len(calls) == 3:
            alarm.stop()
        return moment

    alarm.run(work, for_seconds=300)
    assert len(calls) == 3


def test_a_stop_comes_after_the_call_under_way() -> None:
    """Whoever stops it while it works, from a signal handler for instance, lets that call end and no other begin."""
    alarm, calls = AlarmClock(), list[str]()

    def work() -> None:
        calls.append("begun")
        alarm.stop()
        calls.append("ended")

    alarm.run(work)
    alarm.run(work)
    assert calls == ["begun", "ended"]


def test_it_ends_when_its_time_is_up() -> None:
    """A run of no seconds makes its one call."""
    calls: list[int] = []
    AlarmClock().run(lambda: calls.append(1), for_seconds=0)
    assert calls == [1]


@pytest.mark.parametrize(
    ("due", "midnight", "hours_before"),
    [
        (date(2030, 3, 30), "2030-03-30T22:00:00+00:00", 24),
        (date(2030, 3, 31), "2030-03-31T21:00:00+00:00", 23),
        (date(2030, 10, 26), "2030-10-26T21:00:00+00:00", 24),
        (date(2030, 10, 27), "2030-10-27T22:00:00+00:00", 25),
    ],
    ids=["before the short day", "the short day", "before the long day", "the long day"],
)
def test_a_day_is_over_at_midnight_in_helsinki(
    path: Path, told: Told, due: date, midnight: str, hours_before: int
) -> None:
    """On both changes of daylight saving: asleep until midnight, nothing a second before it, everything at it."""
    over = datetime.fromisoformat(midnight)
    assert over - start_of(due) == timedelta(hours=hours_before)
    lend(path, [due])
    machine = MadeUpMachine(start_of(due))
    scheduler = scheduler_of(path, machine, told)
    assert scheduler.tick() == over
    machine.wait(hours=hours_before, seconds=-1)
    assert (scheduler.tick(), told.keys) == (over, [])
    machine.wait(seconds=1)
    assert (scheduler.tick(), told.keys) == (None, [f"loan-r0-2030:return#1:deadline_passed@{due}"])


# After a pause.


def test_after_thirty_days_everything_runs_in_the_order_of_its_days(
    path: Path, machine: MadeUpMachine, told: Told, scheduler: Scheduler
) -> None:
    """Nothing is lost, both days are recorded, and of a time that has passed no reminder is given that came before."""
    ordinary = days(*range(25))
    precious = days(*range(3, 28))
    lend(path, ordinary, precious)
    scheduler.tick()
    before = len(recorded(path, 50))
    machine.wait(days=30)
    woken_at = machine.at
    scheduler.tick()
    events = recorded(path, 50)[before:]
    assert [one.effective_on for one in events] == sorted(one.effective_on for one in events)
    assert {one.recorded_at for one in events} == {woken_at}
    passed = [one.data["key"] for one in events if one.type == "case.deadline_passed"]
    assert len(set(passed)) == len(passed) == len(ordinary) + len(precious)
    skipped = {one.stream: one.data for one in events if one.type == "case.reminder_skipped"}
    # A reminder of what was due within a week of the pause had been given before it.
    assert sorted(skipped) == sorted(f"loan-r{25 + number}-2030" for number in range(5, 25))
    for data in skipped.values():
        assert data["offset_days"] == -7
        assert ":reminder+1@" in data["overtaken_by"] or ":deadline_passed@" in data["overtaken_by"]
    given = [one.data["offset_days"] for one in events if one.type == "case.reminder_given"]
    assert given == [1] * 25
    scheduler.tick()
    assert (len(recorded(path, 50)), told.failures) == (before + len(events), [])


def test_what_is_recorded_after_a_tick_is_seen_by_the_next(
    path: Path, machine: MadeUpMachine, told: Told, scheduler: Scheduler
) -> None:
    """On the same day: a loan that is recorded late and overdue already, and a book that came back in time."""
    lend(path, days(-1, 0))
    scheduler.tick()
    with library(path, InjectedClock(SPRING)) as record:
        opening = Opening(procedure="loan", subject="r9", parties=("r9",), ministry="OKM", ground="a card")
        lent = Act(fact="lent", on=LENT_ON, data={"return_on": days(-5)[0].isoformat()}, opening=opening)
        record.registrar.open("loan", lent, Request(command_id="late", recorded_by=LIBRARIAN))
        back = Act(fact="returned", on=TODAY, data={})
        record.registrar.advance("loan-r1-2030", back, Request(command_id="back", recorded_by=LIBRARIAN))
    scheduler.tick()
    known = [f"loan-r0-2030:return#1:deadline_passed@{due}" for due in days(-1)]
    known += [f"loan-r9-2030:return#1:deadline_passed@{due}" for due in days(-5)]
    assert told.keys == known
    machine.wait(days=2)
    scheduler.tick()
    assert told.keys == known


# What stands in the way.


@contextmanager
def locked(path: Path) -> Iterator[threading.Event]:
    """Another writer holds the log until the block, or the event that it yields, lets it go."""
    held, let_go = threading.Event(), threading.Event()

    def hold() -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as driver:
            driver.execute("BEGIN IMMEDIATE")
            held.set()
            let_go.wait()
            driver.execute("ROLLBACK")

    thread = threading.Thread(target=hold)
    thread.start()
    held.wait()
    try:
        yield let_go
    finally:
        let_go.set()
        thread.join()


def test_a_busy_log_ends_nothing(path: Path, machine: MadeUpMachine, told: Told) -> None:
    """While another writer holds the log it says so and tries again; then everything is recorded, once.

    An ordinary run waits for a fifth of a second and is kept out for three tries; a long one waits as long as the
    program does and is kept out for a minute.
    """
    lend(path, days(-3, -2, -1))
    patience = PATIENCE_SECONDS if LONG else 0.2
    scheduler = Scheduler(
        lambda: library(path, machine.clock(), patience_seconds=patience), LIBRARIAN, told, stopped=told.enough
    )
    alarm = AlarmClock(longest_sleep_seconds=0.01)
    with locked(path) as let_go:
        if LONG:
            threading.Timer(60, let_go.set).start()

        def work() -> None:
            if not LONG and len(told.failures) == 3:
                let_go.set()
            scheduler.tick()
            if told.ticks:
                alarm.stop()

        alarm.run(work, for_seconds=300)
    assert told.failures == ["log-busy"] * len(told.failures) != []
    assert told.keys == [f"loan-r{n}-2030:return#1:deadline_passed@{due}" for n, due in enumerate(days(-3, -2, -1))]
    assert [one.data["key"] for one in recorded(path, 3)] == told.keys


def test_a_damaged_case_holds_up_no_other(path: Path, machine: MadeUpMachine, told: Told, scheduler: Scheduler) -> None:
    """What can be recorded is; the damage is told each time, and a tick by hand ends with it."""
    lend(path, days(-3, -2, -1))
    with closing(sqlite3.connect(path, isolation_level=None)) as driver:
        driver.execute("DROP TRIGGER events_not_changed")
        lie = "CAST(replace(canonical, 'a card', 'a lie') AS BLOB)"
        driver.execute(f"UPDATE events SET canonical = {lie} WHERE position = 2")
        driver.execute(SQLITE_TRIGGERS["events_not_changed"])
    for _ in range(2):
        scheduler.tick()
    assert told.keys == [f"loan-r{n}-2030:return#1:deadline_passed@{days(-3, -2, -1)[n]}" for n in (0, 2)]
    assert told.failures == ["event-damaged"] * 2
    with library(path, machine.clock()) as record, pytest.raises(IntegrityBroken):
        list(tick(record, LIBRARIAN))


def test_a_case_of_newer_software_holds_up_no_other(path: Path, machine: MadeUpMachine, told: Told) -> None:
    """Of a declaration that this software does not hold nothing is recorded; everything else is."""
    lend(path, days(-1))
    both = Declarations((LOAN, replace(LOAN, id="keepsake")))
    opening = Opening(procedure="keepsake", subject="r9", parties=("r9",), ministry="OKM", ground="a card")
    act = Act(fact="lent", on=LENT_ON, data={"return_on": days(-1)[0].isoformat()}, opening=opening)
    with library(path, InjectedClock(SPRING), declared=both) as record:
        record.registrar.open("keepsake", act, Request(command_id="keep", recorded_by=LIBRARIAN))
    scheduler = scheduler_of(path, machine, told)
    scheduler.tick()
    assert (told.keys, told.failures) == (["loan-r0-2030:return#1:deadline_passed@2030-03-24"], ["declaration-unknown"])


def test_it_stops_after_the_firing_under_way(path: Path, told: Told, scheduler: Scheduler) -> None:
    """What was begun is recorded, nothing after it, and the last sign of life says that it was stopped."""
    lend(path, days(-3, -2, -1))
    told.stop_after = 2
    scheduler.tick()
    scheduler.farewell()
    assert [one.data["key"] for one in recorded(path, 3)] == told.keys
    [sign] = signs(path)
    assert (len(told.keys), sign.fired, sign.stopped_at) == (2, 2, SPRING)
