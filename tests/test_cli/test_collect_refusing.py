"""The workbook of a county: what is never taken for an answer, whoever wrote it."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from openpyxl import load_workbook

from cli.collect.form import HIDDEN
from cli.collect.package import LARGEST_BYTES
from cli.collect.reading import MOST_ROWS
from engine.law import LANGUAGES
from tests.test_cli.conftest import answer, invoke, succeed
from tests.test_cli.filling import MONTH, ON, fill, refused, rejected, repacked, taken, workbook
from tests.test_cli.rounds import short_book

__all__ = ["short_book"]

Change = Callable[[dict[str, bytes]], None]


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
def test_a_wrong_cell_is_named_with_its_reason(short_book: Path, cells: dict[str, object], wrong: str) -> None:
    """The workbook is rejected as a whole, the refusal names the cell, and nothing is stored."""
    error = rejected(fill(short_book, {**cells, "HTT!D9": "on schedule"}), verb="import")
    assert error["code"] == "workbook-rejected"
    assert [one["code"] for one in error["missing"]] == [wrong]


def test_every_wrong_cell_is_named_at_once_in_three_languages(short_book: Path) -> None:
    """A county mends its workbook once; the words that may stand there are given."""
    path = fill(short_book, {"HTT!D2": "melkein", "ICT!D4": "late"})
    for language, said in (
        ("fi", "HTT!D2: ”melkein” ei kelpaa; valitse: on schedule, at risk, late, no information, not applicable"),
        ("sv", "ICT!E4: i riskzonen och försenad kräver en motivering"),
        ("en", "HTT!D2: “melkein” cannot stand here; choose one of: on schedule, at risk"),
    ):
        result = invoke("collect", "check", str(path), "--lang", language)
        assert (result.exit_code, result.stdout) == (9, "")
        assert said in " ".join(result.stderr.split())


def test_a_missing_sheet_is_missed(short_book: Path) -> None:
    """A sheet that was taken out is no county that says nothing."""
    path = short_book
    with closing(load_workbook(path)) as book:
        del book["PJ"]
        book.save(path)
    assert [one["code"] for one in rejected(path)["missing"]] == ["PJ:sheet-missing"]


def test_an_emptied_state_is_no_answer(short_book: Path, folder: Path) -> None:
    """Who does not know any more says so; an empty cell says nothing."""
    taken(fill(short_book, {"HTT!D2": "on schedule"}))
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


def unknown_encoding(parts: dict[str, bytes]) -> None:
    """A sheet in an encoding that does not exist."""
    parts["xl/worksheets/sheet2.xml"] = b'<?xml version="1.0" encoding="made-up"?><worksheet/>'


def encoding_of_no_text(parts: dict[str, bytes]) -> None:
    """A sheet in an encoding that Python knows, of bytes to bytes."""
    parts["xl/worksheets/sheet2.xml"] = b'<?xml version="1.0" encoding="hex"?><worksheet/>'


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
        (unknown_encoding, "workbook-unreadable"),
        (encoding_of_no_text, "workbook-unreadable"),
        (bomb, "workbook-too-large"),
        (far_out, "workbook-too-large"),
    ],
)
def test_a_hostile_workbook_is_refused_before_it_is_read(short_book: Path, change: Change, code: str) -> None:
    """Links, macros, document types, bombs and cells at the end of the world; nothing is stored."""
    assert rejected(repacked(short_book, change), verb="import")["code"] == code


def test_a_page_that_a_text_points_to_is_no_foreign_link(short_book: Path) -> None:
    """Spreadsheet programs make links of addresses that people type; only the text is read."""
    path = short_book
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


def test_a_part_that_lies_about_its_size_is_refused(short_book: Path) -> None:
    """The size that counts is the one that was unpacked, whatever the archive says."""
    path = short_book
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


def test_a_grid_reaches_no_further_than_a_form_can(short_book: Path) -> None:
    """One row below the bound is read, and one above is refused."""
    path = fill(short_book, {f"Observations!F{MOST_ROWS}": "made up"})
    assert rejected(path)["missing"][0]["code"] == f"Observations!F{MOST_ROWS}:outside"
    fill(path, {f"Observations!F{MOST_ROWS + 1}": "made up"})
    assert rejected(path)["code"] == "workbook-too-large"


# Whose it is.


def test_the_workbook_of_another_county_month_or_log_is_refused(short_book: Path, folder: Path) -> None:
    """A name that was mistaken is noticed before anything is read into the wrong place."""
    path = short_book
    assert refused("collect", "check", str(path), "--county", "Lappi", code=9)["code"] == "workbook-foreign"
    succeed("collect", "check", str(path), "--county", "Kainuu")
    other = folder / "other.db"
    succeed("init", "--db", str(other))
    assert refused("collect", "check", str(path), "--db", str(other), code=9)["code"] == "workbook-foreign"


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_several_foreign_workbooks_each_is_named_once(short_book: Path, folder: Path, language: str) -> None:
    """Where several files are refused, the line of each names its file, and not twice."""
    # given: a workbook of no return that there is, one that is no workbook at all, and one that is not there
    strange = fill(short_book, {f"{HIDDEN}!B6": "county-return-21-2026"}, to=folder / "strange.xlsx")
    empty = folder / "nothing.xlsx"
    empty.write_bytes(b"")
    # when
    files = (str(strange), str(empty), "gone.xlsx")
    result = invoke("collect", "import", *files, *ON, "--lang", language, "--format", "json")
    # then
    error = json.loads(result.stdout)["error"]
    named = [one["text"].count(Path(name).name) for one, name in zip(error["missing"], files, strict=True)]
    assert (error["code"], named) == ("workbooks-rejected", [1, 1, 1])


@pytest.mark.parametrize(
    ("cell", "value"),
    [("B5", "21"), ("B4", "2026-11"), ("B6", "county-return-21-2026"), ("B7", "1"), ("B1", "made up"), ("B9", "xx")],
)
def test_a_changed_hidden_sheet_deceives_nobody(short_book: Path, cell: str, value: str) -> None:
    """What the file says of itself is held against the log."""
    assert rejected(fill(short_book, {f"{HIDDEN}!{cell}": value}))["code"] == "workbook-foreign"


def test_the_workbook_of_an_old_round_is_refused(short_book: Path) -> None:
    """Once the next month is open, answers to the one before come too late; so do they once a return is closed."""
    path = short_book
    succeed("collect", "open", "--month", "2027-01", "--on", "2026-11-21", "--now", "2026-11-21")
    assert rejected(path)["code"] == "workbook-old"


def test_a_workbook_of_a_closed_return_is_refused(short_book: Path) -> None:
    """What was confirmed is not answered any more."""
    path = short_book
    taken(fill(path, {"HTT!D2": "on schedule"}))
    month = ("--month", MONTH, "--county", "Kainuu", "--now", "2026-12-20")
    succeed("collect", "discuss", *month, "--on", "2026-12-10")
    succeed("collect", "confirm", *month, "--on", "2026-12-11")
    assert rejected(path)["code"] == "workbook-old"
