"""`python -m tests.faults [--long] [--only ROW]… [--seed N] [--minutes M] [--ledger FILE]`.

Injects the faults and keeps the ledger. Ends with 1 when something that is promised did not hold; what could not be
run is said and is no failure.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.faults.ledger import Dose, entry, line, summary
from tests.faults.rows import BY_NAME


def main(words: Sequence[str]) -> int:
    """Runs the rows that are asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description="Faults on purpose.")
    parser.add_argument("--long", action="store_true", help="the full figures; hours")
    parser.add_argument("--only", action="append", choices=BY_NAME, metavar="ROW", help=", ".join(BY_NAME))
    parser.add_argument("--seed", type=int, help="the seed; else one is drawn and printed")
    parser.add_argument("--ledger", type=Path, help="a file that the lines of the ledger are added to")
    parser.add_argument("--minutes", type=float, help="after so long each row of generated inputs stops")
    asked = parser.parse_args(words)
    seed = random.SystemRandom().randrange(10**6) if asked.seed is None else asked.seed
    told = []
    for name in asked.only or BY_NAME:
        with tempfile.TemporaryDirectory(prefix="faults-") as folder:
            found = entry(BY_NAME[name], Dose(seed, Path(folder).resolve(), long=asked.long, minutes=asked.minutes))
        told.append(found)
        sys.stderr.write(f"{name}: {found['outcome']}, {found['times']} times, {found['seconds']} s, seed {seed}\n")
        if asked.ledger:
            with asked.ledger.open("a", encoding="utf-8") as ledger:
                ledger.write(line(found))
    sys.stdout.write(summary(told))
    return int(any(one["outcome"] == "broken" for one in told))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
