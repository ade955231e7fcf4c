"""What can be seen of a server from within a session: its version, its settings, and what this login could do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from store.postgres.connecting import settings
from store.postgres.database import PostgresDatabase
from store.postgres.layout import KEPT, OWNER, RECORD


@dataclass(frozen=True, slots=True)
class Seen:
    """A server as a session sees it.

    `follows` is True of a replica. `could_change` is True when this login could switch the triggers off: it is an
    administrator of the server, or belongs to the record's owner. A writer works with the application's rights all the
    same, where roles stand. `could_add` is False when this login only reads. `older` is True of roles that were made
    when the application still made the kept tables itself.
    """

    version: str
    settings: Mapping[str, str]
    follows: bool
    roles: bool
    older: bool
    login: str
    could_change: bool
    could_add: bool


def look(database: PostgresDatabase) -> Seen:
    """Looks around in a session."""
    names = (*settings(0, read_only=True), "fsync", "full_page_writes", "synchronous_commit")
    wanted = ", ".join("?" for _ in names)
    found = database.run(f"SELECT name, setting FROM pg_catalog.pg_settings WHERE name IN ({wanted})", names)  # noqa: S608
    version, follows, login, owner, member, adds, kept = database.run(
        """
        SELECT pg_catalog.current_setting('server_version'), pg_catalog.pg_is_in_recovery(), session_user::text,
            pg_catalog.pg_get_userbyid(nspowner)::text, pg_catalog.pg_has_role(session_user, nspowner, 'MEMBER'),
            pg_catalog.has_table_privilege(session_user, ?, 'INSERT'),
            (SELECT pg_catalog.pg_get_userbyid(k.nspowner)::text FROM pg_catalog.pg_namespace k WHERE k.nspname = ?)
        FROM pg_catalog.pg_namespace WHERE nspname = ?
        """,
        (f"{RECORD}.events", KEPT, RECORD),
    )[0]
    return Seen(
        version=str(version),
        settings={str(name): str(value) for name, value in sorted(found)},
        follows=bool(follows),
        roles=owner == OWNER,
        older=owner == OWNER and kept != OWNER,
        login=str(login),
        could_change=bool(member),
        could_add=bool(member or adds),
    )
