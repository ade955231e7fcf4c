"""Recording: whole acts one by one, and imports of a hundred events a transaction."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

from engine.ports import Command, Write
from tests.benchmarks import floor, peer, workload
from tests.benchmarks.measure import Row, Timed, rates, timed

_MANY = 2_000
_FEW = 400


def rows(folder: Path, *, rounds: int, events: int) -> Iterator[Row]:
    """Yields the rows on recording; each round writes to new files."""
    del events
    fresh = (folder / f"write-{number}.db" for number in count())

    def whole_acts() -> tuple[int, float]:
        with workload.fresh(next(fresh)) as opened:
            desk = workload.registrar(opened)
            return timed(lambda: workload.record_evaluations(desk))

    def imported() -> tuple[int, float]:
        with workload.fresh(next(fresh)) as opened:
            workload.record_evaluations(workload.registrar(opened))
            drafts = tuple(workload.draft_of(event) for event in opened.log.read(limit=100))

            def append() -> int:
                for number in range(_MANY // len(drafts)):
                    writes = [Write(stream=f"made-up-{number}", expected_version=0, drafts=drafts)]
                    command = Command(
                        command_id=f"import {number}", command_hash="0" * 64, recorded_by=workload.RECORDER
                    )
                    opened.log.append(writes, command)
                return _MANY // len(drafts) * len(drafts)

            return timed(append)

    def plain(events_written: int, a_transaction: int) -> Timed:
        def measured() -> tuple[int, float]:
            database = floor.connect(next(fresh))
            return timed(lambda: floor.append(database, first=1, count=events_written, a_transaction=a_transaction))

        return measured

    found = rates(rounds, ours=whole_acts, sqlite3=plain(_FEW, 1), **peer.saves(fresh, _FEW, a_transaction=1))
    ours = found.pop("ours")
    yield Row("one whole act (read, admit, append, project)", "acts/s", ours, found, "1.0 × the peer's bare save")
    found = rates(rounds, ours=imported, sqlite3=plain(_MANY, 100), **peer.saves(fresh, _MANY, a_transaction=100))
    ours = found.pop("ours")
    yield Row("import, 100 events a transaction", "events/s", ours, found, "0.7 × the peer's bare save")
