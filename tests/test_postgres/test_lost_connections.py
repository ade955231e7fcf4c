"""What whoever loses the server is told: what may have been stored, what to type, and never what is not so."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from click.testing import Result

from cli.frame.clocks import SystemClock
from cli.rights.persons import Persons
from engine.errors import Fault
from store.personal.own_reference import own_reference
from store.postgres.address import Server, parse_server
from store.postgres.database import PostgresDatabase
from tests.test_cli.conftest import answer, invoke, stand_in, succeed
from tests.test_postgres.conftest import with_login
from tests.test_postgres.cutting import Cutting
from tests.test_publicity.test_rights_and_publicity import act_as

CASE = "steering-negotiation-15-2026"
OPENING = ("steering_negotiation", "--subject", "15", "--on", "2026-08-17", "--set", "year=2026")
NOTE = ("case", "note", CASE, "a made-up note; with 'quotes'")
ADMINISTRATORS = ("--administrator", "test-anna", "--administrator", "test-bertil")
CLAIMS = ("stored", "tallenne", "sparade", "command id", "command-id", "komentotunnu", "kommando-id")


@pytest.fixture
def place(empty: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a log with a case in it; nobody waits long for a server there."""
    stand_in(monkeypatch, tmp_path)
    made = PostgresDatabase.__init__

    def hasty(self: PostgresDatabase, server: Server, *, read_only: bool = False, patience_seconds: float) -> None:
        made(self, server, read_only=read_only, patience_seconds=min(patience_seconds, 1.0))

    monkeypatch.setattr(PostgresDatabase, "__init__", hasty)
    monkeypatch.setattr("store.postgres.connecting.SILENCE_SECONDS", 0.3)
    succeed("--db", empty.conninfo, "init")
    succeed("--db", empty.conninfo, "case", "start", *OPENING)
    return empty.conninfo


