"""The catalogue of the programme: goals, measure packages, first-stage actions, assumptions, risks and preconditions.

Every entry has an id, the source's own number, a short name of our own and its place in the source. Ids are for ever:
`R1.1` is regional sub-goal 1.1 (table 2), `N1.4` national sub-goal 1.4 (table 3), `N1.4-6` the sixth measure package
that stands at national sub-goal 1.4. Owners and days stand only where the text names who acts or when: the published
tables have no column for either.

Example:
    >>> [measure.id for measure in programme().measures_of("N3.4")]
    ['N3.4-1', 'N3.4-2']
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, Final, Literal

from engine.law import Label

Link = tuple[str, str]
"""What an entry belongs with: (kind, id), such as `("procedure", "joint_message")` or `("goal", "N1.4")`."""

MAIN_GOALS: Final = ("R", "N")
TABLES: Final = {"R": 2, "N": 3}
"""The table of the source in which the goals of each main goal stand."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A main goal (no parent), a goal, or a sub-goal. `no_measures` says so where the source does."""

    id: str
    number: str
    name: Label
    place: str
    no_measures: Label | None = None

    @property
    def parent(self) -> str | None:
        """The id of the goal above it."""
        if self.id in MAIN_GOALS:
            return None
        return self.id.rpartition(".")[0] or self.id[0]

    @property
    def level(self) -> Literal["main", "goal", "sub_goal"]:
        """Where in the tree it stands."""
        if self.id in MAIN_GOALS:
            return "main"
        return "sub_goal" if "." in self.id else "goal"


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure package: to which sub-goals it belongs, its bullet points, and what the text says of owner and time."""

    id: str
    number: str
    name: Label
    place: str
    goals: tuple[str, ...]
    steps: tuple[Label, ...]
    owners: tuple[str, ...]
    owners_from: Literal["text", "unknown"]
    from_year: int | None
    due_on: date | None
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Watched:
    """A first-stage action, an assumption, a risk or a precondition."""

    id: str
    number: str
    name: Label
    place: str
    owners: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Catalogue:
    """The whole catalogue of one programme, in the order of the source."""

    name: str
    source: str
    goals: tuple[Goal, ...]
    measures: tuple[Measure, ...]
    actions: tuple[Watched, ...]
    assumptions: tuple[Watched, ...]
    risks: tuple[Watched, ...]
    preconditions: tuple[Watched, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Goal | Measure | Watched]:
        """Every entry by its id."""
        groups = (self.goals, self.measures, self.actions, self.assumptions, self.risks, self.preconditions)
        return {one.id: one for group in groups for one in group}

    @property
    def sub_goals(self) -> tuple[Goal, ...]:
        """The sub-goals in order."""
        return tuple(goal for goal in self.goals if goal.level == "sub_goal")

    def children(self, goal_id: str) -> tuple[Goal, ...]:
        """Gives the goals right under a goal."""
        return tuple(goal for goal in self.goals if goal.parent == goal_id)

    def measures_of(self, goal_id: str) -> tuple[Measure, ...]:
        """Gives the measures of a sub-goal, or of every sub-goal under a goal, each once."""
        return tuple(
            measure for measure in self.measures if any(goal_id in (goal, *ancestors(goal)) for goal in measure.goals)
        )


def ancestors(goal_id: str) -> tuple[str, ...]:
    """Gives the ids of the goals above a goal, the nearest first.

    Example:
        >>> ancestors("N1.4")
        ('N1', 'N')
    """
    if goal_id in MAIN_GOALS:
        return ()
    above = goal_id.rpartition(".")[0] or goal_id[0]
    return (above, *ancestors(above))


@cache
def programme(name: str = "programme_2025") -> Catalogue:
    """Gives a catalogue by its name, read once.

    Raises:
        KeyError: there is none of that name.
        ValueError: an id stands twice, or a measure names a goal that is none.
    """
    if name != "programme_2025":
        raise KeyError(name)
    goals, watch = _read("goals_2025"), _read("watch_2025")
    tables = (_read("measures_regional_2025"), _read("measures_national_2025"))
    catalogue = Catalogue(
        name,
        goals["source"],
        tuple(map(_goal, goals["goal"])),
        tuple(_measure(entry, table["table"]) for table in tables for entry in table["measure"]),
        *(tuple(map(_watched, watch[kind])) for kind in ("action", "assumption", "risk", "precondition")),
    )
    _check(catalogue)
    return catalogue


def _read(stem: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(f"{stem}.toml").read_text(encoding="utf-8"))


def _check(catalogue: Catalogue) -> None:
    groups = (catalogue.goals, catalogue.measures, catalogue.actions, catalogue.assumptions, catalogue.risks)
    entries = sum(map(len, groups)) + len(catalogue.preconditions)
    if entries != len(catalogue.by_id):
        raise ValueError(f"{catalogue.name}: an id stands twice")
    sub_goals = {goal.id for goal in catalogue.sub_goals}
    for measure in catalogue.measures:
        if not measure.goals or not set(measure.goals) <= sub_goals:
            raise ValueError(f"{measure.id}: its goals are {measure.goals}")


def _goal(entry: Mapping[str, Any]) -> Goal:
    place = entry.get("place") or f"taulukko {TABLES[entry['id'][0]]}, {entry['number']}"
    none = entry.get("no_measures")
    return Goal(entry["id"], entry["number"], Label(*entry["name"]), place, Label(*none) if none else None)


def _measure(entry: Mapping[str, Any], table: int) -> Measure:
    goals = tuple(entry["goals"])
    numbers = [goal[1:] for goal in goals]
    number = numbers[0] if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}"
    owners = tuple(entry.get("owners", ()))
    return Measure(
        id=entry["id"],
        number=number,
        name=Label(*entry["name"]),
        place=f"taulukko {table}, {number}",
        goals=goals,
        steps=tuple(Label(*step) for step in entry.get("steps", ())),
        owners=owners,
        owners_from="text" if owners else "unknown",
        from_year=entry.get("from_year"),
        due_on=entry.get("due_on"),
        links=_links(entry),
    )


def _watched(entry: Mapping[str, Any]) -> Watched:
    return Watched(
        entry["id"],
        entry["number"],
        Label(*entry["name"]),
        entry["place"],
        tuple(entry.get("owners", ())),
        _links(entry),
    )


def _links(entry: Mapping[str, Iterable[str]]) -> tuple[Link, ...]:
    return tuple((kind, target) for kind, _, target in (link.partition(":") for link in entry.get("links", ())))


@cache
def ids_of(group: Literal["goals", "measures", "actions", "assumptions", "risks", "preconditions"]) -> frozenset[str]:
    """Gives the ids of one group of the newest catalogue."""
    return frozenset(one.id for one in getattr(programme(), group))
