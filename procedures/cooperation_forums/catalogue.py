"""The forums and networks of the proposal with their purpose, and the offices that it lists by organisation.

No person is named anywhere: whom to call is an office. Owners stand only where the law or the text gives them.

Example:
    >>> [office.id for office in forums().offices_of("HUS")]
    ['joint_board_chair', 'chief_executive']
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from engine.law import Label


@dataclass(frozen=True, slots=True)
class Forum:
    """A forum or network; `planned`: the text proposes to set it up."""

    id: str
    name: Label
    purpose: Label
    place: str
    owner: str | None
    planned: bool
    links: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Office:
    """An office by its title, and the organisations (codes of the directory) in which the text names it."""

    id: str
    name: Label
    organisations: tuple[str, ...]


@dataclass(frozen=True)
class Forums:
    """The whole catalogue, in the order of the source."""

    source: str
    forums: tuple[Forum, ...]
    offices: tuple[Office, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Forum]:
        """The forums by their ids."""
        return {forum.id: forum for forum in self.forums}

    @cached_property
    def office_by_id(self) -> Mapping[str, Office]:
        """The offices by their ids."""
        return {office.id: office for office in self.offices}

    def offices_of(self, code: str) -> tuple[Office, ...]:
        """Gives the offices that the text names of an organisation."""
        return tuple(office for office in self.offices if code in office.organisations)


@cache
def forums() -> Forums:
    """Gives the catalogue, read once.

    Raises:
        ValueError: an id stands twice.
    """
    text = files(__package__).joinpath("forums_2025.toml").read_text(encoding="utf-8")
    document = tomllib.loads(text)
    found = Forums(document["source"], tuple(map(_forum, document["forum"])), tuple(map(_office, document["office"])))
    if len(found.by_id) != len(found.forums) or len(found.office_by_id) != len(found.offices):
        raise ValueError("an id of a forum or an office stands twice")
    return found


def _forum(entry: Mapping[str, Any]) -> Forum:
    return Forum(
        id=entry["id"],
        name=Label(*entry["name"]),
        purpose=Label(*entry["purpose"]),
        place=entry["place"],
        owner=entry.get("owner"),
        planned=entry.get("planned", False),
        links=tuple((kind, target) for kind, _, target in (link.partition(":") for link in entry.get("links", ()))),
    )


def _office(entry: Mapping[str, Any]) -> Office:
    return Office(entry["id"], Label(*entry["name"]), tuple(entry["of"]))


def office_ids() -> frozenset[str]:
    """Gives the ids of the offices."""
    return frozenset(forums().office_by_id)
