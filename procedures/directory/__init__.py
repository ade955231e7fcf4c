"""The directory of actors: who steers, who is steered, and who else has a part in it.

Twenty-one counties, Helsinki and HUS are steered (23 subjects); the five collaborative areas, the bilingual counties
as a group, the ministries, the Government, the agencies, the administrative courts and the whole state stand beside
them. The data with its sources is `actors.toml`; codes 01–21 and 90 are Statistics Finland's, the others are this
directory's.

Example:
    >>> directory().resolve("Östra Nyland").code
    '01'
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache, cached_property

from procedures.directory.actor import Actor, Kind, Mark
from procedures.directory.load import Outside, read_actors
from procedures.directory.resolve import Match, Resolver

__all__ = ["Actor", "Directory", "Kind", "Mark", "Match", "counties", "directory", "steered"]

_STEERED = (Kind.COUNTY, Kind.CITY, Kind.JOINT_AUTHORITY)


class Directory:
    """All actors, by code, by kind and by whatever a person calls them."""

    def __init__(self, actors: Iterable[Actor], outside: Iterable[Outside] = ()) -> None:
        self._actors = tuple(actors)
        self._outside = tuple(outside)
        self._by_code = {actor.code: actor for actor in self._actors}

    def actors(self, kind: Kind | str | None = None) -> tuple[Actor, ...]:
        """Gives all actors, or those of one kind, in the order of the directory.

        Raises:
            ValueError: there is no such kind.
        """
        if kind is None:
            return self._actors
        wanted = Kind(kind)
        return tuple(actor for actor in self._actors if actor.kind is wanted)

    def counties(self) -> tuple[Actor, ...]:
        """Gives the 21 counties in code order."""
        return self.actors(Kind.COUNTY)

    def steered(self) -> tuple[Actor, ...]:
        """Gives the 23 steered subjects: the counties in code order, then Helsinki, then HUS."""
        return tuple(actor for actor in self._actors if actor.kind in _STEERED)

    def members(self, area: str) -> tuple[Actor, ...]:
        """Gives the members of a collaborative area or a group of counties by its code, in the order of `steered`.

        Any other actor has none.

        Raises:
            NotFound: nobody has that code.
        """
        whole = self.by_code(area)
        return tuple(actor for actor in self._actors if actor.area == whole.code or actor.code in whole.members)

    def parties(self, code: str) -> tuple[str, ...]:
        """Gives the codes of those who act in a case about this actor: the members of an area or a group, or itself.

        Raises:
            NotFound: nobody has that code.
        """
        return tuple(actor.code for actor in self.members(code)) or (self.by_code(code).code,)

    def by_code(self, code: str) -> Actor:
        """Gives the actor with exactly this code.

        Raises:
            NotFound: nobody has it.
        """
        found = self._by_code.get(code)
        if found is None:
            raise self._resolver.refusal(code)
        return found

    def resolve(self, ref: str, on: date | None = None) -> Actor:
        """Gives the actor that a reference means; on a day, the one that then has its tasks.

        Raises:
            NotFound: nobody is known by it, or not on that day; carries the nearest matches.
        """
        return self.match(ref, on).actor

    def match(self, ref: str, on: date | None = None) -> Match:
        """Gives what `resolve` gives, with the actor that was named and the note on how its tasks passed on.

        Raises:
            NotFound: as `resolve`.
        """
        return self._resolver.match(ref, on)

    @cached_property
    def _resolver(self) -> Resolver:
        return Resolver(self._actors, self._outside)


@cache
def directory() -> Directory:
    """Gives the directory that belongs to this package, read once."""
    return Directory(*read_actors())


def counties() -> tuple[Actor, ...]:
    """Gives the 21 counties in code order."""
    return directory().counties()


def steered() -> tuple[Actor, ...]:
    """Gives the 23 steered subjects: the counties in code order, then Helsinki, then HUS."""
    return directory().steered()
