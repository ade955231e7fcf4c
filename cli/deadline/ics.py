r"""A calendar as a file by RFC 5545: days with their texts, escaped and folded, the same bytes for the same content.

Only what deadlines need is written: events that last a whole day, no times and no time zones.

Example:
    >>> print(calendar_file("Deadlines", "en", []).decode().replace("\r\n", "\n"), end="")
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//ohjaus//deadlines//EN
    CALSCALE:GREGORIAN
    NAME:Deadlines
    X-WR-CALNAME:Deadlines
    END:VCALENDAR
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal

from cli.screen.safe_text import safe
from engine.law import Language

_LONGEST = 75
"""Octets of a line, its end not counted (RFC 5545, section 3.1)."""
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeDay:
    """An event that lasts one whole day.

    `sequence` grows with each change, so that a calendar that holds the event already takes the newer one.
    """

    uid: str
    sequence: int
    on: date
    status: Literal["CONFIRMED", "TENTATIVE", "CANCELLED"]
    summary: str
    description: tuple[str, ...]
    categories: tuple[str, ...]
    created_at: datetime
    changed_at: datetime


def calendar_file(name: str, language: Language, events: Iterable[WholeDay]) -> bytes:
    """Gives the file of a calendar: UTF-8, its lines ended by CR LF."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//ohjaus//deadlines//{language.upper()}",
        "CALSCALE:GREGORIAN",
        f"NAME:{_text(name)}",
        f"X-WR-CALNAME:{_text(name)}",
        *(line for event in events for line in _event(event)),
        "END:VCALENDAR",
    ]
    return b"".join(_folded(line) for line in lines)


def _event(event: WholeDay) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(event.uid)}"
    yield f"DTSTAMP:{_instant(event.changed_at)}"
    yield f"CREATED:{_instant(event.created_at)}"
    yield f"LAST-MODIFIED:{_instant(event.changed_at)}"
    yield f"SEQUENCE:{event.sequence}"
    yield f"DTSTART;VALUE=DATE:{event.on:%Y%m%d}"
    yield f"STATUS:{event.status}"
    yield "TRANSP:TRANSPARENT"
    yield f"SUMMARY:{_text(event.summary)}"
    yield f"DESCRIPTION:{_text(*event.description)}"
    yield f"CATEGORIES:{','.join(_text(one) for one in event.categories)}"
    yield "END:VEVENT"


def _instant(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(*lines: str) -> str:
    """Gives text as a value: what would steer a terminal is shown, and what has a meaning in the file is escaped."""
    return "\n".join(safe(line) for line in lines).translate(_ESCAPED)


def _folded(line: str) -> bytes:
    """Gives a line in pieces of 75 octets at most, each further one behind a space, no character torn."""
    octets, pieces, start = line.encode(), list[bytes](), 0
    while start < len(octets) or not pieces:
        end = min(start + _LONGEST - bool(pieces), len(octets))
        while end < len(octets) and octets[end] & 0xC0 == 0x80:  # noqa: PLR2004 - the rest of a UTF-8 character
            end -= 1
        pieces.append(octets[start:end])
        start = end
    return b"\r\n ".join(pieces) + b"\r\n"
