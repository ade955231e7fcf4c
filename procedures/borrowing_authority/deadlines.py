"""The time limits of a borrowing authority: remedies only. The law sets no day for the Government's decision."""

from __future__ import annotations

from typing import Final

from engine.counting import DeadlineKind, Period
from engine.declaration import DeadlineRule
from engine.law import Label
from procedures.statutes import ADMINISTRATION, COUNTIES, COURT_PROCEDURE

GOVERNMENT_APPEAL: Final = DeadlineRule(
    "government_appeal",
    Label(
        "valitus valtioneuvoston päätöksestä korkeimpaan hallinto-oikeuteen",
        "besvär över statsrådets beslut hos högsta förvaltningsdomstolen",
        "appeal against the Government's decision to the Supreme Administrative Court",
    ),
    DeadlineKind.PERIOD,
    Period("appeal_days"),
    (COUNTIES("138 § 3 mom."), COURT_PROCEDURE("8 §"), COURT_PROCEDURE("13 §")),
    reminders_days=(-10, -3),
    outlives_case=True,
)
TREASURY_RECTIFICATION: Final = DeadlineRule(
    "treasury_rectification",
    Label(
        "oikaisuvaatimus Valtiokonttorin päätöksestä",
        "begäran om omprövning av Statskontorets beslut",
        "request for rectification of the State Treasury's decision",
    ),
    DeadlineKind.PERIOD,
    Period("treasury_rectification_days"),
    (COUNTIES("149 § 1 mom."), ADMINISTRATION("49 c §")),
    reminders_days=(-10, -3),
    outlives_case=True,
)
