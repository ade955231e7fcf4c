"""The data of a recorded act as a person reads it: nested values opened out, what was left empty left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cli.messages import Words

NOTHING = "–"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_EMPTY: tuple[object, ...] = (None, "", [], (), {})


def data_lines(words: Words, data: Mapping[str, Any]) -> Iterator[str]:
    """Yields one line for each value that was given."""
    for name, value in data.items():
        if text := _text(words, value):
            yield f"{name}: {text}"


def value_text(words: Words, value: object) -> str:
    """Gives a value as text: a dash for nothing, parts by comma, things with several parts by semicolon."""
    return _text(words, value) or NOTHING


def _text(words: Words, value: object) -> str:
    if value in _EMPTY:
        return ""
    if isinstance(value, bool):
        return words("word.yes" if value else "word.no")
    if isinstance(value, date) or (isinstance(value, str) and _DAY.fullmatch(value)):
        return words.date(value)
    if isinstance(value, Mapping):
        # Who or what comes before how many.
        named = sorted(value.items(), key=lambda one: not isinstance(one[1], str))
        parts = ((name, _text(words, part)) for name, part in named)
        return ", ".join(f"{name} {part}" for name, part in parts if part)
    if isinstance(value, list | tuple):
        joint = "; " if any(isinstance(one, Mapping | list | tuple) for one in value) else ", "
        return joint.join(filter(None, (_text(words, one) for one in value)))
    return str(value)
