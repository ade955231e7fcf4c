"""Whatever is brought to an entrance: an answer of the contract, nothing invalid stored, in bounded time and memory.

Inputs are brought in batches, each batch to a process of its own. One that takes far too long, or that ends the
process, ends only that: it is told, and the next one is brought to another process. Each input follows from the seed
and its number alone.
"""

from __future__ import annotations

import gc
import json
import math
import os
import random
import shutil
import signal
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from cli.frame.settings import user_file
from tests.conftest import GARBAGE_THRESHOLDS
from tests.faults.costs import MOST_BYTES, MOST_SECONDS_DONE, Costs, status
from tests.faults.entrances import ENTRANCES, Entrance
from tests.faults.ledger import CannotRun, Dose, Outcome
from tests.test_cli.conftest import invoke, stand_in

CASES, CASES_OF_ALL = 20, 100_000
BATCH = 100
"""After so many inputs the log is verified, and put back as it was."""

PRISTINE = ".pristine"
"""The folder in which everything is kept as it was before the first input."""

BROKEN_RECORD = 7
MAYBE_NEWER = "declaration-unknown"


@contextmanager
def prepared(name: str, folder: Path, log: Mapping[str, bytes] | None = None) -> Iterator[tuple[Entrance, Path]]:
    """An entrance in a folder of its own, with nothing of the machine's settings, and the log as it was before.

    The log is that of the demo, unless somebody has made it already.
    """
    with pytest.MonkeyPatch.context() as patch:
        stand_in(patch, folder)
        patch.setenv("HOME", str(folder))
        patch.setenv("OHJAUS_DB", str(folder / "log.db"))
        for suffix, content in (demo() if log is None else log).items():
            (folder / f"log.db{suffix}").write_bytes(content)
            (folder / f"log.db{suffix}").chmod(0o600)
        entrance = ENTRANCES[name](folder)
        entrance.stand_in(patch)
        pristine = folder / PRISTINE
        shutil.copytree(folder, pristine, ignore=shutil.ignore_patterns(PRISTINE))
        yield entrance, pristine


@cache
def demo() -> Mapping[str, bytes]:
    """The file of a log with the demo in it, and what belongs beside it, made once by a process."""
    done = invoke("demo", "--db", "demo.db", "--format", "json")
    assert done.exit_code == 0, done.stderr
    content = contents(Path("demo.db"))
    for suffix in content:
        Path(f"demo.db{suffix}").unlink()
    return content


def contents(log: Path) -> Mapping[str, bytes]:
    """What stands in the file of a log and in the files beside it, by what their names add to its name."""
    beside = (file for file in log.parent.glob(f"{log.name}*") if file.is_file())
    return {file.name.removeprefix(log.name): file.read_bytes() for file in beside}


def put_back(pristine: Path) -> None:
    """Puts the folder in order as it was: the log, and the keys, settings and files that inputs have left there.

    A key remembers what it signed, and would tell of a log that was put back alone that it was rolled back.
    """
    for left in pristine.parent.iterdir():
        if left.is_dir() and left != pristine:
            shutil.rmtree(left)
        elif left != pristine:
            left.unlink()
    shutil.copytree(pristine, pristine.parent, dirs_exist_ok=True)


def in_the_answer(result: Result, entrance: Entrance) -> str | None:
    """Gives what is wrong with an answer: a fault of ours, or a traceback."""
    allowed = {0, 2, 3, 5, 6, 8, 9} | ({BROKEN_RECORD} if entrance.foreign_record else set()) | entrance.allowed
    said = result.stderr + result.stdout
    if entrance.foreign_record and MAYBE_NEWER in said:
        # A changed letter in the name of a version cannot be told from the name of one that came later.
        allowed |= {1}
    if result.exit_code not in allowed or "Traceback" in said or "[unexpected]" in said:
        return f"exit {result.exit_code}: {result.stderr[-300:]}"
    return None


def in_the_log() -> Iterator[str]:
    """Yields what is wrong with what was stored."""
    # What was brought as settings would have its say here as well.
    user_file().unlink(missing_ok=True)
    result = invoke("audit", "verify", "--format", "json")
    if result.exit_code not in (0, BROKEN_RECORD):
        yield f"the log cannot be verified: exit {result.exit_code}: {result.stderr[-300:]}"
        return
    for name, found in json.loads(result.stdout).items():
        if isinstance(found, dict) and not found["ok"]:
            yield f"the log is no longer whole: {name}: {found['first_fault']}"


