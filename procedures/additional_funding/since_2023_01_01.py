"""Additional funding as in force from 1 January 2023 to 31 December 2024: 617/2021 with 700/2022.

What 1056/2024 changed around it (see `since_2025_01_01`) reads here:

- a grant opens the evaluation procedure only when it is the second within three consecutive financial years;
- there is no pre-emptive financial steering: that a condition is unmet has no consequence of its own.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Transition
from procedures.additional_funding.moves_after import closing, unmet_without_consequence
from procedures.additional_funding.questions import OPEN_CASES_IN_2025
from procedures.additional_funding.responsibilities import divisions
from procedures.additional_funding.states import States
from procedures.additional_funding.wording import Wording, versions_of


def _after_grant(states: States) -> tuple[Transition, ...]:
    return (*unmet_without_consequence(states), *closing(states))


WORDING: Final = Wording(
    in_force_from=date(2023, 1, 1),
    in_force_until=date(2024, 12, 31),
    after_grant=_after_grant,
    numbers=("gate_grants", "gate_window"),
    questions=(OPEN_CASES_IN_2025,),
)
VERSIONS: Final = versions_of(WORDING, divisions())
DECLARATION: Final = VERSIONS[0]
