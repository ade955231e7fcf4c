"""A command as it was typed: what a refusal builds the next command from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.assess import Act
from engine.case import Case
from engine.declaration import Transition
from engine.table import Table


@dataclass(frozen=True, slots=True)
class Typed:
    """The words of a command, with the move and the act that it offered in a case (None: it opens one)."""

    words: Sequence[str]
    table: Table
    move: Transition
    act: Act
    case: Case | None = None
