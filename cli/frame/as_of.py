"""Cases as they were known at a time or had come about by a day: folded from the log, as projections know only now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from cli.frame.clocks import day_of
from engine.as_it_stood import as_it_stood
from engine.case import Case
from engine.envelope import Envelope
from engine.request import AsOf
from engine.table import Table

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.wiring import Record
    from engine.ports import EventLog


def cases_as_of(record: Record, as_of: AsOf) -> Iterator[tuple[Table, Case]]:
    """Yields every case that there was as of then, in the order in which they were opened."""
    streams: dict[str, list[Envelope]] = {}
    limit = known_position(record.opened.log, as_of)
    for event in record.log.read():
        if event.position > limit:
            break
        streams.setdefault(event.stream, []).append(event)
    for events in streams.values():
        table = record.wiring.declarations.pinned(events[0].declaration)
        case = as_it_stood(table, as_of.heard(events), as_of)
        if case is not None:
            yield table.version(case.declaration), case


def known_position(log: EventLog, as_of: AsOf) -> int:
    """Gives the newest position that was known as of then."""
    head = log.head().position
    if as_of.known_at is None:
        return head
    if isinstance(as_of.known_at, int):
        return min(as_of.known_at, head)
    return _last_recorded(log, as_of.known_at, head)


def _last_recorded(log: EventLog, moment: datetime, head: int) -> int:
    """Finds the last event recorded by `moment`; the log's times never go backwards, so halving finds it."""
    low, high = 0, head
    while low < high:
        middle = (low + high + 1) // 2
        event = next(iter(log.read(after_position=middle - 1, limit=1)))
        low, high = (middle, high) if event.recorded_at <= moment else (low, middle - 1)
    return low


def seen_from(run: Invocation, record: Record) -> tuple[int, datetime, date]:
    """Gives from where a read looks: the newest position known, the instant, and the day that counts as today."""
    as_of = run.as_of
    position = known_position(record.opened.log, as_of)
    now = run.wiring.clock.now()
    if isinstance(as_of.known_at, datetime):
        now = as_of.known_at
    elif isinstance(as_of.known_at, int) and position:
        now = next(iter(record.opened.log.read(after_position=position - 1, limit=1))).recorded_at
    return position, now, as_of.in_force_on or day_of(now)
