"""How the figures of a calculator are named: names as a person types them, and the places that they mean.

A figure of a financial year is `2024.annual_margin`, one inside a thing `deficit.cover_by`, one of several like things
`required_measures.1.required_in`, counted from 1. The names come from the model that reads the figures, so that no list
stands beside it. An amount can also be given in whole cents, under its name with `_cents`.

Example:
    >>> from procedures.evaluation.figures_input import KeyFigures
    >>> path_of(KeyFigures, "2024.annual_margin"), spelled(("years", "2024", "annual_margin"))
    (('years', '2024', 'annual_margin'), '2024.annual_margin')
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin

from pydantic import BaseModel

Path = tuple[str | int, ...]
"""Steps from the whole to a figure; a whole number counts the members of a list from 0."""

YEAR: Final = "YYYY"
NUMBER: Final = "N"
IN_CENTS: Final = "_cents"
_YEARS: Final = "years"
_YEAR_DIGITS: Final = 4
_MOST_DIGITS: Final = 3


def names_of(model: type[BaseModel]) -> tuple[str, ...]:
    """Gives every name that a model takes: those without a dot first, those of a year last; the subject is not one."""
    paths = [path for path in _paths(model) if path[0] != "subject"]
    return tuple(map(spelled, sorted(paths, key=lambda path: 2 if path[0] == _YEARS else int(len(path) > 1))))


def required_names(model: type[BaseModel]) -> tuple[str, ...]:
    """Gives the names without which a model can tell nothing; the subject is not one."""
    return tuple(name for name, field in model.model_fields.items() if field.is_required() and name != "subject")


def path_of(model: type[BaseModel], name: str) -> Path | None:
    """Gives the place that a name means, known to the model or not; None where a part is empty or no number."""
    steps: list[str | int] = []
    parts = name.split(".")
    if len(parts) > 1 and _is_year(parts[0]):
        steps.append(_YEARS)
    at: object = _below(model, _YEARS) if steps else model
    for part in parts:
        step: str | int = part
        if _member(at) is not None:
            if not (part.isascii() and part.isdecimal()) or len(part) > _MOST_DIGITS or int(part) < 1:
                return None
            step = int(part) - 1
        if not part:
            return None
        steps.append(step)
        at = _below(at, step)
    return tuple(steps)


def spelled(path: Path) -> str:
    """Gives the name by which a place is typed."""
    steps = path[1:] if len(path) > 1 and path[0] == _YEARS else path
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in steps)


def type_at(model: type[BaseModel], path: Path) -> object:
    """Gives the type of a figure without `Annotated` and `| None`; None where the model knows no such place."""
    at: object = model
    for step in path:
        at = _below(at, step)
    return at


def is_amount(model: type[BaseModel], path: Path) -> bool:
    """Says whether a place holds an amount in a unit of the giver's own choice."""
    return type_at(model, path) is Decimal


def is_list(annotation: object) -> bool:
    """Says whether a type, such as `type_at` gives, holds several values."""
    return get_origin(annotation) is tuple


def holds_fields(annotation: object) -> bool:
    """Says whether a type, such as `type_at` gives, is a thing or holds several things with fields of their own."""
    inner = get_args(annotation)[0] if is_list(annotation) else annotation
    return get_origin(inner) is dict or _model(inner) is not None


def _is_year(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) == _YEAR_DIGITS


def _paths(annotation: object) -> Iterator[tuple[str, ...]]:
    model = _model(annotation)
    if model is not None:
        for name, field in model.model_fields.items():
            yield from ((name, *rest) for rest in _paths(_plain(field.annotation)))
    elif get_origin(annotation) is dict:
        yield from ((YEAR, *rest) for rest in _paths(_plain(get_args(annotation)[1])))
    elif (member := _member(annotation)) is not None:
        yield from ((NUMBER, *rest) for rest in _paths(member))
    else:
        yield ()


def _below(annotation: object, step: str | int) -> object:
    model = _model(annotation)
    if model is not None:
        name = str(step)
        field = model.model_fields.get(name) or model.model_fields.get(name.removesuffix(IN_CENTS))
        return None if field is None else _plain(field.annotation)
    if get_origin(annotation) is dict:
        return _plain(get_args(annotation)[1])
    return _member(annotation)


def _member(annotation: object) -> type[BaseModel] | None:
    """Gives what a list of things holds; None for a list of plain values, and for what is no list."""
    return _model(_plain(get_args(annotation)[0])) if is_list(annotation) else None


def _model(annotation: object) -> type[BaseModel] | None:
    return annotation if isinstance(annotation, type) and issubclass(annotation, BaseModel) else None


def _plain(annotation: Any) -> object:  # noqa: ANN401 - a type as it is written
    if get_origin(annotation) is Annotated:
        return _plain(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        kept = [one for one in get_args(annotation) if one is not NoneType]
        return _plain(kept[0]) if len(kept) == 1 else annotation
    return annotation
