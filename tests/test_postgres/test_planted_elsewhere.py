"""What runs when an administrator works on a log, though it is planted beside the door or after it was passed."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

from engine.errors import Fault, IntegrityBroken
from store import migrate
from store.open_log import open_log
from store.personal.own_reference import own_reference
from store.personal.place import create_register, open_register
from store.place import open_place, open_roles
from store.postgres.address import Server
from store.postgres.creation import upgrade
from store.postgres.database import PostgresDatabase
from store.postgres.layout import LOCK
from store.postgres.planted import look_about
from store.projections.standard import STANDARD
from tests.contracts.builders import SetClock
from tests.test_postgres.earlier import hand_back
from tests.test_postgres.test_roles import logins

__all__ = ["logins"]

RUNS = "RETURNS {} LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''this ran''; END'"
IN_PASSING = (
    f"CREATE FUNCTION ohjaus_kept.format(text, text) {RUNS.format('text')}",
    f"CREATE FUNCTION ohjaus_kept.differs(varchar, varchar) {RUNS.format('boolean')}",
    "CREATE OPERATOR ohjaus_kept.= (LEFTARG = varchar, RIGHTARG = varchar, FUNCTION = ohjaus_kept.differs)",
)
"""Nearer to what a careless statement would mean than what the server brings."""
KEY_STORE = {
    "a default": ("ALTER TABLE ohjaus_persons.persons ALTER spoken SET DEFAULT pg_catalog.version()",),
    "a condition": ("ALTER TABLE ohjaus_persons.persons ADD CHECK (pg_catalog.lower(spoken) <> 'kite')",),
    "an index over an expression": ("CREATE INDEX z ON ohjaus_persons.persons (pg_catalog.lower(spoken))",),
    "an index of some rows": ("CREATE INDEX z ON ohjaus_persons.erased (erased_at) WHERE erased_at <> 'kite'",),
    "a computed column": (
        "ALTER TABLE ohjaus_persons.persons ADD z text GENERATED ALWAYS AS (pg_catalog.lower(spoken)) STORED",
    ),
    "a part": ("CREATE TABLE ohjaus_kept.z () INHERITS (ohjaus_persons.persons)",),
    "statistics": ("CREATE STATISTICS ohjaus_persons.z ON spoken, looked_up FROM ohjaus_persons.persons",),
    "a type": (
        "CREATE DOMAIN ohjaus_persons.words AS text",
        "ALTER TABLE ohjaus_persons.said ALTER value TYPE ohjaus_persons.words",
    ),
}
AT = "2031-06-21T09:00:00+00:00"


def run(server: Server, *statements: str) -> None:
    """Runs statements with a login of the server."""
    with psycopg.connect(server.conninfo, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement.encode())


@contextmanager
def planting_while_waiting(login: Server) -> Iterator[None]:
    """Holds the lock of appends until somebody waits for it, plants something then, and lets go."""
    held = threading.Event()

    def plant() -> None:
        with psycopg.connect(login.conninfo, autocommit=True) as connection:
            connection.execute(f"SELECT pg_catalog.pg_advisory_lock({LOCK})".encode())
            held.set()
            latest = time.monotonic() + 20
            waiting = b"SELECT FROM pg_catalog.pg_locks WHERE locktype = 'advisory' AND NOT granted"
            while time.monotonic() < latest and connection.execute(waiting).fetchone() is None:
                time.sleep(0.005)
            for statement in IN_PASSING:
                connection.execute(statement.encode())

    planter = threading.Thread(target=plant)
    planter.start()
    try:
        assert held.wait(20)
        yield
    finally:
        planter.join(30)


def as_before(server: Server) -> Server:
    """Gives a log whose roles are of an earlier version."""
    hand_back(server)
    return server


def make_roles(server: Server) -> None:
    """Makes the roles as an administrator."""
    with closing(open_roles(server, ["15", "16"], STANDARD)) as roles:
        roles.apply()


def bring_up(server: Server) -> None:
    """Brings the log up to this software as an administrator."""
    with closing(open_place(server)) as database:
        upgrade(database, Path(migrate.__file__).with_name("migrations"), since="0003")


@pytest.mark.parametrize("work", [make_roles, bring_up], ids=["init-roles", "upgrade"])
def test_what_is_planted_while_an_administrator_waits_is_not_run(
    server: Server, logins: dict[str, Server], work: Callable[[Server], None]
) -> None:
    """Given the lock held by an application's login, when an administrator comes, only what is the server's runs."""
    create_register(server, "made-up-log", AT)
    run(server, "UPDATE ohjaus.alembic_version SET version_num = '0003'")
    hand_back(server)
    with planting_while_waiting(logins["clerk"]):
        work(server)
    with pytest.raises(IntegrityBroken, match="is a function"):
        open_place(server, read_only=True)


def test_who_holds_the_lock_is_found_by_the_servers_own_operators(server: Server, logins: dict[str, Server]) -> None:
    """Given an operator planted while a writer waits, when nobody lets go, the writer is told who it is after all."""
    with (
        closing(open_place(as_before(server), patience_seconds=0.5)) as database,
        psycopg.connect(logins["clerk"].conninfo, autocommit=True) as connection,
    ):
        connection.execute(f"SELECT pg_catalog.pg_advisory_lock({LOCK})".encode())
        for one, other in (("oid", "integer"), ("smallint", "integer"), ("oid", "bigint")):
            connection.execute(f"CREATE FUNCTION ohjaus_kept.is({one}, {other}) {RUNS.format('boolean')}".encode())
            named = f"LEFTARG = {one}, RIGHTARG = {other}, FUNCTION = ohjaus_kept.is"
            connection.execute(f"CREATE OPERATOR ohjaus_kept.= ({named})".encode())
        with pytest.raises(Fault) as caught, database.writing():
            raise AssertionError
        assert str(connection.info.user) in str(caught.value.details["held_by"])


def test_a_databases_own_search_path_finds_nothing_of_its_owner(
    server: Server, logins: dict[str, Server], clock: SetClock
) -> None:
    """Given a database whose owner lets everybody look elsewhere first, when anybody comes in, nothing of it runs."""
    database = urlsplit(server.conninfo).path.lstrip("/")
    run(
        server,
        "CREATE SCHEMA elsewhere",
        "GRANT USAGE ON SCHEMA elsewhere TO PUBLIC",
        f"CREATE FUNCTION elsewhere.ran(pg_catalog.text) {RUNS.format('boolean')}",
        "CREATE DOMAIN elsewhere.text AS pg_catalog.text CHECK (elsewhere.ran(VALUE))",
        f'ALTER DATABASE "{database}" SET search_path = elsewhere, pg_catalog',
    )
    for place in (server, *(logins[name] for name in ("clerk", "auditor", "fifteen"))):
        for read_only in (True, False):
            with open_log(place, clock, read_only=read_only) as opened:
                opened.queries.case_list()


def test_a_cast_of_a_kept_row_is_found(server: Server, logins: dict[str, Server], clock: SetClock) -> None:
    """Given a column that is gone, whose name is a function's, and a cast that would lead to it, nobody reads it."""
    run(as_before(server), "GRANT CREATE ON SCHEMA public TO PUBLIC")
    run(
        logins["clerk"],
        "SET ROLE ohjaus_application",
        "ALTER TABLE ohjaus_kept.projection_tasks DROP COLUMN name CASCADE",
        f"CREATE FUNCTION public.ran(ohjaus_kept.projection_tasks) {RUNS.format('text')}",
        (
            "CREATE CAST (ohjaus_kept.projection_tasks AS text) "
            "WITH FUNCTION public.ran(ohjaus_kept.projection_tasks) AS IMPLICIT"
        ),
    )
    for place in (server, logins["auditor"]):
        with pytest.raises(IntegrityBroken, match="can be cast") as caught:
            open_log(place, clock, read_only=True)
        assert caught.value.try_next == "ohjaus db init-roles --yes"
    make_roles(server)
    with open_log(logins["clerk"], clock):
        # Whoever writes next fills it.
        pass
    with open_log(logins["auditor"], clock, read_only=True) as opened:
        assert len(opened.queries.task_list()) == 2


