"""The information chain as in force from 1 August 2024: 31 § as amended by 469/2024.

The ministry's report makes proposals for the objectives of 611/2021 12 a §, which cover all tasks of the counties; the
ministry's own negotiations of 24 § were repealed. The act says nothing of rounds that had begun: they stay as they are.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure
from procedures.service_information.law import IN_2024
from procedures.service_information.questions import STALE_REFERENCES
from procedures.service_information.tasks import GIVE_AGENCY_ACCOUNTS, GIVE_VALVIRA_ACCOUNT
from procedures.service_information.version import version

DECLARATION: Final[Procedure] = version(
    IN_2024,
    (GIVE_VALVIRA_ACCOUNT, GIVE_AGENCY_ACCOUNTS),
    in_force_from=date(2024, 8, 1),
    in_force_until=date(2025, 12, 31),
    open_questions=(STALE_REFERENCES,),
    sources=("https://www.finlex.fi/fi/laki/alkup/2024/20240469",),
)
