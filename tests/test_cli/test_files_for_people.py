"""No file that people open holds a character that steers or cannot be seen; files for programs mean what was recorded.

The tables of the picture, and CSV and XLSX of `audit export`, show such characters as the terminal does.
"""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import cast
from xml.etree import ElementTree as ET

import msgspec
import openpyxl
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from cli.audit.export import csv_table, xlsx_table
from cli.audit.export.columns import COLUMNS
from cli.audit.export.selection import Chosen, Selection
from cli.messages import Words
from cli.picture.marks import Evidence, Mark, Status
from cli.picture.tables import Cell, Table, csv_text
from cli.picture.telling import Teller
from cli.picture.workbook import workbook
from cli.screen.safe_text import safe
from engine.envelope import ActOf, DocumentRef, Opening, RecordedBy
from tests.doses import drawn
from tests.test_cli.conftest import answer, succeed
from tests.test_engine.test_envelope import EVENT

HOSTILE = (
    "\x1b]0;mine\x07 two\r\nlines\n\x85\x9b31m \u202etxen\u202c \u2028\u2029\u200b\ufeff\u3164\u115f\ufe0f\u2800\x7f\t."
)
"""A made-up text that sets the title of a terminal, begins a line of its own and hides."""

FILLERS = set("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0")
STEERING = [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0), *range(0x2028, 0x202F), *range(0x2066, 0x206A))]
TEXTS = st.text(
    st.sampled_from([*STEERING, *sorted(FILLERS), *"=+-@\"';,\\a"])
    | st.characters(exclude_categories=["Cs"]),  # half a character is never recorded
    max_size=40,
)
IN_THIS_TEST = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def hidden_in(text: str) -> set[str]:
    """The characters of a text that steer what shows it, or that nobody sees."""
    families = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    return {
        sign
        for sign in text
        if unicodedata.category(sign) in families
        or sign in FILLERS
        or unicodedata.name(sign, "").startswith("VARIATION")
    }


# Tables of the picture.


def table_of(text: str) -> Table:
    """A table with a text in every place that can hold one."""
    mark = Mark(
        Status.LATE, "reported", text, text, evidence=(Evidence(case_id=text, positions=(1,), documents=(text,)),)
    )
    cells = (Cell(text), Cell(text, mark, below=(text, text)), Cell(text, number=True))
    return Table("made-up", text, (text, "b", "c"), (cells, cells))


@given(TEXTS)
@example(HOSTILE)
def test_no_table_of_the_picture_holds_a_control_character(text: str) -> None:
    """Whatever is recorded, the only control characters of the CSV are the ends of its rows."""
    # when
    found = csv_text(table_of(text), Teller(Words("en"), {}))
    # then
    assert hidden_in(found.replace("\r\n", "")) == set()
    assert len(found.split("\r\n")) == 4
    assert {len(row) for row in csv.reader(io.StringIO(found, newline=""))} == {6}


@settings(max_examples=drawn(10, long=300), deadline=None)
@given(TEXTS)
@example(HOSTILE)
def test_no_workbook_of_the_picture_holds_a_control_character(text: str) -> None:
    """The sheets hold the texts of the tables, and so does the sheet of contents."""
    # when
    book = CalamineWorkbook.from_filelike(io.BytesIO(workbook(text, text, [table_of(text)], Teller(Words("en"), {}))))
    # then
    cells = [
        str(value) for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python() for value in row
    ]
    assert hidden_in("".join(cells)) == set()
    assert len(cells) >= 9


def test_a_text_too_long_for_a_sheet_is_cut_and_not_lost() -> None:
    """What is shown is longer than what was recorded; a cell that would hold more than it can says how much."""
    # when
    content = workbook("a", "b", [table_of("\U000e0001" * 4000)], Teller(Words("en"), {}))
    # then
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    assert str(book.get_sheet_by_index(1).to_python()[1][0]).endswith(" … [40000]")


def test_what_a_county_writes_stands_in_the_tables_and_steers_nothing(empty: Path, folder: Path) -> None:
    """A recorded observation goes into a picture: every table shows its characters, and holds none of them."""
    # given
    raised = ("--on", "2026-10-02", "--set", "kind=risk", "--set", f"text={HOSTILE}", "--as", "county_officials")
    succeed("case", "start", "county_observation", "--subject", "01", *raised, "--now", "2026-10-03")
    # when
    succeed("picture", "build", "--out", "made-up", "--lang", "en", "--now", "2026-10-04")
    # then
    tables = {path: path.read_bytes().decode("utf-8-sig") for path in (folder / "made-up").rglob("*.csv")}
    assert {path.name for path, text in tables.items() if hidden_in(text.replace("\r\n", ""))} == set()
    assert any(safe(HOSTILE) in text for text in tables.values())


