"""Drafts, commands and clocks for tests of the log: complete, visibly made up, and named for the point they make."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from engine.envelope import ActOf, Deadline, DerivationRecord, Draft, Opening, RecordedBy, Task
from engine.ports import Command, Write

MIDSUMMER = date(2031, 6, 21)
RECORDER = RecordedBy(person="test-person-1", identity="asserted", role="tester", organisation="99")


@dataclass(slots=True)
class SetClock:
    """A clock that stands where it is set, in UTC; `tick` moves it."""

    time: datetime = field(default_factory=lambda: datetime(2031, 6, 21, 9, 0, tzinfo=UTC))
    kind: str = "injected"

    def now(self) -> datetime:
        return self.time

    def today(self) -> date:
        return self.time.date()

    def tick(self, **by: float) -> None:
        self.time += timedelta(**by)


def command(command_id: str, asks: str = "the same") -> Command:
    """A command; its hash stands for what it asks."""
    return Command(command_id=command_id, command_hash=f"hash of {asks}", recorded_by=RECORDER)


def draft(type_: str = "kite.flown", on: date = MIDSUMMER, **values: Any) -> Draft:
    """Any event of a made-up procedure."""
    made: dict[str, Any] = {
        "type": type_,
        "schema": 1,
        "effective_on": on,
        "act_of": ActOf(role="kite_office", organisation="99"),
        "declaration": "kite@1",
        "declaration_hash": "0" * 64,
        "parameters": {},
        "calendar": "none-1",
        "basis": ("999/2031 1 §",),
        "data": {},
        "state": "flying",
        "publicity": "public",
        "precision": "exact",
    }
    return Draft(**{**made, **values})


def opening(subject: str = "99", procedure: str = "kite", on: date = MIDSUMMER, **values: Any) -> Draft:
    """The event that opens a case about `subject`."""
    about = Opening(
        procedure=procedure, subject=subject, parties=(subject, "FI"), ministry="ministry-99", ground="windy"
    )
    return draft(f"{procedure}.opened", on, opening=about, **{"state": "opened", **values})


def closing(type_: str = "kite.landed", on: date = MIDSUMMER, **values: Any) -> Draft:
    """The event that ends a case."""
    return draft(type_, on, **{"state": "landed", "closes": True, **values})


def deadline(
    name: str = "answer", due: date = MIDSUMMER, generation: int = 1, status: str = "open", **values: Any
) -> Deadline:
    """A deadline that is due on `due`."""
    made: dict[str, Any] = {
        "name": name,
        "generation": generation,
        "kind": "statutory",
        "due": due,
        "started_on": MIDSUMMER,
        "rule": f"kite.{name}",
        "basis": "999/2031 2 §",
        "law_status": "statute",
        "calendar": "none-1",
        "status": status,
        "derivation": (DerivationRecord(step="start", date=MIDSUMMER, why="the kite flew"),),
    }
    return Deadline(**{**made, **values})


def task(
    name: str = "reel in", role: str = "kite_office", generation: int = 1, status: str = "open", **values: Any
) -> Task:
    """A task that waits for `role`."""
    made: dict[str, Any] = {
        "name": name,
        "generation": generation,
        "role": role,
        "organisation": "99",
        "basis": "999/2031 3 §",
        "raised_on": MIDSUMMER,
        "status": status,
    }
    return Task(**{**made, **values})


def write(stream: str, expected_version: int, *drafts: Draft, causes: tuple[int | None, ...] = ()) -> Write:
    """Drafts for one stream that stands at `expected_version`."""
    return Write(stream=stream, expected_version=expected_version, drafts=drafts, causes=causes)
