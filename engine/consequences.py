"""What follows from an admitted fact: deadlines set and met, tasks raised and done, standings begun and ended.

It is worked out here, once, and recorded with the event; replay only reads it back, and `audit verify` works it out
again and compares.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import msgspec

from engine.assess import Act, Assessment, Circumstances
from engine.case import OPEN, Case
from engine.deadline_life import changed_by
from engine.deadline_standing import is_over
from engine.declaration import PARTY, SUBJECT, Meets, Role, StandingRule, TaskRule, Transition
from engine.due import Reckoning, set_deadline
from engine.envelope import ActOf, Deadline, Draft, Link, Opening, Standing, Task, refuse_floats
from engine.errors import Fault
from engine.law import cites
from engine.link_acts import LinkStated
from engine.publicity import less_public
from engine.table import Table

MINISTRY = "@ministry"
"""Stands for the ministry that is responsible for the case where a role's organisation is that."""

_NOBODY: Mapping[str, Any] = {}


def draft(table: Table, case: Case | None, act: Act, circumstances: Circumstances, assessment: Assessment) -> Draft:
    """Gives the event of an act that was found in order.

    Raises:
        Refused: a statutory number is not in force, or the calendar does not reach a due day.
    """
    transition = assessment.transition
    if assessment.payload is None:
        raise Fault("payload-lacking", "An act without readable data reached the record.")
    # What `model_dump` hands on to; this is asked for each event of a log, and the way there costs as much again.
    data: dict[str, Any] = assessment.payload.__pydantic_serializer__.to_python(assessment.payload, mode="json")
    refuse_floats(data)
    opening = act.opening if case is None else None
    state = transition.target.id if transition.target else case.state if case else ""
    parameters: dict[str, date] = {}
    closes = state in table.final_states and (case is None or case.state != state)
    return Draft(
        type=table.type_of(transition.fact.id),
        schema=transition.fact.schema,
        effective_on=act.on,
        act_of=act_of(assessment.role, case.opening if case else opening, data),
        declaration=table.declaration_id,
        declaration_hash=table.content_hash,
        basis=_basis(table, transition, data),
        data=data,
        state=state,
        closes=closes,
        documents=act.documents,
        publicity=less_public(act.publicity, transition.fact.publicity),
        secrecy_ground=act.secrecy_ground,
        precision=act.precision,
        unreported=act.unreported,
        opening=opening,
        deadlines=(
            _deadlines(table, case, act, data, circumstances, transition, parameters, closes=closes)
            if closes or "deadline" in data or transition.starts or transition.meets or transition.cancels
            else ()
        ),
        tasks=_tasks(table, case, opening, act, assessment, state, closes=closes),
        standings=(
            _standings(table, case, act, transition, closes=closes)
            if closes or transition.begins or transition.ends
            else ()
        ),
        links=_links(assessment.payload) if isinstance(assessment.payload, LinkStated) else (),
        parameters=parameters,
        calendar=circumstances.calendar.version,
    )


def _links(payload: LinkStated) -> tuple[Link, ...]:
    """Gives the link that a person states; those of reactions come with the reaction."""
    return (Link(case=payload.case, relation=payload.relation),)


def _basis(table: Table, transition: Transition, data: Mapping[str, Any]) -> tuple[str, ...]:
    """Gives the sections of a move, before them the one that a person states for an act which every case can have."""
    declared = table.cites_of(transition)
    stated = data.get("section")
    return tuple(dict.fromkeys((str(stated), *declared))) if stated and table.is_shared(transition) else declared


def act_of(role: Role, opening: Opening | None, data: Mapping[str, Any]) -> ActOf:
    """Gives whose act it is: a role of the declaration, bound to the case's subject and ministry or the party named."""
    organisation = role.organisation
    if organisation == PARTY:
        organisation = str(data.get("party", PARTY))
    elif opening is not None and organisation == SUBJECT:
        organisation = opening.subject
    elif opening is not None and organisation == MINISTRY:
        organisation = opening.ministry
    return ActOf(role=role.id, organisation=organisation, body=role.body)


def _deadlines(
    table: Table,
    case: Case | None,
    act: Act,
    data: dict[str, Any],
    circumstances: Circumstances,
    transition: Transition,
    parameters: dict[str, date],
    *,
    closes: bool,
) -> tuple[Deadline, ...]:
    changed: dict[tuple[str, int], Deadline] = {}
    acted_on = changed_by(table, case, act.fact, act.on, data, circumstances.calendar)
    if acted_on is not None and table.is_shared(transition):
        changed[acted_on.name, acted_on.generation] = acted_on
    for meets in transition.meets:
        for deadline in _met(case, meets, data):
            status = "late" if is_over(deadline, act.on) else "met"
            changed[deadline.name, deadline.generation] = _close(deadline, status, act.on)
    for rule in transition.cancels:
        for deadline in case.open_deadlines if case else ():
            if deadline.name == rule.id:
                changed.setdefault((deadline.name, deadline.generation), _close(deadline, "cancelled", act.on))
    for deadline in _ending(table, case) if case and closes else ():
        changed.setdefault((deadline.name, deadline.generation), _close(deadline, "cancelled", act.on))
    if transition.starts:
        law_on = case.law_on if case else act.on
        reckoning = Reckoning(act.on, data, table.procedure.parameters, law_on, circumstances.calendar)
        for deadline, used in filter(None, [set_deadline(rule, case, reckoning) for rule in transition.starts]):
            changed[deadline.name, deadline.generation] = deadline
            parameters.update(used)
    return tuple(changed.values())


