"""The picture of 23 subjects over ten years: made through the projections, and from the log alone."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from statistics import median

import msgspec

from cli.frame.clocks import InjectedClock, parse_instant
from cli.frame.invocation import Invocation
from cli.picture.made import picture_in
from engine.envelope import Draft
from engine.ports import Command, Write
from store.open_log import OpenLog, open_log
from tests.benchmarks import workload
from tests.benchmarks.measure import Row
from tests.pages.story import TODAY, record_story

_EVENTS = 100_000
_A_TRANSACTION = 500
_TEN_YEARS_DAYS = 3_650
_SINCE_DAYS = 420
"""The youngest of the ended cases ended so long ago: the picture of today no longer shows them."""
_NOW = f"{TODAY}T12:00"


def rows(folder: Path, *, rounds: int, events: int) -> Iterator[Row]:
    """Yields the rows on the picture, over a log of its own."""
    del events
    path = folder / "picture.db"
    record_story(path)
    with workload.fresh(folder / "evaluations.db") as evaluations:
        workload.record_evaluations(workload.registrar(evaluations))
        made: dict[str, list[Draft]] = {}
        for event in evaluations.log.read():
            made.setdefault(event.stream, []).append(workload.draft_of(event))
    with open_log(path, InjectedClock(parse_instant(_NOW, "benchmark"))) as opened:
        _years(opened, list(made.values()))
    for name, given, goal in (
        ("picture through the projections", {}, "at most 300 ms"),
        ("picture from the log alone", {"known_at": _NOW}, "at most 3,000 ms"),
    ):
        taken = [_once(path, given) for _ in range(rounds + 1)][1:]
        yield Row(f"{name}, {_EVENTS:,} events of ten years", "ms", median(taken), {}, goal)


def _once(path: Path, given: dict[str, str]) -> float:
    run = Invocation({})
    run.given = {"db": str(path), "now": _NOW, **given}
    with run.record() as record:
        started = time.perf_counter()
        picture_in(run, record)
        return (time.perf_counter() - started) * 1_000


def _years(opened: OpenLog, made: Sequence[Sequence[Draft]]) -> None:
    """Appends whole evaluations that ended within the ten years before, until the log has its events."""
    number = 0
    while opened.log.head().position < _EVENTS:
        writes: list[Write] = []
        while sum(len(write.drafts) for write in writes) < _A_TRANSACTION:
            number += 1
            drafts = made[number % len(made)]
            ended = max(draft.effective_on for draft in drafts)
            days = _SINCE_DAYS + number % _TEN_YEARS_DAYS
            back = ended - (parse_instant(_NOW, "benchmark").date() - timedelta(days=days))
            older = tuple(msgspec.structs.replace(draft, effective_on=draft.effective_on - back) for draft in drafts)
            writes.append(Write(stream=f"evaluation-old-{number}", expected_version=0, drafts=older))
        command = Command(command_id=f"years {number}", command_hash="0" * 64, recorded_by=workload.RECORDER)
        opened.log.append(writes, command)
