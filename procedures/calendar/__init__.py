"""The Finnish calendar of days off under Act 150/1930, 5 §, pinned as data.

The days stand in `fi.txt` under a version, so that a deadline recorded today is computed alike in ten years.
`generate.py` writes that file anew and compares it; a change of the days is a new version.
"""

from __future__ import annotations

from functools import cache
from importlib import resources

from engine.calendar import Calendar, parse_calendar

PINNED_FILE = "fi.txt"


def pinned_text() -> str:
    """Gives the pinned calendar as it stands in the file."""
    return resources.files(__name__).joinpath(PINNED_FILE).read_text(encoding="utf-8")


@cache
def finnish_calendar() -> Calendar:
    """Gives the pinned Finnish calendar, read once in a process.

    Example:
        >>> from datetime import date
        >>> finnish_calendar().next_working_day(date(2026, 6, 19))  # Midsummer Eve
        datetime.date(2026, 6, 22)
    """
    return parse_calendar(pinned_text())
