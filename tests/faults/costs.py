"""What one input costs: seconds of the processor, and memory at its peak."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MOST_SECONDS, MOST_BYTES = 2.0, 200_000_000
"""What one input may cost: seconds of this process, and bytes beyond what it held before."""

MOST_SECONDS_DONE = 2 * MOST_SECONDS
"""What one may cost that is no bad input and was carried out: a whole picture in three languages is work."""

_CLEAR, _STATUS = Path("/proc/self/clear_refs"), Path("/proc/self/status")


class Costs:
    """Counts one input after the other."""

    def __init__(self) -> None:
        """Nothing has been counted yet."""
        self.seconds, self.space = 0.0, 0

    @contextmanager
    def counted(self) -> Iterator[None]:
        """Counts what is done in the block."""
        held, began = memory_held(), time.process_time()
        yield
        self.seconds, self.space = time.process_time() - began, memory_peak() - held

    def too_much(self, *, done: bool = False) -> str | None:
        """Gives what the last input took too much of, refused or `done`."""
        if self.seconds > (MOST_SECONDS_DONE if done else MOST_SECONDS) or self.space > MOST_BYTES:
            return f"took {self.seconds:.1f} s and {self.space / 1_000_000:.0f} MB"
        return None


def memory_held() -> int:
    """Forgets the peak so far, and gives the bytes that are held; 0 where that cannot be told."""
    try:
        _CLEAR.write_text("5", encoding="ascii")
    except OSError:
        return 0
    return status("VmRSS")


def memory_peak() -> int:
    """The peak since it was forgotten; 0 where that cannot be told."""
    return status("VmHWM")


def status(name: str) -> int:
    """One number of bytes that the system keeps of this process; 0 where it keeps none."""
    try:
        lines = _STATUS.read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((1024 * int(line.split()[1]) for line in lines if line.startswith(name)), 0)
