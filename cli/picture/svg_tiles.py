"""The tile grid of the 23: tiles of one size, placed roughly where each lies, so that small ones are seen too."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from cli.picture.model import County
from cli.picture.svg_shapes import css_name, lettering, number, placed

if TYPE_CHECKING:
    from cli.picture.telling import Teller

PLACES: Final[Mapping[str, tuple[int, int]]] = {
    "21": (2, 0),
    "19": (2, 1),
    "20": (3, 1),
    "17": (0, 2),
    "18": (1, 2),
    "15": (2, 2),
    "13": (3, 2),
    "14": (4, 2),
    "16": (0, 3),
    "08": (1, 3),
    "09": (2, 3),
    "12": (3, 3),
    "11": (4, 3),
    "06": (0, 4),
    "07": (1, 4),
    "02": (2, 4),
    "01": (3, 4),
    "10": (4, 4),
    "05": (0, 5),
    "03": (1, 5),
    "90": (2, 5),
    "04": (3, 5),
    "HUS": (4, 5),
}
"""Column and row of each, by code; the joint authority HUS has no territory of its own."""

_WIDTH, _HEIGHT, _GAP = 68.0, 60.0, 4.0
_COLUMNS, _ROWS = 5, 6
_LONGEST = 9
"""Characters of a line of a name that fit into a tile with any font; a longer line is drawn closer together."""
_LONGEST_TOGETHER = 10
"""Characters that two words may have in one line."""
_LONGEST_WORD, _WORD_WIDTH = 11, 46.0
_NO_TERRITORY = "HUS"


def tiles(counties: tuple[County, ...], tell: Teller, *, title: str) -> Markup:
    """Gives the grid; each tile leads to its county's row in the table of the same page."""
    drawn = Markup("").join(_tile(one, tell) for one in counties)
    width = _COLUMNS * (_WIDTH + _GAP) - _GAP
    height = _ROWS * (_HEIGHT + _GAP) - _GAP
    return Markup(
        '<svg class="tiles" role="group" aria-labelledby="tiles-title" viewBox="-1 -1 {} {}">'
        '<title id="tiles-title">{}</title>{}</svg>'
    ).format(number(width + 2), number(height + 2), title, drawn)


def _tile(one: County, tell: Teller) -> Markup:
    column, row = PLACES[one.code]
    left, top = column * (_WIDTH + _GAP), row * (_HEIGHT + _GAP)
    status = one.overall.status
    state = tell.words(f"picture.status.{status}")
    says = [tell(one.name), state]
    extra = [Markup("")]
    if one.support_asked:
        says.append(tell.words("picture.support"))
        extra.append(placed("support", left + _WIDTH - 14, top + _HEIGHT - 14, 10))
    if one.differs:
        says.append(tell.words("picture.differs"))
        extra.append(lettering("≠", left + _WIDTH - (27 if one.support_asked else 13), top + _HEIGHT - 5, "differs"))
    lines = name_lines(tell(one.name))
    first = top + 29 + (4 if len(lines) == 1 else 0)
    names = [
        _fitted(text, left + 5, first + 11 * place, "name", _WIDTH - 10 if len(text) > _LONGEST else None)
        for place, text in enumerate(lines)
    ]
    dashed = " dashed" if one.code == _NO_TERRITORY else ""
    return Markup(
        '<a href="#area-{}" aria-label="{}"><rect x="{}" y="{}" width="{}" height="{}" rx="3" class="tile tile-{}{}"/>'
        "{}{}{}{}</a>"
    ).format(
        one.code.lower(),
        ", ".join(says),
        number(left),
        number(top),
        number(_WIDTH),
        number(_HEIGHT),
        css_name(status),
        dashed,
        placed(status, left + 5, top + 5, 11),
        _fitted(state, left + 19, top + 13.3, "word", _WORD_WIDTH if len(state) > _LONGEST_WORD else None),
        Markup("").join(names),
        Markup("").join(extra),
    )


def _fitted(text: str, x: float, y: float, kind: str, width: float | None) -> Markup:
    """Gives a text, drawn into a width where it would not fit with every font."""
    if width is None:
        return lettering(text, x, y, kind)
    drawn = '<text x="{}" y="{}" class="{}" textLength="{}" lengthAdjust="spacingAndGlyphs">{}</text>'
    return Markup(drawn).format(number(x), number(y), kind, number(width), text)  # noqa: S704


def name_lines(name: str) -> tuple[str, ...]:
    """Gives a name in the lines of a tile: broken at a hyphen or a space, and where neither helps, inside a long word.

    Example:
        >>> name_lines("Pohjois-Pohjanmaa"), name_lines("Vantaa ja Kerava"), name_lines("Lappi")
        (('Pohjois-', 'Pohjanmaa'), ('Vantaa ja', 'Kerava'), ('Lappi',))
    """
    if len(name) <= _LONGEST:
        return (name,)
    pieces = [piece for piece in re.split(r"(?<=-)|\s", name) if piece]
    lines: list[str] = [pieces[0]]
    for piece in pieces[1:]:
        joined = lines[-1] + ("" if lines[-1].endswith("-") else " ") + piece
        if len(joined) <= _LONGEST_TOGETHER:
            lines[-1] = joined
        else:
            lines.append(piece)
    return tuple(lines)
