"""The joint negotiation of 611/2021 13 a §: three ministries, one county, a public document, and who answers it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Final

import pytest

from engine.assess import Act
from engine.case import Case
from engine.declarations import Declarations
from engine.envelope import Opening, RecordedBy
from engine.errors import OhjausError, Refused
from engine.registrar import Registrar
from engine.request import Request
from procedures.calendar import finnish_calendar
from procedures.directory import directory, steered
from procedures.evaluation import since_2025_01_01 as evaluation
from procedures.steering_negotiation.guards_round import UUSIMAA_ATTENDERS
from procedures.steering_negotiation.since_2024_08_01 import DECLARATION
from store.memory_log import MemoryEventLog
from tests.book import but, on
from tests.story import Story
from tests.test_procedures import evaluation_stories
from tests.test_procedures.steering_negotiation_stories import (
    ACTS,
    BOOKS,
    COUNTY,
    DRAFTED,
    FOLLOWED_UP,
    HUS,
    HUS_INVITED,
    INVITED,
    NEGOTIATED,
    PUBLISHED,
    RECEIVED,
    REQUESTED,
    TABLE,
    answer,
    recommendation,
)

WITH_COUNTY, WITH_HUS = BOOKS


def test_the_joint_negotiation_begins_on_1_august_2024() -> None:
    """468/2024: the day before, the ministries still negotiated separately, which is not declared."""
    declared = Declarations((DECLARATION,))
    assert declared.in_force("steering_negotiation", date(2024, 8, 1)) == TABLE
    with pytest.raises(OhjausError) as caught:
        declared.in_force("steering_negotiation", date(2024, 7, 31))
    assert caught.value.code == "no-law-in-force"


def test_no_day_of_the_round_is_the_laws() -> None:
    """13 a § says only that it is yearly: each deadline is a day that a document states, and none runs without one."""
    assert {rule.kind for rule in TABLE.deadlines.values()} == {"agreed"}
    assert DECLARATION.parameters.by_name == {}
    silent = but(ACTS["material_requested"], services_report_by=None, rescue_report_by=None)
    WITH_COUNTY.story("planned").when(silent).then(state="material_requested", due={})


@pytest.mark.parametrize("absent", ["VM", "STM", "SM"])
def test_the_three_ministries_negotiate_together(absent: str) -> None:
    """13 a § 1 mom.: without one of them it is not the joint negotiation."""
    attended = [code for code in ("VM", "STM", "SM", COUNTY) if code != absent]
    WITH_COUNTY.story(*INVITED).when(but(ACTS["negotiated"], attended=attended)).refused(f"{absent.lower()}_attended")


def test_what_must_be_handled_is_said_at_once() -> None:
    """13 a § 1–2 mom.: every matter that is missing is named in one refusal."""
    WITH_COUNTY.story(*INVITED).when(but(ACTS["negotiated"], matters=["other"])).refused(
        "organising_responsibility_handled",
        "objectives_and_measures_handled",
        "costs_and_funding_handled",
        "cost_control_measures_handled",
        "national_objectives_handled",
    )


def test_what_the_county_did_not_give_does_not_stop_the_round() -> None:
    """What is lacking is named with its grounds, and the county's task stays open."""
    story = WITH_COUNTY.story(*REQUESTED, *RECEIVED[:1], *RECEIVED[2:])
    story.when(ACTS["picture_completed"]).refused("rescue_report_used")
    without = but(ACTS["picture_completed"], lacking=["rescue_report"], lacking_grounds="made-up grounds")
    story.when(without).then(
        state="picture_ready",
        tasks={
            "agree_themes": "cancelled",
            "request_material": "done",
            "complete_picture": "done",
            "give_services_report": "done",
            "give_rescue_report": "open",
            "invite": "open",
        },
    )


@pytest.mark.parametrize(
    ("authority", "given_on", "accepted"),
    [
        ("AVI", "2025-12-31", True),
        ("LVV", "2025-12-31", False),
        ("AVI", "2026-01-01", False),
        ("LVV", "2026-01-01", True),
        ("THL", "2025-12-31", False),
    ],
)
def test_the_supervisor_is_the_one_of_the_day(authority: str, given_on: str, accepted: bool) -> None:
    """613/2021 14 §: the regional agencies until the end of 2025, the national one from 1 January 2026."""
    told = on(but(ACTS["rescue_assessment_received"], authority=authority, given_on=given_on), "2026-01-15")
    story = WITH_COUNTY.story(*REQUESTED).when(told)
    if accepted:
        story.then(state="material_requested")
    else:
        story.refused("supervisor_of_the_day")


