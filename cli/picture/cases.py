"""From a case to its line on the picture: the mark, the deadlines, whose turn it is, and what all that rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from cli.picture.gather import Known, Material
from cli.picture.marks import Evidence, Mark, Said, Status, named, said
from cli.picture.model import Act, CaseLine, Due, Waits
from engine.declaration import Kind
from engine.envelope import Deadline, Envelope, Task

if TYPE_CHECKING:
    from engine.table import Table
    from procedures.directory import Directory

RUNNING = ("open", "passed")
Carried = Mapping[tuple[str, str, int], int]
MOST_DOCUMENTS = 12
"""Documents that a mark names; the case itself has them all."""


def case_line(known: Known, material: Material, directory: Directory) -> CaseLine:
    """Gives the line of a case as it stands on the day of the picture."""
    table, case = known.table, known.case
    day = material.day
    evidence = evidence_of(known)
    carried = _carried(case.events)
    deadlines = tuple(_due(table, one, carried, day) for one in _shown(case.deadlines.values()))
    waits = tuple(_waits(table, case.state, task, carried, deadlines) for task in case.open_tasks)
    state = table.states.get(case.state)
    return CaseLine(
        case_id=case.case_id,
        procedure=table.procedure.id,
        label=table.procedure.label,
        declaration=case.declaration,
        subject=case.subject,
        subject_name=directory.by_code(case.subject).name,
        state=case.state,
        state_label=state.label if state else named(case.state),
        diary_number=case.diary_number,
        opened_on=case.opened_on,
        since=case.moved_on,
        closed_on=case.closed_on,
        age_days=max((day - case.moved_on).days, 0),
        mark=_mark(known, material, deadlines, waits, evidence),
        evidence=evidence,
        deadlines=deadlines,
        waits=waits,
    )


def evidence_of(known: Known, events: Iterable[Envelope] | None = None) -> Evidence:
    """Gives what a mark of a case rests on: its opening, its newest move and its newest event, with the documents."""
    case = known.case
    if events is None:
        moved = next((event for event in case.events if event.version == case.moved_by), case.events[0])
        events = (case.events[0], moved, case.events[-1])
        documents = documents_of(case.readings)
    else:
        events = tuple(events)
        documents = documents_of(events)
    return Evidence(case.case_id, tuple(dict.fromkeys(event.position for event in events)), documents)


def documents_of(events: Iterable[Envelope]) -> tuple[str, ...]:
    """Gives the documents that events refer to by number, else by title, fingerprint or address; each once."""
    found = [
        document.diary_number or document.title or document.sha256 or document.source or document.kind
        for event in events
        for document in event.documents
    ]
    return tuple(dict.fromkeys(found))[:MOST_DOCUMENTS]


def acts_of(known: Known, directory: Directory, since: date, until: date) -> Iterable[Act]:
    """Yields what moved a case after a day and by another, as lines of news."""
    table, case = known.table, known.case
    before = ""
    for event in case.readings:
        moved, before = event.state != before, event.state
        if moved and since < event.effective_on <= until:
            fact = table.fact_of(event.type)
            documents = documents_of((event,))
            yield Act(
                position=event.position,
                case_id=case.case_id,
                procedure=table.procedure.label,
                subject=case.subject,
                subject_name=directory.by_code(case.subject).name,
                fact=fact.label if fact else named(event.type),
                on=event.effective_on,
                document=documents[0] if documents else None,
            )


def _shown(deadlines: Iterable[Deadline]) -> list[Deadline]:
    kept = (one for one in deadlines if one.status != "cancelled")
    return sorted(kept, key=lambda one: (one.due, one.name, one.generation))


def _carried(events: Iterable[Envelope]) -> Carried:
    """Gives the positions of the events that carried each deadline and task last."""
    found: dict[tuple[str, str, int], int] = {}
    for event in events:
        found |= {("deadline", one.name, one.generation): event.position for one in event.deadlines}
        found |= {("task", one.name, one.generation): event.position for one in event.tasks}
    return found


def _due(table: Table, deadline: Deadline, carried: Carried, day: date) -> Due:
    rule = table.deadlines.get(deadline.name)
    return Due(
        name=rule.label if rule else named(deadline.name),
        on=deadline.due,
        started_on=deadline.started_on,
        days_left=(deadline.due - day).days,
        status=deadline.status,
        basis=deadline.basis,
        law_status=deadline.law_status,
        position=carried["deadline", deadline.name, deadline.generation],
        id=deadline.name,
    )


def _waits(table: Table, state: str, task: Task, carried: Carried, deadlines: Iterable[Due]) -> Waits:
    rule = table.tasks.get(task.name)
    due = next((one.on for one in deadlines if one.id == task.deadline and one.status in RUNNING), None)
    return Waits(
        name=rule.label if rule else named(task.name),
        role=rule.role.label if rule else named(task.role),
        organisation=task.organisation,
        raised_on=task.raised_on,
        position=carried["task", task.name, task.generation],
        due=due,
        basis=task.basis,
        decides=_decides(table, state, task.role, rule.done_by if rule else ()),
    )


def _decides(table: Table, state: str, role: str, done_by: tuple[str, ...]) -> bool:
    """Tells whether a task is done by a decision of that role from where the case stands."""
    return any(
        move.kind is Kind.DECISION
        and (not done_by or move.fact.id in done_by)
        and any(source.id == state for source in move.sources)
        and any(one.id == role for one in move.by)
        for move in table.procedure.transitions
    )


def _mark(
    known: Known, material: Material, deadlines: tuple[Due, ...], waits: tuple[Waits, ...], evidence: Evidence
) -> Mark:
    found = _asked_for(known, material, deadlines, waits)
    positions = (*evidence.positions, *((found.position,) if found.position else ()))
    rests_on = Evidence(evidence.case_id, tuple(dict.fromkeys(positions)), evidence.documents)
    age_days = max((material.day - found.since).days, 0)
    rule = material.rules.named(found.rule)
    return Mark(found.status, "derived", rule, found.reason, (rests_on,), found.since, age_days)


class _Found(NamedTuple):
    """The first rule that applies to a case: the state, the rule, its sentence, since when, and by which event."""

    status: Status
    rule: str
    reason: Said
    since: date
    position: int | None = None


def _asked_for(known: Known, material: Material, deadlines: tuple[Due, ...], waits: tuple[Waits, ...]) -> _Found:
    case, rules, day = known.case, material.rules, material.day
    if case.closed_on is not None:
        reason = said("picture.reason.ended", on=case.closed_on)
        return _Found(Status.NOT_APPLICABLE, "ended", reason, case.closed_on)
    running = [one for one in deadlines if one.status in RUNNING]
    if running and running[0].days_left <= rules.near_days:
        return _pressed(running[0], day)
    for task in waits:
        waited = (day - task.raised_on).days
        if task.due is None and waited > rules.waiting_days:
            reason = said("picture.reason.waiting-long", waited, task=task.name, role=task.role)
            since = task.raised_on + timedelta(days=rules.waiting_days)
            return _Found(Status.AT_RISK, "waiting-long", reason, since, task.position)
    newest = case.events[-1]
    silent = (day - newest.effective_on).days
    if not running and silent > rules.quiet_days:
        reason = said("picture.reason.quiet-long", silent, on=newest.effective_on)
        return _Found(Status.NO_INFORMATION, "quiet-long", reason, newest.effective_on)
    if running:
        due = running[0]
        reason = said("picture.reason.in-time", due.days_left, deadline=due.name, on=due.on)
        return _Found(Status.ON_SCHEDULE, "in-time", reason, case.moved_on, due.position)
    return _Found(Status.ON_SCHEDULE, "in-time", said("picture.reason.nothing-due"), case.moved_on)


def _pressed(due: Due, day: date) -> _Found:
    words = {"deadline": due.name, "on": due.on, "basis": due.basis}
    if due.days_left < 0:
        reason = said("picture.reason.deadline-passed", -due.days_left, **words)
        return _Found(Status.LATE, "deadline-passed", reason, due.on, due.position)
    reason = said("picture.reason.deadline-near", due.days_left, **words)
    return _Found(Status.AT_RISK, "deadline-near", reason, day, due.position)
