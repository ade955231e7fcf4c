"""Folding projections in memory: the meaning that the kept tables are held against."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from engine.envelope import Envelope
from engine.errors import Fault
from engine.projection import Drop, Key, Projection, Put, Row, Rows, Value

_T = TypeVar("_T")

Table = dict[Key, dict[str, Value]]


class MemoryRows:
    """The rows of one projection while it is folded; it sees those of its neighbours."""

    __slots__ = ("_neighbours", "_template", "projection", "table")

    def __init__(self, projection: Projection, neighbours: Mapping[str, MemoryRows]) -> None:
        self.projection = projection
        self.table: Table = {}
        self._neighbours = neighbours
        self._template: dict[str, Value] = dict.fromkeys(projection.columns)

    def get(self, key: Key) -> Row | None:
        """Gives the row at `key`, or None."""
        return self.table.get(key)

    def of(self, projection: str) -> Rows:
        """Gives the rows of another projection of the same fold."""
        return neighbour(self._neighbours, projection, self.projection.name)

    def take(self, changes: Iterable[Put | Drop]) -> None:
        """Makes the changes of one event."""
        for change in changes:
            if isinstance(change, Put):
                row = self.table.get(change.key)
                if row is None:
                    row = self.table[change.key] = self._template.copy()
                    row.update(zip(self.projection.key, change.key, strict=True))
                row.update(change.values)
            else:
                self.table.pop(change.key, None)


def fold(projections: Sequence[Projection], events: Iterable[Envelope]) -> dict[str, Table]:
    """Gives the rows of every projection after all `events`, by the projection's name and the row's key."""
    folding = Folding(projections)
    folding.extend(events)
    return folding.tables


class Folding:
    """A fold that can be carried on: further events may come later."""

    def __init__(self, projections: Sequence[Projection]) -> None:
        self._rows: dict[str, MemoryRows] = {}
        for projection in projections:
            self._rows[projection.name] = MemoryRows(projection, self._rows)

    @property
    def tables(self) -> dict[str, Table]:
        """The rows so far."""
        return {name: rows.table for name, rows in self._rows.items()}

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
        for rows, changes in [(rows, [*apply(event, rows)]) for rows, apply in pairs]:
            if changes:
                rows.take(changes)


def neighbour(rows: Mapping[str, _T], wanted: str, asking: str) -> _T:
    """Gives the rows of a projection that another one asks for.

    Raises:
        Fault: `projection-unknown`, it is not kept beside the asking one.
    """
    try:
        return rows[wanted]
    except KeyError as error:
        raise Fault("projection-unknown", f"The projection {asking} reads {wanted}, which is not kept.") from error
