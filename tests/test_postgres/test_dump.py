"""A dump of the whole database, restored on another server, is held against what was seen of the log before."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
import pytest

from store.place import open_roles
from store.postgres.address import Server
from store.postgres.schema import TRIGGERS
from store.projections.standard import STANDARD
from tests.test_cli.conftest import invoke, stand_in, succeed
from tests.test_postgres.conftest import with_database
from tests.test_postgres.server import Embedded, binaries


@pytest.fixture
def elsewhere(embedded: Embedded | None) -> Iterator[Embedded]:
    """Another server, on which nothing stands."""
    place = binaries()
    if embedded is None or place is None:
        pytest.skip("RESTORING A DUMP WAS NOT TESTED: there are no programs of the server's own here.")
    server = Embedded(place)
    yield server
    server.close()


def verified(place: str, *more: str, exit_code: int = 0) -> Any:
    result = invoke("audit", "verify", "--db", place, "--format", "json", *more)
    assert result.exit_code == exit_code, (result.stdout, result.stderr)
    return json.loads(result.stdout)


def put_back(source: Embedded, target: Embedded, dump: bytes) -> str:
    """Makes the roles of one server on another, and there what a dump holds, by the server's own programs."""
    of_the_roles = source.run("pg_dumpall", "--roles-only", f"--dbname={source.address}")
    # The administrator's own login is there already; everything else is made.
    target.run("psql", "--quiet", f"--dbname={target.address}", given=of_the_roles)
    with psycopg.connect(target.address, autocommit=True) as connection:
        connection.execute(b"CREATE DATABASE tried")
    tried = with_database(target.address, "tried")
    target.run("pg_restore", "--exit-on-error", f"--dbname={tried}", given=dump)
    return tried


def cut_at(place: str, position: int) -> None:
    """Takes the newest events away as an administrator can, and leaves no trigger off."""
    again = [one.always for one in TRIGGERS if one.table == "events"]
    with psycopg.connect(place, autocommit=True) as connection:
        connection.execute(b"ALTER TABLE ohjaus.events DISABLE TRIGGER ALL")
        connection.execute(b"DELETE FROM ohjaus.events WHERE position > %s", [position])
        for statement in again:
            connection.execute(statement.encode())


def test_a_dump_restored_elsewhere_is_held_against_the_live_log(
    filled: Path,
    empty: Server,
    embedded: Embedded,
    elsewhere: Embedded,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Roles, schema, chain and root came over; a checkpoint of the live log is found good there, and a cut is not."""
    stand_in(monkeypatch, tmp_path)
    live, seen = empty.conninfo, ("--checkpoints", "checkpoints")
    succeed("db", "copy", str(filled), live)
    with closing(open_roles(empty, ["15"], STANDARD)) as roles:
        roles.apply()
    succeed("audit", "key", "init", "--db", live)
    succeed("audit", "checkpoint", "--out", "checkpoints", "--db", live)
    dump = embedded.run("pg_dump", "--format=custom", f"--dbname={live}")
    tried = put_back(embedded, elsewhere, dump)
    assert json.loads(succeed("db", "check", "--db", tried, "--format", "json").stdout)["ok"]
    there, here = verified(tried, *seen), verified(live, *seen)
    assert (there["head"], there["tree"], there["schema"]) == (here["head"], here["tree"], here["schema"])
    succeed("case", "note", "evaluation-15-2025", "A made-up note after the dump", "--db", live)
    later, found = verified(live, *seen), verified(tried, *seen)
    assert (found["verdict"], found["events"]) == ("witnessed", later["events"] - 1)
    cut_at(tried, 240)
    cut = verified(tried, *seen, exit_code=7)
    assert (cut["chain"]["ok"], cut["checkpoints"]["rolled_back"]) == (True, True)
