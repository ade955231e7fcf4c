"""The information chain as in force from 1 January 2026: the Finnish Supervisory Agency gives the account of equality.

It took over the tasks of Valvira and of the regional agencies (EV 74/2025 vp). An open round in which some of their
accounts is still to come can be moved to this version; one in which all have come has nothing to pass on.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure, TransitionalRule
from engine.law import Label
from procedures.service_information.law import ACCOUNT_OF_SUPERVISOR, IN_2026
from procedures.service_information.progress import ACCOUNTS_ALL_GIVEN
from procedures.service_information.questions import BILL, PENDING, STALE_REFERENCES, SUPERVISOR
from procedures.service_information.tasks import GIVE_SUPERVISORY_ACCOUNT
from procedures.service_information.version import version


def _pending_accounts(rule_id: str, version_from: date) -> TransitionalRule:
    return TransitionalRule(
        id=rule_id,
        label=Label(
            "kesken oleva yhdenvertaisuusselvitys siirtyy Lupa- ja valvontavirastolle",
            "en redogörelse för jämlikheten som inte är klar övergår till Tillstånds- och tillsynsverket",
            "an account of equality still to come passes to the Finnish Supervisory Agency",
        ),
        version_from=version_from,
        basis=ACCOUNT_OF_SUPERVISOR,
        unless=ACCOUNTS_ALL_GIVEN,
    )


DECLARATION: Final[Procedure] = version(
    IN_2026,
    (GIVE_SUPERVISORY_ACCOUNT,),
    in_force_from=date(2026, 1, 1),
    open_questions=(SUPERVISOR, PENDING, BILL, STALE_REFERENCES),
    transitional=(
        _pending_accounts("pending_accounts", date(2024, 8, 1)),
        _pending_accounts("pending_accounts_of_2023", date(2023, 1, 1)),
    ),
    sources=(
        "https://www.finlex.fi/fi/laki/alkup/2024/20240469",
        "https://www.parliament.fi/valtiopaivaasiakirjat/EV+74/2025",
    ),
)
