"""Folding projections in memory: the meaning that the kept tables are held against.

Of a long log the rows do not fit there: given a number of rows to keep, the older ones wait elsewhere (`spilling`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Protocol, TypeVar

from engine.envelope import Envelope
from engine.errors import Fault
from engine.projection import Drop, Key, Projection, Put, Row, Rows, Value
from store.projections.spilling import Overflow, values_of

_T = TypeVar("_T")

Table = dict[Key, dict[str, Value]]

ROWS = 2_000
"""How many rows of each projection a fold in little memory keeps: some 5 MB of the widest."""


class MemoryRows:
    """The rows of one projection while it is folded; it sees those of its neighbours."""

    __slots__ = ("_most", "_neighbours", "_overflow", "_template", "_values", "projection", "table")

    def __init__(self, projection: Projection, neighbours: Mapping[str, MemoryRows], most: int | None = None) -> None:
        self.projection = projection
        self.table: Table = {}
        self._values = values_of(tuple(projection.columns))
        self._neighbours = neighbours
        self._template: dict[str, Value] = dict.fromkeys(projection.columns)
        self._most = most
        self._overflow = Overflow(projection)

    def get(self, key: Key) -> Row | None:
        """Gives the row at `key`, or None."""
        return self.table.get(key) or (self._fetched(key) if self._overflow.used else None)

    def of(self, projection: str) -> Rows:
        """Gives the rows of another projection of the same fold."""
        # The look-up by itself: this is asked several times for each event of a log.
        return self._neighbours.get(projection) or neighbour(self._neighbours, projection, self.projection.name)

    def take(self, changes: Iterable[Put | Drop]) -> None:
        """Makes the changes of one event."""
        table = self.table
        for change in changes:
            if isinstance(change, Put):
                row = table.get(change.key)
                if row is None:
                    row = (self._fetched(change.key) if self._overflow.used else None) or self._made(change.key)
                row.update(change.values)
            else:
                table.pop(change.key, None)
                self._overflow.drop(change.key)
        if self._most is not None and len(table) > self._most:
            self._spill(max(1, self._most // 2))

    def in_order(self) -> Iterator[tuple[Value, ...]]:
        """Yields the values of the rows, in the order of the columns, by the order of their key."""
        if self._overflow.used:
            self._spill(len(self.table))
            return self._overflow.rows()
        return (self._values(row) for _, row in sorted(self.table.items()))

    def _made(self, key: Key) -> dict[str, Value]:
        row = self.table[key] = self._template.copy()
        row.update(zip(self.projection.key, key, strict=True))
        return row

    def _fetched(self, key: Key) -> dict[str, Value] | None:
        found = self._overflow.get(key)
        if found is not None:
            self.table[key] = found
        return found

    def _spill(self, count: int) -> None:
        """Lets the rows wait elsewhere that came first."""
        gone = [*islice(self.table, count)]
        self._overflow.put(self.table[key] for key in gone)
        for key in gone:
            del self.table[key]


def fold(projections: Sequence[Projection], events: Iterable[Envelope]) -> dict[str, Table]:
    """Gives the rows of every projection after all `events`, by the projection's name and the row's key."""
    folding = Folding(projections)
    folding.extend(events)
    return folding.tables


class Folding:
    """A fold that can be carried on: further events may come later."""

    def __init__(self, projections: Sequence[Projection], *, most_rows: int | None = None) -> None:
        """Takes the projections, and how many rows of each are kept in memory (None: all)."""
        self._rows: dict[str, MemoryRows] = {}
        for projection in projections:
            self._rows[projection.name] = MemoryRows(projection, self._rows, most_rows)

    @property
    def tables(self) -> dict[str, Table]:
        """The rows so far, of a fold that keeps all of them in memory."""
        return {name: rows.table for name, rows in self._rows.items()}

    def in_order(self, projection: str) -> Iterator[tuple[Value, ...]]:
        """Yields the rows of a projection so far, as values in the order of its columns, by the order of their key.

        Raises:
            Fault: `no-room-to-compare`.
        """
        return self._rows[projection].in_order()

    def extend(self, events: Iterable[Envelope]) -> None:
        """Applies further events."""
        advance(tuple(self._rows.values()), events)


class Taking(Rows, Protocol):
    """Rows that take changes."""

    projection: Projection

    def take(self, changes: Iterable[Put | Drop]) -> None:
        """Makes the changes of one event."""
        ...


def advance(every: Sequence[Taking], events: Iterable[Envelope]) -> None:
    """Applies `events` in order; at each, all look at the rows as they stand before it, and only then change them."""
    pairs = [(rows, rows.projection.apply) for rows in every]
    for event in events:
        made = []
        for rows, apply in pairs:
            changes = apply(event, rows)
            if changes:
                made.append((rows, [*changes]))
        for rows, ready in made:
            rows.take(ready)


def neighbour(rows: Mapping[str, _T], wanted: str, asking: str) -> _T:
    """Gives the rows of a projection that another one asks for.

    Raises:
        Fault: `projection-unknown`, it is not kept beside the asking one.
    """
    try:
        return rows[wanted]
    except KeyError as error:
        raise Fault("projection-unknown", f"The projection {asking} reads {wanted}, which is not kept.") from error
