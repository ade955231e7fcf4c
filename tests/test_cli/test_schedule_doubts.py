"""Doubts about the clock: what cannot be right fires nothing, says so, and is believed again when it is right."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from cli.deadline.ticking import tick
from cli.frame.clocks import day_of
from cli.frame.machine import THIS_MACHINE, Reading
from cli.schedule.doubts import doubt_of, was_set
from cli.schedule.running import Scheduler
from engine.errors import Fault
from store.heartbeat import Heartbeat, Mark
from tests.test_cli.library import (
    LIBRARIAN,
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


def test_a_clock_that_leaps_ahead_fires_nothing_until_it_is_right(
    path: Path, machine: MadeUpMachine, told: Told, scheduler: Scheduler
) -> None:
    """An hour, a day and a year: the doubt is told and seen by others, and the firing goes on by itself after it."""
    lend(path, days(0, 300))
    scheduler.tick()
    for leap in (timedelta(hours=1), timedelta(days=1), timedelta(days=365)):
        machine.set_clock(seconds=leap.total_seconds())
        scheduler.tick()
        machine.wait(minutes=1)
    assert (told.keys, told.failures) == ([], ["clock-doubtful"] * 3)
    [sign] = signs(path)
    assert (sign.doubt, sign.trusted) == ("set", Mark(SPRING, 1000.0))
    machine.set_clock()
    machine.wait(days=1)
    scheduler.tick()
    assert told.keys == ["loan-r0-2030:return#1:deadline_passed@2030-03-25"]
    assert signs(path)[0].doubt is None


def test_a_new_process_does_not_believe_a_clock_that_leapt_before_it(
    path: Path, machine: MadeUpMachine, told: Told, scheduler: Scheduler
) -> None:
    """What the machine counted is known to all of its processes: a restart, or a tick by hand, fires nothing early."""
    lend(path, days(0))
    scheduler.tick()
    machine.set_clock(days=1)
    another = scheduler_of(path, machine, told)
    another.life.scheduler = "another process"
    another.tick()
    with library(path, machine.clock()) as record, pytest.raises(Fault) as caught:
        list(tick(record, LIBRARIAN))
    assert (told.keys, told.failures, caught.value.code) == ([], ["clock-doubtful"], "clock-doubtful")


def test_a_clock_behind_the_newest_event_fires_nothing(
    path: Path, machine: MadeUpMachine, told: Told, scheduler: Scheduler
) -> None:
    """Even the first clock of a machine, of which nothing else is known."""
    lend(path, days(-60))
    machine.set_clock(days=-90)
    scheduler.tick()
    assert (told.keys, told.failures, signs(path)[0].doubt) == ([], ["clock-doubtful"], "behind")


def test_the_event_that_bears_a_later_time_is_named(path: Path, machine: MadeUpMachine) -> None:
    """Not the newest, which only inherited the time, but the first one later than the clock; who hides it is asked."""
    lend(path, days(-60, -60, -60))
    machine.set_clock(days=1)
    with library(path, machine.clock()) as record:
        list(tick(record, LIBRARIAN))
    machine.set_clock()
    with library(path, machine.clock()) as record, pytest.raises(Fault) as caught:
        list(tick(record, LIBRARIAN))
    named = {"position": 4, "case": "loan-r0-2030", "recorded_by": "test-person"}
    assert caught.value.details.items() >= named.items()
    assert "is number 4 of the log, in loan-r0-2030, recorded by test-person" in caught.value.message
    with library(path, machine.clock()) as record:
        doubt = doubt_of(record)
        assert doubt is not None
        vars(record)["veil"] = SimpleNamespace(sees=lambda _: False)
        assert doubt.event_shown(record) == {"position": 4}
        assert "loan" not in doubt.fault(record).message


def test_a_clock_that_differs_from_the_databases_fires_nothing(path: Path, machine: MadeUpMachine, told: Told) -> None:
    """Over a minute is too much, in both directions; a minute is not."""
    lend(path, days(-1))
    for off, failures in ((-61, 1), (61, 2), (60, 2)):
        database_at = machine.at + timedelta(seconds=off)
        scheduler = Scheduler(
            lambda at=database_at: library(path, machine.clock(), database_at=at),  # type: ignore[misc]
            LIBRARIAN,
            told,
            stopped=told.enough,
        )
        scheduler.tick()
        assert len(told.failures) == failures
    assert told.keys == ["loan-r0-2030:return#1:deadline_passed@2030-03-24"]


def test_a_clock_set_while_the_tick_works_changes_nothing(path: Path, machine: MadeUpMachine) -> None:
    """Once trusted, the tick's clock goes by the seconds: neither what is due nor the time of firing leaps."""
    lend(path, days(-2, -1, 0))
    with library(path, machine.clock()) as record:
        firing = tick(record, LIBRARIAN)
        first = next(firing)
        machine.set_clock(days=365)
        machine.wait(minutes=3)
        assert [first.fired_at, *(one.fired_at for one in firing)] == [SPRING, SPRING + timedelta(minutes=3)]
    assert [day_of(one.recorded_at) for one in recorded(path, 3)] == [TODAY, TODAY]


