"""A line of the security log that somebody put on the server by hand: told in its place, and the others are read."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

import psycopg
import pytest

from store.place import open_place
from store.postgres.address import Server
from store.security_log import LONGEST, Entry, Line, Unread, look, note
from tests.test_postgres.test_roles import logins

__all__ = ["logins"]

ENTRY = Entry(
    at=datetime(2031, 6, 21, 9, tzinfo=UTC),
    person="made-up-eero",
    identity="authenticated:database",
    kind="denied",
    what="case advance",
)


STRANGE = {
    "long": {"details": {"for": "x" * 30_000}},
    "no character": {"details": {"for": "a\0b"}, "what": "a\0b"},
    "half a character": {"details": {"for": "\ud800"}, "person": "\ud800"},
    "all of it long": dict.fromkeys(("person", "identity", "what", "about", "code", "grant"), "ä" * 30_000),
}


@pytest.mark.parametrize("strange", STRANGE)
@pytest.mark.parametrize("login", ["fifteen", "clerk"])
def test_whoever_types_a_strange_text_is_noted_all_the_same(
    server: Server, logins: dict[str, Server], login: str, strange: str
) -> None:
    """Given a text that the server takes in no line, when somebody was denied with it, there is a line after all."""
    note(logins[login], replace(ENTRY, **STRANGE[strange]))  # type: ignore[arg-type]
    with closing(open_place(server, read_only=True)) as database:
        (line,) = look(database)
    assert isinstance(line, Line)
    assert max(map(len, (line.entry.person, line.entry.what, *line.entry.details.values()))) <= LONGEST


def test_rubbish_that_an_owner_left_does_not_hide_the_others(server: Server) -> None:
    """What the server's triggers keep out today may stand there from before, or past them."""
    note(server, ENTRY)
    with psycopg.connect(server.conninfo, autocommit=True) as connection:
        connection.execute(b"ALTER TABLE ohjaus.security_log DISABLE TRIGGER USER")
        connection.execute(
            b"INSERT INTO ohjaus.security_log (number, at, person, identity, kind, what, details) VALUES "
            b"(2, 'rubbish', 'x', 'x', 'denied', 'x', '{}'), (3, '2031-06-21T09:00:00Z', 'x', 'x', 'denied', 'x', '{')"
        )
        connection.execute(b"ALTER TABLE ohjaus.security_log ENABLE TRIGGER USER")
    note(server, ENTRY)
    with closing(open_place(server, read_only=True)) as database:
        assert look(database) == (Line(4, ENTRY), Unread(3), Unread(2), Line(1, ENTRY))
