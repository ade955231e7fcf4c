"""The dated numbers of general administrative law: what holds in every procedure, such as when a letter is served."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from engine.parameters import Parameters, parse_parameters

OWNER = "administration"


@cache
def numbers() -> Parameters:
    """Gives the numbers of 434/2003 and 13/2003, read once in a process.

    Example:
        >>> from datetime import date
        >>> numbers().on("ordinary_letter_days", date(2026, 5, 29)).basis
        '434/2003 59 § 2 mom.'
    """
    text = files(__name__).joinpath("parameters.toml").read_text(encoding="utf-8")
    return parse_parameters(tomllib.loads(text), OWNER)
