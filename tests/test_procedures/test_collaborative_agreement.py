"""The agreement of a collaborative area: its contents, hearings, the join of the approvals, and what follows."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

import pytest

from engine.declarations import Declarations
from procedures.collaborative_agreement.contents import CONTENTS, ELEVEN, ContentId
from procedures.collaborative_agreement.guards_area import coordinators_of, host_of
from procedures.collaborative_agreement.since_2023_07_01 import DECLARATION
from procedures.directory import directory
from procedures.history import plan, read_history
from tests.book import but, on
from tests.story import Story
from tests.test_procedures.collaborative_agreement_stories import (
    ACTS,
    ASKED,
    BOOK,
    COUNTIES,
    HEARD,
    IN_FORCE,
    PUT,
    TERM_2025,
    WHOLE,
    approval,
    approvals_of,
    told,
)

AREAS = ("E-S", "I-S", "S-S", "L-S", "P-S")


def begun(area: str) -> Story:
    """A story of an area whose agreement is being drafted, with readiness prepared and universities heard."""
    story = Story(BOOK.table, subject=area, ministry="STM", parties=directory().parties(area))
    coordinators = sorted(coordinators_of(area))
    opening = told("started", "2024-09-02", due_year=2025, host=host_of(area), coordinators=coordinators, **TERM_2025)
    return story.given(opening, *(ACTS[name] for name in HEARD[1:]))


def before_councils(area: str) -> Story:
    """A story of an area whose text is before the councils."""
    return begun(area).given(*(ACTS[name] for name in PUT[len(HEARD) :]))


def approved(story: Story, day: str, *parties: str) -> Story:
    """The story after these councils approved on one day."""
    return story.given(*(approval(party, day) for party in parties))


def test_the_eleven_matters_stand_in_the_order_of_the_act() -> None:
    """36 § 3 mom. 1–11 kohta, each once, and every content of the payload is asked for."""
    sections = [content.basis[0].cite for content in ELEVEN]
    assert sections == [f"612/2021 36 § 3 mom. {number} kohta" for number in range(1, 12)]
    assert {content.id for content in CONTENTS} == set(get_args(ContentId))


@pytest.mark.parametrize(
    ("area", "own"),
    [
        ("E-S", {"swedish_services"}),
        ("I-S", set()),
        ("S-S", set()),
        ("L-S", {"swedish_services"}),
        ("P-S", {"swedish_services", "sami_services"}),
    ],
)
def test_an_empty_draft_is_told_every_content_by_name(area: str, own: set[str]) -> None:
    """The contents that the decree asks of some areas only are asked of those alone."""
    common = {content.id for content in CONTENTS if content.only_in is None}
    lacking = {f"agreed_{content}" for content in common | own}
    begun(area).when(told("draft_completed", "2025-04-01", "draft", rests_on=WHOLE["rests_on"])).refused(*lacking)


@pytest.mark.parametrize(
    ("area", "host", "coordinators"),
    [
        ("E-S", "HUS", {"90", "HUS"}),
        ("I-S", "13", {"13"}),
        ("S-S", "08", {"08"}),
        ("L-S", "05", {"05"}),
        ("P-S", "19", {"19"}),
    ],
)
def test_the_university_hospital_has_the_administration(area: str, host: str, coordinators: set[str]) -> None:
    """35 § 3 mom.; in the South Helsinki and HUS share the coordination of decree 309/2023 (6 §)."""
    assert (host_of(area), set(coordinators_of(area))) == (host, coordinators)


def test_the_agreement_is_in_force_at_once_with_the_last_approval() -> None:
    """37 § 3 mom.: nine councils in the South, and the day is that of the last one."""
    *others, last = directory().parties("E-S")
    waiting = approved(before_councils("E-S"), "2025-11-24", *others)
    assert (waiting.opened.state, waiting.aspects["standings"]) == ("approval", set())
    assert [task.organisation for task in waiting.opened.open_tasks if task.name == "approve_agreement"] == [last]
    after = waiting.when(approval(last, "2025-12-16"))
    after.then(state="in_force", standings={"agreement_in_force"}, moved_on=date(2025, 12, 16))
    assert after.event.act_of.organisation == last == "HUS"
    assert after.event.basis == ("612/2021 37 § 3 mom.", "612/2021 37 § 6 mom.")


def test_the_order_of_the_approvals_does_not_matter() -> None:
    """Whoever comes last brings the agreement into force."""
    story = approved(before_councils("I-S"), "2025-11-03", "15", "12", "14")
    story.when(approval("13", "2025-11-10")).then(state="in_force")
    story = approved(before_councils("I-S"), "2025-11-03", "13", "15", "14")
    story.when(approval("12", "2025-11-10")).then(state="in_force")


def test_a_stranger_approves_nothing() -> None:
    """A county of another area is no party."""
    before_councils("I-S").when(approval("05", "2025-11-10")).refused("not-a-party")


def test_the_agreement_is_delivered_within_a_month() -> None:
    """309/2023 1 § 3 mom.: in force on 31 January 2026, due on Saturday 28 February, so on Monday 2 March."""
    story = approved(before_councils("S-S"), "2026-01-31", *directory().parties("S-S"))
    delivery = story.deadline("delivery")
    assert (delivery.due, delivery.started_on) == (date(2026, 3, 2), date(2026, 1, 31))
    story.when(told("delivered_to_stm", "2026-03-02", "agreement")).then(state="delivered")
    late = story.when(told("delivered_to_stm", "2026-03-03", "agreement"))
    assert late.deadline("delivery").status == "late"


def test_the_first_agreements_were_due_at_the_end_of_2025() -> None:
    """616/2021 1 § 3 mom.: a later approval is recorded as late, and the agreement is in force all the same."""
    story = approved(before_councils("L-S"), "2025-12-15", "05", "06")
    assert story.deadline("first_agreement").due == date(2025, 12, 31)
    in_time, late = story.when(approval("17", "2025-12-31")), story.when(approval("17", "2026-01-02"))
    assert [one.deadline("first_agreement").status for one in (in_time, late)] == ["met", "late"]
    assert [one.opened.state for one in (in_time, late)] == ["in_force", "in_force"]


def test_a_later_agreement_is_due_in_its_council_term_only() -> None:
    """36 § 1 mom.: once per council term, and the law gives no day inside it."""
    story = BOOK.story("started_2029")
    assert story.aspects["due"] == {"council_term": date(2033, 5, 31)}


def test_the_ministry_is_heard_or_the_day_for_its_reply_has_passed() -> None:
    """37 § 3 mom.: silence does not stop the agreement, but the councils wait for the day that was stated."""
    story = BOOK.story(*ASKED, "reconciled_2025")
    story.when(on(ACTS["put_2025"], "2025-06-16")).refused("stm_heard")
    story.when(on(ACTS["put_2025"], "2025-06-17")).then(state="approval")


def test_what_lacks_before_the_ministry_is_asked_is_said_at_once() -> None:
    """Universities, readiness, a whole draft, and a day for the reply."""
    story = BOOK.story(*HEARD[:2])
    story.when(but(ACTS["stm_asked_2025"], reply_by=None)).refused(
        "draft_complete", "universities_heard", "readiness_prepared", "reply_day_stated"
    )


@pytest.mark.parametrize(
    ("concerns", "lacking"),
    [
        ({"education_and_research": False, "preparedness": False}, ()),
        ({"education_and_research": True, "preparedness": False}, ("universities_heard",)),
        ({"education_and_research": False, "preparedness": True}, ("readiness_prepared",)),
        ({}, ("universities_heard", "readiness_prepared")),
    ],
)
def test_an_amendment_is_heard_on_the_matters_that_it_concerns(
    concerns: dict[str, Any], lacking: tuple[str, ...]
) -> None:
    """37 § 2 mom. asks for the hearings on research and readiness; the ministry is heard on every text."""
    story = BOOK.story(*IN_FORCE, "delivered_2025", "amendment_proposed")
    drafted = told("amendment_drafting_begun", "2028-01-17", **concerns)
    story = story.given(drafted, ACTS["reconciled_2028"], ACTS["draft_2028"])
    asked = story.when(ACTS["stm_asked_2028"])
    if lacking:
        asked.refused(*lacking)
    else:
        asked.then(state="stm_hearing", standings={"agreement_in_force"})


def test_an_amendment_needs_every_approval_anew() -> None:
    """The approvals of the first text do not count for the second; until the last one the first is in force."""
    way = BOOK.ways["amended"]
    put = way.index("put_2028")
    story = BOOK.story(*way[: put + 1])
    assert sum(task.name == "approve_agreement" for task in story.opened.open_tasks) == len(COUNTIES)
    story = story.given(*(ACTS[name] for name in approvals_of(2028, COUNTIES[:-1])))
    assert (story.opened.state, story.standing("agreement_in_force").since) == ("approval", date(2025, 11, 10))
    story = story.when(ACTS["approved_21_2028"]).then(state="in_force")
    assert story.deadline("delivery", 2).due == date(2028, 12, 11)


def test_a_text_drafted_again_after_a_refusal_is_heard_and_approved_anew() -> None:
    """A council that refuses stops the approval; what comes after is another text."""
    story = BOOK.story(*PUT, "approved_19_2025", "refused")
    assert story.opened.state == "not_agreed"
    story.when(approval("20", "2025-11-04")).refused("wrong-state")
    story = story.given(told("drafting_resumed", "2025-11-10"))
    story.when(told("stm_hearing_requested", "2025-11-11", "opinion_request", reply_by="2025-11-28")).refused(
        "draft_complete"
    )
    story = story.given(
        told("draft_completed", "2025-11-11", "draft", **WHOLE),
        told("stm_hearing_requested", "2025-11-12", "opinion_request", reply_by="2025-11-28"),
    )
    story.when(told("put_to_councils", "2025-11-13", "agreement")).refused("stm_heard")
    story = story.given(
        told("stm_opinion_given", "2025-11-20", "stm_opinion"), told("put_to_councils", "2025-11-21", "agreement")
    )
    approved(story, "2025-12-08", "18", "20", "21").when(approval("19", "2025-12-09")).then(state="in_force")


def test_the_governments_decision_is_valid_until_a_new_agreement_is_made() -> None:
    """38 § 3 mom.: the standing ends with the last approval of the new agreement, prepared under 37 §."""
    way = BOOK.ways["decided_by_government"]
    last = way.index("approved_21_2030")
    story = BOOK.story(*way[: way.index("government_decided") + 1])
    assert (story.opened.state, story.aspects["standings"]) == (
        "government_decision",
        {"government_decision_in_force"},
    )
    story = BOOK.story(*way[:last])
    assert story.aspects["standings"] == {"government_decision_in_force"}
    story.when(ACTS["approved_21_2030"]).then(state="in_force", standings={"agreement_in_force"})


def test_a_deficient_agreement_stays_in_force_beside_the_decision() -> None:
    """38 § 1 mom. 2–3 kohta: the Government decides to the extent that the agreement does not secure the duties."""
    story = BOOK.story(*IN_FORCE, "delivered_2025", "followed_up_2026").when(
        told("government_decided", "2026-09-10", "government_decision")
    )
    story.then(state="government_decision", standings={"agreement_in_force", "government_decision_in_force"})


def test_the_government_can_decide_while_an_amendment_is_drafted() -> None:
    """38 § 1 mom. 2–3 kohta do not wait for the amendment; without an agreement the parties must first have failed."""
    way = BOOK.ways["decided_while_amended"]
    story = BOOK.story(*way[: way.index("government_decided_2028") + 1])
    story.then(state="government_decision", standings={"agreement_in_force", "government_decision_in_force"})
    BOOK.story(*HEARD[:2]).when(told("government_decided", "2025-02-03", "government_decision")).refused(
        "agreement_in_force"
    )


def test_the_agreement_in_place_of_the_governments_decision_is_prepared_as_a_whole() -> None:
    """38 § 3 mom. refers to 37 §: what was heard before the decision does not do for the new agreement."""
    decided = told("government_decided", "2025-06-10", "government_decision")
    story = BOOK.story(*HEARD).given(told("no_agreement_found", "2025-06-02"), decided)
    story = story.given(told("drafting_resumed", "2025-06-20"), told("draft_completed", "2025-06-23", "draft", **WHOLE))
    story.when(told("stm_hearing_requested", "2025-06-24", "opinion_request", reply_by="2025-08-29")).refused(
        "universities_heard", "readiness_prepared"
    )


def test_another_proposal_joins_the_amendment_that_is_drafted() -> None:
    """37 § 4 mom.: one or more counties propose, the ministry takes an initiative; neither waits for the other."""
    way = BOOK.ways["decided_while_amended"]
    story = BOOK.story(*way[: way.index("amendment_drafted") + 1])
    story.when(ACTS["amendment_initiated_2028"]).then(state="drafting")
    story.when(ACTS["amendment_proposed_2028"]).then(state="drafting")


@pytest.mark.parametrize(
    ("begins", "ends", "right"),
    [
        ("2022-03-01", "2025-05-31", True),
        ("2022-03-01", "2026-02-28", False),
        ("2025-06-01", "2029-05-31", True),
        ("2025-06-01", "2028-05-31", False),
        ("2021-06-01", "2025-05-31", False),
    ],
)
def test_the_first_council_term_was_of_its_own_length(begins: str, ends: str, *, right: bool) -> None:
    """616/2021 16 § 1 mom.: from 1 March 2022 until 31 May 2025; then four years each (611/2021 23 § 1 mom.)."""
    told_so = but(ACTS["started"], council_term_from=begins, council_term_until=ends)
    story = Story(BOOK.table, subject="P-S", ministry="STM", parties=COUNTIES).when(told_so)
    if right:
        story.then(state="started")
    else:
        story.refused("term_by_law")


def test_the_duty_to_deliver_outlasts_the_work_on_an_amendment() -> None:
    """An initiative before the delivery changes nothing about the month."""
    story = BOOK.story(*IN_FORCE, "amendment_initiated")
    assert story.task("deliver_to_stm").status == "open"
    story.when(ACTS["delivered_2025"]).then(state="amendment", due={})
    assert story.when(ACTS["delivered_2025"]).task("deliver_to_stm").status == "done"


def test_the_entry_into_force_is_established_for_the_day_of_the_last_approval_once() -> None:
    """Nobody chooses the day: it is the law's."""
    story = BOOK.story(*PUT, *approvals_of(2025, COUNTIES))
    story.when(on(ACTS["entry_2025"], "2025-11-11")).refused("entry_day")
    story = story.given(ACTS["entry_2025"])
    assert story.task("establish_entry").status == "done"
    story.when(ACTS["entry_2025"]).refused("entry_day")


