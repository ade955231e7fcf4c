"""Where a setting comes from: the option, then the environment, then the project's file, then the user's."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.frame.settings import Setting, Settings, read_settings, user_file
from cli.wiring import database_path
from engine.errors import InputRejected
from tests.test_cli.conftest import answer, invoke, succeed


def write_settings(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_an_option_beats_everything(folder: Path) -> None:
    """What stands on the command line holds."""
    write_settings(folder / "ohjaus.toml", 'lang = "sv"')
    settings = Settings({"lang": "fi"}, {"OHJAUS_LANG": "en"}, folder)
    assert settings.get("lang") == Setting("lang", "fi", "option")


def test_the_environment_beats_the_files(folder: Path) -> None:
    """A variable holds over both files and is named as the origin."""
    write_settings(folder / "ohjaus.toml", 'db = "other.db"')
    settings = Settings({}, {"OHJAUS_DB": "here.db"}, folder)
    assert settings.get("db") == Setting("db", "here.db", "environment", "OHJAUS_DB")


def test_the_project_beats_the_user(folder: Path) -> None:
    """The nearest project file upwards holds over the user's, each for what it states."""
    project = write_settings(folder / "ohjaus.toml", 'lang = "sv"\ndb = "data/project.db"')
    user = write_settings(user_file(), 'lang = "fi"\nformat = "json"')
    below = folder / "deep" / "below"
    below.mkdir(parents=True)
    settings = Settings({}, {}, below)
    assert settings.get("lang") == Setting("lang", "sv", "project", str(project))
    assert settings.get("format") == Setting("format", "json", "user", str(user))
    assert settings.get("db") == Setting("db", str(folder / "data" / "project.db"), "project", str(project))


def test_without_anything_there_is_a_default(folder: Path) -> None:
    """The database then stands in the user's data folder."""
    setting = Settings({}, {}, folder).get("db")
    assert (setting.origin, Path(str(setting.value)).name) == ("default", "ohjaus.db")


def test_no_color_is_honoured(folder: Path) -> None:
    """NO_COLOR turns colours off unless an option or our own variable says otherwise."""
    assert Settings({}, {"NO_COLOR": "1"}, folder).get("color") == Setting("color", "never", "environment", "NO_COLOR")
    assert Settings({}, {"NO_COLOR": "1", "OHJAUS_COLOR": "always"}, folder).get("color").value == "always"


@pytest.mark.parametrize(
    "text",
    ["lang = ", 'language = "fi"', 'lang = "de"', "lang = 1", "\udcff", "a = " + "[" * 5000],
    ids=["no TOML", "unknown name", "unknown value", "no text", "no UTF-8", "too deep"],
)
def test_a_broken_file_is_refused_by_name(text: str, folder: Path) -> None:
    """A settings file that cannot be used is named, whatever is wrong with it."""
    path = folder / "ohjaus.toml"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(InputRejected) as refused:
        read_settings(path)
    assert (refused.value.code, str(path) in refused.value.message) == ("settings-invalid", True)


def test_a_broken_file_is_explained_not_crashed_into(folder: Path) -> None:
    """The command line says what is wrong and exits with 9."""
    write_settings(folder / "ohjaus.toml", 'lang = "de"')
    result = invoke("case", "list")
    assert (result.exit_code, "Traceback" in result.stderr) == (9, False)
    assert "ohjaus.toml" in result.stderr


def test_the_language_of_the_project_is_spoken(database: Path, folder: Path) -> None:
    """A project in Swedish answers in Swedish."""
    write_settings(folder / "ohjaus.toml", 'lang = "sv"')
    assert "Läge" in succeed("case", "show", "evaluation-15-2025").stdout


def test_global_options_stand_before_the_noun_and_after_the_verb(database: Path) -> None:
    """Both places count, and what stands later wins."""
    before = succeed("--format", "json", "case", "list").stdout
    after = succeed("case", "list", "--format", "json").stdout
    between = succeed("case", "--format", "json", "list").stdout
    assert before == after == between == succeed("--format", "csv", "case", "list", "--format", "json").stdout


@pytest.mark.parametrize(
    ("stated", "path"),
    [
        ("here.db", "here.db"),
        ("sqlite:///here.db", "here.db"),
        ("sqlite:////srv/a%20b.db", "/srv/a b.db"),
        ("sqlite+pysqlite:///here.db", "here.db"),
    ],
)
def test_a_database_is_a_path_or_an_address(stated: str, path: str) -> None:
    """A path and a `sqlite:///` address name the same file."""
    assert database_path(stated) == Path(path)


@pytest.mark.parametrize("stated", ["mysql://host/ohjaus", "sqlite://host/x.db", "sqlite:///", "ftp://x/y"])
def test_another_kind_of_database_is_refused(stated: str) -> None:
    """What this version cannot open is refused before anything is made."""
    with pytest.raises(InputRejected) as refused:
        database_path(stated)
    assert refused.value.code == "database-unsupported"


def test_a_missing_database_is_not_made_by_reading(folder: Path) -> None:
    """Reading where nothing is says how to begin, exits with 3 and leaves nothing behind."""
    result = invoke("case", "list", "--db", "nothing.db")
    assert (result.exit_code, (folder / "nothing.db").exists()) == (3, False)
    assert "ohjaus init" in result.stderr


def test_settings_reach_the_record(database: Path) -> None:
    """`--as` is the role in which something is recorded."""
    recorded = answer("case", "note", "evaluation-15-2025", "made-up note", "--as", "registry")
    history = answer("case", "history", recorded["case"])
    assert history[-1]["recorded_by"]["role"] == "registry"


@pytest.mark.parametrize(
    "stated",
    [
        "postgresql://made-up:geh/eim@castle.invalid/kites",
        "postgresql://made-up:geh#eim@castle.invalid/kites",
        "postgresql:/made-up:geheim@castle.invalid/kites",
        "host=castle.invalid user=made-up password=geheim dbname=kites",
    ],
)
def test_an_address_that_was_mistyped_is_no_file_and_is_told_nowhere(stated: str, folder: Path) -> None:
    """Where the password ends cannot be known then: neither the refusal nor the settings tell any of it."""
    refused = invoke("init", "--db", stated)
    shown = invoke("config", "show", "--db", stated)
    assert (refused.exit_code, "[address-invalid]" in refused.stderr, shown.exit_code) == (9, True, 0)
    assert not any("eim" in said for result in (refused, shown) for said in (result.stdout, result.stderr))
    assert list(folder.iterdir()) == []
