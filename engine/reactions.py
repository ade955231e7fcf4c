"""What a fact of one case means for others: declared reactions, worked out purely.

A reaction links cases or raises a task; it never decides and never moves a case. The event that it appends to the other
case carries the causing event's id, so that an auditor can walk the connection both ways.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from engine.admit import raise_task
from engine.assess import cites
from engine.case import Case
from engine.case_register import LINKED, REGISTRY, TASK_RAISED
from engine.declaration import Reaction
from engine.envelope import ActOf, Draft, Link
from engine.ports import CaseSummary
from engine.table import Table


@dataclass(frozen=True, slots=True)
class Cause:
    """The fact that reactions answer: which case it happened in, and the event that was admitted."""

    case_id: str
    subject: str
    draft: Draft


def reactions_to(table: Table, draft: Draft) -> tuple[Reaction, ...]:
    """Gives the declared reactions to an admitted event."""
    return tuple(reaction for reaction in table.procedure.reactions if table.type_of(reaction.on.id) == draft.type)


def concerned(reaction: Reaction, cause: Cause, cases: Iterable[CaseSummary]) -> tuple[CaseSummary, ...]:
    """Gives the cases of the same subject that `reaction` speaks to, never the causing one."""
    return tuple(
        case
        for case in cases
        if case.procedure == reaction.procedure
        and case.subject == cause.subject
        and case.case_id != cause.case_id
        and not (reaction.open_only and case.closed_on is not None)
    )


def links_of(table: Table, cause: Cause, cases: Iterable[CaseSummary]) -> tuple[Link, ...]:
    """Gives the links to the cases that `cause` reaches, as its own case records them; in the order of their ids."""
    known = tuple(cases)
    reached = {
        (summary.case_id, reaction.reached.id)
        for reaction in reactions_to(table, cause.draft)
        for summary in concerned(reaction, cause, known)
    }
    return tuple(Link(case=case_id, relation=relation) for case_id, relation in sorted(reached))


def react(reaction: Reaction, cause: Cause, table: Table, case: Case) -> Draft:
    """Gives the event by which `case` takes notice of `cause`; its legal day is never before the case was opened."""
    on = max(cause.draft.effective_on, case.opened_on)
    fact = TASK_RAISED if reaction.task else LINKED
    data = {"case": cause.case_id, "reaction": reaction.id}
    if reaction.task is None:
        data["relation"] = reaction.causing.id
    tasks = (raise_task(reaction.task, case, case.opening, on),) if reaction.task else ()
    return Draft(
        type=f"case.{fact.id}",
        schema=fact.schema,
        effective_on=on,
        act_of=ActOf(role=REGISTRY.id, organisation=case.opening.ministry),
        declaration=table.procedure.declaration_id,
        declaration_hash=table.content_hash,
        parameters={},
        calendar=cause.draft.calendar,
        basis=cites(reaction.basis),
        data=data,
        state=case.state,
        publicity=fact.publicity,
        precision=cause.draft.precision,
        tasks=tasks,
        links=(Link(case=cause.case_id, relation=reaction.causing.id),),
    )
