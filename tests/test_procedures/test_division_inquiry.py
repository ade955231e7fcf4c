"""Changing the counties, 614/2021 chapter 2 and what replaced it: who agrees, by when it is decided, what it means."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from engine.check import check
from engine.check_parts import nodes
from engine.declaration import Kind
from engine.declarations import Declarations
from engine.law import Basis, Status
from engine.table import Table
from procedures.calendar import finnish_calendar
from procedures.division_inquiry.since_2021_07_01 import DECLARATION as BEFORE
from procedures.division_inquiry.since_2025_12_15 import DECLARATION as SINCE
from procedures.statutes import DIVISION, DIVISION_2025
from tests.book import Book, but, on
from tests.story import Story
from tests.test_procedures.division_inquiry_stories import (
    APPOINTED,
    APPROVED,
    BOOKS,
    MUNICIPALITY,
    NEW,
    OLD,
    PREPARED,
    acts,
)

OF_OLD, OF_NEW = BOOKS
IN_PREPARATION = ("own_initiative_taken", *APPROVED, *PREPARED)
BEFORE_COUNCILS = ("own_initiative_taken", *APPOINTED, "merger_proposed")
BOTH = pytest.mark.parametrize("book", BOOKS, ids=("old", "new"))


def decided(book: Book, *before: str, **data: Any) -> Story:
    """The story when the merger is decided after these acts, with other data."""
    return book.story(*before).when(but(book.acts["merger_decided"], **data))


@pytest.mark.parametrize("procedure", [BEFORE, SINCE], ids=("old", "new"))
def test_the_declarations_have_no_fault(procedure: Any) -> None:
    """The checker, which reports everything at once, reports nothing."""
    assert check(procedure) == ()


@pytest.mark.parametrize(
    ("day", "declaration"),
    [
        (date(2021, 7, 1), "division_inquiry@2021-07-01"),
        (date(2025, 12, 14), "division_inquiry@2021-07-01"),
        (date(2025, 12, 15), "division_inquiry@2025-12-15"),
    ],
)
def test_the_act_of_the_opening_day_is_the_one_in_force(day: date, declaration: str) -> None:
    """614/2021 rules until 14.12.2025, and the act on the division into counties from the day after."""
    held = Declarations((BEFORE, SINCE))
    assert held.in_force("division_inquiry", day).procedure.declaration_id == declaration


def test_what_the_newer_act_is_known_to_have_changed() -> None:
    """The time of the decision, the division into regions, and the account of dividing a county; nothing else."""
    old, new = ({guard.id for guard in one.guards} for one in (BEFORE, SINCE))
    assert old - new == {"transfer_accounted", "elections_said", "decided_before_summer", "regions_decided"}
    assert new - old == {"transfer_or_division_accounted", "decided_a_year_before"}
    assert set(OLD.deadlines) - set(NEW.deadlines) == {"decision_before_elections"}
    assert [state.id for state in BEFORE.states] == [state.id for state in SINCE.states]
    assert {fact.id for fact in BEFORE.facts} == {fact.id for fact in SINCE.facts}


def test_the_newer_act_is_cited_as_what_is_known_of_it() -> None:
    """No rule of the newer version rests on 614/2021; sections 5 and 6 are known at second hand, the others open."""
    ruling = [one for one in nodes(SINCE) if isinstance(one, Basis)]
    questions = {id(basis) for question in SINCE.open_questions for basis in question.basis}
    assert [one for one in ruling if one.statute == DIVISION.number and id(one) not in questions] == []
    newer = {(one.section, one.status) for one in ruling if one.statute == DIVISION_2025.number}
    assert {section for section, status in newer if status is Status.STATUTE} == set()
    assert {("5 §", Status.SECONDARY), ("6 §", Status.SECONDARY), ("", Status.UNSETTLED)} <= newer


@pytest.mark.parametrize(("supporters", "refused"), [(20_000, False), (19_999, True)])
@BOTH
def test_a_fifth_of_the_residents_can_ask_for_an_inquiry(book: Book, supporters: int, refused: bool) -> None:
    """8 § 2 mom. 3: at least 20 per cent of those entitled to vote, to the last one."""
    story = book.opened().when(but(book.acts["residents_proposed"], supporters_count=supporters))
    story.refused("enough_residents") if refused else story.then(state="pending")


@BOTH
def test_everybody_concerned_is_heard_before_an_investigator_is_appointed(book: Book) -> None:
    """8 § 1 mom.: each county concerned and the municipality that would be transferred; several hearings add up."""
    hearing, appointing = book.acts["heard_before_appointing"], book.acts["investigator_appointed"]
    opened = book.story("municipality_proposed")
    opened.when(appointing).refused("counties_heard", "municipality_heard")
    first = opened.given(but(hearing, heard=["15"], municipalities=[]))
    first.when(appointing).refused("counties_heard", "municipality_heard")
    second = first.given(but(hearing, heard=["13"], municipalities=[MUNICIPALITY]))
    second.when(appointing).then(state="investigator_appointed")


@BOTH
def test_the_act_sets_no_term_for_the_investigator(book: Book) -> None:
    """A term is the appointment's own: without one there is no deadline, and none is invented."""
    heard = book.story("own_initiative_taken", "heard_before_appointing")
    heard.when(but(book.acts["investigator_appointed"], term_ends_on=None)).then(due={})
    with_term = heard.when(book.acts["investigator_appointed"])
    assert (with_term.deadline("investigator_term").kind, with_term.deadline("investigator_term").law_status) == (
        "agreed",
        "practice",
    )


