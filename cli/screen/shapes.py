"""The shapes that scripts rely on: the contract's JSON, made from cases, events, deadlines and acts.

Dates are `YYYY-MM-DD`, instants RFC 3339, unknown is None, an empty list is empty. Keys may be added, never renamed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from typing import Any, Protocol, TypeVar

from engine.case import Case
from engine.deadline_life import consumed_days
from engine.declaration import PARTY, DocumentRule
from engine.declarations import Declarations
from engine.envelope import Deadline, DocumentRef, Envelope, Standing, Task, plain
from engine.errors import Missing
from engine.law import Label, OpenQuestion
from engine.registrar import Recorded
from engine.table import Table
from engine.veiling import VEILED_ONLY, hash_of

Shape = dict[str, Any]


def day(value: date | None) -> str | None:
    """Gives a date as text."""
    return value.isoformat() if value else None


def instant(value: datetime) -> str:
    """Gives an instant as RFC 3339 in UTC."""
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


def envelope_shape(event: Envelope) -> Shape:
    """Gives a whole event as data, with its hash."""
    shape: Shape = plain(event)
    for name in VEILED_ONLY:
        shape.pop(name, None)
    shape["recorded_at"] = instant(event.recorded_at)
    shape["hash"] = hash_of(event)
    return shape


def deadline_shape(case_id: str, deadline: Deadline, label: str | None = None, *, seen_on: date | None = None) -> Shape:
    """Gives a deadline as data; the days of it that were used up are those by `seen_on`, unknown without such a day."""
    return {
        "case": case_id,
        "name": deadline.name,
        "label": label or deadline.name,
        "due": day(deadline.due),
        "started_on": day(deadline.started_on),
        "rule": deadline.rule,
        "kind": deadline.kind,
        "basis": deadline.basis,
        "law_status": deadline.law_status,
        "calendar": deadline.calendar,
        "status": deadline.status,
        "generation": deadline.generation,
        "closed_on": day(deadline.closed_on),
        "opens_on": day(deadline.opens_on),
        "consumed_days": None if seen_on is None else consumed_days(deadline, seen_on),
        "ledger": plain(deadline.ledger),
        "derivation": [{"step": step.step, "date": day(step.date), "why": step.why} for step in deadline.derivation],
    }


def task_shape(case_id: str, task: Task, label: str | None = None) -> Shape:
    """Gives a task as data."""
    return {
        "case": case_id,
        "name": task.name,
        "label": label or task.name,
        "generation": task.generation,
        "role": task.role,
        "organisation": task.organisation,
        "body": task.body,
        "basis": task.basis,
        "raised_on": day(task.raised_on),
        "status": task.status,
        "deadline": task.deadline,
        "closed_on": day(task.closed_on),
    }


def standing_shape(standing: Standing, label: str | None = None) -> Shape:
    """Gives a legal status beside the main line as data."""
    return {
        "name": standing.name,
        "label": label or standing.name,
        "basis": standing.basis,
        "since": day(standing.since),
        "until": day(standing.until),
    }


def document_shape(document: DocumentRef, event: Envelope, label: str | None = None) -> Shape:
    """Gives a document reference as data, with the event that refers to it."""
    return {
        "kind": document.kind,
        "label": label or document.kind,
        "title": document.title,
        "diary_number": document.diary_number,
        "sha256": document.sha256,
        "source": document.source,
        "is_reporting": document.is_reporting,
        "event": event.type,
        "effective_on": day(event.effective_on),
        "position": event.position,
    }


def event_shape(event: Envelope, label: str | None = None) -> Shape:
    """Gives what an act recorded: the event in short."""
    return {
        "position": event.position,
        "case": event.stream,
        "version": event.version,
        "type": event.type,
        "label": label or event.type,
        "effective_on": day(event.effective_on),
        "state": event.state,
        "data": event.data,
        "basis": list(event.basis),
        "documents": [document_shape(document, event) for document in event.documents],
        "deadlines": [
            deadline_shape(event.stream, deadline, seen_on=event.effective_on) for deadline in event.deadlines
        ],
        "tasks": [task_shape(event.stream, task) for task in event.tasks],
    }


def missing_data(missing: Iterable[Missing], language: str) -> list[Shape]:
    """Gives unmet conditions as data."""
    return [{"code": one.code, "text": one.text.text(language), "basis": list(one.basis)} for one in missing]


def question_shape(question: OpenQuestion, language: str) -> Shape:
    """Gives a point of law that is not settled, with what is done meanwhile."""
    return {
        "id": question.id,
        "question": question.question.text(language),
        "meanwhile": question.meanwhile.text(language),
        "basis": [basis.cite for basis in question.basis],
    }


_UNDECLARED_KINDS = {
    "document": Label("asiakirja", "handling", "document"),
    "reporting": Label("uutisointi", "rapportering", "reporting"),
}
"""Kinds of documents that no rule asks for and that are recorded all the same."""


class _Labelled(Protocol):
    @property
    def label(self) -> Label: ...


_Found = TypeVar("_Found")


class Labels:
    """The labels of one declaration in one language; what no version of the procedure knows keeps its id."""

    def __init__(self, table: Table, language: str, declarations: Declarations | None = None) -> None:
        """Takes the declaration and the language; and all declarations, where links to other procedures are named."""
        self._table = table
        self._language = language
        self._declarations = declarations

    def fact(self, event_type: str) -> str:
        """Gives the label of an event's fact."""
        return self._said(lambda table: table.fact_of(event_type), event_type)

    def state(self, state_id: str) -> str:
        """Gives the label of a state."""
        return self._said(lambda table: table.states.get(state_id), state_id)

    def deadline(self, name: str) -> str:
        """Gives the label of a deadline rule."""
        return self._said(lambda table: table.deadlines.get(name), name)

    def task(self, name: str) -> str:
        """Gives the label of a task rule."""
        return self._said(lambda table: table.tasks.get(name), name)

    def is_of_parties(self, task: str) -> bool:
        """Tells whether each party has a task of that name of its own."""
        rule = self._declared(lambda table: table.tasks.get(task))
        return rule is not None and rule.role.organisation == PARTY

    def document(self, kind: str) -> str:
        """Gives the label of a kind of document."""

        def rule_of(table: Table) -> DocumentRule | None:
            moves = (*table.procedure.transitions, *table.shared)
            return next((rule for move in moves for rule in move.documents if rule.kind == kind), None)

        undeclared = _UNDECLARED_KINDS.get(kind)
        return self._said(rule_of, undeclared.text(self._language) if undeclared else kind)

    def standing(self, name: str) -> str:
        """Gives the label of a standing rule."""
        return self._said(
            lambda table: next((rule for rule in table.procedure.standings if rule.id == name), None), name
        )

    def relation(self, relation_id: str) -> str:
        """Gives the label of what another case is to this one."""
        procedure = self._table.procedure
        own = [one for reaction in procedure.reactions for one in (reaction.causing, reaction.reached)]
        own += [one for listening in procedure.listens for one in (listening.causing, listening.reached)]
        found = {one.id: one.label for one in own}.get(relation_id)
        if found is None and self._declarations is not None:
            found = self._declarations.relation(relation_id)
        return found.text(self._language) if found else relation_id

    def role(self, role_id: str) -> str:
        """Gives the label of a role."""
        return self._said(lambda table: table.roles.get(role_id), role_id)

    def procedure(self) -> str:
        """Gives the label of the procedure."""
        return self._table.procedure.label.text(self._language)

    def _said(self, find: Callable[[Table], _Labelled | None], otherwise: str) -> str:
        found = self._declared(find)
        return found.label.text(self._language) if found else otherwise

    def _declared(self, find: Callable[[Table], _Found | None]) -> _Found | None:
        """Gives what this version declares, or else another: a case that came under a new law keeps what it had."""
        others = (table for table in reversed((*self._table.versions.values(),)) if table is not self._table)
        return next((found for table in (self._table, *others) if (found := find(table)) is not None), None)


