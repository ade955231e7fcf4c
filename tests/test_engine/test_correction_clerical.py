"""A clerical error corrected (434/2003 51 §): what is known now about an earlier day is the corrected reading."""

from __future__ import annotations

from datetime import date

import pytest

from engine.envelope import LedgerEntry
from engine.errors import InputRejected
from tests.story import day
from tests.test_engine.correcting import SECTION, STATED, Bench, due, granted, inspected
from tests.test_procedures.agreement_decision_stories import BOOKS

AGREEMENT = BOOKS[0]
SERVED = (
    "ground_recorded",
    "draft_prepared",
    "hearing_requested",
    "reply_of_07",
    "reply_of_08",
    "reply_of_16",
    "parties_heard",
    "ministerially_handled",
    "decided",
    "service_on_07",
    "service_on_08",
    "service_on_16",
)


def test_a_wrong_day_of_service_moves_the_time_to_appeal_and_makes_an_appeal_late() -> None:
    """Served on 18 September, not on the 22nd: the time ends on 19 October, and the appeal of the 20th is late."""
    bench = Bench.of(AGREEMENT, *SERVED, "appeal_of_16")
    assert due(bench.case.deadlines["appeal", 3]) == ("2026-10-22", "met")
    service = bench.version("decision_served", 2)
    said = {**STATED, "supersedes": service, "values": {"served_on": "2026-09-18"}}
    event = bench.does("clerical_error_corrected", "2026-11-02", **said)
    (moved,) = event.deadlines
    entry = LedgerEntry(
        kind="moved",
        since=date(2026, 11, 2),
        due_before=date(2026, 10, 22),
        due_after=date(2026, 10, 19),
        section=SECTION,
        why=f"correction of version {service}",
    )
    assert (due(moved), moved.ledger) == (("2026-10-19", "late"), (entry,))
    assert event.data["incidents"] == []
    bench.ensure_sound()


def test_the_record_keeps_what_was_written_and_guards_read_what_is_right() -> None:
    """The events stay as they were; the facts of the case hold the corrected value, and each names the other."""
    desk = inspected()
    desk.corrects(3, "2024-06-20", fire_proof=False)
    assert desk.events[2].data["fire_proof"] is True
    assert desk.case.last("inspection_held") == desk.case.readings[2]
    assert (desk.case.readings[2].data["fire_proof"], desk.case.superseded) == (False, {3: 5})
    assert desk.refuses("permit_granted", "2024-07-01") == {"fire_proof"}
    desk.ensure_sound()


def test_a_report_given_in_time_becomes_late_when_the_inspection_was_a_week_earlier() -> None:
    """Ten working days from 27 May end on 10 June: the report of 14 June is late, and the case stays where it is."""
    desk = inspected()
    event = desk.corrects(3, "2024-06-20", inspected_on="2024-05-27")
    assert (event.state, event.basis, event.act_of.organisation) == ("inspected", (SECTION, "906/2019 15 §"), "VM")
    assert due(desk.deadline("report_due")) == ("2024-06-10", "late")
    desk.ensure_sound()


def test_a_correction_to_an_added_day_sets_a_deadline_with_a_number_of_its_own() -> None:
    """A second hearing without a day for the answer gets one: its deadline is the second, and the first stays."""
    desk = inspected()
    desk.does("neighbours_heard", "2024-06-17", neighbours=["Another Neighbour"])
    desk.corrects(5, "2024-06-20", reply_by="2024-10-01")
    assert due(desk.deadline("answer_due", 1)) == ("2024-09-01", "open")
    assert due(desk.deadline("answer_due", 2)) == ("2024-10-01", "open")
    desk.corrects(6, "2024-06-21", reply_by=None)
    assert due(desk.deadline("answer_due", 2)) == ("2024-10-01", "cancelled")
    desk.corrects(7, "2024-06-24", reply_by="2024-10-08")
    assert due(desk.deadline("answer_due", 2)) == ("2024-10-08", "open")
    desk.ensure_sound()


