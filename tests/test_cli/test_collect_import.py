"""Answers from workbooks: only what changed, both of two people heard, and nothing twice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_cli.filling import MONTH, ON, fill, opened, refused, shown, taken, workbook
from tests.test_cli.rounds import short_book, whole_book

__all__ = ["short_book", "whole_book"]

RETURN = "county-return-20-2026"
KAINUU = ("--month", MONTH, "--county", "Kainuu")
LATE = {"HTT!D2": "late", "HTT!E2": "made-up reason"}


@pytest.fixture
def book(short_book: Path) -> Path:
    """What Kainuu fills in, and Lapland's round beside it: few questions do for nearly all that is tested here."""
    return short_book


def answered() -> list[dict[str, Any]]:
    """What the answers of Kainuu say, one after the other."""
    return [event["data"] for event in answer("case", "history", RETURN) if event["type"] == "county_return.answered"]


def stands(task: str) -> tuple[Any, ...]:
    """How a sub-task of Kainuu stands by what a new workbook would be filled with."""
    path = Path("stands.xlsx")
    path.unlink(missing_ok=True)
    workbook(Path(), "Kainuu", *ON, name=path.name)
    return next(tuple(row[3:]) for row in shown(path, "HTT") if row[0] == task)


# Only what changed.


def test_only_the_changed_rows_are_recorded(whole_book: Path) -> None:
    """Two rows of five hundred; each observation is a case of its own, which knows its line."""
    book = whole_book
    fill(book, {**LATE, "HTT!G3": "done", "HTT!D3": "on schedule"})
    fill(book, {"Observations!A2": "wish", "Observations!B2": "a made-up wish", "Observations!E2": "rescue services"})
    fill(book, {"Observations!A5": "risk", "Observations!B5": "a made-up risk", "Observations!C5": "ICT"})
    found = taken(book)
    assert (found["events"], found["files"][0]["conflicts"], found["rehearsed"]) == (3, [], False)
    (data,) = answered()
    assert [(one["task"], one["state"], one["progress"]) for one in data["items"]] == [
        ("HTT-A-1.1", "late", None),
        ("HTT-A-1.2", "on_schedule", "done"),
    ]
    assert (data["position"], data["nothing_changed"], data["conflicts"]) == (0, False, [])
    raised = [answer("case", "history", case["case"])[0]["data"] for case in observations()]
    assert [(one["kind"], one["sector"], one["group"], one["return_case"], one["line"]) for one in raised] == [
        ("wish", "rescue", None, RETURN, 1),
        ("risk", "both", "ICT", RETURN, 2),
    ]
    events = answer("audit", "log")
    assert len({event["command_id"] for event in events[-3:]}) == 1
    assert answer("audit", "verify")["ok"] is True


def observations() -> list[dict[str, Any]]:
    """The observations that the log holds."""
    return list(answer("case", "list", "--procedure", "county_observation"))


def test_the_same_file_again_adds_nothing(book: Path) -> None:
    """Neither the cells nor the observations come twice; a second line of the same words is a second observation."""
    fill(book, {**LATE, "Observations!A2": "wish", "Observations!B2": "a made-up wish"})
    assert taken(book)["events"] == 2
    again = taken(book)
    assert (again["events"], again["files"][0]["adds"]) == (0, False)
    fill(book, {"Observations!A3": "wish", "Observations!B3": "a made-up wish"})
    assert taken(book)["events"] == 2
    assert len(observations()) == 2
    assert taken(book)["events"] == 0


def test_an_untouched_workbook_says_that_nothing_has_changed(book: Path) -> None:
    """It is an answer, once."""
    found = taken(book)
    assert (found["events"], found["files"][0]["nothing_changed"]) == (1, True)
    assert [one["nothing_changed"] for one in answered()] == [True]
    assert taken(book)["events"] == 0


def test_a_rehearsal_and_a_check_store_nothing(book: Path, empty: Path) -> None:
    """Both show what would be recorded, with the words of before and after."""
    fill(book, LATE)
    before = empty.read_bytes()
    rehearsed = answer("collect", "import", str(book), *ON, "--dry-run")
    checked = answer("collect", "check", str(book))
    assert empty.read_bytes() == before
    assert (rehearsed["rehearsed"], rehearsed["events"], rehearsed["files"]) == (True, 1, checked["files"])
    page = succeed("collect", "check", str(book), "--lang", "fi").stdout
    assert "HTT!D2 HTT-A-1.1" in page
    assert "– → myöhässä" in page
    assert "Mitään ei tallennettu." in page


