"""The book of a made-up problem of self-government: resolved together, or dropped."""

from __future__ import annotations

from typing import Final

from procedures.self_government_problem.since_2025_01_01 import DECLARATION, all_steered
from tests.book import Book, Breach, Meeting, but, table_of
from tests.story import fact

ACTS: Final = {
    "problem_raised": fact("problem_raised", "2025-09-01", party="06", name="made-up rents", matter="rents"),
    "problem_noticed": fact(
        "problem_noticed", "2025-09-01", name="made-up data", matter="data_protection", met_by=["07"]
    ),
    "county_joined": fact("county_joined", "2025-09-08", party="15"),
    "owner_named": fact("owner_named", "2025-09-15", owner="VM", unit="made-up unit", resolve_by="2025-12-19"),
    "handled_together": fact("handled_together", "2025-11-10", counties=["06", "15"], what="made up"),
    "problem_resolved": fact("problem_resolved", "2025-12-15", how="made-up guidance", kind="guidance"),
    "problem_reopened": fact("problem_reopened", "2026-02-02", because="made-up reason"),
    "handled_again": fact("handled_together", "2026-03-02", counties=["06"]),
    "resolved_again": fact("problem_resolved", "2026-03-16", how="made-up legislation", kind="legislation"),
    "problem_closed": fact("problem_closed", "2026-09-01"),
    "problem_dropped": fact("problem_dropped", "2025-10-01", because="made-up reason"),
}
_OWNED: Final = ("problem_raised", "county_joined", "owner_named")
_RESOLVED: Final = (*_OWNED, "handled_together", "problem_resolved")

BOOKS: Final = (
    Book(
        table=table_of(DECLARATION),
        subject="FI",
        subject_kind="state",
        parties=(*all_steered("FI"), "VM"),
        acts=ACTS,
        ways={
            "resolved": (*_RESOLVED, "problem_reopened", "handled_again", "resolved_again", "problem_closed"),
            "dropped": ("problem_noticed", "problem_dropped"),
        },
        breaks={
            "new_to_it": Breach(("problem_raised",), but(ACTS["county_joined"], party="06")),
            "with_a_county": Breach(_OWNED, but(ACTS["handled_together"], counties=["THL"])),
            "was_handled_together": Breach((*_RESOLVED, "problem_reopened"), ACTS["resolved_again"]),
        },
        meets={"resolution": Meeting((*_OWNED, "handled_together"), "problem_resolved")},
    ),
)
