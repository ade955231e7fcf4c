"""What the application's login could plant for whoever reads where roles are of an earlier version; today nothing.

Where it stands it is found at the door, by every login, and mended.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from engine.errors import IntegrityBroken, Refused
from store import integrity
from store.open_log import open_log
from store.place import open_place, open_roles
from store.postgres.address import Server
from store.postgres.database import PostgresDatabase
from store.postgres.planted import look_about
from store.postgres.roles import statements
from store.projections.standard import STANDARD
from tests.contracts.builders import SetClock
from tests.test_cli.conftest import invoke, stand_in, succeed
from tests.test_postgres.earlier import hand_back
from tests.test_postgres.test_roles import logins

__all__ = ["logins"]

RUNNING = (
    "CREATE FUNCTION ohjaus_kept.ran(one text DEFAULT '') RETURNS boolean LANGUAGE plpgsql IMMUTABLE "
    "AS 'BEGIN RAISE EXCEPTION ''this ran''; END'"
)
"""Only whoever reads past the door would find out what it does."""
WATCHING = "CREATE FUNCTION ohjaus_kept.ran() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'"
PLANTED = {
    "a view": (
        RUNNING,
        "ALTER TABLE ohjaus_kept.projection_tasks RENAME TO t",
        "CREATE VIEW ohjaus_kept.projection_tasks AS SELECT * FROM ohjaus_kept.t WHERE ohjaus_kept.ran()",
    ),
    "a policy": (
        RUNNING,
        "CREATE POLICY z ON ohjaus_kept.projection_cases AS RESTRICTIVE TO public USING (ohjaus_kept.ran())",
    ),
    "a policy of the server's own functions": (
        "CREATE POLICY z ON ohjaus_kept.projection_cases TO public USING (pg_catalog.pg_cancel_backend(0))",
    ),
    "a condition on what is written": (
        (
            "CREATE POLICY z ON ohjaus_kept.projection_cases TO public USING (true) "
            "WITH CHECK (pg_catalog.pg_cancel_backend(0))"
        ),
    ),
    "an index over an expression": ("CREATE INDEX z ON ohjaus_kept.projection_cases (pg_catalog.lower(case_id))",),
    "an index of some rows": (
        "CREATE INDEX z ON ohjaus_kept.projection_cases (case_id) WHERE pg_catalog.lower(case_id) = 'kite'",
    ),
    "statistics": ("CREATE STATISTICS ohjaus_kept.z ON case_id, subject FROM ohjaus_kept.projection_cases",),
    "a default": ("ALTER TABLE ohjaus_kept.projection_cases ALTER subject SET DEFAULT pg_catalog.version()",),
    "a computed column": (
        "ALTER TABLE ohjaus_kept.projection_cases ADD z text GENERATED ALWAYS AS (pg_catalog.lower(case_id)) STORED",
    ),
    "a condition": ("ALTER TABLE ohjaus_kept.projection_cases ADD CHECK (pg_catalog.lower(case_id) <> 'kite')",),
    "a trigger": (
        WATCHING,
        (
            "CREATE TRIGGER z BEFORE INSERT ON ohjaus_kept.projection_cases "
            "FOR EACH ROW EXECUTE FUNCTION ohjaus_kept.ran()"
        ),
    ),
    "a rule": ("CREATE RULE z AS ON INSERT TO ohjaus_kept.projection_cases DO ALSO SELECT 1",),
    "a part": ("CREATE TABLE ohjaus_kept.z () INHERITS (ohjaus_kept.projection_cases)",),
    "a function of a name that the server has": (
        "CREATE FUNCTION ohjaus_kept.coalesced(text) RETURNS text LANGUAGE sql AS 'SELECT $1'",
    ),
    "an operator": ("CREATE OPERATOR ohjaus_kept.= (LEFTARG = text, RIGHTARG = text, FUNCTION = pg_catalog.texteq)",),
    "a type": ("CREATE DOMAIN ohjaus_kept.words AS text",),
    "an operator that the look might use": (
        RUNNING,
        (
            "CREATE FUNCTION ohjaus_kept.differs(oid, regnamespace) RETURNS boolean LANGUAGE plpgsql "
            "AS 'BEGIN RAISE EXCEPTION ''this ran''; END'"
        ),
        (
            "CREATE FUNCTION ohjaus_kept.differs(oid, integer) RETURNS boolean LANGUAGE plpgsql "
            "AS 'BEGIN RAISE EXCEPTION ''this ran''; END'"
        ),
        "CREATE OPERATOR ohjaus_kept.<> (LEFTARG = oid, RIGHTARG = regnamespace, FUNCTION = ohjaus_kept.differs)",
        "CREATE OPERATOR ohjaus_kept.<> (LEFTARG = oid, RIGHTARG = integer, FUNCTION = ohjaus_kept.differs)",
    ),
    "a name that says something itself": (
        'CREATE TABLE ohjaus_kept."z"" OWNER TO current_user; DROP TABLE ohjaus.heartbeats; --" (one int)',
    ),
    "a sequence": ("CREATE SEQUENCE ohjaus_kept.z",),
}


@pytest.mark.parametrize("login", ["clerk", "auditor", "fifteen"])
@pytest.mark.parametrize("planted", [*PLANTED, "nothing left"])
def test_nobody_who_writes_or_reads_can_plant_anything(logins: dict[str, Server], planted: str, login: str) -> None:
    """Given roles of today, when a login tries, the server refuses its first statement."""
    first = PLANTED[planted][0] if planted in PLANTED else "DROP SCHEMA ohjaus_kept CASCADE"
    with (
        psycopg.connect(logins[login].conninfo, autocommit=True) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute(first.encode())


def test_a_version_that_keeps_other_tables_is_let_in_by_an_administrator(
    server: Server, logins: dict[str, Server], clock: SetClock
) -> None:
    """Given a kept table of other columns, a writer says who lays it out; afterwards the next one fills it."""
    with psycopg.connect(server.conninfo, autocommit=True) as connection:
        connection.execute(b"ALTER TABLE ohjaus_kept.projection_tasks DROP COLUMN name CASCADE")
        connection.execute(b"UPDATE ohjaus.projections SET version = 0 WHERE name = 'tasks'")
    with pytest.raises(Refused) as caught:
        open_log(logins["clerk"], clock)
    assert (caught.value.code, caught.value.try_next) == ("kept-not-made", "ohjaus db init-roles --yes")
    with closing(open_roles(server, ["15", "16"], STANDARD)) as roles:
        assert sum("projection_tasks" in one and "DROP TABLE" in one for one in roles.statements) == 1
        roles.apply()
    with open_log(logins["clerk"], clock) as opened:
        assert all(one.equal for one in opened.projections.compare())
    with open_log(logins["auditor"], clock, read_only=True) as opened:
        assert integrity.check_schema(opened.database, STANDARD).ok


def test_roles_of_an_earlier_version_still_serve(server: Server, logins: dict[str, Server], clock: SetClock) -> None:
    """Given a log where the application makes its tables itself, it goes on so until the roles are made again."""
    hand_back(server)
    with psycopg.connect(server.conninfo, autocommit=True) as connection:
        connection.execute(b"UPDATE ohjaus.projections SET version = 0")
    with open_log(logins["clerk"], clock) as opened:
        assert all(one.equal for one in opened.projections.compare())
    with open_log(logins["auditor"], clock, read_only=True) as opened:
        assert len(opened.queries.case_list()) == 2


@pytest.mark.parametrize("planted", PLANTED)
def test_what_the_application_plants_is_read_by_nobody_and_made_anew(
    server: Server, logins: dict[str, Server], clock: SetClock, planted: str
) -> None:
    """Given something that would run, when anybody opens the log, it is refused; an administrator makes it anew."""
    hand_back(server)
    with psycopg.connect(logins["clerk"].conninfo, autocommit=True) as connection:
        for statement in PLANTED[planted]:
            connection.execute(statement.encode())
    for place in (server, *(logins[name] for name in ("auditor", "fifteen", "clerk"))):
        for read_only in (True, False):
            with pytest.raises(IntegrityBroken) as caught:
                open_log(place, clock, read_only=read_only)
            assert (caught.value.code, caught.value.try_next) == ("schema-changed", "ohjaus db init-roles --yes")
    mended_and_whole(server, logins, clock)


def test_a_schema_of_what_is_kept_that_is_gone_is_made_again(
    server: Server, logins: dict[str, Server], clock: SetClock
) -> None:
    """Given that the application dropped it, when anybody comes, they are told who makes it again and how."""
    hand_back(server)
    with psycopg.connect(logins["clerk"].conninfo, autocommit=True) as connection:
        connection.execute(b"DROP SCHEMA ohjaus_kept CASCADE")
    for name in ("clerk", "auditor"):
        with pytest.raises(IntegrityBroken, match="ohjaus_kept is gone") as caught:
            open_log(logins[name], clock, read_only=True)
        assert (caught.value.code, caught.value.try_next) == ("schema-changed", "ohjaus db init-roles --yes")
    mended_and_whole(server, logins, clock)


def mended_and_whole(server: Server, logins: dict[str, Server], clock: SetClock) -> None:
    """Makes it anew, lets a writer fill it, and looks: everything is declared, and as the record gives it."""
    with closing(open_roles(server, ["15", "16"], STANDARD)) as roles:
        assert roles.statements[0] == "DROP SCHEMA IF EXISTS ohjaus_kept CASCADE"
        roles.apply()
    with open_log(logins["clerk"], clock) as opened:
        assert all(one.equal for one in opened.projections.compare())
    with closing(open_roles(server, ["15", "16"], STANDARD)) as roles:
        assert not any("DROP SCHEMA" in statement for statement in roles.statements)
    for name, cases in (("auditor", 2), ("fifteen", 1), ("nobody", 0)):
        with open_log(logins[name], clock, read_only=True) as opened:
            assert len(opened.queries.case_list()) == cases
    with open_log(logins["auditor"], clock, read_only=True) as opened:
        assert integrity.check_schema(opened.database, STANDARD).ok


def test_a_name_never_becomes_a_statement() -> None:
    """Given a kept table of any name, when the roles are put into words, the name stays a name."""
    name = 'z" (one int); DROP TABLE ohjaus.heartbeats; --'
    told = [one for one in statements(["15"], {name: ("case_id",)}) if "heartbeats; --" in one]
    assert len(told) == 8
    assert all('ohjaus_kept."z"" (one int); DROP TABLE ohjaus.heartbeats; --"' in one for one in told)


def test_what_stands_in_the_record_is_not_made_anew(server: Server, logins: dict[str, Server], clock: SetClock) -> None:
    """Given an owner's own meddling with the record, the roles are not made over it: that is for an administrator."""
    with psycopg.connect(server.conninfo, autocommit=True) as connection:
        connection.execute(b"CREATE FUNCTION public.kite() RETURNS boolean LANGUAGE sql AS 'SELECT true'")
        connection.execute(b"CREATE POLICY z ON ohjaus.events TO public USING (public.kite())")
    with pytest.raises(IntegrityBroken) as caught:
        open_log(logins["auditor"], clock, read_only=True)
    assert (caught.value.code, caught.value.try_next) == ("schema-changed", "ohjaus doctor")
    with pytest.raises(IntegrityBroken):
        open_roles(server, ["15"], STANDARD)


