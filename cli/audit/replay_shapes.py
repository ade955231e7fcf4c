"""`audit replay` as data: every step whole, and what set a value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from cli.audit.changes import DeadlineChange, StandingChange, TaskChange
from cli.audit.replay import Step
from cli.audit.telling import days_after
from cli.audit.why import Setting, Why
from cli.rights.persons import with_name
from cli.screen.shapes import (
    Labels,
    Shape,
    day,
    deadline_shape,
    document_shape,
    envelope_shape,
    instant,
    standing_shape,
    task_shape,
)
from engine.case import Case
from engine.envelope import Envelope, plain

if TYPE_CHECKING:
    from cli.audit.replay_view import Replay
    from cli.frame.invocation import Invocation


def replay_shape(replay: Replay) -> Shape:
    """Gives a case's history as data, and where it left the case."""
    case = replay.case
    return {
        "case": case.case_id,
        "procedure": case.opening.procedure,
        "declaration": case.declaration,
        "subject": case.subject,
        "state": case.state,
        "state_label": replay.labels(replay.table).state(case.state),
        "version": case.version,
        "opened_on": day(case.opened_on),
        "closed_on": day(case.closed_on),
        "diary_number": case.diary_number,
        "as_of": {
            "position": replay.position,
            "time": instant(replay.time),
            "in_force_on": day(replay.in_force_on),
        },
        "steps_in_all": len(case.events),
        "steps": [step_shape(replay, step) for step in replay.shown],
    }


def step_shape(replay: Replay, step: Step) -> Shape:
    """Gives one step: what it was, whose act, who recorded it, on which basis, and everything that it changed."""
    event, case_id, labels = step.event, step.event.stream, replay.labels(step.table)
    whole, caused = envelope_shape(event), replay.causes[event.position]
    return {
        "position": event.position,
        "version": event.version,
        "event_id": event.event_id,
        "type": event.type,
        "label": labels.fact(event.type),
        "effective_on": day(event.effective_on),
        "precision": event.precision,
        "recorded_at": instant(event.recorded_at),
        "recorded_after_days": days_after(event),
        "clock": event.clock,
        "state_before": step.state_before,
        "state_before_label": replay.state_before_label(step),
        "state_after": step.after.state,
        "state_after_label": labels.state(step.after.state),
        "act_of": {**whole["act_of"], "label": replay.whose(event.act_of, labels)},
        "recorded_by": with_name(replay.run, whole["recorded_by"]),
        "acting_for": event.acting_for,
        "declaration": event.declaration,
        "parameters": whole["parameters"],
        "basis": list(event.basis),
        "documents": [document_shape(one, event, labels.document(one.kind)) for one in event.documents],
        "unreported": list(event.unreported),
        "data": event.data,
        "deadlines_set": [deadline_shape(case_id, one, labels.deadline(one.name)) for one in step.deadlines_set],
        "deadlines_closed": [deadline_shape(case_id, one, labels.deadline(one.name)) for one in step.deadlines_closed],
        "deadlines_changed": [deadline_change_shape(one, labels) for one in step.deadlines],
        "tasks_raised": [task_shape(case_id, one, labels.task(one.name)) for one in step.tasks_raised],
        "tasks_closed": [task_shape(case_id, one, labels.task(one.name)) for one in step.tasks_closed],
        "standings_begun": [standing_shape(one, labels.standing(one.name)) for one in step.standings_begun],
        "standings_ended": [standing_shape(one, labels.standing(one.name)) for one in step.standings_ended],
        "links": [{**one, "label": labels.relation(one["relation"])} for one in whole["links"]],
        "caused": [_elsewhere(replay, one) for one in caused.reactions],
        "caused_by": _elsewhere(replay, caused.by) if caused.by else None,
        "supersedes": replay.position_of(step.supersedes),
        "superseded_by": replay.superseded_by(event),
        "causation_id": event.causation_id,
        "hash": whole["hash"],
    }


def deadline_change_shape(change: DeadlineChange, labels: Labels) -> Shape:
    """Gives what became of a deadline, with how its day came about."""
    before, after = change.before, change.after
    return {
        "name": after.name,
        "generation": after.generation,
        "label": labels.deadline(after.name),
        "change": change.kind,
        "due_before": day(before.due) if before else None,
        "due_after": day(after.due),
        "status_before": before.status if before else None,
        "status_after": after.status,
        "basis": after.basis,
        "ledger": [plain(entry) for entry in change.entries],
        "derivation": [plain(step) for step in after.derivation],
    }


def task_change_shape(change: TaskChange, labels: Labels) -> Shape:
    """Gives what became of a task."""
    after = change.after
    return {
        "name": after.name,
        "generation": after.generation,
        "label": labels.task(after.name),
        "change": change.kind,
        "role": after.role,
        "organisation": after.organisation,
        "status_before": change.before.status if change.before else None,
        "status_after": after.status,
    }


def standing_change_shape(change: StandingChange, labels: Labels) -> Shape:
    """Gives what became of a legal status."""
    after = change.after
    return {
        "name": after.name,
        "label": labels.standing(after.name),
        "change": change.kind,
        "basis": after.basis,
        "since": day(after.since),
        "until": day(after.until),
    }


def _elsewhere(replay: Replay, event: Envelope) -> Mapping[str, Any]:
    return {
        "case": event.stream,
        "position": event.position,
        "type": event.type,
        "label": replay.labels_of(event).fact(event.type),
        "effective_on": day(event.effective_on),
    }


def why_shape(run: Invocation, case: Case, found: Why) -> Shape:
    """Gives which event set a value, what it was before, and every earlier event that set it."""
    return {
        "case": case.case_id,
        "field": found.field,
        "value": plain(found.newest.value),
        "before": plain(found.before.value) if found.before else None,
        "set_by": setting_shape(run, found.newest),
        "history": [setting_shape(run, setting) for setting in found.settings],
    }


def setting_shape(run: Invocation, setting: Setting) -> Shape:
    """Gives an event that set a value."""
    event = setting.event
    return {
        "value": plain(setting.value),
        "position": event.position,
        "version": event.version,
        "event_id": event.event_id,
        "type": event.type,
        "effective_on": day(event.effective_on),
        "recorded_at": instant(event.recorded_at),
        "act_of": plain(event.act_of),
        "recorded_by": with_name(run, plain(event.recorded_by)),
        "declaration": event.declaration,
        "basis": list(event.basis),
        "is_correction": setting.is_correction,
    }
