"""The book of a made-up register of forums and contacts."""

from __future__ import annotations

from typing import Final

from procedures.cooperation_forums.since_2025_01_01 import DECLARATION
from tests.book import Book, Breach, Meeting, but, table_of
from tests.story import fact

ACTS: Final = {
    "opened": fact("forum_register_opened", "2025-05-05", review_on="2025-11-28"),
    "forum_added": fact(
        "forum_added", "2025-06-02", forum="made_up_forum", name="made-up forum", purpose="made-up purpose", owner="VM"
    ),
    "forum_profiled": fact("forum_profiled", "2025-06-09", forum="data_directors", profile="substance", owner="THL"),
    "forum_merged": fact(
        "forum_assessed",
        "2025-06-16",
        forum="made_up_forum",
        works="badly",
        follows="merged",
        merged_into="data_directors",
        reason="made-up reason",
    ),
    "contact_set": fact("contact_set", "2025-06-16", organisation="20", matter="red_flags", office="county_director"),
    "contact_removed": fact("contact_removed", "2025-08-18", organisation="20", matter="red_flags"),
    "reviewed": fact("forum_register_reviewed", "2025-11-24", review_on="2026-05-29"),
    "closed": fact("forum_register_closed", "2027-04-20", because="made-up reason"),
}

BOOKS: Final = (
    Book(
        table=table_of(DECLARATION),
        subject="FI",
        subject_kind="state",
        acts=ACTS,
        ways={
            "closed": (
                *("opened", "forum_added", "forum_profiled", "forum_merged", "contact_set", "contact_removed"),
                *("reviewed", "closed"),
            )
        },
        breaks={
            "forum_new": Breach(("opened",), but(ACTS["forum_added"], forum="data_directors")),
            "forum_in_use": Breach(
                ("opened", "forum_added", "forum_merged"), but(ACTS["forum_profiled"], forum="made_up_forum")
            ),
            "change_explained": Breach(("opened", "forum_added"), but(ACTS["forum_merged"], merged_into=None)),
            "office_named": Breach(("opened",), but(ACTS["contact_set"], office=None)),
            "contact_known": Breach(("opened",), ACTS["contact_removed"]),
        },
        meets={"forum_review": Meeting(("opened",), "reviewed")},
    ),
)
