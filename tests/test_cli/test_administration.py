"""`init`, `db` and `config`: a log is made once, for its owner only, and settings say where they come from."""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from cli.frame.settings_file import with_setting
from tests.test_cli.conftest import answer, invoke, succeed


def test_init_makes_a_log_for_its_owner_only(folder: Path) -> None:
    """The file has mode 0600, the folder that was made for it 0700, and the answer says where it is."""
    path = folder / "deep" / "er" / "log.db"
    found = answer("init", "--db", str(path))
    assert (found["db"], found["production"]) == (str(path), False)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert answer("audit", "log", "--db", str(path)) == []


def test_init_goes_to_the_users_data_folder_by_itself(folder: Path) -> None:
    """Without any setting the log stands in the user's data folder, and the next command finds it there."""
    succeed("init")
    assert (folder / "data" / "ohjaus" / "ohjaus.db").exists()
    assert answer("case", "list") == []


def test_init_never_covers_what_is_there(database: Path, folder: Path) -> None:
    """An existing log and a foreign file are refused and stay as they are."""
    before = database.read_bytes()
    assert invoke("init").exit_code == 5
    assert invoke("init", "--dry-run").exit_code == 5
    assert database.read_bytes() == before
    letter = folder / "letter"
    letter.write_text("Dear reader")
    assert invoke("init", "--db", str(letter)).exit_code == 5
    assert letter.read_text() == "Dear reader"


def test_a_production_log_takes_no_injected_clock(folder: Path) -> None:
    """The mark is set when the log is made, and `--now` is refused from then on."""
    path = folder / "registry.db"
    assert answer("init", "--production", "--db", str(path))["production"] is True
    result = invoke("case", "list", "--db", str(path), "--now", "2026-01-01")
    assert (result.exit_code, "now-on-production" in result.stderr) == (5, True)


def test_a_rehearsed_init_makes_nothing(folder: Path) -> None:
    """`--dry-run` says where the log would be."""
    assert answer("init", "--dry-run", "--db", str(folder / "log.db"))["rehearsed"] is True
    assert not (folder / "log.db").exists()


def test_db_check_tells_the_revision(database: Path) -> None:
    """A log of this version needs nothing and is what is declared."""
    found = answer("db", "check")
    assert (found["ok"], found["pending"], found["revision"]) == (True, [], found["expected"])
    assert answer("db", "upgrade")["applied"] == []
    assert answer("db", "upgrade", "--dry-run")["applied"] == []


def test_an_upgraded_log_is_whole_before_anybody_writes_on_it(folder: Path) -> None:
    """A log from before there were rights lacks their table and projection; both are there once it is upgraded."""
    path = folder / "log.db"
    succeed("init", "--db", str(path))
    with closing(sqlite3.connect(path)) as driver, driver:
        driver.execute("DROP TABLE security_log")
        driver.execute("DROP TABLE projection_grants")
        driver.execute("DELETE FROM projections WHERE name = 'grants'")
        driver.execute("UPDATE alembic_version SET version_num = '0002'")
    assert answer("db", "upgrade", "--db", str(path))["applied"] == ["0003", "0004"]
    assert answer("audit", "verify", "--db", str(path))["ok"] is True


def test_db_check_finds_a_changed_schema(database: Path) -> None:
    """A table that does not belong there ends with 7."""
    with closing(sqlite3.connect(database, isolation_level=None)) as driver:
        driver.execute("CREATE TABLE secret (note TEXT)")
    result = invoke("db", "check")
    assert (result.exit_code, "secret" in result.stdout) == (7, True)


def test_a_log_of_a_newer_version_is_refused_and_still_checked(database: Path) -> None:
    """Commands refuse it with what to do; `db check` tells its revision."""
    with closing(sqlite3.connect(database, isolation_level=None)) as driver:
        driver.execute("UPDATE alembic_version SET version_num = '0999'")
        driver.execute("ALTER TABLE projections ADD COLUMN later TEXT")
    assert invoke("case", "list").exit_code == 5
    assert invoke("audit", "verify").exit_code == 5
    assert answer("db", "check")["revision"] == "0999"


def test_every_setting_says_where_it_came_from(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The option goes before the environment, that before the project's file, that before the user's file."""
    user = folder / "config" / "ohjaus" / "ohjaus.toml"
    user.parent.mkdir(parents=True)
    user.write_text('lang = "sv"\nformat = "csv"\ncolor = "never"\ndb = "mine.db"\n')
    (folder / "ohjaus.toml").write_text('lang = "fi"\nformat = "plain"\ncolor = "always"\n')
    monkeypatch.setenv("OHJAUS_LANG", "en")
    stated = [one for one in answer("config", "show", "--origin") if one["origin"] != "default"]
    assert {one["name"]: (one["value"], one["origin"]) for one in stated} == {
        "lang": ("en", "environment"),
        "format": ("json", "option"),
        "color": ("always", "project"),
        "db": (str(user.parent / "mine.db"), "user"),
    }


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_origins_are_said_in_words(language: str) -> None:
    """A person reads the origin in their language."""
    line = next(
        one
        for one in succeed("config", "show", "--origin", "--lang", language).stdout.splitlines()
        if one[:4] == "lang"
    )
    assert line.split("\t")[2] == {"fi": "valitsin", "sv": "alternativ", "en": "option"}[language]


def test_a_setting_is_written_and_read(folder: Path) -> None:
    """`config set` writes to the user's file, `--project` to the project's, and an empty value takes it out."""
    succeed("config", "set", "lang", "fi")
    assert (folder / "config" / "ohjaus" / "ohjaus.toml").read_text() == 'lang = "fi"\n'
    assert succeed("config", "show").stdout.splitlines()[1] == "lang\tfi"
    succeed("config", "set", "lang", "sv", "--project")
    assert succeed("config", "show").stdout.splitlines()[1] == "lang\tsv"
    succeed("config", "set", "lang", "", "--project")
    assert (folder / "ohjaus.toml").read_text() == ""


@pytest.mark.parametrize(
    ("name", "value", "exit_code"), [("colour", "red", 3), ("lang", "la", 9), ("format", "xml", 9)]
)
def test_a_setting_that_cannot_be_is_not_written(folder: Path, name: str, value: str, exit_code: int) -> None:
    """An unknown name and an impossible value leave the file as it is."""
    assert invoke("config", "set", name, value).exit_code == exit_code
    assert not (folder / "config").exists()


def test_the_other_lines_of_a_settings_file_stay() -> None:
    """Comments and other settings are kept where they stand; a text is quoted as TOML wants it."""
    text = '# ours\nlang = "sv"\nformat = "json"\n'
    assert with_setting(text, "lang", "fi") == '# ours\nlang = "fi"\nformat = "json"\n'
    assert with_setting(text, "db", 'a"b\\c') == text + 'db = "a\\"b\\\\c"\n'
    assert with_setting(text, "lang", "") == '# ours\nformat = "json"\n'
