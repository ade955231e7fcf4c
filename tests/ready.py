"""A process that has imported the whole program and forks another one whenever a test needs a process of its own.

To start Python and import what a command needs takes a hundred times as long as most commands do. A forked process
has streams, a working folder, an environment and signals of its own as a started one has; what it shares is what
importing and a first command leave behind. What is said about starting itself (streams that are closed, variables that
Python reads, what is imported) is tested with processes that are started.

One such process serves a run, and ends with it. `python -m tests.ready DOOR OWNER` starts it.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import runpy
import select
import signal
import socket
import subprocess
import sys
import time
import traceback
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NoReturn

from click.testing import CliRunner

from tests.knock import STREAMS
from tests.once import SHARED, made_once

ROOT = Path(__file__).parents[1]
ROOMS = ("engine", "store", "procedures", "cli")
NEVER_IMPORTED = ("__main__", "stand_alone", "generate", "migrations")
"""Parts of names of modules that run by themselves, or belong to somebody else."""

DOOR = "door"


def program(module: str) -> list[str]:
    """Gives the words that run a module in a process of its own, as `python -m MODULE` does.

    Where nothing can be forked, or no run is on, they start one.
    """
    if sys.platform != "linux" or SHARED not in os.environ:
        return [sys.executable, "-m", module]
    return [sys.executable, "-I", "-S", str(Path(__file__).with_name("knock.py")), str(_door()), module]


@cache
def _door() -> Path:
    # The workers of a run are children of the process whose end is the end of the run.
    owner = os.getppid() if "PYTEST_XDIST_WORKER" in os.environ else os.getpid()

    def begin(folder: Path) -> None:
        command = [sys.executable, "-m", "tests.ready", str(folder / DOOR), str(owner)]
        subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)

    return made_once("ready", begin) / DOOR


def modules() -> Iterator[str]:
    """Yields the names of the modules of the program."""
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
            if not any(part in NEVER_IMPORTED for part in name.split(".")):
                yield name


def serve(door: Path, owner: int) -> None:
    """Forks whatever it is asked for, until the run is over."""
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(str(door))
    listening.listen(64)
    # Whoever started this is told that it can knock; what is imported is imported meanwhile.
    if os.fork():
        os._exit(0)
    os.setsid()
    for name in modules():
        importlib.import_module(name)
    from procedures.register import declarations

    declarations().all()
    make_ready()
    gc.collect()
    gc.freeze()
    # Those who mind the others are not waited for.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while is_on(owner):
        if select.select([listening], [], [], 1.0)[0]:
            one, _ = listening.accept()
            if not os.fork():
                listening.close()
                attend(one)
            one.close()


def make_ready() -> None:
    """Runs some commands, so that what a process makes once and keeps (calendars, statements) is made already."""
    from cli.main import ohjaus

    with TemporaryDirectory() as place:
        own = {f"XDG_{kind}_HOME": place for kind in ("CONFIG", "DATA", "STATE")}
        for words in (["demo"], ["deadline", "tick"]):
            CliRunner(env=own).invoke(ohjaus, [*words, "--db", f"{place}/demo.db"], catch_exceptions=False)


def is_on(owner: int) -> bool:
    """Says whether the run goes on."""
    try:
        os.kill(owner, 0)
    except ProcessLookupError:
        return False
    return Path(os.environ[SHARED]).exists()


def attend(door: socket.socket) -> NoReturn:
    """Forks the process that was asked for, and minds it: its end is told, and whoever goes away takes it along."""
    assert sys.platform == "linux"
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    _, streams, _, _ = socket.recv_fds(door, 1, len(STREAMS))
    answers = door.makefile("rw", encoding="ascii")
    asked = json.loads(answers.readline())
    child = os.fork()
    if not child:
        run(asked, streams)
    for stream in streams:
        os.close(stream)
    answers.write(f"{child}\n")
    answers.flush()
    ended = os.pidfd_open(child)
    if ended not in select.select([ended, door.fileno()], [], [])[0]:
        os.kill(child, signal.SIGKILL)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    try:
        answers.write(f"{code}\n")
        answers.flush()
    finally:
        os._exit(0)


def run(asked: dict[str, Any], streams: list[int]) -> NoReturn:
    """Becomes the process: takes over streams, folder, environment and arguments, runs the module and ends."""
    for number, stream in zip(STREAMS, streams, strict=True):
        os.dup2(stream, number)
    os.closerange(len(STREAMS), max(streams) + 1)
    os.environ.clear()
    os.environ.update(asked["environment"])
    time.tzset()
    os.chdir(asked["folder"])
    sys.argv = asked["words"]
    # As Python makes them; they stay open as long as the process.
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    lines = 1 if os.isatty(1) else -1
    sys.stdout = open(1, "w", lines, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", 1, encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: SIM115
    code: object = 0
    try:
        runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
    except SystemExit as ended:
        code = ended.code
    except BaseException:  # noqa: BLE001 - as Python itself does at its top
        traceback.print_exc()
        code = 1
    for written in (sys.stdout, sys.stderr):
        try:
            written.flush()
        except (OSError, ValueError):
            code = code or 120
    os._exit(code if isinstance(code, int) else 1 if code else 0)


if __name__ == "__main__":
    serve(Path(sys.argv[1]), int(sys.argv[2]))
