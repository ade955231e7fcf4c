"""A key store on a server, in a schema of its own: beside the log's schemas, or in another database.

Whoever writes the log there writes it (the application's role, once `db init-roles` has made it), and nobody else may
read it: auditors and a county's readers see references. It belongs to the owner's role then, so that nobody who writes
can have anything run by whoever reads. Whoever is erased leaves the table's file at once, since what stays is written
into a new one; the server's own WAL, its replicas and the dumps of its administrator forget later than that.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from typing import Any, LiteralString

import psycopg
from psycopg import sql

from engine.errors import OhjausError
from store.personal.keeping import Contents, Row, damaged, fixed_of, saying, taken, unusable
from store.personal.own_reference import HANDING_OVER
from store.postgres.address import Server
from store.postgres.connecting import Driver, connect, find_only_the_servers_own
from store.postgres.faults import is_short, translate
from store.postgres.layout import APPLICATION, KEPT, OWNER, PERSONS
from store.postgres.standing import become_writer

SCHEMA = PERSONS
PATIENCE_SECONDS = 30.0
_NAMES = ("said", "persons", "erased")
OF_NAMES = "names"
"""Marks, among an error's particulars, that it was names that a login may not read, by design."""

_TABLES: tuple[LiteralString, ...] = (
    "CREATE TABLE ohjaus_persons.said (name text PRIMARY KEY, value text NOT NULL)",
    (
        "CREATE TABLE ohjaus_persons.persons (reference text PRIMARY KEY, key bytea NOT NULL, "
        "looked_up text NOT NULL UNIQUE, spoken text NOT NULL, sealed bytea NOT NULL, created_at text NOT NULL)"
    ),
    "CREATE TABLE ohjaus_persons.erased (reference text PRIMARY KEY, erased_at text NOT NULL)",
)
_PERSON: LiteralString = "SELECT reference, key, looked_up, spoken, sealed, created_at FROM ohjaus_persons.persons"


class PersonSchema:
    """The key store on a server; safe to share between threads."""

    def __init__(self, server: Server, *, read_only: bool = False, patience_seconds: float = PATIENCE_SECONDS) -> None:
        """Opens a session of its own.

        Raises:
            Refused: `database-rights`, this login may not use it.
            IntegrityBroken: `persons-damaged`.
            Fault: `persons-unusable`, or the server does not let us in.
        """
        self._server = server
        self._lock = threading.RLock()
        self._driver = _connected(server, patience_seconds, read_only=read_only)
        try:
            with _translated(server):
                _ensure_ours(self._driver, server)
                become_writer(self._driver, SCHEMA)
                rows = self._driver.execute("SELECT name, value FROM ohjaus_persons.said").fetchall()
                self.fixed = fixed_of({str(name): str(value) for name, value in rows}, str(server))
        except BaseException:
            self._driver.close()
            raise

    @property
    def place(self) -> str:
        """The address of the server, without what is secret in it."""
        return str(self._server)

    def looked_up(self, digest: str) -> Row | None:
        """Gives the person that is found by this."""
        return next(iter(self._persons(f"{_PERSON} WHERE looked_up = %s", (digest,))), None)

    def spoken(self, digest: str) -> tuple[Row, ...]:
        """Gives the persons that a typed name may mean, the oldest first."""
        return self._persons(f"{_PERSON} WHERE spoken = %s ORDER BY created_at, reference", (digest,))

    def of_reference(self, reference: str) -> Row | None:
        """Gives the person of a reference."""
        return next(iter(self._persons(f"{_PERSON} WHERE reference = %s", (reference,))), None)

    def rows(self) -> tuple[Row, ...]:
        """Gives every person, the oldest first."""
        return self._persons(f"{_PERSON} ORDER BY created_at, reference")

    def erased(self) -> Mapping[str, str]:
        """Gives the references of who was erased, with when."""
        with self._lock, _translated(self._server):
            found = self._driver.execute(
                "SELECT reference, erased_at FROM ohjaus_persons.erased ORDER BY erased_at, reference"
            )
            return {str(reference): str(at) for reference, at in found.fetchall()}

    def add(self, row: Row) -> bool:
        """Adds a person; gives False when the person is there already, and changes nothing."""
        with self._lock, _translated(self._server):
            added = self._driver.execute(
                "INSERT INTO ohjaus_persons.persons VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING", row
            )
            return added.rowcount == 1

    def seal_anew(self, reference: str, sealed: bytes) -> None:
        """Replaces what is sealed of a person."""
        with self._lock, _translated(self._server):
            self._driver.execute(
                "UPDATE ohjaus_persons.persons SET sealed = %s WHERE reference = %s", (sealed, reference)
            )

    def erase(self, references: Mapping[str, str]) -> None:
        """Takes persons away, key and all, and notes the references with when; the table is written anew by that."""
        with self._lock, _translated(self._server), self._driver.transaction(), self._driver.cursor() as cursor:
            cursor.execute("LOCK TABLE ohjaus_persons.persons IN ACCESS EXCLUSIVE MODE")
            staying = [row for row in self.rows() if row.reference not in references]
            # A table that is emptied as a whole gets a new file; the old one goes when this is committed.
            cursor.execute("TRUNCATE ohjaus_persons.persons")
            cursor.executemany("INSERT INTO ohjaus_persons.persons VALUES (%s, %s, %s, %s, %s, %s)", staying)
            cursor.executemany(
                "INSERT INTO ohjaus_persons.erased VALUES (%s, %s) ON CONFLICT DO NOTHING", list(references.items())
            )

    def close(self) -> None:
        """Closes the session; closing again does nothing."""
        with self._lock:
            self._driver.close()

    def _persons(self, query: LiteralString, values: tuple[str, ...] = ()) -> tuple[Row, ...]:
        with self._lock, _translated(self._server):
            return tuple(Row(*one) for one in self._driver.execute(query, values, binary=True).fetchall())


