"""Eight schedulers at once, killed at random, with clocks set back and forth: each deadline fires once, in its time.

An ordinary run has 500 deadlines in spring, OHJAUS_LONG=1 has 10,000 in spring and as many in autumn. The seed is
printed and may be set with OHJAUS_SEED.
"""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from cli.deadline.ticking import tick
from cli.frame.clocks import SystemClock, day_of
from engine.envelope import Envelope
from store import integrity
from store.open_log import open_log
from tests.contracts.builders import SetClock
from tests.doses import LONG
from tests.ready import program
from tests.test_cli.library import LIBRARIAN, lend, library
from tests.test_cli.ticking_processes import DOUBTED, FAILED, TICKED, World
from tests.test_store.processes import ROOT

DEADLINES = 10_000 if LONG else 500
SCHEDULERS = 8
BEGINNINGS = {
    "a day of 23 hours": datetime(2030, 3, 20, 9, tzinfo=UTC),
    "a day of 25 hours": datetime(2030, 10, 16, 9, tzinfo=UTC),
}
DAYS = 18
"""Enough for the change of daylight saving to lie among them."""
STEPS_A_DAY = 2
KILLS_A_STEP = 10 if LONG else 2

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="nobody can be killed with SIGKILL on this system")


class Swarm:
    """Eight schedulers; one that is killed is followed by another."""

    def __init__(self, server: subprocess.Popen[str], chance: random.Random) -> None:
        self._server = server
        self._chance = chance
        self.kills = 0
        self._pids = [self._start() for _ in range(SCHEDULERS)]

    def _start(self) -> int:
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        self._server.stdin.write(f"go {self._chance.randrange(10**9)}\n")
        self._server.stdin.flush()
        return int(self._server.stdout.readline())

    def kill_one(self) -> None:
        time.sleep(self._chance.uniform(0, 0.05))
        which = self._chance.randrange(SCHEDULERS)
        os.kill(self._pids[which], signal.SIGKILL)
        self.kills += 1
        self._pids[which] = self._start()

    def end(self) -> None:
        for pid in self._pids:
            os.kill(pid, signal.SIGKILL)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture(params=BEGINNINGS if LONG else [next(iter(BEGINNINGS))])
def world(tmp_path: Path, request: pytest.FixtureRequest) -> World:
    return World.begin(tmp_path / "world", BEGINNINGS[request.param])


@pytest.fixture
def server(path: Path, world: World, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that starts a scheduler whenever it is told to."""
    (tmp_path / "notes").touch()
    command = program("tests.test_cli.ticking_processes")
    with subprocess.Popen(
        [*command, str(path), str(tmp_path / "world"), str(tmp_path / "notes")],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    ) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


def loans(chance: random.Random, begun_on: date) -> tuple[list[date], list[date]]:
    """Days on which books are due, an eighth of them precious: every reminder of those falls into the time as well."""
    days = [begun_on + timedelta(days=chance.randrange(8, DAYS - 3)) for _ in range(DEADLINES)]
    return days[DEADLINES // 8 :], days[: DEADLINES // 8]


def expected(ordinary: list[date], precious: list[date]) -> dict[str, date]:
    """The key of everything that is to be recorded, with the day from which it may be."""
    found = {}
    for number, due in enumerate([*ordinary, *precious]):
        name = "return" if number < len(ordinary) else "precious_return"
        about = f"loan-r{number}-2030:{name}#1"
        found[f"{about}:deadline_passed@{due}"] = due + timedelta(days=1)
        for offset in () if number < len(ordinary) else (-7, 1):
            found[f"{about}:reminder{offset:+d}@{due}"] = due + timedelta(days=offset)
    return found


def wait_for_a_tick(driver: sqlite3.Connection, world: World) -> None:
    """Waits until some scheduler has, at the world's present time, recorded all that it found."""
    latest = time.monotonic() + 120
    reached = round(world.seconds * 1000)
    while time.monotonic() < latest:
        if driver.execute("SELECT 1 FROM heartbeats WHERE trusted_ms = ?", (reached,)).fetchone():
            return
        time.sleep(0.005)
    raise AssertionError(f"nobody ticked at {world.at}")


def test_each_deadline_fires_once_and_none_early(
    path: Path,
    world: World,
    server: subprocess.Popen[str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Whatever is killed and however clocks leap: what had come was recorded at every step, once, on its own day."""
    seed = int(os.environ.get("OHJAUS_SEED", random.SystemRandom().randrange(10**6)))
    chance = random.Random(seed)  # noqa: S311 - chosen for being repeatable
    ordinary, precious = loans(chance, day_of(world.at))
    lend(path, ordinary, precious)
    lent = len(ordinary) + len(precious)
    planned = expected(ordinary, precious)
    with library(path, SystemClock(machine=world.machine())) as record:
        # A clock is trusted once, as it is when the first scheduler of a machine starts.
        assert list(tick(record, LIBRARIAN)) == []
    swarm = Swarm(server, chance)
    started = time.monotonic()
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as driver:
            for _ in range(DAYS * STEPS_A_DAY):
                world.wait(timedelta(days=1) / STEPS_A_DAY)
                for _ in range(KILLS_A_STEP):
                    swarm.kill_one()
                wait_for_a_tick(driver, world)
                # Nothing is missing, and whatever stands in the log by now was recorded by now.
                today = day_of(world.at)
                come = {key for key, day in planned.items() if day <= today}
                recorded = {key for (key,) in driver.execute("SELECT key FROM projection_occurrences")}
                assert recorded == come
    finally:
        swarm.end()
    seconds = time.monotonic() - started
    with open_log(path, SetClock(), read_only=True) as opened:
        fired = list(opened.log.read(after_position=lent))
        assert sorted(one.data["key"] for one in fired) == sorted(planned)
        assert {one.command_id: day_of(one.recorded_at) for one in fired} == planned
        assert {one.type for one in fired} == {"case.deadline_passed", "case.reminder_given"}
        assert in_due_order(fired)
        assert integrity.check_chain(opened.log) == integrity.Report("chain", lent + len(planned))
        assert integrity.check_schema(opened.database, opened.projections.projections).ok
        assert integrity.check_projections(opened.projections).ok
    notes = (tmp_path / "notes").read_text()
    assert FAILED not in notes
    with capsys.disabled():
        sys.stdout.write(
            f"\n{SCHEDULERS} schedulers, {DEADLINES} deadlines, {len(planned)} firings, seed {seed}: "
            f"{swarm.kills} kills, {notes.count(TICKED)} ticks, {notes.count(DOUBTED)} refused to a wrong clock, "
            f"0 lost, 0 doubled, 0 early, {seconds:.1f} s\n"
        )


def in_due_order(fired: list[Envelope]) -> bool:
    days = [one.effective_on for one in fired]
    return days == sorted(days)