def test_helsinki_negotiates_like_a_county() -> None:
    """615/2021 17 §: the same round, with reports on rescue services."""
    story = Story(TABLE, subject="90", subject_kind="city").given(*(ACTS[name] for name in (*REQUESTED, *RECEIVED)))
    story = story.given(ACTS["picture_completed"], ACTS["invited"])
    attended = ["VM", "STM", "SM", "90"]
    story.when(but(ACTS["negotiated"], attended=attended)).then(state="negotiated")


def test_hus_is_not_asked_about_rescue_services() -> None:
    """615/2021 2 § 6 mom.: HUS organises none, so neither report nor assessment is asked for or taken."""
    story = WITH_HUS.story(*REQUESTED)
    assert story.aspects["tasks"]["give_services_report"] == "open"
    assert "give_rescue_report" not in story.aspects["tasks"]
    assert set(story.aspects["due"]) == {"services_report"}
    story.when(ACTS["rescue_report_received"]).refused("organises_rescue")
    story.when(ACTS["rescue_assessment_received"]).refused("organises_rescue")
    WITH_HUS.story(*HUS_INVITED).then(state="invited")


def test_the_counties_of_uusimaa_and_helsinki_take_part_with_hus() -> None:
    """13 a § 6 mom.: each of the five; and the HUS organising agreement is followed up there (615/2021 11 §)."""
    told = WITH_HUS.acts["negotiated"]
    story = WITH_HUS.story(*HUS_INVITED)
    for code in UUSIMAA_ATTENDERS:
        others = [one for one in told.data["attended"] if one != code]
        story.when(but(told, attended=others)).refused("uusimaa_attended")
    story.when(but(told, matters=ACTS["negotiated"].data["matters"])).refused("hus_agreement_followed")
    story.when(told).then(state="negotiated")


def test_one_that_was_invited_and_stays_away_does_not_undo_the_negotiation_with_hus() -> None:
    """13 a § 6 mom. says that they take part, not what follows if one does not: the reason is recorded."""
    told = WITH_HUS.acts["negotiated"]
    without_helsinki = [one for one in told.data["attended"] if one != "90"]
    absent = but(told, attended=without_helsinki, absence_grounds="made-up grounds")
    WITH_HUS.story(*HUS_INVITED).when(absent).then(state="negotiated")


def test_a_new_invitation_moves_the_day() -> None:
    """The first day no longer runs; the negotiation meets the second."""
    story = WITH_COUNTY.story(*INVITED, "invited_again").then(due={"negotiation_day": "2025-11-27"})
    story = story.when(ACTS["negotiated"]).then(state="negotiated")
    assert [story.deadline("negotiation_day", number).status for number in (1, 2)] == ["cancelled", "met"]


def test_each_ministry_weighs_recommendations_for_itself() -> None:
    """13 a § 3 mom.: who gives one, or finds none needed, has done its part; the others have not."""
    story = WITH_COUNTY.story(*NEGOTIATED)
    story.when(ACTS["draft_sent"]).refused("recommendations_weighed")
    story = story.given(ACTS["stm_recommends"], ACTS["sm_finds_none_needed"])
    weighed = {name: status for name, status in story.aspects["tasks"].items() if name.startswith("weigh_")}
    assert weighed == {
        "weigh_recommendations_vm": "open",
        "weigh_recommendations_stm": "done",
        "weigh_recommendations_sm": "done",
    }
    twice = but(ACTS["recommendations_given"], recommendations=[recommendation(3)])
    story.when(twice).refused("recommendation_numbers_new")


