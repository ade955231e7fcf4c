"""The answer to "which event set this value, and what was it before": `audit replay --why FIELD`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any

from cli.audit.replay import Step
from engine.case import Case, payload_of
from engine.envelope import Envelope
from engine.errors import NotFound
from engine.table import Table

_OF_THE_OPENING = ("subject", "ministry", "ground")


@dataclass(frozen=True, slots=True)
class Setting:
    """An event that gave a field its value, and the declaration under which it did."""

    value: Any
    event: Envelope
    table: Table
    is_correction: bool = False


@dataclass(frozen=True, slots=True)
class Why:
    """Every event that gave a field a value, the oldest first; the last one gave it the value it has."""

    field: str
    settings: tuple[Setting, ...]

    @property
    def newest(self) -> Setting:
        """The event that set the value as it stands."""
        return self.settings[-1]

    @property
    def before(self) -> Setting | None:
        """What it was before that; None when it had no value."""
        return self.settings[-2] if len(self.settings) > 1 else None


def why(steps: Iterable[Step], field: str) -> Why:
    """Gives the events that set a field.

    A field is `state`, `closed_on`, `diary_number`, `declaration`, `subject`, `ministry` or `ground`; a deadline, task
    or standing by name; `.due` or `.status` of a deadline, `.status` of a task; or `fact.field` of the data, of which
    `fact.effective_on` is the day, and `fact.field.1.part` a part of a list or structure, counted from 1. A deadline or
    task that ran several times is asked for as `name#2`; without a number all its runs answer.

    Raises:
        NotFound: no event of the case ever set such a field.
    """
    by_field: dict[str, list[Setting]] = {}
    for step in steps:
        corrects = step.supersedes is not None
        for name, value in _set_by(step):
            by_field.setdefault(name, []).append(Setting(value, step.event, step.table, corrects))
    found = by_field.get(field) or by_field.get(field.strip().lower()) or _inside(by_field, field.strip().lower())
    if not found:
        near = _near(field.strip().lower(), by_field)
        raise NotFound(
            "field-never-set",
            f"No event of this case set anything called {field!r}."
            + (f" Did you mean {', '.join(near)}?" if near else ""),
            nearest=near,
            details={"field": field, "known": tuple(sorted(by_field))},
        )
    return Why(field.strip() if field in by_field else field.strip().lower(), tuple(found))


def _near(field: str, known: Iterable[str]) -> tuple[str, ...]:
    """Gives what may have been meant: the fields of that name whatever the fact, or else what is spelt alike."""
    names = sorted(known)
    of_a_fact = [name for name in names if name.partition(".")[2] == field]
    return tuple((of_a_fact or get_close_matches(field, names, cutoff=0.5))[:3])


def _inside(by_field: Mapping[str, list[Setting]], field: str) -> list[Setting]:
    """Gives the events that set a part of a field that is a list or a structure; nothing if none ever did."""
    words = field.replace("[", ".").replace("]", "").split(".")
    for end in range(len(words) - 1, 0, -1):
        if whole := by_field.get(".".join(words[:end])):
            parts = [replace(one, value=_part(one.value, words[end:])) for one in whole]
            set_here = [
                one for was, one in zip([None, *parts], parts, strict=False) if was is None or one.value != was.value
            ]
            return set_here if any(one.value is not None for one in parts) else []
    return []


def _part(value: Any, words: Sequence[str]) -> Any:  # noqa: ANN401 - whatever was recorded
    for word in words:
        if isinstance(value, Mapping):
            value = value.get(word)
        elif isinstance(value, list | tuple) and word.isdecimal() and 0 < int(word) <= len(value):
            value = value[int(word) - 1]
        else:
            return None
    return value


def _set_by(step: Step) -> Iterator[tuple[str, Any]]:
    before, event, after = step.before, step.event, step.after
    if step.moves:
        yield "state", after.state
    for name in ("diary_number", "closed_on", "declaration"):
        value = getattr(after, name)
        # No value at the opening is none that was set, but for the diary number, which every case is asked for.
        was = getattr(before, name) if before else (None if name != "diary_number" else ...)
        if value != was:
            yield name, value
    if event.opening is not None:
        for name in _OF_THE_OPENING:
            yield name, getattr(event.opening, name)
    yield from _beside(step)
    if step.supersedes is not None:
        for one in corrected_fields(before, after):
            yield one.name, one.after
    fact = event.type.partition(".")[2]
    for name, value in {"effective_on": event.effective_on, **payload_of(step.table, event)}.items():
        yield f"{fact}.{name}", value


def _beside(step: Step) -> Iterator[tuple[str, Any]]:
    """Yields what the event says of deadlines, tasks and standings; their parts only where these changed."""
    for deadline in step.event.deadlines:
        name, key = deadline.name, (deadline.name, deadline.generation)
        yield from _numbered(*key, "", {"due": deadline.due, "status": deadline.status})
        was = step.before.deadlines.get(key) if step.before else None
        for part in ("due", "status"):
            value = getattr(deadline, part)
            if was is None or getattr(was, part) != value:
                yield from _numbered(name, deadline.generation, f".{part}", value)
    for task in step.event.tasks:
        yield from _numbered(task.name, task.generation, "", {"status": task.status})
        yield from _numbered(task.name, task.generation, ".status", task.status)
    for standing in step.event.standings:
        yield standing.name, {"since": standing.since, "until": standing.until}


def _numbered(name: str, generation: int, part: str, value: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - whatever was recorded
    yield f"{name}{part}", value
    yield f"{name}#{generation}{part}", value


@dataclass(frozen=True, slots=True)
class Corrected:
    """A field of an earlier act, as `fact.field`, that reads otherwise since a correction; None: it has no value."""

    version: int
    name: str
    before: Any
    after: Any


def corrected_fields(before: Case | None, after: Case) -> Iterator[Corrected]:
    """Yields what a correction changed in the acts before it: fields that now read otherwise, or no longer at all."""
    was, now = _readings(before), _readings(after)
    for version, (fact, data) in was.items():
        fields: Mapping[str, Any] = now[version][1] if version in now else {}
        for name in dict.fromkeys((*data, *fields)):
            if data.get(name) != fields.get(name):
                yield Corrected(version, f"{fact}.{name}", data.get(name), fields.get(name))


def _readings(case: Case | None) -> dict[int, tuple[str, Mapping[str, Any]]]:
    facts = case.facts if case else {}
    return {
        event.version: (event.type.partition(".")[2], {"effective_on": event.effective_on, **event.data})
        for found in facts.values()
        for event in found
    }
