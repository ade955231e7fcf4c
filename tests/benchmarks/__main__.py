"""Prints the figures: `python -m tests.benchmarks [--rounds N] [--events N] [--only NAME]`.

With the package `eventsourcing` installed beside (it is not part of the project), the peer is measured in the same run.
"""

from __future__ import annotations

import argparse
import platform
import sqlite3
import sys
import tempfile
from pathlib import Path

from tests.benchmarks import command_line, picture, reading, server, ticking, verifying, writing

_MEASURED = {
    "writing": writing.rows,
    "reading": reading.rows,
    "verifying": verifying.rows,
    "ticking": ticking.rows,
    "command_line": command_line.rows,
    "picture": picture.rows,
    "server": server.rows,
}


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5, choices=range(1, 51), metavar="1..50")
    parser.add_argument("--events", type=int, default=10_000, choices=range(1_000, 1_000_001), metavar="1000..1000000")
    parser.add_argument("--only", choices=_MEASURED, action="append")
    asked = parser.parse_args()
    python = f"{platform.python_implementation()} {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    sys.stdout.write(f"{python}; medians of {asked.rounds} rounds in turn; synchronous=FULL throughout\n")
    with tempfile.TemporaryDirectory() as folder:
        for name in asked.only or _MEASURED:
            for row in _MEASURED[name](Path(folder), rounds=asked.rounds, events=asked.events):
                sys.stdout.write(row.text() + "\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main()
