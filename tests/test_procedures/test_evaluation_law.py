"""The two versions of the evaluation procedure: sound, and different where the law changed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from engine.check import check_all
from engine.declaration import Kind
from engine.errors import Refused
from engine.law import Status
from engine.next_acts import open_questions
from engine.table import Table
from procedures.register import declarations, every_version
from tests.story import Story, fact
from tests.test_procedures.evaluation_stories import BOTH, NEW, OLD, acts, at, but, on, tell


def test_the_declarations_have_no_fault() -> None:
    """The checker, which reports everything at once, reports nothing."""
    assert check_all(every_version()) == ()


@pytest.mark.parametrize(
    ("day", "declaration"),
    [
        (date(2023, 1, 1), "evaluation@2023-01-01"),
        (date(2024, 12, 31), "evaluation@2023-01-01"),
        (date(2025, 1, 1), "evaluation@2025-01-01"),
        (date(2026, 3, 5), "evaluation@2025-01-01"),
    ],
)
def test_the_law_of_the_opening_day_is_the_one_in_force(day: date, declaration: str) -> None:
    """611/2021 as given rules until 31.12.2024, and as amended by 1056/2024 from the day after."""
    assert declarations().in_force("evaluation", day).procedure.declaration_id == declaration


def test_before_2023_there_was_no_such_procedure() -> None:
    """122–124 § came into force on 1.1.2023; the day before is refused by name."""
    with pytest.raises(Refused) as refused:
        declarations().in_force("evaluation", date(2022, 12, 31))
    assert refused.value.code == "no-law-in-force"


def test_the_amendment_changed_exactly_this() -> None:
    """Facts, moves and deadlines of the two versions differ where 1056/2024 and 1057/2024 changed the law."""
    old, new = OLD.procedure, NEW.procedure
    assert {fact.id for fact in new.facts} - {fact.id for fact in old.facts} == {
        "interim_report_given",
        "measures_reported_in_negotiation",
        "division_inquiry_needed",
    }
    assert {fact.id for fact in old.facts} - {fact.id for fact in new.facts} == set()
    assert {guard.id for guard in old.guards} - {guard.id for guard in new.guards} == {
        "authority_or_two_grants",
        "not_a_joint_authority",
    }
    assert {guard.id for guard in new.guards} - {guard.id for guard in old.guards} == {
        "authority_or_grant",
        "division_proposal_handled",
        "inquiry_needed",
        "measures_unfulfilled",
        "criteria_met_again",
        "interim_report_placed",
    }
    assert {rule.id for rule in new.deadlines} - {rule.id for rule in old.deadlines} == {"interim_report"}
    assert old.states == new.states


@pytest.mark.parametrize(
    ("table", "granted_on", "refused"),
    [
        (OLD, ["2023-05-02"], True),
        (OLD, ["2023-05-02", "2024-05-02"], False),
        (OLD, ["2024-02-01", "2024-05-31"], False),
        (NEW, [], True),
        (NEW, ["2025-05-02"], False),
        (NEW, ["2023-05-02"], False),
        (NEW, ["2025-12-31"], True),
    ],
)
def test_additional_funding_opens_the_gate_twice_before_and_once_since_2025(
    table: Table, granted_on: list[str], refused: bool
) -> None:
    """E4, 123 § 1 mom. 4: two grants within three financial years until 31.12.2024, one from 1.1.2025."""
    noted = but(
        acts(table)["criteria_noted"], borrowing_authority_changed_on=None, additional_funding_granted_on=granted_on
    )
    story = Story(table, subject="15").when(noted)
    if refused:
        story.refused("authority_or_two_grants" if table is OLD else "authority_or_grant")
    else:
        story.then(state="criteria_met")


def test_two_grants_four_financial_years_apart_are_not_within_three() -> None:
    """The window is three consecutive financial years: 2021 and 2024 are four."""
    grants = but(
        acts(OLD)["criteria_noted"],
        borrowing_authority_changed_on=None,
        additional_funding_granted_on=["2021-05-02", "2024-05-02"],
    )
    Story(OLD, subject="15").when(grants).refused("authority_or_two_grants")


def test_a_case_of_2024_goes_on_under_its_own_law_in_2025() -> None:
    """No transition clause: opened on 31.12.2024, a case keeps its law, and says that this is open."""
    story = Story(OLD, subject="15").given(on(acts(OLD)["criteria_noted"], "2024-12-31"))
    assert "amendment_reaches_open_cases" in {one.id for one in open_questions(OLD, story.opened)}
    later = at("assessment", OLD).when(acts(OLD)["proposals_given"]).then(state="proposals_given")
    assert later.event.effective_on == date(2025, 6, 5)
    at("assessment", NEW).when(acts(NEW)["proposals_given"]).refused("division_proposal_handled")


def test_the_decision_can_name_the_day_whose_wording_it_applies() -> None:
    """Where the law changed in between, the start decision records on which wording of 123 § it relies."""
    story = tell(Story(OLD, subject="15"), "criteria_noted", "county_heard", table=OLD)
    decided = but(acts(OLD)["start_decided"], criteria_law_on="2025-01-01")
    story.when(on(decided, "2025-02-03")).then(state="started")
    assert story.when(on(decided, "2025-02-03")).event.data["criteria_law_on"] == "2025-01-01"


@pytest.mark.parametrize("table", BOTH)
def test_helsinki_is_refused_with_the_section(table: Table) -> None:
    """615/2021 17 § does not list 122–124 § among what applies to Helsinki."""
    story = Story(table, subject="90", subject_kind="city").when(acts(table)["criteria_noted"])
    story.refused("subject-not-covered")
    assert "615/2021 17 §" in story.refusal.missing[0].basis


@pytest.mark.parametrize("table", BOTH)
def test_hus_is_covered_as_a_reading_that_is_not_settled(table: Table) -> None:
    """A case about HUS can be opened, and carries the open question; a county's case does not."""
    hus = tell(Story(table, subject="HUS", subject_kind="joint_authority"), "criteria_noted", table=table)
    assert "hus_covered" in {one.id for one in open_questions(table, hus.opened)}
    assert "hus_covered" not in {one.id for one in open_questions(table, at("criteria_met", table).opened)}


