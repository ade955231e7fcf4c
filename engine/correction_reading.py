"""How a recorded correction is read: which event it speaks of, and how that event reads from now on.

A correction is an event of the case's own stream and carries its result whole, so that reading it computes nothing
(ADR 0017). In its data stand

- `supersedes`: the version of the event whose place it takes, which may be a correction itself;
- `of`: the version of the act that it is about in the end, the same as `supersedes` unless that is a correction;
- `reading`: how that act reads now (`effective_on`, `data`, `schema`), or null where it was annulled;
- `incidents`: the later events that lose their footing by it;
- `case_after`: the days and the number by which the case is known after it;
- `back_to` and `path`, where it annuls: the state before the annulled act, and the later moves that keep their footing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

import msgspec

from engine.envelope import Envelope

CLERICAL: Final = "case.clerical_error_corrected"
DECIDED_ANEW: Final = "case.decision_corrected"
ANNULLED: Final = "case.act_annulled"
CORRECTING: Final = frozenset({CLERICAL, DECIDED_ANEW, ANNULLED})
"""The types of the events that take the place of an earlier one."""

RESULTS: Final = ("of", "reading", "incidents", "case_after", "back_to", "path")
"""What a correction's data holds beside what a person stated: worked out once, recorded, and compared by the judge."""


KNOWN_BY: Final = ("opened_on", "moved_on", "closed_on", "diary_number")
"""The days and the number by which a case is known after a correction."""


def is_correction(event: Envelope) -> bool:
    """True of an event that takes the place of an earlier one."""
    return event.type in CORRECTING


def superseded_version(event: Envelope) -> int | None:
    """Gives the version of the event whose place this one takes; None when it corrects nothing."""
    return _version(event, "supersedes")


def root_version(event: Envelope) -> int:
    """Gives the version of the act that an event is about: its own, or the one that a correction speaks of."""
    of = _version(event, "of")
    return event.version if of is None else of


def read_as(correction: Envelope, original: Envelope) -> Envelope | None:
    """Gives the act as a correction of it says that it reads, or None where it was annulled."""
    reading = correction.data.get("reading")
    if not isinstance(reading, Mapping):
        return None
    return msgspec.structs.replace(
        original,
        effective_on=date.fromisoformat(str(reading["effective_on"])),
        data=dict(reading["data"]),
        schema=int(reading["schema"]),
    )


def case_after(event: Envelope) -> Mapping[str, str | None] | None:
    """Gives the days and the number by which a case is known after a correction; None of any other event."""
    found = event.data.get("case_after") if is_correction(event) else None
    return {name: found.get(name) for name in KNOWN_BY} if isinstance(found, Mapping) else None


def as_reading(event: Envelope) -> dict[str, Any]:
    """Gives how an act reads, as a correction records it."""
    return {"effective_on": event.effective_on.isoformat(), "data": event.data, "schema": event.schema}


def days_as_known(events: Iterable[Envelope], day: date) -> dict[int, date]:
    """Gives, by version, the day on which each event of a case counts, for whoever looks at it as of `day`.

    An act counts on its recorded day, or on the one to which its newest correction that is heard by then has put it.
    The correction of an error of writing counts with its act; any other correction on its own day, and never before
    what it takes the place of.
    """
    days: dict[int, date] = {}
    clerical: dict[int, int] = {}
    other: dict[int, int] = {}
    for event in events:
        days[event.version] = event.effective_on
        superseded, root = superseded_version(event), root_version(event)
        if superseded not in days or root not in days:
            continue
        before = days[root if superseded in clerical else superseded]
        with_its_act = event.type == CLERICAL and (superseded == root or superseded in clerical or before <= day)
        (clerical if with_its_act else other)[event.version] = root
        days[event.version] = max(event.effective_on, before)
        if with_its_act or days[event.version] <= day:
            reading = event.data.get("reading")
            if isinstance(reading, Mapping):
                days[root] = date.fromisoformat(str(reading["effective_on"]))
    days |= {version: max(days[version], days[root]) for version, root in other.items()}
    return days | {version: days[root] for version, root in clerical.items()}


def _version(event: Envelope, name: str) -> int | None:
    found = event.data.get(name) if is_correction(event) else None
    return found if isinstance(found, int) else None
