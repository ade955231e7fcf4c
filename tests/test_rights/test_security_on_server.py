"""The security log on a server: whoever has a part in the log adds lines, auditors read them, nobody changes one."""

from __future__ import annotations

from contextlib import closing

import psycopg
import pytest

from store import integrity
from store.open_log import open_log
from store.place import open_place
from store.postgres.address import Server
from store.security_log import Line, note, read
from tests.contracts.builders import SetClock
from tests.test_postgres.conftest import administration, clock, embedded, model, server
from tests.test_postgres.test_roles import logins
from tests.test_rights.desk import DAVID
from tests.test_rights.test_security_log import entry

__all__ = ["administration", "clock", "embedded", "logins", "model", "server"]


def test_a_note_is_numbered_by_the_server(server: Server) -> None:
    """The newest first, without gaps, and the schema is as declared."""
    for one in (entry(), entry(DAVID)):
        note(server, one)
    with open_log(server, SetClock(), read_only=True) as opened:
        assert read(opened.database) == (Line(2, entry(DAVID)), Line(1, entry()))
        assert integrity.check_schema(opened.database, opened.projections.projections).ok


def test_every_reader_adds_a_line_and_none_but_auditors_reads_them(logins: dict[str, Server]) -> None:
    """A county's reader, too, leaves a line when reading what is secret, without seeing the lines of others."""
    for login in ("clerk", "auditor", "fifteen"):
        note(logins[login], entry(login))
    with closing(open_place(logins["auditor"], read_only=True)) as database:
        assert [line.entry.person for line in read(database)] == ["fifteen", "auditor", "clerk"]
    with psycopg.connect(logins["fifteen"].conninfo) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute(b"SELECT * FROM ohjaus.security_log")


@pytest.mark.parametrize("login", ["clerk", "auditor", "fifteen"])
@pytest.mark.parametrize("attack", [b"UPDATE ohjaus.security_log SET person = 'x'", b"DELETE FROM ohjaus.security_log"])
def test_no_login_changes_a_line(logins: dict[str, Server], login: str, attack: bytes) -> None:
    """The server itself refuses it."""
    note(logins["clerk"], entry())
    with psycopg.connect(logins[login].conninfo) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute(attack)


@pytest.mark.parametrize("attack", ["UPDATE {} SET person = 'x'", "DELETE FROM {}", "TRUNCATE {}"])
def test_the_triggers_stop_the_administrator_who_forgets_them(server: Server, attack: str) -> None:
    """Whoever administers the server has to take them away first, and that is found."""
    note(server, entry())
    with (
        psycopg.connect(server.conninfo) as connection,
        pytest.raises(psycopg.errors.IntegrityConstraintViolation),
    ):
        connection.execute(attack.format("ohjaus.security_log").encode())


def test_a_reader_of_a_county_knows_that_rights_are_on(logins: dict[str, Server], clock: SetClock) -> None:
    """The kept table of grants is open to every reader, since by it a reader's own program tells what may be shown."""
    with open_log(logins["fifteen"], clock, read_only=True) as opened:
        assert opened.grants.enabled() is None
        assert opened.grants.every() == ()