def test_the_initiative_reaches_hus_from_2025() -> None:
    """612/2021 27 § was applied to HUS by 1057/2024, not before."""
    before, since = (Story(table, subject="HUS", subject_kind="joint_authority") for table in (OLD, NEW))
    before.when(acts(OLD)["initiative_made"]).refused("not_a_joint_authority")
    since.when(acts(NEW)["initiative_made"]).then(state="criteria_met")


@pytest.mark.parametrize("table", BOTH)
def test_no_move_is_the_clocks(table: Table) -> None:
    """Each act is somebody's; the clock neither decides nor moves an evaluation."""
    assert [move.fact.id for move in table.procedure.transitions if move.kind is Kind.CLOCK] == []


@pytest.mark.parametrize("table", BOTH)
def test_states_that_the_law_does_not_name_say_so(table: Table) -> None:
    """Only käynnistetty, arviointiryhmä asetettu and aluejakoselvittäjä asetettu are the law's own names."""
    named = {state.id: state.label.fi for state in table.procedure.states if state.status is Status.STATUTE}
    assert named == {
        "started": "käynnistetty",
        "group_appointed": "arviointiryhmä asetettu",
        "investigator_appointed": "aluejakoselvittäjä asetettu",
    }


@pytest.mark.parametrize("table", BOTH)
def test_every_open_state_says_whose_turn_it_is(table: Table) -> None:
    """No open state is without a task, so that `todo` is complete."""
    assert [state.id for state in table.procedure.states if not state.final and not state.tasks] == []


@pytest.mark.parametrize("table", BOTH)
def test_an_open_case_bars_a_second_one(table: Table) -> None:
    """One evaluation of a county at a time."""
    Story(table, subject="15", open_cases=("evaluation-15-2023",)).when(acts(table)["criteria_noted"]).refused(
        "open-case-exists"
    )


@pytest.mark.parametrize("table", BOTH)
def test_earlier_evaluations_of_the_county_are_linked(table: Table) -> None:
    """Both ways to open a case react on the county's other evaluations, closed ones among them."""
    found = {
        (one.on.id, one.procedure, one.causing.id, one.reached.id, one.open_only) for one in table.procedure.reactions
    }
    assert found == {
        ("criteria_noted", "evaluation", "later_evaluation", "earlier_evaluation", False),
        ("initiative_made", "evaluation", "later_evaluation", "earlier_evaluation", False),
    }


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [("additional_funding_grants", 2, 1), ("rectification_days", 14, 14), ("appeal_days", 30, 30)],
)
def test_numbers_on_the_day_before_and_of_the_change(name: str, before: int, after: int) -> None:
    """On 31.12.2024 and on 1.1.2025 each number is the one of that day."""
    change = date(2025, 1, 1)
    numbers = OLD.procedure.parameters
    assert (numbers.on(name, change - timedelta(days=1)).value, numbers.on(name, change).value) == (before, after)


def test_an_unknown_gate_is_no_data() -> None:
    """A gate that the law does not know never reaches the rules."""
    Story(NEW, subject="15").when(
        fact("criteria_noted", "2025-06-02", gates=["E6"], documents=("calculation",))
    ).rejected("data-invalid")
