"""What holds for every procedure: each way can be gone to its end, each rule refuses, each deadline is met or missed.

The cases are generated from the books (`tests/book.py`): nothing here knows any procedure.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest

from engine.assess import Circumstances, assess
from engine.check import check_all
from engine.declaration import PARTY, SUBJECT, Transition
from engine.errors import OhjausError
from procedures.calendar import finnish_calendar
from procedures.directory import directory
from procedures.register import declarations, every_version
from tests.book import Book, on
from tests.books import BOOKS
from tests.story import Story, Told


@dataclass(frozen=True, slots=True)
class Step:
    """One act of a way: the story before it, the move that it is, and the story after it."""

    before: Story
    told: Told
    move: Transition
    after: Story


def steps(book: Book) -> Iterator[Step]:
    """Every step of every way of a book, each beginning of a way told once."""
    told: dict[tuple[str, ...], Story] = {(): book.opened()}
    for names in book.ways.values():
        for number, name in enumerate(names):
            before, act = told[names[:number]], book.acts[name]
            if names[: number + 1] in told:
                continue
            after = told[names[: number + 1]] = before.given(act)
            yield Step(before, act, move_of(book, before, act), after)


def move_of(book: Book, before: Story, told: Told) -> Transition:
    """The move that an act is."""
    circumstances = Circumstances(today=told.on, calendar=finnish_calendar(), subject_kind=book.subject_kind)
    act = told.as_act(None if before.case else before.opening)
    return assess(book.table, before.case, act, circumstances).transition


STEPS: dict[int, list[Step]] = {}


def steps_of(book: Book) -> list[Step]:
    if id(book) not in STEPS:
        STEPS[id(book)] = list(steps(book))
    return STEPS[id(book)]


VERSIONS: dict[str, list[Book]] = {}
for one in BOOKS:
    VERSIONS.setdefault(one.table.procedure.declaration_id, []).append(one)

every_book = pytest.mark.parametrize(
    "book", BOOKS, ids=lambda book: f"{book.table.procedure.declaration_id} {book.subject}"
)
every_version_told = pytest.mark.parametrize("books", VERSIONS.values(), ids=list(VERSIONS))
"""A version can have several books: its variants, such as HUS, have subjects of their own."""


def test_every_declaration_is_sound_beside_all_others() -> None:
    """The checker finds no fault in any declaration, nor between them."""
    assert check_all(every_version()) == ()


def test_every_declared_version_has_a_book() -> None:
    """No version of a procedure goes untold; the evaluation procedure has stories of its own."""
    told = {book.table.procedure.declaration_id for book in BOOKS}
    declared = {procedure.declaration_id for procedure in every_version() if procedure.id != "evaluation"}
    assert told == declared


def test_every_act_is_somebody_s_whom_the_directory_knows() -> None:
    """Each role stands for an actor of the directory, or for the case's own subject, ministry or party."""
    known = {actor.code for actor in directory().actors()} | {SUBJECT, PARTY, "@ministry"}
    strangers = {
        (procedure.declaration_id, role.organisation)
        for procedure in every_version()
        for role in procedure.roles
        if role.organisation not in known
    }
    assert strangers == set()


_HASHES = """
from procedures.register import PROCEDURES, declarations
for name in {order}(list(PROCEDURES)):
    declarations().versions(name)
for table in declarations().all():
    print(table.procedure.declaration_id, table.content_hash)
"""


def test_a_declaration_means_the_same_in_whatever_order_it_is_loaded() -> None:
    """The content hash of each version is the same, whichever procedures were loaded before it."""
    told = {
        order: subprocess.run(
            [sys.executable, "-c", _HASHES.format(order=order)], capture_output=True, text=True, check=True
        ).stdout
        for order in ("sorted", "reversed")
    }
    here = "".join(f"{table.procedure.declaration_id} {table.content_hash}\n" for table in declarations().all())
    assert told == {"sorted": here, "reversed": here}


@every_version_told
def test_the_ways_reach_every_end_and_use_every_move(books: list[Book]) -> None:
    """Each way ends the case; together they come to each state that ends it and make each declared move."""
    ends = {book.story(*names).opened.state for book in books for names in book.ways.values()}
    made = {id(step.move) for book in books for step in steps_of(book)}
    unmade = [
        f"{move.fact.id} from {[state.id for state in move.sources]}"
        for move in books[0].table.procedure.transitions
        if id(move) not in made
    ]
    ways = [way for book in books for way in book.ways]
    assert sorted(ways) == sorted(set(ways))
    assert ends == books[0].table.final_states
    assert unmade == []


