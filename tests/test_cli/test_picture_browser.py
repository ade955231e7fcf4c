"""The pages in a real browser: no accessibility violation, no sideways scrolling, one printed sheet for the overview.

They need a Chromium. Where none is installed they say so, loudly, instead of passing; the structural check of
`test_picture_pages.py` runs everywhere.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from engine.law import LANGUAGES
from tests.pages.chromium import Scheme, browser, executable, opened
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
    from axe_playwright_python.sync_playwright import Axe

    with opened(chromium, built_pages() / language / f"{name}.html") as page:
        found = Axe().run(page).response
    assert found["passes"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found["violations"]] == []


@pytest.mark.parametrize("name", ["overview", "county-keskisuomi"])
def test_axe_finds_no_violation_in_the_dark(chromium: Browser, name: str) -> None:
    """The dark scheme keeps the same contrast."""
    from axe_playwright_python.sync_playwright import Axe

    scheme: Scheme = "dark"
    with opened(chromium, built_pages() / "fi" / f"{name}.html", scheme=scheme) as page:
        found = Axe().run(page).response
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found["violations"]] == []


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
