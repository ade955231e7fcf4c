"""The book of a made-up return of one county."""

from __future__ import annotations

from typing import Final

from procedures.county_return.since_2025_01_01 import DECLARATION
from tests.book import Book, Breach, Meeting, but, on, table_of
from tests.story import fact

LATE: Final = {"task": "HTT-A-2.1", "state": "late", "reason": "made-up reason", "support_asked": True}
FINE: Final = {"task": "ICT-A-4.2", "state": "on_schedule", "progress": "under_way"}

ACTS: Final = {
    "template_issued": fact(
        "template_issued", "2026-10-26", month="2026-11", agreed_on="2026-11-05", position=4711, round_case="made-up"
    ),
    "answered": fact(
        "answered",
        "2026-11-03",
        position=4711,
        items=[LATE, FINE],
        cases=[{"case": "made-up-case", "state": "at_risk", "reason": "made-up reason"}],
        observations=[
            {"kind": "wish", "text": "a made-up wish", "group": "ICT"},
            {"kind": "risk", "text": "a made-up risk", "task": "HTT-A-2.1", "sector": "rescue"},
        ],
    ),
    "template_reissued": fact("template_reissued", "2026-11-04", position=4902, only_critical=False),
    "conflicts_resolved": fact(
        "conflicts_resolved",
        "2026-11-05",
        resolutions=[
            {
                "task": "ICT-A-4.2",
                "field": "state",
                "in_workbook": "late",
                "in_log": "on_schedule",
                "kept": "log",
                "cell": "E14",
            }
        ],
        because="made-up reason",
    ),
    "answered_again": fact("answered", "2026-11-05", position=4902, nothing_changed=True),
    "discussed": fact(
        "discussed",
        "2026-11-11",
        agenda=["made-up point"],
        ministries=["STM", "VM"],
        changes=[{"task": "HTT-A-2.1", "state": "at_risk", "reason": "made-up reason"}],
    ),
    "answered_after": fact("answered", "2026-11-12", position=4902, items=[FINE]),
    "discussed_again": fact("discussed", "2026-11-13", agenda=["made-up point"], form="wider_negotiation"),
    "confirmed": fact("confirmed", "2026-11-13"),
    "discussed_in_silence": fact("discussed", "2026-11-12", agenda=["made-up point"]),
    "closed_unanswered": fact("closed_unanswered", "2026-11-20", remark="made-up remark"),
    "excused": fact("excused", "2026-11-02", because="lighter rhythm"),
    "withdrawn": fact("withdrawn", "2026-10-27", because="made-up reason"),
}

BOOKS: Final = (
    Book(
        table=table_of(DECLARATION),
        subject="07",
        subject_kind="county",
        parties=("07", "STM"),
        acts=ACTS,
        ways={
            "answered": (
                *("template_issued", "answered", "template_reissued", "conflicts_resolved", "answered_again"),
                *("discussed", "answered_after", "discussed_again", "confirmed"),
            ),
            "silent": ("template_issued", "discussed_in_silence", "closed_unanswered"),
            "excused": ("template_issued", "excused"),
            "withdrawn": ("template_issued", "withdrawn"),
        },
        breaks={
            "reasons_given": Breach(
                ("template_issued",), but(ACTS["answered"], items=[{"task": "HTT-A-2.1", "state": "late"}])
            ),
            "each_once": Breach(("template_issued",), but(ACTS["answered"], items=[FINE, FINE])),
            "something_said": Breach(("template_issued",), but(ACTS["answered"], nothing_changed=True)),
            "own_workbook": Breach(("template_issued",), but(ACTS["answered"], position=4710)),
            "agenda_stated": Breach(("template_issued", "answered"), but(ACTS["discussed"], agenda=None)),
            "changes_reasoned": Breach(
                ("template_issued", "answered"),
                but(ACTS["discussed"], changes=[{"task": "HTT-A-2.1", "state": "at_risk"}]),
            ),
            "answered_before": Breach(("template_issued", "discussed_in_silence"), on(ACTS["confirmed"], "2026-11-13")),
            "silent": Breach(("template_issued",), on(ACTS["closed_unanswered"], "2026-11-05")),
        },
        meets={"answer": Meeting(("template_issued",), "answered")},
    ),
)
