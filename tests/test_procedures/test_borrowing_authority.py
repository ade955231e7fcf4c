"""The yearly borrowing authority: its conditions, the joint decision, guarantees, and the law's two versions."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

import pytest

from engine.check import check
from engine.declarations import Declarations
from engine.errors import OhjausError
from engine.next_acts import open_questions
from engine.table import Table
from procedures.borrowing_authority import since_2021_07_01, since_2025_01_01
from tests.book import but, on
from tests.story import Story, fact
from tests.test_procedures.borrowing_authority_stories import (
    BOTH,
    CONFIRMED,
    COUNTY_BOOKS,
    GUARANTEED,
    JOINT_BOOKS,
    LOAN,
    MILLION,
    NEW,
    OLD,
    acts,
    amounts,
)

NEW_BOOK = COUNTY_BOOKS[1]
DECLARED: Final = Declarations((since_2021_07_01.DECLARATION, since_2025_01_01.DECLARATION))


def test_the_declarations_have_no_fault() -> None:
    """The checker reports nothing on either version."""
    assert [check(table.procedure) for table in BOTH] == [(), ()]


@pytest.mark.parametrize(
    ("day", "declaration"),
    [
        (date(2021, 7, 1), "borrowing_authority@2021-07-01"),
        (date(2022, 6, 16), "borrowing_authority@2021-07-01"),
        (date(2024, 12, 31), "borrowing_authority@2021-07-01"),
        (date(2025, 1, 1), "borrowing_authority@2025-01-01"),
    ],
)
def test_15_came_into_force_with_the_act(day: date, declaration: str) -> None:
    """616/2021 1 § delays 16 § but not 15 §, so the Government could decide in June 2022; 1056/2024 from 1.1.2025."""
    assert DECLARED.in_force("borrowing_authority", day).procedure.declaration_id == declaration


def test_before_july_2021_there_was_no_such_law() -> None:
    """The day before the act came into force is refused by name."""
    with pytest.raises(OhjausError) as caught:
        DECLARED.in_force("borrowing_authority", date(2021, 6, 30))
    assert caught.value.code == "no-law-in-force"


def test_the_amendment_changed_exactly_this() -> None:
    """States, facts and deadlines stay; the contracts must be covered, and the predecessors' figures serve no more."""
    old, new = OLD.procedure, NEW.procedure
    assert [one.id for one in old.facts] == [one.id for one in new.facts]
    assert (old.states, old.deadlines) == (new.states, new.deadlines)
    guards = ({one.id for one in old.guards}, {one.id for one in new.guards})
    assert guards[0] - guards[1] == {"first_year_figures"}
    assert guards[1] - guards[0] == {"own_figures", "equivalent_contracts_covered"}


@pytest.mark.parametrize(("table", "refused"), [(OLD, False), (NEW, True)])
def test_contracts_equivalent_to_investments_must_be_covered_since_2025(table: Table, refused: bool) -> None:
    """1056/2024 15 § 1 mom.: until 31.12.2024 the calculation could be silent about them."""
    silent = but(acts(table)["calculated"], equivalent_contracts_included=None)
    story = Story(table, subject="15", subject_kind="county").when(silent)
    if refused:
        story.refused("equivalent_contracts_covered")
    else:
        story.then(state="calculated")


@pytest.mark.parametrize(
    ("year", "figures_from", "allowed"),
    [
        (2022, "predecessors_of_2021_and_2022", False),
        (2023, "predecessors_of_2021_and_2022", True),
        (2023, "own_budget_of_the_year_before", False),
        (2024, "predecessors_of_2021_and_2022", False),
        (2024, "own_budget_of_the_year_before", True),
    ],
)
def test_the_authority_for_2023_rests_on_the_predecessors(year: int, figures_from: str, allowed: bool) -> None:
    """616/2021 61 § 1 mom.: accounts of 2021 and budgets of 2022 of the joint authorities, for that year only."""
    calculated = but(on(acts(OLD)["calculated"], "2022-05-02"), financial_year=year, figures_from=figures_from)
    story = Story(OLD, subject="15", subject_kind="county").when(calculated)
    if allowed:
        story.then(state="calculated")
    else:
        story.refused("first_year_figures")


