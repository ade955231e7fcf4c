"""What runs under the layer over the files (`tests.faults.layer`), in a process of its own.

`python -m tests.faults.layered trace LOG TRACE COMMANDS` writes to a log and has written down all that is done to its
folder; each acknowledgement is a byte in the file `acks` beside the log. `... fail FOLDER WHAT MOST PLAN...` makes the
calls fail, one after another, and prints what came of each as a line of JSON; a plan is `ERROR:TIMES:FROM:STEP`.
"""

from __future__ import annotations

import errno
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from store.open_log import open_log
from tests.contracts.builders import SetClock, command
from tests.faults.acts import ACTS, FailingAct
from tests.faults.layer import Kind, Layer
from tests.test_store.writer import both_streams

SESSIONS = 3
"""How often the log is closed and opened again, so that its WAL is made and unlinked as well."""


def trace(path: Path, to: Path, commands: int) -> None:
    """Records commands, each as two events in two streams."""
    layer = Layer(path.parent)
    acks = os.open(path.with_name("acks"), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    layer.trace(to)
    number = 0
    for session in range(1, SESSIONS + 1):
        with open_log(path, SetClock()) as opened:
            while number < commands * session // SESSIONS:
                opened.log.append(both_streams(0, number), command(f"0-{number}"))
                os.write(acks, b".")
                number += 1


def fail(folder: Path, what: str, most: int, plans: Sequence[str]) -> None:
    """Goes through the plans, one after the other."""
    layer = Layer(folder)
    act = ACTS[what](folder)
    for plan in plans:
        error, *numbers = plan.split(":")
        follow(layer, act, error, *map(int, numbers), most=most)


def follow(layer: Layer, act: FailingAct, error: str, times: int, start: int, step: int, *, most: int) -> None:
    """Does one act again and again, each time with another call failing, until none fails any more."""
    kinds = Kind.WRITE | Kind.CUT | Kind.OPEN | Kind.MAP if error == "ENOSPC" else Kind(127)
    kinds = Kind.WRITE | Kind.CUT if error == "EFBIG" else kinds
    for number in range(most):
        act.prepare()
        layer.arm(start + number * step, getattr(errno, error), times=times, kinds=kinds)
        told = act.attempt()
        fired = layer.fired
        layer.arm(0, 0)
        broken = act.examine(told)
        came = {"error": error, "times": times, "at": start + number * step, "fired": fired}
        sys.stdout.write(json.dumps({**came, "told": told, "broken": broken}) + "\n")
        sys.stdout.flush()
        if not fired:
            return


if __name__ == "__main__":
    if sys.argv[1] == "trace":
        trace(Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))
    else:
        fail(Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]), sys.argv[5:])
