"""Tasks of many parties told in one line: whose they are, by name, and how many more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.screen.shapes import Labels, Shape
    from engine.envelope import Task

_NAMED = 3
_T = TypeVar("_T")


def in_one_line(run: Invocation, items: Sequence[Shape]) -> list[Shape]:
    """Gives things to do with those that several parties have alike put together; the order stays."""
    groups = _alike(items, lambda item: (item["case"], item["task"], item["role"], item["due"], item["deadline"]))
    return [{**group[0], "whose": _whose(run, group)} for group in groups]


def by_party(tasks: Iterable[Task]) -> list[list[Task]]:
    """Gives tasks with those that several parties have alike put together; the order stays."""
    return _alike(tasks, lambda task: (task.name, task.role, task.status))


def role_of(run: Invocation, labels: Labels, group: Sequence[Task]) -> str:
    """Gives whose tasks alike are: the role and, where each party has its own, the parties by name."""
    role = labels.role(group[0].role)
    parties = [task.organisation for task in group]
    return f"{role}: {named(run, parties)}" if labels.is_of_parties(group[0].name) else role


def named(run: Invocation, organisations: Sequence[str]) -> str:
    """Gives the names of a few organisations, and how many there are beside them."""
    directory = run.wiring.directory
    names = [directory.by_code(code).name.text(run.language) for code in organisations[:_NAMED]]
    more = len(organisations) - _NAMED
    return ", ".join(names) + (f" {run.words.count('case.and_more', more)}" if more > 0 else "")


def _whose(run: Invocation, group: Sequence[Shape]) -> str | None:
    """Gives whose turn it is; a party is named, also the last that is left."""
    whose = group[0]["whose"]
    parties = list(dict.fromkeys(str(item["party"]) for item in group if item["party"]))
    return f"{whose}: {named(run, parties)}" if parties else whose


def _alike(things: Iterable[_T], key: Any) -> list[list[_T]]:  # noqa: ANN401 - what things are alike by
    groups: dict[object, list[_T]] = {}
    for thing in things:
        groups.setdefault(key(thing), []).append(thing)
    return list(groups.values())
