"""Spans of time as people type them: `30d`, `2w`, or a bare number of days."""

from __future__ import annotations

import re

from engine.errors import InputRejected

_SPAN = re.compile(r"([0-9]{1,5})\s*([dw]?)")
_DAYS_OF = {"": 1, "d": 1, "w": 7}


def span_days(text: str) -> int:
    """Gives the number of days in a span.

    Raises:
        InputRejected: `span-invalid`, the text is no span.

    Example:
        >>> span_days("30d"), span_days("2w"), span_days("5")
        (30, 14, 5)
    """
    found = _SPAN.fullmatch(text.strip())
    if found is None:
        raise InputRejected(
            "span-invalid",
            f"{text!r} is no span of time; write days or weeks, such as 30d or 2w.",
            try_next="--within 30d",
            details={"text": text},
        )
    return int(found[1]) * _DAYS_OF[found[2]]
