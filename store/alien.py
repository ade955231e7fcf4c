"""What must not stand in a schema that is read: looked for before the first query that could let it run.

Looking at `sqlite_master` runs nothing. A view in the place of a table, a virtual table or a computed column would run
when it is read, so a log that has one where we read is refused. What is merely planted beside (a view nobody asks, a
trigger on a write) lies still while reading; `store.integrity` names it, and nothing is written to such a log.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable
from typing import Any

from engine.errors import IntegrityBroken
from store.schema import metadata

KEPT_PREFIX = "projection_"
"""With what the names of kept projections begin."""

LENGTH_CAP_BYTES = 64 * 1024 * 1024
"""The longest text or bytes that a log may make us hold: several times the largest event."""

_OURS = frozenset(metadata.tables)
_PLAIN = re.compile(r"\s*CREATE\s+TABLE\b", re.IGNORECASE)
_MAY_COMPUTE = re.compile(r"\bAS\b", re.IGNORECASE)
_COMPUTED = (2, 3)
"""How SQLite marks a column that is computed, when read or when stored, in `table_xinfo`."""

_NEVER = frozenset(("load_extension", "fts3_tokenizer", "readfile", "writefile", "edit"))
_LIMITS = {
    "SQLITE_LIMIT_LENGTH": LENGTH_CAP_BYTES,
    "SQLITE_LIMIT_SQL_LENGTH": 1_000_000,
    "SQLITE_LIMIT_TRIGGER_DEPTH": 10,
}
_READING_LIMITS = {"SQLITE_LIMIT_ATTACHED": 0}

Query = Callable[[str], Iterable[tuple[Any, ...]]]


def restrain(driver: sqlite3.Connection, *, read_only: bool) -> None:
    """Takes from a connection what a log never needs, before anything of the file is looked at."""
    for name, most in {**_LIMITS, **(_READING_LIMITS if read_only else {})}.items():
        driver.setlimit(getattr(sqlite3, name), most)
    if read_only:
        driver.set_authorizer(_authorise)
    configure = getattr(driver, "setconfig", None)
    if configure is None:
        # Python 3.11 cannot ask for these; the limits, the settings and the look below stand for themselves.
        return
    wanted = {
        "SQLITE_DBCONFIG_DEFENSIVE": True,
        "SQLITE_DBCONFIG_TRUSTED_SCHEMA": False,
        "SQLITE_DBCONFIG_ENABLE_VIEW": False,
        "SQLITE_DBCONFIG_ENABLE_TRIGGER": not read_only,
        "SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION": False,
    }
    for name, on in wanted.items():
        configure(getattr(sqlite3, name), on)


def refuse_running(query: Query) -> None:
    """Makes sure that nothing runs when the tables of a log are read.

    Raises:
        IntegrityBroken: `schema-changed`, with the name of what would, or of what is not named in words.
    """
    for kind, name, sql in list(query(_MASTER)):
        if not all(isinstance(one, str) for one in (kind, name, sql or "")):
            raise _alien(str(kind), str(name), "is not named in words")
        if name.lower() not in _OURS and not name.lower().startswith(KEPT_PREFIX):
            continue
        if kind != "table" or not _PLAIN.match(sql or ""):
            raise _alien(kind, name, "is not a plain table")
        if _MAY_COMPUTE.search(sql) and any(
            row[6] in _COMPUTED for row in query(f"PRAGMA table_xinfo({_quoted(name)})")
        ):
            raise _alien(kind, name, "has a column that is computed")


def _alien(kind: str, name: str, what: str) -> IntegrityBroken:
    return IntegrityBroken(
        "schema-changed",
        f"The {kind} {name} {what}: reading it would run what somebody wrote into the file. It was not read.",
        try_next="ohjaus audit verify",
        details={"kind": kind, "name": name},
    )


def _authorise(action: int, first: str | None, second: str | None, _schema: str | None, _inner: str | None) -> int:
    if action in (sqlite3.SQLITE_ATTACH, sqlite3.SQLITE_DETACH, sqlite3.SQLITE_RECURSIVE):
        return sqlite3.SQLITE_DENY
    if action in (sqlite3.SQLITE_CREATE_VTABLE, sqlite3.SQLITE_DROP_VTABLE):
        return sqlite3.SQLITE_DENY
    if action == sqlite3.SQLITE_FUNCTION and (second or first or "").lower() in _NEVER:
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


_MASTER = "SELECT type, name, sql FROM sqlite_master WHERE type IN ('table', 'view')"
