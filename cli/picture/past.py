"""Which cases a picture of the past needs: told from a glance at each event, so that few of them are read whole.

A glance reads of an event only its type, its state, its legal day and whether it ended its case. A case that a
correction touched is always read whole, since what it says of its end may read otherwise now.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from cli.frame.as_of import known_position
from cli.rights.veil import without_wholly_veiled
from engine.as_it_stood import as_it_stood
from engine.correction_reading import CORRECTING

if TYPE_CHECKING:
    from cli.wiring import Record
    from engine.case import Case
    from engine.request import AsOf
    from engine.table import Table


class _Glance(msgspec.Struct, gc=False):
    """What of an event tells whether its case has ended."""

    stream: str
    type: str
    state: str
    effective_on: str
    closes: bool = False


class _Standing(msgspec.Struct, gc=False):
    """Where a case stands after the events glanced at."""

    state: str
    since: str
    closed: bool
    corrected: bool = False


_decode = msgspec.json.Decoder(_Glance).decode


def cases_of_the_past(record: Record, as_of: AsOf, earliest_end: date) -> Iterator[tuple[Table, Case]]:
    """Yields the cases that were open as of then or had ended on a day or later, in the order of their beginning."""
    declarations = record.wiring.declarations
    for stream in _streams(record, as_of, earliest_end.isoformat()):
        events = without_wholly_veiled(record.log.stream(stream))
        heard = as_of.heard(events)
        if heard and heard[0].opening is not None:
            table = declarations.pinned(heard[0].declaration)
            case = as_it_stood(table, heard, as_of)
            if case is not None:
                yield table.version(case.declaration), case


def _streams(record: Record, as_of: AsOf, earliest_end: str) -> Iterator[str]:
    limit = known_position(record.opened.log, as_of)
    last_day = as_of.in_force_on.isoformat() if as_of.in_force_on else "9999"
    standings: dict[str, _Standing] = {}
    for rows in record.opened.log.stored():
        for row in rows:
            if row[0] <= limit:
                _glance(standings, _decode(row[-1]), last_day)
        if rows[-1][0] >= limit:
            break
    for stream, standing in standings.items():
        if standing.corrected or not standing.closed or standing.since >= earliest_end:
            yield stream


def _glance(standings: dict[str, _Standing], event: _Glance, last_day: str) -> None:
    found = standings.get(event.stream)
    if event.type in CORRECTING and found is not None:
        found.corrected = True
    elif event.effective_on > last_day:
        return
    elif found is None:
        standings[event.stream] = _Standing(event.state, event.effective_on, event.closes)
    elif event.state != found.state:
        found.state, found.since, found.closed = event.state, event.effective_on, event.closes
