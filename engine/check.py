"""The checker of declarations: every fault of a procedure at once, each with a code, a place and a sentence.

It finds what a reader would find late: a state that nobody reaches, a move without its section, a deadline whose number
is not in force, a clock that decides (architecture, section 4). Faults of states and moves come from `engine.machine`.
What a guard reads is found in its compiled code: which numbers it asks for, and whether it looks at the payload.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from datetime import date, timedelta
from functools import partial
from itertools import pairwise
from types import CodeType, FunctionType
from typing import get_args

from engine.check_between import reaching, reactions
from engine.check_parts import REGISTER_FACTS, Finding, element_of, identity, nodes, task_findings
from engine.counting import Counting, NextOf, Period, SetDay
from engine.declaration import (
    PARTY,
    DeadlineRule,
    DocumentRule,
    Fact,
    Kind,
    Procedure,
    Transition,
)
from engine.errors import Diagnosis, Fault, Refused
from engine.law import LANGUAGES, Basis, Label
from engine.machine import move_name, structure_findings
from engine.parameters import UNITS, Parameter, Parameters

CLOCK_ROLE = "clock"
"""The id of the role under which a scheduler records that a date has passed."""

_ID = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
_DECIMAL = re.compile(r"-?\d+(\.\d+)?")
_PERIODS = frozenset({"days", "weeks", "months", "years", "working_days"})
_FITTING = {Period: _PERIODS, SetDay: {"month_day"}, NextOf: {"month_days"}}


def check(procedure: Procedure) -> tuple[Diagnosis, ...]:
    """Gives every fault of one declaration; none means that it is sound."""
    return tuple(found for examine in _EXAMINATIONS for found in _diagnoses(procedure, examine(procedure)))


def check_all(declared: Iterable[Procedure]) -> tuple[Diagnosis, ...]:
    """Gives every fault of several declarations, those between them included."""
    declared = sorted(declared, key=lambda procedure: (procedure.id, procedure.in_force_from))
    found = [diagnosis for procedure in declared for diagnosis in check(procedure)]
    for earlier, later in pairwise(declared):
        if earlier.id == later.id and (earlier.in_force_until or date.max) >= later.in_force_from:
            text = f"{earlier.declaration_id} is still in force on {later.in_force_from}."
            found += _diagnoses(later, [("versions-overlap", element_of(later), text)])
    for procedure in declared:
        found += _diagnoses(procedure, reaching(procedure, declared))
    return tuple(found)


def ensure_sound(declared: Iterable[Procedure]) -> None:
    """Makes sure that no declaration has a fault.

    Raises:
        Fault: `declaration-unsound`; the message and `details["diagnoses"]` list every fault.
    """
    found = check_all(declared)
    if found:
        lines = " ".join(f"[{one.code}] {one.where}: {one.text}" for one in found)
        raise Fault(
            "declaration-unsound",
            f"The declarations have {len(found)} fault(s). {lines}",
            try_next="correct the declaration and start again",
            details={"diagnoses": found},
        )


def _diagnoses(procedure: Procedure, findings: Iterable[Finding]) -> Iterator[Diagnosis]:
    name = procedure.declaration_id
    for code, element, text in dict.fromkeys(findings):
        yield Diagnosis(code, f"{name}, {element}", text, {"declaration": name, "element": element})


def _ids(procedure: Procedure) -> Iterator[Finding]:
    first: dict[str, object] = {}
    for node in nodes(procedure):
        name, element = identity(node), element_of(node)
        if name is None:
            continue
        if not _ID.fullmatch(name):
            yield "id-malformed", element, f"{name!r} is not written in lower_snake_case."
        # The same kind of document may rest on another section in each move.
        if first.setdefault(element, node) != node and not isinstance(node, DocumentRule):
            yield "id-duplicate", element, "Two different things bear this id."


def _lists(procedure: Procedure) -> Iterator[Finding]:
    for name in ("roles", "states", "guards", "reactions", "listens", "transitional", "open_questions"):
        elements = [element_of(node) for node in getattr(procedure, name)]
        for named in elements:
            if elements.count(named) > 1:
                yield "id-duplicate", named, f"It stands more than once among the {name.replace('_', ' ')}."
    for fact in procedure.facts:
        if fact.id in REGISTER_FACTS:
            yield "id-reserved", element_of(fact), "The case register gives a fact of this name to every case."
    for move in procedure.transitions:
        if move.opens:
            yield from _fields(move.fact, move_name(move), procedure.one_case_per)
    if procedure.id == "case":
        yield "id-reserved", element_of(procedure), "Events of the case register bear this name."


def _labels(procedure: Procedure) -> Iterator[Finding]:
    for node in nodes(procedure):
        for part in fields(node):
            label = getattr(node, part.name)
            if isinstance(label, Label):
                for language in LANGUAGES:
                    if not (getattr(label, language) or "").strip():
                        yield "label-blank", element_of(node), f"Its {part.name} says nothing in {language}."


def _bases(procedure: Procedure) -> Iterator[Finding]:
    for node in nodes(procedure):
        basis = node.cite if isinstance(node, Basis) else getattr(node, "basis", None)
        if basis is not None and not (basis.strip() if isinstance(basis, str) else basis):
            yield "basis-missing", element_of(node), "It names no section on which it rests."


def _actors(procedure: Procedure) -> Iterator[Finding]:
    for move in procedure.transitions:
        if not move.by:
            yield "actor-missing", move_name(move), "It does not say whose act it is."
        for role in move.by:
            if role not in procedure.roles:
                yield "role-undeclared", move_name(move), f"The procedure does not declare the role {role.id}."
        for reason in _decides(move):
            yield "clock-decides", move_name(move), f"The clock never decides, but {reason}."
        yield from _named_parties(move)
    for task in procedure.task_rules:
        if task.role not in procedure.roles:
            yield "role-undeclared", element_of(task), f"The procedure does not declare the role {task.role.id}."


def _named_parties(move: Transition) -> Iterator[Finding]:
    if any(role.organisation == PARTY for role in move.by):
        yield from _fields(move.fact, move_name(move), "party")


def _decides(move: Transition) -> Iterator[str]:
    """Gives what a clock would decide by `move`; passing dates, windows, reminders and tasks are the clock's own."""
    if move.kind is not Kind.CLOCK:
        if any(role.id == CLOCK_ROLE for role in move.by):
            yield f"it is an actor of this {move.kind}"
        return
    if move.opens:
        yield "it would open a case"
    if move.target and move.target.final:
        yield "it would end the case"
    if move.begins or move.ends:
        yield "it would begin or end a standing"
    if move.documents:
        yield "it would act on a document"


