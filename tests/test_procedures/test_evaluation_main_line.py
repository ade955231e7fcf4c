"""The evaluation from its opening to each of its ends, as it is meant to go."""

from __future__ import annotations

from datetime import date

import pytest

from engine.table import Table
from tests.story import Story, fact
from tests.test_procedures.evaluation_stories import BOTH, NEW, OLD, acts, at, but, on, tell

REMEDIES = {
    "no_remedy_sought",
    "rectification_requested",
    "rectification_decided",
    "appeal_made",
    "restricted_decision_judged",
    "further_appeal_made",
    "further_appeal_judged",
}


@pytest.mark.parametrize("table", BOTH)
def test_measures_done_end_the_procedure(table: Table) -> None:
    """From the criteria by way of group, council and follow-up to the ministry's finding that the measures are done."""
    story = tell(at("follow_up", table), "restriction_ended", "budget_adopted", table=table)
    year = 2026 if table is OLD else 2027
    story.when(acts(table)["measures_completed"]).then(
        state="closed", closed_on=f"{year}-12-15", standings=set(), due={}
    )


@pytest.mark.parametrize("table", BOTH)
def test_the_government_can_end_it_by_changing_the_division(table: Table) -> None:
    """An investigator is appointed after a hearing, and the Government's decision ends the case and the restriction."""
    story = at("investigator_appointed", table)
    assert story.aspects["standings"] == {"restriction_of_powers"}
    story.when(acts(table)["division_decision_made"]).then(state="division_decided", standings=set(), due={})


@pytest.mark.parametrize("table", BOTH)
@pytest.mark.parametrize("role", ["government", "vm"])
def test_an_unchanged_division_leads_back_to_the_follow_up(table: Table, role: str) -> None:
    """If the Government leaves the division, or the investigator proposes nothing, the measures go on."""
    told = acts(table)["division_left_unchanged"]
    story = at("investigator_appointed", table).when(
        fact(told.fact, told.on, told.data, role=role, documents=told.documents)
    )
    story.then(state="follow_up", standings={"restriction_of_powers"})
    assert story.task("confirm_restriction_end").status == "open"


@pytest.mark.parametrize("table", BOTH)
def test_the_ministry_can_decide_not_to_start(table: Table) -> None:
    """123 § says “may”: the case ends as not started, with no restriction ever begun."""
    story = at("criteria_met", table).when(acts(table)["start_declined"])
    story.then(state="not_started", standings=set())
    assert story.opened.standings == {}


@pytest.mark.parametrize("table", BOTH)
def test_an_initiative_can_be_declined_as_well(table: Table) -> None:
    """Whether 122 § binds the ministry to an initiative is open: the decision not to start can be recorded."""
    story = tell(Story(table, subject="15"), "initiative_made", "initiative_notified", table=table)
    story.when(acts(table)["start_declined"]).then(state="not_started")


@pytest.mark.parametrize("table", BOTH)
@pytest.mark.parametrize(
    "state",
    [
        "criteria_met",
        "started",
        "group_appointed",
        "assessment",
        "proposals_given",
        "council_decided",
        "notified_to_vm",
        "follow_up",
        "investigator_appointed",
    ],
)
def test_a_case_can_be_discontinued_from_every_open_state(table: Table, state: str) -> None:
    """Otherwise ended, with a reason; running deadlines are cancelled, tasks and restriction end."""
    story = at(state, table).when(acts(table)["discontinued"])
    story.then(state="discontinued", standings=set(), due={})
    assert {task.status for task in story.opened.tasks.values()} <= {"done", "cancelled"}


@pytest.mark.parametrize("table", BOTH)
@pytest.mark.parametrize("ending", ["measures_completed", "start_declined", "division_decision_made", "discontinued"])
def test_after_the_end_only_remedies_run_on(table: Table, ending: str) -> None:
    """In a closed case every act but those on remedies is refused; documents and notes are the register's own."""
    before = {
        "measures_completed": "follow_up",
        "start_declined": "criteria_met",
        "division_decision_made": "investigator_appointed",
        "discontinued": "started",
    }[ending]
    closed = at(before, table).given(acts(table)[ending])
    for told in acts(table).values():
        if told.fact in table.facts and (told.fact not in REMEDIES or ending == "start_declined"):
            late = closed.when(on(told, "2031-01-02"))
            assert "case-closed" in {one.code for one in late.refusal.missing}, told.fact
    closed.when(fact("noted", "2031-01-02", text="made-up afterthought")).then(state=closed.opened.state)


