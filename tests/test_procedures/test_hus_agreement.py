"""The HUS organising agreement: its six parties, the review in each council term, and what changed in August 2024."""

from __future__ import annotations

from datetime import date

import pytest

from engine.declarations import Declarations
from procedures.hus_agreement.contents import GATE
from procedures.hus_agreement.since_2023_01_01 import DECLARATION as OLD
from procedures.hus_agreement.since_2024_08_01 import DECLARATION as NEW
from tests.book import Book
from tests.story import Story
from tests.test_procedures.collaborative_agreement_stories import FOUNDATIONS, approvals_of, of, told
from tests.test_procedures.hus_agreement_stories import NEW_BOOK, OLD_BOOK, PARTIES

BOTH = ((OLD_BOOK, 2023), (NEW_BOOK, 2024))


def put(book: Book, first: int) -> Story:
    """The story of a version whose first text is before the councils and Helsinki's board."""
    way = book.ways["kept_as_it_was"]
    return book.story(*way[: way.index(f"put_{first}") + 1])


def in_force(book: Book, first: int) -> Story:
    """The story of a version whose first agreement is in force."""
    way = book.ways["kept_as_it_was"]
    return book.story(*way[: way.index(f"entry_{first}") + 1])


def test_its_parties_are_the_four_counties_helsinki_and_hus() -> None:
    """615/2021 9 § 1 mom. names them; that the case is about HUS does not make HUS the only one."""
    assert NEW.parties_of("HUS") == OLD.parties_of("HUS") == (*PARTIES, "STM")


def test_the_contents_are_the_eight_of_the_act_and_its_limits() -> None:
    """9 § 1–3 mom., each told by name when it lacks."""
    sections = [guard.basis[0].cite for guard in GATE[:8]]
    assert sections == [f"615/2021 9 § 3 mom. {number} kohta" for number in range(1, 9)]
    story = NEW_BOOK.story("started", "drafting_begun", "university_asked", "university_heard")
    empty = told("draft_completed", "2024-09-03", "draft", rests_on=list(FOUNDATIONS))
    story.when(empty).refused(*(guard.id for guard in GATE))


@pytest.mark.parametrize(("book", "first"), BOTH)
def test_the_highest_organ_of_each_party_approves(book: Book, first: int) -> None:
    """10 § 3 and 11 § 3 mom.: in force once all six have approved, HUS by its highest organ."""
    story = put(book, first).given(book.acts["board"])
    story = story.given(*(book.acts[name] for name in approvals_of(first, PARTIES[:-1])))
    assert story.opened.state == "approval"
    story = story.when(book.acts[f"approved_HUS_{first}"]).then(state="in_force")
    assert story.standing("agreement_in_force").basis == "615/2021 11 § 3 mom."


@pytest.mark.parametrize(("book", "first"), BOTH)
def test_the_language_board_of_helsinki_alone_gives_its_council_an_opinion(book: Book, first: int) -> None:
    """615/2021 19 § 2 mom. 4 kohta names this agreement; 611/2021 33 § does not."""
    story = put(book, first)
    story.when(book.acts[f"approved_01_{first}"]).then(state="approval")
    story.when(book.acts[f"approved_HUS_{first}"]).then(state="approval")
    story.when(book.acts[f"approved_90_{first}"]).refused("language_board_heard")
    story.given(book.acts["board"]).when(book.acts[f"approved_90_{first}"]).then(state="approval")


def test_the_first_agreement_was_due_at_the_end_of_2024() -> None:
    """616/2021 48 § 2 mom."""
    assert [book.story("started").aspects["due"] for book, _ in BOTH] == [{"first_agreement": date(2024, 12, 31)}] * 2


