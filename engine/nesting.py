"""How deep data may be nested: a bound that holds for whatever comes in, looked at without recursion.

Readers of JSON and TOML fail on deep data by exhausting the stack, or take a time that grows with the square of the
parts of a dotted key; so depth is bounded by ourselves, before reading where that matters.

Example:
    >>> is_deeper([{"a": []}], 2), is_deeper([{"a": []}], 3)
    (True, False)
    >>> has_longer_key("a.b.c = 1", 2), has_longer_key("a.b.c = 1", 3)
    (True, False)
"""

from __future__ import annotations

import re
from collections.abc import Mapping

DEEPEST = 64
"""Levels of tables, objects and lists inside each other."""


def is_deeper(value: object, levels: int = DEEPEST) -> bool:
    """Tells whether mappings and lists stand deeper inside each other than so many levels."""
    inside = [value]
    for _ in range(levels):
        inside = [
            inner
            for outer in inside
            if isinstance(outer, Mapping | list)
            for inner in (outer.values() if isinstance(outer, Mapping) else outer)
            if isinstance(inner, Mapping | list)
        ]
    return bool(inside)


def has_longer_key(toml: str, parts: int = DEEPEST) -> bool:
    """Tells whether a text in TOML holds a dotted key of more than so many parts.

    So many dotted words within a text count as well: nothing that a person writes has them.
    """
    part = r"""(?:[A-Za-z0-9_-]++|"[^"\n]*+"|'[^'\n]*+')"""
    return re.search(rf"(?<![A-Za-z0-9_-]){part}(?:[ \t]*+\.[ \t]*+{part}){{{parts}}}", toml) is not None
