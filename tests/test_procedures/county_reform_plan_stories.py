"""The book of a made-up reform plan: not needed, carried out after it was mended, dropped."""

from __future__ import annotations

from typing import Final

from procedures.county_reform_plan.since_2025_01_01 import DECLARATION
from tests.book import Book, Breach, Meeting, but, on, table_of
from tests.story import fact

_MET: Final = [{"goal": f"R2.{number}", "meets": True} for number in (1, 2, 3, 4)]
_UNMET: Final = [*_MET[:3], {"goal": "R2.4", "meets": False, "remark": "made-up remark"}]
_CONTENT: Final = ["balancing_of_finances", "service_network"]

ACTS: Final = {
    "need_assessment_begun": fact("need_assessment_begun", "2025-06-02", ground="at_risk"),
    "no_need_found": fact("no_need_found", "2025-06-30", because="made-up reason"),
    "need_found": fact("need_found", "2025-06-30", because="made-up reason"),
    "content_proposed": fact("content_proposed", "2025-08-11", content=_CONTENT),
    "content_agreed": fact("content_agreed", "2025-08-25", content=_CONTENT, plan_due_on="2025-11-28"),
    "plan_received": fact("plan_received", "2025-11-24", documents=("reform_plan",), decided_by="council"),
    "found_insufficient": fact(
        "plan_found_insufficient",
        "2025-12-15",
        against=_UNMET,
        because="made-up reason",
        plan_due_on="2026-02-27",
    ),
    "mended_plan": fact("plan_received", "2026-02-25", documents=("reform_plan",)),
    "found_sufficient": fact("plan_found_sufficient", "2026-03-16", against=_MET, next_progress_on="2026-06-15"),
    "progress_recorded": fact(
        "progress_recorded", "2026-06-10", state="at_risk", reason="made-up reason", next_progress_on="2026-12-15"
    ),
    "thl_considered": fact("thl_considered", "2026-10-20", year=2026),
    "plan_carried_out": fact("plan_carried_out", "2027-03-01"),
    "plan_discontinued": fact("plan_discontinued", "2026-04-01", because="made-up reason"),
}
_AGREED: Final = ("need_assessment_begun", "need_found", "content_proposed", "content_agreed")
_ASSESSABLE: Final = (*_AGREED, "plan_received")
_SUFFICIENT: Final = (*_ASSESSABLE, "found_insufficient", "mended_plan", "found_sufficient")

BOOKS: Final = (
    Book(
        table=table_of(DECLARATION),
        subject="20",
        subject_kind="county",
        acts=ACTS,
        ways={
            "not_needed": ("need_assessment_begun", "no_need_found"),
            "carried_out": (*_SUFFICIENT, "progress_recorded", "thl_considered", "plan_carried_out"),
            "discontinued": (*_AGREED, "plan_discontinued"),
        },
        breaks={
            "content_was_proposed": Breach(("need_assessment_begun", "need_found"), ACTS["content_agreed"]),
            "against_all_four": Breach(_ASSESSABLE, but(ACTS["found_sufficient"], against=_MET[:3])),
            "all_met": Breach(_ASSESSABLE, but(ACTS["found_sufficient"], against=_UNMET)),
            "some_unmet": Breach(_ASSESSABLE, but(ACTS["found_insufficient"], against=_MET)),
            "worst_explained": Breach(_SUFFICIENT, but(ACTS["progress_recorded"], reason=None)),
        },
        meets={
            "reform_plan": Meeting(_AGREED, "plan_received"),
            "plan_progress": Meeting(_SUFFICIENT, "progress_recorded"),
        },
    ),
)
LATE_PLAN: Final = on(ACTS["plan_received"], "2025-12-01")
