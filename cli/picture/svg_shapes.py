"""The shapes of the states, drawn alike everywhere, and the small parts from which the pictures are put together.

Everything that is put into a drawing is escaped here; numbers are written with at most one decimal, so that the same
picture gives the same bytes.
"""

from __future__ import annotations

from markupsafe import Markup

from cli.picture.marks import Status

_SIZE = 10.0
_DRAWN: dict[str, Markup] = {
    Status.ON_SCHEDULE: Markup('<circle cx="5" cy="5" r="4.4" fill="currentColor"/>'),
    Status.AT_RISK: Markup('<path d="M5 .6 9.6 9.2H.4Z" fill="currentColor"/>'),
    Status.LATE: Markup('<rect x=".8" y=".8" width="8.4" height="8.4" fill="currentColor"/>'),
    Status.NO_INFORMATION: Markup(
        '<circle cx="5" cy="5" r="3.7" fill="none" stroke="currentColor" stroke-width="1.5"/>'
    ),
    Status.NOT_APPLICABLE: Markup('<path d="M1 5H9" stroke="currentColor" stroke-width="1.6"/>'),
    "support": Markup('<path d="M2 .6V9.6M2 1.2H9L7.2 3.4 9 5.6H2Z" fill="currentColor" stroke="currentColor"/>'),
}


def css_name(status: str) -> str:
    """Gives the name of a state in the stylesheet."""
    return str(status).replace("_", "-")


def symbols() -> Markup:
    """Gives the shapes as symbols that a page holds once; they say nothing by themselves."""
    one = Markup('<symbol id="shape-{}" viewBox="0 0 10 10">{}</symbol>')
    drawn = Markup("").join(one.format(css_name(name), drawn) for name, drawn in _DRAWN.items())
    return Markup('<svg class="symbols" aria-hidden="true" focusable="false" width="0" height="0">{}</svg>').format(
        drawn
    )


def shape(status: str) -> Markup:
    """Gives the shape of a state beside its word."""
    return Markup('<svg class="shape" aria-hidden="true" focusable="false"><use href="#shape-{}"/></svg>').format(
        css_name(status)
    )


def placed(status: str, x: float, y: float, size: float = _SIZE) -> Markup:
    """Gives the shape of a state inside a drawing, its upper left corner at a place."""
    return Markup('<use href="#shape-{}" class="ink-{}" x="{}" y="{}" width="{}" height="{}"/>').format(
        css_name(status), css_name(status), number(x), number(y), number(size), number(size)
    )


def lettering(text: str, x: float, y: float, kind: str = "", anchor: str = "start") -> Markup:
    """Gives a text inside a drawing, its baseline at a place."""
    return Markup('<text x="{}" y="{}" class="{}" text-anchor="{}">{}</text>').format(
        number(x), number(y), kind, anchor, text
    )


def box(x: float, y: float, width: float, height: float, kind: str) -> Markup:
    """Gives a rectangle."""
    return Markup('<rect x="{}" y="{}" width="{}" height="{}" class="{}"/>').format(
        number(x), number(y), number(width), number(height), kind
    )


def line(x1: float, y1: float, x2: float, y2: float, kind: str) -> Markup:
    """Gives a straight line."""
    return Markup('<path d="M{} {}L{} {}" class="{}"/>').format(number(x1), number(y1), number(x2), number(y2), kind)


def drawing(
    parts: list[Markup], *, ident: str, width: float, height: float, title: str, about: str, kind: str
) -> Markup:
    """Gives a whole drawing as one image with a title and a description."""
    return Markup(
        '<svg class="{}" role="img" viewBox="0 0 {} {}" aria-labelledby="{}-title {}-about">'
        '<title id="{}-title">{}</title><desc id="{}-about">{}</desc>{}</svg>'
    ).format(kind, number(width), number(height), ident, ident, ident, title, ident, about, Markup("").join(parts))


def number(value: float) -> str:
    """Gives a number as it stands in a drawing.

    Example:
        >>> number(12.0), number(3.14159), number(-0.04)
        ('12', '3.1', '0')
    """
    text = f"{value:.1f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def shortened(text: str, most: int) -> str:
    """Gives a text of at most so many characters, its end cut off visibly."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
