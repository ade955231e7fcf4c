"""A declaration as plain data: what `procedure show` prints, and the part of it that carries meaning."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from functools import cache
from typing import Any, get_args, get_origin

from engine.counting import Counting
from engine.declaration import (
    DeadlineRule,
    DocumentRule,
    Fact,
    Guard,
    Listening,
    Payload,
    Procedure,
    Reach,
    Reaction,
    Relation,
    Role,
    StandingRule,
    State,
    TaskRule,
    Transition,
    TransitionalRule,
)
from engine.law import Basis, OpenQuestion, Status
from engine.parameters import Parameter

_WORDS = frozenset({"label", "description", "note", "question", "meanwhile", "open_questions"})
"""Keys that explain; they are left out of what a declaration means."""

_RARE = ("listens", "transitional", "status", "when", "reach", "one_case_per", "suspension", "opens", "void")
"""Parts that came to declarations later; unused they are left out, so that what was recorded before means the same."""


def as_data(procedure: Procedure) -> dict[str, Any]:
    """Gives the whole declaration as JSON data, labels in three languages included."""
    return {
        "procedure": procedure.id,
        "declaration": procedure.declaration_id,
        "label": procedure.label.as_data(),
        "description": procedure.description.as_data(),
        "in_force_from": procedure.in_force_from.isoformat(),
        "in_force_until": procedure.in_force_until.isoformat() if procedure.in_force_until else None,
        "ministry": procedure.ministry,
        "subject_kinds": list(procedure.subject_kinds),
        "one_open_case": procedure.one_open_case,
        "basis": _bases(procedure.basis),
        "roles": [_role(role) for role in procedure.roles],
        "states": [_state(state) for state in procedure.states],
        "facts": [_fact(fact) for fact in procedure.facts],
        "transitions": [_transition(transition) for transition in procedure.transitions],
        "guards": [_guard(guard) for guard in procedure.guards],
        "deadlines": [_deadline(rule, procedure) for rule in procedure.deadlines],
        "standings": [_standing(rule) for rule in procedure.standings],
        "reactions": [_reaction(reaction) for reaction in procedure.reactions],
        "parameters": [_parameter(parameter) for parameter in procedure.parameters.by_name.values()],
        "open_questions": [_question(question) for question in procedure.open_questions],
        "sources": list(procedure.sources),
        "listens": [_listening(listening) for listening in procedure.listens],
        "transitional": [_transitional(rule) for rule in procedure.transitional],
        "status": str(procedure.status),
        "one_case_per": procedure.one_case_per,
    }


def meaning_of(procedure: Procedure) -> dict[str, Any]:
    """Gives the export without explaining words, sources, and the dated numbers, which have versions of their own."""
    meaning = _without_unused(_without_words(as_data(procedure)))
    assert isinstance(meaning, dict)  # noqa: S101 - narrows the type; a mapping goes in and comes out
    for aside in ("parameters", "sources"):
        meaning.pop(aside)
    return meaning


def _without_words(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: _without_words(inner) for key, inner in value.items() if key not in _WORDS}
    if isinstance(value, list):
        return [_without_words(inner) for inner in value]
    return value


def _without_unused(value: object) -> object:
    if isinstance(value, Mapping):
        kept = {key: inner for key, inner in value.items() if key not in _RARE or not _unused(key, inner, value)}
        return {key: _without_unused(inner) for key, inner in kept.items()}
    if isinstance(value, list):
        return [_without_unused(inner) for inner in value]
    return value


def _unused(key: str, value: object, around: Mapping[str, object]) -> bool:
    if key == "status":
        return value == str(Status.STATUTE) and "declaration" in around
    return value in (None, [], False, str(Reach.SUBJECT))


def _bases(bases: Iterable[Basis]) -> list[dict[str, object]]:
    return [basis.as_data() for basis in bases]


def _role(role: Role) -> dict[str, Any]:
    return {
        "id": role.id,
        "label": role.label.as_data(),
        "organisation": role.organisation,
        "body": role.body,
    }


def _state(state: State) -> dict[str, Any]:
    return {
        "id": state.id,
        "label": state.label.as_data(),
        "final": state.final,
        "status": str(state.status),
        "tasks": [_task(task) for task in state.tasks],
        "void": state.void,
    }


def _task(task: TaskRule) -> dict[str, Any]:
    return {
        "id": task.id,
        "label": task.label.as_data(),
        "role": task.role.id,
        "basis": _bases(task.basis),
        "deadline": task.deadline,
        "done_by": list(task.done_by),
        "outlives_case": task.outlives_case,
    }


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "id": fact.id,
        "label": fact.label.as_data(),
        "schema": fact.schema,
        "publicity": fact.publicity,
        "fields": fields_of(fact),
    }


def fields_of(fact: Fact) -> list[dict[str, Any]]:
    """Gives the fields of a fact's data: name, type, whether required, description."""
    return [dict(field) for field in _declared(fact.payload)]


@cache
def _declared(payload: type[Payload]) -> tuple[Mapping[str, Any], ...]:
    # A class says of its fields what it said before; to put their types into words takes longer than all the rest.
    return tuple(
        {
            "name": name,
            "type": _type_name(info.annotation),
            "required": info.is_required(),
            "description": info.description,
        }
        for name, info in payload.model_fields.items()
    )


