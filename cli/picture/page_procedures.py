"""The page on procedures: every county in every procedure, each procedure's open cases, and the calendar."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from cli.picture.case_tables import case_table, due_table, headings
from cli.picture.model import Picture
from cli.picture.svg_matrix import matrix
from cli.picture.tables import Cell, Table

if TYPE_CHECKING:
    from cli.picture.telling import Teller


def procedures_page(picture: Picture, tell: Teller) -> Mapping[str, Any]:
    """Gives what the template of the page on procedures shows."""
    words = tell.words
    every = {line.case_id: line for one in picture.counties for line in (*one.cases, *one.shared_cases)}
    every |= {line.case_id: line for line in picture.others}
    dues = sorted(
        ((line, due) for line in every.values() for due in line.deadlines if due.status in ("open", "passed")),
        key=lambda one: (one[1].on, one[0].case_id, one[1].id),
    )
    return {
        "matrix": matrix(
            picture.counties,
            picture.procedures,
            tell,
            title=words("picture.procedures.matrix_title"),
            about=words("picture.procedures.matrix_about"),
        ),
        "matrix_table": _matrix_table(picture, tell),
        "views": [
            {
                "view": view,
                "label": tell(view.label),
                "states": [(tell(label), number) for label, number in view.states],
                "based_on": tell(view.based_on.told),
                "table": case_table(
                    f"procedure-{view.id}",
                    words("picture.procedures.cases", name=tell(view.label)),
                    view.cases,
                    tell,
                    by_subject=True,
                    prefix="case-",
                ),
            }
            for view in picture.procedures
        ],
        "others": case_table("others", words("picture.procedures.others"), picture.others, tell, by_subject=False),
        "calendar": due_table("calendar", words("picture.procedures.calendar"), dues, tell),
    }


def _matrix_table(picture: Picture, tell: Teller) -> Table:
    rows = tuple(
        (
            Cell(tell(one.name)),
            *(
                Cell(mark=view.marks[one.code]) if one.code in view.marks else Cell(tell.words("picture.not_its"))
                for view in picture.procedures
            ),
        )
        for one in picture.counties
    )
    columns = (*headings(tell, "county"), *(tell(view.label) for view in picture.procedures))
    return Table("matrix", tell.words("picture.procedures.matrix_table"), columns, rows, folded=True)
