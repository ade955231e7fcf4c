"""Rows that do not all fit in memory: beyond a number of them the older ones wait in a database that has no name.

SQLite keeps such a database in its cache and, when that is full, in a file that no folder lists and that is gone with
the connection. Nothing is written there as long as the rows fit.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter

from engine.errors import Fault
from engine.projection import Key, Projection, Row, Value

NO_ROOM = "no-room-to-compare"
"""The code of the fault when the machine has no room where rows can wait."""

_MACHINE = (
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_READONLY,
)
_PRIMARY = 0xFF
_MARKS = 1 << 23
"""Places for the marks of keys that were put here, a megabyte of bits: most keys without a mark are new."""
_SETTINGS = (("temp_store", 1), ("journal_mode", "off"), ("synchronous", 0), ("cache_size", -1_000))


class Overflow:
    """Where the rows of one projection wait, by their key."""

    def __init__(self, projection: Projection) -> None:
        self._columns = tuple(projection.columns)
        self._driver: sqlite3.Connection | None = None
        self._marks = bytearray()
        self._key = values_of(projection.key)
        self._values = values_of(self._columns)
        key, names = _listed(projection.key), _listed(self._columns)
        of_key = " AND ".join(f'"{name}" = ?' for name in projection.key)
        marks = ", ".join("?" for _ in self._columns)
        # The names are declared in our own code, never input. The columns have no type: a value stays what it is.
        self._make = f"CREATE TABLE waiting ({names}, PRIMARY KEY ({key})) WITHOUT ROWID"
        self._put = f"INSERT OR REPLACE INTO waiting ({names}) VALUES ({marks})"  # noqa: S608
        self._get = f"SELECT {names} FROM waiting WHERE {of_key}"  # noqa: S608
        self._drop = f"DELETE FROM waiting WHERE {of_key}"  # noqa: S608
        self._all = f"SELECT {names} FROM waiting ORDER BY {key}"  # noqa: S608

    @property
    def used(self) -> bool:
        """True when rows wait here, or did."""
        return self._driver is not None

    def put(self, rows: Iterable[Row]) -> None:
        """Takes rows in, each in the place of the one with its key.

        Raises:
            Fault: `no-room-to-compare`.
        """
        key, values = self._key, self._values
        waiting: list[tuple[Value, ...]] = []
        try:
            driver = self._driver or self._begin()
            marks = self._marks
            for row in rows:
                place = hash(key(row)) % _MARKS
                marks[place >> 3] |= 1 << (place & 7)
                waiting.append(values(row))
            driver.executemany(self._put, waiting)
        except sqlite3.Error as error:
            code = getattr(error, "sqlite_errorcode", None)
            if code is None or code & _PRIMARY not in _MACHINE:
                raise
            raise _no_room(error) from error

    def get(self, key: Key) -> dict[str, Value] | None:
        """Gives the row at a key, or None when none waits here."""
        if self._driver is None:
            return None
        place = hash(key) % _MARKS
        if not self._marks[place >> 3] & 1 << (place & 7):
            return None
        found = self._driver.execute(self._get, key).fetchone()
        return dict(zip(self._columns, found, strict=True)) if found else None

    def drop(self, key: Key) -> None:
        """Takes the row at a key away, if it waits here."""
        if self._driver is not None:
            self._driver.execute(self._drop, key)

    def rows(self) -> Iterator[tuple[Value, ...]]:
        """Yields the values of every row that waits here, in the order of the key."""
        return iter(()) if self._driver is None else self._driver.execute(self._all)

    def _begin(self) -> sqlite3.Connection:
        driver = sqlite3.connect("", isolation_level=None)
        for name, value in _SETTINGS:
            driver.execute(f"PRAGMA {name} = {value}")
        driver.execute(self._make)
        self._driver, self._marks = driver, bytearray(_MARKS >> 3)
        return driver


def values_of(names: Sequence[str]) -> Callable[[Row], tuple[Value, ...]]:
    """Gives what takes the values of these columns out of a row."""
    if len(names) == 1:
        return lambda row: (row[names[0]],)
    return itemgetter(*names)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _no_room(error: sqlite3.Error) -> Fault:
    return Fault(
        NO_ROOM,
        "To hold the projections against a log of this size some rows have to wait on disk for a while, and cannot. "
        "Name a folder with room: TMPDIR.",
        try_next="ohjaus audit verify",
        details={"driver": getattr(error, "sqlite_errorname", type(error).__name__)},
    )
