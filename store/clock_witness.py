"""The database's clock as a witness against a writer's: on a server they are of two machines, and cannot differ.

What is recorded by a clock that is ahead holds the time of every later event there, for everybody, until the true time
has caught up; what is recorded by one that is behind is judged by another day than the others live in.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from engine.errors import Fault
from engine.ports import Clock

MOST_OFF = timedelta(minutes=1)
"""How far two clocks that are kept right may be apart, and how long an answer may be on its way."""


def ensure_witnessed(clock: Clock, told: datetime | None) -> None:
    """Makes sure that a machine's clock is not far from what the database has just told of its own (None: nothing).

    An injected clock is somebody's own word, and is not compared.

    Raises:
        Fault: `clock-doubtful`.
    """
    if told is None or clock.kind != "system":
        return
    now = clock.now()
    if abs(now - told) > MOST_OFF:
        raise Fault(
            "clock-doubtful",
            f"The clock of this machine says {shown(now)}, but that of the database {shown(told)}. Nothing was stored; "
            "put the clock that is wrong right, and keep both by NTP.",
            try_next="ohjaus doctor",
            details={"reason": "database", "now": now, "witness": told, "here": shown(now), "there": shown(told)},
        )


def shown(instant: datetime) -> str:
    """Gives an instant as it is written in a sentence."""
    return f"{instant:%Y-%m-%dT%H:%M:%SZ}"
