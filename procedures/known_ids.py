"""Payload fields that take an id of a catalogue: an id that the catalogue lacks is refused, with the nearest ones.

Example:
    >>> from procedures.known_ids import nearest_ids
    >>> nearest_ids("r1.1", ["R1.1", "N1.1"])
    ('R1.1', 'N1.1')
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from difflib import get_close_matches

from pydantic import AfterValidator


def nearest_ids(given: str, known: Collection[str]) -> tuple[str, ...]:
    """Gives up to three known ids that look like the given one, without regard to case."""
    by_lower = {one.casefold(): one for one in known}
    return tuple(by_lower[one] for one in get_close_matches(given.casefold(), [*by_lower], n=3, cutoff=0.4))


def known_id(thing: str, ids: Callable[[], Collection[str]]) -> AfterValidator:
    """Gives the validator of a field that takes an id of a catalogue; the catalogue is read when it is first asked."""

    def check(given: str) -> str:
        known = ids()
        if given in known:
            return given
        near = nearest_ids(given, known)
        hint = f" Did you mean {', '.join(near)}?" if near else ""
        raise ValueError(f"there is no {thing} {given!r}.{hint}")

    return AfterValidator(check)
