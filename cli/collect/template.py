"""A form as an XLSX file: drop-downs, a frozen heading, no merged cells, and the same bytes for the same form."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from cli.collect.form import HIDDEN, MOST_OBSERVATIONS, PRODUCT, Column, Form, Issue, Sheet
from cli.messages import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_A4 = 9
_HEADING = {"bold": True, "bg_color": "#E4ECF5", "bottom": 1, "text_wrap": True, "valign": "top"}
_PRINTED = {"text_wrap": True, "valign": "top", "font_color": "#333333"}
_FILLED = {"text_wrap": True, "valign": "top", "locked": False, "bg_color": "#FFFDF2"} | {
    "border": 1,
    "border_color": "#CFC9B0",
}
_NUMBERS_AS_TEXT = "@"
_ALLOWED = dict.fromkeys(
    ("format_columns", "format_rows", "sort", "autofilter", "select_locked_cells", "select_unlocked_cells"), True
)
_AS_TEXT = ("strings_to_formulas", "strings_to_numbers", "strings_to_urls")


def written(form: Form, made_on: date) -> bytes:
    """Gives the bytes of a workbook; `made_on` stands in its properties in place of the wall clock's day."""
    from xlsxwriter import Workbook as Writer

    content = BytesIO()
    with Writer(content, {"in_memory": True, **dict.fromkeys(_AS_TEXT, False)}) as book:
        formats = {
            "heading": book.add_format(_HEADING),
            "printed": book.add_format(_PRINTED),
            "filled": book.add_format({**_FILLED, "num_format": _NUMBERS_AS_TEXT}),
        }
        for sheet in form.sheets:
            _sheet(book, sheet, formats, Words(form.issue.language))
        _hidden(book, form.issue)
        _properties(book, form, made_on)
    return content.getvalue()


def _sheet(book: Workbook, sheet: Sheet, formats: Mapping[str, Format], words: Words) -> None:
    page = book.add_worksheet(sheet.name)
    _rows(page, sheet, formats)
    last = MOST_OBSERVATIONS if sheet.kind == "observation" else len(sheet.rows)
    _rules(page, sheet, last, words)
    page.freeze_panes(1, 1 if sheet.rows else 0)
    page.protect("", _ALLOWED)
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _rows(page: Worksheet, sheet: Sheet, formats: Mapping[str, Format]) -> None:
    for number, column in enumerate(sheet.columns):
        page.set_column(number, number, column.width)
        page.write_string(0, number, column.heading, formats["heading"])
    for place, line in enumerate(sheet.lines, start=1):
        for number, text in enumerate(line):
            page.write_string(place, number, text, formats["printed"])
    for place, row in enumerate(sheet.rows, start=1):
        for number, text in enumerate(row.printed):
            page.write_string(place, number, text, formats["printed"])
        for number, column in enumerate(sheet.columns):
            if column.field is not None:
                _cell(page, place, number, column, row.values.get(column.field), formats)
    for place in range(len(sheet.lines) + 1, MOST_OBSERVATIONS + 1) if sheet.kind == "observation" else ():
        for number in range(len(sheet.columns)):
            page.write_blank(place, number, None, formats["filled"])


def _cell(
    page: Worksheet, place: int, number: int, column: Column, value: str | None, formats: Mapping[str, Format]
) -> None:
    text = value
    if column.choices is not None:
        text = next((word for word, means in column.choices.items() if means == value), None)
    if text is None:
        page.write_blank(place, number, None, formats["filled"])
    else:
        page.write_string(place, number, text, formats["filled"])


def _rules(page: Worksheet, sheet: Sheet, last: int, words: Words) -> None:
    for number, column in enumerate(sheet.columns):
        if column.field is None or not last:
            continue
        if column.choices is not None:
            rule: dict[str, Any] = {"validate": "list", "source": list(column.choices)}
        elif column.longest is not None:
            rule = {"validate": "length", "criteria": "<=", "value": column.longest}
        else:
            continue
        rule |= {"error_title": words("collect.book.wrong"), "error_message": words("collect.book.choose")}
        page.data_validation(1, number, last, number, rule)


def _hidden(book: Workbook, issue: Issue) -> None:
    page = book.add_worksheet(HIDDEN)
    for place, (name, value) in enumerate(metadata(issue).items()):
        page.write_string(place, 0, name)
        page.write_string(place, 1, value)
    page.protect()
    page.very_hidden()


def metadata(issue: Issue) -> dict[str, str]:
    """Gives what the hidden sheet and the document properties say of a workbook."""
    return {
        "product": PRODUCT,
        "format": str(issue.format),
        "log": issue.log_id,
        "month": issue.month,
        "county": issue.county,
        "case": issue.case_id,
        "position": str(issue.position),
        "scope": "critical" if issue.only_critical else "all",
        "language": issue.language,
        "catalogue": issue.catalogue,
    }


def _properties(book: Workbook, form: Form, made_on: date) -> None:
    words, issue = Words(form.issue.language), form.issue
    book.set_properties(
        {
            "title": words("collect.book.title"),
            "subject": f"{issue.month} {issue.county}",
            "created": datetime(made_on.year, made_on.month, made_on.day),  # noqa: DTZ001 - a day, in no time zone
            "comments": words("collect.book.issued", position=issue.position, log=issue.log_id),
        }
    )
    for name, value in metadata(issue).items():
        book.set_custom_property(f"ohjaus_{name}", value, "text")
