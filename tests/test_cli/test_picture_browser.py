"""The pages in a real browser: no accessibility violation, no sideways scrolling, one printed sheet for the overview.

They need a Chromium. Where none is installed they say so, loudly, instead of passing; the structural check of
`test_picture_pages.py` runs everywhere.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from engine.law import LANGUAGES
from tests.pages.chromium import browser, executable, opened
from tests.pages.looks import OF_COLOUR, violations
from tests.pages.once import built_pages

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHECKED = ("overview", "county-keskisuomi", "procedures", "goals")
NARROW = (*CHECKED, "themes", "method")
PHONE, SMALLEST = 390, 320
LONG = os.environ.get("OHJAUS_LONG") == "1"


def in_turn(names: tuple[str, ...]) -> list[tuple[str, str]]:
    """Pages with the language to look at them in: the languages in turn, in the long run each page in all of them."""
    if LONG:
        return [(name, language) for name in names for language in LANGUAGES]
    return [(name, LANGUAGES[number % len(LANGUAGES)]) for number, name in enumerate(names)]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A headless Chromium, or the word that nothing was looked at."""
    if executable() is None:
        pytest.skip("NOT CHECKED: no Chromium on this machine, so axe-core, phone width and print were not looked at")
    with browser() as started:
        yield started


@pytest.mark.parametrize(("name", "language"), in_turn(CHECKED))
def test_axe_finds_no_violation(chromium: Browser, name: str, language: str) -> None:
    """axe-core finds nothing on the overview, a county, the procedures and the goals."""
    with opened(chromium, built_pages() / language / f"{name}.html") as page:
        assert violations(page, every=LONG) == []


@pytest.mark.parametrize("name", ["overview", "county-keskisuomi"])
def test_axe_finds_no_violation_in_the_dark(chromium: Browser, name: str) -> None:
    """The dark scheme keeps the same contrast."""
    with opened(chromium, built_pages() / "fi" / f"{name}.html", scheme="dark") as page:
        assert violations(page, every=LONG, only=() if LONG else OF_COLOUR) == []


PALE = """<!doctype html><html lang="en"><title>made up</title><main><h1>made up</h1><table>
<tr><th>made up</th></tr><tr><td>one</td></tr><tr><td>two</td></tr><tr style="color: #999"><td>pale</td></tr>
<tr style="background: #666"><td>dim</td></tr><tr><td><b class="pale">three</b></td></tr><tr><td>four</td></tr>
</table></main><style>body { background: #fff; color: #000 } .pale { color: #aaa }</style></html>"""


@pytest.mark.parametrize("every", [False, True])
def test_a_cell_that_alone_is_pale_is_seen(chromium: Browser, tmp_path: Path, *, every: bool) -> None:
    """What looks alike is looked at once, and what differs in anything that contrast rests on is looked at."""
    (tmp_path / "pale.html").write_text(PALE, encoding="utf-8")
    with opened(chromium, tmp_path / "pale.html") as page:
        found = dict(violations(page, every=every, only=OF_COLOUR))
    assert [re.sub(r" data-looks-like-another=\"\"", "", one) for one in found["color-contrast"]] == [
        "<td>pale</td>",
        "<td>dim</td>",
        '<b class="pale">three</b>',
    ]


@pytest.mark.parametrize(("name", "language"), in_turn(NARROW))
def test_a_page_does_not_scroll_sideways_on_a_phone(chromium: Browser, name: str, language: str) -> None:
    """At the width of a phone, and at 320 pixels, the page is no wider than the screen."""
    over = []
    with opened(chromium, built_pages() / language / f"{name}.html", width=PHONE) as page:
        for width in (PHONE, SMALLEST):
            page.set_viewport_size({"width": width, "height": 800})
            wide = page.evaluate("document.documentElement.scrollWidth")
            over += [(width, wide)] if wide > width else []
    assert over == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_overview_prints_on_one_sheet(chromium: Browser, language: str) -> None:
    """The page for ministers is one A4, whatever its tables behind it hold."""
    with opened(chromium, built_pages() / language / "overview.html") as page:
        content = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type /Page\b", content)) == 1


def test_the_pages_ask_for_nothing_and_run_nothing(chromium: Browser) -> None:
    """No page asks for another file, and the policy lets no script run that somebody slipped in."""
    asked: list[str] = []
    file = built_pages() / "fi" / "overview.html"
    with opened(chromium, file) as page:
        page.on("request", lambda request: asked.append(request.url))
        page.reload()
        assert page.evaluate("document.scripts.length") == 0
        page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.ran = true\">')")
        assert page.evaluate("window.ran === undefined")
    assert asked[0] == file.resolve().as_uri()
    assert [url for url in asked[1:] if not url.endswith("/x")] == []
