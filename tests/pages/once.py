"""The story's log and its pages, made once in a run, for tests that only read them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tests.once import made_once
from tests.pages import story
from tests.test_cli.conftest import copy_with_persons

LOG, PICTURE = "story.db", "picture"


@cache
def begun_log() -> Path:
    """Gives the log of the story as far as October; nobody writes to it."""
    return made_once("begun", lambda folder: story.begin_story(folder / LOG)) / LOG


@cache
def story_log() -> Path:
    """Gives the log of the story; nobody writes to it."""

    def go_on(folder: Path) -> None:
        copy_with_persons(begun_log(), folder / LOG)
        story.end_story(folder / LOG)

    return made_once("story", go_on) / LOG


@cache
def built_pages() -> Path:
    """Gives the folder of its picture in three languages."""
    return made_once("pages", lambda folder: story.build_from(story_log(), folder / PICTURE)) / PICTURE
