"""A declaration compiled into look-up tables, its export as plain data, and its content hash.

Replay uses these tables and nothing else; `transitions` checks and draws the same declaration beside it (ADR 0006).
The content hash covers what a declaration means (states, moves, actors, guards, sections, deadlines, payload fields),
not its labels: a better translation changes no history, a changed rule does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any

from engine.declaration import DeadlineRule, Fact, Offer, Procedure, Role, State, TaskRule, Transition
from engine.envelope import canonical, event_hash
from engine.errors import Fault
from engine.export import meaning_of
from engine.law import cites
from engine.parameters import Parameters
from engine.upcast import Upcaster


@dataclass(frozen=True)
class Table:
    """One declaration, ready to be asked: which move is this, where does it lead, what does it start."""

    procedure: Procedure
    shared: tuple[Transition, ...] = ()
    """What a person may record in a case of any procedure."""
    of_reactions: tuple[Fact, ...] = ()
    """What only a reaction to another case states."""
    versions: Mapping[str, Table] = field(default_factory=dict, compare=False, repr=False)
    """Every version of the same procedure that is held, by declaration id; this one among them."""
    common: Callable[[], Parameters] | None = field(default=None, compare=False, repr=False)
    """The numbers of general administrative law, which hold in every procedure; read when first asked for."""
    moves: Mapping[tuple[str, str], tuple[Transition, ...]] = field(init=False)
    targets: Mapping[tuple[str, str], str] = field(init=False)

    def __post_init__(self) -> None:
        """Compiles the moves: (state, fact) to transitions, and (state, event type) to the state after it.

        Where alternatives lead to different states there is no one state after: the event itself says which.
        """
        moves: dict[tuple[str, str], tuple[Transition, ...]] = {}
        for transition in self.procedure.transitions:
            for source in (state.id for state in transition.sources) if transition.sources else ("",):
                moves[source, transition.fact.id] = (*moves.get((source, transition.fact.id), ()), transition)
        targets: dict[tuple[str, str], str] = {}
        for (source, fact_id), alternatives in moves.items():
            led_to = {move.target.id if move.target else source for move in alternatives}
            if len(led_to) == 1:
                targets[source, self.type_of(fact_id)] = led_to.pop()
        object.__setattr__(self, "moves", MappingProxyType(moves))
        object.__setattr__(self, "targets", MappingProxyType(targets))

    @cached_property
    def declaration_id(self) -> str:
        """The id of the declaration, such as `evaluation@2025-01-01`."""
        return self.procedure.declaration_id

    @cached_property
    def states(self) -> Mapping[str, State]:
        """States by id."""
        return {state.id: state for state in self.procedure.states}

    @cached_property
    def final_states(self) -> frozenset[str]:
        """The ids of the states that end a case."""
        return frozenset(state.id for state in self.procedure.states if state.final)

    @cached_property
    def void(self) -> frozenset[str]:
        """The ids of the states that end a case as if it had not been."""
        return frozenset(state.id for state in self.procedure.states if state.final and state.void)

    @cached_property
    def facts(self) -> Mapping[str, Fact]:
        """Facts by id, those shared by all procedures among them."""
        return {
            fact.id: fact for fact in (*self.procedure.facts, *(move.fact for move in self.shared), *self.of_reactions)
        }

    @cached_property
    def raised_in(self) -> Mapping[str, frozenset[str]]:
        """By the id of a state, the ids of the tasks that it raises."""
        return {state.id: frozenset(rule.id for rule in state.tasks) for state in self.procedure.states}

    @cached_property
    def _of_the_register(self) -> frozenset[str]:
        return frozenset((*(move.fact.id for move in self.shared), *(fact.id for fact in self.of_reactions)))

    @cached_property
    def _shared_moves(self) -> frozenset[int]:
        return frozenset(map(id, self.shared))

    def is_shared(self, transition: Transition) -> bool:
        """True of one of the acts that every case can have."""
        return id(transition) in self._shared_moves

    @cached_property
    def _cited(self) -> dict[int, tuple[str, ...]]:
        moves = (*self.procedure.transitions, *self.shared)
        return {id(move): tuple(dict.fromkeys(cites(move.basis))) for move in moves}

    def cites_of(self, transition: Transition) -> tuple[str, ...]:
        """Gives the sections on which a move rests, each once."""
        return self._cited[id(transition)]

    @cached_property
    def _fact_of_type(self) -> Mapping[str, Fact]:
        return {self.type_of(fact.id): fact for fact in self.facts.values()}

    def fact_of(self, event_type: str) -> Fact | None:
        """Gives the fact that an event type stands for, or None when the declaration no longer knows it."""
        return self._fact_of_type.get(event_type)

    @cached_property
    def deadlines(self) -> Mapping[str, DeadlineRule]:
        """Deadline rules by id."""
        return {rule.id: rule for rule in self.procedure.deadlines}

    @cached_property
    def tasks(self) -> Mapping[str, TaskRule]:
        """Task rules by id, those of the acts that every case can have among them."""
        shared = (rule for move in self.shared for rule in move.tasks)
        return {rule.id: rule for rule in (*shared, *self.procedure.task_rules)}

    @cached_property
    def roles(self) -> Mapping[str, Role]:
        """Roles by id: those that the declaration names, and those that may do one of its moves."""
        moves = (*self.procedure.transitions, *self.shared)
        return {role.id: role for role in (*self.procedure.roles, *(role for move in moves for role in move.by))}

    @cached_property
    def unmoving(self) -> frozenset[str]:
        """The event types that leave every case in its state: they only happen, whichever state they happen in."""
        moving = {transition.fact.id for transition in self.procedure.transitions if transition.target is not None}
        return frozenset(self.type_of(fact_id) for fact_id in self.facts if fact_id not in moving)

    @cached_property
    def openings(self) -> tuple[Transition, ...]:
        """The transitions that open a case, the usual one first."""
        return tuple(transition for transition in self.procedure.transitions if transition.opens)

    @cached_property
    def content_hash(self) -> str:
        """SHA-256 over the canonical form of what the declaration means."""
        return event_hash(canonical(meaning_of(self.procedure)))

    @cached_property
    def upcaster(self) -> Upcaster:
        """Lifts stored payloads of older versions to the one declared now."""
        return Upcaster.of(self._fact_of_type)

    def type_of(self, fact_id: str) -> str:
        """Gives the event type of a fact: `procedure.fact`, or `case.fact` for those that all procedures share."""
        return f"case.{fact_id}" if fact_id in self._of_the_register else f"{self.procedure.id}.{fact_id}"

    def move(self, state: str, fact_id: str) -> Transition | None:
        """Gives the transition of `fact_id` from `state`, or None when the declaration has none.

        Of several alternatives it is the ordinary one, which happens when no condition chooses another.
        """
        found = self.moves.get((state, fact_id))
        if found or not state:
            return found[-1] if found else None
        return next((move for move in self.shared if move.fact.id == fact_id), None)

    def choose(self, offer: Offer, state: str, fact_id: str) -> Transition | None:
        """Gives the transition that the offered fact is: of several alternatives the first whose condition holds."""
        for move in self.moves.get((state, fact_id), ())[:-1]:
            if move.when is not None and move.when.holds(offer):
                return move
        return self.move(state, fact_id)

    def from_state(self, state: str) -> tuple[Transition, ...]:
        """Gives every declared move from `state`, in the declaration's order; of alternatives the ordinary one."""
        return self._from_state.get(state, ())

    @cached_property
    def _from_state(self) -> Mapping[str, tuple[Transition, ...]]:
        found: dict[str, list[Transition]] = {}
        for (source, _), moves in self.moves.items():
            found.setdefault(source, []).append(moves[-1])
        return {source: _once(moves) for source, moves in found.items()}

    def state_under(self, rule_id: str | None, state: str) -> str:
        """Gives what a transitional rule makes of a state of the earlier version."""
        rule = next((rule for rule in self.procedure.transitional if rule.id == rule_id), None)
        return dict(rule.states).get(state, state) if rule else state

    def version(self, declaration_id: str) -> Table:
        """Gives another version of the same procedure.

        Raises:
            Fault: `declaration-unknown`, this software does not hold it.
        """
        if declaration_id == self.procedure.declaration_id:
            return self
        found = self.versions.get(declaration_id)
        if found is None:
            raise Fault(
                "declaration-unknown",
                f"A case is pinned to {declaration_id}, which this version of ohjaus does not hold.",
                try_next="ohjaus procedure list",
                details={"declaration": declaration_id},
            )
        return found

    def with_fact(self, fact_id: str) -> tuple[Transition, ...]:
        """Gives every transition by which `fact_id` can happen."""
        candidates = (*self.procedure.transitions, *self.shared)
        return tuple(move for move in candidates if move.fact.id == fact_id)


def _once(moves: Iterable[Transition]) -> tuple[Transition, ...]:
    seen: dict[int, Any] = {id(move): move for move in moves}
    return tuple(seen.values())