def _ending(table: Table, case: Case) -> Iterable[Deadline]:
    """Gives the running deadlines that the end of a case cancels."""
    return (
        deadline
        for deadline in case.open_deadlines
        if not (deadline.name in table.deadlines and table.deadlines[deadline.name].outlives_case)
    )


def _met(case: Case | None, meets: Meets, data: dict[str, Any]) -> Iterable[Deadline]:
    running = [deadline for deadline in (case.open_deadlines if case else ()) if deadline.name == meets.deadline.id]
    if meets.which == "oldest":
        return sorted(running, key=lambda deadline: deadline.generation)[:1]
    if meets.generation_field is not None:
        return [deadline for deadline in running if deadline.generation == data.get(meets.generation_field)]
    return running


def _close(deadline: Deadline, status: str, on: date) -> Deadline:
    return msgspec.structs.replace(deadline, status=status, closed_on=on)


def _tasks(
    table: Table,
    case: Case | None,
    opening: Opening | None,
    act: Act,
    assessment: Assessment,
    state: str,
    *,
    closes: bool,
) -> tuple[Task, ...]:
    transition = assessment.transition
    changed: list[Task] = []
    moves = case is None or case.state != state
    before = table.raised_in[case.state] if case and moves else ()
    for task in case.tasks.values() if case else ():
        left = task.name in before
        if task.status != OPEN or not (left or closes or act.fact in task.done_by):
            continue
        rule = table.tasks.get(task.name)
        status = _task_status(rule, task, act, assessment, left=left)
        if status != "open" or (closes and not (rule is not None and rule.outlives_case)):
            changed.append(_finish(task, status if status != "open" else "cancelled", act.on))
    raised = (*transition.tasks, *table.states[state].tasks) if moves else transition.tasks
    if raised:
        changed += raise_tasks(raised, case, case.opening if case else opening, act.on)
    return tuple(changed)


def _task_status(rule: TaskRule | None, task: Task, act: Act, assessment: Assessment, *, left: bool) -> str:
    """Gives what becomes of an open task of a rule; `left`: the state that raised it is left."""
    # What several may do, each for itself, is done for the one who did it and stays open for the others.
    own = len(assessment.transition.by) == 1 or task.role == assessment.role.id
    if rule is not None and rule.role.organisation == PARTY and "party" in act.data:
        # Whoever acts, what is done for one party is done for that party alone.
        own = task.organisation == act.data["party"]
    if act.fact in task.done_by and own:
        return "done"
    if left:
        return "cancelled" if task.done_by else "done"
    return "open"


def raise_tasks(
    rules: Iterable[TaskRule],
    case: Case | None,
    opening: Opening | None,
    on: date,
    *,
    before: Iterable[Task] = (),
) -> tuple[Task, ...]:
    """Gives the open tasks that `rules` raise on `on`, for each party one where the parties are to act.

    `before` are tasks that the same act has raised already; they count among the generations.
    """
    rules = tuple(rules)
    if not rules:
        return ()
    known: dict[str, int] = {}
    for name, generation in case.tasks if case else ():
        if generation > known.get(name, 0):
            known[name] = generation
    for task in before:
        known[task.name] = max(known.get(task.name, 0), task.generation)
    raised = []
    for rule in rules:
        for party in opening.partners if opening and rule.role.organisation == PARTY else (None,):
            actor = act_of(rule.role, opening, _NOBODY if party is None else {"party": party})
            known[rule.id] = known.get(rule.id, 0) + 1
            raised.append(
                Task(
                    name=rule.id,
                    generation=known[rule.id],
                    role=actor.role,
                    organisation=actor.organisation,
                    body=actor.body,
                    basis=rule.cited,
                    raised_on=on,
                    status="open",
                    done_by=rule.done_by,
                    deadline=rule.deadline,
                )
            )
    return tuple(raised)


def _finish(task: Task, status: str, on: date) -> Task:
    return msgspec.structs.replace(task, status=status, closed_on=on)


def _standings(
    table: Table, case: Case | None, act: Act, transition: Transition, *, closes: bool
) -> tuple[Standing, ...]:
    running = {standing.name: standing for standing in (case.active_standings if case else ())}
    ended = [running[rule.id] for rule in transition.ends if rule.id in running]
    if closes:
        lasting = {rule.id for rule in table.procedure.standings if rule.outlives_case} - {one.name for one in ended}
        ended = [one for one in running.values() if one.name not in lasting]
    begun = [_begin(rule, act.on) for rule in transition.begins if rule.id not in running]
    return (
        *(Standing(name=one.name, basis=one.basis, since=one.since, until=act.on) for one in ended),
        *begun,
    )


def _begin(rule: StandingRule, on: date) -> Standing:
    return Standing(name=rule.id, basis="; ".join(cites(rule.basis)), since=on)
