"""`demo`: published history in a log of its own, and made-up work beside it; never in one that exists already."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from cli.upkeep.made_up import document
from engine.law import LANGUAGES
from procedures.history import real_history
from procedures.register import declarations
from tests.doses import LONG
from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_cli.told_history import BY_PROCEDURE, CASES, FACTS, MADE_UP, MADE_UP_CASES, MADE_UP_FACTS

EARLY = ("--now", "2023-03-30T12:00+03:00")
"""A day on which little of the history had come: enough where it only matters which file is filled."""


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
        assert answer("demo", *given, *EARLY)["db"] == str(path)


def test_an_existing_log_is_never_touched(database: Path, folder: Path) -> None:
    """A log with events stays as it is, byte by byte; a fresh file in the user's data folder is filled and named."""
    before = database.read_bytes()
    found = answer("demo")
    assert Path(found["db"]) == folder / "data" / "ohjaus" / "demo.db"
    assert database.read_bytes() == before
    second = succeed("demo", "--lang", "sv", *EARLY)
    assert str(folder / "data" / "ohjaus" / "demo-2.db") in second.stdout.splitlines()[0]
    assert str(database) in second.stdout
    assert database.read_bytes() == before


@pytest.mark.parametrize("content", [b"Dear reader", b"SQLite format 3\x00 of somebody else"])
def test_a_foreign_file_is_never_touched(folder: Path, content: bytes) -> None:
    """What is no log of ours stays as it is."""
    path = folder / "foreign.db"
    path.write_bytes(content)
    assert answer("demo", "--db", str(path), *EARLY)["db"] != str(path)
    assert path.read_bytes() == content


def test_an_empty_log_marked_as_production_is_left_alone(folder: Path) -> None:
    """A demo has no place in a production log, even before its first event."""
    path = folder / "registry.db"
    succeed("init", "--production", "--db", str(path))
    assert answer("demo", "--db", str(path), *EARLY)["db"] != str(path)
    assert answer("audit", "log", "--db", str(path)) == []