def test_the_day_of_an_act_can_be_corrected_and_the_case_is_known_by_it() -> None:
    """The last move and the end of a case follow the corrected day of the act that made them."""
    desk = granted()
    assert (desk.case.moved_on, desk.case.closed_on) == (day("2024-07-01"), day("2024-07-01"))
    event = desk.corrects(5, "2024-07-10", "2024-06-28")
    assert (desk.case.moved_on, desk.case.closed_on) == (day("2024-06-28"), day("2024-06-28"))
    assert event.data["case_after"] == {
        "opened_on": "2024-05-06",
        "moved_on": "2024-06-28",
        "closed_on": "2024-06-28",
        "diary_number": None,
    }
    desk.ensure_sound()


def test_the_opening_can_be_corrected_and_everything_that_counts_from_it_moves() -> None:
    """Opened on 7 May: the decision is due on 7 August, and the case is known as opened then; its id stays."""
    desk = inspected()
    desk.corrects(1, "2024-06-20", "2024-05-07")
    assert (desk.case.opened_on, desk.case_id) == (day("2024-05-07"), "dragon-permit-99-2024")
    assert due(desk.deadline()) == ("2024-08-07", "open")
    desk.ensure_sound()


def test_a_diary_number_that_was_mistyped_is_corrected() -> None:
    """The case is known by the corrected number."""
    desk = inspected()
    desk.does("diary_number_assigned", "2024-06-17", diary_number="TEST/1/2024")
    desk.corrects(5, "2024-06-18", diary_number="TEST/2/2024")
    assert desk.case.diary_number == "TEST/2/2024"
    desk.ensure_sound()


def test_a_suspension_recorded_on_the_wrong_day_gives_back_other_days() -> None:
    """Suspended from 3 June, not from the 5th: nine days are given back, not seven."""
    desk = inspected()
    desk.about("suspended", "2024-06-17", mode="freeze")
    desk.about("resumed", "2024-06-24")
    assert due(desk.deadline()) == ("2024-08-13", "open")
    desk.corrects(5, "2024-06-25", "2024-06-14")
    assert due(desk.deadline()) == ("2024-08-16", "open")
    assert [entry.kind for entry in desk.deadline().ledger] == ["suspended", "moved"]
    desk.ensure_sound()


def test_the_newest_reading_counts_when_a_correction_is_corrected() -> None:
    """A correction that was itself mistyped is corrected by naming it; the act cannot be named again."""
    desk = inspected()
    desk.corrects(3, "2024-06-20", inspected_on="2024-05-20")
    again = {**STATED, "supersedes": 3, "values": {"inspected_on": "2024-05-27"}}
    assert desk.refuses("clerical_error_corrected", "2024-06-21", **again) == {"not_superseded"}
    desk.corrects(5, "2024-06-21", inspected_on="2024-05-27")
    assert desk.case.superseded == {3: 5, 5: 6}
    assert desk.case.readings[2].data == {"inspected_on": "2024-05-27", "fire_proof": True}
    assert due(desk.deadline("report_due")) == ("2024-06-10", "late")
    desk.ensure_sound()


def test_a_correction_that_was_none_is_withdrawn_and_the_act_reads_as_it_was_written() -> None:
    """The deadline is back where it was, and the ledger tells both moves."""
    desk = inspected()
    before = desk.deadline("report_due")
    desk.corrects(3, "2024-06-20", inspected_on="2024-05-27")
    desk.withdraws(5, "2024-06-21")
    after = desk.deadline("report_due")
    assert (after.due, after.status, len(after.ledger)) == (before.due, before.status, 2)
    assert desk.case.readings[2] == desk.case.events[2]
    desk.ensure_sound()


