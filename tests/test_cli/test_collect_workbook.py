"""The workbook of a county: what it asks, what it knows already, and what is never taken for an answer."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from openpyxl import load_workbook

from cli.collect.form import HIDDEN, catalogue_version
from cli.collect.package import LARGEST_BYTES
from cli.collect.reading import MOST_ROWS, read_book, text_of
from procedures.roadmap.catalogue import roadmap
from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_cli.filling import MONTH, ON, fill, inline, opened, refused, rejected, repacked, shown, taken, workbook

Change = Callable[[dict[str, bytes]], None]
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
    again = answer(*template, "--out", str(folder / "next.xlsx"))
    assert [(one["position"], one["prefilled"], one["reissued"]) for one in again["files"]] == [(3, 1, True)]
    assert shown(folder / "next.xlsx", "HTT")[1][3:] == ["late", "made-up reason", "yes", "under way"]
    assert answer(*template, "--out", str(folder / "same.xlsx"))["reissued"] == []


# Whoever filled it in.


def test_other_programs_write_the_same_answer(empty: Path, folder: Path) -> None:
    """Strings in the cells or shared, sheets in another order, rows sorted, a number or a day typed into a text."""
    opened("Kainuu")
    path = fill(workbook(folder), {"HTT!D2": "Late ", "HTT!E2": 2027, "HTT!F2": True, "HTT!D3": "on schedule"})
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


def test_empty_cells_far_out_and_sheets_of_ones_own_do_no_harm(empty: Path, folder: Path) -> None:
    """A formatted last row makes no giant grid, and a sheet that was added is named as not read."""
    opened("Kainuu")
    path = workbook(folder)
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


# What is never taken.


@pytest.mark.parametrize(
    ("cells", "wrong"),
    [
        ({"HTT!D2": "melkein"}, "HTT!D2:word-unknown"),
        ({"HTT!F2": "maybe"}, "HTT!F2:word-unknown"),
        ({"HTT!D2": "late"}, "HTT!E2:reason-missing"),
        ({"HTT!D2": "at risk"}, "HTT!E2:reason-missing"),
        ({"HTT!E2": "made up"}, "HTT!D2:state-missing"),
        ({"HTT!D2": "=1+1"}, "HTT!D2:formula"),
        ({"HTT!D1": "Status"}, "HTT!D1:heading-changed"),
        ({"HTT!H5": "made up"}, "HTT!H5:outside"),
        ({"HTT!A2": "HTT-A-1.99"}, "HTT!A2:row-near"),
        ({"HTT!A2": "HTT-A-1.2"}, "HTT!A3:row-twice"),
        ({"HTT!E2": "x" * 4001, "HTT!D2": "late"}, "HTT!E2:too-long"),
        ({"Observations!B2": "made up"}, "Observations!A2:kind-missing"),
        ({"Observations!A2": "wish"}, "Observations!B2:text-missing"),
        ({"Observations!A2": "wish", "Observations!B2": "x", "Observations!D2": "X"}, "Observations!D2:row-unknown"),
        ({"Observations!A2": "wish and risk", "Observations!B2": "x"}, "Observations!A2:word-unknown"),
    ],
)
def test_a_wrong_cell_is_named_with_its_reason(empty: Path, folder: Path, cells: dict[str, object], wrong: str) -> None:
    """The workbook is rejected as a whole, the refusal names the cell, and nothing is stored."""
    opened("Kainuu")
    error = rejected(fill(workbook(folder), {**cells, "HTT!D9": "on schedule"}), verb="import")
    assert error["code"] == "workbook-rejected"
    assert [one["code"] for one in error["missing"]] == [wrong]


def test_every_wrong_cell_is_named_at_once_in_three_languages(empty: Path, folder: Path) -> None:
    """A county mends its workbook once; the words that may stand there are given."""
    opened("Kainuu")
    path = fill(workbook(folder), {"HTT!D2": "melkein", "ICT!D4": "late"})
    for language, said in (
        ("fi", "HTT!D2: ”melkein” ei kelpaa; valitse: on schedule, at risk, late, no information, not applicable"),
        ("sv", "ICT!E4: i riskzonen och försenad kräver en motivering"),
        ("en", "HTT!D2: “melkein” cannot stand here; choose one of: on schedule, at risk"),
    ):
        result = invoke("collect", "check", str(path), "--lang", language)
        assert (result.exit_code, result.stdout) == (9, "")
        assert said in " ".join(result.stderr.split())


def test_a_missing_sheet_is_missed(empty: Path, folder: Path) -> None:
    """A sheet that was taken out is no county that says nothing."""
    opened("Kainuu")
    path = workbook(folder)
    with closing(load_workbook(path)) as book:
        del book["PJ"]
        book.save(path)
    assert [one["code"] for one in rejected(path)["missing"]] == ["PJ:sheet-missing"]


def test_an_emptied_state_is_no_answer(empty: Path, folder: Path) -> None:
    """Who does not know any more says so; an empty cell says nothing."""
    opened("Kainuu")
    taken(fill(workbook(folder), {"HTT!D2": "on schedule"}))
    again = workbook(folder, "Kainuu", *ON, name="again.xlsx")
    error = rejected(fill(again, {"HTT!D2": None}))
    assert [one["code"] for one in error["missing"]] == ["HTT!D2:state-emptied"]
    assert taken(fill(again, {"HTT!D2": "no information"}))["events"] == 1


# Hostile files.


def external(parts: dict[str, bytes]) -> None:
    """A link to another workbook."""
    parts["xl/externalLinks/externalLink1.xml"] = b"<externalLink/>"


def macro(parts: dict[str, bytes]) -> None:
    """A macro."""
    parts["xl/vbaProject.bin"] = b"made up"


def macro_type(parts: dict[str, bytes]) -> None:
    """A workbook that says that it may hold macros."""
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"openxmlformats-officedocument.spreadsheetml.sheet.main", b"ms-excel.sheet.macroEnabled.main"
    )


def entity(parts: dict[str, bytes]) -> None:
    """A text that grows when it is read."""
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><sst>&b;</sst>'
    parts["xl/sharedStrings.xml"] = bomb


def remote(parts: dict[str, bytes]) -> None:
    """A relation to a file elsewhere."""
    rels = parts["xl/_rels/workbook.xml.rels"]
    link = (
        b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"'
        b' Target="https://example.invalid/x.png" TargetMode="External"/></Relationships>'
    )
    parts["xl/_rels/workbook.xml.rels"] = rels.replace(b"</Relationships>", link)


def bomb(parts: dict[str, bytes]) -> None:
    """A part that unpacks to a thousand times its size."""
    parts["xl/media/picture.xml"] = b"<a>" + b" " * 20_000_000 + b"</a>"


def broken(parts: dict[str, bytes]) -> None:
    """A sheet that breaks off."""
    parts["xl/worksheets/sheet2.xml"] = parts["xl/worksheets/sheet2.xml"][:2000]


def far_out(parts: dict[str, bytes]) -> None:
    """A value in the last cell that there is."""
    sheet = parts["xl/worksheets/sheet2.xml"]
    cell = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    parts["xl/worksheets/sheet2.xml"] = sheet.replace(b"</sheetData>", cell)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (external, "workbook-links"),
        (remote, "workbook-links"),
        (macro, "workbook-macros"),
        (macro_type, "workbook-macros"),
        (entity, "workbook-unreadable"),
        (broken, "workbook-unreadable"),
        (bomb, "workbook-too-large"),
        (far_out, "workbook-too-large"),
    ],
)
def test_a_hostile_workbook_is_refused_before_it_is_read(empty: Path, folder: Path, change: Change, code: str) -> None:
    """Links, macros, document types, bombs and cells at the end of the world; nothing is stored."""
    opened("Kainuu")
    assert rejected(repacked(workbook(folder), change), verb="import")["code"] == code


def test_a_page_that_a_text_points_to_is_no_foreign_link(empty: Path, folder: Path) -> None:
    """Spreadsheet programs make links of addresses that people type; only the text is read."""
    opened("Kainuu")
    path = workbook(folder)
    with closing(load_workbook(path)) as book:
        book["HTT"]["D2"], book["HTT"]["E2"] = "on schedule", "https://example.invalid/"
        book["HTT"]["E2"].hyperlink = "https://example.invalid/"
        book.save(path)
    assert [one["given"] for one in answer("collect", "check", str(path))["files"][0]["changes"]] == [
        "on_schedule",
        "https://example.invalid/",
    ]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "workbook-unreadable"),
        (b"Number;State\n", "workbook-unreadable"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 512, "workbook-encrypted"),
        (b"PK\x03\x04" + b"\0" * 40, "workbook-unreadable"),
        (b"PK\x03\x04" + b"\0" * LARGEST_BYTES, "workbook-too-large"),
    ],
)
def test_what_is_no_workbook_is_refused(empty: Path, folder: Path, content: bytes, code: str) -> None:
    """An empty file, a CSV, a password, half an archive, and more than ten megabytes."""
    path = folder / "made-up.xlsx"
    path.write_bytes(content)
    assert rejected(path)["code"] == code


def test_a_part_that_lies_about_its_size_is_refused(empty: Path, folder: Path) -> None:
    """The size that counts is the one that was unpacked, whatever the archive says."""
    opened("Kainuu")
    path = workbook(folder)
    with zipfile.ZipFile(path) as packed:
        size = packed.getinfo("xl/sharedStrings.xml").file_size
    content = path.read_bytes()
    lie = content.replace(size.to_bytes(4, "little"), (size - 100).to_bytes(4, "little"))
    assert lie != content
    path.write_bytes(lie)
    assert rejected(path)["code"] == "workbook-unreadable"


def test_a_file_that_is_not_there_is_said(empty: Path, folder: Path) -> None:
    """A mistyped name is an input that cannot be read, and no fault."""
    assert rejected(folder / "nothing.xlsx")["code"] == "file-unreadable"


def test_a_grid_reaches_no_further_than_a_form_can(empty: Path, folder: Path) -> None:
    """One row below the bound is read, and one above is refused."""
    opened("Kainuu")
    path = fill(workbook(folder), {f"Observations!F{MOST_ROWS}": "made up"})
    assert rejected(path)["missing"][0]["code"] == f"Observations!F{MOST_ROWS}:outside"
    fill(path, {f"Observations!F{MOST_ROWS + 1}": "made up"})
    assert rejected(path)["code"] == "workbook-too-large"


# Whose it is.


def test_the_workbook_of_another_county_month_or_log_is_refused(empty: Path, folder: Path) -> None:
    """A name that was mistaken is noticed before anything is read into the wrong place."""
    opened("Kainuu", "Lappi")
    path = workbook(folder)
    assert refused("collect", "check", str(path), "--county", "Lappi", code=9)["code"] == "workbook-foreign"
    succeed("collect", "check", str(path), "--county", "Kainuu")
    other = folder / "other.db"
    succeed("init", "--db", str(other))
    assert refused("collect", "check", str(path), "--db", str(other), code=9)["code"] == "workbook-foreign"


@pytest.mark.parametrize(
    ("cell", "value"),
    [("B5", "21"), ("B4", "2026-11"), ("B6", "county-return-21-2026"), ("B7", "1"), ("B1", "made up"), ("B9", "xx")],
)
def test_a_changed_hidden_sheet_deceives_nobody(empty: Path, folder: Path, cell: str, value: str) -> None:
    """What the file says of itself is held against the log."""
    opened("Kainuu", "Lappi")
    assert rejected(fill(workbook(folder), {f"{HIDDEN}!{cell}": value}))["code"] == "workbook-foreign"


def test_the_workbook_of_an_old_round_is_refused(empty: Path, folder: Path) -> None:
    """Once the next month is open, answers to the one before come too late; so do they once a return is closed."""
    opened("Kainuu")
    path = workbook(folder)
    succeed("collect", "open", "--month", "2027-01", "--on", "2026-11-21", "--now", "2026-11-21")
    assert rejected(path)["code"] == "workbook-old"


def test_a_workbook_of_a_closed_return_is_refused(empty: Path, folder: Path) -> None:
    """What was confirmed is not answered any more."""
    opened("Kainuu")
    path = workbook(folder)
    taken(fill(path, {"HTT!D2": "on schedule"}))
    month = ("--month", MONTH, "--county", "Kainuu", "--now", "2026-12-20")
    succeed("collect", "discuss", *month, "--on", "2026-12-10")
    succeed("collect", "confirm", *month, "--on", "2026-12-11")
    assert rejected(path)["code"] == "workbook-old"


def test_a_workbook_is_read_from_vetted_parts_only(empty: Path, folder: Path) -> None:
    """The grid has the cells that were written, each as text, and nothing of what is beside them."""
    opened("Kainuu")
    book = read_book(fill(workbook(folder), {"HTT!D2": "on schedule"}))
    assert (book.sheets["HTT"].at(1, 3), book.sheets["HTT"].at(1, 4), book.sheets["HTT"].at(9999, 3)) == (
        "on schedule",
        None,
        None,
    )
    assert set(book.sheets) == {"Instructions", *GROUPS, "Observations", HIDDEN}
