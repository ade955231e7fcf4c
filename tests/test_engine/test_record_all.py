"""Several acts in one transaction: each decided upon those before it, all of them recorded or none."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from engine.assess import Act
from engine.errors import Conflict, InputRejected, Refused
from engine.several import Step
from tests.test_engine.test_several_cases import Book, request, sharings

TREASURE = "shared_treasure"


def opens(*subjects: str, coins: int = 3, case_id: str | None = None) -> list[Step]:
    """Steps that open a case for each subject."""
    return [Step(TREASURE, act, case_id) for act in sharings(subjects, coins=coins)]


def moves(case_id: str, fact: str, on: str, expected: int | None = None, **data: Any) -> Step:
    """A step in a case."""
    return Step(case_id, Act(fact=fact, on=date.fromisoformat(on), data=data), expected_version=expected)


def test_openings_and_moves_are_recorded_together() -> None:
    """One command, one transaction: a case moves while another is opened; asked again, the same comes again."""
    book = Book()
    first = book.open(TREASURE, "02", "sharing_proposed", "2020-02-03", coins=3)
    steps = [moves(first, "dropped", "2020-02-04"), *opens("01", "03")]
    recorded = book.registrar.record_all(steps, request("all"))
    again = book.registrar.record_all(steps, request("all"))
    assert [one.case.case_id for one in recorded] == [first, "shared-treasure-01-2020", "shared-treasure-03-2020"]
    assert [(one.case, one.replayed) for one in again] == [(one.case, True) for one in recorded]
    assert {event.command_id for event in book.log.read(after_position=1)} == {"all"}
    assert (book.log.head().position, book.judged()) == (4, [])


def test_several_acts_in_one_case_are_decided_one_upon_the_other() -> None:
    """The second act sees the first: what it closed cannot be moved any more, and then nothing is recorded."""
    book = Book()
    first = book.open(TREASURE, "02", "sharing_proposed", "2020-02-03", coins=3)
    noted = moves(first, "noted", "2020-02-04", text="made up")
    (recorded,) = book.registrar.record_all([noted, moves(first, "dropped", "2020-02-05")], request("both"))
    assert [event.version for event in recorded.events] == [2, 3]
    assert recorded.case == book.registrar.load(first)[1]
    second = book.open(TREASURE, "03", "sharing_proposed", "2020-02-03", coins=3)
    with pytest.raises(Refused) as refused:
        book.registrar.record_all(
            [moves(second, "dropped", "2020-02-04"), moves(second, "dropped", "2020-02-05")], request("twice")
        )
    assert [one.code for one in refused.value.missing] == ["case-closed"]
    assert (book.log.version(second), book.judged()) == (1, [])


def test_one_refusal_keeps_everything_out() -> None:
    """The third step cannot be; the first two are not recorded either."""
    book = Book()
    book.open(TREASURE, "02", "sharing_proposed", "2020-02-03", coins=3)
    with pytest.raises(Refused):
        book.registrar.record_all(opens("01", "03", "02"), request("all"))
    assert book.log.head().position == 1


def test_a_rehearsal_stores_nothing_and_shows_every_case() -> None:
    """What would come about is shown for each case, also where two acts follow one another in it."""
    book = Book()
    first = book.open(TREASURE, "02", "sharing_proposed", "2020-02-03", coins=3)
    steps = [moves(first, "noted", "2020-02-04", text="x"), moves(first, "dropped", "2020-02-05"), *opens("01")]
    shown = book.registrar.record_all(steps, request("dry", rehearse=True))
    assert [(one.case.case_id, one.case.version) for one in shown] == [(first, 3), ("shared-treasure-01-2020", 1)]
    assert (book.log.head().position, book.registrar.load(first)[1].version) == (1, 1)


def test_a_step_can_insist_on_where_its_case_stands() -> None:
    """Somebody recorded meanwhile: a conflict, and nothing is stored."""
    book = Book()
    first = book.open(TREASURE, "02", "sharing_proposed", "2020-02-03", coins=3)
    with pytest.raises(Conflict):
        book.registrar.record_all([moves(first, "dropped", "2020-02-04", expected=2), *opens("01")], request("all"))
    assert book.log.head().position == 1
    book.registrar.record_all([moves(first, "dropped", "2020-02-04", expected=1), *opens("01")], request("again"))
    assert book.log.head().position == 3


def test_a_case_is_opened_under_the_id_that_was_promised() -> None:
    """What another act of the same transaction names is so, or nothing is recorded."""
    book = Book()
    (opened,) = book.registrar.record_all(opens("01", case_id="shared-treasure-01-2020-7"), request("named"))
    assert opened.case.case_id == "shared-treasure-01-2020-7"
    with pytest.raises(Conflict):
        book.registrar.record_all(opens("02", case_id="shared-treasure-01-2020-7"), request("taken"))
    assert book.log.head().position == 1


def test_what_there_may_be_one_of_is_not_opened_twice_at_once() -> None:
    """Neither sees the other in the log yet; together they are refused. Nothing at all is no command."""
    book = Book()
    for steps in (opens("01", "01"), []):
        with pytest.raises(InputRejected):
            book.registrar.record_all(steps, request("twice"))
    assert book.log.head().position == 0


def test_cases_of_one_subject_get_ids_of_their_own() -> None:
    """Two openings of a procedure of which a subject may have many are told apart."""
    book = Book()
    book.open(TREASURE, "02", "sharing_proposed", "2020-02-03", coins=3)
    (opened,) = book.registrar.record_all(opens("02", coins=5), request("second"))
    assert opened.case.case_id == "shared-treasure-02-2020-2"


def test_a_command_is_not_reused_for_other_steps() -> None:
    """The same id with other data, other cases or another id for a case is a conflict."""
    book = Book()
    book.registrar.record_all(opens("01"), request("all"))
    for steps in (opens("01", coins=4), opens("02"), opens("01", case_id="shared-treasure-01-2020")):
        with pytest.raises(Conflict):
            book.registrar.record_all(steps, request("all"))
