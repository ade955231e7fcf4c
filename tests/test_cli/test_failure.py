"""Failures: the exit codes of the contract, the error object, and never a traceback."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Never

import click
import pytest

from cli.case.todo import todo
from cli.frame.failure import exit_code, report
from cli.frame.invocation import Invocation
from engine.errors import Conflict, Fault, InputRejected, IntegrityBroken, Missing, NotAuthorised, NotFound, Refused
from engine.law import Label
from tests.test_cli.conftest import invoke


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (Fault("made-up", "made up"), 1),
        (RuntimeError("made up"), 1),
        (click.UsageError("made up"), 2),
        (NotFound("made-up", "made up"), 3),
        (NotAuthorised("made-up", "made up"), 4),
        (Refused("made-up", "made up"), 5),
        (Conflict("made-up", "made up"), 6),
        (IntegrityBroken("made-up", "made up"), 7),
        (InputRejected("made-up", "made up"), 9),
        (KeyboardInterrupt(), 130),
        (click.Abort(), 130),
    ],
    ids=lambda value: getattr(value, "code", None) or str(value) or type(value).__name__,
)
def test_each_family_has_its_exit_code(error: BaseException, code: int) -> None:
    """The contract's table of exit codes, family by family."""
    assert exit_code(error) == code


REFUSALS = {
    "usage": (["case", "list", "--colour"], 2),
    "case-unknown": (["case", "show", "evaluation-15-2099"], 3),
    "procedure-unknown": (["procedure", "show", "evalution"], 3),
    "act-refused": (["case", "advance", "evaluation-15-2025", "council_decided", "--on", "2026-03-01"], 5),
    "version-conflict": (
        ["case", "advance", "evaluation-15-2025", "group_met", "--on", "2026-03-01", "--expected-version", "1"],
        6,
    ),
    "date-invalid": (["case", "advance", "evaluation-15-2025", "group_met", "--on", "1.3.2026"], 9),
    "data-invalid": (["case", "advance", "evaluation-15-2025", "group_met", "--on", "2026-03-01", "--set", "a=b"], 9),
}


@pytest.mark.parametrize("code", REFUSALS)
def test_a_failure_is_data_on_standard_output_and_words_on_standard_error(code: str, database: Path) -> None:
    """With --format json the error object is printed, and a person reads the same on standard error."""
    arguments, expected = REFUSALS[code]
    result = invoke(*arguments, "--format", "json")
    assert result.exit_code == expected, result.stderr
    error = json.loads(result.stdout)["error"]
    assert error["code"] == code
    assert error.keys() >= {"code", "message", "basis", "missing", "try"}
    assert error["message"] in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("code", REFUSALS)
@pytest.mark.parametrize("language", ["fi", "sv"])
def test_a_failure_speaks_the_language(code: str, language: str, database: Path) -> None:
    """What a person reads of a failure is not English where English was not asked for."""
    arguments, _ = REFUSALS[code]
    english = invoke(*arguments, "--lang", "en").stderr
    spoken = invoke(*arguments, "--lang", language).stderr
    assert spoken.splitlines()[0] != english.splitlines()[0]


def test_people_get_no_error_object(database: Path) -> None:
    """Without --format json nothing is printed on standard output."""
    result = invoke("case", "show", "evaluation-15-2099")
    assert (result.exit_code, result.stdout) == (3, "")


def test_an_unknown_case_is_met_with_the_nearest(database: Path) -> None:
    """A mistyped case id names those that were probably meant."""
    result = invoke("case", "show", "evalution-15-2025", "--format", "json")
    assert json.loads(result.stdout)["error"]["nearest"][0] == "evaluation-15-2025"


