"""XLSX: the rows of the CSV on a sheet, every text a text: never a formula, never a link."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cli.audit.export.columns import COLUMNS, Column, Value, for_people
from cli.audit.export.selection import Selection
from engine.errors import InputRejected

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

ROWS_MOST = 1_048_575
"""Rows that a sheet holds below its heading."""

SIGNS_MOST = 32_767
"""Signs that a cell holds; a longer text is cut and says so."""

_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - a mark without meaning, so that the same log gives the same bytes
_WIDTHS = {"case": 32, "type": 44, "recorded_at": 28, "data": 60}
_WIDTH = 16


def write(path: Path, chosen: Selection) -> None:
    """Writes the file.

    Raises:
        InputRejected: `sheet-full`, there are more events than a sheet has rows.
    """
    from xlsxwriter import Workbook

    options: dict[str, Any] = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with Workbook(str(path), options) as book:
        book.set_properties({"created": _CREATED, "title": f"ohjaus/{chosen.log_id}"})
        sheet = book.add_worksheet("events")
        sheet.freeze_panes(1, 2)
        for place, column in enumerate(COLUMNS):
            sheet.set_column(place, place, _WIDTHS.get(column.name, _WIDTH))
        heading = book.add_format({"bold": True})
        for place, column in enumerate(COLUMNS):
            sheet.write_string(0, place, column.name, heading)
        number = 0
        for number, one in enumerate(chosen.events(), start=1):
            if number > ROWS_MOST:
                raise _full(chosen)
            for place, column in enumerate(COLUMNS):
                _put(sheet, number, place, column, column.of(one))
        sheet.autofilter(0, 0, number, len(COLUMNS) - 1)


def _put(sheet: Worksheet, row: int, place: int, column: Column, value: Value) -> None:
    if isinstance(value, int):
        sheet.write_number(row, place, value)
        return
    text = fitted(for_people(column, value))
    if text:
        sheet.write_string(row, place, text)


def fitted(text: str) -> str:
    """Gives a text as a cell holds it; what is cut off the end of a longer one is said by the number of its signs."""
    if len(text.encode("utf-16-le")) // 2 <= SIGNS_MOST:
        return text
    mark = f" … [{len(text)}]"
    return text.encode("utf-16-le")[: 2 * (SIGNS_MOST - len(mark))].decode("utf-16-le", "ignore") + mark


def _full(chosen: Selection) -> InputRejected:
    return InputRejected(
        "sheet-full",
        f"A sheet holds {ROWS_MOST} events at most, and there are more. Choose another format, or fewer cases.",
        details={"most": ROWS_MOST, "position": chosen.until},
    )
