"""Calls that fail: the 1st, 2nd, … nth thing that is done to a file, until none is left that could."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.faults.layer import ROOT, compiled, under
from tests.faults.ledger import Dose, Outcome

ERRORS = ("EIO", "ENOSPC", "EFBIG", "ENOMEM")
FOR_GOOD = 1_000_000
"""Calls that fail from one on until the act is over, as on a disk that is full; else it is one call alone."""

MOST = 2_000

DAMAGED = ("database-damaged", "persons-damaged")
"""What a disk that fails must not be taken for: whoever is told that looks for a backup."""


def lines_of(folder: Path, library: Path, what: str, most: int, *plans: str) -> Iterator[dict[str, Any]]:
    """Yields what came of each failing call of one act, plan by plan."""
    command = [sys.executable, "-m", "tests.faults.layered", "fail", str(folder), what, str(most), *plans]
    done = subprocess.run(command, env=under(library), cwd=ROOT, capture_output=True, text=True, check=False)
    yield from map(json.loads, done.stdout.splitlines())
    if done.returncode:
        yield {"error": "?", "times": 0, "at": 0, "fired": 1, "told": "died", "broken": done.stderr[-500:]}


def failing_calls(what: str, dose: Dose) -> Outcome:
    """Whatever call fails: the answer is clear, nothing is half done, and the same command again is recorded once."""
    chance = random.Random(dose.seed)  # noqa: S311 - chosen for being repeatable
    library = compiled(dose.folder)
    folder = dose.folder / what
    folder.mkdir()
    outcome, told = Outcome(), Counter[str]()
    step = dose.of(41, 1)
    every = [(error, times) for error in ERRORS for times in (1, FOR_GOOD)]
    chosen = every if dose.long else chance.sample(every, 3)
    plans = [f"{error}:{times}:{chance.randint(1, step)}:{step}" for error, times in chosen]
    for one in lines_of(folder, library, what, MOST, *plans):
        if not one["fired"]:
            if one["broken"]:
                outcome.broken.append(f"{what} with nothing failing: {one['broken']}")
            continue
        outcome.times += 1
        told[one["told"]] += 1
        which = f"{what} {one['error']} at call {one['at']} x {one['times']}"
        if one["told"] in DAMAGED:
            outcome.broken.append(f"{which}: a sound file is called damaged")
        if one["broken"]:
            outcome.broken.append(f"{which}: {one['broken']}")
    outcome.seen = dict(told.most_common())
    return outcome


def failing_appends(dose: Dose) -> Outcome:
    """The store by itself."""
    return failing_calls("append", dose)


def failing_commands(dose: Dose) -> Outcome:
    """The command line, with its exit code and its sentence."""
    return failing_calls("note", dose)
