"""The security log: what was denied, which secrets were read and taken out, and what went wrong with an identity.

It stands beside the record and is no part of it (906/2019 17 §: who uses what is logged, for monitoring and for finding
faults). It holds who, when, which command and which case, and never what was in it. Lines are added and never changed;
nothing chains them, so that it rests on the rights of the database alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal, get_args

from sqlalchemy import select

from store.connection import Database
from store.place import Place, open_place
from store.schema import security_log
from store.statement import Statement

Kind = Literal["denied", "secret-read", "secret-export", "identity"]
KINDS: tuple[Kind, ...] = get_args(Kind)

_PATIENCE_SECONDS = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line before it has its number: `what` is a command or an act, `about` the case or the subject."""

    at: datetime
    person: str
    identity: str
    kind: Kind
    what: str
    about: str | None = None
    code: str | None = None
    grant: str | None = None
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the security log."""

    number: int
    entry: Entry


def note(place: Place, entry: Entry) -> None:
    """Adds a line, in a transaction of its own, over a connection of its own.

    Raises:
        Fault: the log cannot be written: `read-only` media, a busy log, a lost server.
    """
    with closing(open_place(place, patience_seconds=_PATIENCE_SECONDS)) as database:
        note_in(database, entry)


def note_in(database: Database, entry: Entry) -> None:
    """Adds a line over an open connection that may write and is in no transaction.

    Raises:
        Fault: the log cannot be written.
    """
    with database.writing():
        database.change(
            _NOTE,
            {
                "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
                "person": entry.person,
                "identity": entry.identity,
                "kind": entry.kind,
                "what": entry.what,
                "about": entry.about,
                "code": entry.code,
                "grant_id": entry.grant,
                "details": json.dumps(dict(entry.details), ensure_ascii=False, sort_keys=True),
            },
        )


def read(
    database: Database, *, kind: str | None = None, person: str | None = None, limit: int | None = None
) -> tuple[Line, ...]:
    """Gives lines, the newest first; a filter that is None lets everything through."""
    wanted = select(security_log).order_by(security_log.c.number.desc())
    if kind is not None:
        wanted = wanted.where(security_log.c.kind == kind)
    if person is not None:
        wanted = wanted.where(security_log.c.person == person)
    rows = database.select(wanted if limit is None else wanted.limit(limit))
    return tuple(_line(dict(zip(_NAMES, row, strict=True))) for row in rows)


def _line(row: Mapping[str, Any]) -> Line:
    entry = Entry(
        at=datetime.fromisoformat(row["at"]),
        person=row["person"],
        identity=row["identity"],
        kind=row["kind"],
        what=row["what"],
        about=row["about"],
        code=row["code"],
        grant=row["grant_id"],
        details=json.loads(row["details"]),
    )
    return Line(int(row["number"]), entry)


_NAMES = tuple(str(column.name) for column in security_log.columns)
_GIVEN = _NAMES[1:]
# The server numbers the lines itself, for whoever may add one without reading the others; in a file the insert does.
_NOTE = Statement(
    f"INSERT INTO security_log ({', '.join(_NAMES)}) "  # noqa: S608 - the names are declared in our own code
    f"SELECT coalesce(max(number), 0) + 1, {', '.join(f':{name}' for name in _GIVEN)} FROM security_log",
    f"INSERT INTO security_log ({', '.join(_GIVEN)}) "  # noqa: S608 - as above
    f"VALUES ({', '.join(f'%({name})s' for name in _GIVEN)})",
)