def test_a_report_that_comes_after_the_negotiation_is_still_taken() -> None:
    """A county's lateness blocks nobody: once the document is confirmed, the report is no longer waited for."""
    lacking = ["services_report", "services_assessment", "rescue_report", "rescue_assessment", "investment_proposal"]
    picture = but(ACTS["picture_completed"], lacking=lacking, lacking_grounds="made-up grounds")
    story = WITH_COUNTY.story(*REQUESTED).given(picture, ACTS["invited"], ACTS["negotiated"])
    received = story.given(on(ACTS["services_report_received"], "2025-11-28"))
    assert received.aspects["tasks"]["give_services_report"] == "done"
    rest = ("recommendations_found_unneeded", "draft_sent", "draft_commented", "document_confirmed")
    confirmed = received.given(*(ACTS[name] for name in rest))
    assert confirmed.aspects["tasks"]["give_rescue_report"] == "done"


def test_a_recommendation_can_still_be_given_while_the_county_has_the_draft() -> None:
    """13 a § 3 mom. sets no moment for it; the document then states that one as well."""
    story = WITH_COUNTY.story(*NEGOTIATED, "recommendations_found_unneeded", "draft_sent")
    story = story.given(on(ACTS["stm_recommends"], "2025-12-08"), ACTS["draft_commented"])
    story.when(but(ACTS["document_confirmed"], recommendations_stated=None)).refused("recommendations_stated")
    story.when(ACTS["document_confirmed"]).then(state="confirmed")


def test_the_document_states_matters_results_and_recommendations() -> None:
    """13 a § 5 mom.: all three, and it is drawn up with the county."""
    bare = but(ACTS["document_confirmed"], matters_stated=None, results_stated=False, recommendations_stated=None)
    WITH_COUNTY.story(*DRAFTED).when(bare).refused(
        "matters_stated", "results_stated", "recommendations_stated", "drawn_up_with_county"
    )


def test_recommendations_are_stated_only_where_any_were_given() -> None:
    """The act speaks of recommendations possibly given."""
    story = WITH_COUNTY.story(*NEGOTIATED, "recommendations_found_unneeded", "draft_sent", "draft_commented")
    story.when(but(ACTS["document_confirmed"], recommendations_stated=None)).then(state="confirmed")


def test_a_county_that_says_nothing_cannot_hold_the_document_up() -> None:
    """It had the draft; that it did not comment is recorded."""
    story = WITH_COUNTY.story(*DRAFTED)
    story.when(but(ACTS["document_confirmed"], county_did_not_comment=True)).then(state="confirmed")


def test_a_new_draft_asks_for_comments_anew() -> None:
    """The day of the first draft is over, that of the second runs, and the county has something to do again."""
    story = WITH_COUNTY.story(*DRAFTED, "draft_commented", "draft_sent_again")
    assert story.task("comment_on_draft", 1).status == "done"
    assert story.task("comment_on_draft", 2).status == "open"
    story.then(state="draft_with_county", due={**_due(story), "draft_comments": "2026-01-09"})


@pytest.mark.parametrize("address", [None, "made-up notice board", "www.example.invalid"])
def test_publication_is_in_the_public_network(address: str | None) -> None:
    """13 a § 5 mom.: without an address it has not been published."""
    story = WITH_COUNTY.story(*PUBLISHED[:-1])
    story.when(but(ACTS["published"], address=address)).refused("in_the_public_network")


def test_a_round_without_recommendations_ends_with_publication() -> None:
    """There is nothing to follow up."""
    story = WITH_COUNTY.story(
        *(*NEGOTIATED, "recommendations_found_unneeded", "draft_sent", "draft_commented"),
        *("document_confirmed", "published"),
    )
    story.when(ACTS["follow_up_begun"]).refused("something_to_follow")
    story.when(ACTS["concluded_at_once"]).then(state="closed", closed_on="2026-01-15")


def test_the_county_answers_until_nothing_is_open() -> None:
    """A report that answers some leaves the task with the county; the one that answers the rest meets the day."""
    partly = WITH_COUNTY.story(*FOLLOWED_UP, "answered_partly")
    assert [partly.task("answer_recommendations", number).status for number in (1, 2)] == ["done", "open"]
    partly.then(due={**_due(partly), "answers": "2026-08-31"})
    whole = partly.given(ACTS["answered"])
    assert whole.task("answer_recommendations", 2).status == "done"
    assert whole.deadline("answers").status == "met"
    assert ("answer_recommendations", 3) not in whole.opened.tasks
    whole.when(ACTS["round_concluded"]).then(state="closed")


