"""Every help text: examples first, in three languages, true, and quick to load."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from cli.frame.command import Explained, SpokenArgument, SpokenOption
from cli.nouns import NOUNS
from engine.law import LANGUAGES, Label
from tests.doses import LONG
from tests.test_cli.conftest import invoke, succeed
from tests.test_cli.examples import commands, examples_in
from tests.test_house.tree import ROOT

ALL = dict(commands())
HEAVY = ("sqlalchemy", "alembic", "pydantic", "rich", "transitions", "structlog", "msgspec", "platformdirs", "uuid6")


def arguments_of(path: str) -> list[str]:
    return [*path.split(), "--help"]


def labels_of(command: Explained) -> list[Label]:
    spoken = [one.about for one in command.params if isinstance(one, SpokenOption | SpokenArgument)]
    return [command.about, *([command.more] if command.more else []), *spoken]


@pytest.mark.parametrize("path", ALL, ids=lambda path: path or "ohjaus")
def test_examples_come_first(path: str) -> None:
    """Each help starts with its examples, before usage and options."""
    lines = succeed(*arguments_of(path)).stdout.splitlines()
    assert lines[0] == "Examples:"
    assert lines[1].startswith("  $ ohjaus")
    assert any(line.startswith("Usage: ohjaus") for line in lines[2:])


def shown_by_verbs() -> set[str]:
    """The examples that commands show which do something; in the long run none, so that nouns try theirs as well."""
    verbs = () if LONG else (one for one in ALL.values() if not isinstance(one, click.Group))
    return {line for verb in verbs for line in verb.examples}


@pytest.mark.parametrize("path", ALL, ids=lambda path: path or "ohjaus")
def test_every_example_does_what_it_shows(path: str, database: Path, folder: Path) -> None:
    """The examples of a command run in their order against the demo log, each with the exit code that it names.

    What a noun shows and its verb as well is tried once, with the verb; OHJAUS_LONG=1 tries it with both.
    """
    shutil.copy(ROOT / "procedures" / "real_history.toml", folder / "history.toml")
    examples = list(examples_in(succeed(*arguments_of(path)).stdout))
    assert examples
    elsewhere = shown_by_verbs() if isinstance(ALL[path], click.Group) else set()
    for example in examples:
        if example.line in elsewhere:
            continue
        result = invoke(*example.arguments)
        assert result.exit_code == example.exit_code, (example.line, result.stdout, result.stderr)


@pytest.mark.parametrize("path", ALL, ids=lambda path: path or "ohjaus")
def test_help_is_written_in_three_languages(path: str) -> None:
    """No label of a command is empty, and Finnish and Swedish are not the English over again."""
    for label in labels_of(ALL[path]):
        assert all(label.text(language).strip() for language in LANGUAGES), label
    about = ALL[path].about
    assert len({about.fi, about.sv, about.en}) == len(LANGUAGES)


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        ("fi", ("Esimerkkejä:", "Käyttö:", "Komennot:", "Valitsimet:")),
        ("sv", ("Exempel:", "Användning:", "Kommandon:", "Alternativ:")),
    ],
)
@pytest.mark.parametrize("place", ["before", "after"])
def test_help_speaks_the_language_asked_for(language: str, headings: tuple[str, ...], place: str) -> None:
    """`--lang` is honoured before the noun and after `--help` alike."""
    arguments = ["--lang", language, "case", "--help"] if place == "before" else ["case", "--help", "--lang", language]
    text = succeed(*arguments).stdout
    assert [heading for heading in headings if heading not in text] == []


def test_help_follows_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without an option and without OHJAUS_LANG the locale decides."""
    monkeypatch.setenv("LANG", "sv_FI.UTF-8")
    assert succeed("--help").stdout.startswith("Exempel:")


def test_every_noun_is_where_the_table_says() -> None:
    """Each noun of the top help can be loaded and bears its own name."""
    assert {name: ALL[name].name for name in NOUNS} == {name: name for name in NOUNS}


@pytest.mark.parametrize("arguments", [["--help"], ["case", "--help"], ["case", "show", "--help"], ["--version"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    """Help answers without SQLAlchemy, pydantic, rich and the rest."""
    program = (
        "import sys\n"
        "from cli.main import ohjaus\n"
        "try:\n    ohjaus.main(sys.argv[1:])\n"
        "except SystemExit as ended:\n    assert not ended.code, ended.code\n"
        "import json\n"
        f"sys.stderr.write(json.dumps([name for name in {HEAVY!r} if name in sys.modules]))\n"
    )
    done = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True)
    assert json.loads(done.stderr) == []


def test_help_of_an_unknown_noun_names_what_was_meant() -> None:
    """A mistyped noun exits with 2 and is met with the nearest one."""
    result = invoke("caes", "list")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "case" in result.stderr
