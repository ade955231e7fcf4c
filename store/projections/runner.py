"""Bringing the kept tables along, inside the transaction of the append.

The rows that a fold asks for are read once per append and changed in memory; at the end every changed row is written
once, rows of the same shape together. So a hundred events in one append cost far fewer than a hundred times one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from engine.envelope import Envelope
from engine.errors import Fault
from engine.ports import Head
from engine.projection import Drop, Key, Put, Row, Rows, Value
from store.connection import Database
from store.projections.fold import advance, neighbour
from store.projections.tables import KeptTable
from store.statement import Statement


class Runner:
    """Follows a log with a set of projections, which all stand where the log stands."""

    def __init__(self, database: Database, tables: Sequence[KeptTable]) -> None:
        self._database = database
        self._rows: dict[str, _KeptRows] = {}
        for table in tables:
            self._rows[table.projection.name] = _KeptRows(table, self._rows, database)
        # Names and versions are declared in our own code, never input. The plus keeps SQLite from looking up four names
        # one by one where it can read four rows at once.
        known = " OR ".join(
            f"(+name = '{one.projection.name}' AND version = {one.projection.version})" for one in tables
        )
        self._advance = Statement(
            "UPDATE projections SET position = :position, hash = :hash "  # noqa: S608
            f"WHERE position = :before AND hash = :before_hash AND ({known})",
            "UPDATE projections SET position = %(position)s, hash = %(hash)s "  # noqa: S608
            f"WHERE position = %(before)s AND hash = %(before_hash)s AND ({known.replace('+', '')})",
        )

    def follow(self, appended: Sequence[Envelope], before: Head, after: Head) -> None:
        """Applies `appended`, which lead from `before` to `after`.

        Raises:
            Fault: `projection-stale`, a kept table does not stand at `before` in the version that this software has.
        """
        if not self._rows:
            return
        values = {
            "position": after.position,
            "hash": after.hash,
            "before": before.position,
            "before_hash": before.hash,
        }
        if self._database.change(self._advance, values) != len(self._rows):
            raise Fault(
                "projection-stale",
                "What is kept beside the log does not stand where the log stands. Nothing was stored.",
                try_next="ohjaus projection rebuild",
            )
        every = tuple(self._rows.values())
        try:
            advance(every, appended)
            with self._database.together():
                for rows in every:
                    rows.flush()
        finally:
            # Another process may write before we do so again.
            for rows in every:
                rows.forget()


class _KeptRows:
    """One projection's rows during an append: what was read, with what was changed since laid over it."""

    __slots__ = ("_changed", "_database", "_dropped", "_neighbours", "_read", "_table", "projection")

    def __init__(self, table: KeptTable, neighbours: Mapping[str, _KeptRows], database: Database) -> None:
        self.projection = table.projection
        self._table = table
        self._neighbours = neighbours
        self._database = database
        self._read: dict[Key, dict[str, Value] | None] = {}
        self._changed: dict[Key, dict[str, Value]] = {}
        self._dropped: set[Key] = set()

    def get(self, key: Key) -> Row | None:
        """Gives the row at `key`, or None."""
        if key in self._read:
            return self._read[key]
        found = None if key in self._dropped else self._database.first(self._table.select_one, self._table.bound(key))
        row = self._table.row(found) if found else None
        changed = self._changed.get(key)
        if changed is not None:
            row = {**(row or self._blank(key)), **changed}
        self._read[key] = row
        return row

    def of(self, projection: str) -> Rows:
        """Gives the rows of another projection that is kept beside this one."""
        return neighbour(self._neighbours, projection, self.projection.name)

    def take(self, changes: Iterable[Put | Drop]) -> None:
        """Makes the changes of one event in memory."""
        for change in changes:
            self._take(change)

    def _take(self, change: Put | Drop) -> None:
        key = change.key
        if isinstance(change, Drop):
            self._changed.pop(key, None)
            self._dropped.add(key)
            self._read[key] = None
            return
        changed = self._changed.get(key)
        if changed is None:
            changed = self._changed[key] = {}
        changed.update(change.values)
        if key in self._read:
            self._read[key] = {**(self._read[key] or self._blank(key)), **change.values}

    def flush(self) -> None:
        """Writes what was changed."""
        if not self._changed and not self._dropped:
            return
        for key in self._dropped:
            self._database.change(self._table.delete_one, self._table.bound(key))
        shapes: dict[tuple[str, ...], list[dict[str, Value]]] = {}
        for key, changed in self._changed.items():
            values: dict[str, Value] = {**self._table.bound(key), **changed}
            shapes.setdefault(tuple(values), []).append(values)
        for columns, rows in shapes.items():
            statement = self._table.upsert(columns)
            if len(rows) == 1:
                self._database.change(statement, rows[0])
            else:
                self._database.change_many(statement, rows)

    def forget(self) -> None:
        """Lets go of everything that was read and changed."""
        self._read.clear()
        self._changed.clear()
        self._dropped.clear()

    def _blank(self, key: Key) -> dict[str, Value]:
        return {**dict.fromkeys(self._table.columns), **self._table.bound(key)}
