"""The investment plan: two partial plans decided in any order, replacements, and what may be carried out."""

from __future__ import annotations

import pytest

from engine.next_acts import open_questions
from tests.book import Book, but, on
from tests.story import Story, fact
from tests.test_procedures.investment_plan_stories import (
    APPROVED,
    AWAITED,
    CONTENTS,
    COUNTY_BOOKS,
    DECIDING,
    DELIVERED,
    HELSINKI_BOOKS,
    HUS_BOOKS,
    MILLION,
    NEW,
    years_of,
)

FIRST_BOOK, OLD_BOOK, NEW_BOOK = COUNTY_BOOKS
HELSINKI = HELSINKI_BOOKS[-1]
HEALTH = "health_part_may_be_carried_out"
RESCUE = "rescue_part_may_be_carried_out"


def turns(story: Story) -> set[str]:
    """What waits to be done, beside serving what was decided."""
    return {task.name for task in story.opened.open_tasks if not task.name.startswith("serve_")}


every_county = pytest.mark.parametrize("book", COUNTY_BOOKS, ids=lambda book: book.table.procedure.declaration_id)


@every_county
def test_a_conflict_with_the_authority_rejects_the_whole_proposal(book: Book) -> None:
    """612/2021 26 § 1 mom.: neither part is decided on until a corrected proposal is there."""
    story = book.story(*DELIVERED, "rejected").then(state="rejected")
    assert story.task("serve_rejection").status == "open"
    story.when(book.acts["health_approved"]).refused("wrong-state")
    story.when(book.acts["corrected"]).then(state="delivered")


def test_rejection_and_passing_meet_at_the_last_cent() -> None:
    """Loans equal to the authority fit it; one cent more conflicts with it."""
    story = NEW_BOOK.story(*DELIVERED)
    for loans, passes in ((40 * MILLION, True), (40 * MILLION + 1, False)):
        passed = story.when(but(NEW_BOOK.acts["check_passed"], loans_cents=loans))
        rejected = story.when(but(NEW_BOOK.acts["rejected"], loans_cents=loans))
        if passes:
            passed.then(state="deciding")
            rejected.refused("conflict_shown")
        else:
            passed.refused("fits_authority")
            rejected.then(state="rejected")


@pytest.mark.parametrize(("book", "refused"), [(OLD_BOOK, False), (NEW_BOOK, True)])
def test_equivalent_contracts_are_counted_since_2025(book: Book, refused: bool) -> None:
    """1056/2024 15 § 1 mom.: a comparison that leaves them out is no comparison any more."""
    story = book.story(*DELIVERED).when(but(book.acts["check_passed"], equivalent_contracts_counted=None))
    if refused:
        story.refused("equivalent_contracts_counted")
    else:
        story.then(state="deciding")


@every_county
@pytest.mark.parametrize("order", [("health", "rescue"), ("rescue", "health")])
def test_the_last_approval_makes_the_plan_whole(book: Book, order: tuple[str, str]) -> None:
    """The two ministries decide in any order; each approval gives leave for its own part only."""
    leave = {"health": HEALTH, "rescue": RESCUE}
    one = book.story(*DECIDING, f"{order[0]}_approved").then(state="deciding", standings={leave[order[0]]})
    one.when(book.acts[f"{order[1]}_approved"]).then(state="approved", standings={HEALTH, RESCUE})


@every_county
def test_a_refused_part_waits_for_the_county(book: Book) -> None:
    """The other ministry still decides; the county replaces the part or proposes anew; the case does not move on."""
    story = book.story(*DECIDING, "health_refused", "rescue_approved").then(state="deciding", standings={RESCUE})
    assert turns(story) == {"replace_health_part"}
    replaced = story.given(book.acts["health_replaced"])
    assert turns(replaced) == {"decide_health_part"}
    replaced.when(book.acts["health_approved"]).then(state="approved")


@pytest.mark.parametrize(
    ("loans", "refused"), [(30 * MILLION, False), (30 * MILLION + 1, True), (0, False), (None, True)]
)
def test_a_replacement_takes_no_more_loan(loans: int | None, refused: bool) -> None:
    """612/2021 26 § 5 mom.: at most the loans of the part that was not approved, and the amount must be known."""
    told = but(NEW_BOOK.acts["health_replaced"], loans_cents=loans)
    story = NEW_BOOK.story(*DECIDING, "health_refused").given(told).when(NEW_BOOK.acts["health_approved"])
    if refused:
        story.refused("health_replacement_loans")
    else:
        story.then(state="deciding")


