"""Answers on standard output, in the format asked for; every text for a person goes through `safe`.

`table` is for people on a terminal, `plain` for pipes and screen readers: tab-separated lines for a list, `key: value`
for one thing. `json`, `jsonl` and `csv` carry the shapes of the contract.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from cli.screen.page import Column, Field, Heading, Item, Listing, Page, Paragraph, Title
from cli.screen.safe_text import safe, safe_json
from cli.screen.stream import write
from cli.screen.values import json_text, plain_value, spread_json

if TYPE_CHECKING:
    from cli.messages import Words
    from cli.screen.terminal import Terminal


class Output:
    """Where a command prints its answer."""

    def __init__(self, form: str, *, words: Words, color: str = "auto", quiet: bool = False) -> None:
        """Takes the format, the texts, `auto`, `always` or `never` for colours, and whether hints are unwanted."""
        self.form = form
        self.words = words
        self.quiet = quiet
        self._color = color

    @property
    def for_people(self) -> bool:
        """True when a person reads the answer."""
        return self.form in ("table", "plain")

    @cached_property
    def colored(self) -> bool:
        """True when colours are wanted and possible."""
        if self._color == "auto":
            return sys.stdout.isatty() and os.environ.get("TERM") != "dumb" and not os.environ.get("NO_COLOR")
        return self._color == "always"

    @cached_property
    def _terminal(self) -> Terminal:
        from cli.screen.terminal import Terminal

        return Terminal(colored=self.colored, words=self.words)

    def rows(
        self,
        items: Sequence[Mapping[str, object]],
        columns: Sequence[Column],
        *,
        empty: str,
        also: Sequence[str] = (),
        then: Sequence[str] = (),
        shown: Callable[[Mapping[str, object]], Mapping[str, object]] | None = None,
    ) -> None:
        """Prints a list: the items themselves as JSON, their columns for people.

        `empty` is what a person reads when there are none, `also` names further keys for CSV, `then` are next commands,
        and `shown` gives the values that people see where they differ from the data.
        """
        match self.form:
            case "json":
                self._json(list(items))
            case "jsonl":
                for item in items:
                    self.line(item)
            case "csv":
                filled = [{**shown(item), **item} if shown else item for item in items]
                self._csv([*(column.key for column in columns), *also], filled)
            case _:
                self._rows_for_people([shown(item) if shown else item for item in items], columns, empty, then)

    def thing(self, data: Mapping[str, object], page: Callable[[Page], None]) -> None:
        """Prints one thing: the data itself as JSON, the page for people, which `page` fills."""
        match self.form:
            case "json":
                self._json(data)
            case "jsonl":
                self.line(data)
            case "csv":
                self._csv(list(data), [data])
            case _:
                filled = Page()
                page(filled)
                self.page(filled)

    def page(self, page: Page) -> None:
        """Prints a page for people."""
        if self.form == "table":
            self._terminal.page(page, with_commands=not self.quiet)
        else:
            for block in page.blocks:
                self._plain_block(block)
            for command in () if self.quiet else page.commands:
                self.text(f"{self.words('word.next')}: {safe(command)}")

    def line(self, data: Mapping[str, object]) -> None:
        """Prints one JSON line."""
        self.text(safe_json(json_text(data)))

    def text(self, text: str) -> None:
        """Prints a text that is safe already and ends the line."""
        write(text + "\n")

    def raw(self, text: str) -> None:
        """Prints what is itself a document, such as a diagram, line by line, made safe."""
        write(safe(text, lines=True))

    def hint(self, text: str) -> None:
        """Says something beside the answer, on standard error."""
        if not self.quiet:
            sys.stderr.write(safe(text) + "\n")

    def _rows_for_people(
        self, items: Sequence[Mapping[str, object]], columns: Sequence[Column], empty: str, then: Sequence[str]
    ) -> None:
        if self.form == "table":
            page = Page()
            if items:
                page.table(columns, items)
            else:
                page.say(empty)
            page.then(*then)
            self._terminal.page(page, with_commands=not self.quiet)
            return
        self._plain_rows(columns, items)
        if not items:
            self.hint(empty)
        for command in then:
            self.hint(f"{self.words('word.next')}: {command}")

    def _plain_rows(self, columns: Sequence[Column], items: Iterable[Mapping[str, object]]) -> None:
        for item in items:
            self.text("\t".join(plain_value(item.get(column.key)) for column in columns))

    def _plain_block(self, block: object) -> None:
        match block:
            case Title(text) | Paragraph(text):
                self.text(safe(text))
            case Heading(text):
                self.text(f"{safe(text)}:")
            case Field(label, text):
                self.text(f"{safe(label)}: {safe(text)}")
            case Item(text, mark=mark, under=under):
                self.text(f"{mark} {safe(text)}")
                for line in under:
                    self.text(f"  {safe(line)}")
            case Listing(columns, rows):
                self.text("\t".join(safe(column.label) for column in columns))
                self._plain_rows(columns, [self._with_dates(columns, row) for row in rows])

    def _with_dates(self, columns: Sequence[Column], row: Mapping[str, object]) -> Mapping[str, object]:
        """Gives a row of a page with its dates as the language writes them; a list keeps them for programs."""
        told = {one.key: row.get(one.key) for one in columns if one.date and row.get(one.key)}
        return {**row, **{key: self.words.date(str(value)) for key, value in told.items()}}

    def _json(self, data: object) -> None:
        self.text(safe_json(spread_json(data)))

    def _csv(self, keys: Sequence[str], items: Iterable[Mapping[str, object]]) -> None:
        import csv

        class Lines:
            write = staticmethod(write)

        writer = csv.writer(Lines, lineterminator="\n")
        writer.writerow(keys)
        for item in items:
            writer.writerow([_cell(item.get(key)) for key in keys])


def _cell(value: object) -> str:
    if isinstance(value, list | tuple | Mapping):
        return safe_json(json_text(value))
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return plain_value(value)
    from cli.screen.formulas import defused

    return plain_value(defused(value, numbers=True))
