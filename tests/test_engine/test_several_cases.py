"""What reaches several cases: a bulk act, an event that others listen to, and a change of law for open cases."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from engine.acceptance import Judge
from engine.assess import Act
from engine.declarations import Declarations
from engine.envelope import Opening, RecordedBy
from engine.errors import Conflict, InputRejected, Refused
from engine.registrar import Registrar
from engine.request import AsOf, Request
from procedures.calendar import finnish_calendar
from store.memory_log import MemoryEventLog
from tests.story import fact
from tests.test_engine import sample_procedure as sample
from tests.test_engine.shared_treasure import NEW, OLD

DECLARATIONS = Declarations((OLD, NEW, sample.PROCEDURE))
BY = RecordedBy(person="test-person", identity="made up for a test")


class Someday:
    """A clock that stands still."""

    kind = "injected"

    def now(self) -> datetime:
        return datetime(2020, 6, 1, 9, tzinfo=UTC)

    def today(self) -> date:
        return date(2020, 6, 1)


class Anybody:
    """Every subject is a county, which both made-up procedures can be about."""

    def kind_of(self, code: str) -> str:
        return sample.PROCEDURE.subject_kinds[0] if code.startswith("9") else "county"


class Book:
    """A registrar over an empty log, and short words for what tests ask of it."""

    def __init__(self) -> None:
        self.log = MemoryEventLog(clock=Someday())
        self.registrar = Registrar(
            self.log,
            index=self.log,
            declarations=DECLARATIONS,
            subjects=Anybody(),
            calendar=finnish_calendar(),
            clock=Someday(),
        )

    def open(self, procedure: str, subject: str, fact: str, on: str, **data: Any) -> str:
        act = opening(procedure, subject, fact, on, **data)
        return self.registrar.open(procedure, act, request(f"open {procedure} {subject}")).case.case_id

    def advance(self, case_id: str, fact: str, on: str, **data: Any) -> None:
        act = Act(fact=fact, on=date.fromisoformat(on), data=data)
        self.registrar.advance(case_id, act, request(f"{case_id} {fact} {on} {data}"))

    def judged(self) -> list[str]:
        judge = Judge(
            DECLARATIONS,
            subjects=Anybody(),
            calendars=lambda version: finnish_calendar(),
            day_of=lambda moment: moment.astimezone(ZoneInfo("Europe/Helsinki")).date(),
        )
        found = judge.judge_all(self.log.read())
        return [one.text for one in (*found.refused, *found.reckoned_otherwise)]


def opening(procedure: str, subject: str, fact: str, on: str, **data: Any) -> Act:
    partners = OLD.parties_of(subject) if procedure == "shared_treasure" else (subject,)
    return Act(
        fact=fact,
        on=date.fromisoformat(on),
        data=data,
        opening=Opening(procedure=procedure, subject=subject, parties=partners, ministry="VM", ground="made up"),
    )


def sharings(subjects: Iterable[str], on: str = "2020-02-03", coins: int = 3) -> list[Act]:
    return [opening("shared_treasure", subject, "sharing_proposed", on, coins=coins) for subject in subjects]


def request(command_id: str, *, rehearse: bool = False) -> Request:
    return Request(command_id=command_id, recorded_by=BY, rehearse=rehearse)


def test_a_bulk_act_opens_every_case_under_one_command() -> None:
    """Three cases, three events, one command; asked again, the same three and nothing more."""
    book = Book()
    opened = book.registrar.open_all("shared_treasure", sharings(("01", "02", "03")), request("all"))
    again = book.registrar.open_all("shared_treasure", sharings(("01", "02", "03")), request("all"))
    assert [one.case.case_id for one in opened] == [f"shared-treasure-0{number}-2020" for number in (1, 2, 3)]
    assert [(one.case, one.replayed) for one in again] == [(one.case, True) for one in opened]
    assert book.log.head().position == 3
    assert book.judged() == []


def test_a_rehearsed_bulk_act_stores_nothing() -> None:
    """The dry run shows each case as it would be."""
    book = Book()
    shown = book.registrar.open_all("shared_treasure", sharings(("01", "02")), request("dry", rehearse=True))
    assert [(one.case.subject, one.case.state) for one in shown] == [("01", "pending"), ("02", "pending")]
    assert book.log.head().position == 0


def test_a_bulk_act_opens_all_or_none() -> None:
    """Where one subject has an open case already, nothing is opened, and the refusal says for whom."""
    book = Book()
    book.open("shared_treasure", "02", "sharing_proposed", "2020-02-03", coins=3)
    with pytest.raises(Refused) as refused:
        book.registrar.open_all("shared_treasure", sharings(("01", "02", "03")), request("all"))
    assert [one.code for one in refused.value.missing] == ["02:same-case-exists"]
    assert book.log.head().position == 1


def test_a_subject_has_one_case_of_each_kind_stated() -> None:
    """Where there is one case per thing stated, a second is refused, ended or not; a case about another is not."""
    book = Book()
    first = book.open("shared_treasure", "02", "sharing_proposed", "2020-02-03", coins=3)
    book.advance(first, "dropped", "2020-02-04")
    book.registrar.open_all("shared_treasure", sharings(("02",), coins=4), request("another"))
    with pytest.raises(Refused) as refused:
        book.registrar.open_all("shared_treasure", sharings(("02",), coins=3), request("again"))
    assert [one.code for one in refused.value.missing] == ["02:same-case-exists"]
    assert book.judged() == []


def test_a_bulk_act_names_each_subject_once() -> None:
    """The same subject twice is no bulk act but a mistake."""
    with pytest.raises(InputRejected):
        Book().registrar.open_all("shared_treasure", sharings(("01", "01")), request("twice"))


def test_a_bulk_command_is_not_reused_for_something_else() -> None:
    """The same command id with other data is a conflict."""
    book = Book()
    book.registrar.open_all("shared_treasure", sharings(("01", "02")), request("all"))
    with pytest.raises(Conflict):
        book.registrar.open_all("shared_treasure", sharings(("01", "02"), coins=4), request("all"))


def test_open_cases_hear_what_happens_elsewhere() -> None:
    """Each open case that listens gets the task and the link, and the causing case the links back."""
    book = Book()
    book.registrar.open_all("shared_treasure", sharings(("01", "02")), request("all"))
    closed = book.open("shared_treasure", "03", "sharing_proposed", "2020-02-03", coins=1)
    book.advance(closed, "dropped", "2020-02-04")
    cause = grant(book)
    told = {
        case_id: book.registrar.load(case_id)[1] for case_id in ("shared-treasure-01-2020", "shared-treasure-02-2020")
    }
    for case in told.values():
        assert [task.name for task in case.open_tasks if task.name == "count_again"] == ["count_again"]
        assert [(link.case, link.relation) for link in case.links] == [(cause, "permit")]
    assert book.registrar.load(closed)[1].links == ()
    links = book.registrar.load(cause)[1].links
    assert [(link.case, link.relation) for link in links] == [(case_id, "sharing") for case_id in sorted(told)]
    assert book.judged() == []


def test_a_case_under_the_old_law_hears_nothing() -> None:
    """Only the version that declares it listens."""
    book = Book()
    case_id = book.open("shared_treasure", "01", "sharing_proposed", "2019-02-04", coins=3)
    grant(book)
    assert book.registrar.load(case_id)[1].links == ()
    assert book.judged() == []


def grant(book: Book) -> str:
    """A permit is granted in another procedure."""
    told = (
        fact("application_lodged", "2020-02-03", name="Smaug", heads=1, documents=("application",)),
        fact("neighbours_heard", "2020-02-04", neighbours=["made-up neighbour"]),
        fact("inspection_held", "2020-02-05", inspected_on="2020-02-05", fire_proof=True),
        fact("permit_granted", "2020-02-06", documents=("decision",)),
    )
    offered = opening("dragon_permit", "99", "application_lodged", "2020-02-03").opening
    case_id = book.registrar.open("dragon_permit", told[0].as_act(offered), request("permit")).case.case_id
    for one in told[1:]:
        book.registrar.advance(case_id, one.as_act(), request(one.fact))
    return case_id


def under_the_old_law(book: Book, subject: str = "01") -> str:
    case_id = book.open("shared_treasure", subject, "sharing_proposed", "2019-02-04", coins=3)
    for number, party in enumerate(("01", "02", "03"), start=5):
        book.advance(case_id, "party_approved", f"2019-02-0{number}", party=party)
    return case_id


def test_an_open_case_stays_with_its_law_until_it_is_moved() -> None:
    """An amendment alone changes nothing; the plan says which rule would move the case."""
    book = Book()
    case_id = under_the_old_law(book)
    target, found = book.registrar.prospects("shared_treasure", date(2020, 2, 3))
    assert target.procedure.declaration_id == "shared_treasure@2020-01-01"
    assert [(one.case.case_id, one.rule.id if one.rule else None, one.stays) for one in found] == [
        (case_id, "to_the_new_law", ())
    ]
    assert book.registrar.load(case_id)[1].declaration == "shared_treasure@2001-01-01"


def moved(book: Book, case_id: str, on: str = "2020-02-03", *, rehearse: bool = False) -> Any:
    return book.registrar.change_law(
        [case_id], "shared_treasure@2020-01-01", date.fromisoformat(on), request("move", rehearse=rehearse)
    )


def test_a_moved_case_lives_on_under_the_new_law() -> None:
    """Its state bears the new name, what runs stays, later acts follow the new law and its numbers."""
    book = Book()
    case_id = under_the_old_law(book)
    [recorded] = moved(book, case_id)
    case = recorded.case
    assert (case.declaration, case.state, case.law_on) == ("shared_treasure@2020-01-01", "held", date(2020, 2, 3))
    assert [(one.name, one.status) for one in case.deadlines.values()] == [("delivery", "open")]
    assert recorded.events[0].basis == ("1/2001 99 §",)
    book.advance(case_id, "delivered", "2020-02-04")
    assert book.registrar.load(case_id)[1].state == "done"
    assert book.judged() == []


def test_before_it_was_moved_the_case_stands_as_it_stood() -> None:
    """As known before the move, or in force before it, the case is under the old law and in the old law's state."""
    book = Book()
    case_id = under_the_old_law(book)
    moved(book, case_id)
    for as_of in (AsOf(known_at=4), AsOf(in_force_on=date(2020, 2, 2))):
        table, case = book.registrar.load(case_id, as_of)
        assert (table.procedure.declaration_id, case.state) == ("shared_treasure@2001-01-01", "in_force")


