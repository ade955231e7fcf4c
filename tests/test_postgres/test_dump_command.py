"""`db backup --dump` and what becomes of the dump: put back on another server, and restored as a file."""

from __future__ import annotations

import json
import os
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
import pytest

from store.place import open_roles
from store.postgres.address import Server
from store.projections.standard import STANDARD
from tests.test_cli.conftest import invoke, stand_in, succeed
from tests.test_postgres.conftest import with_login
from tests.test_postgres.server import Embedded, binaries
from tests.test_postgres.test_dump import elsewhere, put_back, verified

__all__ = ["elsewhere"]


@pytest.fixture
def live(
    filled: Path, empty: Server, embedded: Embedded | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> str:
    """A log with roles on a server, and the server's own programs on PATH; the working folder is empty."""
    place = binaries()
    if embedded is None or place is None:
        pytest.skip("DUMPS WERE NOT TESTED: there are no programs of the server's own here.")
    stand_in(monkeypatch, tmp_path)
    monkeypatch.setenv("PATH", f"{place}{os.pathsep}{os.environ['PATH']}")
    succeed("db", "copy", str(filled), empty.conninfo)
    with closing(open_roles(empty, ["15"], STANDARD)) as roles:
        roles.apply()
    return empty.conninfo


def asked(*words: str, db: str) -> Any:
    return json.loads(succeed(*words, "--db", db, "--format", "json").stdout)


def test_a_dump_made_by_the_command_makes_the_log_again_on_another_server(
    live: str, embedded: Embedded, elsewhere: Embedded
) -> None:
    """Roles, schema, chain and root came over, with the security log, which a file of the record lacks."""
    with psycopg.connect(live, autocommit=True) as connection:
        connection.execute(
            b"INSERT INTO ohjaus.security_log (at, person, identity, kind, what, details) VALUES "
            b"('2031-06-21T09:00:00.000000+00:00', 'made-up-eero', 'db', 'denied', 'case show', '{}')"
        )
    made = asked("db", "backup", "--dump", "--out", "kept.dump", db=live)
    here = verified(live)
    assert (made["form"], made["verified"], made["head"], made["root"]) == (
        "dump",
        True,
        here["head"],
        here["tree"]["root"],
    )
    tried = put_back(embedded, elsewhere, Path("kept.dump").read_bytes())
    assert asked("db", "check", db=tried)["ok"]
    there = verified(tried)
    assert (there["head"], there["tree"], there["schema"]) == (here["head"], here["tree"], here["schema"])
    assert [one["person"] for one in asked("audit", "security", db=tried)] == ["made-up-eero"]


def test_a_dump_is_restored_as_a_file_with_its_names_beside_it(live: str) -> None:
    """Equal hashes, and whoever recorded something is known by name there."""
    made = asked("db", "backup", "--dump", "--with-persons", "--out", "kept.dump", db=live)
    restored = asked("db", "restore", "kept.dump", db="tried.db")
    assert restored["backup"]["file"] == str(Path("kept.dump").absolute())
    there = verified("tried.db")
    assert (there["events"], there["head"], there["tree"]["root"]) == (made["position"], made["head"], made["root"])
    assert asked("person", "list", db="tried.db") == asked("person", "list", db=live)
    assert not [one for one in Path().iterdir() if one.name.startswith(".")]


def test_a_dump_is_not_put_behind_a_newer_log_unasked(live: str) -> None:
    """What would be lost is said first, by count and case; the dump that was named is named again."""
    asked("db", "backup", "--dump", "--with-persons", "--out", "kept.dump", db=live)
    asked("db", "restore", "kept.dump", db="tried.db")
    succeed("case", "note", "evaluation-15-2025", "A made-up note after the dump", "--db", "tried.db")
    found = invoke("db", "restore", "kept.dump", "--db", "tried.db")
    assert (found.exit_code, "restore-loses" in found.stderr, "evaluation-15-2025" in found.stderr) == (5, True, True)
    assert "ohjaus db restore kept.dump --dry-run --db tried.db" in found.stderr
    assert asked("db", "restore", "kept.dump", "--dry-run", db="tried.db")["target"]["lost"] == 1


def test_whoever_may_not_read_the_names_gets_no_half_backup(live: str) -> None:
    """An auditor is told so before anything is written, and what can be had instead."""
    with psycopg.connect(live, autocommit=True) as connection:
        connection.execute(b"DROP ROLE IF EXISTS test_auditor_of_dumps")
        connection.execute(b"CREATE ROLE test_auditor_of_dumps LOGIN IN ROLE ohjaus_auditor")
    auditor = with_login(live, "test_auditor_of_dumps")
    for form in ((), ("--dump",)):
        found = invoke("db", "backup", *form, "--with-persons", "--out", "kept", "--db", auditor)
        assert (found.exit_code, "database-rights" in found.stderr) == (5, True)
        assert " ".join(("ohjaus db backup", *form, "--out kept --db")) in found.stderr
    assert list(Path().iterdir()) == []


def test_a_log_in_a_file_is_not_dumped(live: str) -> None:
    """Its backup is the whole file; the command that makes it is told, and works."""
    succeed("db", "copy", live, "copy.db")
    for more in ((), ("--dry-run",)):
        found = invoke("db", "backup", "--dump", "--out", "kept", "--db", "copy.db", *more)
        assert (found.exit_code, "dump-of-a-file" in found.stderr) == (5, True)
        assert "Try: ohjaus db backup --out kept --db copy.db" in found.stderr
    succeed("db", "backup", "--out", "kept", "--db", "copy.db")


@pytest.mark.parametrize("command", [("case", "list"), ("todo",)])
def test_a_dump_is_no_log_to_ask(live: str, command: tuple[str, ...]) -> None:
    """Whoever names it is told how to lay it out."""
    asked("db", "backup", "--dump", "--out", "kept.dump", db=live)
    found = invoke(*command, "--db", "kept.dump")
    assert ("not-a-log" in found.stderr, "Try: ohjaus db restore kept.dump --db NEW.db" in found.stderr) == (True, True)


def test_a_dump_is_not_put_over_a_log_on_a_server(live: str) -> None:
    """The way there leads over a file."""
    asked("db", "backup", "--dump", "--with-persons", "--out", "kept.dump", db=live)
    found = invoke("db", "restore", "kept.dump", "--db", live)
    assert (found.exit_code, "restore-on-server" in found.stderr) == (5, True)
    assert "Try: ohjaus db restore kept.dump --db NEW.db" in found.stderr


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", "luettiin vedoksesta takaisin"),
        ("sv", "lästes tillbaka ur dumpen"),
        ("en", "read back from the dump"),
    ],
)
def test_it_is_told_to_people(live: str, language: str, words: str) -> None:
    """What was checked, what is not in it, and how to try it out."""
    told = succeed("db", "backup", "--dump", "--out", "kept.dump", "--db", live, "--lang", language).stdout
    plain = " ".join(told.split())
    assert [one for one in (words, "pg_dumpall", "ohjaus db restore") if one not in plain] == []
