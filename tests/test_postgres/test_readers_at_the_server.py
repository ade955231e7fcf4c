"""What a reader's login gets and does at the server itself, past this program: no hidden case, no forged line."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import UTC, datetime, timedelta

import psycopg
import pytest

from engine.errors import Fault
from store import security_log
from store.open_log import open_log
from store.place import open_place
from store.postgres.address import Server
from store.postgres.layout import LOCK
from store.security_log import Line
from tests.contracts.builders import SetClock
from tests.test_postgres.test_roles import ADDING, logins

__all__ = ["logins"]

READERS = tuple(name for name in ADDING if name != "clerk")
LONG_AGO = "2001-01-01T00:00:00.000000+00:00"
FORGING = (
    "INSERT INTO ohjaus.security_log (at, person, identity, kind, what, about, details) "
    "VALUES (%(at)s, %(person)s, 'db', 'denied', %(what)s, %(about)s, %(details)s)"
)


def forge(place: Server, **given: str) -> None:
    """Adds a line past the program."""
    values = {"at": LONG_AGO, "person": "somebody else", "what": "case show", "about": "kite-15", "details": "{}"}
    with psycopg.connect(place.conninfo, autocommit=True) as connection:
        connection.execute(FORGING.encode(), values | given)


def lines(place: Server) -> tuple[Line, ...]:
    """What an auditor reads, the newest first."""
    with closing(open_place(place, read_only=True)) as database:
        return security_log.read(database)


@pytest.mark.parametrize("name", READERS)
def test_a_readers_line_bears_the_servers_time_and_the_login(
    server: Server, logins: dict[str, Server], name: str
) -> None:
    """Given a line of another time and person, when an auditor reads it, it says when it came and from which login."""
    forge(logins[name], details=json.dumps({"login": "1", "fact": "group_met"}))
    entry = lines(logins["auditor"])[0].entry
    assert abs(datetime.now(UTC) - entry.at) < timedelta(minutes=5)
    with psycopg.connect(logins[name].conninfo) as connection:
        row = connection.execute(b"SELECT oid::text FROM pg_roles WHERE rolname = session_user").fetchone()
    assert row is not None
    assert entry.details == {"login": row[0], "fact": "group_met"}


def test_the_applications_line_stays_as_it_was_told(logins: dict[str, Server]) -> None:
    """Whoever writes the record dates its own lines, and they bear no login beside the person."""
    forge(logins["clerk"], details='{"fact": "group_met"}')
    entry = lines(logins["auditor"])[0].entry
    assert (entry.at.year, entry.person, entry.details) == (2001, "somebody else", {"fact": "group_met"})


@pytest.mark.parametrize("name", ADDING)
@pytest.mark.parametrize(
    "given",
    [
        {"details": "no such thing"},
        {"details": "[]"},
        {"details": '"text"'},
        {"details": '{"fact": ' + "[" * 5_000 + "]" * 5_000 + "}"},
        {"details": json.dumps({"fact": "x" * 20_000})},
        {"details": "{" + " " * 30_000 + "}"},
        {"details": '{"fact": 1}'},
        {"details": '{"fact": "\\u0000"}'},
        {"at": "yesterday", "details": '{"fact": "x"}'},
        {"at": "2031-13-45T25:00:00.000000+00:00"},
        {"at": "2031-06-21T24:00:00.000000+00:00"},
        {"at": "2031-06-21T11:59:60.000000+00:00"},
    ],
    ids=range(12),
)
def test_a_line_that_cannot_be_read_again_is_not_taken(
    logins: dict[str, Server], name: str, given: dict[str, str]
) -> None:
    """Details that are no short texts by name and a time that is none are refused; nobody's reading is stopped."""
    with pytest.raises(psycopg.Error):
        forge(logins[name], **given)
    assert lines(logins["auditor"]) == ()


def test_a_column_has_an_end(logins: dict[str, Server]) -> None:
    """A megabyte is not kept: what is longer than any of ours ends where ours would long have ended."""
    forge(logins["fifteen"], person="p" * 1_000_000, what="w" * 1_000_000, about="a" * 1_000_000)
    entry = lines(logins["auditor"])[0].entry
    assert (len(entry.person), len(entry.what), len(entry.about or "")) == (500, 500, 500)


@pytest.mark.parametrize(
    ("name", "seen"), [("fifteen", ["15"]), ("both", ["15", "16"]), ("nobody", []), ("auditor", ["15", "16"])]
)
def test_whose_a_case_is_is_told_to_whoever_sees_it(logins: dict[str, Server], name: str, seen: list[str]) -> None:
    """About a hidden case the server says what it says about one that is not there."""
    with psycopg.connect(logins[name].conninfo) as connection:
        asked = ["kite-15", "kite-16", "kite-17"]
        told = [connection.execute(b"SELECT ohjaus.subject_of(%s)", (case,)).fetchone() for case in asked]
    assert told == [(county if county in seen else None,) for county in ("15", "16", "17")]


@pytest.mark.parametrize(("name", "county"), [("fifteen", "15"), ("nobody", None), ("clerk", ""), ("auditor", "")])
def test_a_hash_is_told_to_whoever_sees_the_event(
    logins: dict[str, Server], clock: SetClock, name: str, county: str | None
) -> None:
    """A county's reader gets those of its own events and of where projections stand, and none of what is hidden."""
    with open_log(logins["auditor"], clock, read_only=True) as opened:
        events = list(opened.log.read())
        head = opened.log.head()
        known = {event.position: opened.log.hash_at(event.position) for event in events}
    with psycopg.connect(logins[name].conninfo) as connection:
        for event in events:
            row = connection.execute(b"SELECT ohjaus.hash_at(%s)", (event.position,)).fetchone()
            open_to = county is not None and event.stream.endswith(county)
            wanted = known[event.position] if open_to or event.position == head.position else None
            assert row == (wanted,), event


def test_the_application_is_told_which_reader_keeps_the_lock(logins: dict[str, Server], clock: SetClock) -> None:
    """Given a county's reader who takes the lock of appends by hand, a clerk who waits in vain reads whose it is."""
    with (
        psycopg.connect(logins["fifteen"].conninfo) as holding,
        open_log(logins["clerk"], clock, patience_seconds=0.1) as opened,
    ):
        holding.execute(f"SELECT pg_advisory_lock({LOCK})".encode())
        with pytest.raises(Fault) as caught:
            opened.projections.rebuild()
        held_by = f"{holding.info.user} ({holding.info.backend_pid})"
    assert (caught.value.code, caught.value.details["held_by"]) == ("log-busy", held_by)
