"""How much is drawn: little in the ordinary run, which is made many times a day, and much in the long one."""

from __future__ import annotations

import os

LONG = os.environ.get("OHJAUS_LONG") == "1"
"""Whether this is the long run."""

ORDINARY = 25
"""How much Hypothesis draws in an ordinary run for a test that does not say; in the long run as is its custom."""


def drawn(ordinary: int = ORDINARY, *, long: int | None = None) -> int:
    """Gives how much a test draws; in the long run ten times as much, unless that is said as well."""
    if not LONG:
        return ordinary
    return 10 * ordinary if long is None else long
