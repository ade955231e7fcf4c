"""The book of the register of persons of a made-up log."""

from __future__ import annotations

from typing import Final

from procedures.person_register.since_2019_01_01 import DECLARATION
from tests.book import Book, Breach, table_of
from tests.story import fact

REFERENCE: Final = "p-0123456789abcdef01234567"

ACTS: Final = {
    "register_begun": fact("register_begun", "2026-11-02", earlier_names=True),
    "key_store_replaced": fact("key_store_replaced", "2026-11-03", because="a made-up reason"),
    "person_erased": fact(
        "person_erased", "2026-11-04", reference=REFERENCE, ground="not_necessary", reason="a made-up reason"
    ),
    "register_ended": fact("register_ended", "2026-11-05", because="a made-up reason"),
}

BOOKS: Final = (
    Book(
        table=table_of(DECLARATION),
        subject="FI",
        subject_kind="state",
        parties=("FI", "VM"),
        acts=ACTS,
        ways={
            "erased": ("register_begun", "key_store_replaced", "person_erased", "register_ended"),
            "ended_at_once": ("register_begun", "register_ended"),
        },
        breaks={"not_erased_before": Breach(("register_begun", "person_erased"), ACTS["person_erased"])},
    ),
)
