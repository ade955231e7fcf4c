"""Reading: one case, the whole archive, and every projection made anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cli.frame.clocks import day_of
from engine.acceptance import Judge
from engine.case import fold
from engine.declarations import Declarations
from procedures.calendar import finnish_calendar
from procedures.register import declarations
from store.integrity import check_chain
from store.open_log import OpenLog
from tests.benchmarks import floor, workload
from tests.benchmarks.measure import Row, rates, timed
from tests.test_procedures.evaluation_stories import NEW


def rows(folder: Path, *, rounds: int, events: int) -> Iterator[Row]:
    """Yields the rows on reading, over a log of `events` events and a plain table of as many."""
    plain = floor.connect(folder / "read-floor.db")
    floor.append(plain, first=1, count=events, a_transaction=1_000)
    with workload.fresh(folder / "read.db") as opened:
        workload.record_evaluations(workload.registrar(opened))
        for length in (100, 1_000):
            yield _load(opened, plain, length, rounds)
        yield _accept(opened, rounds)
        workload.fill(opened, events)
        found = rates(
            rounds,
            ours=lambda: timed(lambda: check_chain(opened.log).checked),
            sqlite3=lambda: timed(lambda: floor.read_and_decode(plain)),
        )
        yield Row(
            "verify the chain of the whole archive", "events/s", found.pop("ours"), found, "100,000 with acceptance"
        )
        found = rates(
            rounds,
            ours=lambda: timed(lambda: _rebuild(opened)),
            sqlite3=lambda: timed(lambda: floor.read_and_decode(plain)),
        )
        yield Row("rebuild every projection", "events/s", found.pop("ours"), found, "1.5 × the peer's bare fold")
        yield _growth(folder, opened, rounds)


def _load(opened: OpenLog, plain: object, length: int, rounds: int) -> Row:
    stream = f"long-{length}"
    workload.fill_stream(opened, stream, length)
    table = NEW
    del plain

    def loaded() -> int:
        done = 0
        while done < 5_000:
            case = fold(table, opened.log.stream(stream))
            done += case.version if case else 0
        return done

    path = opened.database.path
    assert isinstance(path, Path)
    database = floor.connect(path.with_name(f"floor-{length}.db"))
    floor.append(database, first=1, count=length, a_transaction=length, streams=1)

    def read() -> int:
        return sum(floor.read_and_decode(database, "s0") for _ in range(5_000 // length))

    found = rates(rounds, ours=lambda: timed(loaded), sqlite3=lambda: timed(read))
    return Row(f"load and fold a case of {length} events", "events/s", found.pop("ours"), found, "4 × the peer's load")


def _accept(opened: OpenLog, rounds: int) -> Row:
    declared: Declarations = declarations()
    events = tuple(opened.log.read(limit=400))

    def judged() -> int:
        judge = Judge(
            declared,
            subjects=workload.Subjects(),
            calendars=lambda _: finnish_calendar(),
            day_of=day_of,
        )
        return judge.judge_all(events).events

    found = rates(rounds, ours=lambda: timed(judged))
    return Row(
        "judge by the declaration (acceptance, deadlines)", "events/s", found["ours"], {}, "100,000 with the chain"
    )


def _rebuild(opened: OpenLog) -> int:
    opened.projections.rebuild()
    return opened.log.head().position


def _growth(folder: Path, long: OpenLog, rounds: int) -> Row:
    with workload.fresh(folder / "short.db") as short:
        workload.record_evaluations(workload.registrar(short))
        found = rates(
            rounds,
            ours=lambda: timed(lambda: workload.append_singly(long, 200)),
            short=lambda: timed(lambda: workload.append_singly(short, 200)),
        )
    return Row("append one event to the long log", "events/s", found.pop("ours"), found, "at most 1.2 × slower")
