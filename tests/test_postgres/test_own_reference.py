"""Rights of logins that may read no name: an auditor and a county's reader are told from others all the same."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from engine.errors import Refused
from engine.personal import is_reference
from store.personal.own_reference import own_reference
from store.personal.place import open_register
from store.place import open_roles
from store.postgres.address import Server, parse_server
from store.projections.standard import STANDARD
from tests.test_cli.conftest import answer, invoke, stand_in, succeed
from tests.test_postgres.conftest import with_database
from tests.test_postgres.earlier import hand_back
from tests.test_postgres.server import Embedded, binaries

SECRET = "made-up-secret"  # noqa: S105 - of nobody
LOGINS = {
    "hilla": "ohjaus_application",
    "pihla": "ohjaus_application",
    "auditor": "ohjaus_auditor",
    "fifteen": "ohjaus_subject_15",
    "sixteen": "ohjaus_application",
    "stranger": "ohjaus_auditor",
}
ROUND = ("steering_negotiation", "--on", "2026-08-17", "--set", "year=2026", "--subject")


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A server that asks for a password, with a log that protects its persons and has rights; its address."""
    place = binaries()
    if place is None:
        pytest.skip("RIGHTS OF LOGINS WERE NOT TESTED: pgserver is not installed for this Python.")
    with closing(Embedded(place)) as embedded:
        rules = embedded._data / "pg_hba.conf"
        proving = "".join(f"host all {login} 127.0.0.1/32 scram-sha-256\n" for login in LOGINS)
        rules.write_text(proving + rules.read_text())
        with psycopg.connect(embedded.address, autocommit=True) as driver:
            driver.execute(b"CREATE DATABASE kites")
            driver.execute(b"SELECT pg_reload_conf()")
        yield with_database(embedded.address, "kites")


@pytest.fixture(scope="module")
def given(server: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Server]:
    """The addresses of the logins; the auditor and the reader of county 15 have a right, the stranger has none."""
    with pytest.MonkeyPatch.context() as patch:
        stand_in(patch, tmp_path_factory.mktemp("given"))
        succeed("--db", server, "init")
        with closing(open_roles(parse_server(server), ["15"], STANDARD)) as roles:
            roles.apply()
        with psycopg.connect(server, autocommit=True) as driver:
            for login, role in LOGINS.items():
                driver.execute(f"CREATE ROLE {login} LOGIN PASSWORD '{SECRET}' IN ROLE {role}".encode())
        host = server.partition("@")[2]
        found = {login: parse_server(f"postgresql://{login}:{SECRET}@{host}") for login in LOGINS}
        hilla, pihla = found["hilla"].conninfo, found["pihla"].conninfo
        two = ("--administrator", "db:hilla", "--administrator", "db:pihla")
        succeed("--db", hilla, "grant", "enable", *two, "--on", "2026-08-01", "--yes")
        for by, login, *right in (
            (hilla, "db:pihla", "vm"),
            (pihla, "db:auditor", "log_auditor"),
            (pihla, "db:fifteen", "county", "--organisation", "15"),
            (pihla, "db:sixteen", "county", "--organisation", "16"),
        ):
            succeed("--db", by, "grant", "add", login, "--role", *right, "--on", "2026-08-01")
        for subject in ("15", "16"):
            succeed("--db", pihla, "case", "start", *ROUND, subject)
    return found


