"""The advisory board of the counties (611/2021 13 §, 25/2025): seats, convening, quorum, initiatives, term."""

from __future__ import annotations

from datetime import date

import pytest

from engine.assess import Circumstances
from engine.declarations import Declarations
from engine.law_change import prospect
from procedures.advisory_board.since_2024_08_01 import DECLARATION as BEFORE_DECREE
from procedures.advisory_board.since_2025_01_31 import DECLARATION as SINCE_DECREE
from procedures.calendar import finnish_calendar
from tests.book import but, on
from tests.test_procedures.advisory_board_stories import (
    ACTS,
    BOOK,
    EARLY,
    EARLY_BOOK,
    INITIATED,
    LEFT,
    MET,
    MINISTRIES,
    NEW,
    OLD,
    REGIONS,
    attendance,
)


@pytest.mark.parametrize(
    ("day", "declared"),
    [("2024-08-01", BEFORE_DECREE), ("2025-01-30", BEFORE_DECREE), ("2025-01-31", SINCE_DECREE)],
)
def test_the_decree_applies_from_the_last_day_of_january_2025(day: str, declared: object) -> None:
    """468/2024 made one board on 1 August 2024; its seats and quorum came with decree 25/2025."""
    both = Declarations((BEFORE_DECREE, SINCE_DECREE))
    assert both.in_force("advisory_board", date.fromisoformat(day)).procedure is declared


def test_before_the_decree_representation_is_enough() -> None:
    """13 § 3 mom. asks that counties, HUS, Helsinki and the steering ministries are represented, and no more."""
    EARLY_BOOK.opened().when(but(EARLY["board_set"], vice_chairs_from=["STM"], ministry_members=["SM"])).then(
        state="acting"
    )
    EARLY_BOOK.story("board_set").when(EARLY["meeting_held"]).then(state="acting")
    same_day = on(EARLY["board_set"], "2025-03-13")
    refused = BOOK.opened().when(same_day).refusal
    assert {"number_of_others", "deputy_for_each"} <= {one.code for one in refused.missing}


def test_a_board_set_before_the_decree_can_come_under_it() -> None:
    """The decree has no transition clause; by its wording it reaches the board that acts: a move, not a must."""
    case = EARLY_BOOK.story("board_set").opened
    circumstances = Circumstances(today=date(2025, 2, 3), calendar=finnish_calendar(), subject_kind="state")
    declared = Declarations((BEFORE_DECREE, SINCE_DECREE))
    earlier = declared.pinned(BEFORE_DECREE.declaration_id)
    later = declared.pinned(SINCE_DECREE.declaration_id)
    found = prospect(earlier, later, case, date(2025, 1, 31), circumstances)
    assert (found.rule.id if found.rule else None, found.stays) == ("decree_reaches_board", ())
    assert (OLD.procedure, NEW.procedure) == (BEFORE_DECREE, SINCE_DECREE)


def test_thirty_others_sit_beside_the_chairs() -> None:
    """1 §: seven of ministries and one each of twenty-one counties, Helsinki and HUS."""
    assert (len(MINISTRIES), len(REGIONS), len(MINISTRIES) + len(REGIONS)) == (7, 23, 30)
    BOOK.opened().when(ACTS["board_set"]).then(state="acting", due={"term": "2027-06-30"})
    BOOK.opened().when(but(ACTS["board_set"], deputies_of_chairs=None)).then(state="acting")


def test_a_deputy_belongs_to_a_member() -> None:
    """1 § 1 mom.: as many deputies as members, of the same ministries and regions; none for the chairs."""
    exchanged = ["VM", "VM", "STM", "STM", "SM", "SM", "OKM"]
    BOOK.opened().when(but(ACTS["board_set"], ministry_deputies=exchanged)).refused("deputy_for_each")


