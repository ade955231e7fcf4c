"""A county's procedures on a line of time: from their opening on, with the days that are due and today."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from markupsafe import Markup

from cli.picture.model import CaseLine
from cli.picture.svg_shapes import box, css_name, drawing, lettering, line, number, placed, shortened

if TYPE_CHECKING:
    from cli.picture.telling import Teller

At = Callable[[date], float]
"""Where on the line a day lies."""

_WIDTH, _ROW, _TOP = 900.0, 44.0, 34.0
_BACK_DAYS, _AHEAD_DAYS, _MARGIN_DAYS = 730, 365, 20
_LONGEST_NAME = 96
_MONTHS_OF_A_TICK = (1, 4, 7, 10)


def timeline(cases: Sequence[CaseLine], today: date, tell: Teller, *, ident: str, title: str, about: str) -> Markup:
    """Gives the line of time; what lies beyond its ends is cut off there."""
    first, last = span(cases, today)
    days = (last - first).days

    def at(day: date) -> float:
        return _WIDTH * min(max((day - first).days, 0), days) / days

    height = _TOP + len(cases) * _ROW + 4
    parts = _axis(first, last, today, at, height, tell)
    for place, one in enumerate(cases):
        top = _TOP + place * _ROW
        status = css_name(one.mark.status)
        start, end = at(one.opened_on), at(one.closed_on or today)
        parts.append(placed(one.mark.status, 0, top + 3, 10))
        name = f"{tell(one.label)} · {tell(one.state_label)}"
        parts.append(lettering(shortened(name, _LONGEST_NAME), 15, top + 12, "label"))
        parts.append(box(start, top + 18, max(end - start, 3), 10, f"span part-{status}"))
        parts += _days(one, at, top + 23, first, last)
    return drawing(parts, ident=ident, width=_WIDTH, height=height, title=title, about=about, kind="timeline")


def span(cases: Sequence[CaseLine], today: date) -> tuple[date, date]:
    """Gives the first and last day of the line: of what is shown, no more than two years back and a year ahead."""
    dues = [due.on for one in cases for due in one.deadlines]
    first = max(min([one.opened_on for one in cases], default=today), today - timedelta(days=_BACK_DAYS))
    near = [due for due in dues if due <= today + timedelta(days=_AHEAD_DAYS)]
    last = max([today, *near])
    return first - timedelta(days=_MARGIN_DAYS), last + timedelta(days=_MARGIN_DAYS * 2)


def _axis(first: date, last: date, today: date, at: At, height: float, tell: Teller) -> list[Markup]:
    parts: list[Markup] = []
    day = date(first.year, first.month, 1)
    while day <= last:
        if day.month in _MONTHS_OF_A_TICK and day >= first:
            parts.append(line(at(day), 20, at(day), height, "hair"))
            parts.append(lettering(f"{day.month}/{day.year}", at(day) + 3, 14, "tick"))
        day = (day + timedelta(days=32)).replace(day=1)
    now = at(today)
    parts.append(line(now, 18, now, height, "today"))
    parts.append(
        lettering(tell.words("picture.today", on=today), now - 4, 30, "today-label", "end")
        if now > _WIDTH / 2
        else lettering(tell.words("picture.today", on=today), now + 4, 30, "today-label")
    )
    return parts


def _days(one: CaseLine, at: At, middle: float, first: date, last: date) -> list[Markup]:
    parts = []
    for due in one.deadlines:
        if first <= due.on <= last:
            kind = "met" if due.status in ("met", "late") else "over" if due.days_left < 0 else "ahead"
            parts.append(_diamond(at(due.on), middle, f"due due-{kind}"))
    return parts


def _diamond(x: float, y: float, kind: str) -> Markup:
    points = ((x, y - 7), (x + 7, y), (x, y + 7), (x - 7, y))
    corners = "M" + "L".join(f"{number(across)} {number(down)}" for across, down in points) + "Z"
    return Markup('<path d="{}" class="{}"/>').format(corners, kind)
