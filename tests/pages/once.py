"""The story's log and its pages, made once in a process, for tests that only read them."""

from __future__ import annotations

import atexit
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.pages import story


@cache
def _folder() -> Path:
    folder = TemporaryDirectory(prefix="pages-")
    atexit.register(folder.cleanup)
    return Path(folder.name)


@cache
def story_log() -> Path:
    """Gives the log of the story; nobody writes to it."""
    path = _folder() / "story.db"
    story.record_story(path)
    return path


@cache
def built_pages() -> Path:
    """Gives the folder of its picture in three languages."""
    out = _folder() / "picture"
    story.build_from(story_log(), out)
    return out
