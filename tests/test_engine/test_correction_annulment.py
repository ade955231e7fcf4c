"""An act annulled by a court or by a new decision: the case goes back to where it stood, and its times run again."""

from __future__ import annotations

import pytest

from tests.story import day
from tests.test_engine.correcting import SECTION, STATED, CorrectingDesk, due, granted, inspected


def test_the_supreme_administrative_court_annuls_the_decision_that_ended_the_case() -> None:
    """The case stands as before the decision, open; what the decision met runs again, and the task is open again."""
    desk = granted()
    event = desk.annuls(5, "2024-09-02", referred_back=True)
    assert (event.act_of.organisation, event.basis) == ("KHO", (SECTION, "808/2019 81 §"))
    assert (event.state, event.data["back_to"], event.data["path"], event.data["reading"]) == (
        "inspected",
        "inspected",
        [],
        None,
    )
    case = desk.case
    assert (case.state, case.closed_on, case.moved_on) == ("inspected", None, day("2024-09-02"))
    assert due(desk.deadline()) == ("2024-08-06", "open")
    assert [task.name for task in case.open_tasks] == ["pay_the_fee", "prepare_decision"]
    assert not case.has("permit_granted")
    assert len(desk.events) == 6
    desk.ensure_sound()


def test_what_is_decided_again_meets_the_time_that_ran_again() -> None:
    """After the annulment the permit is decided anew, late, and the case ends a second time."""
    desk = granted()
    desk.annuls(5, "2024-09-02")
    desk.does("permit_granted", "2024-09-16")
    assert (due(desk.deadline()), desk.case.closed_on) == (("2024-08-06", "late"), day("2024-09-16"))
    desk.ensure_sound()


def test_an_annulment_takes_back_what_only_the_annulled_act_had_set() -> None:
    """The inspection annulled, its report's deadline and task are cancelled, and the case is pending again."""
    desk = inspected()
    event = desk.annuls(3, "2024-07-01")
    assert (desk.case.state, due(desk.deadline("report_due"))) == ("pending", ("2024-06-17", "cancelled"))
    assert {name: task.status for (name, _), task in desk.case.tasks.items()} == {
        "pay_the_fee": "open",
        "write_report": "cancelled",
        "prepare_decision": "cancelled",
        "settle_incidents": "open",
    }
    assert event.data["incidents"] == [
        {"version": 4, "type": "dragon_permit.report_given", "case": None, "missing": ["wrong-state"]}
    ]
    desk.ensure_sound()


def test_a_later_act_with_footing_of_its_own_moves_the_case_on_again() -> None:
    """A permit can be denied without an inspection: annulling that leaves the denial where it is."""
    desk = CorrectingDesk()
    desk.does("neighbours_heard", "2024-05-13", neighbours=["Test Neighbour"])
    desk.does("inspection_held", "2024-06-03", inspected_on="2024-06-03", fire_proof=True)
    desk.does("permit_denied", "2024-07-01")
    event = desk.annuls(3, "2024-09-02")
    assert (event.state, event.data["back_to"]) == ("denied", "pending")
    assert event.data["path"] == [{"version": 4, "state": "denied"}]
    assert (event.closes, event.data["incidents"], desk.case.closed_on) == (False, [], day("2024-07-01"))
    desk.ensure_sound()


def test_a_standing_that_the_annulled_decision_began_ends() -> None:
    """Interim keeping was allowed by a decision; annulled, it is over from that day."""
    desk = inspected()
    desk.does("interim_keeping_allowed", "2024-06-17")
    desk.annuls(5, "2024-07-01")
    assert desk.case.active_standings == ()
    assert desk.case.standings["interim_keeping"].until == day("2024-07-01")
    desk.ensure_sound()


def test_an_annulment_that_is_itself_undone_gives_the_act_its_place_back() -> None:
    """The court's own judgment is annulled: the permit is granted again, as it was."""
    desk = granted()
    before = desk.case
    desk.annuls(5, "2024-09-02")
    desk.annuls(6, "2024-11-04", remedy="extraordinary_appeal")
    after = desk.case
    assert (after.state, after.closed_on, after.readings[4]) == ("granted", day("2024-11-04"), before.events[4])
    assert due(desk.deadline()) == due(before.deadlines["decision_due", 1])
    assert after.superseded == {5: 6, 6: 7}
    desk.ensure_sound()


