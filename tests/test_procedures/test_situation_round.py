"""A monthly round: its due day, each county for itself, silence that stays visible, and the first round of 2021."""

from __future__ import annotations

from datetime import date

import pytest

from engine.check import check
from engine.declarations import Declarations
from procedures.directory import directory
from procedures.history import plan, real_history
from procedures.situation_round.guards import agreed_day
from procedures.situation_round.since_2021_06_30 import DECLARATION
from tests.book import but
from tests.story import Story
from tests.test_procedures.situation_round_stories import ACTS, BOOKS

(BOOK,) = BOOKS


def test_the_declaration_is_sound() -> None:
    """The checker finds no fault in it."""
    assert check(DECLARATION) == ()


@pytest.mark.parametrize(
    ("month", "due"),
    [
        ("2021-10", date(2021, 10, 5)),
        ("2021-09", date(2021, 9, 6)),
        ("2025-07", date(2025, 7, 7)),
        ("2026-04", date(2026, 4, 7)),
        ("2026-01", date(2026, 1, 5)),
    ],
)
def test_answers_are_due_on_the_fifth_or_the_next_working_day(month: str, due: date) -> None:
    """A Tuesday stays; Sunday and Saturday move to Monday; Easter Sunday 2026 moves past Easter Monday."""
    assert agreed_day(month, 5) == due
    opened = but(ACTS["round_opened"], month=month, due_on=due.isoformat())
    BOOK.opened().when(opened).then(due={"answers": due.isoformat()})


def test_another_day_needs_its_reason() -> None:
    """The fifth itself is refused where it is a Saturday; with a reason any day will do."""
    saturday = but(ACTS["round_opened"], month="2025-07", due_on="2025-07-05")
    BOOK.opened().when(saturday).refused("due_day_agreed")
    BOOK.opened().when(but(saturday, other_day_because="made-up reason")).then(due={"answers": "2025-07-05"})


def test_the_round_is_answered_when_the_last_county_has_answered() -> None:
    """Each county does its own task; the last answer keeps the due day; a county excused is not waited for."""
    opened = BOOK.story("round_opened", "kanta_hame").then(due={"answers": "2025-09-05"})
    assert [task.organisation for task in opened.opened.open_tasks if task.name == "give_picture"] == ["06"]
    opened.when(ACTS["satakunta"]).then(deadlines={"answers": "met"})
    opened.when(ACTS["satakunta_excused"]).then(deadlines={"answers": "met"})


def test_a_county_answers_for_itself_only() -> None:
    """Keski-Suomi is not part of the made-up round, and the ministry cannot answer for a county."""
    opened = BOOK.story("round_opened")
    opened.when(but(ACTS["kanta_hame"], party="15")).refused("not-a-party")
    by_ministry = Story(BOOK.table, subject="FI", subject_kind="state", parties=("07", "STM"), ministry="STM")
    by_ministry.given(ACTS["round_opened"]).when(but(ACTS["kanta_hame"], party="STM")).refused("not-a-party")


def test_silence_stays_visible() -> None:
    """Where a county is silent when the day comes, the collection ends, and the compilation must name it."""
    ended = BOOK.story("round_opened", "kanta_hame", "due_day_changed", "collection_ended", "discussed")
    ended.then(state="discussing", due={})
    assert ended.deadline("answers", 2).status == "cancelled"
    ended.when(ACTS["compiled"]).refused("missing_named")
    ended.when(ACTS["compiled_without"]).then(state="compiled")
    ended.given(ACTS["satakunta_late"]).when(ACTS["compiled_without"]).refused("missing_named")


def test_what_was_confirmed_in_the_discussion_is_not_changed_afterwards() -> None:
    """Until then a county may correct its picture as often as it likes."""
    answered = BOOK.story("round_opened", "kanta_hame").given(but(ACTS["kanta_hame"], subtasks=13))
    confirmed = answered.given(ACTS["satakunta"], ACTS["collection_ended"], ACTS["discussed"])
    confirmed.when(but(ACTS["satakunta_late"], party="07")).refused("not_confirmed_yet")
    confirmed.when(ACTS["satakunta_late"]).then(state="discussing")


def test_the_first_round_as_reported() -> None:
    """Due on 12 August 2021 and not on the fifth: all that are steered are asked, Helsinki and HUS among them."""
    acts, _ = plan(real_history(), Declarations((DECLARATION,)))
    (opened,) = [planned.act for planned in acts]
    assert (opened.fact, opened.on, opened.precision) == ("round_opened", date(2021, 8, 12), "by")
    assert opened.data == {"month": "2021-08", "due_on": "2021-08-12", "other_day_because": "first round"}
    assert opened.opening is not None
    assert opened.opening.parties == (*(actor.code for actor in directory().steered()), "STM")