def is_kept(server: Server) -> bool:
    """Tells whether a key store stands in a database.

    Raises:
        Fault: the server does not let us look.
    """
    with closing(_connected(server, read_only=True)) as driver, _translated(server):
        return bool(_kinds(driver))


def create_schema(server: Server, contents: Contents) -> None:
    """Makes a key store in a database; it is there whole or not at all.

    Raises:
        Refused: `persons-exist`.
        Fault: `persons-unusable`, this login may make no schema there.
    """
    with closing(_connected(server)) as driver, _translated(server):
        try:
            with driver.transaction(), driver.cursor() as cursor:
                cursor.execute("CREATE SCHEMA ohjaus_persons")
                for statement in _TABLES:
                    cursor.execute(statement)
                said, erased = list(saying(contents.fixed).items()), list(contents.erased.items())
                cursor.executemany("INSERT INTO ohjaus_persons.said VALUES (%s, %s)", said)
                cursor.executemany(
                    "INSERT INTO ohjaus_persons.persons VALUES (%s, %s, %s, %s, %s, %s)", list(contents.rows)
                )
                cursor.executemany("INSERT INTO ohjaus_persons.erased VALUES (%s, %s)", erased)
                _hand_over(driver)
        except (psycopg.errors.DuplicateSchema, psycopg.errors.UniqueViolation) as error:
            raise taken(str(server)) from error


def hand_over(server: Server) -> None:
    """Lets the key store belong to whoever writes the log, as after `db init-roles`; does nothing where none stands."""
    with closing(_connected(server)) as driver, _translated(server):
        if _kinds(driver):
            with driver.transaction():
                _hand_over(driver)


def _connected(server: Server, patience_seconds: float = PATIENCE_SECONDS, *, read_only: bool = False) -> Driver:
    driver = connect(server, patience_seconds, read_only=read_only)
    try:
        find_only_the_servers_own(driver)
    except psycopg.Error as error:
        driver.close()
        raise translate(error) from error
    return driver


