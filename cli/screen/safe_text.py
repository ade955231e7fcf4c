r"""The one function that every line for a person goes through: what would steer a terminal is shown, not obeyed.

Control and escape characters, direction marks, invisible and unassigned ones become visible as `\x1b` or `\u202e`.

Example:
    >>> safe("all is well\x1b[2J \u202edlrow")
    'all is well\\x1b[2J \\u202edlrow'
"""

from __future__ import annotations

_BYTE, _PLANE = 0x100, 0x10000
_KEPT = "\u00a0\u202f"
"""Spaces that are no control characters though Python does not call them printable."""


def safe(text: object, *, lines: bool = False) -> str:
    """Gives `text` with everything that is not plainly visible written out; `lines` keeps line ends."""
    plain = str(text)
    if plain.isprintable():
        return plain
    return "".join(
        character
        if character.isprintable() or character in _KEPT or (lines and character == "\n")
        else _shown(character)
        for character in plain
    )


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
    if text.replace("\n", "").isprintable():
        return text
    # Line by line: most lines hold nothing to escape, and telling that is far cheaper than looking at each character.
    return "\n".join(line if line.isprintable() else _escaped(line) for line in text.split("\n"))


def _escaped(line: str) -> str:
    return "".join(
        character if character.isprintable() or character in _KEPT else _in_json(character) for character in line
    )


def _in_json(character: str) -> str:
    code = ord(character)
    if code < _PLANE:
        return f"\\u{code:04x}"
    code -= _PLANE
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
