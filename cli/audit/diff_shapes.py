"""`audit diff` as data: what came about in each case, with the positions of the events that brought it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cli.audit.changes import carriers
from cli.audit.replay_shapes import deadline_change_shape, standing_change_shape, task_change_shape
from cli.audit.replay_view import type_label
from cli.case.corrections_view import incident_shape
from cli.screen.shapes import (
    Labels,
    Shape,
    day,
    deadline_shape,
    document_shape,
    instant,
    standing_shape,
    task_shape,
)
from engine.correction_reading import superseded_version
from engine.envelope import plain

if TYPE_CHECKING:
    from cli.audit.diff import CaseDiff, Moment
    from cli.frame.invocation import Invocation
    from engine.envelope import Envelope


def moment_shape(moment: Moment) -> Shape:
    """Gives a moment: the newest position known then, the instant, and the legal day."""
    return {
        "position": moment.position,
        "time": instant(moment.time) if moment.time else None,
        "in_force_on": day(moment.in_force_on),
    }


def case_diff_shape(run: Invocation, found: CaseDiff) -> Shape:
    """Gives what came about in a case."""
    before, after = found.before, found.after
    labels = Labels(found.table, run.language, run.wiring.declarations)
    carried = carriers(found.events)
    return {
        "case": after.case_id,
        "procedure": after.opening.procedure,
        "procedure_label": labels.procedure(),
        "declaration": after.declaration,
        "subject": after.subject,
        "subject_name": run.wiring.directory.by_code(after.subject).name.text(run.language),
        "version_before": before.version if before else 0,
        "version_after": after.version,
        "opened_on": day(after.opened_on) if found.opened else None,
        "closed_on": day(after.closed_on) if found.closed else None,
        "reopened": found.reopened,
        "state": _state(run, found, labels),
        "law": _law(found),
        "diary_number": _diary_number(found),
        "deadlines": [
            {
                **deadline_change_shape(one, labels),
                "positions": carried.get(("deadline", one.after.name, one.after.generation), []),
            }
            for one in found.deadlines
        ],
        "tasks": [
            {
                **task_change_shape(one, labels),
                "positions": carried.get(("task", one.after.name, one.after.generation), []),
            }
            for one in found.tasks
        ],
        "standings": [
            {**standing_change_shape(one, labels), "positions": carried.get(("standing", one.after.name, 0), [])}
            for one in found.standings
        ],
        "documents": [
            document_shape(document, event, labels.document(document.kind))
            for event in found.events
            for document in event.documents
        ],
        "links": [
            {
                "case": link.case,
                "relation": link.relation,
                "label": labels.relation(link.relation),
                "position": event.position,
            }
            for event in found.events
            for link in event.links
        ],
        "corrections": list(_corrections(run, found)),
        "readings": [
            {"version": one.version, "name": one.name, "before": plain(one.before), "after": plain(one.after)}
            for one in found.readings
        ],
        "incidents": [incident_shape(run, found.table, one) for one in found.incidents],
        "gone": {
            "events": [_event(run, event) for event in found.gone],
            "deadlines": [
                deadline_shape(after.case_id, one, labels.deadline(one.name)) for one in found.deadlines_gone
            ],
            "tasks": [task_shape(after.case_id, one, labels.task(one.name)) for one in found.tasks_gone],
            "standings": [standing_shape(one, labels.standing(one.name)) for one in found.standings_gone],
        },
        "events": [_event(run, event) for event in found.events],
    }


def _state(run: Invocation, found: CaseDiff, labels: Labels) -> Shape | None:
    if not found.moved:
        return None
    before = found.before
    return {
        "before": before.state if before else None,
        "before_label": state_before(run, found),
        "after": found.after.state,
        "after_label": labels.state(found.after.state),
        "positions": list(found.movers),
    }


def state_before(run: Invocation, found: CaseDiff) -> str | None:
    """Gives where the case stood at the earlier moment, as the law that it was under then calls it."""
    if found.before is None:
        return None
    return Labels(found.table.version(found.before.declaration), run.language).state(found.before.state)


def _law(found: CaseDiff) -> Shape | None:
    before, after = found.before, found.after
    if before is None or before.declaration == after.declaration:
        return None
    return {
        "before": before.declaration,
        "after": after.declaration,
        "positions": found.positions(lambda event: event.type == "case.law_changed"),
    }


def _diary_number(found: CaseDiff) -> Shape | None:
    before = found.before.diary_number if found.before else None
    if before == found.after.diary_number:
        return None
    number = found.after.diary_number
    return {
        "before": before,
        "after": number,
        "positions": found.positions(
            lambda event: (
                (event.opening is not None and event.opening.diary_number is not None)
                or event.type == "case.diary_number_assigned"
            )
        ),
    }


def _corrections(run: Invocation, found: CaseDiff) -> Iterator[Shape]:
    by_version = {event.version: event for event in found.after.events}
    for event in found.events:
        version = superseded_version(event)
        if version is None:
            continue
        corrected = by_version.get(version)
        yield {
            **_event(run, event),
            "supersedes": corrected.position if corrected else None,
            "supersedes_label": type_label(run, corrected.declaration, corrected.type) if corrected else None,
        }


def _event(run: Invocation, event: Envelope) -> Shape:
    return {
        "position": event.position,
        "version": event.version,
        "type": event.type,
        "label": type_label(run, event.declaration, event.type),
        "effective_on": day(event.effective_on),
        "recorded_at": instant(event.recorded_at),
    }
