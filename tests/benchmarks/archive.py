"""A whole archive in bulk: the golden histories of many procedures, told again and again side by side, and sealed.

Each telling has cases, events and commands of its own, and every event is one that its declaration accepts, so that
`audit verify` finds nothing. Each county tells its histories one after another while the other counties tell theirs,
as cases run in life; what concerns the state as a whole is told in lanes of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import count, cycle, islice
from pathlib import Path
from typing import Any

import msgspec

from engine.envelope import Envelope, canonical, decode, event_hash
from store.event_log import INSERT, row_of
from store.open_log import create_log, open_log
from store.sealing import Sealed
from tests.benchmarks import workload
from tests.golden.corpus import FOLDER

# Counties that are no party of a told case which is about another one.
_COUNTIES = tuple(f"{number:02}" for number in (2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 14, 16, 18, 19, 20, 21))
_OF_A_COUNTY = (
    "borrowing_authority_change/borrowing_authority_change@2021-07-01/conditions_fulfilled",
    "county_assessment/county_assessment@2025-01-01/supported",
    "division_inquiry/division_inquiry@2021-07-01/merger",
    "county_observation/county_observation@2025-01-01/answered",
    "deficit_extension/deficit_extension@2026-03-06/annulled_and_granted",
    "borrowing_authority_change/borrowing_authority_change@2025-01-01/refused_at_first",
    "county_reform_plan/county_reform_plan@2025-01-01/carried_out",
    "division_inquiry/division_inquiry@2025-12-15/against_the_council_then_annulled",
    "red_flag/red_flag@2025-01-01/helped",
    "borrowing_authority_change/borrowing_authority_change@2025-01-01/conditions_fulfilled",
    "deficit_extension/deficit_extension@2026-03-06/granted_and_left_uncovered",
    "division_inquiry/division_inquiry@2025-12-15/transfer",
)
_OF_THE_STATE = (
    (
        "hus_agreement/hus_agreement@2024-08-01/decided_while_amended",
        "hus_agreement/hus_agreement@2023-01-01/amended",
        "agreement_decision/agreement_decision@2023-01-01/replaced",
    ),
    (
        "reform_programme/reform_programme@2025-01-01/completed",
        "situation_round/situation_round@2021-06-30/everybody_answers",
        "government_commitment/government_commitment@2025-04-23/settled",
    ),
)
_FIRST_AT = datetime(2040, 1, 2, 6, tzinfo=UTC)
_A_TRANSACTION = 5_000


def write(path: Path, events: int) -> int:
    """Makes a log at `path` that holds at least `events` events, whole histories only, with its projections.

    Gives how many it holds.
    """
    create_log(path, workload.CLOCK)
    with open_log(path, workload.CLOCK) as opened:
        sealed = _sealed(told(events), opened.log.identity.anchor)
        position = 0
        while rows := [row_of(one) for one in islice(sealed, _A_TRANSACTION)]:
            with opened.database.writing():
                opened.database.change_many(INSERT, rows)
            position += len(rows)
        opened.projections.rebuild()
    return position


def _sealed(events: Iterator[Envelope], anchor: str) -> Iterator[Sealed]:
    previous_hash = anchor
    for event in events:
        sealed = msgspec.structs.replace(event, previous_hash=previous_hash)
        stored = canonical(sealed)
        previous_hash = event_hash(stored)
        yield Sealed(sealed, stored, previous_hash)


def told(events: int) -> Iterator[Envelope]:
    """Yields at least `events` events in their order, each in its place in the log, but not sealed.

    The lanes tell in turn, one command each, until enough was told, and then end what they have begun.
    """
    numbers = count(1)
    lanes = [
        _lane([_Tale(name, county) for name in _OF_A_COUNTY], numbers, start) for start, county in enumerate(_COUNTIES)
    ]
    lanes += [_lane([_Tale(name) for name in names], numbers, 0) for names in _OF_THE_STATE]
    position = 0
    while lanes:
        for lane in [*lanes]:
            commanded = next(lane)
            if position >= events and commanded[0].version == 1:
                lanes.remove(lane)
                continue
            for event in commanded:
                position += 1
                at = _FIRST_AT + timedelta(seconds=position)
                yield msgspec.structs.replace(event, position=position, recorded_at=at)


def _lane(tales: Sequence[_Tale], numbers: Iterator[int], start: int) -> Iterator[list[Envelope]]:
    """Yields what each command of the histories recorded, one history after another without an end."""
    for tale in islice(cycle(tales), start % len(tales), None):
        yield from tale.tell(next(numbers))


class _Tale:
    """One golden history that can be told anew."""

    def __init__(self, name: str, county: str | None = None) -> None:
        lines = (FOLDER / f"{name}.jsonl").read_bytes().splitlines()
        events = [json.loads(line) for line in lines]
        new: dict[str, str] = {}
        for event in events:
            for own in (event["stream"], event["event_id"], event["command_id"]):
                new[own] = f"{own}-@number@"
            if county is not None and "opening" in event:
                new[event["opening"]["subject"]] = county
        self._events = [json.dumps(_renamed(event, new)) for event in events]
        self._commands = [event["command_id"] for event in events]

    def tell(self, number: int) -> Iterator[list[Envelope]]:
        """Yields the events of each command, with names of their own."""
        together: list[Envelope] = []
        before = None
        for command_id, text in zip(self._commands, self._events, strict=True):
            if together and command_id != before:
                yield together
                together = []
            together.append(decode(text.replace("@number@", str(number)).encode()))
            before = command_id
        yield together


def _renamed(value: Any, new: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return new.get(value, value)
    if isinstance(value, list):
        return [_renamed(inner, new) for inner in value]
    if isinstance(value, dict):
        return {key: _renamed(inner, new) for key, inner in value.items()}
    return value