def test_several_workbooks_go_in_together_or_not_at_all(book: Path, folder: Path) -> None:
    """One wrong cell of one county keeps the other out too; the same county twice is told to come in turn."""
    other = fill(workbook(folder, "Lappi", name="lappi.xlsx"), {"HTT!D2": "melkein", "ICT!D2": "late"})
    third = folder / "third.xlsx"
    third.write_bytes(b"")
    fill(book, LATE)
    error = refused("collect", "import", str(book), str(other), str(third), *ON, code=9)
    assert error["code"] == "workbooks-rejected"
    assert [one["code"] for one in error["missing"]] == [
        "lappi.xlsx:HTT!D2:word-unknown",
        "lappi.xlsx:ICT!E2:reason-missing",
        "third.xlsx:workbook-unreadable",
    ]
    assert refused("collect", "import", str(book), str(book), *ON, code=9)["code"] == "workbooks-of-one-county"
    assert answered() == []
    fill(other, {"HTT!D2": "on schedule", "ICT!D2": None})
    assert (taken(book, other)["events"], len(answered())) == (2, 1)
    assert len({event["command_id"] for event in answer("audit", "log")[-2:]}) == 1


def test_a_day_that_cannot_be_is_refused_and_nothing_is_stored(book: Path) -> None:
    """An answer from before the workbook was issued, or from days to come, is no answer."""
    fill(book, {**LATE, "Observations!A2": "wish", "Observations!B2": "a made-up wish"})
    for day in ("2026-11-01", "2027-11-01"):
        refused("collect", "import", str(book), "--on", day, "--now", "2026-11-27", code=5)
    assert (answered(), observations()) == ([], [])


# Two people.


def test_two_people_who_change_different_cells_are_both_heard(book: Path, folder: Path) -> None:
    """Each copy is held against what it was issued with: what the one did not touch, the other keeps."""
    taken(fill(book, {"HTT!D2": "on schedule"}))
    issued = workbook(folder, "Kainuu", *ON, name="issued.xlsx")
    first = fill(issued, LATE, to=folder / "first.xlsx")
    second = fill(issued, {"HTT!D3": "on schedule", "HTT!F2": "yes"}, to=folder / "second.xlsx")
    assert taken(first)["files"][0]["conflicts"] == []
    assert taken(second)["files"][0]["conflicts"] == []
    assert stands("HTT-A-1.1") == ("late", "made-up reason", "yes", None)
    assert stands("HTT-A-1.2") == ("on schedule", None, "no", None)


def test_two_people_who_change_the_same_cell_the_same_way_agree(book: Path, folder: Path) -> None:
    """Saying the same is no conflict and nothing new."""
    fill(book, LATE)
    assert [taken(path)["events"] for path in (book, fill(book, {}, to=folder / "copy.xlsx"))] == [1, 0]


def test_a_cell_that_two_changed_waits_and_the_rest_goes_in(book: Path, folder: Path) -> None:
    """Cell, what it was, what it is and what was given are listed; the log keeps what it has until it is resolved."""
    second = fill(book, {"HTT!D2": "at risk", "HTT!E2": "another reason", "HTT!D3": "late", "HTT!E3": "x"})
    taken(fill(workbook(folder, name="first.xlsx"), LATE))
    found = taken(second)
    (one,) = found["files"]
    assert [(each["cell"], each["was"], each["now"], each["given"]) for each in one["conflicts"]] == [
        ("HTT!D2", None, "late", "at_risk"),
        ("HTT!E2", None, "made-up reason", "another reason"),
    ]
    assert [each["cell"] for each in one["changes"]] == ["HTT!D3", "HTT!E3"]
    assert stands("HTT-A-1.1") == ("late", "made-up reason", "no", None)
    assert taken(second)["events"] == 0
    status = answer("collect", "status", "--month", MONTH)
    assert {each["county"]: each["conflicts"] for each in status["counties"] if each["case"]} == {"20": 2, "21": 0}
    assert [each["cell"] for each in answer("collect", "resolve", *KAINUU)["waiting"]] == ["HTT!D2", "HTT!E2"]


@pytest.mark.parametrize(
    ("take", "kept", "state"),
    [("given", "workbook", ("at risk", "another reason", "no", None)), ("kept", "log", None)],
)
def test_a_conflict_is_resolved_with_its_reason(
    book: Path, folder: Path, take: str, kept: str, state: tuple[Any, ...] | None
) -> None:
    """State and reason stand or fall together; the choice is recorded, and the same file raises no conflict again."""
    second = fill(book, {"HTT!D2": "at risk", "HTT!E2": "another reason"})
    taken(fill(workbook(folder, name="first.xlsx"), LATE))
    taken(second)
    found = answer("collect", "resolve", *KAINUU, "d2", "--take", take, "--reason", "made up", *ON)
    assert [(one["cell"], one["kept"]) for one in found["resolved"]] == [("HTT!D2", kept), ("HTT!E2", kept)]
    assert found["waiting"] == []
    assert stands("HTT-A-1.1") == (state or ("late", "made-up reason", "no", None))
    event = next(one for one in answer("case", "history", RETURN) if one["type"].endswith("conflicts_resolved"))
    assert (event["data"]["because"], len(event["data"]["resolutions"])) == ("made up", 2)
    assert taken(second)["events"] == 0
    assert answer("audit", "verify")["ok"] is True


def test_a_correction_beside_the_round_is_a_conflict_too(book: Path) -> None:
    """What the discussion saw otherwise moved the picture as much as another's workbook."""
    fill(book, {"HTT!D2": "on schedule"})
    succeed("collect", "discuss", *KAINUU, "--change", "HTT-A-1.1=late:made up", *ON)
    (one,) = taken(book)["files"]
    assert [(each["cell"], each["now"], each["given"]) for each in one["conflicts"]] == [
        ("HTT!D2", "late", "on_schedule"),
        ("HTT!E2", "made up", None),
    ]


