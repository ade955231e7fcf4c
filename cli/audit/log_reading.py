"""Which events `audit log` lists: of one case, of one subject's cases or of all, as known at a moment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from cli.case.refs import load, subject_code
from cli.frame.as_of import known_position
from cli.screen.shapes import Shape, envelope_shape
from engine.correction_reading import CORRECTING, superseded_version
from engine.envelope import Envelope

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.wiring import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which events are asked for: of a case, of a subject's cases, after a position, at most so many."""

    case_id: str | None = None
    subject: str | None = None
    since: int = 0
    limit: int | None = None


def shapes_of(run: Invocation, record: Record, wanted: Wanted) -> Iterator[Shape]:
    """Yields the envelopes asked for; one whose place a known correction took names the position of that.

    Raises:
        NotFound: there is no such case or subject.
    """
    events = _of_case(run, record, wanted) if wanted.case_id else _of_log(run, record, wanted)
    chosen = (event for event in events if event.position > wanted.since and run.as_of.admits(event))
    superseded = _superseded(run, record, wanted.since)
    for event in islice(chosen, wanted.limit):
        shape = envelope_shape(event)
        correction = superseded.get((event.stream, event.version))
        yield shape if correction is None else {**shape, "superseded_by": correction}


def _of_case(run: Invocation, record: Record, wanted: Wanted) -> Iterator[Envelope]:
    subject = subject_code(run.wiring, wanted.subject)
    case = load(record, wanted.case_id or "")[1]
    return iter(case.events if subject in (None, case.subject) else ())


def _of_log(run: Invocation, record: Record, wanted: Wanted) -> Iterator[Envelope]:
    subject = subject_code(run.wiring, wanted.subject)
    until = known_position(record.opened.log, run.as_of)
    # Whom a case is about stands in its opening alone, so that a subject is followed from the first event on.
    streams: set[str] = set()
    for event in record.log.read(after_position=wanted.since if subject is None else 0):
        if event.position > until:
            return
        if event.opening is not None and event.opening.subject == subject:
            streams.add(event.stream)
        if subject is None or event.stream in streams:
            yield event


def _superseded(run: Invocation, record: Record, since: int) -> dict[tuple[str, int], int]:
    """Gives, by case and version, the newest known correction of an event; a correction is later than what it is of."""
    from store.by_type import events_of_types

    found: dict[tuple[str, int], int] = {}
    corrections = events_of_types(record.opened.database, CORRECTING, after_position=since)
    for event in sorted(filter(run.as_of.knows, corrections), key=lambda one: one.position):
        version = superseded_version(event)
        if version is not None:
            found[event.stream, version] = event.position
    return found
