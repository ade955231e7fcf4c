"""The command line, timed as whole processes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.benchmarks.measure import Row


def rows(folder: Path, *, rounds: int, events: int) -> Iterator[Row]:
    """Yields the rows on the command line, in milliseconds, beside a Python that does nothing."""
    del events
    database = folder / "command-line.db"
    settings = {**os.environ, "OHJAUS_DB": str(database)}
    _run([sys.executable, "-m", "cli", "demo"], settings)
    for name, words, goal in (
        ("ohjaus --help", ["--help"], "60 ms over bare Python"),
        ("ohjaus deadline compute", ["deadline", "compute", "--from", "2026-06-05", "--days", "14"], "none set"),
        ("ohjaus case show", ["case", "show", "evaluation-15-2025"], "300 ms"),
        ("ohjaus todo", ["todo"], "none set"),
    ):
        command = [sys.executable, "-m", "cli", *words]
        ours: list[float] = []
        bare: list[float] = []
        for _ in range(rounds + 1):
            ours.append(_run(command, settings))
            bare.append(_run([sys.executable, "-c", "pass"], settings))
        yield Row(name, "ms", median(ours[1:]), {"bare Python": median(bare[1:])}, goal)


def _run(command: list[str], settings: dict[str, str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, env=settings, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return (time.perf_counter() - started) * 1_000
