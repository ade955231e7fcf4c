"""Real writers in processes of their own, for the races and the kills.

Importing takes longer than hundreds of appends, so one process imports everything and forks a writer whenever it is
told to. No log is ever open while it forks.

`python -m tests.test_store.writer race PATH WRITERS TIMES STREAMS` lets writers append at once and tells every
acknowledgement; `... serve PATH` starts one writer for each line `go ROUND` on standard input.
"""

from __future__ import annotations

import os
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from engine.errors import Conflict
from engine.ports import EventLog, Write
from store.open_log import open_log
from store.place import Place, as_place
from tests.contracts.builders import SetClock, command, deadline, draft, opening, task, write


def say(*words: object) -> None:
    """Writes one line at once, in one piece, however many processes share the pipe."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def append_until_recorded(log: EventLog, command_id: str, stream: str) -> tuple[int, int]:
    """Appends one event, looking again whenever somebody else was first; gives its version and position."""
    turn: AbstractContextManager[None] = nullcontext()
    while True:
        try:
            with turn:
                version = log.version(stream)
                drafted = (
                    draft(data={"by": command_id}) if version else opening(deadlines=(deadline(),), tasks=(task(),))
                )
                (event,) = log.append([write(stream, version, drafted)], command(command_id)).events
        except Conflict:
            turn = log.turn()
            continue
        return event.version, event.position


def race(place: Place, writers: int, times: int, streams: int) -> None:
    # Opened once and closed before anybody forks: a writer's driver and statements are then there already.
    open_log(place, SetClock()).close()
    children = []
    for writer in range(writers):
        child = os.fork()
        if child:
            children.append(child)
            continue
        with open_log(place, SetClock()) as opened:
            for number in range(times):
                command_id, stream = f"w{writer}-{number}", f"kite-{(writer + number) % streams}"
                say("ack", command_id, stream, *append_until_recorded(opened.log, command_id, stream))
        os._exit(0)
    for child in children:
        say("done", os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


def both_streams(round_: int, number: int) -> list[Write]:
    """What command `number` of a round asks for: one event in each of two streams, so that half of it would show."""
    drafted = draft(data={"round": round_, "number": number}) if number else opening(deadlines=(deadline(),))
    return [write(f"kite-{round_}-{side}", number, drafted) for side in "ab"]


def serve(path: Path) -> None:
    for line in sys.stdin:
        round_ = int(line.split()[1])
        child = os.fork()
        if not child:
            write_for_ever(path, round_)
        say("pid", child)
        os.waitpid(child, 0)
        say("gone", round_)


def write_for_ever(path: Path, round_: int) -> None:
    with open_log(path, SetClock()) as opened:
        number = 0
        while True:
            opened.log.append(both_streams(round_, number), command(f"{round_}-{number}"))
            say("ack", round_, number)
            number += 1


if __name__ == "__main__":
    if sys.argv[1] == "race":
        race(as_place(sys.argv[2]), *map(int, sys.argv[3:6]))
    else:
        serve(Path(sys.argv[2]))
