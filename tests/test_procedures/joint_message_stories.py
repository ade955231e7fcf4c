"""The book of a made-up joint message of the ministries."""

from __future__ import annotations

from typing import Final

from procedures.joint_message.since_2015_01_01 import DECLARATION
from tests.book import Book, Breach, Meeting, but, table_of
from tests.story import fact

ACTS: Final = {
    "drafted": fact("drafted", "2025-02-03", documents=("draft",), ministries=["VM", "STM"], theme="made-up theme"),
    "project_group_handled": fact("project_group_handled", "2025-02-10"),
    "ministerial_group_handled": fact("ministerial_group_handled", "2025-02-13"),
    "returned_for_drafting": fact("returned_for_drafting", "2025-02-13", reason="made-up reason"),
    "handled_again": fact("project_group_handled", "2025-02-20"),
    "ministers_again": fact("ministerial_group_handled", "2025-02-27"),
    "approved": fact("approved", "2025-03-03", documents=("message",)),
    "published": fact("published", "2025-03-03", channels=["web", "newsletter"], review_on="2025-09-01"),
    "updated": fact("updated", "2025-08-28", documents=("message",), channels=["web"], review_on="2026-03-02"),
    "kept_as_it_is": fact("kept_as_it_is", "2026-03-02"),
    "superseded": fact("superseded", "2026-05-04", by="made-up message"),
    "dropped": fact("dropped", "2025-03-10", reason="made-up reason"),
}
_HANDLED: Final = ("drafted", "project_group_handled", "ministerial_group_handled")

BOOKS: Final = (
    Book(
        table=table_of(DECLARATION),
        subject="FI",
        subject_kind="state",
        acts=ACTS,
        ways={
            "superseded": (*_HANDLED, "approved", "published", "updated", "kept_as_it_is", "superseded"),
            "dropped": (
                *_HANDLED,
                "returned_for_drafting",
                "handled_again",
                "ministers_again",
                "dropped",
            ),
        },
        breaks={
            "joint": Breach((), but(ACTS["drafted"], ministries=["VM"])),
            "channel_named": Breach((*_HANDLED, "approved"), but(ACTS["published"], channels=None)),
        },
        meets={"review": Meeting((*_HANDLED, "approved", "published"), "updated")},
    ),
)
