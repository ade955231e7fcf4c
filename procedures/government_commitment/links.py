"""What the entries of a session open and belong with, beside the declaration.

Example:
    >>> [opened.procedure for opened in opened_by(6)]
    ['collaborative_negotiation', 'agreement_decision']
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Opened:
    """A procedure that an entry asks for, within days where the text gives them, or only if it is needed."""

    procedure: str
    begins_on: date | None
    ends_on: date | None
    if_needed: bool


@cache
def _entries() -> Mapping[int, Mapping[str, Any]]:
    document = tomllib.loads(files(__package__).joinpath("links_2025.toml").read_text(encoding="utf-8"))
    return {entry["number"]: entry for entry in document["entry"]}


def opened_by(number: int) -> tuple[Opened, ...]:
    """Gives the procedures that an entry asks for.

    Raises:
        KeyError: there is no entry of that number.
    """
    found = _entries()[number].get("opens", ())
    return tuple(Opened(one["procedure"], one.get("from"), one.get("until"), one["if_needed"]) for one in found)


def links_of(number: int) -> tuple[tuple[str, str], ...]:
    """Gives what an entry belongs with: (kind, id), kind being `procedure`, `objective` or `goal`.

    Raises:
        KeyError: there is no entry of that number.
    """
    return tuple((kind, target) for kind, _, target in (link.partition(":") for link in _entries()[number]["links"]))