@pytest.mark.parametrize(("subject", "kind", "covered"), [("HUS", "joint_authority", True), ("90", "city", False)])
def test_hus_is_covered_and_helsinki_is_not(subject: str, kind: str, covered: bool) -> None:
    """615/2021 2 § 4 mom. applies 15 § to HUS; 17 § does not list it for Helsinki."""
    story = Story(NEW, subject=subject, subject_kind=kind).when(acts(NEW)["calculated"])
    if covered:
        story.then(state="calculated")
    else:
        story.refused("subject-not-covered")
        assert "615/2021 17 § 2 mom." in story.refusal.missing[0].basis


@pytest.mark.parametrize(
    ("amount", "grounds", "refused"),
    [
        (40 * MILLION, [], None),
        (40 * MILLION - 1, [], "lower_only_exceptionally"),
        (40 * MILLION - 1, ["state_finances"], None),
        (0, ["county_finances"], None),
        (40 * MILLION + 1, ["state_finances"], "not_above_formula"),
    ],
)
def test_the_government_confirms_what_the_formula_gives_or_less(
    amount: int, grounds: list[str], refused: str | None
) -> None:
    """15 § 1 mom.: less only where finances weaken significantly and exceptionally; more is a change of its own."""
    proposed = NEW_BOOK.story("calculated", "recalculated", "proposal_made")
    story = proposed.when(but(NEW_BOOK.acts["confirmed"], amount_cents=amount, exceptional_grounds=grounds))
    if refused:
        story.refused(refused)
    else:
        story.then(state="confirmed")


def test_a_negative_difference_is_an_authority_of_zero() -> None:
    """More debt than ten times the margin leaves nothing; the Government confirms zero, and nothing can be used."""
    indebted = but(NEW_BOOK.acts["calculated"], opening_debt_cents=400 * MILLION, formula_cents=0)
    story = NEW_BOOK.opened().given(indebted, NEW_BOOK.acts["proposal_made"])
    zero = story.given(but(NEW_BOOK.acts["confirmed"], amount_cents=0))
    zero.when(NEW_BOOK.acts["used"]).refused("use_within_authority")
    assert "zero_floor" in {one.id for one in open_questions(NEW, story.opened)}


def test_a_changed_authority_is_the_new_ceiling() -> None:
    """What the Government changed under 15 § 3 mom. counts instead of what it confirmed before."""
    dear = but(NEW_BOOK.acts["used"], amount_cents=100 * MILLION)
    NEW_BOOK.story(*CONFIRMED).when(dear).refused("use_within_authority")
    NEW_BOOK.story(*CONFIRMED, "change_recorded").when(dear).then(state="confirmed")


def test_a_change_of_another_year_changes_nothing_here() -> None:
    """The task is done by saying so, and the ceiling stays."""
    other = on(but(NEW_BOOK.acts["change_recorded"], amount_cents=None), "2026-02-13")
    story = NEW_BOOK.story(*CONFIRMED).given(other)
    story.when(but(NEW_BOOK.acts["used"], amount_cents=40 * MILLION + 1)).refused("use_within_authority")


def test_loans_of_a_started_investment_are_drawn_after_the_year() -> None:
    """The authority covers a started investment whole: what is undrawn keeps the case open into later years."""
    story = NEW_BOOK.story(*CONFIRMED, "used", "loan_begun", "year_ended").then(state="year_ended")
    story.when(on(NEW_BOOK.acts["contract"], "2027-01-04")).refused("wrong-state")
    later = story.given(NEW_BOOK.acts["loan_completed"])
    later.when(NEW_BOOK.acts["follow_up_ended"]).then(state="ended")


def test_the_year_ends_on_1_january() -> None:
    """On 31 December the financial year still runs; on 1 January an unused authority ends with its case."""
    story = NEW_BOOK.story(*CONFIRMED)
    story.when(fact("financial_year_ended", "2026-12-31")).refused("year_is_over")
    story.when(fact("financial_year_ended", "2027-01-01")).then(state="ended", closed_on="2027-01-01")


