r"""The one function that every line for a person goes through: what would steer a terminal is shown, not obeyed.

Control and escape characters, direction marks, invisible and unassigned ones become visible as `\x1b` or `\u202e`.

Invisible is what Unicode calls so (Default_Ignorable_Code_Point), letters and marks among it. That takes the joiners
and variation selectors of emoji apart, which stand there as their parts: what is recorded may hold nothing that cannot
be seen, and a selector can stand after any character at all, where it shows nothing and only makes two texts differ.

Example:
    >>> safe("all is well\x1b[2J \u202edlrow\u3164")
    'all is well\\x1b[2J \\u202edlrow\\u3164'
"""

from __future__ import annotations

import re

_BYTE, _PLANE = 0x100, 0x10000
_KEPT = "\u00a0\u202f"
"""Spaces that are no control characters though Python does not call them printable."""
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "\u2800]"
)
"""The Default_Ignorable_Code_Points of Unicode, and the braille pattern without dots, which looks like a space.

Python calls the Hangul fillers, the variation selectors and some more of them printable.
"""


def safe(text: object, *, lines: bool = False) -> str:
    """Gives `text` with everything that is not plainly visible written out; `lines` keeps line ends."""
    plain = str(text)
    if _is_plain(plain):
        return plain
    return "".join(
        character if _is_plain(character) or character in _KEPT or (lines and character == "\n") else _shown(character)
        for character in plain
    )


def _is_plain(text: str) -> bool:
    return text.isprintable() and (text.isascii() or _UNSEEN.search(text) is None)


def _shown(character: str) -> str:
    short = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}.get(character)
    if short is not None:
        return short
    code = ord(character)
    if code < _BYTE:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < _PLANE else f"\\U{code:08x}"


def safe_json(text: str) -> str:
    """Gives JSON text in which the same characters stand as escapes; what it means stays the same.

    JSON itself already escapes the characters below U+0020.
    """
    if _is_plain(text.replace("\n", "")):
        return text
    # Line by line: most lines hold nothing to escape, and telling that is far cheaper than looking at each character.
    return "\n".join(line if _is_plain(line) else _escaped(line) for line in text.split("\n"))


def _escaped(line: str) -> str:
    return "".join(
        character if _is_plain(character) or character in _KEPT else _in_json(character) for character in line
    )


def _in_json(character: str) -> str:
    code = ord(character)
    if code < _PLANE:
        return f"\\u{code:04x}"
    code -= _PLANE
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"


def safe_xml(text: str) -> str:
    """Gives XML text in which the same characters, line ends among them, stand as references; it means the same."""
    if _is_plain(text):
        return text
    return "".join(
        character if _is_plain(character) or character in _KEPT else f"&#{ord(character)};" for character in text
    )