def test_a_reason_is_never_left_with_the_state_of_another(book: Path, folder: Path) -> None:
    """One changes the state, the other its reason only: that is one thing, and somebody has to look at it."""
    taken(fill(book, {"HTT!D2": "at risk", "HTT!E2": "first reason"}))
    one, two = (workbook(folder, "Kainuu", *ON, name=name) for name in ("one.xlsx", "two.xlsx"))
    taken(fill(one, {"HTT!D2": "late"}))
    found = taken(fill(two, {"HTT!E2": "second reason"}))["files"][0]
    assert [each["cell"] for each in found["conflicts"]] == ["HTT!D2", "HTT!E2"]
    assert stands("HTT-A-1.1") == ("late", "first reason", "no", None)


def test_a_cell_without_a_conflict_cannot_be_resolved(book: Path) -> None:
    """Whoever mistypes a cell is told which wait; a choice without cells is no choice."""
    assert refused("collect", "resolve", *KAINUU, "HTT!D2", "--take", "given", code=3)["code"] == "conflict-unknown"
    assert refused("collect", "resolve", *KAINUU, "HTT!D2", code=9)["code"] == "resolution-lacking"
    assert refused("collect", "resolve", *KAINUU, "--take", "kept", code=9)["code"] == "resolution-lacking"


# The county's own procedures, and whom to call.


def test_a_county_says_how_its_own_procedures_stand(database: Path, folder: Path) -> None:
    """The open evaluation of Central Finland has its row; what the county says stands beside what the log says."""
    county = "Keski-Suomi"
    path = folder / "own.xlsx"
    month = ("--month", "2027-03", "--county", county)
    succeed("collect", "open", *month, "--on", "2026-12-01", "--now", "2026-12-01")
    succeed("collect", "template", *month, "--in", "en", "--out", str(path), "--now", "2026-12-01")
    rows = shown(path, "Procedures")
    place = next(number for number, row in enumerate(rows, start=1) if row[0] == "evaluation-15-2025")
    fill(
        path,
        {f"Procedures!D{place}": "late", f"Procedures!E{place}": "a made-up reason", f"Procedures!F{place}": "yes"},
    )
    now = ("--on", "2026-12-02", "--now", "2026-12-02")
    (found,) = taken(path, options=now)["files"]
    assert [(one["kind"], one["about"], one["given"]) for one in found["changes"]] == [
        ("case", "evaluation-15-2025", "late"),
        ("case", "evaluation-15-2025", "a made-up reason"),
        ("case", "evaluation-15-2025", "yes"),
    ]
    agenda = answer("agenda", "make", *month, "--now", "2026-12-02")
    parts = {point["part"] for point in agenda["points"]}
    assert {"late", "asked"} <= parts


def test_contacts_go_into_the_register_of_contacts(empty: Path, folder: Path) -> None:
    """Where the register is open the workbook asks whom to call: several at once, and taken back when emptied."""
    start = ("case", "start", "cooperation_forums", "--subject", "FI", "--on", "2026-11-02", "--now", "2026-11-20")
    succeed(*start, "--set", "catalogue=forums_2025")
    opened("Kainuu", "Lappi")
    path = fill(workbook(folder), {"Contacts!C2": "made-up exchange", "Contacts!D2": "made-up@example.invalid"})
    fill(path, {"Contacts!C3": "made-up office"})
    assert taken(path)["events"] == 3
    second = workbook(folder, "Kainuu", *ON, name="second.xlsx")
    assert shown(second, "Contacts")[1][2:] == ["made-up exchange", "made-up@example.invalid"]
    fill(second, {"Contacts!C3": None, "Contacts!C2": "another office"})
    assert [one["field"] for one in taken(second)["files"][0]["changes"]] == ["title", "title"]
    third = workbook(folder, "Kainuu", *ON, name="third.xlsx")
    assert [row[2] for row in shown(third, "Contacts")[1:3]] == ["another office", None]
    error = refused("collect", "check", str(fill(third, {"Contacts!D5": "made-up@example.invalid"})), code=9)
    assert [one["code"] for one in error["missing"]] == ["Contacts!C5:title-missing"]
    assert answer("audit", "verify")["ok"] is True


def test_an_answer_is_told_in_the_language_of_the_reader(book: Path, folder: Path) -> None:
    """Conflicts and next commands in Finnish and Swedish."""
    second = fill(book, {"HTT!D2": "on schedule"})
    taken(fill(workbook(folder, name="first.xlsx"), LATE))
    for language, said in (("fi", "2 ristiriitaa odottaa"), ("sv", "2 konflikter väntar")):
        page = succeed("collect", "import", str(second), *ON, "--dry-run", "--lang", language).stdout
        assert said in page
        assert "ohjaus collect resolve --month 2026-12 --county kainuu" in page
    assert invoke("collect", "import", str(second), *ON).exit_code == 0
