"""How much is tried: little in the ordinary run, which is made many times a day, and everything in the long one."""

from __future__ import annotations

import os
import random
from collections.abc import Sequence
from typing import TypeVar

_One = TypeVar("_One")

LONG = os.environ.get("OHJAUS_LONG") == "1"
"""Whether this is the long run."""

RUN = os.environ.get("PYTEST_XDIST_TESTRUNUID") or f"{random.SystemRandom().getrandbits(128):032x}"
"""What all workers of one run have in common: each of them must choose the same."""
SEED = int(os.environ.get("OHJAUS_SEED") or int(RUN, 16) % 10**6)
"""What an ordinary run's choice follows from; OHJAUS_SEED repeats one."""

ORDINARY = 25
"""How much Hypothesis draws in an ordinary run for a test that does not say; in the long run as is its custom."""


def drawn(ordinary: int = ORDINARY, *, long: int | None = None) -> int:
    """Gives how much a test draws; in the long run ten times as much, unless that is said as well."""
    if not LONG:
        return ordinary
    return 10 * ordinary if long is None else long


def one_in(part: int, everything: Sequence[_One]) -> Sequence[_One]:
    """Gives one in so many in an ordinary run, other ones in the next; all of them in the long run."""
    return everything if LONG else everything[SEED % part :: part]
