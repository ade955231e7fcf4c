"""Where the national objectives show in the steering, beside the declaration: what follows each, which duties it opens.

Example:
    >>> links_of(4)[0]
    ('procedure', 'investment_plan')
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from engine.law import Status
from procedures.national_objectives.objectives import registered


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty that confirmed or amended objectives open: a task of the declaration, and the objectives on its matter."""

    task: str
    especially: tuple[int, ...]


@cache
def _document() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("links_2025.toml").read_text(encoding="utf-8"))


def links_status() -> Status:
    """Gives how sure the links are: a reading of this project, not of the decision."""
    return Status(_document()["status"])


def duties() -> tuple[Duty, ...]:
    """Gives the duties that the objectives open, in the order of the declaration."""
    return tuple(Duty(entry["task"], tuple(entry["especially"])) for entry in _document()["duty"])


def links_of(number: int) -> tuple[tuple[str, str], ...]:
    """Gives what an objective belongs with: (kind, id), kind being `procedure`, `goal` or `commitment`.

    Raises:
        KeyError: there is no objective of that number.
    """
    register = registered(_document()["register"])
    if number not in {one.number for one in register.objectives}:
        raise KeyError(number)
    found = {entry["number"]: entry["links"] for entry in _document()["objective"]}
    return tuple((kind, target) for kind, _, target in (link.partition(":") for link in found.get(number, ())))
