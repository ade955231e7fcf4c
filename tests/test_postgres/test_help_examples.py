"""The examples of every help text over a log on a server: each ends as it does over a file, and says the same.

An ordinary run tries one command of a fifth of the nouns, all of them chosen by a seed that is printed and may be set
with OHJAUS_SEED; OHJAUS_LONG=1 tries every command.
"""

from __future__ import annotations

import random
import re
import shutil
import sys
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

from store.postgres.address import Server
from tests.doses import LONG, SEED
from tests.test_cli.conftest import copy_with_persons, invoke, stand_in, succeed
from tests.test_cli.examples import Example, commands, examples_in
from tests.test_house.tree import ROOT
from tests.test_postgres.conftest import database, with_database

PART = 5
"""The part of the nouns that an ordinary run tries; over a file each example of each command runs every time."""

OF_THE_PLACE = frozenset(
    ("", "completion", "config", "db", "demo", "doctor", "identity", "incident", "init", "metrics", "schedule")
)
"""Nouns that tell of the place where a log stands or of the machine; of these the exit codes are compared."""

NOT_ON_A_SERVER = "[restore-on-server]"
"""By design a file is not put over a log on a server: it is copied into an empty database."""

_CHANGING = (
    (re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b"), "ID"),
    (re.compile(r"\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)?"), "TIME"),
    (re.compile(r"\b\d\d:\d\d(:\d\d)?\b"), "TIME"),
    (re.compile(r"(?m)^(— \S+) \S+$"), r"\1"),
    (re.compile(r'"age_seconds": \d+'), "AGE"),
    (re.compile(r"\+[0-9a-f]{8}\+[A-Za-z0-9+/]{40,}"), "KEY"),
    (re.compile(r"\b[0-9a-f]{12,64}\b"), "HASH"),
    (re.compile(r"[A-Za-z0-9+/]{43}="), "HASH"),
    (re.compile(r"\b\d+ (bytes|ms)\b"), "SIZE"),
    (re.compile(r"(?m)^(Bytes|Seconds): .*$"), "SIZE"),
    # A server has functions, policies and constraints of its own to check, and keeps the persons in the same place.
    (re.compile(r"(?m)(^Schema and pages: sound) .*$"), r"\1"),
    (re.compile(r'("schema": \{\s*"ok": true,\s*"checked":) \d+'), r"\1"),
    (re.compile(r"PLACE\.persons"), "PLACE"),
    (re.compile(r" +"), " "),
)
"""What no two runs have in common: ids, times of recording, hashes of what was recorded now, and sizes of files."""


def chosen() -> list[str]:
    """The commands to try: all, or one of some nouns."""
    by_noun: dict[str, list[str]] = defaultdict(list)
    for path, _ in commands():
        by_noun[noun_of(path)].append(path)
    if LONG:
        return [path for paths in by_noun.values() for path in paths]
    chance = random.Random(SEED)  # noqa: S311 - chosen for being repeatable
    return [chance.choice(by_noun[noun]) for noun in sorted(chance.sample([*by_noun], len(by_noun) // PART))]


def noun_of(path: str) -> str:
    return path.partition(" ")[0]


@pytest.fixture(scope="module")
def template(filled: Path, administration: str) -> Iterator[Server]:
    """A database with the demo log, of which each command gets a copy."""
    with database(administration) as place:
        succeed("db", "copy", str(filled), place.conninfo)
        yield place


@contextmanager
def copy_of(template: Server, administration: str, number: int) -> Iterator[str]:
    """A copy of a database, made by the server."""
    source = urlsplit(template.conninfo).path.lstrip("/")
    name = f"{source}_{number}"
    with psycopg.connect(administration, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{source}"'.encode())
        yield with_database(template.conninfo, name)
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())


def answers(examples: list[Example], folder: Path, filled: Path, place: str | None) -> list[tuple[int, str, str]]:
    """What the examples answer, over a file or over `place`, in a folder of their own."""
    folder.mkdir()
    found = []
    with pytest.MonkeyPatch.context() as patch:
        stand_in(patch, folder)
        copy_with_persons(filled, folder / "demo.db")
        shutil.copy(ROOT / "procedures" / "real_history.toml", folder / "history.toml")
        patch.setenv("OHJAUS_DB", place or str(folder / "demo.db"))
        for example in examples:
            result = invoke(*example.arguments)
            found.append((result.exit_code, result.stdout, result.stderr))
    return found


def plain(text: str, *places: str) -> str:
    """An answer without what differs between any two runs, or between two places."""
    for place in places:
        text = text.replace(place, "PLACE")
    for pattern, name in _CHANGING:
        text = pattern.sub(name, text)
    return text


@pytest.mark.parametrize("path", chosen(), ids=lambda path: path or "ohjaus")
def test_every_example_does_on_a_server_what_it_does_over_a_file(
    path: str, template: Server, administration: str, filled: Path, tmp_path: Path
) -> None:
    """The examples of a command in their order: the exit codes that they name, and the answers that a file gives."""
    sys.stdout.write(f"seed {SEED}\n")
    examples = list(examples_in(succeed(*path.split(), "--help").stdout))
    there, here = tmp_path / "server", tmp_path / "file"
    with copy_of(template, administration, abs(hash(path)) % 10**9) as place:
        served = answers(examples, there, filled, place)
        kept = answers(examples, here, filled, None)
        for example, one, other in zip(examples, served, kept, strict=True):
            if NOT_ON_A_SERVER in one[2]:
                assert (one[0], other[0]) == (5, example.exit_code), (example.line, one, other)
                continue
            assert one[0] == other[0] == example.exit_code, (example.line, one, other)
            if noun_of(path) not in OF_THE_PLACE:
                told = plain(one[1] + one[2], place, str(there))
                assert told == plain(other[1] + other[2], str(here / "demo.db"), str(here)), example.line
