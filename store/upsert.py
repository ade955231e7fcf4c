"""Writing a row over the one with its key, or making it: the same clause in both databases, from each one's dialect."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Table, bindparam
from sqlalchemy.dialects import sqlite

from store.statement import Statement, compiled


def upsert(table: Table, columns: Sequence[str], *, key: Sequence[str]) -> Statement:
    """Gives the statement that writes `columns` of the row that `key` names, and makes the row if need be."""
    return compiled(_upsert(sqlite.insert(table), columns, key), postgres=_Postgres(table, columns, key))


class _Postgres:
    """PostgreSQL's statement, put together only where there is a server."""

    def __init__(self, table: Table, columns: Sequence[str], key: Sequence[str]) -> None:
        self._parts = table, columns, key

    def compile(self, *, dialect: Any) -> Any:  # noqa: ANN401 - as SQLAlchemy's own
        """Gives the words."""
        from sqlalchemy.dialects import postgresql  # noqa: PLC0415 - a log in a file does not need it

        table, columns, key = self._parts
        return _upsert(postgresql.insert(table), columns, key).compile(dialect=dialect)


def _upsert(insert: Any, columns: Sequence[str], key: Sequence[str]) -> Any:  # noqa: ANN401 - two dialects, one shape
    statement = insert.values({name: bindparam(name) for name in columns})
    changed = {name: statement.excluded[name] for name in columns if name not in key}
    if changed:
        return statement.on_conflict_do_update(index_elements=list(key), set_=changed)
    return statement.on_conflict_do_nothing(index_elements=list(key))
