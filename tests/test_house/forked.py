"""A process that tells what it got: `python -m tests.test_house.forked tell|fail|wait`."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path


def tell() -> None:
    """Tells its arguments, folder, environment and input, and ends with 3."""
    sys.stdout.write(f"{sys.argv[1:]}\n{Path.cwd()}\n{dict(os.environ)}\n{sys.stdin.read()}\n")
    sys.stderr.write("to the error stream\n")
    sys.exit(3)


def fail() -> None:
    """Fails."""
    raise RuntimeError("made up")


def wait() -> None:
    """Tells its number and waits to be ended; asked to, it ends with 5."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(5))
    sys.stdout.write(f"{os.getpid()}\n")
    sys.stdout.flush()
    time.sleep(60)


if __name__ == "__main__":
    {"tell": tell, "fail": fail, "wait": wait}[sys.argv[1]]()
