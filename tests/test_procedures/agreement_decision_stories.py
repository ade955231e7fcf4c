"""The made-up decision on an area's agreement: its acts, its ways to each end, and what breaks each rule.

The variants about the bilingual counties and about HUS begin with openings of their own (`BILINGUAL`, `HUS`).
"""

from __future__ import annotations

from typing import Any, Final

from procedures.agreement_decision.since_2023_01_01 import DECLARATION
from tests.book import Book, Breach, Meeting, but, on, table_of
from tests.story import Story, Told, fact

TABLE: Final = table_of(DECLARATION)
AREA: Final = "S-S"
PARTIES: Final = ("07", "08", "16")


def _told(fact_id: str, day: str, *documents: str, role: str | None = None, **data: Any) -> Told:
    return fact(fact_id, day, data, role=role, documents=documents)


def reply(party: str, day: str) -> Told:
    """The opinion of a party."""
    return _told("party_replied", day, "opinion", party=party, position="partly")


def service(party: str, day: str) -> Told:
    """The decision is served on a party."""
    return _told("decision_served", day, "proof_of_service", party=party, served_on=day, manner="receipt")


def appeal(party: str, generation: int, day: str) -> Told:
    """A party appeals."""
    return _told("appealed", day, "appeal", party=party, generation=generation, grounds="made-up grounds")


ACTS: Final = {
    "ground_recorded": _told(
        "ground_recorded",
        "2026-05-04",
        "evidence",
        agreement="collaborative",
        grounds=["duties_not_secured"],
        matters=[6, 9],
        evidence="made-up evidence",
    ),
    "draft_prepared": _told("draft_prepared", "2026-06-01", "draft", matters=[6, 9]),
    "draft_again": _told("draft_prepared", "2026-08-10", "draft", matters=[6]),
    "hearing_requested": _told(
        "hearing_requested", "2026-06-03", "hearing_letter", asked=list(PARTIES), reply_by="2026-07-31"
    ),
    "hearing_again": _told(
        "hearing_requested", "2026-08-11", "hearing_letter", asked=list(PARTIES), reply_by="2026-08-31"
    ),
    "reply_time_extended": _told("reply_time_extended", "2026-08-24", reply_by="2026-09-04", requested_by="08"),
    "reply_of_07": reply("07", "2026-06-29"),
    "reply_of_08": reply("08", "2026-07-01"),
    "reply_of_16": reply("16", "2026-07-31"),
    "parties_heard": _told("parties_heard", "2026-08-03", "hearing_summary"),
    "heard_again": _told("parties_heard", "2026-09-07", "hearing_summary"),
    "ministerially_handled": _told("ministerially_handled", "2026-09-08", body="ministerial_group"),
    "decided": _told("decided", "2026-09-17", "government_decision", matters=[6, 9], content="made-up content"),
    "service_on_07": service("07", "2026-09-18"),
    "service_on_08": service("08", "2026-09-21"),
    "service_on_16": service("16", "2026-09-22"),
    "implementation_begun": _told("implementation_begun", "2026-09-21", party="08"),
    "appeal_of_07": appeal("07", 1, "2026-10-12"),
    "appeal_of_16": appeal("16", 3, "2026-10-20"),
    "implementation_prohibited": _told("implementation_prohibited", "2026-11-02", "court_order", extent="part"),
    "prohibition_lifted": _told("prohibition_lifted", "2026-12-01", "court_order"),
    "appeal_of_07_dismissed": _told("appeal_dismissed", "2027-02-01", "judgment", number=1, outcome="dismissed"),
    "appeal_of_16_dismissed": _told("appeal_dismissed", "2027-02-01", "judgment", number=2, outcome="inadmissible"),
    "partly_quashed_for_07": _told("decision_partly_quashed", "2027-02-01", "judgment", number=1, part="item 9"),
    "partly_quashed_for_16": _told("decision_partly_quashed", "2027-02-01", "judgment", number=2, part="item 6"),
    "decision_quashed": _told("decision_quashed", "2027-02-01", "judgment", number=1, returned=True),
    "became_final": _told("became_final", "2027-02-02"),
    "final_without_appeal": _told("became_final", "2026-10-27"),
    "replaced_by_agreement": _told("replaced_by_agreement", "2027-06-01", "agreement", in_force_on="2027-06-01"),
    "replaced_by_decision": _told("replaced_by_decision", "2027-06-01", "government_decision", decided_on="2027-06-01"),
    "agreement_reached": _told("agreement_reached", "2026-09-16", "agreement", in_force_on="2026-09-15"),
    "not_pursued": _told("not_pursued", "2026-09-16", reason="discretion"),
    "government_does_not_pursue": _told("not_pursued", "2026-09-16", role="government", reason="legislation"),
}