@BOTH
def test_without_an_inquiry_a_proposed_change_goes_to_the_government(book: Book) -> None:
    """A proposal of a county or a municipality is for the Government to decide; an inquiry asked for simply ends."""
    declining = book.acts["no_inquiry_ordered"]
    for opening in ("county_proposed", "joint_proposal_made", "municipality_proposed"):
        book.story(opening).when(declining).then(state="preparation", closed_on=None)
    for opening in ("residents_proposed", "evaluation_group_proposed", "own_initiative_taken"):
        book.story(opening).when(declining).then(state="not_ordered", closed_on=declining.on)


@BOTH
def test_an_investigator_may_find_no_change_necessary(book: Book) -> None:
    """9 § 2 mom.: a proposal is made only if the inquiry shows the need; a pending proposal still gets its decision."""
    found = book.acts["no_change_found_necessary"]
    book.story("own_initiative_taken", *APPOINTED).when(found).then(state="ended_without_proposal")
    book.story("county_proposed", *APPOINTED).when(found).then(state="preparation")


@BOTH
def test_each_council_handles_the_proposal_for_itself(book: Book) -> None:
    """9 § 2 mom.: one task for each county concerned, done by its own council; a stranger's opinion is refused."""
    story = book.story(*BEFORE_COUNCILS)
    asked = {task.organisation for task in story.opened.open_tasks if task.name == "handle_proposal"}
    assert asked == {"15", "13"}
    story.when(but(book.acts["first_approves"], party="14")).refused("not-a-party")
    after = story.given(book.acts["first_approves"])
    assert [task.organisation for task in after.opened.open_tasks if task.name == "handle_proposal"] == ["13"]
    after.when(book.acts["proposal_delivered"]).refused("councils_handled")
    after.given(book.acts["second_opposes"]).when(book.acts["proposal_delivered"]).then(state="preparation")


@pytest.mark.parametrize(
    ("first", "second", "evaluated", "refused"),
    [
        ("approves", "approves", [], False),
        ("opposes", "approves", [], True),
        ("other", "approves", [], True),
        ("opposes", "approves", ["15"], False),
        ("opposes", "opposes", ["15"], True),
        ("approves", "opposes", ["15"], True),
        ("opposes", "opposes", ["15", "13"], False),
    ],
)
@BOTH
def test_only_an_evaluated_county_is_merged_against_its_councils_will(
    book: Book, first: str, second: str, evaluated: list[str], refused: bool
) -> None:
    """10 § 2 mom.: every other merging county's council must approve the investigator's proposal."""
    opinions = (but(book.acts["first_approves"], position=first), but(book.acts["second_approves"], position=second))
    story = book.story(*BEFORE_COUNCILS).given(
        *opinions, *(book.acts[name] for name in ("proposal_delivered", *PREPARED, "effect_planned"))
    )
    outcome = story.when(but(book.acts["merger_decided"], been_evaluated=evaluated))
    outcome.refused("merger_agreed") if refused else outcome.then(state="change_decided")