def test_an_initiative_starts_the_procedure_once_the_county_knows_of_it() -> None:
    """612/2021 27 §: the ministry responsible for services takes the initiative and notifies the county."""
    story = tell(Story(NEW, subject="15"), "initiative_made", "county_heard")
    assert story.task("notify_of_initiative").role == "stm"
    story.when(acts()["start_decided"]).refused("county_knows_of_initiative")
    told = story.given(on(acts()["initiative_notified"], "2025-06-16"))
    told.when(but(acts()["start_decided"], relied_on=["E5"])).then(state="started", standings={"restriction_of_powers"})


def test_an_initiative_can_join_a_case_that_the_ministry_has_opened() -> None:
    """One open case: the initiative is recorded in it, and the county must know of it before the start."""
    story = tell(at("criteria_met"), "initiative_made", "county_heard")
    story.when(acts()["start_decided"]).refused("county_knows_of_initiative")


def test_criteria_can_be_noted_after_an_initiative_e5_among_them() -> None:
    """E5 is the initiative: the ministry may name it only once that is on record."""
    noted = but(acts()["criteria_noted"], gates=["E5"], borrowing_authority_changed_on=None)
    Story(NEW, subject="15").when(noted).refused("initiative_behind")
    tell(Story(NEW, subject="15"), "initiative_made").when(noted).then(state="criteria_met")


def test_the_hearing_has_a_reply_day_and_ends_with_or_without_a_reply() -> None:
    """434/2003 33 §: the letter sets a reasonable time; silence does not stop the decision."""
    story = tell(at("criteria_met"), "hearing_letter_sent")
    story.then(due={"hearing_reply": "2025-06-13"})
    assert (story.task("reply_to_hearing").role, story.task("reply_to_hearing").organisation) == ("county", "15")
    heard = story.when(but(acts()["county_heard"], reply="not_given"))
    heard.then(state="criteria_met", due={})
    assert heard.task("reply_to_hearing").status == "done"


def test_the_group_gives_many_partial_proposals() -> None:
    """Partial proposals are facts beside the main line: any number, noted or decided on by the council."""
    given = acts()["partial_proposal_given"]
    story = tell(at("assessment"), "group_met")
    story = story.given(given, on(given, "2026-01-19"), acts()["partial_proposals_noted"], on(given, "2026-03-02"))
    story = story.given(on(acts()["partial_proposals_decided"], "2026-03-30"))
    assert len(story.opened.every("partial_proposal_given")) == 3
    assert story.opened.state == "assessment"
    assert story.task("note_partial_proposals", 3).status == "done"
    assert story.deadline("group_term").status == "open"


def test_the_term_of_the_group_can_be_changed() -> None:
    """The ministry sets the term; a new one cancels the old and runs in its place."""
    story = tell(at("assessment"), "group_term_changed")
    assert (story.deadline("group_term").status, story.deadline("group_term", 2).due) == (
        "cancelled",
        date(2026, 9, 30),
    )
    story.then(due={"group_term": "2026-09-30"})


def test_without_a_stated_term_there_is_no_deadline() -> None:
    """The law sets no term for the group, and none is invented."""
    told = but(acts()["group_appointed"], term_ends_on=None)
    story = tell(at("started"), "vm_named", "stm_named", "sm_named", "county_named", "chair_consulted")
    story.when(told).then(state="group_appointed", due={})


def test_members_can_be_told_with_the_appointment() -> None:
    """Who named members may stand in the appointment decision instead of in facts of their own."""
    story = tell(at("started"), "chair_consulted")
    members = [{"organisation": one, "count": 1} for one in ("county", "VM", "STM", "SM")]
    story.when(but(acts()["group_appointed"], members=members)).then(state="group_appointed")
    story.when(but(acts()["group_appointed"], members=members[:3])).refused("four_have_members")


