"""The yearly negotiation on a cooperation agreement (612/2021 37 § 4 mom.) and the round that was ordered for 2026."""

from __future__ import annotations

from datetime import date

import pytest

from engine.declarations import Declarations
from engine.errors import OhjausError
from procedures.collaborative_negotiation.since_2022_03_01 import DECLARATION
from procedures.history_rehearsal import Rehearsal
from procedures.history_rows import read_history
from procedures.history_words import told_by
from tests.book import but, on
from tests.story import Story
from tests.test_procedures.collaborative_negotiation_stories import (
    ACTS,
    ALL,
    ASSESSED,
    BOOK,
    COUNTIES,
    EVALUATED,
    MEMO,
    MET,
    ORDERED,
    ORDERED_THEMES,
)

TOLD_OF_2026 = (
    "STM assesses preparation and implementation of the cooperation agreements in the YTA negotiations of "
    "March-April 2026 (planned)"
)


def test_the_section_has_been_in_force_since_march_2022() -> None:
    """616/2021 1 §: 612/2021 35–39 § came into force on 1 March 2022, before most of the act."""
    declared = Declarations((DECLARATION,))
    assert declared.in_force("collaborative_negotiation", date(2022, 3, 1)).procedure is DECLARATION
    with pytest.raises(OhjausError):
        declared.in_force("collaborative_negotiation", date(2022, 2, 28))


def test_the_parties_are_the_members_of_the_area() -> None:
    """Counties, and in the south Helsinki and HUS as well (612/2021 37 § 6 mom., 91/2022 1 §)."""
    assert DECLARATION.parties_of("I-S") == (*COUNTIES, "STM")
    assert set(DECLARATION.parties_of("E-S")) == {"01", "02", "03", "04", "09", "10", "11", "90", "HUS", "STM"}


def test_the_law_asks_for_the_negotiation_only() -> None:
    """Request, material and picture are practice: a meeting can follow the setting of the round at once."""
    BOOK.story("round_set").when(ACTS["meeting_held"]).then(state="negotiated")


def test_everyone_must_have_taken_part_in_some_meeting() -> None:
    """A county that was absent can be heard in a second meeting; until then there is no memo."""
    story = BOOK.story("round_set", "fewer_counties").given(
        but(ACTS["agreement_evaluated"], aspects=["implementation"])
    )
    story.when(ACTS["memo_drawn_up"]).refused("members_took_part")
    story.given(ACTS["second_meeting"]).when(ACTS["memo_drawn_up"]).then(state="memo_drawn_up")


@pytest.mark.parametrize(("absent", "condition"), [("VM", "vm_took_part"), ("SM", "sm_took_part")])
def test_two_other_ministries_take_part(absent: str, condition: str) -> None:
    """37 § 4 mom.: the ministries of Finance and of the Interior take part as well."""
    attended = [code for code in ALL if code != absent]
    story = BOOK.story("round_set").given(but(ACTS["meeting_held"], attended=attended), ACTS["agreement_evaluated"])
    story.when(ACTS["memo_drawn_up"]).refused(condition)


def test_an_absence_is_explained_and_does_not_block() -> None:
    """The law does not say what follows when one of them stays away: the memo says why, and the round goes on."""
    met = but(ACTS["meeting_held"], attended=["12", "13", "14", "STM", "VM"])
    story = BOOK.story("round_set").given(met, ACTS["agreement_evaluated"])
    story.when(ACTS["memo_drawn_up"]).refused("members_took_part", "sm_took_part")
    story.when(but(ACTS["memo_drawn_up"], absence_grounds="made-up grounds")).then(state="memo_drawn_up")


def test_late_material_is_still_taken() -> None:
    """A county's lateness blocks nobody: what comes after the meeting is recorded before the memo."""
    story = BOOK.story("round_set", "material_requested", "meeting_held")
    story.when(on(ACTS["material_of_12"], "2026-04-02")).then(state="negotiated")


def test_legislation_needs_no_ground_of_the_statute() -> None:
    """The Government may have the need assessed as it ordered; only a decision under 38 § rests on a ground of it."""
    story = BOOK.story(*MEMO, "assessment_ordered")
    story.when(ACTS["legislation_chosen"]).then(state="confirmation_by_legislation")
    story.when(ACTS["decision_preparation_begun"]).refused("ground_for_decision")
    named = but(ACTS["decision_preparation_begun"], grounds=["no_agreement"])
    story.when(named).then(state="confirmation_by_decision")


