"""From what a person writes to the actor that is meant.

A reference is a code, a slug, or a short or official name in any of the three languages (the contract of the
command line). Case, spaces, hyphens and marks above letters do not matter in names, and the word for the kind
of actor may be left out or added: `Itä-Uusimaa`, `ita-uusimaa`, `Östra Nylands välfärdsområde` and `Östra
Nyland välfärdsområde` are one county. A whole name is compared, never a part of one, so `Pohjanmaa` is not
`Etelä-Pohjanmaa`.

An actor whose tasks have passed to another resolves by date: `AVI` is AVI until 31.12.2025 and LVV after it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from functools import cached_property

from engine.errors import Fault, Missing, NotFound
from engine.law import Label
from procedures.directory.actor import Actor, Kind
from procedures.directory.load import Outside

LONGEST_REFERENCE = 200
"""Characters; the longest name is under 100, and nothing longer is compared."""

_DROPPED = dict.fromkeys(
    [
        *range(0x0300, 0x0370),  # the marks that stand above letters once these are taken apart
        *map(ord, " -.,'\u2019\u2010\u2011\u2012\u2013"),  # the hyphens and apostrophes that people type
    ]
)
_NEAREST = 4
_LIKENESS = 0.6
_SHORTEST_PART = 4
_PART_LIKENESS = 0.8


@dataclass(frozen=True, slots=True)
class Match:
    """What a reference leads to: who has the tasks, who was named, and why the two differ."""

    actor: Actor
    named: Actor
    note: Label | None


def fold(text: str) -> str:
    """Reduces a name to what is compared: no case, no spaces, no hyphens, no marks above letters.

    Example:
        >>> fold(" Itä-Uusimaa ")
        'itauusimaa'
    """
    return "".join(unicodedata.normalize("NFKD", text).casefold().translate(_DROPPED).split())


_WORDS: dict[Kind, tuple[str, ...]] = {
    Kind.COUNTY: (
        "hyvinvointialue",
        fold("välfärdsområde"),
        fold("the wellbeing services county of"),
        fold("wellbeing services county of"),
        fold("wellbeing services county"),
    ),
    Kind.COLLABORATIVE_AREA: (fold("yhteistyöalue"), fold("samarbetsområde"), fold("collaborative area")),
}


class Resolver:
    """The index of every way to write every actor; the names are indexed when the first one is sought."""

    def __init__(self, actors: Iterable[Actor], outside: Iterable[Outside]) -> None:
        self._by_code = {actor.code.casefold(): actor for actor in actors}
        self._outside = {fold(reference): entry for entry in outside for reference in entry.references}

    def match(self, reference: str, on: date | None = None) -> Match:
        """Finds the actor that a reference means, on a day if one is given.

        Without a day the actor that was named is given, in being or not.

        Raises:
            NotFound: nobody is known by that reference, or nobody was in being by that name on that day.
        """
        named = self._named(reference)
        if on is None or named.in_being(on):
            return Match(named, named, None)
        heir = self._by_code[named.successor.casefold()] if named.successor else None
        if heir is None or not heir.in_being(on):
            raise self._not_in_being(named, on)
        return Match(heir, named, named.succession)

    @cached_property
    def _by_name(self) -> dict[str, Actor]:
        index: dict[str, Actor] = {}
        for actor in self._by_code.values():
            for name in _spellings(actor):
                other = index.setdefault(name, actor)
                if other is not actor:
                    raise Fault("directory-names", f"{name} means both {other.code} and {actor.code}.")
        return index

    def refusal(self, reference: str) -> NotFound:
        """Gives the error for a reference by which nobody is known, explained or with nearest matches."""
        if len(reference) > LONGEST_REFERENCE:
            return _unknown(f"{reference[:40]!r}…", reference[:LONGEST_REFERENCE], ())
        folded = fold(reference)
        entry = self._outside.get(folded)
        if entry is not None:
            return self._explained(reference, entry)
        return _unknown(repr(reference), reference, self._nearest(folded))

    def _named(self, reference: str) -> Actor:
        if len(reference) > LONGEST_REFERENCE:
            raise self.refusal(reference)
        found = self._by_code.get(reference.strip().casefold())
        if found is None:
            folded = fold(reference)
            found = self._by_name.get(folded) or self._without_kind_word(folded)
        if found is None:
            raise self.refusal(reference)
        return found

    def _without_kind_word(self, folded: str) -> Actor | None:
        for kind, bare in _bare(folded):
            found = self._by_name.get(bare)
            if found is not None and found.kind is kind:
                return found
        return None

    def _nearest(self, folded: str) -> tuple[Actor, ...]:
        """Gives the actors most like a folded reference, the likest first, and by code if it is a number."""
        if folded.isascii() and folded.isdigit():
            padded = self._by_code.get(folded.lstrip("0").zfill(2))
            return (padded,) if padded else ()
        if any(folded in word for words in _WORDS.values() for word in words):
            return ()  # the bare word for a kind is no likelier to mean one actor than another
        likeness: dict[str, float] = {}
        for sought in {bare for _, bare in _bare(folded)} or {folded}:
            for name, actor in self._by_name.items():
                likeness[actor.code] = max(likeness.get(actor.code, 0.0), _likeness(sought, name))
        near = [code for code, value in likeness.items() if value >= _LIKENESS]
        near.sort(key=lambda code: -likeness[code])
        return tuple(self._by_code[code.casefold()] for code in near[:_NEAREST])

    def _explained(self, reference: str, entry: Outside) -> NotFound:
        nearest = tuple(self._by_code[code.casefold()].slug for code in entry.nearest)
        return NotFound(
            entry.code,
            entry.text.en,
            nearest=nearest,
            basis=entry.basis,
            missing=(Missing(entry.code, entry.text, entry.basis),),
            try_next=_try_next(nearest),
            details={"reference": reference},
        )

    def _not_in_being(self, named: Actor, on: date) -> NotFound:
        earlier = [actor for actor in self._by_code.values() if actor.successor == named.code]
        nearest = tuple(actor.slug for actor in earlier if actor.in_being(on))
        day = f"{on.day}.{on.month}.{on.year}"
        text = Label(
            f"{named.name.fi} ({named.code}) ei ole olemassa {day}.",
            f"{named.name.sv} ({named.code}) finns inte den {day}.",
            f"{named.name.en} ({named.code}) is not in being on {on}.",
        )
        return NotFound(
            "actor-not-in-being",
            text.en + (f" Its tasks then belonged to {' and '.join(nearest)}." if nearest else ""),
            nearest=nearest,
            missing=(Missing("actor-not-in-being", text),),
            try_next=_try_next(nearest),
            details={"actor": named.code, "on": on.isoformat()},
        )


def _spellings(actor: Actor) -> Iterator[str]:
    """Gives every folded way to write an actor, codes apart."""
    yield actor.slug
    for label in (actor.name, actor.official_name):
        for name in (fold(label.fi), fold(label.sv), fold(label.en)):
            yield name
            yield from _without(name, _WORDS.get(actor.kind, ()))


def _bare(folded: str) -> Iterator[tuple[Kind, str]]:
    """Gives a folded name without the word for a kind of actor, and the kind, where it has such a word."""
    for kind, words in _WORDS.items():
        yield from ((kind, bare) for bare in _without(folded, words))


def _without(folded: str, words: tuple[str, ...]) -> Iterator[str]:
    """Gives a folded name without each word that it begins or ends with, unless nothing would be left."""
    for word in words:
        if folded.endswith(word) and folded != word:
            yield folded.removesuffix(word)
        if folded.startswith(word) and folded != word:
            yield folded.removeprefix(word)


def _likeness(sought: str, name: str) -> float:
    """Says how like two folded names are, from 0 to 1; a part of a name is very like it."""
    if len(sought) >= _SHORTEST_PART and sought in name:
        return _PART_LIKENESS + (1 - _PART_LIKENESS) * len(sought) / len(name)
    matcher = SequenceMatcher(None, sought, name, autojunk=False)
    if matcher.real_quick_ratio() < _LIKENESS or matcher.quick_ratio() < _LIKENESS:
        return 0.0
    return matcher.ratio()


def _unknown(shown: str, reference: str, nearest: tuple[Actor, ...]) -> NotFound:
    listed = ", ".join(f"{actor.code} {actor.name.fi}" for actor in nearest)
    slugs = tuple(actor.slug for actor in nearest)
    return NotFound(
        "unknown-actor",
        f"Nobody in the directory is known as {shown}." + (f" Nearest: {listed}." if listed else ""),
        nearest=slugs,
        try_next=_try_next(slugs),
        details={"reference": reference},
    )


def _try_next(slugs: tuple[str, ...]) -> str:
    return f"ohjaus actor show {slugs[0]}" if slugs else "ohjaus actor list"
