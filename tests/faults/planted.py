"""Inputs that are known to be too much, for a test of the tests: `python -m tests.faults.planted` prints what is told.

The first of them never ends, the second ends the process, the third takes all the memory that there is.
"""

from __future__ import annotations

import itertools
import json
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from tests.faults.costs import MOST_SECONDS, Costs
from tests.faults.fuzzing import Heard, Say, in_a_process

NUMBERS = range(8)
SPUN_SECONDS = 0.5
"""How long the first of them is let run: waiting the whole time for what never ends would prove no more."""


def spin() -> None:
    """Never ends."""
    for _ in itertools.count():
        pass


def crash() -> None:
    """Ends the process as a fault in a library of C does."""
    os.kill(os.getpid(), signal.SIGSEGV)


def eat() -> None:
    """Takes memory until there is none."""
    _ = [bytes([number % 256]) * 10_000_000 for number in range(10_000)]


PLANTED = {1: spin, 3: crash, 5: eat}


def bring(batch: Sequence[int], say: Say) -> None:
    """Brings inputs, some of which are known to be too much."""
    costs = Costs()
    for number in batch:
        signal.setitimer(signal.ITIMER_PROF, SPUN_SECONDS if PLANTED.get(number) is spin else 2 * MOST_SECONDS)
        with costs.counted():
            wrong = took(number)
        signal.setitimer(signal.ITIMER_PROF, 0)
        say({"exit": 0, "seconds": costs.seconds, "bytes": costs.space, "wrong": wrong})


def took(number: int) -> list[str]:
    """What an input did that it may not, as far as it can tell itself."""
    try:
        PLANTED.get(number, int)()
    except MemoryError:
        return [f"input {number}: too much"]
    return []


def told() -> Mapping[str, Any]:
    """What is heard of them all."""
    heard, number = Heard(), 0
    while number < NUMBERS.stop:
        batch = range(number, NUMBERS.stop)
        number = in_a_process(partial(bring, batch), batch, heard)
    return {"times": heard.outcome.times, "broken": heard.outcome.broken}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(told()))
