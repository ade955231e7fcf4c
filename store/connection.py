"""One long-lived SQLite connection with every setting that the promises of the log rest on, set and read back.

With WAL, `synchronous=FULL` and `BEGIN IMMEDIATE` nothing acknowledged is lost to a kill or a power cut; with NORMAL a
cut loses what was acknowledged last, and deferred transactions fail at once when two writers meet (architecture,
section 6).

Statements are built with SQLAlchemy Core, compiled once to text with named parameters and handed straight to the
driver: SQLAlchemy's own execution costs about eight times the driver's for statements as small as these.
"""

from __future__ import annotations

import random
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy.sql import ClauseElement

from engine.errors import Fault, OhjausError
from store import alien, location, reading
from store.database import Database, Remade, Result, Values
from store.faults import DRIVER_ERRORS, claims_damage, damaged, is_busy, is_too_big, translate, unread, was_unread
from store.statement import DIALECT, compiled

__all__ = ["DIALECT", "Database", "Result", "SqliteDatabase", "Values", "compiled", "open_database", "settings"]

PATIENCE_SECONDS = 30.0
"""How long an append waits for its turn."""

_ASK_AGAIN_MS = 20
"""How long the driver waits by itself on a writer's connection; then we ask again, however long we have waited already.

Left to itself the driver asks ten times a second after a while, and whoever came later asks more often and is first:
of 32 that wrote without a rest, some never came to their turn in half a minute.
"""

_OLDEST_SQLITE = (3, 37, 0)
_ALONE = nullcontext()
_T = TypeVar("_T")


def settings(patience_seconds: float, *, read_only: bool) -> dict[str, str | int]:
    """Gives the settings that must be in force on a connection, by the names of SQLite's pragmas."""
    patience_ms = round(patience_seconds * 1000)
    wanted: dict[str, str | int] = {
        "trusted_schema": 0,
        "cell_size_check": 1,
        "synchronous": 2,
        "fullfsync": 1,
        "checkpoint_fullfsync": 1,
        "busy_timeout": patience_ms if read_only else min(patience_ms, _ASK_AGAIN_MS),
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "query_only": int(read_only),
    }
    # How the file is journalled is its writers' business; a reader leaves it, and puts nothing of its own on a disk.
    own: dict[str, str | int] = {"temp_store": 2} if read_only else {"journal_mode": "wal"}
    return {**wanted, **own}


