"""Faults between declarations: what one says of another's facts, cases and versions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from engine.check_parts import Finding, element_of, task_findings
from engine.declaration import Listening, Procedure, TransitionalRule


def reactions(procedure: Procedure) -> Iterator[Finding]:
    """Gives the faults of reactions that the procedure alone shows."""
    for reaction in procedure.reactions:
        if reaction.on not in procedure.facts:
            yield "reaction-fact-unknown", element_of(reaction), f"No move states the fact {reaction.on.id}."


def reaching(procedure: Procedure, declared: Sequence[Procedure]) -> Iterator[Finding]:
    """Gives the faults of what a procedure says of others: of its reactions, its listening, its transitional rules."""
    for reaction in procedure.reactions:
        others = [other for other in declared if other.id == reaction.procedure]
        if not others:
            yield "reaction-procedure-unknown", element_of(reaction), f"No procedure is called {reaction.procedure!r}."
        elif reaction.task is not None:
            yield from task_findings(reaction.task, element_of(reaction.task), others)
    for listening in procedure.listens:
        yield from _listening(procedure, listening, declared)
    for rule in procedure.transitional:
        yield from _transitional(procedure, rule, [other for other in declared if other.id == procedure.id])


def _listening(procedure: Procedure, listening: Listening, declared: Iterable[Procedure]) -> Iterator[Finding]:
    heard, _, fact_id = listening.to.partition(".")
    spoken = {fact.id for other in declared if other.id == heard for fact in other.facts}
    if fact_id not in spoken:
        yield "listening-unheard", element_of(listening), f"No procedure states {listening.to!r}."
    if listening.task is not None:
        yield from task_findings(listening.task, element_of(listening.task), [procedure])


def _transitional(procedure: Procedure, rule: TransitionalRule, versions: Iterable[Procedure]) -> Iterator[Finding]:
    earlier = next((other for other in versions if other.in_force_from == rule.version_from), None)
    if earlier is None or earlier.in_force_from >= procedure.in_force_from:
        text = f"No earlier version of {procedure.id} is in force from {rule.version_from}."
        yield "transition-version-unknown", element_of(rule), text
        return
    here, renamed = {state.id for state in procedure.states}, dict(rule.states)
    for state in earlier.states:
        became = renamed.get(state.id, state.id)
        if not state.final and became not in here:
            yield (
                "transition-state-unknown",
                element_of(rule),
                f"A case in {state.id} would come to {became}, which is not.",
            )
