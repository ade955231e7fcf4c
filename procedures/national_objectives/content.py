"""What the objectives are at a point of a case: as confirmed, and as amended since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from engine.case import Case
from procedures.national_objectives.objectives import registers

Content = dict[int, frozenset[str]]
"""The matters of 12 a § 2 mom. that each objective serves, by the objective's number."""

_CHANGES: Final = ("confirmed", "amended")


def content_of(register: str | None, stated: Iterable[tuple[int, Iterable[str]]] = ()) -> Content:
    """Gives what a register holds and what is stated besides; an unknown register holds nothing.

    Example:
        >>> sorted(content_of("2025-05-28"))[-1], content_of("1999-01-01", [(1, ["equality"])])
        (12, {1: frozenset({'equality'})})
    """
    known = registers().get(register or "")
    held = {one.number: frozenset[str](one.subjects) for one in known.objectives} if known else {}
    return held | {number: frozenset(subjects) for number, subjects in stated}


def changed_by(before: Content, data: Mapping[str, Any]) -> Content:
    """Gives the objectives after a decision with these data: a register holds them all, other words change some."""
    stated = [(one["number"], one["subjects"]) for one in data["objectives"]]
    after = content_of(data["register_id"], stated)
    if data["register_id"] is None:
        after = before | after
    return {number: subjects for number, subjects in after.items() if number not in data.get("dropped", ())}


def objectives_in(case: Case | None) -> Content:
    """Gives the objectives of a case as they stand now; none before they are confirmed."""
    content: Content = {}
    events = [event for fact in _CHANGES for event in (case.every(fact) if case else ())]
    for event in sorted(events, key=lambda event: event.version):
        content = changed_by(content, event.data)
    return content
