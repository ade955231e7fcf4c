"""The made-up agreement of the northern area: its acts, its ways to the end, and what breaks each rule.

The acts that all agreements of counties share are built here for the three kinds alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, get_args

from procedures.collaborative_agreement.contents import ContentId
from procedures.collaborative_agreement.since_2023_07_01 import DECLARATION
from tests.book import Book, Breach, Meeting, but, on, table_of
from tests.story import Told, fact

AREA: Final = "P-S"
COUNTIES: Final = ("18", "19", "20", "21")
FOUNDATIONS: Final = ("national_objectives", "service_needs", "monitoring_data")
CONTENTS: Final[tuple[str, ...]] = get_args(ContentId)
WHOLE: Final[Mapping[str, Any]] = {"rests_on": list(FOUNDATIONS), "contents": list(CONTENTS)}


def told(fact_id: str, day: str, *documents: str, role: str | None = None, **data: Any) -> Told:
    """An act with its documents and data."""
    return fact(fact_id, day, data, role=role, documents=documents)


def approval(party: str, day: str, fact_id: str = "party_approved") -> Told:
    """What one party's council decided."""
    return told(fact_id, day, "council_decision", party=party)


DAYS: Final = {
    "reconciled": "03-12",
    "drafted": "04-01",
    "stm_asked": "04-15",
    "stm_opinion": "06-10",
    "reply_by": "06-16",
    "put": "08-18",
    "approved": "10-13",
    "approved_last": "11-10",
    "delivered": "12-01",
}
"""On which days of its year a text goes its way, unless it is told otherwise."""


def texts(year: int, draft: Mapping[str, Any], parties: Iterable[str], **days: str) -> dict[str, Told]:
    """The acts of one text, drafted and approved in a year; the names end in the year, the last party approves last."""
    when = {name: f"{year}-{day}" for name, day in {**DAYS, **days}.items()}
    shared = {
        "reconciled": told("reconciled", when["reconciled"], outcome="reconciled"),
        "draft": told("draft_completed", when["drafted"], "draft", **draft),
        "stm_asked": told("stm_hearing_requested", when["stm_asked"], "opinion_request", reply_by=when["reply_by"]),
        "stm_opinion": told("stm_opinion_given", when["stm_opinion"], "stm_opinion", position="remarks"),
        "put": told("put_to_councils", when["put"], "agreement"),
        "entry": told("entered_into_force", when["approved_last"]),
        "delivered": told("delivered_to_stm", when["delivered"], "agreement"),
    }
    *others, last = parties
    approvals = {f"approved_{party}": approval(party, when["approved"]) for party in others}
    approvals[f"approved_{last}"] = approval(last, when["approved_last"])
    return {f"{name}_{year}": act for name, act in {**shared, **approvals}.items()}


def later_acts(party: str) -> dict[str, Told]:
    """The acts that follow an agreement of 2025, the same for every kind; `party` is one whose approval was before."""
    return {
        "drafting_begun": told("drafting_begun", "2024-10-01"),
        "drafting_begun_2029": told("drafting_begun", "2029-09-03"),
        "no_agreement": told("no_agreement_found", "2029-12-10", matters="made-up matters"),
        "government_decided": told("government_decided", "2030-02-14", "government_decision", decision="made up 1"),
        "drafting_resumed": told("drafting_resumed", "2030-02-20", reason="a new agreement in place of the decision"),
        "refused": approval(party, "2025-11-03", "party_refused"),
        "published": told("approval_published", "2025-11-12", party=party, deemed_informed_on="2025-11-19"),
        "appeal_lodged": told("appeal_lodged", "2025-12-12", party=party),
        "appeal_judged": told("appeal_judged", "2026-10-05", "judgment", party=party, outcome="dismissed"),
        "need_assessed": told("amendment_need_assessed", "2026-05-04", outcome="not_needed"),
        "followed_up_2026": told("followed_up", "2026-04-14", year=2026, conclusion="no_change_needed"),
        "followed_up_2027": told("followed_up", "2027-04-13", year=2027, conclusion="change_needed"),
        "amendment_proposed": told("amendment_proposed", "2027-05-03", "amendment_proposal", party=party),
        "amendment_drafted": told("amendment_drafting_begun", "2028-01-17", matters="made-up matters"),
        "amendment_initiated": told("amendment_initiated", "2025-11-20", "initiative"),
        "amendment_initiated_2028": told("amendment_initiated", "2028-02-01", "initiative", matters="made-up matters"),
        "amendment_proposed_2028": told("amendment_proposed", "2028-02-10", "amendment_proposal", party=party),
        "government_decided_2028": told(
            "government_decided", "2028-03-01", "government_decision", decision="made up 2"
        ),
        "government_decided_again": told(
            "government_decided", "2028-05-02", "government_decision", decision="made up 3"
        ),
        "amendment_dropped": told("amendment_dropped", "2027-05-10", reason="made-up reason"),
        "replaced": told("replaced", "2031-12-15", "agreement", new_in_force_on="2031-12-01"),
    }


