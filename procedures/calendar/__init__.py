"""The Finnish calendar of days off under Act 150/1930, 5 §, pinned as data.

The days stand in `fi.txt` under a version, so that a deadline recorded today is computed alike in ten years.
`generate.py` writes that file anew and compares it; a change of the days is a new version. The file of a version that
was replaced goes to `superseded/`: what was reckoned by it is verified by it.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from engine.calendar import Calendar, parse_calendar

PINNED_FILE = "fi.txt"
SUPERSEDED = "superseded"


def pinned_text() -> str:
    """Gives the pinned calendar as it stands in the file."""
    return resources.files(__name__).joinpath(PINNED_FILE).read_text(encoding="utf-8")


def calendars_in(folder: Traversable) -> dict[str, Calendar]:
    """Gives the calendars that stand in a folder, by version; none when there is no such folder."""
    files = (file for file in folder.iterdir() if file.name.endswith(".txt")) if folder.is_dir() else ()
    found = (parse_calendar(file.read_text(encoding="utf-8")) for file in files)
    return {calendar.version: calendar for calendar in found}


@cache
def every_calendar() -> dict[str, Calendar]:
    """Gives every version of the Finnish calendar that is held, by version."""
    present = finnish_calendar()
    return {**calendars_in(resources.files(__name__).joinpath(SUPERSEDED)), present.version: present}


@cache
def finnish_calendar() -> Calendar:
    """Gives the pinned Finnish calendar, read once in a process.

    Example:
        >>> from datetime import date
        >>> finnish_calendar().next_working_day(date(2026, 6, 19))  # Midsummer Eve
        datetime.date(2026, 6, 22)
    """
    return parse_calendar(pinned_text())
