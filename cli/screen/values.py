"""Values as they stand in a cell or in JSON, whatever the layout around them."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from contextlib import suppress
from datetime import date

from cli.screen.safe_text import safe


def plain_value(value: object) -> str:
    """Gives a value as it stands in a plain line: nothing for unknown, lists by comma."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(plain_value(one) for one in value)
    return safe(json_text(value) if isinstance(value, Mapping) else value)


def json_text(data: object) -> str:
    """Gives data as JSON on one line."""
    return json.dumps(shown_in_json(data), ensure_ascii=False, default=in_json)


def spread_json(data: object) -> str:
    """Gives data as JSON on many lines, two spaces deeper at each level."""
    # Whatever reads a record has it loaded; what only counts days starts faster without it.
    quick = sys.modules.get("msgspec")
    if quick is not None:
        # The same to the letter as Python's own indenting, in a quarter of the time.
        with suppress(quick.DecodeError, UnicodeEncodeError):
            return str(quick.json.format(json_text(data), indent=2))
    # Half a character, as the name of a file may hold, is no text for others.
    return json.dumps(shown_in_json(data), ensure_ascii=False, indent=2, default=in_json)


def shown_in_json(data: object) -> object:
    """Gives data with null and the ground in the place of what is veiled."""
    from engine.veiling import Veiled
    from engine.veiling import in_json as unveiled

    return unveiled(data) if Veiled.any_made else data


def in_json(value: object) -> object:
    """Gives what JSON writes for a value that it does not know by itself: a date as text, a mapping as an object."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} is no JSON value")
