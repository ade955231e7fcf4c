"""The formats: data for scripts stays data, and what people read is safe, aligned and coloured only on demand."""

from __future__ import annotations

import ast
import csv
import io
import json
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from cli.frame.invocation import Invocation
from cli.messages import Words
from cli.screen.output import Output
from cli.screen.page import Column, Page
from cli.screen.terminal import column_widths
from cli.screen.wrapping import wrapped
from tests.test_cli.conftest import succeed
from tests.test_house.tree import python_files

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
        ("\uff1d1+1", "'\uff1d1+1"),
        (" =1+1", "' =1+1"),
        ("-1+1", "'-1+1"),
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
        "Case\tLabel",
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


@pytest.mark.parametrize(("verbose", "logged"), [(0, False), (1, False), (2, True)])
def test_on_a_terminal_the_log_waits_for_a_second_v(
    verbose: int, logged: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where answer and log share a screen, -v asks for a fuller answer only."""

    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    screen = Screen()
    monkeypatch.setattr("sys.stderr", screen)
    invocation = Invocation({})
    invocation.given = {"verbose": verbose}
    invocation.log("made-up event")
    assert ("made-up event" in screen.getvalue()) is logged


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("see 611/2021 122 § 3 mom.", 20, ["see 611/2021 122 § 3", "mom."]),
        ("see 611/2021 122 § 3 mom.", 24, ["see", "611/2021 122 § 3 mom."]),
        ("on 611/2021 122–124 § and", 20, ["on", "611/2021 122–124 §", "and"]),
        ("see 611/2021 12 a § 1 mom.", 24, ["see", "611/2021 12 a § 1 mom."]),
        ("see 613/2021 6 § 1–2 mom.", 24, ["see", "613/2021 6 § 1–2 mom."]),
        ("as 123 § 1 mom. 4 kohta", 18, ["as 123 § 1 mom.", "4 kohta"]),
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


LIST = (
    Column("due", "Due", date=True),
    Column("left", "Time", wrap=True),
    Column("case", "Case"),
    Column("whose", "Whose turn", wrap=True),
    Column("label", "Task", wrap=True),
)
TASKS = (
    {
        "due": "2026-12-31",
        "left": "39 days left",
        "case": "collaborative-negotiation-e-s-2026",
        "whose": "Ministry of Social Affairs and Health",
        "label": "set the round",
    },
    {"due": None, "left": None, "case": "made-up-01-2026", "whose": "county", "label": "apply"},
)


def listed(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, width: int) -> list[str]:
    monkeypatch.setenv("COLUMNS", str(width))
    Output("table", words=Words("en")).rows(TASKS, LIST, empty="nothing")
    return capsys.readouterr().out.splitlines()


def test_where_a_table_would_tear_its_words_rows_stand_below_each_other(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """At 60 columns ids and dates keep their columns and the running text of each row follows below it."""
    assert listed(capsys, monkeypatch, 60) == [
        "Due         Case",
        "    Time · Whose turn · Task",
        "2026-12-31  collaborative-negotiation-e-s-2026",
        "    39 days left · Ministry of Social Affairs and Health ·",
        "    set the round",
        "–           made-up-01-2026",
        "    – · county · apply",
    ]


def test_what_does_not_fit_beside_the_first_ids_stands_below_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """At 40 columns even the case id is too wide for the line of the date, and is whole on the next."""
    shown = listed(capsys, monkeypatch, 40)
    assert (shown[0], shown[2], shown[3]) == ("Due", "2026-12-31", "    39 days left ·")
    assert "    collaborative-negotiation-e-s-2026 ·" in shown
    assert max(map(len, shown)) <= 40


def test_a_wide_terminal_has_the_table(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """At 120 columns every row is one line under the headings."""
    shown = listed(capsys, monkeypatch, 120)
    assert shown[0].split() == ["Due", "Time", "Case", "Whose", "turn", "Task"]
    assert [line[:10] for line in shown[1:]] == ["2026-12-31", "–         "]


def test_an_address_and_a_hash_stay_whole(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """What has no space is left for the terminal to wrap, so that it can be opened or copied."""
    monkeypatch.setenv("COLUMNS", "40")
    address, digest = "https://example.fi/" + "x" * 60, "0f" * 32
    page = Page()
    page.field("Hash", digest)
    page.item("point with an address below", under=(address,))
    Output("table", words=Words("en")).page(page)
    shown = capsys.readouterr().out.splitlines()
    assert (f"Hash  {digest}" in shown, f"    {address}" in shown) == (True, True)


def test_a_table_inside_a_page_has_its_headings_and_dates_in_plain_lines(capsys: pytest.CaptureFixture[str]) -> None:
    """Read aloud or piped, a table of a page says what its columns are, and its dates are the reader's."""
    page = Page()
    page.table((Column("due", "Määräpäivä", date=True), Column("left", "Aikaa")), [{"due": "2026-01-31", "left": None}])
    Output("plain", words=Words("fi")).page(page)
    assert capsys.readouterr().out.splitlines() == ["Määräpäivä\tAikaa", "31.1.2026\t"]


def test_the_screen_is_layered() -> None:
    """No two modules of the screen need each other, not even inside a function."""
    needs: dict[str, set[str]] = {}
    for path, tree in python_files("cli"):
        if path.parent.name != "screen":
            continue
        for_types = {
            inner
            for node in ast.walk(tree)
            if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
            for inner in ast.walk(node)
        }
        needs[f"cli.screen.{path.stem}"] = {
            str(node.module)
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and node not in for_types and str(node.module).startswith("cli.screen")
        }
    order = list(TopologicalSorter(needs).static_order())
    assert order.index("cli.screen.terminal") < order.index("cli.screen.output")