def test_helsinki_and_hus_are_missed_in_the_south() -> None:
    """In the southern area a meeting of the counties alone is not the negotiation of the law."""
    members = [code for code in DECLARATION.parties_of("E-S") if code != "STM"]
    story = Story(BOOK.table, subject="E-S", ministry="STM", parties=tuple(members)).given(ACTS["round_set"])
    counties = [code for code in members if code not in ("90", "HUS")]
    met = story.given(but(ACTS["meeting_held"], attended=[*counties, "STM", "VM", "SM"]), ACTS["agreement_evaluated"])
    met.when(ACTS["memo_drawn_up"]).refused("members_took_part")
    later = but(on(ACTS["meeting_held"], "2026-04-16"), attended=["90", "HUS", "STM"])
    met.given(later).when(ACTS["memo_drawn_up"]).then(state="memo_drawn_up")


def test_each_county_is_asked_for_its_material() -> None:
    """The task is every county's own; the day is met when the last of them has delivered."""
    story = BOOK.story("round_set", "material_requested")
    waiting = [task.organisation for task in story.opened.open_tasks if task.name == "deliver_material"]
    assert waiting == list(COUNTIES)
    story = story.given(ACTS["material_of_12"], ACTS["material_of_13"], ACTS["material_of_14"])
    assert story.aspects["deadlines"]["material_reply"] == "open"
    story.when(but(ACTS["material_of_15"], party="08")).refused("not-a-party")
    story.when(ACTS["material_of_15"]).then(deadlines={"material_reply": "met", "meeting_day": "open"})


def test_what_the_government_ordered_must_have_been_evaluated_and_handled() -> None:
    """Preparation and implementation, and each of the five themes of 2026, before the memo is drawn up."""
    story = BOOK.story(*ORDERED, "fewer_themes", "preparation_evaluated")
    story.when(ACTS["memo_drawn_up"]).refused("aspects_evaluated", "themes_handled")
    rest = but(
        ACTS["second_meeting"],
        themes=[theme for theme in ORDERED_THEMES if theme not in ("ict", "cyber_security")],
    )
    story = story.given(rest, ACTS["implementation_evaluated"])
    assert story.task("follow_mandate").status == "open"
    story = story.when(ACTS["memo_drawn_up"]).then(state="memo_drawn_up")
    assert story.task("follow_mandate").status == "done"


def test_a_round_without_an_order_needs_no_theme() -> None:
    """The law knows no themes: the yearly evaluation is enough."""
    evaluated = but(ACTS["agreement_evaluated"], aspects=["implementation"])
    story = BOOK.story("round_set").given(but(ACTS["meeting_held"], themes=None), evaluated)
    story.when(ACTS["memo_drawn_up"]).then(state="memo_drawn_up")


def test_the_ordered_day_is_political_and_moves_for_no_holiday() -> None:
    """What was agreed politically stands outside act 150/1930: the day stays as it was told."""
    story = BOOK.opened().given(but(ACTS["mandate_recorded"], assess_by="2026-05-01"))
    deadline = story.deadline("assessment_window")
    assert (deadline.kind, deadline.due, deadline.law_status) == ("political", date(2026, 5, 1), "practice")


def test_half_an_evaluation_does_not_meet_the_ordered_day() -> None:
    """The order was for preparation and implementation: only both of them meet it."""
    story = BOOK.story(*MET, "preparation_evaluated")
    assert story.aspects["deadlines"]["assessment_window"] == "open"
    assert story.given(ACTS["implementation_evaluated"]).aspects["deadlines"]["assessment_window"] == "met"
    late = on(ACTS["implementation_evaluated"], "2026-05-04")
    assert story.given(late).aspects["deadlines"]["assessment_window"] == "late"


def test_the_order_can_come_before_or_during_the_round() -> None:
    """A round can begin with the order, or get it on its way; always for its own year."""
    BOOK.opened().when(ACTS["mandate_recorded"]).then(state="planned")
    story = BOOK.story("round_set").when(ACTS["mandate_added"]).then(state="round_set")
    story.when(but(ACTS["mandate_added"], year=2027)).refused("of_the_round")


