"""Every version of the declaration: the wordings of the law, each split where the preparation is divided anew."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from engine.declaration import Procedure
from procedures.additional_funding import since_2023_01_01, since_2025_01_01
from procedures.additional_funding.responsibilities import Division
from procedures.additional_funding.wording import versions_of

WORDINGS: Final = (since_2023_01_01.WORDING, since_2025_01_01.WORDING)
VERSIONS: Final = (*since_2023_01_01.VERSIONS, *since_2025_01_01.VERSIONS)


def versions(table: Iterable[Division]) -> tuple[Procedure, ...]:
    """Gives every version under a table of divisions, oldest first."""
    divisions = tuple(table)
    return tuple(version for wording in WORDINGS for version in versions_of(wording, divisions))
