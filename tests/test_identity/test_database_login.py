"""Who has logged in at the database server: a person where the server made sure, and nobody where it did not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from cli.frame.clocks import SystemClock
from store.open_log import create_log, open_log
from store.place import open_roles
from store.postgres.address import parse_server
from store.postgres.database import PostgresDatabase
from store.postgres.login import Login, login_of
from store.projections.standard import STANDARD
from tests.contracts.builders import SetClock
from tests.test_cli.conftest import answer, invoke, stand_in, succeed
from tests.test_house.tree import ROOT
from tests.test_postgres.server import Embedded, binaries

SECRET = "made-up-secret"  # noqa: S105 - of nobody
LOGINS = ("alice", "bob", "shared", "trusted", "keeper")
PROVING = "".join(f"host all {login} 127.0.0.1/32 scram-sha-256\n" for login in LOGINS if login != "trusted")


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A server of our own that asks for a password, with logins that may write; the address lacks the login."""
    place = binaries()
    if place is None:
        pytest.skip("DATABASE LOGINS WERE NOT TESTED: pgserver is not installed for this Python.")
    embedded = Embedded(place)
    try:
        rules = embedded._data / "pg_hba.conf"
        rules.write_text(PROVING + rules.read_text())
        with psycopg.connect(embedded.address, autocommit=True) as driver:
            driver.execute(b"CREATE DATABASE kites")
            for login in LOGINS:
                kind = "SUPERUSER" if login == "keeper" else ""
                driver.execute(f"CREATE ROLE {login} LOGIN {kind} PASSWORD '{SECRET}'".encode())
            driver.execute(b"SELECT pg_reload_conf()")
        yield embedded.address.removeprefix("postgresql://postgres@").removesuffix("/postgres")
    finally:
        embedded.close()


@pytest.fixture(scope="module")
def registry(server: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A log on that server that holds names, with some history and with its roles."""
    folder = tmp_path_factory.mktemp("registry")
    administration = f"postgresql://postgres@{server}/kites"
    create_log(parse_server(administration), SystemClock())
    with pytest.MonkeyPatch.context() as patch:
        stand_in(patch, folder)
        succeed("--db", administration, "import", str(ROOT / "procedures" / "real_history.toml"))
    with closing(open_roles(parse_server(administration), [], STANDARD)) as roles:
        roles.apply()
    with psycopg.connect(administration, autocommit=True) as driver:
        driver.execute(b"GRANT ohjaus_application TO alice, bob, shared, trusted")
    return server


def address(server: str, login: str, *, more: str = "") -> str:
    return f"postgresql://{login}:{SECRET}@{server}/kites{more}"


def recorded(server: str, login: str) -> tuple[str, str]:
    """Records a note under a login, and gives who the log says that was."""
    done = invoke("--db", address(server, login), "identity", "show", "--format", "json")
    assert done.exit_code == 0, done.stderr
    succeed("--db", address(server, login), "case", "note", "evaluation-15-2025", f"made-up note of {login}")
    newest = answer("--db", address(server, login), "case", "history", "evaluation-15-2025")[-1]["recorded_by"]
    shown = answer("--db", address(server, login), "identity", "show")
    assert shown["identity"] == newest["identity"]
    return newest["person"], newest["identity"]


def test_two_logins_are_two_persons(registry: str) -> None:
    """The server vouches for each of them, and the log says so."""
    assert recorded(registry, "alice") == ("db:alice", "authenticated:database")
    assert recorded(registry, "bob") == ("db:bob", "authenticated:database")


def test_a_login_that_the_server_only_believed_is_nobody(registry: str) -> None:
    """Under `trust` anybody can say any name: the identity stays that of the operating system, asserted."""
    assert recorded(registry, "trusted")[1] == "asserted:os-user"
    ways = answer("--db", address(registry, "trusted"), "identity", "show")["ways"]
    assert (ways[0]["way"], ways[0]["state"], ways[0]["about"]) == ("database", "unproven", "trusted")


def test_a_shared_login_is_nobody(registry: str, folder: Path) -> None:
    """What several people use is named in the settings; the administrator's own login is always one of them."""
    assert recorded(registry, "shared") == ("db:shared", "authenticated:database")
    (folder / "ohjaus.toml").write_text('identity.shared_logins = "loader, shared"\n')
    assert recorded(registry, "shared")[1] == "asserted:os-user"
    ways = answer("--db", f"postgresql://postgres@{registry}/kites", "identity", "show")["ways"]
    assert (ways[0]["state"], ways[0]["about"]) == ("shared", "postgres")


def test_no_variable_makes_one_login_another(registry: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """PGUSER chooses as whom to log in, as the address does; whether that is so is for the server to make sure."""
    monkeypatch.setenv("PGUSER", "bob")
    monkeypatch.setenv("PGOPTIONS", "-c role=ohjaus_application")
    assert answer("--db", address(registry, "alice"), "identity", "show")["person"] == "db:alice"
    without = f"postgresql://{registry}/kites"
    monkeypatch.setenv("PGPASSWORD", "not-bobs")
    assert answer("--db", without, "identity", "show")["ways"][0]["way"] == "os-user"
    assert invoke("--db", without, "case", "list").exit_code == 1
    monkeypatch.setenv("PGPASSWORD", SECRET)
    assert answer("--db", without, "identity", "show")["person"] == "db:bob"


def test_an_administrator_who_plays_somebody_else_is_nobody(registry: str) -> None:
    """A superuser can take on any session user; the login was another, and counts for nobody."""
    database = PostgresDatabase(parse_server(address(registry, "keeper")), read_only=True, patience_seconds=5)
    with closing(database):
        assert login_of(database) == Login("keeper", "scram-sha-256")
        database.run("SET SESSION AUTHORIZATION alice")
        assert login_of(database) == Login("alice", None)
    playing = address(registry, "keeper", more="?options=-c%20session_authorization%3Dalice")
    assert answer("--db", playing, "identity", "show")["person"] == "db:keeper"


def test_the_server_says_how_it_made_sure(registry: str) -> None:
    """By the method of its own rules."""
    with open_log(parse_server(address(registry, "alice")), SetClock(), read_only=True) as opened:
        assert isinstance(opened.database, PostgresDatabase)
        assert login_of(opened.database) == Login("alice", "scram-sha-256")


def test_the_password_is_told_nowhere(registry: str) -> None:
    """Not beside the identity that it establishes."""
    for words in (("identity", "show", "-vv"), ("doctor", "-vv"), ("case", "list", "-vv")):
        done = invoke("--db", address(registry, "alice"), *words)
        assert (done.exit_code, SECRET in done.stdout + done.stderr) == (0, False)


def test_administrators_who_may_be_nobody_are_doubted(registry: str) -> None:
    """Who was let in without proof is told that the logins named may be too; who was not, hears nothing of it."""
    named = ("grant", "enable", "--administrator", "db:alice", "--administrator", "db:bob", "--dry-run")
    doubted, sure = (invoke("--db", address(registry, login), *named) for login in ("trusted", "alice"))
    said = "nobody can give rights any more: db:alice, db:bob"
    assert [(one.exit_code, said in one.stderr) for one in (doubted, sure)] == [(0, True), (0, False)]
