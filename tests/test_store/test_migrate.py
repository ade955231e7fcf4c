"""Making a log, and the migrations that give the same."""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory

from engine.errors import Fault, Refused
from store import migrate
from store.connection import open_database
from store.open_log import open_log
from store.schema import EXPECTED_REVISION, normalised
from tests.contracts.builders import SetClock, command, opening, write
from tests.test_store.processes import ROOT

MIGRATIONS = Path(migrate.__file__).parent / "migrations"
NEXT = f"{int(EXPECTED_REVISION) + 1:04}"
"""The revision of a migration that a test makes up."""


def schema_of(driver: sqlite3.Connection) -> set[tuple[str, str, str]]:
    rows = driver.execute("SELECT type, name, sql FROM sqlite_master")
    return {(kind, name, normalised(sql)) for kind, name, sql in rows if "projection_" not in name}


def migrated_from_zero(path: Path) -> sqlite3.Connection:
    driver = sqlite3.connect(path, isolation_level=None)
    driver.execute("BEGIN IMMEDIATE")
    migrate.migrate(driver)
    driver.execute("COMMIT")
    return driver


def test_migrations_from_zero_give_the_declared_schema(path: Path, tmp_path: Path) -> None:
    """Every table, index and trigger of a migrated log is a declared one, and the other way round."""
    with closing(migrated_from_zero(tmp_path / "migrated.db")) as migrated, closing(sqlite3.connect(path)) as made:
        assert schema_of(migrated) == schema_of(made)
        revision = "SELECT version_num FROM alembic_version"
        assert migrated.execute(revision).fetchall() == made.execute(revision).fetchall() == [(EXPECTED_REVISION,)]


def test_migrations_are_numbered_and_have_one_head() -> None:
    """Each file bears its number as its revision, follows the one before, and the last one is expected."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    scripts = ScriptDirectory.from_config(config)
    revisions = list(reversed(list(scripts.walk_revisions())))
    names = [Path(script.path).name for script in revisions]
    assert all(re.fullmatch(r"\d{4}_[a-z0-9_]+\.py", name) for name in names)
    assert [name[:4] for name in names] == [script.revision for script in revisions]
    assert [script.revision for script in revisions] == [f"{number:04}" for number in range(1, len(revisions) + 1)]
    assert [script.down_revision for script in revisions] == [None, *(script.revision for script in revisions[:-1])]
    assert scripts.get_heads() == [EXPECTED_REVISION]
    assert migrate.revisions() == tuple(script.revision for script in revisions)
    assert sorted(names) == sorted(file.name for file in (MIGRATIONS / "versions").glob("*.py"))


def test_a_log_of_today_has_nothing_pending(path: Path) -> None:
    """Upgrading what needs no upgrade changes nothing."""
    with closing(open_database(path)) as database:
        assert (migrate.applied(database), migrate.pending(database)) == (EXPECTED_REVISION, ())
    assert migrate.upgrade(path) == ()


@pytest.mark.parametrize(
    ("revision", "code", "try_next"), [("0000", "log-older", "ohjaus db upgrade"), ("9999", "log-newer", None)]
)
def test_a_log_of_another_revision_is_refused(
    path: Path, clock: SetClock, revision: str, code: str, try_next: str | None
) -> None:
    """An older and a newer schema are told apart, and what to do about them."""
    with closing(sqlite3.connect(path)) as driver, driver:
        driver.execute("UPDATE alembic_version SET version_num = ?", (revision,))
    with pytest.raises(Refused) as caught:
        open_log(path, clock)
    assert (caught.value.code, caught.value.try_next) == (code, try_next)


@pytest.fixture
def next_migration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Gives this software one more migration, made up for the test."""
    folder = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))

    def add(body: str) -> None:
        monkeypatch.setattr(migrate, "_FOLDER", folder)
        monkeypatch.setattr(migrate, "EXPECTED_REVISION", NEXT)
        numbers = f"revision, down_revision = '{NEXT}', '{EXPECTED_REVISION}'"
        text = f"from alembic import op\n{numbers}\ndef upgrade():\n    {body}\n"
        (folder / "versions" / f"{NEXT}_kites.py").write_text(text)

    return add


def test_an_older_log_is_upgraded_and_keeps_its_events(
    path: Path, clock: SetClock, next_migration: Callable[[str], None]
) -> None:
    """A log of the version before is refused until it is upgraded, and then goes on where it stood."""
    with open_log(path, clock) as opened:
        opened.log.append([write("kite-1", 0, opening())], command("c1"))
    next_migration("op.execute('CREATE TABLE kites (name TEXT)')")
    with pytest.raises(Refused, match="older version"):
        open_log(path, clock)
    with closing(open_database(path)) as database:
        assert migrate.pending(database) == (NEXT,)
    assert (migrate.upgrade(path), migrate.upgrade(path)) == ((NEXT,), ())
    with closing(open_database(path)) as database:
        migrate.refuse_other_revision(database)
        assert database.run("SELECT * FROM kites") == []
        assert database.run("SELECT position FROM events") == [(1,)]


def test_an_upgrade_that_fails_changes_nothing(path: Path, next_migration: Callable[[str], None]) -> None:
    """Half a migration is undone as a whole, and the fault is told in our words."""
    next_migration("op.execute('CREATE TABLE kites (name TEXT)'); op.execute('CREATE TABLE kites (name TEXT)')")
    with pytest.raises(Fault, match="Nothing was stored"):
        migrate.upgrade(path)
    with closing(open_database(path)) as database:
        assert migrate.applied(database) == EXPECTED_REVISION
        assert database.run("SELECT name FROM sqlite_master WHERE name = 'kites'") == []


def test_opening_a_log_does_not_load_alembic(path: Path) -> None:
    """The revision is checked on each opening without the library that migrates."""
    program = (
        "import sys; from pathlib import Path; from store.open_log import open_log;"
        "from tests.contracts.builders import SetClock, command, opening, write;"
        f"open_log(Path({str(path)!r}), SetClock()).close();"
        "print(sorted(name for name in sys.modules if name.startswith(('alembic', 'sqlalchemy.orm'))))"
    )
    found = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
