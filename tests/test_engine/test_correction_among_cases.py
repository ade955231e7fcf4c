"""Corrections where several cases, parties or laws meet; and a notice that another case never took."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from engine.acceptance import Judge
from engine.assess import Act
from engine.envelope import Envelope
from engine.errors import Refused
from engine.request import AsOf, Request
from procedures.calendar import finnish_calendar
from tests.test_engine.correcting import STATED
from tests.test_engine.test_several_cases import (
    BY,
    DECLARATIONS,
    Anybody,
    Book,
    grant,
    moved,
    opening,
    request,
    sharings,
    under_the_old_law,
)


def correct(book: Book, case_id: str, version: int, **said: object) -> Envelope:
    act = Act(
        fact="clerical_error_corrected",
        on=date(2020, 3, 2),
        data={**STATED, "supersedes": version, **said},
        documents=(),
    )
    asked = Request(command_id=f"{case_id} {version} {said}", recorded_by=BY)
    return book.registrar.advance(case_id, act, asked).events[0]


def missing(book: Book, case_id: str, version: int, **said: object) -> set[str]:
    with pytest.raises(Refused) as refused:
        correct(book, case_id, version, **said)
    return {one.code for one in refused.value.missing}


def opened(book: Book, on: str, coins: int) -> str:
    act = opening("shared_treasure", "01", "sharing_proposed", on, coins=coins)
    return book.registrar.open("shared_treasure", act, request(f"open {coins} {on}")).case.case_id


def test_a_corrected_opening_is_not_the_same_as_that_of_another_case() -> None:
    """One case of a subject for each number of coins: neither opened so, nor corrected to it, nor opened beside it."""
    book = Book()
    first, second = opened(book, "2020-02-03", 3), opened(book, "2020-02-04", 4)
    assert missing(book, second, 1, values={"coins": 3}) == {"same-case-exists"}
    correct(book, second, 1, values={"coins": 5})
    correct(book, first, 1, values={"coins": 3})
    opened(book, "2020-02-05", 4)
    with pytest.raises(Refused, match="opened already"):
        opened(book, "2020-02-06", 5)
    assert book.judged() == []


def test_an_opening_is_not_put_under_another_law() -> None:
    """Corrected to a day of the old law, it would have been opened under that law: the case is closed instead."""
    book = Book()
    case_id = book.open("shared_treasure", "01", "sharing_proposed", "2020-02-03", coins=3)
    assert missing(book, case_id, 1, effective_on="2019-12-30") == {"opened-under-another-law"}


def test_an_approval_of_the_wrong_party_is_corrected_only_to_one_that_has_not_approved() -> None:
    """Written as of the second party, it was of the third; the first has approved already."""
    book = Book()
    case_id = book.open("shared_treasure", "01", "sharing_proposed", "2020-02-03", coins=3)
    book.advance(case_id, "party_approved", "2020-02-04", party="01")
    book.advance(case_id, "party_approved", "2020-02-05", party="02")
    assert missing(book, case_id, 3, values={"party": "01"}) == {"approves_once"}
    correct(book, case_id, 3, values={"party": "03"})
    tasks = book.registrar.load(case_id)[1].tasks.values()
    assert {task.organisation: task.status for task in tasks} == {"01": "done", "02": "open", "03": "done"}
    book.advance(case_id, "party_approved", "2020-02-06", party="02")
    assert book.registrar.load(case_id)[1].state == "held"
    assert book.judged() == []


def test_an_act_of_the_old_law_is_corrected_by_the_old_law_after_the_case_was_moved() -> None:
    """The last approval was a day earlier: a month of the old law from then, although the case is under the new one.

    On the day before the move, as is known now, the case stood under the old law.
    """
    book = Book()
    case_id = under_the_old_law(book)
    moved(book, case_id)
    event = correct(book, case_id, 4, effective_on="2019-02-06")
    assert [(one.name, one.due) for one in event.deadlines] == [("delivery", date(2019, 3, 6))]
    case = book.registrar.load(case_id)[1]
    assert (case.state, case.declaration, event.declaration) == ("held", "shared_treasure@2020-01-01", case.declaration)
    then_table, then = book.registrar.load(case_id, AsOf(in_force_on=date(2020, 2, 2)))
    assert (then.declaration, then_table.declaration_id) == (then.events[0].declaration,) * 2
    assert [one.due for one in then.deadlines.values()] == [date(2019, 3, 6)]
    book.advance(case_id, "delivered", "2020-03-03")
    assert book.judged() == []


def test_the_move_to_another_law_is_not_corrected_by_hand() -> None:
    """It follows from the law's transitional rule."""
    book = Book()
    case_id = under_the_old_law(book)
    moved(book, case_id)
    assert missing(book, case_id, 5, effective_on="2020-02-04") == {"superseded_known"}


def test_a_judge_finds_a_notice_that_another_case_never_took() -> None:
    """By the rules each open case that listens takes notice of a permit: one whose event is gone is named."""
    book = Book()
    book.registrar.open_all("shared_treasure", sharings(("01", "02")), request("all"))
    grant(book)
    book.open("shared_treasure", "03", "sharing_proposed", "2020-02-10", coins=9)

    def judged(events: list[Envelope]) -> list[str]:
        judge = Judge(
            DECLARATIONS,
            subjects=Anybody(),
            calendars=lambda _: finnish_calendar(),
            day_of=lambda moment: moment.astimezone(ZoneInfo("Europe/Helsinki")).date(),
        )
        return [one.code for one in judge.judge_all(events).refused]

    events = list(book.log.read())
    assert judged(events) == []
    without = [one for one in events if not (one.type == "case.task_raised" and one.stream.endswith("-02-2020"))]
    assert judged(without) == ["reaction-missing"]
    assert judged([one for one in events if one.type != "case.task_raised"][:-1]) == ["reaction-missing"] * 2