def _hand_over(driver: Driver) -> None:
    row = driver.execute(_OWNER, [KEPT]).fetchone()
    if row is None:
        return
    if row[0] in (OWNER, APPLICATION):
        driver.execute(HANDING_OVER.encode())
        return
    owner = sql.Identifier(row[0])
    driver.execute(sql.SQL("ALTER SCHEMA {} OWNER TO {}").format(sql.Identifier(SCHEMA), owner))
    for name in _NAMES:
        driver.execute(sql.SQL("ALTER TABLE {} OWNER TO {}").format(sql.Identifier(SCHEMA, name), owner))
    driver.execute(sql.SQL("REVOKE ALL ON SCHEMA {} FROM PUBLIC").format(sql.Identifier(SCHEMA)))


def _kinds(driver: Driver) -> dict[str, str]:
    return {str(name): str(kind) for name, kind in driver.execute(_FOUND, [SCHEMA]).fetchall()}


def _ensure_ours(driver: Driver, server: Server) -> None:
    """Makes sure that the schema holds the three plain tables, and that neither reading nor writing them runs a thing.

    Where roles are of an earlier version they belong to the application, and an administrator reads them as well.
    """
    watched = driver.execute(_WATCHED, [SCHEMA]).fetchone()
    if _kinds(driver) != dict.fromkeys(_NAMES, "r") or watched is None or watched[0]:
        raise damaged(str(server), "it is no key store, or holds what does not belong there")


@contextmanager
def _translated(server: Server) -> Iterator[None]:
    try:
        yield
    except OhjausError:
        raise
    except psycopg.errors.InsufficientPrivilege as error:
        # As for the log itself: a login that may not is refused, and nothing is out of order.
        refused = translate(error)
        refused.details = {**refused.details, OF_NAMES: True}
        raise refused from error
    except psycopg.Error as error:
        if is_short(error) or isinstance(error, psycopg.errors.LockNotAvailable):
            # The same server keeps the log: that it is gone, full or held by somebody is said as it is of the log.
            raise translate(error) from error
        raise unusable(str(server), "its server refused what was asked of it", driver=_told(error)) from error


def _told(error: psycopg.Error) -> str:
    """Gives the server's own words, which may be in any language and hold anything."""
    said: Any = error.diag.message_primary
    return f"{error.sqlstate or type(error).__name__}: {said or ''}".rstrip(": ")


_FOUND = b"""
    SELECT c.relname::text, c.relkind::text FROM pg_catalog.pg_class c
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = %s AND c.relkind NOT IN ('i', 'I', 't')
"""
_WATCHED = b"""
    SELECT count(*) FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = %s AND c.relkind = 'r' AND (c.relrowsecurity OR c.reloftype <> '0'
        OR EXISTS (SELECT 1 FROM pg_catalog.pg_trigger t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal)
        OR EXISTS (SELECT 1 FROM pg_catalog.pg_rewrite r WHERE r.ev_class = c.oid)
        OR EXISTS (SELECT 1 FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
            WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                AND (a.atthasdef OR t.typnamespace <> 'pg_catalog'::pg_catalog.regnamespace::pg_catalog.oid))
        OR EXISTS (SELECT 1 FROM pg_catalog.pg_index x
            WHERE x.indrelid = c.oid AND (x.indexprs IS NOT NULL OR x.indpred IS NOT NULL))
        OR EXISTS (SELECT 1 FROM pg_catalog.pg_constraint k
            WHERE k.conrelid = c.oid AND k.contype NOT IN ('p', 'u', 'n'))
        OR EXISTS (SELECT 1 FROM pg_catalog.pg_statistic_ext e WHERE e.stxrelid = c.oid)
        OR EXISTS (SELECT 1 FROM pg_catalog.pg_inherits i WHERE c.oid IN (i.inhrelid, i.inhparent)))
"""
_OWNER = b"SELECT pg_catalog.pg_get_userbyid(nspowner)::text FROM pg_catalog.pg_namespace WHERE nspname = %s"