@BOTH
def test_against_its_will_only_on_the_investigators_proposal(book: Book) -> None:
    """Having been evaluated is not enough: without an investigator's proposal or a joint one there is no merger."""
    decided(book, "county_proposed", "no_inquiry_ordered", *PREPARED, been_evaluated=["15", "13"]).refused(
        "merger_based", "merger_agreed"
    )


@BOTH
def test_a_merger_without_its_counties_is_not_decided(book: Book) -> None:
    """10 § 2 mom.: whose councils agree can only be told of counties that are named."""
    for merging in ([], ["15"], ["15", "15"]):
        decided(book, *IN_PREPARATION, merging=merging).refused("merger_based")


@BOTH
def test_a_joint_proposal_carries_the_consent_in_itself(book: Book) -> None:
    """7 § 2 and 10 § 2 mom.: identical council decisions stand in for approvals, for those counties only."""
    joint = ("joint_proposal_made", "no_inquiry_ordered", *PREPARED)
    decided(book, *joint).then(state="change_decided")
    decided(book, *joint, merging=["15", "13", "14"]).refused("merger_based", "merger_agreed", "heard_on_change")


@BOTH
def test_a_municipality_is_transferred_without_the_councils_approval(book: Book) -> None:
    """10 § 2 mom. speaks of mergers: for a transfer the opinions are obtained, and none of them binds."""
    story = book.story(
        "municipality_proposed", *APPOINTED, "transfer_proposed", "first_opposes", "second_opposes"
    ).given(but(book.acts["municipal_opinion"], position="opposes"))
    prepared = story.given(*(book.acts[name] for name in ("proposal_delivered", *PREPARED)))
    prepared.when(book.acts["transfer_decided"]).then(state="change_decided", standings=set())


@BOTH
def test_a_ceasing_county_is_restricted_until_the_change_has_effect(book: Book) -> None:
    """18 §: from the decision on a merger, and no longer once the change has effect or the decision is annulled."""
    merged = book.story(*IN_PREPARATION, "effect_planned").when(book.acts["merger_decided"])
    merged.then(standings={"ceasing_county"})
    published = merged.given(book.acts["decision_published"])
    published.when(book.acts["change_took_effect"]).then(state="division_changed", standings=set())
    annulled = published.given(book.acts["appeal_made"]).when(book.acts["decision_annulled"])
    annulled.then(state="preparation", standings=set())


@BOTH
def test_a_case_stays_open_for_an_appeal(book: Book) -> None:
    """20 §: 30 days from service; the change takes effect despite an appeal, and its handling then ends the case."""
    year = int(book.acts["merger_decided"].on.year)
    published = book.story(*IN_PREPARATION, "effect_planned", "merger_decided").when(
        but(book.acts["decision_published"], served_on=f"{year}-12-11")
    )
    assert published.deadline("appeal").due == finnish_calendar().next_working_day(date(year + 1, 1, 10))
    appealed = published.given(book.acts["appeal_made"])
    effective = appealed.when(book.acts["change_took_effect"]).then(state="change_decided", standings=set())
    effective.when(book.acts["appeal_dismissed_late"]).then(state="division_changed")
    effective.when(on(book.acts["decision_annulled"], book.acts["appeal_dismissed_late"].on.isoformat())).then(
        state="preparation"
    )
    appealed.given(book.acts["appeal_dismissed"]).when(book.acts["change_took_effect"]).then(state="division_changed")


