"""What a row of the promises is, what came of it, and the ledger in which that is written down."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


class CannotRun(Exception):
    """Something that a row needs is not to be had on this machine; the reason is its text."""


@dataclass(frozen=True, slots=True)
class Dose:
    """How much of a row is done: with which seed, in which folder, and whether the full figures are wanted.

    After so many `minutes` rows of generated inputs stop and say how far they came.
    """

    seed: int
    folder: Path
    long: bool = False
    minutes: float | None = None

    def of(self, ordinary: int, full: int) -> int:
        """The one number for a little of a row, the other for all of it."""
        return full if self.long else ordinary


@dataclass(slots=True)
class Outcome:
    """How often a fault was injected, what was seen, and what did not hold."""

    times: int = 0
    seen: dict[str, Any] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its name, what is promised, what is injected, and how."""

    name: str
    promise: str
    injected: str
    run: Callable[[Dose], Outcome]


def entry(row: Row, dose: Dose) -> dict[str, Any]:
    """Runs a row, and gives its line of the ledger."""
    started = time.monotonic()
    try:
        outcome = row.run(dose)
        verdict = "broken" if outcome.broken else "kept"
    except CannotRun as reason:
        outcome, verdict = Outcome(seen={"reason": str(reason)}), "not run"
    return {
        "row": row.name,
        "promise": row.promise,
        "injected": row.injected,
        "times": outcome.times,
        "seed": dose.seed,
        "outcome": verdict,
        "seen": outcome.seen,
        "broken": outcome.broken,
        "seconds": round(time.monotonic() - started, 1),
        "repeat": f"python -m tests.faults{' --long' if dose.long else ''} --only {row.name} --seed {dose.seed}",
    }


def line(told: Mapping[str, Any]) -> str:
    """One line of the ledger as JSON."""
    return json.dumps(told, ensure_ascii=False, sort_keys=True) + "\n"


def summary(told: Sequence[Mapping[str, Any]]) -> str:
    """The ledger as a table for people, with the command that repeats each row that did not hold."""
    lines = ["| Row | Injected | Times | Seed | Outcome | Seen | Seconds |", "|---|---|---:|---:|---|---|---:|"]
    for one in told:
        seen = ", ".join(f"{name} {value}" for name, value in one["seen"].items())
        cells = (one["row"], one["injected"], f"{one['times']:,}", one["seed"], one["outcome"], seen, one["seconds"])
        lines.append("| " + " | ".join(str(cell).replace("|", "/").replace("\n", " ") for cell in cells) + " |")
    for one in told:
        lines += [f"\n{one['row']}: {what}\n  again: {one['repeat']}" for what in one["broken"][:10]]
    return "\n".join(lines) + "\n"
