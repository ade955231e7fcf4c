"""The peer that `docs/promises.md` names, if it is installed: the package `eventsourcing` on SQLite."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.benchmarks.measure import Timed, timed


def saves(fresh: Iterator[Path], count: int, *, a_transaction: int) -> dict[str, Timed]:
    """Gives the peer's bare save of an aggregate with `a_transaction` events, or nothing when it is not installed."""
    try:
        application: Any = importlib.import_module("eventsourcing.application")
        domain: Any = importlib.import_module("eventsourcing.domain")
    except ModuleNotFoundError:
        return {}

    def measured() -> tuple[int, float]:
        app = application.Application({"PERSISTENCE_MODULE": "eventsourcing.sqlite", "SQLITE_DBNAME": str(next(fresh))})
        aggregate = domain.Aggregate()
        app.save(aggregate)

        def save() -> int:
            for _ in range(count // a_transaction):
                for _ in range(a_transaction):
                    aggregate.trigger_event(domain.Aggregate.Event)
                app.save(aggregate)
            return count // a_transaction * a_transaction

        return timed(save)

    return {"peer": measured}
