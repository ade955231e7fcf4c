"""Writers and tailing readers in processes of their own, on one log, in a file or on a server.

`python -m tests.faults.racers PLACE WRITERS READERS TIMES STREAMS` forks them all once everything is imported, and
prints what each of them did as a line of JSON. No log is open while it forks.
"""

from __future__ import annotations

import json
import os
import random
import sys
import tempfile
import time
from contextlib import nullcontext
from typing import Any

from engine.errors import Conflict, Fault, OhjausError
from store.open_log import OpenLog, open_log
from store.place import Place, as_place
from tests.contracts.builders import SetClock, command, draft, opening, write

PATIENCE_SECONDS = 600
QUIET_SECONDS = 120
"""After so long without an event a reader takes it that no more will come."""

GONE = ("connection-lost", "perhaps-stored", "server-silent", "server-refused", "server-full")
"""The codes that tell of a server that is gone; whoever meets one asks again with the same command id."""


def writes(place: Place, writer: int, times: int, streams: int) -> dict[str, Any]:
    """Appends so often, looking again after a while whenever somebody was first, or the server is gone."""
    told: list[tuple[str, str, int, int]] = []
    errors: list[str] = []
    conflicts, longest, lost, most = 0, 0.0, 0, 0
    opened: OpenLog | None = None
    for number in range(times):
        command_id, stream = f"w{writer}-{number}", f"kite-{(writer + number) % streams}"
        began, tries = time.monotonic(), 0
        while time.monotonic() - began < PATIENCE_SECONDS:
            try:
                if opened is None:
                    opened = open_log(place, SetClock())
                # Whoever was too late looks again when it is its turn; where there are turns.
                with opened.log.turn() if tries else nullcontext():
                    version = opened.log.version(stream)
                    drafted = draft(data={"by": command_id}) if version else opening()
                    (event,) = opened.log.append([write(stream, version, drafted)], command(command_id)).events
            except Conflict:
                conflicts += 1
                tries += 1
                # Who looks again at once, among sixty others that do, is mostly too late again.
                time.sleep(random.uniform(0, 0.01 * 2 ** min(tries, 7)))  # noqa: S311 - jitter is no secret
            except Fault as error:
                if error.code not in GONE:
                    errors.append(error.code)
                    break
                lost += 1
                opened = None
                time.sleep(0.05)
            else:
                told.append((command_id, stream, event.version, event.position))
                break
        longest, most = max(longest, time.monotonic() - began), max(most, tries)
    counted = {"conflicts": conflicts, "lost": lost, "longest": longest, "most": most}
    return {"kind": "writer", "told": told, "errors": errors, **counted}


def reads(place: Place, events: int) -> dict[str, Any]:
    """Follows the log until so many events have come, and tells where it was not the next one that came."""
    errors: list[str] = []
    reached, skipped, lost = 0, 0, 0
    latest = time.monotonic() + QUIET_SECONDS
    while reached < events and time.monotonic() < latest and not errors:
        try:
            with open_log(place, SetClock(), read_only=True) as opened:
                while reached < events and time.monotonic() < latest:
                    for event in opened.log.read(after_position=reached):
                        skipped += event.position != reached + 1
                        reached = event.position
                        latest = time.monotonic() + QUIET_SECONDS
                    time.sleep(0.005)
        except OhjausError as error:
            if error.code in GONE:
                lost += 1
                time.sleep(0.05)
            else:
                errors.append(error.code)
    return {"kind": "reader", "reached": reached, "skipped": skipped, "lost": lost, "errors": errors}


def race(place: Place, writers: int, readers: int, times: int, streams: int) -> None:
    """Lets them all begin at once."""
    children = []
    for number in range(writers + readers):
        child = os.fork()
        if child:
            children.append(child)
            continue
        done = reads(place, writers * times) if number < readers else writes(place, number - readers, times, streams)
        say(json.dumps(done))
        os._exit(0)
    for child in children:
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if code:
            say(json.dumps({"kind": "died", "code": code}))


def say(line: str) -> None:
    """Writes one line under a lock, since what a writer tells does not fit into a pipe at once."""
    data = (line + "\n").encode()
    os.lockf(LOCK, os.F_LOCK, 0)
    while data:
        data = data[os.write(1, data) :]
    os.lockf(LOCK, os.F_ULOCK, 0)


_LOCK_FILE = tempfile.TemporaryFile()  # noqa: SIM115 - open for as long as there are writers
LOCK = _LOCK_FILE.fileno()

if __name__ == "__main__":
    race(as_place(sys.argv[1]), *map(int, sys.argv[2:6]))
