"""A filled workbook held against the form that it was issued as: what each cell says, or why it cannot be taken.

Everything that is wrong is said at once, each with its cell. A workbook with one wrong cell is not taken at all: a
county mends it once, and nothing stays behind unnoticed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from textwrap import shorten
from unicodedata import category

from cli.collect.form import HIDDEN, MOST_OBSERVATIONS, Column, Form, Row, Sheet
from cli.collect.reading import Book, Grid, cell_name
from cli.collect.rows import Given, Key
from cli.messages import Words
from engine.errors import InputRejected, Missing
from engine.law import LANGUAGES, Label
from procedures.roadmap.catalogue import roadmap
from procedures.roadmap.fields import NEED_REASON

MOST_TOLD = 40
"""Wrong cells that a refusal names before it only counts the rest."""
LONGEST_SHOWN = 80
"""Characters of a wrong word that a refusal repeats."""
_YES = {"TRUE": "yes", "FALSE": "no"}
"""What a program makes of a tick in place of the word."""


@dataclass(frozen=True, slots=True)
class Observed:
    """One line of the sheet of observations, and where it stands."""

    kind: str
    text: str
    group: str | None
    task: str | None
    sector: str
    cell: str


@dataclass(slots=True)
class Filled:
    """What a workbook says: the cells of its rows, its observations, and what was not read."""

    cells: dict[Key, dict[str, Given]] = field(default_factory=dict)
    observations: list[Observed] = field(default_factory=list)
    not_read: list[str] = field(default_factory=list)
    problems: list[Missing] = field(default_factory=list)
    places: set[str] = field(default_factory=set)

    def wrong(self, code: str, place: str, **values: object) -> None:
        """Notes that a cell or a sheet cannot be taken."""
        self.places.add(place)
        key = f"collect.wrong.{code}"
        if "found" in values:
            values["found"] = shorten(str(values["found"]), LONGEST_SHOWN, placeholder=" …")
        told = {language: f"{place}: {Words(language)(key, **values)}" for language in LANGUAGES}
        self.problems.append(Missing(f"{place}:{code}", Label(**told)))


def checked(book: Book, form: Form) -> Filled:
    """Gives what a filled workbook says.

    Raises:
        InputRejected: `workbook-rejected`, with each cell that cannot be taken and why.
    """
    filled = Filled()
    known = {sheet.name for sheet in form.sheets}
    filled.not_read = [name for name in book.sheets if name not in known and name != HIDDEN]
    for sheet in form.filled():
        grid = book.sheets.get(sheet.name)
        if grid is None:
            filled.wrong("sheet-missing", sheet.name)
        elif _headings_stand(filled, sheet, grid):
            _no_formulas(filled, sheet, grid)
            _sheet(filled, sheet, grid)
    if filled.problems:
        raise _rejected(book, filled.problems)
    return filled


def _rejected(book: Book, problems: list[Missing]) -> InputRejected:
    told = problems[:MOST_TOLD]
    return InputRejected(
        "workbook-rejected",
        f"{book.path.name} cannot be taken; wrong cells: {len(problems)}. {'; '.join(one.text.en for one in told)}.",
        missing=tuple(told),
        details={"path": book.path.name, "count": len(problems)},
    )


def _headings_stand(filled: Filled, sheet: Sheet, grid: Grid) -> bool:
    before = len(filled.problems)
    for number, column in enumerate(sheet.columns):
        found = grid.at(0, number)
        if found != column.heading:
            place = f"{sheet.name}!{cell_name(0, number)}"
            filled.wrong("heading-changed", place, found=found or "", expected=column.heading)
    for row, cells in enumerate(grid.rows):
        for number in range(len(sheet.columns), len(cells)):
            if cells[number] is not None:
                filled.wrong("outside", f"{sheet.name}!{cell_name(row, number)}")
    return len(filled.problems) == before


def _no_formulas(filled: Filled, sheet: Sheet, grid: Grid) -> None:
    for cell in sorted(grid.formulas):
        filled.wrong("formula", f"{sheet.name}!{cell}")


def _sheet(filled: Filled, sheet: Sheet, grid: Grid) -> None:
    expected = {row.key.about: row for row in sheet.rows}
    lines = 0
    for place in range(1, len(grid.rows)):
        texts = [grid.at(place, number) for number in range(len(sheet.columns))]
        if not any(texts):
            continue
        if sheet.kind == "observation":
            lines += 1
            if lines > MOST_OBSERVATIONS:
                filled.wrong("too-many", f"{sheet.name}!{cell_name(place, 0)}", most=MOST_OBSERVATIONS)
                return
            _observation(filled, sheet, place, texts)
        else:
            _row(filled, sheet, place, texts, expected)


def _row(filled: Filled, sheet: Sheet, place: int, texts: list[str | None], expected: Mapping[str, Row]) -> None:
    first = f"{sheet.name}!{cell_name(place, 0)}"
    about = texts[0] or ""
    row = expected.get(about)
    if row is None:
        near = ", ".join(roadmap().nearest(about)) if sheet.kind == "task" and about else ""
        filled.wrong("row-near" if near else "row-unknown", first, found=about, near=near)
        return
    if row.key in filled.cells:
        filled.wrong("row-twice", first, found=about)
        return
    cells: dict[str, Given] = {}
    for number, column in enumerate(sheet.columns):
        if column.field is not None:
            cell = f"{sheet.name}!{cell_name(place, number)}"
            cells[column.field] = Given(_value(filled, column, texts[number], cell), cell)
    filled.cells[row.key] = cells
    if row.key.kind != "contact":
        _judge(filled, row, cells)
    elif cells["title"].value is None and cells["address"].value is not None:
        filled.wrong("title-missing", cells["title"].cell)


def _judge(filled: Filled, row: Row, cells: Mapping[str, Given]) -> None:
    """Makes sure that a row says a state where it says anything, and a reason where the state needs one."""
    state = cells["state"]
    if not filled.places.isdisjoint(given.cell for given in cells.values()):
        return
    said = {name for name, given in cells.items() if given.value not in (None, "no")}
    if state.value is None and row.values["state"] is not None:
        filled.wrong("state-emptied", state.cell)
    elif state.value is None and said:
        filled.wrong("state-missing", state.cell)
    elif state.value in NEED_REASON and cells["reason"].value is None:
        filled.wrong("reason-missing", cells["reason"].cell)


def _value(filled: Filled, column: Column, text: str | None, cell: str) -> str | None:
    if column.choices is not None:
        return _chosen(filled, column, text, cell)
    if text is None:
        return None
    if column.longest is not None and len(text) > column.longest:
        filled.wrong("too-long", cell, most=column.longest)
        return None
    if any(_steers(character) for character in text):
        filled.wrong("unprintable", cell)
        return None
    return text


def _chosen(filled: Filled, column: Column, text: str | None, cell: str) -> str | None:
    choices = column.choices or {}
    if text is None:
        # Nothing in the column that asks for support means that none is asked for.
        return "no" if column.field == "support_asked" else None
    by_word = {word.casefold(): means for word, means in choices.items()}
    found = by_word.get(text.casefold())
    if found is None and column.field == "support_asked":
        found = _YES.get(text.upper())
    if found is None:
        filled.wrong("word-unknown", cell, found=text, words=", ".join(choices))
    return found


def _steers(character: str) -> bool:
    """Says whether a character is a control or half of one; an end of line and a tabulator are none."""
    return category(character) in ("Cc", "Cs") and character not in "\n\t"


def _observation(filled: Filled, sheet: Sheet, place: int, texts: list[str | None]) -> None:
    before = len(filled.problems)
    cells = {
        column.field: Given(
            _value(filled, column, texts[number], f"{sheet.name}!{cell_name(place, number)}"),
            f"{sheet.name}!{cell_name(place, number)}",
        )
        for number, column in enumerate(sheet.columns)
        if column.field is not None
    }
    task = cells["task"]
    if task.value is not None and task.value.upper() not in roadmap().subtasks:
        near = ", ".join(roadmap().nearest(task.value))
        filled.wrong("row-near" if near else "row-unknown", task.cell, found=task.value, near=near)
    if len(filled.problems) > before:
        return
    for name in ("kind", "text"):
        if cells[name].value is None:
            filled.wrong(f"{name}-missing", cells[name].cell)
    if len(filled.problems) == before:
        filled.observations.append(
            Observed(
                kind=cells["kind"].value or "",
                text=cells["text"].value or "",
                group=cells["group"].value,
                task=task.value.upper() if task.value else None,
                sector=cells["sector"].value or "both",
                cell=cells["kind"].cell,
            )
        )
