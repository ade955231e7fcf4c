"""A shared theme: raised by several, taken up by somebody, closed with an outcome."""

from __future__ import annotations

from engine.check import check
from procedures.shared_theme.guards import counties_of, observations_of
from procedures.shared_theme.since_2025_01_01 import DECLARATION
from tests.book import but, on
from tests.test_procedures.shared_theme_stories import ACTS, BOOKS

(BOOK,) = BOOKS


def test_the_declaration_is_sound() -> None:
    """The checker finds no fault in it."""
    assert check(DECLARATION) == ()


def test_one_county_alone_shares_nothing() -> None:
    """It takes two; one that is named twice is one."""
    for counties in ([], ["07"], ["07", "07"]):
        BOOK.opened().when(but(ACTS["raised"], counties=counties)).refused("several")


def test_counties_and_observations_join_as_they_come() -> None:
    """Who raised it and on what it rests is the sum of what was said; nothing joins twice."""
    joined = BOOK.story("raised", "counties_joined")
    assert counties_of(joined.opened) == {"06", "07", "08"}
    assert observations_of(joined.opened) == {"made-up-observation-1", "made-up-observation-2"}
    joined.when(ACTS["counties_joined"]).refused("something_new")
    joined.when(but(ACTS["counties_joined"], observations=["made-up-observation-3"])).then(state="raised")
    joined.when(but(ACTS["counties_joined"], counties=None, observations=None)).refused("something_new")


def test_somebody_takes_it_up_by_a_day() -> None:
    """The day that was set is a deadline; without one none runs; a day that has passed cannot be set."""
    BOOK.story("raised").when(ACTS["taken_up"]).then(state="taken_up", due={"theme_settled": "2026-12-31"})
    BOOK.story("raised").when(but(ACTS["taken_up"], due_on=None)).then(state="taken_up", due={})
    BOOK.story("raised").when(but(ACTS["taken_up"], due_on="2026-11-17")).refused("due_ahead")
    BOOK.story("raised").when(but(ACTS["taken_up"], by="ministry")).rejected("data-invalid")


def test_a_theme_handed_over_has_the_new_day() -> None:
    """The earlier day no longer counts."""
    handed = BOOK.story("raised", "taken_up", "handed_over").then(due={"theme_settled": "2027-01-29"})
    assert handed.deadline("theme_settled", 1).status == "cancelled"


def test_it_closes_with_its_outcome_in_time_or_late() -> None:
    """What came of it is required; after the day it closes late."""
    taken = BOOK.story("raised", "taken_up")
    taken.when(but(ACTS["closed"], outcome=None)).refused("field:outcome")
    taken.when(ACTS["closed"]).then(state="closed", deadlines={"theme_settled": "met"})
    taken.when(on(ACTS["closed"], "2027-01-04")).then(deadlines={"theme_settled": "late"})


def test_what_was_taken_up_is_not_left_to_the_counties() -> None:
    """That is said at the beginning, with the reason, or not at all."""
    BOOK.story("raised", "taken_up").when(on(ACTS["left_to_counties"], "2026-11-19")).refused("wrong-state")
    BOOK.story("raised").when(but(ACTS["left_to_counties"], because=None)).refused("field:because")
