"""Pages on a terminal: wrapped to its width, tables with headings, colours beside words. Only here is rich loaded."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from cli.screen.page import Column, Field, Heading, Item, Listing, Page, Paragraph, Title, Tone
from cli.screen.safe_text import safe
from cli.screen.stream import write
from cli.screen.values import plain_value
from cli.screen.wrapping import WIDEST, told, uncut, wrapped

if TYPE_CHECKING:
    from cli.messages import Words

_STYLES: dict[Tone, str] = {
    "": "",
    "strong": "bold",
    "good": "green",
    "warn": "yellow",
    "bad": "bold red",
    "quiet": "dim",
}
_LABEL_WIDTH = 24
_LONGEST_WORD = 26
"""Longer words than this, addresses above all, may be broken."""
_SHORTEST = 8
_GAP = 2
"""Columns between two columns."""
_TALL = 2
"""A table that is more than this many times as tall as the same rows one below the other is told as such rows."""
_INDENT = 4


class Terminal:
    """Prints pages on standard output."""

    def __init__(self, *, colored: bool, words: Words) -> None:
        self._words = words
        self._console = Console(
            file=sys.stdout,
            force_terminal=colored,
            no_color=not colored,
            highlight=False,
            markup=False,
            emoji=False,
        )
        self._width = min(self._console.width, WIDEST)

    def page(self, page: Page, *, with_commands: bool) -> None:
        """Prints a page; what is padded to the right is cut, so that nothing invisible is copied along."""
        with self._console.capture() as captured:
            self._page(page, with_commands=with_commands)
        write("".join(f"{line.rstrip(' ')}\n" for line in captured.get().splitlines()))

    def _page(self, page: Page, *, with_commands: bool) -> None:
        fields: list[Field] = []
        for block in page.blocks:
            if isinstance(block, Field):
                fields.append(block)
                continue
            self._fields(fields)
            fields = []
            self._block(block)
        self._fields(fields)
        if with_commands and page.commands:
            self._commands(page.commands)

    def _block(self, block: object) -> None:
        match block:
            case Title(text):
                self._lines(wrapped(text, self._width), "bold")
            case Heading(text):
                self._line("")
                self._lines(wrapped(text, self._width), "bold")
            case Paragraph(text, tone):
                self._lines(wrapped(text, self._width), _STYLES[tone])
            case Item():
                self._item(block)
            case Listing(columns, rows):
                self._listing(columns, rows)

    def _line(self, *parts: tuple[str, str] | str) -> None:
        # The line was wrapped already; a command is pasted whole, and may be wrapped by the terminal alone.
        self._console.print(Text.assemble(*parts), soft_wrap=True)

    def _lines(self, lines: Sequence[str], style: str) -> None:
        for line in lines:
            self._line((line, style))

    def _fields(self, fields: Sequence[Field]) -> None:
        """Prints fields that follow each other: their labels in one column, each label once."""
        indent = min(max((len(one.label) for one in fields), default=0), _LABEL_WIDTH) + _GAP
        before = ""
        for one in fields:
            label = "" if one.label == before else safe(one.label)
            before = one.label
            for number, line in enumerate(told(one.text, self._width - indent)):
                shown = label if number == 0 else ""
                self._line((shown.ljust(indent), "dim"), (line, _STYLES[one.tone]))

    def _item(self, item: Item) -> None:
        indent = _GAP + len(item.mark) + 1
        for number, line in enumerate(wrapped(item.text, self._width - indent)):
            start = f"{' ' * _GAP}{item.mark} " if number == 0 else " " * indent
            self._line((start + line, _STYLES[item.tone]))
        for under in item.under:
            for line in told(under, self._width - indent):
                self._line((" " * indent + line, "dim"))

    def _listing(self, columns: Sequence[Column], rows: Sequence[Mapping[str, object]]) -> None:
        """Prints rows as a table, or one below the other where a table would be too narrow for its words."""
        cells = [[self._shown(column, row.get(column.key)) for row in rows] for column in columns]
        widths = column_widths(columns, cells, self._width)
        beside = columns_beside(columns, cells, self._width)
        if not beside or fits(columns, cells, widths, self._width):
            self._console.print(self._table(columns, cells, widths), soft_wrap=True)
            return
        self._row_by_row(columns, cells, beside)

    def _row_by_row(self, columns: Sequence[Column], cells: Sequence[Sequence[str]], beside: Mapping[int, int]) -> None:
        """Prints each row on lines of its own: its ids and dates in columns, the rest below them."""
        head = [column.label for column in columns]
        for number, values in enumerate([head, *zip(*cells, strict=True)]):
            style = "" if number else "dim"
            first = [
                (safe(values[place]).rjust(width) if columns[place].right else safe(values[place]).ljust(width))
                for place, width in beside.items()
            ]
            self._line(((" " * _GAP).join(first), style))
            below = [value for place, value in enumerate(values) if place not in beside]
            for line in wrapped(" · ".join(below), self._width - _INDENT):
                self._line((" " * _INDENT + line, style))

    def _table(self, columns: Sequence[Column], cells: Sequence[Sequence[str]], widths: Sequence[int]) -> Table:
        table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style="dim", show_edge=False)
        for column, width in zip(columns, widths, strict=True):
            table.add_column(
                Text(safe(column.label)),
                width=width,
                overflow="fold",
                justify="right" if column.right else "left",
                style=_STYLES[column.tone],
            )
        for row in zip(*cells, strict=True):
            table.add_row(*(Text("\n".join(wrapped(cell, width))) for cell, width in zip(row, widths, strict=True)))
        return table

    def _shown(self, column: Column, value: object) -> str:
        if value is None or value == "":
            return "–"
        if column.date and isinstance(value, str | date):
            return self._words.date(value)
        return plain_value(value)

    def _commands(self, commands: Sequence[str]) -> None:
        self._line("")
        self._line((self._words("word.next"), "bold"))
        for command in commands:
            self._line(f"  {safe(command)}")


def column_widths(columns: Sequence[Column], cells: Sequence[Sequence[str]], available: int) -> list[int]:
    """Shares the width of the terminal out: ids and dates stay whole, running text gives way, the widest first."""
    widths = [
        max(map(len, (*column.label.split(), *shown) if not column.wrap else (column.label, *shown)), default=1)
        for column, shown in zip(columns, cells, strict=True)
    ]
    room = available - _GAP * (len(widths) - 1)
    # If whole words do not fit, the columns of running text give way further; ids and dates never do.
    for longest_word in range(_LONGEST_WORD, _SHORTEST - 1, -1):
        least = [_least(column, shown, longest_word) for column, shown in zip(columns, cells, strict=True)]
        while sum(widths) > room and any(width > low for width, low in zip(widths, least, strict=True)):
            spare = [width if width > low else 0 for width, low in zip(widths, least, strict=True)]
            widths[spare.index(max(spare))] -= 1
    return widths


def columns_beside(columns: Sequence[Column], cells: Sequence[Sequence[str]], available: int) -> dict[int, int]:
    """Gives the places and widths of the first columns that stay whole and fit beside each other."""
    found: dict[int, int] = {}
    for place, (column, shown) in enumerate(zip(columns, cells, strict=True)):
        width = max(map(len, (column.label, *shown)))
        if not column.wrap and sum(found.values()) + _GAP * len(found) + width <= available:
            found[place] = width
    return found


def fits(columns: Sequence[Column], cells: Sequence[Sequence[str]], widths: Sequence[int], available: int) -> bool:
    """Tells whether a table of these widths breaks no word and is not much taller than its rows told one by one."""
    room = available - _GAP * (len(widths) - 1)
    least = [_least(column, shown, _LONGEST_WORD) for column, shown in zip(columns, cells, strict=True)]
    if sum(widths) > room or any(width < low for width, low in zip(widths, least, strict=True)):
        return False
    rows = list(zip(*cells, strict=True))
    tall = sum(max(len(wrapped(cell, width)) for cell, width in zip(row, widths, strict=True)) for row in rows)
    short = sum(1 + len(wrapped(" · ".join(row), available - _INDENT)) for row in rows)
    return tall <= _TALL * short


def _least(column: Column, shown: Sequence[str], longest_word: int) -> int:
    """Gives the width below which a column breaks what must stay whole: a value, or in running text a word."""
    heading = max(map(len, column.label.split()), default=1)
    if not column.wrap:
        return max(heading, *map(len, shown)) if shown else heading
    words = [word for text in (column.label, *shown) for word in uncut(text).split(" ")]
    return min(max(map(len, words), default=1), longest_word)
