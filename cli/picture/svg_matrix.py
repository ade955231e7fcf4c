"""The matrix of counties and procedures: a shape in each field, so that rows and columns compare at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup

from cli.picture.marks import Status
from cli.picture.model import County, ProcedureView
from cli.picture.svg_shapes import box, css_name, drawing, lettering, line, placed

if TYPE_CHECKING:
    from cli.picture.telling import Teller

_LEFT, _TOP, _FIELD, _ROW = 170.0, 22.0, 62.0, 21.0


def matrix(
    counties: Sequence[County], views: Sequence[ProcedureView], tell: Teller, *, title: str, about: str
) -> Markup:
    """Gives the matrix, its columns numbered; a procedure that cannot be about a subject leaves its field blank."""
    right = _LEFT + len(views) * _FIELD
    middles = [_LEFT + (column + 0.5) * _FIELD for column in range(len(views))]
    parts = [lettering(str(number), x, _TOP - 7, "field") for number, x in enumerate(middles, start=1)]
    for row, one in enumerate(counties):
        y = _TOP + row * _ROW
        parts.append(line(0, y, right, y, "hair"))
        parts.append(lettering(tell(one.name), 0, y + 15, "label"))
        for x, view in zip(middles, views, strict=True):
            mark = view.marks.get(one.code)
            if mark is None:
                continue
            if mark.status is not Status.NOT_APPLICABLE:
                kind = f"part part-{css_name(mark.status)}"
                parts.append(box(x - _FIELD / 2 + 1, y + 1, _FIELD - 2, _ROW - 2, kind))
            parts.append(placed(mark.status, x - 5.5, y + 5, 11))
    height = _TOP + len(counties) * _ROW + 1
    return drawing(parts, ident="matrix", width=right + 1, height=height, title=title, about=about, kind="matrix")