@pytest.fixture(autouse=True)
def _settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings of its own for each test."""
    stand_in(monkeypatch, tmp_path)


def cases(place: Server) -> list[str]:
    return sorted(found["case"] for found in answer("--db", place.conninfo, "case", "list"))


def test_an_auditor_sees_the_whole_and_a_county_its_own(given: dict[str, Server]) -> None:
    """Their rights count though they may read no name; who has no right sees nothing."""
    own, other = "steering-negotiation-15-2026", "steering-negotiation-16-2026"
    assert {own, other, "access-rights-fi-2026"} <= set(cases(given["auditor"]))
    assert cases(given["fifteen"]) == [own]
    assert cases(given["stranger"]) == []


def test_an_auditor_reads_the_security_log_and_stands_in_it_by_reference(given: dict[str, Server]) -> None:
    """A case that is hidden is denied, which is written down; whoever has a right to it reads who that was."""
    assert invoke("--db", given["fifteen"].conninfo, "case", "show", "steering-negotiation-16-2026").exit_code == 3
    assert invoke("--db", given["stranger"].conninfo, "audit", "security").exit_code == 4
    lines = answer("--db", given["auditor"].conninfo, "audit", "security")
    assert "db:stranger" in {line["person"] for line in lines}
    assert "db:fifteen" not in {line["person"] for line in lines}


def test_the_server_tells_each_login_of_itself_alone(server: str, given: dict[str, Server]) -> None:
    """It reckons what the key store reckons, for the login that asks; names and keys stay closed."""
    with closing(open_register(parse_server(server))) as register:
        known = {login: register.known(f"db:{login}") for login in ("auditor", "fifteen", "stranger")}
    told = {login: own_reference(given[login], login) for login in known}
    assert told == known
    assert [is_reference(one or "") for one in told.values()] == [True, True, False]
    assert own_reference(given["auditor"], "hilla") is None
    with pytest.raises(Refused) as refused:
        open_register(given["auditor"], read_only=True)
    assert refused.value.code == "database-rights"


def test_a_right_goes_to_nobody_who_was_put_in_another_s_place(server: str, given: dict[str, Server]) -> None:
    """Given a reader whom the application lets be found as another one, the server tells neither a reference."""
    swap = (
        "UPDATE ohjaus_persons.persons p SET looked_up = o.looked_up FROM ohjaus_persons.persons o "
        "WHERE o.reference <> p.reference AND p.reference IN (%(one)s, %(other)s) "
        "AND o.reference IN (%(one)s, %(other)s)"
    )
    loose = "ALTER TABLE ohjaus_persons.persons DROP CONSTRAINT persons_looked_up_key"
    tight = "ALTER TABLE ohjaus_persons.persons ADD CONSTRAINT persons_looked_up_key UNIQUE (looked_up)"
    logins_of = {name: own_reference(given[name], name) for name in ("auditor", "fifteen")}
    assert None not in logins_of.values()
    both = {"one": logins_of["auditor"], "other": logins_of["fifteen"]}
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(loose.encode())
        for expected in ({"auditor": None, "fifteen": None}, logins_of):
            connection.execute(swap.encode(), both)
            assert {name: own_reference(given[name], name) for name in logins_of} == expected
        connection.execute(tight.encode())


def test_a_login_that_lacks_its_mark_gets_no_right_by_mistake(given: dict[str, Server]) -> None:
    """A login that is known has to be written as one; another name is taken, and it is said as what."""
    place = given["pihla"].conninfo
    for name in ("hilla", "pihla", "auditor"):
        refused = invoke("--db", place, "grant", "add", name, "--role", "vm", "--on", "2026-08-01")
        assert (refused.exit_code, "[login-meant]" in refused.stderr, f"db:{name}" in refused.stderr) == (9, True, True)
    taken = invoke("--db", place, "grant", "add", "made-up-oiva", "--role", "vm", "--on", "2026-08-01", "--dry-run")
    assert (taken.exit_code, "db:made-up-oiva" in taken.stderr) == (0, True)


@pytest.mark.parametrize("sign", ["\n", "\u202e", "\u3164", "\ufe0f"])
def test_a_name_that_cannot_be_seen_whole_is_nobody_s(given: dict[str, Server], sign: str) -> None:
    """A line break in a name, or a letter that shows nothing, would let one person look like another."""
    name = f"db:ev{sign}il"
    refused = invoke("--db", given["pihla"].conninfo, "grant", "add", name, "--role", "vm", "--on", "2026-08-01")
    assert (refused.exit_code, "[person-unprintable]" in refused.stderr) == (9, True)


@pytest.mark.parametrize("login", ["auditor", "fifteen"])
def test_doctor_finds_no_fault_in_names_that_are_closed_on_purpose(given: dict[str, Server], login: str) -> None:
    """Whoever is not to read the key store is told so, and nothing is called broken; who writes reads it."""
    checks = answer("--db", given[login].conninfo, "doctor")["checks"]
    assert [check["outcome"] for check in checks if check["name"] == "persons"] == ["closed"]
    checks = answer("--db", given["hilla"].conninfo, "doctor")["checks"]
    assert [check["outcome"] for check in checks if check["name"] == "persons"] == ["fine"]


@pytest.mark.parametrize("login", ["sixteen", "stranger"])
def test_who_does_not_see_every_case_takes_no_whole_log_away(given: dict[str, Server], login: str) -> None:
    """A login that the server lets read everything is held to its rights: a copy would hold all cases and all names."""
    place = given[login].conninfo
    backup = ("--db", place, "db", "backup", "--out", "kept.db", "--with-persons")
    for words in (backup, ("--db", "elsewhere.db", "db", "copy", place, "kept.db")):
        refused = invoke(*words)
        assert (refused.exit_code, "[part-only]" in refused.stderr, SECRET in refused.stderr) == (5, True, False)
    assert not list(Path().glob("kept.db*"))


def test_a_county_s_reader_holds_what_it_sees_against_the_log(given: dict[str, Server]) -> None:
    """Rights are kept whole, since its own counts by them; their events are hidden from it, and nothing is astray."""
    place = given["fifteen"].conninfo
    assert "grants" not in {one["name"] for one in answer("--db", place, "projection", "check")["projections"]}
    refused = invoke("--db", place, "projection", "check", "grants")
    assert (refused.exit_code, "[part-only]" in refused.stderr) == (5, True)
    everything = answer("--db", given["auditor"].conninfo, "projection", "check")["projections"]
    assert "grants" in {one["name"] for one in everything}


def test_a_picture_of_a_part_says_of_which_log_it_is(given: dict[str, Server]) -> None:
    """The newest event is another county's: its hash is the log's all the same, and its time is not told."""
    of_county = answer("--db", given["fifteen"].conninfo, "picture", "show")["as_of"]
    of_auditor = answer("--db", given["auditor"].conninfo, "picture", "show")["as_of"]
    assert (of_county["position"], of_county["head"]) == (of_auditor["position"], of_auditor["head"])
    assert of_county["time"] is None
    assert "which this login does not see" in succeed("--db", given["fifteen"].conninfo, "picture", "show").stdout


def test_a_county_s_reader_is_shown_no_right_but_their_own(given: dict[str, Server]) -> None:
    """The server hides the events of other rights and not their table; the list hides them as well, and counts them."""
    every = answer("--db", given["auditor"].conninfo, "grant", "list")
    own = next(one["grant"] for one in every if one["organisation"] == "15")
    place = given["fifteen"].conninfo
    assert [one["grant"] for one in answer("--db", place, "grant", "list")] == [own]
    assert f"{len(every) - 1} rights of others are not shown to you." in invoke("--db", place, "grant", "list").stderr
    other = next(one["grant"] for one in every if one["role"] == "log_auditor")
    assert invoke("--db", place, "grant", "show", other).exit_code == 3


@pytest.mark.parametrize(
    "planted",
    [
        "ALTER FUNCTION ohjaus_persons.own_reference() SECURITY INVOKER",
        (
            "CREATE OR REPLACE FUNCTION ohjaus_persons.own_reference() RETURNS text LANGUAGE plpgsql "
            "AS 'BEGIN RAISE EXCEPTION ''this ran''; END'"
        ),
    ],
    ids=["altered", "replaced"],
)
def test_the_servers_own_word_runs_with_nobody_elses_rights(
    server: str, given: dict[str, Server], monkeypatch: pytest.MonkeyPatch, planted: str
) -> None:
    """Given that the application lets it run as whoever asks, when a reader comes, the door is closed until mended."""
    hand_back(parse_server(server))
    with psycopg.connect(given["hilla"].conninfo, autocommit=True) as connection:
        connection.execute(planted.encode())
    asked: list[str] = []
    for place, words in ((given["auditor"].conninfo, "case list"), (server, "case list"), (server, "grant list")):
        with monkeypatch.context() as patch:
            patch.setattr("store.personal.own_reference.own_reference", lambda _, login: asked.append(login))
            refused = invoke("--db", place, *words.split())
        assert asked == []
        assert ("[schema-changed]" in refused.stderr, "db init-roles --yes" in refused.stderr) == (True, True)
    succeed("--db", server, "db", "init-roles", "--yes", "--county", "15")
    assert cases(given["fifteen"]) == ["steering-negotiation-15-2026"]
    assert cases(given["stranger"]) == []