@pytest.mark.parametrize(
    ("outcome", "state"),
    [
        ("concluded_no_change", "no_change_needed"),
        ("concluded_amendment", "amendment_needed"),
        ("concluded_on_initiative", "amendment_needed"),
        ("concluded_government_assessment", "government_assessment"),
    ],
)
def test_each_conclusion_is_a_fact_of_its_own(outcome: str, state: str) -> None:
    """No change, an amendment on either ground of 37 § 4 mom., or a look at the Government's power (38 §)."""
    BOOK.story(*MEMO).when(ACTS[outcome]).then(state=state)


def test_an_amendment_rests_on_counties_of_the_area_or_on_the_ministry() -> None:
    """A county of another area cannot propose it, and the ministry's initiative is nobody's proposal."""
    story = BOOK.story(*MEMO)
    story.when(but(ACTS["concluded_amendment"], proposing=["13", "08"])).refused("proposers_are_members")
    story.when(but(ACTS["concluded_on_initiative"], proposing=["13"])).refused("proposers_are_members")


def test_the_government_confirms_only_where_needed() -> None:
    """By a decision that is a case of its own, by legislation, or not at all; whoever's turn it is sees the day."""
    story = BOOK.story(*ASSESSED)
    assert {task.role for task in story.opened.open_tasks if task.deadline == "government_confirmation"} == {
        "government"
    }
    story.when(ACTS["decision_preparation_begun"]).then(state="confirmation_by_decision")
    story.when(ACTS["legislation_chosen"]).then(state="confirmation_by_legislation")
    story.when(ACTS["stm_confirms_nothing"]).then(state="no_confirmation")


def test_an_evaluation_belongs_to_the_negotiation() -> None:
    """37 § 4 mom.: the agreement is followed and evaluated in the negotiations, not before them."""
    BOOK.story("round_set").when(ACTS["agreement_evaluated"]).refused("wrong-state")
    BOOK.story(*EVALUATED).then(state="negotiated")


def test_the_plan_of_2026_is_told_of_each_area() -> None:
    """The published row opens a planned round in all five areas, with both aspects and the month's last day."""
    row = (
        f'[[fact]]\nprocedure = "collaborative_negotiation"\nsubject = "FI"\nwhat = "{TOLD_OF_2026}"\n'
        'on = 2026-04-30\nprecision = "month"\nsource = "made-up source"\n'
    )
    document = read_history(row.encode())
    acts = Rehearsal(document, Declarations((DECLARATION,))).acts_of(document.rows[0])
    assert [(act.subject, act.act.fact) for act in acts] == [
        (area, "round_planned") for area in ("E-S", "I-S", "S-S", "L-S", "P-S")
    ]
    assert {act.subject: act.act.opening.parties for act in acts if act.act.opening}["I-S"] == (*COUNTIES, "STM")
    assert acts[0].act.data == {
        "year": 2026,
        "assess_by": "2026-04-30",
        "aspects": ["preparation", "implementation"],
    }


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (TOLD_OF_2026, ["round_planned"]),
        ("YTA negotiations on ICT and cyber security will be held in autumn 2027", ["round_planned"]),
        ("the YTA negotiation of the eastern area was held", ["round_set", "meeting_held"]),
        (
            "STM assessed the implementation of the cooperation agreements in the YTA negotiations",
            ["round_set", "meeting_held", "agreement_evaluated"],
        ),
        (
            "the YTA negotiations found no need to amend the agreement",
            ["round_set", "meeting_held", "memo_drawn_up", "concluded_no_change"],
        ),
        (
            "the YTA negotiations concluded that the agreement be amended",
            ["round_set", "meeting_held", "memo_drawn_up", "concluded_amendment"],
        ),
        ("Government ordered YTA negotiations on ICT for 2026", ["mandate_recorded"]),
        ("the YTA negotiations planned for 2026 were cancelled", []),
        ("the YTA negotiations were not held", []),
        ("a county demands YTA negotiations", []),
    ],
)
def test_reports_tell_what_happened_and_no_more(text: str, facts: list[str]) -> None:
    """A plan is a plan, a meeting is a meeting, and what is denied, demanded or cancelled tells nothing."""
    told = told_by("collaborative_negotiation", text, {"on": "2027-04-30", "year": 2027})
    assert [one.fact for one in told] == facts
    assert all(one.each == "collaborative_area" for one in told)