def deadlines_of(case: Case, labels: Labels, seen_on: date) -> list[Shape]:
    """Gives every deadline of a case as it stands on a day, the earliest due first."""
    ordered = sorted(case.deadlines.values(), key=lambda deadline: (deadline.due, deadline.name, deadline.generation))
    return [
        deadline_shape(case.case_id, deadline, labels.deadline(deadline.name), seen_on=seen_on) for deadline in ordered
    ]


def tasks_of(case: Case, labels: Labels) -> list[Shape]:
    """Gives every task of a case, the oldest first."""
    return [task_shape(case.case_id, task, labels.task(task.name)) for task in case.tasks.values()]


def recorded_shape(recorded: Recorded, language: str, *, rehearsed: bool) -> Shape:
    """Gives what `case start` and `case advance` answer."""
    labels = Labels(recorded.table, language)
    case = recorded.case
    return {
        "case": case.case_id,
        "state": case.state,
        "state_label": labels.state(case.state),
        "version": case.version,
        "position": recorded.events[-1].position,
        "events": [event_shape(event, labels.fact(event.type)) for event in recorded.events],
        "elsewhere": [event_shape(event) for event in recorded.elsewhere],
        "deadlines": deadlines_of(case, labels, recorded.events[-1].effective_on),
        "tasks": tasks_of(case, labels),
        "replayed": recorded.replayed,
        "rehearsed": rehearsed,
    }
