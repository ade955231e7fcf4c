"""The story's log and its pages, made once in a run, for tests that only read them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tests.once import made_once
from tests.pages import story

LOG, PICTURE = "story.db", "picture"


@cache
def story_log() -> Path:
    """Gives the log of the story; nobody writes to it."""
    return made_once("story", lambda folder: story.record_story(folder / LOG)) / LOG


@cache
def built_pages() -> Path:
    """Gives the folder of its picture in three languages."""
    return made_once("pages", lambda folder: story.build_from(story_log(), folder / PICTURE)) / PICTURE
