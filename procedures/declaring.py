"""What every declaration is put together with: its numbers, read from the file beside it, and its list of guards."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from engine.declaration import Guard, Transition
from engine.parameters import Parameters, parse_parameters


@cache
def numbers(package: str) -> Parameters:
    """Gives every number in `parameters.toml` of a package such as `procedures.investment_plan`."""
    text = files(package).joinpath("parameters.toml").read_text(encoding="utf-8")
    return parse_parameters(tomllib.loads(text), package.rpartition(".")[2])


def numbers_of(package: str, *names: str) -> Parameters:
    """Gives only the named numbers of a package: those that one version of the law uses."""
    everything = numbers(package)
    return Parameters(everything.owner, {name: everything.by_name[name] for name in names})


def guards_of(transitions: Iterable[Transition]) -> tuple[Guard, ...]:
    """Gives every guard that the transitions ask, once, in their order."""
    return tuple(dict.fromkeys(guard for transition in transitions for guard in transition.guards))
