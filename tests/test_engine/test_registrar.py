"""The registrar over a log in memory: reactions, links both ways, repeated commands, and what two writers see."""

from __future__ import annotations

from datetime import date

import pytest

from engine.acceptance import Judge
from engine.assess import Act
from engine.envelope import DocumentRef, Link, Opening
from engine.errors import Conflict, InputRejected, NotFound
from engine.registrar import Registrar
from engine.request import AsOf, Request
from procedures.calendar import finnish_calendar
from procedures.register import declarations
from store.memory_log import MemoryEventLog
from tests.golden.record import Directory, registrar_over_memory
from tests.golden.scenarios import RECORDER
from tests.golden.test_golden import helsinki_day
from tests.story import Told
from tests.test_procedures.evaluation_stories import acts, on

FIRST, SECOND = "evaluation-15-2025", "evaluation-15-2026"


def request(command_id: str, *, expected_version: int | None = None, rehearse: bool = False) -> Request:
    return Request(command_id=command_id, recorded_by=RECORDER, expected_version=expected_version, rehearse=rehearse)


def act(told: Told, *, opening: bool = False, subject: str = "15") -> Act:
    about = Opening(procedure="evaluation", subject=subject, parties=(subject,), ministry="VM", ground="made up")
    return told.as_act(about if opening else None)


@pytest.fixture
def desk() -> tuple[Registrar, MemoryEventLog]:
    """A registrar whose county has one evaluation behind it, ended without a start."""
    registrar, log = registrar_over_memory()
    registrar.open("evaluation", act(acts()["criteria_noted"], opening=True), request("open the first"))
    registrar.advance(FIRST, act(acts()["start_declined"]), request("end the first"))
    return registrar, log


def test_a_later_case_is_linked_with_the_earlier_one_both_ways(desk: tuple[Registrar, MemoryEventLog]) -> None:
    """Opening a second evaluation links it with the first, which takes notice by an event that names its cause."""
    registrar, log = desk
    again = on(acts()["criteria_noted"], "2026-07-01")
    recorded = registrar.open("evaluation", act(again, opening=True), request("open the second"))
    (noticed,) = recorded.elsewhere
    assert recorded.case.links == (Link(case=FIRST, relation="earlier_evaluation"),)
    assert registrar.load(FIRST)[1].links == (Link(case=SECOND, relation="later_evaluation"),)
    assert (noticed.stream, noticed.type, noticed.causation_id) == (FIRST, "case.linked", recorded.events[0].event_id)
    assert noticed.data["case"] == SECOND
    assert log.head().position == 4


def test_a_history_with_reactions_is_accepted_again(desk: tuple[Registrar, MemoryEventLog]) -> None:
    """What reactions added is worked out again from its cause and agrees."""
    registrar, log = desk
    again = on(acts()["criteria_noted"], "2026-07-01")
    registrar.open("evaluation", act(again, opening=True), request("open the second"))
    judge = Judge(declarations(), subjects=Directory(), calendars=lambda _: finnish_calendar(), day_of=helsinki_day)
    result = judge.judge_all(log.read())
    assert (result.events, result.refused, result.reckoned_otherwise) == (4, [], [])


def test_a_repeated_command_answers_what_it_answered_and_records_nothing(
    desk: tuple[Registrar, MemoryEventLog],
) -> None:
    """The same id for the same request gives the first result, even after the case has moved on."""
    registrar, log = desk
    first = registrar.open("evaluation", act(acts()["criteria_noted"], opening=True), request("open the first"))
    assert (first.replayed, first.case.state, first.case.version, log.head().position) == (True, "criteria_met", 1, 2)


def test_a_command_id_is_not_taken_for_something_else(desk: tuple[Registrar, MemoryEventLog]) -> None:
    """Reused with other data it is a conflict; nothing is recorded."""
    registrar, log = desk
    with pytest.raises(Conflict, match="used for something else"):
        registrar.open(
            "evaluation", act(acts()["criteria_noted"], opening=True, subject="21"), request("open the first")
        )
    assert log.head().position == 2


def test_who_looked_at_an_older_version_is_told_so(desk: tuple[Registrar, MemoryEventLog]) -> None:
    """An expected version that the case has left behind is a conflict and records nothing."""
    registrar, log = desk
    note = Act(fact="noted", on=date(2025, 7, 1), data={"text": "made-up note"})
    with pytest.raises(Conflict, match="stands at version 2, not 1"):
        registrar.advance(FIRST, note, request("note", expected_version=1))
    assert registrar.advance(FIRST, note, request("note", expected_version=2)).case.version == 3
    assert log.head().position == 3


def test_a_rehearsal_shows_the_result_and_leaves_no_trace(desk: tuple[Registrar, MemoryEventLog]) -> None:
    """Neither the log nor what the registrar remembers of the case knows of it."""
    registrar, log = desk
    note = Act(fact="noted", on=date(2025, 7, 1), data={"text": "made-up note"})
    assert registrar.advance(FIRST, note, request("note", rehearse=True)).case.version == 3
    assert (registrar.load(FIRST)[1].version, log.head().position) == (2, 2)


def test_the_past_can_be_asked_for_on_both_axes(desk: tuple[Registrar, MemoryEventLog]) -> None:
    """As known at a position, as in force on a day; before the opening there is no case."""
    registrar, _ = desk
    assert registrar.load(FIRST, AsOf(known_at=1))[1].state == "criteria_met"
    assert registrar.load(FIRST, AsOf(in_force_on=date(2025, 6, 16)))[1].state == "criteria_met"
    assert registrar.load(FIRST, AsOf(in_force_on=date(2025, 6, 17)))[1].state == "not_started"
    with pytest.raises(NotFound, match="not known, or not open"):
        registrar.load(FIRST, AsOf(in_force_on=date(2025, 6, 1)))


@pytest.mark.parametrize("where", ["command id", "diary number"])
def test_a_text_without_end_is_refused(desk: tuple[Registrar, MemoryEventLog], where: str) -> None:
    """What stands beside the payload has a limit as well; nothing is recorded."""
    registrar, log = desk
    number = "9" * 2_001 if where == "diary number" else "TEST/1"
    attached = Act(
        fact="document_attached",
        on=date(2025, 7, 1),
        data={},
        documents=(DocumentRef(kind="memo", diary_number=number),),
    )
    with pytest.raises(InputRejected) as refused:
        registrar.advance(FIRST, attached, request("9" * 2_001 if where == "command id" else "attach"))
    assert (refused.value.code, log.head().position) == ("text-too-long", 2)
