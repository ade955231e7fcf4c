"""Catalogues of happenings: from the words of a published report to the facts that it tells, as data of each procedure.

A happening is a kind of event ("the evaluation group meets"), not one event. Its words are a regular expression; what
it captures (a day, years, choices, text) fills the data of its facts. All happenings that a text tells count, in the
order of the catalogue. A text that denies, plans or only wonders tells nothing.

A catalogue stands in `history.toml` of the procedure's folder and tells facts of that procedure only. `reads` at its
top says under which names rows are filed that concern it, besides its own id; `matter` names the fields of an opening
that tell one of several open matters from the others. A happening that says `each` tells what is reported of the whole
state of every actor of that kind. Data are templates: `$name` stands for what a capture found, or for the row's own
`$on` (ISO day), `$month` (2025-06), `$year` and `$amount_cents`, before which a capture of that name comes when it
finds something. A field, or an entry of a list, whose name found nothing is left out.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Final

_NOTHING: Final = re.compile(r"(?!)")
_LEFT_OUT: Final = object()
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
    """A fact of a procedure that a text tells.

    `implied`: the text takes it for granted, so it had happened by then. `each`: where the text is about the whole
    state, it is told of every actor of this kind.
    """

    procedure: str
    fact: str
    data: Mapping[str, Any]
    implied: bool = False
    each: str | None = None


@dataclass(frozen=True, slots=True)
class Happening:
    """A kind of happening: its words, what excludes it, what it captures, and its facts with their data."""

    words: re.Pattern[str]
    unless: re.Pattern[str]
    captures: tuple[Capture, ...]
    facts: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The happenings of one procedure, the names under which it reads them, and where a report may be silent.

    `reads` begins with the procedure's own id. `matter` are the fields of an opening by which one matter is told from
    others that are open about the same subject. `silences` maps a guard to the data fields with which it could have
    been told: it may be left open while they are empty. A guard that is not listed is never left open.
    """

    reads: tuple[str, ...]
    happenings: tuple[Happening, ...] = ()
    silences: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    matter: tuple[str, ...] = ()


@cache
def catalogue(procedure: str) -> Catalogue:
    """Gives the catalogue in the folder of a procedure; one without happenings when there is none."""
    file = files("procedures").joinpath(procedure, "history.toml")
    if not file.is_file():
        return Catalogue((procedure,))
    document = tomllib.loads(file.read_text(encoding="utf-8"))
    unless = _pattern(document["unless"]) if "unless" in document else _NOTHING
    return Catalogue(
        tuple(dict.fromkeys((procedure, *document.get("reads", ())))),
        tuple(_happening(procedure, table, unless) for table in document.get("happening", ())),
        {guard: tuple(fields) for guard, fields in document.get("silences", {}).items()},
        tuple(document.get("matter", ())),
    )


def readers(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Gives those of the known procedures, in their order, that read rows filed under `name`."""
    return tuple(procedure for procedure in known if name in catalogue(procedure).reads)


def told_by(procedure: str, text: str, row_fields: Mapping[str, Any] | None = None) -> tuple[Told, ...]:
    """Gives the facts of a procedure that a text tells, each once, in the order of its catalogue.

    `row_fields` are what data may ask for besides what the words say.
    """
    found: dict[tuple[str, str | None], Told] = {}
    for happening in catalogue(procedure).happenings:
        if not happening.words.search(text) or happening.unless.search(text):
            continue
        captured = {**(row_fields or {}), **_captured(happening.captures, text)}
        for told in happening.facts:
            earlier = found.get((told.fact, told.each))
            found[told.fact, told.each] = replace(
                told,
                data={**_filled(told.data, captured), **(earlier.data if earlier else {})},
                implied=told.implied and (earlier is None or earlier.implied),
            )
    return tuple(found.values())


def _happening(procedure: str, table: Mapping[str, Any], unless: re.Pattern[str]) -> Happening:
    return Happening(
        words=_pattern(table["words"]),
        unless=_pattern(table["unless"]) if "unless" in table else unless,
        captures=tuple(_capture(entry) for entry in table.get("capture", ())),
        facts=tuple(
            Told(procedure, entry["fact"], entry.get("data", {}), entry.get("implied", False), table.get("each"))
            for entry in table["facts"]
        ),
    )


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
    if capture.kind == "year":
        return next(map(int, _YEAR.findall(part)), None)
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
    """Fills `$name` with what was captured; what found nothing is left out."""
    filled = {name: _value_of(value, captured) for name, value in template.items()}
    return {name: value for name, value in filled.items() if value is not _LEFT_OUT}


def _value_of(value: object, captured: Mapping[str, Any]) -> object:
    if isinstance(value, Mapping):
        return _filled(value, captured)
    if isinstance(value, list):
        return [inner for inner in (_value_of(part, captured) for part in value) if inner is not _LEFT_OUT]
    if isinstance(value, str) and value.startswith("$"):
        return captured.get(value[1:], _LEFT_OUT)
    return value
