"""Signs of life of the schedulers of a log: when each ticked last, what it fired, and whether it trusts its clock.

No part of the record: nothing is decided by them, nothing is verified against them, and they are written over at each
beat. No projection either (ADR 0007): no event tells that a clock was looked at and nothing was due. They lie in the
log's own file, because whoever can fire can write there, and several schedulers have nothing else in common.

Two readings of a scheduler's clock are kept beside the machine's count of seconds: the newest that was trusted, and the
first of a doubt that lasts. By them any process on that machine can tell whether its clock was set (`cli.schedule`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import bindparam, delete, select

from store.connection import Database, compiled
from store.schema import heartbeats
from store.statement import Statement
from store.upsert import upsert

_MILLI = 1000


@dataclass(frozen=True, slots=True)
class Mark:
    """A clock and its machine's count of seconds, read together."""

    at: datetime
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Heartbeat:
    """The newest sign of life of one scheduler; a `run` goes on by itself, a `tick` is called from outside.

    `fired` counts since `started_at`, `next_at` is when something is planned next. With a `doubt` it fires nothing.
    `boot` names the start of the machine from which the marks count. `stopped_at`: it ended as it was asked to.
    """

    scheduler: str
    kind: str
    software: str
    started_at: datetime
    beat_at: datetime
    fired: int
    boot: str
    next_at: datetime | None = None
    stopped_at: datetime | None = None
    trusted: Mark | None = None
    doubt: str | None = None
    doubted: Mark | None = None


class Heartbeats:
    """The signs of life kept in one log."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Heartbeat, ...]:
        """Gives the newest beat of each scheduler, the newest of all first; what cannot be read is left out.

        Raises:
            Refused: `part-only`, this login sees only the cases of some counties.
        """
        self._database.ensure_whole()
        found = (_heartbeat(dict(zip(_NAMES, row, strict=True))) for row in self._database.run(_ALL))
        return tuple(one for one in found if one is not None)

    def beat(self, heartbeat: Heartbeat, *, forget_before: datetime | None = None) -> None:
        """Writes a sign of life over the scheduler's last one, and forgets those older than `forget_before`.

        Raises:
            Fault: the log is busy or cannot be written.
        """
        with self._database.writing():
            self._database.change(_BEAT, _row(heartbeat))
            if forget_before is not None:
                self._database.change(_FORGET, {"before": _text(forget_before)})

    def database_now(self) -> datetime:
        """Gives the time that the database's own clock tells."""
        return datetime.fromisoformat(str(self._database.run(_NOW)[0][0]))


def _row(one: Heartbeat) -> dict[str, Any]:
    trusted, doubted = one.trusted, one.doubted
    return {
        "scheduler": one.scheduler,
        "kind": one.kind,
        "software": one.software,
        "started_at": _text(one.started_at),
        "beat_at": _text(one.beat_at),
        "fired": one.fired,
        "next_at": _text(one.next_at) if one.next_at else None,
        "stopped_at": _text(one.stopped_at) if one.stopped_at else None,
        "boot": one.boot,
        "trusted_at": _text(trusted.at) if trusted else None,
        "trusted_ms": round(trusted.seconds * _MILLI) if trusted else None,
        "doubt": one.doubt,
        "doubted_at": _text(doubted.at) if doubted else None,
        "doubted_ms": round(doubted.seconds * _MILLI) if doubted else None,
    }


def _heartbeat(row: dict[str, Any]) -> Heartbeat | None:
    try:
        return Heartbeat(
            scheduler=row["scheduler"],
            kind=row["kind"],
            software=row["software"],
            started_at=_instant(row["started_at"]),
            beat_at=_instant(row["beat_at"]),
            fired=row["fired"],
            boot=row["boot"],
            next_at=_instant(row["next_at"]) if row["next_at"] else None,
            stopped_at=_instant(row["stopped_at"]) if row["stopped_at"] else None,
            trusted=_mark(row["trusted_at"], row["trusted_ms"]),
            doubt=row["doubt"],
            doubted=_mark(row["doubted_at"], row["doubted_ms"]),
        )
    except ValueError:
        # Somebody wrote into the file by hand; a sign of life is no reason to fail.
        return None


def _mark(at: str | None, ms: int | None) -> Mark | None:
    return None if at is None or ms is None else Mark(_instant(at), ms / _MILLI)


def _instant(text: str) -> datetime:
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None:
        raise ValueError(text)
    return instant


def _text(instant: datetime) -> str:
    # One width, so that it sorts as text.
    return instant.astimezone(UTC).isoformat(timespec="microseconds")


_NAMES = tuple(str(column.name) for column in heartbeats.columns)
_ALL = compiled(select(heartbeats).order_by(heartbeats.c.beat_at.desc(), heartbeats.c.scheduler))
_FORGET = compiled(delete(heartbeats).where(heartbeats.c.beat_at < bindparam("before")))
_NOW = Statement(
    "SELECT strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now')",
    """SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US+00:00')""",
)
_BEAT = upsert(heartbeats, _NAMES, key=("scheduler",))
