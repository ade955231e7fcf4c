"""Incidents: later events that lost their footing by a correction, until a person has settled each of them.

Nothing is rewritten for them: what was recorded stays, and what becomes of it is said by a person.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import msgspec

from engine.case import Case
from engine.correction_reading import is_correction
from engine.correction_target import SETTLED
from engine.envelope import Draft, Envelope, Task

SETTLE_TASK: Final = "settle_incidents"
"""The task of the ministry responsible while an incident is open."""


@dataclass(frozen=True, slots=True)
class Incident:
    """An event that lost its footing: what it lacks now, by which correction, and how that was settled (None: open).

    `case` names the case in which the event is, where it is another one; `position` is that of the correction.
    """

    version: int
    type: str
    missing: tuple[str, ...]
    case: str | None
    correction: int
    position: int
    outcome: str | None = None


def listed_incidents(case: Case) -> tuple[Incident, ...]:
    """Gives every incident that a correction in force lists, with how it was settled last; in the order recorded.

    As of a legal day an event of the case itself that had not happened by then has not lost its footing either.
    """
    known = {event.version for event in case.events}
    return tuple(one for one in _listed(case) if one.case is not None or one.version in known)


def open_incidents(case: Case) -> tuple[Incident, ...]:
    """Gives the incidents that nobody has settled."""
    return tuple(one for one in listed_incidents(case) if one.outcome is None)


def settled(case: Case, draft: Draft) -> Draft:
    """Gives the event that settles an incident: with the last one the task is done."""
    about = (draft.data["version"], draft.data["case"])
    if any((one.version, one.case) != about for one in open_incidents(case)):
        return draft
    tasks = tuple(msgspec.structs.replace(one, status="done", closed_on=draft.effective_on) for one in waiting(case))
    return msgspec.structs.replace(draft, tasks=(*draft.tasks, *tasks))


def waiting(case: Case) -> tuple[Task, ...]:
    """Gives the open task to settle incidents, if there is one."""
    return tuple(task for task in case.open_tasks if task.name == SETTLE_TASK)


def _listed(case: Case) -> Iterator[Incident]:
    for event in case.events:
        if is_correction(event) and event.version not in case.superseded:
            for said in event.data.get("incidents", ()):
                yield _incident(case, event, said)


def _incident(case: Case, correction: Envelope, said: Mapping[str, object]) -> Incident:
    version, other = int(str(said["version"])), said.get("case")
    outcomes = [
        str(event.data["outcome"])
        for event in case.facts.get(SETTLED, ())
        if event.version > correction.version and (event.data["version"], event.data["case"]) == (version, other)
    ]
    missing = said.get("missing")
    return Incident(
        version=version,
        type=str(said["type"]),
        missing=tuple(str(code) for code in missing) if isinstance(missing, list | tuple) else (),
        case=None if other is None else str(other),
        correction=correction.version,
        position=correction.position,
        outcome=outcomes[-1] if outcomes else None,
    )
