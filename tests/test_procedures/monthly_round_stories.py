"""The book of a made-up month with two counties."""

from __future__ import annotations

from typing import Final

from procedures.monthly_round.since_2025_01_01 import DECLARATION
from tests.book import Book, Breach, Meeting, but, on, table_of
from tests.story import fact

_THEME: Final = {"name": "made-up theme", "counties": ["06", "07"]}

ACTS: Final = {
    "round_opened": fact("round_opened", "2026-10-26", month="2026-11", agreed_on="2026-11-05"),
    "due_day_changed": fact("due_day_changed", "2026-11-03", agreed_on="2026-11-12", because="made-up reason"),
    "collection_ended": fact("collection_ended", "2026-11-09", answered=["07"], silent=["06"]),
    "all_in": fact("collection_ended", "2026-11-04", answered=["06"], excused=["07"]),
    "themes_compiled": fact(
        "themes_compiled", "2026-11-12", themes=[_THEME], highlights=["made-up highlight"], position=100
    ),
    "round_confirmed": fact(
        "round_confirmed", "2026-11-16", answered=["06", "07"], position=120, headline="a made-up month"
    ),
    "themes_again": fact("themes_compiled", "2026-11-17", rescue_themes=[_THEME], position=121),
    "reported": fact(
        "reported",
        "2026-11-18",
        documents=("compilation",),
        level="core_group",
        position=121,
        pages=["overview", "themes"],
    ),
    "round_closed": fact("round_closed", "2026-11-27"),
    "round_cancelled": fact("round_cancelled", "2026-11-02", because="made-up reason"),
    "cancelled_at_last": fact("round_cancelled", "2026-11-13", because="made-up reason"),
}
_CONFIRMED: Final = ("round_opened", "collection_ended", "themes_compiled", "round_confirmed")

BOOKS: Final = (
    Book(
        table=table_of(DECLARATION),
        subject="FI",
        subject_kind="state",
        parties=("06", "07", "STM"),
        acts=ACTS,
        ways={
            "confirmed": (*_CONFIRMED, "themes_again", "reported", "round_closed"),
            "more_time": ("round_opened", "due_day_changed", "all_in", "cancelled_at_last"),
            "cancelled": ("round_opened", "round_cancelled"),
        },
        breaks={
            "due_day_agreed": Breach((), but(ACTS["round_opened"], agreed_on="2026-11-06")),
            "due_day_ahead": Breach(("round_opened",), but(ACTS["due_day_changed"], agreed_on="2026-11-02")),
            "everybody_named": Breach(("round_opened",), but(ACTS["collection_ended"], silent=None)),
            "day_come_or_all_in": Breach(("round_opened",), on(ACTS["collection_ended"], "2026-11-04")),
            "themes_of_several": Breach(
                ("round_opened", "collection_ended"),
                but(ACTS["themes_compiled"], themes=[{"name": "made-up theme", "counties": ["07"]}]),
            ),
            "themes_compiled": Breach(
                ("round_opened", "collection_ended", "round_confirmed"),
                ACTS["reported"],
            ),
            "reported_once": Breach(_CONFIRMED, ACTS["round_closed"]),
        },
        meets={"answers": Meeting(("round_opened",), "all_in")},
    ),
)
