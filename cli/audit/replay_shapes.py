"""`audit replay` as data: every step whole, and what set a value."""

from __future__ import annotations

from collections.abc import Sequence

from cli.audit.replay import Setting, Step, Why
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
from engine.envelope import plain
from engine.table import Table


def replay_shape(table: Table, case: Case, steps: Sequence[Step], language: str) -> Shape:
    """Gives a case's whole history as data, and where it left the case."""
    labels = Labels(table, language)
    return {
        "case": case.case_id,
        "procedure": case.opening.procedure,
        "declaration": case.declaration,
        "subject": case.subject,
        "state": case.state,
        "state_label": labels.state(case.state),
        "version": case.version,
        "opened_on": day(case.opened_on),
        "closed_on": day(case.closed_on),
        "steps": [step_shape(step, labels) for step in steps],
    }


def step_shape(step: Step, labels: Labels) -> Shape:
    """Gives one step: what it was, whose act, who recorded it, on which basis, and everything that it changed."""
    event, case_id = step.event, step.event.stream
    whole = envelope_shape(event)
    return {
        "position": event.position,
        "version": event.version,
        "event_id": event.event_id,
        "type": event.type,
        "label": labels.fact(event.type),
        "effective_on": day(event.effective_on),
        "precision": event.precision,
        "recorded_at": instant(event.recorded_at),
        "clock": event.clock,
        "state_before": step.state_before,
        "state_after": step.after.state,
        "act_of": whole["act_of"],
        "recorded_by": whole["recorded_by"],
        "acting_for": event.acting_for,
        "declaration": event.declaration,
        "parameters": whole["parameters"],
        "basis": list(event.basis),
        "documents": [document_shape(document, event) for document in event.documents],
        "unreported": list(event.unreported),
        "data": event.data,
        "deadlines_set": [deadline_shape(case_id, one, labels.deadline(one.name)) for one in step.deadlines_set],
        "deadlines_closed": [deadline_shape(case_id, one, labels.deadline(one.name)) for one in step.deadlines_closed],
        "tasks_raised": [task_shape(case_id, one, labels.task(one.name)) for one in step.tasks_raised],
        "tasks_closed": [task_shape(case_id, one, labels.task(one.name)) for one in step.tasks_closed],
        "standings_begun": [standing_shape(one, labels.standing(one.name)) for one in step.standings_begun],
        "standings_ended": [standing_shape(one, labels.standing(one.name)) for one in step.standings_ended],
        "links": whole["links"],
        "causation_id": event.causation_id,
        "hash": whole["hash"],
    }


def why_shape(case: Case, found: Why) -> Shape:
    """Gives which event set a value, and every earlier one that did."""
    return {
        "case": case.case_id,
        "field": found.field,
        "value": plain(found.newest.value),
        "set_by": _setting_shape(found.newest),
        "history": [_setting_shape(setting) for setting in found.settings],
    }


def _setting_shape(setting: Setting) -> Shape:
    event = setting.event
    return {
        "value": plain(setting.value),
        "position": event.position,
        "event_id": event.event_id,
        "type": event.type,
        "effective_on": day(event.effective_on),
        "recorded_at": instant(event.recorded_at),
        "act_of": plain(event.act_of),
        "recorded_by": plain(event.recorded_by),
        "declaration": event.declaration,
        "basis": list(event.basis),
    }
