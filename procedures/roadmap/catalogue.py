"""The catalogue of the roadmap: preparation groups, their lettered work packages, tasks and numbered sub-tasks.

Source: the roadmap of the regional implementation, updated on 30 June 2021 (`ROADMAP_2021`). Each entry has its number
and place in the source and a short name of this catalogue's own. Which sub-tasks are critical, and which come first,
the source showed by colour; the colours are not in its text, so every entry says `unknown` and nothing is guessed. A
county judges for itself what is critical to it (`procedures.county_roadmap`).

An id is made of the source's own marks: group `HTT`, package `HTT-A`, task `HTT-A-1`, sub-task `HTT-A-1.3`.

Example:
    >>> roadmap().subtask("HTT-A-1.2").task_id
    'HTT-A-1'
    >>> roadmap().nearest("HTT-A-1.22")[0]
    'HTT-A-1.2'
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, Final, Literal

from engine.errors import Fault, NotFound
from engine.law import Label

Criticality = Literal["critical", "not_critical", "unknown"]
StartFirst = Literal["yes", "no", "unknown"]

SOURCE: Final = Label(
    "Alueellisen toimeenpanon tiekartta, päivitetty 30.6.2021",
    "Vägkartan för det regionala genomförandet, uppdaterad 30.6.2021",
    "Roadmap of the regional implementation, updated on 30 June 2021",
)
UPDATED_ON: Final = date(2021, 6, 30)
_FILES: Final = ("administration", "leadership", "services", "interfaces", "ict")
"""One file for each preparation group, in the order of the source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subtask:
    """A numbered sub-task. `links` are the procedures of this software in which the same matter is handled."""

    id: str
    number: str
    name: Label
    task_id: str
    package_id: str
    group_id: str
    place: str
    criticality: Criticality = "unknown"
    start_first: StartFirst = "unknown"
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A numbered task of a package."""

    id: str
    number: int
    name: Label
    subtasks: tuple[Subtask, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A lettered work package of a preparation group."""

    id: str
    letter: str
    name: Label
    tasks: tuple[Task, ...]

    @property
    def subtasks(self) -> tuple[Subtask, ...]:
        """The sub-tasks of all its tasks."""
        return tuple(one for task in self.tasks for one in task.subtasks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One of the five preparation groups."""

    id: str
    name: Label
    packages: tuple[Package, ...]

    @property
    def subtasks(self) -> tuple[Subtask, ...]:
        """The sub-tasks of all its packages."""
        return tuple(one for package in self.packages for one in package.subtasks)


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something about the numbering of the source that a reader should know, at one package of it.

    `kind` is `duplicate` (the number is printed a second time, on the page of this package), `gap` (the number is not
    in the text at all) or `resembles` (two sub-tasks that say nearly the same).
    """

    kind: Literal["duplicate", "gap", "resembles"]
    package_id: str
    number: str
    of: str | None = None


@dataclass(frozen=True)
class Roadmap:
    """The whole catalogue."""

    groups: tuple[Group, ...]
    oddities: tuple[Oddity, ...]

    @cached_property
    def subtasks(self) -> Mapping[str, Subtask]:
        """Every sub-task by its id, in the order of the source."""
        return {one.id: one for group in self.groups for one in group.subtasks}

    @cached_property
    def packages(self) -> Mapping[str, Package]:
        """Every work package by its id."""
        return {one.id: one for group in self.groups for one in group.packages}

    @cached_property
    def tasks(self) -> Mapping[str, Task]:
        """Every task by its id."""
        return {one.id: one for package in self.packages.values() for one in package.tasks}

    def group(self, group_id: str) -> Group:
        """Gives a preparation group by its id.

        Raises:
            NotFound: `roadmap-unknown`, there is none.
        """
        found = {one.id: one for one in self.groups}
        if group_id not in found:
            raise _unknown(group_id, tuple(found))
        return found[group_id]

    def subtask(self, subtask_id: str) -> Subtask:
        """Gives a sub-task by its id.

        Raises:
            NotFound: `roadmap-unknown`, there is none; `nearest` names those that are written nearly so.
        """
        found = self.subtasks.get(subtask_id)
        if found is None:
            raise _unknown(subtask_id, self.nearest(subtask_id))
        return found

    def nearest(self, written: str) -> tuple[str, ...]:
        """Gives the ids of sub-tasks that are written nearly so, the nearest first; at most three."""
        return tuple(get_close_matches(written.upper(), self.subtasks, n=3, cutoff=0.6))

    def asked(self, *, only_critical: bool, judged: Mapping[str, Criticality] | None = None) -> tuple[Subtask, ...]:
        """Gives the sub-tasks that a county is asked about.

        With `only_critical` those are left out that the county has `judged` not critical. What nobody has judged is
        asked about: what is not known to be harmless is not left out.
        """
        known = judged or {}
        every = tuple(self.subtasks.values())
        if not only_critical:
            return every
        return tuple(one for one in every if known.get(one.id, one.criticality) != "not_critical")


def _unknown(written: str, near: tuple[str, ...]) -> NotFound:
    hint = f" Did you mean {', '.join(near)}?" if near else ""
    return NotFound(
        "roadmap-unknown",
        f"The roadmap has nothing called {written!r}.{hint}",
        nearest=near,
        details={"written": written},
    )


@cache
def roadmap() -> Roadmap:
    """Gives the catalogue, read once in a process.

    Raises:
        Fault: `roadmap-catalogue`, a file of it is not of the shape that it should have.
    """
    folder = files(__package__)
    read = [tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8")) for name in _FILES]
    return parse_roadmap(read)


def parse_roadmap(documents: Sequence[Mapping[str, Any]]) -> Roadmap:
    """Puts the catalogue together from the documents of its groups.

    Raises:
        Fault: `roadmap-catalogue`, a part lacks, a number stands twice or belongs to another task.
    """
    try:
        groups = tuple(map(_group, documents))
        oddities = tuple(one for document in documents for one in _oddities(document))
    except (KeyError, TypeError, ValueError) as error:
        raise Fault("roadmap-catalogue", f"The catalogue of the roadmap cannot be read: {error!r}.") from error
    ids = [one.id for group in groups for one in group.subtasks]
    if len(ids) != len(set(ids)):
        twice = sorted({one for one in ids if ids.count(one) > 1})
        raise Fault("roadmap-catalogue", f"The catalogue of the roadmap names a sub-task twice: {twice}.")
    return Roadmap(groups, oddities)


def _group(document: Mapping[str, Any]) -> Group:
    group_id = str(document["id"])
    name = Label(*document["name"])
    packages = tuple(_package(document, entry) for entry in document["package"])
    return Group(id=group_id, name=name, packages=packages)


def _package(document: Mapping[str, Any], entry: Mapping[str, Any]) -> Package:
    package_id = f"{document['id']}-{entry['letter']}"
    tasks = tuple(_task(document, entry["letter"], package_id, task) for task in entry["task"])
    return Package(id=package_id, letter=entry["letter"], name=Label(*entry["name"]), tasks=tasks)


def _task(document: Mapping[str, Any], letter: str, package_id: str, entry: Mapping[str, Any]) -> Task:
    number, links = int(entry["number"]), document.get("links", {})
    task_id = f"{package_id}-{number}"
    subtasks = []
    for written, *names in entry["subtasks"]:
        if written.partition(".")[0] != str(number):
            raise ValueError(f"{package_id}: {written} is no sub-task of task {number}")
        subtask_id = f"{package_id}-{written}"
        subtask = Subtask(
            id=subtask_id,
            number=written,
            name=Label(*names),
            task_id=task_id,
            package_id=package_id,
            group_id=str(document["id"]),
            place=f"{document['place']}, {letter}, {written}.",
            links=tuple(links.get(subtask_id, ())),
        )
        subtasks.append(subtask)
    return Task(id=task_id, number=number, name=Label(*entry["name"]), subtasks=tuple(subtasks))


def _oddities(document: Mapping[str, Any]) -> Iterator[Oddity]:
    for entry in document.get("oddity", ()):
        if entry["kind"] not in ("duplicate", "gap", "resembles"):
            raise ValueError(f"{entry['kind']!r} is no kind of oddity")
        yield Oddity(entry["kind"], f"{document['id']}-{entry['letter']}", entry["number"], entry.get("of"))