def test_moving_can_be_rehearsed_and_repeated() -> None:
    """A dry run stores nothing; the same command again moves nothing twice."""
    book = Book()
    case_id = under_the_old_law(book)
    before = book.log.head()
    moved(book, case_id, rehearse=True)
    assert book.log.head() == before
    first, again = moved(book, case_id), moved(book, case_id)
    assert (again[0].case, again[0].replayed) == (first[0].case, True)


@pytest.mark.parametrize("on", ["2019-12-31", "2020-06-02"])
def test_a_case_is_moved_on_a_day_of_the_new_law(on: str) -> None:
    """Neither before the new law is in force nor on a day to come."""
    book = Book()
    with pytest.raises(Refused) as refused:
        moved(book, under_the_old_law(book), on)
    assert [one.code for one in refused.value.missing] == ["day-of-law-change"]


def test_a_closed_case_is_moved_nowhere() -> None:
    """What has ended has ended under its law."""
    book = Book()
    case_id = under_the_old_law(book)
    book.advance(case_id, "delivered", "2019-03-01")
    with pytest.raises(Refused) as refused:
        moved(book, case_id)
    assert [one.code for one in refused.value.missing] == ["case-closed"]


def test_without_a_rule_no_case_is_moved() -> None:
    """A law that says nothing of open cases leaves them where they are."""
    book = Book()
    case_id = book.open("shared_treasure", "01", "sharing_proposed", "2020-02-03", coins=3)
    with pytest.raises(Refused) as refused:
        book.registrar.change_law([case_id], "shared_treasure@2001-01-01", date(2020, 2, 3), request("back"))
    assert [one.code for one in refused.value.missing] == ["no-transitional-rule"]
