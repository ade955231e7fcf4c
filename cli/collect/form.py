"""The form of a workbook: its sheets, headings and rows, as it was issued from a position of the log.

The same form is made again when a filled workbook comes back, so that nothing in the file has to be believed but what
the county filled in. `FORMAT` is raised when a workbook of before could no longer be read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from cli.collect.rows import MATTERS, OBSERVED, PROGRESS, SECTORS, STATES, YES_NO, Key, Values, nothing
from cli.collect.standing import Standing
from cli.messages import Words
from procedures.roadmap.catalogue import UPDATED_ON, roadmap

if TYPE_CHECKING:
    from engine.law import Language

FORMAT = 1
PRODUCT = "ohjaus-monthly-round"
HIDDEN = "_ohjaus"
"""The sheet, hidden from people, that says which workbook this is."""
MOST_OBSERVATIONS = 200

SheetKind = Literal["task", "case", "contact", "observation", "answers", "instructions"]


@dataclass(frozen=True, slots=True)
class Issue:
    """Which workbook this is: what the hidden sheet holds."""

    log_id: str
    month: str
    county: str
    case_id: str
    position: int
    only_critical: bool
    language: Language
    catalogue: str
    format: int = FORMAT


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its width in characters, and the words that may stand there by what they mean.

    A column without a `field` is printed for the reader and not read again.
    """

    heading: str
    width: int
    field: str | None = None
    choices: Mapping[str, str] | None = None
    longest: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row: what it is about, what is printed of it, and the cells as they were known when it was issued."""

    key: Key
    printed: tuple[str, ...]
    values: Values


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. The first column of a sheet with rows holds their ids."""

    kind: SheetKind
    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...] = ()
    lines: tuple[tuple[str, ...], ...] = ()
    """What is printed on a sheet that is only read."""


@dataclass(frozen=True, slots=True)
class Form:
    """A whole workbook."""

    issue: Issue
    sheets: tuple[Sheet, ...]

    def filled(self) -> tuple[Sheet, ...]:
        """Gives the sheets that a county fills in."""
        return tuple(sheet for sheet in self.sheets if any(column.field for column in sheet.columns))

    @property
    def rows(self) -> Mapping[Key, Row]:
        """Every row by what it is about."""
        return {row.key: row for sheet in self.sheets for row in sheet.rows}

    @property
    def prefilled(self) -> int:
        """How many of the rows are filled with what is known."""
        return sum(row.values != nothing(row.key.kind) for row in self.rows.values())


@cache
def catalogue_version() -> str:
    """Gives which version of the roadmap a workbook asks about: its day, and a hash of its ids."""
    ids = "\n".join(roadmap().subtasks)
    return f"{UPDATED_ON.isoformat()}:{hashlib.sha256(ids.encode()).hexdigest()[:16]}"


def form_of(issue: Issue, standing: Standing) -> Form:
    """Gives the form of a workbook; `standing` is the county as of the position from which it is issued."""
    words = Words(issue.language)
    sheets = [_instructions(words, issue, standing), *_groups(words, issue, standing)]
    if standing.procedures:
        sheets.append(_procedures(words, standing))
    sheets.append(_observations(words))
    if standing.forums is not None:
        sheets.append(_contacts(words, standing))
    if standing.observations:
        sheets.append(_answers(words, standing))
    return Form(issue, tuple(sheets))


def choices(words: Words, kind: str, names: tuple[str, ...]) -> Mapping[str, str]:
    """Gives the words of a drop-down, by the word: what each of them means."""
    return {words(f"collect.{kind}.{name}"): name for name in names}


def _said(words: Words, *, progress: bool) -> tuple[Column, ...]:
    columns = (
        Column(words("collect.column.state"), 16, "state", choices(words, "state", STATES)),
        Column(words("collect.column.reason"), 60, "reason", longest=4000),
        Column(words("collect.column.support_asked"), 12, "support_asked", choices(words, "yes_no", YES_NO)),
    )
    if not progress:
        return columns
    return (*columns, Column(words("collect.column.progress"), 14, "progress", choices(words, "progress", PROGRESS)))