def test_a_second_replacement_is_compared_with_the_one_refused_last() -> None:
    """Not settled in the law, and so marked: 25 after a refused 20 is too much, though the first part had 30."""
    acts_of = NEW_BOOK.acts
    story = NEW_BOOK.story(*DECIDING, "health_refused").given(
        but(acts_of["health_replaced"], loans_cents=20 * MILLION),
        on(acts_of["health_refused"], "2026-11-07"),
        on(but(acts_of["health_replaced"], loans_cents=25 * MILLION), "2026-11-08"),
    )
    story.when(acts_of["health_approved"]).refused("health_replacement_loans")
    assert "loans_when_refused_again" in {one.id for one in open_questions(NEW, story.opened)}


def test_a_new_proposal_is_checked_again_and_knows_no_old_bound() -> None:
    """26 § 6 mom.: it may take more loan than the refused part; what was approved may be carried out meanwhile."""
    dearer = but(NEW_BOOK.acts["new_proposal"], health_loans_cents=35 * MILLION)
    story = NEW_BOOK.story(*DECIDING, "health_refused", "rescue_approved").when(on(dearer, "2026-11-10"))
    story.then(state="delivered", standings={RESCUE})
    passed = story.given(on(NEW_BOOK.acts["check_passed_again"], "2026-11-11"))
    decided = passed.given(on(NEW_BOOK.acts["health_approved"], "2026-11-12")).then(state="deciding")
    decided.when(on(NEW_BOOK.acts["rescue_refused"], "2026-11-13")).then(standings={HEALTH})


# Grounds


def test_the_agreement_is_a_ground_of_one_ministry_only() -> None:
    """612/2021 26 § 2 mom. 2: the Ministry of the Interior has no such ground in 613/2021 11 §."""
    story = NEW_BOOK.story(*DECIDING)
    agreement = ["conflicts_with_cooperation_agreement"]
    story.when(but(NEW_BOOK.acts["health_refused"], grounds=agreement)).then(state="deciding")
    story.when(but(NEW_BOOK.acts["rescue_refused"], grounds=agreement)).rejected("data-invalid")


@pytest.mark.parametrize("part", ["health", "rescue"])
def test_only_the_first_year_is_tested(part: str) -> None:
    """26 § 3 mom. and 11 § 3 mom.: a fault in a later year is no ground."""
    first, _ = years_of(NEW)
    story = NEW_BOOK.story(*DECIDING)
    for year in (first + 1, first + 3, None):
        story.when(but(NEW_BOOK.acts[f"{part}_refused"], concerns_year=year)).refused("first_year_tested")


@pytest.mark.parametrize(
    ("grounds", "significance", "concerns", "refused"),
    [
        (["financing_not_shown"], None, None, None),
        (["cheaper_jointly"], None, ["investment"], "significant_item"),
        (["cheaper_jointly"], ["far_reaching"], ["investment"], None),
        (["cheaper_jointly"], ["far_reaching"], ["disposal"], "not_only_disposals"),
        (["cheaper_jointly"], ["far_reaching"], ["disposal", "equivalent_contract"], None),
        (["not_cost_effective"], ["economically_significant"], ["disposal"], None),
        ([], None, None, "ground_named"),
    ],
)
def test_what_each_ground_rests_on(
    grounds: list[str], significance: list[str] | None, concerns: list[str] | None, refused: str | None
) -> None:
    """Two grounds are for far-reaching or economically significant items; joint implementation not for disposals."""
    told = but(NEW_BOOK.acts["health_refused"], grounds=grounds, significance=significance, concerns=concerns)
    story = NEW_BOOK.story(*DECIDING).when(told)
    if refused:
        story.refused(refused)
    else:
        story.then(state="deciding")


def test_the_objectives_are_a_ground_only_by_a_law_that_is_named() -> None:
    """HE 129/2025 vp is not confirmed: before 2025 never, since then only with the act in force on which it rests."""
    objectives = ["conflicts_with_national_objectives"]
    OLD_BOOK.story(*DECIDING).when(but(OLD_BOOK.acts["health_refused"], grounds=objectives)).refused(
        "no_objectives_ground"
    )
    told = but(NEW_BOOK.acts["rescue_refused"], grounds=objectives)
    story = NEW_BOOK.story(*DECIDING)
    story.when(told).refused("objectives_ground_in_force")
    story.when(but(told, objectives_ground_law="made-up act 1/2026")).then(state="deciding")
    assert "objectives_ground" in {one.id for one in open_questions(NEW, story.opened)}