@every_book
def test_a_closed_case_takes_no_more_acts(book: Book) -> None:
    """Once a case has ended, each act of its procedure is refused for that reason."""
    for names in book.ways.values():
        story = book.story(*names)
        later = on(book.acts[names[-1]], (story.opened.moved_on + timedelta(days=1)).isoformat())
        refused = story.when(later).refusal
        assert [one.code for one in refused.missing][:1] in (["case-closed"], ["already-open"]), refused


def spoiled(step: Step) -> Iterator[tuple[str, Told]]:
    """Each way to spoil an act, with the code under which it is refused."""
    yield "wrong-actor", replace(step.told, role="nobody")
    for rule in step.move.documents:
        kept = tuple(document for document in step.told.documents if document.kind != rule.kind)
        yield f"document:{rule.kind}", replace(step.told, documents=kept)
    for name, field in step.move.fact.payload.model_fields.items():
        if field.is_required():
            data = {key: value for key, value in step.told.data.items() if key != name}
            yield f"field:{name}", replace(step.told, data=data)
    if step.before.case is not None:
        yield "before-opening", on(step.told, (step.before.case.opened_on - timedelta(days=1)).isoformat())
    named = {role.id: role for role in step.move.by}
    role = named[step.told.role] if step.told.role else step.move.by[0]
    if role.organisation == PARTY:
        yield "not-a-party", replace(step.told, data={**step.told.data, "party": "KHO"})


@every_book
def test_every_spoiled_act_is_refused_and_changes_nothing(book: Book) -> None:
    """Another's act, a missing document or field, a day before the opening, a stranger: refused under its own code."""
    for step in steps_of(book):
        for code, told in spoiled(step):
            outcome = step.before.when(told)
            assert code in codes(outcome), (told, code, codes(outcome))
            assert outcome.case is step.before.case


@every_book
def test_an_act_of_tomorrow_is_refused_today(book: Book) -> None:
    """A day that has not come yet cannot be recorded."""
    for step in steps_of(book):
        early = step.before.on_the_day(step.told.on - timedelta(days=1)).when(step.told)
        assert "in-the-future" in codes(early), step.told


@every_book
def test_every_condition_refuses(book: Book) -> None:
    """For each condition of a declaration there is an act that it refuses, and the refusal cites its sections."""
    declared = {guard.id: guard for guard in book.table.procedure.guards}
    for name, breach in book.breaks.items():
        refused = book.story(*breach.after).when(breach.act).refusal
        cited = {one.code: one.basis for one in refused.missing}
        assert cited.get(name) == tuple(basis.cite for basis in declared[name].basis), (name, refused.message)


@every_version_told
def test_every_condition_and_deadline_is_told(books: list[Book]) -> None:
    """No condition goes unbroken and no deadline unmet in the books of a version."""
    assert {name for book in books for name in book.breaks} == {guard.id for guard in books[0].table.procedure.guards}
    assert {name for book in books for name in book.meets} == set(books[0].table.deadlines)


@every_book
def test_every_deadline_is_met_or_late_by_its_day(book: Book) -> None:
    """The day before and on the day the act is in time; the day after it is late, and recorded all the same."""
    for name, meeting in book.meets.items():
        story = book.story(*meeting.after)
        generation = max(number for rule, number in story.opened.deadlines if rule == name)
        due = story.deadline(name, generation).due
        assert story.deadline(name, generation).status == "open", name
        if meeting.act is None:
            assert any(one.name == name for one in story.opened.open_deadlines)
            continue
        newest = max(event.effective_on for event in story.events)
        days = {due - timedelta(days=1): "met", due: "met", due + timedelta(days=1): "late"}
        tried = {day: status for day, status in days.items() if day >= newest}
        assert due + timedelta(days=1) in tried, f"{name} is due on {due}, before {newest}"
        for day, status in tried.items():
            after = story.when(on(book.acts[meeting.act], day.isoformat()))
            assert after.event.effective_on == day
            assert after.deadline(name, generation).status == status, (name, day)


@every_book
def test_a_day_outside_the_law_opens_nothing(book: Book) -> None:
    """Before the first version of the law is in force, no case can be opened."""
    first = declarations().versions(book.table.procedure.id)[0].procedure.in_force_from
    with pytest.raises(OhjausError) as caught:
        declarations().in_force(book.table.procedure.id, first - timedelta(days=1))
    assert caught.value.code == "no-law-in-force"


def codes(story: Story) -> set[str]:
    """The codes under which the newest act was refused; that of the error itself when it never reached the rules."""
    found: Any = story.refusal
    return {one.code for one in found.missing} or {found.code}
