"""The book of two made-up steering years: an ordinary one, 2026, and 2029, in which councils are renewed."""

from __future__ import annotations

from typing import Final

from procedures.steering_year.guards import STEPS
from procedures.steering_year.rounds import ROUNDS
from procedures.steering_year.since_2024_08_01 import DECLARATION
from tests.book import Book, Breach, Meeting, but, table_of
from tests.story import Told, fact

_ROUND_IDS: Final = tuple(one.opening.id for one in ROUNDS)
_NOT_AWAITED: Final = (*_ROUND_IDS, "objectives", "council_term")
AWAITED_IDS: Final = tuple(step.id for step in STEPS if step.id not in _NOT_AWAITED)

ACTS: Final[dict[str, Told]] = {
    "opened_2026": fact("year_opened", "2026-01-02", year=2026),
    "opened_2029": fact("year_opened", "2028-12-18", year=2029, objectives_by="2029-05-28"),
    "closed_over": fact("year_closed", "2027-01-04", missing=["budget_data", "service_round"], grounds="made up"),
    "closed_done": fact("year_closed", "2029-12-31"),
    "discontinued": fact("year_discontinued", "2026-01-05", grounds="made up"),
}
for one in ROUNDS:
    ACTS[f"{one.planned.id}_2026"] = fact(
        one.planned.id, "2026-01-12", opens_on="2026-03-01", until="2026-04-30", because="made up"
    )
    ACTS[f"{one.opening.fact.id}_2026"] = fact(one.opening.fact.id, "2026-03-02", cases=5)
    ACTS[f"{one.planned.id}_2029"] = fact(one.planned.id, "2029-01-08", opens_on="2029-09-01", until="2030-02-28")
    ACTS[f"{one.opening.fact.id}_2029"] = fact(one.opening.fact.id, "2029-09-03", cases=23)
for step in STEPS:
    if step.id not in _ROUND_IDS:
        ACTS[f"{step.fact.id}_2026"] = fact(step.fact.id, "2026-12-15", remark="made up")
        ACTS[f"{step.fact.id}_2029"] = fact(step.fact.id, "2029-12-17")

_OF_2026: Final = (
    *(f"{one.planned.id}_2026" for one in ROUNDS),
    *(f"{one.opening.fact.id}_2026" for one in ROUNDS if one.opening.id != "service_round"),
    *(f"{step.fact.id}_2026" for step in STEPS if step.id in AWAITED_IDS and step.id != "budget_data"),
)
_OF_2029: Final = (
    *(f"{one.planned.id}_2029" for one in ROUNDS),
    *(f"{one.opening.fact.id}_2029" for one in ROUNDS),
    *(f"{step.fact.id}_2029" for step in STEPS if step.id not in _ROUND_IDS),
)

BOOKS: Final = (
    Book(
        table=table_of(DECLARATION),
        subject="FI",
        subject_kind="state",
        acts=ACTS,
        ways={
            "everything_done": ("opened_2029", *_OF_2029, "closed_done"),
            "year_over": ("opened_2026", *_OF_2026, "closed_over"),
            "opened_in_error": ("opened_2026", "discontinued"),
        },
        breaks={
            "year_near": Breach((), but(ACTS["opened_2026"], year=2028)),
            "objectives_in_the_year": Breach((), but(ACTS["opened_2026"], objectives_by="2029-05-28")),
            "window_in_order": Breach(
                ("opened_2026",), but(ACTS["negotiation_round_planned_2026"], until="2026-02-28")
            ),
            "window_of_the_year": Breach(
                ("opened_2026",),
                but(ACTS["negotiation_round_planned_2026"], opens_on="2027-01-04", until="2027-02-01"),
            ),
            "done_or_over": Breach(("opened_2029", *_OF_2029[:-1]), ACTS["closed_done"]),
            "missing_named": Breach(("opened_2026", *_OF_2026), but(ACTS["closed_over"], missing=["budget_data"])),
        },
        meets={
            **{step.id: Meeting(("opened_2029",), f"{step.fact.id}_2029") for step in STEPS},
            **{
                one.opening.id: Meeting(("opened_2029", f"{one.planned.id}_2029"), f"{one.opening.fact.id}_2029")
                for one in ROUNDS
            },
        },
    ),
)
