"""How an open case comes under a later version of its procedure's law: only by a declared transitional rule.

Nothing moves by itself. The move is planned for the cases that it could reach, looked at, and then recorded in each of
them as an event that names the rule. What the case has stays; what the new law no longer knows is cancelled
(architecture, section 4).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from engine.assess import Circumstances
from engine.case import Case
from engine.case_register import LAW_CHANGED, REGISTRY
from engine.consequences import raise_tasks
from engine.declaration import Offer, TransitionalRule
from engine.envelope import ActOf, Deadline, Draft, Task
from engine.errors import Missing, Refused
from engine.law import Label, cites
from engine.table import Table


@dataclass(frozen=True, slots=True)
class Prospect:
    """What a later version of the law means for a case: the rule that would move it, or why it stays where it is."""

    case: Case
    rule: TransitionalRule | None
    stays: tuple[Missing, ...] = ()


def prospect(table: Table, target: Table, case: Case, on: date, circumstances: Circumstances) -> Prospect:
    """Gives what `target`, a version of the law in force on `on`, means for a case that is pinned to `table`."""
    earlier, later = table.procedure, target.procedure
    rules = later.transitional if earlier.id == later.id else ()
    rule = next((rule for rule in rules if rule.version_from == earlier.in_force_from), None)
    if rule is None:
        text = Label(
            f"{later.declaration_id}: siirtymäsäännöstä versiosta {earlier.declaration_id} ei ole; asia pysyy lakinsa "
            "alaisena",
            f"{later.declaration_id}: ingen övergångsregel från {earlier.declaration_id}; ärendet följer sin lag",
            f"{later.declaration_id} has no transitional rule from {earlier.declaration_id}; the case stays with its "
            "law",
        )
        return Prospect(case, None, (Missing("no-transitional-rule", text, cites(later.basis)),))
    stays = [*_in_the_way(table, case, on, later.in_force_from, circumstances, rule)]
    offer = Offer(
        case=case,
        subject=case.subject,
        subject_kind=circumstances.subject_kind,
        payload=None,
        on=on,
        parameters=later.parameters,
        law_on=on,
    )
    if rule.unless is not None and rule.unless.holds(offer):
        stays.append(Missing(rule.unless.id, rule.unless.label, cites(rule.unless.basis)))
    return Prospect(case, rule, tuple(stays))


def law_changed(target: Table, found: Prospect, on: date, calendar: str) -> Draft:
    """Gives the event by which the case of `found` comes under `target`.

    Raises:
        Refused: `law-change-refused`, the case stays where it is; `missing` says why.
    """
    case, rule = found.case, found.rule
    if rule is None or found.stays:
        raise Refused(
            "law-change-refused",
            f"{case.case_id} was not moved under {target.procedure.declaration_id}: "
            f"{'; '.join(one.text.en for one in found.stays)}.",
            basis=cites(rule.basis) if rule else cites(target.procedure.basis),
            missing=found.stays,
            try_next=f"ohjaus procedure show {target.procedure.declaration_id}",
            details={"case": case.case_id, "declaration": target.procedure.declaration_id},
        )
    state = target.state_under(rule.id, case.state)
    data: dict[str, Any] = {"rule": rule.id, "came_from": case.declaration}
    return Draft(
        type=target.type_of(LAW_CHANGED.id),
        schema=LAW_CHANGED.schema,
        effective_on=on,
        act_of=ActOf(role=REGISTRY.id, organisation=case.opening.ministry),
        declaration=target.procedure.declaration_id,
        declaration_hash=target.content_hash,
        parameters={},
        calendar=calendar,
        basis=cites(rule.basis),
        data=data,
        state=state,
        publicity=LAW_CHANGED.publicity,
        precision="exact",
        deadlines=_deadlines(target, case, on),
        tasks=_tasks(target, case, state, on),
    )


def _in_the_way(
    table: Table, case: Case, on: date, in_force_from: date, circumstances: Circumstances, rule: TransitionalRule
) -> list[Missing]:
    basis, found = cites(rule.basis), []
    if case.state in table.final_states:
        text = Label("asia on päättynyt", "ärendet är avslutat", "the case is closed")
        found.append(Missing("case-closed", text, basis))
    if not max(in_force_from, case.moved_on) <= on <= circumstances.today:
        first = max(in_force_from, case.moved_on)
        text = Label(
            f"siirron päivän on oltava {first} tai myöhemmin, viimeistään {circumstances.today}",
            f"dagen för överföringen ska vara {first} eller senare, senast {circumstances.today}",
            f"the day of the move must be {first} or later, {circumstances.today} at the latest",
        )
        found.append(Missing("day-of-law-change", text, basis))
    return found


def _deadlines(target: Table, case: Case, on: date) -> tuple[Deadline, ...]:
    unknown = (deadline for deadline in case.open_deadlines if deadline.name not in target.deadlines)
    return tuple(msgspec.structs.replace(deadline, status="cancelled", closed_on=on) for deadline in unknown)


def _tasks(target: Table, case: Case, state: str, on: date) -> tuple[Task, ...]:
    """Cancels what the new law does not ask for in this state, and raises what it asks for and is not waiting yet."""
    asked = {rule.id for rule in target.states[state].tasks}
    of_states = {rule.id for one in target.procedure.states for rule in one.tasks}
    dropped = [
        task
        for task in case.open_tasks
        if task.name not in target.tasks or (task.name in of_states and task.name not in asked)
    ]
    # What waits, or was done since the case came to its state, is not asked for again.
    known = {one.name for one in case.tasks.values() if one.status == "open" or one.raised_on >= case.moved_on}
    raised = [rule for rule in target.states[state].tasks if rule.id not in known]
    return (
        *(msgspec.structs.replace(task, status="cancelled", closed_on=on) for task in dropped),
        *raise_tasks(raised, case, case.opening, on),
    )
