"""Every procedure through the command line alone: each way from its opening to its end, typed as ministry staff would.

The ways are those of the books (`tests/book.py`). In the ordinary run it is the longest of the newest version of every
other procedure, the others in the next, and the commands run in this process, which is quicker. With OHJAUS_LONG=1
every way of every version is gone, and each command is a process of its own, as on a real terminal.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from engine.envelope import DocumentRef
from tests.book import Book
from tests.books import BOOKS
from tests.doses import LONG, one_in
from tests.golden.scenarios import WAYS as EVALUATION_WAYS_OF_BOTH
from tests.golden.scenarios import WAYS_SINCE_2025
from tests.story import Told
from tests.test_cli.conftest import succeed
from tests.test_procedures.evaluation_stories import NEW, acts

EVALUATION_WAYS = {**EVALUATION_WAYS_OF_BOTH, **WAYS_SINCE_2025}


def evaluation() -> Book:
    """The evaluation procedure, which was there before the books, with those of its ways that end."""
    known = acts(NEW)
    told = {way: tuple(sorted(names, key=lambda name: known[name].on)) for way, names in EVALUATION_WAYS.items()}
    book = Book(table=NEW, subject="15", subject_kind="county", acts=known, ways=told)
    ended = {way: names for way, names in told.items() if book.story(*names).opened.closed_on}
    return replace(book, ways=ended)


OF_RIGHTS = frozenset(("access_rights", "grant"))
"""They open and close by the commands of `grant` alone, and change who may go on; `tests/test_rights` goes there."""


def ways() -> Iterator[tuple[Book, str]]:
    """The ways to go: all of them in the long run, else the longest one of the newest version of each procedure."""
    books = tuple(one for one in (evaluation(), *BOOKS) if one.table.procedure.id not in OF_RIGHTS)
    newest = {book.table.procedure.id: book.table.procedure.declaration_id for book in books}
    gone: set[str] = set()
    for book in books:
        procedure = book.table.procedure
        for way in sorted(book.ways, key=lambda one: -len(book.ways[one])):
            if LONG or (newest[procedure.id] == procedure.declaration_id and procedure.id not in gone):
                gone.add(procedure.id)
                yield book, way


WAYS = one_in(2, list(ways()))


@pytest.fixture(scope="session")
def new_log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log without events, made once and copied for each way."""
    path = tmp_path_factory.mktemp("new") / "new.db"
    succeed("init", "--db", str(path))
    return path


def document(one: DocumentRef) -> str:
    """The document as `--doc` takes it."""
    return f"{one.kind}={one.source}" if one.is_reporting else f"{one.kind}={one.diary_number};{one.title}"


def options(told: Told, file: Path) -> Iterator[str]:
    """The options by which an act is given; its data stands in a file, so that it needs no quoting."""
    file.write_text(json.dumps(dict(told.data), default=str), encoding="utf-8")
    yield from ("--on", told.on.isoformat(), "--json", str(file))
    for one in told.documents:
        yield from ("--doc", document(one))
    if told.role:
        yield from ("--by", told.role)


def opening(book: Book) -> Iterator[str]:
    """The options by which the case of a book is opened."""
    yield from ("--subject", book.subject)
    for party in book.parties:
        yield from ("--party", party)
    if book.law_in_force_from:
        yield from ("--law-in-force-from", book.law_in_force_from)


def typed(*words: str) -> dict[str, Any]:
    """Runs a command that must succeed, and gives its answer."""
    command = [*words, "--format", "json", "--now", "2045-01-02T12:00:00+02:00"]
    if not LONG:
        return dict(json.loads(succeed(*command).stdout))
    done = subprocess.run(
        [sys.executable, "-m", "cli", *command],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
        timeout=120,
    )
    return dict(json.loads(done.stdout))


@pytest.mark.parametrize(
    ("book", "way"), WAYS, ids=[f"{book.table.procedure.declaration_id} {way}" for book, way in WAYS]
)
def test_a_way_can_be_gone_at_the_command_line(book: Book, way: str, folder: Path, new_log: Path) -> None:
    """Opened, advanced act by act and closed by commands; the case then shows the end that the declaration names."""
    database = ("--db", str(folder / "way.db"))
    shutil.copy(new_log, folder / "way.db")
    case_id = ""
    for name in book.ways[way]:
        told = book.acts[name]
        given = options(told, folder / "act.json")
        if case_id:
            answer = typed("case", "advance", case_id, told.fact, *given, *database)
        else:
            start = ("case", "start", book.table.procedure.id, "--fact", told.fact)
            answer = typed(*start, *opening(book), *given, *database)
            case_id = answer["case"]
    shown = typed("case", "show", case_id, *database)
    assert shown["state"] == book.story(*book.ways[way]).opened.state
    assert (shown["declaration"], shown["closed_on"] is not None) == (book.table.procedure.declaration_id, True)