# Carrying out


@every_county
def test_only_what_is_approved_for_the_first_year_may_be_carried_out(book: Book) -> None:
    """612/2021 25 § 2 mom. and 613/2021 11 § 5 mom.: an approved part, its first year, an item that it has."""
    first, _ = years_of(book.table)
    started = book.acts["started"]
    only_rescue = book.story(*DECIDING, "rescue_approved")
    only_rescue.when(started).refused("part_approved")
    only_rescue.when(but(started, item="made-up station", part="rescue")).then(state="deciding")
    whole = book.story(*APPROVED)
    whole.when(started).then(state="approved")
    whole.when(but(started, financial_year=first - 1)).refused("not_before_first_year")
    whole.when(but(started, financial_year=first + 1)).then(state="approved")
    whole.when(but(started, item="another wing")).refused("item_in_first_year")
    whole.when(but(started, kind="disposal")).refused("item_in_first_year")
    whole.when(but(started, part="rescue")).refused("item_in_first_year")


def test_a_replacement_brings_its_own_items() -> None:
    """What the replacement leaves out may not be carried out, whatever the refused part had."""
    other = [{"name": "made-up annex", "part": "health_and_social", "kind": "investment", "year": 2027}]
    story = NEW_BOOK.story(*DECIDING, "health_refused").given(
        but(NEW_BOOK.acts["health_replaced"], items=other), NEW_BOOK.acts["health_approved"]
    )
    story.when(NEW_BOOK.acts["started"]).refused("item_in_first_year")
    story.when(but(NEW_BOOK.acts["started"], item="made-up annex")).then(state="deciding")


@every_county
def test_the_budget_follows_the_approved_plan(book: Book) -> None:
    """611/2021 115 § 4 mom.: the council's task once the plan is whole."""
    story = book.story(*APPROVED)
    assert (story.task("budget_by_plan").status, story.task("budget_by_plan").body) == ("open", "council")
    story.when(but(book.acts["budget_adopted"], follows_plan=False)).refused("budget_follows_plan")
    assert story.given(book.acts["budget_adopted"]).task("budget_by_plan").status == "done"


# Variants


@pytest.mark.parametrize("book", HELSINKI_BOOKS, ids=lambda book: book.table.procedure.declaration_id)
def test_helsinkis_proposal_goes_straight_to_decision(book: Book) -> None:
    """615/2021 2 § 2 mom.: 26 § 1 mom. is not applied, so nothing is compared and nothing rejected."""
    story = book.story(*DELIVERED).then(state="deciding")
    story.when(book.acts["check_passed"]).refused("wrong-state")
    story.when(book.acts["rejected"]).refused("wrong-state")


@pytest.mark.parametrize("book", HELSINKI_BOOKS, ids=lambda book: book.table.procedure.declaration_id)
def test_helsinki_is_free_to_carry_out_and_to_borrow_more(book: Book) -> None:
    """25 § 2 mom. and the bound on loans are not applied: no leave is needed, a dearer replacement may be approved."""
    dearer = but(book.acts["health_replaced"], loans_cents=300 * MILLION)
    story = book.story(*DELIVERED, "health_refused").given(dearer)
    story.when(book.acts["started"]).then(standings=set())
    approved = story.given(book.acts["health_approved"]).then(state="deciding", standings=set())
    approved.when(book.acts["rescue_approved"]).then(state="closed")


def test_helsinkis_new_proposal_puts_both_parts_before_the_ministries_again() -> None:
    """Without a check the new proposal stays where it is: both ministries decide once more."""
    story = HELSINKI.story(*DELIVERED, "rescue_approved").given(on(HELSINKI.acts["health_refused"], "2026-11-11"))
    anew = story.given(on(HELSINKI.acts["new_proposal"], "2026-11-12")).then(state="deciding")
    assert turns(anew) == {"decide_health_part", "decide_rescue_part"}
    anew.when(on(HELSINKI.acts["health_approved"], "2026-11-13")).then(state="deciding")


