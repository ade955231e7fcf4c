"""Additional funding as in force from 1 January 2025: the same act, with what 1056/2024 attaches to a grant.

What changed (`since_2023_01_01` has what was before):

- one grant opens the evaluation procedure (611/2021 123 § 1 mom. 4);
- a condition that is evidently not carried out, without substitute measures, is a criterion of pre-emptive financial
  steering (611/2021 13 b § 1 mom. 2).

Since 1 January 2026 a grant does not raise the national level of funding (617/2021 10 § 2 mom., 884/2024). That is how
the level is computed, outside the matter and for grants of earlier years too; so it is cited, and is no version.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Transition, TransitionalRule
from engine.law import Label, Status
from procedures.additional_funding.guards_after import PREEMPTIVE_WAS_WEIGHED
from procedures.additional_funding.moves_after import closing, unmet_with_consequence
from procedures.additional_funding.responsibilities import divisions
from procedures.additional_funding.states import States
from procedures.additional_funding.wording import Wording, versions_of
from procedures.statutes import AMENDMENT_2024, FUNDING_AMENDMENT_2024

NO_RISE_OF_THE_LEVEL: Final = FUNDING_AMENDMENT_2024(
    "10 § 2 mom.",
    note=Label(
        "1.1.2026 alkaen lisärahoitus ei kasvata toteutuneiden kustannusten perusteella huomioon otettavaa määrää",
        "från 1.1.2026 ökar tilläggsfinansieringen inte det belopp som beaktas på basis av de faktiska kostnaderna",
        "from 1 January 2026 a grant does not raise what is taken into account of the actual costs",
    ),
)


def _after_grant(states: States) -> tuple[Transition, ...]:
    return (*unmet_with_consequence(states), *closing(states, PREEMPTIVE_WAS_WEIGHED))


WORDING: Final = Wording(
    in_force_from=date(2025, 1, 1),
    in_force_until=None,
    after_grant=_after_grant,
    numbers=("gate_grants",),
    consequences=(NO_RISE_OF_THE_LEVEL,),
    transitional=(
        TransitionalRule(
            id="consequences_of_2025",
            label=Label(
                "lain 1056/2024 seuraukset avoimessa asiassa",
                "följderna av lag 1056/2024 i ett öppet ärende",
                "what act 1056/2024 attaches to an open matter",
            ),
            version_from=date(2023, 1, 1),
            basis=(
                AMENDMENT_2024(
                    "voimaantulosäännös",
                    Status.UNSETTLED,
                    Label(
                        "siirtymäsäännöstä ei ole; lisärahoituslaki itse ei muuttunut",
                        "ingen övergångsbestämmelse; finansieringslagen själv ändrades inte",
                        "there is no transition clause; the funding act itself did not change",
                    ),
                ),
            ),
        ),
    ),
    sources=("https://www.finlex.fi/fi/laki/alkup/2024/20241056",),
)
VERSIONS: Final = versions_of(WORDING, divisions())
DECLARATION: Final = VERSIONS[0]
