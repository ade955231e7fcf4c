"""A county's return: only the delta, silence as a fact of the clock, reasons for the worst, and what is said now."""

from __future__ import annotations

from datetime import date

import pytest

from engine.check import check
from engine.deadline_acts import PASSED
from engine.firing import planned
from procedures.county_return.since_2025_01_01 import DECLARATION
from procedures.county_return.values import SaidValue, month_of, said_of_cases, said_of_subtasks, silent_since
from procedures.roadmap.fields import PICTURE_STATES
from tests.book import but, on
from tests.story import Story, Told, fact
from tests.test_procedures.county_return_stories import ACTS, BOOKS, FINE, LATE

(BOOK,) = BOOKS


def passed(story: Story) -> Story:
    """The story after the clock has recorded that the day for answering is over."""
    case = story.opened
    (running,) = case.open_deadlines
    (over,) = [one for one in planned(BOOK.table, case.case_id, running, case.opened_on) if one.fact == PASSED.id]
    return story.given(fact(PASSED.id, over.planned_on, over.data, role="clock"))


def answer(*items: dict[str, object]) -> Told:
    """An answer that speaks of these sub-tasks only."""
    return fact("answered", "2026-11-03", position=4711, items=list(items))


def test_the_declaration_is_sound() -> None:
    """The checker finds no fault in it."""
    assert check(DECLARATION) == ()


def test_silence_is_recorded_by_the_clock_and_is_no_answer() -> None:
    """The case stays where it was, its day has passed since the fifth, and nothing is known of any sub-task."""
    silent = passed(BOOK.story("template_issued"))
    silent.then(state="issued", deadlines={"answer": "passed"})
    assert silent.event.effective_on == date(2026, 11, 6)
    assert silent_since(silent.opened) == date(2026, 11, 5)
    assert said_of_subtasks([silent.opened]) == {}
    discussed = silent.given(ACTS["discussed_in_silence"])
    discussed.when(on(ACTS["confirmed"], "2026-11-20")).refused("answered_before")
    closed = discussed.when(ACTS["closed_unanswered"]).then(state="unanswered")
    assert silent_since(closed.opened) == date(2026, 11, 5)
    assert said_of_subtasks([closed.opened]) == {}


def test_who_answers_late_is_late_and_no_longer_silent() -> None:
    """The answer is taken; the deadline says that it came late."""
    late = passed(BOOK.story("template_issued")).when(on(ACTS["answered"], "2026-11-09"))
    late.then(state="answered", deadlines={"answer": "late"})
    assert silent_since(late.opened) is None
    late.when(ACTS["closed_unanswered"]).refused("wrong-state", "silent")


def test_nobody_is_silent_before_the_day_is_over() -> None:
    """On the fifth itself a county still has its day, and one that is excused is asked nothing."""
    assert silent_since(BOOK.story("template_issued").opened) is None
    assert silent_since(BOOK.story("template_issued", "excused").opened) is None
    BOOK.story("template_issued").when(on(ACTS["closed_unanswered"], "2026-11-05")).refused("silent")
    BOOK.story("template_issued").when(on(ACTS["closed_unanswered"], "2026-11-06")).then(state="unanswered")


@pytest.mark.parametrize("state", PICTURE_STATES)
def test_the_two_worst_states_need_a_written_reason(state: str) -> None:
    """At risk and late are nothing without a reason, of a sub-task or of a case; the others need none."""
    issued = BOOK.story("template_issued")
    for field, key, about in (("items", "task", "HTT-A-2.1"), ("cases", "case", "made-up-case")):
        bare = fact("answered", "2026-11-03", {field: [{key: about, "state": state}]}, position=4711)
        outcome = issued.when(bare)
        if state in ("at_risk", "late"):
            outcome.refused("reasons_given")
        else:
            outcome.then(state="answered")


