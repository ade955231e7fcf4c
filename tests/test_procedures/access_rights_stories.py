"""The book of made-up rights in a log: turned on by two administrators, one withdrawn, and other terms put in place."""

from __future__ import annotations

from typing import Final

from procedures.access_rights.since_2020_01_01 import DECLARATION
from tests.book import Book, Breach, but, table_of
from tests.story import fact

ACTS: Final = {
    "rights_enabled": fact("rights_enabled", "2026-01-12", administrators=["test-anna", "test-bertil"]),
    "administrator_withdrawn": fact(
        "administrator_withdrawn", "2026-06-01", person="test-bertil", reason="made-up reason"
    ),
    "terms_ended": fact("terms_ended", "2026-09-01", reason="made-up issuer replaced"),
}

BOOKS: Final = (
    Book(
        table=table_of(DECLARATION),
        subject="FI",
        subject_kind="state",
        parties=("FI", "VM"),
        acts=ACTS,
        ways={"ended": ("rights_enabled", "administrator_withdrawn", "terms_ended")},
        breaks={
            "administrators_once": Breach((), but(ACTS["rights_enabled"], administrators=["test-anna", "Test-Anna"])),
            "is_first_administrator": Breach(
                ("rights_enabled", "administrator_withdrawn"), ACTS["administrator_withdrawn"]
            ),
        },
    ),
)
