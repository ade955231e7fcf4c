"""Starting the writers of `tests.test_store.writer`."""

from __future__ import annotations

import subprocess
from pathlib import Path

from store.place import Place
from tests.contracts.event_log import Acknowledged
from tests.ready import program

ROOT = Path(__file__).parents[2]


def writer(*arguments: object) -> subprocess.Popen[str]:
    """Starts the writer process with pipes to talk to it."""
    return subprocess.Popen(
        [*program("tests.test_store.writer"), *map(str, arguments)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    )


def race(place: Place, writers: int, times: int, streams: int) -> list[Acknowledged]:
    """Lets writers in processes of their own append at the same time, and gives what they were told."""
    # A test server is trusted on loopback: its address holds no secret that the command line would show.
    with writer("race", place, writers, times, streams) as process:
        # Twenty appends a second is a tenth of what a busy machine does: whoever takes longer hangs.
        output, _ = process.communicate(timeout=120 + writers * times // 20)
    lines = [line.split() for line in output.splitlines()]
    assert [words[1] for words in lines if words[0] == "done"] == ["0"] * writers
    return [Acknowledged(words[1], words[2], int(words[3]), int(words[4])) for words in lines if words[0] == "ack"]
