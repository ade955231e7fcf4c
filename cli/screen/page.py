"""A page for a person, said once: title, fields, paragraphs, lists, tables; `cli.screen.output` prints it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

Tone = Literal["", "strong", "good", "warn", "bad", "quiet"]
"""How a text is coloured where there are colours; never the only carrier of a meaning."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list: the key of its values, its heading, and how they are shown.

    A column that does not `wrap` keeps ids, dates and numbers whole. A `date` is written in the reader's way.
    """

    key: str
    label: str
    wrap: bool = False
    date: bool = False
    right: bool = False
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class Title:
    """The first line: what this page is about."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a part."""

    text: str


@dataclass(frozen=True, slots=True)
class Field:
    """One labelled value."""

    label: str
    text: str
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One point of a list, with its mark and, below it, further lines."""

    text: str
    tone: Tone = ""
    mark: str = "–"
    under: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Plain text."""

    text: str
    tone: Tone = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A table inside a page."""

    columns: tuple[Column, ...]
    rows: tuple[Mapping[str, object], ...]


Block = Title | Heading | Field | Item | Paragraph | Listing


@dataclass(slots=True)
class Page:
    """Blocks in their order, and the commands to paste that end the page."""

    blocks: list[Block] = field(default_factory=list)
    commands: list[str] = field(default_factory=list)

    def title(self, text: str) -> None:
        """Adds the first line."""
        self.blocks.append(Title(text))

    def heading(self, text: str) -> None:
        """Adds the heading of a part."""
        self.blocks.append(Heading(text))

    def field(self, label: str, text: str, tone: Tone = "") -> None:
        """Adds a labelled value."""
        self.blocks.append(Field(label, text, tone))

    def item(self, text: str, *, tone: Tone = "", mark: str = "–", under: Sequence[str] = ()) -> None:
        """Adds a point of a list."""
        self.blocks.append(Item(text, tone, mark, tuple(under)))

    def say(self, text: str, tone: Tone = "") -> None:
        """Adds plain text."""
        self.blocks.append(Paragraph(text, tone))

    def table(self, columns: Sequence[Column], rows: Sequence[Mapping[str, object]]) -> None:
        """Adds a table; none when there are no rows."""
        if rows:
            self.blocks.append(Listing(tuple(columns), tuple(rows)))

    def then(self, *commands: str) -> None:
        """Adds commands that can be pasted next."""
        self.commands.extend(command for command in commands if command not in self.commands)
