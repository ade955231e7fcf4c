"""Admitting an act: what follows from it is recorded with it, and a refusal says everything that is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from engine.declaration import Meets
from engine.envelope import ActOf, DocumentRef
from engine.table import Table
from procedures.calendar import finnish_calendar
from tests.story import Story, document, fact, reporting
from tests.test_engine import sample_procedure as sample
from tests.test_engine.permits import GRANTED, INSPECTED, NEW, PENDING, granted, heard, inspected, lodged
from tests.test_engine.sample_procedure import TABLE, with_everywhere, with_move

# What an act brings about


def test_an_opening_sets_the_state_the_deadlines_and_the_tasks() -> None:
    """The case stands in the opening's target, its clocks run and somebody has something to do."""
    NEW.when(lodged()).then(
        state="pending",
        closed_on=None,
        tasks={"pay_the_fee": "open"},
        due={"decision_due": "2024-08-06", "fee_due": "2024-07-01", "flight_due": "2024-09-16"},
        standings=set(),
        data={"name": "Test Dragon", "heads": 1, "hatched_on": "2023-04-01"},
    )


def test_an_event_names_whose_act_it_is_and_on_what_it_rests() -> None:
    """A role bound to the subject or to the ministry becomes that organisation; the section and the law are named."""
    event = NEW.when(lodged()).event
    assert (event.act_of, event.basis, event.declaration, event.declaration_hash, event.calendar) == (
        ActOf(role="keeper", organisation="99"),
        ("0/2000 2 §",),
        "dragon_permit@2020-01-01",
        TABLE.content_hash,
        finnish_calendar().version,
    )
    by_the_clock = PENDING.when(fact("hearing_time_passed", "2024-06-01")).event
    assert by_the_clock.act_of == ActOf(role="clock", organisation="VM")
    assert PENDING.when(heard()).event.act_of == ActOf(role="council", organisation="DRAGONS", body="council")


@pytest.mark.parametrize(
    ("opened_on", "due", "since"),
    [
        ("2024-12-31", "2025-03-31", date(2020, 1, 1)),
        ("2025-01-01", "2025-03-03", date(2025, 1, 1)),
        ("2025-01-02", "2025-03-03", date(2025, 1, 1)),
    ],
)
def test_a_deadline_counts_with_the_number_in_force_when_the_case_was_opened(
    opened_on: str, due: str, since: date
) -> None:
    """Three months before the change, two from its day on; the event records which number it used."""
    story = NEW.when(lodged(opened_on))
    assert (story.deadline("decision_due").due.isoformat(), story.event.parameters) == (
        due,
        {
            "dragon_permit.decision_months": since,
            "dragon_permit.fee_day": date(2020, 1, 1),
            "dragon_permit.flight_days": date(2020, 1, 1),
        },
    )


def test_a_case_keeps_the_numbers_of_its_opening() -> None:
    """A clock that starts after the change still counts by the law under which the case was opened."""
    table = Table(with_move("neighbours_heard", starts=(sample.DECISION_DUE,)))
    story = Story(table).given(lodged("2024-12-31"), heard("2025-02-03"))
    assert story.deadline("decision_due", 2).due == date(2025, 5, 5)
    assert story.deadline("decision_due", 2).rule == "3 months from the legal day of the fact"


def test_a_set_day_falls_in_the_year_that_the_payload_names() -> None:
    """The fee falls due a year after hatching, or a year after the act when no hatching is known."""
    assert NEW.when(lodged(hatched_on="2024-02-29")).deadline("fee_due").due == date(2025, 6, 30)
    assert NEW.when(lodged(hatched_on=None)).deadline("fee_due").due == date(2025, 6, 30)
    assert NEW.when(lodged(hatched_on="2023-12-31")).deadline("fee_due").due == date(2024, 7, 1)


