"""Acts that are done while a disk fails, and what has to hold afterwards, whatever came of them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from click.testing import Result

from engine.errors import OhjausError
from store import integrity
from store.open_log import create_log, open_log
from tests.contracts.builders import SetClock, command
from tests.test_cli.conftest import invoke
from tests.test_store.writer import both_streams

DONE = "done"
"""What an act says that was acknowledged; any other answer is the code of an error."""

PRISTINE = "pristine"
HONEST = {0, 1, 7}
"""How a command may end on a disk that fails: done, a fault of the machine, a record that could not be read."""


class FailingAct(Protocol):
    """Something that is done to a log while its disk fails."""

    def prepare(self) -> None:
        """Puts the log in its place as it was."""
        ...

    def attempt(self) -> str:
        """Does it, and gives `DONE` or the code of the error."""
        ...

    def examine(self, told: str) -> str | None:
        """Gives what does not hold, once the disk works again; None when all of it does."""
        ...


def put_back(pristine: Path, path: Path) -> None:
    """Puts a copy of a log in its place, a file of its own, and takes away the former one with what stood beside it."""
    for companion in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + companion).unlink(missing_ok=True)
    shutil.copyfile(pristine, path)
    path.chmod(0o600)


class Append:
    """The store itself: a command that records two events in two streams."""

    BEFORE = 40

    def __init__(self, folder: Path) -> None:
        """Makes a log with some commands in it."""
        self._path = folder / "kites.db"
        self._pristine = folder / PRISTINE
        if not self._pristine.exists():
            create_log(self._path, SetClock())
            with open_log(self._path, SetClock()) as opened:
                for number in range(self.BEFORE):
                    opened.log.append(both_streams(0, number), command(f"0-{number}"))
            shutil.copyfile(self._path, self._pristine)

    def prepare(self) -> None:
        """Puts the log in its place."""
        put_back(self._pristine, self._path)

    def attempt(self) -> str:
        """Opens, appends once, closes."""
        try:
            with open_log(self._path, SetClock(), patience_seconds=0.2) as opened:
                opened.log.append(both_streams(0, self.BEFORE), command(f"0-{self.BEFORE}"))
        except OhjausError as error:
            return error.code
        return DONE

    def examine(self, told: str) -> str | None:
        """The command is there whole or not at all, and there if it was acknowledged; the next append works."""
        return whole(self._path, self.BEFORE, acknowledged=told == DONE)


def whole(path: Path, number: int, *, acknowledged: bool) -> str | None:
    """Gives what is wrong with a log whose commands before `number` were acknowledged, and this one perhaps."""
    try:
        with open_log(path, SetClock(), read_only=True) as opened:
            there = opened.log.version("kite-0-a")
            if (there, opened.log.head().position) != (opened.log.version("kite-0-b"), 2 * there):
                return f"half a command: {there} of {opened.log.head().position} events"
            if not number + acknowledged <= there <= number + 1:
                return f"{number + acknowledged} were acknowledged, {there} are there"
        with open_log(path, SetClock()) as opened:
            first = opened.log.append(both_streams(0, number), command(f"0-{number}"))
            again = opened.log.append(both_streams(0, number), command(f"0-{number}"))
            if (first.replayed, again.replayed, again.events) != (there > number, True, first.events):
                return "the same command again was recorded twice"
            reports = (
                integrity.check_chain(opened.log),
                integrity.check_schema(opened.database, opened.projections.projections),
                integrity.check_projections(opened.projections),
            )
            head = opened.log.head().position
    except OhjausError as error:
        return f"cannot be opened: {error.code}"
    if head != 2 * (number + 1):
        return f"{head} events instead of {2 * (number + 1)}"
    return next((f"{one.name} does not hold" for one in reports if not one.ok), None)


class Note:
    """The command line: a note that is attached to a case of the demo."""

    CASE = "evaluation-15-2025"

    def __init__(self, folder: Path) -> None:
        """Makes the log of the demo."""
        self._path = folder / "demo.db"
        self._pristine = folder / PRISTINE
        if not self._pristine.exists():
            done = invoke("demo", "--db", str(self._path), "--format", "json")
            assert done.exit_code == 0, done.stderr
            shutil.copyfile(self._path, self._pristine)
        self.prepare()
        with open_log(self._path, SetClock(), read_only=True) as opened:
            self._before = opened.log.head().position
        self._said = ""

    def prepare(self) -> None:
        """Puts the log in its place."""
        put_back(self._pristine, self._path)

    def _command(self) -> Result:
        words = ("case", "note", self.CASE, "a made-up note", "--command-id", "made-up-1", "--db", str(self._path))
        return invoke(*words, "--format", "json", "--now", "2031-06-21T12:00:00+03:00")

    def attempt(self) -> str:
        """Types the command, and gives how it ended."""
        result = self._command()
        self._said = result.stderr + result.stdout
        if result.exit_code == 0:
            return DONE
        try:
            code = str(json.loads(result.stdout)["error"]["code"])
        except (ValueError, KeyError, TypeError):
            code = ""
        return code if code and result.exit_code in HONEST else f"exit {result.exit_code}"

    def examine(self, told: str) -> str | None:
        """The answer is an honest one; the note is there if it was acknowledged, and can be given again once."""
        said = self._said.lower()
        if told.startswith(("exit", "unexpected")) or "traceback" in said or "sqlite3." in said:
            return f"answered {told}: {self._said[-300:]}"
        shown = invoke("case", "show", self.CASE, "--db", str(self._path), "--format", "json")
        if shown.exit_code:
            return f"reading ends with {shown.exit_code}: {shown.stderr[-300:]}"
        with open_log(self._path, SetClock(), read_only=True) as opened:
            there = opened.log.head().position - self._before
        if there not in ((1,) if told == DONE else (0, 1)):
            return f"{there} events of one command that was answered {told}"
        again = self._command()
        with open_log(self._path, SetClock(), read_only=True) as opened:
            head = opened.log.head().position
            sound = integrity.check_chain(opened.log).ok and integrity.check_projections(opened.projections).ok
        if (again.exit_code, head, sound) != (0, self._before + 1, True):
            return f"again: exit {again.exit_code}, {head - self._before} events, sound {sound}: {again.stderr[-300:]}"
        return None


ACTS: dict[str, Callable[[Path], FailingAct]] = {"append": Append, "note": Note}
