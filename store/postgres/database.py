"""One long-lived session with a log on a server, with the same methods as the connection to a file.

Each append takes one advisory lock before it looks at anything, and holds it until its transaction ends. So positions
are given in the order of the commits, no rollback leaves a gap, and no reader can meet a later event before an earlier
one (ADR 0002, ADR 0021).

A connection may be lost at any time. Reading alone is tried again on a new one, as long as our patience lasts; within
`writing` and `snapshot` it is a fault, because what was there is gone with the session.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import cached_property
from typing import Any, TypeVar

import psycopg
from psycopg.pq import TransactionStatus
from sqlalchemy.sql import ClauseElement

from engine.errors import Fault, OhjausError
from store.database import Remade, Result, Values
from store.postgres import standing
from store.postgres.address import Server
from store.postgres.connecting import Driver, connect, pause
from store.postgres.faults import DRIVER_ERRORS, INTERRUPTIONS, LOST, is_conflict, is_lost, translate
from store.postgres.layout import LOCK
from store.postgres.waiting import told_by_whom
from store.statement import Statement, postgres_dialect

IDLE_SECONDS = 60
"""A writer that falls silent with the lock in its hand is let go by the server after this time."""

_T = TypeVar("_T")


class PostgresDatabase:
    """A session with the database of one log; safe to share between threads, one transaction at a time."""

    def __init__(self, server: Server, *, read_only: bool = False, patience_seconds: float) -> None:
        self.read_only = read_only
        self._server = server
        self._patience_seconds = patience_seconds
        self._lock = threading.RLock()
        self._closed = False
        self._interrupted: OhjausError | None = None
        self._driver = self._connected()

    @property
    def path(self) -> Server:
        """Where the log stands."""
        return self._server

    @property
    def driver(self) -> Driver:
        """The driver's connection, for migrations and roles."""
        return self._driver

    def run(self, sql: str, values: Values | Sequence[object] = ()) -> Result:
        """Runs one statement and gives all its rows; a reading one is tried again when the connection was lost.

        Raises:
            Fault: translated from the driver's error.
        """
        query, given = _spoken(sql, values)
        with self._lock:
            status = self._driver.info.transaction_status
            if status == TransactionStatus.IDLE or self._driver.closed:
                return self._persevering(lambda: self._rows(query, given))
            try:
                return self._rows_within(query, given)
            except DRIVER_ERRORS as error:
                found = translate(error)
                self._interrupted = found if found.code in INTERRUPTIONS else self._interrupted
                raise found from error

    def first(self, sql: str, values: Values) -> tuple[Any, ...] | None:
        """Runs one query and gives its first row; inside `writing` only, where errors are translated."""
        query, given = _spoken(sql, values)
        return self._driver.execute(query, given, binary=True).fetchone()

    def change(self, sql: str, values: Values) -> int:
        """Runs one changing statement and gives the number of rows it touched; inside `writing` only."""
        query, given = _spoken(sql, values)
        return self._driver.execute(query, given).rowcount

    def change_many(self, sql: str, rows: Sequence[Values]) -> None:
        """Runs one changing statement for each of `rows`; inside `writing` only."""
        query, _ = _spoken(sql, {})
        with self._driver.cursor() as cursor:
            cursor.executemany(query, rows)

    def together(self) -> AbstractContextManager[object]:
        """Lets the changes within the block travel together, none waiting for the answer to the one before."""
        return self._driver.pipeline()

    def select(self, statement: ClauseElement) -> Result:
        """Runs a query that was built for this occasion."""
        text = statement.compile(dialect=postgres_dialect(), compile_kwargs={"render_postcompile": True})
        return self.run(Statement("", str(text)), text.params)

    @contextmanager
    def writing(self, *, keep: bool = True) -> Iterator[None]:
        """Holds the one write lock for the block and commits at its end; without `keep`, or on an error, nothing stays.

        Raises:
            Fault: the log is read-only, busy for longer than we wait, or the server is lost.
        """
        if self.read_only:
            raise Fault("read-only", "The log was opened for reading only. Nothing was stored.")
        with self._lock:
            if self._in_transaction():
                raise Fault("transaction-nested", "An append was begun inside another one. Nothing was stored.")
            try:
                self._persevering(lambda: self._driver.execute(_BEGIN))
                yield
                self._driver.execute(b"COMMIT" if keep else b"ROLLBACK")
            except DRIVER_ERRORS as error:
                self._roll_back()
                raise told_by_whom(translate(error), self._driver) from error
            except BaseException:
                self._roll_back()
                raise

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Holds the lock of appends for the whole block, for one that looks first; the server queues those who ask.

        A turn ends with the session, and with it when nothing comes for `IDLE_SECONDS`; what is appended after that
        may be too late, as without a turn.

        Raises:
            Fault: `log-busy`, others held it for longer than we wait; or the server is lost.
        """
        with self._lock:
            self._persevering(lambda: self._driver.execute(_TURN))
            holding = self._driver
            try:
                yield
            finally:
                try:
                    holding.execute(_TURN_OVER)
                except psycopg.Error:
                    # A session that cannot give it back takes it along.
                    holding.close()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Lets everything read within the block be of one moment, while others go on writing."""
        with self._lock:
            nested = self._in_transaction()
            if not nested:
                self._interrupted = None
                self._persevering(lambda: self._driver.execute(_LOOK))
            try:
                yield
            finally:
                if not nested:
                    self._roll_back()

    def regain(self) -> bool:
        """Tells whether the connection, after it was lost, stands again."""
        with self._lock:
            try:
                self._renew()
            except Fault:
                return False
            return True

    def remake(self, table: Remade) -> None:
        """Makes a kept table empty and as it is declared; inside `writing` only.

        Raises:
            Refused: `kept-not-made`, it stands otherwise, and this login may make none.
        """
        if not standing.makes_tables(self._driver):
            standing.refuse_unmade(self._driver, table)
            self.change(table.emptying, {})
            return
        self.change(table.dropping(), {})
        for statement in table.making():
            self.change(statement, {})
        standing.share(self._driver, table.name)

    def ensure_whole(self) -> None:
        """Makes sure that this login sees the whole log, and not only what is about some counties.

        Raises:
            Refused: `part-only`.
        """
        standing.refuse_part(self.part)

    @cached_property
    def part(self) -> tuple[str, ...] | None:
        """The subjects whose cases this login sees; None when it sees the whole log."""
        rows = self.run(standing.PART)
        return tuple(rows[0][1]) if rows[0][0] else None

    def ensure_unmoved(self) -> None:
        """Makes sure that what was read within `snapshot` was not broken off; what stumbled over that found nothing.

        Raises:
            Fault: `connection-lost`, `replica-conflict`.
        """
        if self._interrupted is not None:
            raise self._interrupted

    def close(self) -> None:
        """Closes the session; closing again does nothing."""
        with self._lock:
            self._closed = True
            self._driver.close()

    def _connected(self, *, again: bool = False) -> Driver:
        driver = connect(self._server, self._patience_seconds, read_only=self.read_only, again=again)
        try:
            standing.enter(driver, self._server, read_only=self.read_only)
        except psycopg.Error as error:
            driver.close()
            raise translate(error) from error
        except BaseException:
            driver.close()
            raise
        return driver

    def _renew(self) -> None:
        if self._closed or not (self._driver.closed or self._driver.broken):
            return
        self._driver = self._connected(again=True)

    def _persevering(self, work: Callable[[], _T]) -> _T:
        latest, attempt = time.monotonic() + self._patience_seconds, 0
        while True:
            try:
                if self._driver.closed:
                    self._renew()
                return work()
            except DRIVER_ERRORS as error:
                self._roll_back()
                if self._closed or not (is_lost(error) or is_conflict(error)) or time.monotonic() >= latest:
                    raise told_by_whom(translate(error), self._driver) from error
            except Fault as error:
                # The server was there for a moment, and left again while we came in.
                if error.code != LOST or time.monotonic() >= latest:
                    raise
            pause(attempt)
            attempt += 1

    def _rows(self, query: bytes, values: Any) -> Result:  # noqa: ANN401 - the driver takes a mapping or a sequence
        cursor = self._driver.execute(query, values, binary=True)
        return cursor.fetchall() if cursor.description else []

    def _rows_within(self, query: bytes, values: Any) -> Result:  # noqa: ANN401 - as above
        # A failed statement would spoil everything that is still to be read in this moment.
        self._driver.execute(b"SAVEPOINT looking")
        try:
            rows = self._rows(query, values)
        except psycopg.Error:
            if not self._driver.closed:
                self._driver.execute(b"ROLLBACK TO SAVEPOINT looking")
            raise
        self._driver.execute(b"RELEASE SAVEPOINT looking")
        return rows

    def _in_transaction(self) -> bool:
        return not self._driver.closed and self._driver.info.transaction_status != TransactionStatus.IDLE

    def _roll_back(self) -> None:
        if self._in_transaction():
            # The error that brought us here is the one to tell; a session that is gone took its transaction along.
            with suppress(psycopg.Error):
                self._driver.execute(b"ROLLBACK")
        if self._in_transaction():
            # A server that fell in the middle of an answer can leave a session that neither answers nor looks closed.
            self._driver.close()


