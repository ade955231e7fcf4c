"""Which logins there are at the server of a log: a right of one that is not there is nobody's."""

from __future__ import annotations

from store.connection import SqliteDatabase
from store.database import Database

_LOGIN = "SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = ? AND rolcanlogin"


def has_login(database: Database, login: str) -> bool:
    """Tells whether the server of a log has a login; of a file, which has none, nothing is told."""
    return isinstance(database, SqliteDatabase) or bool(database.run(_LOGIN, (login,)))
