"""The book of a made-up interim evaluation."""

from __future__ import annotations

from typing import Final

from procedures.interim_evaluation.since_2025_01_01 import DECLARATION
from tests.book import Book, Breach, Meeting, but, table_of
from tests.story import fact

ACTS: Final = {
    "commissioned": fact(
        "commissioned", "2025-02-03", documents=("assignment",), project="STM900:00/2025", report_due_on="2025-09-30"
    ),
    "expert_group_set": fact("expert_group_set", "2025-02-17", independent=True, members=5),
    "report_day_changed": fact("report_day_changed", "2025-09-01", report_due_on="2025-10-31", because="made up"),
    "report_published": fact("report_published", "2025-09-26", documents=("report",), short_term_proposals=6),
    "report_published_later": fact("report_published", "2025-10-30", documents=("report",)),
    "vm_position": fact("position_given", "2025-11-03", documents=("position",), role="vm", position="made up"),
    "stm_position": fact("position_given", "2025-11-05", documents=("position",), role="stm", position="made up"),
    "sm_position": fact("position_given", "2025-11-07", documents=("position",), role="sm", position="made up"),
    "follow_up_decided": fact("follow_up_decided", "2025-12-01", measures=4),
    "follow_up_reported": fact("follow_up_reported", "2026-06-01", measures_done=4, measures_open=0),
    "closed": fact("closed", "2026-06-15"),
    "nothing_follows": fact("nothing_follows", "2025-12-01", because="made-up reason"),
    "discontinued": fact("discontinued", "2025-06-02", because="made-up reason"),
}
_POSITIONS: Final = ("vm_position", "stm_position", "sm_position")
_EVALUATING: Final = ("commissioned", "expert_group_set")
_ANSWERED: Final = (*_EVALUATING, "report_published", *_POSITIONS)

BOOKS: Final = (
    Book(
        table=table_of(DECLARATION),
        subject="FI",
        subject_kind="state",
        acts=ACTS,
        ways={
            "followed": (*_ANSWERED, "follow_up_decided", "follow_up_reported", "closed"),
            "nothing_follows": (
                *_EVALUATING,
                "report_day_changed",
                "report_published_later",
                *_POSITIONS,
                "nothing_follows",
            ),
            "discontinued": (*_EVALUATING, "discontinued"),
        },
        breaks={
            "report_day_named": Breach((), but(ACTS["commissioned"], report_due_on=None)),
            "independent": Breach(("commissioned",), but(ACTS["expert_group_set"], independent=False)),
            "day_ahead": Breach(_EVALUATING, but(ACTS["report_day_changed"], report_due_on="2025-08-29")),
            "three_positions": Breach(
                (*_EVALUATING, "report_published", "vm_position", "stm_position"), ACTS["follow_up_decided"]
            ),
            "measures_accounted_for": Breach((*_ANSWERED, "follow_up_decided"), ACTS["closed"]),
        },
        meets={"report": Meeting(_EVALUATING, "report_published")},
    ),
)
