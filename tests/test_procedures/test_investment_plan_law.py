"""The three versions of the law of investment plans: their days, years, contents, actors and connections."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Final

import pytest

from engine.check import check
from engine.declarations import Declarations
from engine.envelope import Opening, RecordedBy
from engine.errors import Refused
from engine.registrar import Registrar
from engine.request import Request
from engine.table import Table
from procedures.calendar import finnish_calendar
from procedures.directory import directory
from store.memory_log import MemoryEventLog
from tests.book import Book, but, on
from tests.story import Story, Told, fact
from tests.test_procedures import (
    borrowing_authority_stories,
    financial_data_stories,
    rescue_information_stories,
    service_information_stories,
)
from tests.test_procedures.investment_plan_stories import (
    AWAITED,
    CONTENTS,
    COUNTY_BOOKS,
    DECIDING,
    EVERY,
    FIRST,
    NEW,
    OLD,
    acts,
    plan_year,
    years_of,
)

FIRST_BOOK, _, NEW_BOOK = COUNTY_BOOKS
DECLARED: Final = Declarations(tuple(table.procedure for table in EVERY))

every_county = pytest.mark.parametrize("book", COUNTY_BOOKS, ids=lambda book: book.table.procedure.declaration_id)
every_version = pytest.mark.parametrize("table", EVERY, ids=lambda table: table.procedure.declaration_id)


@every_version
def test_the_declarations_have_no_fault(table: Table) -> None:
    """The checker reports nothing."""
    assert check(table.procedure) == ()


@pytest.mark.parametrize(
    ("day", "declaration"),
    [
        (date(2022, 3, 1), "investment_plan@2022-03-01"),
        (date(2022, 12, 31), "investment_plan@2022-03-01"),
        (date(2023, 1, 1), "investment_plan@2023-01-01"),
        (date(2024, 12, 31), "investment_plan@2023-01-01"),
        (date(2025, 1, 1), "investment_plan@2025-01-01"),
    ],
)
def test_each_day_has_its_law(day: date, declaration: str) -> None:
    """616/2021 1 and 61 §: from 1.3.2022 the first plan, then the yearly one; 1056/2024 from 1.1.2025."""
    assert DECLARED.in_force("investment_plan", day).procedure.declaration_id == declaration


def test_what_the_versions_differ_in() -> None:
    """The first plan has its own days and no preliminary proposal; since 2025 contracts are counted in."""
    first, old, new = ({one.id for one in table.procedure.guards} for table in EVERY)
    assert first - old == {"years_of_first_plan", "effects_of_first_plan"}
    assert old - first == {"years_of_plan", "contents_of_health_part", "contents_of_rescue_part"}
    assert (old - new, new - old) == (
        {"no_objectives_ground"},
        {"equivalent_contracts_counted", "objectives_ground_in_force"},
    )
    facts = [{one.id for one in table.procedure.facts} for table in EVERY]
    assert (facts[1] - facts[0], facts[2] - facts[1], facts[0] - facts[1]) == (
        {"preliminary_proposal_given"},
        set(),
        set(),
    )
    assert [sorted(table.deadlines) for table in EVERY] == [
        ["first_health_decision", "first_proposal_due", "first_rescue_decision", "ministry_appeal"],
        ["ministry_appeal", "proposal_due"],
        ["ministry_appeal", "proposal_due"],
    ]


def test_the_first_plan_was_due_on_the_monday_after_1_october_2022() -> None:
    """616/2021 61 § 2 mom.; 1.10.2022 was a Saturday (150/1930 5 §, taken to apply)."""
    FIRST_BOOK.story(*AWAITED).then(due={"first_proposal_due": "2022-10-03"})


def test_the_ministries_had_to_decide_on_the_first_plan_by_the_end_of_2022() -> None:
    """616/2021 61 § 2 mom.: each ministry has its own limit, and 31.12.2022 was a Saturday before New Year."""
    story = FIRST_BOOK.story(*DECIDING).then(
        due={"first_health_decision": "2023-01-02", "first_rescue_decision": "2023-01-02"}
    )
    decided = story.given(FIRST_BOOK.acts["health_refused"]).then(
        deadlines={
            "first_health_decision": "met",
            "first_proposal_due": "met",
            "first_rescue_decision": "open",
        }
    )
    assert decided.opened.state == "deciding"


@pytest.mark.parametrize(
    ("year", "due"),
    [(2023, "2024-01-02"), (2024, "2024-12-31"), (2025, "2025-12-31"), (2028, "2029-01-02")],
)
def test_the_yearly_proposal_is_due_at_the_end_of_the_calendar_year(year: int, due: str) -> None:
    """16 § 2 mom.; 31 December is no day off itself, but a Sunday moves it past New Year's Day."""
    table = OLD if year < 2025 else NEW
    opened = fact("round_opened", f"{year}-03-02", plan_year=year)
    Story(table, subject="15", subject_kind="county").given(opened).then(due={"proposal_due": due})


@pytest.mark.parametrize(
    ("day", "status"), [("2025-12-30", "met"), ("2025-12-31", "met"), ("2026-01-01", "late"), ("2026-02-02", "late")]
)
def test_a_late_proposal_is_late_and_recorded(day: str, status: str) -> None:
    """The day before, the day and the days after: it covers the same years and is decided all the same."""
    story = NEW_BOOK.story(*AWAITED).when(on(NEW_BOOK.acts["delivered"], day))
    assert story.then(state="delivered").deadline("proposal_due").status == status