def _guards(procedure: Procedure) -> Iterator[Finding]:
    used = dict.fromkeys(guard for move in procedure.transitions for guard in move.guards)
    for guard in dict.fromkeys((*procedure.guards, *used)):
        element = element_of(guard)
        if guard not in used:
            yield "guard-unused", element, "No move asks it."
        if guard not in procedure.guards:
            yield "guard-unknown", element, "A move asks it, but the procedure does not declare it."
    choosing = [move.when for move in procedure.transitions if move.when]
    choosing += [rule.unless for rule in procedure.transitional if rule.unless]
    for guard in dict.fromkeys((*procedure.guards, *used, *choosing)):
        element = element_of(guard)
        if not (getattr(guard.holds, "func", guard.holds).__doc__ or "").strip():
            yield "guard-undocumented", element, "Its condition has no docstring."
        if not guard.reads_payload and "payload" in _words_of(guard.holds):
            yield "guard-payload-unmarked", element, "It looks at the payload and is not marked as reads_payload."


def _words_of(function: Callable[..., object]) -> frozenset[str]:
    """Gives the names and texts in a function's code, in what it closes over, and in the functions that it calls."""
    seen: dict[int, object] = {}
    waiting: list[object] = [function]
    while waiting:
        thing = waiting.pop()
        if id(thing) in seen:
            continue
        seen[id(thing)] = thing
        if isinstance(thing, tuple | frozenset):
            waiting += thing
        elif isinstance(thing, partial):
            waiting += (thing.func, thing.args, tuple(thing.keywords.values()))
        elif isinstance(thing, CodeType):
            waiting += (thing.co_names, thing.co_consts)
        elif isinstance(thing, FunctionType):
            outside = thing.__globals__
            waiting += (thing.__code__, *(cell.cell_contents for cell in thing.__closure__ or ()))
            waiting += [outside[name] for name in _names_in(thing.__code__) if name in outside]
    return frozenset(thing for thing in seen.values() if isinstance(thing, str))


