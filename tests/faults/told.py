"""Rows that are tests of the house already: they are run by themselves, in the dose and with the seed of the row."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from tests.faults.layer import ROOT
from tests.faults.ledger import CannotRun, Dose, Outcome

PASSED = re.compile(r"(\d+) passed")
NOISE = re.compile(r"^[.sFE\s]*(\[ *\d+%\])?$|passed|warnings? summary")


def by_tests(
    paths: Sequence[str], dose: Dose, *, number: str = "", environment: Mapping[str, str] | None = None
) -> Outcome:
    """Runs tests of the house; `number` finds in what they print how often a fault was injected."""
    given = {**os.environ, "OHJAUS_SEED": str(dose.seed), **(environment or {})}
    given.pop("OHJAUS_LONG", None)
    if dose.long:
        given["OHJAUS_LONG"] = "1"
    # In one process: what other processes of pytest print is lost.
    command = [sys.executable, "-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", *paths]
    done = subprocess.run(command, cwd=ROOT, env=given, capture_output=True, text=True, check=False)
    outcome = Outcome()
    passed = PASSED.search(done.stdout)
    counted = [int(one.replace(",", "")) for one in re.findall(number, done.stdout)] if number else []
    outcome.times = sum(counted) or (int(passed.group(1)) if passed else 0)
    outcome.seen = {"tests passed": passed.group(1) if passed else "0"}
    said = [line for line in done.stdout.splitlines() if "seed" in line and not NOISE.search(line)]
    if said:
        outcome.seen["said"] = "; ".join(said)
    if done.returncode:
        outcome.broken.append((done.stdout + done.stderr)[-2_000:])
    return outcome


def of_the_house(*paths: str, number: str = "") -> Callable[[Dose], Outcome]:
    """The row of some tests."""
    return partial(by_tests, paths, number=number)


def rights(dose: Dose) -> Outcome:
    """The matrix of who may do what.

    Raises:
        CannotRun: there is none yet.
    """
    if not (ROOT / RIGHTS).is_dir():
        raise CannotRun(f"{RIGHTS} is not there")
    return by_tests((RIGHTS,), dose, number=r"(\d[\d,]*) cells")


RIGHTS = "tests/test_rights"
"""Its matrix prints how many cells were asserted."""

HASH_SEEDS, HASH_SEEDS_OF_ALL = 1, 10
PLACES = (
    ("UTC", "C.UTF-8"),
    ("Europe/Helsinki", "fi_FI.UTF-8"),
    ("Pacific/Kiritimati", "sv_FI.UTF-8"),
    ("America/St_Johns", "en_GB.UTF-8"),
    ("Asia/Kathmandu", "C"),
)
"""Time zones and languages; a language that the machine does not know is taken for C, which is one of them."""


def golden(dose: Dose) -> Outcome:
    """The golden histories under several hash seeds, time zones and languages."""
    whole = Outcome()
    for number in range(dose.of(HASH_SEEDS, HASH_SEEDS_OF_ALL)):
        zone, language = PLACES[(dose.seed + number) % len(PLACES)]
        given = {"PYTHONHASHSEED": str(dose.seed + number), "TZ": zone, "LC_ALL": language, "LANG": language}
        one = by_tests(("tests/golden",), dose, environment={**given, "PYTHONUTF8": "1"})
        whole.times += one.times
        whole.broken += [f"{given}: {wrong}" for wrong in one.broken]
        whole.seen[f"{zone} {language}"] = "kept" if not one.broken else "broken"
    return whole
