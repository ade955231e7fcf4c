"""The pages of the picture: whole, self-contained, small, the same again, and readable for everybody."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from icalendar import Calendar
from python_calamine import CalamineWorkbook

from cli.picture.palette import COLOURS, PAIRS, Scheme, contrast
from cli.picture.render import PAGES, stylesheet
from cli.picture.tables import shown
from engine.law import LANGUAGES
from procedures.directory import directory
from tests.pages.once import built_pages, story_log
from tests.pages.story import NOW, build_from
from tests.pages.structure import faults_of, tree_of
from tests.test_cli.conftest import invoke, succeed

MOST_BYTES = 500 * 1024
COUNTIES = tuple(f"county-{one.slug}" for one in directory().steered())
KINDS = (*PAGES, "county-itauusimaa", "county-keskisuomi", "county-lappi", "county-hus")


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_page_is_there_in_three_languages() -> None:
    """Five pages and one for each of the 23, in Finnish, Swedish and English."""
    expected = {f"{language}/{name}.html" for language in LANGUAGES for name in (*PAGES, *COUNTIES)}
    found = {name for name in files_in(built_pages()) if name.endswith(".html")}
    assert found == {*expected, "index.html"}


def test_no_page_is_larger_than_promised() -> None:
    """A page stays under 500 KiB, so that it opens at once and goes through any mailbox."""
    sizes = {name: len(content) for name, content in files_in(built_pages()).items() if name.endswith(".html")}
    assert {name: size for name, size in sizes.items() if size >= MOST_BYTES} == {}


def test_the_same_log_and_options_give_the_same_bytes(tmp_path: Path) -> None:
    """Nothing in the files comes from the wall clock, the machine or the order of a set."""
    build_from(story_log(), tmp_path / "again")
    assert files_in(tmp_path / "again") == files_in(built_pages())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", KINDS)
def test_the_structure_of_a_page_is_sound(name: str, language: str) -> None:
    """Language, headings, landmarks, tables, links, drawings and marks keep the rules of `tests.pages.structure`."""
    assert faults_of(built_pages() / language / f"{name}.html") == []


def test_the_entrance_leads_to_each_language() -> None:
    """The first file names the three languages, each in its own words."""
    assert faults_of(built_pages() / "index.html") == []
    tree = tree_of((built_pages() / "index.html").read_text(encoding="utf-8"))
    assert [link.attributes["lang"] for link in tree.root.every("a")] == list(LANGUAGES)


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ('<a href="https://example.invalid/">x</a>', "a link leaves the picture"),
        ("<h4>deep</h4>", "follows one of level"),
        ('<span class="mark mark-late"></span>', "a mark has no word"),
        ("<script>1</script>", "something is fetched or runs"),
        ('<p id="main">again</p>', "ids stand twice"),
    ],
)
def test_the_check_of_the_structure_finds_what_is_broken(broken: str, said: str, tmp_path: Path) -> None:
    """A planted fault is named, so that a silent check is not a blind one."""
    whole = (built_pages() / "en" / "themes.html").read_text(encoding="utf-8")
    folder = tmp_path / "en"
    folder.mkdir()
    (folder / "themes.html").write_text(whole.replace("</main>", f"{broken}</main>"), encoding="utf-8")
    assert [fault for fault in faults_of(folder / "themes.html") if said in fault]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_pair_of_colours_has_its_contrast(scheme: Scheme) -> None:
    """Text stands at 4.5:1 or more on its ground, what is drawn at 3:1 or more, light and dark."""
    colours = COLOURS[scheme]
    low = {
        (front, back): round(contrast(colours[front], colours[back]), 2)
        for front, back, least in PAIRS
        if contrast(colours[front], colours[back]) < least
    }
    assert low == {}


def test_the_stylesheet_knows_no_colour_but_those_of_the_palette() -> None:
    """A colour that nobody weighed cannot come in by the stylesheet."""
    known = {colour for scheme in COLOURS.values() for colour in scheme.values()}
    assert set(re.findall(r"#[0-9a-fA-F]{3,8}\b", stylesheet())) <= known
    used = {name.replace("-", "_") for name in re.findall(r"var\(--([a-z-]+)\)", stylesheet())}
    assert used <= {name.replace("-", "_") for name in COLOURS["light"]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_table_lies_beside_its_page_for_those_who_reckon(language: str) -> None:
    """The table of the counties as CSV has 23 rows, each with the rule, the events and the documents behind it."""
    text = (built_pages() / language / "tables" / "overview-counties.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert len(rows) == 24
    assert {len(row) for row in rows} == {9}
    assert all("@1" in row[6] for row in rows[1:])
    evaluated = next(row for row in rows if "evaluation-15-2025" in row[7])
    assert re.search(r"evaluation-15-2025#\d+", evaluated[7])


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_tables_stand_in_one_workbook(language: str) -> None:
    """Its first sheet names every other; the sheet of the counties holds what the page's table holds, as text."""
    book = CalamineWorkbook.from_path(str(built_pages() / language / "tables.xlsx"))
    contents = book.get_sheet_by_name(book.sheet_names[0]).to_python()
    assert [row[0] for row in contents[3:]] == book.sheet_names[1:]
    text = (built_pages() / language / "tables" / "overview-counties.csv").read_text(encoding="utf-8-sig")
    expected = [row[:6] for row in csv.reader(io.StringIO(text))]
    sheet = book.get_sheet_by_name(book.sheet_names[1]).to_python()
    assert [[str(value) for value in row] for row in sheet] == expected


