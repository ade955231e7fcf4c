"""Today's code reads yesterday's log: every golden history folds to the same case and is accepted as it was."""

from __future__ import annotations

import json
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from engine.acceptance import Judge
from engine.calendar import Calendar
from engine.envelope import canonical
from procedures.calendar import finnish_calendar
from procedures.register import declarations
from tests.golden.corpus import Story, as_data, digest, listed, stories
from tests.golden.record import Directory
from tests.golden.scenarios import SCENARIOS

every_story = pytest.mark.parametrize("story", stories(), ids=lambda story: story.name)


def helsinki_day(moment: datetime) -> date:
    return moment.astimezone(ZoneInfo("Europe/Helsinki")).date()


def calendar_of(version: str) -> Calendar:
    calendar = finnish_calendar()
    assert calendar.version == version
    return calendar


def test_the_corpus_is_whole() -> None:
    """Every listed history is there and unchanged, every scenario is recorded, and nothing stands unlisted."""
    assert {story.name: digest(story) for story in stories()} == listed()
    assert set(SCENARIOS) <= set(listed())


def test_every_ending_of_every_declaration_has_a_history() -> None:
    """For each version of each procedure, some golden history reaches each state that ends a case."""
    ends = {(table.procedure.declaration_id, state) for table in declarations().all() for state in table.final_states}
    reached = {(case["declaration"], case["state"]) for story in stories() for case in as_data(story.events()).values()}
    assert ends <= reached


@every_story
def test_a_golden_history_reads_to_the_same_bytes(story: Story) -> None:
    """Decoding and encoding a stored event again gives the bytes that were hashed."""
    assert [canonical(event) for event in story.events()] == story.lines()


@every_story
def test_a_golden_history_folds_to_the_expected_case(story: Story) -> None:
    """State, deadlines, tasks, standings and documents are what they were when the history was recorded."""
    assert as_data(story.events()) == json.loads(story.expected.read_text("utf-8"))


@every_story
def test_a_golden_history_is_accepted_again(story: Story) -> None:
    """The declaration in force then would accept each event from that actor, and reckons its deadlines alike."""
    judge = Judge(declarations(), subjects=Directory(), calendars=calendar_of, day_of=helsinki_day)
    result = judge.judge_all(story.events())
    assert (result.refused, result.reckoned_otherwise) == ([], [])
    assert result.events == len(story.lines())