@pytest.mark.parametrize(
    ("off", "steady", "believed"),
    [
        (timedelta(minutes=10), timedelta(minutes=9), False),
        (timedelta(minutes=10), timedelta(minutes=10), True),
        (timedelta(days=365), timedelta(hours=23), False),
        (timedelta(days=365), timedelta(days=1), True),
        (timedelta(hours=-3), timedelta(hours=3), True),
    ],
)
def test_a_clock_that_goes_on_steadily_is_believed_in_the_end(
    path: Path, machine: MadeUpMachine, scheduler: Scheduler, off: timedelta, steady: timedelta, believed: bool
) -> None:
    """A machine that was held, whose clock was then put right, fires again after as long as it was held."""
    lend(path, days(1000))
    machine.wait(days=30)
    scheduler.tick()
    machine.wait(minutes=1)
    machine.set_clock(seconds=off.total_seconds())
    scheduler.tick()
    machine.wait(seconds=steady.total_seconds() / 2)
    scheduler.tick()
    machine.wait(seconds=steady.total_seconds() / 2)
    scheduler.tick()
    assert (signs(path)[0].doubt is None) is believed


def test_a_clock_that_leaps_again_and_again_is_not_believed(
    path: Path, machine: MadeUpMachine, told: Told, scheduler: Scheduler
) -> None:
    """Each leap begins the time of proof anew."""
    lend(path, days(1000))
    scheduler.tick()
    for hours in range(1, 30):
        machine.set_clock(hours=hours)
        machine.wait(minutes=50)
        scheduler.tick()
    assert told.failures == ["clock-doubtful"] * 29


def test_seconds_of_another_start_prove_nothing() -> None:
    """After the machine was started again its count begins anew, and says nothing of a clock read before."""
    sign = Heartbeat(
        scheduler="castle:7",
        kind="run",
        software="0",
        started_at=SPRING,
        beat_at=SPRING,
        fired=0,
        boot="the first start",
        trusted=Mark(SPRING, 1000.0),
    )
    later = Reading(SPRING + timedelta(days=9), 1060.0, "the second start")
    assert was_set(later, [sign]) is None
    doubt = was_set(replace(later, boot="the first start"), [sign])
    assert doubt is not None
    assert (doubt.reason, doubt.witness) == ("set", SPRING + timedelta(seconds=60))


def test_a_clock_may_drift() -> None:
    """A clock that nobody set goes wrong by minutes in months; that is not taken for a leap."""
    month = timedelta(days=30).total_seconds()
    sign = Heartbeat(
        scheduler="castle:7",
        kind="tick",
        software="0",
        started_at=SPRING,
        beat_at=SPRING,
        fired=0,
        boot="b",
        trusted=Mark(SPRING, 0.0),
    )
    assert was_set(Reading(SPRING + timedelta(seconds=month, minutes=20), month, "b"), [sign]) is None
    assert was_set(Reading(SPRING + timedelta(seconds=month, minutes=50), month, "b"), [sign]) is not None


def test_this_machine_counts_its_seconds() -> None:
    """The count grows, and two readings of one start agree."""
    first, second = THIS_MACHINE.read(), THIS_MACHINE.read()
    assert (first.boot, first.seconds <= second.seconds, first.at.tzinfo) == (second.boot, True, UTC)