@BOTH
def test_two_appeals_both_have_to_be_decided(book: Book) -> None:
    """20 §: once in effect, the change ends the case with the last appeal only."""
    appeal = book.acts["appeal_made"]
    effective = book.story(*IN_PREPARATION, "effect_planned", "merger_decided", "decision_published").given(
        appeal, but(appeal, by="member"), book.acts["change_took_effect"]
    )
    once = effective.when(book.acts["appeal_dismissed_late"]).then(state="change_decided")
    once.when(book.acts["appeal_dismissed_late"]).then(state="division_changed")


@BOTH
def test_the_court_can_stop_the_effect(book: Book) -> None:
    """20 § 3 mom.: what the court has forbidden to carry out does not take effect until it has decided the appeal."""
    stopped = book.story(
        *IN_PREPARATION,
        "effect_planned",
        "merger_decided",
        "decision_published",
        "appeal_made",
        "enforcement_forbidden",
    )
    stopped.when(book.acts["change_took_effect"]).refused("enforcement_allowed")
    stopped.given(book.acts["appeal_dismissed"]).when(book.acts["change_took_effect"]).then(state="division_changed")


@BOTH
def test_a_silent_council_does_not_stop_the_proposal(book: Book) -> None:
    """9 § 3 mom.: the opinions given are attached; a council without one has not approved the merger."""
    silent = but(book.acts["proposal_delivered"], without_opinion=["13"])
    delivered = book.story(*BEFORE_COUNCILS, "first_approves").when(silent).then(state="preparation")
    prepared = delivered.given(*(book.acts[name] for name in PREPARED))
    prepared.when(book.acts["merger_decided"]).refused("merger_agreed")
    prepared.when(but(book.acts["merger_decided"], been_evaluated=["13"])).then(state="change_decided")
    transfer = book.story("municipality_proposed", *APPOINTED, "transfer_proposed", "first_approves", "second_opposes")
    without = but(book.acts["proposal_delivered"], municipalities_without_opinion=[MUNICIPALITY])
    transfer.when(without).then(state="preparation")


@BOTH
def test_a_proposal_can_be_rejected_without_a_hearing(book: Book) -> None:
    """10 § 3 mom. asks for the hearing of those whom a change concerns; a rejection changes nothing."""
    book.story("county_proposed", "no_inquiry_ordered").when(book.acts["left_unchanged"]).then(state="change_rejected")


@pytest.mark.parametrize("parties", [("15",), ("13",), ("15", "VM")])
@BOTH
def test_the_counties_concerned_are_parties(book: Book, parties: tuple[str, ...]) -> None:
    """Every change concerns two counties: with the case's own or the other one missing no investigator is appointed."""
    alone = replace(book, parties=parties).story("own_initiative_taken", "heard_before_appointing")
    alone.when(book.acts["investigator_appointed"]).refused("counties_heard")


@BOTH
def test_a_change_has_effect_at_a_new_year(book: Book) -> None:
    """11 § 2 mom.: from the beginning of a calendar year, for a transfer the one after the next county elections."""
    decided(book, *IN_PREPARATION, effective_from="2040-02-01").refused("at_new_year")
    transfer = but(book.acts["transfer_decided"], next_elections_year=2036)
    book.story(*IN_PREPARATION).when(transfer).refused("after_elections")


def test_before_the_newer_act_the_decision_came_by_the_end_of_june() -> None:
    """11 § 1 mom.: 30.6.2024 for 1.1.2025. It is a Sunday, so the last day is taken to be Monday 1.7.2024."""
    planned = OF_OLD.story(*IN_PREPARATION).when(OF_OLD.acts["effect_planned"])
    planned.then(due={**planned.aspects["due"], "decision_in_time": "2024-07-01"})
    merger = OF_OLD.acts["merger_decided"]
    planned.when(on(merger, "2024-07-01")).then(state="change_decided")
    planned.when(on(merger, "2024-07-02")).refused("decided_before_summer")
    planned.when(but(on(merger, "2024-07-02"), effective_from="2027-01-01")).then(state="change_decided")


