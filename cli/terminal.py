"""Pages on a terminal: wrapped to its width, tables with headings, colours beside words. Only here is rich loaded."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from cli.output import plain_value
from cli.page import Column, Field, Heading, Item, Listing, Page, Paragraph, Title, Tone
from cli.safe_text import safe

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
WIDEST = 120
"""Columns; longer lines are hard to read."""
_LABEL_WIDTH = 24
_LONGEST_WORD = 22
"""Longer words than this, addresses above all, may be broken."""


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
            soft_wrap=False,
        )
        self._console.width = min(self._console.width, WIDEST)

    def page(self, page: Page, *, with_commands: bool) -> None:
        """Prints a page; what is padded to the right by a grid is cut, so that nothing invisible is copied along."""
        with self._console.capture() as captured:
            self._page(page, with_commands=with_commands)
        sys.stdout.write("".join(f"{line.rstrip(' ')}\n" for line in captured.get().splitlines()))

    def _page(self, page: Page, *, with_commands: bool) -> None:
        """Prints the blocks in their order; fields that follow each other share one grid."""
        run: list[Field] = []
        for block in page.blocks:
            if isinstance(block, Field):
                run.append(block)
                continue
            self._fields(run)
            run = []
            self._block(block)
        self._fields(run)
        if with_commands and page.commands:
            self._commands(page.commands)

    def _block(self, block: object) -> None:
        match block:
            case Title(text):
                self._console.print(Text(safe(text), style="bold"))
            case Heading(text):
                self._console.print()
                self._console.print(Text(safe(text), style="bold"))
            case Paragraph(text, tone):
                self._console.print(Text(safe(text), style=_STYLES[tone]))
            case Item():
                self._item(block)
            case Listing(columns, rows):
                self._console.print(self._table(columns, rows))

    def _fields(self, fields: Sequence[Field]) -> None:
        if not fields:
            return
        grid = Table.grid(padding=(0, 2))
        grid.add_column(max_width=_LABEL_WIDTH, no_wrap=False, style="dim" if self._console.is_terminal else "")
        grid.add_column(ratio=1, overflow="fold")
        for one in fields:
            grid.add_row(Text(safe(one.label)), Text(safe(one.text), style=_STYLES[one.tone]))
        self._console.print(grid)

    def _item(self, item: Item) -> None:
        grid = Table.grid(padding=(0, 1))
        grid.add_column(no_wrap=True)
        grid.add_column(ratio=1, overflow="fold")
        grid.add_row(Text(item.mark, style=_STYLES[item.tone]), Text(safe(item.text), style=_STYLES[item.tone]))
        for line in item.under:
            grid.add_row("", Text(safe(line), style="dim"))
        self._console.print(Padding(grid, (0, 0, 0, 2)))

    def _table(self, columns: Sequence[Column], rows: Sequence[Mapping[str, object]]) -> Table:
        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim", show_edge=False)
        for column in columns:
            shown = [self._shown(column, row.get(column.key)) for row in rows]
            table.add_column(
                Text(safe(column.label)),
                min_width=_least_width(column, shown),
                overflow="fold",
                justify="right" if column.right else "left",
                style=_STYLES[column.tone],
            )
        for row in rows:
            table.add_row(*(Text(self._shown(column, row.get(column.key))) for column in columns))
        return table

    def _shown(self, column: Column, value: object) -> str:
        if value is None or value == "":
            return "–"
        if column.date and isinstance(value, str | date):
            return self._words.date(value)
        return plain_value(value)

    def _commands(self, commands: Sequence[str]) -> None:
        self._console.print()
        self._console.print(Text(self._words("word.next"), style="bold"))
        for command in commands:
            # A command is pasted whole: the terminal may wrap it, this program puts no line end into it.
            self._console.print(Text(f"  {safe(command)}"), soft_wrap=True, overflow="ignore", no_wrap=True)


def _least_width(column: Column, shown: Sequence[str]) -> int:
    """Gives the width below which a column breaks what must stay whole: a value, or in running text a word."""
    if not column.wrap:
        return max(map(len, shown), default=0)
    words = [word for text in (column.label, *shown) for word in text.split()]
    return min(max(map(len, words), default=0), _LONGEST_WORD)