def test_the_next_commands_name_the_database_if_it_is_not_the_default(folder: Path) -> None:
    """The case further, the picture and all that is to be done end the page; each can be pasted as it stands."""
    commands = [
        line.removeprefix("Next: ") for line in succeed("demo").stdout.splitlines() if line.startswith("Next: ")
    ]
    database = f"--db {folder / 'data' / 'ohjaus' / 'demo.db'}"
    assert commands == [
        f"ohjaus case next evaluation-15-2025 {database}",
        f"ohjaus audit replay evaluation-15-2025 {database}",
        f"ohjaus picture show {database}",
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


WIDE = LANGUAGES if LONG else LANGUAGES[:1]
"""The languages that are seen on a wide terminal as well as on a narrow one."""


@cache
def page_of_the_demo(language: str) -> str:
    """What a demo of the whole history says in a language; nobody looks at its log."""
    with TemporaryDirectory() as place:
        return succeed("demo", "--db", f"{place}/new.db", "--lang", language).stdout


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
def test_the_demo_tells_the_whole_history_by_name(language: str, heading: str, columns: str, first: str) -> None:
    """Each procedure stands in the table by its name, the most told first; the sums above, what is made up below."""
    told = page_of_the_demo(language).splitlines()
    start = told.index(heading) + 1
    assert (told[start], told[start + 1]) == (columns, first)
    rows = told[start + 1 : start + 1 + len(BY_PROCEDURE)]
    assert [tuple(map(int, row.split("\t")[1:])) for row in rows] == list(BY_PROCEDURE.values())
    labels = {table.procedure.id: table.procedure.label.text(language) for table in declarations().all()}
    assert [row.split("\t")[0] for row in rows] == [labels[procedure] for procedure in BY_PROCEDURE]
    assert (f"{FACTS} " in told[1], f"{CASES} " in told[1]) == (True, True)
    made_up = told[start + 1 + len(BY_PROCEDURE)]
    said = {"fi": "tilannekuvaa varten keksittyä", "sv": "påhittat för lägesbilden", "en": "Made up beside them"}
    assert (said[language] in made_up, f"{MADE_UP_FACTS} " in made_up, f"{MADE_UP_CASES} " in made_up) == (True,) * 3


@pytest.mark.parametrize(
    ("language", "column", "said"),
    [("fi", "Yli", "Jäi yli: "), ("sv", "Över", "Blev över: "), ("en", "Left over", "Left over: ")],
)
def test_what_was_left_over_is_spoken_of_only_where_there_is_some(
    folder: Path, language: str, column: str, said: str
) -> None:
    """After the whole history nothing is said of rows left over; before its end they have a column and a sentence."""
    whole = page_of_the_demo(language)
    assert (f"\t{column}\n" in whole, said in whole) == (False, False)
    before = ("--now", "2025-06-30T12:00+03:00", "--lang", language)
    part = succeed("demo", "--db", str(folder / "part.db"), *before).stdout
    assert (f"\t{column}\n" in part, said in part) == (True, True)


@pytest.mark.parametrize(
    ("language", "width"), [*((language, 80) for language in LANGUAGES), *((one, 120) for one in WIDE)]
)
def test_the_demo_fits_the_terminal(monkeypatch: pytest.MonkeyPatch, language: str, width: int) -> None:
    """On a terminal no line is wider than it but an address and what is there to be copied."""
    monkeypatch.setenv("COLUMNS", str(width))
    page = succeed("demo", "--db", "new.db", "--lang", language, "--format", "table").stdout
    lines = [line.strip() for line in page.splitlines() if len(line) > width]
    assert [line for line in lines if not line.startswith("https://")] == []


MADE_UP_WORDS = "keksitty esimerkki / påhittat exempel / made-up example"
SEEN_ON = ("--now", "2026-11-20T12:00+02:00")


def made_up_events(*given: str) -> list[dict[str, Any]]:
    """What the demo log holds of the procedures that the published history does not speak of."""
    return [event for event in answer("audit", "log", *given) if event["type"].partition(".")[0] in MADE_UP]


def texts(value: object) -> Iterator[str]:
    """Every text of some data that says something: more than one word."""
    match value:
        case dict():
            yield from (text for one in value.values() for text in texts(one))
        case list():
            yield from (text for one in value for text in texts(one))
        case str() if " " in value:
            yield value


def test_what_is_made_up_is_counted_apart(folder: Path) -> None:
    """The made-up facts and cases are no part of the history's sums."""
    found = answer("demo", "--db", str(folder / "new.db"))
    assert found["made_up"] == {"facts": MADE_UP_FACTS, "cases": MADE_UP_CASES, "ahead": 0}
    assert (found["facts"], found["cases"]) == (FACTS, CASES)
    told: dict[str, tuple[int, int]] = {}
    for event in made_up_events("--db", str(folder / "new.db")):
        facts, cases = told.get(procedure := event["type"].partition(".")[0], (0, 0))
        told[procedure] = (facts + 1, cases + (event["version"] == 1))
    assert told == MADE_UP


def test_every_made_up_text_says_that_it_is(database: Path) -> None:
    """In data, documents and grounds there is no sentence that could be taken for somebody's own."""
    events = made_up_events()
    said = [text for event in events for text in texts(event["data"])]
    said += [document["title"] for event in events for document in event["documents"]]
    said += [event["opening"]["ground"] for event in events if event["opening"]]
    assert len(said) > MADE_UP_FACTS
    assert [text for text in said if MADE_UP_WORDS not in text] == []


def test_the_demo_shows_what_the_picture_needs(database: Path) -> None:
    """A confirmed round, an open one in which most are silent, two flags, and one wavering assumption."""
    rounds = answer("case", "list", "--procedure", "monthly_round")
    assert [(one["state"], one["opened_on"]) for one in rounds] == [
        ("confirmed", "2026-09-21"),
        ("collecting", "2026-10-26"),
    ]
    returns = [one["state"] for one in answer("case", "list", "--procedure", "county_return")]
    assert {state: returns.count(state) for state in dict.fromkeys(returns)} == {
        "confirmed": 20,
        "unanswered": 2,
        "excused": 1,
        "issued": 17,
        "answered": 6,
    }
    assert [one["state"] for one in answer("flag", "list", *SEEN_ON)] == ["raised", "answered"]
    assert [one["judgement"] for one in answer("assumption", "list")].count("wavering") == 1
    shown = answer("picture", "show", *SEEN_ON)
    assert (shown["based_on"]["reported"], shown["based_on"]["expected"]) == (6, 23)


def test_two_demos_record_the_same(database: Path, folder: Path) -> None:
    """Apart from ids and the time of recording, one demo log is like the other."""
    told = []
    succeed("demo", "--db", str(folder / "new.db"))
    for path in (database, folder / "new.db"):
        events = answer("audit", "log", "--db", str(path))
        told.append([(event["stream"], event["type"], event["effective_on"], event["data"]) for event in events])
    assert told[0] == told[1]


@pytest.mark.parametrize(
    ("day", "cases", "ahead"), [("2026-07-31", 0, True), ("2026-10-06", 25, True), ("2026-11-12", MADE_UP_CASES, False)]
)
def test_what_lies_ahead_of_the_clock_is_not_made_up(folder: Path, day: str, cases: int, ahead: bool) -> None:
    """On a day between, only what had come by then is recorded, and the record is whole."""
    path = ("--db", str(folder / "then.db"), "--now", f"{day}T12:00+02:00")
    found = answer("demo", *path)["made_up"]
    assert (found["cases"], found["ahead"] > 0) == (cases, ahead)
    assert max((event["effective_on"] for event in made_up_events(*path[:2])), default="") <= day
    assert answer("audit", "verify", *path)["ok"] is True


def test_the_acts_of_the_file_stand_in_the_order_of_their_days() -> None:
    """What is ahead of a clock is then a tail of the file, on which nothing before it rests."""
    days = [act["on"] for act in document()["act"]]
    assert days == sorted(days)
    assert min(days) > max(row.on for row in real_history().rows)
