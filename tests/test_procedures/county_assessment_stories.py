"""The book of a made-up assessment of one county: supported, lightened, steered as usual."""

from __future__ import annotations

from typing import Final

from procedures.county_assessment.since_2025_01_01 import DECLARATION
from procedures.reform_programme.catalogue import programme
from tests.book import Book, Breach, Meeting, but, on, table_of
from tests.story import fact

PRECONDITIONS: Final = tuple(one.id for one in programme().preconditions)

ACTS: Final = {
    "assessment_opened": fact("assessment_opened", "2025-05-02", ground="programme", review_on="2025-06-16"),
    **{
        one: fact(
            "precondition_assessed",
            "2025-06-02",
            precondition=one,
            state="on_schedule",
            evidence="made-up evidence",
            assessor="made-up unit",
        )
        for one in PRECONDITIONS
    },
    "too_slow": fact(
        "pace_judged",
        "2025-06-09",
        pace="too_slow",
        because_of=["preconditions"],
        reason="made-up reason",
        review_on="2025-12-15",
    ),
    "fast_enough": fact("pace_judged", "2025-06-10", pace="fast_enough", review_on="2026-06-15"),
    "support_started": fact("support_started", "2025-06-16", forms=["peer_support"], contact="made-up unit"),
    "support_ended": fact("support_ended", "2025-12-15", reason="made-up reason"),
    "steering_lightened": fact("steering_lightened", "2025-12-16", what="made-up meeting", reason="made-up reason"),
    "lightening_ended": fact("lightening_ended", "2026-06-15", reason="made-up reason"),
    "ordinary_steering_kept": fact("ordinary_steering_kept", "2025-06-17"),
    "assessment_ended": fact("assessment_ended", "2027-04-20", because="made-up reason"),
}
_ASSESSED: Final = ("assessment_opened", *PRECONDITIONS)

BOOKS: Final = (
    Book(
        table=table_of(DECLARATION),
        subject="15",
        subject_kind="county",
        acts=ACTS,
        ways={
            "supported": (*_ASSESSED, "too_slow", "support_started", "support_ended", "assessment_ended"),
            "lightened": (*_ASSESSED, "fast_enough", "steering_lightened", "lightening_ended", "assessment_ended"),
            "ordinary": (*_ASSESSED, "fast_enough", "ordinary_steering_kept", "assessment_ended"),
        },
        breaks={
            "worst_explained": Breach(("assessment_opened",), but(ACTS["competence"], state="at_risk")),
            "evidence_named": Breach(("assessment_opened",), but(ACTS["competence"], evidence=None)),
            "assessor_named": Breach(("assessment_opened",), but(ACTS["competence"], assessor=None)),
            "all_five_assessed": Breach(("assessment_opened", "competence"), ACTS["too_slow"]),
            "slowness_explained": Breach(_ASSESSED, but(ACTS["too_slow"], because_of=[])),
            "too_slow": Breach((*_ASSESSED, "fast_enough"), ACTS["support_started"]),
            "fast_enough": Breach((*_ASSESSED, "too_slow"), ACTS["steering_lightened"]),
            "pace_known": Breach(_ASSESSED, on(ACTS["ordinary_steering_kept"], "2025-06-12")),
        },
        meets={"pace_review": Meeting(_ASSESSED, "too_slow")},
    ),
)
