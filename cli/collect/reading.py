"""A filled workbook as it lies on disk: its sheets as grids of texts, and where a cell cannot be taken.

Calamine reads the values. Beside it the parts themselves are walked through once: a formula stands where a value is
expected, and a cell far outside makes a grid that fits into no memory.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from xml.parsers import expat

from cli.collect.package import parts, repacked
from engine.errors import InputRejected

MOST_ROWS, MOST_COLUMNS = 3000, 40
"""How far out a cell with a value may stand; the catalogue has below six hundred rows."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet: its cells as text, row by row from the first, and the cells that hold a formula."""

    rows: tuple[tuple[str | None, ...], ...]
    formulas: frozenset[str] = frozenset()

    def at(self, row: int, column: int) -> str | None:
        """Gives the text of a cell by its place from 0; None where there is none."""
        if row < len(self.rows) and column < len(self.rows[row]):
            return self.rows[row][column]
        return None


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook: its file, and its sheets by name."""

    path: Path
    sheets: Mapping[str, Grid] = field(default_factory=dict)


def read_book(path: Path) -> Book:
    """Reads a workbook.

    Raises:
        InputRejected: it is not one, is damaged or hostile, or a cell stands too far outside.
    """
    from python_calamine import CalamineError, load_workbook

    found = parts(path)
    places = _sheet_parts(found)
    scans = {name: _scan(path, name, found[part]) for name, part in places.items() if part in found}
    try:
        with load_workbook(BytesIO(repacked(found))) as book:
            sheets = {}
            for name in book.sheet_names:
                if name in scans:
                    grid = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
                    sheets[name] = Grid(tuple(tuple(map(text_of, row)) for row in grid), scans[name])
    except (CalamineError, ValueError, OSError) as error:
        what = f"it cannot be read ({type(error).__name__})"
        raise InputRejected(
            "workbook-unreadable", f"{path.name}: {what}.", details={"path": path.name, "what": what}
        ) from error
    return Book(path, sheets)


def text_of(value: object) -> str | None:
    """Gives what a cell says as text, its ends trimmed; None for an empty one.

    A number that somebody typed into a text keeps its digits, a date becomes the text of one.
    """
    match value:
        case bool():
            text = "TRUE" if value else "FALSE"
        case float() if value.is_integer():
            text = str(int(value))
        case datetime() if value.time() == time():
            text = value.date().isoformat()
        case datetime():
            text = value.isoformat(sep=" ", timespec="minutes")
        case date() | time():
            text = value.isoformat()
        case timedelta() | int() | float():
            text = str(value)
        case None:
            text = ""
        case _:
            text = str(value).replace("\r\n", "\n").replace("\r", "\n")
    return text.strip() or None


def cell_name(row: int, column: int) -> str:
    """Gives what people call a cell by its place from 0.

    Example:
        >>> cell_name(13, 3), cell_name(0, 26)
        ('D14', 'AA1')
    """
    letters = ""
    left = column + 1
    while left:
        left, digit = divmod(left - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return f"{letters}{row + 1}"


def _place(reference: str) -> tuple[int, int]:
    letters = reference.rstrip("0123456789")
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(reference[len(letters) :] or 0), column


def _sheet_parts(found: Mapping[str, bytes]) -> dict[str, str]:
    """Gives the part of each worksheet by the name of the sheet."""
    start = dict(_relations(found.get("_rels/.rels", b""), "/officeDocument"))
    book = posixpath.normpath(next(iter(start.values()), "xl/workbook.xml").lstrip("/"))
    folder, name = posixpath.split(book)
    targets = dict(_relations(found.get(f"{folder}/_rels/{name}.rels", b""), "/worksheet"))
    sheets: dict[str, str] = {}
    for tag, attributes in _elements(found.get(book, b"")):
        if tag == "sheet":
            ident = next((value for key, value in attributes.items() if key.rpartition(":")[2] == "id"), "")
            if ident in targets:
                target = targets[ident]
                whole = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                sheets[attributes.get("name", "")] = posixpath.normpath(whole)
    return sheets


def _relations(part: bytes, kind: str) -> Iterator[tuple[str, str]]:
    for tag, attributes in _elements(part):
        if tag == "Relationship" and attributes.get("Type", "").endswith(kind):
            yield attributes.get("Id", ""), attributes.get("Target", "")


def _elements(part: bytes) -> list[tuple[str, dict[str, str]]]:
    found: list[tuple[str, dict[str, str]]] = []
    if not part:
        return found
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda tag, attributes: found.append((tag.rpartition(":")[2], attributes))
    parser.Parse(part, True)
    return found


class _Scan:
    """Walks through the cells of a sheet: which hold a formula, and how far out the last value stands."""

    def __init__(self) -> None:
        self.formulas: list[str] = []
        self.furthest: str | None = None
        self._row = self._column = 0
        self._cell = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Takes the beginning of an element."""
        match tag.rpartition(":")[2]:
            case "row":
                self._row = int(attributes.get("r") or self._row + 1)
                self._column = 0
            case "c":
                self._cell = attributes.get("r") or cell_name(max(self._row - 1, 0), self._column)
                self._row, self._column = _place(self._cell)
            case "f":
                self.formulas.append(self._cell)
            case "v" | "is" if self._row > MOST_ROWS or self._column > MOST_COLUMNS:
                self.furthest = self._cell


def _scan(path: Path, sheet: str, part: bytes) -> frozenset[str]:
    scan = _Scan()
    parser = expat.ParserCreate()
    parser.StartElementHandler = scan.start
    try:
        parser.Parse(part, True)
    except (ValueError, TypeError) as error:
        raise InputRejected(
            "workbook-unreadable",
            f"{path.name}: the sheet {sheet} is damaged.",
            details={"path": path.name, "what": f"the sheet {sheet} is damaged"},
        ) from error
    if scan.furthest is not None:
        what = f"{sheet}!{scan.furthest} stands outside of the form"
        raise InputRejected("workbook-too-large", f"{path.name}: {what}.", details={"path": path.name, "what": what})
    return frozenset(scan.formulas)