def _type_name(annotation: object) -> str:
    origin = get_origin(annotation)
    if origin is None:
        return "null" if annotation is type(None) else str(getattr(annotation, "__name__", annotation))
    inside = [
        str(inner) if isinstance(inner, str | int) else _type_name(inner)
        for inner in get_args(annotation)
        if inner is not Ellipsis
    ]
    name = str(getattr(origin, "__name__", origin))
    if name in ("Union", "UnionType"):
        return " | ".join(inside)
    if name == "Annotated":
        return inside[0]
    if "Literal" in str(origin):
        # Python takes two sets of the same values for one, in the order of whichever was made first.
        return " | ".join(sorted(inside))
    return f"{name}[{', '.join(inside)}]"


def _transition(transition: Transition) -> dict[str, Any]:
    return {
        "fact": transition.fact.id,
        "sources": [state.id for state in transition.sources],
        "target": transition.target.id if transition.target else None,
        "by": [role.id for role in transition.by],
        "kind": str(transition.kind),
        "basis": _bases(transition.basis),
        "guards": [guard.id for guard in transition.guards],
        "documents": [_document(rule) for rule in transition.documents],
        "starts": [rule.id for rule in transition.starts],
        "meets": [
            {"deadline": meets.deadline.id, "which": meets.which, "generation_field": meets.generation_field}
            for meets in transition.meets
        ],
        "cancels": [rule.id for rule in transition.cancels],
        "begins": [rule.id for rule in transition.begins],
        "ends": [rule.id for rule in transition.ends],
        "tasks": [_task(task) for task in transition.tasks],
        "when": _guard(transition.when) if transition.when else None,
    }


def _document(rule: DocumentRule) -> dict[str, Any]:
    return {"kind": rule.kind, "label": rule.label.as_data(), "basis": _bases(rule.basis)}


def _guard(guard: Guard) -> dict[str, Any]:
    return {
        "id": guard.id,
        "label": guard.label.as_data(),
        "basis": _bases(guard.basis),
        "reads_payload": guard.reads_payload,
    }


def _deadline(rule: DeadlineRule, procedure: Procedure) -> dict[str, Any]:
    counting = _counting(rule.counting)
    parameter = counting.get("parameter")
    return {
        "id": rule.id,
        "label": rule.label.as_data(),
        "kind": str(rule.kind),
        "counting": counting,
        "unit": procedure.parameters.unit(parameter) if parameter else None,
        "basis": _bases(rule.basis),
        "reminders_days": list(rule.reminders_days),
        "outlives_case": rule.outlives_case,
        "suspension": str(rule.suspension) if rule.suspension else None,
        "opens": _counting(rule.opens) if rule.opens else None,
    }


def _counting(counting: Counting) -> dict[str, Any]:
    return {"rule": type(counting).__name__, **{part.name: getattr(counting, part.name) for part in fields(counting)}}


def _standing(rule: StandingRule) -> dict[str, Any]:
    shown = {"id": rule.id, "label": rule.label.as_data(), "basis": _bases(rule.basis)}
    return {**shown, "outlives_case": True} if rule.outlives_case else shown


def _reaction(reaction: Reaction) -> dict[str, Any]:
    return {
        "id": reaction.id,
        "on": reaction.on.id,
        "procedure": reaction.procedure,
        "causing": _relation(reaction.causing),
        "reached": _relation(reaction.reached),
        "basis": _bases(reaction.basis),
        "open_only": reaction.open_only,
        "task": _task(reaction.task) if reaction.task else None,
        "reach": str(reaction.reach),
    }


def _listening(listening: Listening) -> dict[str, Any]:
    return {
        "id": listening.id,
        "to": listening.to,
        "causing": _relation(listening.causing),
        "reached": _relation(listening.reached),
        "basis": _bases(listening.basis),
        "open_only": listening.open_only,
        "task": _task(listening.task) if listening.task else None,
        "reach": str(listening.reach),
    }


def _transitional(rule: TransitionalRule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "label": rule.label.as_data(),
        "version_from": rule.version_from.isoformat(),
        "basis": _bases(rule.basis),
        "states": [list(pair) for pair in rule.states],
        "unless": _guard(rule.unless) if rule.unless else None,
    }


def _relation(relation: Relation) -> dict[str, Any]:
    return {"id": relation.id, "label": relation.label.as_data()}


def _parameter(parameter: Parameter) -> dict[str, Any]:
    return {
        "name": parameter.name,
        "unit": parameter.unit,
        "label": parameter.label.as_data(),
        "values": [
            {
                "value": list(dated.value) if isinstance(dated.value, tuple) else dated.value,
                "in_force_from": dated.in_force_from.isoformat(),
                "in_force_until": dated.in_force_until.isoformat() if dated.in_force_until else None,
                "basis": dated.basis,
                "status": str(dated.status),
            }
            for dated in parameter.values
        ],
    }


def _question(question: OpenQuestion) -> dict[str, Any]:
    return {
        "id": question.id,
        "question": question.question.as_data(),
        "meanwhile": question.meanwhile.as_data(),
        "basis": _bases(question.basis),
        "affects": list(question.affects),
    }
