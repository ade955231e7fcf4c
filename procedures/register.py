"""The register of procedures: every declared version, written out, so that nothing is found by searching."""

from __future__ import annotations

from functools import cache
from typing import Final

from engine.declaration import Procedure
from engine.declarations import Declarations
from procedures.evaluation import since_2023_01_01 as evaluation_2023
from procedures.evaluation import since_2025_01_01 as evaluation_2025

PROCEDURES: Final[tuple[Procedure, ...]] = (evaluation_2023.EVALUATION, evaluation_2025.EVALUATION)


@cache
def declarations() -> Declarations:
    """Gives all declared procedures, compiled once in a process."""
    return Declarations(PROCEDURES)
