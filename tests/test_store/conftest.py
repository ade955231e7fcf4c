"""A clock that stands still, and a log in a file of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from store.open_log import OpenLog, create_log, open_log
from tests.contracts.builders import SetClock


@pytest.fixture
def clock() -> SetClock:
    """A clock at a made-up moment."""
    return SetClock()


@pytest.fixture
def path(tmp_path: Path, clock: SetClock) -> Path:
    """The file of a new, empty log."""
    found = tmp_path / "kites.db"
    create_log(found, clock)
    return found


@pytest.fixture
def opened(path: Path, clock: SetClock) -> Iterator[OpenLog]:
    """The new log, open for writing."""
    with open_log(path, clock) as found:
        yield found
