"""The register of persons as a procedure: what it asks for, and what it never holds."""

from __future__ import annotations

import pytest

from cli.rights.erasing import BEGUN, GROUNDS
from cli.rights.person_commands import GROUNDS as ASKED_FOR
from cli.rights.persons import ERASED, REGISTER
from engine.check import check
from procedures.person_register.facts import PersonErased
from procedures.person_register.since_2019_01_01 import DECLARATION
from tests.book import but
from tests.test_procedures.person_register_stories import ACTS, BOOKS

(BOOK,) = BOOKS


def test_the_declaration_is_sound() -> None:
    """The checker finds no fault in it, and the commands know it by its names."""
    assert check(DECLARATION) == ()
    ids = {fact.id for fact in DECLARATION.facts}
    assert DECLARATION.id == REGISTER
    assert {BEGUN, ERASED.removeprefix(f"{REGISTER}.")} <= ids
    assert PersonErased.model_json_schema()["properties"]["ground"]["enum"] == list(GROUNDS) == list(ASKED_FOR)


def test_nobody_is_erased_twice() -> None:
    """One reference goes once; another one may follow."""
    erased = BOOK.story("register_begun", "person_erased")
    erased.when(ACTS["person_erased"]).refused("not_erased_before")
    erased.when(but(ACTS["person_erased"], reference="p-ffffffffffffffffffffffff")).then(state="kept")


@pytest.mark.parametrize("reference", ["made-up-eero", "p-0123", "P-0123456789ABCDEF01234567"])
def test_a_name_is_no_reference(reference: str) -> None:
    """Where a reference belongs nothing else is recorded: no name gets into the log by mistake."""
    BOOK.story("register_begun").when(but(ACTS["person_erased"], reference=reference)).rejected("data-invalid")


def test_a_ground_and_a_reason_belong_to_it() -> None:
    """The ground is one of article 17(1)."""
    begun = BOOK.story("register_begun")
    begun.when(but(ACTS["person_erased"], reason=None)).refused("field:reason")
    begun.when(but(ACTS["person_erased"], ground="made_up")).rejected("data-invalid")
