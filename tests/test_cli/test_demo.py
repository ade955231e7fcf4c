"""`demo`: published history in a log of its own; never in one that exists already."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_cli.conftest import answer, invoke, succeed


def test_the_demo_fills_a_new_database_and_shows_a_case(folder: Path) -> None:
    """The database that is named is made and filled, and Keski-Suomi's evaluation is shown as `case show` shows it."""
    path = folder / "new.db"
    found = answer("demo", "--db", str(path))
    assert (found["db"], found["cases"], found["shown"]["case"]) == (str(path), 3, "evaluation-15-2025")
    assert found["facts"] == sum(one["facts"] for one in found["by_procedure"])
    assert sum(one["left_over"] for one in found["by_procedure"]) == len(found["left_over"])
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
    """Three commands end the page, and each can be pasted as it stands."""
    commands = [
        line.removeprefix("Next: ") for line in succeed("demo").stdout.splitlines() if line.startswith("Next: ")
    ]
    assert len(commands) == 3
    assert all(f"--db {folder / 'data' / 'ohjaus' / 'demo.db'}" in command for command in commands)
    for command in commands:
        succeed(*command.split()[1:])


def test_a_rehearsed_demo_makes_no_file(folder: Path) -> None:
    """`--dry-run` shows the same and leaves nothing."""
    found = answer("demo", "--dry-run", "--db", str(folder / "new.db"))
    assert (found["cases"], found["rehearsed"], found["db"]) == (3, True, str(folder / "new.db"))
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
    assert (found["cases"], found["shown"]["state"]) == (3, "started")
    assert invoke("audit", "verify", "--db", str(folder / "then.db")).exit_code == 0


@pytest.mark.parametrize(
    ("language", "heading", "columns"),
    [
        ("fi", "Kirjatut toimet menettelyittäin:", "Menettely\tToimia\tAsioita\tYli"),
        ("sv", "Registrerade åtgärder efter förfarande:", "Förfarande\tÅtgärder\tÄrenden\tÖver"),
        ("en", "Acts recorded, by procedure:", "Procedure\tActs\tCases\tLeft over"),
    ],
)
def test_the_numbers_of_the_demo_say_what_they_count(folder: Path, language: str, heading: str, columns: str) -> None:
    """In plain lines too the table of the demo has a heading and the names of its columns."""
    lines = succeed("demo", "--db", str(folder / "new.db"), "--lang", language).stdout.splitlines()
    assert lines[lines.index(heading) + 1] == columns
