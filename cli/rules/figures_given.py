"""Figures that a person gives: `--json` the whole and `--set` what differs, read by the model of a calculator."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cli.case.given import parse_json, read_json
from cli.case.input_problems import in_our_words
from engine.errors import InputRejected
from procedures.calculators import Calculator
from procedures.figure_names import IN_CENTS, Path, holds_fields, is_list, path_of, required_names, spelled, type_at

_MOST_DIGITS = 30
_TRUTHS = {"true": True, "false": False}


def given_figures(calculator: Calculator, json_path: str | None, sets: Sequence[str]) -> dict[str, Any]:
    """Gives the figures as they were handed in: the JSON first, then each `--set`.

    Raises:
        InputRejected: the JSON is refused, or a `--set` is not written `name=value`.
    """
    document = {} if json_path is None else read_json(json_path)
    for stated in sets:
        name, equals, value = stated.partition("=")
        path = path_of(calculator.model, name) if equals and name else None
        if path is None:
            raise InputRejected(
                "set-invalid", f"--set {stated!r} is not written name=value.", details={"given": stated}
            )
        _put(document, path, _value(calculator, path, name, value))
    return document


def read_figures(calculator: Calculator, document: Mapping[str, Any]) -> object:
    """Reads the figures; what is wrong with them is said in our words, with the names that there are.

    Raises:
        InputRejected: a figure cannot be taken, or one is lacking without which nothing can be worked out.
    """
    lacking = [name for name in required_names(calculator.model) if document.get(name) is None]
    if lacking:
        raise InputRejected(
            "figure-lacking",
            f"Without {', '.join(lacking)} there is nothing to work out.",
            try_next="ohjaus figures list -v",
            details={"names": tuple(lacking)},
        )
    try:
        return calculator.read(document)
    except InputRejected as error:
        in_our_words(error, calculator.model, document, names=calculator.names, spell=spelled)
        # One code for every calculator: it is the same answer to the same mistake.
        raise InputRejected(
            "figures-invalid",
            error.message,
            try_next="ohjaus figures check --help" if calculator.id == "evaluation" else "ohjaus figures list -v",
            details=error.details,
        ) from error


def _value(calculator: Calculator, path: Path, name: str, value: str) -> object:
    kind = type_at(calculator.model, path)
    if value[:1] in ("[", "{") and holds_fields(kind):
        return parse_json(value, f"--set {name}")
    if is_list(kind):
        return [part.strip() for part in value.split(",") if part.strip()]
    if kind is bool:
        return _TRUTHS.get(value.strip(), value)
    if (kind is int or str(path[-1]).endswith(IN_CENTS)) and _is_whole(value.strip()):
        return int(value)
    return value


def _is_whole(text: str) -> bool:
    digits = text.removeprefix("-")
    return digits.isascii() and digits.isdecimal() and len(digits) <= _MOST_DIGITS


def _put(document: dict[str, Any], path: Path, value: object) -> None:
    """Puts a figure in its place; what stands in the way and holds no figures gives way."""
    within: Any = document
    for step, below in zip(path, (*path[1:], None), strict=True):
        if isinstance(step, int):
            # A number that was left out is told by what its thing lacks.
            within += [{} for _ in range(len(within), step + 1)]
        if below is None:
            within[step] = value
            return
        wanted = list if isinstance(below, int) else dict
        found = within[step] if isinstance(step, int) else within.get(step)
        if not isinstance(found, wanted):
            within[step] = found = wanted()
        within = found
