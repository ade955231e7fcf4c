"""How the tests run: the longest first, and garbage is looked for where there may be some."""

from __future__ import annotations

import gc
import importlib
import os
import shutil
import tempfile
from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from cli.nouns import NOUNS
from tests.doses import LONG, drawn
from tests.once import SHARED

FIRST = ("test_style.py::", "test_tick_kill.py::", "test_tick_hosts.py::", "test_replica.py::")
"""What runs before all else: what takes longest, and the standbys, which copy all that their server holds by then."""
ON_A_SERVER = "administration"
"""What every test asks for that needs a server."""
TESTS = Path(__file__).parent
GARBAGE_THRESHOLDS = (50_000, 20, 20)
"""How much is made before Python looks for what nobody holds; its own figures are for far smaller programs."""
IN_MEMORY, ROOM_BYTES = Path("/dev/shm"), 4 * 1024**3  # noqa: S108 - no name in it is foreseeable
"""Where Linux keeps files in memory, and how much room there has to be."""


def pytest_configure(config: pytest.Config) -> None:
    """Says how much is drawn and where the run puts its files, and gives it a folder for what its processes share."""
    if not LONG:
        settings.register_profile("ordinary", settings.default, max_examples=drawn())
        settings.load_profile("ordinary")
    if not hasattr(config, "workerinput"):
        _stay_in_memory()
        os.environ[SHARED] = tempfile.mkdtemp(prefix="tests-of-ohjaus-")


def pytest_xdist_auto_num_workers() -> int | None:
    """Gives one worker more than there are cores, since some tests only wait for processes and servers."""
    # Whoever says how many is asked by the plugin itself.
    if "PYTEST_XDIST_AUTO_NUM_WORKERS" in os.environ:
        return None
    return (os.cpu_count() or 1) + 1


@pytest.hookimpl(tryfirst=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """Takes that folder away, once every process is done."""
    # The last look for what nobody holds, which would be made three times: by pytest twice, and by Python as it ends.
    gc.collect()
    gc.freeze()
    if not hasattr(config, "workerinput"):
        shutil.rmtree(os.environ.pop(SHARED), ignore_errors=True)


def _stay_in_memory() -> None:
    """Lets temporary files be kept in memory where there is room, unless somebody said where they go.

    Every append waits until the disk has it, thousands of times in a run. No test cuts the power, so none could tell
    whether it had: that the log asks for it is read back from its settings, and a killed process loses neither.
    """
    if "TMPDIR" in os.environ or not os.access(IN_MEMORY, os.W_OK | os.X_OK):
        return
    if shutil.disk_usage(IN_MEMORY).free >= ROOM_BYTES:
        os.environ["TMPDIR"] = tempfile.tempdir = str(IN_MEMORY)


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Generator[None, object, object]:
    """Reads the tests without looking for garbage, and then counts what was read as here to stay."""
    # What is read are modules, declarations and tests, some million objects: to walk over them again and again
    # takes a fifth of the whole run and finds nothing.
    gc.disable()
    try:
        _read_its_share(session.config)
        return (yield)
    finally:
        gc.enable()
        gc.collect()
        gc.freeze()
        gc.set_threshold(*GARBAGE_THRESHOLDS)


def _read_its_share(config: pytest.Config) -> None:
    """Lets each worker of a whole run begin with tests of its own, all of which the others read after it.

    What Python and pytest make of a module as it is read for the first time stays on the disk. In a new checkout that
    is half the work of reading; in the same order all workers would do all of it, at the same time.
    """
    worker: dict[str, Any] = getattr(config, "workerinput", {})
    if not worker or config.args != config.getini("testpaths"):
        return
    # Commands stand in the order in which their modules were read: as the program reads them, or the workers differ.
    for noun in NOUNS.values():
        importlib.import_module(noun.module)
    number, among = int(worker["workerid"].removeprefix("gw")), int(worker["workercount"])
    for path in sorted(TESTS.rglob("test_*.py"))[number::among]:
        # What is wrong with a module is told by whoever collects its tests.
        with suppress(Exception, pytest.skip.Exception):
            importlib.import_module(".".join(path.relative_to(TESTS.parent).with_suffix("").parts))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Brings the longest tests to the front, then all that need a server, and leaves the others in their order."""
    items.sort(key=_place)


def _place(item: pytest.Item) -> int:
    # The other workers take what comes later meanwhile; a long one that comes last is waited for by all. What needs a
    # server stays with one worker in this way, so that one server is started and filled, and not one for each.
    for place, one in enumerate(FIRST):
        if one in item.nodeid:
            return place
    return len(FIRST) + (ON_A_SERVER not in getattr(item, "fixturenames", ()))


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
