"""The Chromium of this machine, driven headless; where there is none, whoever asked is told so."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")

Scheme = Literal["light", "dark"]


def executable() -> str | None:
    """Gives the path of a Chromium, or None when this machine has none."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


@contextmanager
def browser() -> Iterator[Browser]:
    """Starts the browser, without network and without a sandbox of its own, and closes it.

    Raises:
        FileNotFoundError: there is no Chromium.
    """
    from playwright.sync_api import sync_playwright

    path = executable()
    if path is None:
        raise FileNotFoundError("There is no Chromium on this machine: no page was looked at.")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        try:
            yield started
        finally:
            started.close()


@contextmanager
def window(started: Browser) -> Iterator[Page]:
    """Opens a window that shows one page after another, with every request beyond files refused."""
    context = started.new_context(offline=True, reduced_motion="reduce")
    try:
        yield context.new_page()
    finally:
        context.close()


def show(page: Page, file: Path, *, width: int = 1280, scheme: Scheme = "light") -> None:
    """Shows a page from its file, read anew, at a width and in a colour scheme."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.goto(file.resolve().as_uri())