def _groups(words: Words, issue: Issue, standing: Standing) -> list[Sheet]:
    columns = (
        Column(words("collect.column.number"), 12),
        Column(words("collect.column.package"), 32),
        Column(words("collect.column.subtask"), 48),
        *_said(words, progress=True),
    )
    asked = standing.asked(only_critical=issue.only_critical)
    packages = roadmap().packages
    sheets = []
    for group in roadmap().groups:
        rows = []
        for one in asked:
            if one.group_id == group.id:
                key = Key("task", one.id)
                printed = (one.id, packages[one.package_id].name.text(words.language), one.name.text(words.language))
                rows.append(Row(key, printed, standing.values.get(key, nothing("task"))))
        sheets.append(Sheet("task", group.id, columns, tuple(rows)))
    return sheets


def _procedures(words: Words, standing: Standing) -> Sheet:
    columns = (
        Column(words("collect.column.case"), 28),
        Column(words("collect.column.procedure"), 36),
        Column(words("collect.column.stage"), 32),
        *_said(words, progress=False),
    )
    rows = []
    for table, case in standing.procedures:
        key = Key("case", case.case_id)
        state = table.states.get(case.state)
        stage = state.label.text(words.language) if state else case.state
        printed = (case.case_id, table.procedure.label.text(words.language), stage)
        rows.append(Row(key, printed, standing.values.get(key, nothing("case"))))
    return Sheet("case", words("collect.sheet.procedures"), columns, tuple(rows))


def _observations(words: Words) -> Sheet:
    groups = {one.id: one.id for one in roadmap().groups}
    columns = (
        Column(words("collect.column.kind"), 12, "kind", choices(words, "observed", OBSERVED)),
        Column(words("collect.column.text"), 80, "text", longest=4000),
        Column(words("collect.column.group"), 12, "group", groups),
        Column(words("collect.column.number"), 14, "task"),
        Column(words("collect.column.sector"), 28, "sector", choices(words, "sector", SECTORS)),
    )
    return Sheet("observation", words("collect.sheet.observations"), columns)


def _contacts(words: Words, standing: Standing) -> Sheet:
    columns = (
        Column(words("collect.column.matter_id"), 28),
        Column(words("collect.column.matter"), 32),
        Column(words("collect.column.title"), 48, "title", longest=300),
        Column(words("collect.column.address"), 48, "address", longest=300),
    )
    rows = []
    for matter in MATTERS:
        key = Key("contact", matter)
        printed = (matter, words(f"collect.matter.{matter}"))
        rows.append(Row(key, printed, standing.values.get(key, nothing("contact"))))
    return Sheet("contact", words("collect.sheet.contacts"), columns, tuple(rows))


def _answers(words: Words, standing: Standing) -> Sheet:
    columns = (
        Column(words("collect.column.raised_on"), 14),
        Column(words("collect.column.kind"), 12),
        Column(words("collect.column.text"), 60),
        Column(words("collect.column.answered_on"), 14),
        Column(words("collect.column.answer"), 60),
    )
    lines = []
    for case in standing.observations:
        raised, answer = case.readings[0], case.last("answered")
        lines.append(
            (
                words.date(raised.effective_on),
                words(f"collect.observed.{raised.data['kind']}"),
                str(raised.data["text"]),
                words.date(answer.effective_on) if answer else "",
                str(answer.data["text"]) if answer else words("collect.book.no_answer_yet"),
            )
        )
    return Sheet("answers", words("collect.sheet.answers"), columns, lines=tuple(lines))


def _instructions(words: Words, issue: Issue, standing: Standing) -> Sheet:
    directory = standing.record.wiring.directory
    groups = [words("collect.book.group", id=one.id, name=one.name) for one in roadmap().groups]
    scope = "only_critical" if issue.only_critical else "all"
    lines = [
        words("collect.book.about", county=directory.by_code(issue.county).name, month=issue.month),
        words("collect.book.only_changes"),
        words("collect.book.where"),
        *groups,
        words(f"collect.book.{scope}"),
        *(
            words("collect.book.state", word=words(f"collect.state.{state}"), means=words(f"collect.means.{state}"))
            for state in STATES
        ),
        words("collect.book.reason_needed"),
        words("collect.book.observations"),
        words("collect.book.no_names"),
        words("collect.book.fixed"),
        words("collect.book.send_back"),
        words("collect.book.issued", position=issue.position, log=issue.log_id),
    ]
    heading = Column(words("collect.book.title"), 110)
    return Sheet("instructions", words("collect.sheet.instructions"), (heading,), lines=tuple((one,) for one in lines))
