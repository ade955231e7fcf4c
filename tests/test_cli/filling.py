"""Filling in workbooks as counties do: with another program than the one that wrote them."""

from __future__ import annotations

import json
import warnings
import zipfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from xlsxwriter import Workbook

from tests.test_cli.conftest import answer, invoke, succeed

MONTH = "2026-12"
OPENED = ("--month", MONTH, "--on", "2026-11-20", "--now", "2026-11-20T09:00")
ON = ("--on", "2026-11-27", "--now", "2026-11-27T09:00")
"""When the answers come in."""


def opened(*counties: str) -> dict[str, Any]:
    """Opens the round of December for some counties, or for all of them."""
    named = [word for county in counties for word in ("--county", county)]
    found: dict[str, Any] = answer("collect", "open", *OPENED, *named)
    return found


def workbook(folder: Path, county: str = "Kainuu", *options: str, name: str = "book.xlsx") -> Path:
    """Writes the workbook of a county in English."""
    path = folder / name
    template = ("collect", "template", "--month", MONTH, "--county", county, "--in", "en")
    succeed(*template, "--out", str(path), "--now", "2026-11-20T10:00", *options)
    return path


def fill(path: Path, cells: Mapping[str, object], *, to: Path | None = None) -> Path:
    """Fills in cells such as `HTT!D2`, saving with openpyxl."""
    with closing(load_workbook(path)) as book:
        for place, value in cells.items():
            sheet, _, cell = place.partition("!")
            book[sheet][cell] = value
        book.save(to or path)
    return to or path


def shown(path: Path, sheet: str) -> list[list[object]]:
    """Gives the cells of a sheet as another program reads them."""
    with closing(load_workbook(path)) as book:
        return [[cell.value for cell in row] for row in book[sheet].iter_rows()]


def inline(path: Path, to: Path) -> Path:
    """Writes the same cells with strings in the cells themselves, the sheets the other way round."""
    with closing(load_workbook(path)) as book:
        grids = {name: [[cell.value for cell in row] for row in book[name].iter_rows()] for name in book.sheetnames}
    with warnings.catch_warnings(), Workbook(str(to), {"constant_memory": True}) as written:
        for name in reversed(grids):
            page = written.add_worksheet(name)
            for number, row in enumerate(grids[name]):
                page.write_row(number, 0, row)
    return to


def repacked(path: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    """Changes the parts of a workbook as an attacker would."""
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    change(parts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return path


def taken(*paths: Path, options: Sequence[str] = ON) -> dict[str, Any]:
    """Takes workbooks in and gives the answer."""
    found: dict[str, Any] = answer("collect", "import", *map(str, paths), *options)
    return found


def refused(*arguments: str, code: int) -> dict[str, Any]:
    """The error of a command that must end with an exit code."""
    result = invoke(*arguments, "--format", "json")
    assert result.exit_code == code, (result.exit_code, result.stdout, result.stderr)
    error: dict[str, Any] = json.loads(result.stdout)["error"]
    return error


def rejected(path: Path, *, verb: str = "check") -> dict[str, Any]:
    """The error of a workbook that must be rejected, with nothing stored."""
    before = len(answer("audit", "log"))
    error = refused("collect", verb, str(path), *(ON if verb == "import" else ()), code=9)
    assert len(answer("audit", "log")) == before
    return error
