"""The book of a made-up county's reading of the roadmap."""

from __future__ import annotations

from typing import Final

from procedures.county_roadmap.since_2025_01_01 import DECLARATION
from tests.book import Book, Breach, but, table_of
from tests.story import fact

ACTS: Final = {
    "taken_into_use": fact("taken_into_use", "2026-01-12"),
    "criticality_judged": fact(
        "criticality_judged",
        "2026-01-20",
        critical=["HTT-A-2.1", "ICT-A-4.2"],
        not_critical=["JO-E-6.1"],
        start_first=["HTT-A-2.1"],
        because="made-up reason",
    ),
    "rhythm_set": fact(
        "rhythm_set", "2026-02-02", rhythm="lighter", every_months=3, from_month="2026-03", because="made-up reason"
    ),
    "ended": fact("ended", "2026-12-31", because="made-up reason"),
}

BOOKS: Final = (
    Book(
        table=table_of(DECLARATION),
        subject="20",
        subject_kind="county",
        parties=("20", "STM"),
        acts=ACTS,
        ways={"followed": ("taken_into_use", "criticality_judged", "rhythm_set", "ended")},
        breaks={
            "consistent": Breach(("taken_into_use",), but(ACTS["criticality_judged"], not_critical=["HTT-A-2.1"])),
            "rhythm_fits": Breach(("taken_into_use",), but(ACTS["rhythm_set"], every_months=None)),
        },
    ),
)