def test_a_recommendation_binds_nobody_and_may_stay_unanswered() -> None:
    """The round ends with grounds; no sanction is in the act."""
    story = WITH_COUNTY.story(*FOLLOWED_UP, "answered_partly")
    bare = but(ACTS["round_concluded"], carried_over=[1, 2])
    story.when(bare).refused("nothing_unanswered")
    story.when(but(bare, unanswered_grounds="made-up grounds")).then(state="closed")


def test_one_answers_what_was_recommended() -> None:
    """A number that no recommendation of the round bears is refused."""
    story = WITH_COUNTY.story(*FOLLOWED_UP)
    story.when(but(ACTS["answered"], answers=[answer(1), answer(9)])).refused("answers_fit")


BY: Final = RecordedBy(person="test-person", identity="made up for a test")


class _Office:
    """A registrar over an empty log, with the directory's own subjects; its day is 1 December 2027."""

    kind = "injected"

    def __init__(self) -> None:
        self.log = MemoryEventLog(clock=self)
        self.registrar = Registrar(
            self.log,
            index=self.log,
            declarations=Declarations((DECLARATION, evaluation.EVALUATION)),
            subjects=self,
            calendar=finnish_calendar(),
            clock=self,
        )

    def now(self) -> datetime:
        return datetime(2027, 12, 1, 9, tzinfo=UTC)

    def today(self) -> date:
        return date(2027, 12, 1)

    def kind_of(self, code: str) -> str:
        return str(directory().by_code(code).kind)

    def plan(self, year: int, *subjects: str) -> list[str]:
        """Plans the round of a year in one act."""
        told = on(but(ACTS["planned"], year=year), f"{year}-05-05")
        acts = [told.as_act(_opening("steering_negotiation", subject)) for subject in subjects]
        request = Request(command_id=f"plan {year} {subjects}", recorded_by=BY)
        return [one.case.case_id for one in self.registrar.open_all("steering_negotiation", acts, request)]

    def record(self, case_id: str, act: Act) -> None:
        """Records an act in a case."""
        place = self.log.head().position
        self.registrar.advance(case_id, act, Request(command_id=f"after {place}", recorded_by=BY))

    def case(self, case_id: str) -> Case:
        """The case as it stands."""
        return self.registrar.load(case_id)[1]


def _opening(procedure: str, subject: str) -> Opening:
    return Opening(procedure=procedure, subject=subject, parties=(subject, "VM"), ministry="VM", ground="made up")


def test_a_round_is_23_cases_planned_in_one_act() -> None:
    """21 counties, Helsinki and HUS; the next year's round opens beside those still followed up."""
    office = _Office()
    everybody = [actor.code for actor in steered()]
    first = office.plan(2025, *everybody)
    assert len(first) == len(set(first)) == 23
    second = office.plan(2026, *everybody)
    case = office.case(second[everybody.index(HUS)])
    assert [(link.case, link.relation) for link in case.links] == [
        (first[everybody.index(HUS)], "earlier_negotiation_round")
    ]


def test_a_year_has_one_round_with_a_county() -> None:
    """A second case of the same year is refused, even in a bulk act with others."""
    office = _Office()
    office.plan(2025, COUNTY)
    with pytest.raises(Refused) as refused:
        office.plan(2025, "14", COUNTY)
    assert [one.code for one in refused.value.missing] == [f"{COUNTY}:same-case-exists"]


def test_the_measures_of_an_evaluation_are_heard_of() -> None:
    """122 § 3 mom.: the county's evaluation and its negotiation know of each other, and of its reports; others not."""
    office = _Office()
    told = evaluation_stories.acts()
    path = [name for _, names in evaluation_stories.MAIN_LINE for name in names]
    opened = office.registrar.open(
        "evaluation", told[path[0]].as_act(_opening("evaluation", COUNTY)), Request(command_id="open", recorded_by=BY)
    )
    evaluated = opened.case.case_id
    for name in path[1:]:
        office.record(evaluated, told[name].as_act())
    mine, others = office.plan(2026, COUNTY, "14")
    for name in ("interim_report_given", "measures_reported_in_negotiation"):
        office.record(evaluated, told[name].as_act())
    links = [(link.case, link.relation) for link in office.case(mine).links]
    assert links == [(evaluated, "evaluation_reported_on")] * 3
    assert office.case(others).links == ()


def _due(story: Story) -> dict[str, date]:
    return dict(story.aspects["due"])