def test_before_elections_the_decision_came_half_a_year_earlier() -> None:
    """11 § 1 mom.: with elections in 2025 a change from 1.1.2026 is decided by 31.12.2024."""
    planned = OF_OLD.story(*IN_PREPARATION).when(OF_OLD.acts["effect_planned_after_elections"])
    planned.then(due={"decision_before_elections": "2024-12-31"})
    merger = but(OF_OLD.acts["merger_decided"], effective_from="2026-01-01", elections_in_preceding_year=True)
    planned.when(on(merger, "2024-12-31")).then(state="change_decided")
    planned.when(on(merger, "2025-01-02")).refused("decided_before_summer")
    replanned = planned.when(but(OF_OLD.acts["effect_planned"], effective_from="2027-01-01"))
    replanned.then(due={"decision_in_time": "2026-06-30"})


def test_since_the_newer_act_the_decision_comes_a_year_before() -> None:
    """At least one year, counted backward: for 1.1.2029 by 1.1.2028, which does not move although it is a holiday."""
    planned = OF_NEW.story(*IN_PREPARATION).when(OF_NEW.acts["effect_planned"])
    planned.then(due={"decision_in_time": "2028-01-01"})
    assert planned.deadline("decision_in_time").law_status == "secondary"
    merger = OF_NEW.acts["merger_decided"]
    planned.when(on(merger, "2028-01-01")).then(state="change_decided")
    planned.when(on(merger, "2028-01-02")).refused("decided_a_year_before")


def test_the_division_into_regions_followed_until_the_newer_act() -> None:
    """11 § 1 mom.: the regions were changed at the same time; since 15.12.2025 they no longer follow."""
    decided(OF_OLD, *IN_PREPARATION, regions_changed=None).refused("regions_decided")
    decided(OF_NEW, *IN_PREPARATION, regions_changed=None).then(state="change_decided")


def test_dividing_a_county_needs_an_account_since_the_newer_act() -> None:
    """9 and 19 §: an economic account of a transfer before; of a county that is divided among others as well since."""
    for book, refused in ((OF_OLD, False), (OF_NEW, True)):
        story = book.story("own_initiative_taken", *APPOINTED).when(
            but(book.acts["division_proposed"], economic_account=None)
        )
        story.refused("transfer_or_division_accounted") if refused else story.then(state="proposal_given")


@BOTH
def test_the_end_is_told_to_an_open_evaluation(book: Book) -> None:
    """611/2021 122 § 4 and 124 §: the opening links; the end asks for its recording there, and decides nothing."""
    reactions = book.table.procedure.reactions
    assert {one.procedure for one in reactions} == {"evaluation"}
    assert {one.on.id for one in reactions if one.task is None} == {move.fact.id for move in book.table.openings}
    told = {one.on.id: one for one in reactions if one.task is not None}
    assert set(told) == {"no_change_found_necessary", "division_decided", "left_unchanged"}
    assert {(one.open_only, one.task.done_by) for one in told.values() if one.task} == {
        (True, ("division_decision_made", "division_left_unchanged"))
    }
    assert {one.to for one in book.table.procedure.listens} == {
        "evaluation.investigator_appointed",
        "evaluation.division_inquiry_needed",
    }


@pytest.mark.parametrize("table", [OLD, NEW], ids=("old", "new"))
def test_only_counties_are_changed(table: Table) -> None:
    """Helsinki and HUS are no counties: no inquiry starts from them."""
    for subject, kind in (("90", "city"), ("HUS", "joint_authority")):
        Story(table, subject=subject, subject_kind=kind).when(acts(table)["own_initiative_taken"]).refused(
            "subject-not-covered"
        )


@pytest.mark.parametrize("table", [OLD, NEW], ids=("old", "new"))
def test_the_clock_does_nothing_and_every_open_state_has_its_task(table: Table) -> None:
    """No move is the clock's, and each open state says whose turn it is."""
    assert [move.fact.id for move in table.procedure.transitions if move.kind is Kind.CLOCK] == []
    assert [state.id for state in table.procedure.states if not state.final and not state.tasks] == []
