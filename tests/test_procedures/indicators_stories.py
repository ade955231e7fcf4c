"""The book of a made-up register of indicators."""

from __future__ import annotations

from typing import Final

from procedures.indicators.since_2025_01_01 import DECLARATION
from tests.book import Book, Breach, Meeting, but, table_of
from tests.story import fact

ACTS: Final = {
    "opened": fact("indicator_register_opened", "2025-06-02", review_on="2025-10-31"),
    "taken_in": fact(
        "indicator_taken_in",
        "2025-06-09",
        indicator="made_up_share",
        name="made-up share",
        source="made-up service",
        source_id="TEST-1",
        unit="percent",
        objective=2,
    ),
    "value_recorded": fact(
        "value_recorded",
        "2025-09-01",
        indicator="made_up_share",
        about="15",
        period="2024",
        value="12.5",
        unit="percent",
        published_on="2025-08-29",
    ),
    "value_corrected": fact(
        "value_corrected",
        "2025-09-15",
        indicator="made_up_share",
        about="15",
        period="2024",
        value="12.4",
        unit="percent",
        published_on="2025-09-12",
        because="made-up reason",
    ),
    "dropped": fact("indicator_dropped", "2025-12-01", indicator="made_up_share", because="made-up reason"),
    "refreshed": fact("indicators_refreshed", "2025-10-27", review_on="2026-10-30"),
    "closed": fact("indicator_register_closed", "2027-04-20", because="made-up reason"),
}
_TAKEN_IN: Final = ("opened", "taken_in")

BOOKS: Final = (
    Book(
        table=table_of(DECLARATION),
        subject="FI",
        subject_kind="state",
        acts=ACTS,
        ways={"closed": (*_TAKEN_IN, "value_recorded", "value_corrected", "refreshed", "dropped", "closed")},
        breaks={
            "source_named": Breach(("opened",), but(ACTS["taken_in"], source_id=None)),
            "follows_something": Breach(("opened",), but(ACTS["taken_in"], objective=None)),
            "not_followed_yet": Breach(_TAKEN_IN, ACTS["taken_in"]),
            "is_followed": Breach(("opened",), ACTS["value_recorded"]),
            "unit_as_taken_in": Breach(_TAKEN_IN, but(ACTS["value_recorded"], unit="days")),
            "day_of_source": Breach(_TAKEN_IN, but(ACTS["value_recorded"], published_on=None)),
            "value_or_why_not": Breach(_TAKEN_IN, but(ACTS["value_recorded"], value=None)),
            "no_value_yet": Breach((*_TAKEN_IN, "value_recorded"), ACTS["value_recorded"]),
            "value_there": Breach(_TAKEN_IN, ACTS["value_corrected"]),
        },
        meets={"indicator_review": Meeting(("opened",), "refreshed")},
    ),
)
