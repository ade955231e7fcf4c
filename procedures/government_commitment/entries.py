"""The register of what was agreed in a session: each entry with its kind, its ministries and its day, typed.

Example:
    >>> [entry.number for entry in register("entries_2025").entries if entry.due_on]
    [6, 9, 10]
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Final, Literal, get_args

from engine.law import Label

EntryKind = Literal["legislate", "study", "steer", "negotiate", "trial", "develop"]
MinistriesFrom = Literal["text", "inferred"]

NAMES: Final = ("entries_2025",)
"""Every register that there is: one for each session."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry. The first of `kinds` is the main one; `due_of` says what is due on `due_on`, where a day is given."""

    number: int
    name: Label
    kinds: tuple[EntryKind, ...]
    ministries: tuple[str, ...]
    ministries_from: MinistriesFrom
    place: str
    due_on: date | None = None
    due_of: Label | None = None

    @property
    def kind(self) -> EntryKind:
        """The main kind."""
        return self.kinds[0]


@dataclass(frozen=True, slots=True)
class Register:
    """The entries of one session in their order."""

    name: str
    session_on: date
    source: str
    entries: tuple[Entry, ...]

    @property
    def numbers(self) -> frozenset[int]:
        """The numbers of the entries."""
        return frozenset(entry.number for entry in self.entries)

    def entry(self, number: int) -> Entry:
        """Gives an entry by its number.

        Raises:
            KeyError: there is none.
        """
        return {entry.number: entry for entry in self.entries}[number]


@cache
def register(name: str) -> Register:
    """Gives a register by its name, read once.

    Raises:
        KeyError: there is none of that name.
        ValueError: it is not of the shape that a register has.
    """
    if name not in NAMES:
        raise KeyError(name)
    text = files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8")
    document = tomllib.loads(text)
    entries = tuple(map(_entry, document["entry"]))
    if [entry.number for entry in entries] != list(range(1, len(entries) + 1)):
        raise ValueError(f"{name}: the entries are not numbered from 1 without a gap")
    return Register(name, document["session_on"], document["source"], entries)


def _entry(table: Mapping[str, Any]) -> Entry:
    number, kinds, stated_in = table["number"], tuple(table["kinds"]), table["ministries_from"]
    if not kinds or not set(kinds) <= set(get_args(EntryKind)):
        raise ValueError(f"entry {number}: its kinds are {kinds}")
    if stated_in not in get_args(MinistriesFrom):
        raise ValueError(f"entry {number}: its ministries are from {stated_in!r}")
    if ("due_on" in table) != ("due_of" in table):
        raise ValueError(f"entry {number}: a day and what is due on it go together")
    return Entry(
        number=number,
        name=Label(**table["name"]),
        kinds=kinds,
        ministries=tuple(table["ministries"]),
        ministries_from=stated_in,
        place=table["place"],
        due_on=table.get("due_on"),
        due_of=Label(**table["due_of"]) if "due_of" in table else None,
    )
