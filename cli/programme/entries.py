"""From what a person writes to the entry of the programme's catalogue that is meant."""

from __future__ import annotations

from typing import Literal

from engine.errors import NotFound
from procedures.known_ids import nearest_ids
from procedures.reform_programme.catalogue import Goal, Measure, Watched, programme
from procedures.roadmap.catalogue import Subtask, roadmap

Group = Literal["goals", "measures", "actions", "assumptions", "risks"]

_PREFIXES: dict[Group, tuple[str, ...]] = {
    "goals": ("R", "N"),
    "measures": ("R", "N"),
    "actions": ("action-",),
    "assumptions": ("assumption-",),
    "risks": ("risk-",),
}
"""What may be left out before a number, where only one entry is then meant."""


def goal(reference: str) -> Goal:
    """Gives the goal that is meant: by its id, or by its number where that is not used twice.

    Raises:
        NotFound: `programme-unknown`, there is none, or several are called so; the nearest are named.
    """
    found = _entry(reference, "goals")
    assert isinstance(found, Goal)  # noqa: S101 - the group says so
    return found


def watched(reference: str, group: Literal["actions", "assumptions", "risks"]) -> Watched:
    """Gives the action, assumption or risk that is meant, by its id or its number.

    Raises:
        NotFound: `programme-unknown`, there is none; the nearest are named.
    """
    found = _entry(reference, group)
    assert isinstance(found, Watched)  # noqa: S101 - the group says so
    return found


def measure(reference: str) -> Measure:
    """Gives the measure that is meant.

    Raises:
        NotFound: `programme-unknown`, there is none; the nearest are named.
    """
    found = _entry(reference, "measures")
    assert isinstance(found, Measure)  # noqa: S101 - the group says so
    return found


def planned(reference: str) -> Measure | Watched | Subtask:
    """Gives the measure, first-stage action or sub-task of the roadmap that is meant.

    Raises:
        NotFound: `roadmap-unknown` or `programme-unknown`, there is none; the nearest are named.
    """
    written = reference.strip().upper()
    if any(written.startswith(f"{group.id}-") for group in roadmap().groups):
        return roadmap().subtask(written)
    if reference.strip().lower().startswith("action"):
        return watched(reference, "actions")
    return measure(reference)


def _entry(reference: str, group: Group) -> Goal | Measure | Watched:
    entries: dict[str, Goal | Measure | Watched] = {one.id: one for one in getattr(programme(), group)}
    by_lower = {one.casefold(): one for one in entries}
    written = reference.strip().casefold()
    if written in by_lower:
        return entries[by_lower[written]]
    meant = [by_lower[name] for prefix in _PREFIXES[group] if (name := f"{prefix}{written}".casefold()) in by_lower]
    if len(meant) == 1:
        return entries[meant[0]]
    near = tuple(meant) or nearest_ids(reference.strip(), entries.keys())
    raise NotFound(
        "programme-unknown",
        f"The programme has nothing called {reference!r} among its {group}.",
        nearest=near,
        try_next=_LISTS[group],
        details={"written": reference, "group": group},
    )


_LISTS: dict[Group, str] = {
    "goals": "ohjaus goal tree",
    "measures": "ohjaus plan list",
    "actions": "ohjaus plan list",
    "assumptions": "ohjaus assumption list",
    "risks": "ohjaus risk list",
}
