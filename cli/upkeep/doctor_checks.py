"""What `doctor` looks at, one function for each; each gives findings and never raises for what it finds.

A verdict is `ok`, `note` (good to know), `warning` (works, will not for ever) or `fault` (does not work).
"""

from __future__ import annotations

import os
import sqlite3
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from engine.errors import OhjausError

if TYPE_CHECKING:
    from cli.frame.settings import Settings
    from engine.calendar import Calendar
    from engine.declarations import Declarations
    from engine.ports import Clock

Verdict = Literal["ok", "note", "warning", "fault"]

OLDEST_PYTHON = (3, 11)
CALENDAR_AHEAD_DAYS = 3 * 366
"""A calendar that ends sooner than this from today will soon refuse deadlines."""

CLOCK_SLACK = timedelta(seconds=2)
_OTHERS = 0o077


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found; its text is the message `doctor.NAME_OUTCOME` with `details` filled in."""

    name: str
    outcome: str
    verdict: Verdict
    details: dict[str, object] = field(default_factory=dict)
    try_next: str | None = None


def machine() -> Iterator[Finding]:
    """Looks at Python and SQLite."""
    version = ".".join(map(str, sys.version_info[:3]))
    new_enough = sys.version_info[:2] >= OLDEST_PYTHON
    needed = ".".join(map(str, OLDEST_PYTHON))
    yield Finding(
        "python",
        "fine" if new_enough else "old",
        "ok" if new_enough else "fault",
        {"version": version, "needed": needed},
    )
    yield Finding("sqlite", "fine", "ok", {"version": sqlite3.sqlite_version})


def clock(clock: Clock, newest: datetime | None) -> Iterator[Finding]:
    """Looks at the clock beside the newest event of the log, and at the time zone."""
    from cli.frame.clocks import ZONE, helsinki
    from store.clock_witness import MOST_OFF

    try:
        zone = helsinki()
        now = clock.now()
    except OhjausError as error:
        yield Finding("zone", "lacking", "fault", {"zone": ZONE}, error.try_next)
        return
    shown = now.astimezone(zone).isoformat(timespec="seconds")
    yield Finding("zone", "fine", "ok", {"zone": ZONE, "now": shown})
    if newest is not None:
        behind = newest - now > CLOCK_SLACK
        details: dict[str, object] = {
            "now": shown,
            "newest": newest.astimezone(zone).isoformat(timespec="seconds"),
            "kind": clock.kind,
        }
        if not behind:
            yield Finding("clock", "fine", "ok", details)
            return
        # No scheduler fires by such a clock; one that somebody gave is meant to stand where it stands.
        grave = clock.kind == "system" and newest - now > MOST_OFF
        yield Finding("clock", "behind", "fault" if grave else "warning", details, "ohjaus schedule status")


def calendar(days_off: Calendar, today: date) -> Iterator[Finding]:
    """Looks at how far the calendar of days off reaches."""
    enough = days_off.first_on <= today and today + timedelta(days=CALENDAR_AHEAD_DAYS) <= days_off.last_on
    yield Finding(
        "calendar",
        "fine" if enough else "short",
        "ok" if enough else "warning",
        {"version": days_off.version, "first": days_off.first_on, "last": days_off.last_on},
    )


def declarations(declared: Declarations) -> Iterator[Finding]:
    """Looks for faults in the declarations of the procedures."""
    from engine.check import check_all

    tables = declared.all()
    faults = check_all([table.procedure for table in tables])
    if not faults:
        names = ", ".join(table.procedure.declaration_id for table in tables)
        yield Finding("declarations", "sound", "ok", {"count": len(tables), "names": names})
    for fault in faults:
        yield Finding(
            "declarations",
            "unsound",
            "fault",
            {"code": fault.code, "where": fault.where, "text": fault.text},
            f"ohjaus explain {fault.code}",
        )


def folders(settings: Settings) -> Iterator[Finding]:
    """Looks whether the folders that are written to can be."""
    from cli.frame.settings import user_file

    database = settings.get("db").value or ""
    wanted = [("data", Path(database).parent)] if "://" not in database else []
    wanted.append(("config", user_file().parent))
    for what, folder in wanted:
        nearest = next(one for one in (folder, *folder.absolute().parents) if one.exists())
        writable = nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)
        outcome = "fine" if writable and nearest == folder else "to_be_made" if writable else "closed"
        verdict: Verdict = "ok" if writable else "warning"
        yield Finding("folder", outcome, verdict, {"what": what, "folder": folder})


def file_mode(path: Path) -> Iterator[Finding]:
    """Looks whether others than the owner may read the log."""
    from store import location

    if os.name != "posix" or not path.is_file():
        return
    mode = stat.S_IMODE(path.stat().st_mode)
    details: dict[str, object] = {"path": path, "mode": f"{mode:04o}"}
    if mode & _OTHERS and not location.can_be_written(path.resolve()):
        # A disc shows its files to all, and nothing in them can be changed.
        yield Finding("mode", "open", "note", details)
    elif mode & _OTHERS:
        yield Finding("mode", "open", "fault", details, f"chmod 600 {path}")
    else:
        yield Finding("mode", "closed", "ok", details)


def worst(findings: Iterable[Finding]) -> Verdict:
    """Gives the gravest verdict among the findings; `ok` when there are none."""
    order: tuple[Verdict, ...] = ("ok", "note", "warning", "fault")
    return max((finding.verdict for finding in findings), key=order.index, default="ok")
