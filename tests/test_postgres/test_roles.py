"""Who may do what to a log on a server: each login is refused by the server itself, not by our own program."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime

import psycopg
import pytest

from engine.errors import Fault, IntegrityBroken, OhjausError, Refused
from store import integrity, security_log
from store.heartbeat import Heartbeats
from store.open_log import open_log
from store.place import look_at, open_place, open_roles
from store.postgres.address import Server, parse_server
from store.projections.standard import STANDARD
from store.security_log import Entry, Line
from tests.contracts.builders import SetClock, command, deadline, draft, opening, task, write
from tests.test_postgres.conftest import with_login
from tests.test_store.test_heartbeat import BEAT

ATTACKS = (
    "UPDATE ohjaus.events SET type = 'kite.lost'",
    "UPDATE ohjaus.events SET type = 'kite.lost' WHERE false",
    "DELETE FROM ohjaus.events",
    "TRUNCATE ohjaus.events",
    "INSERT INTO ohjaus.events SELECT * FROM ohjaus.events ON CONFLICT (position) DO UPDATE SET type = 'kite.lost'",
    "UPDATE ohjaus.log_identity SET value = 'yes' WHERE name = 'production'",
    "UPDATE ohjaus.log_identity SET value = 'other' WHERE name = 'log_id'",
    "DELETE FROM ohjaus.log_identity",
    "TRUNCATE ohjaus.log_identity",
    "ALTER TABLE ohjaus.events DISABLE TRIGGER ALL",
    "ALTER TABLE ohjaus.events DISABLE TRIGGER events_not_changed",
    "ALTER TABLE ohjaus.events DISABLE ROW LEVEL SECURITY",
    "DROP POLICY own ON ohjaus.events",
    "DROP TRIGGER events_not_changed ON ohjaus.events",
    "DROP TABLE ohjaus.events",
    "CREATE TABLE ohjaus.events_too (one int)",
    "CREATE OR REPLACE FUNCTION ohjaus.never_changed() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END'",
    "SET session_replication_role = 'replica'",
    "SET ROLE ohjaus_owner",
    "UPDATE ohjaus.alembic_version SET version_num = '0001'",
)
ATTACKS_ON_THE_SECURITY_LOG = (
    "UPDATE ohjaus.security_log SET person = 'nobody'",
    "UPDATE ohjaus.security_log SET person = 'nobody' WHERE false",
    "DELETE FROM ohjaus.security_log",
    "TRUNCATE ohjaus.security_log",
)
ADDING = ("clerk", "auditor", "fifteen")
NOON = datetime(2031, 6, 21, 12, tzinfo=UTC)


@pytest.fixture
def logins(server: Server, administration: str, clock: SetClock) -> Iterator[dict[str, Server]]:
    """Logins with one role each, over a log with two cases; a county's readers of 15, of 16 and of both."""
    with closing(open_roles(server, ["15", "16"], STANDARD)) as roles:
        roles.apply()
    given = {
        "clerk": ("ohjaus_application",),
        "second": ("ohjaus_application",),
        "auditor": ("ohjaus_auditor",),
        "fifteen": ("ohjaus_subject_15",),
        "both": ("ohjaus_subject_15", "ohjaus_subject_16"),
        "nobody": ("ohjaus_county_reader",),
        "stranger": (),
    }
    suffix = uuid.uuid4().hex[:8]
    names = {name: f"test_{name}_{suffix}" for name in given}
    with psycopg.connect(administration, autocommit=True) as connection:
        for name, granted in given.items():
            connection.execute(f"CREATE ROLE {names[name]} LOGIN".encode())
            for role in granted:
                connection.execute(f"GRANT {role} TO {names[name]}".encode())
    places = {name: parse_server(with_login(server.conninfo, names[name])) for name in given}
    with open_log(places["clerk"], clock) as opened:
        for county in ("15", "16"):
            first = opening(subject=county, deadlines=(deadline(),), tasks=(task(),))
            opened.log.append([write(f"kite-{county}", 0, first, draft())], command(f"c{county}"))
    yield places
    with psycopg.connect(server.conninfo, autocommit=True) as connection:
        for name in names.values():
            connection.execute(f"DROP OWNED BY {name}; DROP ROLE {name}".encode())


