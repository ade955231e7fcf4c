"""What a fact of one case means for others, worked out purely: which cases it reaches, and what they record of it.

A reaction links cases or raises a task; it never decides and never moves a case. The event that it appends to the other
case carries the causing event's id, so that an auditor can walk the connection both ways.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from engine.case import Case
from engine.case_register import LINKED, REGISTRY, TASK_RAISED
from engine.consequences import raise_tasks
from engine.declaration import Reach
from engine.effects import Effect
from engine.envelope import ActOf, Draft, Link
from engine.law import cites
from engine.ports import CaseSummary, Write
from engine.table import Table


@dataclass(frozen=True, slots=True)
class Cause:
    """The fact that reactions answer: which case it happened in, and the event that was admitted."""

    case_id: str
    subject: str
    draft: Draft


def concerned(effect: Effect, cause: Cause, cases: Iterable[CaseSummary]) -> tuple[CaseSummary, ...]:
    """Gives the cases that `effect` speaks to, never the causing one."""
    return tuple(
        case
        for case in cases
        if case.procedure == effect.procedure
        and effect.declaration in (None, case.declaration)
        and (effect.reach is Reach.ALL or case.subject == cause.subject)
        and case.case_id != cause.case_id
        and not (effect.open_only and case.closed_on is not None)
    )


def links_of(effects: Iterable[Effect], cause: Cause, cases: Iterable[CaseSummary]) -> tuple[Link, ...]:
    """Gives the links to the cases that `cause` reaches, as its own case records them; in the order of their ids."""
    known = tuple(cases)
    reached = {
        (summary.case_id, effect.reached.id) for effect in effects for summary in concerned(effect, cause, known)
    }
    return tuple(Link(case=case_id, relation=relation) for case_id, relation in sorted(reached))


def react(effect: Effect, cause: Cause, table: Table, case: Case, earlier: Iterable[Draft] = ()) -> Draft:
    """Gives the event by which `case` takes notice of `cause`; its legal day is never before the case was opened.

    `earlier` are the events by which the same case takes notice of the same cause already.
    """
    on = max(cause.draft.effective_on, case.opened_on)
    fact = TASK_RAISED if effect.task else LINKED
    data = {"case": cause.case_id, "reaction": effect.id}
    if effect.task is None:
        data["relation"] = effect.causing.id
    before = tuple(task for draft in earlier for task in draft.tasks)
    tasks = raise_tasks((effect.task,), case, case.opening, on, before=before) if effect.task else ()
    return Draft(
        type=f"case.{fact.id}",
        schema=fact.schema,
        effective_on=on,
        act_of=ActOf(role=REGISTRY.id, organisation=case.opening.ministry),
        declaration=table.procedure.declaration_id,
        declaration_hash=table.content_hash,
        parameters={},
        calendar=cause.draft.calendar,
        basis=cites(effect.basis),
        data=data,
        state=case.state,
        publicity=fact.publicity,
        precision=cause.draft.precision,
        tasks=tasks,
        links=(Link(case=cause.case_id, relation=effect.causing.id),),
    )


class ReactionWrites:
    """Collects what several events mean for other cases, each other case once, in one write."""

    def __init__(self, load: Callable[[str], tuple[Table, Case]]) -> None:
        self._load = load
        self._expected: dict[str, int] = {}
        self._drafts: dict[str, list[Draft]] = {}
        self._causes: dict[str, list[int]] = {}

    def add(self, number: int, cause: Cause, effects: Iterable[Effect], cases: tuple[CaseSummary, ...]) -> None:
        """Takes in what the event of `number` in its append means for `cases`."""
        for effect in effects:
            for summary in concerned(effect, cause, cases):
                table, case = self._load(summary.case_id)
                listed = self._drafts.setdefault(summary.case_id, [])
                self._expected[summary.case_id] = case.version
                self._causes.setdefault(summary.case_id, []).append(number)
                listed.append(react(effect, cause, table, case, listed))

    def writes(self) -> Iterable[Write]:
        """Gives one write for each case that is reached."""
        for stream, drafts in self._drafts.items():
            causes = tuple(self._causes[stream])
            yield Write(stream=stream, expected_version=self._expected[stream], drafts=tuple(drafts), causes=causes)