class SqliteDatabase:
    """A connection to the file of one log; safe to share between threads, one transaction at a time."""

    def __init__(self, path: Path, *, read_only: bool = False, patience_seconds: float = PATIENCE_SECONDS) -> None:
        self.path = path
        self.read_only = read_only
        self._patience_seconds = patience_seconds
        self._lock = threading.RLock()
        self._access: reading.Access | None = reading.begin(path) if read_only else None
        self._held: tuple[int, int] | None = location.hold(path)
        try:
            address = self._access.address if self._access else f"{path.resolve().as_uri()}?mode=rw"
            self._driver = _connect(address, patience_seconds)
        except BaseException:
            self._release()
            raise
        try:
            # First of all: no function that a stranger wrote into the schema may act.
            alien.restrain(self._driver, read_only=read_only)
            self._apply({"trusted_schema": 0})
            if not self.run("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"):
                raise location.not_a_log(path, "it does not say which schema it has")
            alien.refuse_running(self.run)
            self._apply(settings(patience_seconds, read_only=read_only))
        except BaseException:
            self.close()
            raise

    @property
    def manner(self) -> reading.Manner:
        """How the file is read: live beside its writers, still, or from a copy."""
        return self._access.manner if self._access else reading.Manner.LIVE

    @property
    def driver(self) -> sqlite3.Connection:
        """The driver's connection, for migrations and backups."""
        return self._driver

    def run(self, sql: str, values: Values | Sequence[object] = ()) -> Result:
        """Runs one statement and gives all its rows.

        Raises:
            Fault: translated from the driver's error.
        """
        try:
            with self._lock:
                rows = self._in_turn(lambda: self._driver.execute(sql, values).fetchall())
        except DRIVER_ERRORS as error:
            self.ensure_unmoved()
            # Nothing that long was ever recorded: a length that was read is a damaged one.
            recording = self._driver.in_transaction and not self.read_only
            raise damaged(error) if is_too_big(error) and not recording else self._said(error) from error
        self.ensure_unmoved()
        return rows

    def first(self, sql: str, values: Values) -> tuple[Any, ...] | None:
        """Runs one query and gives its first row; inside `writing` only, where errors are translated."""
        row: tuple[Any, ...] | None = self._driver.execute(sql, values).fetchone()
        return row

    def change(self, sql: str, values: Values) -> int:
        """Runs one changing statement and gives the number of rows it touched; inside `writing` only."""
        return self._driver.execute(sql, values).rowcount

    def change_many(self, sql: str, rows: Sequence[Values]) -> None:
        """Runs one changing statement for each of `rows`; inside `writing` only."""
        self._driver.executemany(sql, rows)

    def together(self) -> AbstractContextManager[None]:
        """Gives a block that changes nothing: nothing travels."""
        return _ALONE

    def turn(self) -> AbstractContextManager[None]:
        """Gives a block that changes nothing: who waits for a file asks every few milliseconds, and nobody queues."""
        return _ALONE

    def select(self, statement: ClauseElement) -> Result:
        """Runs a query that was built for this occasion."""
        text = statement.compile(dialect=DIALECT, compile_kwargs={"render_postcompile": True})
        return self.run(str(text), text.params)

    @contextmanager
    def writing(self, *, keep: bool = True) -> Iterator[None]:
        """Holds the one write lock for the block and commits at its end; without `keep`, or on an error, nothing stays.

        Raises:
            Fault: the log is read-only, busy for longer than we wait, or the disk fails; nothing was stored.
        """
        if self.read_only:
            raise Fault("read-only", "The log was opened for reading only. Nothing was stored.")
        with self._lock:
            if self._driver.in_transaction:
                raise Fault("transaction-nested", "An append was begun inside another one. Nothing was stored.")
            try:
                self._begin()
                yield
                self._driver.execute("COMMIT" if keep else "ROLLBACK")
            except DRIVER_ERRORS as error:
                self._roll_back()
                raise self._said(error) from error
            except BaseException:
                self._roll_back()
                raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Lets everything read within the block be of one moment, while others go on writing."""
        with self._lock:
            nested = self._driver.in_transaction
            if not nested:
                self.run("BEGIN")
            try:
                yield
            finally:
                if not nested:
                    self._roll_back()

    def ensure_unmoved(self) -> None:
        """Makes sure that a file that is read without locks is still the one that was opened.

        Raises:
            Fault: `log-moved-on`.
        """
        if self._access is not None:
            self._access.ensure_unmoved()

    def ensure_whole(self) -> None:
        """Does nothing: whoever may read the file reads all of it."""

    def regain(self) -> bool:
        """Gives False: a file is not lost as a connection is."""
        return False

    def remake(self, table: Remade) -> None:
        """Makes a kept table empty and as it is declared; inside `writing` only."""
        self.change(table.dropping(), {})
        for statement in table.making():
            self.change(statement, {})

    def close(self) -> None:
        """Closes the connection; closing again does nothing."""
        with self._lock:
            self._driver.close()
            self._release()

    def _release(self) -> None:
        held, self._held = self._held, None
        if held is not None:
            location.release(held)
        access, self._access = self._access, None
        if access is not None:
            access.clear_away()

    def _begin(self) -> None:
        try:
            self._in_turn(lambda: self._driver.execute("BEGIN IMMEDIATE"))
        except sqlite3.Error as error:
            raise self._said(error) from error

    def _in_turn(self, work: Callable[[], _T]) -> _T:
        latest: float | None = None
        while True:
            try:
                return work()
            except sqlite3.Error as error:
                now = time.monotonic()
                latest = now + self._patience_seconds if latest is None else latest
                # A reader leaves all of the waiting to the driver.
                if self.read_only or not is_busy(error) or now >= latest:
                    raise
            # With jitter, so that two that met do not meet again.
            time.sleep(random.uniform(0.001, 0.01))  # noqa: S311 - jitter is no secret

    def _roll_back(self) -> None:
        # After a full disk SQLite has rolled back by itself.
        if self._driver.in_transaction:
            try:
                self._driver.execute("ROLLBACK")
            except DRIVER_ERRORS:
                # The error that brought us here is the one to tell; the log recovers when it is next opened.
                return

    def _said(self, error: BaseException) -> OhjausError:
        # SQLite says the same of a damaged page and of one that the disk did not give: who looks again can tell.
        return unread(error) if claims_damage(error) and was_unread(self._driver) else translate(error)

    def _apply(self, wanted: Mapping[str, str | int]) -> None:
        for name, value in wanted.items():
            self.run(f"PRAGMA {name} = {value}")
        for name, value in wanted.items():
            rows = self.run(f"PRAGMA {name}")
            if not rows or rows[0][0] != value:
                raise Fault(
                    "setting-not-in-force",
                    f"The database did not take the setting {name} = {value}, without which nothing is safe in it.",
                    details={"setting": name, "wanted": value},
                )


def _connect(address: str, patience_seconds: float) -> sqlite3.Connection:
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        wanted = ".".join(map(str, _OLDEST_SQLITE))
        raise Fault("sqlite-too-old", f"SQLite {sqlite3.sqlite_version} is too old; {wanted} or newer is needed.")
    try:
        return sqlite3.connect(
            # Never makes a file: making one is `store.migrate.create`, which sets its mode.
            address,
            uri=True,
            timeout=patience_seconds,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=256,
        )
    except DRIVER_ERRORS as error:
        raise translate(error) from error


def open_database(path: Path, *, read_only: bool = False, patience_seconds: float = PATIENCE_SECONDS) -> SqliteDatabase:
    """Opens the file of a log after making sure that it is one, that nobody else may read it and that it lies near.

    The revision of its schema is not looked at here (`store.migrate.refuse_other_revision`).

    Raises:
        NotFound: `no-log`.
        InputRejected: `not-a-log`.
        Refused: `file-too-open`, `journal-beside`, `network-drive`, `snapshot-too-big`.
        IntegrityBroken: `schema-changed`, something in it would run when it is read; `database-damaged`.
        Fault: the machine does not let us, or a setting is not in force.
    """
    location.refuse_foreign(path)
    location.refuse_open_mode(path, read_only=read_only)
    location.refuse_journal(path)
    if not read_only and not location.takes_writing(path):
        raise Fault("read-only", f"{path} cannot be written here, only read. Nothing was stored.")
    location.refuse_network_drive(path)
    try:
        return SqliteDatabase(path, read_only=read_only, patience_seconds=patience_seconds)
    except OhjausError:
        raise
    except OSError as error:
        raise Fault(
            "cannot-open", f"{path} cannot be opened: {error.strerror}.", details={"path": str(path)}
        ) from error
