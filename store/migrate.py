"""Making a log, and bringing the schema of an older one up to this software.

A new log is made from the declared schema, without Alembic: a test proves that the migrations from zero give the same.
Alembic is imported only when migrations run, since every command would otherwise pay for it when it starts.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from sqlalchemy import select

from engine.errors import Fault, Refused
from engine.ports import Clock, Head
from store import location
from store.connection import DIALECT, Database, SqliteDatabase, compiled
from store.faults import DRIVER_ERRORS, translate
from store.identity import IDENTIFY, Identity, new_identity
from store.place import Place, Server, ensure_driver, open_place
from store.projections.tables import NOTE, KeptTable
from store.schema import APPLICATION_ID, EXPECTED_REVISION, alembic_version, statements

__all__ = ["EXPECTED_REVISION", "applied", "create", "pending", "refuse_other_revision", "upgrade"]

_FOLDER = Path(__file__).parent / "migrations"
_NUMBERED = re.compile(r"(\d{4})_[a-z0-9_]+\.py")


def create(place: Place, clock: Clock, tables: Sequence[KeptTable] = (), *, production: bool = False) -> Identity:
    """Makes a new log with empty projections in a file or on a server; it is there whole or not at all.

    Raises:
        Refused: `log-exists`, `network-drive`.
        Fault: the disk or the server does not let us.
    """
    return create_as(place, new_identity(clock, production=production), tables)


def create_as(place: Place, identity: Identity, tables: Sequence[KeptTable]) -> Identity:
    """Makes a log that bears a given identity: a new one, or the copy of another log.

    Raises:
        Refused: `log-exists`, `network-drive`.
        Fault: the disk or the server does not let us.
    """
    if isinstance(place, Server):
        ensure_driver()
        from store.postgres.creation import create as create_there  # noqa: PLC0415 - a log in a file needs no driver

        create_there(place, identity, tables)
    else:
        _create_file(place, identity, tables)
    return identity


def _create_file(path: Path, identity: Identity, tables: Sequence[KeptTable]) -> None:
    location.refuse_network_drive(path)
    # Built beside its place and linked into it: a link never covers what is there, and nobody sees half a log.
    draft = path.with_name(f".{path.name}.{identity.log_id}")
    try:
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        try:
            _build(draft, identity, tables)
            _sync(draft)
            path.hardlink_to(draft)
        finally:
            for left in (draft, *location.companions(draft)):
                left.unlink(missing_ok=True)
        _sync(path.parent)
    except FileExistsError as error:
        raise Refused(
            "log-exists", f"There is something at {path} already. It was left as it is.", details={"path": str(path)}
        ) from error
    except OSError as error:
        raise Fault(
            "cannot-create", f"No log can be made at {path}: {error.strerror}.", details={"path": str(path)}
        ) from error


def applied(database: Database) -> str:
    """Gives the revision that the log's schema stands at.

    Raises:
        InputRejected: `not-a-log`, when it notes none.
    """
    rows = database.run(_REVISION)
    if len(rows) != 1:
        raise location.not_a_log(database.path, "it does not say which schema it has")
    return str(rows[0][0])


def pending(database: Database) -> tuple[str, ...]:
    """Gives the revisions that an upgrade would apply, in order; empty when there is nothing to do."""
    at = applied(database)
    return tuple(number for number in revisions() if number > at)


def revisions() -> tuple[str, ...]:
    """Gives the numbers of all migrations that this software has, in order."""
    found = (_NUMBERED.fullmatch(file.name) for file in (_FOLDER / "versions").iterdir())
    return tuple(sorted(match.group(1) for match in found if match))


def refuse_other_revision(database: Database) -> None:
    """Makes sure that the log's schema is the one that this software knows.

    Raises:
        Refused: `log-older` or `log-newer`.
    """
    at = applied(database)
    details = {"path": str(database.path), "revision": at, "expected": EXPECTED_REVISION}
    if at < EXPECTED_REVISION:
        raise Refused(
            "log-older",
            f"The log was made by an older version of ohjaus (schema {at}, needed {EXPECTED_REVISION}).",
            try_next="ohjaus db upgrade",
            details=details,
        )
    if at > EXPECTED_REVISION:
        raise newer(database.path, at)


def newer(path: object, at: str) -> Refused:
    """Gives the refusal of a log, or of a dump of one, whose schema only a later version knows."""
    return Refused(
        "log-newer",
        f"The log was written by a newer version of ohjaus (schema {at}, known {EXPECTED_REVISION}). "
        "Install that version; `ohjaus db upgrade` there has brought the log further.",
        details={"path": str(path), "revision": at, "expected": EXPECTED_REVISION},
    )


def upgrade(place: Place) -> tuple[str, ...]:
    """Applies what is pending in one transaction and gives the revisions that were applied.

    Raises:
        Refused: `log-newer`.
        Fault: nothing was changed.
    """
    with closing(open_place(place)) as database:
        todo = pending(database)
        if not todo:
            refuse_other_revision(database)
            return ()
        if isinstance(database, SqliteDatabase):
            with database.writing():
                migrate(database.driver)
        else:
            from store.postgres.creation import upgrade as upgrade_there  # noqa: PLC0415 - as above

            upgrade_there(database, _FOLDER, since=applied(database))
        return todo


def migrate(driver: sqlite3.Connection, target: str = "head") -> None:
    """Runs the migrations on an open connection, inside the transaction that the caller holds."""
    from alembic import command  # noqa: PLC0415 - 150 ms that only an upgrade needs to pay
    from alembic.config import Config  # noqa: PLC0415
    from sqlalchemy import create_engine  # noqa: PLC0415
    from sqlalchemy.exc import DBAPIError  # noqa: PLC0415
    from sqlalchemy.pool import StaticPool  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    bridge = create_engine(
        "sqlite://",
        creator=lambda: _Lent(driver),
        poolclass=StaticPool,
        pool_reset_on_return=None,
    )
    try:
        with bridge.connect() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, target)
    except (DBAPIError, *DRIVER_ERRORS) as error:
        raise translate(error) from error


def _build(path: Path, identity: Identity, tables: Sequence[KeptTable]) -> None:
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as driver:
            # A draft that nobody sees yet: it is synced as a whole before it gets its name.
            driver.execute("PRAGMA synchronous = 0")
            driver.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            driver.execute("BEGIN IMMEDIATE")
            for statement in statements(DIALECT):
                driver.execute(statement)
            for table in tables:
                for statement in table.making():
                    driver.execute(statement)
                driver.execute(NOTE, table.note(Head(0, identity.anchor)))
            rows = [{"name": name, "value": value} for name, value in identity.as_rows().items()]
            driver.executemany(IDENTIFY, rows)
            driver.execute("COMMIT")
            driver.execute("PRAGMA journal_mode = wal")
    except DRIVER_ERRORS as error:
        raise translate(error) from error


class _Lent:
    """The driver's connection as lent to SQLAlchemy: whoever holds the transaction ends it, and nobody closes it."""

    def __init__(self, driver: sqlite3.Connection) -> None:
        self._driver = driver

    def __getattr__(self, name: str) -> object:
        return getattr(self._driver, name)

    def commit(self) -> None:
        """Leaves the transaction to its holder."""

    def rollback(self) -> None:
        """Leaves the transaction to its holder, who rolls back on any error."""

    def close(self) -> None:
        """Leaves the connection open."""


def _sync(path: Path) -> None:
    if os.name != "posix" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


_REVISION = compiled(select(alembic_version.c.version_num))
