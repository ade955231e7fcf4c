"""The table of a projection: made from its declared columns, with the statements that read and write its rows."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from sqlalchemy import (
    Column,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Select,
    Table,
    and_,
    bindparam,
    delete,
    literal_column,
    select,
    tuple_,
)
from sqlalchemy.schema import CreateIndex, CreateTable, DropTable
from sqlalchemy.types import TypeEngine

from engine.ports import Head
from engine.projection import ColumnType, Key, Projection, Value
from store.connection import compiled
from store.postgres.layout import KEPT
from store.schema import NUMBER, TEXT, projections
from store.statement import Statement
from store.upsert import upsert

PREFIX = "projection_"

# A date is its ISO text: it sorts alike in memory and in every database.
_TYPES: dict[ColumnType, TypeEngine[Any]] = {"text": TEXT, "date": TEXT, "integer": NUMBER}


class KeptTable:
    """One projection's table and the statements on it; each statement is compiled once, when it is first needed."""

    def __init__(self, projection: Projection) -> None:
        self.projection = projection
        self.columns = tuple(projection.columns)
        self.table = declared(projection)
        self._row_is = and_(*(self.table.c[name] == bindparam(name) for name in projection.key))
        self._upserts: dict[tuple[str, ...], Statement] = {}

    @property
    def name(self) -> str:
        """The table's name."""
        return str(self.table.name)

    @cached_property
    def emptying(self) -> Statement:
        """The statement that takes every row away."""
        return compiled(delete(self.table))

    @cached_property
    def select_one(self) -> Statement:
        """The statement that reads the row of a key."""
        return compiled(select(self.table).where(self._row_is))

    @cached_property
    def select_first(self) -> Statement:
        """The statement that reads the first `size` rows in the order of the key."""
        return compiled(_page(self._in_order()))

    @cached_property
    def select_after(self) -> Statement:
        """The statement that reads the first `size` rows after a key, in the order of the key."""
        key = self.projection.key
        after = tuple_(*(self.table.c[name] for name in key)) > tuple_(*(bindparam(name) for name in key))
        return compiled(_page(self._in_order().where(after)))

    def _in_order(self) -> Select[Any]:
        return select(self.table).order_by(*(self.table.c[name] for name in self.projection.key))

    @cached_property
    def delete_one(self) -> Statement:
        """The statement that takes the row of a key away."""
        return compiled(delete(self.table).where(self._row_is))

    @cached_property
    def insert_one(self) -> Statement:
        """The statement that writes a whole new row."""
        return compiled(self.table.insert())

    def making(self) -> tuple[Statement, ...]:
        """Gives the statements that make the table; on a server it stands in the schema of what is kept."""
        there = self._there
        return (
            compiled(CreateTable(self.table), postgres=CreateTable(there)),
            *(
                compiled(CreateIndex(one), postgres=CreateIndex(other))
                for one, other in zip(_indexes(self.table), _indexes(there), strict=True)
            ),
        )

    def dropping(self) -> Statement:
        """Gives the statement that takes the table away, whatever its columns were."""
        return compiled(DropTable(self.table, if_exists=True), postgres=DropTable(self._there, if_exists=True))

    @cached_property
    def _there(self) -> Table:
        return self.table.to_metadata(MetaData(schema=KEPT))

    def note(self, head: Head) -> dict[str, str | int]:
        """Gives the row that notes how far the table has come."""
        known = self.projection
        return {"name": known.name, "version": known.version, "position": head.position, "hash": head.hash}

    def bound(self, key: Key) -> dict[str, str | int]:
        """Gives a key as the values of its columns."""
        return dict(zip(self.projection.key, key, strict=True))

    def row(self, values: Iterable[Value]) -> dict[str, Value]:
        """Gives a row from its values in the order of the table."""
        return dict(zip(self.columns, values, strict=True))

    def upsert(self, columns: tuple[str, ...]) -> Statement:
        """Gives the statement that writes `columns` of one row, the key's among them, and makes the row if need be."""
        found = self._upserts.get(columns)
        if found is None:
            found = self._upserts[columns] = upsert(self.table, columns, key=self.projection.key)
        return found


def _page(rows: Select[Any]) -> Select[Any]:
    return rows.limit(bindparam("size", type_=Integer)).offset(literal_column("0"))


def _indexes(table: Table) -> list[Index]:
    return sorted(table.indexes, key=lambda index: str(index.name))


_DECLARED: dict[int, KeptTable] = {}


def kept_table(projection: Projection) -> KeptTable:
    """Gives the table of a projection, the same one each time; it is declared when it is first asked for."""
    # Declaring tables costs as much as the rest of opening a log. A table holds its projection, so that no other one
    # can come to stand at its address.
    found = _DECLARED.get(id(projection))
    return found or _DECLARED.setdefault(id(projection), KeptTable(projection))


def declared(projection: Projection) -> Table:
    """Gives the declared table of a projection, with its indexes."""
    key = tuple(projection.key)
    table = Table(
        PREFIX + projection.name,
        MetaData(),
        *(Column(name, _TYPES[kind], nullable=name not in key) for name, kind in projection.columns.items()),
        PrimaryKeyConstraint(*key),
        sqlite_strict=True,
    )
    for names in projection.indexes:
        Index(f"ix_{table.name}_{'_'.join(names)}", *(table.c[name] for name in names))
    return table


NOTE = compiled(projections.insert())
"""The statement that notes, for the first time, how far a table has come."""
