"""Schedulers in processes of their own, in a made-up world whose time a test moves on and whose clocks are often wrong.

Importing takes longer than hundreds of firings, so one process imports everything and forks a scheduler whenever it is
told to. No log is ever open while it forks.

`python -m tests.test_cli.ticking_processes LOG WORLD NOTES` starts one for each line `go SEED` on standard input. The
file WORLD holds when the world began and how many seconds have passed in it; each tick is noted by a letter in the
file NOTES.
"""

from __future__ import annotations

import mmap
import os
import random
import signal
import struct
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cli.deadline.ticking import Fired
from cli.frame.clocks import SystemClock
from cli.frame.machine import Machine
from cli.schedule.running import Scheduler
from cli.wiring import Record
from engine.errors import OhjausError
from tests.test_cli.library import LIBRARIAN, library

BOOT = "a made-up world"
_NUMBER = struct.Struct("<d")
_LEAPS = tuple(timedelta(hours=hours) for hours in (-8760, -24, -1, 1, 24, 8760))
TICKED, DOUBTED, BUSY, FAILED = "t", "d", "b", "f"


class World:
    """The time of a made-up world, in a file that several processes map."""

    def __init__(self, path: Path) -> None:
        with path.open("r+b") as file:
            self._map = mmap.mmap(file.fileno(), 2 * _NUMBER.size)
        self.began_at = datetime.fromtimestamp(_NUMBER.unpack_from(self._map)[0], UTC)

    @classmethod
    def begin(cls, path: Path, at: datetime) -> World:
        path.write_bytes(_NUMBER.pack(at.timestamp()) + _NUMBER.pack(0.0))
        return cls(path)

    @property
    def seconds(self) -> float:
        return float(_NUMBER.unpack_from(self._map, _NUMBER.size)[0])

    @property
    def at(self) -> datetime:
        return self.began_at + timedelta(seconds=self.seconds)

    def wait(self, by: timedelta) -> None:
        _NUMBER.pack_into(self._map, _NUMBER.size, self.seconds + by.total_seconds())

    def machine(self) -> Machine:
        """A machine of this world whose clock is right."""
        return Machine(now=lambda: self.at, seconds=lambda: self.seconds, boot=lambda: BOOT)


class SlippingClock:
    """The clock of one machine: each fourth time that it is read somebody has set it an hour, a day or a year off."""

    def __init__(self, world: World, chance: random.Random) -> None:
        self._world = world
        self._chance = chance

    def now(self) -> datetime:
        off = self._chance.choice(_LEAPS) if self._chance.random() < 0.25 else timedelta()
        return self._world.at + off


class Notes:
    """Writes down what a scheduler tells: one letter a tick, however many processes share the file."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_WRONLY | os.O_APPEND)

    def fired(self, record: Record, one: Fired) -> None:
        """The log itself tells that."""

    def ticked(self, *, fired: int, next_at: datetime | None, position: int) -> None:
        os.write(self._file, TICKED.encode())

    def failed(self, error: OhjausError) -> None:
        os.write(self._file, {"clock-doubtful": DOUBTED, "log-busy": BUSY}.get(error.code, FAILED).encode())
        if error.code not in ("clock-doubtful", "log-busy"):
            sys.stderr.write(f"{error.code}: {error.message}\n")


def schedule_for_ever(path: Path, world: World, notes: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - chosen for being repeatable
    machine = Machine(now=SlippingClock(world, chance).now, seconds=lambda: world.seconds, boot=lambda: BOOT)
    scheduler = Scheduler(
        lambda: library(path, SystemClock(machine=machine)), LIBRARIAN, Notes(notes), stopped=lambda: False
    )
    while True:
        scheduler.tick()
        time.sleep(chance.uniform(0, 0.08))


def serve(path: Path, world: World, notes: Path) -> None:
    # Those that were killed are not waited for.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for line in sys.stdin:
        seed = int(line.split()[1])
        child = os.fork()
        if not child:
            schedule_for_ever(path, world, notes, seed)
        os.write(1, f"{child}\n".encode())


if __name__ == "__main__":
    serve(Path(sys.argv[1]), World(Path(sys.argv[2])), Path(sys.argv[3]))
