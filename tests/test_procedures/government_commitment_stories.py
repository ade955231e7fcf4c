"""The book of the commitments of 2025: every entry settled, or some left when the Government's term ends."""

from __future__ import annotations

from typing import Final

from procedures.government_commitment.since_2025_04_23 import DECLARATION
from tests.book import Book, Breach, Meeting, but, table_of
from tests.story import Told, fact

DATED: Final = (6, 9, 10)


def fulfilled(number: int, day: str) -> Told:
    """An entry that is carried out."""
    return fact("entry_fulfilled", day, number=number, evidence="made-up evidence")


def dropped(number: int, day: str) -> Told:
    """An entry that is given up."""
    return fact("entry_dropped", day, number=number, because="made-up reason")


ACTS: Final = {
    "agreed": fact("agreed", "2025-04-23", documents=("decisions",), session_on="2025-04-23", entries=12),
    "entry_progressed": fact("entry_progressed", "2025-09-15", number=4, step="made-up step"),
    "agreements_assessed": fact("agreements_assessed", "2026-04-28", outcome="agreements_suffice"),
    "confirmation_considered": fact("confirmation_considered", "2026-05-12", outcome="not_needed"),
    **{f"fulfilled_{number}": fulfilled(number, "2025-12-15") for number in range(1, 13) if number != 6},
    **{f"dropped_{number}": dropped(number, "2025-12-15") for number in range(1, 13)},
    "fulfilled_6": fulfilled(6, "2026-06-01"),
    "closed": fact("closed", "2026-06-15"),
    "term_ended": fact("term_ended", "2027-06-01", open_entries=[1, 2, 3, 4, 5, 7, 8, 11, 12]),
}
_ALL_BUT_6: Final = tuple(f"fulfilled_{number}" for number in range(1, 13) if number != 6)
_ASSESSED: Final = ("agreed", *_ALL_BUT_6, "agreements_assessed", "confirmation_considered")

BOOKS: Final = (
    Book(
        table=table_of(DECLARATION),
        subject="FI",
        subject_kind="state",
        acts=ACTS,
        ways={
            "settled": (
                "agreed",
                "entry_progressed",
                *_ALL_BUT_6,
                "agreements_assessed",
                "confirmation_considered",
                "fulfilled_6",
                "closed",
            ),
            "dropped": ("agreed", *(f"dropped_{number}" for number in range(1, 13)), "closed"),
            "term_ended": ("agreed", *(f"dropped_{number}" for number in DATED), "term_ended"),
        },
        breaks={
            "as_in_register": Breach((), but(ACTS["agreed"], entries=11)),
            "entry_known": Breach(("agreed",), fulfilled(13, "2025-12-15")),
            "entry_unsettled": Breach(("agreed", "fulfilled_3"), ACTS["dropped_3"]),
            "evidence_named": Breach(("agreed",), but(ACTS["fulfilled_3"], evidence=None)),
            "reason_named": Breach(("agreed",), but(ACTS["dropped_3"], because=None)),
            "assessed_before": Breach(("agreed",), ACTS["fulfilled_6"]),
            "every_entry_settled": Breach(_ASSESSED, ACTS["closed"]),
            "open_entries_named": Breach(_ASSESSED, ACTS["term_ended"]),
        },
        meets={
            "entry_6": Meeting(("agreed",), "agreements_assessed"),
            "entry_9": Meeting(("agreed",), "fulfilled_9"),
            "entry_10": Meeting(("agreed",), "fulfilled_10"),
        },
    ),
)
