"""Stands in for a process of ours that `tests.ready` has forked: hands it what a process gets, and ends as it ends.

`python -I -S tests/knock.py DOOR MODULE [ARGUMENT...]`. It imports as little as it can, since starting it is all that
such a process costs besides its own work.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
from types import FrameType

STREAMS = (0, 1, 2)
FORWARDED = (signal.SIGTERM, signal.SIGINT)


def knock(door: socket.socket, words: list[str]) -> int:
    """Asks for a process, lets it have our streams, and gives what became of it."""
    # The process may have begun its work before we know its number; what is sent to it until then waits.
    signal.pthread_sigmask(signal.SIG_BLOCK, FORWARDED)
    asked = {"words": words, "folder": os.getcwd(), "environment": dict(os.environ)}  # noqa: PTH109 - pathlib is slow
    socket.send_fds(door, [b"."], list(STREAMS))
    answers = door.makefile("rw", encoding="ascii")
    answers.write(json.dumps(asked) + "\n")
    answers.flush()
    child = int(answers.readline())

    def forward(number: int, _: FrameType | None) -> None:
        os.kill(child, number)

    for one in FORWARDED:
        signal.signal(one, forward)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, FORWARDED)
    # Whoever reads what the process writes waits until nobody can write any more.
    for stream in STREAMS:
        os.close(stream)
    return int(answers.readline())


def end(code: int) -> None:
    """Ends as that process did."""
    if code < 0:
        signal.signal(-code, signal.SIG_DFL) if -code != signal.SIGKILL else None
        os.kill(os.getpid(), -code)
    os._exit(code)


if __name__ == "__main__":
    with socket.socket(socket.AF_UNIX) as the_door:
        the_door.connect(sys.argv[1])
        end(knock(the_door, sys.argv[2:]))
