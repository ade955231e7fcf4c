"""Tables of the pages: said once, and written as HTML, as CSV and as sheets of a workbook.

A cell may hold a mark; the CSV then also tells the rule, the events and the documents that the mark rests on.
People read these files as they read the pages, so what would steer a terminal is shown here as it is there.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cli.picture.marks import Mark
from cli.picture.telling import Teller
from cli.screen.formulas import defused
from cli.screen.safe_text import safe


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text, the mark that it shows, where it leads, and further lines below it.

    `why` is the mark that the cell explains, `anchor` the name of its row in the page; a `number` stands to the right.
    """

    text: str = ""
    mark: Mark | None = None
    href: str | None = None
    below: tuple[str, ...] = ()
    why: Mark | None = None
    anchor: str | None = None
    support: bool = False
    number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its name in files, its caption, its headings and rows; the first column heads each row."""

    id: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    empty: str = ""
    note: str = ""
    folded: bool = False

    @property
    def file_name(self) -> str:
        """Gives the name of its file of comma-separated values."""
        return f"{self.id}.csv"


def csv_text(table: Table, tell: Teller) -> str:
    """Gives a table as comma-separated values, marks with what they rest on in columns of their own."""
    explained = any(_mark_of(row) for row in table.rows)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    further = ("rule", "events", "documents") if explained else ()
    writer.writerow(map(shown, [*table.columns, *(tell.words(f"picture.csv.{key}") for key in further)]))
    for row in table.rows:
        texts = [plain_cell(cell, tell) for cell in row]
        writer.writerow(map(shown, [*texts, *(_further(row) if explained else ())]))
    return out.getvalue()


def plain_cell(cell: Cell, tell: Teller) -> str:
    """Gives a cell as plain text."""
    parts = [tell.words(f"picture.status.{cell.mark.status}")] if cell.mark else []
    parts += [cell.text] if cell.text else []
    parts += [tell.words("picture.support")] if cell.support else []
    return " · ".join([*parts, *cell.below])


def shown(text: str) -> str:
    r"""Gives a text as a file of a table holds it: no formula, on one line, and nothing in it that cannot be seen.

    Example:
        >>> shown("=1+1"), shown("two\nlines\x1b")
        ("'=1+1", 'two\\nlines\\x1b')
    """
    return safe(defused(text, numbers=True))


def _mark_of(row: Sequence[Cell]) -> Mark | None:
    return next((cell.why or cell.mark for cell in row if cell.why or cell.mark), None)


def _further(row: Sequence[Cell]) -> Iterator[str]:
    mark = _mark_of(row)
    yield mark.rule if mark else ""
    yield " ".join(f"{one.case_id}#{position}" for one in (mark.evidence if mark else ()) for position in one.positions)
    yield " · ".join(document for one in (mark.evidence if mark else ()) for document in one.documents)
