"""The smaller registers of the programme: joint function, problems, forums, indicators, and links beside."""

from __future__ import annotations

from datetime import date

import pytest

from engine.check import check
from engine.declaration import Procedure
from engine.law import Status
from procedures.cooperation_forums import since_2025_01_01 as cooperation_forums
from procedures.cooperation_forums.guards import contacts_now, forums_now
from procedures.government_commitment import links as commitment_links
from procedures.government_commitment.entries import register
from procedures.indicators import since_2025_01_01 as indicators
from procedures.indicators.guards import followed, values_of
from procedures.joint_steering_function import since_2025_01_01 as joint_steering_function
from procedures.joint_steering_function.guards import matters_now, members_now
from procedures.national_objectives import links as objective_links
from procedures.national_objectives.objectives import registered
from procedures.national_objectives.tasks import DUTIES
from procedures.reform_programme.catalogue import ids_of
from procedures.register import PROCEDURES
from procedures.self_government_problem import since_2025_01_01 as self_government_problem
from procedures.self_government_problem.guards import counties_of
from tests.book import but, on
from tests.test_procedures.cooperation_forums_stories import ACTS as FORUM_ACTS
from tests.test_procedures.cooperation_forums_stories import BOOKS as FORUM_BOOKS
from tests.test_procedures.indicators_stories import ACTS as INDICATOR_ACTS
from tests.test_procedures.indicators_stories import BOOKS as INDICATOR_BOOKS
from tests.test_procedures.joint_steering_function_stories import ACTS as PILOT_ACTS
from tests.test_procedures.joint_steering_function_stories import BOOKS as PILOT_BOOKS
from tests.test_procedures.self_government_problem_stories import ACTS as PROBLEM_ACTS
from tests.test_procedures.self_government_problem_stories import BOOKS as PROBLEM_BOOKS

(PILOT,), (PROBLEM,), (FORUMS,), (INDICATORS,) = PILOT_BOOKS, PROBLEM_BOOKS, FORUM_BOOKS, INDICATOR_BOOKS


@pytest.mark.parametrize(
    "declaration",
    [
        joint_steering_function.DECLARATION,
        self_government_problem.DECLARATION,
        cooperation_forums.DECLARATION,
        indicators.DECLARATION,
    ],
    ids=lambda procedure: procedure.id,
)
def test_each_declaration_is_sound_and_practice_only(declaration: Procedure) -> None:
    """The checker finds no fault, and no state is said to be the law's."""
    assert check(declaration) == ()
    assert {state.status for state in declaration.states} == {Status.PRACTICE}


def test_the_pilot_needs_all_three_ministries() -> None:
    """Two do not do; with the third it starts, and its evaluation has a day."""
    two = PILOT.story("pilot_prepared", "VM", "STM")
    two.when(PILOT_ACTS["pilot_started"]).refused("three_ministries")
    started = two.given(PILOT_ACTS["SM"]).when(PILOT_ACTS["pilot_started"])
    started.then(state="piloting", due={"pilot_evaluation": "2026-05-29"})


def test_a_ministry_leaves_with_all_its_units_or_with_one() -> None:
    """Leaving without naming a unit takes every unit of the organisation along."""
    named = PILOT.story("pilot_prepared", "VM", "thl_named")
    assert members_now(named.opened) == {("VM", "made-up unit"), ("THL", None)}
    left = named.given(but(PILOT_ACTS["thl_left"], organisation="VM"))
    assert members_now(left.opened) == {("THL", None)}


def test_a_matter_goes_to_the_joint_function_and_comes_back() -> None:
    """It is there once; taken back, it can be given again, and the pilot ends only when none is left."""
    assigned = PILOT.story("pilot_prepared", "VM", "STM", "SM", "pilot_started", "matter_assigned")
    assert matters_now(assigned.opened) == {"rents"}
    back = assigned.given(PILOT_ACTS["matter_taken_back"])
    assert matters_now(back.opened) == frozenset()
    back.when(on(PILOT_ACTS["matter_assigned"], "2026-01-12")).then(state="piloting")
    back.when(PILOT_ACTS["pilot_ended"]).then(state="ended")


def test_a_county_or_a_ministry_opens_a_problem() -> None:
    """Who has it is known either way; the next county joins for itself."""
    raised = PROBLEM.story("problem_raised", "county_joined")
    assert counties_of(raised.opened) == {"06", "15"}
    noticed = PROBLEM.story("problem_noticed")
    assert counties_of(noticed.opened) == {"07"}
    noticed.when(but(PROBLEM_ACTS["county_joined"], party="07")).refused("new_to_it")
    assert [task.name for task in noticed.opened.open_tasks] == ["name_owner"]


def test_a_problem_is_resolved_with_counties_each_time() -> None:
    """Handling it together once does not do for a solution after it was opened again."""
    owned = PROBLEM.story("problem_raised", "owner_named")
    owned.when(PROBLEM_ACTS["problem_resolved"]).refused("was_handled_together")
    resolved = owned.given(PROBLEM_ACTS["handled_together"]).when(PROBLEM_ACTS["problem_resolved"])
    assert resolved.then(state="resolved").deadline("resolution").status == "met"
    reopened = resolved.given(PROBLEM_ACTS["problem_reopened"])
    reopened.when(PROBLEM_ACTS["resolved_again"]).refused("was_handled_together")


def test_another_owner_brings_another_day() -> None:
    """The earlier day ends without being kept, and the new owner's day runs."""
    owned = PROBLEM.story("problem_raised", "owner_named")
    again = owned.when(but(on(PROBLEM_ACTS["owner_named"], "2025-10-06"), owner="STM", resolve_by="2026-02-27"))
    again.then(due={"resolution": "2026-02-27"})
    assert again.deadline("resolution", 1).status == "cancelled"


