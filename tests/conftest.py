"""The order of the tests: the type check, by far the longest, starts first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

LONGEST = "test_style.py::"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Brings the longest tests to the front and leaves the others in their order."""
    # The other workers take the rest meanwhile.
    items.sort(key=lambda item: LONGEST not in item.nodeid)