@dataclass(slots=True)
class Heard:
    """What was heard of the inputs so far."""

    outcome: Outcome = field(default_factory=Outcome)
    codes: Counter[int] = field(default_factory=Counter)
    longest: float = 0.0
    most: int = 0

    def hear(self, line: Mapping[str, Any]) -> None:
        """Takes down what came of one input, or of the log after a batch."""
        if "exit" in line:
            self.outcome.times += 1
            self.codes[line["exit"]] += 1
            self.longest, self.most = max(self.longest, line["seconds"]), max(self.most, line["bytes"])
        self.outcome.broken += line["wrong"]

    def whole(self, **more: object) -> Outcome:
        """Gives all of it."""
        self.outcome.seen = {
            **{f"exit {code}": count for code, count in sorted(self.codes.items())},
            "longest (s)": round(self.longest, 2),
            "most memory (MB)": round(self.most / 1_000_000),
            **more,
        }
        return self.outcome


def fuzzed(name: str, dose: Dose) -> Outcome:
    """Brings many inputs to one entrance."""
    if not hasattr(os, "fork"):
        raise CannotRun("the inputs are brought to forked processes, which this system does not have")
    folder = dose.folder / name
    folder.mkdir()
    total, heard, number = dose.of(CASES, CASES_OF_ALL), Heard(), 0
    with prepared(name, folder) as (entrance, pristine):
        latest = time.monotonic() + 60 * dose.minutes if dose.minutes else math.inf
        while number < total and (not number or time.monotonic() < latest):
            batch = range(number, min(total, number + BATCH))
            number = in_a_process(partial(bring, entrance, pristine, dose.seed, batch), batch, heard)
    return heard.whole(**{} if number == total else {"stopped by the clock, wanted": total})


def fuzzing(name: str) -> Callable[[Dose], Outcome]:
    """The row of one entrance."""
    return partial(fuzzed, name)


Say = Callable[[Mapping[str, Any]], None]


def bring(entrance: Entrance, pristine: Path, seed: int, batch: Sequence[int], say: Say) -> None:
    """Brings a batch of inputs, and says what came of each, and what the log is like afterwards."""
    put_back(pristine)
    costs = Costs()
    for number in batch:
        content = entrance.draw(random.Random(f"{seed} {number}"))  # noqa: S311 - chosen for being repeatable
        words = entrance.bring(content)
        signal.setitimer(signal.ITIMER_PROF, 2 * MOST_SECONDS_DONE)
        with costs.counted():
            result = invoke(*words)
        signal.setitimer(signal.ITIMER_PROF, 0)
        wrong = in_the_answer(result, entrance) or costs.too_much(done=not result.exit_code)
        told = [f"input {number} {list(words)!r:.300}: {wrong}"] if wrong else []
        say({"exit": result.exit_code, "seconds": costs.seconds, "bytes": costs.space, "wrong": told})
    say({"wrong": [f"after input {batch[-1]}: {wrong}" for wrong in in_the_log()]})


def in_a_process(work: Callable[[Say], None], batch: range, heard: Heard) -> int:
    """Lets a process of its own do a batch, hears what it says, and gives the input to go on with.

    An input that ends the process is told and passed over.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _do(work, writing)
    os.close(writing)
    done = 0
    with os.fdopen(reading, encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            done += "exit" in line
            heard.hear(line)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if not code:
        return batch.stop
    if done == len(batch):
        heard.outcome.broken.append(f"after input {batch[-1]}: looking at the log ended the process: {_ending(code)}")
        return batch.stop
    heard.outcome.times += 1
    heard.outcome.broken.append(f"input {batch[done]} ended the process: {_ending(code)}")
    return batch[done] + 1


def _do(work: Callable[[Say], None], writing: int) -> None:
    """Does the work in this process, under limits that the machine watches over, and ends the process."""
    import resource

    code = 1
    # What was imported stays; to walk over it again and again takes a tenth of the time.
    gc.freeze()
    gc.set_threshold(*GARBAGE_THRESHOLDS)
    try:
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        # Far beyond what is allowed: what is allowed is measured, and this only saves the machine.
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (status("VmSize") + 5 * MOST_BYTES, hard))
        with os.fdopen(writing, "w", encoding="utf-8", buffering=1) as pipe:
            work(lambda line: print(json.dumps(line), file=pipe))
        code = 0
    except BaseException:
        traceback.print_exc()
        raise
    finally:
        os._exit(code)


def _ending(code: int) -> str:
    if code == -signal.SIGPROF:
        return "its time on the processor was over"
    return signal.Signals(-code).name if code < 0 else f"exit {code}"
