"""Several processes write to one file at the same time."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from store import integrity
from store.open_log import open_log
from tests.contracts.builders import SetClock
from tests.test_store import processes

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the writers of the race are forked")


@pytest.mark.parametrize(
    ("writers", "times", "streams"), [(2, 200, 1), (4, 250, 50)], ids=["one stream", "many streams"]
)
def test_rows_are_acknowledgements(path: Path, writers: int, times: int, streams: int) -> None:
    """Every acknowledged append is one row and every row was acknowledged; chain and projections are sound after it."""
    told = processes.race(path, writers, times, streams)
    with open_log(path, SetClock(), read_only=True) as opened:
        stored = [(event.command_id, event.position) for event in opened.log.read()]
        assert sorted((one.command_id, one.position) for one in told) == sorted(stored)
        assert len(stored) == writers * times
        assert integrity.check_chain(opened.log) == integrity.Report("chain", writers * times)
        assert integrity.check_projections(opened.projections).ok