def test_the_application_can_only_add(logins: dict[str, Server], clock: SetClock) -> None:
    """Every way of changing what is recorded is refused to the role that writes, and nothing has changed after all."""
    with open_log(logins["clerk"], clock, read_only=True) as opened:
        before = [row for batch in opened.log.stored() for row in batch]
    passed = []
    with psycopg.connect(logins["clerk"].conninfo, autocommit=True) as connection:
        for attack in ATTACKS:
            try:
                connection.execute(attack.encode())
            except psycopg.Error:
                continue
            passed.append(attack)
    assert passed == []
    with open_log(logins["clerk"], clock, read_only=True) as opened:
        assert [row for batch in opened.log.stored() for row in batch] == before
        assert integrity.check_schema(opened.database, STANDARD).ok


def test_the_triggers_stop_the_administrator_who_forgets_them(server: Server, logins: dict[str, Server]) -> None:
    """Even a superuser who replays as a replica is stopped: the triggers are always on."""
    passed = []
    with psycopg.connect(server.conninfo, autocommit=True) as connection:
        connection.execute(b"SET session_replication_role = 'replica'")
        for attack in ATTACKS[:5]:
            try:
                connection.execute(attack.encode())
            except psycopg.Error:
                continue
            passed.append(attack)
    assert passed == []


@pytest.mark.parametrize("attack", ["DISABLE TRIGGER ALL", "DISABLE ROW LEVEL SECURITY", "NO FORCE ROW LEVEL SECURITY"])
def test_what_an_owner_switches_off_is_revealed(
    server: Server, logins: dict[str, Server], clock: SetClock, attack: str
) -> None:
    """Prevention ends at the owner; then the schema says so, and nothing is written to such a log."""
    with psycopg.connect(server.conninfo, autocommit=True) as connection:
        connection.execute(f"ALTER TABLE ohjaus.events {attack}".encode())
    with pytest.raises(IntegrityBroken) as caught:
        open_log(logins["clerk"], clock)
    assert caught.value.code == "schema-changed"


def test_a_superuser_writes_with_the_applications_rights(server: Server, logins: dict[str, Server]) -> None:
    """Whoever could do more takes on no more than an append needs; that they could is told."""
    with closing(open_place(server)) as database:
        assert database.run("SELECT current_user::text") == [("ohjaus_application",)]
        with pytest.raises(Refused) as caught:
            database.run("UPDATE events SET type = 'kite.lost'")
        assert caught.value.code == "database-rights"
        seen = look_at(database)
        assert (seen.roles, seen.could_change, seen.could_add) == (True, True, True)
    with closing(open_place(logins["clerk"])) as database:
        seen = look_at(database)
        assert (seen.roles, seen.could_change, seen.could_add) == (True, False, True)


def test_what_one_login_keeps_another_can_make_again(logins: dict[str, Server], clock: SetClock) -> None:
    """Projections belong to the role, so any writer rebuilds them; auditors and counties go on reading them."""
    for name in ("clerk", "second", "clerk"):
        with open_log(logins[name], clock) as opened:
            opened.projections.rebuild()
            assert all(one.equal for one in opened.projections.compare())
            Heartbeats(opened.database).beat(BEAT)
    with open_log(logins["auditor"], clock, read_only=True) as opened:
        assert len(opened.queries.case_list()) == 2
        assert integrity.check_schema(opened.database, STANDARD).ok


def test_an_auditor_reads_everything_and_writes_nothing(logins: dict[str, Server], clock: SetClock) -> None:
    """Chain, projections and heartbeats are open to the auditor; an append is refused."""
    with open_log(logins["auditor"], clock, read_only=True) as opened:
        assert integrity.check_chain(opened.log) == integrity.Report("chain", 4)
        assert integrity.check_projections(opened.projections).ok
        assert Heartbeats(opened.database).all() == ()
    with open_log(logins["auditor"], clock, refresh=False) as opened, pytest.raises(Refused) as caught:
        opened.log.append([write("kite-17", 0, opening())], command("c17"))
    assert caught.value.code == "database-rights"


