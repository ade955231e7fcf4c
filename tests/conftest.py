"""How the tests run: the type check, by far the longest, first; and garbage is looked for where there may be some."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.once import SHARED

LONGEST = "test_style.py::"
GARBAGE_THRESHOLDS = (50_000, 20, 20)
"""How much is made before Python looks for what nobody holds; its own figures are for far smaller programs."""


def pytest_configure(config: pytest.Config) -> None:
    """Gives the run a folder for what its processes make once and share, see `tests.once`."""
    if not hasattr(config, "workerinput"):
        os.environ[SHARED] = tempfile.mkdtemp(prefix="tests-of-ohjaus-")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Takes that folder away, once every process is done."""
    if not hasattr(config, "workerinput"):
        shutil.rmtree(os.environ.pop(SHARED), ignore_errors=True)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Reads the tests without looking for garbage, and then counts what was read as here to stay."""
    # What is read are modules, declarations and tests, some million objects: to walk over them again and again
    # takes a fifth of the whole run and finds nothing.
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.collect()
        gc.freeze()
        gc.set_threshold(*GARBAGE_THRESHOLDS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Brings the longest tests to the front and leaves the others in their order."""
    # The other workers take the rest meanwhile.
    items.sort(key=lambda item: LONGEST not in item.nodeid)


@pytest.fixture(scope="session", autouse=True)
def _what_never_changes_is_made_once() -> Iterator[None]:
    """The faults of a declaration are found once in a process.

    A command looks for them once in its life; the tests run thousands of commands in one process.
    """
    from engine.check import check

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("engine.check.check", _made_once(check))
        yield


def _made_once(make: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Gives a function that makes something of a value that never changes, and the same again for the same value."""
    made: dict[int, tuple[object, Any]] = {}

    def once(value: object) -> Any:
        # The value is kept, so that no other one can come to stand at its address.
        if id(value) not in made:
            made[id(value)] = (value, make(value))
        return made[id(value)][1]

    return once
