"""The dated numbers of the evaluation procedure, read once from the files of this package."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from engine.parameters import Parameters, parse_parameters

OWNER = "evaluation"


@cache
def numbers() -> Parameters:
    """Gives the numbers with which deadlines count and guards judge."""
    return _read("parameters.toml")


@cache
def thresholds() -> Parameters:
    """Gives the thresholds of the key figures, and the numbers that the gates share with the guards."""
    return Parameters(OWNER, {**numbers().by_name, **_read("thresholds.toml").by_name})


def numbers_of(*names: str) -> Parameters:
    """Gives only the named numbers: those that one version of the law uses."""
    return Parameters(OWNER, {name: numbers().by_name[name] for name in names})


def _read(name: str) -> Parameters:
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return parse_parameters(tomllib.loads(text), OWNER)