DRAFTED: Final = ("ground_recorded", "draft_prepared")
HEARING: Final = (*DRAFTED, "hearing_requested")
HEARD: Final = (*HEARING, "reply_of_07", "reply_of_08", "reply_of_16", "parties_heard")
DECIDED: Final = (*HEARD, "ministerially_handled", "decided")
SERVED: Final = (*DECIDED, "service_on_07", "service_on_08", "service_on_16")
APPEALED: Final = (*SERVED, "appeal_of_07", "appeal_of_16")

_WITHOUT_MATTERS: Final = but(ACTS["ground_recorded"], matters=None)

BOOK: Final = Book(
    table=TABLE,
    subject=AREA,
    subject_kind="collaborative_area",
    parties=PARTIES,
    acts=ACTS,
    ways={
        "agreement_reached": (*HEARD, "agreement_reached"),
        "not_pursued": ("ground_recorded", "not_pursued"),
        "left_by_government": (*HEARD, "government_does_not_pursue"),
        "replaced": (
            *APPEALED,
            "implementation_prohibited",
            "prohibition_lifted",
            "appeal_of_07_dismissed",
            "appeal_of_16_dismissed",
            "became_final",
            "replaced_by_agreement",
        ),
        "partly_quashed": (
            *DECIDED,
            "service_on_07",
            "service_on_08",
            "implementation_begun",
            "service_on_16",
            "appeal_of_07",
            "appeal_of_16",
            "partly_quashed_for_07",
            "partly_quashed_for_16",
            "replaced_by_decision",
        ),
        "quashed": (*APPEALED, "decision_quashed"),
        "heard_twice": (
            *HEARD,
            "draft_again",
            "hearing_again",
            "reply_time_extended",
            "heard_again",
            "not_pursued",
        ),
    },
    breaks={
        "fits_subject": Breach((), but(ACTS["ground_recorded"], agreement="hus", grounds=["no_agreement"])),
        "ground_named": Breach((), but(ACTS["ground_recorded"], grounds=None)),
        "ground_of_38": Breach((), but(ACTS["ground_recorded"], grounds=["language_rights_not_secured"])),
        "ground_of_39": Breach((), but(_WITHOUT_MATTERS, agreement="bilingual", grounds=["duties_not_secured"])),
        "ground_of_12": Breach((), but(ACTS["ground_recorded"], agreement="hus", grounds=["duties_not_secured"])),
        "matters_named": Breach((), _WITHOUT_MATTERS),
        "matters_exist": Breach((), but(ACTS["ground_recorded"], matters=[12])),
        "every_party_asked": Breach(DRAFTED, but(ACTS["hearing_requested"], asked=["07", "08"])),
        "reply_day_stated": Breach(DRAFTED, but(ACTS["hearing_requested"], reply_by="2026-06-02")),
        "reply_day_later": Breach(HEARING, _told("reply_time_extended", "2026-07-20", reply_by="2026-07-31")),
        "replied_or_time_over": Breach((*HEARING, "reply_of_07"), on(ACTS["parties_heard"], "2026-07-31")),
        "content_said": Breach(HEARD, but(ACTS["decided"], matters=None, content=None)),
        "within_the_ground": Breach(HEARD, but(ACTS["decided"], matters=[6, 10])),
        "concerned": Breach(DECIDED, service("15", "2026-09-18")),
        "not_served_before": Breach((*DECIDED, "service_on_07"), service("07", "2026-09-21")),
        "served_after_decision": Breach(DECIDED, but(ACTS["service_on_07"], served_on="2026-09-16")),
        "not_prohibited": Breach(
            (*APPEALED, "implementation_prohibited"), on(ACTS["implementation_begun"], "2026-11-03")
        ),
        "own_service": Breach(SERVED, but(ACTS["appeal_of_07"], generation=2)),
        "appeal_pending": Breach(SERVED, ACTS["appeal_of_07_dismissed"]),
        "some_appeal_pending": Breach(SERVED, ACTS["implementation_prohibited"]),
        "prohibited": Breach(APPEALED, ACTS["prohibition_lifted"]),
        "time_over": Breach(SERVED, on(ACTS["became_final"], "2026-10-22")),
        "appeals_decided": Breach((*APPEALED, "appeal_of_07_dismissed"), ACTS["became_final"]),
        "not_final_yet": Breach((*SERVED, "final_without_appeal"), ACTS["became_final"]),
    },
    meets={
        "hearing_reply": Meeting((*HEARING, "reply_of_07", "reply_of_08"), "reply_of_16"),
        "appeal": Meeting((*DECIDED, "service_on_07"), "appeal_of_07"),
    },
)

