"""The workbook of a county: what it asks, what it knows already, and how it is read."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from openpyxl import load_workbook

from cli.collect.form import HIDDEN, catalogue_version
from cli.collect.reading import read_book, text_of
from procedures.roadmap.catalogue import roadmap
from tests.test_cli.conftest import answer, succeed
from tests.test_cli.filling import MONTH, ON, fill, inline, opened, refused, shown, taken, workbook
from tests.test_cli.rounds import short_book

__all__ = ["short_book"]

GROUPS = ["HTT", "JO", "PJ", "YP", "ICT"]


# What goes out.


def test_the_workbook_has_its_instructions_first_and_a_sheet_for_each_group(empty: Path, folder: Path) -> None:
    """Headings stand still, nothing is merged, every sub-task has its row, and the hidden sheet says whose it is."""
    opened("Kainuu")
    path = workbook(folder)
    with closing(load_workbook(path)) as book:
        assert book.sheetnames == ["Instructions", *GROUPS, "Observations", HIDDEN]
        assert book[HIDDEN].sheet_state == "veryHidden"
        assert all(not sheet.merged_cells.ranges for sheet in book)
        assert [book[name].freeze_panes for name in GROUPS] == ["B2"] * 5
        lists = [rule.formula1 for rule in book["HTT"].data_validations.dataValidation if rule.type == "list"]
        hidden = {row[0].value: row[1].value for row in book[HIDDEN].iter_rows()}
        custom = {one.name: one.value for one in book.custom_doc_props.props}
    assert lists == [
        '"on schedule,at risk,late,no information,not applicable"',
        '"yes,no"',
        '"not started,under way,done"',
    ]
    ids = [row[0] for name in GROUPS for row in shown(path, name)[1:]]
    assert ids == list(roadmap().subtasks)
    log_id = hidden["log"]
    assert hidden == {
        "product": "ohjaus-monthly-round",
        "format": "1",
        "log": log_id,
        "month": MONTH,
        "county": "20",
        "case": "county-return-20-2026",
        "position": "0",
        "scope": "critical",
        "language": "en",
        "catalogue": catalogue_version(),
    }
    assert custom == {f"ohjaus_{name}": value for name, value in hidden.items()}


def test_the_same_log_gives_the_same_bytes(empty: Path, folder: Path) -> None:
    """Written twice, the file is the same; another file that lies there is not replaced without being told to."""
    opened("Kainuu")
    first, second = workbook(folder, name="a.xlsx"), workbook(folder, name="b.xlsx")
    assert first.read_bytes() == second.read_bytes()
    workbook(folder, name="a.xlsx")
    fill(first, {"HTT!E2": "made up"})
    template = ("collect", "template", "--month", MONTH, "--county", "Kainuu", "--in", "en", "--out", str(first))
    assert refused(*template, code=5)["code"] == "file-exists"
    succeed(*template, "--yes")
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize(
    ("language", "sheet", "heading", "word"),
    [("fi", "Havainnot", "Tila", "aikataulussa"), ("sv", "Iakttagelser", "Tillstånd", "i tid")],
)
def test_a_county_gets_its_workbook_in_its_language(
    empty: Path, folder: Path, language: str, sheet: str, heading: str, word: str
) -> None:
    """Finnish and Swedish workbooks are filled in with their own words and mean the same."""
    opened("Pohjanmaa")
    path = workbook(folder, "Pohjanmaa", "--in", language)
    assert (shown(path, "HTT")[0][3], shown(path, sheet)[0][0] is None) == (heading, False)
    fill(path, {"HTT!D2": word})
    assert [change["given"] for change in taken(path)["files"][0]["changes"]] == ["on_schedule"]


def test_only_what_is_not_known_to_be_harmless_is_asked(empty: Path, folder: Path) -> None:
    """What a county judged not critical is left out, until all is asked for; the burden is counted."""
    harmless = ",".join(list(roadmap().subtasks)[:500])
    start = ("case", "start", "county_roadmap", "--subject", "Kainuu", "--on", "2026-11-02")
    succeed(*start, "--fact", "taken_into_use", "--now", "2026-11-20")
    judged = ("case", "advance", "county-roadmap-20-2026", "criticality_judged", "--on", "2026-11-03")
    succeed(*judged, "--set", f"not_critical={harmless}", "--now", "2026-11-20")
    opened("Kainuu", "Lappi")
    template = ("collect", "template", "--month", MONTH, "--out", str(folder / "k"), "--now", "2026-11-20T10:00")
    files = answer(*template)["files"]
    assert {one["county"]: one["questions"] for one in files} == {"20": 57, "21": 557}
    assert [one["reissued"] for one in files] == [False, False]
    all_of_it = answer(*template, "--county", "Kainuu", "--all", "--yes")["files"]
    assert [(one["questions"], one["reissued"]) for one in all_of_it] == [(557, True)]
    status = answer("collect", "status", "--month", MONTH)
    assert {one["county"]: one["questions"] for one in status["counties"] if one["case"]} == {"20": 557, "21": 557}


def test_a_workbook_is_filled_with_what_is_known_and_issued_anew_when_that_moved(empty: Path, folder: Path) -> None:
    """After the first answer the next workbook carries it, from a newer position of the log."""
    opened("Kainuu")
    path = workbook(folder)
    taken(fill(path, {"HTT!D2": "late", "HTT!E2": "made-up reason", "HTT!F2": "yes", "HTT!G2": "under way"}))
    template = ("collect", "template", "--month", MONTH, "--county", "Kainuu", "--in", "en", *ON)
    rehearsed = answer(*template, "--out", str(folder / "next.xlsx"), "--dry-run")
    assert (rehearsed["reissued"], (folder / "next.xlsx").exists()) == (["20"], False)
    for impossible in ("a\0b", "x" * 400):
        assert refused(*template, "--out", impossible, code=9)["code"] == "path-unreachable"
    again = answer(*template, "--out", str(folder / "next.xlsx"))
    assert [(one["position"], one["prefilled"], one["reissued"]) for one in again["files"]] == [(3, 1, True)]
    assert shown(folder / "next.xlsx", "HTT")[1][3:] == ["late", "made-up reason", "yes", "under way"]
    assert answer(*template, "--out", str(folder / "same.xlsx"))["reissued"] == []


# Whoever filled it in.


def test_other_programs_write_the_same_answer(short_book: Path, folder: Path) -> None:
    """Strings in the cells or shared, sheets in another order, rows sorted, a number or a day typed into a text."""
    path = fill(short_book, {"HTT!D2": "Late ", "HTT!E2": 2027, "HTT!F2": True, "HTT!D3": "on schedule"})
    fill(path, {"Observations!A2": "note", "Observations!B2": "made up", "Observations!D2": "htt-a-1.1"})
    (first,) = answer("collect", "check", str(path))["files"]
    assert [(one["about"], one["field"], one["given"]) for one in first["changes"]] == [
        ("HTT-A-1.1", "state", "late"),
        ("HTT-A-1.1", "reason", "2027"),
        ("HTT-A-1.1", "support_asked", "yes"),
        ("HTT-A-1.2", "state", "on_schedule"),
    ]
    (second,) = answer("collect", "check", str(inline(path, folder / "inline.xlsx")))["files"]
    assert second["changes"] == first["changes"]
    assert (
        second["observations"]
        == first["observations"]
        == [{"kind": "note", "text": "made up", "cell": "Observations!A2"}]
    )
    with closing(load_workbook(path)) as book:
        page = book["HTT"]
        values = [[cell.value for cell in row] for row in page.iter_rows(min_row=2)]
        for number, row in enumerate(reversed(values), start=2):
            for column, value in enumerate(row, start=1):
                page.cell(number, column).value = value
        book.save(path)
    (sorted_rows,) = answer("collect", "check", str(path))["files"]
    assert {(one["about"], one["given"]) for one in sorted_rows["changes"]} == {
        (one["about"], one["given"]) for one in first["changes"]
    }


def test_empty_cells_far_out_and_sheets_of_ones_own_do_no_harm(short_book: Path) -> None:
    """A formatted last row makes no giant grid, and a sheet that was added is named as not read."""
    path = short_book
    with closing(load_workbook(path)) as book:
        book["HTT"].cell(1_048_576, 16_384).number_format = "0.00"
        book.create_sheet("Own sums")["A1"] = "=1+1"
        book.save(path)
    (found,) = answer("collect", "check", str(path))["files"]
    assert (found["nothing_changed"], found["not_read"]) == (True, ["Own sums"])


@pytest.mark.parametrize(
    ("value", "text"),
    [(2027.0, "2027"), (0.5, "0.5"), (True, "TRUE"), ("  a\r\nb ", "a\nb"), ("", None), (None, None)],
)
def test_a_cell_is_read_as_the_text_that_a_person_sees(value: object, text: str | None) -> None:
    """Whole numbers lose their point, ends are trimmed, line ends are of one kind."""
    assert text_of(value) == text


def test_a_workbook_is_read_from_vetted_parts_only(short_book: Path) -> None:
    """The grid has the cells that were written, each as text, and nothing of what is beside them."""
    book = read_book(fill(short_book, {"HTT!D2": "on schedule"}))
    assert (book.sheets["HTT"].at(1, 3), book.sheets["HTT"].at(1, 4), book.sheets["HTT"].at(9999, 3)) == (
        "on schedule",
        None,
        None,
    )
    assert set(book.sheets) == {"Instructions", *GROUPS, "Observations", HIDDEN}
