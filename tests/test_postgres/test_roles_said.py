"""What `db init-roles` proposes makes the roles that it has just printed."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest

from store.postgres.address import Server
from tests.test_cli.conftest import answer, stand_in, succeed


def test_the_next_command_makes_every_reader_that_was_named(
    empty: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The counties are in it, all of them, and it is the one that is pasted."""
    stand_in(monkeypatch, tmp_path)
    monkeypatch.setenv("OHJAUS_DB", empty.conninfo)
    succeed("init")
    words = ("db", "init-roles", "--county", "15", "--county", "19")
    printed = succeed(*words).stdout
    assert "ohjaus db init-roles --county 15 --county 19 --yes" in printed
    made = answer(*words, "--yes")
    with psycopg.connect(empty.conninfo) as connection:
        found = {name for (name,) in connection.execute(b"SELECT rolname::text FROM pg_roles")}
    assert (made["applied"], {"ohjaus_subject_15", "ohjaus_subject_19"} <= found) == (True, True)
