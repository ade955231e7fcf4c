"""The book of a made-up monthly round with two counties."""

from __future__ import annotations

from typing import Final

from procedures.situation_round.since_2021_06_30 import DECLARATION
from tests.book import Book, Breach, Meeting, but, on, table_of
from tests.story import fact

ACTS: Final = {
    "round_opened": fact("round_opened", "2025-08-25", month="2025-09", due_on="2025-09-05", scope="critical"),
    "due_day_changed": fact("due_day_changed", "2025-09-03", due_on="2025-09-10", because="made-up reason"),
    "kanta_hame": fact("answer_given", "2025-09-02", party="07", subtasks=12, changed=3, risks=1),
    "satakunta": fact("answer_given", "2025-09-04", party="06", subtasks=12),
    "satakunta_late": fact("answer_given", "2025-09-16", party="06", subtasks=12),
    "satakunta_excused": fact("answer_waived", "2025-09-04", party="06", because="made-up reason"),
    "kanta_hame_excused": fact("answer_waived", "2025-09-03", party="07", because="made-up reason"),
    "satakunta_excused_late": fact("answer_waived", "2025-09-15", party="06", because="made-up reason"),
    "collection_ended": fact("collection_ended", "2025-09-10"),
    "discussed": fact("discussion_held", "2025-09-15", party="07", ministries=["STM"], confirmed=True),
    "compiled": fact("compiled", "2025-09-18", documents=("compilation",), themes=["made-up theme"]),
    "compiled_without": fact("compiled", "2025-09-18", documents=("compilation",), missing=["06"]),
    "reported": fact("reported", "2025-09-22", level="coordination_group"),
    "round_closed": fact("round_closed", "2025-09-26"),
    "cancelled_at_last": fact("round_cancelled", "2025-09-16", because="made-up reason"),
    "round_cancelled": fact("round_cancelled", "2025-09-01", because="made-up reason"),
}
_DISCUSSED: Final = ("round_opened", "kanta_hame", "satakunta", "collection_ended", "discussed")

BOOKS: Final = (
    Book(
        table=table_of(DECLARATION),
        subject="FI",
        subject_kind="state",
        parties=("06", "07", "STM"),
        acts=ACTS,
        ways={
            "everybody_answers": (*_DISCUSSED, "compiled", "reported", "round_closed"),
            "one_late": (
                "round_opened",
                "kanta_hame",
                "due_day_changed",
                "collection_ended",
                "discussed",
                "satakunta_late",
                "compiled",
                "reported",
                "round_closed",
            ),
            "everybody_excused": (
                "round_opened",
                "kanta_hame_excused",
                "satakunta_excused",
                "collection_ended",
                "satakunta_excused_late",
                "cancelled_at_last",
            ),
            "cancelled": ("round_opened", "round_cancelled"),
        },
        breaks={
            "due_day_agreed": Breach((), but(ACTS["round_opened"], due_on="2025-09-06")),
            "due_day_ahead": Breach(("round_opened",), but(ACTS["due_day_changed"], due_on="2025-09-02")),
            "not_confirmed_yet": Breach(_DISCUSSED, on(ACTS["kanta_hame"], "2025-09-16")),
            "in_the_round": Breach(("round_opened",), but(ACTS["satakunta_excused"], party="15")),
            "confirms_an_answer": Breach(("round_opened",), ACTS["discussed"]),
            "day_come_or_all_in": Breach(("round_opened", "kanta_hame"), on(ACTS["collection_ended"], "2025-09-04")),
            "missing_named": Breach(_DISCUSSED, ACTS["compiled_without"]),
            "reported_once": Breach((*_DISCUSSED, "compiled"), ACTS["round_closed"]),
        },
        meets={"answers": Meeting(("round_opened", "kanta_hame"), "satakunta")},
    ),
)