def test_a_state_outside_the_scale_is_refused_with_its_place() -> None:
    """The refusal names the row of the answer and what may stand there."""
    refused = BOOK.story("template_issued").when(answer({"task": "HTT-A-2.1", "state": "almost"}))
    refused.rejected("data-invalid")
    assert "items.0.state" in refused.refusal.message
    assert "on_schedule" in refused.refusal.message


def test_an_unknown_sub_task_is_refused_with_the_nearest() -> None:
    """HTT-A-2.11 is not in the roadmap; HTT-A-2.1 is."""
    refused = BOOK.story("template_issued").when(answer({"task": "HTT-A-2.11", "state": "late"}))
    refused.rejected("data-invalid")
    assert "HTT-A-2.1" in refused.refusal.message


def test_the_workbook_of_another_round_is_refused() -> None:
    """An answer is filled into a workbook of this very return: the first, or the one issued in its place."""
    issued = BOOK.story("template_issued")
    issued.when(ACTS["answered_again"]).refused("own_workbook")
    issued.given(ACTS["template_reissued"]).when(ACTS["answered_again"]).then(state="answered")
    issued.given(ACTS["template_reissued"]).when(on(ACTS["answered"], "2026-11-04")).then(state="answered")


def test_nothing_changed_is_said_and_not_guessed() -> None:
    """An empty answer is none; one that says that nothing has changed says nothing else."""
    issued = BOOK.story("template_issued")
    empty = fact("answered", "2026-11-03", position=4711)
    issued.when(empty).refused("something_said")
    issued.when(but(empty, nothing_changed=True)).then(state="answered")
    issued.when(but(empty, nothing_changed=True, items=[FINE])).refused("something_said")


def test_notes_wishes_and_risks_are_kept_apart() -> None:
    """Each observation is of one of three kinds, and there is no fourth."""
    issued = BOOK.story("template_issued")
    said = [{"kind": kind, "text": "made up"} for kind in ("note", "wish", "risk")]
    recorded = issued.when(fact("answered", "2026-11-03", position=4711, observations=said))
    assert [one["kind"] for one in recorded.event.data["observations"]] == ["note", "wish", "risk"]
    mixed = [{"kind": "wish and risk", "text": "made up"}]
    issued.when(fact("answered", "2026-11-03", position=4711, observations=mixed)).rejected("data-invalid")


def test_an_answer_after_the_discussion_is_talked_through_again() -> None:
    """The picture moved: it is confirmed only after another discussion."""
    moved = BOOK.story("template_issued", "answered", "template_reissued", "discussed", "answered_after")
    moved.then(state="answered").when(ACTS["confirmed"]).refused("wrong-state")
    moved.given(ACTS["discussed_again"]).when(ACTS["confirmed"]).then(state="confirmed", closed_on="2026-11-13")


def test_a_conflict_says_both_sides_and_which_stands() -> None:
    """It is a record of the choice; the values themselves come with the answer."""
    story = BOOK.story("template_issued", "answered", "template_reissued").when(ACTS["conflicts_resolved"])
    (resolved,) = story.event.data["resolutions"]
    assert (resolved["in_workbook"], resolved["in_log"], resolved["kept"]) == ("late", "on_schedule", "log")
    assert said_of_subtasks([story.opened])["ICT-A-4.2"].state == "on_schedule"
    by_county = fact("conflicts_resolved", "2026-11-05", story.event.data, role="county_officials")
    BOOK.story("template_issued", "answered").when(by_county).then(state="answered")


def test_what_is_said_now_comes_from_the_newest_event() -> None:
    """A delta leaves the rest as it was; the discussion's view replaces the county's and says that it was discussed."""
    answered = BOOK.story("template_issued", "answered").opened
    said = said_of_subtasks([answered])
    assert said["HTT-A-2.1"] == SaidValue(
        about="HTT-A-2.1",
        state="late",
        reason="made-up reason",
        support_asked=True,
        progress=None,
        provenance="reported",
        month="2026-11",
        said_on=date(2026, 11, 3),
        position=2,
        event_id=answered.events[1].event_id,
        case_id=answered.case_id,
    )
    assert {one.state for one in said_of_cases([answered]).values()} == {"at_risk"}
    discussed = said_of_subtasks([BOOK.story("template_issued", "answered", "discussed").opened])
    assert (discussed["HTT-A-2.1"].state, discussed["HTT-A-2.1"].provenance) == ("at_risk", "discussed")
    assert (discussed["ICT-A-4.2"].state, discussed["ICT-A-4.2"].provenance) == ("on_schedule", "reported")


