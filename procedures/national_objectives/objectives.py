"""The registers of national objectives: what the Government has confirmed, in this project's own words.

A register is named by the day of the decision. It holds each objective's number and short name, the matters of
611/2021 12 a § 2 mom. that it serves, and the targets that can be followed up, some of them with a year.

Example:
    >>> registered("2025-05-28").objectives[6].targets[0].due_year
    2029
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Final, Literal, cast, get_args

from engine.errors import Fault
from engine.law import Label, Status

Subject = Literal[
    "equality",
    "productivity",
    "information_management",
    "promotion",
    "investments",
    "preparedness",
    "cooperation",
    "education_research",
]
"""The matters that the objectives must lay down, in the order of 12 a § 2 mom. 1–8 kohta."""

SUBJECTS: Final[tuple[Subject, ...]] = get_args(Subject)
PARTS: Final = ("operations", "conditions")
"""The two parts of the decision: what the counties do, and what they need for it."""

_FILES: Final = ("objectives_2025.toml",)


@dataclass(frozen=True, slots=True)
class Target:
    """Something in an objective that can be followed up.

    `due_year` is the year in which it is to be reached at the latest; `within` the procedure in which it is carried
    out. Both are None where the decision says nothing of the kind.
    """

    id: str
    name: Label
    due_year: int | None = None
    within: str | None = None


@dataclass(frozen=True, slots=True)
class Objective:
    """One objective. Without `subjects` it is about another matter that 12 a § 3 mom. allows."""

    number: int
    name: Label
    part: str
    subjects: tuple[Subject, ...]
    targets: tuple[Target, ...]
    place: str


@dataclass(frozen=True, slots=True)
class ObjectivesRegister:
    """What one decision confirmed. `subjects_status` says how sure the reading is of what each objective serves."""

    id: str
    title: Label
    decided_on: date
    in_force_from: date
    source: str
    basis: str
    subjects_status: Status
    objectives: tuple[Objective, ...]

    @property
    def dated_targets(self) -> tuple[tuple[Objective, Target], ...]:
        """The targets that have a year, with their objectives."""
        return tuple((one, target) for one in self.objectives for target in one.targets if target.due_year is not None)


@cache
def registers() -> Mapping[str, ObjectivesRegister]:
    """Gives every register that belongs to this package, by its id, the oldest first."""
    folder = files(__package__)
    read = [parse_register((folder / name).read_text(encoding="utf-8")) for name in _FILES]
    return {one.id: one for one in sorted(read, key=lambda one: one.decided_on)}


def registered(register_id: str) -> ObjectivesRegister:
    """Gives a register by its id.

    Raises:
        KeyError: there is no such register.
    """
    return registers()[register_id]


def parse_register(text: str) -> ObjectivesRegister:
    """Parses the text of a register.

    Raises:
        Fault: `objectives-register`, it lacks a part, is empty, counts wrongly, or names an unknown subject or part.
    """
    data = tomllib.loads(text)
    try:
        register = ObjectivesRegister(
            id=data["id"],
            title=Label(**data["title"]),
            decided_on=data["decided_on"],
            in_force_from=data["in_force_from"],
            source=data["source"],
            basis=data["basis"],
            subjects_status=Status(data["subjects_status"]),
            objectives=tuple(map(_objective, data["objective"])),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise Fault("objectives-register", f"A register of objectives cannot be read: {error!r}.") from error
    numbers = [one.number for one in register.objectives]
    if not numbers or numbers != list(range(1, len(numbers) + 1)):
        raise Fault("objectives-register", f"The objectives of {register.id} are not numbered from 1 on: {numbers}.")
    return register


def _objective(entry: Mapping[str, Any]) -> Objective:
    subjects = entry["subjects"]
    if entry["part"] not in PARTS or not set(subjects) <= set(SUBJECTS):
        raise ValueError(f"{entry['part']!r} or one of {subjects!r} is unknown")
    return Objective(
        number=entry["number"],
        name=Label(**entry["name"]),
        part=entry["part"],
        subjects=tuple(cast("Subject", subject) for subject in subjects),
        targets=tuple(_target(one) for one in entry.get("target", ())),
        place=entry["place"],
    )


def _target(entry: Mapping[str, Any]) -> Target:
    return Target(
        id=entry["id"], name=Label(**entry["name"]), due_year=entry.get("due_year"), within=entry.get("within")
    )
