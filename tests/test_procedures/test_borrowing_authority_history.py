"""What was published of borrowing authorities becomes facts, and what one case means for others."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Final

import pytest

from engine.case import Case
from engine.declarations import Declarations
from engine.envelope import Opening, RecordedBy
from engine.errors import Refused
from engine.registrar import Registrar
from engine.request import Request
from procedures.borrowing_authority import since_2021_07_01, since_2025_01_01
from procedures.borrowing_authority_change import since_2025_01_01 as change
from procedures.calendar import finnish_calendar
from procedures.directory import directory
from procedures.history import PlannedAct, plan, read_history, real_history
from store.memory_log import MemoryEventLog
from tests.book import but, on
from tests.story import Told
from tests.test_procedures import borrowing_authority_change_stories
from tests.test_procedures.borrowing_authority_stories import CONFIRMED, COUNTY_BOOKS, MILLION

NEW_BOOK = COUNTY_BOOKS[1]
DECLARED: Final = Declarations((since_2021_07_01.DECLARATION, since_2025_01_01.DECLARATION))


def told_of(rows: str) -> list[PlannedAct]:
    """What rows of a history file tell of authorities."""
    return list(plan(read_history(rows.encode()), DECLARED)[0])


def row(what: str, subject: str = "21", day: str = "2024-05-30", amount: int | None = None) -> str:
    """A row of a history file, as text."""
    source = "https://example.invalid/news"
    money = f"amount = {amount}\n" if amount is not None else ""
    return (
        f'[[fact]]\nprocedure = "borrowing_authority"\nsubject = "{subject}"\nwhat = "{what}"\n'
        f'on = {day}\nsource = "{source}"\n{money}'
    )


def test_the_real_decisions_for_2023_and_2024_are_told() -> None:
    """Two joint decisions, each with a case of its own, and the one county with new authority for 2024."""
    told = [
        (one.subject, one.act.on, one.act.fact, dict(one.act.data), one.act.precision)
        for one in plan(real_history(), DECLARED)[0]
    ]
    first, second = date(2022, 6, 16), date(2023, 6, 1)
    assert told == [
        ("FI", first, "authority_calculated", {"financial_year": 2023}, "by"),
        ("FI", first, "proposal_made", {}, "by"),
        ("FI", first, "joint_decision_made", {}, "exact"),
        ("FI", second, "authority_calculated", {"financial_year": 2024}, "by"),
        ("FI", second, "proposal_made", {}, "by"),
        ("FI", second, "joint_decision_made", {}, "exact"),
        ("14", second, "authority_calculated", {"financial_year": 2024}, "by"),
        ("14", second, "proposal_made", {}, "by"),
        ("14", second, "confirmed", {"amount_cents": 139 * MILLION}, "exact"),
    ]


def test_what_a_notice_does_not_say_stays_unreported() -> None:
    """The notice of 1.6.2023 gives an amount and no calculation: exactly that is left open."""
    acts_of_county = [one.act for one in plan(real_history(), DECLARED)[0] if one.subject == "14"]
    assert [act.unreported for act in acts_of_county] == [("calculation_complete",), (), ()]


@pytest.mark.parametrize(
    ("what", "amount", "facts"),
    [
        (
            "Government confirms Lappi's borrowing authority for 2025",
            12_000_000,
            ["authority_calculated", "proposal_made", "confirmed"],
        ),
        ("Lappi gets a borrowing authority of 12 million for 2025", 12_000_000, ["confirmed"]),
        ("Government will decide Lappi's borrowing authority for 2025", None, []),
        ("Government changes Lappi's borrowing authority for 2025", None, []),
        ("Lappi gets no borrowing authority for 2025", None, []),
    ],
)
def test_other_words_of_the_same_kind(what: str, amount: int | None, facts: list[str]) -> None:
    """Another county and another year are told alike; what is only planned, changed or denied is not told."""
    told = [one.act.fact for one in told_of(row(what, amount=amount))]
    assert told[-len(facts) :] == facts if facts else told == []


class _Office:
    """A registrar over an empty log, with the directory's own subjects; its day is 1 December 2027."""

    kind = "injected"

    def __init__(self) -> None:
        self.log = MemoryEventLog(clock=self)
        self.registrar = Registrar(
            self.log,
            index=self.log,
            declarations=Declarations((since_2025_01_01.DECLARATION, change.DECLARATION)),
            subjects=self,
            calendar=finnish_calendar(),
            clock=self,
        )
        self.number = 0

    def now(self) -> datetime:
        return datetime(2027, 12, 1, 9, tzinfo=UTC)

    def today(self) -> date:
        return date(2027, 12, 1)

    def kind_of(self, code: str) -> str:
        return str(directory().by_code(code).kind)

    def tell(self, procedure: str, *told: Told) -> str:
        """Opens a case with the first act and advances it with the others."""
        opening = Opening(procedure=procedure, subject="15", parties=("15",), ministry="VM", ground="made up")
        case_id = self.registrar.open(procedure, told[0].as_act(opening), self._request()).case.case_id
        for one in told[1:]:
            self.registrar.advance(case_id, one.as_act(), self._request())
        return case_id

    def case(self, case_id: str) -> Case:
        """The case as it stands."""
        return self.registrar.load(case_id)[1]

    def _request(self) -> Request:
        self.number += 1
        recorder = RecordedBy(person="test-person", identity="made up for a test")
        return Request(command_id=f"command {self.number}", recorded_by=recorder)


def test_a_change_raises_a_task_in_the_years_case() -> None:
    """15 § 3 mom.: what the Government changed is to be recorded in the open case of the same county's authority."""
    office = _Office()
    yearly = office.tell("borrowing_authority", *(NEW_BOOK.acts[name] for name in CONFIRMED))
    book = borrowing_authority_change_stories.NEW_BOOK
    changing = office.tell(
        "borrowing_authority_change",
        *(book.acts[name] for name in borrowing_authority_change_stories.CHANGED),
    )
    case = office.case(yearly)
    assert [(task.name, task.status) for task in case.open_tasks if task.name == "record_change"] == [
        ("record_change", "open")
    ]
    assert {(link.case, link.relation) for link in case.links} == {(changing, "authority_change")}


def test_a_later_years_case_is_linked_with_the_earlier_one() -> None:
    """15 § 1 mom.: earlier decisions are taken into account, so the cases of a county know each other."""
    office = _Office()
    first = office.tell("borrowing_authority", NEW_BOOK.acts["calculated"])
    following = but(on(NEW_BOOK.acts["calculated"], "2026-04-10"), financial_year=2027)
    second = office.tell("borrowing_authority", following)
    assert {(link.case, link.relation) for link in office.case(second).links} == {(first, "earlier_authority")}
    assert {link.relation for link in office.case(first).links} == {"later_authority"}


def test_a_financial_year_has_one_case() -> None:
    """A second case of the same county and financial year is refused; other years run beside it."""
    office = _Office()
    office.tell("borrowing_authority", NEW_BOOK.acts["calculated"])
    with pytest.raises(Refused) as refused:
        office.tell("borrowing_authority", NEW_BOOK.acts["calculated"])
    assert [one.code for one in refused.value.missing] == ["same-case-exists"]
