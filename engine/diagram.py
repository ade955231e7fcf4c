"""A declaration drawn in Mermaid, in the reader's language, with the sections on the arrows.

The arrows are those of the machine itself. The drawing is ours: the one that comes with `transitions` escapes nothing,
knows one language and leaves out how a case ends.

A fact that leaves the case where it is stands as a line inside its state. What is not settled says so in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.declaration import Procedure, Transition
from engine.law import Label, Status
from engine.machine import Machine, machine_of, sources_of

_UNSETTLED = Label("tulkinnanvarainen", "oklart rättsläge", "unsettled")
_STYLES = ("classDef current stroke-width:4px,font-weight:bold", "classDef passed stroke-dasharray:4 3")
_NOT_PLAIN = re.compile(r"[^\w\s.,()/§’‘“”«»–-]|--+|\bdirection(?=\s)", re.IGNORECASE)
"""What Mermaid, or the HTML that it draws into, might take for its own; written as character codes instead."""
_KEYWORDS = frozenset(
    {"as", "choice", "class", "click", "constructor", "default", "direction", "end", "fork", "join", "note", "state"}
    | {"style", "subgraph", "scale", "hide"}
)


def mermaid(
    procedure: Procedure, *, language: str, current: str | None = None, path: tuple[str, ...] = (), beside: bool = True
) -> str:
    """Gives the diagram of a procedure as Mermaid text.

    Without `beside` the facts that leave a case where it is are left out.

    `current` is the state in which a case stands and `path` are the states that it has been in; they are marked by the
    classes `current` and `passed`.

    Raises:
        NotFound: `state-unknown` when `current` or `path` names a state that is not declared.
        Fault: `structure-broken` when the declaration cannot be built as a machine.
    """
    machine = machine_of(procedure)
    for state in (*path, *([current] if current else [])):
        machine.require(state)
    passed = [state for state in dict.fromkeys(path) if state != current]
    lines = [
        *(f'state "{_text(state.label.text(language))}" as {_node(state.id)}' for state in procedure.states),
        *_arrows(procedure, machine, language, beside=beside),
        *(f"{_node(state.id)} --> [*]" for state in procedure.states if state.final),
        *(_STYLES if current or passed else ()),
        *(f"class {_node(state)} passed" for state in passed),
        *([f"class {_node(current)} current"] if current else []),
    ]
    return "\n".join(["stateDiagram-v2", *(f"    {line}" for line in lines)]) + "\n"


def _arrows(procedure: Procedure, machine: Machine, language: str, *, beside: bool) -> Iterator[str]:
    moves = {
        (state, move.fact.id, move.target.id if move.target else state): move
        for move in procedure.transitions
        for state in sources_of(move)
    }
    for source, fact, target in machine.arrows:
        move = moves[source, fact, target]
        text = _move_text(move, language)
        if move.target is None:
            if beside:
                yield f"{_node(source)} : {text}"
        else:
            yield f"{_node(source) if source else '[*]'} --> {_node(target)} : {text}"


def _move_text(move: Transition, language: str) -> str:
    cites = dict.fromkeys(
        f"{basis.cite}, {_UNSETTLED.text(language)}" if basis.status is Status.UNSETTLED else basis.cite
        for basis in move.basis
    )
    sections = f" ({', '.join(cites)})" if cites else ""
    condition = f" [{move.when.label.text(language)}]" if move.when else ""
    return _text(move.fact.label.text(language) + condition + sections)


def _node(state: str) -> str:
    # A state of the law may bear a word of Mermaid; the label says what it is called.
    return f"{state}_" if state in _KEYWORDS else state


def _text(words: str) -> str:
    return _NOT_PLAIN.sub(
        lambda found: "".join(f"#{ord(character)};" for character in found.group()), " ".join(words.split())
    )
