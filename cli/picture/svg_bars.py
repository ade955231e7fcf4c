"""Bars of states: how many of a group's things stand how, from left to right the worst first, each with its number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from cli.picture.marks import Status
from cli.picture.svg_shapes import box, css_name, drawing, lettering, placed

ORDER = (Status.LATE, Status.AT_RISK, Status.ON_SCHEDULE, Status.NO_INFORMATION)
"""Four kinds at most: what does not apply is not drawn."""

_WIDTH, _ROW, _BAR = 640.0, 46.0, 20.0
_NARROWEST = 30.0
"""A part this narrow still holds its shape and its number."""


def bars(rows: Sequence[tuple[str, Mapping[Status, int]]], *, ident: str, title: str, about: str) -> Markup:
    """Gives the bars, each with its name above it."""
    parts: list[Markup] = []
    for place, (name, counts) in enumerate(rows):
        top = place * _ROW
        parts.append(lettering(name, 0, top + 12, "label"))
        parts += _bar(counts, top + 18)
    return drawing(parts, ident=ident, width=_WIDTH, height=len(rows) * _ROW, title=title, about=about, kind="bars")


def widths(counts: Mapping[Status, int], width: float = _WIDTH) -> dict[Status, float]:
    """Shares a bar's width out by the numbers; what is there at all stays wide enough to be read.

    Example:
        >>> widths({Status.LATE: 1, Status.ON_SCHEDULE: 99}, 100.0)
        {<Status.LATE: 'late'>: 30.0, <Status.ON_SCHEDULE: 'on_schedule'>: 70.0}
    """
    shown = {status: counts[status] for status in ORDER if counts.get(status)}
    total = sum(shown.values())
    if not total:
        return {}
    raw = {status: max(width * number / total, _NARROWEST) for status, number in shown.items()}
    over = sum(raw.values()) - width
    widest = max(raw, key=lambda status: raw[status])
    raw[widest] -= over
    return raw


def _bar(counts: Mapping[Status, int], top: float) -> list[Markup]:
    parts: list[Markup] = []
    left = 0.0
    for status, width in widths(counts).items():
        parts.append(box(left, top, width, _BAR, f"part part-{css_name(status)}"))
        parts.append(placed(status, left + 5, top + 5, 10))
        parts.append(lettering(str(counts[status]), left + 18, top + 14.5, f"count ink-{css_name(status)}"))
        left += width
    return parts
