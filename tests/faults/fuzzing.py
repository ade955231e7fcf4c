"""Whatever is brought to an entrance: an answer of the contract, nothing invalid stored, in bounded time and memory."""

from __future__ import annotations

import json
import random
import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import click
import pytest
from click.testing import Result

from cli.frame.settings import user_file
from cli.main import ohjaus
from tests.faults.ledger import CannotRun, Dose, Outcome
from tests.faults.mutating import mutated, mutated_json, mutated_words, mutated_zip
from tests.test_cli.conftest import invoke, stand_in

CASES, CASES_OF_ALL = 20, 100_000
MOST_SECONDS, MOST_BYTES = 2.0, 200_000_000
"""What one input may cost: seconds of this process, and bytes beyond what it held before."""

EVERY = 50
"""After so many inputs the log is verified, and put back as it was."""

FAULT, BROKEN_RECORD = 1, 7
CASE = "evaluation-15-2025"
NOW = ("--now", "2026-11-22T12:00:00+02:00")
Make = Callable[[random.Random], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Entrance:
    """A way in: how an input is made, and whether it may be a record that is found to be broken."""

    make: Make
    foreign_record: bool = False


@contextmanager
def prepared(folder: Path) -> Iterator[Path]:
    """A folder of its own with the log of the demo, and with nothing of the machine's settings."""
    with pytest.MonkeyPatch.context() as patch:
        stand_in(patch, folder)
        patch.setenv("HOME", str(folder))
        pristine = folder / "pristine.db"
        pristine.write_bytes(demo())
        patch.setenv("OHJAUS_DB", str(folder / "log.db"))
        yield pristine


@cache
def demo() -> bytes:
    """The file of a log with the demo in it, made once by a process."""
    path = Path("demo.db")
    done = invoke("demo", "--db", str(path), "--format", "json")
    assert done.exit_code == 0, done.stderr
    return path.read_bytes()


def fuzzed(name: str, dose: Dose) -> Outcome:
    """Brings many inputs to one entrance."""
    chance = random.Random(dose.seed)  # noqa: S311 - chosen for being repeatable
    outcome, codes, costs = Outcome(), Counter[int](), Costs()
    folder = dose.folder / name
    folder.mkdir()
    with prepared(folder) as pristine:
        put_back(pristine)
        entrance = ENTRANCES[name](folder)
        shutil.copy("log.db", pristine)
        for number in range(dose.of(CASES, CASES_OF_ALL)):
            words = entrance.make(chance)
            with costs.counted():
                result = invoke(*words)
            codes[result.exit_code] += 1
            outcome.times += 1
            wrong = in_the_answer(result, entrance) or costs.too_much()
            if wrong:
                outcome.broken.append(f"input {number} {list(words)!r:.300}: {wrong}")
            if number % EVERY == EVERY - 1:
                outcome.broken += [f"after input {number}: {wrong}" for wrong in in_the_log()]
                put_back(pristine)
        outcome.broken += [f"at the end: {wrong}" for wrong in in_the_log()]
    outcome.seen = {
        **{f"exit {code}": count for code, count in sorted(codes.items())},
        "longest (s)": round(costs.longest, 2),
        "most memory (MB)": round(costs.most / 1_000_000),
    }
    return outcome


def put_back(pristine: Path) -> None:
    """Puts the log in its place as it was, a file of its own."""
    for companion in ("", "-wal", "-shm"):
        Path(f"log.db{companion}").unlink(missing_ok=True)
    shutil.copy(pristine, "log.db")
    Path("log.db").chmod(0o600)


def in_the_answer(result: Result, entrance: Entrance) -> str | None:
    """Gives what is wrong with an answer: a fault of ours, or a traceback."""
    allowed = {0, 2, 3, 5, 6, 8, 9} | ({FAULT, BROKEN_RECORD} if entrance.foreign_record else set())
    said = result.stderr + result.stdout
    if result.exit_code not in allowed or "Traceback" in said or "[unexpected]" in said:
        return f"exit {result.exit_code}: {result.stderr[-300:]}"
    return None


def in_the_log() -> Iterator[str]:
    """Yields what is wrong with what was stored."""
    # What was brought as settings would have its say here as well.
    user_file().unlink(missing_ok=True)
    result = invoke("audit", "verify", "--format", "json")
    if result.exit_code or not json.loads(result.stdout)["ok"]:
        yield f"the log is no longer whole: exit {result.exit_code}: {(result.stderr or result.stdout)[-300:]}"


class Costs:
    """What inputs cost: seconds of the processor, and memory at its peak."""

    def __init__(self) -> None:
        """Nothing has been counted yet."""
        self.longest, self.most = 0.0, 0
        self._last = (0.0, 0)

    @contextmanager
    def counted(self) -> Iterator[None]:
        """Counts what is done in the block."""
        held, began = memory_held(), time.process_time()
        yield
        self._last = (time.process_time() - began, memory_peak() - held)
        self.longest, self.most = max(self.longest, self._last[0]), max(self.most, self._last[1])

    def too_much(self) -> str | None:
        """Gives what the last input took too much of."""
        seconds, space = self._last
        if seconds > MOST_SECONDS or space > MOST_BYTES:
            return f"took {seconds:.1f} s and {space / 1_000_000:.0f} MB"
        return None


CLEAR, STATUS = Path("/proc/self/clear_refs"), Path("/proc/self/status")


def memory_held() -> int:
    """Forgets the peak so far, and gives the bytes that are held; 0 where that cannot be told."""
    try:
        CLEAR.write_text("5", encoding="ascii")
    except OSError:
        return 0
    return _status("VmRSS")


def memory_peak() -> int:
    """The peak since it was forgotten; 0 where that cannot be told."""
    return _status("VmHWM")


def _status(name: str) -> int:
    try:
        lines = STATUS.read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((1024 * int(line.split()[1]) for line in lines if line.startswith(name)), 0)


# What comes in.

NOT_HERE = {"completion", "config", "demo", "doctor", "schedule"}
"""Nouns that act on the machine and not on a log, or that go on until they are stopped."""

VALUES = (
    *(
        CASE,
        "evaluation",
        "evaluation@2025-01-01",
        "group_met",
        "start_decided",
        "criteria_noted",
        "legislation-fi-2026",
    ),
    *(
        "2026-03-02",
        "2025-06-17",
        "0001-01-01",
        "9999-12-31",
        "2026-02-30",
        "2026-03-02T12:00Z",
        "2026-12",
        "0",
        "7",
        "-1",
    ),
    *(
        "99999999999999999999",
        "01",
        "Lappi",
        "Kainuu",
        "VM",
        "vm",
        "fi",
        "sv",
        "json",
        "csv",
        "table",
        "plain",
        "jsonl",
        "-",
    ),
    *(
        "gates=E2,E3",
        "members=[[]]",
        "text=",
        "report=VM/1",
        "report=@x",
        "=",
        "@",
        "https://",
        "",
        " ",
        "\x00",
        "\u202e",
    ),
    *("x.xlsx", "out", "log.db", "5", "1000000", "state", "few", "county"),
)


def commands(group: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yields every command with the options that it knows."""
    if isinstance(group, click.Group):
        context = click.Context(group)
        for name in group.list_commands(context):
            found = group.get_command(context, name)
            if found is not None and (path or name not in NOT_HERE):
                yield from commands(found, (*path, name))
    else:
        yield path, tuple(option for one in group.params for option in one.opts if option.startswith("-"))


def arguments(folder: Path) -> Entrance:
    """The command line: every command, with options of its own and of others."""
    del folder
    known = list(commands(ohjaus))
    every = sorted(
        {option for _, options in known for option in options} | {"--format", "--known-at", "--as", "--lang"}
    )

    def make(chance: random.Random) -> Sequence[str]:
        path, options = chance.choice(known)
        return [*path, *mutated_words(chance, [*options, *options, *VALUES, chance.choice(every)])]

    return Entrance(make)


def from_file(folder: Path, name: str, change: Callable[[random.Random], bytes], *words: str) -> Make:
    """Makes a file each time, and gives the words that bring it in."""

    def make(chance: random.Random) -> Sequence[str]:
        (folder / name).write_bytes(change(chance))
        return words

    return make


def json_data(folder: Path) -> Entrance:
    """The data of an act as JSON."""
    good = {"text": "a made-up note"}
    words = ("case", "advance", CASE, "noted", "--on", "2026-03-02", "--json", "act.json", *NOW)
    return Entrance(from_file(folder, "act.json", lambda dice: mutated_json(dice, good), *words))


def figures(folder: Path) -> Entrance:
    """The figures of a calculation as JSON."""
    good = {"service_endangered_years": [2024], "borrowing_authority_changed_on": "2025-05-28"}
    words = ("figures", "check", "Lappi", "--on", "2025-06-17", "--json", "figures.json", *NOW)
    return Entrance(from_file(folder, "figures.json", lambda dice: mutated_json(dice, good), *words))


def history(folder: Path) -> Entrance:
    """A history file as TOML."""
    from importlib.resources import files

    facts = (files("procedures") / "real_history.toml").read_text(encoding="utf-8").split("[[fact]]")[1:]

    def change(dice: random.Random) -> bytes:
        chosen = sorted(dice.sample(range(len(facts)), 3))
        return mutated(dice, "".join(f"[[fact]]{facts[number]}" for number in chosen).encode())

    return Entrance(from_file(folder, "history.toml", change, "import", "history.toml", *NOW))


def settings(folder: Path) -> Entrance:
    """The file of settings as TOML."""
    place = user_file()
    place.parent.mkdir(parents=True, exist_ok=True)
    good = b'lang = "sv"\nformat = "json"\ncolor = "never"\nas = "vm"\n'
    return Entrance(from_file(place.parent, place.name, lambda dice: mutated(dice, good), "case", "list", *NOW))


def workbook(folder: Path) -> Entrance:
    """A county's workbook as XLSX."""
    month = ("--month", "2027-02", "--county", "Kainuu", "--now", "2026-11-20")
    made: tuple[tuple[str, ...], ...] = (("open", "--on", "2026-11-20"), ("template", "--out", "good.xlsx"))
    for verb in made:
        done = invoke("collect", *verb, *month)
        if done.exit_code:
            raise CannotRun(f"no workbook can be made: {done.stderr.strip()[-300:]}")
    good = (folder / "good.xlsx").read_bytes()
    words = ("collect", "import", "kainuu.xlsx", "--on", "2026-11-22", *NOW)
    return Entrance(from_file(folder, "kainuu.xlsx", lambda dice: mutated_zip(dice, good), *words))


def checkpoint(folder: Path) -> Entrance:
    """A checkpoint that was kept elsewhere."""
    made: tuple[tuple[str, ...], ...] = (("key", "init"), ("checkpoint", "--out", "good.note"))
    for verb in made:
        done = invoke("audit", *verb)
        assert done.exit_code == 0, done.stderr
    good = (folder / "good.note").read_bytes()
    words = ("audit", "verify", "--checkpoints", "kept.note")
    make = from_file(folder, "kept.note", lambda dice: mutated(dice, good, huge=False), *words)
    return Entrance(make, foreign_record=True)


def database(folder: Path) -> Entrance:
    """Somebody else's database file."""
    good = (folder / "log.db").read_bytes()

    def change(dice: random.Random) -> bytes:
        made = bytearray(good)
        for _ in range(dice.randint(1, 6)):
            here = dice.randrange(100 if dice.random() < 0.3 else len(made))
            piece = dice.randbytes(dice.choice((1, 1, 4, 100, 4096)))
            made[here : here + len(piece)] = piece
        return bytes(made[: dice.randrange(len(made))] if dice.random() < 0.1 else made)

    reading = (
        ("case", "list"),
        ("case", "show", CASE),
        ("audit", "verify"),
        ("todo",),
        ("db", "check"),
        ("audit", "log"),
    )

    def make(chance: random.Random) -> Sequence[str]:
        (folder / "foreign.db").unlink(missing_ok=True)
        (folder / "foreign.db").write_bytes(change(chance))
        (folder / "foreign.db").chmod(0o600)
        return (*chance.choice(reading), "--db", "foreign.db", *NOW)

    return Entrance(make, foreign_record=True)


ENTRANCES: dict[str, Callable[[Path], Entrance]] = {
    "arguments": arguments,
    "json": json_data,
    "figures": figures,
    "toml": history,
    "settings": settings,
    "xlsx": workbook,
    "checkpoint": checkpoint,
    "database": database,
}


def fuzzing(name: str) -> Callable[[Dose], Outcome]:
    """The row of one entrance."""
    return partial(fuzzed, name)
