"""`demo`: published history in a log of its own; never in one that exists already."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from procedures.history import real_history
from procedures.register import declarations
from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_cli.told_history import BY_PROCEDURE, CASES, FACTS


def test_the_demo_fills_a_new_database_and_shows_a_case(folder: Path) -> None:
    """The database that is named is made and filled, and Keski-Suomi's evaluation is shown as `case show` shows it."""
    path = folder / "new.db"
    found = answer("demo", "--db", str(path))
    assert (found["db"], found["facts"], found["cases"], found["left_over"]) == (str(path), FACTS, CASES, [])
    assert {one["procedure"]: (one["facts"], one["cases"]) for one in found["by_procedure"]} == BY_PROCEDURE
    assert {(one["left_over"], one["already_there"]) for one in found["by_procedure"]} == {(0, 0)}
    assert found["shown"]["case"] == "evaluation-15-2025"
    shown = answer("case", "show", "evaluation-15-2025", "--db", str(path))
    changing = ("as_of", "next")
    assert {k: v for k, v in found["shown"].items() if k not in changing} == {
        k: v for k, v in shown.items() if k not in changing
    }
    assert answer("audit", "verify", "--db", str(path))["ok"] is True


@pytest.mark.parametrize("where", ["option", "environment"])
def test_an_empty_log_and_an_empty_file_are_filled(folder: Path, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    """What is named and holds nothing yet is used: a log without events, and a file without bytes."""
    log, nothing = folder / "log.db", folder / "nothing.db"
    succeed("init", "--db", str(log))
    nothing.touch(0o600)
    for path in (log, nothing):
        monkeypatch.setenv("OHJAUS_DB", str(path) if where == "environment" else "")
        given = ("--db", str(path)) if where == "option" else ()
        assert answer("demo", *given)["db"] == str(path)


def test_an_existing_log_is_never_touched(database: Path, folder: Path) -> None:
    """A log with events stays as it is, byte by byte; a fresh file in the user's data folder is filled and named."""
    before = database.read_bytes()
    found = answer("demo")
    assert Path(found["db"]) == folder / "data" / "ohjaus" / "demo.db"
    assert database.read_bytes() == before
    second = succeed("demo", "--lang", "sv")
    assert str(folder / "data" / "ohjaus" / "demo-2.db") in second.stdout.splitlines()[0]
    assert str(database) in second.stdout
    assert database.read_bytes() == before


@pytest.mark.parametrize("content", [b"Dear reader", b"SQLite format 3\x00 of somebody else"])
def test_a_foreign_file_is_never_touched(folder: Path, content: bytes) -> None:
    """What is no log of ours stays as it is."""
    path = folder / "foreign.db"
    path.write_bytes(content)
    assert answer("demo", "--db", str(path))["db"] != str(path)
    assert path.read_bytes() == content


def test_an_empty_log_marked_as_production_is_left_alone(folder: Path) -> None:
    """A demo has no place in a production log, even before its first event."""
    path = folder / "registry.db"
    succeed("init", "--production", "--db", str(path))
    assert answer("demo", "--db", str(path))["db"] != str(path)
    assert answer("audit", "log", "--db", str(path)) == []


def test_the_next_commands_name_the_database_if_it_is_not_the_default(folder: Path) -> None:
    """The case further, all cases and all that is to be done end the page; each can be pasted as it stands."""
    commands = [
        line.removeprefix("Next: ") for line in succeed("demo").stdout.splitlines() if line.startswith("Next: ")
    ]
    database = f"--db {folder / 'data' / 'ohjaus' / 'demo.db'}"
    assert commands == [
        f"ohjaus case next evaluation-15-2025 {database}",
        f"ohjaus audit replay evaluation-15-2025 {database}",
        f"ohjaus case list {database}",
        f"ohjaus todo {database}",
    ]
    for command in commands:
        succeed(*command.split()[1:])


def test_a_rehearsed_demo_makes_no_file(folder: Path) -> None:
    """`--dry-run` shows the same and leaves nothing."""
    found = answer("demo", "--dry-run", "--db", str(folder / "new.db"))
    assert (found["facts"], found["cases"], found["rehearsed"]) == (FACTS, CASES, True)
    assert found["db"] == str(folder / "new.db")
    assert list(folder.rglob("*.db")) == []


def test_the_demo_works_in_an_empty_environment(folder: Path) -> None:
    """Not even HOME is needed when the database is named, and nothing but the answer is printed."""
    path = folder / "bare.db"
    done = subprocess.run(
        [
            sys.executable,
            "-I",
            "-W",
            "error",
            "-c",
            _PROGRAM,
            str(Path(__file__).parents[2]),
            "demo",
            "--db",
            str(path),
        ],
        capture_output=True,
        text=True,
        check=False,
        env={},
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"Demo log: {path}")
    assert path.stat().st_mode & 0o777 == 0o600


_PROGRAM = "import sys; sys.path.insert(0, sys.argv.pop(1)); from cli.main import main; main()"


def test_a_demo_on_a_day_before_the_history_records_what_had_happened(folder: Path) -> None:
    """Rows that lie ahead of the given clock are left over as not having come yet."""
    found = answer("demo", "--db", str(folder / "then.db"), "--now", "2025-06-30T12:00+03:00")
    ahead = [row.number for row in real_history().rows if row.on > date(2025, 6, 30)]
    assert [one["row"] for one in found["left_over"]] == ahead
    assert sum(one["left_over"] for one in found["by_procedure"]) == len(ahead)
    recorded = answer("audit", "log", "--db", str(folder / "then.db"))
    assert max(one["effective_on"] for one in recorded) == "2025-06-30"
    opened = {one["procedure"]: one["cases"] for one in found["by_procedure"] if one["cases"]}
    assert (sum(opened.values()), opened["evaluation"], found["shown"]["state"]) == (found["cases"], 3, "started")
    assert invoke("audit", "verify", "--db", str(folder / "then.db")).exit_code == 0


@pytest.mark.parametrize(
    ("language", "heading", "columns", "first"),
    [
        (
            "fi",
            "Kirjatut toimet menettelyittäin:",
            "Menettely\tToimia\tAsioita",
            "hyvinvointialueen lisärahoitus\t23\t12",
        ),
        (
            "sv",
            "Registrerade åtgärder efter förfarande:",
            "Förfarande\tÅtgärder\tÄrenden",
            "tilläggsfinansiering till välfärdsområden\t23\t12",
        ),
        (
            "en",
            "Acts recorded, by procedure:",
            "Procedure\tActs\tCases",
            "additional funding of a wellbeing services county\t23\t12",
        ),
    ],
)
def test_the_demo_tells_the_whole_history_by_name(
    folder: Path, language: str, heading: str, columns: str, first: str
) -> None:
    """Each procedure stands in the table by its name, not its id, the most told first; the sums stand above."""
    page = succeed("demo", "--db", str(folder / "new.db"), "--lang", language).stdout
    told = page.splitlines()
    start = told.index(heading) + 1
    assert (told[start], told[start + 1]) == (columns, first)
    rows = told[start + 1 : start + 1 + len(BY_PROCEDURE)]
    assert [tuple(map(int, row.split("\t")[1:])) for row in rows] == list(BY_PROCEDURE.values())
    labels = {table.procedure.id: table.procedure.label.text(language) for table in declarations().all()}
    assert [row.split("\t")[0] for row in rows] == [labels[procedure] for procedure in BY_PROCEDURE]
    assert (f"{FACTS} " in told[1], f"{CASES} " in told[1]) == (True, True)


@pytest.mark.parametrize(
    ("language", "column", "said"),
    [("fi", "Yli", "Jäi yli: "), ("sv", "Över", "Blev över: "), ("en", "Left over", "Left over: ")],
)
def test_what_was_left_over_is_spoken_of_only_where_there_is_some(
    folder: Path, language: str, column: str, said: str
) -> None:
    """After the whole history nothing is said of rows left over; before its end they have a column and a sentence."""
    whole = succeed("demo", "--db", str(folder / "whole.db"), "--lang", language).stdout
    assert (f"\t{column}\n" in whole, said in whole) == (False, False)
    before = ("--now", "2025-06-30T12:00+03:00", "--lang", language)
    part = succeed("demo", "--db", str(folder / "part.db"), *before).stdout
    assert (f"\t{column}\n" in part, said in part) == (True, True)


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_demo_fits_the_terminal(folder: Path, monkeypatch: pytest.MonkeyPatch, language: str, width: int) -> None:
    """On a terminal no line is wider than it but an address and what is there to be copied."""
    monkeypatch.setenv("COLUMNS", str(width))
    page = succeed("demo", "--db", "new.db", "--lang", language, "--format", "table").stdout
    lines = [line.strip() for line in page.splitlines() if len(line) > width]
    assert [line for line in lines if not line.startswith("https://")] == []