def test_approvals_recorded_in_another_order_enter_into_force_on_the_latest_day() -> None:
    """37 § 3 mom.: when all have approved, whichever of them was recorded last."""
    story = approved(before_councils("P-S"), "2025-11-10", "19").given(
        *(approval(party, "2025-11-03") for party in ("18", "20", "21"))
    )
    story.when(told("entered_into_force", "2025-11-03")).refused("entry_day")
    story.when(told("entered_into_force", "2025-11-10")).then(state="in_force")


def test_an_appeal_can_be_made_although_the_agreement_is_in_force() -> None:
    """611/2021 143 and 145 §: thirty days from the day on which members are deemed informed, beyond the case's end."""
    story = BOOK.story(*IN_FORCE, "published")
    assert story.deadline("county_appeal").due == date(2025, 12, 19)
    assert story.opened.state == "in_force"
    ended = story.when(told("replaced", "2025-12-01", "agreement", new_in_force_on="2025-12-01"))
    ended.then(state="replaced", due={"county_appeal": "2025-12-19"})


def test_each_year_is_followed_up_once_and_the_next_year_is_asked_for() -> None:
    """37 § 4 mom.: yearly, without a day; one follow-up raises the next task."""
    story = BOOK.story(*IN_FORCE, "delivered_2025", "followed_up_2026")
    story.when(told("followed_up", "2026-11-02", year=2026)).refused("year_not_followed_up")
    story = story.given(ACTS["followed_up_2027"])
    tasks = [task.status for (name, _), task in story.opened.tasks.items() if name == "follow_up_yearly"]
    assert (story.opened.state, tasks) == ("follow_up", ["done", "done", "open"])


