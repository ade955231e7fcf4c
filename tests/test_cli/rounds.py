"""The December round under way and the workbook of Kainuu, made once in a run: whole, and with few questions."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest

from procedures.roadmap.catalogue import roadmap
from tests.once import made_once
from tests.test_cli.conftest import copy_with_persons, succeed
from tests.test_cli.filling import opened, workbook

LOG, BOOK = "round.db", "book.xlsx"
ASKED_OF_A_GROUP = 9
"""In the short workbook; some five hundred rows fewer are read and written ten times as fast."""


def of_a_round(name: str, begin: Callable[[], object], log: Path, folder: Path) -> Path:
    """Puts the log of a round in the place of a log, and gives a copy of its workbook; `begin` opens it once."""

    def make(made: Path) -> None:
        copy_with_persons(log, made / LOG)
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("OHJAUS_DB", str(made / LOG))
            begin()
            workbook(made, name=BOOK)

    made = made_once(name, make)
    copy_with_persons(made / LOG, log)
    return Path(shutil.copy(made / BOOK, folder))


@pytest.fixture
def whole_book(empty: Path, folder: Path) -> Path:
    """The workbook of Kainuu, the round being open for Kainuu and Lapland."""
    return of_a_round("round", lambda: opened("Kainuu", "Lappi"), empty, folder)


@pytest.fixture
def short_book(empty: Path, folder: Path) -> Path:
    """The same, of a county that judged most of what it is asked to be harmless."""
    return of_a_round("short-round", begin_short_round, empty, folder)


def begin_short_round() -> None:
    """Kainuu takes its plan into use, judges it, and the round is opened."""
    by_group = defaultdict(list)
    for task in roadmap().subtasks:
        by_group[task.partition("-")[0]].append(task)
    harmless = ",".join(task for tasks in by_group.values() for task in tasks[ASKED_OF_A_GROUP:])
    start = ("case", "start", "county_roadmap", "--subject", "Kainuu", "--on", "2026-11-02")
    succeed(*start, "--fact", "taken_into_use", "--now", "2026-11-20")
    judged = ("case", "advance", "county-roadmap-20-2026", "criticality_judged", "--on", "2026-11-03")
    succeed(*judged, "--set", f"not_critical={harmless}", "--now", "2026-11-20")
    opened("Kainuu", "Lappi")
