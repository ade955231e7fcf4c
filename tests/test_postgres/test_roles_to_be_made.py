"""A log that was carried to a server on which its roles are not made yet: what checkpoints say, and what to do."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from store.postgres.address import Server
from tests.test_cli.conftest import invoke, stand_in, succeed
from tests.test_postgres.conftest import database

ADVICE = {
    "fi": ("ROOLIT PUUTTUVAT", "db init-roles", "älä kirjaa"),
    "sv": ("ROLLERNA SAKNAS", "db init-roles", "registrera ingenting"),
    "en": ("THE ROLES ARE LACKING", "db init-roles", "record nothing"),
}


@pytest.fixture
def carried(
    filled: Path, empty: Server, administration: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    """The address of a copy of a log that had its roles when a checkpoint of it was signed."""
    stand_in(monkeypatch, tmp_path)
    succeed("db", "copy", str(filled), empty.conninfo)
    succeed("db", "init-roles", "--yes", "--db", empty.conninfo)
    succeed("audit", "key", "init", "--db", empty.conninfo)
    succeed("audit", "checkpoint", "--out", "seen", "--db", empty.conninfo)
    with database(administration) as other:
        told = " ".join(succeed("db", "copy", empty.conninfo, other.conninfo).stdout.split())
        making, verifying = (f"ohjaus --db {other} {words}" for words in ("db init-roles --yes", "audit verify"))
        assert told.index(making) < told.index(verifying)
        yield other.conninfo


def test_that_the_roles_are_not_made_is_said_as_that(carried: str) -> None:
    """Nothing else is wrong: nobody is told to record nothing, and the command that is proposed mends it."""
    checking = ("audit", "verify", "--checkpoints", "seen", "--db", carried)
    found = invoke(*checking, "--format", "json")
    data = json.loads(found.stdout)
    assert (found.exit_code, data["ok"], data["verdict"]) == (7, False, "damaged")
    assert data["checkpoints"]["first_fault"]["code"] == "checkpoint-roles-lacking"
    for language, (title, advice, wrong) in ADVICE.items():
        told = invoke(*checking, "--lang", language)
        assert (title in told.stdout, advice in told.stdout, wrong in told.stdout) == (True, True, False)
    proposed = re.search(r"ohjaus (db init-roles --yes --db \S+)", " ".join(invoke(*checking).stdout.split()))
    assert proposed is not None
    succeed(*proposed[1].split())
    assert json.loads(succeed(*checking, "--format", "json").stdout)["ok"]


def test_no_checkpoint_is_signed_over_it_and_what_to_do_is_said(carried: str) -> None:
    """The key remembers what it signed where the roles stood; making them lets it sign on."""
    signing = ("audit", "checkpoint", "--out", "seen", "--db", carried)
    succeed("case", "note", "evaluation-15-2025", "A made-up note", "--db", carried)
    refused = invoke(*signing)
    assert (refused.exit_code, "[checkpoint-roles-lacking]" in refused.stderr) == (7, True), refused.stderr
    proposed = re.search(r"Try: ohjaus (db init-roles --yes --db \S+)", refused.stderr)
    assert proposed is not None
    succeed(*proposed[1].split())
    succeed(*signing)


def test_something_else_beside_it_is_told_as_damage(carried: str) -> None:
    """Given that a trigger is gone as well, the page says that nothing is to be recorded."""
    with psycopg.connect(carried, autocommit=True) as connection:
        row = connection.execute(
            b"SELECT tgname FROM pg_trigger WHERE tgrelid = 'ohjaus.events'::regclass AND NOT tgisinternal"
        ).fetchone()
        assert row is not None
        connection.execute(f"DROP TRIGGER {row[0]} ON ohjaus.events".encode())
    told = invoke("audit", "verify", "--checkpoints", "seen", "--db", carried)
    assert (told.exit_code, "BROKEN" in told.stdout, "record nothing" in told.stdout) == (7, True, True)
    assert "checkpoint-schema-differs" in told.stdout
