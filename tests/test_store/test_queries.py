"""The lists that people and schedulers ask for."""

from __future__ import annotations

from datetime import date

import pytest

from engine.ports import CaseIndex, CaseSummary
from store.memory_log import MemoryEventLog
from store.open_log import OpenLog
from store.queries import MatrixRow
from tests.contracts.builders import MIDSUMMER, SetClock, closing, command, deadline, draft, opening, task, write

JULY, AUGUST, SEPTEMBER = date(2031, 7, 1), date(2031, 8, 1), date(2031, 9, 1)

WRITES = [
    write("kite-1", 0, opening(deadlines=(deadline(due=AUGUST), deadline("review", JULY)), tasks=(task(),))),
    write("kite-2", 0, opening("98", on=JULY, deadlines=(deadline(due=JULY, status="passed"),))),
    write("balloon-1", 0, opening(procedure="balloon", on=AUGUST, tasks=(task("inflate", "balloon_office"),))),
    write("kite-1", 1, draft(on=JULY, deadlines=(deadline("review", JULY, status="suspended"),))),
    write("kite-3", 0, opening(on=date(2031, 1, 1)), closing(on=JULY, tasks=(task(status="done"),))),
]


@pytest.fixture
def filled(opened: OpenLog) -> OpenLog:
    """A log with four cases of two procedures."""
    opened.log.append(WRITES, command("c1"))
    return opened


def test_cases_are_listed_the_oldest_first_with_what_is_due_next(filled: OpenLog) -> None:
    """A suspended deadline is not due; one that has passed still waits for its act."""
    assert [(row.case_id, row.next_due) for row in filled.queries.case_list()] == [
        ("kite-3", None),
        ("kite-1", AUGUST),
        ("kite-2", JULY),
        ("balloon-1", None),
    ]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"procedure": "kite"}, ["kite-3", "kite-1", "kite-2"]),
        ({"subject": "98"}, ["kite-2"]),
        ({"state": "opened"}, ["kite-2", "balloon-1"]),
        ({"is_open": True}, ["kite-1", "kite-2", "balloon-1"]),
        ({"is_open": False}, ["kite-3"]),
        ({"overdue_on": AUGUST}, ["kite-2"]),
        ({"overdue_on": SEPTEMBER}, ["kite-1", "kite-2"]),
        ({"overdue_on": SEPTEMBER, "subject": "99", "is_open": True}, ["kite-1"]),
        ({"limit": 2}, ["kite-3", "kite-1"]),
        ({"subject": "97"}, []),
    ],
)
def test_cases_are_filtered(filled: OpenLog, filters: dict[str, object], expected: list[str]) -> None:
    """Each filter keeps what it names, and together they keep what all of them name."""
    assert [row.case_id for row in filled.queries.case_list(**filters)] == expected  # type: ignore[arg-type]


def test_one_case_is_found_by_its_id(filled: OpenLog) -> None:
    """A case is found whole, and one that is not known is None."""
    row = filled.queries.case("kite-1")
    assert row is not None
    assert (row.subject, row.version, row.opened_on, row.closed_on) == ("99", 2, MIDSUMMER, None)
    assert filled.queries.case("kite-9") is None


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, [("kite-2", "answer"), ("kite-1", "answer")]),
        ({"due_until": JULY}, [("kite-2", "answer")]),
        ({"due_until": date(2031, 6, 30)}, []),
        ({"statuses": None, "case_id": "kite-1"}, [("kite-1", "review"), ("kite-1", "answer")]),
        ({"statuses": ("open",)}, [("kite-1", "answer")]),
        ({"statuses": ()}, []),
        ({"subject": "98"}, [("kite-2", "answer")]),
        ({"procedure": "balloon"}, []),
        ({"limit": 1}, [("kite-2", "answer")]),
    ],
)
def test_deadlines_are_listed_in_due_order(
    filled: OpenLog, filters: dict[str, object], expected: list[tuple[str, str]]
) -> None:
    """The running ones by default; the last day is included."""
    found = filled.queries.deadline_list(**filters)  # type: ignore[arg-type]
    assert [(row.case_id, row.name) for row in found] == expected


def test_a_listed_deadline_explains_itself(filled: OpenLog) -> None:
    """The derivation comes back as it was recorded."""
    (row,) = filled.queries.deadline_list(statuses=("passed",))
    assert row.derivation == deadline().derivation


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, ["reel in", "inflate"]),
        ({"role": "balloon_office"}, ["inflate"]),
        ({"statuses": ("done",)}, ["reel in"]),
        ({"statuses": None, "organisation": "99", "procedure": "kite"}, ["reel in", "reel in"]),
        ({"case_id": "kite-3"}, []),
        ({"subject": "99", "limit": 1}, ["inflate"]),
    ],
)
def test_tasks_are_listed(filled: OpenLog, filters: dict[str, object], expected: list[str]) -> None:
    """The open ones by default, the oldest first, then by case."""
    assert sorted(row.name for row in filled.queries.task_list(**filters)) == sorted(expected)  # type: ignore[arg-type]


def test_the_matrix_tells_each_subject_and_procedure(filled: OpenLog) -> None:
    """One row for each pair that ever met."""
    assert filled.queries.matrix(procedure="kite") == (
        MatrixRow("98", "kite", 1, 1, "kite-2", JULY, "opened", JULY, 2),
        MatrixRow("99", "kite", 2, 1, "kite-1", MIDSUMMER, "flying", JULY, 6),
    )
    assert [(row.subject, row.procedure) for row in filled.queries.matrix(subject="99")] == [
        ("99", "balloon"),
        ("99", "kite"),
    ]


def test_both_indexes_of_cases_tell_the_same(filled: OpenLog, clock: SetClock) -> None:
    """The index in memory and the one on SQLite give the same cases, the oldest first."""
    memory = MemoryEventLog(clock=clock)
    memory.append(WRITES, command("c1"))
    indexes: tuple[CaseIndex, ...] = (memory, filled.index)
    for index in indexes:
        assert [case.case_id for case in index.cases_of("99")] == ["kite-3", "kite-1", "balloon-1"]
        assert index.cases_of("98", "kite") == (CaseSummary("kite-2", "kite", "kite@1", "98", "opened", 1, JULY, None),)
        assert index.cases_of("98", "balloon") == ()
