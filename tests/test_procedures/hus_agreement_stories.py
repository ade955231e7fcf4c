"""The made-up organising agreements of HUS, one under each version of the law: acts, ways, what breaks each rule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, get_args

from engine.declaration import Procedure
from procedures.hus_agreement.contents import ContentId
from procedures.hus_agreement.since_2023_01_01 import DECLARATION as OLD
from procedures.hus_agreement.since_2024_08_01 import DECLARATION as NEW
from tests.book import Book, Breach, Meeting, but, on, table_of
from tests.story import Told
from tests.test_procedures.collaborative_agreement_stories import (
    DECIDED_WHILE_AMENDED,
    FOUNDATIONS,
    approvals_of,
    later_acts,
    of,
    texts,
    told,
)

PARTIES: Final = ("01", "02", "03", "04", "90", "HUS")
CONTENTS: Final[tuple[str, ...]] = get_args(ContentId)
WHOLE: Final = {"rests_on": list(FOUNDATIONS), "contents": list(CONTENTS), "leaves_statutory_tasks": True}
AUTUMN: Final = {
    "reconciled": "09-02",
    "drafted": "09-03",
    "stm_asked": "09-04",
    "stm_opinion": "10-02",
    "reply_by": "10-04",
    "put": "10-07",
    "approved": "11-04",
    "approved_last": "12-16",
    "delivered": "12-20",
}


def board(year: int, day: str) -> Told:
    """The opinion of Helsinki's language board on the text of a year."""
    return told("language_board_opinion_given", f"{year}-{day}", "board_opinion", party="90")


def acts(first: int) -> dict[str, Told]:
    """Every act of the made-up agreement, the first text of which is drafted in the autumn of `first`."""
    return {
        **later_acts("01"),
        "started": told("started", f"{first}-08-05", due_year=2024),
        "started_again": told("started", f"{first}-08-05"),
        "drafting_begun": told("drafting_begun", f"{first}-08-06"),
        "university_asked": told(
            "universities_hearing_requested", f"{first}-08-07", "universities_letter", reply_by=f"{first}-08-30"
        ),
        "university_heard": told("universities_heard", f"{first}-08-29"),
        "amendment_drafted": told("amendment_drafting_begun", "2028-01-17", education_and_research=False),
        **texts(first, WHOLE, PARTIES, **AUTUMN),
        **texts(2028, WHOLE, PARTIES),
        **texts(2030, WHOLE, PARTIES),
        "board": board(first, "10-21"),
        "board_2028": board(2028, "09-12"),
        "board_2030": board(2030, "09-12"),
        "board_proposed": told("language_board_proposed", f"{first}-08-20", party="90", proposal="made-up proposal"),
        "board_monitored": told("language_board_monitored", "2026-11-30", party="90", year=2026),
        "university_asked_2030": told(
            "universities_hearing_requested", "2030-02-25", "universities_letter", reply_by="2030-03-08"
        ),
        "university_heard_2030": told("universities_heard", "2030-03-08"),
        "delivered_late": told("delivered_to_stm", "2025-12-01", "agreement"),
        "division_carried_out": told("division_carried_out", f"{first + 1}-12-01"),
        "term_begun": told(
            "council_term_begun", "2025-06-02", council_term_from="2025-06-01", council_term_until="2029-05-31"
        ),
        "reviewed": told("reviewed", "2026-12-14", outcome="unchanged"),
    }


def book(procedure: Procedure, first: int) -> Book:
    """The book of one version."""
    told_acts = acts(first)
    heard = ("started", "drafting_begun", "university_asked", "university_heard")
    drafted = (*heard, *of(first, "reconciled", "draft"))
    asked = (*drafted, *of(first, "stm_asked"))
    put = (*asked, *of(first, "stm_opinion", "put"), "board")
    in_force = (*put, *approvals_of(first, PARTIES), *of(first, "entry"))
    followed = (*in_force, *of(first, "delivered"), "followed_up_2026")
    return Book(
        table=table_of(procedure),
        subject="HUS",
        subject_kind="joint_authority",
        acts=told_acts,
        ways=_ways(first, put, in_force),
        breaks={
            **_drafting_breaks(told_acts, first, heard, drafted),
            **_later_breaks(told_acts, first, put, in_force, followed),
        },
        meets={
            "first_agreement": Meeting((*put, *approvals_of(first, PARTIES[:-1])), f"approved_HUS_{first}"),
            "universities_reply": Meeting(heard[:3], "university_heard"),
            "stm_reply": Meeting(asked, f"stm_opinion_{first}"),
            "county_appeal": Meeting((*in_force, "published"), None),
            "division": Meeting(in_force, "division_carried_out"),
            "review": Meeting((*in_force, *of(first, "delivered"), "term_begun"), "reviewed"),
        },
        parties=PARTIES,
    )


