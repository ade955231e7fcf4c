"""The security log: what was denied, which secrets were read and taken out, and what went wrong with an identity.

It stands beside the record and is no part of it (906/2019 17 §: who uses what is logged, for monitoring and for finding
faults). It holds who, when, which command and which case, and never what was in it. Lines are added and never changed;
nothing chains them, so that it rests on the rights of the database alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import MAXYEAR, MINYEAR, UTC, datetime
from typing import Any, Literal, get_args

from sqlalchemy import Select, select

from engine.errors import Fault, IntegrityBroken
from store.connection import Database
from store.event_log import LOST
from store.place import Place, open_place
from store.schema import security_log
from store.statement import Statement

Kind = Literal["denied", "secret-read", "secret-export", "identity"]
KINDS: tuple[Kind, ...] = get_args(Kind)

_PATIENCE_SECONDS = 5.0
LONGEST = 500
"""So much of a text is written: a server takes no line whose details are longer than it bounds them."""
_NAMED = 20
"""So many lines that cannot be read are named by their number."""


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


@dataclass(frozen=True, slots=True)
class Unread:
    """A line of the security log that is not what this software writes: nothing of it is told but its number."""

    number: int


def note(place: Place, entry: Entry) -> None:
    """Adds a line, in a transaction of its own, over a connection of its own.

    Raises:
        Fault: the log cannot be written: `read-only` media, a busy log, a lost server.
    """
    with closing(open_place(place, patience_seconds=_PATIENCE_SECONDS)) as database:
        note_in(database, entry)


def note_in(database: Database, entry: Entry) -> None:
    """Adds a line over an open connection that may write and is in no transaction.

    Where the server is lost before it says that the line is stored, it is added once more over a new connection: a line
    may then stand there twice, rather than not at all.

    Raises:
        Fault: the log cannot be written.
    """
    try:
        _add(database, entry)
    except Fault as error:
        if error.code != LOST or not database.regain():
            raise
        _add(database, entry)


def _add(database: Database, entry: Entry) -> None:
    with database.writing():
        database.change(
            _NOTE,
            {
                "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
                "person": _written(entry.person),
                "identity": _written(entry.identity),
                "kind": entry.kind,
                "what": _written(entry.what),
                "about": _written_or_none(entry.about),
                "code": _written_or_none(entry.code),
                "grant_id": _written_or_none(entry.grant),
                "details": json.dumps(
                    {name: _written(one) for name, one in entry.details.items()}, ensure_ascii=False, sort_keys=True
                ),
            },
        )


def _written(text: str) -> str:
    """Gives a text so that every database takes it: whoever types a strange one is noted all the same."""
    return text[:LONGEST].replace("\0", "\ufffd").encode(errors="replace").decode()


def _written_or_none(text: str | None) -> str | None:
    return None if text is None else _written(text)


def look(
    database: Database, *, kind: str | None = None, person: str | None = None, limit: int | None = None
) -> tuple[Line | Unread, ...]:
    """Gives lines, the newest first, each that cannot be read in its place; a filter that is None lets all through."""
    wanted = _wanted(select(security_log), kind, person, limit)
    try:
        rows = database.select(wanted)
    except IntegrityBroken as error:
        # Text that is none stops the driver at its line, and with it every line after that.
        if error.code != "database-damaged":
            raise
        numbers = database.select(_wanted(select(security_log.c.number), kind, person, limit))
        return tuple(_alone(database, int(number)) for (number,) in numbers)
    return tuple(_line(dict(zip(_NAMES, row, strict=True))) for row in rows)


def read(
    database: Database, *, kind: str | None = None, person: str | None = None, limit: int | None = None
) -> tuple[Line, ...]:
    """Gives lines as `look` does, where all of them can be read.

    Raises:
        IntegrityBroken: `security-log-damaged`, with the numbers of those that cannot be.
    """
    found = look(database, kind=kind, person=person, limit=limit)
    unread = [one.number for one in found if isinstance(one, Unread)]
    if unread:
        raise damaged(unread)
    return tuple(one for one in found if isinstance(one, Line))


def damaged(numbers: Sequence[int]) -> IntegrityBroken:
    """Gives the error of lines that cannot be read."""
    named = ", ".join(map(str, numbers[:_NAMED])) + (f" + {len(numbers) - _NAMED}" if len(numbers) > _NAMED else "")
    return IntegrityBroken(
        "security-log-damaged",
        f"The security log holds lines that cannot be read: {named}. No program of ours writes such a line. Keep the "
        "database as it is, and look for the line in a backup.",
        try_next="ohjaus db check",
        details={"numbers": named},
    )


def _wanted(query: Select[Any], kind: str | None, person: str | None, limit: int | None) -> Select[Any]:
    query = query.order_by(security_log.c.number.desc())
    if kind is not None:
        query = query.where(security_log.c.kind == kind)
    if person is not None:
        query = query.where(security_log.c.person == person)
    return query if limit is None else query.limit(limit)


def _alone(database: Database, number: int) -> Line | Unread:
    try:
        (row,) = database.select(select(security_log).where(security_log.c.number == number))
    except IntegrityBroken:
        return Unread(number)
    return _line(dict(zip(_NAMES, row, strict=True)))


def _line(row: Mapping[str, Any]) -> Line | Unread:
    number = int(row["number"])
    try:
        entry = Entry(
            at=_moment(row["at"]),
            person=_text(row["person"]),
            identity=_text(row["identity"]),
            kind=_kind(row["kind"]),
            what=_text(row["what"]),
            about=_text_or_none(row["about"]),
            code=_text_or_none(row["code"]),
            grant=_text_or_none(row["grant_id"]),
            details=_details(row["details"]),
        )
    except (ValueError, OverflowError, RecursionError):
        return Unread(number)
    return Line(number, entry)


def _moment(value: object) -> datetime:
    at = datetime.fromisoformat(_text(value))
    # The first and the last year have hours that another time zone cannot tell.
    if at.tzinfo is None or at.year in (MINYEAR, MAXYEAR):
        raise ValueError(value)
    return at


def _kind(value: object) -> Kind:
    for kind in KINDS:
        if kind == value:
            return kind
    raise ValueError(value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(value)  # noqa: TRY004 - what is read is not what it must be, whatever it is
    return value


def _text_or_none(value: object) -> str | None:
    return None if value is None else _text(value)


def _details(value: object) -> dict[str, str]:
    found = json.loads(_text(value))
    if not isinstance(found, dict):
        raise ValueError(value)  # noqa: TRY004 - as above
    # Half a character is JSON, and no text that can be told.
    json.dumps(found, ensure_ascii=False).encode()
    return {name: _text(one) for name, one in found.items()}


_NAMES = tuple(str(column.name) for column in security_log.columns)
_GIVEN = _NAMES[1:]
# The server numbers the lines itself, for whoever may add one without reading the others; in a file the insert does.
_NOTE = Statement(
    f"INSERT INTO security_log ({', '.join(_NAMES)}) "  # noqa: S608 - the names are declared in our own code
    f"SELECT coalesce(max(number), 0) + 1, {', '.join(f':{name}' for name in _GIVEN)} FROM security_log",
    f"INSERT INTO security_log ({', '.join(_GIVEN)}) "  # noqa: S608 - as above
    f"VALUES ({', '.join(f'%({name})s' for name in _GIVEN)})",
)