def test_our_own_policies_are_told_as_they_are_known(server: Server, logins: dict[str, Server]) -> None:
    """What `db init-roles` makes is none of what is refused, whoever looks, and it is looked at once."""
    for name in ("clerk", "auditor", "fifteen", "nobody"):
        with closing(open_place(logins[name], read_only=True)) as database:
            assert isinstance(database, PostgresDatabase)
            found = look_about(database.driver)
            assert {one.runs for one in found} == {None}
            assert {one.schema for one in found} == {"ohjaus", "ohjaus_kept"}


@pytest.mark.parametrize("gone", [False, True], ids=["planted", "gone"])
def test_the_command_line_says_who_mends_it_and_the_proposed_commands_do(
    server: Server, logins: dict[str, Server], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, gone: bool
) -> None:
    """Given a log that nobody may read, when what is proposed is run, one step after the other, it is read again."""
    stand_in(monkeypatch, tmp_path)
    spoiling = ["DROP SCHEMA ohjaus_kept CASCADE"] if gone else [*PLANTED["a view"]]
    hand_back(server)
    with psycopg.connect(logins["clerk"].conninfo, autocommit=True) as connection:
        for statement in spoiling:
            connection.execute(statement.encode())
    for language, words in (
        ("fi", "ylläpitäjä tekee"),
        ("sv", "en administratör gör"),
        ("en", "an administrator makes"),
    ):
        refused = invoke("case", "list", "--db", logins["auditor"].conninfo, "--lang", language)
        assert "[schema-changed]" in refused.stderr
        assert words in refused.stderr
        assert "db init-roles --yes" in refused.stderr
    succeed("db", "init-roles", "--yes", "--county", "15", "--county", "16", "--db", server.conninfo)
    behind = invoke("case", "list", "--db", logins["auditor"].conninfo)
    assert "projection rebuild" in behind.stderr
    succeed("projection", "rebuild", "--yes", "--db", logins["clerk"].conninfo)
    succeed("projection", "check", "--db", logins["auditor"].conninfo)
