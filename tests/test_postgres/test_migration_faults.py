"""What goes wrong while a log on a server is made or brought up to this software is told as clearly as elsewhere."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from engine.errors import Fault, OhjausError
from store import migrate
from store.place import open_place
from store.postgres.address import Server
from store.postgres.creation import upgrade
from store.schema import EXPECTED_REVISION
from tests.test_store.test_migrate import MIGRATIONS, NEXT

_OTHERS = b"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = %s"


def next_migration(folder: Path, patch: pytest.MonkeyPatch, body: str) -> None:
    """Gives this software one more migration, made up for the test."""
    shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    patch.setattr(migrate, "_FOLDER", folder)
    patch.setattr(migrate, "EXPECTED_REVISION", NEXT)
    text = f"from alembic import op\nrevision, down_revision = '{NEXT}', '{EXPECTED_REVISION}'\n"
    (folder / "versions" / f"{NEXT}_kites.py").write_text(f"{text}def upgrade():\n    {body}\n")


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("CREATE TABLE ohjaus.kites (name TEXT); CREATE TABLE ohjaus.kites (name TEXT)", "storage-failed"),
        ("CREATE TABLE ohjaus.kites (name TEXT); SELECT pg_terminate_backend(pg_backend_pid())", "connection-lost"),
        (
            "CREATE TABLE ohjaus.kites (name TEXT); INSERT INTO ohjaus.log_identity VALUES (NULL, NULL)",
            "append-refused",
        ),
    ],
)
def test_an_upgrade_that_fails_changes_nothing(
    statement: str, code: str, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a migration is undone as a whole, and whatever the server said is told in our words."""
    next_migration(tmp_path / "migrations", monkeypatch, f"op.execute({statement!r})")
    # Whoever is cut off does not know: of a commit whose answer is lost nobody could say that.
    told = "try again" if code == "connection-lost" else "Nothing was stored"
    with pytest.raises(OhjausError, match=told) as caught:
        migrate.upgrade(server)
    assert caught.value.code == code
    with closing(open_place(server, read_only=True)) as database:
        assert migrate.applied(database) == EXPECTED_REVISION
        assert database.run("SELECT to_regclass('ohjaus.kites')::text") == [(None,)]


def test_a_session_that_is_lost_before_the_upgrade_begins_is_told(server: Server) -> None:
    """The rights of the owner are taken on before the transaction; a server that is gone by then is told as such."""
    with closing(open_place(server)) as database, psycopg.connect(server.conninfo, autocommit=True) as administrator:
        administrator.execute(_OTHERS, [administrator.info.dbname])
        with pytest.raises(Fault) as caught:
            upgrade(database, MIGRATIONS, since="0001")
    assert caught.value.code == "connection-lost"
