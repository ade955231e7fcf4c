"""Statutory numbers by date: value, unit, in force from, basis, status.

There is no implicit default. Asking for a number on a day when none is in force is an error that says which number,
which day, and from when there is one (architecture, section 4; the idea of dated parameters is OpenFisca's).

Example:
    >>> text = '''
    ... [objection_days]
    ... unit = "days"
    ... label = {fi = "oikaisuvaatimusaika", sv = "tid för begäran om omprövning", en = "rectification time"}
    ... values = [{from = 2023-01-01, value = 14, basis = "611/2021 140 §", status = "statute"}]
    ... '''
    >>> parse_parameters(tomllib.loads(text), "evaluation").on("objection_days", date(2025, 6, 17)).value
    14
"""

from __future__ import annotations

import tomllib  # noqa: F401 - shown in the example
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from engine.errors import Refused
from engine.law import Label, Status

UNITS = frozenset(
    {
        "days",
        "weeks",
        "months",
        "years",
        "working_days",
        "month_day",
        "month_days",
        "percent",
        "ratio",
        "count",
    }
)
"""Units a parameter may have. `month_day` is a yearly day written `MM-DD`, `month_days` a list of them."""

ParameterValue = int | str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DatedValue:
    """A number as the law has it from `in_force_from` until the next one; fractions are decimal text, never floats."""

    value: ParameterValue
    in_force_from: date
    basis: str
    status: Status
    in_force_until: date | None = None


@dataclass(frozen=True, slots=True)
class Parameter:
    """A statutory number with all its values, oldest first."""

    name: str
    unit: str
    label: Label
    values: tuple[DatedValue, ...]


@dataclass(frozen=True, slots=True)
class Parameters:
    """The dated numbers of one procedure."""

    owner: str
    by_name: Mapping[str, Parameter] = field(default_factory=dict)

    def __hash__(self) -> int:
        """Hashes by owner and names, so that a declaration stays hashable."""
        return hash((self.owner, tuple(self.by_name)))

    def on(self, name: str, day: date) -> DatedValue:
        """Gives the value of `name` in force on `day`.

        Raises:
            Refused: `no-parameter` when none has that name, `no-parameter-in-force` when none is in force that day.
        """
        parameter = self.by_name.get(name)
        if parameter is None:
            raise Refused("no-parameter", f"{self.owner} declares no number called {name}.", details={"name": name})
        begun = [dated for dated in parameter.values if dated.in_force_from <= day]
        # The newest that has begun counts; when it has ended, none that it replaced comes back to life.
        if begun and (begun[-1].in_force_until is None or day <= begun[-1].in_force_until):
            return begun[-1]
        first = parameter.values[0]
        raise Refused(
            "no-parameter-in-force",
            f"{self.owner}.{name} has no value in force on {day}; the first one begins on {first.in_force_from}.",
            basis=(first.basis,),
            details={"name": f"{self.owner}.{name}", "day": day, "first": first.in_force_from},
        )

    def unit(self, name: str) -> str:
        """Gives the unit of `name`, or an empty string when there is no such number."""
        parameter = self.by_name.get(name)
        return parameter.unit if parameter else ""


def parse_parameters(document: Mapping[str, Any], owner: str) -> Parameters:
    """Reads the numbers from a parsed `parameters.toml`.

    Raises:
        ValueError: a number lacks unit, label, value, date, basis or status, or its values are not in date order.
    """
    return Parameters(owner, {name: _parse_one(name, table) for name, table in document.items()})


def _parse_one(name: str, table: Mapping[str, Any]) -> Parameter:
    try:
        values = tuple(_parse_value(row) for row in table["values"])
        parameter = Parameter(name, table["unit"], Label(**table["label"]), values)
    except (KeyError, TypeError) as error:
        raise ValueError(f"the parameter {name} lacks {error}") from error
    starts = [value.in_force_from for value in parameter.values]
    if not starts or starts != sorted(set(starts)):
        raise ValueError(f"the values of {name} must begin on different days, oldest first")
    return parameter


def _parse_value(row: Mapping[str, Any]) -> DatedValue:
    value = row["value"]
    if isinstance(value, float | bool):
        raise TypeError(f"a whole number, a decimal string or a list, not {value!r}")
    return DatedValue(
        value=tuple(value) if isinstance(value, list) else value,
        in_force_from=row["from"],
        basis=row["basis"],
        status=Status(row["status"]),
        in_force_until=row.get("until"),
    )