@every_county
def test_the_plan_covers_the_four_years_of_its_law(book: Book) -> None:
    """N + 2 … N + 5; the first plan 2023–2026."""
    first, last = years_of(book.table)
    assert (first, last) == {2022: (2023, 2026), 2023: (2025, 2028), 2025: (2027, 2030)}[plan_year(book.table)]
    years = "years_of_first_plan" if book.table is FIRST else "years_of_plan"
    for wrong in ((first - 1, last - 1), (first, last - 1), (first + 1, last + 1)):
        told = but(book.acts["delivered"], first_financial_year=wrong[0], last_financial_year=wrong[1])
        assert years in {one.code for one in book.story(*AWAITED).when(told).refusal.missing}


@pytest.mark.parametrize("content", CONTENTS)
def test_each_mandatory_content_is_asked_for(content: str) -> None:
    """611/2021 16 §, 612/2021 25 § and 613/2021 11 §: whichever is lacking, the proposal is refused for its part."""
    part = "health_part" if content.startswith(("health", "cooperation")) else "rescue_part"
    code = f"contents_of_{part}" if CONTENTS.index(content) > 3 else "contents_of_plan"
    lacking = but(NEW_BOOK.acts["delivered"], contents=[one for one in CONTENTS if one != content])
    NEW_BOOK.story(*AWAITED).when(lacking).refused(code)


@every_version
def test_the_ministry_of_finance_approves_nothing(table: Table) -> None:
    """It receives the proposal; each part is its own ministry's."""
    deciders = {
        move.fact.id: {role.id for role in move.by}
        for move in table.procedure.transitions
        if move.fact.id.startswith(("health_part", "rescue_part"))
    }
    assert deciders == {
        "health_part_approved": {"stm"},
        "health_part_not_approved": {"stm"},
        "rescue_part_approved": {"sm"},
        "rescue_part_not_approved": {"sm"},
    }
    assert "vm" not in {role.id for role in table.procedure.roles}


def test_the_national_objectives_and_the_authority_are_heard() -> None:
    """A confirmed or changed authority of the county, and objectives of the whole state, are linked to open plans."""
    assert [(one.to, str(one.reach), one.task) for one in NEW.procedure.listens] == [
        ("borrowing_authority.confirmed", "subject", None),
        ("borrowing_authority_change.changed", "subject", None),
        ("national_objectives.confirmed", "all", None),
        ("national_objectives.amended", "all", None),
    ]


@every_version
def test_plans_of_two_years_run_side_by_side(table: Table) -> None:
    """Next year's proposal is made while this year's is decided."""
    story = Story(table, subject="15", subject_kind="county", open_cases=("investment_plan-15-2021",))
    story.when(acts(table)["delivered"]).then(state="delivered")


@every_version
def test_every_open_state_says_whose_turn_it_is(table: Table) -> None:
    """No open state is without a task."""
    assert [state.id for state in table.procedure.states if not state.final and not state.tasks] == []


class _Office:
    """A registrar over an empty log, with the directory's own subjects; its day is 1 December 2027."""

    kind = "injected"

    def __init__(self, book: Book) -> None:
        self.book = book
        self.log = MemoryEventLog(clock=self)
        self.registrar = Registrar(
            self.log,
            index=self.log,
            declarations=Declarations((book.table.procedure,)),
            subjects=self,
            calendar=finnish_calendar(),
            clock=self,
        )

    def now(self) -> datetime:
        return datetime(2027, 12, 1, 9, tzinfo=UTC)

    def today(self) -> date:
        return date(2027, 12, 1)

    def kind_of(self, code: str) -> str:
        return str(directory().by_code(code).kind)

    def tell(self, told: Told, case_id: str | None = None) -> str:
        """Opens a case, or records an act in one."""
        request = Request(
            command_id=f"command {self.log.head().position}",
            recorded_by=RecordedBy(person="test-person", identity="made up for a test"),
        )
        procedure = self.book.table.procedure
        if case_id is not None:
            return self.registrar.advance(case_id, told.as_act(), request).case.case_id
        opening = Opening(
            procedure=procedure.id,
            subject=self.book.subject,
            parties=procedure.parties_of(self.book.subject),
            ministry=procedure.ministry,
            ground="made up",
        )
        return self.registrar.open(procedure.id, told.as_act(opening), request).case.case_id


@pytest.mark.parametrize(
    ("book", "opened"),
    [
        (NEW_BOOK, "round_opened"),
        (borrowing_authority_stories.COUNTY_BOOKS[1], "calculated"),
        (service_information_stories.IN_2026, "round_opened"),
        (rescue_information_stories.ON_2025, "round_opened"),
        (financial_data_stories.BOOK, "opened"),
    ],
    ids=lambda one: one.table.procedure.id if isinstance(one, Book) else "",
)
def test_a_case_opened_in_error_does_not_take_its_year(book: Book, opened: str) -> None:
    """One case for each year: a second one is refused, until the first is discontinued as if it had not been."""
    office = _Office(book)
    first = office.tell(book.acts[opened])
    with pytest.raises(Refused) as refused:
        office.tell(book.acts[opened])
    assert [one.code for one in refused.value.missing] == ["same-case-exists"]
    office.tell(book.acts["discontinued"], first)
    assert office.tell(book.acts[opened]) != first
