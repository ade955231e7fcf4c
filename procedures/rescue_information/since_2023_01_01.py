"""The information chain as in force from 1 January 2023 (616/2021): 613/2021 13–15 § as given, and 1213/2022.

The regional agencies assess each county and one of them compiles the national assessment; the objectives are those of
8 § for rescue services.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure
from procedures.rescue_information.law import IN_2023
from procedures.rescue_information.questions import COMPILER
from procedures.rescue_information.version import version

DECLARATION: Final[Procedure] = version(
    IN_2023, in_force_from=date(2023, 1, 1), in_force_until=date(2024, 7, 31), open_questions=(COMPILER,)
)
