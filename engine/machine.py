"""The state machine of a declaration, on `transitions`: what may follow by structure, and whether that is whole.

One flat machine per declaration, shared by all cases: no automatic transitions, no callbacks, no models. A case is
never attached to it; a token carries the state through one step and is thrown away. Replay folds with `engine.table`
instead, and a test holds both together on every path that a declaration allows (architecture, section 2; ADR 0006).

`transitions` is imported when the first machine is built: it costs some 25 ms that most commands need not spend.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING

from engine.declaration import Procedure, State, Transition
from engine.errors import Fault, NotFound, Refused

if TYPE_CHECKING:
    import transitions

START = ""
"""The state before a case is opened, as in `engine.table`."""

_ATTRIBUTE = "at_"
"""Where a token keeps its state. A trigger must not bear this name, and no id of a fact ends like it."""

StructureFinding = tuple[str, str, str]
"""Code, element of the declaration, and what is wrong with it."""


class _Token:
    """Carries a state through one step."""

    __slots__ = (_ATTRIBUTE,)

    def __init__(self, state: str) -> None:
        self.at_ = state


class Machine:
    """A declaration as a state machine. It knows structure only: guards, actors and documents are `engine.assess`."""

    def __init__(self, procedure: Procedure) -> None:
        """Builds the machine.

        Raises:
            Fault: `structure-broken` when a move uses a state that is not declared, or is declared twice.
        """
        broken = [text for code, _, text in structure_findings(procedure) if code in _BREAKS_THE_MACHINE]
        if broken:
            raise Fault(
                "structure-broken",
                f"No machine can be built of {procedure.declaration_id}. {' '.join(broken)}",
                try_next="correct the declaration and start again",
                details={"declaration": procedure.declaration_id, "broken": tuple(broken)},
            )
        self.procedure = procedure
        self._machine = _build(procedure)

    @property
    def states(self) -> tuple[str, ...]:
        """The ids of the declared states, in their order."""
        return tuple(name for name in self._machine.states if name != START)

    @property
    def arrows(self) -> tuple[tuple[str, str, str], ...]:
        """Every step as (state before, fact, state after), facts in their order; the state before a case is `START`."""
        return tuple(
            (source, fact, step.dest or source)
            for fact, event in self._machine.events.items()
            for source, steps in event.transitions.items()
            for step in steps
        )

    def possible(self, state: str) -> tuple[str, ...]:
        """Gives the facts that may follow in `state` by structure, those that leave it where it is among them.

        Raises:
            NotFound: `state-unknown` when the declaration has no such state.
        """
        self.require(state)
        return tuple(self._machine.get_triggers(state))

    def steps(self, state: str, fact: str) -> tuple[str, ...]:
        """Gives every state to which `fact` can lead from `state`: several where alternatives depend on conditions."""
        self.require(state)
        found = self._machine.events[fact].transitions.get(state, ()) if fact in self.possible(state) else ()
        return tuple(dict.fromkeys(step.dest or state for step in found))

    def step(self, state: str, fact: str) -> str:
        """Gives the state after `fact` in `state`; of several alternatives, that of the first.

        Raises:
            NotFound: `state-unknown` when the declaration has no such state.
            Refused: `move-impossible` when the fact cannot follow there.
        """
        self.require(state)
        if fact not in self._machine.get_triggers(state):
            raise Refused(
                "move-impossible",
                f"In {self.procedure.declaration_id} the fact {fact!r} cannot follow in the state {state!r}.",
                details={"state": state, "fact": fact, "possible": self.possible(state)},
            )
        token = _Token(state)
        self._machine.events[fact].trigger(token)
        return token.at_

    def require(self, state: str) -> None:
        """Makes sure that the declaration has a state of that name.

        Raises:
            NotFound: `state-unknown`.
        """
        if state not in self._machine.states:
            raise NotFound(
                "state-unknown",
                f"{self.procedure.declaration_id} declares no state called {state!r}.",
                nearest=tuple(get_close_matches(state, self.states, n=3, cutoff=0.4)),
                try_next=f"ohjaus procedure show {self.procedure.id}",
                details={"state": state},
            )


@cache
def machine_of(procedure: Procedure) -> Machine:
    """Gives the one machine of a declaration, built at the first asking.

    Raises:
        Fault: `structure-broken`, as `Machine` does.
    """
    return Machine(procedure)


def _build(procedure: Procedure) -> transitions.Machine:
    from transitions import Machine as FlatMachine  # noqa: PLC0415 - paid for only by whoever builds a machine

    machine = FlatMachine(
        model=None,
        states=[START, *({"name": state.id, "final": state.final} for state in procedure.states)],
        initial=START,
        auto_transitions=False,
        send_event=False,
        model_attribute=_ATTRIBUTE,
    )
    for move in procedure.transitions:
        target = move.target.id if move.target else None
        for source in sources_of(move):
            machine.add_transition(move.fact.id, source, target)
    return machine


def sources_of(move: Transition) -> tuple[str, ...]:
    """Gives the ids of the states from which a move starts; an opening starts from `START`."""
    return tuple(state.id for state in move.sources) or (START,)


_BREAKS_THE_MACHINE = frozenset({"state-undeclared", "move-ambiguous", "opening-nowhere"})


def structure_findings(procedure: Procedure) -> Iterator[StructureFinding]:
    """Gives every fault of states and moves: what is not declared, ambiguous, unreachable or without an end."""
    onward: dict[str, set[str]] = {}
    for move in procedure.transitions:
        if move.target is not None:
            for source in sources_of(move):
                onward.setdefault(source, set()).add(move.target.id)
    yield from _move_findings(procedure)
    reached = _reach((START,), onward)
    ending = _reach({state.id for state in procedure.states if state.final}, _reversed(onward))
    for state in procedure.states:
        yield from _state_findings(state, onward.get(state.id, set()), reached, ending)


def _move_findings(procedure: Procedure) -> Iterator[StructureFinding]:
    if not any(move.opens for move in procedure.transitions):
        yield "opening-missing", f"procedure {procedure.id}", "No fact opens a case."
    seen: dict[tuple[str, str], Transition] = {}
    for move in procedure.transitions:
        element = move_name(move)
        if move.opens and move.target is None:
            yield "opening-nowhere", element, f"{move.fact.id} opens a case and leads to no state."
        for state in (*move.sources, move.target):
            if state is not None and state not in procedure.states:
                yield "state-undeclared", element, f"The state {state.id} of {move.fact.id} is not declared."
        for source in sources_of(move):
            before = seen.get((source, move.fact.id))
            if before is not None and before.when is None:
                where = f"the state {source}" if source else "the opening of a case"
                yield "move-ambiguous", element, f"{move.fact.id} is declared twice for {where}."
            seen[source, move.fact.id] = move
    for last in dict.fromkeys(move for move in seen.values() if move.when is not None):
        yield "move-conditional", move_name(last), f"What {last.fact.id} is when no condition holds is not said."


def move_name(move: Transition) -> str:
    """Gives the words by which a fault names a move, such as `move granted from pending`."""
    origin = " or ".join(state.id for state in move.sources)
    return f"move {move.fact.id} from {origin}" if origin else f"opening {move.fact.id}"


def _state_findings(state: State, out: set[str], reached: set[str], ending: set[str]) -> Iterator[StructureFinding]:
    element = f"state {state.id}"
    if state.id not in reached:
        yield "state-unreachable", element, "No chain of moves leads to it from an opening."
    if state.final and out:
        yield "final-state-left", element, "It ends the case, yet a move leads out of it."
    if not state.final and not out - {state.id}:
        yield "dead-end", element, "It does not end the case, yet no move leads out of it."
    elif ending and state.id not in ending:
        yield "end-unreachable", element, "Moves lead out of it, but none of their ways comes to an end of the case."


def _reach(first: Iterable[str], onward: Mapping[str, set[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = list(first)
    while waiting:
        state = waiting.pop()
        if state not in reached:
            reached.add(state)
            waiting += onward.get(state, ())
    return reached


def _reversed(onward: Mapping[str, set[str]]) -> Mapping[str, set[str]]:
    backward: dict[str, set[str]] = {}
    for source, targets in onward.items():
        for target in targets:
            backward.setdefault(target, set()).add(source)
    return backward
