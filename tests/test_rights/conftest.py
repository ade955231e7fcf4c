"""A desk for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.test_cli.conftest import stand_in
from tests.test_rights.desk import Desk, a_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk over an empty log in a file; rights are off."""
    with a_desk(tmp_path / "desk.db") as found:
        yield found


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which a command runs; settings, data and environment are the test's own."""
    stand_in(monkeypatch, tmp_path)
    return tmp_path