@pytest.mark.parametrize(
    "chair_from",
    ["county", "VM", "valtiovarainministeriöstä", "Ministry of the Interior", "social- och hälsovårdsministeriet",
     "Keski-Suomi", "Keski-Suomen hyvinvointialueelta", "15"],
)  # fmt: skip
def test_a_chair_from_the_county_or_a_ministry_is_not_independent(chair_from: str) -> None:
    """122 § 2 mom.: the chair is independent of the county and of the ministries."""
    story = tell(at("started"), "vm_named", "stm_named", "sm_named", "county_named", "chair_consulted")
    story.when(but(acts()["group_appointed"], chair_from=chair_from)).refused("chair_independent")


def test_the_council_need_not_adopt_what_it_must_handle() -> None:
    """All proposals may be rejected; but each must have been handled."""
    story = at("proposals_given")
    rejected = but(acts()["council_decided"], proposals_adopted=0, proposals_amended=0, proposals_rejected=30)
    story.when(rejected).then(state="council_decided")
    story.when(but(rejected, proposals_rejected=29)).refused("every_proposal_handled")
    story.when(but(acts()["council_decided"], proposals_adopted=None, proposals_amended=None,
                   proposals_rejected=None, decision="made-up words")).then(state="council_decided")  # fmt: skip


def test_unfulfilled_measures_can_lead_to_an_inquiry_without_a_new_evaluation() -> None:
    """Since 1.1.2025, 122 § 4 mom.: unfulfilled measures and 123 § met again; those concerned are heard first."""
    story = tell(at("follow_up"), "division_inquiry_needed")
    assert story.task("appoint_investigator").status == "open"
    appointed = on(acts()["investigator_appointed"], "2027-12-01")
    story.when(appointed).refused("counties_heard_on_division")
    heard = story.given(on(acts()["counties_heard_on_division"], "2027-11-01"))
    done = heard.when(appointed).then(state="investigator_appointed")
    assert done.task("appoint_investigator").status == "done"


def test_before_2025_the_follow_up_knew_no_such_way() -> None:
    """Under the law of 2023 the fact does not exist, and an investigator cannot follow the follow-up."""
    story = at("follow_up", OLD)
    story.when(fact("division_inquiry_needed", "2026-09-01")).rejected("fact-unknown")
    assert "wrong-state" in {
        one.code for one in story.when(on(acts(OLD)["investigator_appointed"], "2026-12-01")).refusal.missing
    }


def test_each_turn_has_its_tasks() -> None:
    """Whose turn it is, state by state, with nothing left over from the turn before."""
    turns = {}
    for state in ("criteria_met", "started", "group_appointed", "assessment", "proposals_given", "council_decided"):
        turns[state] = {(task.role, task.name) for task in at(state).opened.open_tasks}
    assert turns == {
        "criteria_met": {("vm", "hear_county"), ("vm", "decide_on_start")},
        "started": {
            ("vm", "name_members_vm"),
            ("stm", "name_members_stm"),
            ("sm", "name_members_sm"),
            ("county", "name_members_county"),
            ("vm", "consult_on_chair"),
            ("vm", "appoint_group"),
        },
        "group_appointed": {("evaluation_group", "begin_assessment")},
        "assessment": {("evaluation_group", "give_proposals"), ("evaluation_group", "handle_division_proposal")},
        "proposals_given": {("council", "handle_proposals")},
        "council_decided": {
            ("county", "notify_decision"),
            ("council", "budget_measures"),
            ("county", "report_measures"),
            ("county", "report_quarterly"),
        },
    }


def test_each_of_the_four_has_its_own_naming_to_do() -> None:
    """The county's naming leaves the ministries' open, until each has named its members."""
    story = tell(at("started"), "county_named", "stm_named")
    open_now = {task.name for task in story.opened.open_tasks if task.name.startswith("name_members")}
    assert open_now == {"name_members_vm", "name_members_sm"}