@pytest.mark.parametrize(
    ("on", "due"),
    [
        ("2024-03-14", "2024-03-15"),
        ("2024-03-15", "2024-09-16"),
        ("2024-09-15", "2025-03-17"),
        ("2024-12-31", "2025-03-17"),
    ],
)
def test_the_next_of_several_yearly_days_is_after_the_start(on: str, due: str) -> None:
    """The day itself does not count, the last one of a year leads into the next, and a Sunday to the Monday."""
    assert NEW.when(lodged(on)).deadline("flight_due").due == date.fromisoformat(due)


def test_a_stated_day_is_taken_as_it_stands() -> None:
    """The day that a document names is not moved from a Sunday; where none is named, no clock runs."""
    PENDING.when(heard(reply_by="2024-06-02")).then(due={**PENDING.aspects["due"], "answer_due": date(2024, 6, 2)})
    PENDING.when(heard()).then(due=PENDING.aspects["due"])


def test_a_period_from_a_day_in_the_payload() -> None:
    """Ten working days are counted from the inspection, which need not be the legal day of the record."""
    act = fact("inspection_held", "2024-06-05", inspected_on="2024-06-03", fire_proof=True)
    deadline = PENDING.given(heard()).when(act).deadline("report_due")
    assert (deadline.started_on, deadline.due, deadline.law_status) == (date(2024, 6, 3), date(2024, 6, 17), "practice")


def test_a_deadline_explains_itself() -> None:
    """Rule, section, calendar and every step are recorded with the day."""
    deadline = PENDING.deadline("decision_due")
    assert (deadline.rule, deadline.basis, deadline.calendar, deadline.status, deadline.kind) == (
        "3 months from the legal day of the fact",
        "0/2000 4 §",
        finnish_calendar().version,
        "open",
        "period_from_event",
    )
    steps = [(one.step, one.date.isoformat()) for one in PENDING.deadline("fee_due").derivation]
    assert steps == [("set_day", "2024-06-30"), ("day_off", "2024-06-30"), ("due", "2024-07-01")]


@pytest.mark.parametrize(
    ("on", "status"), [("2024-08-05", "met"), ("2024-08-06", "met"), ("2024-08-07", "late"), ("2025-08-07", "late")]
)
def test_a_late_act_is_recorded_as_late_and_never_blocked(on: str, status: str) -> None:
    """The last day is in time; on the day after the act is recorded all the same, and the deadline says so."""
    story = INSPECTED.when(granted(on))
    story.then(state="granted", closed_on=on)
    assert (story.deadline("decision_due").status, story.deadline("decision_due").closed_on) == (
        status,
        date.fromisoformat(on),
    )


def test_an_end_cancels_what_runs_and_ends_what_is_on() -> None:
    """With the case its other deadlines, tasks and standings come to an end on the same day."""
    story = INSPECTED.given(fact("interim_keeping_allowed", "2024-06-10")).when(granted())
    story.then(
        state="granted",
        closed_on="2024-07-01",
        deadlines={
            "decision_due": "met",
            "fee_due": "cancelled",
            "flight_due": "cancelled",
            "report_due": "cancelled",
        },
        due={},
        tasks={"pay_the_fee": "cancelled", "prepare_decision": "done", "write_report": "cancelled"},
        standings=set(),
    )
    standing = story.standing("interim_keeping")
    assert (standing.since, standing.until) == (date(2024, 6, 10), date(2024, 7, 1))
    assert story.event.closes


def test_a_deadline_may_begin_after_the_end() -> None:
    """A fact that is allowed in a final state happens there, starts its clock and leaves the case closed."""
    GRANTED.when(fact("dragon_flown", "2024-07-20")).then(
        state="granted", closed_on="2024-07-01", due={"flight_due": "2024-09-16"}
    )
    assert not GRANTED.when(fact("dragon_flown", "2024-07-20")).event.closes


def test_only_the_generation_that_is_named_is_met() -> None:
    """Two inspections run two clocks; a report meets the one of its inspection."""
    twice = INSPECTED.given(inspected("2024-06-10"))
    story = twice.when(fact("report_given", "2024-06-12", generation=2))
    assert [
        (story.deadline("report_due", n).due.isoformat(), story.deadline("report_due", n).status) for n in (1, 2)
    ] == [
        ("2024-06-17", "open"),
        ("2024-06-25", "met"),
    ]