def test_the_key_stores_function_takes_nothing(server: Server, logins: dict[str, Server], clock: SetClock) -> None:
    """Given one whose argument, which nobody gives, would be reckoned as the reader, nobody asks it; it is replaced."""
    create_register(server, "made-up-log", AT)
    make_roles(server)
    with psycopg.connect(logins["fifteen"].conninfo) as connection:
        login = connection.info.user
    hand_back(server)
    run(
        logins["clerk"],
        "SET ROLE ohjaus_application",
        "DROP FUNCTION ohjaus_persons.own_reference()",
        (
            "CREATE FUNCTION ohjaus_persons.own_reference(text DEFAULT current_user) RETURNS text LANGUAGE sql "
            "SECURITY DEFINER AS 'SELECT $1'"
        ),
        "GRANT EXECUTE ON FUNCTION ohjaus_persons.own_reference(text) TO PUBLIC",
    )
    assert own_reference(logins["fifteen"], login) is None
    for name in ("auditor", "fifteen"):
        with pytest.raises(IntegrityBroken) as caught:
            open_log(logins[name], clock, read_only=True)
        assert caught.value.try_next == "ohjaus db init-roles --yes"
    make_roles(server)
    with open_log(logins["fifteen"], clock, read_only=True) as opened:
        assert len(opened.queries.case_list()) == 1
        there = opened.database.run("SELECT proname FROM pg_proc WHERE pronamespace = 'ohjaus_persons'::regnamespace")
    assert there == [("own_reference",)]


@pytest.mark.parametrize("planted", KEY_STORE)
def test_a_key_store_that_would_run_something_is_not_read(
    server: Server, logins: dict[str, Server], planted: str
) -> None:
    """Given something that the application hung on the key store, when anybody comes to it, it is called damaged."""
    create_register(server, "made-up-log", AT)
    make_roles(server)
    with closing(open_register(logins["clerk"])) as register:
        assert register.fixed.log_id == "made-up-log"
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        run(logins["clerk"], "SET ROLE ohjaus_application", KEY_STORE[planted][0])
    hand_back(server)
    run(logins["clerk"], "SET ROLE ohjaus_application", *KEY_STORE[planted])
    for place in (server, logins["clerk"]):
        with pytest.raises(IntegrityBroken) as caught:
            open_register(place)
        assert caught.value.code == "persons-damaged"


def test_what_a_session_shows_in_quotes_is_no_finding(server: Server, logins: dict[str, Server]) -> None:
    """Given a database whose names are all told in quotes, our own policies are known as ours."""
    database = urlsplit(server.conninfo).path.lstrip("/")
    run(server, f'ALTER DATABASE "{database}" SET quote_all_identifiers = on')
    with closing(open_place(logins["auditor"], read_only=True)) as opened:
        assert isinstance(opened, PostgresDatabase)
        assert {one.runs for one in look_about(opened.driver)} == {None}
