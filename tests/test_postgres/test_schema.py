"""The schema on a server: migrations give what is declared, and whatever was changed in it is named."""

from __future__ import annotations

from contextlib import closing

import psycopg
import pytest

from engine.errors import Fault, InputRejected, IntegrityBroken, NotFound, OhjausError, Refused
from store import integrity, migrate
from store.heartbeat import Heartbeats
from store.open_log import OpenLog, create_log, open_log
from store.place import open_place, open_roles
from store.postgres.address import Server, parse_server, told
from store.postgres.catalog import declared_schema
from store.postgres.creation import migrate as migrate_there
from store.projections.standard import STANDARD
from tests.contracts.builders import SetClock, command, deadline, opening, write
from tests.test_postgres.conftest import with_database
from tests.test_store.test_heartbeat import BEAT
from tests.test_store.test_migrate import MIGRATIONS

WHOSE = b"""
    SELECT p.proname::text, pg_get_userbyid(p.proowner)::text, p.proacl::text FROM pg_proc p
    WHERE p.pronamespace = 'ohjaus'::regnamespace ORDER BY 1
"""
REPLACING = (
    "CREATE OR REPLACE FUNCTION ohjaus.{} RETURNS text LANGUAGE sql STABLE SECURITY DEFINER "
    "SET search_path TO 'pg_catalog', 'pg_temp' AS 'SELECT NULL::text'"
)


def administrator(server: Server) -> psycopg.Connection[tuple[object, ...]]:
    return psycopg.connect(server.conninfo, autocommit=True)


def fault_of(server: Server) -> tuple[str, str] | None:
    with closing(open_place(server, read_only=True)) as database:
        found = integrity.check_schema(database, STANDARD).first_fault
    return None if found is None else (found.code, found.where)


def test_migrations_from_zero_give_the_declared_schema(empty: Server) -> None:
    """Every table, index, trigger and function of a migrated log is a declared one, and the other way round."""
    with administrator(empty) as connection, connection.transaction():
        connection.execute(b"CREATE SCHEMA ohjaus")
        migrate_there(connection, MIGRATIONS)
        connection.execute(b"INSERT INTO ohjaus.projections VALUES ('kites', 1, 0, '')")
    with closing(open_place(empty, read_only=True)) as database:
        assert integrity.kept_schema(database) == declared_schema((), roles=False)
        assert migrate.applied(database) == migrate.EXPECTED_REVISION


def test_a_new_log_has_the_declared_schema_before_and_after_its_roles(server: Server) -> None:
    """`db init-roles` adds policies to what is declared; made twice it adds nothing more."""
    assert fault_of(server) is None
    for _ in range(2):
        with closing(open_roles(server, ["15"], STANDARD)) as roles:
            roles.apply()
        assert fault_of(server) is None


def test_an_older_log_is_upgraded_with_the_owners_rights(server: Server, clock: SetClock) -> None:
    """A log of the first revision is refused with what to do; upgraded, it is what is made today."""
    with administrator(server) as connection:
        connection.execute(b"DROP TABLE ohjaus.heartbeats, ohjaus.security_log")
        connection.execute(b"DROP FUNCTION ohjaus.security_log_in_order")
        connection.execute(b"UPDATE ohjaus.alembic_version SET version_num = '0001'")
    with pytest.raises(Refused) as caught:
        open_log(server, clock)
    assert (caught.value.code, caught.value.try_next) == ("log-older", "ohjaus db upgrade")
    assert (migrate.upgrade(server), migrate.upgrade(server), fault_of(server)) == (("0002", "0003", "0004"), (), None)
    with open_log(server, clock) as opened:
        Heartbeats(opened.database).beat(BEAT)
        assert Heartbeats(opened.database).all() == (BEAT,)


def test_the_functions_of_a_log_with_roles_are_exchanged_and_stay_whose_they_were(
    server: Server, clock: SetClock
) -> None:
    """Given a log of the revision before, with roles, an upgrade gives today's functions, to those who may ask them."""
    with closing(open_roles(server, ["15"], STANDARD)) as roles:
        roles.apply()
    with administrator(server) as connection:
        before = connection.execute(WHOSE).fetchall()
        for function in ("hash_at(wanted bigint)", "subject_of(case_id text)"):
            connection.execute(REPLACING.format(function).encode())
        connection.execute(b"UPDATE ohjaus.alembic_version SET version_num = '0003'")
    assert fault_of(server) is not None
    with pytest.raises(Refused, match="older version"):
        open_log(server, clock)
    assert (migrate.upgrade(server), fault_of(server)) == (("0004",), None)
    with administrator(server) as connection:
        assert connection.execute(WHOSE).fetchall() == before
    open_log(server, clock).close()


