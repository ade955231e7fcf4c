"""The book of more time to cover a deficit: the acts of a made-up case under a bill that is not confirmed."""

from __future__ import annotations

from typing import Any, Final

from procedures.deficit_extension.since_2026_03_06 import DECLARATION
from tests.book import Book, Breach, Meeting, but, on, table_of
from tests.story import Told, fact

TABLE: Final = table_of(DECLARATION)
LAW_FROM: Final = "2026-04-01"
"""A made-up day: when such a law came into force, if it did, is not known."""


def _told(fact_id: str, day: str, *documents: str, role: str | None = None, **data: Any) -> Told:
    return fact(fact_id, day, data, documents=documents, role=role)


ACTS: Final[dict[str, Told]] = {
    "application_made": _told(
        "application_made", "2026-04-15", "application", cover_year=2028, deficit_cents=121_000_000_00
    ),
    "economic_plan_approved": _told(
        "economic_plan_approved", "2026-04-27", "economic_plan", plan_years=[2026, 2027, 2028]
    ),
    "consideration_begun": _told("consideration_begun", "2026-05-04"),
    "withdrawn": _told("withdrawn", "2026-05-05"),
    "discontinued": _told("discontinued", "2026-05-05", reason="no_deficit_left"),
    "hearing_letter_sent": _told("hearing_letter_sent", "2026-05-06", "hearing_letter", reply_by="2026-05-20"),
    "county_heard": _told("county_heard", "2026-05-20", "hearing_letter", reply="given"),
    "granted": _told("granted", "2026-06-17", "vm_decision", cover_by="2028-12-31", necessary=True),
    "rejected": _told("rejected", "2026-06-17", "vm_decision", reasons="made-up reasons"),
    "decision_served": _told("decision_served", "2026-06-18"),
    "no_remedy_sought": _told("no_remedy_sought", "2026-06-29"),
    "appeal_made": _told("appeal_made", "2026-07-10", "appeal"),
    "appeal_dismissed": _told("appeal_dismissed", "2027-03-05", "judgment", handling="dismissed"),
    "decision_annulled": _told("decision_annulled", "2027-03-05", "judgment"),
    "granted_anew": _told("granted", "2027-04-05", "vm_decision", cover_by="2028-12-31", necessary=True),
    "closed": _told("closed", "2027-05-10"),
    "deficit_covered": _told("deficit_covered", "2027-12-31", "accounts", accounts_year=2027),
    "deficit_left_uncovered": _told(
        "deficit_left_uncovered", "2029-06-20", "accounts", accounts_year=2028, uncovered_cents=1_000_000_00
    ),
}
CONSIDERED: Final = ("application_made", "economic_plan_approved", "consideration_begun")
HEARD: Final = (*CONSIDERED, "hearing_letter_sent", "county_heard")
REJECTED: Final = (*HEARD, "rejected", "decision_served")
GRANTED: Final = (*CONSIDERED, "granted", "decision_served")

BOOK: Final = Book(
    table=TABLE,
    subject="19",
    subject_kind="county",
    acts=ACTS,
    law_in_force_from=LAW_FROM,
    ways={
        "granted_and_covered": (*GRANTED, "deficit_covered"),
        "granted_and_left_uncovered": (*HEARD, "granted", "decision_served", "deficit_left_uncovered"),
        "rejected": (*REJECTED, "no_remedy_sought", "closed"),
        "appeal_dismissed": (*REJECTED, "appeal_made", "appeal_dismissed", "closed"),
        "annulled_and_granted": (*REJECTED, "appeal_made", "decision_annulled", "granted_anew", "deficit_covered"),
        "withdrawn": ("application_made", "withdrawn"),
        "discontinued": (*CONSIDERED, "discontinued"),
    },
    breaks={
        "plan_approved": Breach(("application_made", "consideration_begun"), ACTS["granted"]),
        "necessary": Breach(CONSIDERED, but(ACTS["granted"], necessary=False)),
        "year_allowed": Breach(CONSIDERED, but(ACTS["granted"], cover_by="2030-12-31")),
        "end_of_year": Breach(CONSIDERED, but(ACTS["granted"], cover_by="2028-06-30")),
        "heard_unless_as_applied": Breach(CONSIDERED, but(ACTS["granted"], cover_by="2027-12-31")),
        "county_heard": Breach(CONSIDERED, ACTS["rejected"]),
        "reasons_stated": Breach(HEARD, but(ACTS["rejected"], reasons=None)),
        "to_be_served": Breach(REJECTED, on(ACTS["decision_served"], "2026-06-19")),
        "not_appealed": Breach((*REJECTED, "appeal_made"), on(ACTS["appeal_made"], "2026-07-11")),
        "appeal_pending": Breach(REJECTED, ACTS["appeal_dismissed"]),
        "no_appeal_pending": Breach((*REJECTED, "appeal_made"), ACTS["closed"]),
        "time_is_over": Breach(GRANTED, on(ACTS["deficit_left_uncovered"], "2028-12-31")),
        "remedy_time_over": Breach(REJECTED, on(ACTS["closed"], "2026-06-30")),
    },
    meets={
        "hearing_reply": Meeting((*CONSIDERED, "hearing_letter_sent"), "county_heard"),
        "cover_deficit": Meeting(GRANTED, "deficit_covered"),
        "appeal": Meeting(REJECTED, "appeal_made"),
    },
)
BOOKS: Final[tuple[Book, ...]] = (BOOK,)