def test_only_the_oldest_is_met() -> None:
    """Where the oldest deadline of a name is met, a later one of the same name runs on."""
    answered = with_move("fee_paid", meets=(Meets(sample.ANSWER_DUE, which="oldest"),))
    story = Story(Table(answered)).given(lodged(), heard(reply_by="2024-06-10"), heard(reply_by="2024-06-20"))
    story = story.when(fact("fee_paid", "2024-06-05"))
    assert [story.deadline("answer_due", generation).status for generation in (1, 2)] == ["met", "open"]


def test_meeting_a_deadline_may_start_the_next() -> None:
    """A display that is late is recorded so, and the next one falls due half a year later."""
    story = GRANTED.given(fact("dragon_flown", "2024-07-02")).when(fact("dragon_flown", "2024-09-17"))
    flights = [story.deadline("flight_due", generation).status for generation in (1, 2, 3)]
    assert flights == ["cancelled", "late", "open"]
    assert story.deadline("flight_due", 3).due == date(2025, 3, 17)


def test_the_clock_closes_a_window_and_raises_a_task() -> None:
    """That a date has passed cancels the deadline and gives somebody something to do; the case stays where it is."""
    story = PENDING.given(heard(reply_by="2024-05-31")).when(fact("hearing_time_passed", "2024-06-01"))
    story.then(state="pending", tasks={"pay_the_fee": "open", "read_answers": "open"})
    assert story.deadline("answer_due").status == "cancelled"


def test_a_task_of_an_act_is_done_by_the_fact_that_does_it() -> None:
    """The fee is paid, and the task is done on that day."""
    story = PENDING.when(fact("fee_paid", "2024-06-20"))
    assert (story.task("pay_the_fee").status, story.task("pay_the_fee").closed_on) == ("done", date(2024, 6, 20))
    assert story.deadline("fee_due").status == "met"


def test_a_task_of_a_state_is_done_when_the_state_is_left() -> None:
    """The decision need not be prepared after the case was remitted, and must be again when it comes back."""
    INSPECTED.then(tasks={"pay_the_fee": "open", "prepare_decision": "open", "write_report": "open"})
    remitted = INSPECTED.given(fact("remitted", "2024-06-10"))
    assert remitted.task("prepare_decision").status == "done"
    again = remitted.given(inspected("2024-06-17"))
    assert [again.task("prepare_decision", generation).status for generation in (1, 2)] == ["done", "open"]


def test_a_task_of_a_state_that_a_fact_does_is_dropped_when_the_state_is_left() -> None:
    """Where a fact is named that does the task, leaving the state by another is no doing of it."""
    table = Table(with_everywhere(sample.PREPARE, replace(sample.PREPARE, done_by=("permit_granted",))))
    there = Story(table).given(lodged(), heard(), inspected())
    assert there.given(fact("remitted", "2024-06-10")).task("prepare_decision").status == "cancelled"
    assert there.given(granted()).task("prepare_decision").status == "done"


@pytest.mark.parametrize(("role", "status"), [("council", "done"), ("keeper", "open")])
def test_what_several_may_do_is_done_for_the_one_who_did_it(role: str, status: str) -> None:
    """A task of the council stays open when the keeper does the act that both may do."""
    ending = replace(sample.WRITE_REPORT, done_by=("interim_keeping_ended",))
    story = Story(Table(with_everywhere(sample.WRITE_REPORT, ending))).given(lodged(), heard(), inspected())
    story = story.given(fact("interim_keeping_allowed", "2024-06-04"))
    assert story.given(fact("interim_keeping_ended", "2024-06-05", role=role)).task("write_report").status == status


def test_a_task_says_whose_it_is_and_by_when() -> None:
    """The role is bound to the case's own subject, and the deadline is named."""
    task = PENDING.task("pay_the_fee")
    assert (task.role, task.organisation, task.deadline, task.basis, task.raised_on) == (
        "keeper",
        "99",
        "fee_due",
        "0/2000 9 §",
        date(2024, 5, 6),
    )


