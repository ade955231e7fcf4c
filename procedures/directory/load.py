"""Reading `actors.toml` into actors, each piece with its mark.

A piece without a source, a piece with two, or a row with a column too few stops the load: the directory is
never half right.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from engine.errors import Fault
from engine.law import LANGUAGES, Label, Status
from procedures.directory.actor import Actor, Kind, Mark

Marks = Mapping[str, Mark]

_IN_THREE_LANGUAGES = ("name", "official_name", "council", "executive")
_ALWAYS = ("code", "slug", "name", "official_name", "languages")
_STEERED = ("area", "university_hospital", "council", "executive", "council_term_from")


@dataclass(frozen=True, slots=True)
class Outside:
    """A reference that looks like an actor and is none, with the explanation."""

    references: tuple[str, ...]
    code: str
    text: Label
    basis: tuple[str, ...]
    nearest: tuple[str, ...]


def read_actors() -> tuple[tuple[Actor, ...], tuple[Outside, ...]]:
    """Reads the data file that belongs to this package.

    Returns:
        All actors (counties in code order, Helsinki, HUS, collaborative areas, then the state's side), and
        the references that are refused with an explanation.

    Raises:
        Fault: the file contradicts itself.
    """
    return parse_actors(files(__package__).joinpath("actors.toml").read_text(encoding="utf-8"))


def parse_actors(text: str) -> tuple[tuple[Actor, ...], tuple[Outside, ...]]:
    """Parses the text of a data file; see `read_actors`."""
    data = tomllib.loads(text)
    marks = _Sources(data["sources"], data["marks"])
    rest = tuple(_single(entry, marks) for entry in data["actor"])
    steered = tuple(actor for actor in rest if actor.area)
    others = tuple(actor for actor in rest if not actor.area)
    counties, areas = _counties(data["county"], marks), _areas(data["collaborative_area"], marks)
    outside = tuple(
        Outside(
            references=tuple(entry["references"]),
            code=entry["code"],
            text=Label(*entry["text"].splitlines()),
            basis=tuple(entry["basis"]),
            nearest=tuple(entry["nearest"]),
        )
        for entry in data["outside"]
    )
    return (*counties, *steered, *areas, *others), outside


class _Sources:
    """The marks of every kind and of the actors that differ from their kind."""

    def __init__(self, sources: Mapping[str, str], marks: Mapping[str, Mapping[str, str]]) -> None:
        self._marks: dict[str, Mark] = {}
        for key, source in sources.items():
            status, _, text = source.partition(": ")
            self._marks[key] = Mark(text, Status(status))
        self._by_owner = {owner: self._expanded(owner, carried) for owner, carried in marks.items()}
        self._seen: dict[tuple[str, tuple[str, ...]], tuple[tuple[str, Mark], ...]] = {}

    def of(self, code: str, kind: Kind, pieces: tuple[str, ...]) -> tuple[tuple[str, Mark], ...]:
        """Gives the marks of one actor: its own before those of its kind, one for each of its pieces."""
        key = (code if code in self._by_owner else kind.value, pieces)
        if key not in self._seen:
            found = {**self._by_owner[kind.value], **self._by_owner.get(code, {})}
            expected = set(_by_language(pieces))
            if found.keys() != expected:
                unmatched = ", ".join(sorted(found.keys() ^ expected))
                raise Fault("directory-marks", f"{code}: pieces and sources do not match: {unmatched}.")
            self._seen[key] = tuple(found.items())
        return self._seen[key]

    def _expanded(self, owner: str, carried: Mapping[str, str]) -> Marks:
        marks: dict[str, Mark] = {}
        for key, pieces in carried.items():
            for piece in _by_language(pieces.split()):
                if piece in marks:
                    raise Fault("directory-marks", f"{piece} of {owner} has two sources.")
                marks[piece] = self._marks[key]
        return marks


def _by_language(pieces: tuple[str, ...] | list[str]) -> Iterator[str]:
    """Gives `name.fi`, `name.sv` and `name.en` for `name`, and every other piece as it is."""
    for piece in pieces:
        if piece in _IN_THREE_LANGUAGES:
            yield from (f"{piece}.{language}" for language in LANGUAGES)
        else:
            yield piece


def _counties(data: Mapping[str, Any], marks: _Sources) -> Iterator[Actor]:
    official = _label(data["official_name"])
    council, executive = _label(data["council"]), _label(data["executive"])
    for code, slug, fi, sv, en, first_fi, first_sv, area, languages, hospital in _rows(data["rows"], 10):
        yield Actor(
            code=code,
            slug=slug,
            kind=Kind.COUNTY,
            name=Label(fi, sv, en),
            official_name=_filled(official, first_fi, first_sv, en),
            languages=_languages(languages),
            marks=marks.of(code, Kind.COUNTY, _ALWAYS + _STEERED),
            area=area,
            university_hospital=hospital == "university",
            council=council,
            executive=executive,
            council_term_from=data["council_term_from"],
        )


def _areas(data: Mapping[str, Any], marks: _Sources) -> Iterator[Actor]:
    official = _label(data["official_name"])
    for code, slug, fi, sv, en, first_fi, first_sv in _rows(data["rows"], 7):
        yield Actor(
            code=code,
            slug=slug,
            kind=Kind.COLLABORATIVE_AREA,
            name=Label(fi, sv, en),
            official_name=_filled(official, first_fi, first_sv, en),
            languages=(),
            marks=marks.of(code, Kind.COLLABORATIVE_AREA, _ALWAYS),
        )


def _single(entry: Mapping[str, Any], marks: _Sources) -> Actor:
    code, kind = entry["code"], Kind(entry["kind"])
    dated = ("in_being",) if "in_being_from" in entry or "in_being_until" in entry else ()
    listed = ("members",) if "members" in entry else ()
    return Actor(
        code=code,
        slug=entry["slug"],
        kind=kind,
        name=_label(entry["name"]),
        official_name=_label(entry.get("official_name", entry["name"])),
        languages=_languages(entry["languages"]),
        marks=marks.of(code, kind, _ALWAYS + (_STEERED if "area" in entry else ()) + dated + listed),
        area=entry.get("area"),
        members=tuple(entry.get("members", "").split()),
        university_hospital=entry.get("university_hospital", False),
        council=_label(entry["council"]) if "council" in entry else None,
        executive=_label(entry["executive"]) if "executive" in entry else None,
        council_term_from=entry.get("council_term_from"),
        in_being_from=entry.get("in_being_from"),
        in_being_until=entry.get("in_being_until"),
        successor=entry.get("successor"),
        succession=Label(*entry["succession"].splitlines()) if "succession" in entry else None,
    )


def _rows(table: str, columns: int) -> Iterator[list[str]]:
    for line in table.splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) != columns or not all(cells):
            raise Fault("directory-rows", f"A row needs {columns} columns, none of them empty: {line}")
        yield cells


def _label(text: str) -> Label:
    return Label(*text.split(" | "))


def _filled(pattern: Label, fi: str, sv: str, en: str) -> Label:
    return Label(pattern.fi.format(fi), pattern.sv.format(sv), pattern.en.format(en))


def _languages(text: str) -> tuple[str, ...]:
    return tuple(text.split("+")) if text else ()
