"""What a session finds at a server when it comes in: a log or none, our tables or somebody's views, whose rights."""

from __future__ import annotations

from collections.abc import Sequence

from psycopg import sql

from engine.errors import InputRejected, NotFound, Refused
from store.postgres.address import Server
from store.postgres.connecting import Driver
from store.postgres.following import refuse_reader
from store.postgres.layout import APPLICATION, AUDITOR, KEPT, OWNER, RECORD
from store.postgres.planted import is_mendable, look_about, refuse_missing, refuse_planted
from store.postgres.sharing import sharing
from store.statement import Statement


def enter(driver: Driver, server: Server, *, read_only: bool, mending: bool = False) -> bool:
    """Makes sure that there is a log, and that reading its tables runs nothing; a writer takes on what it needs.

    Whoever comes for `mending` reads nothing, and is told whether the schema of what is kept has to be made anew.

    Raises:
        NotFound: `no-log`.
        InputRejected: `not-a-log`.
        Refused: `database-rights`; `replica`, the server follows another one.
        IntegrityBroken: `schema-changed`.
        Fault: `read-only`, the server is set so.
    """
    found = look_about(driver)
    record = {one.name for one in found if one.schema == RECORD}
    if not record:
        raise NotFound(
            "no-log",
            f"There is no log in {server}.",
            try_next="ohjaus init",
            details={"path": str(server)},
        )
    if not all(one.open_to_us for one in found if one.schema == RECORD or not mending):
        raise Refused(
            "database-rights",
            f"This login has no part in the log in {server}: an administrator gives it one of the roles.",
            try_next="ohjaus db init-roles",
        )
    if "alembic_version" not in record:
        raise InputRejected(
            "not-a-log",
            f"{server} holds no ohjaus log: it does not say which schema it has. It was left as it is.",
            details={"path": str(server)},
        )
    if mending:
        refuse_planted(one for one in found if one.schema == RECORD)
        return is_mendable(found)
    refuse_planted(found)
    refuse_missing(found)
    if not read_only:
        refuse_reader(driver, server)
        become(driver, KEPT)
    return False


def become(driver: Driver, schema: str) -> None:
    """Takes on the role that a schema belongs to, where this login may: less than an administrator, and one for all.

    What several logins make is then of one role, and each of them can make it again.
    """
    row = driver.execute(_OWNER_OF, [schema]).fetchone()
    if row is not None and row[1] and not row[2]:
        driver.execute(sql.SQL("SET ROLE {}").format(sql.Identifier(row[0])))


def refuse_part(subjects: Sequence[str] | None) -> None:
    """Makes sure that a login sees the whole log; `subjects` are those whose cases it sees, None when it sees all.

    Raises:
        Refused: `part-only`.
    """
    if subjects is None:
        return
    named = ", ".join(subjects) or "–"
    raise Refused(
        "part-only",
        f"You see only the cases of {named}; this needs the whole log, which an auditor can read.",
        try_next="ohjaus case list",
        details={"subjects": named},
    )


def share(driver: Driver, table: str) -> None:
    """Lets auditors read a kept table, and a county's readers the rows about their own county, where roles stand."""
    if roles_stand(driver):
        columns = [str(one) for (one,) in driver.execute(_COLUMNS, [KEPT, table]).fetchall()]
        for statement in sharing(table, columns):
            driver.execute(statement.encode())


def roles_stand(driver: Driver) -> bool:
    """Tells whether the record belongs to the role that nobody logs in with, as `db init-roles` leaves it."""
    row = driver.execute(_OWNER_OF, [RECORD]).fetchone()
    return row is not None and row[0] == OWNER


PART = Statement(
    "",
    # The names are ours.
    f"""
    SELECT pg_catalog.row_security_active('{RECORD}.events') AND NOT EXISTS (
            SELECT FROM pg_catalog.pg_roles r
            WHERE r.rolname IN ('{OWNER}', '{APPLICATION}', '{AUDITOR}') AND pg_catalog.pg_has_role(r.oid, 'USAGE')),
        ARRAY(SELECT s FROM {RECORD}.own_subjects() s ORDER BY s)
    """,  # noqa: S608
)
"""Whether a session sees only a part of the events, and the subjects whose cases it sees then."""

_OWNER_OF = b"""
    SELECT pg_catalog.pg_get_userbyid(nspowner), pg_catalog.pg_has_role(nspowner, 'MEMBER'),
        pg_catalog.pg_get_userbyid(nspowner) = current_user
    FROM pg_catalog.pg_namespace WHERE nspname = %s
"""
_COLUMNS = b"""
    SELECT attname::text FROM pg_catalog.pg_attribute
    WHERE attrelid = (SELECT c.oid FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = %s AND c.relname = %s) AND attnum > 0 AND NOT attisdropped
"""