def test_a_standing_begins_ends_and_may_begin_again() -> None:
    """The second time it runs from its own first day; beginning what is on changes nothing."""
    on = PENDING.given(fact("interim_keeping_allowed", "2024-05-08"), fact("interim_keeping_allowed", "2024-05-09"))
    assert on.standing("interim_keeping").since == date(2024, 5, 8)
    off = on.when(fact("interim_keeping_ended", "2024-05-10", role="keeper"))
    off.then(standings=set())
    off.when(fact("interim_keeping_allowed", "2024-05-20")).then(standings={"interim_keeping"})


# What is known from reporting only


def test_what_reporting_leaves_open_stays_visible() -> None:
    """Known from published reporting, an act is recorded without the document, and says what it lacks."""
    lacking = ("document:decision", "fire_proof")
    told = fact("permit_granted", "2024-07-01", documents=(reporting(),), unreported=lacking)
    story = INSPECTED.given(inspected("2024-06-10", fire_proof=False)).when(told)
    story.then(state="granted")
    assert (story.event.unreported, story.event.documents) == (lacking, (reporting(),))


def test_nothing_is_left_open_on_the_strength_of_an_authoritys_own_document() -> None:
    """Who holds the document can say what stands in it; only reporting may leave conditions open."""
    held = fact("permit_granted", "2024-07-01", documents=("memo",), unreported=("document:decision",))
    INSPECTED.when(held).refused("unreported-without-source")
    INSPECTED.when(replace(held, documents=(reporting(),))).then(state="granted")
    INSPECTED.when(replace(held, documents=(reporting(), document("memo")))).refused("unreported-without-source")


@pytest.mark.parametrize(
    ("reference", "is_reporting"),
    [
        (DocumentRef(kind="news", source="https://example.invalid"), True),
        (DocumentRef(kind="news"), False),
        (DocumentRef(kind="news", source="https://example.invalid", diary_number="TEST/1"), False),
        (DocumentRef(kind="news", source="https://example.invalid", sha256="0" * 64), False),
    ],
)
def test_reporting_has_an_address_and_no_number(reference: DocumentRef, is_reporting: bool) -> None:
    """A document of a register, or one that is at hand, is more than reporting about it."""
    assert reference.is_reporting is is_reporting


def test_only_a_condition_of_the_act_can_be_left_open() -> None:
    """A name that is none of its conditions or documents would stay in the record for ever and mean nothing."""
    act = fact("permit_granted", "2024-07-01", documents=(reporting(),), unreported=("document:decision", "banana"))
    INSPECTED.when(act).rejected("unreported-unknown")


# What every case can have


def test_the_case_register_records_in_any_state() -> None:
    """Notes, documents and the diary number move nothing, before the end and after it."""
    for story in (PENDING, INSPECTED, GRANTED):
        state = story.opened.state
        story.when(fact("noted", "2024-07-02", text="a note")).then(state=state)
        story.when(fact("diary_number_assigned", "2024-07-02", diary_number="TEST/2/2024")).then(
            state=state, diary_number="TEST/2/2024"
        )
    event = PENDING.when(fact("noted", "2024-07-02", text="a note")).event
    assert (event.type, event.publicity, event.act_of) == (
        "case.noted",
        "internal",
        ActOf(role="registry", organisation="VM"),
    )


@pytest.mark.parametrize("fact_id", ["linked", "task_raised"])
def test_nobody_states_what_only_a_reaction_states(fact_id: str) -> None:
    """A link or a task from another case follows from a fact there and is not offered as an act."""
    PENDING.when(fact(fact_id, "2024-06-01", case="other-99", reaction="tell", relation="same")).rejected(
        "fact-unknown"
    )


def test_nothing_of_the_register_opens_a_case() -> None:
    """A note needs a case to stand in."""
    NEW.when(fact("noted", "2024-05-06", text="a note")).refused("not-an-opening")
