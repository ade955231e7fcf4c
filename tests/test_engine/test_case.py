"""A case is the fold of its facts: one by one or all at once, refusing nothing and forgetting nothing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.case import Case, evolve, fold, payload_of, unfold
from engine.envelope import ActOf, Draft, Envelope, Link
from engine.errors import Fault
from tests.doses import drawn
from tests.story import Story, Told, document, fact
from tests.test_engine.sample_procedure import TABLE

OPENED_ON = date(2024, 5, 6)

OFFERS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("neighbours_heard", {"neighbours": ["Test Neighbour"], "reply_by": "2024-09-01"}),
    ("neighbours_heard", {"neighbours": ["Test Neighbour"]}),
    ("hearing_time_passed", {}),
    ("interim_keeping_allowed", {}),
    ("interim_keeping_ended", {}),
    ("inspection_held", {"inspected_on": "2024-06-03", "fire_proof": True}),
    ("inspection_held", {"inspected_on": "2024-06-03", "fire_proof": False}),
    ("report_given", {"generation": 1}),
    ("report_given", {"generation": 2}),
    ("fee_paid", {}),
    ("remitted", {}),
    ("permit_granted", {}),
    ("permit_denied", {}),
    ("dragon_flown", {}),
    ("noted", {"text": "a note"}),
    ("diary_number_assigned", {"diary_number": "TEST/1/2024"}),
)
"""Every fact of the sample, ready to be offered."""


def opening(on: date = OPENED_ON) -> Told:
    return fact("application_lodged", on, name="Test Dragon", heads=1, documents=("application",))


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """A story in which acts are offered in any order; those that are refused are left out."""
    story = Story(TABLE).given(opening())
    on = OPENED_ON
    for offer, days in draw(st.lists(st.tuples(st.sampled_from(OFFERS), st.integers(0, 40)), max_size=25)):
        on += timedelta(days=days)
        story = story.when(fact(offer[0], on, offer[1], documents=("decision",)))
    return story


def a_draft(**changed: Any) -> Draft:
    """An event that no declaration would have admitted."""
    usual: dict[str, Any] = {
        "type": "dragon_permit.fee_paid",
        "schema": 1,
        "effective_on": OPENED_ON,
        "act_of": ActOf(role="keeper", organisation="99"),
        "declaration": "dragon_permit@2020-01-01",
        "declaration_hash": TABLE.content_hash,
        "parameters": {},
        "calendar": "test",
        "basis": (),
        "data": {},
        "state": "pending",
        "publicity": "public",
        "precision": "exact",
    }
    return Draft(**{**usual, **changed})


PENDING = Story(TABLE).given(opening())
INSPECTED = PENDING.given(
    fact("neighbours_heard", "2024-05-13", neighbours=["Test Neighbour"], documents=("minutes",)),
    fact("inspection_held", "2024-06-03", inspected_on="2024-06-03", fire_proof=True),
)


@given(stories())
@settings(max_examples=drawn(40), deadline=None)
def test_folding_at_once_and_one_by_one_give_the_same_case(story: Story) -> None:
    """The case that grew event by event equals the one folded from its whole history."""
    assert fold(TABLE, story.events) == story.case


@given(stories(), st.integers(0, 30))
@settings(max_examples=drawn(), deadline=None)
def test_a_history_may_be_folded_in_two_parts(story: Story, at: int) -> None:
    """Folding the rest onto the case of the beginning gives the whole, and leaves that case as it was."""
    beginning = fold(TABLE, story.events[:at])
    assert fold(TABLE, story.events[at:], onto=beginning) == story.case
    assert beginning == fold(TABLE, story.events[:at])


@given(stories())
@settings(max_examples=drawn(), deadline=None)
def test_each_step_gives_the_case_as_it_stood_and_leaves_the_one_before_alone(story: Story) -> None:
    """Walking through a history, the case before and after each event is the fold up to there, to the end."""
    walked = list(unfold(TABLE, story.events))
    assert [(before, after) for before, _, after in walked] == [
        (fold(TABLE, story.events[:number]), fold(TABLE, story.events[: number + 1]))
        for number in range(len(story.events))
    ]


@given(stories())
@settings(max_examples=drawn(), deadline=None)
def test_what_is_recorded_of_a_closed_case_is_closed(story: Story) -> None:
    """After the end nothing runs but what began after it, nobody has anything to do and no standing is on."""
    case = story.opened
    if case.closed_on is None:
        return
    begun_before = [one.name for one in case.open_deadlines if one.started_on < case.closed_on]
    assert (begun_before, case.open_tasks, case.active_standings) == ([], (), ())


_names = st.sampled_from([*TABLE.states, "attic", ""])
_types = st.sampled_from([TABLE.type_of(fact_id) for fact_id in TABLE.facts]) | st.text(max_size=20)


@given(stories(), st.lists(st.tuples(_types, _names, st.integers(-400, 400)), max_size=8))
@settings(max_examples=drawn(), deadline=None)
def test_applying_never_refuses(story: Story, strange: list[tuple[str, str, int]]) -> None:
    """Whatever is recorded happened: unknown types, moves from the wrong state, days before the opening."""
    for event_type, state, days in strange:
        draft = a_draft(
            type=event_type,
            schema=TABLE.upcaster.current.get(event_type, 1),
            state=state,
            effective_on=OPENED_ON + timedelta(days=days),
            data={"diary_number": "TEST/9"},
        )
        before = story.opened
        story = story.recorded(draft)
        elsewhere = before.state if before.state and event_type in TABLE.unmoving else state
        expected = TABLE.targets.get((before.state, event_type), elsewhere)
        assert (story.opened.state, story.opened.version) == (expected, before.version + 1)
    assert fold(TABLE, story.events) == story.case


def test_a_move_that_the_declaration_no_longer_knows_leads_where_it_was_recorded() -> None:
    """The event says where the case went; that the move is declared no more does not unmake it."""
    story = PENDING.recorded(a_draft(type="dragon_permit.burnt_down", state="denied", effective_on=date(2024, 6, 1)))
    assert (story.opened.state, story.opened.closed_on, story.opened.moved_on) == (
        "denied",
        date(2024, 6, 1),
        date(2024, 6, 1),
    )


def test_what_moves_nothing_moves_nothing_where_later_moves_are_left_out() -> None:
    """A note of today about an early day says nothing of where the case stood on that day."""
    noted = INSPECTED.given(fact("noted", "2024-05-20", {"text": "a note"}))
    early = fold(TABLE, [event for event in noted.events if event.effective_on < date(2024, 6, 1)])
    assert early is not None
    assert (early.state, early.moved_on, len(early.every("noted"))) == ("pending", OPENED_ON, 0)
    assert (early.facts["case.noted"][0].state, noted.opened.state) == ("inspected", "inspected")


def test_the_declaration_decides_where_a_known_move_leads() -> None:
    """For a move that is declared the table is followed, which the acceptance of a history compares with the record."""
    story = INSPECTED.recorded(a_draft(type="dragon_permit.remitted", state="granted"))
    assert story.opened.state == "pending"


def test_a_case_that_comes_back_from_its_end_is_open() -> None:
    """A recorded return from a final state takes the day of closing away."""
    denied = PENDING.given(fact("permit_denied", "2024-06-01", documents=("decision",)))
    assert denied.opened.closed_on == date(2024, 6, 1)
    back = denied.recorded(a_draft(type="dragon_permit.reopened", state="pending", effective_on=date(2024, 7, 1)))
    assert (back.opened.closed_on, back.opened.moved_on) == (None, date(2024, 7, 1))


def test_what_moves_nothing_leaves_the_day_of_the_last_move() -> None:
    """A fact that only happens is no phase of the case."""
    assert PENDING.given(fact("fee_paid", "2024-06-20")).opened.moved_on == OPENED_ON
    assert INSPECTED.opened.moved_on == date(2024, 6, 3)


def test_no_history_is_no_case() -> None:
    """Folding nothing gives nothing, and walking through nothing goes nowhere."""
    assert (fold(TABLE, ()), list(unfold(TABLE, ()))) == (None, [])
    assert fold(TABLE, (), onto=PENDING.case) is PENDING.case


def test_a_history_without_its_beginning_is_a_fault() -> None:
    """A stream whose first event opens no case is damaged, however it is read."""
    headless = INSPECTED.events[1:]
    with pytest.raises(Fault) as folded:
        fold(TABLE, headless)
    with pytest.raises(Fault) as evolved:
        evolve(TABLE, None, headless[0])
    assert (folded.value.code, evolved.value.code) == ("history-headless", "history-headless")


def test_a_case_knows_what_it_was_opened_with() -> None:
    """Name, declaration, subject and opening day come from the first event."""
    case = Story(TABLE, subject="99", diary_number="TEST/7/2024").given(opening()).opened
    assert (case.case_id, case.declaration, case.subject, case.opened_on, case.version, case.diary_number) == (
        "story-99",
        "dragon_permit@2020-01-01",
        "99",
        OPENED_ON,
        1,
        "TEST/7/2024",
    )


def test_facts_are_found_by_their_name() -> None:
    """All of them in order, the newest, and whether there is any; what never happened is nowhere."""
    story = INSPECTED.given(fact("neighbours_heard", "2024-06-04", neighbours=["Another Test Neighbour"]))
    case = story.opened
    first, second = story.events[1], story.events[3]
    assert (case.every("neighbours_heard"), case.last("neighbours_heard"), case.has("neighbours_heard")) == (
        (first, second),
        second,
        True,
    )
    assert (case.every("remitted"), case.last("remitted"), case.has("remitted")) == ((), None, False)


def test_documents_and_links_are_gathered_in_order() -> None:
    """Every document and link of any event belongs to the case."""
    linked = a_draft(type="case.linked", links=(Link(case="other-99", relation="same_keeper"),))
    case = INSPECTED.recorded(linked).opened
    assert case.documents == (document("application"), document("minutes"))
    assert case.links == (Link(case="other-99", relation="same_keeper"),)


def test_what_runs_comes_in_the_order_in_which_it_is_due() -> None:
    """The earliest first; a deadline that has passed or is suspended still runs, one that is met does not."""
    case = PENDING.opened
    assert [one.name for one in case.open_deadlines] == ["decision_due", "flight_due", "fee_due"]
    statuses = {"decision_due": "passed", "fee_due": "suspended", "flight_due": "met"}
    changed = tuple(msgspec.structs.replace(one, status=statuses[one.name]) for one in PENDING.events[0].deadlines)
    later = PENDING.recorded(a_draft(deadlines=changed)).opened
    assert [one.name for one in later.open_deadlines] == ["decision_due", "fee_due"]


def test_a_payload_is_read_in_the_shape_that_its_fact_has_now() -> None:
    """An event of the first shape is lifted when it is read; the event itself stays as it was."""
    story = PENDING.recorded(
        a_draft(type="dragon_permit.neighbours_heard", schema=1, data={"neighbour": "Test Neighbour"})
    )
    event = story.event
    assert payload_of(TABLE, event) == {"neighbours": ["Test Neighbour"], "reply_by": None}
    assert event.data == {"neighbour": "Test Neighbour"}


@given(stories())
@settings(max_examples=drawn(), deadline=None)
def test_a_history_survives_its_own_bytes(story: Story) -> None:
    """Events written to their canonical bytes and read back fold to the same case."""
    written = [msgspec.json.encode(event) for event in story.events]
    read: list[Envelope] = [msgspec.json.decode(text, type=Envelope) for text in written]
    case: Case | None = fold(TABLE, read)
    assert case == story.case
