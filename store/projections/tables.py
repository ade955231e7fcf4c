"""The table of a projection: made from its declared columns, with the statements that read and write its rows."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from sqlalchemy import (
    Column,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    and_,
    bindparam,
    delete,
    select,
)
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.schema import CreateIndex, CreateTable, DropTable

from engine.ports import Head
from engine.projection import ColumnType, Key, Projection, Value
from store.connection import DIALECT, compiled
from store.schema import projections

PREFIX = "projection_"

# A date is its ISO text: it sorts alike in memory and in every database.
_TYPES: dict[ColumnType, type[Text | Integer]] = {"text": Text, "date": Text, "integer": Integer}


class KeptTable:
    """One projection's table and the statements on it; each statement is compiled once, when it is first needed."""

    def __init__(self, projection: Projection) -> None:
        self.projection = projection
        self.columns = tuple(projection.columns)
        self.table = declared(projection)
        self._row_is = and_(*(self.table.c[name] == bindparam(name) for name in projection.key))
        self._upserts: dict[tuple[str, ...], str] = {}

    @cached_property
    def select_one(self) -> str:
        """The statement that reads the row of a key."""
        return compiled(select(self.table).where(self._row_is))

    @cached_property
    def select_all(self) -> str:
        """The statement that reads every row, in the order of the key."""
        return compiled(select(self.table).order_by(*(self.table.c[name] for name in self.projection.key)))

    @cached_property
    def delete_one(self) -> str:
        """The statement that takes the row of a key away."""
        return compiled(delete(self.table).where(self._row_is))

    @cached_property
    def insert_one(self) -> str:
        """The statement that writes a whole new row."""
        return compiled(self.table.insert())

    def making(self) -> tuple[str, ...]:
        """Gives the statements that make the table."""
        indexes = sorted(self.table.indexes, key=lambda index: str(index.name))
        return (
            str(CreateTable(self.table).compile(dialect=DIALECT)),
            *(str(CreateIndex(index).compile(dialect=DIALECT)) for index in indexes),
        )

    def dropping(self) -> str:
        """Gives the statement that takes the table away, whatever its columns were."""
        return str(DropTable(self.table, if_exists=True).compile(dialect=DIALECT))

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

    def upsert(self, columns: tuple[str, ...]) -> str:
        """Gives the statement that writes `columns` of one row, the key's among them, and makes the row if need be."""
        found = self._upserts.get(columns)
        if found is None:
            statement = insert(self.table).values({name: bindparam(name) for name in columns})
            changed = {name: statement.excluded[name] for name in columns if name not in self.projection.key}
            key = list(self.projection.key)
            if changed:
                statement = statement.on_conflict_do_update(index_elements=key, set_=changed)
            else:
                statement = statement.on_conflict_do_nothing(index_elements=key)
            found = self._upserts[columns] = str(statement.compile(dialect=DIALECT))
        return found


def declared(projection: Projection) -> Table:
    """Gives the declared table of a projection, with its indexes."""
    key = tuple(projection.key)
    table = Table(
        PREFIX + projection.name,
        MetaData(),
        *(Column(name, _TYPES[kind](), nullable=name not in key) for name, kind in projection.columns.items()),
        PrimaryKeyConstraint(*key),
        sqlite_strict=True,
    )
    for names in projection.indexes:
        Index(f"ix_{table.name}_{'_'.join(names)}", *(table.c[name] for name in names))
    return table


NOTE = compiled(projections.insert())
"""The statement that notes, for the first time, how far a table has come."""
