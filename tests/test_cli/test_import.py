"""`import FILE`: published history comes into the record once, and what cannot come says why."""

from __future__ import annotations

import json
import os
from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from cli.upkeep.recording_history import grouped, spans
from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_cli.told_history import BY_PROCEDURE, CASES, CLOSED, FACTS, LINKS

HISTORY = Path(str(files("procedures") / "real_history.toml"))

OPENED = """
[[fact]]
procedure = "evaluation"
subject = "13"
what = "Ministry of Finance announces the evaluation procedure; grounds: key figures of the 2024 accounts"
on = 2025-07-01
precision = "exact"
source = "https://example.invalid/announced"
"""

APPOINTED = """
[[fact]]
procedure = "evaluation"
subject = "{subject}"
what = "the evaluation group is appointed; its term ends on 30.6.2026"
on = 2025-09-01
precision = "exact"
source = "https://example.invalid/appointed"
"""

UNDECLARED = """
[[fact]]
procedure = "weather"
subject = "13"
what = "it rained"
on = 2025-09-02
precision = "exact"
source = "https://example.invalid/rain"
"""


def file(folder: Path, text: str) -> str:
    """Writes a history file and gives its path."""
    path = folder / "told.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_the_real_history_comes_in(empty: Path) -> None:
    """Every row is recorded and none is left over; beside the acts stand only the links between cases."""
    found = answer("import", str(HISTORY))
    assert set(found) >= {"facts", "cases", "already_there", "left_over"}
    assert (found["facts"], found["cases"], found["already_there"], found["left_over"]) == (FACTS, CASES, 0, [])
    log = answer("audit", "log")
    told = Counter(event["type"].partition(".")[0] for event in log)
    assert told == {"case": LINKS, **{name: facts for name, (facts, _) in BY_PROCEDURE.items()}}
    assert {event["type"] for event in log if event["type"].startswith("case.")} == {"case.linked"}
    listed = answer("case", "list")
    assert Counter(case["procedure"] for case in listed) == {name: cases for name, (_, cases) in BY_PROCEDURE.items()}
    assert {case["case"]: case["state"] for case in listed if case["procedure"] == "evaluation"} == {
        "evaluation-01-2025": "group_appointed",
        "evaluation-15-2025": "assessment",
        "evaluation-21-2025": "assessment",
    }
    assert [case["case"] for case in listed if case["closed_on"]] == [*CLOSED]


def test_rows_left_over_are_told_in_the_order_of_the_file(empty: Path) -> None:
    """On a day before its end a part of the history is recorded; each row that is not says why."""
    found = answer("import", str(HISTORY), "--now", "2025-06-30T12:00+03:00")
    rows = [left["row"] for left in found["left_over"]]
    assert (rows, all(left["why"] for left in found["left_over"])) == (sorted(rows), True)
    assert 0 < found["facts"] < FACTS
    rest = answer("import", str(HISTORY))
    assert (found["facts"] + rest["facts"], rest["already_there"], rest["left_over"]) == (FACTS, found["facts"], [])


def test_importing_again_adds_nothing(empty: Path) -> None:
    """The second time every act is there already, and the log is what it was."""
    first = answer("import", str(HISTORY))
    log = answer("audit", "log")
    second = answer("import", str(HISTORY))
    assert (second["facts"], second["cases"], second["already_there"]) == (0, 0, first["facts"])
    assert second["left_over"] == first["left_over"]
    assert answer("audit", "log") == log


def test_rows_in_another_order_are_the_same_rows(empty: Path, folder: Path) -> None:
    """What a row is does not depend on where in the file it stands."""
    succeed("import", file(folder, OPENED + APPOINTED.format(subject="13")))
    found = answer("import", file(folder, UNDECLARED + APPOINTED.format(subject="13") + OPENED))
    assert (found["facts"], [left["row"] for left in found["left_over"]]) == (0, [1])


def test_history_is_continued_in_a_later_file(empty: Path, folder: Path) -> None:
    """A file that goes on where an earlier one ended finds the case that is open."""
    succeed("import", file(folder, OPENED))
    found = answer("import", file(folder, APPOINTED.format(subject="13")))
    assert (found["facts"] >= 1, found["cases"], found["left_over"]) == (True, 0, [])
    [case] = answer("case", "list", "--subject", "13")
    assert case["state"] == "group_appointed"


def test_what_cannot_be_recorded_is_left_over_and_the_rest_is_recorded(empty: Path, folder: Path) -> None:
    """A row without declaration and a row without a case stay behind; the row that can be recorded is."""
    found = answer("import", file(folder, UNDECLARED + APPOINTED.format(subject="14") + OPENED))
    assert (found["cases"], [left["row"] for left in found["left_over"]]) == (1, [1, 2])
    assert "weather" in found["left_over"][0]["why"]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_person_reads_the_reasons_in_groups(empty: Path, folder: Path, language: str) -> None:
    """Rows with one reason stand together, in each language."""
    told = file(folder, UNDECLARED + APPOINTED.format(subject="13") + UNDECLARED.replace("09-02", "09-03"))
    page = succeed("import", told, "--lang", language).stdout
    lines = page.splitlines()
    reason = next(number for number, line in enumerate(lines) if "weather" in line)
    assert (page.count("weather"), lines[reason + 1].split(maxsplit=1)[1]) == (1, "1, 3")
    assert "ohjaus case list" in page


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[fact]\n", None),
        ("[[fact]]\nprocedure = 1\n", "1"),
        (OPENED + "[[fact]]\nprocedure = 'evaluation'\n", "2"),
        (OPENED.replace("2025-07-01", '"soon"'), "1"),
        ("x = 1\n", None),
    ],
)
def test_a_malformed_file_is_rejected_whole(empty: Path, folder: Path, text: str, said: str | None) -> None:
    """A file of the wrong shape exits with 9, names the row, and nothing of it is recorded."""
    result = invoke("import", file(folder, text), "--format", "json")
    error = json.loads(result.stdout)["error"]
    assert (result.exit_code, error["code"].startswith("history-")) == (9, True)
    assert said is None or f"Row {said} " in error["message"]
    assert answer("audit", "log") == []


def test_files_that_cannot_be_read_are_rejected(empty: Path, folder: Path) -> None:
    """A missing file, a folder, bytes that are no text, and a file over the limit."""
    binary, large = folder / "binary.toml", folder / "large.toml"
    binary.write_bytes(b"\xff\xfe\x00")
    with large.open("wb") as handle:
        os.truncate(handle.fileno(), 11 * 1024 * 1024)
    for path in (folder / "nothing.toml", folder, binary, large):
        assert invoke("import", str(path)).exit_code == 9, path


def test_a_rehearsed_import_stores_nothing(empty: Path) -> None:
    """`--dry-run` gives the very result, and the log stays empty, byte by byte."""
    before = empty.read_bytes()
    rehearsed = answer("import", str(HISTORY), "--dry-run")
    assert empty.read_bytes() == before
    assert rehearsed == {**answer("import", str(HISTORY)), "rehearsed": True}


def test_an_import_needs_a_log(folder: Path) -> None:
    """Without a log nothing is made silently."""
    assert invoke("import", str(HISTORY), "--db", str(folder / "none.db")).exit_code == 3
    assert not (folder / "none.db").exists()


def test_reasons_are_grouped_and_rows_told_in_short() -> None:
    """The most frequent reason comes first, with its rows as spans."""
    left = [{"row": row, "why": "a" if row < 4 else "b"} for row in (1, 2, 3, 5, 9)]
    assert [(why, spans(rows)) for why, rows in grouped(left)] == [("a", "1–3"), ("b", "5, 9")]
