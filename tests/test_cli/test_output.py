"""The formats: data for scripts stays data, and what people read is safe, aligned and coloured only on demand."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from cli.messages import Words
from cli.screen.output import Output
from cli.screen.page import Column, Page
from cli.screen.terminal import column_widths, wrapped
from tests.test_cli.conftest import succeed

CASE = "evaluation-15-2025"
COLUMNS = (Column("case", "Case"), Column("label", "Label", wrap=True))


def printed(capsys: pytest.CaptureFixture[str], form: str, item: dict[str, object]) -> str:
    Output(form, words=Words("en")).rows([item], COLUMNS, empty="nothing")
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+1", "'+1"),
        ("@made-up", "'@made-up"),
        ("-5", "-5"),
        (-5, "-5"),
        (True, "true"),
        (None, ""),
        (["a", "b"], '["a", "b"]'),
        ('say "no", twice', 'say "no", twice'),
        ("two\nlines", "two\\nlines"),
    ],
)
def test_a_spreadsheet_takes_no_cell_for_a_formula(
    value: object, cell: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """CSV quotes what must be quoted, writes lists as JSON, and lets no stored text start a formula."""
    rows = list(csv.DictReader(io.StringIO(printed(capsys, "csv", {"case": "made-up-99-2025", "label": value}))))
    assert rows == [{"case": "made-up-99-2025", "label": cell}]


def test_a_plain_line_stays_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """A tab or a line end inside a value is shown, so that columns and lines hold."""
    assert printed(capsys, "plain", {"case": "a\tb", "label": "c\nd"}) == "a\\tb\tc\\nd\n"


def test_json_keeps_what_was_stored(capsys: pytest.CaptureFixture[str]) -> None:
    """A hostile text comes back whole from JSON, though its characters were escaped on the way."""
    text = "\x1b[31m \u202e ä \U000e0041"
    shown = printed(capsys, "jsonl", {"case": text, "label": None})
    assert (json.loads(shown), shown.strip().isprintable()) == ({"case": text, "label": None}, True)


def test_a_page_is_plain_lines_when_piped(capsys: pytest.CaptureFixture[str]) -> None:
    """Fields are `key: value`, lists are tab-separated, and the next commands end the page."""
    page = Page()
    page.title("Made-up page")
    page.field("Stands", "here")
    page.heading("Part")
    page.item("point", mark="–", under=("below",))
    page.table(COLUMNS, [{"case": "x", "label": "y"}])
    page.then("ohjaus todo", "ohjaus todo")
    Output("plain", words=Words("fi")).page(page)
    assert capsys.readouterr().out.splitlines() == [
        "Made-up page",
        "Stands: here",
        "Part:",
        "– point",
        "  below",
        "x\ty",
        "Seuraavaksi: ohjaus todo",
    ]


@pytest.mark.parametrize("form", ["table", "plain"])
def test_quiet_leaves_the_next_commands_out(form: str, database: Path) -> None:
    """With -q the answer stands alone."""
    result = succeed("case", "show", CASE, "--format", form, "-q")
    assert ("case history" in result.stdout, result.stderr) == (False, "")


def test_colours_are_for_terminals_and_on_demand(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe gets none; `--color always` forces them, and NO_COLOR never makes a word disappear."""
    shown = ("case", "show", CASE, "--format", "table")
    plain = succeed(*shown).stdout
    coloured = succeed(*shown, "--color", "always").stdout
    monkeypatch.setenv("NO_COLOR", "1")
    assert ("\x1b[" in plain, "\x1b[" in coloured) == (False, True)
    assert succeed(*shown).stdout == plain
    assert "days late" in plain


def test_more_detail_goes_to_standard_error_as_json(database: Path) -> None:
    """With -v the log stands on standard error, one JSON object a line, and the answer is undisturbed."""
    result = succeed("case", "list", "--format", "json", "-v")
    assert json.loads(result.stdout)
    assert json.loads(result.stderr.splitlines()[0])["event"] == "record opened"


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("see 611/2021 122 § 3 mom.", 20, ["see 611/2021 122 § 3", "mom."]),
        ("see 611/2021 122 § 3 mom.", 24, ["see", "611/2021 122 § 3 mom."]),
        ("on 611/2021 122–124 § and", 20, ["on", "611/2021 122–124 §", "and"]),
        ("x" * 12, 5, ["xxxxx", "xxxxx", "xx"]),
        ("self-government", 10, ["self-gover", "nment"]),
        ("", 10, [""]),
    ],
)
def test_words_and_citations_are_kept_whole(text: str, width: int, lines: list[str]) -> None:
    """Lines break between words; a citation is torn only where it cannot fit, and only an endless word is broken."""
    assert wrapped(text, width) == lines


def test_running_text_gives_way_before_ids() -> None:
    """When a table is too wide its running text is wrapped, the widest first, and its ids stay whole."""
    columns = [Column("id", "Id"), Column("a", "A", wrap=True), Column("b", "B", wrap=True)]
    cells = [["evaluation-15-2025"], ["short words here"], ["a much longer run of short words than the other"]]
    widths = column_widths(columns, cells, 60)
    assert (widths[0], widths[1], sum(widths) + 4) == (18, 16, 60)


def test_a_narrow_terminal_still_keeps_ids_whole() -> None:
    """Even where nothing fits, an id is not broken."""
    columns = [Column("id", "Id"), Column("a", "A", wrap=True)]
    assert column_widths(columns, [["evaluation-15-2025"], ["characteristically"]], 20)[0] == 18
