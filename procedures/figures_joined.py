"""Figures given by hand and figures of the record, joined: what was given wins, and what was passed over is told.

Amounts can be given as decimal text in a unit of the giver's own, such as millions. The record holds cents, so that an
amount of the record is not set beside such amounts of the same year: the ratio would be nonsense.

Example:
    >>> from procedures.evaluation.figures_input import KeyFigures
    >>> recorded = RecordedFigure("2024.depreciation_cents", 2000, "financial-data-15-2024", 7)
    >>> join(KeyFigures, {"years": {"2024": {"annual_margin_cents": 1230}}}, [recorded]).document["years"]
    {'2024': {'annual_margin_cents': 1230, 'depreciation_cents': 2000}}
    >>> join(KeyFigures, {"years": {"2024": {"annual_margin": "12.3"}}}, [recorded]).passed_over[0].why
    'unit'
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel

from procedures.figure_names import IN_CENTS, Path, is_amount, is_list, path_of, type_at
from procedures.recorded_figures import RecordedFigure

Why = Literal["given", "unit"]


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A figure of the record that is not used: another was `given`, or others in a `unit` of their own."""

    figure: RecordedFigure
    why: Why

    def as_data(self) -> dict[str, Any]:
        """Gives the figure as plain data, with why it is not used."""
        return {**self.figure.as_data(), "why": self.why}


@dataclass(frozen=True, slots=True)
class Joined:
    """Figures to work with, those of them that came from the record, and those of the record that did not."""

    document: dict[str, Any]
    taken: tuple[RecordedFigure, ...]
    passed_over: tuple[PassedOver, ...]


def join(model: type[BaseModel], given: Mapping[str, Any], recorded: Iterable[RecordedFigure]) -> Joined:
    """Gives the figures of both; of a list the whole is given or the whole is recorded."""
    document = deepcopy(dict(given))
    taken: list[RecordedFigure] = []
    passed_over: list[PassedOver] = []
    for figure in recorded:
        path = path_of(model, figure.name) or (figure.name,)
        why = _why_not(model, given, path)
        if why is not None:
            passed_over.append(PassedOver(figure, why))
            continue
        taken.append(figure)
        _put(document, path, figure.value, several=is_list(type_at(model, path)))
    return Joined(document, tuple(taken), tuple(passed_over))


def _why_not(model: type[BaseModel], given: Mapping[str, Any], path: Path) -> Why | None:
    within: Any = given
    for step in path[:-1]:
        if not isinstance(within, Mapping):
            return "given"
        within = within.get(str(step))
        if within is None:
            return None
    if not isinstance(within, Mapping):
        return "given"
    name = str(path[-1]).removesuffix(IN_CENTS)
    if within.get(name) is not None or within.get(name + IN_CENTS) is not None:
        return "given"
    if is_amount(model, path) and any(
        _in_own_unit(model, (*path[:-1], key)) for key, one in within.items() if one is not None
    ):
        return "unit"
    return None


def _in_own_unit(model: type[BaseModel], path: Path) -> bool:
    return not str(path[-1]).endswith(IN_CENTS) and is_amount(model, path)


def _put(document: dict[str, Any], path: Path, value: object, *, several: bool) -> None:
    within = document
    for step in path[:-1]:
        if not isinstance(within.get(str(step)), dict):
            within[str(step)] = {}
        within = within[str(step)]
    name = str(path[-1])
    if several:
        within[name] = [*(within.get(name) or ()), value]
    else:
        within[name] = value
