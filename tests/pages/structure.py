"""What makes a page readable for everybody, checked without a browser: `faults_of` gives every rule that it breaks.

Language, one first heading, headings in order, landmarks, tables with captions and headings, names of links and of
drawings, ids that stand once, links that lead somewhere, and no mark that only a colour tells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

VOID = frozenset({"meta", "link", "br", "img", "input", "hr"})
FOREIGN = ("http:", "https:", "//", "data:", "javascript:")
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
DRAWN = frozenset({"tiles", "bars", "timeline", "matrix"})


@dataclass
class Node:
    """An element with its text so far."""

    tag: str
    attributes: dict[str, str]
    parent: Node | None
    children: list[Node] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def text(self) -> str:
        """All text in it, the labels of what is named in it among it."""
        inner = [child.attributes.get("aria-label") or child.text() for child in self.children]
        return " ".join([*self.texts, *inner]).strip()

    def every(self, *tags: str) -> Iterator[Node]:
        """Every element of some kinds within it."""
        for child in self.children:
            if child.tag in tags or not tags:
                yield child
            yield from child.every(*tags)


class Tree(HTMLParser):
    """Reads a page into nodes; what is closed in the wrong order is a fault."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("", {}, None)
        self.faults: list[str] = []
        self._open = self.root

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if len(attributes) < len(attrs):
            self.faults.append(f"<{tag}> has an attribute twice")
        node = Node(tag, attributes, self._open)
        self._open.children.append(node)
        if tag not in VOID:
            self._open = node

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open.children.append(Node(tag, {name: value or "" for name, value in attrs}, self._open))

    def handle_endtag(self, tag: str) -> None:
        if self._open.tag != tag:
            self.faults.append(f"</{tag}> closes <{self._open.tag}>")
        self._open = self._open.parent or self.root

    def handle_data(self, data: str) -> None:
        if data.strip():
            self._open.texts.append(data.strip())


def tree_of(html: str) -> Tree:
    """Reads a page."""
    tree = Tree()
    tree.feed(html)
    tree.close()
    return tree


def faults_of(file: Path) -> list[str]:
    """Gives every rule that a page breaks, in words."""
    tree = tree_of(file.read_text(encoding="utf-8"))
    root = tree.root
    return [
        *tree.faults,
        *_page(root, file),
        *_ids(root),
        *_headings(root),
        *_tables(root),
        *_links(root, file),
        *_drawings(root),
        *_marks(root),
    ]


def _page(root: Node, file: Path) -> Iterator[str]:
    (html,) = root.every("html")
    expected = file.parent.name if file.parent.name in ("fi", "sv", "en") else html.attributes.get("lang")
    if html.attributes.get("lang") != expected or not expected:
        yield "the page does not say its language"
    policies = [one.attributes["content"] for one in root.every("meta") if "http-equiv" in one.attributes]
    if policies != [POLICY]:
        yield f"the policy is {policies}"
    if any(root.every("script", "iframe", "object", "embed", "form", "link", "img")):
        yield "something is fetched or runs"
    if any(name.startswith("on") for one in root.every() for name in one.attributes):
        yield "an element would run a script"
    if len(list(root.every("main"))) != 1 or not any(one.text() for one in root.every("title")):
        yield "there is not one main part, or no title"


def _ids(root: Node) -> Iterator[str]:
    ids = Counter(one.attributes["id"] for one in root.every() if "id" in one.attributes)
    twice = [name for name, number in ids.items() if number > 1]
    if twice:
        yield f"ids stand twice: {twice}"
    for one in root.every():
        for name in ("aria-labelledby", "aria-describedby"):
            for target in one.attributes.get(name, "").split():
                if target not in ids:
                    yield f"{name} names {target}, which is not there"


def _headings(root: Node) -> Iterator[str]:
    levels = [int(one.tag[1]) for one in root.every("h1", "h2", "h3", "h4", "h5", "h6")]
    if levels.count(1) != 1 or levels[0] != 1:
        yield f"the first headings are {levels[:3]}"
    for before, after in pairwise(levels):
        if after > before + 1:
            yield f"a heading of level {after} follows one of level {before}"
    if any(not one.text() for one in root.every("h1", "h2", "h3", "h4")):
        yield "a heading is empty"


def _tables(root: Node) -> Iterator[str]:
    for table in root.every("table"):
        caption = [one.text() for one in table.every("caption")]
        if len(caption) != 1 or not caption[0]:
            yield "a table has no caption"
        columns = len([one for one in table.every("th") if one.attributes.get("scope") == "col"])
        for row in [one for body in table.every("tbody") for one in body.every("tr")]:
            cells = [one for one in row.children if one.tag in ("th", "td")]
            if len(cells) != columns:
                yield f"{caption}: a row has {len(cells)} cells under {columns} headings"
            if cells[0].tag != "th" or cells[0].attributes.get("scope") != "row":
                yield f"{caption}: a row has no heading"
        if any(name in one.attributes for one in table.every("th", "td") for name in ("colspan", "rowspan")):
            yield f"{caption}: cells are merged"


def _links(root: Node, file: Path) -> Iterator[str]:
    ids = {one.attributes["id"] for one in root.every() if "id" in one.attributes}
    for link in root.every("a"):
        href = link.attributes.get("href", "")
        name = link.attributes.get("aria-label") or link.text()
        if not name:
            yield f"the link to {href} has no name"
        if href.startswith(FOREIGN) or not href:
            yield f"a link leaves the picture: {href!r}"
        elif href.startswith("#"):
            if href[1:] not in ids:
                yield f"{href} leads nowhere"
        elif not (file.parent / href.partition("#")[0]).is_file():
            yield f"{href} is not among the files"
    summaries = Counter(one.text() for one in root.every("summary"))
    if any(not text for text in summaries):
        yield "something can be opened that has no name"


def _drawings(root: Node) -> Iterator[str]:
    for drawing in root.every("svg"):
        kind = drawing.attributes.get("class", "")
        if kind in ("shape", "symbols"):
            if drawing.attributes.get("aria-hidden") != "true":
                yield f"a {kind} is read aloud beside its word"
        elif kind not in DRAWN:
            yield f"a drawing of no known kind: {kind!r}"
        elif not any(one.text() for one in drawing.every("title")):
            yield f"a drawing has no title: {kind}"
        elif drawing.attributes.get("role") == "img" and not any(one.text() for one in drawing.every("desc")):
            yield f"a drawing has no description: {kind}"


def _marks(root: Node) -> Iterator[str]:
    """A mark has its shape and its word; a tile has them in its link's name."""
    for mark in root.every("span"):
        kinds = mark.attributes.get("class", "").split()
        if "mark" in kinds and len(kinds) > 1:
            if not mark.text():
                yield f"a mark has no word: {kinds}"
            if not any(one.tag == "svg" for one in mark.children):
                yield f"a mark has no shape: {kinds}"
    for tile in (one for drawing in root.every("svg") for one in drawing.every("a")):
        if len(tile.attributes.get("aria-label", "").split(",")) < 2 or not any(tile.every("use")):
            yield "a tile is told by its colour alone"