@pytest.mark.parametrize(
    ("login", "counties"), [("fifteen", ["15"]), ("both", ["15", "16"]), ("nobody", [])], ids=["one", "two", "none"]
)
def test_a_county_reads_its_own_only(
    logins: dict[str, Server], clock: SetClock, login: str, counties: list[str]
) -> None:
    """Events, cases, deadlines and tasks are of the reader's own counties, whichever way they are asked for."""
    with open_log(logins[login], clock, read_only=True) as opened:
        assert [event.stream for event in opened.log.read()] == [f"kite-{one}" for one in counties for _ in range(2)]
        queries = opened.queries
        seen = (queries.case_list(), queries.deadline_list(), queries.task_list(), queries.matrix())
        assert [sorted({str(row.subject) for row in rows}) for rows in seen] == [counties] * 4
        assert opened.log.head().position == 4
        assert (opened.log.stream("kite-16") != ()) == ("16" in counties)
        assert (opened.queries.case("kite-16") is not None) == ("16" in counties)
    with psycopg.connect(logins[login].conninfo, autocommit=True) as connection:
        for attack in (*ATTACKS, "SET row_security = off; SELECT * FROM ohjaus.events", "SET ROLE ohjaus_auditor"):
            with pytest.raises(psycopg.Error):
                connection.execute(attack.encode())
        for role in ("ohjaus_subject_15", "ohjaus_subject_16"):
            if role[-2:] not in counties:
                with pytest.raises(psycopg.Error):
                    connection.execute(f"SET ROLE {role}".encode())


def test_a_stranger_is_not_let_in(logins: dict[str, Server], clock: SetClock) -> None:
    """A login without any role sees nothing of the log, and is told so in our words."""
    with pytest.raises(OhjausError) as caught:
        open_log(logins["stranger"], clock, read_only=True)
    assert caught.value.code == "database-rights"
    with psycopg.connect(logins["stranger"].conninfo) as connection, pytest.raises(psycopg.Error):
        connection.execute(b"SELECT * FROM ohjaus.events")


def test_roles_are_made_by_an_administrator(logins: dict[str, Server]) -> None:
    """The application may not make roles, nor give itself any."""
    with closing(open_roles(logins["clerk"], ["17"], STANDARD)) as roles, pytest.raises((Refused, Fault)) as caught:
        roles.apply()
    assert caught.value.code == "database-rights"


def test_everybody_adds_to_the_security_log_and_only_auditors_and_the_application_read_it(
    server: Server, logins: dict[str, Server]
) -> None:
    """A denial is noted whoever is denied; a county reads none of it, and nobody, nor an administrator, changes it."""
    told = [Entry(at=NOON, person=name, identity="made up", kind="denied", what="case show") for name in ADDING]
    for name, entry in zip(ADDING, told, strict=True):
        security_log.note(logins[name], entry)
    wanted = [(number, name, "case show") for number, name in reversed(list(enumerate(ADDING, start=1)))]
    for name in ("clerk", "auditor"):
        with closing(open_place(logins[name], read_only=True)) as database:
            found = security_log.read(database)
        assert [(line.number, line.entry.person, line.entry.what) for line in found] == wanted
        assert found[-1] == Line(1, told[0])
    with closing(open_place(logins["fifteen"], read_only=True)) as database, pytest.raises(Refused) as caught:
        security_log.read(database)
    assert caught.value.code == "database-rights"
    passed = []
    for place in (server, *(logins[name] for name in ADDING)):
        with psycopg.connect(place.conninfo, autocommit=True) as connection:
            for attack in ATTACKS_ON_THE_SECURITY_LOG:
                try:
                    connection.execute(attack.encode())
                except psycopg.Error:
                    continue
                passed.append((place, attack))
    assert passed == []
