"""The information chain as in force from 1 August 2024: 15 § as amended by 470/2024.

The ministry's report makes proposals for the objectives of 611/2021 12 a §; the ministry's own negotiations of 10 §
were repealed. The act says nothing of rounds that had begun: they stay as they are.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure
from procedures.rescue_information.law import IN_2024
from procedures.rescue_information.questions import COMPILER, STALE_REFERENCES
from procedures.rescue_information.version import version

DECLARATION: Final[Procedure] = version(
    IN_2024,
    in_force_from=date(2024, 8, 1),
    in_force_until=date(2025, 12, 31),
    open_questions=(COMPILER, STALE_REFERENCES),
    sources=("https://www.finlex.fi/fi/laki/alkup/2024/20240470",),
)