def test_a_confirmed_return_was_discussed_and_a_withdrawn_one_says_nothing() -> None:
    """What the county reported becomes what was discussed, when the return is confirmed."""
    confirmed = BOOK.story(*BOOK.ways["answered"]).opened
    assert {one.provenance for one in said_of_subtasks([confirmed]).values()} == {"discussed"}
    assert {one.provenance for one in said_of_cases([confirmed]).values()} == {"discussed"}
    withdrawn = BOOK.story("template_issued", "withdrawn").opened
    assert (said_of_subtasks([withdrawn]), silent_since(withdrawn)) == ({}, None)


def test_a_later_month_speaks_last() -> None:
    """The return of December is heard after that of November, in whatever order the cases come."""
    november = BOOK.story("template_issued", "answered").opened
    issued = but(on(ACTS["template_issued"], "2026-11-25"), month="2026-12", agreed_on="2026-12-05")
    told = fact("answered", "2026-12-01", position=4711, items=[{**LATE, "state": "on_schedule"}])
    december = BOOK.opened().given(issued, told).opened
    assert month_of(december) == "2026-12"
    for returns in ([november, december], [december, november]):
        said = said_of_subtasks(returns)
        assert (said["HTT-A-2.1"].state, said["HTT-A-2.1"].month) == ("on_schedule", "2026-12")
        assert said["ICT-A-4.2"].month == "2026-11"


def clash(**said: object) -> dict[str, object]:
    """A cell of the workbook that somebody else changed meanwhile."""
    return {"task": "ICT-A-4.2", "field": "state", "cell": "ICT!D9", "in_workbook": "late", **said}


def test_a_cell_in_conflict_waits_and_says_nothing() -> None:
    """An answer may be nothing but conflicts; the value of none of them counts until it is resolved."""
    issued = BOOK.story("template_issued")
    waits = issued.when(fact("answered", "2026-11-03", position=4711, conflicts=[clash(in_log="on_schedule")]))
    assert waits.then(state="answered").event.data["conflicts"][0]["in_log"] == "on_schedule"
    assert said_of_subtasks([waits.opened]) == {}


def test_a_conflict_that_the_workbook_wins_says_it_from_then_on() -> None:
    """The resolution carries how the sub-task reads by it, and a bad state keeps its written reason."""
    answered = BOOK.story("template_issued", "answered")
    kept = [clash(kept="workbook")]
    bare = fact("conflicts_resolved", "2026-11-05", resolutions=kept, items=[{"task": "ICT-A-4.2", "state": "late"}])
    answered.when(bare).refused("reasons_given")
    late = {"task": "ICT-A-4.2", "state": "late", "reason": "made-up reason"}
    own = {"case": "made-up-case", "state": "on_schedule"}
    resolved = answered.when(but(bare, items=[late], cases=[own])).then(state="answered")
    said = said_of_subtasks([resolved.opened])["ICT-A-4.2"]
    assert (said.state, said.reason, said.provenance) == ("late", "made-up reason", "reported")
    assert said_of_cases([resolved.opened])["made-up-case"].state == "on_schedule"


@pytest.mark.parametrize("about", [{"task": None}, {"case": "made-up-case"}, {"task": None, "contact": None}])
def test_a_cell_is_of_one_thing(about: dict[str, object]) -> None:
    """Of a sub-task, of a case or of a contact: of one of the three, and not of none."""
    issued = BOOK.story("template_issued")
    issued.when(fact("answered", "2026-11-03", position=4711, conflicts=[clash(**about)])).rejected("data-invalid")
