"""The book of a made-up red flag."""

from __future__ import annotations

from typing import Final

from procedures.red_flag.since_2025_01_01 import DECLARATION
from tests.book import Book, Breach, Meeting, but, table_of
from tests.story import fact

ACTS: Final = {
    "raised": fact(
        "raised",
        "2026-11-09",
        what="a made-up goal will not be reached",
        need="made-up support",
        contact="made-up office of the county",
        task="ICT-C-1.2",
    ),
    "plan_b_made": fact("plan_b_made", "2026-11-12", plan="a made-up plan", decided_by="2026-12-01"),
    "answered": fact(
        "answered",
        "2026-11-13",
        support="made-up support",
        contact="made-up office of the ministry",
        by="STM",
        support_by="2026-11-30",
    ),
    "answer_insufficient": fact("answer_insufficient", "2026-11-18", because="made-up reason"),
    "escalated": fact("escalated", "2026-11-19", level="core_group"),
    "answered_again": fact(
        "answered",
        "2026-11-20",
        support="more made-up support",
        contact="made-up office of the ministry",
        support_by="2026-12-04",
    ),
    "support_given": fact("support_given", "2026-12-02", what="a made-up deed"),
    "plan_b_used": fact("plan_b_used", "2026-12-03", because="made-up reason"),
    "cleared": fact("cleared", "2026-12-11", because="made-up reason"),
    "withdrawn": fact("withdrawn", "2026-11-10", because="raised in error"),
}

BOOKS: Final = (
    Book(
        table=table_of(DECLARATION),
        subject="07",
        subject_kind="county",
        parties=("07", "STM"),
        acts=ACTS,
        ways={
            "helped": (
                *("raised", "plan_b_made", "answered", "answer_insufficient", "escalated", "answered_again"),
                *("support_given", "plan_b_used", "cleared"),
            ),
            "withdrawn": ("raised", "withdrawn"),
        },
        breaks={
            "plan_b_is_made": Breach(("raised",), ACTS["plan_b_used"]),
            "support_ahead": Breach(("raised",), but(ACTS["answered"], support_by="2026-11-12")),
        },
        meets={
            "answer_flag": Meeting(("raised",), "answered"),
            "support": Meeting(("raised", "answered"), "support_given"),
        },
    ),
)
