"""The key store of persons on a server: beside the log there, for whoever writes it and for nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from engine.errors import Fault, IntegrityBroken, Refused
from engine.personal import is_reference
from store.personal.place import carry, create_register, is_kept, open_register
from store.personal.register import PersonRegister
from store.personal.server import PersonSchema
from store.postgres.address import Server, parse_server
from tests.test_cli.conftest import answer, invoke, stand_in, succeed
from tests.test_postgres.conftest import with_login

AT = "2031-06-21T09:00:00+00:00"
EERO, AINO = "made-up-eero", "made-up-aino"
CASE = "steering-negotiation-21-2026"
OPENING = ("steering_negotiation", "--subject", "Lappi", "--on", "2026-08-17", "--set", "year=2026")


@pytest.fixture
def kept(empty: Server) -> Iterator[PersonRegister]:
    """A new, empty key store, open."""
    create_register(empty, "made-up-log", AT)
    with closing(open_register(empty)) as register:
        yield register


def test_a_person_is_registered_found_and_erased(kept: PersonRegister, empty: Server) -> None:
    """The same register as in a file: one reference for each text, which goes without a trace in the table's file."""
    eero = kept.reference(EERO, "authenticated:database", AT)
    assert is_reference(eero)
    assert kept.reference(EERO, "authenticated:database", AT) == eero
    assert kept.typed(EERO.upper()) == eero
    kept.describe(eero, name="Made-up Eero", contact=None)
    assert kept.check() == ()
    kept.erase({eero: AT})
    assert (kept.find(eero), kept.known(EERO), dict(kept.erased())) == (None, None, {eero: AT})
    with psycopg.connect(empty.conninfo, autocommit=True) as connection:
        found = connection.execute("SELECT pg_relation_size('ohjaus_persons.persons')").fetchone()
    assert found == (0,)


def test_nothing_is_covered_and_all_can_be_carried(kept: PersonRegister, empty: Server, tmp_path: Path) -> None:
    """From the server into a file, and back only where nothing stands."""
    eero, aino = kept.reference(EERO, None, AT), kept.reference(AINO, None, AT)
    kept.erase({aino: AT})
    with pytest.raises(Refused) as refused:
        create_register(empty, "another-log", AT)
    assert refused.value.code == "persons-exist"
    file = tmp_path / "log.db.persons"
    assert carry(empty, file) == 1
    with closing(open_register(file)) as copy:
        assert (copy.known(EERO), dict(copy.erased()), copy.check()) == (eero, {aino: AT}, ())


def test_a_trigger_that_copies_keys_is_found(kept: PersonRegister, empty: Server) -> None:
    """Such a store is not used."""
    with psycopg.connect(empty.conninfo, autocommit=True) as connection:
        connection.execute("CREATE RULE copying AS ON INSERT TO ohjaus_persons.persons DO ALSO NOTIFY made_up")
    with pytest.raises(IntegrityBroken) as broken:
        open_register(empty)
    assert broken.value.code == "persons-damaged"


def test_the_words_of_the_server_are_not_said_to_people(kept: PersonRegister, empty: Server) -> None:
    """What the server says of a statement that it refuses goes to the log of operations, and not into the sentence."""
    with psycopg.connect(empty.conninfo, autocommit=True) as connection:
        connection.execute("ALTER TABLE ohjaus_persons.persons RENAME COLUMN sealed TO made_up")
    with pytest.raises(Fault) as caught:
        kept.persons()
    assert (caught.value.code, "sealed" in caught.value.message) == ("persons-unusable", False)
    assert str(caught.value.details["driver"]).startswith("42703: ")


