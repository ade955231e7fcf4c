"""From what a person writes to the moment that is meant: a position of the log or a time, and a legal day."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from cli.audit.diff import Moment
from cli.frame.as_of import known_position
from cli.frame.clocks import parse_instant
from engine.request import AsOf

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.wiring import Record

_LONGEST_POSITION = 14
"""Digits; more of them are a time written without signs, which is none."""


def moment_of(run: Invocation, record: Record, given: str | None, what: str, *, day: date | None) -> Moment:
    """Gives the moment that was written; without one that of `--known-at`, or now.

    Raises:
        InputRejected: it is neither a time nor a position.
    """
    known_at = run.as_of.known_at if given is None else read_moment(given, what)
    position = known_position(record.opened.log, AsOf(known_at=known_at))
    time = known_at if isinstance(known_at, datetime) else _recorded_at(record, position)
    return Moment(position=position, time=time, in_force_on=day)


def read_moment(given: str, what: str) -> int | datetime:
    """Gives the position or the time that was written.

    Raises:
        InputRejected: it is neither; `what` says where it was written.
    """
    if given.isascii() and given.isdigit() and len(given) <= _LONGEST_POSITION:
        return int(given)
    return parse_instant(given, what, end_of_day=True)


def _recorded_at(record: Record, position: int) -> datetime | None:
    if not position:
        return None
    return next(iter(record.opened.log.read(after_position=position - 1, limit=1))).recorded_at
