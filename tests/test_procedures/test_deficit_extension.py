"""More time to cover a deficit (HE 189/2025 vp): nothing of it is confirmed, and everything says so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from engine.check_parts import nodes
from engine.declaration import Kind
from engine.declarations import Declarations
from engine.errors import OhjausError
from engine.law import Basis, Status
from engine.next_acts import open_questions
from engine.parameters import DatedValue
from procedures.deficit_extension.since_2026_03_06 import DECLARATION
from tests.book import but, on
from tests.story import Story
from tests.test_procedures.deficit_extension_stories import (
    ACTS,
    BOOK,
    CONSIDERED,
    GRANTED,
    HEARD,
    LAW_FROM,
    REJECTED,
    TABLE,
)


def statuses() -> Iterator[Status]:
    """How well each part of the declaration is known: its bases, its states and its numbers."""
    yield DECLARATION.status
    for node in nodes(DECLARATION):
        if isinstance(node, Basis | DatedValue):
            yield node.status
    yield from (state.status for state in DECLARATION.states)


def test_everything_is_unsettled() -> None:
    """No rule, no state and no number of a bill passes for law."""
    assert set(statuses()) == {Status.UNSETTLED}


def test_whoever_opens_a_case_names_the_day_from_which_the_law_is_in_force() -> None:
    """Without it, with a day before the bill could be law, or with one that has not come, nothing is opened."""
    for named in (None, "2026-03-05", "2026-04-16"):
        Story(TABLE, subject="19", law_in_force_from=named).when(ACTS["application_made"]).refused("law-not-confirmed")
    story = Story(TABLE, subject="19", law_in_force_from=LAW_FROM).when(ACTS["application_made"]).then(state="pending")
    assert story.event.opening is not None
    assert story.event.opening.law_in_force_from == date(2026, 4, 1)


@pytest.mark.parametrize(
    ("day", "in_force"),
    [
        (date(2026, 3, 5), False),
        (date(2026, 3, 6), True),
        (date(2029, 12, 31), True),
        (date(2030, 1, 1), False),
    ],
)
def test_it_lasts_from_the_first_possible_day_to_the_end_of_2029(day: date, in_force: bool) -> None:
    """On 5.3.2026 the bill was still being heard; it is meant to last until 31.12.2029."""
    declared = Declarations((DECLARATION,))
    if in_force:
        assert declared.in_force("deficit_extension", day).procedure is DECLARATION
        return
    with pytest.raises(OhjausError) as caught:
        declared.in_force("deficit_extension", day)
    assert caught.value.code == "no-law-in-force"


@pytest.mark.parametrize(("year", "refused"), [(2026, True), (2027, False), (2028, False), (2029, False), (2030, True)])
def test_time_can_be_given_to_the_end_of_2027_2028_or_2029(year: int, refused: bool) -> None:
    """The bill has 2027 and 2028; 2029 was announced on 3.3.2026 and is accepted as open."""
    story = BOOK.story(*HEARD).when(but(ACTS["granted"], cover_by=f"{year}-12-31"))
    if refused:
        story.refused("year_allowed")
    else:
        story.then(state="granted", due={"cover_deficit": date(year, 12, 31)})
        assert "last_year" in {one.id for one in open_questions(TABLE, story.opened)}


@pytest.mark.parametrize(("day", "last"), [(date(2026, 3, 2), 2028), (date(2026, 3, 3), 2029)])
def test_the_last_year_on_the_day_before_and_of_the_announcement(day: date, last: int) -> None:
    """The number is dated, with its source: the bill, then the announcement."""
    assert DECLARATION.parameters.on("last_cover_year", day).value == last


def test_the_day_is_the_one_that_the_decision_states() -> None:
    """31.12.2028 is a Sunday: the day to cover a deficit is the decision's, counted and moved by nobody."""
    story = BOOK.story(*GRANTED)
    assert story.event.type == "deficit_extension.decision_served"
    assert story.deadline("cover_deficit").due == date(2028, 12, 31)
    assert story.opened.every("granted")[0].data["cover_by"] == "2028-12-31"


def test_a_plan_approved_by_the_council_is_needed() -> None:
    """The task is the council's from the application on; VM decides nothing without it."""
    story = BOOK.story("application_made", "consideration_begun")
    assert (story.task("approve_plan").role, story.task("approve_plan").status) == ("council", "open")
    story.when(ACTS["granted"]).refused("plan_approved")
    assert BOOK.story(*CONSIDERED).task("approve_plan").status == "done"


def test_less_than_applied_for_and_nothing_need_a_hearing() -> None:
    """As applied for, time can be given at once; less, or none, only after the county was heard."""
    BOOK.story(*CONSIDERED).when(ACTS["granted"]).then(state="granted")
    BOOK.story(*CONSIDERED).when(but(ACTS["granted"], cover_by="2027-12-31")).refused("heard_unless_as_applied")
    BOOK.story(*CONSIDERED).when(ACTS["rejected"]).refused("county_heard")
    BOOK.story(*HEARD).when(but(ACTS["granted"], cover_by="2027-12-31")).then(state="granted")


def test_a_grant_moves_the_day_of_e1_and_nothing_else() -> None:
    """It begins no standing and raises no task in an evaluation: open ones are linked, that is all."""
    story = BOOK.story(*GRANTED).then(standings=set())
    assert story.opened.state == "granted"
    (reaction,) = DECLARATION.reactions
    assert (reaction.on.id, reaction.procedure, reaction.open_only, reaction.task) == (
        "granted",
        "evaluation",
        True,
        None,
    )
    assert DECLARATION.standings == ()


def test_a_deficit_is_left_uncovered_only_when_the_time_is_over() -> None:
    """On the last day it may still be covered; on the day after, the accounts can show that it was not."""
    story = BOOK.story(*GRANTED)
    story.when(on(ACTS["deficit_left_uncovered"], "2028-12-31")).refused("time_is_over")
    story.when(on(ACTS["deficit_left_uncovered"], "2029-01-01")).then(state="closed")


def test_an_annulled_decision_returns_the_application() -> None:
    """VM decides and serves again; the 30 days from then end on Ascension Day and move to the Friday after."""
    story = BOOK.story(*REJECTED, "appeal_made", "decision_annulled").then(state="consideration")
    again = story.given(ACTS["granted_anew"], on(ACTS["decision_served"], "2027-04-06"))
    assert again.deadline("appeal", 2).due == date(2027, 5, 7)


def test_a_rejection_is_closed_when_the_time_to_appeal_is_over() -> None:
    """Served on 18.6.2026: 30 days end on a Saturday and move to Monday 20.7.2026."""
    story = BOOK.story(*REJECTED)
    assert story.deadline("appeal").due == date(2026, 7, 20)
    story.when(on(ACTS["closed"], "2026-07-20")).refused("remedy_time_over")
    story.when(on(ACTS["closed"], "2026-07-21")).then(state="closed")


def test_only_a_county_can_apply() -> None:
    """Helsinki is not under 115 §, and HUS is an open question: neither is opened."""
    for subject, kind in (("90", "city"), ("HUS", "joint_authority")):
        story = Story(TABLE, subject=subject, subject_kind=kind, law_in_force_from=LAW_FROM)
        story.when(ACTS["application_made"]).refused("subject-not-covered")


def test_no_move_is_the_clocks_and_every_open_state_has_a_task() -> None:
    """Each act is somebody's, and each open state says whose turn it is."""
    assert [move.fact.id for move in DECLARATION.transitions if move.kind is Kind.CLOCK] == []
    assert [state.id for state in DECLARATION.states if not state.final and not state.tasks] == []
