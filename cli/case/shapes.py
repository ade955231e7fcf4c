"""A case as a person or a script asks for it: where it stands, whose turn it is, what is missing, what is unsettled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

import msgspec

from cli.case.act_commands import Fields, advance_command, declared_fields
from cli.case.corrections_view import corrections_of, incidents_of
from cli.case.refs import load
from cli.frame.as_of import seen_from
from cli.screen.shapes import (
    Labels,
    Shape,
    day,
    deadlines_of,
    document_shape,
    instant,
    missing_data,
    question_shape,
    standing_shape,
    tasks_of,
)
from engine.case import Case
from engine.law import OpenQuestion, Status
from engine.next_acts import NextAct, next_acts, open_questions
from engine.table import Table

if TYPE_CHECKING:
    from cli.frame.invocation import Invocation
    from cli.wiring import Record


@dataclass(frozen=True, slots=True)
class View:
    """A case as seen from a position, an instant and a day, with what may come next and what is open in law."""

    table: Table
    case: Case
    labels: Labels
    acts: tuple[NextAct, ...]
    questions: tuple[OpenQuestion, ...]
    position: int
    time: datetime
    today: date
    subject_name: str
    fields: Fields

    @property
    def pressing(self) -> frozenset[str]:
        """The facts by which what is to be done now gets done."""
        rules = [self.table.tasks[task.name] for task in self.case.open_tasks if task.name in self.table.tasks]
        named = {fact for rule in rules for fact in rule.done_by}
        deadlines = {task.deadline for task in self.case.open_tasks} - {None}
        meeting = {
            act.transition.fact.id
            for act in self.acts
            if any(meets.deadline.id in deadlines for meets in act.transition.meets)
        }
        return frozenset(named | meeting)


def view(run: Invocation, record: Record, reference: str) -> View:
    """Gives the case that is meant, as of the moment that was asked for.

    Raises:
        NotFound: there is no such case, or there was none as of then.
    """
    table, case = load(record, reference, run.as_of)
    position, time, today = seen_from(run, record)
    circumstances = msgspec.structs.replace(record.circumstances(case), today=today)
    # What may come next hangs on all that is recorded, whoever asks.
    whole = record.judging.load(case.case_id, run.as_of)[1]
    acts = () if case.closed_on else next_acts(table, whole, circumstances)
    return View(
        table,
        case,
        Labels(table, run.language, run.wiring.declarations),
        acts,
        open_questions(table, case),
        position,
        time,
        today,
        run.wiring.directory.by_code(case.subject).name.text(run.language),
        declared_fields(table),
    )


def show_shape(run: Invocation, seen: View) -> Shape:
    """Gives what `case show` answers."""
    case, labels = seen.case, seen.labels
    return {
        "case": case.case_id,
        "procedure": case.opening.procedure,
        "procedure_label": labels.procedure(),
        "declaration": case.declaration,
        "subject": case.subject,
        "subject_name": seen.subject_name,
        "state": case.state,
        "state_label": labels.state(case.state),
        "version": case.version,
        "opened_on": day(case.opened_on),
        "moved_on": day(case.moved_on),
        "closed_on": day(case.closed_on),
        "diary_number": case.diary_number,
        "ministry": case.opening.ministry,
        "ground": case.opening.ground,
        "law_in_force_from": day(case.opening.law_in_force_from),
        "parties": list(case.opening.parties),
        "next": next_shapes(run, seen),
        "deadlines": deadlines_of(case, labels, seen.today),
        "tasks": tasks_of(case, labels),
        "standings": [standing_shape(one, labels.standing(one.name)) for one in case.standings.values()],
        "documents": [
            document_shape(document, event, labels.document(document.kind))
            for event in case.events
            for document in event.documents
        ],
        "links": [
            {"case": one.case, "relation": one.relation, "label": labels.relation(one.relation)} for one in case.links
        ],
        "corrections": corrections_of(run, case, labels),
        "incidents": incidents_of(run, seen.table, case),
        "unreported": list(_unreported(seen, run.language)),
        "unsettled": list(unsettled(run, seen)),
        "as_of": {"position": seen.position, "time": instant(seen.time)},
    }


def next_shapes(run: Invocation, seen: View) -> list[Shape]:
    """Gives what `case next` answers: every act that the declaration knows from here."""
    return [_next_shape(run, seen, act) for act in seen.acts]


def _next_shape(run: Invocation, seen: View, act: NextAct) -> Shape:
    move, labels = act.transition, seen.labels
    return {
        "fact": move.fact.id,
        "label": move.fact.label.text(run.language),
        "by": [role.id for role in move.by],
        "by_labels": [role.label.text(run.language) for role in move.by],
        "kind": str(move.kind),
        "allowed": act.allowed,
        "missing": missing_data(act.missing, run.language),
        "basis": [basis.cite for basis in move.basis],
        "status": str(act.status),
        "due": day(act.due),
        "target": move.target.id if move.target else None,
        "target_label": labels.state(move.target.id) if move.target else None,
        "fields": list(seen.fields[move.fact.id]),
        "documents": [
            {
                "kind": rule.kind,
                "label": rule.label.text(run.language),
                "basis": [basis.cite for basis in rule.basis],
            }
            for rule in move.documents
        ],
        "command": advance_command(run, seen.fields, seen.case.case_id, move, seen.today),
    }


def _unreported(seen: View, language: str) -> Iterator[Shape]:
    procedure = seen.table.procedure
    texts = {guard.id: guard.label for guard in procedure.guards}
    for move in procedure.transitions:
        texts.update({f"document:{rule.kind}": rule.label for rule in move.documents})
    for event in seen.case.events:
        for code in event.unreported:
            label = texts.get(code)
            yield {
                "event": event.type,
                "label": seen.labels.fact(event.type),
                "effective_on": day(event.effective_on),
                "position": event.position,
                "code": code,
                "text": label.text(language) if label else code,
            }


def unsettled(run: Invocation, seen: View) -> Iterator[Shape]:
    """Yields what is not settled in law where the case stands: open questions, then rules on an unsettled basis."""
    for question in seen.questions:
        yield question_shape(question, run.language)
    for act in seen.acts:
        if act.status is Status.UNSETTLED:
            yield _unsettled_rule(run, f"fact:{act.transition.fact.id}", act)
    for deadline in seen.case.open_deadlines:
        if deadline.law_status == Status.UNSETTLED:
            label = seen.labels.deadline(deadline.name)
            yield {
                "id": f"deadline:{deadline.name}",
                "question": run.words("case.unsettled_deadline", label=label),
                "meanwhile": None,
                "basis": [deadline.basis],
            }


def _unsettled_rule(run: Invocation, name: str, act: NextAct) -> Shape:
    bases = [basis for basis in act.transition.basis if basis.status is Status.UNSETTLED]
    notes = [basis.note.text(run.language) for basis in bases if basis.note]
    cites = [basis.cite for basis in bases]
    label = act.transition.fact.label
    return {
        "id": name,
        "question": run.words("case.unsettled_act", label=label),
        "meanwhile": "; ".join(notes) or None,
        "basis": cites,
    }
