"""What the versions of additional funding attach to a grant, on the days around each change of the law."""

from __future__ import annotations

from datetime import date

import pytest

from engine.assess import Circumstances
from engine.declaration import Kind
from engine.declarations import Declarations
from engine.law import Status
from engine.law_change import prospect
from procedures.additional_funding import since_2023_01_01, since_2025_01_01
from procedures.additional_funding.versions import VERSIONS
from procedures.calendar import finnish_calendar
from tests.book import Book, on
from tests.test_procedures.additional_funding_stories import (
    GATE,
    GRANTED,
    IN_2024,
    NEW,
    NEW_BOOK,
    OLD,
    OLD_BOOK,
    PREPARED,
    grant,
    prepared,
)

BOTH = (OLD_BOOK, NEW_BOOK)
ACTS = NEW_BOOK.acts

# The gate to the evaluation procedure (611/2021 123 § 1 mom. 4).


@pytest.mark.parametrize(
    ("day", "earlier", "gate"),
    [
        ("2024-12-31", (), False),
        ("2024-12-31", ("2021-12-31",), False),
        ("2024-12-31", ("2022-01-01",), True),
        ("2024-12-31", ("2024-03-01",), True),
        ("2025-01-01", (), True),
    ],
)
def test_until_2024_it_takes_two_grants_within_three_financial_years(
    day: str, earlier: tuple[str, ...], gate: bool
) -> None:
    """The day of the grant decides, in a matter that was brought in 2024 as well: from 2025 one grant is enough."""
    story = prepared(OLD, IN_2024).when(grant(day, *earlier))
    story.then(standings={GATE} if gate else set())
    assert (("weigh_evaluation", 1) in story.opened.tasks) is gate


def test_since_2025_one_grant_raises_the_task_to_weigh_an_evaluation_and_starts_none() -> None:
    """Starting is VM's discretion: the grant makes the criterion visible, and the case waits for VM's weighing."""
    story = NEW_BOOK.story(*GRANTED, "paid", "no_remedy_sought", "conditions_fulfilled")
    story.then(standings={GATE})
    assert (story.task("weigh_evaluation").role, story.task("weigh_evaluation").status) == ("vm", "open")
    story.when(ACTS["closed"]).refused("evaluation_was_weighed")
    weighed = story.given(on(ACTS["evaluation_weighed"], "2026-06-15"))
    assert weighed.task("weigh_evaluation").status == "done"
    weighed.when(ACTS["closed"]).then(state="closed", standings={GATE})


def test_helsinki_is_not_evaluated_and_nothing_is_weighed() -> None:
    """615/2021 17 § does not apply 123 § to Helsinki: the grant opens no gate, and the case closes without it."""
    days = {"applied": "2025-05-15", "group": "2025-06-05", "assessed": "2025-09-15"}
    story = prepared(NEW, days, subject="90", subject_kind="city").when(grant("2025-10-30")).then(standings=set())
    rest = [ACTS[name] for name in ("decision_served", "paid", "no_remedy_sought", "conditions_fulfilled", "closed")]
    story.given(*rest).then(state="closed")


def test_a_county_under_evaluation_needs_no_weighing() -> None:
    """Where an evaluation is under way there is none to start."""
    story = NEW_BOOK.story(*PREPARED, "granted_under_evaluation").then(standings=set())
    assert ("weigh_evaluation", 1) not in story.opened.tasks


# The two wordings of the law.


def test_what_changed_on_1_january_2025() -> None:
    """The funding act's procedure stayed; what 1056/2024 attaches to a grant is new."""
    old, new = since_2023_01_01.DECLARATION, since_2025_01_01.DECLARATION
    assert {one.id for one in new.facts} - {one.id for one in old.facts} == {
        "substitute_measures_decided",
        "preemptive_weighed",
    }
    assert {one.id for one in new.guards} - {one.id for one in old.guards} == {
        "evident",
        "no_substitute",
        "unmet_noted",
        "preemptive_was_weighed",
    }
    assert ([one.id for one in old.facts if one not in new.facts], old.states == new.states) == ([], True)
    assert (old.in_force_until, new.in_force_from) == (date(2024, 12, 31), date(2025, 1, 1))


def test_the_rule_of_2026_is_cited_and_is_no_version() -> None:
    """10 § 2 mom. (884/2024): how a grant enters the national level is computed outside the matter."""
    granting = [move for move in NEW.procedure.transitions if move.fact.id == "granted"]
    assert all("884/2024 10 § 2 mom." in [basis.cite for basis in move.basis] for move in granting)
    assert [version.in_force_from for version in VERSIONS] == [date(2023, 1, 1), date(2025, 1, 1)]


def test_an_open_case_of_2024_can_be_moved_under_the_law_of_2025() -> None:
    """1056/2024 has no transition clause: the move is possible, never by itself, and its basis is marked as open."""
    declared = Declarations(VERSIONS)
    old, new = (declared.pinned(version.declaration_id) for version in VERSIONS)
    case = prepared(old, IN_2024).given(grant("2024-10-30")).opened
    circumstances = Circumstances(today=date(2025, 3, 3), calendar=finnish_calendar(), subject_kind="county")
    found = prospect(old, new, case, date(2025, 3, 3), circumstances)
    assert (found.rule, found.stays) == (new.procedure.transitional[0], ())
    assert [basis.status for basis in new.procedure.transitional[0].basis] == [Status.UNSETTLED]


@pytest.mark.parametrize("book", BOTH, ids=lambda book: book.table.procedure.declaration_id)
def test_no_move_is_the_clocks_and_every_open_state_has_a_task(book: Book) -> None:
    """Each act is somebody's, and each open state says whose turn it is."""
    procedure = book.table.procedure
    assert [move.fact.id for move in procedure.transitions if move.kind is Kind.CLOCK] == []
    assert [state.id for state in procedure.states if not state.final and not state.tasks] == []


def test_the_start_of_an_evaluation_is_heard_and_earlier_matters_are_linked() -> None:
    """An evaluation that starts is linked with open matters of funding; a new matter with the county's earlier ones."""
    assert [(one.to, one.open_only, one.task) for one in NEW.procedure.listens] == [
        ("evaluation.start_decided", True, None)
    ]
    assert [(one.on.id, one.procedure, one.open_only) for one in NEW.procedure.reactions] == [
        ("application_made", "additional_funding", False),
        ("initiative_made", "additional_funding", False),
    ]