@pytest.fixture
def address(empty: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A log on the server, made by the command line, with its roles, and a login for whoever writes."""
    stand_in(monkeypatch, tmp_path)
    monkeypatch.setenv("OHJAUS_DB", empty.conninfo)
    succeed("init")
    succeed("db", "init-roles", "--yes")
    with psycopg.connect(empty.conninfo, autocommit=True) as connection:
        for login, role in (("kite_writer", "ohjaus_application"), ("kite_auditor", "ohjaus_auditor")):
            connection.execute(
                f"DO $$ BEGIN CREATE ROLE {login} LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$".encode()
            )
            connection.execute(f"GRANT {role} TO {login}".encode())
    return empty.conninfo


def test_whoever_writes_there_is_recorded_by_reference(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The login of the application registers, reads and erases; the auditor's reads the log and no name."""
    monkeypatch.setenv("OHJAUS_DB", with_login(address, "kite_writer"))
    succeed("case", "start", *OPENING)
    history = answer("case", "history", CASE)
    person = history[0]["recorded_by"]["person"]
    name = history[0]["recorded_by"]["person_name"]
    assert (is_reference(person), bool(name)) == (True, True)
    monkeypatch.setenv("OHJAUS_DB", with_login(address, "kite_auditor"))
    assert f"unknown person {person}" in succeed("case", "history", CASE).stdout
    with pytest.raises(Refused) as refused:
        open_register(parse_server(with_login(address, "kite_auditor")), read_only=True)
    assert refused.value.code == "database-rights"
    monkeypatch.setenv("OHJAUS_DB", with_login(address, "kite_writer"))
    assert answer("person", "check")["ok"]
    succeed("person", "erase", name, "--ground", "unlawful", "--reason", "made-up reason")
    assert f"erased person {person}" in succeed("case", "history", CASE).stdout
    assert answer("person", "check")["erased"] == 1
    assert answer("audit", "verify")["ok"]


def test_the_printed_roles_hand_the_key_store_over(
    empty: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Run by hand, what `db init-roles` prints makes what `--yes` does: the owner has the persons."""
    stand_in(monkeypatch, tmp_path)
    monkeypatch.setenv("OHJAUS_DB", empty.conninfo)
    succeed("init")
    printed = answer("db", "init-roles")["statements"]
    with psycopg.connect(empty.conninfo, autocommit=True) as connection:
        for statement in printed:
            connection.execute(statement.encode())
        rows = connection.execute(
            "SELECT nspname::text, pg_get_userbyid(nspowner)::text FROM pg_namespace WHERE nspname = 'ohjaus_persons' "
            "UNION SELECT tablename::text, tableowner::text FROM pg_tables WHERE schemaname = 'ohjaus_persons'"
        ).fetchall()
        written = connection.execute(
            "SELECT has_table_privilege('ohjaus_application', 'ohjaus_persons.persons', 'INSERT')"
        ).fetchone()
    assert dict(rows) == dict.fromkeys(("ohjaus_persons", "said", "persons", "erased"), "ohjaus_owner")
    assert written == (True,)


def test_a_key_store_that_somebody_holds_is_busy(address: str) -> None:
    """Nothing is wrong with it: that is told as of the log, which the same server keeps."""
    place = parse_server(address)
    with (
        psycopg.connect(address) as holding,
        closing(PersonSchema(place, read_only=True, patience_seconds=0.1)) as kept,
    ):
        holding.execute("LOCK TABLE ohjaus_persons.persons IN ACCESS EXCLUSIVE MODE")
        with pytest.raises(Fault) as caught:
            kept.rows()
    assert caught.value.code == "log-busy"


def test_a_lost_schema_is_noticed(address: str) -> None:
    """Nothing is recorded until it is back, or a new one is made on purpose."""
    succeed("case", "start", *OPENING)
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("DROP SCHEMA ohjaus_persons CASCADE")
    assert not is_kept(parse_server(address))
    assert invoke("case", "note", CASE, "a made-up note").exit_code == 5
    succeed("person", "protect", "--new-store")
    succeed("case", "note", CASE, "a made-up note")


def test_a_log_brings_its_persons_along_from_a_file(
    empty: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Copied to a server, its references are of the same persons, and it is written on."""
    stand_in(monkeypatch, tmp_path)
    succeed("init", "--db", "log.db")
    succeed("case", "start", *OPENING, "--db", "log.db")
    before = answer("case", "history", CASE, "--db", "log.db")[0]["recorded_by"]
    assert answer("db", "copy", "log.db", empty.conninfo)["persons"]["outcome"] == "carried"
    assert answer("case", "history", CASE, "--db", empty.conninfo)[0]["recorded_by"] == before
    succeed("case", "note", CASE, "a made-up note", "--db", empty.conninfo)
