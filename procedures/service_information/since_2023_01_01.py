"""The information chain as in force from 1 January 2023 (616/2021): 612/2021 29–31 § as given.

The objectives are those of 22 § for health and social services, the recommendations those of the ministry's own
negotiations of 24 §; Valvira and the six regional agencies give the accounts of equality.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure
from procedures.service_information.law import IN_2023
from procedures.service_information.tasks import GIVE_AGENCY_ACCOUNTS, GIVE_VALVIRA_ACCOUNT
from procedures.service_information.version import version

DECLARATION: Final[Procedure] = version(
    IN_2023,
    (GIVE_VALVIRA_ACCOUNT, GIVE_AGENCY_ACCOUNTS),
    in_force_from=date(2023, 1, 1),
    in_force_until=date(2024, 7, 31),
)