def test_an_unexpected_exception_is_an_incident(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of ours exits with 1, names the place, and shows neither traceback nor the exception's own words."""

    def break_down(*_: object, **__: object) -> Never:
        raise RuntimeError("made-up secret")

    monkeypatch.setattr(todo, "callback", break_down)
    result = invoke("todo", "--format", "json")
    error = json.loads(result.stdout)["error"]
    assert (result.exit_code, error["code"]) == (1, "unexpected")
    assert error["incident"].startswith("RuntimeError test_cli/test_failure.py:")
    assert "secret" not in result.stderr + result.stdout
    assert "Traceback" not in result.stderr


def test_an_interruption_exits_with_130(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Control-C ends with one sentence."""

    def interrupt(*_: object, **__: object) -> Never:
        raise KeyboardInterrupt

    monkeypatch.setattr(todo, "callback", interrupt)
    result = invoke("todo")
    assert (result.exit_code, "Interrupted" in result.stderr) == (130, True)


def test_a_command_that_records_refuses_the_past(database: Path) -> None:
    """The as-of axes belong to reads: nothing is recorded in the past."""
    result = invoke("case", "note", "evaluation-15-2025", "made-up note", "--known-at", "1")
    assert (result.exit_code, "--known-at" in result.stderr) == (2, True)


def test_the_time_of_a_production_log_is_its_own(folder: Path) -> None:
    """--now is refused on a log that is marked as production."""
    assert invoke("init", "--db", "real.db", "--production").exit_code == 0
    result = invoke("case", "list", "--db", "real.db", "--now", "2026-01-01", "--format", "json")
    assert (result.exit_code, json.loads(result.stdout)["error"]["code"]) == (5, "now-on-production")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("case", "list", "--lang"), "--lang tarvitsee arvon"),
        (("case", "list", "too", "many"), "Nämä sanat ovat liikaa: too many"),
        (("case", "advance", "x", "y", "--on", "2026-01-01", "--expected-version", "x"), "kokonaisluku"),
        (("case", "start", "evaluation", "--on", "2026-01-01"), "--subject puuttuu."),
        (("case", "lits"), "Tarkoititko: list"),
        (("case", "list", "--opne"), "Tarkoititko: --open"),
        (("case", "list", "--format", "yaml"), "jokin näistä: table, plain"),
    ],
)
def test_click_complains_in_the_language(
    arguments: tuple[str, ...], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every complaint about how a command was written is said in our words, whichever of click's it is."""
    monkeypatch.setenv("OHJAUS_LANG", "fi")
    result = invoke(*arguments)
    assert (result.exit_code, said in result.stderr) == (2, True), result.stderr


def test_rejected_input_says_where_to_look(database: Path) -> None:
    """An error that names no next command of its own points to the help of the command that ran."""
    result = invoke("case", "advance", "evaluation-15-2025", "group_met", "--on", "tomorrow")
    assert "Try: ohjaus case advance --help" in result.stderr


def test_on_a_terminal_a_message_is_wrapped_and_its_command_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines end between words and never inside a citation; what is to be pasted stays on one line."""

    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    screen = Screen()
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setenv("COLUMNS", "44")
    missing = Missing("made-up", Label("x", "x", "a condition that is told at some length"), ("611/2021 122 § 3 mom.",))
    proposed = "ohjaus case advance made-up-99-2025 made_up --on 2026-01-31 --db made-up.db"
    error = Refused("made-up-code", "The made-up rule says no.", missing=(missing,), try_next=proposed)
    assert report(error, Invocation({"lang": "en"})) == 5
    assert screen.getvalue().splitlines() == [
        "Refused: The made-up rule says no.",
        "    [made-up-code]",
        "Missing:",
        "  – a condition that is told at some",
        "    length  (611/2021 122 § 3 mom.)",
        f"Try: {proposed}",
        "More: ohjaus explain made-up-code",
    ]


def test_what_a_driver_said_is_told_to_the_log_of_operations_only(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With -v a line holds the driver's words; the sentence and the error object never do."""

    def fail(*_: object, **__: object) -> Never:
        raise Fault("persons-unusable", "It cannot be used now.", details={"driver": "42703: made-up words"})

    monkeypatch.setattr(todo, "callback", fail)
    result = invoke("-v", "todo", "--format", "json")
    logged = [json.loads(line) for line in result.stderr.splitlines() if line.startswith("{")]
    assert [one["driver"] for one in logged if one["event"] == "failed"] == ["42703: made-up words"]
    said = result.stdout + "".join(line for line in result.stderr.splitlines() if not line.startswith("{"))
    assert "made-up words" not in said


ENGLISH = re.compile(r"(?<=\s)(the|is|of|cannot|not|and|was|has|there|it|this|that|with)(?=[\s.,:])")
"""Words of which an English sentence has at least one, and a Finnish or Swedish one none."""
SPOKEN: tuple[str, ...] = (
    "case advance evaluation-15-2025 group_met --on 2026-03-01 --unreported made_up",
    "case advance evaluation-15-2025 group_met --on 2026-03-01 --json broken.json",
    "case advance evaluation-15-2025 group_met --on 2026-03-01 --json none.json",
    "case advance evaluation-15-2025 group_met --on 2026-03-01 --json .",
    "case start evaluation --subject KELA --on 2026-03-01",
    "case link evaluation-15-2025 evaluation-15-2025 --relation related",
    "case link evaluation-15-2025 legislation-fi-2026 --relation made_up",
    "case note evaluation-15-2025 made-up --publicity secret",
    "import row.toml",
    "import broken.json",
    "collect open --month 2026-13 --on 2026-11-20",
    "collect import broken.json --on 2026-11-20",
    "picture build --out p --profile county",
    "audit export --format bundle --out made-up.zip",
    "audit export --format csv --out nowhere/made-up.csv",
    "audit export --format csv --out demo.db --yes",
    "db restore broken.json --yes",
    "db init-roles --yes",
    "init",
    "projection check made_up",
    "person show made-up-nobody",
    "grant add made-up-person --role vm",
    "identity login",
    "identity login --issuer http://example.org --client-id made-up",
    "config set lang xx",
    "deadline tick --now 2020-01-01",
    "flag raise Lappi --what x --need y --contact z --on 2026-08-17 --by-when 2026-09-15 --task HTT-1",
)


@pytest.mark.parametrize("words", SPOKEN)
@pytest.mark.parametrize("language", ["fi", "sv"])
def test_a_refusal_mixes_no_languages(words: str, language: str, database: Path) -> None:
    """What is said to a Finnish or Swedish reader holds no English sentence; proposed commands are left out here."""
    Path("broken.json").write_text('{"a":', encoding="utf-8")
    Path("row.toml").write_text('[[fact]]\nprocedure = "made_up"\n', encoding="utf-8")
    result = invoke(*words.split(), "--lang", language)
    said = [line for line in result.stderr.splitlines() if ": ohjaus " not in line]
    assert (result.exit_code > 0, bool(said)) == (True, True)
    assert [line for line in said if ENGLISH.search(line)] == []


LONG_NAME = "x" * 400
NAMED = (
    *("audit verify --checkpoints", "audit verify --checkpoints . --key", "picture diff --from", "picture build --out"),
    *("db backup --out", "db copy demo.db", "metrics write --out", "collect template --month 2026-11 --out"),
)


@pytest.mark.parametrize("words", NAMED)
def test_a_name_that_no_disk_takes_is_no_incident(words: str, database: Path) -> None:
    """Wherever a path is looked at first, one that is too long is refused as such."""
    result = invoke(*words.split(), LONG_NAME, "--format", "json")
    error = json.loads(result.stdout)["error"]
    assert (result.exit_code, error["code"]) == (9, "path-unreachable")
    assert (LONG_NAME in error["message"], error.get("incident")) == (False, None)


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("import", "en"),
        ("import", "sv"),
        *((words, "fi") for words in ("collect check", "import", "db restore", *NAMED)),
    ],
)
def test_a_name_with_a_zero_byte_is_no_incident(words: str, language: str, database: Path) -> None:
    """No terminal can type one, a program that calls the commands can; it is refused as other impossible names are."""
    result = invoke(*words.split(), "a\0b", "--format", "json", "--lang", language)
    error = json.loads(result.stdout)["error"]
    assert (result.exit_code, error.get("incident")) in ((9, None), (2, None), (3, None))
    assert "embedded" not in error["message"]