def test_the_agreement_hears_what_may_call_for_an_amendment() -> None:
    """New objectives, the area's negotiation and the Government's decision each raise a task that an act here ends."""
    heard = {one.to: (one.task.id, one.task.done_by) for one in DECLARATION.listens if one.task}
    assert heard == {
        "national_objectives.confirmed": ("assess_amendment_need", ("amendment_need_assessed",)),
        "national_objectives.amended": ("assess_amendment_need", ("amendment_need_assessed",)),
        "collaborative_negotiation.concluded_amendment": (
            "start_amendment",
            ("amendment_proposed", "amendment_initiated"),
        ),
        "agreement_decision.decided": ("make_new_agreement", ("party_approved",)),
    }


def test_the_parties_are_the_members_of_the_area() -> None:
    """In every area the members, and the ministry that is responsible for the case."""
    assert {area: DECLARATION.parties_of(area) for area in AREAS} == {
        area: (*directory().parties(area), "STM") for area in AREAS
    }


HISTORY = """
[[fact]]
procedure = "collaborative_agreement"
subject = "FI"
what = "first cooperation agreements of the five collaborative areas are due (616/2021 1 §)"
on = 2025-12-31
precision = "exact"
source = "616/2021 1 §"

[[fact]]
procedure = "collaborative_agreement"
subject = "P-S"
what = "the county council of Lapland approved the cooperation agreement of the area"
on = 2026-01-12
precision = "exact"
source = "https://example.invalid/news"
"""


def test_the_day_on_which_the_first_agreements_were_due_opens_a_case_in_each_area() -> None:
    """What is known is that they were due; what a report leaves out stays visible as unreported."""
    acts, left = plan(read_history(HISTORY.encode()), Declarations((DECLARATION,)))
    assert left == ()
    told_of = [(one.subject, one.act.fact, one.act.precision) for one in acts if one.row == 1]
    assert sorted(told_of) == sorted((area, fact, "by") for area in AREAS for fact in ("started", "drafting_begun"))
    opening = next(one.act for one in acts if one.act.fact == "started")
    assert set(opening.unreported) == {"host_by_law", "coordination_by_decree"}
    assert [(one.act.fact, dict(one.act.data)) for one in acts if one.row == 2][-1] == (
        "party_approved",
        {"party": "21"},
    )


def test_a_plan_or_a_doubt_tells_nothing() -> None:
    """Only what happened is recorded."""
    told_so = HISTORY.replace("approved the cooperation", "should approve the cooperation")
    acts, left = plan(read_history(told_so.encode()), Declarations((DECLARATION,)))
    assert [one.row for one in left] == [2]
    assert {one.row for one in acts} == {1}
