"""The register of procedures: every declared version, written out, so that nothing is found by searching.

A procedure is loaded when somebody first asks for it: a command that shows one case reads one declaration, not all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

from engine.declaration import Procedure
from engine.declarations import Declarations

Versions = tuple[Procedure, ...]


def _evaluation() -> Versions:
    from procedures.evaluation import since_2023_01_01, since_2025_01_01

    return since_2023_01_01.EVALUATION, since_2025_01_01.EVALUATION


PROCEDURES: Final[Mapping[str, Callable[[], Versions]]] = {
    "evaluation": _evaluation,
}
"""Every procedure by its id, with how to load its versions, the oldest first."""


def every_version() -> Versions:
    """Gives every version of every procedure."""
    return tuple(version for load in PROCEDURES.values() for version in load())


@cache
def declarations() -> Declarations:
    """Gives all declared procedures, each compiled once in a process."""
    return Declarations(PROCEDURES)