DECIDED_WHILE_AMENDED: Final = (
    "followed_up_2027",
    "amendment_proposed",
    "amendment_drafted",
    "amendment_initiated_2028",
    "amendment_proposed_2028",
    "government_decided_2028",
    "government_decided_again",
    "replaced",
)
"""What may follow when the Government decides on an agreement in force whose amendment is being drafted."""


def of(year: int, *names: str) -> tuple[str, ...]:
    """The names of acts of one text."""
    return tuple(f"{name}_{year}" for name in names)


def approvals_of(year: int, parties: Iterable[str]) -> tuple[str, ...]:
    """The names of the approvals of one text."""
    return of(year, *(f"approved_{party}" for party in parties))


TERM_2025: Final = {"council_term_from": "2025-06-01", "council_term_until": "2029-05-31"}
TERM_2029: Final = {"council_term_from": "2029-06-01", "council_term_until": "2033-05-31"}

ACTS: Final = {
    **later_acts("18"),
    "started": told("started", "2024-09-02", due_year=2025, host="19", coordinators=["19"], **TERM_2025),
    "started_2029": told("started", "2029-06-04", host="19", coordinators=["19"], **TERM_2029),
    "universities_asked": told(
        "universities_hearing_requested",
        "2025-01-15",
        "universities_letter",
        reply_by="2025-02-28",
        asked=["University of Exampleville"],
    ),
    "universities_heard": told("universities_heard", "2025-02-27", heard=["University of Exampleville"]),
    "readiness": told("readiness_prepared", "2025-03-10", uniform_principles=True),
    "amendment_drafted": told(
        "amendment_drafting_begun",
        "2028-01-17",
        matters="the centre of emergency medical services",
        education_and_research=False,
        preparedness=False,
    ),
    **texts(2025, WHOLE, COUNTIES),
    **texts(2028, WHOLE, COUNTIES),
    **texts(2030, WHOLE, COUNTIES),
    "universities_asked_2030": told(
        "universities_hearing_requested", "2030-02-25", "universities_letter", reply_by="2030-03-08"
    ),
    "universities_heard_2030": told("universities_heard", "2030-03-08"),
    "readiness_2030": told("readiness_prepared", "2030-03-10", role="stm", uniform_principles=True),
}

HEARD: Final = ("started", "drafting_begun", "universities_asked", "universities_heard", "readiness")
DRAFTED: Final = (*HEARD, *of(2025, "reconciled", "draft"))
ASKED: Final = (*DRAFTED, "stm_asked_2025")
PUT: Final = (*ASKED, *of(2025, "stm_opinion", "put"))
IN_FORCE: Final = (*PUT, *approvals_of(2025, COUNTIES), "entry_2025")
FOLLOWED: Final = (*IN_FORCE, "delivered_2025", "followed_up_2026")

