"""The pages on goals and on shared themes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from cli.picture.case_tables import case_table, flag_table, headings, line_table, note_table
from cli.picture.marks import STATUSES, Status
from cli.picture.model import Line, Picture, Theme
from cli.picture.svg_bars import bars
from cli.picture.tables import Cell, Table

if TYPE_CHECKING:
    from cli.picture.telling import Teller


def goals_page(picture: Picture, tell: Teller) -> Mapping[str, Any]:
    """Gives what the template of the page on goals shows."""
    words = tell.words
    counted = [
        (words(f"picture.chapter.{one.id}"), _counts(list(_every(one.lines)))) for one in picture.chapters if one.lines
    ]
    return {
        "bars": bars(
            counted,
            ident="chapters",
            title=words("picture.goals.bars_title"),
            about=words("picture.goals.bars_about"),
        ),
        "bar_table": _bar_table(counted, tell),
        "chapters": [
            {
                "id": one.id,
                "label": words(f"picture.chapter.{one.id}"),
                "based_on": tell(one.based_on),
                "table": line_table(
                    one.id,
                    words(f"picture.chapter.{one.id}"),
                    one.lines,
                    tell,
                    name=f"of_{one.id}",
                    empty=tell.nothing("chapter"),
                ),
            }
            for one in picture.chapters
        ],
        "problems": case_table(
            "problems", words("picture.goals.problems_table"), picture.problems, tell, by_subject=False
        ),
        "reports": _report_table(picture, tell),
        "indicators": _indicator_table(picture, tell),
    }


def themes_page(picture: Picture, tell: Teller) -> Mapping[str, Any]:
    """Gives what the template of the page on shared themes shows."""
    words = tell.words
    themes = [one for one in picture.themes if not one.rescue]
    rescue = [one for one in picture.themes if one.rescue]
    return {
        "themes": _theme_table("themes", words("picture.themes.table"), themes, tell),
        "rescue": _theme_table("themes-rescue", words("picture.themes.rescue"), rescue, tell),
        "flags": flag_table("flags", words("picture.overview.flags_table"), picture.flags, tell),
        "kinds": [
            (
                kind,
                note_table(
                    f"observations-{kind}",
                    words(f"picture.themes.{kind}"),
                    [note for note in picture.notes if note.kind == kind],
                    tell,
                    by_subject=True,
                    empty=tell.nothing("notes"),
                ),
            )
            for kind in ("risk", "wish", "note")
        ],
    }


def _report_table(picture: Picture, tell: Teller) -> Table:
    words = tell.words
    rows = tuple(
        (
            Cell(tell.day(one.on)),
            Cell(tell(one.to)),
            Cell(
                words(
                    "picture.showed",
                    position=one.shown,
                    pages=", ".join(words(f"picture.page.{page}") for page in one.pages) or words("picture.none_told"),
                ),
                below=(one.summary,) if one.summary else (),
            ),
            Cell(one.case_id, below=(words("picture.event", position=one.position), *one.documents)),
        )
        for one in picture.reports
    )
    caption, empty = words("picture.goals.reports_table"), tell.nothing("reports")
    return Table("reports", caption, headings(tell, "day", "to", "showed", "source"), rows, empty=empty)


def _indicator_table(picture: Picture, tell: Teller) -> Table:
    words = tell.words
    steered = {one.code for one in picture.counties}
    rows = tuple(
        (
            Cell(one.name, below=(one.id,)),
            Cell(one.source, below=(words("picture.event", position=one.position),)),
            Cell(one.unit),
            Cell(", ".join(filter(None, (str(one.objective or ""), one.goal)))),
            Cell(max((period for period, _, _ in one.values.values()), default="")),
            Cell(words("picture.of_23", known=len(steered & set(one.values)))),
        )
        for one in picture.indicators
    )
    keys = ("indicator", "source", "unit", "goals", "period", "based_on")
    caption, empty = words("picture.goals.indicators_table"), tell.nothing("indicators")
    return Table("indicators", caption, headings(tell, *keys), rows, empty=empty)


def _theme_table(ident: str, caption: str, themes: list[Theme], tell: Teller) -> Table:
    words = tell.words
    rows = tuple(
        (
            Cell(tell(one.name), below=(one.remark,) if one.remark else ()),
            Cell(
                words.count("picture.counties", len(one.subjects)),
                below=(", ".join(tell.name(code) for code in one.subjects),),
            ),
            Cell(tell.name(one.taken_up_by) if one.taken_up_by else words("picture.not_taken_up")),
            Cell(tell(one.state), below=(tell.words("picture.due_on", on=one.due),) if one.due else ()),
            Cell(tell.day(one.raised_on), below=(words.count("picture.days", one.age_days),)),
            Cell(tell.day(one.closed_on) or words("picture.open_still")),
            Cell(one.id, below=tuple(words("picture.event", position=position) for position in one.evidence.positions)),
        )
        for one in themes
    )
    keys = ("theme", "counties", "taken_up_by", "stage", "raised", "closed", "source")
    return Table(ident, caption, headings(tell, *keys), rows, empty=tell.nothing("themes"))


def _bar_table(counted: list[tuple[str, Mapping[Status, int]]], tell: Teller) -> Table:
    rows = tuple(
        (Cell(name), *(Cell(str(counts[status]), number=True) for status in STATUSES)) for name, counts in counted
    )
    columns = (tell.words("picture.column.chapter"), *(tell.words(f"picture.status.{status}") for status in STATUSES))
    return Table("chapters", tell.words("picture.goals.bar_table"), columns, rows)


def _counts(lines: list[Line]) -> Mapping[Status, int]:
    return {status: sum(line.mark.status is status for line in lines) for status in STATUSES}


def _every(lines: tuple[Line, ...]) -> list[Line]:
    return [inner for line in lines for inner in (line, *_every(line.inner))]