def _names_in(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _names_in(inner)


def _deadlines(procedure: Procedure) -> Iterator[Finding]:
    for rule in procedure.deadlines:
        for counting in _countings(rule):
            yield from _counting(procedure, rule, counting)


def _countings(rule: DeadlineRule) -> tuple[Counting, ...]:
    """Gives how the last day of a time is counted, and the first day of a window."""
    return (rule.counting,) if rule.opens is None else (rule.counting, rule.opens)


def _counting(procedure: Procedure, rule: DeadlineRule, counting: Counting) -> Iterator[Finding]:
    name = getattr(counting, "parameter", None)
    unit, how = procedure.parameters.unit(name) if name else "", type(counting)
    if name is not None and name not in procedure.parameters.by_name:
        yield "parameter-unknown", element_of(rule), f"There is no number called {name!r}."
    elif name is not None and unit not in _FITTING[how]:
        text = f"{how.__name__} cannot count {name}, whose unit is {unit or 'not given'}."
        yield "parameter-unfit", element_of(rule), text
    for move in procedure.transitions:
        if rule in move.starts:
            yield from _fields(move.fact, element_of(rule), _field_read(counting))


def _meetings(procedure: Procedure) -> Iterator[Finding]:
    for move in procedure.transitions:
        element = move_name(move)
        for rule in (*(meets.deadline for meets in move.meets), *move.cancels):
            if rule not in procedure.deadlines:
                yield "deadline-never-started", element, f"No move starts the deadline {rule.id}."
        for meets in move.meets:
            if meets.which not in ("all", "oldest"):
                yield "meets-unknown", element, f"It meets {meets.which!r} of {meets.deadline.id}: all or oldest?"
            yield from _fields(move.fact, element, meets.generation_field)
        for standing in move.ends:
            if standing not in procedure.standings:
                yield "standing-never-begun", element, f"No move begins the standing {standing.id}."


def _field_read(counting: Counting) -> str | None:
    names = ("after", "year_after", "field")
    return next((getattr(counting, name) for name in names if hasattr(counting, name)), None)


def _fields(fact: Fact, element: str, field: str | None) -> Iterator[Finding]:
    if field is not None and field not in fact.payload.model_fields:
        yield "field-unknown", element, f"The fact {fact.id} has no field called {field!r}."


def _parameters(procedure: Procedure) -> Iterator[Finding]:
    used = {getattr(one, "parameter", None) for rule in procedure.deadlines for one in _countings(rule)}
    for guard in (*procedure.guards, *(move.when for move in procedure.transitions if move.when)):
        used |= _words_of(guard.holds)
    for name, parameter in procedure.parameters.by_name.items():
        element = element_of(parameter)
        if name not in used:
            yield "parameter-unused", element, "No deadline counts with it and no guard asks for it."
        if parameter.unit not in UNITS:
            yield "parameter-unit-unknown", element, f"{parameter.unit!r} is not one of {', '.join(sorted(UNITS))}."
        for dated in parameter.values:
            if parameter.unit in UNITS and not _fits(parameter.unit, dated.value):
                yield "parameter-malformed", element, f"{dated.value!r} cannot be a value in {parameter.unit}."
        for day in _uncovered(procedure, parameter):
            yield "parameter-not-in-force", element, f"No value is in force on {day}, when the procedure is."


def _fits(unit: str, value: object) -> bool:
    if unit in ("month_day", "month_days"):
        days = value if isinstance(value, tuple) else (value,)
        return isinstance(value, tuple) == (unit == "month_days") and bool(days) and all(map(_is_yearly_day, days))
    if unit in _PERIODS:
        return isinstance(value, int) and value >= 1
    return bool(_DECIMAL.fullmatch(str(value)))


def _is_yearly_day(value: object) -> bool:
    try:
        return date.fromisoformat(f"2000-{value}").strftime("%m-%d") == value
    except ValueError:
        return False


def _uncovered(procedure: Procedure, parameter: Parameter) -> Iterator[date]:
    """Gives the first day of each gap: the declaration is in force, and none of the values is."""
    last = procedure.in_force_until or date.max
    ends = [one.in_force_until for one in parameter.values if one.in_force_until and one.in_force_until < last]
    for day in (procedure.in_force_from, *(end + timedelta(days=1) for end in ends)):
        if procedure.in_force_from <= day <= last and not _in_force(procedure.parameters, parameter, day):
            yield day


def _in_force(parameters: Parameters, parameter: Parameter, day: date) -> bool:
    try:
        return bool(parameter.values) and bool(parameters.on(parameter.name, day))
    except Refused:
        return False


def _tasks(procedure: Procedure) -> Iterator[Finding]:
    for task in procedure.task_rules:
        yield from task_findings(task, element_of(task), [procedure])
    of_states = [task for state in procedure.states for task in state.tasks]
    for move in procedure.transitions:
        for task in move.tasks:
            if not task.done_by and task not in of_states:
                text = f"{move.fact.id} raises it, no state does, and no fact is named by which it is done."
                yield "task-never-done", element_of(task), text


def _facts(procedure: Procedure) -> Iterator[Finding]:
    for fact in procedure.facts:
        if len(fact.upcasts) != fact.schema - 1:
            text = f"Schema {fact.schema} needs a step from each one before it; {len(fact.upcasts)} are declared."
            yield "upcast-gap", element_of(fact), text
        for name, info in fact.payload.model_fields.items():
            if _has_float(info.annotation):
                yield "payload-float", element_of(fact), f"Its field {name} takes a float, which is never recorded."


def _has_float(annotation: object) -> bool:
    return annotation is float or any(map(_has_float, get_args(annotation)))


def _questions(procedure: Procedure) -> Iterator[Finding]:
    groups = (procedure.states, procedure.facts, procedure.deadlines, procedure.standings)
    known = {thing.id for group in groups for thing in group}
    for question in procedure.open_questions:
        for name in question.affects:
            if name not in known and not name.startswith("subject:"):
                yield "question-affects-unknown", element_of(question), f"It affects {name!r}, which is not declared."


def _dates(procedure: Procedure) -> Iterator[Finding]:
    if procedure.in_force_until is not None and procedure.in_force_until < procedure.in_force_from:
        yield "in-force-reversed", element_of(procedure), f"It ends on {procedure.in_force_until}, before it begins."


_EXAMINATIONS = (
    _dates,
    _ids,
    _lists,
    _labels,
    _bases,
    structure_findings,
    _actors,
    _guards,
    _deadlines,
    _meetings,
    _parameters,
    _tasks,
    _facts,
    _questions,
    reactions,
)