def test_the_county_appeals_within_thirty_days_of_service() -> None:
    """Served on 16.6.2025: 808/2019 13 §; the Supreme Administrative Court, as for every decision of the Government."""
    unserved = NEW_BOOK.story(*CONFIRMED).then(due={})
    assert unserved.task("serve_decision").status == "open"
    story = unserved.given(NEW_BOOK.acts["served"]).then(due={"government_appeal": "2025-07-16"})
    appealed = story.given(NEW_BOOK.acts["appeal_made"])
    assert appealed.task("judge_appeal").organisation == "KHO"
    appealed.when(NEW_BOOK.acts["appeal_dismissed"]).then(state="confirmed")
    appealed.when(NEW_BOOK.acts["appeal_annulled"]).then(state="calculated")
    content = story.given(on(NEW_BOOK.acts["no_remedy_sought"], "2025-07-17"))
    assert content.deadline("government_appeal").status == "cancelled"


def test_a_pending_appeal_keeps_the_case_open() -> None:
    """The year's end does not end a case whose decision is before the court."""
    story = NEW_BOOK.story(*CONFIRMED, "served", "appeal_made", "year_ended").then(state="year_ended")
    story.when(NEW_BOOK.acts["follow_up_ended"]).refused("nothing_remains")


@pytest.mark.parametrize(
    ("principal", "significant", "whose"),
    [
        (20 * MILLION - 1, False, "guarantee_change_approved"),
        (20 * MILLION - 1, True, "guarantee_change_approved_by_government"),
        (20 * MILLION, False, "guarantee_change_approved_by_government"),
    ],
)
def test_the_government_decides_on_changes_from_twenty_million(principal: int, significant: bool, whose: str) -> None:
    """18 § 2 mom.: at least EUR 20 million of principal, or exceptionally significant; else the State Treasury."""
    asked = but(NEW_BOOK.acts["change_requested"], principal_cents=principal, exceptionally_significant=significant)
    story = NEW_BOOK.story(*GUARANTEED).given(asked)
    both = {
        name: story.when(fact(name, "2026-06-15", loan=LOAN, documents=("guarantee_change",)))
        for name in ("guarantee_change_approved", "guarantee_change_approved_by_government")
    }
    recorded = [name for name, tried in both.items() if not isinstance(tried.outcome, OhjausError)]
    assert recorded == [whose]


def test_a_secured_loan_gets_a_supplementary_guarantee() -> None:
    """17 § 1 mom.: with a security behind the loan the guarantee is supplementary to it."""
    secured = but(NEW_BOOK.acts["guaranteed"], loan_has_collateral=True)
    story = NEW_BOOK.story(*CONFIRMED, "used", "loan_begun")
    story.when(secured).refused("supplementary_if_collateral")
    story.when(but(secured, form="supplementary")).then(state="confirmed")


def test_the_joint_decision_names_every_county_and_hus() -> None:
    """22 amounts, zero among them; Helsinki is not one, and a county twice is not two."""
    book = JOINT_BOOKS[1]
    story = book.story("calculated", "proposal_made")
    twice = [*amounts(0)[:-1], amounts(0)[0]]
    helsinki = [*amounts(0), {"county": "90", "amount_cents": 0}]
    for wrong in (twice, helsinki):
        story.when(but(book.acts["joint_decision"], amounts=wrong)).refused("every_county_has_amount")
    done = story.given(book.acts["joint_decision"])
    assert (len(done.event.data["amounts"]), done.opened.closed_on) == (22, date(2025, 6, 12))


def test_nobody_unknown_gets_an_amount() -> None:
    """A code that the directory does not know never reaches the rules."""
    book = JOINT_BOOKS[1]
    stranger = but(book.acts["joint_decision"], amounts=[{"county": "22", "amount_cents": 0}])
    book.story("calculated", "proposal_made").when(stranger).rejected("data-invalid")


def test_a_case_of_2024_keeps_its_law() -> None:
    """No transition clause: opened on 31.12.2024 it need not cover contracts, and says that this is open."""
    opened = on(but(acts(OLD)["calculated"], equivalent_contracts_included=None), "2024-12-31")
    story = Story(OLD, subject="15", subject_kind="county").given(opened)
    assert "amendment_reaches_open_cases" in {one.id for one in open_questions(OLD, story.opened)}
    day = date(2024, 12, 31) + timedelta(days=1)
    assert DECLARED.in_force("borrowing_authority", day).procedure.declaration_id == "borrowing_authority@2025-01-01"