def test_the_division_of_work_of_the_first_agreement_is_carried_out_within_a_year() -> None:
    """616/2021 48 § 2 mom.: a year from the approval; no such time runs for a later text."""
    first = in_force(NEW_BOOK, 2024)
    assert (first.deadline("division").due, first.task("carry_out_division").deadline) == (
        date(2025, 12, 16),
        "division",
    )
    way = NEW_BOOK.ways["amended"]
    amended = NEW_BOOK.story(*way[: way.index("entry_2028") + 1])
    assert [number for name, number in amended.opened.deadlines if name == "division"] == [1]
    again = NEW_BOOK.ways["decided_by_government"]
    later = NEW_BOOK.story(*again[: again.index("entry_2030") + 1])
    assert "division" not in later.aspects["deadlines"]


def test_the_agreement_is_reviewed_once_in_a_council_term_at_least() -> None:
    """11 § 1 mom.: the term of 2025 ends on 31 May 2029; a review after it is late and recorded all the same."""
    story = in_force(NEW_BOOK, 2024).given(NEW_BOOK.acts["term_begun"])
    assert (story.deadline("review").due, story.task("review_in_term").status) == (date(2029, 5, 31), "open")
    on_the_day = story.when(told("reviewed", "2029-05-31", outcome="unchanged"))
    after = story.when(told("reviewed", "2029-06-01", outcome="to_be_amended"))
    assert [one.deadline("review").status for one in (on_the_day, after)] == ["met", "late"]
    assert on_the_day.task("review_in_term").status == "done"


def test_the_university_is_heard_before_the_ministry_is() -> None:
    """10 § 2–3 mom."""
    story = NEW_BOOK.story("started", "drafting_begun", *of(2024, "reconciled", "draft"))
    story.when(NEW_BOOK.acts["stm_asked_2024"]).refused("universities_heard")


def test_what_the_area_has_agreed_is_taken_into_account() -> None:
    """9 § 1 mom.: the cooperation agreement of Southern Finland comes first."""
    names = ("started", "drafting_begun", "university_asked", "university_heard")
    story = NEW_BOOK.story(*names, *of(2024, "draft", "stm_asked", "stm_opinion"))
    story.when(NEW_BOOK.acts["put_2024"]).refused("reconciled")


def test_the_version_in_force_changes_on_the_first_of_august_2024() -> None:
    """471/2024 entered into force on that day."""
    declared = Declarations((OLD, NEW))
    found = {
        day: declared.in_force("hus_agreement", day).procedure.declaration_id
        for day in (date(2023, 1, 1), date(2024, 7, 31), date(2024, 8, 1))
    }
    assert found == {
        date(2023, 1, 1): "hus_agreement@2023-01-01",
        date(2024, 7, 31): "hus_agreement@2023-01-01",
        date(2024, 8, 1): "hus_agreement@2024-08-01",
    }


def test_since_august_2024_it_is_followed_up_with_three_ministries() -> None:
    """Before, 612/2021 24 § with the Ministry of Social Affairs and Health; now 611/2021 13 a § with VM and SM too."""
    follow_up = [told("followed_up", "2026-04-14", role=role, year=2026) for role in ("parties_jointly", "vm", "sm")]
    old, new = (in_force(book, first).given(book.acts["delivered_late"]) for book, first in BOTH)
    assert [old.when(act).event.basis for act in follow_up[:1]] == [("615/2021 11 § 2 mom.", "612/2021 24 §")]
    for act in follow_up[1:]:
        old.when(act).refused("wrong-actor")
    for act in follow_up:
        recorded = new.when(act).then(state="follow_up").event
        assert recorded.basis == ("615/2021 11 § 2 mom.", "611/2021 13 a §", "471/2024 11 § 2 mom.")


def test_an_open_agreement_can_come_under_the_new_follow_up() -> None:
    """471/2024 has no transitional provision: the rule by which open cases are moved says so."""
    [rule] = NEW.transitional
    assert (rule.version_from, rule.states, rule.unless) == (OLD.in_force_from, (), None)
    assert {state.id for state in OLD.states} == {state.id for state in NEW.states}
