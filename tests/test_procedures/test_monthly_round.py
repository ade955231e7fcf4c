"""A month's round: its day, nobody passed over, themes of rescue services apart, and what was reported with it."""

from __future__ import annotations

import pytest

from engine.check import check
from procedures.directory import directory
from procedures.monthly_round.since_2025_01_01 import DECLARATION
from tests.book import but
from tests.story import Story
from tests.test_procedures.monthly_round_stories import ACTS, BOOKS

(BOOK,) = BOOKS


def test_the_declaration_is_sound() -> None:
    """The checker finds no fault in it."""
    assert check(DECLARATION) == ()


@pytest.mark.parametrize(
    ("month", "fifth", "due"),
    [
        ("2026-11", "2026-11-05", "2026-11-05"),
        ("2026-12", "2026-12-05", "2026-12-07"),
        ("2026-04", "2026-04-05", "2026-04-07"),
        ("2025-07", "2025-07-05", "2025-07-07"),
    ],
)
def test_answers_are_due_on_the_fifth_or_the_next_working_day(month: str, fifth: str, due: str) -> None:
    """A Thursday stays; a Saturday moves to Monday; Easter Sunday 2026 moves past Easter Monday; all is derived."""
    opened = BOOK.opened().when(but(ACTS["round_opened"], month=month, agreed_on=fifth)).then(due={"answers": due})
    assert opened.deadline("answers").kind == "agreed"
    assert opened.deadline("answers").calendar is not None


def test_another_day_needs_its_reason() -> None:
    """The twelfth is refused as it stands, and taken with a reason: so was the first round of 2021."""
    twelfth = but(ACTS["round_opened"], agreed_on="2026-11-12")
    BOOK.opened().when(twelfth).refused("due_day_agreed")
    BOOK.opened().when(but(twelfth, other_day_because="first round")).then(due={"answers": "2026-11-12"})


def test_the_day_can_be_changed_while_it_runs() -> None:
    """The earlier day no longer counts; the new one moves from a day off as well."""
    changed = BOOK.story("round_opened").when(but(ACTS["due_day_changed"], agreed_on="2026-12-05"))
    changed.then(due={"answers": "2026-12-07"})
    assert changed.deadline("answers", 1).status == "cancelled"


@pytest.mark.parametrize(
    "named",
    [
        {"answered": ["07"], "silent": []},
        {"answered": ["06", "07"], "silent": ["06"]},
        {"answered": ["06", "07", "08"]},
        {"answered": ["06"], "excused": ["07", "07"]},
    ],
)
def test_nobody_is_passed_over(named: dict[str, list[str]]) -> None:
    """One who lacks, one who stands twice, one who was never asked: the total would not be honest."""
    told = but(ACTS["collection_ended"], **{"answered": [], "silent": [], "excused": [], **named})
    BOOK.story("round_opened").when(told).refused("everybody_named")
    discussing = BOOK.story("round_opened", "collection_ended")
    confirmed = but(ACTS["round_confirmed"], **{"answered": [], "silent": [], "excused": [], **named})
    discussing.when(confirmed).refused("everybody_named")


def test_every_round_asks_all_that_are_steered() -> None:
    """Twenty-one counties, Helsinki and HUS."""
    steered = tuple(actor.code for actor in directory().steered())
    assert DECLARATION.parties_of("FI") == (*steered, "STM")
    assert len(steered) == 23
    whole = Story(BOOK.table, subject="FI", subject_kind="state", parties=(*steered, "STM"), ministry="STM")
    silent = [code for code in steered if code not in {"06", "07"}]
    ended = whole.given(ACTS["round_opened"]).when(but(ACTS["collection_ended"], answered=["06", "07"], silent=silent))
    ended.then(state="discussing", due={})


def test_who_answers_after_the_collection_is_counted_in_the_confirmation() -> None:
    """Satakunta was silent when the collection ended, and had answered when the month was confirmed."""
    confirmed = BOOK.story("round_opened", "collection_ended", "themes_compiled").when(ACTS["round_confirmed"])
    confirmed.then(state="confirmed")
    assert (confirmed.event.data["answered"], confirmed.event.data["silent"]) == (["06", "07"], [])


def test_rescue_services_are_compiled_apart() -> None:
    """A theme of rescue services stands in a list of its own, and is shared by the same rule."""
    discussing = BOOK.story("round_opened", "collection_ended")
    compiled = discussing.when(ACTS["themes_again"])
    assert (compiled.event.data["themes"], len(compiled.event.data["rescue_themes"])) == ([], 1)
    stranger = [{"name": "made-up theme", "counties": ["07", "15"]}]
    discussing.when(but(ACTS["themes_compiled"], themes=stranger)).refused("themes_of_several")
    discussing.when(but(ACTS["themes_again"], rescue_themes=stranger)).refused("themes_of_several")


def test_a_report_says_what_it_showed() -> None:
    """The position of the log, the pages and the level stay in the record; before the themes there is no report."""
    confirmed = BOOK.story("round_opened", "collection_ended", "round_confirmed")
    confirmed.when(ACTS["reported"]).refused("themes_compiled")
    reported = confirmed.given(ACTS["themes_again"]).when(ACTS["reported"])
    told = reported.event.data
    assert (told["level"], told["position"], told["pages"]) == ("core_group", 121, ["overview", "themes"])
    reported.when(but(ACTS["reported"], level="cabinet_of_curiosities")).rejected("data-invalid")


def test_a_cancelled_month_can_be_opened_again() -> None:
    """A month has one round; one that was cancelled counts as if it had not been."""
    assert DECLARATION.one_case_per == "month"
    assert [state.id for state in DECLARATION.states if state.void] == ["cancelled"]
