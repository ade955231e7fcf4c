"""An agenda as a file: plain text, Markdown, or one HTML page that needs nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from cli.collect.agenda import Agenda, Point
from cli.screen.safe_text import safe

if TYPE_CHECKING:
    from cli.messages import Words

KINDS = (".txt", ".md", ".html")
_STYLE = "body{font:1rem/1.5 sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}h2{font-size:1.1rem}"
_MARKDOWN = str.maketrans({character: f"\\{character}" for character in "\\`*_{}[]<>#|!"})


def rendered(agenda: Agenda, words: Words, kind: str) -> str:
    """Gives an agenda as the content of a file whose name ends in `kind`."""
    lines = {".md": _markdown, ".html": _html}.get(kind, _text)(agenda, words)
    return "\n".join(lines) + "\n"


def parts(agenda: Agenda, words: Words) -> Iterator[tuple[str, tuple[Point, ...]]]:
    """Yields the headings with their points, in the order of the agenda."""
    for part, points in groupby(agenda.points, key=attrgetter("part")):
        yield words(f"collect.agenda.part.{part}"), tuple(points)


def title(agenda: Agenda, words: Words) -> str:
    """Gives the first line."""
    return words("collect.agenda.title", county=agenda.name, month=agenda.month)


def stamp(agenda: Agenda, words: Words) -> str:
    """Gives the line that says from where in the log the agenda was made."""
    return words("collect.agenda.stamp", position=agenda.position, on=agenda.seen_on)


def _text(agenda: Agenda, words: Words) -> Iterator[str]:
    yield safe(title(agenda, words))
    yield stamp(agenda, words)
    for heading, points in parts(agenda, words):
        yield ""
        yield heading
        yield from (f"- {safe(point.text(words))}" for point in points)
    if not agenda.points:
        yield words("collect.agenda.nothing")


def _markdown(agenda: Agenda, words: Words) -> Iterator[str]:
    yield f"# {safe(title(agenda, words))}"
    yield ""
    yield stamp(agenda, words)
    for heading, points in parts(agenda, words):
        yield from ("", f"## {heading}", "")
        yield from (f"- {safe(point.text(words)).translate(_MARKDOWN)}" for point in points)
    if not agenda.points:
        yield from ("", words("collect.agenda.nothing"))


def _html(agenda: Agenda, words: Words) -> Iterator[str]:
    heading = escape(safe(title(agenda, words)))
    yield f'<!doctype html>\n<html lang="{words.language}">\n<head>\n<meta charset="utf-8">'
    yield "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{heading}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{heading}</h1>"
    yield f"<p>{escape(stamp(agenda, words))}</p>"
    for part, points in parts(agenda, words):
        yield f"<h2>{escape(part)}</h2>\n<ul>"
        yield from (f"<li>{escape(safe(point.text(words)))}</li>" for point in points)
        yield "</ul>"
    if not agenda.points:
        yield f"<p>{escape(words('collect.agenda.nothing'))}</p>"
    yield "</main>\n</body>\n</html>"
