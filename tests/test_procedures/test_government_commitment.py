"""The Government's commitments of 23 April 2025: twelve entries, three dated, none closed before it is settled."""

from __future__ import annotations

from datetime import date

import pytest

from engine.check import check
from engine.declarations import Declarations
from engine.law import LANGUAGES
from procedures.directory import directory
from procedures.government_commitment.entries import NAMES, register
from procedures.government_commitment.since_2025_04_23 import DECLARATION
from procedures.history import plan, real_history
from tests.book import but, on
from tests.test_procedures.government_commitment_stories import ACTS, BOOKS

(BOOK,) = BOOKS
REGISTER = register("entries_2025")


def test_the_declaration_is_sound() -> None:
    """The checker finds no fault in it."""
    assert check(DECLARATION) == ()


def test_the_register_holds_the_twelve_entries() -> None:
    """Numbered from 1 to 12, named in three languages, sorted by kind, each with a ministry and its place."""
    assert [entry.number for entry in REGISTER.entries] == list(range(1, 13))
    assert all(entry.name.text(language).strip() for entry in REGISTER.entries for language in LANGUAGES)
    assert {entry.number: entry.kind for entry in REGISTER.entries} == {
        1: "steer",
        2: "steer",
        3: "steer",
        4: "study",
        5: "study",
        6: "negotiate",
        7: "steer",
        8: "steer",
        9: "study",
        10: "study",
        11: "develop",
        12: "develop",
    }
    ministries = {code for entry in REGISTER.entries for code in entry.ministries}
    assert {directory().by_code(code).kind for code in ministries} == {"ministry"}
    assert [entry.place for entry in REGISTER.entries] == [f"kirjaus {number}" for number in range(1, 13)]


def test_only_what_the_text_says_is_called_text() -> None:
    """Two entries name their ministries and three give a day; everything else is inferred or left out."""
    assert [entry.number for entry in REGISTER.entries if entry.ministries_from == "text"] == [6, 10]
    assert {entry.number: entry.due_on for entry in REGISTER.entries if entry.due_on} == {
        6: date(2026, 4, 30),
        9: date(2025, 12, 31),
        10: date(2025, 12, 31),
    }


def test_an_unknown_register_is_refused() -> None:
    """There is one register for each session, and no other."""
    assert NAMES == ("entries_2025",)
    with pytest.raises(KeyError):
        register("entries_2019")


def test_the_dated_entries_run_from_the_session() -> None:
    """Their days stand in the register; nobody types them, and they are neither counted nor shifted."""
    agreed = BOOK.story("agreed")
    agreed.then(due={"entry_6": "2026-04-30", "entry_9": "2025-12-31", "entry_10": "2025-12-31"})
    assert {one.kind for one in agreed.opened.open_deadlines} == {"political"}
    assert agreed.deadline("entry_9").law_status == "practice"


def test_a_day_that_is_not_the_registers_is_refused() -> None:
    """What is said of the session must agree with the register."""
    for wrong in ({"session_on": "2025-04-24"}, {"entries": 13}, {"entry_9_due_on": "2026-01-31"}):
        BOOK.opened().when(but(ACTS["agreed"], **wrong)).refused("as_in_register")


def test_each_dated_entry_keeps_its_own_day() -> None:
    """Fulfilling entry 9 leaves entry 10 running; dropping entry 10 ends its day without keeping it."""
    ninth = BOOK.story("agreed", "fulfilled_9")
    ninth.then(deadlines={"entry_6": "open", "entry_9": "met", "entry_10": "open"})
    ninth.when(ACTS["dropped_10"]).then(deadlines={"entry_6": "open", "entry_9": "met", "entry_10": "cancelled"})
    ninth.when(ACTS["fulfilled_3"]).then(deadlines={"entry_6": "open", "entry_9": "met", "entry_10": "open"})
    late = BOOK.story("agreed").when(on(ACTS["fulfilled_9"], "2026-01-02"))
    assert late.deadline("entry_9").status == "late"


def test_entry_six_asks_first_for_the_assessment_and_then_for_the_government() -> None:
    """The assessment keeps the day of 30 April 2026 and makes it the Government's turn; only then is it fulfilled."""
    agreed = BOOK.story("agreed")
    agreed.when(ACTS["fulfilled_6"]).refused("assessed_before")
    assessed = agreed.when(ACTS["agreements_assessed"])
    assert assessed.deadline("entry_6").status == "met"
    assert (assessed.task("assess_agreements").status, assessed.task("consider_confirmation").organisation) == (
        "done",
        "VN",
    )
    considered = assessed.when(ACTS["confirmation_considered"])
    assert considered.task("consider_confirmation").status == "done"
    considered.when(ACTS["fulfilled_6"]).then(state="in_follow_up")


def test_the_case_ends_when_all_twelve_are_settled() -> None:
    """Eleven do not do; fulfilled or dropped is the same for this."""
    eleven = BOOK.story("agreed", *(f"dropped_{number}" for number in range(1, 12)))
    eleven.when(ACTS["closed"]).refused("every_entry_settled")
    eleven.given(ACTS["fulfilled_12"]).when(ACTS["closed"]).then(state="settled", closed_on="2026-06-15")


def test_what_the_end_of_the_term_leaves_open_is_named() -> None:
    """The entries that were not settled are listed, no more and no fewer."""
    three = BOOK.story("agreed", "dropped_6", "dropped_9", "dropped_10")
    three.when(but(ACTS["term_ended"], open_entries=[1, 2])).refused("open_entries_named")
    three.when(ACTS["term_ended"]).then(state="ended_with_term")


def test_the_session_as_reported() -> None:
    """The report names the day and the number of entries; the register adds the days."""
    acts, _ = plan(real_history(), Declarations((DECLARATION,)))
    (agreed,) = [planned.act for planned in acts]
    assert (agreed.fact, agreed.on, agreed.unreported) == ("agreed", date(2025, 4, 23), ())
    assert agreed.data == {"register_name": "entries_2025", "session_on": "2025-04-23", "entries": 12}
