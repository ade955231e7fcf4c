"""`audit verify` on a whole archive: events a CPU second and peak memory of the program, and of each check by itself.

CPU seconds, not those of a clock: it works on one core, and whoever else is at work on the machine does not count.
"""

from __future__ import annotations

import os
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

_KB_IN_MB = 1_000


def rows(folder: Path, *, rounds: int, events: int) -> Iterator[Row]:
    """Yields the rows on verifying, over an archive of `events` lawful events of many procedures."""
    path = folder / "archive.db"
    held = archive.write(path, events)
    runs = [_program(path) for _ in range(rounds)]
    per_second = held / median(seconds for seconds, _ in runs)
    peak_mb = max(kilobytes for _, kilobytes in runs) / _KB_IN_MB
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
    """Verifies a log in a process of its own; gives its CPU seconds and the most memory that it had, in kilobytes."""
    command = [sys.executable, "-m", "cli", "audit", "verify", "--db", str(path), "--format", "json"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"audit verify ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss


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
