"""What a session finds at a server when it comes in: a log or none, our tables or somebody's views, whose rights."""

from __future__ import annotations

from collections.abc import Sequence

from psycopg import sql

from engine.errors import InputRejected, NotFound, Refused
from store.database import Remade
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
        become_writer(driver, KEPT)
    return False


def become(driver: Driver, schema: str) -> None:
    """Takes on the role that a schema belongs to, where this login may: less than an administrator, and one for all.

    What several logins make is then of one role, and each of them can make it again.
    """
    _become(driver, _OWNER_OF, schema)


def become_writer(driver: Driver, schema: str) -> None:
    """Takes on the role that writes into a schema: the application's where the owner has it, else whose it is."""
    _become(driver, _WRITER_OF, schema)


def _become(driver: Driver, asking: bytes, schema: str) -> None:
    row = driver.execute(asking, [schema]).fetchone()
    if row is not None and row[1] and not row[2]:
        driver.execute(sql.SQL("SET ROLE {}").format(sql.Identifier(row[0])))


def makes_tables(driver: Driver) -> bool:
    """Tells whether the session works as the one to whom the schema of what is kept belongs."""
    row = driver.execute(_OWNER_OF, [KEPT]).fetchone()
    return row is not None and bool(row[2])


def refuse_unmade(driver: Driver, table: Remade) -> None:
    """Makes sure that a kept table stands as it is declared: who only writes cannot make it so.

    Raises:
        Refused: `kept-not-made`.
    """
    if columns_of(driver).get(table.name) != table.columns:
        raise Refused(
            "kept-not-made",
            f"What this version keeps beside the log is not laid out there yet ({KEPT}.{table.name}): that belongs to "
            "the owner's role, so that nobody who writes can have anything run there. An administrator lays it out.",
            try_next="ohjaus db init-roles --yes",
            details={"kept": table.name},
        )


def columns_of(driver: Driver) -> dict[str, tuple[str, ...]]:
    """Gives the plain tables that are kept, each with its columns in their order."""
    return {str(name): tuple(columns) for name, columns in driver.execute(_COLUMNS, [KEPT]).fetchall()}


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
        for statement in sharing(table, columns_of(driver)[table]):
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
_WRITER_OF = f"""
    SELECT one.writer, pg_catalog.pg_has_role(one.writer, 'MEMBER'), one.writer = current_user
    FROM (SELECT CASE pg_catalog.pg_get_userbyid(nspowner)::text WHEN '{OWNER}' THEN '{APPLICATION}'
        ELSE pg_catalog.pg_get_userbyid(nspowner)::text END::name AS writer
        FROM pg_catalog.pg_namespace WHERE nspname = %s) one
""".encode()  # noqa: S608 - the names are ours
_COLUMNS = b"""
    SELECT c.relname::text, array_agg(a.attname::text ORDER BY a.attnum) FROM pg_catalog.pg_class c
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE n.nspname = %s AND c.relkind = 'r' GROUP BY c.relname ORDER BY c.relname
"""
