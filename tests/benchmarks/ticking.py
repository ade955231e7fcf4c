"""The tick: what it costs when nothing is due, and how fast it records what is."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median

import msgspec

from cli.deadline.ticking import tick
from cli.frame.clocks import InjectedClock
from cli.schedule.life import Life
from cli.wiring import Record
from engine.envelope import Deadline, DerivationRecord
from engine.ports import Command, Write
from engine.registrar import Registrar
from procedures.register import declarations
from store.open_log import create_log
from tests.benchmarks import floor, workload
from tests.benchmarks.measure import Row
from tests.test_cli.library import LIBRARIAN, MadeUpMachine, lend, library
from tests.test_procedures.evaluation_stories import NEW

_OPEN, _DUE = 100_000, 10_000
_A_CASE = 100
_YEARS = 10
_BEGINNING = datetime(2030, 1, 2, 10, tzinfo=UTC)


def rows(folder: Path, *, rounds: int, events: int) -> Iterator[Row]:
    """Yields the rows on the tick, over logs of their own."""
    del events
    yield from _none_due(folder, rounds)
    yield _many_due(folder)


def _none_due(folder: Path, rounds: int) -> Iterator[Row]:
    """A hundred thousand deadlines of evaluations over ten years, every reminder that has come recorded before."""
    path, machine = folder / "none-due.db", MadeUpMachine(_BEGINNING)
    create_log(path, InjectedClock(_BEGINNING))
    with library(path, machine.clock(), declared=declarations()) as record:
        _plan(record)
        life = Life.of_this_process()
        sum(1 for _ in tick(record, LIBRARIAN, life))
        plain = _plain_due_list(folder / "none-due-floor.db")
        running: list[float] = []
        single: list[float] = []
        bare: list[float] = []
        for _ in range(10 * rounds):
            running.append(_milliseconds(lambda: sum(1 for _ in tick(record, LIBRARIAN, life))))
            single.append(_milliseconds(lambda: sum(1 for _ in tick(record, LIBRARIAN))))
            bare.append(_milliseconds(lambda: _look(plain)))
    for whose, ours in (("of a scheduler that runs", running), ("called by itself", single)):
        name = f"tick {whose}, {_OPEN:,} open deadlines and none due"
        yield Row(name, "ms", median(ours), {"sqlite3": median(bare)}, "at most 10 ms")


def _many_due(folder: Path) -> Row:
    """Ten thousand deadlines that passed yesterday, a thousand at a time beside a thousand plain inserts."""
    path, machine = folder / "many-due.db", MadeUpMachine(_BEGINNING)
    lend(path, [(_BEGINNING - timedelta(days=1)).date()] * _DUE)
    plain, few = floor.connect(folder / "many-due-floor.db"), _DUE // 10
    ours: list[float] = []
    bare: list[float] = []
    with library(path, machine.clock()) as record:
        firing = tick(record, LIBRARIAN)
        for number in range(10):
            ours.append(few / _milliseconds(lambda: sum(1 for _ in islice(firing, few))) * 1_000)
            insert = partial(floor.append, plain, first=number * few + 1, count=few, a_transaction=1)
            bare.append(few / _milliseconds(insert) * 1_000)
    return Row(f"tick, {_DUE:,} due", "firings/s", median(ours), {"sqlite3": median(bare)}, "1,000/s")


def _plan(record: Record) -> None:
    """Appends made-up evaluations, each with a hundred deadlines, over the years to come."""
    # A real opening of a real declaration, with other deadlines.
    desk = Registrar(
        record.log,
        index=record.opened.index,
        declarations=declarations(),
        subjects=workload.Subjects(),
        calendar=record.wiring.calendar,
        clock=record.wiring.clock,
    )
    workload.record_evaluations(desk)
    opening = workload.draft_of(next(iter(record.log.read(limit=1))))
    names = [name for name, rule in NEW.deadlines.items() if rule.reminders_days]
    for number in range(_OPEN // _A_CASE):
        deadlines = tuple(_deadline(names[n % len(names)], number, n) for n in range(_A_CASE))
        draft = msgspec.structs.replace(opening, deadlines=deadlines)
        command = Command(command_id=f"plan {number}", command_hash="0" * 64, recorded_by=workload.RECORDER)
        record.log.append([Write(stream=f"planned-{number}", expected_version=0, drafts=(draft,))], command)


def _deadline(name: str, case: int, number: int) -> Deadline:
    due = _BEGINNING.date() + timedelta(days=1 + (case * _A_CASE + number) * _YEARS * 365 // _OPEN)
    return Deadline(
        name=name,
        generation=number + 1,
        kind="period_from_event",
        due=due,
        started_on=_BEGINNING.date() - timedelta(days=100),
        rule=f"evaluation.{name}",
        basis="made up",
        law_status="practice",
        calendar="none",
        status="open",
        derivation=(DerivationRecord(step="start", date=due, why="made up"),),
    )


def _plain_due_list(path: Path) -> sqlite3.Connection:
    """The least that could be called a due list: a table of days with an index, and one row that is written over."""
    database = floor.connect(path)
    database.execute("CREATE TABLE due (id INTEGER PRIMARY KEY, status TEXT, due TEXT)")
    database.execute("CREATE TABLE beat (id INTEGER PRIMARY KEY, at INTEGER)")
    database.execute("INSERT INTO beat VALUES (1, 0)")
    database.execute("BEGIN")
    days = ((_BEGINNING.date() + timedelta(days=1 + n * _YEARS * 365 // _OPEN)).isoformat() for n in range(_OPEN))
    database.executemany("INSERT INTO due (status, due) VALUES ('open', ?)", ((day,) for day in days))
    database.execute("CREATE INDEX ix_due ON due (status, due)")
    database.execute("COMMIT")
    return database


def _look(database: sqlite3.Connection) -> None:
    database.execute("SELECT id FROM due WHERE status = 'open' AND due < '2030-01-02'").fetchall()
    database.execute("UPDATE beat SET at = at + 1")


def _milliseconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1_000
