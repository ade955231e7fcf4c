"""The book of a made-up change of law: every way from its announcement to its entry into force, or to nothing."""

from __future__ import annotations

from typing import Final

from procedures.legislation.since_2012_03_01 import DECLARATION
from tests.book import Book, Breach, Meeting, but, on, table_of
from tests.story import fact

ACTS: Final = {
    "announced": fact("announced", "2024-01-10", role="vm", kind="amendment", concerns=["division_inquiry"]),
    "bill_given": fact("bill_given", "2024-02-15", documents=("bill",), bill="HE 900/2024 vp", title="made-up act"),
    "supplementary_bill_given": fact(
        "supplementary_bill_given", "2024-03-01", documents=("bill",), bill="HE 901/2024 vp"
    ),
    "committee_reported": fact(
        "committee_reported", "2024-04-10", documents=("committee_report",), report="HaVM 900/2024", proposes="adopt"
    ),
    "adopted": fact("adopted", "2024-04-24", documents=("reply",), reply="EV 900/2024", amended=False),
    "court_opinion_given": fact("court_opinion_given", "2024-05-20", court="KHO", remark="made-up opinion"),
    "rejected": fact("rejected", "2024-04-24", documents=("reply",), reply="EV 900/2024"),
    "bill_withdrawn": fact("bill_withdrawn", "2024-03-20", reason="made-up reason"),
    "given_up": fact("lapsed", "2024-06-03", role="government", ground="given_up"),
    "elections": fact("lapsed", "2027-04-19", ground="elections"),
    "not_adopted_again": fact("lapsed", "2024-10-31", ground="not_adopted_again"),
    "delivered_for_confirmation": fact("delivered_for_confirmation", "2024-05-06"),
    "confirmed": fact("confirmed", "2024-05-24"),
    "not_confirmed": fact("not_confirmed", "2024-07-31", how="refused"),
    "reported_again": fact("committee_reported", "2024-09-20", documents=("committee_report",), proposes="adopt"),
    "adopted_again": fact("adopted_again", "2024-10-02", documents=("reply",), reply="EV 950/2024"),
    "published": fact(
        "published", "2024-10-11", documents=("statute_book",), act_number="900/2024", in_force_on="2025-01-01"
    ),
    "entered_into_force": fact("entered_into_force", "2025-01-01", act_number="900/2024"),
    "statement_given": fact("statement_given", "2024-04-11", content="made-up news", adoption="not_confirmed"),
    "concerns_noted": fact("concerns_noted", "2024-04-12", concerns=["evaluation"]),
}
_REPORTED: Final = ("bill_given", "committee_reported")
_ADOPTED: Final = (*_REPORTED, "adopted", "delivered_for_confirmation")

BOOKS: Final = (
    Book(
        table=table_of(DECLARATION),
        subject="FI",
        subject_kind="state",
        acts=ACTS,
        ways={
            "into_force": (
                "announced",
                "bill_given",
                "supplementary_bill_given",
                "committee_reported",
                "statement_given",
                "concerns_noted",
                "adopted",
                "delivered_for_confirmation",
                "court_opinion_given",
                "confirmed",
                "published",
                "entered_into_force",
            ),
            "without_confirmation": (
                *_ADOPTED,
                "not_confirmed",
                "reported_again",
                "adopted_again",
                "published",
                "entered_into_force",
            ),
            "not_adopted_again": (*_ADOPTED, "not_confirmed", "not_adopted_again"),
            "rejected": (*_REPORTED, "rejected"),
            "withdrawn": ("bill_given", "bill_withdrawn"),
            "elections": ("bill_given", "elections"),
            "given_up": ("announced", "given_up"),
        },
        breaks={
            "bill_named": Breach((), but(ACTS["bill_given"], bill=None)),
            "before_report": Breach(_REPORTED, on(ACTS["supplementary_bill_given"], "2024-04-11")),
            "report_given": Breach(("bill_given",), ACTS["adopted"]),
            "second_reading_day": Breach(_REPORTED, but(ACTS["adopted"], first_reading_ended_on="2024-04-22")),
            "lapse_ground": Breach(("bill_given",), ACTS["not_adopted_again"]),
            "number_named": Breach((*_ADOPTED, "confirmed"), but(ACTS["published"], act_number=None)),
            "entry_day_stated": Breach((*_ADOPTED, "confirmed"), but(ACTS["published"], in_force_on=None)),
            "entry_day_come": Breach(
                (*_ADOPTED, "confirmed", "published"), on(ACTS["entered_into_force"], "2024-12-31")
            ),
        },
        meets={"confirmation": Meeting(_ADOPTED, "confirmed")},
    ),
)
