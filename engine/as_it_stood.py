"""A case as it stood on a day, of all that is known or was known at a time.

A correction carries what it changes as it stood when the correction was recorded, which can be long after the day that
is asked for. So what it says is closed, begun or moved after that day had not come about on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from engine.case import Case, fold
from engine.correction_reading import is_correction
from engine.envelope import Deadline, Envelope, Standing, Task
from engine.errors import NotFound
from engine.request import AsOf
from engine.table import Table


def as_it_stood(table: Table, heard: Sequence[Envelope], as_of: AsOf) -> Case | None:
    """Gives the case after the events that were heard, as of that moment; None before its opening."""
    case = fold(table, heard)
    if case is None or as_of.in_force_on is None or not case.superseded:
        return case
    day = as_of.in_force_on
    said = [event for event in heard if is_correction(event)]
    deadlines = {(one.name, one.generation) for event in said for one in event.deadlines}
    tasks = {(one.name, one.generation) for event in said for one in event.tasks}
    standings = {one.name for event in said for one in event.standings}
    return msgspec.structs.replace(
        case,
        deadlines={key: _deadline(one, day) if key in deadlines else one for key, one in case.deadlines.items()},
        tasks={
            key: _task(one, day) if key in tasks else one
            for key, one in case.tasks.items()
            if key not in tasks or one.raised_on <= day
        },
        standings={
            name: _standing(one, day) if name in standings else one
            for name, one in case.standings.items()
            if name not in standings or one.since <= day
        },
    )


def not_yet(opening: Envelope) -> NotFound:
    """Gives the error for a case that was not known, or not open, as of a moment."""
    return NotFound(
        "case-not-yet",
        f"The case {opening.stream} was not known, or not open, as of that moment; it was opened on "
        f"{opening.effective_on} and recorded at {opening.recorded_at:%Y-%m-%dT%H:%M:%SZ}.",
        try_next=f"ohjaus case history {opening.stream}",
        details={"case": opening.stream, "opened_on": opening.effective_on},
    )


def _deadline(one: Deadline, day: date) -> Deadline:
    """Gives a deadline as it stood on a day: what happened to it later is taken off its ledger."""
    if one.closed_on is not None and one.closed_on > day:
        one = msgspec.structs.replace(one, status="open", closed_on=None)
    later = [entry for entry in one.ledger if entry.kind != "moved" and entry.since > day]
    if not later:
        return one
    kept = tuple(entry for entry in one.ledger if entry not in later)
    status = "open" if one.status == "suspended" else one.status
    return msgspec.structs.replace(one, status=status, due=later[0].due_before, ledger=kept)


def _task(one: Task, day: date) -> Task:
    if one.closed_on is not None and one.closed_on > day:
        return msgspec.structs.replace(one, status="open", closed_on=None)
    return one


def _standing(one: Standing, day: date) -> Standing:
    return msgspec.structs.replace(one, until=None) if one.until is not None and one.until > day else one
