"""What a registrar does when others record between its look at the log and its append."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import msgspec
import pytest

from engine.acceptance import Judge
from engine.assess import Act
from engine.envelope import Envelope, Opening
from engine.errors import Conflict, Fault, NotFound, Refused
from engine.ports import Appended, CaseSummary, Command, Write
from engine.registrar import Registrar
from engine.request import AsOf, Request
from procedures.calendar import finnish_calendar
from procedures.register import declarations
from store.memory_log import MemoryEventLog
from tests.golden.record import Directory, RecordingDay
from tests.golden.scenarios import RECORDER
from tests.golden.test_golden import helsinki_day
from tests.story import Told
from tests.test_procedures.evaluation_stories import NEW, OLD, acts, on


class Meanwhile:
    """The index of a log in which something is recorded just after, or `just_before`, each of the first looks at it."""

    def __init__(self, log: MemoryEventLog, *happenings: Callable[[], object], just_before: bool) -> None:
        self._log = log
        self._happenings = [*happenings]
        self._just_before = just_before

    def cases_of(self, subject: str, procedure: str | None = None) -> tuple[CaseSummary, ...]:
        found = self._log.cases_of(subject, procedure)
        if self._happenings:
            self._happenings.pop(0)()
            if self._just_before:
                return self._log.cases_of(subject, procedure)
        return found

    def cases_in(self, procedure: str) -> tuple[CaseSummary, ...]:
        return self._log.cases_in(procedure)


def registrar(log: MemoryEventLog, *meanwhile: Callable[[], object], just_before: bool = False) -> Registrar:
    return Registrar(
        log,
        index=Meanwhile(log, *meanwhile, just_before=just_before),
        declarations=declarations(),
        subjects=Directory(),
        calendar=finnish_calendar(),
        clock=RecordingDay(),
    )


def request(command_id: str) -> Request:
    return Request(command_id=command_id, recorded_by=RECORDER)


def opened(told: Told) -> Act:
    about = Opening(procedure="evaluation", subject="15", parties=("15",), ministry="VM", ground="made up")
    return Act(fact=told.fact, on=told.on, data=told.data, documents=told.documents, opening=about)


def found_by_the_judge(events: Iterable[Envelope]) -> list[str]:
    judge = Judge(declarations(), subjects=Directory(), calendars=lambda _: finnish_calendar(), day_of=helsinki_day)
    result = judge.judge_all(events)
    return [one.code for one in (*result.refused, *result.reckoned_otherwise)]


@pytest.fixture
def log() -> MemoryEventLog:
    return MemoryEventLog(clock=RecordingDay())


def before_the_append(log: MemoryEventLog, *happenings: Callable[[], object]) -> None:
    """Lets something be recorded between what a registrar has seen and its append, at each of its first tries."""
    append, left = log.append, [*happenings]

    def late(writes: Sequence[Write], command: Command, **how: Any) -> Appended:
        if command.command_id == "slow" and left:
            left.pop(0)()
        return append(writes, command, **how)

    log.append = late  # type: ignore[method-assign]


IN_2024, IN_2025 = opened(acts(OLD)["criteria_noted"]), opened(acts(NEW)["criteria_noted"])


def test_two_who_open_a_case_about_one_subject_do_not_both_succeed(log: MemoryEventLog) -> None:
    """The second is refused although there was no case when it looked, and the record is one that is accepted."""
    other = registrar(log)
    slow = registrar(log, lambda: other.open("evaluation", IN_2024, request("quick")))
    with pytest.raises(Refused) as refused:
        slow.open("evaluation", IN_2025, request("slow"))
    assert [one.code for one in refused.value.missing] == ["open-case-exists"]
    assert (log.head().position, found_by_the_judge(log.read())) == (1, [])


@pytest.mark.parametrize("just_before", [True, False])
def test_a_command_that_another_process_records_meanwhile_is_answered_and_not_refused(
    log: MemoryEventLog, just_before: bool
) -> None:
    """Sent twice at once, a command has one result, and its own result does not stand in its way."""
    other = registrar(log)
    happening = partial(other.open, "evaluation", IN_2025, request("once"))
    slow = registrar(log, happening, just_before=just_before)
    assert slow.open("evaluation", IN_2025, request("once")).replayed
    assert log.head().position == 1


def test_a_refusal_for_reasons_of_its_own_stays_a_refusal(log: MemoryEventLog) -> None:
    """Only what the command itself recorded is an answer to it."""
    registrar(log).open("evaluation", IN_2024, request("first"))
    with pytest.raises(Refused):
        registrar(log).open("evaluation", IN_2025, request("second"))


def test_who_is_overtaken_again_and_again_is_told_to_come_back(log: MemoryEventLog) -> None:
    """After some tries nothing is stored and the fault says so; the others' records stand."""
    other, notes = registrar(log), iter(range(100))
    first = other.open("evaluation", IN_2024, request("first")).case.case_id
    ended = acts(OLD)["start_declined"]
    other.advance(first, Act(fact=ended.fact, on=ended.on, data=ended.data, documents=ended.documents), request("end"))

    def note() -> None:
        number = next(notes)
        act = Act(fact="noted", on=date(2025, 7, 1), data={"text": f"made-up note {number}"})
        other.advance(first, act, request(f"note {number}"))

    slow = registrar(log, *[note] * 100)
    with pytest.raises(Fault) as busy:
        slow.open("evaluation", IN_2025, request("slow"))
    assert (busy.value.code, log.of_command("slow")) == ("log-busy", ())