@pytest.mark.parametrize(
    ("version", "said", "missing"),
    [
        pytest.param(9, {"values": {"heads": 2}}, {"superseded_known"}, id="no such event"),
        pytest.param(1, {}, {"something_corrected"}, id="nothing is corrected"),
        pytest.param(
            1, {"values": {"heads": 2}, "second_person": "Test-Person "}, {"second_person_differs"}, id="alone"
        ),
        pytest.param(1, {"values": {"heads": 7}}, {"few_heads"}, id="the corrected act is not allowed"),
        pytest.param(3, {"effective_on": "2024-05-01"}, {"before-opening"}, id="before the case"),
        pytest.param(3, {"effective_on": "2024-07-31"}, {"in-the-future"}, id="not come yet"),
        pytest.param(1, {"values": {"heads": 2}, "error_in": "decision"}, {"act_is_decision"}, id="no decision"),
        pytest.param(1, {"values": {"heads": 2}, "caused_by": ["07"]}, {"named_are_parties"}, id="no party"),
    ],
)
def test_what_stands_in_the_way_of_a_correction_is_told(
    version: int, said: dict[str, object], missing: set[str]
) -> None:
    """Each unmet condition is named, and nothing is recorded."""
    desk = inspected()
    found = desk.refuses("clerical_error_corrected", "2024-06-20", **{**STATED, "supersedes": version, **said})
    assert missing <= found
    assert found - missing <= {"taken_up_in_time", "parties_heard"}


def test_a_value_that_the_act_does_not_know_is_rejected_with_the_fields_of_the_act() -> None:
    """The corrected data is read as that of the act itself."""
    desk = inspected()
    with pytest.raises(InputRejected, match="inspection_held cannot be taken: colour"):
        desk.corrects(3, "2024-06-20", colour="red")


def test_an_error_in_the_decision_itself_asks_what_the_law_asks() -> None:
    """Taken up within five years, the party heard or not needed, no unreasonable outcome (434/2003 51-52 §)."""
    desk = granted()
    said = {**STATED, "supersedes": 5, "effective_on": "2024-06-28", "error_in": "decision"}
    assert desk.refuses("clerical_error_corrected", "2024-07-10", **said) == {"taken_up_in_time", "parties_heard"}
    said |= {"taken_up_on": "2024-07-09", "heard": "heard"}
    harsh = {**said, "unreasonable_for": ["99"]}
    assert desk.refuses("clerical_error_corrected", "2024-07-10", **harsh) == {"outcome_reasonable"}
    event = desk.does("clerical_error_corrected", "2024-07-10", **harsh, caused_by=["99"])
    assert event.basis == (SECTION, "434/2003 51 §", "434/2003 52 §")
    assert event.parameters == {"administration.correction_years": date(2004, 1, 1)}
    desk.ensure_sound()


@pytest.mark.parametrize(("taken_up_on", "missing"), [("2029-07-02", set()), ("2029-07-03", {"taken_up_in_time"})])
def test_an_error_in_a_decision_can_be_taken_up_for_five_years(taken_up_on: str, missing: set[str]) -> None:
    """Decided on 1 July 2024; 1 July 2029 is a Sunday, so that Monday is the last day (434/2003 52 §, 150/1930 5 §)."""
    desk = granted()
    said = {**STATED, "supersedes": 5, "values": {}, "effective_on": "2024-06-28", "error_in": "decision"}
    said |= {"heard": "unnecessary", "taken_up_on": taken_up_on}
    assert desk.refuses("clerical_error_corrected", "2029-12-03", **said) == missing


def test_what_the_clock_recorded_is_not_corrected_by_hand() -> None:
    """That a day has passed follows from the deadline; so does a notice from another case."""
    desk = inspected()
    desk.ticks("2024-09-03")
    passed = next(event.version for event in desk.events if event.type == "case.deadline_passed")
    said = {**STATED, "supersedes": passed, "values": {"due": "2024-09-09"}}
    assert desk.refuses("clerical_error_corrected", "2024-09-04", **said) == {"superseded_known"}


def test_a_time_that_had_passed_runs_again_and_passes_again_on_its_new_day() -> None:
    """The clock records the new last day by a key of its own; what it said of the old day no longer applies."""
    desk = inspected()
    desk.ticks("2024-09-03")
    assert due(desk.deadline("answer_due")) == ("2024-09-01", "passed")
    event = desk.corrects(2, "2024-09-04", reply_by="2024-09-13")
    assert (due(desk.deadline("answer_due")), event.data["incidents"]) == (("2024-09-13", "open"), [])
    assert ("answer_due deadline_passed", "2024-09-14") in desk.ticks("2024-09-20")
    desk.ensure_sound()