@pytest.fixture
def kept(place: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The same log with rights on: county 16 sees nothing of county 15, the auditor sees all and records nothing."""
    act_as("test-anna", monkeypatch)
    succeed("--db", place, "grant", "enable", *ADMINISTRATORS, "--on", "2026-08-01", "--yes")
    for person, *role in (("test-sixteen", "county", "--organisation", "16"), ("test-auditor", "log_auditor")):
        succeed("--db", place, "grant", "add", person, "--role", *role, "--on", "2026-08-01")
    return place


@pytest.fixture
def relay(place: str) -> Iterator[Cutting]:
    """A relay in front of it."""
    with closing(Cutting(place)) as found:
        yield found


def proposed(told: Result) -> list[str]:
    """The words of the command that an error proposes, without the program's name."""
    found = re.search(r"^(?:Try|Tee näin|Gör så här): ohjaus (.*)$", told.stderr, re.MULTILINE)
    assert found is not None, told.stderr
    return shlex.split(found[1])


def notes(place: str) -> int:
    return [event["type"] for event in answer("--db", place, "case", "history", CASE)].count("case.noted")


def lines(place: str, patch: pytest.MonkeyPatch, code: str) -> int:
    act_as("test-auditor", patch)
    return [line["code"] for line in answer("--db", place, "audit", "security")].count(code)


@pytest.mark.parametrize(("came", "stands"), [(True, 1), (False, 0)], ids=["it-came", "it-did-not-come"])
@pytest.mark.parametrize("more", [(), ("--command-id", "made-up-id")], ids=["no-id", "an-id"])
def test_a_commit_whose_answer_never_comes_may_have_been_made(
    place: str, relay: Cutting, came: bool, stands: int, more: tuple[str, ...]
) -> None:
    """Given that it may stand there, the command that is proposed records it once, whatever had become of it."""
    relay.cut("events", told=came, dead=True)
    lost = invoke(*NOTE, *more, "--db", relay.address)
    assert (lost.exit_code, "[perhaps-stored]" in lost.stderr) == (1, True), lost.stderr
    assert ("may have been stored" in lost.stderr, "Nothing was stored" in lost.stderr) == (True, False)
    assert notes(place) == stands
    again = proposed(lost)
    assert again[: len(NOTE)] == list(NOTE)
    assert again.count("--command-id") == 1
    succeed(*again, "--db", place)
    assert notes(place) == 1


def test_a_server_that_is_lost_after_the_answer_did_not_undo_what_it_recorded(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given that it was recorded, when showing it meets no server, it is not said that nothing was stored."""

    def lose(*_: object, **__: object) -> None:
        raise Fault("server-silent", "No database server answers.")

    with monkeypatch.context() as patch:
        patch.setattr("cli.rights.veil.Veil.recorded", lose)
        lost = invoke(*NOTE, "--db", place)
    assert (lost.exit_code, "[perhaps-stored]" in lost.stderr) == (1, True), lost.stderr
    succeed(*proposed(lost))
    assert notes(place) == 1


def test_what_surely_was_not_stored_is_said_so(place: str, relay: Cutting) -> None:
    """Given that no server answers from the beginning, whoever records is told that, and reads the same command."""
    relay.shut()
    lost = invoke(*NOTE, "--db", relay.address)
    assert (lost.exit_code, "[server-silent]" in lost.stderr, "Nothing was stored." in lost.stderr) == (1, True, True)
    assert proposed(lost) == [*NOTE, "--db", relay.address]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_who_only_reads_is_told_nothing_of_storing(place: str, relay: Cutting, language: str) -> None:
    """Given no server, the same command is proposed, and no word is said of what was stored."""
    relay.shut()
    words = ["case", "show", CASE, "--db", relay.address, "--lang", language]
    lost = invoke(*words)
    assert lost.exit_code == 1
    assert not [claim for claim in CLAIMS if claim in lost.stderr], lost.stderr
    assert proposed(lost) == words


@pytest.mark.parametrize("words", ["case list", "todo", f"case show {CASE}", "audit export --format jsonl --out taken"])
def test_rights_do_not_vanish_with_the_key_store(
    kept: str, relay: Cutting, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    """Given one who sees everything, when no second session gets in, that is a fault and no empty answer."""
    act_as("test-auditor", monkeypatch)
    assert CASE in succeed("--db", relay.address, "case", "list").stdout
    relay.let_in_one()
    lost = invoke("--db", relay.address, *words.split())
    assert (lost.exit_code, "[server-silent]" in lost.stderr, lost.stdout) == (1, True, "")
    assert lines(kept, monkeypatch, "case-hidden") == 0


def test_a_login_that_gets_one_session_alone_is_told_so(kept: str) -> None:
    """Given a login whose sessions are bounded, the server's own word is told."""
    succeed("--db", kept, "db", "init-roles", "--yes")
    with psycopg.connect(kept, autocommit=True) as connection:
        connection.execute(b"DROP ROLE IF EXISTS kite_alone")
        connection.execute(b"CREATE ROLE kite_alone LOGIN CONNECTION LIMIT 1 IN ROLE ohjaus_application")
    lost = invoke("--db", with_login(kept, "kite_alone"), "case", "list")
    assert (lost.exit_code, "[server-refused]" in lost.stderr, "kite_alone" in lost.stderr) == (1, True, True)


def test_a_key_store_that_is_damaged_takes_nobody_s_rights_away(kept: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Given that it stands there and is none, nobody is shown an empty list for that."""
    act_as("test-auditor", monkeypatch)
    with psycopg.connect(kept, autocommit=True) as connection:
        connection.execute(b"DROP TABLE ohjaus_persons.erased")
    broken = invoke("--db", kept, "case", "list")
    assert (broken.exit_code, "[persons-damaged]" in broken.stderr) == (7, True)


def test_a_key_store_that_is_not_there_is_passed_over(kept: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Given none, everybody is who they say they are, as before; their rights are of references that nobody knows."""
    act_as("test-auditor", monkeypatch)
    with psycopg.connect(kept, autocommit=True) as connection:
        connection.execute(b"DROP SCHEMA ohjaus_persons CASCADE")
    assert answer("--db", kept, "case", "list") == []
    assert own_reference(parse_server(kept), "postgres") is None


def test_a_server_that_ends_under_the_key_store_is_lost_as_under_the_log(place: str) -> None:
    """Given a register that is open, when the server lets go of it, that is a lost connection and not its refusal."""
    persons = Persons(parse_server(place), None, SystemClock())

    def read_to_the_end() -> None:
        with persons.register() as register:
            with psycopg.connect(place, autocommit=True) as connection:
                connection.execute(
                    b"SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    b"WHERE application_name = 'ohjaus' AND datname = current_database()"
                )
            register.persons()

    with pytest.raises(Fault) as caught:
        read_to_the_end()
    assert caught.value.code == "connection-lost"


@pytest.mark.parametrize(("language", "told"), [("fi", "tarkoituksella"), ("sv", "avsiktligt"), ("en", "by design")])
def test_an_auditor_is_told_that_names_are_withheld_by_design(kept: str, language: str, told: str) -> None:
    """Given a login that may read no name, that is said as what it is, and nothing of storing."""
    succeed("--db", kept, "db", "init-roles", "--yes")
    with psycopg.connect(kept, autocommit=True) as connection:
        connection.execute(b"DROP ROLE IF EXISTS kite_reviser")
        connection.execute(b"CREATE ROLE kite_reviser LOGIN IN ROLE ohjaus_auditor")
    refused = invoke("--db", with_login(kept, "kite_reviser"), "person", "list", "--lang", language)
    assert (refused.exit_code, told in refused.stderr, "[database-rights]" in refused.stderr) == (5, True, True)
    assert not [claim for claim in CLAIMS if claim in refused.stderr]


def test_a_login_does_not_seem_unknown_where_nobody_can_be_asked(place: str, relay: Cutting) -> None:
    """Given that the server is gone, it is not said that it tells no reference."""
    relay.shut()
    with pytest.raises(Fault) as caught:
        own_reference(parse_server(relay.address), "postgres")
    assert caught.value.code == "server-silent"


@pytest.mark.parametrize("came", [True, False], ids=["it-came", "it-did-not-come"])
def test_a_denial_is_noted_though_the_connection_breaks(
    kept: str, relay: Cutting, monkeypatch: pytest.MonkeyPatch, came: bool
) -> None:
    """Given that the first commit of the line is cut, the line stands there; rather twice than not at all."""
    act_as("test-auditor", monkeypatch)
    relay.cut("security_log", told=came)
    denied = invoke("--db", relay.address, *NOTE)
    assert (denied.exit_code, relay.cuts, "security log" in denied.stderr) == (4, 1, False), denied.stderr
    assert lines(kept, monkeypatch, "act-not-granted") == (2 if came else 1)


def test_asking_for_a_hidden_case_is_noted_though_the_connection_breaks(
    kept: str, relay: Cutting, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given one who only reads, whose line takes a connection of its own, that one is made anew as well."""
    act_as("test-sixteen", monkeypatch)
    relay.cut("security_log")
    hidden = invoke("--db", relay.address, "case", "show", CASE)
    assert (hidden.exit_code, relay.cuts, "[case-unknown]" in hidden.stderr) == (3, 1, True)
    assert lines(kept, monkeypatch, "case-hidden") == 1


@pytest.mark.parametrize(
    ("language", "told"), [("fi", "tietoturvalokiin"), ("sv", "säkerhetsloggen"), ("en", "security log")]
)
def test_a_denial_that_cannot_be_noted_is_told(
    kept: str, relay: Cutting, monkeypatch: pytest.MonkeyPatch, language: str, told: str
) -> None:
    """Given that nobody answers any more, the person is denied all the same, and hears that it left no line."""
    act_as("test-auditor", monkeypatch)
    relay.cut("security_log", dead=True)
    denied = invoke("--db", relay.address, *NOTE, "--lang", language, "-v")
    assert (denied.exit_code, told in denied.stderr.partition("ohjaus explain")[2]) == (4, True), denied.stderr
    assert "denial not noted" in denied.stderr
    assert lines(kept, monkeypatch, "act-not-granted") == 0


def test_a_hidden_case_is_not_given_away_by_a_line_that_is_lacking(
    kept: str, relay: Cutting, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given one who may not know of it, when the asking cannot be noted, neither answer is given."""
    act_as("test-sixteen", monkeypatch)
    relay.cut("security_log", dead=True)
    lost = invoke("--db", relay.address, "case", "show", CASE, "--format", "json")
    assert (lost.exit_code, json.loads(lost.stdout)["error"]["code"]) == (1, "connection-lost")
    assert "security" not in lost.stderr
    assert lines(kept, monkeypatch, "case-hidden") == 0


def test_servers_none_of_which_takes_writing_yet_are_named_as_such(place: str) -> None:
    """Given an address that wants the one that takes writing, as in a failover, it is said that none does so now."""
    name = place.rpartition("/")[2]
    with psycopg.connect(place, autocommit=True) as connection:
        connection.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on".encode())
    try:
        lost = invoke(*NOTE, "--db", f"{place}?target_session_attrs=read-write")
    finally:
        with psycopg.connect(place, autocommit=True) as connection:
            connection.execute(b"SET default_transaction_read_only = off")
            connection.execute(f"ALTER DATABASE {name} RESET ALL".encode())
    assert (lost.exit_code, "[no-primary]" in lost.stderr, "takes writing now" in lost.stderr) == (1, True, True)
    assert proposed(lost)[: len(NOTE)] == list(NOTE)