@pytest.mark.parametrize(
    ("attack", "code", "where"),
    [
        ("ALTER TABLE ohjaus.events DISABLE TRIGGER events_not_changed", "schema-differs", "events_not_changed"),
        ("ALTER TABLE ohjaus.events ENABLE TRIGGER events_not_deleted", "schema-differs", "events_not_deleted"),
        ("DROP TRIGGER events_not_truncated ON ohjaus.events", "schema-missing", "events_not_truncated"),
        (
            "CREATE OR REPLACE FUNCTION ohjaus.never_changed() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END'",
            "schema-differs",
            "never_changed",
        ),
        ("CREATE VIEW ohjaus.kites AS SELECT 1 AS one", "schema-extra", "kites"),
        ("CREATE TABLE ohjaus.projection_cases (one int)", "schema-extra", "ohjaus.projection_cases"),
        ("CREATE RULE r AS ON UPDATE TO ohjaus.events DO INSTEAD NOTHING", "schema-extra", "r"),
        ('ALTER TABLE ohjaus.events ALTER COLUMN stream TYPE text COLLATE "default"', "schema-differs", "events"),
        ("ALTER TABLE ohjaus.events DROP CONSTRAINT ck_events_hash", "schema-missing", "ck_events_hash"),
        ("ALTER TABLE ohjaus.events ENABLE ROW LEVEL SECURITY", "schema-missing", "events own"),
        ("CREATE POLICY p ON ohjaus.events USING (false)", "schema-missing", "events own"),
        ("DROP INDEX ohjaus.ix_events_command_id", "schema-missing", "ix_events_command_id"),
    ],
)
def test_what_an_owner_changes_in_the_schema_is_named(
    server: Server, clock: SetClock, attack: str, code: str, where: str
) -> None:
    """A check names what was changed, and nothing is written to such a log."""
    with administrator(server) as connection:
        connection.execute(attack.encode())
    assert fault_of(server) == (code, where)
    with pytest.raises(IntegrityBroken) as caught:
        open_log(server, clock)
    assert caught.value.code == "schema-changed"


def test_a_place_without_a_log_and_somebody_elses_are_told_apart(empty: Server, clock: SetClock) -> None:
    """Nothing there is not found; a schema of ours without a revision is no log; what is there is never covered."""
    with pytest.raises(NotFound) as nothing:
        open_log(empty, clock)
    create_log(empty, clock)
    with pytest.raises(Refused) as taken:
        create_log(empty, clock)
    with administrator(empty) as connection:
        connection.execute(b"DROP TABLE ohjaus.alembic_version")
    with pytest.raises(InputRejected) as foreign:
        open_log(empty, clock)
    assert [one.value.code for one in (nothing, taken, foreign)] == ["no-log", "log-exists", "not-a-log"]


def test_a_view_in_the_place_of_a_table_is_not_read(server: Server, clock: SetClock) -> None:
    """What somebody put there would run when it is read, so it is refused at the door."""
    with administrator(server) as connection:
        connection.execute(b"ALTER TABLE ohjaus.heartbeats RENAME TO h")
        connection.execute(b"CREATE VIEW ohjaus.heartbeats AS TABLE ohjaus.h")
    with pytest.raises(IntegrityBroken) as caught:
        open_log(server, clock, read_only=True)
    assert caught.value.code == "schema-changed"


def test_a_server_that_lets_nobody_in_is_told_without_secrets(server: Server, clock: SetClock) -> None:
    """A database that is not there and a server that is not there are two faults; neither tells the password."""
    elsewhere = parse_server(with_database(server.conninfo, "no_such_kites").replace("postgres@", "postgres:geheim@"))
    silent = parse_server("postgresql://kite:geheim@127.0.0.1:1/kites")
    found: list[OhjausError] = []
    for place in (elsewhere, silent):
        with pytest.raises(Fault) as caught:
            open_log(place, clock, patience_seconds=0.1)
        found.append(caught.value)
    assert [one.code for one in found] == ["server-refused", "server-silent"]
    assert not any("geheim" in f"{one.message}{one.details}" for one in found)


@pytest.mark.parametrize(
    ("stated", "shown"),
    [
        ("postgresql://a:b@h:5432/d?sslmode=require&password=c", "postgresql://a@h:5432/d?sslmode=require"),
        ("postgres:///?service=kites", "postgresql:///?service=kites"),
        ("postgresql+psycopg://a:b:c@h/d", "postgresql://a@h/d"),
        ("postgresql://a:b@[::1/d", "postgresql://…"),
        ("kites.db", "kites.db"),
        ("sqlite:///kites.db", "sqlite:///kites.db"),
        ("postgresql://a:geh/eim@h/d", "postgresql://…"),
        ("postgresql://a:geh#eim@h/d", "postgresql://…"),
        ("PostgreSQL://a:geheim@h/d", "postgresql://a@h/d"),
        ("mysql://a:geheim@h/d", "mysql://…"),
        ("postgresql:/a:geheim@h/d", "…"),
        ("postgres//a:geheim@h/d", "…"),
        ("host=h user=a dbname=d", "…"),
        ("password=geheim", "…"),
    ],
)
def test_an_address_is_told_without_what_is_secret_in_it(stated: str, shown: str) -> None:
    """Login, host, database and harmless options are shown; a password in any place is not."""
    assert told(stated) == shown


def test_projections_are_rebuilt_and_compared_as_in_a_file(opened: OpenLog) -> None:
    """A kept table that was meddled with is named, made again from the log, and then as the log has it."""
    opened.log.append([write("kite-1", 0, opening(deadlines=(deadline(),)))], command("c1"))
    before = opened.projections.compare()
    with administrator_of(opened) as connection:
        connection.execute(b"UPDATE ohjaus_kept.projection_cases SET state = 'lost'")
        connection.execute(b"ALTER TABLE ohjaus_kept.projection_tasks DROP COLUMN role")
    assert [one.name for one in opened.projections.compare() if not one.equal] == ["cases", "tasks"]
    opened.projections.rebuild()
    assert opened.projections.compare() == before
    assert opened.queries.deadline_list()[0].case_id == "kite-1"


def administrator_of(opened: OpenLog) -> psycopg.Connection[tuple[object, ...]]:
    assert isinstance(opened.database.path, Server)
    return administrator(opened.database.path)