def test_those_represented_name_their_own_members() -> None:
    """Each has its task; whoever is not represented cannot name, and the last one meets the day."""
    story = BOOK.story("nominations_requested")
    assert [task.organisation for task in story.opened.open_tasks if task.name == "name_member"] == ["01", "15", "90"]
    story.when(but(ACTS["named_by_01"], party="16")).refused("not-a-party")
    story = story.given(ACTS["named_by_01"], ACTS["named_by_15"])
    assert story.aspects["deadlines"]["nomination_reply"] == "open"
    story.when(ACTS["named_by_90"]).then(deadlines={"nomination_reply": "met"})
    assert set(SINCE_DECREE.parties_of("FI")) == {*REGIONS, "VM"}


def test_a_board_that_is_set_waits_for_no_more_names() -> None:
    """1 § 2 mom.: the Government's decision holds every member, so nobody is asked to name one any more."""
    story = BOOK.story("nominations_requested", "named_by_01", "board_set")
    assert [task for task in story.opened.open_tasks if task.name == "name_member"] == []


@pytest.mark.parametrize(
    ("present", "lacking"),
    [
        (attendance(4, 12), set()),
        (attendance(7, 23), set()),
        ({**attendance(4, 12), "vice_chairs_present": []}, set()),
        ({**attendance(4, 12), "chair_present": False}, set()),
        ({**attendance(4, 12), "chair_present": False, "vice_chairs_present": []}, {"chair_present"}),
        (attendance(2, 12), {"half_of_ministries"}),
        (attendance(4, 11), {"half_of_regions"}),
        (attendance(7, 11), {"half_of_regions"}),
        (attendance(2, 23), {"half_of_ministries"}),
        (attendance(0, 0), {"half_of_ministries", "half_of_regions"}),
    ],
)
def test_the_quorum_has_three_parts(present: dict[str, object], lacking: set[str]) -> None:
    """5 §: a chair, half of the ministries' members and half of twenty-three of the regions; one does not help out.

    What has no quorum can be recorded as that, and what has one cannot.
    """
    story = BOOK.story("board_set", "meeting_called")
    held = story.when(but(ACTS["meeting_held"], **present))
    without = story.when(on(but(ACTS["meeting_without_quorum"], **present), "2025-04-15"))
    if lacking:
        held.refused(*lacking)
        without.then(state="acting", deadlines={"meeting_day": "met", "term": "open"})
    else:
        held.then(state="acting")
        without.refused("no_quorum")


def test_where_the_decree_can_be_read_in_two_ways_the_meeting_says_which() -> None:
    """5 §: with chair and a vice-chair three of seven are five of ten: a quorum by one reading only."""
    story = BOOK.story("board_set", "meeting_called")
    story.when(but(ACTS["meeting_held"], **attendance(3, 12))).then(state="acting")
    story.when(on(but(ACTS["meeting_without_quorum"], **attendance(3, 12)), "2025-04-15")).then(state="acting")


def test_without_a_quorum_nothing_is_handled() -> None:
    """A meeting without quorum gives no number under which a matter could be handled."""
    story = BOOK.story("board_set", "called_by_vice_chair", "meeting_without_quorum")
    for name in ("matter_handled", "objectives_proposal_made", "section_set"):
        story.when(on(ACTS[name], "2025-05-20")).refused("at_quorate_meeting")
    again = story.given(on(but(ACTS["meeting_called"], meeting_on="2025-06-03"), "2025-05-21"))
    again.given(on(ACTS["meeting_held"], "2025-06-03")).when(on(ACTS["matter_handled"], "2025-06-03")).then(
        state="acting"
    )


@pytest.mark.parametrize(("asking", "enough"), [(14, False), (15, True), (30, True), (31, False)])
def test_half_of_the_others_can_have_a_meeting_called(asking: int, enough: bool) -> None:
    """3 § 1 mom.: fifteen of thirty ask for a matter that they name; then the chair must call."""
    story = BOOK.story("board_set").when(but(ACTS["meeting_requested"], requested_by=asking))
    if not enough:
        story.refused("enough_ask")
        return
    assert story.task("call_meeting").status == "open"
    assert story.given(ACTS["meeting_called"]).task("call_meeting").status == "done"


def test_a_vice_chair_calls_only_for_a_hindered_chair() -> None:
    """3 § 1 mom.: the chair calls, or where the chair is hindered a vice-chair."""
    told = ACTS["called_by_vice_chair"]
    BOOK.story("board_set").when(but(told, chair_hindered=False)).refused("called_by_right")
    BOOK.story("board_set").when(told).then(due={"meeting_day": "2025-05-20", "term": "2027-06-30"})


