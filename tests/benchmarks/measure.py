"""Measuring in turn: ours, floor, ours, floor … so that a machine whose speed drifts treats both alike."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

Timed = Callable[[], tuple[int, float]]
"""Does some work once; gives how many things it did and the seconds that took."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the report: what was done, how fast we are, and how fast each comparison is."""

    name: str
    unit: str
    ours: float
    against: dict[str, float]
    goal: str

    def text(self) -> str:
        """Gives the line as it is printed."""
        beside = "".join(
            f"   {name} {_shown(value)} (ours {self.ours / value:.2f} ×)" for name, value in self.against.items()
        )
        return f"{self.name}: {_shown(self.ours)} {self.unit}{beside}   [goal {self.goal}]"


def timed(work: Callable[[], int]) -> tuple[int, float]:
    """Does `work` once, which gives how many things it did; gives that and the seconds."""
    gc.collect()
    started = time.perf_counter()
    count = work()
    return count, time.perf_counter() - started


def rates(rounds: int, **measured: Timed) -> dict[str, float]:
    """Gives the median rate per second of each, measured in turn over `rounds` rounds after one that is not counted."""
    seen: dict[str, list[float]] = {name: [] for name in measured}
    for number in range(rounds + 1):
        for name, once in measured.items():
            count, seconds = once()
            if number:
                seen[name].append(count / seconds)
    return {name: median(values) for name, values in seen.items()}


def _shown(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
