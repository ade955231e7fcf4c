"""Lines that fit a terminal: words, citations, addresses and hashes stay whole."""

from __future__ import annotations

import re
from textwrap import wrap

from cli.screen.safe_text import safe

WIDEST = 120
"""Columns; longer lines are hard to read."""
_CITED = re.compile(
    r" (?=§)|(?<=§) (?=\d+(?:[–-]\d+)? mom\.)| (?=mom\.)|(?<=\d) (?=[a-z] §|kohta\b)"
    r"|(?<=\d/\d{4}) (?=\d+[–-]?\d*(?: [a-z])? §)"
)
"""The spaces inside a citation such as `611/2021 12 a § 1–2 mom.`, which is not torn at the end of a line."""
_JOINT = "\xa0"


def uncut(text: str) -> str:
    """Gives a text whose citations hold together."""
    return _CITED.sub(_JOINT, text)


def wrapped(text: str, width: int) -> list[str]:
    """Gives the lines of a text that fit a width: words and citations whole, and only an endless word broken."""
    lines = [
        line
        for paragraph in safe(text, lines=True).split("\n")
        for line in wrap(uncut(paragraph), max(width, 1), break_on_hyphens=False) or [""]
    ]
    return [line.replace(_JOINT, " ").strip() for line in lines]


def told(text: str, width: int) -> list[str]:
    """Gives the lines of a text; an address or hash stays whole for the terminal to wrap, to be copied."""
    return [safe(text)] if text and " " not in text else wrapped(text, width)
