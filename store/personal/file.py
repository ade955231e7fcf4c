"""A key store in a file of its own beside the log: SQLite, mode 0600, without a WAL in which a key could stay behind.

What is deleted is overwritten at once (`secure_delete`), and the file is then written anew (`VACUUM`). The rollback
journal that a deletion needs for a moment is unlinked at its commit.
"""

from __future__ import annotations

import os
import sqlite3
import stat
import threading
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any
from uuid import uuid4

from engine.errors import Fault, OhjausError, Refused
from store import location
from store.faults import DRIVER_ERRORS, claims_damage, translate, unread, was_unread
from store.personal.keeping import Contents, Row, damaged, fixed_of, saying, taken, unusable
from store.tidying import take_away

SUFFIX = ".persons"
APPLICATION_ID = 0x4F484A50
PATIENCE_SECONDS = 30.0
_OTHERS = 0o077

_TABLES: Mapping[str, str] = {
    "said": "CREATE TABLE said (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "persons": (
        "CREATE TABLE persons (reference TEXT NOT NULL PRIMARY KEY, key BLOB NOT NULL, looked_up TEXT NOT NULL UNIQUE, "
        "spoken TEXT NOT NULL, sealed BLOB NOT NULL, created_at TEXT NOT NULL) STRICT"
    ),
    "erased": "CREATE TABLE erased (reference TEXT NOT NULL PRIMARY KEY, erased_at TEXT NOT NULL) STRICT",
}
_PERSON = "SELECT reference, key, looked_up, spoken, sealed, created_at FROM persons"


class PersonFile:
    """The key store in a file; safe to share between threads."""

    def __init__(self, path: Path, *, read_only: bool = False, patience_seconds: float = PATIENCE_SECONDS) -> None:
        """Opens the file.

        Raises:
            Refused: `persons-too-open`.
            IntegrityBroken: `persons-damaged`.
            Fault: `persons-unusable`.
        """
        self._path = path
        self._lock = threading.RLock()
        _refuse_open(path)
        address = f"{path.resolve().as_uri()}?mode={'ro' if read_only else 'rw'}"
        with _translated(path):
            self._driver = _connected(address, patience_seconds)
        try:
            with _translated(path, self._driver):
                _ensure_ours(self._driver, path)
                self.fixed = fixed_of(dict(self._driver.execute("SELECT name, value FROM said")), str(path))
        except BaseException:
            self._driver.close()
            raise

    @property
    def place(self) -> str:
        """The path of the file."""
        return str(self._path)

    def looked_up(self, digest: str) -> Row | None:
        """Gives the person that is found by this."""
        return next(iter(self._persons(f"{_PERSON} WHERE looked_up = ?", (digest,))), None)

    def spoken(self, digest: str) -> tuple[Row, ...]:
        """Gives the persons that a typed name may mean, the oldest first."""
        return self._persons(f"{_PERSON} WHERE spoken = ? ORDER BY created_at, reference", (digest,))

    def of_reference(self, reference: str) -> Row | None:
        """Gives the person of a reference."""
        return next(iter(self._persons(f"{_PERSON} WHERE reference = ?", (reference,))), None)

    def rows(self) -> tuple[Row, ...]:
        """Gives every person, the oldest first."""
        return self._persons(f"{_PERSON} ORDER BY created_at, reference")

    def erased(self) -> Mapping[str, str]:
        """Gives the references of who was erased, with when."""
        with self._lock, _translated(self._path, self._driver):
            return dict(self._driver.execute("SELECT reference, erased_at FROM erased ORDER BY erased_at, reference"))

    def add(self, row: Row) -> bool:
        """Adds a person; gives False when the person is there already, and changes nothing."""
        with self._writing() as driver:
            added = driver.execute("INSERT INTO persons VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", row)
            return added.rowcount == 1

    def seal_anew(self, reference: str, sealed: bytes) -> None:
        """Replaces what is sealed of a person."""
        with self._writing() as driver:
            driver.execute("UPDATE persons SET sealed = ? WHERE reference = ?", (sealed, reference))

    def erase(self, references: Mapping[str, str]) -> None:
        """Takes persons away, key and all, and notes the references with when; then writes the file anew."""
        with self._writing() as driver:
            driver.executemany("DELETE FROM persons WHERE reference = ?", [(one,) for one in references])
            driver.executemany("INSERT INTO erased VALUES (?, ?) ON CONFLICT DO NOTHING", references.items())
        with self._lock, _translated(self._path, self._driver):
            # The deletion has overwritten it all; writing the file anew leaves no half-empty page of it either.
            self._driver.execute("VACUUM")

    def close(self) -> None:
        """Closes the file; closing again does nothing."""
        with self._lock:
            self._driver.close()

    def _persons(self, sql: str, values: tuple[str, ...] = ()) -> tuple[Row, ...]:
        with self._lock, _translated(self._path, self._driver):
            return tuple(self._row(one) for one in self._driver.execute(sql, values))

    def _row(self, columns: tuple[Any, ...]) -> Row:
        # SQLite keeps in a column whatever a damaged page says is in it.
        if tuple(map(type, columns)) != (str, bytes, str, str, bytes, str):
            raise damaged(str(self._path), "a person's row holds what none can hold")
        return Row(*columns)

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._lock, _translated(self._path, self._driver):
            self._driver.execute("BEGIN IMMEDIATE")
            try:
                yield self._driver
                self._driver.execute("COMMIT")
            except BaseException:
                if self._driver.in_transaction:
                    with suppress(sqlite3.Error):
                        self._driver.execute("ROLLBACK")
                raise


