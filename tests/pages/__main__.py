"""Renders a built picture: `python -m tests.pages --out DIR [--of FOLDER]`.

Without a folder, a made-up story is recorded and its picture built. Each kind of page is shown at the width of a desk
and of a phone, light and dark, and as it prints; the number of printed pages of the overview is said.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from pathlib import Path

from tests.pages.chromium import Scheme, browser, show, window
from tests.pages.story import build

PAGES = ("overview", "county-itauusimaa", "procedures", "goals", "themes", "method")
VIEWS: tuple[tuple[str, int, Scheme], ...] = (("desk", 1280, "light"), ("dark", 1280, "dark"), ("phone", 390, "light"))

TALLEST = 6000
"""Pixels of a page that are shown; what stands further down looks like what stands above it."""


def main() -> None:
    """Renders."""
    parser = argparse.ArgumentParser(prog="python -m tests.pages", description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--of", type=Path, help="a folder that `ohjaus picture build` wrote")
    parser.add_argument("--language", default="fi", choices=("fi", "sv", "en"))
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        built = asked.of or build(Path(folder))
        _render(built / asked.language, asked.out)


def _render(built: Path, out: Path) -> None:
    with browser() as started, window(started) as page:
        for name in PAGES:
            file = built / f"{name}.html"
            for view, width, scheme in VIEWS:
                show(page, file, width=width, scheme=scheme)
                height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
                page.set_viewport_size({"width": width, "height": height})
                page.screenshot(path=out / f"{name}-{view}.png")
                over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
                if over > 0:
                    sys.stdout.write(f"{name} at {width}: the page is {over} pixels too wide\n")
            show(page, file)
            content = page.pdf(path=out / f"{name}.pdf", prefer_css_page_size=True)
            pages = len(re.findall(rb"/Type /Page\b", content))
            sys.stdout.write(f"{name}: {len(content)} bytes as PDF, {pages} pages\n")


if __name__ == "__main__":
    main()
