"""The entrances: where something comes in, what good input looks like, and how it is brought there."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from pathlib import Path

import click

from cli.frame.settings import user_file
from cli.main import ohjaus
from tests.faults.ledger import CannotRun
from tests.faults.mutating import mutated, mutated_json, mutated_words, mutated_zip
from tests.test_cli.conftest import invoke

CASE = "evaluation-15-2025"
NOW = ("--now", "2026-11-22T12:00:00+02:00")

Content = bytes | tuple[str, ...]
"""What is brought: the bytes of a file, or words that are typed."""


@dataclass(frozen=True, slots=True)
class Entrance:
    """A way in.

    `bring` puts an input in its place and gives the words of the command that takes it in; `draw` makes one; a
    `foreign_record` may be found to be broken.
    """

    bring: Callable[[Content], Sequence[str]]
    draw: Callable[[random.Random], Content]
    good: bytes = b""
    foreign_record: bool = False


def from_file(place: Path, good: bytes, draw: Callable[[random.Random], bytes], *words: str) -> Entrance:
    """An entrance whose input is a file."""

    def bring(content: Content) -> Sequence[str]:
        assert isinstance(content, bytes)
        place.write_bytes(content)
        return words

    return Entrance(bring, draw, good)


NOT_HERE = {"completion", "config", "demo", "doctor", "schedule"}
"""Nouns that act on the machine and not on a log, or that go on until they are stopped."""

VALUES = (
    *(CASE, "evaluation", "evaluation@2025-01-01", "group_met", "start_decided", "criteria_noted"),
    *("legislation-fi-2026", "2026-03-02", "2025-06-17", "0001-01-01", "9999-12-31", "2026-02-30"),
    *("2026-03-02T12:00Z", "2026-12", "0", "7", "-1", "99999999999999999999", "01", "Lappi", "Kainuu", "VM", "vm"),
    *("fi", "sv", "json", "csv", "table", "plain", "jsonl", "-", "gates=E2,E3", "members=[[]]", "text="),
    *("report=VM/1", "report=@x", "=", "@", "https://", "", " ", "\x00", "\u202e"),
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


def options(known: Sequence[tuple[tuple[str, ...], tuple[str, ...]]]) -> list[str]:
    """Gives every option of any command."""
    return sorted({one for _, several in known for one in several} | {"--format", "--known-at", "--as", "--lang"})


def arguments(folder: Path) -> Entrance:
    """The command line: every command, with options of its own and of others."""
    del folder
    known = list(commands(ohjaus))
    every = options(known)

    def draw(chance: random.Random) -> Content:
        path, own = chance.choice(known)
        return (*path, *mutated_words(chance, [*own, *own, *VALUES, chance.choice(every)]))

    def bring(content: Content) -> Sequence[str]:
        assert isinstance(content, tuple)
        return content

    return Entrance(bring, draw)


def json_data(folder: Path) -> Entrance:
    """The data of an act as JSON."""
    good: Mapping[str, object] = {"text": "a made-up note"}
    words = ("case", "advance", CASE, "noted", "--on", "2026-03-02", "--json", "act.json", *NOW)
    return from_file(folder / "act.json", b"", lambda dice: mutated_json(dice, good), *words)


def figures(folder: Path) -> Entrance:
    """The figures of a calculation as JSON."""
    good = {"service_endangered_years": [2024], "borrowing_authority_changed_on": "2025-05-28"}
    words = ("figures", "check", "Lappi", "--on", "2025-06-17", "--json", "figures.json", *NOW)
    return from_file(folder / "figures.json", b"", lambda dice: mutated_json(dice, good), *words)


def history(folder: Path) -> Entrance:
    """A history file as TOML."""
    whole = (files("procedures") / "real_history.toml").read_text(encoding="utf-8")
    facts = [f"[[fact]]{fact}".encode() for fact in whole.split("[[fact]]")[1:]]

    def draw(dice: random.Random) -> bytes:
        chosen = sorted(dice.sample(range(len(facts)), 3))
        return mutated(dice, b"".join(facts[number] for number in chosen))

    words = ("import", "history.toml", *NOW)
    return from_file(folder / "history.toml", b"".join(facts[:3]), draw, *words)


def settings(folder: Path) -> Entrance:
    """The file of settings as TOML."""
    del folder
    place = user_file()
    place.parent.mkdir(parents=True, exist_ok=True)
    good = b'lang = "sv"\nformat = "json"\ncolor = "never"\nas = "vm"\n'
    return from_file(place, good, lambda dice: mutated(dice, good), "actor", "list", *NOW)


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
    return from_file(folder / "kainuu.xlsx", good, lambda dice: mutated_zip(dice, good), *words)


def checkpoint(folder: Path) -> Entrance:
    """A checkpoint of a short log that was kept elsewhere."""
    for there in folder.glob("log.db*"):
        there.unlink()
    opening = ("case", "start", "evaluation", "--subject", "Kainuu", "--on", "2026-03-02")
    why = ("--doc", "calculation=VM/1/2026", "--set", "gates=E2,E3", "--set", "accounts_years=2023,2024", *NOW)
    made = (("init",), (*opening, *why), ("audit", "key", "init"), ("audit", "checkpoint", "--out", "good.note"))
    for words in made:
        done = invoke(*words)
        assert done.exit_code == 0, done.stderr
    good = (folder / "good.note").read_bytes()
    kept = from_file(
        folder / "kept.note",
        good,
        lambda dice: mutated(dice, good, huge=False),
        *("audit", "verify", "--checkpoints", "kept.note"),
    )
    return Entrance(kept.bring, kept.draw, good, foreign_record=True)


PAGE = 4096
Verbs = tuple[tuple[str, ...], ...]
OF_LOGS: Verbs = (
    *(("case", "list"), ("case", "show", CASE), ("audit", "verify"), ("todo",), ("db", "check"), ("audit", "log")),
)
OF_PERSONS: Verbs = (("person", "list"), ("person", "check"), ("actor", "list"), ("case", "history", CASE))


def overwritten(dice: random.Random, good: bytes) -> bytes:
    """A file with one to six places overwritten, its beginning more often than the rest, and sometimes cut."""
    made = bytearray(good)
    for _ in range(dice.randint(1, 6)):
        here = dice.randrange(100 if dice.random() < 0.3 else len(made))
        piece = dice.randbytes(dice.choice((1, 1, 4, 100, 4096)))
        made[here : here + len(piece)] = piece
    return bytes(made[: dice.randrange(len(made))] if dice.random() < 0.1 else made)


def database(folder: Path, spoilt: str = "", reading: Verbs = OF_LOGS) -> Entrance:
    """Somebody else's database file, or what belongs beside a log: the file with that suffix."""
    files_of = {one.name.removeprefix("log.db"): one.read_bytes() for one in folder.glob("log.db*") if one.is_file()}
    if spoilt not in files_of:
        raise CannotRun(f"there is no log.db{spoilt}")
    good, place = files_of[spoilt], folder / "foreign.db"

    def bring(content: Content) -> Sequence[str]:
        assert isinstance(content, bytes)
        for left in folder.glob(f"{place.name}*"):
            left.unlink()
        for suffix, there in {**files_of, spoilt: content}.items():
            place.with_name(place.name + suffix).write_bytes(there)
            place.with_name(place.name + suffix).chmod(0o600)
        # What is read of it follows from where it differs, since no two logs have the same identity.
        pages = [here for here in range(0, len(good), PAGE) if good[here : here + PAGE] != content[here : here + PAGE]]
        return (*reading[sum(pages) // PAGE % len(reading)], "--db", place.name, *NOW)

    return Entrance(bring, lambda dice: overwritten(dice, good), good, foreign_record=True)


ENTRANCES: dict[str, Callable[[Path], Entrance]] = {
    "arguments": arguments,
    "json": json_data,
    "figures": figures,
    "toml": history,
    "settings": settings,
    "xlsx": workbook,
    "checkpoint": checkpoint,
    "database": database,
    "persons": partial(database, spoilt=".persons", reading=OF_PERSONS),
}