def test_a_forum_that_was_merged_is_in_use_no_more() -> None:
    """The catalogue's forums are there from the start; an added one comes and goes."""
    added = FORUMS.story("opened", "forum_added")
    assert forums_now(added.opened) >= {"data_directors", "advisory_board", "made_up_forum"}
    merged = added.given(FORUM_ACTS["forum_merged"])
    assert "made_up_forum" not in forums_now(merged.opened)
    merged.when(on(FORUM_ACTS["forum_added"], "2025-09-01")).then(state="in_use")


def test_a_contact_is_an_office() -> None:
    """An office of the catalogue or a title; an unknown office is refused with the nearest one."""
    opened = FORUMS.story("opened")
    assert contacts_now(opened.given(FORUM_ACTS["contact_set"]).opened) == {("20", "red_flags")}
    wrong = opened.when(but(FORUM_ACTS["contact_set"], office="county_directors"))
    assert "Did you mean county_director" in wrong.rejected("data-invalid").refusal.message
    opened.when(but(FORUM_ACTS["contact_set"], office=None, title="made-up unit")).then(state="in_use")


def test_an_indicator_is_somebody_elses() -> None:
    """Without its publisher and its id there it is not taken in; nor without what it follows, nor for objective 13."""
    opened = INDICATORS.story("opened")
    for lacking in ("source", "source_id"):
        opened.when(but(INDICATOR_ACTS["taken_in"], **{lacking: None})).refused("source_named")
    opened.when(but(INDICATOR_ACTS["taken_in"], objective=13)).refused("follows_something")
    taken = opened.when(but(INDICATOR_ACTS["taken_in"], objective=None, goal="N3.1"))
    assert [*followed(taken.then(state="in_use").opened)] == ["made_up_share"]


@pytest.mark.parametrize("value", ["12,5", "1e3", "12.", "01", "NaN"])
def test_a_value_is_a_number_written_out(value: str) -> None:
    """A comma, an exponent or a leading nought is refused: what is recorded is exact."""
    taken = INDICATORS.story("opened", "taken_in")
    taken.when(but(INDICATOR_ACTS["value_recorded"], value=value)).rejected("data-invalid")


def test_a_value_that_the_source_lacks_is_recorded_as_lacking() -> None:
    """Silence of the source is a value with a reason, never a nought and never both."""
    taken = INDICATORS.story("opened", "taken_in")
    missing = but(INDICATOR_ACTS["value_recorded"], value=None, missing_because="made-up reason")
    taken.when(missing).then(state="in_use")
    taken.when(but(missing, value="0")).refused("value_or_why_not")


def test_a_correction_takes_the_place_of_a_value() -> None:
    """The newest counts and the earlier one stays in the history; a second first value is refused."""
    corrected = INDICATORS.story("opened", "taken_in", "value_recorded", "value_corrected")
    (newest,) = values_of(corrected.opened).values()
    assert newest.data["value"] == "12.4"
    corrected.when(on(INDICATOR_ACTS["value_recorded"], "2025-09-20")).refused("no_value_yet")


def known(kind: str) -> set[str]:
    """The ids of what a link can lead to."""
    return {
        "procedure": set(PROCEDURES),
        "goal": set(ids_of("goals")),
        "objective": {str(one.number) for one in registered("2025-05-28").objectives},
        "commitment": {str(number) for number in register("entries_2025").numbers},
    }[kind]


def test_the_links_of_objectives_and_commitments_lead_somewhere() -> None:
    """Each link of the twelve objectives and of the twelve entries names something that there is."""
    links = [link for number in range(1, 13) for link in objective_links.links_of(number)]
    links += [link for number in range(1, 13) for link in commitment_links.links_of(number)]
    assert {(kind, target) for kind, target in links if target not in known(kind)} == set()
    assert objective_links.links_status() is Status.PRACTICE
    for lookup in (objective_links.links_of, commitment_links.links_of):
        with pytest.raises(KeyError):
            lookup(13)


def test_an_objective_and_a_commitment_that_are_linked_know_of_each_other() -> None:
    """What one names, the other names back."""
    forth = {
        (number, int(target))
        for number in range(1, 13)
        for kind, target in objective_links.links_of(number)
        if kind == "commitment"
    }
    back = {
        (int(target), number)
        for number in range(1, 13)
        for kind, target in commitment_links.links_of(number)
        if kind == "objective"
    }
    assert forth == back


def test_the_duties_that_objectives_open_are_those_of_the_declaration() -> None:
    """Five tasks, each with the objectives that speak of its matter."""
    assert [duty.task for duty in objective_links.duties()] == [task.id for task in DUTIES]
    numbers = {one.number for one in registered("2025-05-28").objectives}
    assert all(duty.especially and set(duty.especially) <= numbers for duty in objective_links.duties())


def test_entry_six_opens_the_round_of_the_collaborative_areas() -> None:
    """Negotiations in March and April 2026, and the Government's decision by 38 § only if it is needed."""
    assert commitment_links.opened_by(6) == (
        commitment_links.Opened("collaborative_negotiation", date(2026, 3, 1), date(2026, 4, 30), if_needed=False),
        commitment_links.Opened("agreement_decision", None, None, if_needed=True),
    )
    assert commitment_links.opened_by(7) == ()
    assert {one.procedure for one in commitment_links.opened_by(6)} <= set(PROCEDURES)