def test_each_initiative_is_handled_by_its_number() -> None:
    """12 a § 4 mom.: while one of two waits the board still has its task, and none is handled twice."""
    story = BOOK.story(*INITIATED, "first_handled")
    assert [task.name for task in story.opened.open_tasks if task.role == "advisory_board"] == ["handle_initiative"]
    story.when(ACTS["first_handled"]).refused("initiative_waits")
    story = story.given(ACTS["second_handled"])
    assert [task for task in story.opened.open_tasks if task.role == "advisory_board"] == []


@pytest.mark.parametrize(
    ("kind", "makers", "entitled"),
    [
        ("county_proposal", ["15"], True),
        ("county_proposal", ["90", "21"], True),
        ("county_proposal", ["HUS"], False),
        ("county_proposal", ["VM"], False),
        ("ministry_initiative", ["SM"], True),
        ("ministry_initiative", ["OKM"], True),
        ("ministry_initiative", ["PLM"], True),
        ("ministry_initiative", ["15"], False),
        ("ministry_initiative", [], False),
    ],
)
def test_ministries_take_initiatives_and_counties_propose(kind: str, makers: list[str], entitled: bool) -> None:
    """12 a § 4 mom. and, for Helsinki, 615/2021 17 §; the latter's 2 § does not give it to HUS."""
    story = BOOK.story("board_set").when(but(ACTS["initiative_of_counties"], kind=kind, made_by=makers))
    if entitled:
        story.then(state="acting")
    else:
        story.refused("maker_entitled")


def test_a_seat_that_comes_free_is_filled_on_the_proposal_of_the_same() -> None:
    """6 §: the ministry names the new one for the rest of the term; the other seat keeps its task."""
    story = BOOK.story(*LEFT, "second_replaced")
    assert [task.name for task in story.opened.open_tasks if task.name == "name_replacement"] == ["name_replacement"]
    by_another = on(but(ACTS["first_replaced"], proposed_by="STM"), "2025-09-22")
    story.when(by_another).refused("proposed_by_same")
    story = story.given(on(ACTS["first_replaced"], "2025-09-22"))
    assert [task for task in story.opened.open_tasks if task.name == "name_replacement"] == []


def test_the_three_earlier_boards_end_each_once() -> None:
    """468–470/2024: their terms end when the Government has set this one."""
    story = BOOK.story("board_set")
    for ended in ("economy_and_administration", "health_and_social", "rescue"):
        story = story.given(but(ACTS["earlier_board_ended"], board=ended))
        story.when(but(ACTS["earlier_board_ended"], board=ended)).refused("not_ended_before")


def test_the_term_ends_on_its_day_and_the_government_can_change_it() -> None:
    """2 §: the Government decides on the term; a changed one runs from the decision, the former is cancelled."""
    BOOK.story("board_set").when(on(ACTS["term_ended"], "2027-06-29")).refused("end_has_come")
    story = BOOK.story("board_set", "term_changed")
    assert [story.deadline("term", number).status for number in (1, 2)] == ["cancelled", "open"]
    story.when(on(ACTS["term_ended"], "2027-12-30")).refused("end_has_come")
    story.when(ACTS["term_ended"]).then(state="term_ended", closed_on="2027-12-31")


def test_the_next_board_is_linked_and_asks_to_close_the_last() -> None:
    """Each board is a case of its own; boards can overlap while the next one is prepared."""
    assert SINCE_DECREE.one_open_case is False
    own = {one.id: (one.open_only, one.task.done_by if one.task else ()) for one in SINCE_DECREE.reactions}
    assert own["earlier_board"] == (False, ())
    assert own["earlier_board_to_close"] == (True, ("term_ended",))


def test_meetings_follow_their_calls() -> None:
    """3 § 1 mom.: a second meeting needs a second call."""
    BOOK.story(*MET).when(on(ACTS["meeting_held"], "2025-05-06")).refused("was_called")
