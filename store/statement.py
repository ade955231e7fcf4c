"""A statement in the words of both databases: SQLite's text at once, PostgreSQL's when it is first asked for."""

from __future__ import annotations

from functools import cache
from typing import Any, Protocol, Self

from sqlalchemy.dialects import sqlite

DIALECT = sqlite.dialect(paramstyle="named")
"""How SQLite is spoken to."""


class Compilable(Protocol):
    """What SQLAlchemy can put into words: a statement, or the making of a table."""

    def compile(self, *, dialect: Any) -> Any:  # noqa: ANN401 - SQLAlchemy's dialects and texts have no common public type
        """Gives the words."""
        ...


class Statement(str):
    """The text of a statement for SQLite, which knows what it is for PostgreSQL as well."""

    __slots__ = ("_postgres",)

    _postgres: Compilable | str

    def __new__(cls, text: str, postgres: Compilable | str) -> Self:
        """Takes SQLite's text, and PostgreSQL's or what it is made from."""
        made = super().__new__(cls, text)
        made._postgres = postgres
        return made

    @property
    def postgres(self) -> str:
        """The text for PostgreSQL, with parameters written `%(name)s`."""
        if not isinstance(self._postgres, str):
            self._postgres = str(self._postgres.compile(dialect=postgres_dialect()))
        return self._postgres


@cache
def postgres_dialect() -> Any:  # noqa: ANN401 - as above
    """Gives how PostgreSQL is spoken to; the columns give the types, so no parameter is cast."""
    from sqlalchemy.dialects import postgresql  # noqa: PLC0415 - 30 ms that a log in a file does not need

    return postgresql.dialect(paramstyle="pyformat")  # type: ignore[no-untyped-call]  # as SQLAlchemy ships it


def compiled(statement: Compilable, *, postgres: Compilable | str | None = None) -> Statement:
    """Gives a statement's text for the driver; `postgres` where PostgreSQL has to be told in other words."""
    return Statement(str(statement.compile(dialect=DIALECT)), statement if postgres is None else postgres)
