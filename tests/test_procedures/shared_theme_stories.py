"""The book of a made-up theme of several counties."""

from __future__ import annotations

from typing import Final

from procedures.shared_theme.since_2025_01_01 import DECLARATION
from tests.book import Book, Breach, Meeting, but, on, table_of
from tests.story import fact

ACTS: Final = {
    "raised": fact(
        "raised",
        "2026-11-12",
        name="made-up theme",
        counties=["06", "07"],
        observations=["made-up-observation-1"],
        month="2026-11",
        sector="rescue",
    ),
    "counties_joined": fact("counties_joined", "2026-11-16", counties=["08"], observations=["made-up-observation-2"]),
    "taken_up": fact("taken_up", "2026-11-18", by="STM", what="a made-up task", due_on="2026-12-31"),
    "handed_over": fact("handed_over", "2026-11-20", to="THL", because="made-up reason", due_on="2027-01-29"),
    "progress_told": fact("progress_told", "2026-12-01", text="made-up progress"),
    "closed": fact("closed", "2026-12-15", outcome="a made-up outcome"),
    "closed_at_once": fact("closed", "2026-11-13", outcome="a made-up outcome"),
    "left_to_counties": fact("left_to_counties", "2026-11-19", because="made-up reason"),
    "merged": fact("merged", "2026-11-19", into="made-up-theme"),
}

BOOKS: Final = (
    Book(
        table=table_of(DECLARATION),
        subject="FI",
        subject_kind="state",
        parties=("FI", "STM"),
        acts=ACTS,
        ways={
            "taken_up": ("raised", "counties_joined", "taken_up", "handed_over", "progress_told", "closed"),
            "settled_at_once": ("raised", "closed_at_once"),
            "left": ("raised", "left_to_counties"),
            "merged": ("raised", "merged"),
        },
        breaks={
            "several": Breach((), but(ACTS["raised"], counties=["07", "07"])),
            "something_new": Breach(
                ("raised",), but(ACTS["counties_joined"], counties=["07"], observations=["made-up-observation-1"])
            ),
            "due_ahead": Breach(("raised",), on(ACTS["taken_up"], "2027-01-04")),
        },
        meets={"theme_settled": Meeting(("raised", "taken_up"), "closed")},
    ),
)
