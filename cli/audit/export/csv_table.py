"""CSV (RFC 4180): a row for each event, fixed columns, UTF-8, formulas defused and control characters shown."""

from __future__ import annotations

import csv
from pathlib import Path

from cli.audit.export.columns import COLUMNS, Column, Value, for_people
from cli.audit.export.selection import Selection


def write(path: Path, chosen: Selection) -> None:
    """Writes the file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\r\n")
        rows.writerow([column.name for column in COLUMNS])
        for one in chosen.events():
            rows.writerow([_cell(column, column.of(one)) for column in COLUMNS])


def _cell(column: Column, value: Value) -> str:
    return str(value) if isinstance(value, int) else for_people(column, value)
