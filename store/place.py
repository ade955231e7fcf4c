"""Where a log stands: in a file, or in a database on a server; and opening it there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from engine.errors import Fault
from engine.projection import Projection
from store.connection import PATIENCE_SECONDS, Database, SqliteDatabase, open_database
from store.postgres.address import Server, is_server, parse_server

if TYPE_CHECKING:
    from store.postgres.following import Following
    from store.postgres.look import Seen
    from store.postgres.roles import Roles

__all__ = [
    "Place",
    "Server",
    "as_place",
    "followed",
    "is_taken",
    "look_at",
    "open_place",
    "open_roles",
    "role_statements",
    "seen_part",
]

Place = Path | Server


def as_place(stated: str) -> Place:
    """Gives the place that a text names: an address, or else the path of a file.

    Raises:
        InputRejected: `address-invalid`.
    """
    return parse_server(stated) if is_server(stated) else Path(stated)


def open_place(place: Place, *, read_only: bool = False, patience_seconds: float = PATIENCE_SECONDS) -> Database:
    """Opens the database of a log after making sure that it is one.

    Raises:
        NotFound: `no-log`.
        InputRejected: `not-a-log`.
        Refused: `file-too-open`, `journal-beside`, `network-drive`, `snapshot-too-big`, `database-rights`.
        IntegrityBroken: `schema-changed`, something in it would run when it is read; `database-damaged`.
        Fault: the machine or the server does not let us, or a setting is not in force.
    """
    if not isinstance(place, Server):
        return open_database(place, read_only=read_only, patience_seconds=patience_seconds)
    ensure_driver()
    from store.postgres.database import PostgresDatabase  # noqa: PLC0415 - 60 ms that a log in a file does not need

    return PostgresDatabase(place, read_only=read_only, patience_seconds=patience_seconds)


def is_taken(place: Place) -> bool:
    """Tells whether something stands where a log is to be made.

    Raises:
        Fault: the server does not let us look.
    """
    if not isinstance(place, Server):
        return place.exists()
    ensure_driver()
    from store.postgres.creation import is_taken as is_taken_there  # noqa: PLC0415 - as above

    return is_taken_there(place)


def look_at(database: Database) -> Seen:
    """Tells what a server says of itself and of this login.

    Raises:
        Fault: `storage-failed`; the log stands in a file.
    """
    from store.postgres.database import PostgresDatabase  # noqa: PLC0415 - as above
    from store.postgres.look import look  # noqa: PLC0415 - as above

    if not isinstance(database, PostgresDatabase):
        raise Fault("storage-failed", "The log stands in a file, not on a server.")
    return look(database)


def followed(database: Database) -> Following | None:
    """Tells how the server of a log follows another one; None of a file, and of a server that follows none."""
    if isinstance(database, SqliteDatabase):
        return None
    from store.postgres.database import PostgresDatabase  # noqa: PLC0415 - as above
    from store.postgres.following import following  # noqa: PLC0415 - as above

    return following(database.driver) if isinstance(database, PostgresDatabase) else None


def seen_part(database: Database) -> tuple[str, ...] | None:
    """Gives the subjects whose cases this login sees; None when it sees the whole log, as in a file."""
    if isinstance(database, SqliteDatabase):
        return None
    from store.postgres.database import PostgresDatabase  # noqa: PLC0415 - as above

    return database.part if isinstance(database, PostgresDatabase) else None


def open_roles(place: Server, subjects: Sequence[str], projections: Sequence[Projection]) -> Roles:
    """Opens a log on a server to make its roles, with readers for these subjects, and its kept tables.

    Raises:
        InputRejected: `subject-invalid`.
        NotFound: `no-log`.
        Fault: the server does not let us in.
    """
    ensure_driver()
    from store.postgres.roles import Roles  # noqa: PLC0415 - as above
    from store.projections.tables import kept_table  # noqa: PLC0415 - as above

    return Roles(place, subjects, tuple(map(kept_table, projections)))


def role_statements(subjects: Sequence[str], projections: Sequence[Projection]) -> tuple[str, ...]:
    """Gives the statements that would make the roles of a log with these projections, wherever it stands.

    Raises:
        InputRejected: `subject-invalid`.
    """
    ensure_driver()
    from store.postgres.roles import statements  # noqa: PLC0415 - as above
    from store.projections.tables import kept_table  # noqa: PLC0415 - as above

    return statements(subjects, {str(kept_table(one).table.name): tuple(one.columns) for one in projections})


def ensure_driver() -> None:
    """Makes sure that PostgreSQL's driver is installed.

    Raises:
        Fault: `postgres-missing`.
    """
    try:
        import psycopg  # noqa: F401, PLC0415 - an extra: whoever keeps a log in a file does not have it
    except ImportError as error:
        raise Fault(
            "postgres-missing",
            "A log on a server needs the extra `postgres`, which is not installed.",
            try_next="pip install 'ohjaus[postgres]'",
        ) from error
