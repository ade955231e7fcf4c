"""The information chain as in force from 1 January 2026: the Finnish Supervisory Agency assesses.

It took over the tasks of the regional agencies (EV 74/2025 vp). Whether the regional and the national assessments
remain two, and on which days, is open; both are asked for as before. An open round whose national assessment is
still to come can be moved to this version.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engine.declaration import Procedure, TransitionalRule
from engine.law import Label
from procedures.rescue_information.law import IN_2026
from procedures.rescue_information.progress import NOTHING_PENDING
from procedures.rescue_information.questions import ONE_SUPERVISOR, PENDING, STALE_REFERENCES
from procedures.rescue_information.version import version


def _pending_assessments(rule_id: str, version_from: date) -> TransitionalRule:
    return TransitionalRule(
        id=rule_id,
        label=Label(
            "kesken olevat asiantuntija-arviot siirtyvät Lupa- ja valvontavirastolle",
            "expertbedömningar som inte är klara övergår till Tillstånds- och tillsynsverket",
            "expert assessments still to come pass to the Finnish Supervisory Agency",
        ),
        version_from=version_from,
        basis=IN_2026.act("14 §"),
        unless=NOTHING_PENDING,
    )


DECLARATION: Final[Procedure] = version(
    IN_2026,
    in_force_from=date(2026, 1, 1),
    open_questions=(ONE_SUPERVISOR, PENDING, STALE_REFERENCES),
    transitional=(
        _pending_assessments("pending_assessments", date(2024, 8, 1)),
        _pending_assessments("pending_assessments_of_2023", date(2023, 1, 1)),
    ),
    sources=(
        "https://www.finlex.fi/fi/laki/alkup/2024/20240470",
        "https://www.parliament.fi/valtiopaivaasiakirjat/EV+74/2025",
    ),
)
