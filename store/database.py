"""What the log asks of a database, whichever it is: the seam between the record and SQLite or PostgreSQL."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from sqlalchemy.sql import ClauseElement

if TYPE_CHECKING:
    from store.postgres.address import Server
    from store.statement import Statement

Values = Mapping[str, Any]
Result = list[tuple[Any, ...]]


class Remade(Protocol):
    """A kept table as it is declared, with the statements that make it so."""

    columns: tuple[str, ...]

    @property
    def name(self) -> str:
        """The table's name."""
        ...

    @property
    def emptying(self) -> Statement:
        """The statement that takes every row away."""
        ...

    def dropping(self) -> Statement:
        """Gives the statement that takes the table away, whatever its columns were."""
        ...

    def making(self) -> tuple[Statement, ...]:
        """Gives the statements that make it, empty."""
        ...


class Database(Protocol):
    """A connection to one log; safe to share between threads, one transaction at a time."""

    read_only: bool

    @property
    def path(self) -> Path | Server:
        """Where the log stands: a file, or a database on a server."""
        ...

    def run(self, sql: str, values: Values | Sequence[object] = ()) -> Result:
        """Runs one statement and gives all its rows.

        Raises:
            Fault: translated from the driver's error.
        """
        ...

    def first(self, sql: str, values: Values) -> tuple[Any, ...] | None:
        """Runs one query and gives its first row; inside `writing` only, where errors are translated."""
        ...

    def change(self, sql: str, values: Values) -> int:
        """Runs one changing statement and gives the number of rows it touched; inside `writing` only."""
        ...

    def change_many(self, sql: str, rows: Sequence[Values]) -> None:
        """Runs one changing statement for each of `rows`; inside `writing` only."""
        ...

    def select(self, statement: ClauseElement) -> Result:
        """Runs a query that was built for this occasion."""
        ...

    def together(self) -> AbstractContextManager[object]:
        """Lets the changes within the block travel together, none waiting for the answer to the one before."""
        ...

    def writing(self, *, keep: bool = True) -> AbstractContextManager[None]:
        """Holds the one write lock for the block and commits at its end; without `keep`, or on an error, nothing stays.

        Raises:
            Fault: the log is read-only, busy for longer than we wait, or the disk fails; nothing was stored.
        """
        ...

    def turn(self) -> AbstractContextManager[None]:
        """Lets nobody else append within the block, once those who asked before have had their turn, where they queue.

        Raises:
            Fault: the turn did not come for longer than we wait, or the server is lost.
        """
        ...

    def snapshot(self) -> AbstractContextManager[None]:
        """Lets everything read within the block be of one moment, while others go on writing."""
        ...

    def regain(self) -> bool:
        """Tells whether the connection, after it was lost, stands again; a file is never lost so."""
        ...

    def remake(self, table: Remade) -> None:
        """Makes a kept table empty and as it is declared; inside `writing` only.

        Raises:
            Refused: `kept-not-made`, it stands otherwise, and this login may make none.
        """
        ...

    def ensure_whole(self) -> None:
        """Makes sure that this login sees the whole log, and not only what is about some subjects.

        Raises:
            Refused: `part-only`.
        """
        ...

    def ensure_unmoved(self) -> None:
        """Makes sure that what was read is still what was opened.

        Raises:
            Fault: somebody wrote into a file that was read without locks.
        """
        ...

    def close(self) -> None:
        """Closes the connection; closing again does nothing."""
        ...
