"""Values as they stand in a cell or in JSON, whatever the layout around them."""

from __future__ import annotations

import json
from collections.abc import Mapping
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
