"""A writer killed at any moment loses nothing that it acknowledged, and leaves nothing half done.

An ordinary run kills fifty times; OHJAUS_LONG=1 kills two thousand times. The seed is printed and may be set with
OHJAUS_SEED.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from store import integrity
from store.open_log import OpenLog, open_log
from tests.contracts.builders import SetClock, command
from tests.doses import LONG
from tests.test_store import processes
from tests.test_store.writer import both_streams

KILLS = 2000 if LONG else 50

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="nobody can be killed with SIGKILL on this system")


@pytest.fixture
def server(path: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that starts a writer whenever it is told to."""
    with processes.writer("serve", path) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


def kill_once(server: subprocess.Popen[str], round_: int, wait_seconds: float, *, writing: bool) -> int:
    """Starts a writer, kills it a while after its start or its first append, and gives how many it acknowledged."""
    assert server.stdin is not None
    assert server.stdout is not None
    server.stdin.write(f"go {round_}\n")
    server.stdin.flush()
    acknowledged: list[int] = []
    pid, killed = 0, False
    for line in server.stdout:
        kind, *words = line.split()
        if kind == "gone":
            break
        if kind == "ack":
            acknowledged.append(int(words[1]))
        else:
            pid = int(words[0])
        if pid and not killed and (acknowledged or not writing):
            time.sleep(wait_seconds)
            os.kill(pid, signal.SIGKILL)
            killed = True
    assert acknowledged == list(range(len(acknowledged)))
    return len(acknowledged)


def retry(opened: OpenLog, round_: int, number: int) -> None:
    """Asks again for the command that was not acknowledged, twice: it is recorded once, both events of it or none."""
    before = opened.log.of_command(f"{round_}-{number}")
    assert len(before) in (0, 2)
    first = opened.log.append(both_streams(round_, number), command(f"{round_}-{number}"))
    again = opened.log.append(both_streams(round_, number), command(f"{round_}-{number}"))
    assert (first.replayed, again.replayed, again.events) == (bool(before), True, first.events)


def test_killed_writers_lose_nothing_and_leave_nothing_half_done(
    path: Path, server: subprocess.Popen[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """After every kill what was acknowledged is there, once and whole, and the chain and projections are sound."""
    seed = int(os.environ.get("OHJAUS_SEED", random.SystemRandom().randrange(10**6)))
    chance = random.Random(seed)  # noqa: S311 - chosen for being repeatable
    total = unacknowledged = 0
    for round_ in range(KILLS):
        # A third are killed while they open the log or write for the first time, the others while they write.
        writing = round_ % 3 > 0
        acknowledged = kill_once(server, round_, chance.uniform(0, 0.04), writing=writing)
        with open_log(path, SetClock()) as opened:
            there = opened.log.version(f"kite-{round_}-a")
            assert there - acknowledged in (0, 1)
            assert opened.log.version(f"kite-{round_}-b") == there
            retry(opened, round_, acknowledged)
            total += acknowledged
            unacknowledged += there - acknowledged
    with open_log(path, SetClock()) as opened:
        head = opened.log.head().position
        # Two events for each acknowledged command and for the one of each round that was asked for again.
        assert head == 2 * (total + KILLS)
        assert integrity.check_chain(opened.log) == integrity.Report("chain", head)
        assert integrity.check_schema(opened.database, opened.projections.projections).ok
        assert integrity.check_projections(opened.projections).ok
    with capsys.disabled():
        sys.stdout.write(
            f"\nkills {KILLS}, seed {seed}: {total} acknowledged, 0 lost, {unacknowledged} stored unacknowledged\n"
        )
