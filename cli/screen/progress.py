"""Progress on standard error: only on a terminal, and only when work lasts over a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TextIO, TypeVar

_Item = TypeVar("_Item")
_PATIENCE_SECONDS = 1.0
_BETWEEN_SECONDS = 0.2
_BAR_WIDTH = 30


def with_progress(
    items: Iterable[_Item],
    total: int,
    *,
    label: str,
    each: int = 1,
    stream: TextIO | None = None,
    seconds: Callable[[], float] = time.monotonic,
) -> Iterator[_Item]:
    """Yields `items`, and draws a bar of `total` once they take longer than a second; the bar is wiped at the end.

    `each` says how many of `total` one item stands for.
    """
    out = stream or sys.stderr
    if not out.isatty():
        yield from items
        return
    started = drawn = seconds()
    shown = False
    try:
        for done, item in enumerate(items):
            now = seconds()
            if now - started >= _PATIENCE_SECONDS and now - drawn >= _BETWEEN_SECONDS:
                out.write("\r" + bar(done * each, total, label))
                out.flush()
                drawn, shown = now, True
            yield item
    finally:
        if shown:
            out.write("\r\x1b[K")
            out.flush()


def bar(done: int, total: int, label: str) -> str:
    """Gives one line of progress in plain signs.

    Example:
        >>> bar(50, 200, "verifying")
        'verifying [#######-----------------------] 50/200'
    """
    filled = _BAR_WIDTH * min(done, total) // max(total, 1)
    return f"{label} [{'#' * filled}{'-' * (_BAR_WIDTH - filled)}] {done}/{total}"
