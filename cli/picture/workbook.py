"""The tables of a picture as one workbook: a sheet each, and first of all one that says what every sheet holds.

Every text is written as a text, never as a formula or a link, and what cannot be seen in it is shown; the same picture
gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from cli.audit.export.xlsx_table import fitted
from cli.picture.tables import Table, plain_cell, shown
from cli.picture.telling import Teller
from cli.screen.safe_text import safe

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - a mark without meaning, so that the same picture gives the same bytes
_OPTIONS: dict[str, Any] = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_WIDTH, _WIDE = 24, 60
_NAME_SIGNS_MOST = 31
"""Signs that the name of a sheet may have."""


def workbook(title: str, stamp: str, tables: Sequence[Table], tell: Teller) -> bytes:
    """Gives the workbook of `tables`; `title` and `stamp` head its first sheet."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    with Workbook(out, _OPTIONS) as book:
        book.set_properties({"created": _CREATED, "title": safe(title)})
        bold = book.add_format({"bold": True})
        first = book.add_worksheet(tell.words("picture.workbook.contents"))
        first.set_column(0, 0, _WIDTH)
        first.set_column(1, 1, _WIDE)
        first.write_string(0, 0, shown(title), bold)
        first.write_string(1, 0, shown(stamp))
        for number, table in enumerate(tables, start=1):
            # The number keeps names apart that are cut alike.
            name = f"{number} {table.id}"[:_NAME_SIGNS_MOST]
            first.write_string(number + 2, 0, name)
            first.write_string(number + 2, 1, shown(table.caption))
            _fill(book.add_worksheet(name), table, tell, bold)
    return out.getvalue()


def _fill(sheet: Worksheet, table: Table, tell: Teller, bold: object) -> None:
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, max(len(table.columns) - 1, 0), _WIDTH)
    for place, heading in enumerate(table.columns):
        sheet.write_string(0, place, shown(heading), bold)
    for number, row in enumerate(table.rows, start=1):
        for place, cell in enumerate(row):
            text = fitted(shown(plain_cell(cell, tell)))
            if cell.number and text.isdecimal():
                sheet.write_number(number, place, int(text))
            else:
                sheet.write_string(number, place, text)
