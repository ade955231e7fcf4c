"""A county against the five preconditions: evidence before judgement, support for the slow, less for the others."""

from __future__ import annotations

import pytest

from engine.check import check
from procedures.county_assessment.guards import pace_now, unassessed
from procedures.county_assessment.since_2025_01_01 import DECLARATION
from tests.book import but
from tests.test_procedures.county_assessment_stories import ACTS, BOOKS, PRECONDITIONS

(BOOK,) = BOOKS
ASSESSED = BOOK.story("assessment_opened", *PRECONDITIONS)


def test_the_declaration_is_sound() -> None:
    """The checker finds no fault in it."""
    assert check(DECLARATION) == ()


def test_the_five_preconditions_are_those_of_the_proposal() -> None:
    """Political commitment, plan, leadership, competence and staff; a sixth is refused with the nearest."""
    assert PRECONDITIONS == (
        "political_commitment",
        "reform_plan",
        "unified_leadership",
        "competence",
        "staff_engagement",
    )
    wrong = BOOK.story("assessment_opened").when(but(ACTS["reform_plan"], precondition="reform_plans"))
    assert "Did you mean reform_plan" in wrong.rejected("data-invalid").refusal.message


@pytest.mark.parametrize("missing", PRECONDITIONS)
def test_the_pace_waits_for_all_five(missing: str) -> None:
    """Whichever is missing, the pace cannot be judged."""
    four = BOOK.story("assessment_opened", *(one for one in PRECONDITIONS if one != missing))
    assert unassessed(four.opened) == {missing}
    four.when(ACTS["too_slow"]).refused("all_five_assessed")


def test_what_is_not_known_counts_as_assessed_without_evidence() -> None:
    """No information is a state of its own: it needs no evidence, and it is never left out in silence."""
    silent = but(ACTS["competence"], state="no_information", evidence=None)
    BOOK.story("assessment_opened").when(silent).then(state="assessing")
    BOOK.story("assessment_opened").when(but(silent, state="on_schedule")).refused("evidence_named")


def test_support_follows_a_pace_that_is_too_slow() -> None:
    """A county that is fast enough is not supported individually; one that is too slow is not lightened."""
    ASSESSED.when(ACTS["support_started"]).refused("too_slow")
    slow = ASSESSED.given(ACTS["too_slow"])
    slow.when(ACTS["steering_lightened"]).refused("fast_enough")
    slow.when(ACTS["support_started"]).then(state="supported")


def test_the_last_judgement_counts() -> None:
    """A county that has caught up is no longer too slow, whatever was said before."""
    caught_up = ASSESSED.given(ACTS["too_slow"], ACTS["fast_enough"])
    assert pace_now(caught_up.opened) == "fast_enough"
    caught_up.when(ACTS["support_started"]).refused("too_slow")
    caught_up.when(ACTS["steering_lightened"]).then(state="lightened")


def test_too_slow_says_in_what_and_why() -> None:
    """The economy or the preconditions, and a reason in words."""
    ASSESSED.when(but(ACTS["too_slow"], because_of=[])).refused("slowness_explained")
    ASSESSED.when(but(ACTS["too_slow"], reason=None)).refused("slowness_explained")


def test_a_judgement_sets_the_day_of_the_next() -> None:
    """The first day is met, the next one runs; without one none is set, and nothing is late."""
    judged = ASSESSED.when(ACTS["too_slow"]).then(due={"pace_review": "2025-12-15"})
    assert judged.deadline("pace_review", 1).status == "met"
    ASSESSED.when(but(ACTS["too_slow"], review_on=None)).then(due={})
