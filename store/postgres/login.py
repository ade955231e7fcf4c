"""Who has logged in at the server, and whether the server made sure of that.

The name is `session_user`, which SET ROLE and row security leave alone. Whether the server asked for proof is for its
`pg_hba.conf` to say, which a login cannot read: under `trust` it believes whatever name it is told. PostgreSQL 16 tells
how it made sure (SYSTEM_USER, null under `trust`); of an older one it is known only where it asked for a password or
used GSSAPI.
"""

from __future__ import annotations

from dataclasses import dataclass

from store.postgres.database import PostgresDatabase

_SAYS_HOW = 160_000
"""PostgreSQL 16, as the server counts its versions."""
_UNPROVEN = ("trust", "ident")
"""Ways to come in that prove nothing to the server: it believes the name, or asks the machine that calls."""


@dataclass(frozen=True, slots=True)
class Login:
    """A login: its name, and how the server made sure of it (None: it did not, or nobody can tell)."""

    name: str
    method: str | None


def login_of(database: PostgresDatabase) -> Login:
    """Gives who has logged in.

    Raises:
        Fault: the server is lost.
    """
    name, version = database.run(
        "SELECT session_user::text, pg_catalog.current_setting('server_version_num')::integer"
    )[0]
    info = database.driver.info
    if info.user != name:
        # An administrator of the server has taken on another session user: that is nobody's login.
        return Login(str(name), None)
    if int(version) >= _SAYS_HOW:
        said = database.run("SELECT system_user")[0][0]
        method = None if said is None else str(said).partition(":")[0]
        return Login(str(name), None if method in _UNPROVEN else method)
    connection = database.driver.pgconn
    if connection.used_password:
        return Login(str(name), "password")
    return Login(str(name), "gss" if getattr(connection, "used_gssapi", False) else None)