def _text(year: int) -> tuple[str, ...]:
    return (
        *of(year, "reconciled", "draft", "stm_asked", "stm_opinion", "put", "board"),
        *approvals_of(year, PARTIES),
        *of(year, "entry", "delivered"),
    )


def _ways(first: int, put: tuple[str, ...], in_force: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    return {
        "amended": (
            *put[:3],
            "board_proposed",
            *in_force[3:],
            *of(first, "delivered"),
            "term_begun",
            "published",
            "division_carried_out",
            "appeal_lodged",
            "followed_up_2026",
            "need_assessed",
            "appeal_judged",
            "board_monitored",
            "reviewed",
            "followed_up_2027",
            "amendment_proposed",
            "amendment_drafted",
            *_text(2028),
            "replaced",
        ),
        "kept_as_it_was": (*in_force, "amendment_initiated", "delivered_late", "amendment_dropped", "replaced"),
        "decided_while_amended": (*in_force, "delivered_late", *DECIDED_WHILE_AMENDED),
        "refused": (*put, f"approved_02_{first}", "refused", "replaced"),
        "decided_by_government": (
            "started_again",
            "drafting_begun",
            "no_agreement",
            "government_decided",
            "drafting_resumed",
            "university_asked_2030",
            "university_heard_2030",
            *_text(2030),
            "replaced",
        ),
    }


def _drafting_breaks(
    known: Mapping[str, Told], first: int, heard: tuple[str, ...], drafted: tuple[str, ...]
) -> dict[str, Breach]:
    draft = known[f"draft_{first}"]
    return {
        "first_year_right": Breach((), but(known["started"], due_year=2025)),
        "reply_day_stated": Breach(heard[:2], but(known["university_asked"], reply_by=None)),
        **{
            f"rests_on_{one}": Breach(heard, but(draft, rests_on=[other for other in FOUNDATIONS if other != one]))
            for one in FOUNDATIONS
        },
        **{
            f"agreed_{one}": Breach(heard, but(draft, contents=[other for other in CONTENTS if other != one]))
            for one in CONTENTS
        },
        "leaves_statutory_tasks": Breach(heard, but(draft, leaves_statutory_tasks=False)),
        "board_of_helsinki": Breach(heard, but(known["board_proposed"], party="03")),
        "draft_complete": Breach(heard, known[f"stm_asked_{first}"]),
        "universities_heard": Breach((*heard[:2], *of(first, "draft")), known[f"stm_asked_{first}"]),
        "stm_heard": Breach((*drafted, *of(first, "stm_asked")), on(known[f"put_{first}"], f"{first}-10-04")),
        "reconciled": Breach((*heard, *of(first, "draft", "stm_asked", "stm_opinion")), known[f"put_{first}"]),
    }


def _later_breaks(
    known: Mapping[str, Told],
    first: int,
    put: tuple[str, ...],
    in_force: tuple[str, ...],
    followed: tuple[str, ...],
) -> dict[str, Breach]:
    one = f"approved_01_{first}"
    return {
        "language_board_heard": Breach(put[:-1], known[f"approved_90_{first}"]),
        "not_approved_yet": Breach((*put, one), known[one]),
        "agreement_in_force": Breach(put, known["division_carried_out"]),
        "entry_day": Breach((*put, *approvals_of(first, PARTIES)), on(known[f"entry_{first}"], f"{first}-12-17")),
        "undelivered": Breach(followed, known["delivered_late"]),
        "year_not_followed_up": Breach(followed, on(known["followed_up_2026"], "2026-12-01")),
        "new_agreement_in_force": Breach(followed, but(known["replaced"], new_in_force_on="2032-01-01")),
        "party_has_decided": Breach(put, known["published"]),
        "informed_by_law": Breach((*put, one), but(known["published"], deemed_informed_on="2025-11-18")),
        "appeal_is_lodged": Breach(in_force, known["appeal_judged"]),
        "term_by_law": Breach(in_force, but(known["term_begun"], council_term_from="2025-06-02")),
        "term_is_new": Breach((*in_force, "term_begun"), on(known["term_begun"], "2025-06-03")),
    }


OLD_BOOK: Final = book(OLD, 2023)
NEW_BOOK: Final = book(NEW, 2024)
BOOKS: Final = (OLD_BOOK, NEW_BOOK)
