"""Making a log in a database on a server, and bringing an older one up to this software.

Everything is made in one transaction, so a log is there whole or not at all. Migrations are put into words by Alembic
and run by our own driver, in the transaction that the caller holds.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from engine.errors import InputRejected, Refused
from engine.ports import Head
from store.database import Database
from store.identity import IDENTIFY, Identity
from store.postgres.address import Server
from store.postgres.connecting import PATIENCE_SECONDS, Driver, connect, find_only_the_servers_own
from store.postgres.database import PostgresDatabase
from store.postgres.faults import DRIVER_ERRORS, translate
from store.postgres.following import refuse_reader
from store.postgres.layout import KEPT, LOCK, RECORD
from store.postgres.schema import statements
from store.postgres.standing import become
from store.projections.tables import NOTE, KeptTable
from store.schema import events as declared_events


def create(
    server: Server,
    identity: Identity,
    tables: Sequence[KeptTable],
    *,
    events: Iterable[Mapping[str, str | int | bytes]] = (),
) -> None:
    """Makes a log in a database that holds nothing of ours: a new one, or with the events of the one it is copied from.

    Raises:
        Refused: `log-exists`, there is something in its place; `replica`, the server follows another one.
        Fault: the server does not let us, or is not set safely.
    """
    with closing(connect(server, PATIENCE_SECONDS, read_only=False)) as driver:
        try:
            refuse_reader(driver, server)
            with driver.transaction():
                driver.execute(f"SELECT pg_catalog.pg_advisory_xact_lock({LOCK})".encode())
                refuse_existing(driver, server)
                for statement in statements():
                    driver.execute(statement.encode())
                fill(driver, identity, tables)
                _carry(driver, events)
        except DRIVER_ERRORS as error:
            raise translate(error) from error


def is_taken(server: Server) -> bool:
    """Tells whether a log, or something of its name, stands in a database."""
    with closing(connect(server, PATIENCE_SECONDS, read_only=True)) as driver:
        try:
            return bool(driver.execute(_THERE, [[RECORD, KEPT]]).fetchall())
        except DRIVER_ERRORS as error:
            raise translate(error) from error


def refuse_existing(driver: Driver, server: Server) -> None:
    """Makes sure that nothing stands where a log is to be made.

    Raises:
        Refused: `log-exists`.
        InputRejected: `not-a-log`, the place is somebody else's.
    """
    names = {name for (name,) in driver.execute(_THERE, [[RECORD, KEPT]]).fetchall()}
    if RECORD in names:
        raise Refused(
            "log-exists", f"There is a log in {server} already. It was left as it is.", details={"path": str(server)}
        )
    if names:
        raise InputRejected(
            "not-a-log", f"{server} has a schema {KEPT} that is not ours.", details={"path": str(server)}
        )


def fill(driver: Driver, identity: Identity, tables: Sequence[KeptTable]) -> None:
    """Makes the kept tables and says which log it is, inside the caller's transaction."""
    for table in tables:
        for statement in table.making():
            driver.execute(statement.postgres.encode())
        driver.execute(NOTE.postgres.encode(), table.note(Head(0, identity.anchor)))
    for name, value in identity.as_rows().items():
        driver.execute(IDENTIFY.postgres.encode(), {"name": name, "value": value})


def _carry(driver: Driver, events: Iterable[Mapping[str, str | int | bytes]]) -> None:
    columns = [column.name for column in declared_events.columns]
    copying = f"COPY {RECORD}.events ({', '.join(columns)}) FROM STDIN".encode()
    with driver.cursor() as cursor, cursor.copy(copying) as copy:
        for event in events:
            copy.write_row([event[name] for name in columns])


def upgrade(database: Database, folder: Path, *, since: str) -> None:
    """Runs the migrations after a revision in one transaction, with the rights of the record's owner.

    Raises:
        Refused: `database-rights`, this login is not the record's owner.
        Fault: the server is lost, or does not let us; nothing was changed.
    """
    if not isinstance(database, PostgresDatabase):
        raise TypeError(database)
    try:
        database.driver.execute(b"RESET ROLE")
        become(database.driver, RECORD)
        find_only_the_servers_own(database.driver)
    except DRIVER_ERRORS as error:
        raise translate(error) from error
    with database.writing():
        migrate(database.driver, folder, since=since)


def migrate(driver: Driver, folder: Path, *, since: str = "base", target: str = "head") -> None:
    """Runs the migrations after a revision on an open session, inside the transaction that the caller holds."""
    from alembic import command  # noqa: PLC0415 - 150 ms that only an upgrade needs to pay
    from alembic.config import Config  # noqa: PLC0415

    config, words = Config(), io.StringIO()
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.attributes["words"] = words
    command.upgrade(config, f"{since}:{target}", sql=True)
    try:
        # Without values the driver sends the whole as one message.
        driver.execute(words.getvalue().encode())
    except DRIVER_ERRORS as error:
        raise translate(error) from error


_THERE = b"SELECT nspname::text FROM pg_catalog.pg_namespace WHERE nspname = ANY (%s)"