WAYS: Final = {
    "amended": (
        *IN_FORCE,
        "published",
        "delivered_2025",
        "appeal_lodged",
        "followed_up_2026",
        "need_assessed",
        "appeal_judged",
        "followed_up_2027",
        "amendment_proposed",
        "amendment_drafted",
        *of(2028, "reconciled", "draft", "stm_asked", "stm_opinion", "put"),
        *approvals_of(2028, COUNTIES),
        *of(2028, "entry", "delivered"),
        "replaced",
    ),
    "kept_as_it_was": (*IN_FORCE, "amendment_initiated", "delivered_2025", "amendment_dropped", "replaced"),
    "decided_while_amended": (*FOLLOWED, *DECIDED_WHILE_AMENDED),
    "refused": (*PUT, "approved_19_2025", "refused", "replaced"),
    "decided_by_government": (
        "started_2029",
        "drafting_begun_2029",
        "no_agreement",
        "government_decided",
        "drafting_resumed",
        "universities_asked_2030",
        "universities_heard_2030",
        "readiness_2030",
        *of(2030, "reconciled", "draft", "stm_asked", "stm_opinion", "put"),
        *approvals_of(2030, COUNTIES),
        *of(2030, "entry", "delivered"),
        "replaced",
    ),
}

BREAKS: Final = {
    "first_year_right": Breach((), but(ACTS["started"], due_year=2026)),
    "not_approved_yet": Breach((*PUT, "approved_18_2025"), ACTS["approved_18_2025"]),
    "agreement_in_force": Breach(HEARD[:2], on(ACTS["amendment_dropped"], "2025-01-10")),
    "term_by_law": Breach((), but(ACTS["started"], council_term_until="2029-06-01")),
    "host_by_law": Breach((), but(ACTS["started"], host="21")),
    "coordination_by_decree": Breach((), but(ACTS["started"], coordinators=["19", "18"])),
    "reply_day_stated": Breach(HEARD[:2], but(ACTS["universities_asked"], reply_by=None)),
    "uniform_principles": Breach(HEARD[:2], but(ACTS["readiness"], uniform_principles=False)),
    **{
        f"rests_on_{one}": Breach(
            HEARD, but(ACTS["draft_2025"], rests_on=[other for other in FOUNDATIONS if other != one])
        )
        for one in FOUNDATIONS
    },
    **{
        f"agreed_{one}": Breach(HEARD, but(ACTS["draft_2025"], contents=[other for other in CONTENTS if other != one]))
        for one in CONTENTS
    },
    "draft_complete": Breach((*HEARD, "reconciled_2025"), ACTS["stm_asked_2025"]),
    "universities_heard": Breach((*HEARD[:2], "readiness", "draft_2025"), ACTS["stm_asked_2025"]),
    "readiness_prepared": Breach((*HEARD[:4], "draft_2025"), ACTS["stm_asked_2025"]),
    "stm_heard": Breach(ASKED, on(ACTS["put_2025"], "2025-06-16")),
    "reconciled": Breach((*HEARD, "draft_2025", *of(2025, "stm_asked", "stm_opinion")), ACTS["put_2025"]),
    "entry_day": Breach((*PUT, *approvals_of(2025, COUNTIES)), on(ACTS["entry_2025"], "2025-11-11")),
    "undelivered": Breach(FOLLOWED, on(ACTS["delivered_2025"], "2026-06-01")),
    "year_not_followed_up": Breach(FOLLOWED, on(ACTS["followed_up_2026"], "2026-12-01")),
    "new_agreement_in_force": Breach(FOLLOWED, but(ACTS["replaced"], new_in_force_on="2032-01-01")),
    "party_has_decided": Breach(PUT, ACTS["published"]),
    "informed_by_law": Breach((*PUT, "approved_18_2025"), but(ACTS["published"], deemed_informed_on="2025-11-18")),
    "appeal_is_lodged": Breach(IN_FORCE, ACTS["appeal_judged"]),
}
MEETS: Final = {
    "first_agreement": Meeting((*PUT, *approvals_of(2025, COUNTIES[:-1])), "approved_21_2025"),
    "council_term": Meeting((*PUT, *approvals_of(2025, COUNTIES[:-1])), "approved_21_2025"),
    "universities_reply": Meeting(HEARD[:3], "universities_heard"),
    "stm_reply": Meeting(ASKED, "stm_opinion_2025"),
    "delivery": Meeting(IN_FORCE, "delivered_2025"),
    "county_appeal": Meeting((*IN_FORCE, "published"), None),
}
BOOK: Final = Book(
    table=table_of(DECLARATION),
    subject=AREA,
    subject_kind="collaborative_area",
    acts=ACTS,
    ways=WAYS,
    breaks=BREAKS,
    meets=MEETS,
    parties=COUNTIES,
)
BOOKS: Final = (BOOK,)
