"""The pages in a real browser: no accessibility violation, no sideways scrolling, one printed sheet for the overview.

They need a Chromium. Where none is installed they say so, loudly, instead of passing; the structural check of
`test_picture_pages.py` runs everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from engine.law import LANGUAGES
from tests.doses import LONG
from tests.pages.chromium import browser, executable, show, window
from tests.pages.looks import OF_COLOUR, violations
from tests.pages.once import built_pages

if TYPE_CHECKING:
    from playwright.sync_api import Page, Request

CHECKED = ("overview", "county-keskisuomi", "procedures", "goals")
IN_THE_DARK = ("overview", "county-keskisuomi")
NARROW = (*CHECKED, "themes", "method")
PHONE, SMALLEST = 390, 320


def in_turn(names: tuple[str, ...]) -> list[tuple[str, str]]:
    """Pages with the language to look at them in: the languages in turn, in the long run each page in all of them."""
    if LONG:
        return [(name, language) for name in names for language in LANGUAGES]
    return [(name, LANGUAGES[number % len(LANGUAGES)]) for number, name in enumerate(names)]


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    """The window of a headless Chromium, or the word that nothing was looked at."""
    if executable() is None:
        pytest.skip("NOT CHECKED: no Chromium on this machine, so axe-core, phone width and print were not looked at")
    with browser() as started, window(started) as shown:
        yield shown


@pytest.mark.parametrize(("name", "language"), in_turn(CHECKED))
def test_axe_finds_no_violation(page: Page, name: str, language: str) -> None:
    """axe-core finds nothing on the overview, a county, the procedures and the goals; the dark keeps the contrast."""
    show(page, built_pages() / language / f"{name}.html")
    assert violations(page, every=LONG) == []
    if name in IN_THE_DARK:
        page.emulate_media(color_scheme="dark")
        assert violations(page, every=LONG, only=() if LONG else OF_COLOUR) == []


PALE = """<!doctype html><html lang="en"><title>made up</title><main><h1>made up</h1><table>
<tr><th>made up</th></tr><tr><td>one</td></tr><tr><td>two</td></tr><tr style="color: #999"><td>pale</td></tr>
<tr style="background: #666"><td>dim</td></tr><tr><td><b class="pale">three</b></td></tr><tr><td>four</td></tr>
</table></main><style>body { background: #fff; color: #000 } .pale { color: #aaa }</style></html>"""


@pytest.mark.parametrize("every", [False, True])
def test_a_cell_that_alone_is_pale_is_seen(page: Page, tmp_path: Path, *, every: bool) -> None:
    """What looks alike is looked at once, and what differs in anything that contrast rests on is looked at."""
    (tmp_path / "pale.html").write_text(PALE, encoding="utf-8")
    show(page, tmp_path / "pale.html")
    found = dict(violations(page, every=every, only=OF_COLOUR))
    assert [re.sub(r" data-looks-like-another=\"\"", "", one) for one in found["color-contrast"]] == [
        "<td>pale</td>",
        "<td>dim</td>",
        '<b class="pale">three</b>',
    ]


DIM = """<!doctype html><html lang="en"><title>made up</title><main><h1>made up</h1><p>one</p><p class="dim">two</p>
</main><style>body { background: #fff; color: #000 }
@media (prefers-color-scheme: dark) { body { background: #111; color: #eee } .dim { color: #333 } }</style></html>"""


def test_what_is_dim_in_the_dark_alone_is_seen(page: Page, tmp_path: Path) -> None:
    """A page that was sound in the light is looked at anew when the dark falls on it."""
    (tmp_path / "dim.html").write_text(DIM, encoding="utf-8")
    show(page, tmp_path / "dim.html")
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, only=OF_COLOUR) == [("color-contrast", ['<p class="dim">two</p>'])]


@pytest.mark.parametrize(("name", "language"), in_turn(NARROW))
def test_a_page_does_not_scroll_sideways_on_a_phone(page: Page, name: str, language: str) -> None:
    """At the width of a phone, and at 320 pixels, the page is no wider than the screen."""
    over = []
    show(page, built_pages() / language / f"{name}.html", width=PHONE)
    for width in (PHONE, SMALLEST):
        page.set_viewport_size({"width": width, "height": 800})
        wide = page.evaluate("document.documentElement.scrollWidth")
        over += [(width, wide)] if wide > width else []
    assert over == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_overview_prints_on_one_sheet(page: Page, language: str) -> None:
    """The page for ministers is one A4, whatever its tables behind it hold."""
    show(page, built_pages() / language / "overview.html")
    content = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type /Page\b", content)) == 1


@contextmanager
def listening(page: Page, asked: list[str]) -> Iterator[None]:
    """Keeps what a page asks for meanwhile."""

    def keep(request: Request) -> None:
        asked.append(request.url)

    page.on("request", keep)
    yield
    page.remove_listener("request", keep)


def test_the_pages_ask_for_nothing_and_run_nothing(page: Page) -> None:
    """No page asks for another file, and the policy lets no script run that somebody slipped in."""
    asked: list[str] = []
    file = built_pages() / "fi" / "overview.html"
    with listening(page, asked):
        show(page, file)
        assert page.evaluate("document.scripts.length") == 0
        page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.ran = true\">')")
        assert page.evaluate("window.ran === undefined")
    assert asked[0] == file.resolve().as_uri()
    assert [url for url in asked[1:] if not url.endswith("/x")] == []