def test_numbers_of_deadlines_stay_whatever_is_left_out() -> None:
    """The first of two inspections annulled, the second report is still the one about the second inspection."""
    desk = inspected()
    desk.does("inspection_held", "2024-07-01", inspected_on="2024-07-01", fire_proof=True)
    desk.does("report_given", "2024-07-05", generation=2)
    desk.annuls(3, "2024-08-05")
    assert [due(desk.deadline("report_due", number)) for number in (1, 2)] == [
        ("2024-06-17", "cancelled"),
        ("2024-07-15", "met"),
    ]
    assert desk.case.state == "inspected"
    desk.ensure_sound()


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        pytest.param({"court": None}, {"court_named"}, id="a court that nobody names"),
        pytest.param({"supersedes": 1}, {"not_the_opening"}, id="the opening"),
        pytest.param({"second_person": "test-person"}, {"second_person_differs"}, id="alone"),
        pytest.param({"remedy": "self_correction", "court": None}, {"court_named"}, id="a court does not self-correct"),
    ],
)
def test_what_stands_in_the_way_of_an_annulment_by_a_court_is_told(said: dict[str, object], missing: set[str]) -> None:
    """A court is named, the case keeps its opening, and two people have looked at it."""
    desk = granted()
    offered = {**STATED, "supersedes": 5, "remedy": "appeal", "court": "KHO", **said}
    assert missing <= desk.refuses("act_annulled", "2024-09-02", **offered)


def test_an_annulment_rests_on_the_decision_that_annuls() -> None:
    """Without the document it is not recorded."""
    desk = granted()
    offered = {**STATED, "supersedes": 5, "remedy": "appeal", "court": "KHO"}
    case_before = desk.case
    found = set()
    try:
        desk.offers("act_annulled", "2024-09-02", **offered)
    except Exception as error:  # noqa: BLE001 - the refusal is looked at
        found = {one.code for one in getattr(error, "missing", ())}
    assert (found, desk.case) == ({"document:annulling_decision"}, case_before)


def _by_the_authority(desk: CorrectingDesk, **said: object) -> set[str]:
    offered = {**STATED, "supersedes": 5, "remedy": "self_correction", **said}
    before = desk.log.head()
    try:
        desk.offers(
            "act_annulled",
            "2024-09-02",
            role="authority_of_the_act",
            documents=("annulling_decision",),
            **offered,
        )
    except Exception as error:  # noqa: BLE001 - the refusal is looked at
        assert desk.log.head() == before
        return {one.code for one in getattr(error, "missing", ())}
    return set()


def test_the_authority_removes_its_own_decision_only_as_the_law_says() -> None:
    """Ground, time and consent as for a correction; a decision is not simply withdrawn."""
    assert _by_the_authority(granted()) == {"ground_stated", "taken_up_in_time"}
    assert _by_the_authority(granted(), remedy="withdrawal") == {"decision_not_withdrawn"}
    lawful = {"ground": "procedural_error", "taken_up_on": "2024-08-05"}
    assert _by_the_authority(granted(), **lawful, detriment_of=["99"]) == {"detriment_consented"}
    desk = granted()
    assert _by_the_authority(desk, **lawful, detriment_of=["99"], consented=["99"]) == set()
    event = desk.events[-1]
    assert (event.act_of.organisation, event.act_of.body, event.state) == ("DRAGONS", "council", "inspected")
    assert event.basis == (SECTION, "434/2003 50 §", "434/2003 52 §")
    desk.ensure_sound()


def test_an_authority_does_not_undo_what_a_court_has_annulled() -> None:
    """Only a court can."""
    desk = granted()
    desk.annuls(5, "2024-08-05")
    assert "not_of_a_court" in _by_the_authority(desk, supersedes=6, remedy="withdrawal")


def test_a_correction_is_not_annulled_before_it_was_made() -> None:
    """Withdrawn on the day before it is refused; on its own day it is withdrawn."""
    desk = inspected()
    desk.corrects(3, "2024-06-20", inspected_on="2024-05-27")
    said = {**STATED, "supersedes": 5, "remedy": "appeal", "court": "KHO"}
    assert "not_before_the_act" in desk.refuses("act_annulled", "2024-06-19", **said)
    assert "not_before_the_act" not in desk.refuses("act_annulled", "2024-06-20", **said)