def _spoken(sql: str, values: Values | Sequence[object]) -> tuple[bytes, Any]:
    """Gives a statement and its values as the driver takes them; plain text is SQLite's, with `?` for each value."""
    if isinstance(sql, Statement):
        return sql.postgres.encode(), values or {}
    return sql.replace("%", "%%").replace("?", "%s").encode(), values or ()


_BEGIN = (
    "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; "
    f"SET LOCAL idle_in_transaction_session_timeout = '{IDLE_SECONDS}s'; "
    f"SELECT pg_catalog.pg_advisory_xact_lock({LOCK})"
).encode()
"""One message to the server: the lock comes before the first look, which then sees everything committed before it."""

_IDLE = "SELECT pg_catalog.set_config(name, {}, false) FROM pg_catalog.pg_settings WHERE name = 'idle_session_timeout'"
_TURN = f"{_IDLE}; SELECT pg_catalog.pg_advisory_lock({LOCK})".format(f"'{IDLE_SECONDS}s'").encode()
_TURN_OVER = f"SELECT pg_catalog.pg_advisory_unlock({LOCK}); {_IDLE}".format("reset_val").encode()
"""PostgreSQL 13 has no such setting yet; there, whoever falls silent in the middle of a turn is waited for."""

_LOOK = b"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
