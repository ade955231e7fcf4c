"""A host of its own whose schedulers mind a log on a server, in a made-up world whose time a test moves on.

As `tests.test_cli.ticking_processes`, over a server: one process imports everything and forks a scheduler for each line
`go SEED` on standard input, each with a clock that is often wrong. The server stands in the same world, and its clock
is right; it may be lost at any time.

`python -m tests.test_postgres.ticking_host ADDRESS WORLD NOTES`
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from cli.deadline.ticking import Fired
from cli.frame.clocks import SystemClock
from cli.frame.machine import Machine
from cli.frame.settings import Settings
from cli.schedule.running import Scheduler
from cli.wiring import Record, Wiring
from engine.errors import OhjausError
from engine.ports import Clock
from engine.registrar import Registrar
from procedures.calendar import finnish_calendar
from store import sealing
from store.clock_witness import ensure_witnessed
from store.heartbeat import Heartbeats
from store.open_log import open_log
from store.postgres.address import parse_server
from tests.test_cli.library import LIBRARIAN, Readers, loans
from tests.test_cli.ticking_processes import BUSY, DOUBTED, FAILED, TICKED, SlippingClock, World

LOST = "l"
"""The note of a tick that met no server, or lost it."""

_TOLD = {
    "clock-doubtful": DOUBTED,
    "log-busy": BUSY,
    "connection-lost": LOST,
    "perhaps-stored": LOST,
    "server-silent": LOST,
    "server-refused": LOST,
}


@contextmanager
def library_at(address: str, clock: SystemClock) -> Iterator[Record]:
    """Opens the record of a library on a server for writing, with a clock of the test's own."""
    place = parse_server(address)
    wiring = Wiring(Settings({"db": address}, {}, Path.cwd()))
    wiring.clock, wiring.declarations = clock, loans()
    with open_log(place, clock) as opened:
        registrar = Registrar(
            opened.log,
            index=opened.index,
            declarations=wiring.declarations,
            subjects=Readers(),
            calendar=finnish_calendar(),
            clock=clock,
        )
        yield Record(place, opened, registrar, wiring)


class Notes:
    """Writes down what a scheduler tells: one letter a tick, however many processes share the file."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_WRONLY | os.O_APPEND)

    def fired(self, record: Record, one: Fired) -> None:
        """The log itself tells that."""

    def ticked(self, *, fired: int, next_at: datetime | None, position: int) -> None:
        os.write(self._file, TICKED.encode())

    def failed(self, error: OhjausError) -> None:
        os.write(self._file, _TOLD.get(error.code, FAILED).encode())
        if error.code not in _TOLD:
            sys.stderr.write(f"{error.code}: {error.message}\n")


def let_the_server_stand_in(world: World) -> None:
    """Lets the server's clock tell the time of the made-up world, as it would tell that of a real one."""

    def database_now(_: Heartbeats) -> datetime:
        return world.at

    def witnessed(clock: Clock, told: datetime | None) -> None:
        ensure_witnessed(clock, told and world.at)

    setattr(Heartbeats, "database_now", database_now)  # noqa: B010 - a method of another module, for this process only
    setattr(sealing, "ensure_witnessed", witnessed)  # noqa: B010 - as above


def schedule_for_ever(address: str, world: World, notes: Notes, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - chosen for being repeatable
    machine = Machine(now=SlippingClock(world, chance).now, seconds=lambda: world.seconds, boot=os.getcwd)
    scheduler = Scheduler(
        lambda: library_at(address, SystemClock(machine=machine)), LIBRARIAN, notes, stopped=lambda: False
    )
    while True:
        try:
            scheduler.tick()
        except OhjausError as error:
            # One that starts while the server is away ends, and whoever minds it starts it again.
            notes.failed(error)
        time.sleep(chance.uniform(0, 0.08))


def serve(address: str, world: World, notes: Path) -> None:
    # Those that were killed are not waited for.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    let_the_server_stand_in(world)
    for line in sys.stdin:
        seed = int(line.split()[1])
        child = os.fork()
        if not child:
            schedule_for_ever(address, world, Notes(notes), seed)
        os.write(1, f"{child}\n".encode())


if __name__ == "__main__":
    serve(sys.argv[1], World(Path(sys.argv[2])), Path(sys.argv[3]))
