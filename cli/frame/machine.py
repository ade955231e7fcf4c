"""What this machine says of the time: its clock, which is set, and its count of seconds, which nobody sets.

A clock can be set to another hour, day or year at any moment. The seconds since the machine started only grow, also
while it sleeps where the system counts that; so a reading of both, beside a later one, shows whether the clock was set.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from uuid import uuid4


@dataclass(frozen=True, slots=True)
class Reading:
    """The clock and the count of seconds, read together. Counts compare only within the same `boot`."""

    at: datetime
    seconds: float
    boot: str


def _now() -> datetime:
    return datetime.now(UTC)


def _seconds() -> float:
    # Linux counts sleep in BOOTTIME only, macOS in MONOTONIC; without either, Python's own is all there is.
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC"):
        clock_id = getattr(time, name, None)
        if clock_id is not None:
            return time.clock_gettime(clock_id)
    return time.monotonic()


@cache
def _boot() -> str:
    """Gives a name for the present start of this machine; where the system tells none, one for this process."""
    try:
        started = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        # Processes with a clock namespace of their own count from another beginning.
        namespace = Path("/proc/self/ns/time")
        return f"{started}/{namespace.readlink()}" if namespace.is_symlink() else started
    except (OSError, UnicodeDecodeError):
        return f"process/{uuid4()}"


@dataclass(frozen=True, slots=True)
class Machine:
    """Where clock and count are read."""

    now: Callable[[], datetime] = field(default=_now)
    seconds: Callable[[], float] = field(default=_seconds)
    boot: Callable[[], str] = field(default=_boot)

    def read(self) -> Reading:
        """Reads clock and count together."""
        return Reading(self.now(), self.seconds(), self.boot())


THIS_MACHINE = Machine()
