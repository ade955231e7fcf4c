"""What the judge lets go of changes no verdict, and what it keeps does not grow with the cases that are over.

OHJAUS_LONG=1 generates more forgeries and corrections.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.acceptance import Acceptance, Judge
from engine.correction_reading import CORRECTING
from engine.envelope import Envelope
from procedures.calendar import finnish_calendar
from procedures.register import declarations
from tests.benchmarks.archive import told
from tests.doses import drawn
from tests.golden.record import Directory
from tests.golden.test_golden import calendar_of, helsinki_day
from tests.test_engine.correcting import CorrectingDesk
from tests.test_engine.dragon_desk import Dragons
from tests.test_engine.test_correction_among_cases import correct
from tests.test_engine.test_correction_generated import desks
from tests.test_engine.test_several_cases import (
    DECLARATIONS,
    Anybody,
    Book,
    grant,
    moved,
    request,
    sharings,
    under_the_old_law,
)


class Reread:
    """Gives the events of a history again, and counts how often it was asked."""

    def __init__(self, events: Sequence[Envelope]) -> None:
        self._events = events
        self.asked = 0

    def stream(self, stream: str) -> list[Envelope]:
        self.asked += 1
        return [event for event in self._events if event.stream == stream]

    def event(self, event_id: str) -> Envelope | None:
        self.asked += 1
        return next((event for event in self._events if event.event_id == event_id), None)


def judged_both_ways(judge: Callable[..., Judge], events: Sequence[Envelope]) -> tuple[Acceptance, Acceptance, int]:
    """What a judge finds who keeps every case, and one who keeps a single one; and how often that one read again."""
    again = Reread(events)
    keeping, forgetting = judge(), judge(recall=again, whole_events=1)
    return keeping.judge_all(events), forgetting.judge_all(events), again.asked


def book_judge(**kept: Any) -> Judge:
    return Judge(
        DECLARATIONS,
        subjects=Anybody(),
        calendars=lambda _: finnish_calendar(),
        day_of=lambda moment: moment.astimezone(ZoneInfo("Europe/Helsinki")).date(),
        **kept,
    )


def a_history_among_cases() -> list[Envelope]:
    """Cases of one subject and of several: opened together, ended, linked, moved under another law and corrected."""
    book = Book()
    old = under_the_old_law(book, "02")
    moved(book, old)
    book.registrar.open_all("shared_treasure", sharings(("01", "03")), request("all"))
    ended = book.open("shared_treasure", "04", "sharing_proposed", "2020-02-03", coins=1)
    book.advance(ended, "dropped", "2020-02-04")
    grant(book)
    again = book.registrar.open_all("shared_treasure", sharings(("04",), on="2020-02-10", coins=2), request("again"))
    correct(book, again[0].case.case_id, 1, values={"coins": 7})
    correct(book, "shared-treasure-01-2020", 1, values={"coins": 5})
    book.advance("shared-treasure-03-2020", "party_approved", "2020-03-03", party="03")
    book.advance(old, "delivered", "2020-03-03")
    return list(book.log.read())


AMONG_CASES = a_history_among_cases()
FORGERIES: tuple[Callable[[Envelope, Envelope], dict[str, Any]], ...] = (
    lambda event, _: {
        "data": {name: value for name, value in event.data.items() if name != min(event.data, default="")}
    },
    lambda event, _: {"data": {name: [value] for name, value in event.data.items()}},
    lambda event, _: {"data": {**event.data, "coins": 3}},
    lambda _, other: {"data": other.data},
    lambda _, other: {"type": other.type, "data": other.data},
    lambda _, other: {"causation_id": other.event_id},
    lambda _, other: {"causation_id": other.event_id, "type": "case.task_raised", "data": other.data},
    lambda _, other: {"command_id": other.command_id},
    lambda _, other: {"declaration": other.declaration},
    lambda event, _: {"declaration": f"{event.declaration.partition('@')[0]}@1900-01-01"},
    lambda _, other: {"effective_on": other.effective_on},
    lambda _, other: {"state": other.state, "closes": other.closes},
    lambda event, other: {"opening": None if event.opening else other.opening},
    lambda event, _: {"links": (), "tasks": event.tasks[1:]},
)
"""Ways of changing an event after the fact, with the help of another one; its place in the log stays as it is."""

forgeries = st.lists(
    st.tuples(st.integers(0, 99), st.sampled_from(FORGERIES), st.integers(0, 99)), min_size=0, max_size=4
)


def forged(events: Sequence[Envelope], how: Sequence[tuple[int, Any, int]]) -> list[Envelope]:
    changed = list(events)
    for number, forgery, other in how:
        event = changed[number % len(changed)]
        said = forgery(event, changed[other % len(changed)])
        changed[number % len(changed)] = msgspec.structs.replace(event, **said)
    return changed


def test_a_history_of_every_kind_of_connection_is_accepted_by_both() -> None:
    """Bulk acts, notices, a change of law, corrections: nothing is found, although much was read again."""
    keeping, forgetting, asked = judged_both_ways(book_judge, AMONG_CASES)
    assert keeping == forgetting
    assert (keeping.refused, keeping.reckoned_otherwise) == ([], [])
    assert asked > len(AMONG_CASES) // 4
    types = {event.type for event in AMONG_CASES}
    assert {"case.task_raised", "case.law_changed"} <= types
    assert types & CORRECTING


@given(forgeries)
@settings(max_examples=drawn(long=150), deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_forged_connections_are_found_alike(how: list[tuple[int, Any, int]]) -> None:
    """Whatever is changed, who forgets finds the same as who keeps, in the same order and in the same words."""
    keeping, forgetting, _ = judged_both_ways(book_judge, forged(AMONG_CASES, how))
    assert keeping == forgetting


@given(desks(), forgeries)
@settings(
    max_examples=drawn(15, long=60),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_generated_corrections_are_judged_alike(desk: CorrectingDesk, how: list[tuple[int, Any, int]]) -> None:
    """As they were recorded, and forged: both judges agree on every correction, annulment and settlement."""

    def judge(**kept: Any) -> Judge:
        calendars = desk.calendars.__getitem__
        return Judge(desk.declarations, subjects=Dragons(), calendars=calendars, day_of=helsinki_day, **kept)

    keeping, forgetting, _ = judged_both_ways(judge, forged(desk.events, how))
    assert keeping == forgetting


def archive_judge(events: Sequence[Envelope], **kept: Any) -> Judge:
    return Judge(
        declarations(),
        subjects=Directory(),
        calendars=calendar_of,
        day_of=helsinki_day,
        recall=Reread(events),
        **kept,
    )


ASKED_FOR_WHEN_OVER = ("borrowing_authority_change", "hus_agreement")
"""The told procedures whose ended cases an act of another case is linked with: of each of those a line is kept."""


def test_what_is_kept_does_not_grow_with_the_cases_that_are_over() -> None:
    """Four times as many cases are told, side by side: no more events are kept, nor lines of cases nobody asks for."""
    events = list(told(4_000))
    judge = archive_judge(events, whole_events=300)
    over, kept = set[str](), list[tuple[int, int]]()
    for number, event in enumerate(events, start=1):
        judge.judge(event)
        if event.closes and event.type.startswith(ASKED_FOR_WHEN_OVER):
            over.add(event.stream)
        if number in (1_000, 4_000):
            kept.append((judge.cases.whole_events, judge.cases.known - len(over)))
    assert (judge.result.refused, judge.result.reckoned_otherwise) == ([], [])
    assert all(whole <= 300 for whole, _ in kept)
    assert kept[1][1] <= kept[0][1] + 10
    assert len({event.stream for event in events}) > 4 * kept[1][1]


def test_an_event_that_is_not_found_again_is_a_finding() -> None:
    """An index that leads elsewhere is damage: the case is not judged upon half of its history."""
    events = list(told(200))
    stream = events[0].stream

    class Lossy(Reread):
        def stream(self, stream: str) -> list[Envelope]:
            return super().stream(stream)[1:]

    judge = Judge(
        declarations(),
        subjects=Directory(),
        calendars=calendar_of,
        day_of=helsinki_day,
        recall=Lossy(events),
        whole_events=1,
    )
    found = judge.judge_all(event for event in events if event.stream in (stream, events[1].stream))
    assert {one.code for one in found.refused} == {"stream-differs"}
