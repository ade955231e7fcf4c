"""`audit verify` on a whole archive: events a CPU second and peak memory of the program, and of each check by itself.

CPU seconds, not those of a clock: it works on one core, and whoever else is at work on the machine does not count.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from cli.frame.clocks import day_of
from engine.acceptance import Judge
from procedures.calendar import finnish_calendar
from procedures.register import declarations
from store.evidence.archive import pass_over
from store.open_log import OpenLog, open_log
from store.recalling import Recalled
from tests.benchmarks import archive, workload
from tests.benchmarks.measure import Row

_BYTES_IN_KIB = 1_024
_WATCHED = """
import json, os, sys
pid = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, 1, 0)])
_, status, usage = os.wait4(pid, 0)
print(json.dumps([os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss]))
"""


def rows(folder: Path, *, rounds: int, events: int) -> Iterator[Row]:
    """Yields the rows on verifying, over an archive of `events` lawful events of many procedures."""
    path = folder / "archive.db"
    held = archive.write(path, events)
    runs = [_program(path) for _ in range(rounds)]
    per_second = held / median(seconds for seconds, _ in runs)
    peak_mb = max(kib for _, kib in runs) * _BYTES_IN_KIB / 1e6
    yield Row(f"audit verify, the whole program, {held:,} events", "events/CPU s", per_second, {}, "100,000")
    yield Row("audit verify, peak memory", "MB", peak_mb, {}, "at most 150 for 1,000,000 events")
    with open_log(path, workload.CLOCK, read_only=True) as opened:
        for name, work in (
            ("chain and tree", _chain_and_tree),
            ("projections folded and compared", _projections),
            ("acceptance and deadlines", _judge),
        ):
            yield Row(f"… {name} alone", "events/CPU s", held / _seconds(work, opened, rounds), {}, "part of the above")


def _program(path: Path) -> tuple[float, int]:
    """Verifies a log in a process of its own; gives its CPU seconds and the most memory that it had, in KiB."""
    program = [sys.executable, "-m", "cli", "audit", "verify", "--db", str(path), "--format", "json"]
    # A process is charged with the memory of the one that starts it: a small one stands between it and the generator.
    told = subprocess.run([sys.executable, "-c", _WATCHED, *program], capture_output=True, check=True)
    code, seconds, kib = json.loads(told.stdout)
    if code:
        raise RuntimeError(f"audit verify ended with {code}")
    return seconds, kib


def _seconds(work: Callable[[OpenLog], None], opened: OpenLog, rounds: int) -> float:
    taken: list[float] = []
    for _ in range(rounds):
        started = time.process_time()
        work(opened)
        taken.append(time.process_time() - started)
    return median(taken)


def _chain_and_tree(opened: OpenLog) -> None:
    if not pass_over(opened.log).chain.ok:
        raise RuntimeError("the archive is not whole")


def _projections(opened: OpenLog) -> None:
    if not all(one.equal for one in opened.projections.compare()):
        raise RuntimeError("a projection is not what the log says")


def _judge(opened: OpenLog) -> None:
    judge = Judge(
        declarations(),
        subjects=workload.Subjects(),
        calendars=lambda _: finnish_calendar(),
        day_of=day_of,
        recall=Recalled(opened.log),
    )
    found = judge.judge_all(opened.log.read())
    if found.refused or found.reckoned_otherwise:
        raise RuntimeError("the archive is not lawful")
