"""The book of a made-up right: given and revoked, given and run out, and a delegate's."""

from __future__ import annotations

from typing import Final

from procedures.grant.since_2020_01_01 import DECLARATION
from tests.book import Book, Breach, Meeting, but, on, table_of
from tests.story import fact

_FIRST = "2026-01-12"

ACTS: Final = {
    "grant_added": fact(
        "grant_added",
        _FIRST,
        {
            "person": "test-cecilia",
            "role": "vm",
            "organisation": "VM",
            "valid_from": _FIRST,
            "valid_until": "2026-06-30",
            "may_delegate": True,
        },
    ),
    "delegate_added": fact(
        "grant_added",
        _FIRST,
        {"person": "test-david", "role": "delegate", "principal": "test-cecilia", "valid_from": _FIRST},
    ),
    "administrator_added": fact(
        "grant_added", _FIRST, {"person": "test-erik", "role": "administrator", "valid_from": _FIRST}
    ),
    "grant_revoked": fact("grant_revoked", "2026-03-02", person="test-cecilia", reason="made-up reason"),
    "delegate_revoked": fact("grant_revoked", "2026-03-02", person="test-david", reason="made-up reason"),
    "grant_lapsed": fact("grant_lapsed", "2026-07-01"),
}

BOOKS: Final = (
    Book(
        table=table_of(DECLARATION),
        subject="FI",
        subject_kind="state",
        parties=("FI", "VM"),
        acts=ACTS,
        ways={
            "revoked": ("grant_added", "grant_revoked"),
            "lapsed": ("grant_added", "grant_lapsed"),
            "delegate": ("delegate_added", "delegate_revoked"),
        },
        breaks={
            "days_in_order": Breach((), but(ACTS["grant_added"], valid_until="2026-01-11")),
            "principal_named": Breach((), but(ACTS["grant_added"], principal="test-david")),
            "administrator_whole": Breach((), but(ACTS["administrator_added"], organisation="VM")),
            "delegate_plain": Breach((), but(ACTS["delegate_added"], may_delegate=True)),
            "of_the_holder": Breach(("grant_added",), ACTS["delegate_revoked"]),
            "right_is_over": Breach(("grant_added",), on(ACTS["grant_lapsed"], "2026-06-30")),
        },
        meets={"validity": Meeting(("grant_added",), None)},
    ),
)
