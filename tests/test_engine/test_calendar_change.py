"""A change of calendar: which running times it moves, by an event each, and which it leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from engine.deadline_life import recomputed
from engine.declaration import TransitionalRule
from engine.request import Request
from tests.test_engine import sample_facts
from tests.test_engine import sample_procedure as sample
from tests.test_engine.dragon_desk import BY, Desk, entry, with_day_off


def moved_to(desk: Desk, name: str = "decision_due") -> date | None:
    """The day to which the calendar in force would move a deadline."""
    anew = recomputed(desk.table, desk.case, desk.deadline(name), desk.calendar, on=desk.clock.today())
    return anew.due if anew else None


def test_a_new_day_off_moves_what_runs_by_an_event_of_its_own() -> None:
    """6 August 2024 becomes a day off: the plan lists it, the event records it, and planned again there is nothing."""
    desk = Desk(calendars=(with_day_off("2024-08-06", version="second"),)).under("second")
    assert (moved_to(desk), moved_to(desk, "flight_due")) == (date(2024, 8, 7), None)
    found = desk.about("moved", "2024-06-03", calendar="second", due="2024-08-07")
    assert (found.due, found.calendar, found.status, moved_to(desk)) == (date(2024, 8, 7), "second", "open", None)
    told = {"kind": "moved", "why": "calendar fi-2026.1 → second", "due_after": "2024-08-07"}
    assert found.ledger == (entry("2024-06-03", None, **told),)
    desk.ensure_sound()


def test_a_calendar_can_change_twice() -> None:
    """What a calendar moved, a later calendar moves again, also back."""
    third = with_day_off("2024-08-07", version="third")
    desk = Desk(calendars=(with_day_off("2024-08-06", version="second"), third)).under("second")
    desk.about("moved", "2024-06-03", calendar="second", due="2024-08-07")
    desk.under("third")
    assert moved_to(desk) == date(2024, 8, 6)
    found = desk.about("moved", "2024-06-10", calendar="third", due="2024-08-06")
    assert [one.due_after for one in found.ledger] == [date(2024, 8, 7), date(2024, 8, 6)]
    desk.ensure_sound()


def test_what_a_person_has_touched_no_calendar_moves() -> None:
    """Suspended, resumed or extended since: it stays where it was put."""
    for act, data in (("suspended", {"mode": "run_on"}), ("extended", {"due": "2024-09-30"})):
        desk = Desk(calendars=(with_day_off("2024-08-06", version="second"),))
        desk.about(act, "2024-06-03", **data)
        assert moved_to(desk.under("second")) is None


def test_a_time_that_had_passed_may_run_again_by_a_calendar() -> None:
    """The day off was enacted too late to be known on 6 August; recorded on the 7th, the time is not over."""
    desk = Desk(calendars=(with_day_off("2024-08-06", version="second"),))
    desk.ticks("2024-08-07")
    desk.under("second")
    assert desk.about("moved", "2024-08-07", calendar="second", due="2024-08-07").status == "open"
    desk.ticks("2024-08-08")
    assert desk.deadline().status == "passed"
    desk.ensure_sound()


@pytest.mark.parametrize(
    ("calendar", "due"), [("second", "2024-08-08"), ("fi-2026.1", "2024-08-07"), ("third", "2024-08-07")]
)
def test_nobody_moves_a_deadline_to_another_day_than_the_calendar_gives(calendar: str, due: str) -> None:
    """The act says what was reckoned; another day, or another calendar than the one in force, is refused."""
    desk = Desk(calendars=(with_day_off("2024-08-06", version="second"),)).under("second")
    stated = {"deadline": "decision_due", "calendar": calendar, "due": due}
    assert desk.refuses("deadline_moved", "2024-06-03", **stated) == {"reckoned_by_calendar"}


def test_a_deadline_that_a_calendar_leaves_is_not_moved() -> None:
    """Where nothing changes there is no event."""
    desk = Desk()
    stated = {"deadline": "decision_due", "calendar": "fi-2026.1", "due": "2024-08-06"}
    assert desk.refuses("deadline_moved", "2024-06-03", **stated) == {"reckoned_by_calendar"}


def test_what_came_under_another_law_is_reckoned_by_the_numbers_by_which_it_was_set() -> None:
    """The new law gives two months instead of three; the change of calendar makes the three a day longer."""
    rule = TransitionalRule(
        id="to_the_new_law",
        label=sample.PROCEDURE.label,
        version_from=sample.PROCEDURE.in_force_from,
        basis=(sample_facts.DRAGON_ACT("20 §"),),
    )
    old = replace(sample.PROCEDURE, in_force_until=date(2024, 12, 31))
    new = replace(sample.PROCEDURE, in_force_from=date(2025, 1, 1), transitional=(rule,))
    second = with_day_off("2025-02-19", version="second")
    desk = Desk(old, opened_on="2024-11-19", calendars=(second,), later=(new,)).on("2025-01-07")
    request = Request(command_id="new law", recorded_by=BY)
    desk.registrar.change_law([desk.case_id], "dragon_permit@2025-01-01", date(2025, 1, 7), request)
    assert (desk.case.declaration, desk.case.law_on) == ("dragon_permit@2025-01-01", date(2025, 1, 7))
    assert desk.deadline().due == date(2025, 2, 19)
    assert moved_to(desk.under("second")) == date(2025, 2, 20)
    desk.about("moved", "2025-01-08", calendar="second", due="2025-02-20")
    desk.ensure_sound()
