"""The made-up agreement of the bilingual counties: its acts, its ways to the end, and what breaks each rule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from procedures.bilingual_agreement.since_2022_03_01 import DECLARATION
from tests.book import Book, Breach, Meeting, but, on, table_of
from tests.story import Told
from tests.test_procedures.collaborative_agreement_stories import (
    DECIDED_WHILE_AMENDED,
    approvals_of,
    later_acts,
    of,
    texts,
    told,
)

PARTIES: Final = ("01", "03", "04", "05", "10", "17", "18", "90", "HUS")
WITH_BOARD_TASK: Final = tuple(party for party in PARTIES if party != "17")
CONTENTS: Final = ("necessary_services", "services_in_some_counties", "expert_support", "karkulla_services")
FIRST: Final[Mapping[str, Any]] = {"contents": list(CONTENTS), "keeps_centralised_tasks": True}
LATER: Final[Mapping[str, Any]] = {"contents": list(CONTENTS[:3]), "keeps_centralised_tasks": True}


def opinions(year: int, day: str) -> dict[str, Told]:
    """The opinions of the language boards on the text of a year."""
    return {
        f"board_{party}_{year}": told("language_board_opinion_given", f"{year}-{day}", "board_opinion", party=party)
        for party in WITH_BOARD_TASK
    }


def opinions_of(year: int) -> tuple[str, ...]:
    """The names of the opinions on the text of a year."""
    return of(year, *(f"board_{party}" for party in WITH_BOARD_TASK))


ACTS: Final = {
    **later_acts("01"),
    "started": told("started", "2022-05-02", due_year=2023),
    "started_2029": told("started", "2029-06-04"),
    "drafting_begun": told("drafting_begun", "2022-09-01"),
    **texts(2023, FIRST, PARTIES, put="06-19", approved="06-26", approved_last="08-28", delivered="09-20"),
    **texts(2028, LATER, PARTIES),
    **texts(2030, LATER, PARTIES),
    **opinions(2023, "06-20"),
    **opinions(2028, "09-12"),
    **opinions(2030, "09-12"),
    "board_proposed": told("language_board_proposed", "2022-10-10", party="03", proposal="made-up proposal"),
    "board_monitored": told("language_board_monitored", "2026-11-30", party="90", year=2026),
}
DRAFTED: Final = ("started", "drafting_begun", *of(2023, "reconciled", "draft"))
ASKED: Final = (*DRAFTED, "stm_asked_2023")
PUT: Final = (*ASKED, *of(2023, "stm_opinion", "put"))
HEARD: Final = (*PUT, *opinions_of(2023))
IN_FORCE: Final = (*HEARD, *approvals_of(2023, PARTIES), "entry_2023")
FOLLOWED: Final = (*IN_FORCE, "delivered_2023", "followed_up_2026")


def _text(year: int) -> tuple[str, ...]:
    return (
        *of(year, "reconciled", "draft", "stm_asked", "stm_opinion", "put"),
        *opinions_of(year),
        *approvals_of(year, PARTIES),
        *of(year, "entry", "delivered"),
    )


WAYS: Final = {
    "amended": (
        *DRAFTED[:2],
        "board_proposed",
        *IN_FORCE[2:],
        "published",
        "delivered_2023",
        "appeal_lodged",
        "followed_up_2026",
        "need_assessed",
        "appeal_judged",
        "board_monitored",
        "followed_up_2027",
        "amendment_proposed",
        "amendment_drafted",
        *_text(2028),
        "replaced",
    ),
    "kept_as_it_was": (*IN_FORCE, "amendment_initiated", "delivered_late", "amendment_dropped", "replaced"),
    "decided_while_amended": (*FOLLOWED, *DECIDED_WHILE_AMENDED),
    "refused": (*HEARD, "approved_03_2023", "refused", "replaced"),
    "decided_by_government": (
        "started_2029",
        "drafting_begun_2029",
        "no_agreement",
        "government_decided",
        "drafting_resumed",
        *_text(2030),
        "replaced",
    ),
}
ACTS["delivered_late"] = on(ACTS["delivered_2023"], "2025-12-01")
BREAKS: Final = {
    "first_year_right": Breach((), but(ACTS["started"], due_year=2024)),
    **{
        f"agreed_{one}": Breach(
            DRAFTED[:2], but(ACTS["draft_2023"], contents=[other for other in CONTENTS if other != one])
        )
        for one in CONTENTS
    },
    "keeps_centralised_tasks": Breach(DRAFTED[:2], but(ACTS["draft_2023"], keeps_centralised_tasks=False)),
    "draft_complete": Breach((*DRAFTED[:2], "reconciled_2023"), ACTS["stm_asked_2023"]),
    "reply_day_stated": Breach(DRAFTED, but(ACTS["stm_asked_2023"], reply_by="2023-04-14")),
    "stm_heard": Breach(ASKED, on(ACTS["put_2023"], "2023-06-16")),
    "reconciled": Breach((*DRAFTED[:2], "draft_2023", *of(2023, "stm_asked", "stm_opinion")), ACTS["put_2023"]),
    "language_board_heard": Breach(PUT, ACTS["approved_01_2023"]),
    "not_approved_yet": Breach((*HEARD, "approved_01_2023"), ACTS["approved_01_2023"]),
    "agreement_in_force": Breach(PUT, on(ACTS["amendment_dropped"], "2023-07-03")),
    "entry_day": Breach((*HEARD, *approvals_of(2023, PARTIES)), on(ACTS["entry_2023"], "2023-08-29")),
    "undelivered": Breach(FOLLOWED, on(ACTS["delivered_2023"], "2026-06-01")),
    "year_not_followed_up": Breach(FOLLOWED, but(ACTS["followed_up_2026"], year=2027)),
    "new_agreement_in_force": Breach(FOLLOWED, but(ACTS["replaced"], new_in_force_on="2022-05-01")),
    "party_has_decided": Breach(HEARD, ACTS["published"]),
    "informed_by_law": Breach((*HEARD, "approved_01_2023"), but(ACTS["published"], deemed_informed_on="2025-11-20")),
    "appeal_is_lodged": Breach(IN_FORCE, ACTS["appeal_judged"]),
}
MEETS: Final = {
    "first_agreement": Meeting((*HEARD, *approvals_of(2023, PARTIES[:-1])), "approved_HUS_2023"),
    "stm_reply": Meeting(ASKED, "stm_opinion_2023"),
    "county_appeal": Meeting((*IN_FORCE, "published"), None),
}
BOOK: Final = Book(
    table=table_of(DECLARATION),
    subject="BILINGUAL",
    subject_kind="county_group",
    acts=ACTS,
    ways=WAYS,
    breaks=BREAKS,
    meets=MEETS,
    parties=PARTIES,
)
BOOKS: Final = (BOOK,)