def beside(log: Path) -> Path:
    """Gives where the key store of a log in a file lies: beside it, and beside what a link leads to."""
    try:
        real = log.resolve()
    except (OSError, RuntimeError):
        # A link that leads to itself: whoever opens the log says so.
        real = log.absolute()
    return real.with_name(real.name + SUFFIX)


def create_file(path: Path, contents: Contents) -> None:
    """Makes a key store, readable by its owner only; it is there whole or not at all.

    Raises:
        Refused: `persons-exist`.
        Fault: `cannot-create`.
    """
    draft = path.with_name(f".{path.name}.{uuid4()}")
    try:
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        try:
            with _translated(path):
                _build(draft, contents)
            # A link never covers what is there.
            path.hardlink_to(draft)
        finally:
            take_away(draft)
    except FileExistsError as error:
        raise taken(str(path)) from error
    except OSError as error:
        raise Fault(
            "cannot-create", f"{path} cannot be made: {error.strerror}.", details={"path": str(path)}
        ) from error


def mode_is_open(path: Path) -> bool:
    """Tells whether others than the owner may read or write a key store that can be written."""
    if os.name != "posix" or not path.is_file():
        return False
    return bool(path.stat().st_mode & _OTHERS) and location.can_be_written(path.resolve())


def _build(draft: Path, contents: Contents) -> None:
    with closing(sqlite3.connect(draft, isolation_level=None)) as driver:
        driver.execute("PRAGMA synchronous = 3")
        driver.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        driver.execute("BEGIN IMMEDIATE")
        for statement in _TABLES.values():
            driver.execute(statement)
        driver.executemany("INSERT INTO said VALUES (?, ?)", saying(contents.fixed).items())
        driver.executemany("INSERT INTO persons VALUES (?, ?, ?, ?, ?, ?)", contents.rows)
        driver.executemany("INSERT INTO erased VALUES (?, ?)", contents.erased.items())
        driver.execute("COMMIT")


def _connected(address: str, patience_seconds: float) -> sqlite3.Connection:
    driver = sqlite3.connect(address, uri=True, timeout=patience_seconds, isolation_level=None, check_same_thread=False)
    try:
        wanted = {"trusted_schema": 0, "secure_delete": 1, "synchronous": 3, "temp_store": 2, "fullfsync": 1}
        for name, value in wanted.items():
            driver.execute(f"PRAGMA {name} = {value}").fetchall()
            found = driver.execute(f"PRAGMA {name}").fetchone()
            if found is None or found[0] != value:
                raise sqlite3.OperationalError(f"the setting {name} = {value} was not taken")
    except BaseException:
        driver.close()
        raise
    return driver


def _ensure_ours(driver: sqlite3.Connection, path: Path) -> None:
    """Makes sure that the file is a key store and holds nothing else: no trigger copies a key elsewhere."""
    kept: list[tuple[Any, ...]] = driver.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    identified = driver.execute("PRAGMA application_id").fetchone()
    if identified != (APPLICATION_ID,) or dict(kept) != dict(_TABLES) or len(kept) != len(_TABLES):
        raise damaged(str(path), "it is no key store, or holds what does not belong there")


def _refuse_open(path: Path) -> None:
    try:
        found = path.stat()
    except OSError as error:
        raise unusable(str(path), error.strerror or "it cannot be looked at") from error
    if not stat.S_ISREG(found.st_mode):
        raise damaged(str(path), "it is not a file")
    if mode_is_open(path):
        raise Refused(
            "persons-too-open",
            f"The key store of persons at {path} can be read by others than its owner. Close it first.",
            try_next=f"chmod 600 {path}",
            details={"path": str(path), "mode": f"{stat.S_IMODE(found.st_mode):04o}"},
        )


@contextmanager
def _translated(path: Path, driver: sqlite3.Connection | None = None) -> Iterator[None]:
    # What the driver says may hold what is stored, which is somebody's key or name: none of it is told.
    try:
        yield
    except OhjausError:
        raise
    except OSError as error:
        raise unusable(str(path), error.strerror or "the system does not let us") from error
    except DRIVER_ERRORS as error:
        found = translate(error)
        if driver is not None and claims_damage(error) and was_unread(driver):
            found = unread(error)
        # Nothing as long as SQLite's limit was ever put in: then a damaged length is what was read.
        if found.code == "database-damaged" or getattr(error, "sqlite_errorname", None) == "SQLITE_TOOBIG":
            raise damaged(str(path), "its file is damaged") from error
        raise unusable(str(path), _REASONS.get(found.code, "the database refused what was asked of it")) from error


_REASONS = {
    "log-busy": "another program holds it",
    "disk-full": "the disk is full",
    "disk-unreadable": "the disk could not be read",
    "io-error": "the disk could not be read or written",
    "out-of-memory": "the machine ran out of memory",
    "read-only": "it can only be read here",
    "cannot-open": "its file cannot be opened",
}