def test_who_was_overtaken_decides_again_in_its_turn(log: MemoryEventLog, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first try waits for nobody; after it nobody can come first again."""
    turns: list[int] = []
    turn = log.turn

    def counted() -> AbstractContextManager[None]:
        turns.append(log.head().position)
        return turn()

    def come_and_gone() -> None:
        first = other.open("evaluation", IN_2024, request("first")).case.case_id
        ended = acts(OLD)["start_declined"]
        end = Act(fact=ended.fact, on=ended.on, data=ended.data, documents=ended.documents)
        other.advance(first, end, request("end"))

    monkeypatch.setattr(log, "turn", counted)
    other = registrar(log)
    slow = registrar(log, come_and_gone)
    assert not slow.open("evaluation", IN_2025, request("slow")).replayed
    assert turns == [2]


def test_a_link_is_never_older_than_the_case_that_takes_notice(log: MemoryEventLog) -> None:
    """An earlier case that is recorded later is linked from the day on which the later one was opened."""
    desk = registrar(log)
    later = desk.open("evaluation", IN_2025, request("later")).case.case_id
    ended = acts(NEW)["start_declined"]
    desk.advance(later, Act(fact=ended.fact, on=ended.on, data=ended.data, documents=ended.documents), request("end"))
    (linked,) = desk.open("evaluation", IN_2024, request("earlier")).elsewhere
    assert (linked.type, linked.effective_on) == ("case.linked", IN_2025.on)
    with pytest.raises(NotFound) as unknown:
        desk.load(later, AsOf(in_force_on=date(2024, 12, 1)))
    assert (unknown.value.code, found_by_the_judge(log.read())) == ("case-not-yet", [])


def test_a_case_under_a_law_that_was_not_in_force_is_found(log: MemoryEventLog) -> None:
    """A history that claims the older law for a case of 2025, or changes it on the way, is not accepted."""
    registrar(log).open("evaluation", opened(on(acts(OLD)["criteria_noted"], "2024-06-02")), request("first"))
    (event,) = log.read()
    under_other_law = msgspec.structs.replace(
        event, declaration=OLD.procedure.declaration_id, effective_on=date(2025, 6, 2)
    )
    assert "differs:declaration" in found_by_the_judge([under_other_law])
    assert found_by_the_judge([event]) == []
    changed = msgspec.structs.replace(event, declaration=NEW.procedure.declaration_id, version=2, opening=None)
    assert "differs:declaration" in found_by_the_judge([event, changed])


def noted(number: int) -> Act:
    return Act(fact="noted", on=date(2025, 7, 1), data={"text": f"made-up note {number}"})


def test_an_act_in_a_case_that_moved_meanwhile_is_decided_anew(log: MemoryEventLog) -> None:
    """Two who record in one case at the same moment are both heard, one after the other."""
    other = registrar(log)
    case = other.open("evaluation", IN_2024, request("first")).case.case_id
    before_the_append(log, lambda: other.advance(case, noted(1), request("quick")))
    registrar(log).advance(case, noted(2), request("slow"))
    assert [event.data["text"] for event in log.stream(case)[1:]] == ["made-up note 1", "made-up note 2"]


def test_an_act_that_is_no_longer_open_is_refused_and_no_conflict(log: MemoryEventLog) -> None:
    """Decided anew, the second of two equal acts is told what the law says of it now, with what is missing."""
    other = registrar(log)
    case = other.open("evaluation", IN_2024, request("first")).case.case_id
    ended = acts(OLD)["start_declined"]
    end = Act(fact=ended.fact, on=ended.on, data=ended.data, documents=ended.documents)
    before_the_append(log, lambda: other.advance(case, end, request("quick")))
    with pytest.raises(Refused):
        registrar(log).advance(case, end, request("slow"))
    assert log.of_command("slow") == ()


def test_who_states_the_version_it_saw_is_told_of_the_conflict(log: MemoryEventLog) -> None:
    """An act that rests on what somebody saw is not decided anew for them."""
    other = registrar(log)
    case = other.open("evaluation", IN_2024, request("first")).case.case_id
    before_the_append(log, lambda: other.advance(case, noted(1), request("quick")))
    with pytest.raises(Conflict) as conflict:
        registrar(log).advance(case, noted(2), replace(request("slow"), expected_version=1))
    assert (conflict.value.code, log.of_command("slow")) == ("version-conflict", ())


def test_a_case_that_moves_at_each_try_is_a_conflict(log: MemoryEventLog) -> None:
    """Nobody tries for ever."""
    other, numbers = registrar(log), iter(range(1000))
    case = other.open("evaluation", IN_2024, request("first")).case.case_id

    def note() -> None:
        number = next(numbers)
        other.advance(case, noted(number), request(f"note {number}"))

    before_the_append(log, *[note] * 100)
    with pytest.raises(Conflict) as conflict:
        registrar(log).advance(case, noted(2000), request("slow"))
    assert (conflict.value.code, log.of_command("slow")) == ("version-conflict", ())
