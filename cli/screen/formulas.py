r"""Text that a spreadsheet would take for a formula and run, made harmless by an apostrophe before it.

Only what is meant for spreadsheets goes through here; JSON stays exact.

Example:
    >>> defused("=HYPERLINK(1)"), defused("\uff1d1+1"), defused("a=b"), defused("-12", numbers=True)
    ("'=HYPERLINK(1)", "'\uff1d1+1", 'a=b', '-12')
"""

from __future__ import annotations

from unicodedata import category, normalize

_STARTS = frozenset("=+-@")
_PASSED_OVER = frozenset(("Zs", "Cf"))
"""Spaces and invisible marks, which a spreadsheet may strip before it looks."""


def defused(text: str, *, numbers: bool = False) -> str:
    """Gives text that no spreadsheet runs: `=`, `+`, `-`, `@`, their wide forms, or a control character lead it.

    With `numbers` one below zero keeps its sign.
    """
    if numbers and text.removeprefix("-").isdecimal():
        return text
    for sign in text:
        kind = category(sign)
        if kind in _PASSED_OVER:
            continue
        return f"'{text}" if kind == "Cc" or not _STARTS.isdisjoint(normalize("NFKC", sign)) else text
    return text
