"""Catalogues of happenings: from the words of a published report to the facts that it tells, as data of each procedure.

A happening is a kind of event ("the evaluation group meets"), not one event. Its words are a regular expression; what
it captures (a day, years, choices, text) fills the data of its facts. All happenings that a text tells count, in the
order of the catalogue. A text that denies, plans or only wonders tells nothing.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Final

_PACKAGES: Final[Mapping[str, str]] = {"evaluation": "procedures.evaluation"}
"""Where the catalogue `history.toml` of each procedure stands."""

_MONTH_NAMES: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTHS: Final = {name: number for number, name in enumerate(_MONTH_NAMES, start=1)}
_DAYS: Final = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"),
    re.compile(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})"),
    re.compile(rf"(?P<day>\d{{1,2}}) (?P<month>{'|'.join(_MONTHS)}) (?P<year>\d{{4}})", re.IGNORECASE),
)
_YEAR: Final = re.compile(r"\b20\d\d\b")


@dataclass(frozen=True, slots=True)
class Capture:
    """What is taken from the text: the pattern's first group, read as `kind`; `within`: from an earlier capture."""

    name: str
    kind: str
    words: re.Pattern[str] | None
    choices: tuple[tuple[re.Pattern[str], Any], ...] = ()
    within: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A fact that a text tells. `implied`: the text takes it for granted, so it had happened by then."""

    fact: str
    data: Mapping[str, Any]
    implied: bool


@dataclass(frozen=True, slots=True)
class Happening:
    """A kind of happening: its words, what excludes it, what it captures, and its facts with their data."""

    words: re.Pattern[str]
    unless: re.Pattern[str]
    captures: tuple[Capture, ...]
    facts: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The happenings of one procedure, and the conditions of which a report may be silent.

    `silences` maps a guard to the data fields with which it could have been told: it may be left open while they are
    empty. A guard that is not listed is never left open.
    """

    happenings: tuple[Happening, ...] = ()
    silences: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@cache
def catalogue(procedure: str) -> Catalogue:
    """Gives the catalogue of a procedure; an empty one when it has none."""
    package = _PACKAGES.get(procedure)
    if package is None:
        return Catalogue()
    document = tomllib.loads(files(package).joinpath("history.toml").read_text(encoding="utf-8"))
    unless = document["unless"]
    return Catalogue(
        tuple(_happening(table, unless) for table in document["happening"]),
        {guard: tuple(fields) for guard, fields in document["silences"].items()},
    )


def told_by(procedure: str, text: str) -> tuple[Told, ...]:
    """Gives the facts that a text tells, each once, in the order of the catalogue; none when it fits no happening."""
    found: dict[str, Told] = {}
    for happening in catalogue(procedure).happenings:
        if not happening.words.search(text) or happening.unless.search(text):
            continue
        captured = _captured(happening.captures, text)
        for told in happening.facts:
            earlier = found.get(told.fact)
            data = {**_filled(told.data, captured), **(earlier.data if earlier else {})}
            found[told.fact] = Told(told.fact, data, told.implied and (earlier is None or earlier.implied))
    return tuple(found.values())


def _happening(table: Mapping[str, Any], unless: str) -> Happening:
    return Happening(
        words=_pattern(table["words"]),
        unless=_pattern(table.get("unless", unless)),
        captures=tuple(_capture(entry) for entry in table.get("capture", ())),
        facts=tuple(map(_fact, table["facts"])),
    )


def _fact(entry: Mapping[str, Any]) -> Told:
    return Told(entry["fact"], entry.get("data", {}), entry.get("implied", False))


def _capture(entry: Mapping[str, Any]) -> Capture:
    return Capture(
        name=entry["name"],
        kind=entry["kind"],
        words=_pattern(entry["words"]) if "words" in entry else None,
        choices=tuple((_pattern(words), value) for words, value in entry.get("choices", ())),
        within=entry.get("within"),
    )


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


def _captured(captures: tuple[Capture, ...], text: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for capture in captures:
        where = found.get(capture.within, "") if capture.within else text
        value = _value(capture, where)
        if value not in (None, []):
            found[capture.name] = value
    return found


def _value(capture: Capture, text: str) -> object:
    part: str | None = text
    if capture.words is not None:
        match = capture.words.search(text)
        part = match.group(1).strip() if match else None
    if not part:
        return None
    if capture.kind == "day":
        return _day(part)
    if capture.kind == "years":
        return [int(year) for year in dict.fromkeys(_YEAR.findall(part))]
    if capture.kind == "choices":
        return [value for words, value in capture.choices if words.search(part)]
    if capture.kind == "choice":
        return next((value for words, value in capture.choices if words.search(part)), None)
    return part


def _day(text: str) -> str | None:
    for pattern in _DAYS:
        match = pattern.search(text)
        if match:
            month = match["month"]
            number = _MONTHS[month.lower()] if month.lower() in _MONTHS else int(month)
            try:
                return date(int(match["year"]), number, int(match["day"])).isoformat()
            except ValueError:
                return None
    return None


def _filled(template: Mapping[str, Any], captured: Mapping[str, Any]) -> dict[str, Any]:
    """Fills `$name` with what was captured; a field whose capture found nothing is left out."""
    filled: dict[str, Any] = {}
    for name, value in template.items():
        if not isinstance(value, str) or not value.startswith("$"):
            filled[name] = value
        elif value[1:] in captured:
            filled[name] = captured[value[1:]]
    return filled