# Exports.


def chosen(text: str) -> Selection:
    """A choice of one event that holds a text wherever a person or another system may have put one."""
    event = msgspec.structs.replace(
        EVENT,
        stream=text,
        state=text,
        act_of=ActOf(role=text, organisation=text, body=text),
        recorded_by=RecordedBy(person=text, identity=text),
        acting_for=text,
        basis=(text, text),
        unreported=(text,),
        data={text: [text, {"inside": text}]},
        documents=(DocumentRef(kind="report", title=text, diary_number=text),),
        command_id=text,
        correlation_id=text,
    )
    opening = Opening(procedure=text, subject=text, parties=(), ministry="VM", ground=text)

    def events() -> Iterator[Chosen]:
        yield Chosen(event, opening)

    return cast("Selection", SimpleNamespace(log_id="made-up", events=events))


@IN_THIS_TEST
@given(text=TEXTS)
@example(text=HOSTILE)
def test_no_exported_csv_holds_a_control_character(text: str, folder: Path) -> None:
    """Whatever is recorded, the only control characters are the ends of the two rows; JSON still means the same."""
    # when
    csv_table.write(folder / "made-up.csv", chosen(text))
    # then
    found = (folder / "made-up.csv").read_bytes().decode()
    assert hidden_in(found.replace("\r\n", "")) == set()
    assert len(found.split("\r\n")) == 3
    [row] = csv.DictReader(io.StringIO(found, newline=""))
    assert json.loads(row["data"]) == {text: [text, {"inside": text}]}
    assert json.loads(row["documents"])[0]["title"] == text
    assert row["person"].removeprefix("'") == safe(text).removeprefix("'")


@settings(IN_THIS_TEST, max_examples=drawn(10, long=300))
@given(text=TEXTS)
@example(text=HOSTILE)
def test_no_exported_sheet_holds_a_control_character(text: str, folder: Path) -> None:
    """The cells of the XLSX are those of the CSV."""
    # when
    xlsx_table.write(folder / "made-up.xlsx", chosen(text))
    csv_table.write(folder / "made-up.csv", chosen(text))
    # then
    _, cells = openpyxl.load_workbook(folder / "made-up.xlsx")["events"].iter_rows(values_only=True)
    _, row = csv.reader(io.StringIO((folder / "made-up.csv").read_bytes().decode(), newline=""))
    assert hidden_in("".join(map(str, cells))) == set()
    assert ["" if value is None else str(value) for value in cells] == row
    assert len(row) == len(COLUMNS)


@pytest.mark.parametrize("kind", ["jsonl", "ocel", "xes"])
def test_a_text_format_for_programs_escapes_and_means_the_same(kind: str, empty: Path, folder: Path) -> None:
    """The file steers nothing, since the format's own escapes stand in it, and what is read is what was recorded."""
    # given
    raised = ("--on", "2026-10-02", "--set", "kind=risk", "--set", f"text={HOSTILE}", "--as", "county_officials")
    succeed("case", "start", "county_observation", "--subject", "01", *raised, "--now", "2026-10-03")
    recorded = answer("audit", "log")[-1]["data"]
    # when
    path = folder / f"made-up.{kind}"
    succeed("audit", "export", "--format", kind, "--out", str(path))
    # then
    text = path.read_bytes().decode()
    assert hidden_in(text.replace("\n", "")) == set()
    if kind == "jsonl":
        read = json.loads(text.splitlines()[-1])["data"]
    elif kind == "ocel":
        read = json.loads({one["name"]: one["value"] for one in json.loads(text)["events"][-1]["attributes"]}["data"])
    else:
        values = {one.get("key"): one.get("value") for one in ET.fromstring(text).iter()}  # noqa: S314 - just written
        read = json.loads(str(values["data"]))
    assert read == recorded
    assert HOSTILE.strip() in read["text"]


def test_cloudevents_keep_the_very_bytes(empty: Path, folder: Path) -> None:
    """Their data is what was recorded, to the byte, so that its hash can be taken: nothing in it is escaped anew."""
    # given
    raised = ("--on", "2026-10-02", "--set", "kind=risk", "--set", f"text={HOSTILE}", "--as", "county_officials")
    succeed("case", "start", "county_observation", "--subject", "01", *raised, "--now", "2026-10-03")
    # when
    succeed("audit", "export", "--format", "cloudevents", "--out", "made-up.json")
    # then
    assert "\u202etxen".encode() in (folder / "made-up.json").read_bytes()
