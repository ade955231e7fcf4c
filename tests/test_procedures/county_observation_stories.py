"""The book of a made-up observation of one county."""

from __future__ import annotations

from typing import Final

from procedures.county_observation.since_2025_01_01 import DECLARATION
from tests.book import Book, table_of
from tests.story import fact

ACTS: Final = {
    "raised": fact(
        "raised",
        "2026-11-03",
        kind="wish",
        text="a made-up wish",
        group="ICT",
        month="2026-11",
        return_case="made-up-return",
        line=1,
    ),
    "answered": fact("answered", "2026-11-17", text="a made-up answer", by="STM", will_act=True),
    "asked_further": fact("asked_further", "2026-11-20", text="a made-up question"),
    "answered_again": fact("answered", "2026-11-24", text="another made-up answer", by="VM"),
    "closed": fact("closed", "2026-11-30"),
    "withdrawn": fact("withdrawn", "2026-11-05", because="meant as a risk"),
}

BOOKS: Final = (
    Book(
        table=table_of(DECLARATION),
        subject="07",
        subject_kind="county",
        parties=("07", "STM"),
        acts=ACTS,
        ways={
            "answered": ("raised", "answered", "asked_further", "answered_again", "closed"),
            "withdrawn": ("raised", "withdrawn"),
        },
    ),
)
