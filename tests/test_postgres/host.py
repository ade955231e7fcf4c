"""A host of its own: a process with its own settings that records until it is done, however often the server is lost.

`python -m tests.test_postgres.host ADDRESS NAME TIMES STREAMS` tells each acknowledgement on a line of its own. After a
fault it tries again with the same command id, as the fault says.
"""

from __future__ import annotations

import sys
import time

from engine.errors import Conflict, Fault
from store.open_log import open_log
from store.postgres.address import parse_server
from tests.contracts.builders import SetClock, command, deadline, draft, opening, write
from tests.test_store.writer import say

PATIENCE_SECONDS = 60


def record(address: str, name: str, times: int, streams: int) -> None:
    """Records, and says each acknowledgement once it has it."""
    number, latest = 0, time.monotonic() + PATIENCE_SECONDS
    while number < times:
        try:
            with open_log(parse_server(address), SetClock()) as opened:
                while number < times:
                    command_id, stream = f"{name}-{number}", f"kite-{number % streams}"
                    version = opened.log.version(stream)
                    drafted = draft() if version else opening(deadlines=(deadline(),))
                    try:
                        (event,) = opened.log.append([write(stream, version, drafted)], command(command_id)).events
                    except Conflict:
                        continue
                    say("ack", command_id, event.stream, event.version, event.position)
                    number += 1
        except Fault:
            if time.monotonic() > latest:
                raise
            time.sleep(0.05)


if __name__ == "__main__":
    record(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
