"""What `doctor` says of how a log is taken care of: is there room to write, and has anybody seen what was recorded."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from cli.messages import in_each_language
from cli.upkeep.doctor_checks import Finding
from cli.upkeep.witnessed import seen_of
from engine.errors import OhjausError

if TYPE_CHECKING:
    from store.open_log import OpenLog

LEAST_ROOM_BYTES = 200_000_000
LONGEST_UNSEEN = timedelta(hours=24)
"""What nobody has seen can be rewritten without a trace: it should be no more than a day's work."""

_MEGABYTE = 1_000_000


def room(path: Path) -> Iterator[Finding]:
    """Looks at the room on the log's drive; a backup takes as much as the log."""
    if not hasattr(os, "statvfs") or not path.is_file():
        return
    found = os.statvfs(path)
    free = found.f_bavail * found.f_frsize
    low = free < max(LEAST_ROOM_BYTES, 2 * path.stat().st_size)
    yield Finding("disk", "low" if low else "fine", "warning" if low else "ok", {"megabytes": free // _MEGABYTE})


def witnessed(opened: OpenLog, now: datetime) -> Iterator[Finding]:
    """Looks at what the user's own keys signed last of the log."""
    try:
        seen = seen_of(opened)
    except OhjausError as error:
        yield Finding("witness", "unreadable", "warning", {"text": in_each_language(error)}, error.try_next)
        return
    position = opened.log.head().position
    unseen = position - (seen.size or 0)
    details: dict[str, object] = {"position": seen.size or 0, "count": unseen, "at": seen.at or "–"}
    if seen.contradicting:
        yield Finding("witness", "contradicting", "fault", details, "ohjaus audit verify --checkpoints DIR")
    elif seen.at is None:
        yield Finding("witness", "lacking", "note", details, "ohjaus audit key init")
    elif unseen and now - seen.at > LONGEST_UNSEEN:
        yield Finding("witness", "old", "warning", details, "ohjaus audit checkpoint --out DIR")
    else:
        yield Finding("witness", "fine", "ok", details)
