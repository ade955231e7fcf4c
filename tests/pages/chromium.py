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
def opened(started: Browser, file: Path, *, width: int = 1280, scheme: Scheme = "light") -> Iterator[Page]:
    """Opens a page from its file at a width, in a colour scheme, with every request beyond files refused."""
    context = started.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, offline=True, reduced_motion="reduce"
    )
    try:
        page = context.new_page()
        page.goto(file.resolve().as_uri())
        yield page
    finally:
        context.close()
