"""What the checker of declarations works with: the parts of a declaration, what a fault calls them, and tasks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from types import FunctionType
from typing import Any

from engine.case_register import OF_THE_RECORD, SHARED_BY_PEOPLE
from engine.correction_acts import CORRECTIONS
from engine.deadline_acts import OF_PEOPLE, OF_THE_CLOCK
from engine.declaration import DocumentRule, Procedure, TaskRule, Transition
from engine.law import Basis
from engine.link_acts import LINKING
from engine.machine import move_name
from engine.parameters import Parameter

_SHARED = (*SHARED_BY_PEOPLE, *LINKING, *OF_PEOPLE, *OF_THE_CLOCK, *CORRECTIONS)
REGISTER_FACTS = frozenset(fact.id for fact in (*(move.fact for move in _SHARED), *OF_THE_RECORD))
"""The ids of the facts that every case can have."""

_LEAVES = frozenset({str, int, bool, date, FunctionType, type(None)})
"""What has no parts, by its exact type; most values of a declaration are of these, and they are seen first."""

Finding = tuple[str, str, str]
"""Code, element of the declaration, and what is wrong with it."""


def nodes(procedure: Procedure) -> tuple[Any, ...]:
    """Gives every value of the declaration that is made of parts, once, in the order of reading."""
    found: dict[int, Any] = {}
    names: dict[type, list[str]] = {}

    def visit(value: object) -> None:
        kind = type(value)
        if kind in _LEAVES:
            return
        if isinstance(value, tuple):
            for inner in value:
                visit(inner)
        elif isinstance(value, Mapping):
            visit(tuple(value.values()))
        elif id(value) not in found and not isinstance(value, type):
            if kind not in names:
                names[kind] = [part.name for part in fields(kind)] if is_dataclass(kind) else []
            if names[kind]:
                found[id(value)] = value
            for name in names[kind]:
                visit(getattr(value, name))

    visit(procedure)
    return tuple(found.values())


def identity(node: object) -> str | None:
    """Gives the id of a part, where it has one."""
    if isinstance(node, DocumentRule):
        return node.kind
    return node.name if isinstance(node, Parameter) else getattr(node, "id", None)


def element_of(node: object) -> str:
    """Gives the words by which a fault names a part."""
    if isinstance(node, Transition):
        return move_name(node)
    word = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", type(node).__name__.removesuffix("Rule")).lower()
    return f"{word} {node.cite if isinstance(node, Basis) else identity(node) or ''}".strip()


def task_findings(task: TaskRule, element: str, there: list[Procedure]) -> Iterator[Finding]:
    """Gives the faults of a task that is raised in a case of one of the procedures `there`."""
    facts = REGISTER_FACTS.union(fact.id for one in there for fact in one.facts)
    for fact_id in task.done_by:
        if fact_id not in facts:
            yield "task-fact-unknown", element, f"It is done by {fact_id!r}, which is no fact."
    if task.deadline is not None and task.deadline not in {rule.id for one in there for rule in one.deadlines}:
        yield "task-deadline-unknown", element, f"No move starts its deadline {task.deadline!r}."