BILINGUAL_PARTIES: Final = ("05", "17", "18")
BILINGUAL_BOOK: Final = Book(
    table=TABLE,
    subject="BILINGUAL",
    subject_kind="county_group",
    parties=BILINGUAL_PARTIES,
    acts={
        "ground_recorded": _told(
            "ground_recorded",
            "2026-05-04",
            "evidence",
            agreement="bilingual",
            grounds=["language_rights_not_secured"],
            evidence="made-up evidence",
        ),
        "draft_prepared": _told("draft_prepared", "2026-06-01", "draft", summary="made-up draft"),
        "hearing_requested": _told(
            "hearing_requested", "2026-06-03", "hearing_letter", asked=list(BILINGUAL_PARTIES), reply_by="2026-07-31"
        ),
        "parties_heard": _told("parties_heard", "2026-08-03", "hearing_summary"),
        "decided": _told("decided", "2026-09-17", "government_decision", content="made-up content"),
        "service_on_05": service("05", "2026-09-18"),
        "service_on_17": service("17", "2026-09-18"),
        "service_on_18": service("18", "2026-09-18"),
        "implementation_begun": _told(
            "implementation_begun", "2026-09-21", party="05", before_final_because="public_interest"
        ),
        "replaced_by_agreement": _told("replaced_by_agreement", "2027-06-01", "agreement"),
    },
    ways={
        "bilingual_replaced": (
            "ground_recorded",
            "draft_prepared",
            "hearing_requested",
            "parties_heard",
            "decided",
            "service_on_05",
            "service_on_17",
            "service_on_18",
            "implementation_begun",
            "replaced_by_agreement",
        ),
    },
    breaks={
        "enforceable": Breach(
            (
                "ground_recorded",
                "draft_prepared",
                "hearing_requested",
                "parties_heard",
                "decided",
            ),
            _told("implementation_begun", "2026-09-21", party="05"),
        ),
    },
)

HUS_PARTIES: Final = ("01", "02", "03", "04", "90", "HUS")
HUS_BOOK: Final = Book(
    table=TABLE,
    subject="HUS",
    subject_kind="joint_authority",
    parties=HUS_PARTIES,
    acts={
        "ground_recorded": _told(
            "ground_recorded",
            "2026-05-04",
            "evidence",
            agreement="hus",
            grounds=["duties_and_cost_effectiveness_not_secured"],
            matters=[1, 8],
        ),
        "draft_prepared": _told("draft_prepared", "2026-06-01", "draft", matters=[1, 8]),
        "hearing_requested": _told(
            "hearing_requested", "2026-06-03", "hearing_letter", asked=list(HUS_PARTIES), reply_by="2026-07-31"
        ),
        "parties_heard": _told("parties_heard", "2026-08-03", "hearing_summary"),
        "decided": _told("decided", "2026-09-17", "government_decision", matters=[1]),
        "service_on_hus": service("HUS", "2026-09-18"),
        "implementation_begun": _told("implementation_begun", "2026-09-18", party="HUS"),
        "replaced_by_agreement": _told("replaced_by_agreement", "2027-06-01", "agreement"),
    },
    ways={
        "hus_replaced": (
            "ground_recorded",
            "draft_prepared",
            "hearing_requested",
            "parties_heard",
            "decided",
            "service_on_hus",
            "implementation_begun",
            "replaced_by_agreement",
        ),
    },
)
BOOKS: Final = (BOOK, BILINGUAL_BOOK, HUS_BOOK)


def opened(book: Book) -> Story:
    """The story of a variant up to the end of the hearing."""
    return book.story("ground_recorded", "draft_prepared", "hearing_requested", "parties_heard")