@pytest.mark.parametrize("book", HUS_BOOKS, ids=lambda book: book.table.procedure.declaration_id)
def test_hus_has_one_partial_plan(book: Book) -> None:
    """HUS organises no rescue services: its plan is whole with the health and social part, and so it is marked."""
    alone = but(book.acts["delivered"], parts=["health_and_social"], contents=CONTENTS[:7])
    story = book.story(*AWAITED).given(alone, book.acts["check_passed"]).then(state="deciding_health")
    assert turns(story) == {"decide_health_part"}
    story.when(book.acts["rescue_approved"]).refused("wrong-state")
    story.when(book.acts["health_approved"]).then(state="approved", standings={HEALTH})
    assert "hus_parts" in {one.id for one in open_questions(book.table, story.opened)}


def test_hus_had_one_decision_to_wait_for_in_2022() -> None:
    """The limit of 31.12.2022 runs for the one part that HUS has."""
    HUS_BOOKS[0].story(*DELIVERED).then(due={"first_health_decision": "2023-01-02"})


def test_an_appeal_goes_to_the_administrative_court_within_thirty_days() -> None:
    """808/2019 8 and 13 §: served on 5.11.2026, so through Monday 7.12.2026, after Independence Day on a Sunday."""
    story = NEW_BOOK.story(*DECIDING, "health_refused", "refusal_served").then(due={"ministry_appeal": "2026-12-07"})
    appealed = story.given(fact("appeal_made", "2026-12-07", generation=1, documents=("appeal",)))
    assert (appealed.deadline("ministry_appeal").status, appealed.task("judge_appeal").organisation) == ("met", "HAO")
    appealed.when(fact("appeal_decided", "2027-05-03", outcome="annulled", documents=("judgment",))).then(
        state="deciding"
    )


def test_what_a_court_returns_is_decided_anew() -> None:
    """An annulled non-approval puts the part before its ministry again, and takes away no other decision."""
    story = NEW_BOOK.story(*DECIDING, "health_refused", "refusal_served", "refusal_appealed")
    returned = story.given(NEW_BOOK.acts["health_returned"]).then(state="deciding")
    assert "decide_health_part" in turns(returned)
    returned.when(NEW_BOOK.acts["rescue_returned"]).then(state="deciding")
    returned.when(NEW_BOOK.acts["health_approved"]).then(state="deciding", standings={HEALTH})


def test_a_plan_made_before_the_first_agreement_says_so() -> None:
    """616/2021 1 §: the agreements of 36 § were due by the end of 2025; where there is none, none is considered."""
    without = [one for one in CONTENTS if one != "cooperation_agreement_considered"]
    story = OLD_BOOK.story(*AWAITED)
    story.when(but(OLD_BOOK.acts["delivered"], contents=without)).refused("contents_of_health_part")
    story.when(but(OLD_BOOK.acts["delivered"], contents=[*without, "no_cooperation_agreement_yet"])).then(
        state="delivered"
    )


def test_a_disposal_of_rescue_services_needs_no_significance() -> None:
    """613/2021 11 § 2 mom. 3 says only "disposal": not settled, and no reason to refuse the ministry's decision."""
    told = but(NEW_BOOK.acts["rescue_refused"], concerns=["disposal"], significance=None)
    NEW_BOOK.story(*DECIDING).when(told).then(state="deciding")
    NEW_BOOK.story(*DECIDING).when(but(told, concerns=["investment"])).refused("significant_item")


def test_a_new_proposal_may_still_follow_a_replacement() -> None:
    """26 § 6 mom. does not say until when the county may choose a wholly new proposal."""
    story = NEW_BOOK.story(*DECIDING, "health_refused", "health_replaced")
    story.when(NEW_BOOK.acts["new_proposal"]).then(state="delivered")


def test_helsinki_may_appeal_after_its_last_approval_has_closed_the_case() -> None:
    """The time to appeal outlives the case: a decision can be served and appealed against in a closed one, too."""
    story = HELSINKI.story(*DELIVERED, "rescue_approved", "health_approved").then(state="closed")
    served = story.given(fact("decision_served", "2026-11-12", role="stm")).then(due={"ministry_appeal": "2026-12-14"})
    served.when(fact("appeal_made", "2026-12-01", generation=1, documents=("appeal",))).then(state="closed")