def test_the_deadlines_lie_beside_the_pages_as_a_calendar() -> None:
    """An independent reader finds in it what the pages rest on; the public picture has none."""
    calendar = Calendar.from_ical((built_pages() / "calendar.ics").read_bytes())
    assert isinstance(calendar, Calendar)
    assert (calendar.errors, bool(calendar.events)) == ([], True)


@pytest.mark.parametrize("text", ["=1+1", "+x", "-x", "@x", "\uff1d1+1", " =1+1"])
def test_no_cell_is_a_formula(text: str) -> None:
    """What a spreadsheet would run is kept a text."""
    assert shown(text) == f"'{text}"


def test_what_people_wrote_is_shown_and_never_obeyed(tmp_path: Path) -> None:
    """Markup and direction marks in recorded words stand on the page as characters."""
    from tests.pages.story import hostile_log

    log = tmp_path / "hostile.db"
    hostile_log(log)
    build_from(log, tmp_path / "out", "--lang", "en")
    html = (tmp_path / "out" / "en" / "themes.html").read_text(encoding="utf-8")
    assert "<script>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "\u202e" not in html
    assert faults_of(tmp_path / "out" / "en" / "themes.html") == []


def test_a_folder_that_holds_something_else_is_left_alone(empty: Path, tmp_path: Path) -> None:
    """Nothing of anybody's is overwritten without --yes; a picture takes the place of a picture."""
    log = str(empty)
    out = tmp_path / "mine"
    out.mkdir()
    (out / "thesis.txt").write_text("years of work", encoding="utf-8")
    asked = ("picture", "build", "--db", log, "--now", NOW, "--out", str(out), "--profile", "minister", "--lang", "en")
    refused = invoke(*asked, "--format", "json")
    assert (refused.exit_code, json.loads(refused.stdout)["error"]["code"]) == (5, "picture-folder-foreign")
    assert files_in(out) == {"thesis.txt": b"years of work"}
    succeed(*asked, "--yes")
    assert {"thesis.txt", "index.html", "en/overview.html", "en/method.html", "picture.json"} <= set(files_in(out))
    succeed(*asked[:-4], "--lang", "sv", "--profile", "minister")
    left = set(files_in(out))
    assert "thesis.txt" in left
    assert not [name for name in left if name.startswith("en/")]


def test_a_rehearsal_writes_nothing(empty: Path, tmp_path: Path) -> None:
    """--dry-run says what would be written and leaves no folder behind."""
    out = tmp_path / "none"
    answered = json.loads(
        succeed(
            *("picture", "build", "--db", str(empty), "--now", NOW, "--out", str(out)),
            *("--profile", "minister", "--lang", "en", "--dry-run", "--format", "json"),
        ).stdout
    )
    assert (answered["rehearsed"], answered["pages"], out.exists()) == (True, 3, False)
